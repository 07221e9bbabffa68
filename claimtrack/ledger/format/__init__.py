"""The format of a ledger: its entries, what is wrong with them, to the model and back."""
