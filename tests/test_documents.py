"""Documents: a line that is none is named, before anything is read."""

from __future__ import annotations

import pytest
from dateline.documents import BadDocument, placed
from dateline.model import Actor, Article, Mention, Reading
from dateline.serial import packed, unpacked
from hypothesis import given
from hypothesis import strategies as st

GOOD = '{"id": "a", "text": "x", "published": "2020-05-08"}'


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("no json", "no JSON"),
        ("[1]", "not a JSON object"),
        ('{"id": "a", "text": "x"}', "'published' is missing"),
        ('{"id": "a", "text": 3, "published": "2020-05-08"}', "'text' is not text"),
        ('{"id": "a", "text": "x", "published": "May"}', "not an ISO date"),
        ('{"id": "a", "text": "x", "published": "2020-13"}', "not an ISO date"),
    ],
)
def test_a_bad_line_is_named(line: str, says: str) -> None:
    """The message names file and line, and what is wrong."""
    with pytest.raises(BadDocument, match=r"^f:2: ") as error:
        list(placed("f", [GOOD, line]))
    assert says in str(error.value)


@pytest.mark.parametrize(("given", "read"), [("2020-05-08T10:00:00Z", "2020-05-08T10:00:00Z"), ("2020-05", "2020-05-01")])
def test_a_date_is_read(given: str, read: str) -> None:
    """Date-times pass; a month alone is its first day."""
    [(place, article)] = placed("f", [GOOD.replace("2020-05-08", given)])
    assert (place, article.published) == ("f:1", read)


#: text of every kind, halves of characters included
TEXT = st.text() | st.text(st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF))


@given(TEXT, TEXT, st.lists(st.tuples(st.integers(0, 9), TEXT)))
def test_what_is_packed_is_unpacked(text: str, name: str, mentions: list[tuple[int, str]]) -> None:
    """What is written to the cache is read back as it was."""
    actor = Actor("a", name, "person", mentions=tuple(Mention(s, s + 1, t) for s, t in mentions))
    reading = Reading(Article("a", text, "2020-05-08"), actors=(actor,))
    assert unpacked(Reading, packed(reading)) == reading
