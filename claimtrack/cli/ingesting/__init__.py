"""From files to claims: ingest, extract, explain, import."""
