"""Sources: files, feeds and archives as pieces, each an article."""
