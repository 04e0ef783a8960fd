"""Press articles as texts: their letters, their sentences, their front matter, with offsets that can be trusted."""
