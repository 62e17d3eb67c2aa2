"""Exports: what other programs are given, on a small timeline made by hand; and once as the tiny site writes it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest
from dateline import model
from dateline.model import Actor, Article, Event, Evidence, KeyDate, Participant, Reading, Storyline, Timeline, When
from dateline.site import linked
from dateline.site.exports import EXPORTS
from dateline.site.prose import Prose
from dateline.site.views import ArticleView, Views
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

PUBLISHED = {
    "SITENAME": "Fjord & Sound",
    "SITEURL": "https://example.org/repo",
    "SITESUBTITLE": "Two shores",
    "DEFAULT_LANG": "en",
}
AT_HOME = {**PUBLISHED, "SITEURL": ""}
ACTORS = (
    Actor("erna-solberg", "Erna Solberg", "person", "NOR", "GOV", ("Solberg",)),
    Actor("denmark", "Denmark", "place", "DNK"),
    Actor("idle", "Idle", "thing"),
)
TOLD = "Solberg met <them> & signed."


def article(id: str = "harbour", **changes: Any) -> ArticleView:
    given = {"title": "Harbour & home", "source": "Test Gazette", "url": "https://example.com/a", **changes}
    return ArticleView(
        Reading(Article(id, TOLD, given.pop("published", "2021-06-18"), **given)), Prose(f"<p>{TOLD}</p>"), "Ann"
    )


def event(
    id: str, first: str = "", last: str = "", *, sentence: str = TOLD, articles: tuple[str, ...] = ("harbour",), **changes: Any
) -> Event:
    when = When(first, first, first, last or first, "date in the clause") if first else None
    reports = tuple(Evidence(f"{id}{n}", a, 8, 11, sentence[8:11], sentence, 0, None) for n, a in enumerate(articles))
    parts = (Participant("erna-solberg", "source"), Participant("denmark", "target"))
    made = Event(id, "CONSULT", when, "happened", "Solberg met Denmark", parts, 0.5, 0.9, reports)
    return replace(made, **changes)


EVENTS = (
    event("bc", "-0043-03-15"),
    event("one", "0000-01-01", "0000-12-31"),
    event("year", "1807-01-01", "1807-12-31", status="denied"),
    event("range", "2019-03-03", "2019-04-10"),
    event("months", "2020-01-01", "2020-04-30"),
    event("month", "2021-02-01", "2021-02-28"),
    event("day", "2021-06-17", articles=("harbour", "ferry")),
    event("last", "9999-12-31"),
    event("bare", "2021-06-18", sentence="", participants=()),
    event("undated", summary="=SUM(A1)\x07 at noon"),
)


def views(events: tuple[Event, ...] = EVENTS, **changes: Any) -> Views:
    lines = (Storyline("talks", "Solberg, Denmark", "CONSULT", ("denmark",), ("month", "day", "gone"), 0.5),)
    days = (KeyDate("2021-06-17", ("day",), (TOLD,)),)
    line = Timeline(ACTORS, events, key_dates=days, storylines=lines)
    return Views(line, [article(**changes), article("ferry", title="Ferry", source="", published="2021-06-21T08:00:00+02:00")])


def written(settings: dict[str, str] = PUBLISHED, seen: Views | None = None) -> dict[str, bytes]:
    """Every file by its path."""
    return {path: content for export in EXPORTS for path, content in export(seen or views(), settings)}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return written()


@pytest.fixture
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    with opened(files["data/timeline.sqlite"]) as connection:
        yield connection


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(content)
    yield connection
    connection.close()


def read(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def test_the_files_are_those_promised(files: dict[str, bytes]) -> None:
    """An actor without events has no feed."""
    assert set(files) == {
        "data/events.json", "data/actors.json", "data/schema.json", "data/events.csv", "data/events.ics",
        "data/timelinejs.json", "data/timeline.sqlite", "feeds/all.atom.xml", "feeds/actors/erna-solberg.atom.xml",
        "feeds/actors/denmark.atom.xml", "feeds/storylines/talks.atom.xml",
    }  # fmt: skip


def test_two_writes_give_the_same_bytes(files: dict[str, bytes]) -> None:
    """Nothing asks the clock or the order of a set."""
    assert written() == files


@pytest.mark.parametrize("settings", [PUBLISHED, AT_HOME])
def test_nothing_to_tell_is_no_error(settings: dict[str, str]) -> None:
    """A site without articles writes sound files, twice the same."""
    empty = written(settings, Views(Timeline(), []))
    assert empty == written(settings, Views(Timeline(), []))
    assert feedparser.parse(empty["feeds/all.atom.xml"]).feed.updated == "1970-01-01T00:00:00+00:00"


# JSON


def test_the_json_says_where_it_comes_from() -> None:
    """Site and licence stand at its head; read from disk, the site has no address."""
    head = read(written({**AT_HOME, "DATELINE_LICENCE": "CC BY 4.0"}), "data/events.json")
    assert head["site"] == {"name": "Fjord & Sound", "url": ""}
    assert head["licence"] == "CC BY 4.0"


@pytest.mark.parametrize("path", ["data/events.json", "data/actors.json"])
def test_the_json_is_as_its_schema_says(files: dict[str, bytes], path: str) -> None:
    """The schema is sound, and finds nothing wrong."""
    schema = read(files, "data/schema.json")
    Draft202012Validator.check_schema(schema)
    assert [e.message for e in Draft202012Validator(schema).iter_errors(read(files, path))] == []


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Event", "event"), ("When", "when"), ("Participant", "participant"), ("Evidence", "report"), ("Change", "change"),
        ("Edit", "edit"), ("KeyDate", "key_date"), ("Actor", "actor"), ("Mention", "mention"),
    ],
)  # fmt: skip
def test_the_schema_knows_every_field(files: dict[str, bytes], noun: str, name: str) -> None:
    """Each field of the model is described, and must be there."""
    described = read(files, "data/schema.json")["$defs"][name]
    assert {f.name.rstrip("_") for f in fields(getattr(model, noun))} == set(described["properties"]) - {"url"}
    assert set(described["required"]) == set(described["properties"])
    assert all("description" in told or "$ref" in told for told in described["properties"].values())


def test_the_schema_is_strict(files: dict[str, bytes]) -> None:
    """A field too many is an error."""
    data = read(files, "data/events.json")
    data["events"][0]["more"] = 1
    assert not Draft202012Validator(read(files, "data/schema.json")).is_valid(data)


# CSV


def rows(files: dict[str, bytes]) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(files["data/events.csv"].decode(), newline=""))}


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    """Not a summary, and not a year before 1."""
    assert all(not cell.startswith(tuple("=+-@\t\r\n")) for row in rows(files).values() for cell in row.values())
    assert rows(files)["undated"]["summary"].startswith("'=SUM")


def test_the_csv_names_sources_once(files: dict[str, bytes]) -> None:
    """An article without a source adds none."""
    assert rows(files)["day"]["sources"] == "Test Gazette"
    assert rows(files)["day"]["articles"] == "harbour; ferry"


# iCalendar


def entries(files: dict[str, bytes]) -> dict[str, Any]:
    return {str(e["uid"]).partition("@")[0]: e for e in icalendar.Calendar.from_ical(files["data/events.ics"]).walk("VEVENT")}


def test_the_calendar_leaves_out_what_it_cannot_hold(files: dict[str, bytes]) -> None:
    """Years before 1, and events without a date."""
    assert set(entries(files)) == {"year", "range", "months", "month", "day", "last", "bare"}


def test_the_calendar_leaves_no_trace_of_a_missing_sentence(files: dict[str, bytes]) -> None:
    """Where the sentence may not be published, its article is named and no empty line stands before it."""
    assert str(entries(files)["bare"]["description"]) == "Harbour & home, 18 June 2021"
    assert str(entries(files)["day"]["description"]).splitlines()[0] == TOLD


# TimelineJS


def slides(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    return {slide["unique_id"]: slide for slide in read(files, "data/timelinejs.json")["events"]}


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("day", (2021, 6, 17), None),
        ("month", (2021, 2), None),
        ("year", (1807,), None),
        ("range", (2019, 3, 3), (2019, 4, 10)),
        ("months", (2020, 1), (2020, 4)),
        ("bc", (-44, 3, 15), None),
        ("one", (-1,), None),
    ],
)
def test_slides_have_dates_as_precise_as_known(
    files: dict[str, bytes], id: str, start: tuple[int, ...], end: tuple[int, ...] | None
) -> None:
    """44 BC is -44 there, and 1 BC is -1."""
    slide = slides(files)[id]
    assert tuple(slide["start_date"].values()) == start
    assert (tuple(slide["end_date"].values()) if "end_date" in slide else None) == end


def test_slides_hold_escaped_text(files: dict[str, bytes]) -> None:
    """The sentence, then a link to the event's page. What is not published leaves no trace, nor does an undated event."""
    link = '<p><a href="https://example.org/repo/events/'
    assert slides(files)["day"]["text"]["text"].startswith(
        f"<blockquote>Solberg met &lt;them&gt; &amp; signed.</blockquote>{link}"
    )
    assert slides(files)["bare"]["text"]["text"].startswith(link)
    assert "undated" not in slides(files)
    assert "text" not in slides(written(AT_HOME))["bare"]["text"]


