"""Which stretches of a text may be claims, and which of them stand."""
