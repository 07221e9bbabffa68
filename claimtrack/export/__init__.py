"""All that a ledger holds, and what comparing it came to, as files for other programs.

`sqlite` needs nothing but Python; `arrow` writes Parquet and Arrow files and needs the extra of
that name (pyarrow), which only that module and who asks for these files load. The same ledger gives
the same bytes.
"""