# SQLite


@pytest.mark.parametrize(
    ("table", "path", "key"),
    [("events", "data/events.json", "events"), ("actors", "data/actors.json", "actors")],
)
def test_tables_have_a_row_for_each(
    database: sqlite3.Connection, files: dict[str, bytes], table: str, path: str, key: str
) -> None:
    """As many as the JSON, by the same ids in the same order."""
    ids = [id for (id,) in database.execute(f"SELECT id FROM {table} ORDER BY rowid")]
    assert ids == [one["id"] for one in read(files, path)[key]]


def test_reports_and_participants_are_those_of_the_json(database: sqlite3.Connection, files: dict[str, bytes]) -> None:
    """Each sentence of each event, and each part in it."""
    events = read(files, "data/events.json")["events"]
    assert database.execute("SELECT id, sentence FROM reports ORDER BY number").fetchall() == [
        (r["report"], r["sentence"]) for e in events for r in e["reports"]
    ]
    assert database.execute("SELECT count(*) FROM participants").fetchone() == (sum(len(e["participants"]) for e in events),)


def test_the_keys_of_the_database_hold(database: sqlite3.Connection) -> None:
    """Every row that is pointed at is there, and the file is whole."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_foreign_key_leads_an_index(database: sqlite3.Connection) -> None:
    """So that no join reads a whole table."""
    for (table,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'"
    ).fetchall():
        named = database.execute(f"SELECT name FROM pragma_index_list('{table}')").fetchall()
        led = {database.execute(f"SELECT name FROM pragma_index_info('{n}') WHERE seqno = 0").fetchone()[0] for (n,) in named}
        assert {row[3] for row in database.execute(f"PRAGMA foreign_key_list({table})")} <= led, table


def test_the_views_of_the_database_can_be_read(database: sqlite3.Connection) -> None:
    """events_by_day holds what has one day, in order of time."""
    assert [id for (id,) in database.execute("SELECT event_id FROM events_by_day")] == ["bc", "day", "last", "bare"]
    assert database.execute("SELECT count(*) FROM events_by_actor WHERE actor = 'Denmark'").fetchone() == (9,)
    assert database.execute("SELECT source FROM sentences WHERE event_id = 'day'").fetchall() == [("Test Gazette",), ("",)]


def test_the_database_can_be_searched(database: sqlite3.Connection) -> None:
    """Other forms of a word are found; a rank in the index is the place of the event."""
    if not database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        pytest.skip("this SQLite has no full-text search")
    found = "SELECT id FROM events WHERE place IN (SELECT rowid FROM events_search WHERE events_search MATCH ?)"
    assert database.execute(found, ("noon",)).fetchall() == [("undated",)]
    found = "SELECT count(*) FROM reports WHERE number IN (SELECT rowid FROM reports_search WHERE reports_search MATCH ?)"
    assert database.execute(found, ("signing",)).fetchone() == (10,)


def test_a_speaker_who_is_no_actor_is_left_out() -> None:
    """The reference would lead nowhere."""
    one = event("day", "2021-06-17")
    lone = replace(one, reports=(replace(one.reports[0], said_by="hidden"), replace(one.reports[0], said_by="denmark")))
    with opened(written(seen=views((lone,)))["data/timeline.sqlite"]) as database:
        assert database.execute("SELECT said_by FROM reports").fetchall() == [(None,), ("denmark",)]


def test_places_of_events_are_told() -> None:
    """As rows of their own, and as the location in JSON-LD."""
    seen = views((event("day", "2021-06-17", where=("denmark",)), event("nowhere", "2021-06-18")))
    with opened(written(seen=seen)["data/timeline.sqlite"]) as database:
        assert database.execute("SELECT * FROM event_places").fetchall() == [("day", "denmark")]
    assert [place["name"] for place in linked.event(seen.by_id["day"], PUBLISHED)["location"]] == ["Denmark"]
    assert "location" not in linked.event(seen.by_id["nowhere"], PUBLISHED)


# Atom


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


def test_a_feed_read_from_disk_links_to_files() -> None:
    """From where it lies, and with the name of the file."""
    found = written(AT_HOME)["feeds/actors/denmark.atom.xml"].decode()
    assert '<link href="../../actors/denmark/index.html" rel="alternate"/>' in found


# JSON-LD


def test_a_news_article_says_who_wrote_it_and_who_shows_it() -> None:
    """The source stands apart from the site."""
    found = linked.news_article(article(location="Oslo"), PUBLISHED)
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour & home",
        "datePublished": "2021-06-18",
        "url": "https://example.org/repo/articles/harbour/",
        "author": {"@type": "Person", "name": "Ann"},
        "publisher": {"@type": "Organization", "name": "Fjord & Sound", "url": "https://example.org/repo/"},
        "sourceOrganization": {"@type": "Organization", "name": "Test Gazette"},
        "isBasedOn": "https://example.com/a",
        "inLanguage": "en",
    }


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("day", "2021-06-17", None),
        ("month", "2021-02", None),
        ("range", "2019-03-03", "2019-04-10"),
        ("bc", "-0043-03-15", None),
        ("undated", None, None),
    ],
)
def test_an_event_has_dates_as_precise_as_known(id: str, start: str | None, end: str | None) -> None:
    """An end only where it is not the beginning."""
    found = linked.event(views().by_id[id], PUBLISHED)
    assert (found.get("startDate"), found.get("endDate")) == (start, end)


def test_an_event_says_who_and_which_articles() -> None:
    """Actors by what they are; articles once each; what did not happen says so."""
    found = linked.event(views().by_id["day"], PUBLISHED)
    assert [(one["@type"], one["name"]) for one in found["about"]] == [("Person", "Erna Solberg"), ("Place", "Denmark")]
    assert [one["headline"] for one in found["subjectOf"]] == ["Harbour & home", "Ferry"]
    assert linked.event(views().by_id["year"], PUBLISHED)["keywords"][1:] == ["denied"]


@pytest.mark.parametrize("settings", [PUBLISHED, AT_HOME])
def test_urls_stand_where_the_site_has_an_address(settings: dict[str, str]) -> None:
    """Read from disk, it has none; and nothing is ever empty."""
    seen = views()
    for data in (
        linked.site(settings),
        linked.event(seen.by_id["bare"], settings),
        linked.news_article(seen.articles[0], settings),
    ):
        assert ("url" in data) == (settings is PUBLISHED)
        assert "" not in data.values()
        assert ('"https://example.org' in linked.script(data)) == (settings is PUBLISHED)


class Scripts(HTMLParser):
    """The contents of a script, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.one_of(st.text(), st.sampled_from(["</script>", "<!--", "<script", "]]>", "&lt;/script&gt;", "\u2028"])))
