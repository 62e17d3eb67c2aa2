"""Front matter and text that importing writes: read back as they were, whatever a source says."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest
from dateline.frontmatter import parse
from dateline.importing import heads, writing
from dateline.importing.found import Found
from dateline.importing.words.escaping import bare, escaped, paragraph, squeezed
from dateline.site.problems import check
from dateline.site.reader import article_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .importing.working import work

HOSTILE = (
    "---", "...", "a: b", "- a", "# a", "\"quoted\" and 'so'", "two\nlines\n---\nmore", "title: x",
    "{a: b}", "[x]", "&x *y", "!tag",
    "%x",
    "@x", "`x`", "null", "true", "2020", "2020-05-08", "1e3", "~", "|", ">", "a\\b", "tab\there", "nul\0 bell\a", 
    "\ufeffmark",
    "\u2028line\u2029paragraph\x85next", "\u202eright to left", "שלום עולם", "../../x",
    "CON", "x" * 300, "日本語" * 100, "😀", "?", "\ud800",
    "<script>alert(1)</script>", "{{ x }} {% y %}", "---\n", "{filename}/x.md", " ",
)  # fmt: skip
WORDS = "Ministers of six countries met on Friday to speak of grain."
ODD = st.text(alphabet=st.sampled_from("ab1 .:#>-+*_`[](){}!<&;|~\\=\"'/%^$\n"), max_size=40)


def written(folder: Path, found: Found) -> Path:
    return folder / writing.write(folder, found, needs_slug=True)


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_words_read_back(tmp_path: Path, title: str) -> None:
    """Front matter has no problem and says the same, in the site's own reader too."""
    found = Found(
        title=f"{title} T", author=title, source=title, date="2020-05-08T10:00:00+03:00", tags=(title, "b"), text=WORDS
    )
    path = written(tmp_path, found)
    assert check(path, "a.md") == []
    head = parse(path.read_text(encoding="utf-8")).values
    assert head["title"] == squeezed(f"{title} T")
    assert str(head.get("author") or "") == squeezed(title)
    article = article_file(path)
    assert (article.title, article.text, article.published) == (squeezed(f"{title} T"), WORDS, "2020-05-08T10:00:00+03:00")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=80).filter(squeezed), st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_any_words_read_back(tmp_path: Path, title: str, author: str, tags: list[str]) -> None:
    """Any title, author and tags."""
    path = written(tmp_path, Found(title=title, author=author, date="2020-05-08", tags=tuple(tags), text=WORDS))
    assert check(path, "a.md") == []
    found = parse(path.read_text(encoding="utf-8"))
    head, body = found.values, found.body
    assert (head["title"], head.get("author") or "") == (squeezed(title), squeezed(author))
    assert body.strip() == WORDS
    assert path.parent == tmp_path / "2020"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(ODD, max_size=4))
def test_any_text_reads_back(tmp_path: Path, texts: list[str]) -> None:
    """The site shows the words that a source has, none of them as HTML, list or heading."""
    wanted = [squeezed(t) for t in texts if squeezed(t)]
    text = "\n\n".join(filter(None, (paragraph(escaped(t)) for t in texts)))
    article = article_file(written(tmp_path, Found(title="T", date="2020-05-08", text=text)))
    assert article.text.split("\n\n") == (wanted or [""])
    assert {block.kind for block in article.blocks} <= {"paragraph"}
    assert squeezed(bare(text)) == " ".join(wanted)


@pytest.mark.parametrize("title", [*HOSTILE, "a/b\\c:d*e?f", "..", "/etc/passwd", "C:\\x", "nul", "lpt1.txt", "𐍈" * 100])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, title: str) -> None:
    """A file's name is a day and letters, short enough for any disk."""
    folder = tmp_path / "in" / "articles"
    folder.mkdir(parents=True)
    path = written(folder, Found(title=title, date="2020-05-08", text=WORDS))
    (folder / writing.ASIDE).unlink(missing_ok=True)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]
    assert path.parent == folder / "2020"
    assert path.name.startswith("2020-05-08-")
    assert len(path.name.encode()) < 120
    assert not set(path.name) & set('/\\:*?"<>|' + string.whitespace)


