"""The day of a happening: what its own clause says, what another sentence says of it, the day of the report, or none."""

from __future__ import annotations

import pytest
from dateline.model import REPORTED_ON, Article
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL

#: what an article says that came out on Friday 8 May 2020, a word that tells an event, its day, and what that rests on
CASES = [
    ("Norwegian troops attacked Bergen on Monday.", "attacked", "2020-05-04", "date in the clause"),
    ("The finance minister of Togo has resigned.", "resigned", "2020-05-08", REPORTED_ON),
    ("A tram overturned in Lisbon on Tuesday. The crash killed four people.", "killed", "2020-05-05", "date in the text"),
    ("A tram overturned in Lisbon at 10:30 on Tuesday. The crash killed four.", "killed", "2020-05-05", "date in the text"),
    (
        "Ann Berg died on 3 March 2014. Six years later her killer was arrested in Oslo.",
        "died",
        "2014-03-03",
        "date in the clause",
    ),
    ("Police in Oslo arrested Paul Adler after a bomb exploded there in 2009.", "exploded", "2009", "date in the clause"),
    ("The trial of Paul Adler was postponed from Monday to Wednesday.", "trial", "2020-05-13", "date in the clause"),
    ("The two presidents will meet in Paris on 20 May.", "meet", "2020-05-20", "date in the clause"),
    ("The government plans to sell the airline.", "sell", None, None),
    ("Egypt denied that it had attacked Libya.", "attacked", None, None),
    ("The strike began on 4 May and ended two days ago.", "began", "2020-05-04", "date in the clause"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("text", "word", "day", "basis"), CASES, ids=[word for _, word, _, _ in CASES])
def test_a_happening_has_the_day_that_the_article_gives_it(text: str, word: str, day: str | None, basis: str | None) -> None:
    [found] = read([Article("a", text, "2020-05-08", title="")], DEFAULT_MODEL)
    when = next(report.when for report in found.reports if report.text == word)
    assert (when and when.value, when and when.basis) == (day, basis)


@pytest.mark.slow
def test_nothing_that_has_happened_lies_after_its_report() -> None:
    text = "Norwegian troops attacked Bergen. The parliament will vote on 20 May. Sweden condemned the attack."
    [found] = read([Article("a", text, "2020-05-08")], DEFAULT_MODEL)
    dated = [report for report in found.reports if report.when is not None and report.status == "happened"]
    assert dated
    assert all(((report.when and report.when.from_) or "") <= "2020-05-08" for report in dated)
