"""Source beside source: conflicts, rule, event, diff."""
