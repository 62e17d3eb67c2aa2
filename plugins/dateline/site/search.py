"""Search: an index of articles, actors and events by Pagefind, written when the site is finished.

Records are made from the views, not read from pages: so a result leads to its event, tells type and date, and shows its
sentence.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .views import Views, heaviest

log = logging.getLogger(__name__)
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
        seen = hashlib.sha256(lang.encode())
        for name, page in self.pages.items():
            seen.update(f"\0{name}\0{page}".encode("utf-8", "surrogatepass"))
        self.key = seen.hexdigest()[:24]

    def write(self, output: Path, cache: Path | None) -> None:
        """Write it below ``output``; with a cache, one that was made of the same records before is taken from there."""
        target, kept = output / FOLDER, cache / "search" / self.key if cache else None
        if kept is not None and kept.is_dir():
            shutil.copytree(kept, target, dirs_exist_ok=True)
        elif self.pages and _made(self.pages, target, self.lang) and kept is not None:
            _keep(target, kept)


def _keep(made: Path, kept: Path) -> None:
    """Put an index into the cache, whole or not at all, in the place of any other."""
    shutil.rmtree(kept.parent, ignore_errors=True)
    aside = kept.with_suffix(".new")
    shutil.copytree(made, aside)
    aside.rename(kept)


def _made(pages: Mapping[str, str], folder: Path, lang: str) -> bool:
    """Make the index by Pagefind's own program, on a page for each record (one by one takes far longer). Whether it worked;
    raises OSError where the disk is full.

    The pages lie in one folder, since a folder for each takes longer to make than all else; so a record says where it leads.
    """
    with tempfile.TemporaryDirectory() as place:
        for name, page in pages.items():
            Path(place, name).write_text(page, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", place, "--output-path", str(folder), "--force-language", lang]
        done = subprocess.run([*command, "--quiet"], capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        said = (done.stderr or done.stdout).strip()[-300:]
        if f"os error {errno.ENOSPC}" in said:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
        log.warning("no search: Pagefind ended with %s: %s", done.returncode, said)
        return False
    for pattern in LOOKS:
        for path in folder.glob(pattern):
            path.unlink()
    return True


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
