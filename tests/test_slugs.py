"""Slugs: several articles or pages that ask for one address, and what calls itself a translation."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import pytest
from dateline.model import Kept
from dateline.site.slugs import Claim, conflict_notes, resolve_slugs
from hypothesis import given
from hypothesis import strategies as st

from .conftest import CACHE, ROOT, build

HEAD = "---\ntitle: {title}\ndate: 2021-06-19\n{more}---\n\nErna Solberg met Angela Merkel.\n"


def claim(path: str, slug: str = "x", day: str = "2020-05-08", *, written: bool = False, draft: bool = False) -> Claim:
    return Claim(slug, written, day, path, lambda: f"Norway thanked {path}.", draft)


def test_a_note_is_where_another_has_the_address() -> None:
    """Not where nobody has it: of those that the ledger has, the first may be gone."""
    both = [claim("b"), claim("c")]
    assert next(conflict_notes(both, resolve_slugs(both)))[0] == "c"
    ledger = [kept("x-2020-05-08", "b"), kept("x-2020-05-08-2", "c")]
    assert list(conflict_notes(both, resolve_slugs(both, ledger))) == []


def test_many_of_one_title_are_soon_told_apart() -> None:
    """Each of them in the ledger: the text of each is looked at a few times, not once for each of the others."""
    looked = Counter[str]()

    def text(path: str) -> str:
        looked[path] += 1
        return f"Norway thanked {path}."

    many = [Claim("x", False, f"{1900 + n}-05-08", f"{n}", partial(text, f"{n}")) for n in range(100)]
    ledger = [kept("x" if not n else f"x-{1900 + n}-05-08", f"{n}") for n in range(100)]
    assert resolve_slugs(many, ledger) == {f"{n}": one.article for n, one in enumerate(ledger)}
    assert max(looked.values()) <= 2


def kept(slug: str, path: str) -> Kept:
    return Kept("id", "events/id/", slug, f"Norway thanked {path}.")


@pytest.mark.parametrize(
    ("claims", "ledger", "slugs"),
    [
        ([claim("a"), claim("b", "y")], [], "x y"),
        ([claim("a", day="2020-05-09"), claim("b")], [], "x-2020-05-09 x"),
        ([claim("b"), claim("a")], [], "x-2020-05-08 x"),
        ([claim("a"), claim("b"), claim("c")], [], "x x-2020-05-08 x-2020-05-08-2"),
        ([claim("a", day="2020-05-08T10:00:00"), claim("b", day="2020-05-08T09:00:00")], [], "x-2020-05-08 x"),
        ([claim("a"), claim("b", "X")], [], "x X-2020-05-08"),
        ([claim("a"), claim("b", written=True)], [], "x-2020-05-08 x"),
        ([claim("a", written=True), claim("b", written=True)], [], "x x"),
        ([claim("a"), claim("b"), claim("c", "x-2020-05-08")], [], "x x-2020-05-08-2 x-2020-05-08"),
        ([claim("a", draft=True), claim("b", day="2020-05-09")], [], "x-2020-05-08 x"),
        ([claim("a"), claim("b")], [kept("x", "b")], "x-2020-05-08 x"),
        ([claim("a"), claim("b"), claim("c")], [kept("x", "c"), kept("x-2020-05-08", "b")], "x-2020-05-08-2 x-2020-05-08 x"),
        ([claim("a"), claim("b")], [kept("x", "nobody"), kept("y", "b")], "x x-2020-05-08"),
        ([claim("a")], [kept("y", "a")], "x"),
        ([claim("a"), claim("b", written=True)], [kept("x", "a")], "x x"),
        ([claim("a"), claim("b", written=True)], [kept("x", "a"), kept("x", "b")], "x-2020-05-08 x"),
        ([claim("b")], [kept("x", "a"), kept("x-2020-05-08", "b")], "x-2020-05-08"),
        ([claim("b"), claim("c")], [kept("x-2020-05-08", "b"), kept("x-2020-05-08-2", "c")], "x-2020-05-08 x-2020-05-08-2"),
        ([claim("a", written=True, draft=True), claim("b")], [], "x x"),
    ],
)
def test_each_article_has_an_address_of_its_own(claims: list[Claim], ledger: list[Kept], slugs: str) -> None:
    """Whoever is in the ledger keeps it, else the earlier by day and path; the others get their day, then a number."""
    found = resolve_slugs(claims, ledger)
    assert [found[one.path] for one in claims] == slugs.split()


CLAIMS = st.lists(
    st.builds(claim, st.text("abc", min_size=1), st.sampled_from(["x", "X", "y", "x-2020-05-08"]), st.just("2020-05-08")),
    unique_by=lambda one: one.path,
)


@given(CLAIMS, st.lists(st.builds(kept, st.sampled_from(["x", "y", "x-2020-05-08"]), st.text("abc", min_size=1))), st.randoms())
def test_no_two_share_one_in_whatever_order_they_come(claims: list[Claim], ledger: list[Kept], random) -> None:
    found = resolve_slugs(claims, ledger)
    assert len({slug.casefold() for slug in found.values()}) == len(claims) == len(found)
    random.shuffle(claims)
    assert resolve_slugs(claims, ledger) == found


def content(folder: Path, files: dict[str, str]) -> Path:
    """The tiny site with these files, each with more lines of front matter."""
    shutil.copytree(ROOT / "tests/sites/tiny", folder / "content")
    for name, more in files.items():
        text = HEAD.format(title=Path(name).stem.capitalize(), more=more)
        (folder / "content" / name).write_text(text, encoding="utf-8")
    return folder / "content"


def said(done: subprocess.CompletedProcess[str]) -> str:
    """What a build printed, in one line."""
    return re.sub(r"\s+", " ", done.stdout + done.stderr)


@pytest.mark.slow
def test_two_articles_of_one_title_are_both_published(tmp_path: Path) -> None:
    """With a note, by which nobody is refused; check and the other commands know their addresses, too."""
    at = content(tmp_path, {})
    for name, day in (("a", "21"), ("b", "20")):
        text = HEAD.format(title="Weekly", more="").replace("2021-06-19", f"2021-06-{day}")
        (at / f"articles/{name}.md").write_text(text, encoding="utf-8")
    done = build(at, tmp_path / "output", settings="publishconf.py")
    assert done.returncode == 0, said(done)
    assert re.search(r"a.md:1: \S*b.md has the address 'weekly', too: this one stands at 'weekly-2021-06-21'", said(done))
    pages = tmp_path / "output/articles"
    assert all((pages / name / "index.html").is_file() for name in ("weekly", "weekly-2021-06-21"))
    command = [sys.executable, "-m", "dateline.cli"]
    ran = partial(
        subprocess.run,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "DATELINE_CACHE": str(CACHE)},
        capture_output=True,
    )
    checked = ran([*command, "check", "--quick"], text=True)
    assert "a.md:2: warning: content/articles/b.md has the address 'weekly'" in checked.stdout
    assert checked.returncode == 0
    read = ran([*command, "annotate", "content/articles/a.md"], check=True)
    assert json.loads(read.stdout)["id"] == "weekly-2021-06-21"


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "first", "second", "address"),
    [
        ({"articles/a.md": "slug: x\n", "articles/b.md": "slug: x\ntranslation: true\n"}, "a.md", "b.md", "articles/x"),
        pytest.param(
            {"pages/a.md": "slug: x\nlang: de\n", "pages/b.md": "slug: x\n"}, "a.md", "b.md", "x", marks=pytest.mark.long
        ),
    ],
)
def test_of_two_at_one_address_the_second_is_named(
    tmp_path: Path, files: dict[str, str], first: str, second: str, address: str
) -> None:
    """With the first, and what to do; it is left out, and publishing refuses."""
    at = content(tmp_path, files)
    done = build(at, tmp_path / "output")
    assert done.returncode == 0, said(done)
    pattern = rf"{second}:1: its address \S+ is that of \S*{first}, too: give it a 'slug:' of its own \(left out\)"
    assert len(re.findall(pattern, said(done))) == 1, said(done)
    assert (tmp_path / "output" / address / "index.html").is_file()
    refused = build(at, tmp_path / "published", settings="publishconf.py")
    assert refused.returncode == 2
    assert "give it a 'slug:' of its own" in said(refused)
    assert not (tmp_path / "published/index.html").exists()


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.parametrize("value", ["true", *(pytest.param(one, marks=pytest.mark.long) for one in ("false", "'true'", "de"))])
def test_a_translation_is_an_article(tmp_path: Path, value: str) -> None:
    """Whatever it calls itself, as a page and in a draft; nobody is warned."""
    names = ("articles/one.md", "pages/imprint.md")
    draft = {"articles/draft.md": f"translation: {value}\nstatus: draft\n"}
    at = content(tmp_path, {**dict.fromkeys(names, f"translation: {value}\n"), **draft})
    done = build(at, tmp_path / "output")
    assert done.returncode == 0, said(done)
    assert "WARNING" not in said(done)
    assert (tmp_path / "output/articles/one/index.html").is_file()
    assert (tmp_path / "output/imprint/index.html").is_file()
    assert not (tmp_path / "output/articles/draft").exists()
