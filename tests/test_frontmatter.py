"""Front matter: words as they were written; what is wrong is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from dateline.frontmatter import FrontMatter, parse
from dateline.site.conventions import Conventions
from dateline.site.problems import check
from dateline.site.reader import article_file
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("---\ntitle: T\n---\nx", 1, "no date"),
        ("---\ntitle: T\ndate: soon\n---\nx", 3, "cannot be read"),
        ("---\ndate: 2020-05-08\n---\nx", 1, "no title"),
        ("---\ndate: 2020-05-08\ntitle: a: b\n---\nx", 3, "not valid YAML"),
        ("---\n- a\n---\nx", 2, "not a list"),
        ("Title: T\n\nx", 1, "no date"),
        ("Title: T\nDate: 2020-13-45\n\nx", 2, "cannot be read"),
        ("just words", 1, "no title"),
    ],
)
def test_a_problem_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    """The first problem names the file, the line and what is wrong."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    problem = check(path, "a.md")[0]
    assert str(problem).startswith(f"a.md:{line}: ")
    assert says in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\ndate: 2020-05-08T10:00+02:00\n---\nx",
        "---\ntitle: T\ndate: 2020-05-08  # the day of the call\npublish: No\nsource: The Gazette  # of Oslo\n---\nx",
        "Title: T\nDate: 8 May 2020\n\nx",
        "\ufeff---\ntitle: T\ndate: 2020-05-08\n---\n",
    ],
)
def test_sound_heads_pass(tmp_path: Path, text: str) -> None:
    """YAML heads and plain heads both pass, with or without a byte order mark."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    assert check(path, "a.md") == []


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are said, not raised."""
    path = tmp_path / "a.md"
    path.write_bytes(b"title: \xff\xfe")
    assert "not UTF-8" in check(path, "a.md")[0].message


def head(*lines: str) -> FrontMatter:
    return parse("\n".join(["---", *lines, "---", "", "Text."]))


