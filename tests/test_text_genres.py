"""Genres: what sort of article it is, by its title or its words, with few false alarms."""

from __future__ import annotations

import pytest
from dateline.model import Article
from dateline.text.spans import typed

RAN = "A ferry ran aground off Bergen, the coast guard said."


@pytest.mark.parametrize(
    ("title", "text", "genre"),
    [
        ("Ferry runs aground", RAN, "news"),
        ("Opinion: Let the ferry rest", RAN, "opinion"),
        ("Let the ferry rest | Editorial", RAN, "opinion"),
        ("Let it rest", f"{RAN} The opinions expressed in this commentary are solely those of Jane Marsh.", "opinion"),
        ("Film review: The Ferry", RAN, "review"),
        ("The Ferry - review", RAN, "review"),
        ("Letters: Ferries and faith", RAN, "letters"),
        ("On ferries", f"To the Editor: {RAN}", "letters"),
        ("Q&A: Ferries", RAN, "interview"),
        ("Interview with a captain", RAN, "interview"),
        ("A captain speaks", "Q: Did you see it?\nA: I did.\nQ: And then?\nA: I slept.", "interview"),
        ("Morning briefing: Ferry aground", RAN, "round-up"),
        ("Ferry aground: live updates", RAN, "live blog"),
        ("Ferry aground - as it happened", RAN, "live blog"),
        ("Ferry aground", "10.42am: It waits.\n10.50am: It moves.\n11.02am: It sank.", "live blog"),
        ("Corrections and clarifications", RAN, "correction"),
        ("Correction: Ferry", RAN, "correction"),
        ("Retraction: Ferry runs aground", RAN, "retraction"),
        ("Ferry runs aground", f"RETRACTION: {RAN}", "retraction"),
        ("Ferry runs aground", "This article has been retracted. Nothing ran aground.", "retraction"),
        ("On the radio", "JANE DOE, HOST: It waits. JOHN ROE, REPORTER: It does. DOE: Thanks.", "transcript"),
        ("Court to review ferry law", RAN, "news"),
        ("Editorial staff of Gazette arrested", RAN, "news"),
        ("Letters found on ferry", RAN, "news"),
        ("Prison officers' opinion sought", RAN, "news"),
        ("Corrections officer killed", RAN, "news"),
        ("Where captains live", RAN, "news"),
        ("Minister gives interview, then resigns", RAN, "news"),
    ],
)
def test_a_genre_is_told(title: str, text: str, genre: str) -> None:
    assert typed(Article("a", text, "2020-05-08", title=title)).genre == genre
