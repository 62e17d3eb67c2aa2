"""Importing saved pages: where they were, what they play, and pages that are no article."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from dateline.importing.found import Found, Refused
from dateline.importing.options import Limits
from dateline.importing.page.pages import page
from dateline.importing.sources import gathering
from dateline.importing.sources.fragments import fragment
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


CHECK = "<p>This may take a few seconds. Then you will be led on to the page that you have asked for. Ray: 7f3a"


@pytest.mark.parametrize(
    "text",
    [
        f"<title>Just a moment...</title><h1>ness.example</h1>{CHECK}",
        "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
        "<title>ness.example</title><h1>Pardon Our Interruption…</h1><p>As you were browsing something made us think.",
        f"<title>Nur einen Moment…</title>{CHECK}",
        f"<title>Zugriff verweigert – Ness-Kurier</title>{CHECK}",
        f"<title>Ness Kurier | Sicherheitsüberprüfung</title>{CHECK}",
        f"<title>Veuillez patienter…</title>{CHECK}",
        f"<title>Só um momento…</title>{CHECK}",
        f"<title>Even geduld a.u.b.</title>{CHECK}",
        f"<title>Chwileczkę…</title>{CHECK}",
        f"<title>Пожалуйста, подождите...</title>{CHECK}",
        f"<title>请稍候…</title>{CHECK}",
        f"<title>しばらくお待ちください...</title>{CHECK}",
        "<title>Before you continue - The Ness Courier</title><p>We and our partners store cookies." + " Choose." * 90,
        f"<title>Bevor Sie zu Nesstube weitergehen</title>{CHECK}",
        f"<title>Voordat je verdergaat naar Nesstube</title>{CHECK}",
        f"<title>Nessmedia Privacy Gate</title>{CHECK}",
        f"<title>ness online: Cookies & Tracking</title>{CHECK}",
        f"<title>NESS ONLINE | ness.example mit Werbung oder im Abo</title>{CHECK}",
        f"<title>403 Forbidden</title><h1>403 Forbidden</h1>{CHECK}",
        f"<title>Seite nicht gefunden | Ness-Kurier</title>{CHECK}",
        f"<title>Page introuvable - Courrier de Ness</title>{CHECK}",
        f"<title>Subscribe to continue reading | The Ness Courier</title>{CHECK}",
        "<title>Quay closed</title><script>window._cf_chl_opt = {}</script>" + BODY,
        "<title>ness.example</title><script>var dd={'host':'geo.captcha-delivery.com'}</script>" + CHECK,
        "<title>ness.example</title><script src='https://ct.captcha-delivery.com/c.js'></script>" + BODY,
        "<title>x</title><form action='https://consent.yahoo.com/v2/collectConsent?x=1'></form>" + BODY,
        "<title>x</title><div id=px-captcha-wrapper></div>" + CHECK,
        '<title>Privacy settings</title><script type=\'application/ld+json\'>{"@type": "WebSite"}</script>' + CHECK,
    ],
)
def test_a_page_in_the_place_of_an_article_is_none(text: str) -> None:
    """A check for robots, a request for consent, an error; told by title or markup."""
    with pytest.raises(Refused, match="it is a check for robots, a request for consent or an error"):
        page(f"<html><head></head><body>{text}")


@pytest.mark.parametrize("host", ["consent.yahoo.com", "consent.google.com"])
def test_a_host_of_consent_has_no_articles(host: str) -> None:
    """Whatever the page says."""
    with pytest.raises(Refused, match="request for consent"):
        page(html(), f"https://{host}/m?continue=x")


@pytest.mark.parametrize(
    "text",
    [
        html(HEAD.replace("Quay closed", "Access denied")),
        html("<title>Access denied</title>", f"<article><h1>Access denied</h1>{BODY}</article>"),
        html("<title>Just a moment: how the quay sank</title>"),
        html("<title>Security check</title>", BODY + BODY.replace("quay", "dock") * 12),
        html("<title>One moment - The Ness Courier</title><meta property=og:type content=article>"),
        html("<title>Not found</title><meta name=author content='Ada Moor'>"),
        html("<title>Please wait</title><meta name=date content=2020-05-05>"),
        html("<title>Verification required for ferries</title>"),
        html("<title>Quay closed</title>", f"<div id=banner><h1>We value your privacy</h1></div>{BODY}"),
        html(body=f"{BODY}<p>A script on the site of the town sets <code>_cf_chl_opt</code> and asks captcha-delivery.com."),
        html(body=f"{BODY}<script>window._cf_chl_opt = {{}}</script>"),
    ],
)
def test_an_article_of_such_a_title_or_with_such_words_is_one(text: str) -> None:
    """Where its markup, its length or the rest of its title tells; what a text says about such pages makes it none."""
    assert PARAGRAPHS[0] in page(text).text


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


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (f"{BODY}<iframe src='https://films.example/1'></iframe>", ("https://films.example/1",)),
        (f"<div><div><iframe data-src='/film'></iframe></div></div>{BODY}", ("https://ness.example/film",)),
        (f"{BODY}<figure><video><source src='/a.mp4'><source src='/a.webm'></video></figure>", ("https://ness.example/a.mp4",)),
        (f"{BODY}<video src='blob:x'></video>", ("video",)),
        (f"{BODY}<iframe data-src='file:///a_files/saved_resource.html'></iframe>", ("iframe",)),
        (f"{BODY}<noscript><iframe src='https://count.example/'></iframe></noscript>", ()),
        (f"{BODY}<iframe src='https://count.example/' width=1 height=1></iframe>", ()),
        (f"{BODY}<iframe src='about:blank'></iframe>", ()),
        (f"<div>{BODY}</div><aside><p>Adverts</p><iframe src='https://ads.example/'></iframe></aside>", ()),
        (BODY, ()),
    ],
)
def test_what_a_text_plays_is_known(body: str, left: tuple[str, ...]) -> None:
    """Films and frames among its paragraphs, not what stands elsewhere on the page or is not seen."""
    assert page(html(body=f"<article>{body}</article>"), URL).left_out == left


def test_what_a_text_plays_is_named(tmp_path: Path) -> None:
    """The article is imported, and a line says what it lacks, and which letters a program before had lost."""
    films = "".join(f"<iframe src='https://films.example/{n}'></iframe>" for n in range(5))
    path = tmp_path / "a.html"
    path.write_text(html(body=BODY.replace("hand's", "hand\ufffds") + films), encoding="utf-8")
    tally, [line] = work([str(path)], tmp_path / "to")
    assert tally == {"imported": 1}
    assert line == (
        f"{path}: imported without what it plays (https://films.example/0, https://films.example/1, "
        "https://films.example/2 and 2 more): link to that in the text, if it matters; "
        "imported with signs that were lost before (1 \ufffd): put them right by hand"
    )


def test_a_piece_of_html_names_what_it_plays() -> None:
    """As posts and entries are."""
    piece = "<p>a</p><iframe src=/x></iframe><object data=/y><embed src=/z></object>"
    found = fragment(piece, URL)
    assert (found.text, found.left_out) == ("a", ("https://ness.example/x", "https://ness.example/y"))
