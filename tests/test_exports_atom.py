"""The Atom feeds: of all, of actors, of storylines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest

from .exported import AT_HOME, EVENTS, PUBLISHED, event, files, views, written

__all__ = ["files"]


def feed(files: dict[str, bytes], path: str) -> Any:
    found = feedparser.parse(files[path])
    assert not found.bozo, found.bozo_exception
    return found


def test_feeds_hold_what_was_reported_last(files: dict[str, bytes]) -> None:
    """The feed of a storyline has its own title, address and id, and the events that there are."""
    found = feed(files, "feeds/storylines/talks.atom.xml")
    assert found.feed.title == "Solberg, Denmark – Fjord & Sound"
    assert found.feed.id == found.feed.link == "https://example.org/repo/storylines/talks/"
    assert [e.id for e in found.entries] == ["urn:dateline:month", "urn:dateline:day"]
    assert found.feed.updated == found.entries[0].updated == "2021-06-18T00:00:00+00:00"
    assert found.entries[1].link == f"https://example.org/repo/{views().by_id['day'].url}"


def test_each_actor_has_a_feed_of_its_events(files: dict[str, bytes]) -> None:
    """Not of those of others."""
    ids = {e.id.removeprefix("urn:dateline:") for e in feed(files, "feeds/actors/denmark.atom.xml").entries}
    assert ids == {e.id for e in EVENTS} - {"bare"}


def test_a_feed_stays_at_each_address_that_its_actor_had() -> None:
    """So that nobody who reads it must look for it."""
    seen = views()
    seen.timeline = replace(seen.timeline, moved={"danish-state": "denmark"})
    found = written(seen=seen)
    ids = [[e.id for e in feed(found, f"feeds/actors/{id}.atom.xml").entries] for id in ("denmark", "danish-state")]
    assert ids[0] == ids[1] != []


def test_a_sentence_in_a_feed_is_text(files: dict[str, bytes]) -> None:
    """What looks like a tag is none; a sentence that is not published leaves no summary."""
    entries = {e.id.removeprefix("urn:dateline:"): e for e in feed(files, "feeds/all.atom.xml").entries}
    assert entries["day"].summary == "Solberg met &lt;them&gt; &amp; signed."
    assert "summary" not in entries["bare"]


def test_a_control_character_in_a_title_is_dropped(files: dict[str, bytes]) -> None:
    """XML has no way to write it."""
    titles = [e.title for e in feed(files, "feeds/all.atom.xml").entries]
    assert "=SUM(A1) at noon" in titles


def test_a_feed_has_fifty_entries_at_most() -> None:
    """The fifty reported last."""
    many = tuple(event(f"e{n:03}", "2021-06-17", articles=("ferry" if n % 2 else "harbour",)) for n in range(120))
    ids = [e.id for e in feed(written(seen=views(many)), "feeds/all.atom.xml").entries]
    assert ids == [f"urn:dateline:e{n:03}" for n in range(119, 20, -2)]


def test_a_change_is_an_update() -> None:
    """Of an event that a changed article tells, which comes to the front; it stays published when it was."""
    found = feed(written(seen=views((EVENTS[5], EVENTS[6]), modified="2021-07-01T10:00:00+02:00")), "feeds/all.atom.xml")
    times = {"published": "2021-06-18T00:00:00+00:00", "updated": "2021-07-01T10:00:00+02:00"}
    assert [{key: entry[key] for key in times} for entry in found.entries] == [times, times]
    assert found.feed.updated == times["updated"]


def test_what_is_yet_to_come_is_in_no_feed() -> None:
    """Its day comes first."""
    found = feed(written(seen=views((EVENTS[5], EVENTS[6]), coming=True)), "feeds/all.atom.xml")
    assert [(e.id, e.updated) for e in found.entries] == [("urn:dateline:day", "2021-06-21T08:00:00+02:00")]


def test_a_day_is_one_of_the_site_s_zone() -> None:
    """So that what is published in the east in the morning is not yet to come elsewhere."""
    found = feed(written({**PUBLISHED, "TIMEZONE": "Pacific/Auckland"}), "feeds/all.atom.xml")
    assert "2021-06-18T00:00:00+12:00" in {e.updated for e in found.entries}


def test_a_feed_read_from_disk_links_to_files() -> None:
    """From where it lies, and with the name of the file."""
    found = written(AT_HOME)["feeds/actors/denmark.atom.xml"].decode()
    assert '<link href="../../actors/denmark/index.html" rel="alternate"/>' in found


@pytest.mark.slow
def test_the_built_feeds_read_back(published: Path) -> None:
    """Every one of them, with its own address."""
    for path in sorted((published / "feeds").rglob("*.atom.xml")):
        found = feedparser.parse(path.read_bytes())
        assert not found.bozo, path
        [own] = [link.href for link in found.feed.links if link.rel == "self"]
        assert own == f"https://example.org/repo/{path.relative_to(published).as_posix()}"
