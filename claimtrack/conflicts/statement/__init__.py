"""A claim made ready to be compared, once."""
