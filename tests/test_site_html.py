"""An article's HTML, of any kind: what is a block, what is kept apart, what is no news, and where links to it lead."""

from __future__ import annotations

import re

import pytest
from dateline.site.clean import clean
from dateline.site.prose import Prose
from hypothesis import given
from hypothesis import strategies as st


def told(source: str) -> list[str]:
    """The words of each block."""
    prose = Prose(source)
    return [prose.text[block.start : block.end] for block in prose.blocks]


LOOSE = [
    "section",
    "div",
    "center",
    "address",
    "aside",
    "main",
    "details",
    "article",
    "header",
    "footer",
    "nav",
    "form",
    "x-box",
]


@pytest.mark.parametrize("tag", LOOSE)
def test_loose_words_are_a_paragraph_with_a_place(tag: str) -> None:
    """Before, between and behind paragraphs: as they are, in a blog, and as they are cleaned."""
    source = f"<{tag}>One <em>ship</em><p>Two</p>Three</{tag}>Four"
    for html in (source, clean(source)):
        prose = Prose(html)
        assert told(html) == ["One ship", "Two", "Three", "Four"]
        assert {block.kind for block in prose.blocks} == {"paragraph"}
        assert re.findall(r'id="([^"]*)"', prose.marked()) == list(prose.anchors)


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<main>One</main><main>Two</main>", ["One", "Two"]),
        ("<p>By sea</p><address>Oslo</address>Two ships", ["By sea", "Oslo", "Two ships"]),
        ("<p><button>More</button>Merkel met Solberg.</p>", ["More", "Merkel met Solberg."]),
        ("<label>One</label><label>Two</label>", ["One", "Two"]),
        ("<details><summary>Head</summary>Body</details>", ["Head", "Body"]),
        ("<fieldset><legend>One</legend>Two</fieldset>", ["One", "Two"]),
        ("<select><option>One<option>Two</select>Three", ["One", "Two", "Three"]),
        ("<textarea>One</textarea>Two", ["One", "Two"]),
        ("<x-card>One</x-card><x-card>Two</x-card>", ["One", "Two"]),
        ("<noscript><p>One</p></noscript>Two", ["One", "Two"]),
        ("<object data=x>One</object>Two", ["One", "Two"]),
        ("One<hr />Two", ["One", "Two"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<table><tfoot><tr><td>a</td><td>b</td></tr></tfoot></table>", ["a", "b"]),
        ("<p>One<input>Two</p>", ["One Two"]),
        ("<p>One<br>Two</p>", ["One Two"]),
        ("<p>One<video>No video here</video>Two</p>", ["One Two"]),
        ("<iframe src=x><p>No frames here</p></iframe>One", ["One"]),
        ("<title>Not here</title>One", ["One"]),
        ("<p>One<br><br>Two</p>", ["One", "Two"]),
        ("One<br />\n&nbsp;<br />\nTwo<br>on", ["One", "Two on"]),
        ("<div><b>One<br></b><!-- x --><br><br><i>Two</i></div>", ["One", "Two"]),
        ("<p>One<br><code>x</code><br>Two</p>", ["One x Two"]),
        ("<p>One<br></p><p><br>Two</p>", ["One", "Two"]),
    ],
)
def test_words_of_two_blocks_are_apart(source: str, blocks: list[str]) -> None:
    """As they are, and where their elements are taken out."""
    assert [told(source), told(clean(source))] == [blocks, blocks]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p><span class=cap>T</span>he ship</p>", "The ship"),
        ("<p><big>M</big>erkel</p>", "Merkel"),
        ("<p><font size=7>M</font><b>er</b>kel</p>", "Merkel"),
        ("<p>Sol<wbr>berg</p>", "Solberg"),
        ("<p>Mr <st1:name>Sol</st1:name>berg</p>", "Mr Solberg"),
        ("<p>Reuters<svg><title>Link</title><path/></svg>, too</p>", "Reuters, too"),
    ],
)
def test_elements_in_a_line_join(source: str, words: str) -> None:
    """As a browser joins them."""
    assert [told(source), told(clean(source))] == [[words], [words]]


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<blockquote>a<section>b</section></blockquote>c", ["quote", "quote", "paragraph"]),
        ("<blockquote><p>a</blockquote><p>b", ["quote", "paragraph"]),
        ("<figure><img src=a>Cap</figure>b", ["caption", "paragraph"]),
        ("<figure><img src=a><figcaption><p>Cap</p></figcaption></figure>", ["caption"]),
        ("<div><img src=a>Merkel met Solberg.</div>", ["paragraph"]),
        ("<ul><li>a<div>b</div>c</li></ul>d", ["item", "paragraph", "item", "paragraph"]),
        ("<li>a<hr>b</li>", ["item", "item"]),
        ("<p><img src=a>Cap<br><br>b</p>", ["caption", "paragraph"]),
        ("<blockquote>a<br><br>b</blockquote>", ["quote", "quote"]),
    ],
)
def test_loose_words_are_of_the_kind_around_them(source: str, kinds: list[str]) -> None:
    """And an element that was left open ends with the one that holds it."""
    assert [block.kind for block in Prose(source).blocks] == kinds
    assert [block.kind for block in Prose(clean(source)).blocks] == kinds


