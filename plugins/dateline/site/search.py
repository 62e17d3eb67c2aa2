"""Search: an index of articles, actors and events by Pagefind, written when the site is finished.

Records are made from the views, not read from pages: so a result leads to its event, tells type and date, and shows its
sentence.
"""

from __future__ import annotations

import filecmp
import hashlib
import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from . import indexing
from .views import Views, heaviest

log = logging.getLogger(__name__)
#: as many events are indexed, the heaviest: each is a file of the index
EVENTS = 10_000
FOLDER = "pagefind"
#: as many records are in a part of the index at most, or so: Pagefind takes some 60 KB of memory for each
PART = 12_000
#: and no fewer than these in one of FEW parts, of which only those are made again whose records changed
SMALL = 2_500
FEW = 4


@dataclass(frozen=True, slots=True)
class Record:
    """What search can find: where it leads, its words, and what a result says of it. Records of one ``home`` are in one part of
    the index: an article with the events that it tells first, as they change together."""

    url: str
    home: str
    kind: str
    title: str
    content: str
    when: str = ""
    type: str = ""


def records(views: Views, label: Callable[[str], str] = str) -> Iterator[Record]:
    """Articles with their text, as far as it is published, actors with their names, events with their sentences; ``label`` puts
    the names of kinds into the site's language."""
    for article in views.articles:
        text = article.reading.article.text if article.text == "all" else article.source
        content = f"{article.title}. {text}"
        yield Record(article.url, article.id, "article", article.title, content, article.date_words, article.source)
    for actor in views.actors.values():
        names = ". ".join(dict.fromkeys((actor.name, *actor.aliases)))
        yield Record(actor.url, actor.url, "actor", actor.name, names, "", label(actor.kind))
    for event in heaviest(views.events, EVENTS):
        sentences = [" ".join(told.sentence.split()) for told in event.event.reports if told.sentence]
        when = event.when.words if event.when else ""
        home, content = event.event.reports[0].article, " ".join(sentences) or event.summary
        yield Record(event.url, home, "event", event.summary, content, when, label(event.kind.label))


def parts(views: Views) -> int:
    """In how many parts the index is made: a reader's search asks all of them, and Pagefind holds one at a time."""
    number = len(views.articles) + len(views.actors) + min(len(views.events), EVENTS)
    return max(1, ceil(number / PART), min(FEW, number // SMALL))


class Index:
    """The index of a site in a language. ``key`` is a fingerprint of all that Pagefind is given."""

    def __init__(self, views: Views, lang: str, label: Callable[[str], str] = str) -> None:
        self.pages: list[dict[str, str]] = [{} for _ in range(parts(views))]
        for record in records(views, label):
            self.pages[int(_digest(record.home)[:8], 16) % len(self.pages)][_name(record)] = _page(record, lang)
        self.lang = lang
        self.keys = [_key(lang, pages) for pages in self.pages]
        self.key = _key(lang, dict(zip(map(str, range(len(self.keys))), self.keys, strict=True)))

    def write(self, target: Path, work: Path | None, standing: Path | None = None) -> None:
        """Write it to the folder ``target``, its parts but the first to folders below that, by number; all or nothing. ``work``
        is a folder that is kept from one build to the next: files that stand in the folder ``standing`` as they are there are
        not written again (:meth:`written` tells which). Raises OSError.
        """
        if work:
            try:
                with _alone(work):
                    return self._write(target, work, standing)
            except (OSError, NotImplementedError) as error:  # the latter where a file system knows no locks
                log.warning("The search index is made without what was kept of the last: %s", error)
        with TemporaryDirectory() as place:
            self._write(target, Path(place), None)

    def _write(self, target: Path, work: Path, standing: Path | None) -> None:
        made = [indexing.made(pages, key, self.lang, _folder(work, n)) for n, (pages, key) in enumerate(self._parts)]
        for gone in (path for path in work.glob("[0-9]*") if int(path.name) >= len(made)):
            shutil.rmtree(gone, ignore_errors=True)
        for number, index in enumerate(made if all(made) else ()):
            for path in _files(index) if index else ():
                below = _below(number) / path
                if index and not (standing and _same(index / path, standing / below)):
                    (target / below).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(index / path, target / below)

    @property
    def _parts(self) -> list[tuple[dict[str, str], str]]:
        return list(zip(self.pages, self.keys, strict=True)) if any(self.pages) else []

    def written(self, work: Path | None) -> Iterator[str]:
        """The paths of the files of the index that was made of these records in ``work``."""
        for number, (_, key) in enumerate(self._parts if work else ()):
            if work and (index := indexing.of(work / str(number), indexing.VERSION, self.lang, key)):
                yield from ((_below(number) / path).as_posix() for path in _files(index))


def _below(number: int) -> Path:
    return Path(str(number)) if number else Path()


def _key(lang: str, pages: Mapping[str, str]) -> str:
    seen = hashlib.sha256(f"{indexing.VERSION} {lang}".encode())
    for name, page in pages.items():
        seen.update(f"\0{name}\0{page}".encode("utf-8", "surrogatepass"))
    return seen.hexdigest()[:24]


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """Alone with a folder, which is made where there is none. Raises OSError."""
    work.mkdir(parents=True, exist_ok=True)
    with FileLock(work / "lock"):
        yield


def _folder(work: Path, number: int) -> Path:
    """The folder in which a part of the index is made."""
    folder = work / str(number)
    folder.mkdir(exist_ok=True)
    return folder


def _files(folder: Path) -> list[Path]:
    """The paths of all files below a folder."""
    return [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _name(record: Record) -> str:
    """The file of a record's page. Pagefind names its own files by it: they stay the same as long as the record does."""
    return f"{_digest(record.url)}.html"


def _digest(words: str) -> str:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _page(record: Record, lang: str) -> str:
    """A record as the page that Pagefind reads."""
    said = {"title": record.title, "kind": record.kind, "when": record.when, "type": record.type, "to": record.url}
    meta = "".join(
        f'<p data-pagefind-ignore data-pagefind-meta="{key}">{escape(value)}</p>' for key, value in said.items() if value
    )
    content = f"<p>{escape(record.content)}</p>"
    return f'<!DOCTYPE html><html lang="{lang}"><body><main data-pagefind-body>{meta}{content}</main></body></html>'