def test_no_text_breaks_out_of_a_script(text: str) -> None:
    """Whatever a headline says, the script ends where it should, and says the same."""
    said = linked.script({"headline": text, text: [text]})
    parser = Scripts()
    parser.feed(f'<script type="application/ld+json">{said}</script><p>')
    parser.close()
    assert parser.tags == ["script", "p"]
    assert json.loads(parser.text) == {"headline": text, text: [text]}
    assert not set(said) & set("<>&\u2028\u2029")


# the tiny site


@pytest.mark.slow
@pytest.mark.parametrize("built", ["site", "published"])
def test_the_built_files_are_as_their_schema_says(built: str, request: pytest.FixtureRequest) -> None:
    """Events and actors of the tiny site."""
    data = Path(request.getfixturevalue(built), "data")
    schema = Draft202012Validator(json.loads((data / "schema.json").read_text(encoding="utf-8")))
    for name in ("events.json", "actors.json"):
        assert [e.message for e in schema.iter_errors(json.loads((data / name).read_text(encoding="utf-8")))] == [], name


@pytest.mark.slow
def test_the_built_database_holds_the_built_events(site: Path) -> None:
    """Its keys hold, and it tells the same events as the JSON."""
    events = json.loads((site / "data/events.json").read_text(encoding="utf-8"))["events"]
    with opened((site / "data/timeline.sqlite").read_bytes()) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        told = database.execute("SELECT id, summary FROM events ORDER BY place").fetchall()
    assert told == [(e["id"], e["summary"]) for e in events]


@pytest.mark.slow
def test_the_built_feeds_read_back(published: Path) -> None:
    """Every one of them, with its own address."""
    for path in sorted((published / "feeds").rglob("*.atom.xml")):
        found = feedparser.parse(path.read_bytes())
        assert not found.bozo, path
        [own] = [link.href for link in found.feed.links if link.rel == "self"]
        assert own == f"https://example.org/repo/{path.relative_to(published).as_posix()}"
