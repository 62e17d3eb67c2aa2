"""The text made ready before the parse."""
