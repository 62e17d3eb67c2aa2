"""The work: each piece is read, told apart from what is there, written, and logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from . import heads, notes, writing
from .alone import alone
from .found import Found, Piece, Refused
from .journal import COPY, FAILED, IMPORTED, THERE, UNLINKED, Entry, Journal
from .known import Known
from .named import named
from .options import Options
from .page.pages import long_enough
from .sources.gathering import Gathering
from .web.client import Client
from .web.urls import is_url
from .words.escaping import bare, squeezed
from .words.mending import mend_article

DONE = "done before"
NO_TITLE = Refused("it has no title", "write it as a file whose first line is the title")
NO_DATE = Refused("no date of publication was found", "give it with --date YYYY-MM-DD")
UNREADABLE = "it cannot be read, please report it"
NOT_LATIN = "und"


def import_all(
    arguments: Sequence[str], options: Options, tally: Counter[str], *, tell: Callable[[str], Any], step: Callable[[], Any]
) -> None:
    """Import all that the arguments name, and count in ``tally`` how many sources had which outcome. ``tell`` gets a line for
    each source that failed or is a copy, ``step`` is called after each. Raises BlockingIOError where another import is at work
    in the folder.
    """
    options.to.mkdir(parents=True, exist_ok=True)
    limits, loopback = options.limits, options.allow_loopback
    with alone(options.to), Client(limits, pause=options.pause, allow_loopback=loopback) as client:
        work = Work(options, Gathering(client, options.limit, paywalled=options.paywalled), tally, tell, step)
        for argument in arguments:
            work.take(work.gathering.pieces(argument))


class Work:
    """One import."""

    def __init__(
        self, options: Options, gathering: Gathering, tally: Counter[str], tell: Callable[[str], Any], step: Callable[[], Any]
    ) -> None:
        self.gathering = gathering
        self.tally = tally
        self._options = options
        self._tell = tell
        self._step = step
        self._journal = Journal(options.to)
        self._known = Known(options.to)

    def take(self, pieces: Iterator[Piece]) -> None:
        """Import these pieces, and those that they turn out to be made of."""
        for piece in pieces:
            if not self._options.again and self._journal.done(piece.name, piece.digest):
                self.tally[DONE] += 1
                self._step()
                continue
            try:
                entry = self._read(piece)
            except Refused as error:
                entry = Entry(piece.name, piece.digest, FAILED, why=str(error))
            except OSError:
                raise
            # One source that a library trips over must not end the run.
            except Exception as error:  # noqa: BLE001
                entry = Entry(piece.name, piece.digest, FAILED, why=f"{UNREADABLE} ({type(error).__name__}: {error})")
            if entry:
                self._end(entry)

    def _end(self, entry: Entry) -> None:
        self.tally[entry.outcome] += 1
        self._journal.write(entry)
        if entry.why:
            self._tell(f"{squeezed(entry.source)}: {squeezed(entry.why)}")
        self._step()

    def _read(self, piece: Piece) -> Entry | None:
        """What becomes of a piece; None where it is made of others, which have been taken."""
        if is_url(piece.name) and not piece.digest and (there := self._known.at(piece.name)):
            return Entry(piece.name, piece.digest, THERE, there)
        read = piece.read()
        if isinstance(read, Found):
            return self._add(piece, self._sound(heads.without_contacts(mend_article(read))))
        self.take(read)
        return None

    def _sound(self, found: Found) -> Found:
        """The article with what may be added to it. Raises Refused where it lacks what it must have."""
        long_enough(found)
        if not squeezed(found.title):
            raise NO_TITLE
        dated = found if found.date else replace(found, date=self._options.date)
        if not dated.date:
            raise NO_DATE
        if not dated.lang and not _is_latin(dated.text):
            return replace(dated, lang=NOT_LATIN)
        return dated.completed(named(dated))

    def _add(self, piece: Piece, found: Found) -> Entry:
        """Write the article, unless it is there by address or by text."""
        urls = (found.url, *found.urls)
        if there := self._known.at(*urls):
            self._known.meet(there, urls)
            return Entry(piece.name, piece.digest, THERE, there)
        if first := self._known.like(found.text):
            return self._copy(piece, found, first)
        name = writing.write(self._options.to, found, needs_slug=self._known.needs_slug(found.title))
        self._known.add(name, found)
        return Entry(piece.name, piece.digest, IMPORTED, name, notes.notes(found))

    def _copy(self, piece: Piece, found: Found, first: str) -> Entry:
        """Link a copy in the front matter of the first; one that has nothing to link is there already."""
        also = {"url": found.url, "source": found.source, "title": squeezed(found.title), "date": found.date}
        if not found.url and found.source in {"", str(self._known.head(first).get("source") or "")}:
            return Entry(piece.name, piece.digest, THERE, first)
        try:
            text = heads.linked(self._known.text(first), {key: value for key, value in also.items() if value})
        except ValueError as error:
            return Entry(piece.name, piece.digest, UNLINKED, first, f"a copy of {first}, not linked there, since {error}")
        writing.put(self._options.to, self._options.to / first, text)
        self._known.meet(first, [found.url, *found.urls])
        return Entry(piece.name, piece.digest, COPY, first, f"a copy of {first}: linked there under 'also'")


def _is_latin(markdown: str) -> bool:
    """Whether most letters of the text are of the Latin alphabet, and so may be English."""
    letters = [c for c in bare(markdown)[:5000] if c.isalpha()]
    return 2 * sum(c < "\u0250" for c in letters) >= len(letters)
