"""Two figures: whether they can be compared, and what comes of it."""
