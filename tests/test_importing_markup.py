"""Importing fields: entities are decoded once beyond the format's own level, paired inline tags go, words about tags stay."""

from __future__ import annotations

import pytest
from dateline.importing.page.pages import page
from dateline.importing.sources import feeds, records
from dateline.importing.words.markup import unwrap
from hypothesis import given
from hypothesis import strategies as st

from .importing.pages import html, linked, meta


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Weir&#8217;s R&amp;D", "Weir’s R&D"),
        ("&quot;No&quot;, he said", '"No", he said'),
        ("<a href='/by/x'>Ann</a> Lee", "Ann Lee"),
        ("&lt;em&gt;Dawn&lt;/em&gt; sails", "Dawn sails"),
        ("<p><b>Dawn</b> sails</p>", "Dawn sails"),
        ("Use of <script> tags", "Use of <script> tags"),
        ("Use of &lt;b&gt; tags", "Use of <b> tags"),
        ("Why <script></script> is slow", "Why <script></script> is slow"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("First line<br>second", "First line second"),
        ("What <br> means", "What <br> means"),
        ("&amp;amp;", "&amp;"),
        ("Q&A &nosuch; &copy", "Q&A &nosuch; &copy"),
    ],
)
def test_a_value_becomes_words(value: str, words: str) -> None:
    """Decoded once; tags go where they are opened and closed."""
    assert unwrap(value) == words


@given(st.text(alphabet=st.sampled_from("ab <>/&;#pbi=3x"), max_size=40))
def test_a_value_without_entities_and_ends_of_tags_stays(value: str) -> None:
    """Nothing goes but entities, pairs of tags, and breaks."""
    plain = value.replace("&", "").replace("</", "").replace("<b", "")
    assert unwrap(plain) == " ".join(plain.split())


@pytest.mark.parametrize(
    ("head", "tags"),
    [
        (linked(keywords="R&amp;D, rivers"), ("R&D", "rivers")),
        (linked(keywords=["R&amp;D", "Lee, Ann"]), ("R&D", "Lee, Ann")),
        (linked(keywords=["R&amp;D, rivers"]), ("R&D", "rivers")),
        (linked(keywords=["Dam: the film", "section:town"]), ("Dam: the film",)),
        (linked(keywords=[{"@type": "DefinedTerm", "name": "<b>Dams</b>"}]), ("Dams",)),
        (linked(articleSection="Art &amp; Stage"), ("Art & Stage",)),
        ('<meta name="keywords" content="R&amp;amp;D, rivers">', ("R&D", "rivers")),
        (meta(article__tag="R&amp;D"), ("R&D",)),
    ],
)
def test_tags_are_decoded_before_they_are_split(head: str, tags: tuple[str, ...]) -> None:
    """The semicolon of an entity parts nothing; of several values each is one tag."""
    assert page(html(head)).tags == tags


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (linked(publisher={"name": "Dale &amp; Moor"}), "source", "Dale & Moor"),
        (meta(og__site_name="Dale &amp;amp; Moor"), "source", "Dale & Moor"),
        (linked(author={"name": "<a href='/x'>Ann O&#39;Dea</a>"}), "author", "Ann O'Dea"),
        (linked(image={"url": "https://x.example/a.jpg", "creditText": "<i>Bo</i> &amp; Co"}), "image_credit", "Bo & Co"),
        (meta(og__image__credit="Bo &amp;amp; Co"), "image_credit", "Bo & Co"),
    ],
)
def test_a_field_of_a_page_is_words(head: str, field: str, value: str) -> None:
    """Sources, authors and credits."""
    assert getattr(page(html(head)), field) == value


ITEM = (
    "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Dale &amp;amp; Moor</title><item>{}</item>"
)


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ("<title>Use of &lt;script&gt; tags</title>", "title", "Use of <script> tags"),
        ("<title>Use of &amp;lt;script&amp;gt; tags &lt;i&gt;now&lt;/i&gt;</title>", "title", "Use of <script> tags now"),
        ("<title><![CDATA[Weir&#8217;s <i>Dawn</i> & 3 < 5]]></title>", "title", "Weir’s Dawn & 3 < 5"),
        ("<category>R&amp;amp;D</category><category>Q&amp;A</category>", "tags", ("R&D", "Q&A")),
        ("<title>x</title>", "source", "Dale & Moor"),
    ],
)
def test_a_field_of_a_feed_is_words(item: str, field: str, value: object) -> None:
    """Words about tags stay."""
    [entry] = feeds.entries(f"{ITEM.format(item)}</channel></rss>".encode())
    assert getattr(entry, field) == value


def test_a_title_in_plain_text_keeps_its_tags() -> None:
    """Atom says which titles are HTML."""
    entry = "<entry><title type='text'>Use of &lt;b&gt;x&lt;/b&gt;</title></entry>"
    [found] = feeds.entries(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>".encode())
    assert found.title == "Use of <b>x</b>"


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"title": "<p>Weir&#8217;s <b>Dawn</b></p>"}, "title", "Weir’s Dawn"),
        ({"title": "Use of <script> tags"}, "title", "Use of <script> tags"),
        ({"keywords": "R&amp;D; rivers"}, "tags", ("R&D", "rivers")),
        ({"keywords": ["R&amp;D", "Lee, Ann"]}, "tags", ("R&D", "Lee, Ann")),
        ({"credit": "Bo &amp; Co"}, "image_credit", "Bo & Co"),
    ],
)
def test_a_field_of_a_record_is_words(record: dict[str, object], field: str, value: object) -> None:
    """Of tables and JSON lines too."""
    assert getattr(records.article({"text": "x", **record}), field) == value
