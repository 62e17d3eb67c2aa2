"""Importing WordPress's export: the file's own texts, of what is published, and nothing is asked for."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from dateline.importing.found import Found
from dateline.importing.sources import gathering
from dateline.importing.sources.sniff import kind

from .importing.pieces import articles, reader, titles

__all__ = ["reader"]

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"'
)
TEXT = (
    "The <em>old</em> quay of Nessfield was closed on Thursday, after a crane had sunk a hand's width into it.\n\n"
    'Engineers <a href="/2019/report/">warned of that</a> in 2019, the harbour master said; nobody had listened to them.\n\n'
    "It is to open again in June [sic], if the money is found."
)
BLOCKS = "".join(f"<!-- wp:paragraph -->\n<p>{part}</p>\n<!-- /wp:paragraph -->\n\n" for part in TEXT.split("\n\n"))
MARKDOWN = (
    "The old quay of Nessfield was closed on Thursday, after a crane had sunk a hand's width into it.\n\n"
    "Engineers [warned of that](https://ness.example/2019/report/) in 2019, the harbour master said; nobody had listened to "
    "them.\n\nIt is to open again in June \\[sic\\], if the money is found."
)


def item(title: str = "Quay closed", content: str = TEXT, status: str = "publish", kind: str = "post", more: str = "") -> str:
    return f"""<item><title><![CDATA[{title}]]></title><link>https://ness.example/2020/05/quay/</link>
