"""The voting record: read, recomputed, searched, and told as scenarios."""
