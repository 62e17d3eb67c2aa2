"""Characters that no reader sees: an article with them says what it says without, in its own offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline.model import Article
from dateline.model.invisible import visible
from dateline.reading import read_all
from dateline.settings import Settings
from hypothesis import given
from hypothesis import strategies as st

TEXT = (
    "Vladi\u00admir Pu\u200btin met Donald\u200e Tr\u00adump in Mos\u00adcow on Thurs\u00adday. "
    "\u2068The two lea\u2060ders\u2069 signed a trea\u200cty, and Angela\ufeff Mer\x00kel wel\u00adcomed it."
)


@pytest.mark.slow
def test_an_article_says_what_it_says_without_them() -> None:
    """The same reports, dates and names; each place is one of its own text."""
    own, bare = read_all(
        [Article("a", TEXT, "2020-05-08"), Article("a", visible(TEXT), "2020-05-08")],
        Settings(cache=None, desk=Path("no desk")),
    )
    assert [(r.type, r.summary) for r in own.reports] == [(r.type, r.summary) for r in bare.reports]
    assert [d.value for d in own.dates] == [d.value for d in bare.dates] == ["2020-05-07"]
    assert [a.name for a in own.actors] == [a.name for a in bare.actors]
    assert {"Vladimir Putin", "Donald Trump", "Moscow", "Angela Merkel"} <= {a.name for a in own.actors}
    said = [*own.dates, *(m for actor in own.actors for m in actor.mentions), *own.reports]
    assert all(TEXT[one.start : one.end] == one.text for one in said)


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    """What is seen stays, in its order; a second time nothing is left to do."""
    left = visible(text)
    assert [c for c in left if c.isalnum() or c.isspace()] == [c for c in text if c.isalnum() or c.isspace()]
    assert visible(left) == left
