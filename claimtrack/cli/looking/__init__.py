"""What a ledger holds: list, show, timeline, actors, articles, topics, coverage."""
