"""Importing authors and titles: persons are authors, and the headline is the title."""

from __future__ import annotations

import pytest
from dateline.importing.page.authors import persons, without_contacts
from dateline.importing.page.pages import page
from dateline.importing.sources import feeds

from .importing.pages import HEADLINE, TEXT, TITLE, html, linked, meta


@pytest.mark.parametrize(
    "value",
    [
        "No Author", "By ...", "By", "Name", "admin", "View all posts by admin", "Anonymous", "null", "Guest Author", "42",
        "Staff Writer", "Political Editor", "Coast Herald", "Coast Herald News Desk", "Web Desk", "Northwire Staff", "Reuters",
        "Reuters Staff", "AFP", "dpa", "Our Special Correspondent", "Contributors to Openpedia projects", "@annlee",
        "ann@x.example", "ann@x.museum", "https://x.example/ann", "Redaktion", "Agencies and staff", "admin on March 3, 2019",
        "Moor Daily Reporter", "A staff correspondent", "The Editors' Board", "The Moor Press", "von epd", "La redazione",
        "Redaktion Oberland", "SDA", "TT", "Newsroom", "Foto: Bo Marsh", "Northwire News Service", "Le Phare avec AFP",
    ],
)  # fmt: skip
def test_who_is_no_person_is_no_author(value: str) -> None:
    """Words for nobody, desks, agencies, addresses, the paper itself."""
    assert persons([value], "Coast Herald", "Le Phare") == ""


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE AND BO MARSH", "ANN LEE AND BO MARSH"),
        ("Written by: Ann Lee", "Ann Lee"),
        ("View all posts by Ann Lee", "Ann Lee"),
        ("Von Anna Weber", "Anna Weber"),
        ("Von Braun", "Von Braun"),
        ("Par Lagerholm", "Par Lagerholm"),
        ("Byron Lee", "Byron Lee"),
        ("Ann Lee; Bo Marsh", "Ann Lee, Bo Marsh"),
        ("Ann Lee, Political Editor", "Ann Lee"),
        ("Ann Lee, Coast Herald", "Ann Lee"),
        ("Ann Lee/AP", "Ann Lee"),
        ("Ann Lee and Northwire Staff", "Ann Lee"),
        ("ann@x.example (Ann Lee)", "Ann Lee"),
        ("Ann Lee <ann.lee@x.example>", "Ann Lee"),
        ("Lee, Ann", "Lee, Ann"),
        ("Ministry of Health and Care", "Ministry of Health and Care"),
        ("Sid", "Sid"),
        ("Emily Post", "Emily Post"),
        ("By Ann Lee | Updated March 3, 2019", "Ann Lee"),
        ("Ann Lee on 3 March 2019", "Ann Lee"),
        ("Ann Lee Joined", "Ann Lee"),
        ("Max Born", "Max Born"),
        ("Con Marsh", "Con Marsh"),
        ("Ada Board", "Ada Board"),
        ("Text: Anna Weber, Foto: Bo Marsh", "Anna Weber"),
        ("Ein Beitrag von Anna Weber", "Anna Weber"),
        ("Olive Service", "Olive Service"),
        ("Tom Wire", "Tom Wire"),
        ("Ann Lee @ann_lee", "Ann Lee"),
        ("Ann Lee for the Moor Gazette", "Ann Lee"),
        ("Ann Lee avec AFP", "Ann Lee"),
        ("Centre for Policy Research", "Centre for Policy Research"),
    ],
)
def test_persons_stay(value: str, author: str) -> None:
    """Without what stands before their names and beside them."""
    assert persons([value], "Coast Herald") == author


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        ('<meta name="dc.creator" content="Ann Lee"><meta name="dc.creator" content="Bo Marsh">', "", "Ann Lee, Bo Marsh"),
        ('<meta name="author" content="admin"><meta name="parsely-author" content="Ann Lee">', "", "Ann Lee"),
        (linked(author=[{"name": "Coast Desk"}, {"name": "Ann Lee"}]), "", "Ann Lee"),
        (linked(author={"@type": "Person", "name": ["Ann Lee", "Bo Marsh"]}), "", "Ann Lee, Bo Marsh"),
        (linked(author={"@type": "Organization", "name": "Dale Co"}, publisher={"name": "Dale Co"}), "", ""),
        (linked(author={"@type": "Person", "name": "Ann Lee"}, publisher={"name": "Ann Lee"}), "", "Ann Lee"),
        (linked(author={"name": "No Author"}), "<p>By Ann Lee and Bo Marsh</p>", "Ann Lee and Bo Marsh"),
        ("", "<p>By Friday it will be open.</p>", ""),
        ("", "<p><span>By Ann Lee</span><span>April 9, 2019 at 10 pm</span></p>", "Ann Lee"),
        ("", "<p>Riverton Council, 3 May 2019</p>", ""),
        ("", "<p>By Town Hall on 3 May 2019 a crowd had come.</p>", ""),
        (
            linked(author={"@type": "Organization", "name": "Moor Gazette"}, publisher={"name": "Moor Gazette Ltd"}),
            "<p>By Ann Lee and Bo Marsh</p>",
            "Ann Lee and Bo Marsh",
        ),
        (linked(author={"@type": "Organization", "name": "Moor Gazette"}, publisher={"name": "Moor Gazette Ltd"}), "", ""),
        (linked(author={"@type": "Organization", "name": "Ministry of Works"}), "", "Ministry of Works"),
        (
            linked(author={"@type": "Organization", "name": "Ministry of Works"}) + '<meta name="author" content="Ann Lee">',
            "",
            "Ann Lee",
        ),
        (linked(headline="Fog on the moor", author={"name": "Cy Hale"}), "", ""),
        ("", "<div class='author-meta'>Ann Lee <i>Joined 4 May 2011</i></div>", "Ann Lee"),
    ],
)
def test_a_page_names_its_authors(head: str, body: str, author: str) -> None:
    """All of them; where data name nobody, the line below the headline does."""
    assert page(html(head, f"{HEADLINE}{body}{TEXT}")).author == author


