"""Status: whether what a sentence tells happened, read with the default model."""

from __future__ import annotations

import pytest
from dateline.model import Article, Report
from dateline.pipeline import read
from dateline.settings import DEFAULT_MODEL

pytestmark = pytest.mark.slow
#: a Friday
PUBLISHED = "2020-05-08"


def reports(text: str) -> list[Report]:
    [found] = read([Article("a", text, PUBLISHED)], DEFAULT_MODEL)
    return list(found.reports)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        # subjects and objects that are nobody
        ("No hostages were killed in Chad.", "killed", "denied"),
        ("None of the Kenyan ministers resigned.", "resigned", "denied"),
        ("Neither the Turkish army nor the rebels shelled Mosul.", "shelled", "denied"),
        ("Peruvian police arrested no one.", "arrested", "denied"),
        ("No fewer than forty soldiers were killed in Chad.", "killed", "happened"),
        ("Not only did Egypt attack Libya, it invaded Sudan.", "attack", "happened"),
        # not yet, and not before
        ("Ghana has yet to ratify the treaty with Togo.", "ratify", "denied"),
        ("Olga Brenner did not resign until Thursday.", "resign", "happened"),
        ("Ghana has to sign the treaty with Togo.", "sign", "called-for"),
        # joined verbs
        ("Russia did not bomb or invade Georgia.", "invade", "denied"),
        ("Olga Brenner did not resign and flew to Chile.", "flew", "happened"),
        ("The Kenyan bishop was neither arrested nor charged.", "arrested", "denied"),
        # who did not succeed, or would not
        ("Olga Brenner was unable to meet Paul Adler.", "meet", "denied"),
        ("Norway and Sweden did not manage to sign the accord.", "sign", "denied"),
        ("Olga Brenner narrowly avoided criticising Turkey.", "criticising", "denied"),
        ("Canada did not fail to condemn the Syrian army.", "condemn", "happened"),
        # denials, and claims that are none
        ("Iran denied that it had attacked Oman.", "attacked", "denied"),
        ("Iran denied attacking Oman.", "attacking", "denied"),
        ("Rumours that Olga Brenner resigned on Thursday are baseless.", "resigned", "denied"),
        ("It is untrue that Egypt attacked Libya.", "attacked", "denied"),
        ("Olga Brenner rejected claims that Egypt had attacked Libya on Thursday.", "attacked", "denied"),
        # plans
        ("Talks between France and Poland are due to begin on Monday.", "begin", "planned"),
        ("A summit between France and Poland is scheduled for Tuesday.", "scheduled", "planned"),
        ("Olga Brenner visits Chile on Monday.", "visits", "planned"),
        ("The trial of Paul Adler opens on Wednesday.", "opens", "planned"),
        ("French and Polish ministers are to meet on Monday.", "meet", "planned"),
        ("Italy has no plans to invade Albania.", "invade", "denied"),
        ("Italy does not plan to invade Albania.", "invade", "denied"),
        # what is put off, called off or foiled
        ("The visit of Olga Brenner to Chile was postponed until Monday.", "postponed", "planned"),
        ("Negotiations between France and Poland have been called off.", "called", "cancelled"),
        ("The wedding of Olga Brenner was cancelled, but the trial of Paul Adler was not postponed.", "postponed", "planned"),
        ("The election in Togo could be scrapped.", "scrapped", "possible"),
        ("An attack on Oman by Iranian rebels was averted.", "averted", "denied"),
        ("There was no attack by Egypt on Libya.", "attack", "denied"),
        # what is only said, and likely
        ("Paul Adler is believed to have fled to Chile.", "fled", "possible"),
        ("Egypt reportedly attacked Libya.", "attacked", "possible"),
        ("Egypt allegedly attacked Libya, the president of Chad said.", "attacked", "happened"),
        ("Egypt is likely to attack Libya.", "attack", "possible"),
        ("Germany called for talks between France and Poland.", "talks", "called-for"),
        ("Egypt stopped bombing Libya on Thursday.", "bombing", "happened"),
    ],
)
def test_the_word_that_tells_it_has_its_status(text: str, word: str, status: str | None) -> None:
    """None where that word tells nothing."""
    found = {report.text: report.status for report in reports(text)}
    assert found.get(word) == status


@pytest.mark.parametrize(
    ("text", "told", "when"),
    [
        ("Talks between France and Poland were postponed until Monday.", "CONSULT planned", "2020-05-11"),
        ("Monday's talks between France and Poland were put off.", "CONSULT planned", None),
        ("The trial of Paul Adler was postponed from Monday to Wednesday.", "TRIAL planned", "2020-05-13"),
        ("The trial of Paul Adler begins on Tuesday.", "TRIAL planned", "2020-05-12"),
        ("The trial of Paul Adler began on Tuesday.", "TRIAL happened", "2020-05-05"),
        ("The election in Togo was cancelled.", "ELECTION cancelled", "2020-05-08"),
        ("An attack on Oman was foiled on Thursday.", "ASSAULT denied", "2020-05-07"),
        ("Olga Brenner was unable to meet Paul Adler on Thursday.", "CONSULT denied", "2020-05-07"),
        ("Egypt is likely to attack Libya.", "FIGHT possible", None),
        ("Olga Brenner left Chile on Thursday without meeting Paul Adler.", "CONSULT denied", "2020-05-07"),
    ],
)
def test_kind_status_and_day_agree(text: str, told: str, when: str | None) -> None:
    """What is put off has the day to which it is, and none where nobody says; what may be has none by itself."""
    days = {f"{r.type} {r.status}": r.when.value if r.when else None for r in reports(text)}
    assert told in days
    assert days[told] == when


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Russia did not bomb or invade Georgia.", "Russia did not bomb or invade Georgia"),
        ("It is untrue that Egypt attacked Libya.", "It is untrue that Egypt attacked Libya."),
        ("Ghana has yet to ratify the treaty with Togo.", "Ghana has yet to ratify the treaty with Togo"),
        ("Egypt allegedly attacked Libya.", "Egypt allegedly attacked Libya"),
    ],
)
def test_no_line_drops_what_makes_it_untrue(text: str, line: str) -> None:
    """Nor what makes it unsure."""
    assert reports(text)[-1].summary == line


def test_who_denies_it_says_so() -> None:
    """The denial is an event, and what is denied another, said by who denies it."""
    denial, denied = reports("Iran denied attacking Oman.")
    assert (denial.type, denial.status, denial.said_by) == ("REJECT", "happened", None)
    assert (denied.type, denied.status, denied.said_by) == ("FIGHT", "denied", "iran")
