"""Building again: what a page is made of, what stands in the output already, and how new files get there whole."""
