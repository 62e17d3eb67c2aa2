"""Importing saved pages: where they were, and whether they are free to read."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from dateline.importing.found import Found, Refused
from dateline.importing.options import Limits
from dateline.importing.page.pages import page
from dateline.importing.sources import gathering
from dateline.importing.sources.sniff import kind
from dateline.importing.web.client import Client

from .importing.pieces import articles, reader
from .importing.server import page as fixture
from .importing.working import work, written

__all__ = ["reader"]

PARAGRAPHS = (
    "The council of Nessfield voted on Tuesday to close the old quay, which has sunk by a hand's width since the winter.",
    "Engineers had warned of that in a report of last year, and nobody had listened, the harbour master told the paper.",
    "It is to open again in June, if the money is found; until then the ferries leave from the other side of the river.",
)
BODY = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
HEAD = "<title>Quay closed</title><meta property='article:published_time' content='2020-05-05T18:00:00+01:00'>"
URL = "https://ness.example/2020/quay"


def html(head: str = HEAD, body: str = BODY, before: str = "") -> str:
    return f"<!DOCTYPE html>\n{before}<html lang=en><head>{head}</head><body><h1>Quay closed</h1>{body}</body></html>"


def mhtml(text: str, by: str, **fields: str) -> bytes:
    """A page as a browser saves it in one file, with a frame and a picture behind it."""
    message = EmailMessage()
    message["From"] = by
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message["Subject"] = "Quay closed"
    message["Date"] = "Mon, 30 Nov 2020 10:00:00 -0000"
    message.set_content(text, subtype="html", cte="quoted-printable")
    message["Content-Location"] = URL
    message.make_related()
    message.add_related("<p>An advert.</p>", subtype="html")
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


BLINK = mhtml(html(), "<Saved by Blink>", Snapshot_Content_Location=URL)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (BLINK, "a.mhtml"),
        (BLINK, "a.eml"),
        (BLINK.replace(b"\n", b"\r\n"), "a"),
        (mhtml(html(), '"Saved by Windows Internet Explorer 11"'), "a.mht"),
        (mhtml(html(), "<Saved by UnMHT>"), "a.mht"),
    ],
)
def test_a_page_in_one_file_is_read_as_a_page(tmp_path: Path, reader: gathering.Gathering, data: bytes, name: str) -> None:
    """Its date is not that of saving, and no browser is its source."""
    assert kind(data, name) == "mhtml"
    (tmp_path / name).write_bytes(data)
    [found] = articles(reader.pieces(str(tmp_path / name)))
    assert isinstance(found, Found)
    assert (found.title, found.date, found.author) == ("Quay closed", "2020-05-05T18:00:00+01:00", "")
    assert (found.url, found.source, found.text) == (URL, "ness.example", "\n\n".join(PARAGRAPHS))


def test_mail_stays_mail() -> None:
    """A message about such a file, too."""
    assert kind(fixture("message.eml"), "a.eml") == "mail"
    assert kind(b"From: a@b.example\nMessage-ID: <1@b.example>\nSubject: x\n\nFrom: <Saved by Blink>\n") == "mail"


def test_one_file_without_a_page_is_named(tmp_path: Path, reader: gathering.Gathering) -> None:
    """A picture that was saved alone."""
    (tmp_path / "a.mhtml").write_bytes(b"From: <Saved by Blink>\nSubject: x\nContent-Type: image/png\n\nx")
    assert list(articles(reader.pieces(str(tmp_path / "a.mhtml")))) == ["no page is in it: save the page anew, as HTML"]


@pytest.mark.parametrize(
    "text",
    [
        html(before=f"<!-- saved from url=({len(URL):04}){URL} -->\n"),
        html(before=f"<!-- saved from url=({len(URL):04}){URL}-->\n"),
        html(before=f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon Nov 30 2020\n-->"),
        html(f"{HEAD}<meta name='savepage-url' content='{URL}'>"),
        html().replace("<html", f"<html data-scrapbook-source='{URL}'"),
        html(before=f"<!-- Saved from {URL} at 2020-11-30T10:10:10Z using monolith v2.6.1 -->"),
        html(f"<!-- Mirrored from {URL[8:]} by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 30 Nov 2020 -->{HEAD}"),
        html(f'{HEAD}<script>__wm.wombat("{URL}","20201130101010","https://web.archive.org/")</script>'),
        html(f"{HEAD}<link rel=canonical href='https://web.archive.org/web/20201130101010/{URL}'>"),
        html(f"{HEAD}<meta property=og:url content='http://web.archive.org/web/20201130101010/{URL}'>"),
        html(before=f"<!-- saved from url=(0079)https://web.archive.org/web/20201130101010/{URL} -->\n"),
        html(f"{HEAD}<link rel=canonical href='https://archive.ph/2020.11.30-101010/{URL}'>"),
        html(f"{HEAD}<link rel=canonical href='https://archive.example/coll/20201130101010mp_/{URL}'>"),
    ],
    ids=[
        "Chrome",
        "tight",
        "SingleFile",
        "Save Page WE",
        "WebScrapBook",
        "monolith",
        "HTTrack",
        "Wayback",
        "canonical",
        "og:url",
        "Wayback by Chrome",
        "archive.today",
        "pywb",
    ],
)
def test_a_saved_page_says_where_it_was(text: str) -> None:
    """Programs that save pages note it, and archives rewrite it."""
    found = page(text)
    assert (found.url, found.source) == (URL, "ness.example")


QUERY = f"{URL}?part=2&page=3"


@pytest.mark.parametrize(
    "text",
    [
        html(f'{HEAD}<meta name="savepage-url" content="{QUERY.replace("&", "&amp;")}">'),
        html(f"{HEAD}<meta name=savepage-url content={QUERY.replace('&', '&amp;')}>"),
        html().replace("<html", f'<html data-scrapbook-source="{QUERY.replace("&", "&#38;")}"'),
        html(before=f"<!--\n Page saved with SingleFile \n url: {QUERY} \n-->"),
    ],
)
def test_an_address_is_read_out_of_its_attribute(text: str) -> None:
    """Its entities are those of HTML."""
    assert page(text).url == QUERY


def test_an_address_in_an_attribute_may_hold_the_other_quotation_mark() -> None:
    """It goes on to the end of the value."""
    assert page(html(f'{HEAD}<meta name="savepage-url" content="{URL}/o\'dea">')).url == f"{URL}/o%27dea"


def test_what_a_page_says_of_itself_goes_before_where_it_was_saved() -> None:
    """The canonical address; without any, a note that leads nowhere is none."""
    own = html(f"{HEAD}<link rel=canonical href='{URL}'>", before=f"<!-- saved from url=(0030){URL}?page=2 -->")
    assert page(own).url == URL
    assert page(html(before="<!-- saved from url=(0014)about:internet -->")).url == ""


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("/web/20201130101010/https://x.example/a", "https://x.example/a"),
        ("https://web.archive.org/web/2020im_/http://x.example/a?b=c", "http://x.example/a?b=c"),
        ("//web.archive.org/web/20201130101010/https://x.example/a", "https://x.example/a"),
        (
            "/web/2020/https://web.archive.org/web/2019/https://x.example/",
            "https://web.archive.org/web/2019/https://x.example/",
        ),
    ],
)
def test_links_of_an_archives_copy_lead_to_the_originals(link: str, leads: str) -> None:
    """Those that led to an archive still do."""
    more = f"<p>More of it <a href='{link}'>stands in the report</a> of the engineers and of the council's own people.</p>"
    found = page(html(body=BODY + more), f"https://web.archive.org/web/20201130101010/{URL}")
    assert found.url == URL
    assert f"[stands in the report]({leads})" in found.text


def test_a_page_that_links_to_an_archive_is_no_copy() -> None:
    """What it cites stays what it cites."""
    link = "https://web.archive.org/web/2019/https://x.example/"
    more = f"<p>More of it <a href='{link}'>stands in the report</a> of the engineers and of the council's own people.</p>"
    assert f"[stands in the report]({link})" in page(html(body=BODY + more), URL).text


def test_an_archives_bar_is_no_part_of_the_page() -> None:
    """Nor are the days that it counts."""
    bar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>12 captures, 8 May 2019 to 2 June 2021</p></div>"
    found = page(html(body=f"{bar}<!-- END WAYBACK TOOLBAR INSERT -->{BODY}"))
    assert found.text == "\n\n".join(PARAGRAPHS)


CLOSED = html(f"{HEAD}<meta property='article:content_tier' content='locked'>")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", CLOSED.encode()),
        ("a.mhtml", mhtml(CLOSED, "<Saved by Blink>")),
    ],
)
def test_an_own_file_that_is_not_free_needs_a_flag(tmp_path: Path, name: str, data: bytes) -> None:
    """The line names it."""
    path = tmp_path / name
    path.write_bytes(data)
    says = f"{path}: it says that it is not free to read: import it with --paywalled, if you have the right to it"
    assert work([str(path)], tmp_path / "to") == ({"failed": 1}, [says])
    assert work([str(path)], tmp_path / "to", paywalled=True) == ({"imported": 1}, [])
    assert written(tmp_path / "to") == ["2020/2020-05-05-quay-closed.md"]


def test_the_web_is_not_read_behind_a_paywall() -> None:
    """The flag is for one's own files."""
    with Client(Limits(), pause=0) as client:
        taking = gathering.Gathering(client, paywalled=True)
        with pytest.raises(Refused, match="behind a paywall"):
            gathering._of_page(gathering.Fetched(URL, "text/html", "utf-8", CLOSED.encode()), "html")
        assert taking._closed is None
