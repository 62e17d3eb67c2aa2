"""Search: an index of articles, actors and events by Pagefind, written when the site is finished.

Records are made from the views, not read from pages: so a result leads to its event, tells type and date, and shows its
sentence.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pagefind.index import PagefindIndex

from .views import Views, heaviest

#: as many events are indexed, the heaviest: each is a file of the index
EVENTS = 10_000
FOLDER = "pagefind"
#: what Pagefind writes beside the index for pages that want its own looks
LOOKS = ("pagefind-ui.*", "pagefind-*-ui.*", "pagefind-highlight.js")


@dataclass(frozen=True, slots=True)
class Record:
    """What search can find: where it leads, its words, and what a result says of it."""

    url: str
    kind: str
    title: str
    content: str
    when: str = ""
    type: str = ""


def records(views: Views, label: Callable[[str], str] = str) -> Iterator[Record]:
    """Articles with their text, as far as it is published, actors with their names, events with their sentences; ``label`` puts
    the names of kinds into the site's language."""
    for article in views.articles:
        text = article.article.text if article.text == "all" else article.source
        yield Record(article.url, "article", article.title, f"{article.title}. {text}", article.date_words, article.source)
    for actor in views.actors.values():
        yield Record(
            actor.url, "actor", actor.name, ". ".join(dict.fromkeys((actor.name, *actor.aliases))), "", label(actor.kind)
        )
    for event in heaviest(views.events, EVENTS):
        sentences = [" ".join(told.sentence.split()) for told in event.event.reports if told.sentence]
        when = event.when.words if event.when else ""
        yield Record(event.url, "event", event.summary, " ".join(sentences) or event.summary, when, label(event.kind.label))


def write(views: Views, output: Path, lang: str, cache: Path | None, label: Callable[[str], str] = str) -> None:
    """Write the index below ``output``; one that was made of the same records before is taken from the cache."""
    found = list(records(views, label))
    key = hashlib.sha256(json.dumps([lang, *map(asdict, found)], ensure_ascii=False).encode()).hexdigest()[:24]
    kept = cache / "search" / key if cache else None
    if kept is None or not kept.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder, FOLDER)
            asyncio.run(_made(found, made, lang))
            if kept is None:
                _copy(made, output)
                return
            shutil.rmtree(kept.parent, ignore_errors=True)
            shutil.copytree(made, kept)
    _copy(kept, output)


def _copy(made: Path, output: Path) -> None:
    shutil.copytree(made, output / FOLDER, dirs_exist_ok=True)


async def _made(found: Sequence[Record], folder: Path, lang: str) -> None:
    async with PagefindIndex(config={"output_path": str(folder), "force_language": lang}) as index:
        for record in found:
            meta = {"title": record.title, "kind": record.kind, "when": record.when, "type": record.type}
            await index.add_custom_record(url=f"/{record.url}", content=record.content, language=lang, meta=meta)
    for pattern in LOOKS:
        for path in folder.glob(pattern):
            path.unlink()
