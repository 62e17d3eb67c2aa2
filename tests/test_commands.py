"""The commands, run as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dateline.cli import main
from dateline.commands import NAMES

from .conftest import CACHE, ROOT

pytestmark = pytest.mark.slow
TEXT = "Vladimir Putin spoke with Donald Trump by phone on Thursday.\n\nPutin thanked Trump."
LINE = json.dumps({"id": "a", "text": TEXT, "published": "2020-05-08"})


def dateline(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "DATELINE_CACHE": str(CACHE), **environment}
    command = [sys.executable, "-m", "dateline.cli", *arguments]
    return subprocess.run(command, input=stdin, env=env, capture_output=True, text=True, check=False)


def test_annotate_keeps_the_contract() -> None:
    """A line in, a line out; offsets are those of the text; progress is silent where nobody looks."""
    done = dateline("annotate", stdin=LINE + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    [said] = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(d["value"], TEXT[d["start"] : d["end"]]) for d in said["dates"]] == [("2020-05-07", "Thursday")]
    assert [(a["id"], a["aliases"]) for a in said["actors"]] == [("vladimir-putin", ["Putin"]), ("donald-trump", ["Trump"])]
    first, second = said["reports"]
    assert (first["type"], first["when"]["value"], first["source"], first["target"]) == (
        "CONSULT", "2020-05-07", ["vladimir-putin"], ["donald-trump"],
    )  # fmt: skip
    assert TEXT[second["start"] : second["end"]] == "thanked"


def test_timeline_keeps_the_contract() -> None:
    """One object, with actors, events and key dates."""
    said = json.loads(dateline("timeline", "--key-dates", "1", stdin=LINE).stdout)
    assert set(said) == {"actors", "events", "key_dates", "storylines", "relations"}
    assert len(said["key_dates"]) == 1


@pytest.mark.long
def test_several_processes_say_the_same() -> None:
    """Order and words do not depend on how many processes read."""
    many = "\n".join(json.dumps({"id": f"a{i}", "text": f"{TEXT}\n\n" * 200, "published": "2020-05-08"}) for i in range(24))
    one, two = (dateline("annotate", stdin=many, DATELINE_PROCESSES=n, DATELINE_CACHE="off").stdout for n in ("1", "2"))
    assert one == two
    assert len(one.splitlines()) == 24


def test_why_shows_what_a_report_rests_on(tmp_path: Path) -> None:
    """Its sentence, the words that tell it, its date, what makes it worth a line, and how sure it is."""
    path = tmp_path / "a.jsonl"
    path.write_text(LINE + "\n", encoding="utf-8")
    first = json.loads(dateline("annotate", str(path)).stdout)["reports"][0]
    said = dateline("why", first["id"], str(path)).stdout
    event, report = said.split("\n", 1)
    assert event.startswith(f"{first['id']} CONSULT, happened, 2020-05-07 (date in the clause): ")
    line = "Vladimir Putin spoke with Donald Trump by phone on Thursday"
    assert report.startswith(f"{first['id']} CONSULT: {line}\n  {TEXT[:60]}")
    assert "tells CONSULT" in said
    weights = [line.split(maxsplit=2) for line in said.splitlines() if line.startswith(("  worth +", "  worth -"))]
    assert len(weights) == 8
    assert weights[0][2] == "the encoder"
    assert said.endswith(f"  confidence {first['confidence']:.2f}\n")


def test_why_shows_what_was_set_aside_of_an_article(tmp_path: Path) -> None:
    """By its file or its id: its genre, and each stretch with its rule."""
    path = tmp_path / "call.md"
    body = f"By Jane Marsh\n\nMOSCOW (Reuters) - {TEXT}\n\nShare this"
    path.write_text(f"---\ntitle: A call\ndate: 2020-05-08\n---\n{body}\n", encoding="utf-8")
    said = dateline("why", str(path)).stdout
    assert said == (
        "a-call: news\n  byline (byline): By Jane Marsh\n  dateline (place line): MOSCOW (Reuters) -\n"
        "  boilerplate (button): Share this\n"
    )
    assert dateline("why", "a-call", str(path)).stdout == said
    assert json.loads(dateline("why", str(path), "--json").stdout)["aside"][0]["words"] == "By Jane Marsh"


def test_why_shows_which_names_are_an_actors(tmp_path: Path) -> None:
    """Two names, each clue with its weight, and how likely it is that they are one's."""
    path = tmp_path / "a.jsonl"
    texts = ("Angela Q. Brandt criticised David Lang in Oslo on Monday.", "Angela Brandt met David Lang in Oslo on Friday.")
    rows = [json.dumps({"id": f"a{i}", "text": text, "published": "2020-05-08"}) for i, text in enumerate(texts)]
    path.write_text("\n".join(rows), encoding="utf-8")
    said = dateline("why", "angela-brandt", str(path)).stdout.splitlines()
    assert said[0] == "Angela Brandt = Angela Q. Brandt"
    assert said[1].startswith("  first name and surname +")
    assert said[-1].endswith(" probability")


def test_why_shows_whom_a_pronoun_means(tmp_path: Path) -> None:
    """With its probability, and what speaks for it."""
    path = tmp_path / "visit.md"
    path.write_text("---\ntitle: A visit\ndate: 2020-05-08\n---\nEva Lang said that she left Oslo.\n", encoding="utf-8")
    said = dateline("why", str(path)).stdout.splitlines()
    assert said[1].startswith("  'she' at 19 means eva-lang (")
    assert any("he, agrees" in line for line in said[2:])
    assert json.loads(dateline("why", str(path), "--json").stdout)["antecedents"][0]["actors"] == ["eva-lang"]


