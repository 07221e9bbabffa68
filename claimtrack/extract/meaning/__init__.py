"""What a claim's frame says of it: stance, confidence, days, and which claims it speaks to."""
