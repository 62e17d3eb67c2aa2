"""Whether reports tell one event, over articles: a logistic regression over features of pairs, learnt from stories and topics.

A report tells a happening where its word is one of those that tell it. Articles are read by what was not learnt from them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import fitting
import happenings
from dateline import folds, pipeline
from dateline.corpus.actors import gather
from dateline.corpus.clusters import candidates
from dateline.corpus.likeness import features
from dateline.corpus.specific import specific
from dateline.corpus.told import Told, prepare
from dateline.documents import article
from dateline.model import Reading
from dateline.settings import DEFAULT_MODEL

#: weights for DATELINE_WEIGHTS
HELD_OUT = Path(__file__).with_name("held_out")
#: the stories of which it is known which events are one
STORIES = ("haiti", "h1n1", "mj", "libya", "articles")
#: what stands in place of the day of publication where nobody knows it
UNDATED = "2012-12-31"
#: topics without days are tested in so many parts, and all together count so much beside a story
PARTS, TOPICS = 3, 0.3
#: of each story, the most pairs of different happenings; of a topic; and how many weigh as much as all pairs of one
MOST, MOST_OF_TOPIC, OTHERS = 15_000, 1_200, 20
#: of the pairs of which one report tells nothing that an editor lists, the share that is learnt from
UNTOLD = 0.3
#: from which probability on two clusters are one, and from which on an editor is asked
ENOUGH, NEARLY = 0.9, 0.8
HEADING = "Whether two reports tell one event."


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles that are read together, and which happenings each of their reports tells.

    ``part`` are the corpora that are tested together, ``group`` the kind of gold.
    """

    name: str
    part: str
    group: str
    told: Sequence[Told]
    tells: Sequence[frozenset[str]]


