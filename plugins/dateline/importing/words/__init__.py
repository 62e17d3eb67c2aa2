"""Words: text, markup, Markdown and moments, whatever they came in."""
