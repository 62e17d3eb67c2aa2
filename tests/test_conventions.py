"""How a site writes days: the order of day and month by its locale, one source for the site and for commands."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from dateline import cli
from dateline.site import conf
from dateline.site.conventions import Conventions, conventions, published, read_date
from hypothesis import given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG

from .conftest import ROOT

ARTICLE = (
    "---\ntitle: What happened\ndate: {}\nsource: Gazette\n---\n\nErna Solberg met Mette Frederiksen in Oslo on Thursday.\n"
)


def of(**settings: Any) -> Conventions:
    return conventions({**DEFAULT_CONFIG, "THEME": str(ROOT / "theme"), **settings})


@pytest.mark.parametrize(
    ("locale", "day_first"),
    [
        ("en_GB", True), ("en-AU", True), ("de_DE", True), ("fr_BE", True), ("en_US", False), ("en_PH", False),
        ("en", None), ("de", None), ("sv_SE", None), ("ja_JP", None), ("en_CA", None), ("xx_YY", None),
    ],
)  # fmt: skip
def test_a_country_tells_the_order_of_day_and_month(locale: str, day_first: bool | None) -> None:
    """A language alone does not, nor does a country that writes the year first."""
    assert of(DATELINE_LOCALE=locale).day_first is day_first
    assert of(DEFAULT_LANG=locale).day_first is day_first


@pytest.mark.parametrize(
    ("text", "day_first", "read"),
    [
        ("07/05/2020", True, "2020-05-07"), ("07/05/2020", False, "2020-07-05"), ("07/05/2020", None, None),
        ("7.5.2020", True, "2020-05-07"), ("07-05-2020 10:00", True, "2020-05-07T10:00:00"), ("07/05/20", True, "2020-05-07"),
        ("25/12/2020", None, "2020-12-25"), ("12/25/2020", True, "2020-12-25"), ("05/05/2020", None, "2020-05-05"),
        ("25/12/20", None, None), ("25/12/20", True, "2020-12-25"), ("12/25/20", False, "2020-12-25"),
        ("25/12/20", False, None), ("20/05/07", False, None), ("20-05-07", True, None), ("10:30 20-05-07", False, None),
        ("31/12/99", None, "1999-12-31"), ("10:30 2020-05-07", True, "2020-05-07T10:30:00"),
        ("at 10:30 2020/05/07", None, "2020-05-07T10:30:00"), ("07/05/2020 10:30", None, None),
        ("2020-05-07", True, "2020-05-07"), ("2020/05/07", True, "2020-05-07"), ("2020.5.7", True, "2020-05-07"),
        ("20200507", True, "2020-05-07"), ("2020-W19-4", None, "2020-05-07"), ("2020-05-07_10:00", True, "2020-05-07T10:00:00"),
        ("2020-13-05", None, None), ("7 May 2020", False, "2020-05-07"), ("May 7, 2020", True, "2020-05-07"),
        ("Thu, 07 May 2020 10:00:00 GMT", None, "2020-05-07T10:00:00+00:00"),
        ("2020-05-07T10:00Z", None, "2020-05-07T10:00:00+00:00"),
        ("May 2020", None, None), ("2020", None, None), ("2020-05", None, None), ("7 May", True, None), ("10:00", None, None),
        ("Thu 7 May 2020", None, "2020-05-07"), ("Thursday, 7th of May 2020", None, "2020-05-07"),
        ("Fri 7 May 2020", None, None), ("7 May 2020 (FRIDAY)", None, None), ("Thursday 07/05/2020", False, None),
        ("7 May 2020 10.30pm", None, None), ("2020-05-07 10.30", None, None), ("7.5.2020 10.30", True, None),
        ("2020-05-07T10:30:15.25", None, "2020-05-07T10:30:15.250000"),
        ("8 May 2020 10:00 CEST", None, None), ("8 MAY 2020 10AM EDT", None, None), ("8 May 2020 10:00 UTC+2", None, None),
        ("8 May 2020 10:00 GMT", None, "2020-05-08T10:00:00+00:00"), ("10:00 BST-0100 8 May 2020", None, None),
        ("Thu, 07 May 2020 10:00:00 -0700 (PDT)", None, "2020-05-07T10:00:00-07:00"),
        ("8 May 2020 10:00 +0200", None, "2020-05-08T10:00:00+02:00"), ("8 May 2020 10h30", None, "2020-05-08T10:30:00"),
        ("Thursday", None, None), ("070520", True, None), ("1588809600", None, None), ("soon", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_a_date_is_read_as_the_site_writes_it(text: str, day_first: bool | None, read: str | None) -> None:
    """Or not at all, where neither it nor the site tells which day it is."""
    found = read_date(text, Conventions(day_first))
    assert (published(found.value) if found.value and not found.problem else None) == read


@given(st.dates(min_value=datetime(1000, 1, 1).date()), st.sampled_from("/-. "), st.sampled_from([True, False]))
def test_any_day_comes_back(day: Any, sign: str, day_first: bool) -> None:
    """In the order of the site, and with the year in front whatever that is."""
    order = "%d{0}%m{0}%Y" if day_first else "%m{0}%d{0}%Y"
    for text in (day.strftime(order.format(sign)), day.isoformat(), day.strftime("%Y/%m/%d")):
        found = read_date(text, Conventions(day_first))
        assert (found.value and found.value.date(), found.problem) == (day, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("8 May 2020 10:00 CEST", "the date '8 May 2020 10:00 CEST': the time zone 'CEST' is not read: write it as +02:00"),
        ("8 May 2020 10:00 GMT+3", "the time zone 'GMT+3' is not read"),
        ("Fri 7 May 2020", "2020-05-07 is a Thursday: mend one of the two"),
        ("7 May 2020 10.30pm", "write the time as 10:30"),
        ("20-05-07", "can be 2007-05-20 or"),
    ],
)
def test_what_a_date_says_otherwise_is_named(recwarn: pytest.WarningsRecorder, text: str, says: str) -> None:
    """With what to do, on a site of whatever country, and without a word of the library's."""
    assert says in read_date(text, Conventions(day_first=True)).problem
    assert not recwarn.list


