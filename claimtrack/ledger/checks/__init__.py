"""What may be wrong with a ledger that is well formed, and how it is mended."""
