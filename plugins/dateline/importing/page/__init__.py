"""Pages of HTML: what a page says of itself, and its text."""