@pytest.mark.parametrize(
    ("locale", "hint"),
    [
        ("de", "country in DATELINE_LOCALE (de_DE)"), ("pt", "(pt_BR)"), ("en", "(en_US)"), ("zh_Hant", "(zh_Hant_TW)"),
        ("sv_SE", ""), ("ja-JP", ""), ("xx", ""),
    ],
)  # fmt: skip
def test_a_country_is_asked_for_where_none_is_named(locale: str, hint: str) -> None:
    """The likeliest is offered; one that is named and does not tell is not asked for again."""
    said = read_date("07/05/2020", of(DATELINE_LOCALE=locale)).problem
    assert said.endswith(f", or name the {hint}" if hint.startswith("country") else hint or "as 2020-05-08")


@pytest.mark.parametrize("zone", ["Berlin", "CEST", "../etc", "Europe", "Europe/"])
def test_a_time_zone_that_is_none_is_named(folder: Path, capsys: pytest.CaptureFixture[str], zone: str) -> None:
    """In one line."""
    settings(folder, f"TIMEZONE = {zone!r}")
    assert cli.main(["check", "--quick"]) == 2
    assert f"TIMEZONE is {zone!r}: write continent and city, such as Europe/Berlin" in capsys.readouterr().err


def test_settings_may_import_what_stands_beside_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As they may in a build; afterwards nothing else may."""
    (folder / "beside_these_settings.py").write_text("LOCALE = 'en_GB'", encoding="utf-8")
    settings(folder, "from beside_these_settings import LOCALE as DATELINE_LOCALE")
    monkeypatch.setattr("sys.path", [one for one in sys.path if one not in ("", str(folder))])
    assert conf.of_folder(folder).day_first is True
    assert str(folder) not in sys.path


def test_what_waits_is_told_by_the_site_s_own_clock() -> None:
    """A day begins at midnight in the site's zone; where future dates are published, nothing waits."""
    day = datetime(2999, 1, 1)
    assert of(TIMEZONE="Pacific/Auckland").moment(day) == datetime(2998, 12, 31, 11, tzinfo=UTC)
    assert [of(WITH_FUTURE_DATES=future).waits(day) for future in (False, True)] == [True, False]
    assert not of(WITH_FUTURE_DATES=False).waits(datetime(2020, 1, 1))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site with one article of 7 May or 5 July, in which the test stands."""
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/a.md").write_text(ARTICLE.format("07/05/2020"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(folder: Path, *lines: str) -> None:
    theme = f"THEME = {str(ROOT / 'theme')!r}"
    (folder / "pelicanconf.py").write_text("\n".join([theme, *lines, "print('loud')"]), encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["DATELINE_LOCALE = 'en_GB'"], "1 article: 0 errors"),
        (["DEFAULT_LANG = 'en_US'"], "1 article: 0 errors"),
        (["DEFAULT_LANG = 'en'"], "content/articles/a.md:3: the date '07/05/2020' can be 2020-07-05 or 2020-05-07"),
        (["THEME = 'simple'"], "content/articles/a.md:3: warning: the date '07/05/2020' can be"),
        (
            ["THEME = 'simple'", "DATELINE_LOCALE = 'en_GB'"],
            "warning: the date '07/05/2020' is 2020-05-07 here, and 2020-07-05 to",
        ),
    ],
)
def test_check_reads_dates_by_the_site_s_settings(
    folder: Path, capsys: pytest.CaptureFixture[str], lines: list[str], says: str
) -> None:
    """Those of pelicanconf.py, whatever it prints; in a blog, which is read as Pelican reads it, it is a warning."""
    settings(folder, *lines)
    assert cli.main(["check", "--quick"]) == ("can be 2020" in says and "warning" not in says)
    said = capsys.readouterr().out
    assert says in said
    assert "loud" not in said


def test_settings_that_cannot_be_read_are_named(folder: Path) -> None:
    """In one line; a folder without settings is no site, and nothing is known of it."""
    assert conf.of_folder(folder) == Conventions()
    (folder / "pelicanconf.py").write_text("import nothing_of_this_name", encoding="utf-8")
    with pytest.raises(ValueError, match=r"pelicanconf\.py: the settings of this site cannot be read: ModuleNotFoundError"):
        conf.of_folder(folder)
