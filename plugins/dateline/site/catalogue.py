"""The catalogue: every string that the theme shows, for translators. ``make messages`` brings the theme's catalogues up to
date: it adds what is new, with no words yet, and takes out what is gone."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from ..events.schema import kinds
from ..model import IN_TEXT, REPORTED_ON
from .pages.front import MEASURED
from .rendering import NAV

METHODS = [("**.html", "jinja2.ext.babel_extract")]
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
#: templates that only the site's editors see, and which stay English
EDITORS = frozenset({"review.html"})
#: the head of a catalogue, which says nothing that changes with the day or with who runs this
HEAD = """msgid ""
msgstr ""
"Project-Id-Version: Dateline\\n"
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
#: what else comes from the program and not from a template: statuses of events, grounds of dates, fields that editors correct
STATUSES = ("happened", "ongoing", "planned", "possible", "denied", "called-for", "cancelled")
GROUNDS = (
    "date in the clause", "range in the clause", "told from another event", IN_TEXT, REPORTED_ON,
    "date from another article", "the editors",
)  # fmt: skip
FIELDS = ("date", "summary", "type", "status", "source", "target", "where", "merge_into")


def messages(theme: Path) -> Catalog:
    """Every string of the theme and of the program that the theme shows."""
    found = Catalog(project="Dateline", charset="utf-8")
    templates = theme / "templates"
    for name, _line, message, comments, context in extract_from_dir(templates, METHODS, OPTIONS):
        if name not in EDITORS:
            found.add(message, locations=[(f"templates/{name}", 0)], auto_comments=comments, context=context)
    for place, message in _of_the_program():
        found.add(message, locations=[(place, 0)])
    return found


def _of_the_program() -> Iterator[tuple[str, str]]:
    for kind in kinds().values():
        manners = {m for words in kind.triggers.values() for m in words.get("modes", {})}
        yield from (("events/types", text) for text in (kind.label, kind.plural, *kind.roles.values(), *sorted(manners)))
    yield from (("navigation", label) for label, _ in NAV)
    yield from (("status", text) for text in STATUSES)
    yield from (("grounds", text) for text in GROUNDS)
    yield from (("corrections", text) for text in FIELDS)
    yield from (("actors", text) for text in ("person", "organisation", "place", "group", "thing"))
    yield from (("tones", text) for text in ("cooperative", "neutral", "hostile"))
    rows = yaml.safe_load(MEASURED.read_text(encoding="utf-8"))["rows"]
    yield from (("measured", row["what"]) for row in rows)


def update(theme: Path) -> dict[str, int]:
    """Bring each catalogue of a theme up to date; how many strings each still lacks, by language."""
    template, lacking = messages(theme), {}
    for path in sorted((theme / "locale").glob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.stem)
        catalogue.update(template, no_fuzzy_matching=True)
        path.write_bytes(written(catalogue))
        lacking[path.stem] = sum(not all(forms(m)) for m in catalogue if m.id)
    return lacking


def forms(message: Message) -> tuple[str, ...]:
    """The translation of a message: one string, or as many as its language has plural forms; empty where there is none yet."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as its file holds it: the same bytes for the same strings."""
    head = HEAD.format(language=catalogue.locale_identifier, plural=catalogue.plural_forms)
    body = io.BytesIO()
    write_po(body, catalogue, width=120, omit_header=True, sort_output=True, ignore_obsolete=True)
    return head.encode() + body.getvalue().rstrip() + b"\n"


def main() -> int:
    """Update the catalogues of the theme that is named on the command line."""
    for language, count in update(Path(sys.argv[1])).items():
        sys.stdout.write(f"{language}: {count} strings without a translation\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
