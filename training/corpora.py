"""Reads the corpora that lie outside the project: articles with their events, and bare articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from dateline.text.plain import plain

#: where one sentence ends and the next begins, for texts whose sentences are not given
BEHIND = r"\s+(?=[\"“‘'(\[`]*[A-Z0-9])"
TITLE = r"(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bGen\.)(?<!\bSen\.)(?<!\b[A-Z]\.)"
BETWEEN = re.compile(rf"(?<=[\w%)\]][.!?]){TITLE}{BEHIND}|(?<=[.!?][\"”’']){BEHIND}|(?<=[.!?]''){BEHIND}")
#: where the corpora lie in the folder that is given, and what each is a group of: a story or a source
FILES = ("worth/gold/*.jsonl", "digest/*/articles.jsonl")
#: sentences with who did it to whom, by a coder's guide
CODED = "coded/plover_gsr.jsonl"
#: groups whose days of publication are not known
UNDATED = frozenset({"bbc"})


@dataclass(frozen=True, slots=True)
class Text:
    """One article as its corpus has it, and as plain text; ``group`` is its story or source.

    ``digest`` names the text without giving it away; ``places`` has the offset in the plain text of each in the raw one.
    ``is_gold`` says that an editor read it, ``events`` what she lists.
    """

    digest: str
    group: str
    title: str
    raw: str
    plain: str
    places: list[int]
    events: list[dict[str, Any]]
    published: str = ""
    is_gold: bool = False


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end: lines that Penn tokens give, else at full stops."""
    paragraph = re.compile(r"\n\s*\n" if "\n\n" in text else r"\n")
    ends = sorted(found.span() for pattern in (paragraph, BETWEEN) for found in pattern.finditer(text))
    start = 0
    for end, after in [*ends, (len(text), len(text))]:
        if text[start:end].strip():
            yield start, end
        start = max(start, after)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end."""
    for found in re.finditer(r"[^\n]*\S[^\n]*", text):
        yield found.span()


def read(folder: Path) -> dict[str, Text]:
    """All articles under a folder, by the digest of their text; where two files have one, that with events counts."""
    paths = sorted(path for pattern in FILES for path in folder.glob(pattern))
    texts = [text for path in paths for text in _read(path)]
    return {text.digest: text for text in sorted(texts, key=lambda text: (text.is_gold, len(text.events)))}


def coded(folder: Path) -> dict[str, Text]:
    """The sentences of a coder, by digest; their events with the words that tell them, and who takes part."""
    with (folder / CODED).open(encoding="utf-8") as rows:
        texts = [_coded(row) for row in map(json.loads, rows)]
    return {text.digest: text for text in texts}


def _coded(row: Mapping[str, Any]) -> Text:
    raw, pairs = row["text"], row["events"]
    roles = {role: [pair[f"{role}_text"] or "" for pair in pairs] for role in ("source", "target")}
    events = [{"what": row["event_text"], "kind": pair["plover"], **roles} for pair in pairs[:1]]
    digest = sha256(raw.encode()).hexdigest()
    return Text(digest, "coded", "", raw, raw, [*range(len(raw) + 1)], events, row["date"])


def _read(path: Path) -> Iterator[Text]:
    group = path.parent.name if path.stem == "articles" and path.parent.name != "gold" else path.stem
    with path.open(encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            raw = row["text"]
            made = plain(raw)
            places = [made.target(offset, offset)[0] for offset in range(len(raw) + 1)]
            title = plain(row.get("title") or "").text
            yield Text(
                sha256(raw.encode()).hexdigest(),
                group,
                title,
                raw,
                made.text,
                places,
                row.get("events", []),
                "" if group in UNDATED else row.get("published", ""),
                is_gold="events" in row,
            )
