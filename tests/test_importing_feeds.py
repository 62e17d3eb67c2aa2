"""Importing feeds: each entry's page, or its own text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.importing.found import Found
from dateline.importing.options import Limits
from dateline.importing.sources import gathering
from dateline.importing.sources.feeds import entries
from dateline.importing.web.client import Client

from .importing.pieces import TEXT, articles, reader, titles
from .importing.server import Server, running

__all__ = ["reader"]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


def test_a_feed_leads_to_its_pages(server: Server, reader: gathering.Gathering) -> None:
    """Each entry's page; its own text where the page cannot be had and the text is long enough."""
    [strike, orchards, failure] = articles(reader.pieces(f"{server.url}/rss.xml"))
    assert isinstance(strike, Found)
    assert (strike.title, strike.source) == ("Harbour workers end strike", "Coast Herald")
    assert isinstance(orchards, Found)
    assert (orchards.title, orchards.author, orchards.source) == (
        "Orchards bloom early & bees follow",
        "Fay Hill",
        "Valley Times",
    )
    assert (orchards.date, orchards.lang, orchards.tags) == ("2020-04-06T08:00:00+02:00", "en", ("Farming",))
    assert f"[Four hundred of them]({server.url}/bees) now stand" in orchards.text
    assert isinstance(failure, str)
    assert "HTTP 404" in failure


def test_entries_without_a_page_are_told_apart(tmp_path: Path, reader: gathering.Gathering) -> None:
    """They have their own text only, and a number for a name."""
    items = "".join(f"<entry><title>E{n}</title><content>{TEXT}{n}</content></entry>" for n in range(2))
    (tmp_path / "a.xml").write_text(f'<feed xmlns="http://www.w3.org/2005/Atom">{items}</feed>', encoding="utf-8")
    pieces = list(reader.pieces(str(tmp_path / "a.xml")))
    assert [piece.name.rpartition("#")[2] for piece in pieces] == ["1", "2"]
    assert len({piece.digest for piece in pieces} - {""}) == 2
    assert titles(iter(pieces)) == ["E0", "E1"]


def test_of_a_feed_a_number_of_entries_is_taken(server: Server) -> None:
    """The limit counts entries."""
    with Client(Limits(), pause=0, allow_loopback=True) as client:
        assert titles(gathering.Gathering(client, 1).pieces(f"{server.url}/rss.xml")) == ["Harbour workers end strike"]


HEAD = (
    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#' "
    "xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:blogger='http://schemas.google.com/blogger/2018'>"
    "<title>Brook Diary</title>"
)


def blogger(title: str, kind: str, more: str = "") -> str:
    """An entry of an older export."""
    schemas = "http://schemas.google.com"
    told = f"<category scheme='{schemas}/g/2005#kind' term='{schemas}/blogger/2008/kind#{kind}'/>"
    label = "<category scheme='http://www.blogger.com/atom/ns#' term='weirs'/>"
    return f"<entry>{told}{label}<title>{title}</title><content type='html'>{TEXT}</content>{more}</entry>"


@pytest.mark.parametrize(
    "other",
    [
        blogger("x", "comment"),
        blogger("x", "template"),
        blogger("x", "settings"),
        blogger("x", "page"),
        blogger("x", "post", "<app:control><app:draft>yes</app:draft></app:control>"),
        "<entry><title>x</title><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status></entry>",
        "<entry><title>x</title><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status></entry>",
        "<entry><title>x</title><thr:in-reply-to ref='tag:1'/></entry>",
    ],
)
def test_of_an_export_of_blogger_the_posts_are_read(other: str) -> None:
    """Not comments, templates, settings, pages and drafts; what tells so is no tag."""
    newer = "<entry><title>B</title><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status></entry>"
    found = list(entries(f"{HEAD}{blogger('A', 'post')}{other}{newer}</feed>".encode()))
    assert [(entry.title, entry.tags) for entry in found] == [("A", ("weirs",)), ("B", ())]
