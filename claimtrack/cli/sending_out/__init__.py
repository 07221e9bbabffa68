"""Files for others: report, export."""
