"""The theme in other languages: its catalogues are whole, and a site in one speaks it."""

from __future__ import annotations

import logging
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from dateline.site.catalogue import forms, messages, update
from dateline.site.translations import translations

from .conftest import ROOT, build

THEME = ROOT / "theme"
PLACEHOLDER = re.compile(r"%\(\w+\)\w|\{\w+\}")
CATALOGUES = sorted((THEME / "locale").glob("*.po"), key=lambda p: p.stem)


@pytest.fixture(scope="module", params=CATALOGUES, ids=lambda path: path.stem)
def catalogue(request: pytest.FixtureRequest) -> Path:
    """Each catalogue of the theme."""
    path: Path = request.param
    return path


def known(path: Path) -> list[Message]:
    """The messages of a catalogue, without its head."""
    with path.open("rb") as file:
        return [m for m in read_po(file, locale=path.stem) if m.id]


def keys(found: list[Message]) -> set[tuple[object, str | None]]:
    """What messages are found by."""
    return {(m.id, m.context) for m in found}


def test_a_catalogue_has_every_string_and_no_other(catalogue: Path) -> None:
    """``make messages`` was run since the last change of a template."""
    assert keys(known(catalogue)) == keys([m for m in messages(THEME) if m.id])
    assert "#~" not in catalogue.read_text(encoding="utf-8")


def test_every_string_is_translated(catalogue: Path) -> None:
    """In each of its plural forms, and by a person's word, not by likeness."""
    assert [m.id for m in known(catalogue) if m.fuzzy or not all(forms(m))] == []


def test_a_translation_has_the_placeholders_of_its_string(catalogue: Path) -> None:
    """No other, none missing, and none twice; in each plural form. Nor does it bring tags."""
    wrong = []
    for message in known(catalogue):
        theirs = message.id if isinstance(message.id, str) else message.id[-1]
        wanted = Counter(PLACEHOLDER.findall(theirs))
        wrong += [form for form in forms(message) if Counter(PLACEHOLDER.findall(form)) != wanted or "<" in form]
    assert wrong == []


def test_to_update_a_catalogue_twice_is_to_update_it_once(catalogue: Path, tmp_path: Path) -> None:
    """Neither the day nor who runs it stands in it."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME / "templates", theme / "templates")
    (theme / "locale").mkdir()
    mine = theme / "locale" / catalogue.name
    shutil.copy(catalogue, mine)
    assert update(theme) == {catalogue.stem: 0}
    assert mine.read_bytes() == catalogue.read_bytes()
    assert not re.search(r"EMAIL@ADDRESS|FULL NAME|LL@li|YEAR|-Date:", mine.read_text(encoding="utf-8"))


def test_a_new_catalogue_is_filled_with_strings(tmp_path: Path) -> None:
    """An empty file is enough to begin with."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME / "templates", theme / "templates")
    (theme / "locale").mkdir()
    (theme / "locale/pl.po").touch()
    assert update(theme)["pl"] == len(known(theme / "locale/pl.po")) > 300
    assert "nplurals=3" in (theme / "locale/pl.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["de", "de-AT"])
def test_german_is_spoken(lang: str) -> None:
    """Where the theme has no catalogue for a country, that of the language."""
    german = translations(THEME, lang)
    assert german.gettext("Timeline") == "Chronik"
    assert german.ngettext("%(num)s event", "%(num)s events", 1) == "%(num)s Ereignis"
    assert german.ngettext("%(num)s event", "%(num)s events", 0) == "%(num)s Ereignisse"


@pytest.mark.parametrize(("lang", "warned"), [("en", 0), ("en-US", 0), ("tlh", 1)])
def test_what_has_no_catalogue_stays_english(lang: str, warned: int, caplog: pytest.LogCaptureFixture) -> None:
    """It is said once, unless English is what is wanted."""
    with caplog.at_level(logging.WARNING):
        assert translations(THEME, lang).gettext("Timeline") == "Timeline"
    assert [lang in record.getMessage() for record in caplog.records] == [True] * warned


def built(tmp_path: Path, lang: str) -> Path:
    """The tiny site in this language."""
    settings = tmp_path / "conf.py"
    settings.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom pelicanconf import *\n"
        f"DEFAULT_LANG = {lang!r}\nDATELINE_LOCALE = None\nSITESUBTITLE = ''\n"
        f"THEME = {str(THEME)!r}\nPLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\n",
        encoding="utf-8",
    )
    shutil.copytree(ROOT / "tests/sites/tiny", tmp_path / "content")
    done = build(tmp_path / "content", tmp_path / "output", settings=str(settings))
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path / "output"


def english_left(page: str) -> list[str]:
    """The strings of the theme that stand in English alone between two tags, or in a label."""
    ours = {m.id: m.string for m in known(THEME / "locale/de.po")}
    texts = set(re.findall(r'>([^<]+)<|aria-label="([^"]+)"', page))
    shown = {re.sub(r"\s+", " ", text).strip() for pair in texts for text in pair}
    return sorted(text for text in shown if text in ours and ours[text] != text)


@pytest.mark.long
@pytest.mark.slow
def test_a_german_site(tmp_path: Path) -> None:
    """Navigation, headings and dates of home and of a year are German."""
    output = built(tmp_path, "de")
    pages = {name: (output / name / "index.html").read_text(encoding="utf-8") for name in (".", "timeline/2021")}
    for page in pages.values():
        assert '<html lang="de" dir="ltr">' in page
        assert "17. Juni 2021</time>" in page
        assert english_left(page) == []
        for words in ("Chronik", "Akteure", "Orte", "Artikel", "Suche", "Kalenderblatt", "Vergleichen"):
            assert f">{words}</a>" in page
    assert "Was bisher geschah" in pages["."]
    assert ">Juni 2021</" in pages["timeline/2021"]


@pytest.mark.long
@pytest.mark.slow
def test_a_site_that_reads_from_right_to_left(tmp_path: Path) -> None:
    """The direction is the language's, though the theme has no words of it."""
    home = (built(tmp_path, "ar") / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in home
