"""Pictures for links: PNG of the right size, small, the same each time, whatever the text."""

from __future__ import annotations

import io

import pytest
from dateline.events.schema import ALLOWED, kinds
from dateline.site.pictures import Card, actor_card, drawing, event_card, letters, picture, shapes, site_card
from dateline.site.views import EventView, Views
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from .exported import views

LONG = "The foreign ministers of several countries met in the harbour town and spoke about ferries, fish and old quarrels. " * 4
CARDS = {
    "event": Card("Site", "18 March 2014", "Agreement, visit", "diamond", "teal", "They signed a treaty"),
    "long": Card(LONG, LONG, LONG, "star", "violet", LONG),
    "word": Card("Site", "x" * 500, "x" * 500, "cross", "red", "x" * 500),
    "emoji": Card("\U0001f525", "\U0001f1f3\U0001f1f4", "\u2764\ufe0f", "ring", "blue", "Fire \U0001f525"),
    "arabic": Card("\u0623\u062e\u0628\u0627\u0631", "7 \u0645\u0627\u064a\u0648", text="\u0627\u0644\u0631\u0626\u064a\u0633"),
    "unknown names": Card("Site", "2014", "Kind", "heart", "pink", "Text"),
    "bars": Card("Site", "Name", "37 events", bars=tuple(range(80)), ends=("1807", "2021")),
    "one bar": Card("Site", "Name", "1 event", text="Text", bars=(1,), ends=("2021", "")),
    "empty": Card(""),
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_picture_is_a_small_png(card: Card) -> None:
    """1200 by 630 pixels in a palette, below 25 KB, the same bytes again."""
    content = picture(card)
    image = Image.open(io.BytesIO(content))
    image.load()
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(content) < 25_000
    assert picture(card) == content


@given(st.text(max_size=60), st.text(max_size=600))
@settings(max_examples=30)
def test_no_text_is_an_error(title: str, text: str) -> None:
    """Whatever an article says can be drawn, or is left out."""
    assert picture(Card(title, title, title, text=text)).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Viktor Orb\u00e1n \u2013 \u0141\u00f3d\u017a", "Viktor Orban - Lodz"),
        ("Orba\u0301n", "Orban"),
        ("Stra\u00dfe,\u00a0\u201cS\u00f8r\u201d\n\x07\u2026", "Strasse, \u201cSor\u201d \u2026"),
        ("\u20ac5m", "EUR 5m"),
        ("Fire \U0001f525", ""),
        ("\u041c\u043e\u0441\u043a\u0432\u0430", ""),
        ("\u5317\u4eac", ""),
        ("", ""),
    ],
)
def test_only_letters_that_the_font_has_are_drawn(text: str, drawn: str) -> None:
    """Latin loses its marks; a text with other letters is left out whole."""
    assert letters.drawable(text) == drawn


def test_a_text_shrinks_before_it_is_cut() -> None:
    """In the first size in which it fits; in the last, with an ellipsis."""
    short, longer, longest = (letters.fitted(text, (60, 40), 1000, 150) for text in ("Short", "word " * 20, "word " * 200))
    assert (short.size, short.lines) == (60, ("Short",))
    assert longer.size == 40
    assert (longest.size, len(longest.lines), longest.lines[-1][-1]) == (40, 3, letters.ELLIPSIS)
    assert all(letters.font(40).getlength(line) <= 1000 for line in longest.lines)


def test_left_out_text_leaves_no_ink() -> None:
    """An Arabic title draws what no title draws."""
    assert picture(Card("Site", "\u0627\u0644\u0631\u0626\u064a\u0633")) == picture(Card("Site"))


def test_every_kind_has_its_colour_and_shape() -> None:
    """A new colour or shape of a kind of event must be drawn too."""
    assert set(drawing.KINDS) == set(ALLOWED["colour"])
    assert all(shapes.shape(name).getbbox() for name in ALLOWED["shape"])
    assert len({shapes.shape(name).tobytes() for name in ALLOWED["shape"]}) == len(ALLOWED["shape"])


# cards


@pytest.fixture(scope="module")
def seen() -> Views:
    return views()


def test_an_event_card_says_when_what_and_whether(seen: Views) -> None:
    """The date in words, the kind and, where it did not simply happen, the status."""
    label = kinds()["CONSULT"].label
    card = event_card(seen.by_id["year"], "Site")
    assert (card.title, card.label, card.text, card.site) == ("1807", f"{label}, denied", "Solberg met Denmark", "Site")
    assert event_card(seen.by_id["day"], "Site").label == label
    assert event_card(seen.by_id["undated"], "Site").title == ""


def test_an_actor_card_counts_years(seen: Views) -> None:
    """A bar a year, the empty ones too."""
    recent: list[EventView] = [seen.by_id[i] for i in ("range", "month", "day", "undated")]
    card = actor_card(seen.actors["denmark"], recent, "Site")
    assert (card.title, card.label, card.bars, card.ends) == ("Denmark", "4 events", (1, 0, 2), ("2019", "2021"))
    assert actor_card(seen.actors["denmark"], recent[:1], "Site").label == "1 event"


def test_long_times_share_bars(seen: Views) -> None:
    """From 44 BC to the year 9999 in no more bars than fit, with none lost."""
    card = site_card("Site", "Subtitle", seen.events)
    assert len(card.bars) <= 80
    assert sum(card.bars) == len(seen.dated)
    assert card.ends == ("44 BC", "9999")
    assert (card.title, card.text, card.site) == ("Site", "Subtitle", f"{len(seen.events)} events")
