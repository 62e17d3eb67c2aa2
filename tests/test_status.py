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
        ("Italy has no plans to invade Albania.", "invade", None),
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
        ("Egypt stopped bombing Libya on Thursday.", "bombing", None),
    ],
)
def test_the_word_that_tells_it_has_its_status(text: str, word: str, status: str | None) -> None:
    """None where that word tells nothing."""
    found = {report.text: report.status for report in reports(text)}
    assert found.get(word) == status
