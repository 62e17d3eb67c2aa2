"""Importing films, sounds and frames: whatever the source, a line names what the text played, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dateline.importing.page.pages import page
from dateline.importing.sources.fragments import fragment

from .importing.working import work

PARAGRAPHS = (
    "The weir at Tarnby gave way on Sunday night, and the meadows below it stood under water until the next afternoon.",
    "Nobody was hurt, said the miller, who had heard the planks go and had opened the sluice of his own race in time.",
    "The county wants to build it again in stone, and asks those who live along the brook what they would pay for that.",
)
FILM = "https://films.example/weir"
FRAME = f"<iframe src='{FILM}'></iframe>"
URL = "https://tarnby.example/weir"


def written(*, tag: str = "p", with_film: str = FRAME) -> str:
    first, *rest = (f"<{tag}>{words}</{tag}>" for words in PARAGRAPHS)
    return "".join([first, with_film, *rest])


FEED = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tarnby Post</title>
<item><title>Weir gone</title><pubDate>Mon, 06 Mar 2017 08:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[{written()}]]></content:encoded></item></channel></rss>"""
TABLE = f'title,date,text\nWeir gone,2017-03-06,"{written()}"\n'
LINES = json.dumps({"title": "Weir gone", "date": "2017-03-06", "text": f"{' '.join(PARAGRAPHS)} {FRAME}"})
MAIL = (
    "Subject: Weir gone\nFrom: Post <post@tarnby.example>\nDate: Mon, 06 Mar 2017 08:00:00 +0000\n"
    f"Content-Type: text/html; charset=utf-8\n\n<div>{PARAGRAPHS[0]}</div>{FRAME}<div>{PARAGRAPHS[1]}</div>"
)


@pytest.mark.parametrize(
    ("name", "source"), [("a.rss", FEED), ("a.csv", TABLE), ("a.jsonl", LINES), ("a.eml", MAIL)], ids=lambda value: value[:6]
)
def test_every_kind_of_source_names_what_its_text_plays(tmp_path: Path, name: str, source: str) -> None:
    """Feeds, tables, JSON lines and messages, not only pages and posts."""
    (tmp_path / name).write_text(source, encoding="utf-8")
    tally, lines = work([str(tmp_path / name)], tmp_path / "to")
    assert tally == {"imported": 1}
    assert [FILM in line for line in lines] == [True]


@pytest.mark.parametrize(
    ("element", "named"),
    [
        ("<amp-youtube data-videoid='q1w2' width='16' height='9' layout='responsive'></amp-youtube>", "https://www.youtube.com/watch?v=q1w2"),
        ("<amp-vimeo data-videoid=77 layout=responsive width=1 height=1></amp-vimeo>", "https://vimeo.com/77"),
        ("<amp-iframe src='/map'><amp-img src='a.jpg' placeholder></amp-img></amp-iframe>", "https://tarnby.example/map"),
        ("<amp-video><source src='/weir.mp4'></amp-video>", "https://tarnby.example/weir.mp4"),
        ("<amp-twitter data-tweetid='55'></amp-twitter>", "https://twitter.com/i/status/55"),
        ("<amp-brightcove data-account='1'></amp-brightcove>", "amp-brightcove"),
        ("<amp-youtube data-live-channelid='x'></amp-youtube>", "amp-youtube"),
        ("<iframe src='https://www.facebook.com/plugins/video.php?href=x'></iframe>", "https://www.facebook.com/plugins/video.php?href=x"),
        ("<iframe src='https://doubleclick.network.example/1'></iframe>", "https://doubleclick.network.example/1"),
    ],
)  # fmt: skip
def test_what_plays_is_named(element: str, named: str) -> None:
    """AMP's elements by the address that their numbers make; where none does, by their kind."""
    assert fragment(element, URL).left_out == (named,)


@pytest.mark.parametrize(
    "element",
    [
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x' width=90></iframe>",
        "<iframe src='//ad.doubleclick.net/ddm/1'></iframe>",
        "<iframe src='https://www.google.com/recaptcha/api2/anchor?k=1'></iframe>",
        "<iframe src='https://platform.twitter.com/widgets/tweet_button.html?x=1'></iframe>",
        "<amp-ad type=x src='https://ads.example/1'></amp-ad><amp-analytics></amp-analytics><amp-img src=a.jpg></amp-img>",
    ],
)
def test_what_is_no_content_is_not_named(element: str) -> None:
    """Adverts, counters, buttons."""
    assert fragment(element, URL).left_out == ()


@pytest.mark.parametrize(
    "body",
    [
        written(tag="div"),
        written(tag="section"),
        f"<ul>{written(tag='li', with_film=f'<li>{FRAME}</li>')}</ul>",
        f"{PARAGRAPHS[0]}<br><br>{FRAME}<br><br>{PARAGRAPHS[1]}<br><br>{PARAGRAPHS[2]}",
        f"<table>{written(tag='tr', with_film=f'<tr><td>{FRAME}').replace('<tr>', '<tr><td>')}</table>",
        f"<form>{written()}</form>",
        written(with_film=f"<figure><div><div><div><div><span>{FRAME}</span></div></div></div></div></figure>"),
        written(with_film="<amp-iframe src='https://films.example/weir' width=1 height=1 layout=responsive></amp-iframe>"),
    ],
    ids=["div", "section", "list", "breaks", "table", "form", "wrapped", "AMP"],
)
def test_a_film_among_any_paragraphs_is_named(body: str) -> None:
    """Whatever they are made of, and however deep it is wrapped."""
    assert page(f"<html><body><article><h1>Weir gone</h1>{body}</article></body></html>", URL).left_out == (FILM,)


@pytest.mark.parametrize(
    "beside",
    [
        f"<aside>{FRAME}</aside>",
        f"<aside><div>Watch more of it</div>{FRAME}</aside>",
        f"<nav>{FRAME}</nav>",
    ],
)
def test_a_film_beside_the_paragraphs_is_not_named(beside: str) -> None:
    """Though it stands in one element with them."""
    assert (
        page(f"<html><body><article><h1>Weir gone</h1>{written(with_film=beside)}</article></body></html>", URL).left_out == ()
    )
