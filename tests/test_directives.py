"""Directives: a paragraph of a text chooses events, and is no text itself."""

from __future__ import annotations

import pytest
from dateline.site.chosen import Choice
from dateline.site.directives import asked, given, put_in, taken_out
from dateline.site.prose import Prose

from .views import event, views


def choice() -> Choice:
    return Choice(views([event("a", "2020-01-05"), event("b", "2020-02-01", "2020-02-29", weight=0.9), event("c", kind="AID")]))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, "abc"),
        ({"actor": "Ann"}, "abc"),
        ({"actor": "bob", "type": "consult"}, "ab"),
        ({"type": "Talks"}, "ab"),
        ({"type": "AID"}, "c"),
        ({"place": "Oslo"}, ""),
        ({"from": "2020-02-10", "to": "2020-02-11"}, "b"),
        ({"from": 2020}, "ab"),
        ({"to": "2020-01"}, "a"),
        ({"from": "2020-01-05 10:00:00", "to": "2020-01-05"}, "a"),
        ({"limit": 1}, "b"),
    ],
)
def test_events_are_chosen(wanted: dict[str, object], found: str) -> None:
    """By name or id, by overlap in time; with a limit, the heaviest; in order of time."""
    assert "".join(e.id for e in choice().events(wanted)) == found


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"actr": "Ann"}, "'actr'.*did you mean 'actor'"),
        ({"actor": "Anne"}, "no actor is called 'Anne': did you mean 'Ann'"),
        ({"type": "CONSULTS"}, "did you mean 'CONSULT'"),
        ({"from": "last year"}, "from is 'last year': write it as 2020"),
        ({"to": "2020-02-31"}, "to is"),
        ({"limit": "0"}, "whole number from 1"),
    ],
)
def test_what_is_asked_wrongly_is_named(wanted: dict[str, object], says: str) -> None:
    """With what may have been meant."""
    with pytest.raises(ValueError, match=says):
        choice().events(wanted)


DIRECTIVE = '<p>[timeline actor="Vladimir Putin" from=2020-04 to=2020-05]</p>'


def test_a_directive_is_no_text() -> None:
    """It moves no offset, and is put in after the text is read."""
    without, source = "<p>One.</p>\n\n<p>Two.</p>", f"<p>One.</p>\n{DIRECTIVE}\n<p>Two.</p>"
    read = Prose(taken_out(source))
    assert (read.text, read.blocks) == (Prose(without).text, Prose(without).blocks)
    [words] = asked(taken_out(source))
    assert put_in(str(read.marked()), {words: "<ol></ol>"}) == '<p id="p1">One.</p>\n<ol></ol>\n<p id="p2">Two.</p>'
    assert put_in(taken_out(source), {}) == "<p>One.</p>\n\n<p>Two.</p>"


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        (DIRECTIVE, {"actor": "Vladimir Putin", "from": "2020-04", "to": "2020-05", "limit": "10"}),
        ("<p>[timeline]</p>", {"limit": "10"}),
        ("<p>[timeline actor=“A &amp; B” limit=3]</p>", {"actor": "A & B", "limit": "3"}),
        ("<p>[timeline actor=&quot;A--B&quot;\ntype='X Y']</p>", {"actor": "A--B", "type": "X Y", "limit": "10"}),
    ],
)
def test_a_directive_is_read(paragraph: str, wanted: dict[str, str]) -> None:
    """Whatever the quotes have become on the way."""
    [words] = asked(taken_out(paragraph))
    assert "--" not in words
    assert given(words) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "<p>See [timeline] there.</p>",
        "<pre><code>[timeline]</code></pre>",
        "<p>[timelines]</p>",
        "<p>[timeline\n<em>x</em>]</p>",
    ],
)
def test_what_is_no_directive_stays(source: str) -> None:
    """Only a paragraph of its own is one."""
    assert taken_out(source) == source


def test_words_that_are_no_pair_are_named() -> None:
    """As a name without quotes."""
    with pytest.raises(ValueError, match="'Putin' is no key=value"):
        given(" actor=Vladimir Putin")
