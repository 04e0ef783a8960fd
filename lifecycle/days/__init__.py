"""Days as news writes them: what a phrase means, and how the days of one story hold each other."""
