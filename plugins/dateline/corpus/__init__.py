"""All articles together: the same actor, the same event, and what weighs most. No spaCy here."""