<pubDate>Fri, 08 May 2020 03:30:00 +0000</pubDate><dc:creator><![CDATA[amoor]]></dc:creator><description></description>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[Short.]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date><![CDATA[2020-05-07 23:30:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[2020-05-08 03:30:00]]></wp:post_date_gmt><wp:status><![CDATA[{status}]]></wp:status>
<wp:post_type><![CDATA[{kind}]]></wp:post_type>{more}
<category domain="category" nicename="port"><![CDATA[Port &amp; Sea]]></category>
<category domain="post_tag" nicename="cranes"><![CDATA[cranes]]></category>
<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category></item>"""


def export(*items: str) -> bytes:
    author = (
        "<wp:author><wp:author_login><![CDATA[amoor]]></wp:author_login><wp:author_email>a@ness.example</wp:author_email>"
        "<wp:author_display_name><![CDATA[Ada Moor]]></wp:author_display_name></wp:author>"
    )
    head = f"<title>The Ness Courier</title><link>https://ness.example</link><language>en-GB</language>{author}"
    return f'<?xml version="1.0"?>\n<rss version="2.0" {SPACES}><channel>{head}{"".join(items)}</channel></rss>'.encode()


def read(reader: gathering.Gathering, path: Path, data: bytes) -> list[Found | str]:
    path.write_bytes(data)
    return list(articles(reader.pieces(str(path))))


def test_an_export_is_told_from_a_feed() -> None:
    """By its names, whatever it is called."""
    assert kind(export(item()), "feed.rss") == "wordpress"
    assert kind(b'<rss version="2.0"><channel></channel></rss>', "a.xml") == "feed"


@pytest.mark.parametrize("content", [TEXT, BLOCKS, TEXT.replace("\n", "\r\n")], ids=["typed", "blocks", "Windows"])
def test_a_post_is_read(tmp_path: Path, reader: gathering.Gathering, content: str) -> None:
    """Text and all that stands about it are the file's own; the day is that of the site's clock."""
    [found] = read(reader, tmp_path / "export.xml", export(item("Quay &#8211; Q&amp;A", content)))
    assert isinstance(found, Found)
    assert (found.title, found.date, found.author) == ("Quay – Q&A", "2020-05-07T23:30:00-04:00", "Ada Moor")
    assert (found.url, found.source, found.lang) == ("https://ness.example/2020/05/quay/", "The Ness Courier", "en")
    assert found.tags == ("Port & Sea", "cranes")
    assert found.text == MARKDOWN


@pytest.mark.parametrize(
    "left",
    [item(status=status) for status in ("draft", "pending", "private", "future", "trash", "inherit")]
    + [item(kind=other) for other in ("page", "attachment", "nav_menu_item")],
)
def test_what_is_not_published_is_not_read(tmp_path: Path, reader: gathering.Gathering, left: str) -> None:
    """Drafts, pages and attachments stay where they are."""
    path = tmp_path / "export.xml"
    path.write_bytes(export(left, item("Shown")))
    assert titles(reader.pieces(str(path))) == ["Shown"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (export(item(status="draft")), "the export has no published posts"),
        (export(item(more="<wp:post_password>x</wp:post_password>")), "it is protected by a password"),
        (export(item(), item())[:-800], "the export breaks off"),
    ],
)
def test_what_cannot_be_taken_is_named(tmp_path: Path, reader: gathering.Gathering, data: bytes, says: str) -> None:
    """In a line, after what could be read."""
    last = read(reader, tmp_path / "export.xml", data)[-1]
    assert isinstance(last, str)
    assert last.startswith(says)


def test_a_post_with_control_characters_is_read(tmp_path: Path, reader: gathering.Gathering) -> None:
    """XML may have none, and exports have them; packed by gzip, too."""
    data = gzip.compress(export(item("A\x0bB", f"\x01{TEXT}")), mtime=0)
    [found] = read(reader, tmp_path / "export.xml.gz", data)
    assert isinstance(found, Found)
    assert (found.title, found.text) == ("AB", MARKDOWN)


def test_what_a_post_plays_is_named(tmp_path: Path, reader: gathering.Gathering) -> None:
    """Short codes, addresses on a line of their own, and frames."""
    content = (
        f"{TEXT}\n\nhttps://youtu.be/1\n\n[embed]https://films.example/2[/embed]\n\n"
        "[video mp4='https://films.example/3.mp4'][/video]\n\n<iframe src='https://films.example/4'></iframe>"
    )
    [found] = read(reader, tmp_path / "export.xml", export(item(content=content)))
    assert isinstance(found, Found)
    assert found.text == MARKDOWN
    assert sorted(found.left_out) == [*(f"https://films.example/{n}" for n in ("2", "3.mp4", "4")), "https://youtu.be/1"]


def test_an_address_on_its_own_line_is_a_link_where_it_is_no_film(tmp_path: Path, reader: gathering.Gathering) -> None:
    """No word of the text is lost."""
    content = f"{TEXT}\n\nThe report:\nhttps://ness.example/files/report_2.pdf\n\nhttps://town.example/quay"
    [found] = read(reader, tmp_path / "export.xml", export(item(content=content)))
    assert isinstance(found, Found)
    report = "[https://ness.example/files/report\\_2.pdf](https://ness.example/files/report_2.pdf)"
    town = "[https://town.example/quay](https://town.example/quay)"
    assert found.text == f"{MARKDOWN}\n\nThe report: {report}\n\n{town}"
    assert found.left_out == ()


def test_lists_of_blocks_hold_their_words(tmp_path: Path, reader: gathering.Gathering) -> None:
    """The comments by which the editor marks its blocks are none."""
    items = "\n\n".join(f"<!-- wp:list-item -->\n<li>{one}</li>\n<!-- /wp:list-item -->" for one in ("crane", "quay"))
    content = f"{BLOCKS}<!-- wp:list -->\n<ul class='wp-block-list'>{items}</ul>\n<!-- /wp:list -->"
    [found] = read(reader, tmp_path / "export.xml", export(item(content=content)))
    assert isinstance(found, Found)
    assert found.text == f"{MARKDOWN}\n\n-   crane\n-   quay"


def category(domain: str, name: str, nicename: str = "x") -> str:
    return f"<category domain='{domain}' nicename='{nicename}'><![CDATA[{name}]]></category>"


GUEST = """<item><title>Ola Nurm</title><wp:status>publish</wp:status><wp:post_type>guest-author</wp:post_type>
<wp:post_name>cap-onurm</wp:post_name></item>"""


@pytest.mark.parametrize(
    ("more", "author"),
    [
        (category("author", "amoor", "cap-amoor") + category("author", "onurm", "cap-onurm"), "Ada Moor, Ola Nurm"),
        (category("author", "onurm", "cap-onurm"), "Ola Nurm"),
        (category("author", "Kit Moran", "cap-kit-moran"), "Kit Moran"),
        ("", "Ada Moor"),
    ],
)
def test_all_authors_of_a_post_are_named(tmp_path: Path, reader: gathering.Gathering, more: str, author: str) -> None:
    """Whom a plugin for several authors names goes before whom WordPress knows; guests stand anywhere in the file."""
    [found] = read(reader, tmp_path / "export.xml", export(item(more=more), GUEST))
    assert isinstance(found, Found)
    assert found.author == author


@pytest.mark.parametrize("name", ["Allgemein", "Non classé", "Sin categoría", "Senza categoria", "Без рубрики", "未分類"])
def test_the_category_of_what_has_none_is_no_tag(tmp_path: Path, reader: gathering.Gathering, name: str) -> None:
    """In the language of the site."""
    [found] = read(reader, tmp_path / "export.xml", export(item(more=category("category", name))))
    assert isinstance(found, Found)
    assert found.tags == ("Port & Sea", "cranes")


PICTURE = """<item><title>quay</title><wp:post_id>31</wp:post_id><wp:status>inherit</wp:status>
<wp:post_type>attachment</wp:post_type><wp:attachment_url>https://ness.example/files/quay.jpg</wp:attachment_url></item>"""
THUMBNAIL = """<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[{}]]></wp:meta_value></wp:postmeta>"""


@pytest.mark.parametrize(
    ("number", "before", "image"),
    [(31, True, "https://ness.example/files/quay.jpg"), (31, False, "https://ness.example/files/quay.jpg"), (32, True, "")],
)
def test_the_picture_of_a_post_is_kept(
    tmp_path: Path, reader: gathering.Gathering, number: int, before: bool, image: str
) -> None:
    """Wherever in the file it stands."""
    post = item(more=THUMBNAIL.format(number))
    [found] = read(reader, tmp_path / "export.xml", export(*([PICTURE, post] if before else [post, PICTURE])))
    assert isinstance(found, Found)
    assert found.image == image


@pytest.mark.parametrize("first", [[], [item("Shown")]], ids=["alone", "beside posts"])
def test_other_types_that_may_be_articles_are_named(tmp_path: Path, reader: gathering.Gathering, first: list[str]) -> None:
    """A line for each, with their number and what to do; those that are short, or a system's own, are none."""
    others = [item(kind="bulletin"), item(kind="bulletin"), item(kind="essay")]
    nothing = [item(kind="bulletin", status="draft"), item(kind="essay", content="Short."), item(kind="wp_block")]
    path = tmp_path / "export.xml"
    path.write_bytes(export(*first, *others, *nothing))
    advice = "passed over: if they are articles, write post for it as wp:post_type in a copy of the file, and import that"
    says = [f"2 of the type bulletin {advice}", f"1 of the type essay {advice}"]
    assert titles(reader.pieces(str(path))) == [*(["Shown"] if first else []), *says]


def test_an_export_is_read_piece_by_piece(reader: gathering.Gathering) -> None:
    """The first post is there before the last is read."""
    stream = io.BytesIO(export(*(item(f"T{n}") for n in range(400))))
    first = next(gathering.wordpress.posts("x", stream))
    assert first.name == "x#https://ness.example/2020/05/quay/"
    assert stream.tell() < len(stream.getvalue())
