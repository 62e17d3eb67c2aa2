"""Problems: what is wrong with an article's front matter, said with file and line before Pelican reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from pelican.contents import Article

from .. import frontmatter
from ..desk.checked import Plain, checked
from ..frontmatter import NO, YES, FrontMatter
from .addresses import OF_ARTICLES, is_slug
from .conventions import UNKNOWN, Conventions, read_date
from .findings import Finding
from .rights import TEXTS

#: bytes of the largest file that is read: 5 million characters have no more
LARGEST = 20_000_000
#: what an article has to say, and what a page has to
REQUIRED, OF_PAGES = ("title", "date"), ("title",)
#: keys that hold a date, and what to call it
DATES = {"date": "date", "modified": "date modified"}
#: what Pelican has of its own beside an article's front matter, which would be written over
PELICANS = frozenset(dir(Article)) - {"url", "save_as", "status", "summary"} | {
    "settings",
    "metadata",
    "timezone",
    "date_format",
}
#: keys that hold one text, and what to write
TEXTUAL = {
    "lang": "one language, such as en",
    **dict.fromkeys(("title", "summary", "source", "location"), "a text, in quotes where it has brackets"),
    **dict.fromkeys(("url", "slug", "image", "image_credit"), "a text"),
    **dict.fromkeys(DATES, "one day, such as 2020-05-08"),
}
#: keys that hold one text or several
LISTED = ("author", "authors", "tags")
#: days as Hugo, Astro and Jekyll write them, and as they are written here
FOREIGN = {"publishdate": "date", "pubdate": "date", "lastmod": "modified", "last_modified_at": "modified"}
STATUSES = ("published", "draft", "hidden", "skip")


def errors(path: Path, name: str, at: Conventions = UNKNOWN) -> list[Finding]:
    """What keeps this article from being used."""
    return [one for one in check(path, name, at=at) if one.error]


def check(path: Path, name: str, required: Sequence[str] = REQUIRED, at: Conventions = UNKNOWN) -> list[Finding]:
    """What is wrong with the head of this article; ``name`` is what to call the file, ``required`` what it has to say,
    ``at`` how its site writes dates."""
    if path.stat().st_size > LARGEST:
        return [Finding(name, 1, "longer than 5 million characters: cut it into articles")]
    try:
        found = frontmatter.parse_file(path)
    except UnicodeDecodeError as error:
        return [Finding(name, 1, f"not UTF-8 (byte {error.start}): save the file as UTF-8")]
    if found.error:
        return [Finding(name, *found.error)]
    doubts = (Finding(name, line, says, error=False) for line, says in found.doubts)
    own = _drafts(found, name) if at.adopted else ()
    return [*_values(found, name, required), *_dates(found, name, at), *_events(found, name), *doubts, *own]


def _events(found: FrontMatter, name: str) -> list[Finding]:
    """What is wrong with the events that a head adds, replaces or hides."""
    if found.head is None or found.values.get("events") is None:
        return []
    root, data = yaml.compose(found.head, Loader=Plain), yaml.load(found.head, Loader=Plain)
    assert isinstance(root, yaml.MappingNode)  # as the values are by keys
    key, node = next((key.value, value) for key, value in reversed(root.value) if str(key.value).lower() == "events")
    return [Finding(name, found.first - 1 + line, message) for line, message in checked(node, data[key], "notes")[1]]


def _values(found: FrontMatter, name: str, required: Sequence[str]) -> list[Finding]:
    head = found.values
    example = {"title": "title: What happened", "date": "date: 2020-05-08"}
    missing = [k for k in required if head.get(k) in (None, "")]
    problems = [Finding(name, found.line(k), f"no {k}: add a line '{example[k]}' to the front matter") for k in missing]
    publish = head.get("publish")
    if publish not in (None, "") and str(publish) not in TEXTS and str(publish).lower() not in NO:
        says = f"publish is {str(publish)!r}: write one of {', '.join(TEXTS)}"
        problems.append(Finding(name, found.line("publish"), says))
    own = (*_slug(found, name), *_keys(found, name), *_foreign(found, name)) if required else ()
    return [*problems, *_words(found, name), *own]


def _dates(found: FrontMatter, name: str, at: Conventions) -> Iterator[Finding]:
    """Dates that cannot be read, or mean two days; in a blog Pelican takes them for one, and what it is differs."""
    for key, words in DATES.items():
        written, line = found.values.get(key), found.line(key)
        if not isinstance(written, str) or not written:
            continue
        read = read_date(written, at, words)
        if read.problem:
            shown = f" (the blog takes it for {read.value.date()})" if at.adopted and read.value else ""
            yield Finding(name, line, f"{read.problem}{shown}", error=not shown)
        elif at.adopted and (other := read_date(written).value) != read.value and read.value and other:
            says = f"the {words} {written!r} is {read.value.date()} here, and {other.date()} to Pelican: write the one it is"
            yield Finding(name, line, says, error=False)


def _drafts(found: FrontMatter, name: str) -> Iterator[Finding]:
    """A draft as Hugo or Jekyll write it, which is none to Pelican, so that a blog publishes it."""
    if found.status == "draft" and str(found.values.get("status")).lower() != "draft":
        line = found.line("draft", "published")
        yield Finding(name, line, "a draft, which Pelican publishes (not read here): write 'status: draft'", error=False)


def _words(found: FrontMatter, name: str) -> Iterator[Finding]:
    """Lists and keys where words belong; a draft that is neither true nor false."""
    head = found.values
    for key, what in TEXTUAL.items():
        if isinstance(head.get(key), (list, dict)):
            yield Finding(name, found.line(key), f"{key} is {head[key]!r}: write {what}")
    for key in LISTED:
        given = head.get(key)
        for one in given if isinstance(given, list) else [given]:
            if isinstance(one, (list, dict)):
                yield Finding(name, found.line(key), f"{key}: {one!r} is no text: put it in quotes, or write a list of texts")
    draft = head.get("draft")
    if draft not in (None, "") and str(draft).lower() not in YES | NO:
        yield Finding(name, found.line("draft"), f"draft is {str(draft)!r}: write true or false")


def _keys(found: FrontMatter, name: str) -> Iterator[Finding]:
    """What Pelican could not read, and would leave out by itself, even in a strict build; keys that would take its place."""
    for key in found.values:
        if key in PELICANS or key.startswith("_"):
            yield Finding(name, found.line(key), f"no key can be called {key!r}, which is Pelican's own: take it out")
    status = found.values.get("status")
    if status not in (None, "") and str(status).lower() not in STATUSES:
        yield Finding(name, found.line("status"), f"status is {str(status)!r}: write one of {', '.join(STATUSES)}")


def _foreign(found: FrontMatter, name: str) -> Iterator[Finding]:
    """Days in keys of other programs, which say nothing here."""
    for key in FOREIGN.keys() & found.values.keys():
        says = f"{key} is not read here: the day belongs into '{FOREIGN[key]}:'"
        yield Finding(name, found.line(key), says, error=False)


def _slug(found: FrontMatter, name: str) -> Iterator[Finding]:
    """What is wrong with the address that a head asks for."""
    slug = str(found.values.get("slug") or "")
    if slug and (not is_slug(slug) or slug in OF_ARTICLES):
        says = f"the slug {slug!r} makes no address: write it with small letters, figures and hyphens"
        yield Finding(name, found.line("slug"), says)
