"""Search: an index of articles, actors and events by Pagefind, written when the site is finished.

Records are made from the views, not read from pages: so a result leads to its event, tells type and date, and shows its
sentence.
"""

from __future__ import annotations

import filecmp
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from . import indexing
from .views import Views, heaviest

#: as many events are indexed, the heaviest: each is a file of the index
EVENTS = 10_000
FOLDER = "pagefind"


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
        content = f"{article.title}. {text}"
        yield Record(article.url, "article", article.title, content, article.date_words, article.source)
    for actor in views.actors.values():
        yield Record(
            actor.url, "actor", actor.name, ". ".join(dict.fromkeys((actor.name, *actor.aliases))), "", label(actor.kind)
        )
    for event in heaviest(views.events, EVENTS):
        sentences = [" ".join(told.sentence.split()) for told in event.event.reports if told.sentence]
        when = event.when.words if event.when else ""
        yield Record(event.url, "event", event.summary, " ".join(sentences) or event.summary, when, label(event.kind.label))


class Index:
    """The index of a site in a language. ``key`` is a fingerprint of all that Pagefind is given."""

    def __init__(self, views: Views, lang: str, label: Callable[[str], str] = str) -> None:
        self.pages = {_name(record): _page(record, lang) for record in records(views, label)}
        self.lang = lang
        seen = hashlib.sha256(f"{indexing.VERSION} {lang}".encode())
        for name, page in self.pages.items():
            seen.update(f"\0{name}\0{page}".encode("utf-8", "surrogatepass"))
        self.key = seen.hexdigest()[:24]

    def write(self, target: Path, work: Path | None, standing: Path | None = None) -> None:
        """Write it to the folder ``target``, but for the files that stand in the folder ``standing`` as they are. ``work`` is a
        folder that is kept from one build to the next."""
        if not self.pages:
            return
        with _workshop(work) as place:
            if index := indexing.made(self.pages, self.key, self.lang, place):
                for path in _files(index):
                    if not (standing and _same(index / path, standing / path)):
                        (target / path).parent.mkdir(parents=True, exist_ok=True)
                        shutil.copyfile(index / path, target / path)

    def written(self, work: Path | None) -> list[str]:
        """The paths of the files of the index that was made of these records in ``work``."""
        whole = work is not None and indexing.of(work).endswith(f" {self.key}")
        return [path.as_posix() for path in _files(work / "index")] if whole and work else []


@contextmanager
def _workshop(work: Path | None) -> Iterator[Path]:
    """A folder to work in, for one build at a time; one that goes again where nothing can be kept."""
    with ExitStack() as held:
        try:
            if work is None:
                raise FileNotFoundError
            work.mkdir(parents=True, exist_ok=True)
            held.enter_context(FileLock(work / "lock"))
        except OSError:
            work = Path(held.enter_context(TemporaryDirectory()))
        yield work


def _files(folder: Path) -> list[Path]:
    """The paths of all files below a folder."""
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _name(record: Record) -> str:
    """The file of a record's page. Pagefind names its own files by it: they stay the same as long as the record does."""
    return f"{hashlib.blake2b(record.url.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}.html"


def _page(record: Record, lang: str) -> str:
    """A record as the page that Pagefind reads."""
    said = {"title": record.title, "kind": record.kind, "when": record.when, "type": record.type, "to": record.url}
    meta = "".join(
        f'<p data-pagefind-ignore data-pagefind-meta="{key}">{escape(value)}</p>' for key, value in said.items() if value
    )
    content = f"<p>{escape(record.content)}</p>"
    return f'<!DOCTYPE html><html lang="{lang}"><body><main data-pagefind-body>{meta}{content}</main></body></html>'
