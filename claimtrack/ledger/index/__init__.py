"""The index of a ledger: what was read once need not be read again. Never the truth."""