@pytest.mark.parametrize(
    "written",
    [
        "No", "yes", "on", "True", "true", "1.10", "0x1F", "1_000", "017", "12:30", "1e3", "2020-05-07", "2020-02-31", "NO",
        "Null", ".inf", "=", "<<", "R&D", "AT&T, Inc.", "Fish & chips", "C#", "50% off", "a - b", "it's", "Nr. 1:0",
    ],
)  # fmt: skip
def test_words_are_those_that_were_written(tmp_path: Path, written: str) -> None:
    """Whatever YAML takes them for, in every field and in lists."""
    found = head(f"title: {written}", f"location: {written}", "tags:", f"- {written}")
    assert [found.values["title"], found.values["location"], *found.values["tags"]] == [written] * 3
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {written}\nsource: {written}\nlang: no\ndate: 2020-05-07\n---\nx", encoding="utf-8")
    read = article_file(path)
    assert (read.title, read.source, read.lang, read.published) == (written, written, "no", "2020-05-07")


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["tags: [R&D, Oil & gas, 2020, No]"], ["R&D", "Oil & gas", "2020", "No"]),
        (["tags:", "- Crime: local", "- Oil, gas", "- plain"], ["Crime: local", "Oil, gas", "plain"]),
        (["tags: [Crime: local, 'Oil, gas']"], ["Crime: local", "Oil, gas"]),
    ],
)
def test_tags_are_whole(lines: list[str], tags: list[str]) -> None:
    """With ampersands, commas and colons."""
    assert head(*lines).values["tags"] == tags


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("---\ntitle: A\ndate: 2020-05-08\nTitle: B\n---\nx", 4, "Title stands here twice"),
        ("---\ntitle: A\ndate: 2020-05-08\nalso:\n- url: a\n  url: b\n---\nx", 6, "url stands here twice"),
        ("Title: A\nDate: 2020-05-08\ntitle: B\n\nx", 3, "title stands here twice"),
        ("---\ntitle: T\ndate: 2020-05-08\ntags: [&c, b]\n---\nx", 4, "put the value in quotes"),
        ("---\ntitle: T\ndate: 2020-05-08\nsource: !Now\n---\nx", 4, "YAML tags (!Now)"),
        ("---\ntitle: [T] x\n---\nx", 2, "needs quotes"),
        ("---\ntitle: [T]\ndate: 2020-05-08\n---\nx", 2, "title is ['T']: write a text"),
        ("---\ntitle: T\ndate: 2020-05-08\nlocation: {Oslo: x}\n---\nx", 4, "location is {'Oslo': 'x'}"),
        ("---\ntitle: T\ndate: [2020-05-08]\n---\nx", 3, "write one day"),
        ("---\ntitle: T\ndate: 2020-05-08\nauthor:\n- name: Ann\n---\nx", 4, "is no text"),
        ("---\ntitle: T\ndate: 2020-05-08\ndraft: perhaps\n---\nx", 4, "write true or false"),
        ("---\ntitle: T # 1\ndate: 2020-05-08\n---\nx", 2, "title ends before '# 1'"),
        ("---\ntitle: T\ndate: 2020-05-08\ntags:\n- A #1\n---\nx", 5, "tags ends before '#1'"),
        ("---\ntitle: T\ndate: May 2020\n---\nx", 3, "lacks a day"),
        ("---\ntitle: T\ndate: 07/05/2020\n---\nx", 3, "can be 2020-07-05 or 2020-05-07"),
        ('+++\ntitle = "T"\ndate = 2020-05-08\n+++\nx', 1, "a head of TOML (+++) is not read here"),
        ('{\n"title": "T"\n}\nx', 1, "a head of JSON ({) is not read here"),
        ('{"title": "T", "date": "2020-05-08"}\n\nx', 1, "a head of JSON ({) is not read here"),
        ('\n \n+++ \ntitle = "T"\n+++\nx', 3, "a head of TOML (+++) is not read here"),
        ("---\ntitle: T\ndate: 2020-05-08\n\nx", 1, "the head has no end"),
        ("---\ntitle: T\ndate: 2020-05-08\n----\nx", 1, "the head has no end"),
        ("\n----\ntitle: T\ndate: 2020-05-08\n----\nx", 2, "put it between two lines of --- alone"),
        ("\u2014\ntitle: T\ndate: 2020-05-08\n\u2014\nx", 1, "the head has no end"),
        ('---\ntitle: T\ndate: 2020-05-08\ntags: ["a", "\\ud83d"]\n---\nx', 4, "\\ud83d is half a character"),
        ("---\ntitle: '  '\ndate: 2020-05-08\n---\nx", 2, "no title"),
        ("---\ntitle: >\n\n\ndate: 2020-05-08\n---\nx", 2, "no title"),
        (
            "---\ntitle: T\ndate: 2020-05-08\npublishDate: 2020-06-01\n---\nx",
            4,
            "publishdate is not read here: the day belongs into 'date:'",
        ),
        ("---\ntitle: T\ndate: 2020-05-08\nlastmod: 2020-06-01\n---\nx", 4, "belongs into 'modified:'"),
        ("---\ntitle: T\ndate: 8 May 2020 10:00 CEST\n---\nx", 3, "write it as +02:00"),
    ],
)
def test_what_would_be_read_wrongly_is_named(tmp_path: Path, text: str, line: int, says: str) -> None:
    """In one line, and not read as something else."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    [problem] = check(path, "a.md")
    assert problem.line == line
    assert says in problem.message


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["title: >", "  A storm", "  at sea"], "A storm at sea"), (["title: |", "  A storm", "  at sea"], "A storm at sea"),
        (['title: "  A\\tstorm "'], "A storm"), (['title: "\\ud83d\\ude00 smile"'], "\U0001f600 smile"),
        (['title: "\\u00e9t\\u00e9"'], "\u00e9t\u00e9"),
    ],
)  # fmt: skip
def test_words_stand_on_one_line(lines: list[str], read: str) -> None:
    """However they were folded or escaped; those in lists and within each other, too."""
    found = head(*lines, *(line.replace("title", "source") for line in lines))
    assert (found.error, found.values["title"], found.values["source"]) == (None, read, read)


def test_characters_in_two_halves_are_one_everywhere() -> None:
    """As programs write JSON, of which YAML is more."""
    found = head('tags: ["\\ud83d\\ude00"]', 'also: [{"\\ud83d\\ude00": "\\ud83d\\ude00!"}]')
    assert (found.values["tags"], found.values["also"]) == (["\U0001f600"], [{"\U0001f600": "\U0001f600!"}])


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["draft: true"], "draft"), (["draft: True"], "draft"), (["published: false"], "draft"), (["published: no"], "draft"),
        (["status: Draft"], "draft"), (["status: hidden"], "hidden"), (["draft: true", "status: published"], "draft"),
        (["draft: false"], "published"), (["published: true"], "published"),
        (["published: 2020-05-08"], "published"), ([], "published"),
    ],
)  # fmt: skip
def test_a_draft_is_one_in_the_words_of_other_programs(lines: list[str], status: str) -> None:
    """Hugo's and Jekyll's."""
    assert head("title: T", *lines).status == status


def test_a_draft_that_a_blog_publishes_is_named(tmp_path: Path) -> None:
    """As Pelican knows only its own word for it."""
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: T\ndraft: true\n---\nx", encoding="utf-8")
    [problem] = check(path, "a.md", (), Conventions(adopted=True))
    assert (problem.line, problem.error) == (3, False)
    assert "write 'status: draft'" in problem.message


def test_plain_heads_go_on_in_the_next_line(tmp_path: Path) -> None:
    """As Markdown's own metadata do; the text begins below."""
    found = parse("Title: A\n    long title\nTags: a\n    b, c\n\nText.")
    assert (dict(found.values), found.body.strip()) == ({"title": "A long title", "tags": "a, b, c"}, "Text.")


#: titles, tags and names as they may be, in one line
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).map(
    lambda text: " ".join(text.split())
)


@given(WORDS.filter(bool), WORDS, st.lists(WORDS.filter(bool), max_size=4))
def test_any_words_come_back_as_they_were(title: str, author: str, tags: list[str]) -> None:
    """As YAML writes them."""
    written = yaml.safe_dump({"title": title, "author": author, "tags": tags}, allow_unicode=True)
    found = parse(f"---\n{written}---\n\nText.")
    assert found.error is None
    assert found.doubts == ()
    assert (found.values["title"], found.values.get("author") or "", found.values.get("tags") or []) == (title, author, tags)


@given(WORDS.filter(bool))
def test_any_words_without_quotes_come_back_or_are_named(title: str) -> None:
    """Never as something else."""
    found = head(f"title: {title}")
    value = found.values.get("title")
    named = found.error or found.doubts or not value or isinstance(value, list | dict)
    quoted = title[0] in "'\"|>"
    assert named or quoted or value == title
