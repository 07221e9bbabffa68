"""Archives: many articles read in shards, each shard into a part that is whole or not there."""
