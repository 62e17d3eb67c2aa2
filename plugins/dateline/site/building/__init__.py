"""Building again: whether anything changed, what stands in the output already, and how new files get there whole."""