def test_why_says_where_there_is_no_such_report(tmp_path: Path) -> None:
    """One line, and exit 2."""
    path = tmp_path / "a.jsonl"
    path.write_text(LINE + "\n", encoding="utf-8")
    done = dateline("why", "zzz", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no event's or report's id begins with 'zzz'" in done.stderr


def test_a_bad_line_ends_it_before_anything_is_written() -> None:
    """Exit 2, one line, nothing on standard output."""
    done = dateline("annotate", stdin=LINE + "\nrubbish\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dateline: <stdin>:2: no JSON")
    assert done.stderr.count("\n") == 1


@pytest.mark.long
def test_a_document_with_the_id_of_another_is_named(tmp_path: Path) -> None:
    """With its place; the first stands, and annotate, which tells nothing of two together, reads both."""
    path = tmp_path / "two.jsonl"
    path.write_text(f"{LINE}\n\n{LINE.replace('Putin', 'Lavrov')}\n", encoding="utf-8")
    done = dateline("timeline", str(path))
    assert done.returncode == 0
    assert done.stderr == f"dateline: {path}:3: an earlier document has the id 'a', too: give it one of its own (left out)\n"
    assert "lavrov" not in done.stdout
    assert dateline("annotate", str(path)).stdout.count("\n") == 2


def test_another_language_is_passed_through() -> None:
    """Empty lists, a warning, and exit 0."""
    done = dateline("annotate", stdin=LINE[:-1] + ', "lang": "fi"}')
    assert done.returncode == 0
    assert json.loads(done.stdout)["dates"] == []
    assert "'fi' is not supported" in done.stderr


@pytest.mark.long
def test_an_article_is_read_from_markdown(tmp_path: Path) -> None:
    """A file that ends in .md is an article, front matter and body; one that is broken is named with its line."""
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: T\ndate: 2020-05-08\n---\n\nPutin thanked Trump *today*.\n", encoding="utf-8")
    said = json.loads(dateline("annotate", str(path)).stdout)
    assert (said["published"], said["dates"][0]["value"]) == ("2020-05-08", "2020-05-08")
    path.write_text("---\ntitle: T\n---\nx", encoding="utf-8")
    done = dateline("annotate", str(path))
    assert done.returncode == 2
    assert f"{path}:1: no date" in done.stderr


@pytest.mark.parametrize(("setting", "says"), [("DATELINE_MODEL", "spacy download"), ("DATELINE_PROCESSES", "whole number")])
def test_a_wrong_setting_is_said(setting: str, says: str) -> None:
    """A setting that cannot be used ends the command with one line."""
    done = dateline("annotate", stdin=LINE, **{setting: "no_such"})
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.long
def test_the_article_of_8_may_2020() -> None:
    """A real article: its dates, its actors once each, and nothing from its caption and credits."""
    path = ROOT.parent / "shared/articles/2020-05-08-putin-uses-ww2-anniversary.md"
    if not path.exists():
        pytest.skip("the shared articles are not here")
    said = json.loads(dateline("annotate", str(path)).stdout)
    values = {d["text"]: d["value"] for d in said["dates"]}
    assert (values["Friday"], values["Thursday"], values["2014"]) == ("2020-05-08", "2020-05-07", "2014")
    names = [a["name"] for a in said["actors"]]
    for name in ("Vladimir Putin", "Donald Trump", "Boris Johnson", "Mike Pompeo", "Russia"):
        assert names.count(name) == 1
    assert not {n for n in names if n.split()[-1] in {"Putin", "Trump", "Johnson", "Pompeo"}} - {
        "Vladimir Putin", "Donald Trump", "Boris Johnson", "Mike Pompeo",
    }  # fmt: skip
    assert not {"Sevastopol", "Vladimir Soldatkin", "Mike Colett-White"} & set(names)
    assert said["location"] == "MOSCOW/WASHINGTON"


def test_a_new_article_is_begun(tmp_path: Path) -> None:
    """The file is ready to be written in, and is never written over."""
    from datetime import date

    from dateline.site.draft import draft
    from dateline.site.problems import check

    path = draft('A "quoted": title', date(2020, 5, 8), tmp_path)
    assert path.name == "2020-05-08-a-quoted-title.md"
    assert check(path, "a.md") == []
    with pytest.raises(FileExistsError):
        draft('A "quoted": title', date(2020, 5, 8), tmp_path)


def test_rules_are_told_with_how_often_they_were_right(tmp_path: Path) -> None:
    """Each date rule in a line: how often it fired on the gold, and was right."""
    timex = '<TIMEX3 tid="t{}" type="DATE" value="{}" functionInDocument="{}">{}</TIMEX3>'
    created = timex.format(0, "2020-05-08", "CREATION_TIME", "20200508")
    said = timex.format(1, "2020-05-07", "NONE", "Thursday")
    text = f"<TimeML><DCT>{created}</DCT><TEXT>They met on {said} and on Friday.</TEXT></TimeML>"
    (tmp_path / "a.tml").write_text(text, encoding="utf-8")
    lines = dateline("rules", str(tmp_path)).stdout.splitlines()
    assert lines[1].split() == ["weekday", "2", "1"]


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    """Exit 2, and one line that says what is missing."""
    done = dateline("rules", str(tmp_path))
    assert (done.returncode, done.stderr) == (2, f"dateline: {tmp_path}: no .tml files\n")


def test_help_has_examples_and_shells_completion(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command tells how it is used."""

    def helped(*name: str) -> str:
        with pytest.raises(SystemExit, match="0"):
            main([*name, "--help"])
        return capsys.readouterr().out

    listed = helped()
    for name in NAMES:
        said = helped(name)
        assert "examples:" in said
        assert f"dateline {name}" in said
        assert name in listed
    assert "_dateline" in dateline("--completion", "bash").stdout
