"""Whose words a candidate holds: who speaks, who carried the words, whom the speaker cites."""
