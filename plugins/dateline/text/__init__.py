"""The text before it is parsed: made plain, cut into typed spans, its genre told; and the way back to its own words."""
