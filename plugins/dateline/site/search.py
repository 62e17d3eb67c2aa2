"""Search: an index of articles, actors and events, made by Pagefind's own program.

It is given pages that are made from the views, not those of the site: so a result leads to its event, tells type and date, and
shows its sentence.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from ..failures import TRANSIENT
from .views import Views, heaviest
from .when import WhenView

log = logging.getLogger(__name__)
#: as many events are indexed, the heaviest: each is a file of the index
EVENTS = 10_000
FOLDER = "pagefind"
#: as many records are in a part of the index at most: Pagefind takes some 60 KB of memory for each
PART = 12_000
#: what Pagefind writes beside the index for pages that want its own looks
LOOKS = ("pagefind-ui.*", "pagefind-*-ui.*", "pagefind-highlight.js")
#: the pages of a part of the index, by the names of their files
Pages = Mapping[str, str]


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
        text = article.reading.article.text if article.text == "all" else article.source
        content = f"{article.title}. {text}"
        yield Record(article.url, "article", article.title, content, article.date_words, article.source)
    for actor in views.actors.values():
        names = ". ".join(dict.fromkeys((actor.name, *actor.aliases)))
        yield Record(actor.url, "actor", actor.name, names, "", label(actor.kind))
    for event in heaviest(views.events, EVENTS):
        sentences = [" ".join(told.sentence.split()) for told in event.event.reports if told.sentence]
        when = _when(event.when, label) if event.when else ""
        yield Record(event.url, "event", event.summary, " ".join(sentences) or event.summary, when, label(event.kind.label))


def _when(when: WhenView, label: Callable[[str], str]) -> str:
    return f"{label('reported')} {when.words}" if when.is_reported else when.words


def parts(views: Views) -> int:
    """In how many parts the index is made: a reader's search asks all of them, and Pagefind holds one at a time."""
    number = len(views.articles) + len(views.actors) + min(len(views.events), EVENTS)
    return max(1, ceil(number / PART))


def pages(views: Views, lang: str, label: Callable[[str], str] = str) -> Sequence[Pages]:
    """What Pagefind is given, by parts."""
    made: list[dict[str, str]] = [{} for _ in range(parts(views))]
    for number, record in enumerate(records(views, label)):
        made[number % len(made)][_name(record)] = _page(record, lang)
    return made


def write(found: Sequence[Pages], lang: str, target: Path) -> None:
    """Write the index to the folder ``target``, its parts but the first to folders below that, by number; all or nothing.

    Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix="pagefind-") as place:
        for number, pages in enumerate(found if any(found) else ()):
            index = Path(place, "index", str(number) if number else "")
            if not _indexed(pages, lang, Path(place, f"pages-{number}"), index):
                return
        if any(found):
            shutil.rmtree(target, ignore_errors=True)
            Path(place, "index").replace(target)


def _indexed(pages: Pages, lang: str, folder: Path, index: Path) -> bool:
    """Let Pagefind index pages, which are laid out in a folder first (one by one, they take far longer). Whether it worked."""
    folder.mkdir()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    folders = ["--site", str(folder), "--output-path", str(index)]
    command = [sys.executable, "-m", "pagefind", *folders, "--force-language", lang, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-300:]
        if f"os error {errno.ENOSPC}" in said:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(index))
        log.warning("no search: Pagefind ended with %s: %s", done.returncode, said, extra=TRANSIENT)
        return False
    for path in [path for pattern in LOOKS for path in index.glob(pattern)]:
        path.unlink()
    return True


def _name(record: Record) -> str:
    """The file of a record's page."""
    return f"{hashlib.blake2b(record.url.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}.html"


def _page(record: Record, lang: str) -> str:
    """A record as the page that Pagefind reads."""
    said = {"title": record.title, "kind": record.kind, "when": record.when, "type": record.type, "to": record.url}
    meta = "".join(
        f'<p data-pagefind-ignore data-pagefind-meta="{key}">{escape(value)}</p>' for key, value in said.items() if value
    )
    content = f"<p>{escape(record.content)}</p>"
    return f'<!DOCTYPE html><html lang="{lang}"><body><main data-pagefind-body>{meta}{content}</main></body></html>'
