"""What a trigger amounts to where it stands: an act that is promised is an agreement, one that is announced a threat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: PLOVER classes of acts that, meant but not done, are an agreement, and of those that are a threat (PLOVER manual)
PROMISED = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT"})
ANNOUNCED = frozenset({"FIGHT", "COERCE", "SANCTION", "PROTEST", "ASSAULT"})
#: classes whose act is done to somebody: a verb alone that has another object tells something else ("fighting cancer")
TO_SOMEBODY = frozenset({"CONSULT", "ASSAULT", "FIGHT", "AGREE", "DEMAND", "THREATEN", "INVESTIGATE"})
#: kinds of news that PLOVER leaves out, which need one side alone
BESIDE_PLOVER = frozenset({
    "ACCIDENT", "APPOINTMENT", "AWARD", "COMMEMORATION", "CONTEST", "DEAL", "DEATH", "DISASTER", "ELECTION", "HEALTH", "LAUNCH",
    "LAW", "MARKET", "TRIAL",
})  # fmt: skip
#: kinds of what befalls, whose casualties a sentence may tell of ("40 were injured after the tram overturned")
MISHAPS = frozenset({"ACCIDENT", "DISASTER"})
#: acts whose target is only who is their object
UPON_NOBODY = BESIDE_PLOVER | {"RETREAT"}
PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})
ARMED = frozenset({"MIL", "COP"})
#: acts that go to and fro by their nature, whoever is named first
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "FIGHT", "DEAL", "REJECT"})
#: of these, acts that several do with each other even where others are named further down
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE", "REJECT"})


class Sense:
    """Tells what acts amount to.

    ``words`` are acts whose class depends on who does them (``by_arms``, ``travel``, ``leaving``), nouns of what goes both
    ways (``reciprocal``), and what one side does to a treaty by itself (``one_sided``).
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        self.by_arms = frozenset(words["by_arms"])
        self.travel, self.leaving = frozenset(words["travel"]), frozenset(words["leaving"])
        self.reciprocal, self.one_sided = frozenset(words["reciprocal"]), frozenset(words["one_sided"])

    def kind_of(
        self,
        kind: str,
        words: str,
        *,
        meant: bool,
        denied: bool,
        sectors: frozenset[str | None],
        state: bool = False,
        about: str | None = None,
    ) -> str:
        """The class of an act: ``meant`` where its subject says that it will do it, ``denied`` where it says that it will not.

        ``sectors`` are those of its sources; ``state`` says that a country does it; ``about`` is the class of what it is to do
        ("pledged to expel").
        """
        return _as_meant(kind, about, meant=meant, denied=denied) or self._as_done(kind, words, sectors, state=state)

    def _as_done(self, kind: str, words: str, sectors: frozenset[str | None], *, state: bool) -> str:
        """What an act amounts to by who does it."""
        if words in self.leaving and sectors & PUBLIC:
            return "RETREAT"
        if words in self.travel and not sectors & PUBLIC and not state:
            return "OTHER"
        if kind == "COERCE" and sectors == {"CVL"}:
            return "PROTEST"
        if kind == "PROTEST" and sectors and sectors <= ARMED:
            return "OTHER"  # troops that march
        if words in self.by_arms and (state or sectors & ARMED):
            return "FIGHT"
        return kind

    def is_mutual(self, kind: str, words: str, noun: str | None, *, many: bool, direct: bool, named: bool) -> bool:
        """Whether those who act, act on each other: several subjects and no object of their act, or an act that goes both
        ways."""
        if many and not direct:
            return kind in JOINT or (kind in MUTUAL and not named)
        return direct and noun in self.reciprocal and words.split()[0] not in self.one_sided


def _as_meant(kind: str, about: str | None, *, meant: bool, denied: bool) -> str | None:
    """What an act amounts to that is promised, announced or refused; None where it is none of these."""
    if kind == "AGREE" and about in ANNOUNCED and not denied:
        return "THREATEN"
    if meant and denied and kind in PROMISED | {"OTHER"}:
        return "REJECT"
    if meant and not denied and kind in PROMISED:
        return "AGREE"
    if meant and not denied and kind in ANNOUNCED:
        return "THREATEN"
    return "REJECT" if denied and kind in {"AGREE", "CONCEDE"} else None
