"""Checks of articles before they are built: what an editor would want to know of each, with file, line and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ..model import Article
from .addresses import folder
from .findings import Finding
from .problems import check
from .reader import article_file, claim, html
from .references import Place, findings
from .slugs import conflict_note

#: fewer characters than these tell hardly anything; of fewer than those, nobody can say the language
SHORT, ENOUGH = 200, 300
#: news was not printed before (the first newspaper, Strasbourg)
FIRST_NEWS = 1605


def articles(
    paths: Sequence[Path],
    content: Path,
    today: date,
    since: Mapping[str, str],
    slugs: Mapping[str, str],
    *,
    adopted: bool = False,
) -> Iterator[Finding]:
    """What is wrong with these articles. ``content`` is the folder that Pelican's links count from; ``since`` has the year,
    month or day in which a source began, by its name; ``slugs`` are those that the articles got, by absolute path; ``adopted``
    is whether they are a blog's."""
    owners: dict[str, str] = {}
    public = (one for one in map(claim, map(Path, slugs)) if not one.draft)
    for one in sorted(public, key=lambda one: (one.written, one.path)):
        owners.setdefault(folder(slugs[one.path]), one.path)
    for path in paths:
        if problems := check(path, str(path)):
            yield from (Finding(p.path, p.line, p.message) for p in problems)
            continue
        asked, text = claim(path), path.read_text(encoding="utf-8-sig")
        yield from _of_article(article_file(path), path, text, today, since)
        yield from findings(html(path), Place(path, str(path), content, adopted))
        slug, line = slugs.get(asked.path, asked.slug), _line(text, "slug", "title")
        if not asked.draft and (first := owners.get(folder(slug), asked.path)) != asked.path:
            says = f"its address {slug!r} is that of {os.path.relpath(first)}, too: give it a 'slug:' of its own"
            yield Finding(str(path), line, says)
        elif slug != asked.slug and (owner := owners.get(folder(asked.slug))):
            yield Finding(str(path), line, conflict_note(os.path.relpath(owner), asked.slug, slug), error=False)


def _of_article(article: Article, path: Path, text: str, today: date, since: Mapping[str, str]) -> Iterator[Finding]:
    name, day = str(path), _line(text, "date")
    if article.published[:10] > today.isoformat():
        yield Finding(name, day, f"the date {article.published[:10]} is yet to come: mend the year or the month", error=False)
    if article.published[:4].isdigit() and int(article.published[:4]) < FIRST_NEWS:
        yield Finding(name, day, f"the date {article.published[:10]} is before there was news: mend the year", error=False)
    elif (began := since.get(article.source, "")) and article.published[: len(began)] < began:
        yield Finding(
            name, day, f"{article.source} began in {began}, after {article.published[:10]}: mend date or source", error=False
        )
    if not article.source:
        yield Finding(name, 1, "no source: add a line 'source: The Gazette', so that readers know who says so", error=False)
    if len(article.text) < SHORT:
        says = f"the text has {len(article.text)} characters: is it the whole article?"
        yield Finding(name, text.rstrip().count("\n") + 1, says, error=False)
    elif len(article.text) >= ENOUGH and (spoken := language(article.text)) != article.lang.split("-")[0].lower():
        says = f"the text looks like {spoken!r}, not {article.lang!r}: add a line 'lang: {spoken}'"
        yield Finding(name, _line(text, "lang", "title"), says, error=False)


def _line(text: str, *keys: str) -> int:
    """The line of the first of these keys that the front matter has; 1 where it has none."""
    rows = text.split("\n")
    for key in keys:
        for number, row in enumerate(rows, 1):
            if row.lower().startswith(f"{key}:"):
                return number
            if number > 1 and row.strip() in {"---", "..."}:
                break
    return 1


def language(text: str) -> str:
    """The language that a text is most likely in, as ISO 639-1."""
    return str(_identifier().classify(text[:5000])[0])


@cache
def _identifier() -> Any:
    import py3langid

    return py3langid
