"""New readings of articles, merged into a ledger that people edit."""
