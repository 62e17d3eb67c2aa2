"""The judge: how likely a candidate tells a happening, and one that an editor would print, by a table of weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Actor, Article, DateMention
from ..model.words import Words
from .candidates import EventCandidate
from .encoder import UNREAD, Encoded, Encoder
from .features import Features
from .roles import ActorAt
from .surroundings import surroundings


@dataclass(frozen=True, slots=True)
class Head:
    """What one question was learnt: a weight by feature, and the probability from which on the answer is yes."""

    weights: Mapping[str, float]
    threshold: float = 0.5

    def probability(self, features: Mapping[str, float]) -> float:
        """How likely it is, to four places, so that machines do not differ."""
        weights = self.weights
        total = math.fsum([value * weights.get(name, 0.0) for name, value in features.items() if value])
        return round(1 / (1 + math.exp(-total)), 4)

    def decides(self, features: Mapping[str, float]) -> bool:
        """Whether it is likely enough."""
        return self.probability(features) >= self.threshold

    def heaviest(self, features: Mapping[str, float], count: int = 8) -> Iterator[tuple[str, float]]:
        """The features that weigh most for or against it, the heaviest first."""
        parts = [(name, value * self.weights.get(name, 0.0)) for name, value in features.items()]
        ordered = sorted(parts, key=lambda part: (-abs(part[1]), part[0]))
        yield from (part for part in ordered[:count] if part[1])


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says of a candidate: whether it tells a happening, how likely an editor would print it, what weighs most
    in that, and what the encoder says of its word.
    """

    eventive: bool
    worth: float
    why: tuple[tuple[str, float], ...] = ()
    encoded: Encoded = UNREAD


#: what is not judged yet
UNJUDGED = Verdict(eventive=False, worth=0.0)
#: what the encoder's part in a verdict is called, and how many features are named behind it
ENCODER, NAMED = "the encoder", 7
#: what named features say of a word from which on the encoder reads its sentence: of events that both together list, one in
#: 150 is lost, and a third of the sentences is not read
PROMISING = 0.2


@dataclass(frozen=True)
class Judge:
    """Says which candidates are ``eventive``, that is tell a happening, or are worth a line, and how much each is ``worth``.

    That is the mean of what named features say and of what the ``encoder`` says.

    ``first_person`` are the words of those who speak of themselves.
    """

    features: Features
    worth: Head
    eventive: Head
    encoder: Encoder
    first_person: frozenset[str]

    def of(
        self,
        found: Sequence[EventCandidate],
        words: Words,
        article: Article,
        who: Sequence[Actor],
        at: ActorAt,
        dates: Sequence[DateMention],
    ) -> Iterator[tuple[EventCandidate, Verdict]]:
        """What it says of each candidate, in their order, which is that of the text. The encoder reads the first sentence, and
        those of which named features say that one of its words may be worth a line.
        """
        around = surroundings(words, article, found, who, at, dates, self.first_person)
        rows = [self.features.of(one, around) for one in found]
        named = [self.worth.probability(row) for row in rows]
        promising = {0, *(one.sentence for one, worth in zip(found, named, strict=True) if worth >= PROMISING)}
        asked = [one.trigger.i for one in found if one.sentence in promising]
        encoded = dict(zip(asked, self.encoder.read(words, article, article.title, asked), strict=True))
        for one, row, worth in zip(found, rows, named, strict=True):
            yield one, self._verdict(row, worth, encoded.get(one.trigger.i, UNREAD))

    def _verdict(self, features: Mapping[str, float], named: float, encoded: Encoded) -> Verdict:
        said = float(encoded.worth[0])
        worth = mean(named, said)
        if not self.eventive.decides(features) and worth < self.worth.threshold:
            return Verdict(eventive=False, worth=worth, encoded=encoded)
        why = ((ENCODER, logit(said)), *self.worth.heaviest(features, NAMED))
        return Verdict(eventive=True, worth=worth, why=why, encoded=encoded)


def mean(one: float, two: float) -> float:
    """The mean of two probabilities, to four places, so that machines do not differ."""
    return round((one + two) / 2, 4)


def logit(probability: float) -> float:
    """The odds of a probability, as the logarithm that weights of features add up to; at most what four places tell."""
    inside = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(inside / (1 - inside))
