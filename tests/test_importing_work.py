"""Importing as a whole: nothing twice, what broke off goes on, and one line says what became of each source."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.importing import command, heads, journal, likeness, writing
from dateline.importing.known import Known
from dateline.importing.options import Limits, Options
from dateline.importing.urls import same
from dateline.importing.work import import_all
from dateline.site.frontmatter import check
from dateline.site.reader import article_file

from .importing.server import Server, running

TEXT = " ".join(f"On day {n} the ministers spoke of matter {n * 7} and agreed on point {n * 3}." for n in range(30))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as found:
        yield found


def work(sources: list[str], to: Path, **options: object) -> tuple[dict[str, int], list[str]]:
    """What became of the sources, and what was told."""
    tally: Counter[str] = Counter()
    told: list[str] = []
    asked = Options(to, limits=Limits(read=1, backoff=0), pause=0, allow_loopback=True, **options)  # type: ignore[arg-type]
    import_all(sources, asked, tally, tell=told.append, step=lambda: None)
    return dict(tally), told


def lines(path: Path, *records: dict[str, str]) -> str:
    """A file of JSON lines."""
    base = {"id": "x", "published": "2020-05-08", "title": "T", "text": TEXT}
    path.write_text("".join(json.dumps({**base, **record}) + "\n" for record in records), encoding="utf-8")
    return str(path)


def written(to: Path) -> list[str]:
    return sorted(path.relative_to(to).as_posix() for path in to.rglob("*") if path.is_file() and path.name != journal.NAME)


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


def test_like_texts_are_told_from_others() -> None:
    """A few words more are a copy, another text is none; scripts without spaces have signs for words."""
    assert likeness.share(likeness.runs(TEXT), likeness.runs(TEXT + " And so on.")) > likeness.COPY
    assert likeness.share(likeness.runs(TEXT), likeness.runs(TEXT[: len(TEXT) // 2])) < likeness.COPY
    assert likeness.share(likeness.runs("新しい橋が金曜日に開通した"), likeness.runs("新しい橋が金曜日に閉鎖された")) > 0.2
    assert likeness.runs("") == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a/", "http://X.example:80/a#b"),
        ("https://x.example/a?fbclid=1&b=2&utm_medium=c", "https://x.example/a?b=2"),
        ("https://x.example", "https://x.example/"),
    ],
)
def test_two_addresses_are_the_same(one: str, other: str) -> None:
    """Scheme, fragment, tracking, trailing slash and case of the host make no difference."""
    assert same(one) == same(other)


@pytest.mark.parametrize(
    ("one", "other"), [("https://x.example/a?b=1", "https://x.example/a?b=2"), ("https://x.example/a", "https://x.example/A")]
)
def test_two_addresses_differ(one: str, other: str) -> None:
    """What a host may tell apart is told apart."""
    assert same(one) != same(other)


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


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


def test_the_command_sums_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A summary on the output, a line for each failure on the error stream, and a status."""
    source = lines(tmp_path / "a.jsonl", {}, {"text": "short"})
    assert run(source, str(tmp_path / "none"), "--to", str(tmp_path / "to")) == 1
    out, err = capsys.readouterr()
    assert out == "1 imported, 2 failed\n"
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"{source}:2", str(tmp_path / "none")]
    assert run(lines(tmp_path / "b.jsonl", {}), "--to", str(tmp_path / "to")) == 0
    assert capsys.readouterr().out == "1 already there\n"


def test_this_machine_is_not_read_from(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command has no way to allow it."""
    assert run(f"{server.url}/banner.html", "--to", str(tmp_path / "to")) == 1
    assert "not on the public internet" in capsys.readouterr().err


def test_missing_libraries_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says how to get them."""
    monkeypatch.setattr(command, "LIBRARIES", ("json", "no_such_library"))
    assert run("x", "--to", str(tmp_path)) == 2
    assert capsys.readouterr().err == "dateline: importing needs more libraries: pip install 'pelican-dateline[import]'\n"


@pytest.mark.parametrize(
    "wrong", [["--date", "8 May"], ["--limit", "0"], ["--pause", "-1"], ["--ignore-robots"], ["--allow-loopback"]]
)
def test_wrong_use_is_told(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, before anything is read; robots.txt cannot be ignored."""
    with pytest.raises(SystemExit) as ended:
        run("x", *wrong)
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_the_command_needs_no_library_to_explain_itself() -> None:
    """Its arguments are known without the extra being installed."""
    import subprocess

    code = "import sys\nfrom dateline.importing import command\nprint(set(sys.modules) & set(command.LIBRARIES))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(command.__file__).parents[2])},
    )
    assert done.stdout == "set()\n"


def test_all_heads_written_are_sound(server: Server, tmp_path: Path) -> None:
    """Pages of every shape and the feed, at once."""
    sources = [f"{server.url}/{name}" for name in ("rss.xml", "banner.html", "linked-data.html", "cyrillic.html", "bare.html")]
    work(sources, tmp_path, date="2018-06-12")
    names = written(tmp_path)
    assert len(names) == 6
    assert [check(tmp_path / name, name) for name in names] == [[]] * 6
    assert all(heads.read((tmp_path / name).read_text(encoding="utf-8"))[0]["title"] for name in names)
