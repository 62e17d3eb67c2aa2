"""Importing as a whole: nothing twice, what broke off goes on, and one line says what became of each source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.frontmatter import parse
from dateline.importing import journal, writing
from dateline.importing.known import Known
from dateline.site.problems import check
from dateline.site.reader import article_file

from .importing.server import Server, running
from .importing.working import TEXT, lines, work, written


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


def test_a_page_is_imported_and_a_second_time_is_there(server: Server, tmp_path: Path) -> None:
    """The article has its canonical address; another way to the same page adds nothing."""
    url = f"{server.url}/linked-data.html"
    assert work([url], tmp_path) == ({"imported": 1}, [])
    [name] = written(tmp_path)
    assert name == "2020/2020-05-08-minister-signs-the-river-accord.md"
    assert check(tmp_path / name, name) == []
    article = article_file(tmp_path / name)
    assert (article.published, article.source, article.lang) == ("2020-05-08T10:00:00+03:00", "The Gazette", "en")
    assert work([f"{url}?utm_source=x#top"], tmp_path) == ({"already there": 1}, [])
    assert work([url], tmp_path) == ({"done before": 1}, [])
    assert work([url], tmp_path, again=True) == ({"already there": 1}, [])
    assert written(tmp_path) == [name]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/closed.html", "it is behind a paywall: "),
        ("/undated.html", "no date of publication was found: give it with --date"),
        ("/short", "its text has 10 characters, fewer than 200"),
        ("/gone", "its host answers HTTP 404: check the address"),
        ("/hidden/page", "its host asks robots not to read it (robots.txt)"),
        ("/image", "it is image/png, not a page"),
    ],
)
def test_a_failure_is_told_in_a_line(server: Server, tmp_path: Path, path: str, says: str) -> None:
    """What, why, and what to do; nothing is written, and the next run tries again."""
    for _ in range(2):
        tally, [told] = work([server.url + path], tmp_path)
        assert tally == {"failed": 1}
        assert told.startswith(f"{server.url}{path}: {says}")
        assert "\n" not in told
        assert written(tmp_path) == []


def test_a_page_without_a_date_needs_one(server: Server, tmp_path: Path) -> None:
    """It is given on the command line; a date that a page has is not touched."""
    tally, _ = work([f"{server.url}/undated.html", f"{server.url}/banner.html"], tmp_path, date="2018-06-12")
    assert tally == {"imported": 2}
    assert written(tmp_path) == [
        "2018/2018-06-12-council-votes-for-a-new-bridge.md",
        "2021/2021-02-17-ferry-runs-aground-near-the-lighthouse.md",
    ]


def test_a_text_of_another_script_is_not_called_english(tmp_path: Path) -> None:
    """Where no language is told, most letters say whether it can be."""
    work([lines(tmp_path / "a.jsonl", {"text": "Новый мост через реку открыли в пятницу. " * 9})], tmp_path / "to")
    assert article_file(tmp_path / "to" / "2020/2020-05-08-t.md").lang == "und"


def test_a_copy_is_linked_in_the_first(tmp_path: Path) -> None:
    """A nearly identical text elsewhere becomes a further source; the first keeps every other byte."""
    to = tmp_path / "to"
    first = {"url": "https://a.example/1", "source": "A"}
    copy = {"url": "https://b.example/2", "source": "B", "title": "T: again", "text": TEXT + " Additional words."}
    work([lines(tmp_path / "a.jsonl", first)], to)
    before = (to / "2020/2020-05-08-t.md").read_text(encoding="utf-8")
    tally, told = work([lines(tmp_path / "b.jsonl", copy)], to)
    assert tally == {"copy linked": 1}
    assert told == [f"{tmp_path}/b.jsonl:1: a copy of 2020/2020-05-08-t.md: linked there under 'also'"]
    after = (to / "2020/2020-05-08-t.md").read_text(encoding="utf-8")
    block = "also:\n- url: https://b.example/2\n  source: B\n  title: 'T: again'\n  date: '2020-05-08'\n"
    assert after == before.replace("---\n\n", f"{block}---\n\n")
    assert check(to / "2020/2020-05-08-t.md", "a.md") == []
    assert work([lines(tmp_path / "c.jsonl", {"url": "https://b.example/2/"})], to)[0] == {"already there": 1}


def test_an_article_of_the_folder_is_known(tmp_path: Path) -> None:
    """Articles that were there before count, by address and by text, in front matter of both forms."""
    to = tmp_path / "to"
    (to / "old").mkdir(parents=True)
    (to / "old/a.md").write_text(
        f"---\ntitle: A\ndate: 2020-05-01\nurl: https://a.example/1\n---\n\n{TEXT}\n", encoding="utf-8"
    )
    (to / "old/b.md").write_text("Title: B\nDate: 2020-05-01\nUrl: https://a.example/2\n\nWords.\n", encoding="utf-8")
    again = lines(tmp_path / "a.jsonl", {"url": "http://A.example/1#x"}, {"url": "https://a.example/2/"}, {"text": TEXT[:-60]})
    assert work([again], to)[0] == {"already there": 3}
    assert written(to) == ["old/a.md", "old/b.md"]


def test_a_copy_of_an_article_with_a_plain_head_is_told(tmp_path: Path) -> None:
    """Its head has no place for a list, so it is left alone."""
    to = tmp_path / "to"
    to.mkdir()
    (to / "a.md").write_text(f"Title: A\nDate: 2020-05-01\n\n{TEXT}\n", encoding="utf-8")
    tally, [told] = work([lines(tmp_path / "a.jsonl", {"url": "https://b.example/2"})], to)
    assert tally == {"copy not linked": 1}
    assert "a copy of a.md, not linked there, since its front matter does not stand between lines of ---" in told


def test_what_broke_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed in the middle, also between writing an article and its line in the log, the next run does the rest."""
    to = tmp_path / "to"
    texts = [" ".join(f"{name}{n}" for n in range(80)) for name in ("one", "two", "three", "four")]
    source = lines(tmp_path / "a.jsonl", *({"text": text, "title": text[:4]} for text in texts))
    real = journal.Journal.write

    def killed(self: journal.Journal, entry: journal.Entry) -> None:
        if entry.source.endswith(":3"):
            raise KeyboardInterrupt
        real(self, entry)

    monkeypatch.setattr(journal.Journal, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        work([source], to)
    monkeypatch.undo()
    with (to / journal.NAME).open("a", encoding="utf-8") as log:
        log.write('{"source": "cut o')
    assert len(written(to)) == 3
    assert work([source], to)[0] == {"done before": 2, "already there": 1, "imported": 1}
    assert len(written(to)) == 4
    assert work([source], to)[0] == {"done before": 4}


def test_a_file_half_written_is_no_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is written aside, and gets its name when it is whole."""
    monkeypatch.setattr(writing.os, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        work([lines(tmp_path / "a.jsonl", {})], tmp_path / "to")
    assert written(tmp_path / "to") == [writing.ASIDE]
    monkeypatch.undo()
    work([lines(tmp_path / "a.jsonl", {})], tmp_path / "to")
    assert written(tmp_path / "to") == ["2020/2020-05-08-t.md"]


def test_a_record_that_changed_is_read_anew(tmp_path: Path) -> None:
    """The log knows a record by its place and its bytes."""
    work([lines(tmp_path / "a.jsonl", {})], tmp_path / "to")
    other = " ".join(f"word{n}" for n in range(80))
    assert work([lines(tmp_path / "a.jsonl", {"text": other, "title": "U"})], tmp_path / "to")[0] == {"imported": 1}


def test_articles_of_one_title_have_addresses_of_their_own(tmp_path: Path) -> None:
    """The second of a title gets a slug, so that the site tells them apart."""
    texts = [" ".join(f"{name}{n}" for n in range(80)) for name in ("one", "two")]
    records = [{"text": text, "title": title} for text, title in zip(texts, ("U.S. news", "US news"), strict=True)]
    work([lines(tmp_path / "a.jsonl", *records)], tmp_path / "to")
    assert len({article_file(path).id for path in (tmp_path / "to").rglob("*.md")}) == 2
    assert Known(tmp_path / "to").needs_slug("us NEWS")


def test_all_heads_written_are_sound(server: Server, tmp_path: Path) -> None:
    """Pages of every shape and the feed, at once."""
    sources = [f"{server.url}/{name}" for name in ("rss.xml", "banner.html", "linked-data.html", "cyrillic.html", "bare.html")]
    work(sources, tmp_path, date="2018-06-12")
    names = written(tmp_path)
    assert len(names) == 6
    assert [check(tmp_path / name, name) for name in names] == [[]] * 6
    assert all(parse((tmp_path / name).read_text(encoding="utf-8")).values["title"] for name in names)