@pytest.mark.parametrize(
    ("head", "body", "window", "title"),
    [
        (meta(og__title="Moor - who owns it?"), "<h1>Moor - who owns it?</h1><h2>Moor</h2>", "Moor - who owns it? - Post",
         "Moor - who owns it?"),
        (meta(og__title="Lee: end of the line"), "<h1>Lee: end of the line</h1><h2>End of the line</h2>",
         "Lee: end of the line", "Lee: end of the line"),
        ("", "<h1>SO<sub>2</sub> falls again</h1>", "x", "SO2 falls again"),
        ("", "<h1><b>Moor</b><b>Fog falls again</b></h1>", "x", "Moor Fog falls again"),
    ],
)  # fmt: skip
def test_a_headline_stays_whole(head: str, body: str, window: str, title: str) -> None:
    """No part of it is taken for the site's name, and its letters stay together; the text does not say it again."""
    found = page(html(head, f"{body}{TEXT}", window=window))
    assert found.title == title
    assert not found.text.startswith("#")


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ("<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Marsh</dc:creator>", "Ann Lee, Bo Marsh"),
        ("<dc:creator>ann@x.example (Ann Lee)</dc:creator><dc:creator>Bo Marsh</dc:creator>", "Ann Lee, Bo Marsh"),
        ("<author>ann@x.example (Ann Lee)</author>", "Ann Lee"),
        ("<author>ann@x.example</author>", ""),
        ("<dc:creator>Ann Lee</dc:creator><author>desk@x.example</author>", "Ann Lee"),
    ],
)
def test_a_feed_names_its_authors(item: str, author: str) -> None:
    """All creators, and no address."""
    head = "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>x</title>"
    [entry] = feeds.entries(f"{head}<item><title>x</title>{item}</item></channel></rss>".encode())
    assert entry.author == author


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("By Ann Lee ann\\_lee@x.example\n\nIt rained.", "By Ann Lee\n\nIt rained."),
        ("It rained.\n\nContact the desk at desk@x.example.", "It rained."),
        ("It rained.\n\nann@x.example", "It rained."),
        ("The mayor asked all who had seen the fire to write to mayor@x.example before the end of May.",) * 2,
    ],
)
def test_lines_of_contact_are_left_out(text: str, left: str) -> None:
    """Of a byline the names stay; a sentence stays."""
    assert without_contacts(text) == left


@pytest.mark.parametrize(
    ("head", "body", "window"),
    [
        (linked(headline="crossing of a river in the uplands", name=TITLE), HEADLINE, f"{TITLE} - Openpedia"),
        (linked(headline="crossing of a river") + meta(og__title=f"{TITLE} - Openpedia"), HEADLINE, f"{TITLE} - Openpedia"),
        (linked(headline="Bridge stays…"), HEADLINE, TITLE),
        (meta(og__title=f"{TITLE} | Dale Post", og__site_name="Dale Post"), "<h1>Dale Post</h1>", "Dale Post"),
        (meta(og__title="Dale Post", og__site_name="Dale Post"), HEADLINE, f"Dale Post: {TITLE}"),
        ("", f"<h1><a href='/'>Dale Post</a></h1><h2>{TITLE}</h2>", f"Dale Post » {TITLE}"),
        ("", "", f"{TITLE} « Dale Post"),
        (linked(headline="Fog on the moor", url="https://x.example/fog"), HEADLINE, TITLE),
        (linked(headline="Local news") + meta(og__title=TITLE), f"{HEADLINE}<h2>Local news</h2>", f"{TITLE} | Local news"),
        (linked(headline="Opinion") + meta(og__title=TITLE), HEADLINE, f"Opinion: {TITLE}"),
        ("", "<h1><span>B</span>ridge stays closed</h1>", f"{TITLE} - Dale Post"),
        ("", "<h1>Bridge<br>stays closed</h1>", ""),
    ],
)
def test_the_title_is_the_headline(head: str, body: str, window: str) -> None:
    """Not a description, not the site, not what is cut short, not another article's."""
    address = '<link rel="canonical" href="https://x.example/bridge">'
    site = "Dale Post" if "«" in window else ""
    found = page(html(address + head + (meta(og__site_name=site) if site else ""), f"{body}{TEXT}", window=window))
    assert found.title == TITLE
