"""Glued lines: a headline, caption or list item is cut from what follows; names within a sentence are not."""

from __future__ import annotations

import pytest
from dateline.text.glued import boundaries, table
from hypothesis import given
from hypothesis import strategies as st

REST = (
    "\nThe harbour town of Velmere has been without power since the storm passed over the coast.\n"
    "Mayor Ines Calder said the storm had damaged houses and that crews from Port Hale were on their way."
)


def parts(line: str, rest: str = REST) -> list[str]:
    """A line, cut where it is glued."""
    cuts = boundaries(line + rest, 0, len(line), table("en"))
    return [line[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Storm leaves thousands without power", "The storm that hit Velmere has left thousands of houses without power."),
        ("Storm damage closes harbour for weeks", "A harbour on the coast has been closed because of storm damage."),
        ("Crews repair the sea wall at Velmere", "More than forty people have been working on the wall since Monday."),
        ("Houses were flooded when the wall broke", "He said the flooded houses would be empty for months."),
    ],
)
def test_a_headline_or_caption_is_cut_from_the_sentence(first: str, second: str) -> None:
    assert parts(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "line",
    [
        "The storm that hit Velmere on Tuesday has left the Calder Bridge in ruins.",
        "Ines Calder met President Tomas Arroyo in Port Hale to speak about the storm.",
        "Officials in the Velmere district said the Red Anchor charity had sent tents.",
        "She was told by Captain Orla Finch of the Coast Guard that I had left.",
        "Crews came. The storm had passed. Ines Calder thanked them.",
    ],
)
def test_a_sentence_stays_whole(line: str) -> None:
    assert parts(line) == [line]


def test_paragraphs_set_apart_are_not_cut() -> None:
    """Where blank lines part a text, its headings stand alone already; a capital means a name."""
    line = "The critics loved the film The Silent Shore, which opened on Friday."
    assert parts(line, "\n\nIt was made in Velmere.\n\nIt runs for two hours.") == [line]


@given(st.text(alphabet=st.sampled_from("The storm A Velmere .,\n\"“”'’-"), max_size=200), st.integers(0, 50))
def test_cuts_lie_within_the_stretch_in_order(text: str, start: int) -> None:
    """Every cut is at a word, behind the start."""
    start = min(start, len(text))
    cuts = boundaries(text, start, len(text), table("en"))
    assert cuts == sorted(set(cuts))
    assert all(start < cut < len(text) and not text[cut].isspace() for cut in cuts)
