"""Questions to the values of a ledger: over time, side by side."""
