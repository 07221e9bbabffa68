"""Changes of a ledger's text: entries and fields, spliced in without touching any other byte."""
