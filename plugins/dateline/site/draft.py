"""A new article: a Markdown file with its front matter filled in, for ``make article TITLE="..."``."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from ..model.slug import slug

FOLDER = Path("content/articles")
TEMPLATE = """---
title: {title}
date: {day}
source: ""
url: ""
author: ""
tags: []
lang: en
location: ""
---

"""


def draft(title: str, day: date, folder: Path) -> Path:
    """Write the file and return its path. Raises FileExistsError rather than write over an article."""
    path = folder / f"{day.isoformat()}-{slug(title)[:60]}.md"
    folder.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(TEMPLATE.format(title=json.dumps(title, ensure_ascii=False), day=day.isoformat()))
    return path


def main() -> int:
    """Begin an article with the title on the command line, dated today."""
    title = " ".join(sys.argv[1:]).strip()
    if not title:
        sys.stderr.write('Give the article a title: make article TITLE="What happened"\n')
        return 2
    try:
        sys.stdout.write(f"{draft(title, date.today(), FOLDER)}\n")
    except FileExistsError as error:
        sys.stderr.write(f"{error.filename} is already there\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
