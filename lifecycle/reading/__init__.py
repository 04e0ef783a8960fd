"""One article, understood: what it commits to, of which draft, and on which day as far as it says."""
