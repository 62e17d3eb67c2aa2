"""What one article says: blocks, dates, actors and reports."""

from __future__ import annotations

from dataclasses import dataclass, field

from .when import When


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text that stands for itself: a paragraph, a heading, a caption.

    ``start`` and ``end`` are string indices into the article's text, end exclusive. ``kind`` is what the block is in the
    article's Markdown: paragraph, heading, item, quote, cell or caption.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Words of an article that are of one kind: running text, or what an editor would cut from the story.

    ``start`` and ``end`` are string indices into the text, end exclusive. ``kind`` is text, headline, or one of SET_ASIDE.
    ``why`` names the rule that decided.
    """

    kind: str
    start: int
    end: int
    why: str = ""


#: kinds of spans that tell no events; a caption does where it has a date of its own
SET_ASIDE = frozenset({"dateline", "byline", "credit", "caption", "boilerplate", "turn"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody says, in his own words: string indices into the text, the quotation marks included, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """What an article's front matter says of its events: ``add`` one, told by these words of the article, or ``replace`` or
    ``hide`` the report with this id. What is not None wins; ``date`` is a day, month, year or range, or "none".
    """

    add: str | None = None
    replace: str | None = None
    hide: str | None = None
    date: str | None = None
    summary: str | None = None
    type: str | None = None
    status: str | None = None
    source: tuple[str, ...] | None = None
    target: tuple[str, ...] | None = None
    where: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as read.

    ``published`` is an ISO date or date-time, empty where nobody knows it; ``text`` is what all offsets count in; ``code`` is
    what of the text is code, which tells nothing.
    """

    id: str
    text: str
    published: str
    title: str = ""
    lang: str = "en"
    source: str = ""
    url: str = ""
    location: str = ""
    blocks: tuple[Block, ...] = ()
    spans: tuple[TextSpan, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    genre: str = "news"
    notes: tuple[Note, ...] = ()
    code: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A TIMEX3 expression of time. ``edtf``, ``from_`` and ``to`` are None where it fixes no time.

    ``from_`` and ``to`` are ISO dates, both inclusive; years before 1 have a minus, 1 BC is 0000. ``flag`` says what is
    doubtful ("2023-02 has no day 29"; then ``value`` is empty). ``range`` is the EDTF interval of which the expression is
    an end. ``event`` is where the words stand for what it is told from ("three days before the vote"), ``side`` is -1
    before it and +1 after it.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str
    mod: str | None = None
    edtf: str | None = None
    from_: str | None = None
    to: str | None = None
    flag: str | None = None
    range: str | None = None
    event: Span | None = None
    side: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where an actor is named, or meant by a pronoun."""

    start: int
    end: int
    text: str
    pronoun: bool = field(default=False, metadata={"optional": True})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Whom a pronoun or a role noun ("the minister") means, by their ids, with its probability and what speaks for it.

    ``sure`` is whether it is so probable that 97 of 100 such are right.
    """

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    probability: float
    pronoun: bool
    sure: bool
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts: person, organisation, place, group or thing.

    ``country`` is ISO 3166-1 alpha-3 or a PLOVER body (IGO, NGO, IMG, MNC); ``sector`` is PLOVER's (GOV, MIL ...).
    ``country_guess`` is a country that the article does not say; it serves comparison with coded records, and is not shown.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    country_guess: str | None = field(default=None, metadata={"optional": True})


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in a report or event: source, target, or other.

    ``actor`` is None where somebody takes part who has no page, and ``text`` is then what he is called ("protesters").
    """

    actor: str | None
    role: str
    text: str = field(default="", metadata={"optional": True})


@dataclass(frozen=True, slots=True)
class Span:
    """String indices into an article's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """Where the words of a printed line stand, so that it can be checked against its article.

    ``from_`` is headline, clause, sentence, editor (whose own words they are) or kind (none of the article's). ``in_`` is
    text or title of the ``article``, in which the ``spans`` count; None for editor and kind, which have none.
    """

    from_: str
    in_: str | None = None
    spans: tuple[Span, ...] = ()
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence of one article says happened; ``start``/``end`` is the trigger word.

    ``why`` says what it rests on, which ``dateline why`` prints; ``mode`` in what manner it was done (visit, call, meeting);
    ``summary`` is its line, and ``line`` where that stands, None where the sentence is no whole one; ``edited`` names the
    fields that the article's front matter gives; ``where`` has the actors that are the places at which it
    happened, those named nearest to it first.
    """

    id: str
    article: str
    type: str
    start: int
    end: int
    text: str
    sentence: Span
    summary: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    participants: tuple[Participant, ...]
    when: When | None
    status: str
    said_by: str | None
    confidence: float
    why: tuple[str, ...] = field(default=(), metadata={"internal": True})
    mode: str | None = None
    edited: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    line: Line | None = None
    #: how likely an editor would print it, and the id of the first report in this article that tells the same happening
    worth: float = 0.0
    same: str = ""
    #: what the encoder holds of its word, in few numbers; empty where it was not read
    state: tuple[int, ...] = field(default=(), metadata={"internal": True})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: its dates, actors and reports; what its ``headline`` tells, where that is not in the
    text, and whom its pronouns and role nouns mean.
    """

    article: Article
    dates: tuple[DateMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    reports: tuple[Report, ...] = ()
    headline: tuple[Report, ...] = ()
    antecedents: tuple[Antecedent, ...] = ()