def test_no_article_is_written_over(tmp_path: Path) -> None:
    """The next of a name gets a number, and an address of its own."""
    found = Found(title="Same", date="2020-05-08", text=WORDS)
    names = [writing.write(tmp_path, found, needs_slug=False) for _ in range(3)]
    assert names == ["2020/2020-05-08-same.md", "2020/2020-05-08-same-2.md", "2020/2020-05-08-same-3.md"]
    assert len({article_file(tmp_path / name).id for name in names}) == 3


ALSO = {"url": "https://b.example/x", "source": "B: news", "title": "---", "date": "2020-05-08"}
ENTRY = "- url: https://b.example/x\n  source: 'B: news'\n  title: '---'\n  date: '2020-05-08'\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: T # why\n\n---\nx", f"---\ntitle: T # why\n\nalso:\n{ENTRY}---\nx"),
        ("\ufeff---\ntitle: T\n...\nx", f"\ufeff---\ntitle: T\nalso:\n{ENTRY}...\nx"),
        ("---\r\ntitle: T\r\n---\r\nx\r\n", f"---\ntitle: T\nalso:\n{ENTRY}---\nx\n".replace("\n", "\r\n")),
        ("---\nalso:\n- url: a # b\n\ntitle: T\n---\nx", f"---\nalso:\n- url: a # b\n{ENTRY}\ntitle: T\n---\nx"),
        (
            "---\nalso:\n  - {url: a}\n# c\ntitle: T\n---\nx",
            "---\nalso:\n  - {url: a}\n" + "".join(f"  {row}\n" for row in ENTRY.splitlines()) + "# c\ntitle: T\n---\nx",
        ),
        ("---\nalso: []\ntitle: T\n---\nx", f"---\nalso:\n{ENTRY}title: T\n---\nx"),
        ("---\nalso: [{url: a}]\ntitle: T\n---\nx", f"---\nalso:\n- url: a\n{ENTRY}title: T\n---\nx"),
        (
            "---\ntitle: T\nalso:\n- url: a\n  title: |\n    b\n---\nx",
            f"---\ntitle: T\nalso:\n- url: a\n  title: |\n    b\n{ENTRY}---\nx",
        ),
    ],
)
def test_a_source_is_added_and_nothing_lost(before: str, after: str) -> None:
    """Comments, blank lines, line ends and marks stay as they are."""
    assert heads.linked(before, ALSO) == after


@pytest.mark.parametrize(
    "text", ["Title: T\nDate: 2020-05-08\n\nx", "---\ntitle: a: b\n---\nx", "---\nalso: x\n---\ny", "---\n- a\n---\n"]
)
def test_a_head_without_a_place_for_it_is_left(text: str) -> None:
    """What cannot be added to safely is not touched."""
    with pytest.raises(ValueError, match="front matter"):
        heads.linked(text, ALSO)


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("author", "Ann Lee (ann@dale.example)", "Ann Lee"),
        ("source", "post@dale.example", ""),
        ("credit", "bo@dale.example / Dale", "/ Dale"),
        ("title", "Tell desk@dale.example what you saw", "Tell what you saw"),
        ("tags", ["weirs", "desk@dale.example", "brooks"], ["weirs", "brooks"]),
    ],
)
def test_no_address_of_e_mail_is_written(tmp_path: Path, field: str, value: object, left: object) -> None:
    """Nor is a file named by one."""
    record = {"title": "Weir gone", "date": "2020-05-08", "text": WORDS * 5, field: value}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    work([str(tmp_path / "a.jsonl")], tmp_path / "to")
    [path] = (tmp_path / "to").rglob("*.md")
    head = parse(path.read_text(encoding="utf-8")).values
    assert head.get({"credit": "image_credit"}.get(field, field), "") == left
    assert "dale" not in path.name
