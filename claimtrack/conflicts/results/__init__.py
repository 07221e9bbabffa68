"""What comparing came to, in its order, ready to be shown."""
