"""The text of an article made ready before it is parsed: what is running text, what is set aside, who is quoted."""
