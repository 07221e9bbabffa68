"""The ledger and the program kept in order: check, merge-file, schema, config, completion, man."""
