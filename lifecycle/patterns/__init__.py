"""Regular expressions, quickly: which letters they need, where they may begin, whether case counts."""