def test_an_articles_own_ids_stay() -> None:
    """No place of ours has the same; a link around loose words stays one."""
    prose = Prose('<p id="p2">One</p><p>Two</p><a href="x">Three</a>')
    assert prose.marked() == (
        '<p id="p2"><span id="p1">One</span></p><p id="p2-">Two</p><a href="x"><span id="p3">Three</span></a>'
    )


def test_code_is_no_block_and_stays_on_the_page() -> None:
    """In a line it stays among the words, and is told apart."""
    prose = Prose(clean("<p>Run <code>make &lt;b&gt;</code> <em>now</em></p><pre><code>a &lt; <i>b</i>\n</code></pre>"))
    [last] = Prose("<p>Run <code>make  </code></p>").code
    assert (told(clean("<pre>One</pre>Two")), last.end) == (["Two"], len("Run make"))
    assert prose.text == "Run make <b> now"
    assert [prose.text[one.start : one.end] for one in prose.code] == ["make <b>"]
    assert prose.marked().endswith("<pre><code>a &lt; <i>b</i>\n</code></pre>")
    kinds = Prose("<p><code>a</code> <kbd>b</kbd> <samp>c</samp> <tt>d</tt></p>")
    assert [kinds.text[one.start : one.end] for one in kinds.code] == ["a", "b", "c"]


# --- any nesting

WORDS = st.text("abcdefgh", min_size=1, max_size=3)
BLOCKS = [*LOOSE, "p", "li", "ul", "blockquote", "h2", "summary", "button", "label", "fieldset", "option", "dd", "figure"]
INLINE = ["em", "span", "b", "q", "font", "time", "code"]
CODE = ["pre", "script", "style"]
#: an element and what it holds: words, or further elements
Tree = tuple[str, "list[Tree | str]"]


def _holds(inner: st.SearchStrategy[Tree | str]) -> st.SearchStrategy[Tree | str]:
    return st.tuples(st.sampled_from(BLOCKS + INLINE), st.lists(inner, max_size=4))


LEAVES = WORDS | st.tuples(st.sampled_from(CODE), st.lists(WORDS, max_size=2))
TREES = st.lists(st.recursive(LEAVES, _holds, max_leaves=12), max_size=5)


def written(trees: list[Tree | str]) -> str:
    """Trees as HTML."""
    return "".join(one if isinstance(one, str) else f"<{one[0]}>{written(one[1])}</{one[0]}>" for one in trees)


def shown(trees: list[Tree | str]) -> str:
    """The words that are no code, with a line end wherever a block begins or ends."""
    found = ""
    for one in trees:
        if isinstance(one, str):
            found += one
        elif one[0] in INLINE:
            found += shown(one[1])
        elif one[0] in {"pre", *BLOCKS}:
            found += f"\n{'' if one[0] == 'pre' else shown(one[1])}\n"
    return found


@given(TREES)
def test_every_word_is_in_one_block_that_can_be_linked_to(trees: list[Tree | str]) -> None:
    """Whatever is in what: no two blocks run together, code is in none, and each has its own place on the page."""
    for source in (written(trees), clean(written(trees))):
        prose = Prose(source)
        assert told(source) == shown(trees).split()
        assert re.findall(r'id="([^"]*)"', prose.marked()) == list(prose.anchors)
        for block, anchor in zip(prose.blocks, prose.anchors, strict=True):
            assert {prose.anchor(at) for at in range(block.start, block.end)} == {anchor}


# --- a site
