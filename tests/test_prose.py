"""Prose: HTML to text in blocks, and back with marks, offset for offset."""

from __future__ import annotations

import html
import re

import pytest
from dateline.site.prose import Mark, Prose
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<h2>Head</h2><p>one <em>two</em></p>", [("heading", "Head"), ("paragraph", "one two")]),
        ("<ul><li>a<ul><li>b</li></ul>c</li></ul>", [("item", "a"), ("item", "b"), ("item", "c")]),
        ("<blockquote><p>said</p></blockquote>", [("quote", "said")]),
        ('<p><img src="a.png" alt="x"> A ship</p>', [("caption", "A ship")]),
        ("<figure><img src=a><figcaption>Cap</figcaption></figure>", [("caption", "Cap")]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("cell", "a"), ("cell", "b")]),
        ("<p>a<br>b\nc</p>", [("paragraph", "a b c")]),
        ("<p>R&amp;D &lt;b&gt;</p>", [("paragraph", "R&D <b>")]),
        ("<p>a</p><script>alert(1)</script>", [("paragraph", "a")]),
        ("<p></p><p> </p>", []),
        ("<p>Thurs&shy;day, Ad\u00ada&#8203; and \u200eBo\ufeff</p>", [("paragraph", "Thursday, Ada and Bo")]),
        ("<p>می\u200cشود می&zwnj;شود</p>", [("paragraph", "می\u200cشود می\u200cشود")]),
    ],
)
def test_html_is_cut_into_blocks(source: str, blocks: list[tuple[str, str]]) -> None:
    """Blocks never run together, and nothing but words is text."""
    prose = Prose(source)
    assert [(b.kind, prose.text[b.start : b.end]) for b in prose.blocks] == blocks


def test_a_mark_stands_around_its_words() -> None:
    """A mark over an inline tag is set on both sides of it; words in links are left."""
    prose = Prose('<p>by Ada <b>Byron</b>, <a href="x">Ada</a></p>')
    assert prose.marked([Mark(3, 12, "<i>", "</i>"), Mark(14, 17, "<i>", "</i>")]) == (
        '<p id="p1">by <i>Ada </i><b><i>Byron</i></b>, <a href="x">Ada</a></p>'
    )


def test_an_offset_leads_to_its_paragraph() -> None:
    """The anchor of an offset is the id of its block on the page."""
    prose = Prose("<p>one</p><p>two</p>")
    assert prose.anchor(prose.text.index("two")) == "p2"
    assert 'id="p2">two' in prose.marked()


PIECES = st.sampled_from(
    ["<p>", "</p>", "<em>", "</em>", "<li>", "<ul>", "</ul>", "a b", " c\n", "&amp;", "<br>", "<td>", "<img>", "x"]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_marks_change_no_word(source: str, data: st.DataObject) -> None:
    """Whatever the HTML and the mark, the words of the page stay, and the marked words are those of the text."""
    prose = Prose(source)
    start = data.draw(st.integers(0, max(len(prose.text) - 1, 0)))
    end = data.draw(st.integers(start, len(prose.text)))
    marked = str(prose.marked([Mark(start, end, "[", "]")]))
    bare = re.sub(r"<[^>]*>", "", source)
    assert html.unescape(re.sub(r"<[^>]*>|[\[\]]", "", marked)) == html.unescape(bare)
    inside = "".join(re.findall(r"\[(.*?)\]", html.unescape(re.sub(r"<[^>]*>", "", marked)), re.DOTALL))
    assert "".join(inside.split()) == "".join(prose.text[start:end].split())
