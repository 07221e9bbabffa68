"""Claims out of spreadsheets and JSON: files read into rows, rows into drafts for the ledger.

`table_files.rows` reads a file of any kind; `drafts.drafts` makes of its rows what `add` makes of
what is typed. What is wrong with a cell is a problem with its place, and the other rows come in.
"""
