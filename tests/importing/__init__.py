"""Pages, feeds and files for the tests of importing, all written for them, and a server that misbehaves."""
