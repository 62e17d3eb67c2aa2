"""Passages: furniture is told from the story."""

from __future__ import annotations

import itertools

import pytest
from dateline.lang import words
from dateline.model import Article
from dateline.passages import with_blocks
from hypothesis import given
from hypothesis import strategies as st

CUES = words("en", "cues")


def kinds(text: str) -> list[str]:
    return [b.kind for b in with_blocks(Article("a", text, "2020-05-08"), CUES).blocks]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("FILE PHOTO: A minister waves", "caption"),
        ("A crowd in the square. Getty Images", "caption"),
        ("By Jane Marsh and John Reed", "byline"),
        ("(Additional reporting by Jane Marsh; Editing by John Reed)", "credit"),
        ("(Reporting by Jane Marsh)", "credit"),
        ("Read more: what the treaty says", "pointer"),
        ("By Friday the two sides had agreed.", "paragraph"),
        ("Reporting the deaths was hard, he said.", "paragraph"),
        ("(The editing of the film took years.)", "paragraph"),
    ],
)
def test_a_block_is_recognised(text: str, kind: str) -> None:
    """Captions, bylines, credits and pointers are furniture; sentences that look alike are not."""
    assert kinds(text) == [kind]


def test_the_place_line_gives_place_and_agency() -> None:
    """The place line is a block of its own, and says where and from whom."""
    article = with_blocks(Article("a", "OSLO/BERGEN (Gazette) – Norway won.", "2020-05-08"), CUES)
    assert (article.location, article.source) == ("OSLO/BERGEN", "Gazette")
    assert [article.text[b.start : b.end] for b in article.blocks] == ["OSLO/BERGEN (Gazette) – ", "Norway won."]


def test_a_caption_before_the_place_line_is_no_story() -> None:
    """What stands above the place line and is no sentence is a caption."""
    assert kinds("A ship in the harbour\n\nOSLO (Gazette) - Norway won.") == ["caption", "placeline", "paragraph"]


@given(st.text(max_size=300))
def test_blocks_lie_in_the_text_in_order(text: str) -> None:
    """Blocks never overlap, and hold words."""
    blocks = with_blocks(Article("a", text, "2020-05-08"), CUES).blocks
    assert all(0 <= b.start < b.end <= len(text) for b in blocks)
    assert all(a.end <= b.start for a, b in itertools.pairwise(blocks))
