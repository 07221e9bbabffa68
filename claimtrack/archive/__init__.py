"""Archives: many articles read in shards, each into a part that is complete or absent."""
