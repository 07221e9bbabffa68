"""Two versions of a ledger merged entry by entry, as git asks for it."""