def read(folder: Path) -> list[Corpus]:
    """All of them, from the folder of corpora; each article by the weights that were not learnt from it."""
    os.environ["DATELINE_WEIGHTS"] = str(HELD_OUT)
    found = [_story(name, folder / "worth") for name in STORIES]
    topics = defaultdict(list)
    for line in (folder / "once/ecb.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        topics[document["topic"]].append(document | {"published": UNDATED})
    return found + [_topic(name, topics[name], n % PARTS) for n, name in enumerate(sorted(topics, key=int))]


def _story(name: str, folder: Path) -> Corpus:
    documents = [json.loads(line) for line in (folder / f"gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    groups = json.loads((folder / f"groups/{name}.json").read_text(encoding="utf-8"))["groups"]
    member = {one: f"group {n}" for n, group in enumerate(groups) for one in group["members"]}
    spans = {d["id"]: list(_spans(d, member)) for d in documents}
    return corpus(name, name, "stories", _read(documents), spans)


def _spans(document: dict[str, Any], member: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The words that tell the events of an article, and which happening each is."""
    for number, event in enumerate(document["events"]):
        id = f"{document['id']}#{number}"
        yield from ((told["start"], told["end"], member.get(id, id)) for told in event["told"])


def _topic(name: str, documents: Sequence[dict[str, Any]], part: int) -> Corpus:
    spans = {d["id"]: [(e["start"], e["end"], e["chain"]) for e in d["events"]] for d in documents}
    return corpus(f"topic {name}", f"topics {part}", "topics", _read(documents), spans)


def _read(documents: Iterable[dict[str, Any]]) -> list[Reading]:
    fields = ("id", "text", "published", "title")
    given = ({key: d[key] for key in fields if d.get(key)} for d in documents)
    return list(pipeline.read([article({"published": "", **one}) for one in given], DEFAULT_MODEL))


def corpus(
    name: str, part: str, group: str, readings: Sequence[Reading], spans: Mapping[str, Sequence[tuple[int, int, str]]]
) -> Corpus:
    """The reports of readings, with what they tell of happenings whose words have these spans, by article."""
    every = sorted(readings, key=lambda reading: reading.article.id)
    told = prepare(every, gather(specific(every, set())).same)
    tells = [
        frozenset(h for start, end, h in spans[t.article.id] if start < t.report.end and t.report.start < end) for t in told
    ]
    return Corpus(name, part, group, told, tells)


def pairs(one: Corpus) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The pairs of reports that tell one happening, and some of those that do not."""
    random = Random(one.name)
    known = [i for i, tells in enumerate(one.tells) if tells]
    same, others = [], []
    for i, k in combinations(known, 2):
        if one.told[i].article.id == one.told[k].article.id:
            continue
        (same if one.tells[i] & one.tells[k] else others).append((i, k))
    if one.group == "stories":
        untold = [k for k, tells in enumerate(one.tells) if not tells]
        apart = ((i, k) for i in known for k in untold if one.told[i].article.id != one.told[k].article.id)
        others += [pair for pair in apart if random.random() < UNTOLD]
    most = MOST if one.group == "stories" else MOST_OF_TOPIC
    return same, others if len(others) <= most else random.sample(others, most)


class Rows:
    """The features of pairs, made once for each corpus, with what is right of them and how much each counts."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[list[dict[str, float]], list[bool], list[float]]] = {}

    def of(self, one: Corpus) -> tuple[list[dict[str, float]], list[bool], list[float]]:
        """Happenings that are told often count by the root of that, and all pairs of others so much as ``OTHERS`` says."""
        if one.name not in self.made:
            self.made[one.name] = self._of(one)
        return self.made[one.name]

    def _of(self, one: Corpus) -> tuple[list[dict[str, float]], list[bool], list[float]]:
        same, others = pairs(one)
        often = Counter(h for tells in one.tells for h in tells)
        size = [max((often[h] for h in tells), default=1) for tells in one.tells]
        share = 1.0 if one.group == "stories" else TOPICS
        counts = [share / min(size[i], size[k]) ** 0.5 for i, k in same]
        each = OTHERS * sum(counts) / max(1, len(others))
        rows = [features(one.told[min(pair)], one.told[max(pair)]) for pair in (*same, *others)]
        rows += [_unread(row) for row in rows[::5]]
        truth = [True] * len(same) + [False] * len(others)
        counts += [each] * len(others)
        return rows, truth + truth[::5], counts + counts[::5]


def _unread(row: Mapping[str, float]) -> dict[str, float]:
    """A pair as it would be if the encoder had read neither."""
    return {name: value for name, value in row.items() if "meaning in" not in name} | {"meaning unknown": 1.0}


def fit(corpora: Sequence[Corpus], rows: Rows) -> dict[str, float]:
    """Weights by feature."""
    every = [rows.of(one) for one in corpora]
    found, truth, counts = ([x for one in every for x in one[k]] for k in range(3))
    return fitting.logistic(found, truth, counts)


def table(weights: Mapping[str, float]) -> dict[str, Any]:
    """The table of the plugin."""
    return {"enough": ENOUGH, "nearly": NEARLY, "weights": dict(weights)}


def held_out(corpora: Sequence[Corpus], rows: Rows, learnt: Iterable[str] = ("stories", "topics")) -> dict[str, dict[str, Any]]:
    """A table for each part, of the others that are of the kinds that may be learnt from."""
    parts = sorted({one.part for one in corpora})
    known = [one for one in corpora if one.group in set(learnt)]
    return {part: table(fit([one for one in known if one.part != part], rows)) for part in parts}


def report(corpora: Sequence[Corpus], rows: Rows) -> Iterator[str]:
    """How well they are put together by what was learnt from others; and by that of one kind alone."""
    yield passed(corpora)
    for learnt in (("stories", "topics"), ("stories",), ("topics",)):
        tables = held_out(corpora, rows, learnt)
        yield f"one event, learnt from other {' and '.join(learnt)}"
        yield from happenings.figures(corpora, tables)


def passed(corpora: Sequence[Corpus]) -> str:
    """Of the pairs that are one, the share that is compared."""
    found = []
    for group in ("stories", "topics"):
        both = every = 0
        for one in (one for one in corpora if one.group == group):
            asked = {tuple(sorted(pair)) for pair in candidates(one.told, range(len(one.told)))}
            same = pairs(one)[0]
            every += len(same)
            both += sum(pair in asked for pair in same)
        found.append(f"{group} {100 * both / every:.1f}")
    return f"pairs of one event that are compared, in per cent: {', '.join(found)}"


def train(folder: Path) -> Iterator[str]:
    """Write the tables, the plugin's and for DATELINE_WEIGHTS, and say how good they are."""
    corpora, rows = read(folder), Rows()
    write(corpora, rows)
    yield from report(corpora, rows)


def write(corpora: Sequence[Corpus], rows: Rows) -> None:
    """The plugin's table, and for DATELINE_WEIGHTS one for each fold: what was not learnt from its story or topics."""
    shipped = fit(corpora, rows)
    _export(shipped, fitting.WEIGHTS)
    tables = held_out(corpora, rows)
    digests = json.loads((HELD_OUT / folds.FOLDS).read_text(encoding="utf-8"))
    for part in sorted({one.part for one in corpora if one.group == "topics"}):
        shutil.copytree(fitting.WEIGHTS, HELD_OUT / part, dirs_exist_ok=True)
        _link(HELD_OUT / part / "encoder", fitting.WEIGHTS.parent / "encoder")
    for one in corpora:
        if one.group == "topics":
            digests |= {sha256(t.article.text.encode()).hexdigest(): one.part for t in one.told}
    (HELD_OUT / folds.FOLDS).write_text(json.dumps(digests, indent=0) + "\n", encoding="utf-8")
    of_fold = {digests[sha256(one.told[0].article.text.encode()).hexdigest()]: one.part for one in corpora}
    for fold in (path.name for path in HELD_OUT.iterdir() if path.is_dir()):
        _export(tables[of_fold[fold]]["weights"] if fold in of_fold else shipped, HELD_OUT / fold)


def _export(weights: Mapping[str, float], folder: Path) -> None:
    fitting.export("one_event", HEADING, weights, folder, enough=ENOUGH, nearly=NEARLY)


def _link(path: Path, target: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(target, target_is_directory=True)
