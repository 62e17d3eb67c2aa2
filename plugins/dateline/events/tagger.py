"""The ``reports`` stage: a report for each verb or noun that tells a happening."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from ..model import SET_ASIDE, Article, Participant, Report, Span, TextSpan, When
from ..model.words import Words, words_of
from . import anchoring, brackets, roles
from .agreement import Agreement
from .calendar import Calendar
from .candidates import propose
from .conjecture import is_asked
from .dating import Dating, scheduled
from .day import DayChoice
from .identity import Identities
from .judge import Judge
from .line import Lines, Parse, PrintedLine
from .participation import Participation
from .parties import Parties
from .role_features import Scene
from .sameness import as_one
from .small_state import SmallState
from .speakers import FIRST, Speakers
from .speech import Speeches
from .told import OTHER, Cast, Teller, Told
from .triggers import Triggers
from .where import Where

Doc.set_extension("reports", default=(), force=True)
#: the genre of an article that takes back what another told, and the rule that tells an old picture
RETRACTION, FILE_PHOTO = "retraction", "file photo"


class ReportsTagger:
    """Writes ``doc._.reports``; needs the parse, ``doc._.article``, ``doc._.dates``, ``doc._.actors``, ``doc._.actor_at`` and
    ``doc._.antecedents``.

    ``triggers`` tells events from words, the ``judge`` of the article's fold which words are reports, its ``agreement`` which
    of these tell one happening, and its ``participation`` who takes part in each. ``cues`` has the words that make an act
    possible or planned, and the verbs that only report (``saying``), are too empty to tell anything (``light``), hand on to
    another (``passing``, ``meaning``, ``wishing``) or tell of what is not done (``telling``), and those of place (``where``).
    ``parse`` parses lines anew, and ``small_state`` makes of the encoder's state what is compared over articles.
    """

    def __init__(
        self,
        triggers: Triggers,
        cues: Mapping[str, Any],
        judge: Callable[[str], Judge],
        agreement: Callable[[str], Agreement],
        participation: Callable[[str], Participation],
        days: Callable[[str], DayChoice],
        parse: Parse,
        small_state: SmallState,
    ) -> None:
        self.teller = Teller(triggers, cues)
        self.judge, self.agreement, self.participation, self.days = judge, agreement, participation, days
        quoting = frozenset(cues["saying"]) - frozenset(cues["unquoted"]) | frozenset(cues["quoting"])
        self.speeches = Speeches(quoting, cues["conjecture"]["sure"])
        self.dating, self.small_state = Dating(cues), small_state
        voicing = {*cues["saying"], *cues["quoting"], *cues["conjecture"]["verbs"]}
        self.lines, self.where = Lines(cues["line"], voicing, parse), Where(cues["where"])
        self.parties, self.light = Parties(cues["parties"]), frozenset(cues["light"])

    def __call__(self, doc: Doc) -> Doc:
        article, ids = doc._.article, Identities(doc._.article)
        if article.genre == RETRACTION:
            return doc
        words = doc._.words or words_of(doc, article.text)
        cast = self.cast(doc, words)
        told, calendar = self.happenings(doc, words, cast)
        whens = self.days(doc._.fold).of(told, calendar)
        told = [scheduled(one, whens.get(one.token.i), calendar) for one in told]
        scene = Scene(cast, words, article.title.split(), calendar.kinds)
        told = list(self.participation(doc._.fold).of(told, scene))
        write = partial(self._report, doc, ids, cast)
        names = brackets.names(cast.speakers.sure, cast, words)
        lines = self.lines.of([one.token for one in told], article, names)
        reports = [write(one, whens.get(one.token.i), printed) for one, printed in zip(told, lines, strict=True)]
        doc._.reports = tuple(_linked(reports, told))
        return doc

    def cast(self, doc: Doc, words: Words) -> Cast:
        """Who takes part and who speaks; the speaker of a quotation is its "I"."""
        actors, at = {actor.id: actor for actor in doc._.actors}, doc._.actor_at or {}
        found = self.speeches.of(words, doc._.article.quotations)
        speakers = Speakers(found, at, brackets.sure(doc._.antecedents, words), self.teller.roles, self.speeches.is_said)
        at = speakers.with_pronouns(words)
        return Cast(actors, at, self.parties.of(words, at, actors), speakers)

    def happenings(self, doc: Doc, words: Words, cast: Cast) -> tuple[list[Told], Calendar]:
        """What tells happenings, each with the first word of its own, and the dates of the article."""
        told, agreement = self._told(doc, words, cast), self.agreement(doc._.fold)
        calendar = self.dating.calendar(doc, words, told, agreement.kinds.answers)
        told = [one for one in told if one.verdict.eventive and not self._is_untold(one, cast)]
        captions = _marked(doc._.article, _is_caption)
        told = [one for one in told if not captions[one.token.idx] or _is_dated(calendar.rules.get(one.token.i))]
        told = agreement.of(told, lambda one: calendar.rules.get(one.token.i))
        return [replace(one, mode=self.teller.triggers.mode(one.kind, one.trigger, one.token)) for one in told], calendar

    def _told(self, doc: Doc, words: Words, cast: Cast) -> list[Told]:
        """What tells a happening or what kind it is of, outside the captions of old pictures."""
        article = doc._.article
        found, closed = propose(words, article, self.teller.clauses), _marked(article, _tells_nothing)
        judged = self.judge(doc._.fold).of(found, words, article, doc._.actors, doc._.actor_at or {}, doc._.dates)
        open_ = [(one, verdict) for one, verdict in judged if not closed[one.trigger.idx]]
        told = [replace(self.teller.of(one, cast), verdict=verdict) for one, verdict in open_]
        agreement = self.agreement(doc._.fold)
        return as_one([agreement.with_status(one) for one in told if may_tell(one)], self.light)

    def _is_untold(self, told: Told, cast: Cast) -> bool:
        """Whether it is certain that no event is told: it is asked, did not come about, was done by the writer himself, or
        nobody known says it.
        """
        word = told.token
        own = any(one.lower_ in FIRST and one.i not in cast.at for one in roles.subjects(word))
        return own or is_asked(word) or cast.speakers.is_unsaid(word) or self.teller.is_counterfactual(told.clause.finite)

    def _report(self, doc: Doc, ids: Identities, cast: Cast, told: Told, when: When | None, printed: PrintedLine) -> Report:
        token = told.token
        text, sent = doc._.article.text, doc[token.i].sent
        everybody = [*told.source, *told.target]
        both = everybody if told.mutual and len(everybody) > 1 else []
        return Report(
            id=ids.of(sent, token),
            article=ids.article.id,
            type=told.kind,
            start=token.idx,
            end=token.idx + len(token.text),
            text=token.text,
            sentence=Span(*_bounds(text, sent)),
            summary=printed.text,
            line=printed.line,
            source=tuple(both or told.source),
            target=tuple(both or told.target),
            participants=_participants(told),
            when=when,
            status=told.status,
            said_by=cast.speakers.said_by(token, told.clause.speaker),
            confidence=told.confidence,
            why=tuple(_why(told, when)),
            mode=told.mode,
            where=self.where.of(told, cast),
            worth=told.verdict.worth,
            state=self.small_state.of(told.verdict.encoded.state),
        )


def may_tell(told: Told) -> bool:
    """Whether a word tells a happening, or leads one that other words tell, being of a known kind."""
    return told.verdict.eventive or told.kind != OTHER.kind


def _linked(reports: Sequence[Report], told: Sequence[Told]) -> Iterator[Report]:
    """Reports with the id of the first that tells the same happening."""
    first: dict[int | None, str] = {}
    for report, one in zip(reports, told, strict=True):
        yield replace(report, same=first.setdefault(one.first, report.id))


def _participants(told: Told) -> tuple[Participant, ...]:
    return (*(Participant(one, "source") for one in told.source), *(Participant(one, "target") for one in told.target))


def _why(told: Told, when: When | None) -> Iterator[str]:
    """What a report rests on, a line each: the words that tell it, what they amount to, its date, and what makes it worth a
    line.
    """
    words = told.trigger.words or told.token.lemma_
    yield f"{words!r} tells {told.trigger.kind}"
    if told.kind != told.trigger.kind:
        yield f"said as {told.status} in this article, {told.trigger.kind} amounts to {told.kind}"
    yield f"when: {when.basis}" if when else "when: nothing dates it"
    yield f"worth {told.verdict.worth:.2f}"
    yield from (f"worth {part:+.2f} {feature}" for feature, part in told.verdict.why)


def _marked(article: Article, is_meant: Callable[[TextSpan], bool]) -> bytearray:
    """For each character, whether it stands in a span that is meant."""
    marked = bytearray(len(article.text) + 1)
    for span in filter(is_meant, article.spans):
        marked[span.start : span.end] = b"\1" * (span.end - span.start)
    return marked


def _tells_nothing(span: TextSpan) -> bool:
    return span.kind in SET_ASIDE and (not _is_caption(span) or span.why == FILE_PHOTO)


def _is_caption(span: TextSpan) -> bool:
    return span.kind == "caption"


def _is_dated(when: When | None) -> bool:
    """Whether an event has a date of its own, as the picture of a caption must have to tell one."""
    return when is not None and when.basis in anchoring.IN_CLAUSE


def _bounds(text: str, sent: SpacySpan) -> tuple[int, int]:
    """The sentence without the white space around it."""
    said = text[sent.start_char : sent.end_char]
    start = sent.start_char + len(said) - len(said.lstrip())
    return start, start + len(said.strip())
