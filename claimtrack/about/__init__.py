"""What a claim is about: what it counts, its topic, where it comes from."""
