"""What an analyst changes: claims, other entries, the file itself; review."""
