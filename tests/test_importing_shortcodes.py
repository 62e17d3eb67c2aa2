"""Importing WordPress's short codes: no words of the text, and what they play is named."""

from __future__ import annotations

import pytest
from dateline.importing.sources.shortcodes import without_codes


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[caption id='a' width='5']<img src=x> A quay[/caption]Ships sank.", "Ships sank."),
        ("[vc_row][vc_column width='1/2']Ships[/vc_column][/vc_row] sank.", "Ships sank."),
        ("Ships [gallery] sank [gallery ids='1,2'].", "Ships  sank ."),
        ("Ships [sic] sank [laughs], he [the pilot] said [1].", "Ships [sic] sank [laughs], he [the pilot] said [1]."),
        ("[caption]one [caption]two[/caption] three", " three"),
        ("[/b][b]", ""),
        ("Fewer than half [Okafor et al. p=0.04] agreed [n=12].", "Fewer than half [Okafor et al. p=0.04] agreed [n=12]."),
        (
            "[arm b=2] [Video courtesy of Ness TV] [gallery of kings]",
            "[arm b=2] [Video courtesy of Ness TV] [gallery of kings]",
        ),
        ("[ninja_form id=3][map zoom=&quot;4&quot;]Ships[button text=“Go”]", "Ships"),
        ("[[gallery]]", "[[gallery]]"),
    ],
)
def test_short_codes_are_no_text(text: str, left: str) -> None:
    """Words in brackets are."""
    assert without_codes(text)[0] == left


@pytest.mark.parametrize(
    ("code", "played"),
    [
        ("[tweet https://twitter.com/ness/status/4]", "https://twitter.com/ness/status/4"),
        ("[youtube https://youtu.be/n3ss]", "https://youtu.be/n3ss"),
        ("[youtube=https://www.youtube.com/watch?v=n3ss&w=640]", "https://www.youtube.com/watch?v=n3ss&w=640"),
        ("[vimeo 776655]", "vimeo 776655"),
        ("[audio mp3='/quay.mp3'][/audio]", "audio mp3='/quay.mp3'"),
        ("[embed]https://films.example/9[/embed]", "https://films.example/9"),
        ("\nhttps://vimeo.com/776655\n", "https://vimeo.com/776655"),
        ("\nhttps://ness.example/files/quay.mp4\n", "https://ness.example/files/quay.mp4"),
    ],
)
def test_a_code_that_plays_is_named(code: str, played: str) -> None:
    """By its address, whatever way it is written, or by its own words where it has none."""
    left, named = without_codes(f"Ships{code}sank.")
    assert (left.split(), named) == (["Ships", "sank."] if "\n" in code else ["Shipssank."], (played,))
