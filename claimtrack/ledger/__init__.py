"""The ledger file: read, checked, merged into and edited without disturbing what hands wrote."""
