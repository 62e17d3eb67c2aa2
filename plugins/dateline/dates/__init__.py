"""Reading time: an expression first means something (values), and is then resolved against an anchor."""
