"""Checks of articles before they are built: what an editor would want to know of each, with file, line and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from .. import frontmatter
from ..frontmatter import FrontMatter
from ..model import Article
from .addresses import folder
from .broken import files, find_problems
from .conventions import UNKNOWN, Conventions, conventions
from .findings import Finding
from .problems import REQUIRED, check
from .reader import article_file, claim, html
from .references import ContentFile, findings
from .slugs import Claim, conflict_note

#: fewer characters than these tell hardly anything; of fewer than those, nobody can say the language
SHORT, ENOUGH = 200, 300
#: news was not printed before (the first newspaper, Strasbourg)
FIRST_NEWS = 1605
#: days that an article may wait to be published, before its year is doubted
LONG = timedelta(days=366)


def articles(
    paths: Sequence[Path],
    content: Path,
    today: date,
    since: Mapping[str, str],
    slugs: Mapping[str, str],
    at: Conventions = UNKNOWN,
) -> Iterator[Finding]:
    """What is wrong with these articles. ``content`` is the folder that Pelican's links count from; ``since`` has the year,
    month or day in which a source began, by its name; ``slugs`` are those that the articles got, by absolute path; ``at`` is
    how the site writes dates."""
    owners: dict[str, str] = {}
    public = (one for one in (claim(Path(path), at) for path in slugs) if not one.draft)
    for one in sorted(public, key=lambda one: (one.written, one.path)):
        owners.setdefault(folder(slugs[one.path]), one.path)
    for path in paths:
        problems = check(path, str(path), () if at.adopted else REQUIRED, at)
        yield from problems
        if any(p.error for p in problems):
            continue
        yield from findings(html(path), ContentFile(path, str(path), content, at), owners)
        found = frontmatter.parse_file(path)
        if not all(found.values.get(key) for key in REQUIRED):  # a blog has them from the file's name, or by default
            continue
        article = article_file(path, at=at)
        yield from _of_future(article.published[:10], path, found, today, at)
        yield from _of_article(article, path, found, since)
        yield from _of_address(claim(path, at), str(path), found, slugs, owners)


def rest(settings: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong with the files of a site that are no articles: pages, and what is not read. A blog's are Pelican's."""
    at, articles = conventions(settings), set(map(str, files(settings)))
    if at.adopted:
        return
    wrong = [one for one in find_problems(settings) if one.path not in articles]
    yield from wrong
    broken = {one.path for one in wrong if one.error}
    for path in files(settings, "PAGE"):
        if broken.isdisjoint(map(str, (path, *path.parents))):
            yield from findings(html(path), ContentFile(path, str(path), Path(settings["PATH"]), at))


def _of_address(
    asked: Claim, name: str, found: FrontMatter, slugs: Mapping[str, str], owners: Mapping[str, str]
) -> Iterator[Finding]:
    """Another article at the same address; ``owners`` are the files that have one, by what it is to a file system."""
    slug, line = slugs.get(asked.path, asked.slug), found.line("slug", "title")
    if not asked.draft and (first := owners.get(folder(slug), asked.path)) != asked.path:
        says = f"its address {slug!r} is that of {os.path.relpath(first)}, too: give it a 'slug:' of its own"
        yield Finding(name, line, says)
    elif slug != asked.slug and (owner := owners.get(folder(asked.slug))):
        yield Finding(name, line, conflict_note(os.path.relpath(owner), asked.slug, slug), error=False)


def _of_future(day: str, path: Path, found: FrontMatter, today: date, at: Conventions) -> Iterator[Finding]:
    """A date in the future where nothing waits for it; one that is so far that its year is doubtful."""
    if at.future and day > today.isoformat():
        says = "mend it, or let articles wait for their day: WITH_FUTURE_DATES = False in pelicanconf.py"
        yield Finding(str(path), found.line("date"), f"the date {day} is yet to come: {says}", error=False)
    elif day > (today + LONG).isoformat():
        says = f"the article waits until {day}, more than a year: is the year right?"
        yield Finding(str(path), found.line("date"), says, error=False)


def _of_article(article: Article, path: Path, found: FrontMatter, since: Mapping[str, str]) -> Iterator[Finding]:
    name, line, day = str(path), found.line("date"), article.published[:10]
    if day[:4].isdigit() and int(day[:4]) < FIRST_NEWS:
        yield Finding(name, line, f"the date {day} is before there was news: mend the year", error=False)
    elif (began := since.get(article.source, "")) and article.published[: len(began)] < began:
        yield Finding(name, line, f"{article.source} began in {began}, after {day}: mend date or source", error=False)
    if not article.source:
        yield Finding(name, 1, "no source: add a line 'source: The Gazette', so that readers know who says so", error=False)
    if len(article.text) < SHORT:
        says = f"the text has {len(article.text)} characters: is it the whole article?"
        yield Finding(name, path.read_text(encoding="utf-8").rstrip().count("\n") + 1, says, error=False)
    elif len(article.text) >= ENOUGH and (spoken := language(article.text)) != article.lang.split("-")[0].lower():
        says = f"the text looks like {spoken!r}, not {article.lang!r}: add a line 'lang: {spoken}'"
        yield Finding(name, found.line("lang", "title"), says, error=False)


def language(text: str) -> str:
    """The language that a text is most likely in, as ISO 639-1."""
    return str(_identifier().classify(text[:5000])[0])


@cache
def _identifier() -> Any:
    import py3langid

    return py3langid
