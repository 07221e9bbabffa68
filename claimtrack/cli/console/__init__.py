"""What a user sees: both streams, pager, progress; other programs that are called."""
