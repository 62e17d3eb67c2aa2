"""Front matter of articles: written, read, and added to without a change to anything else in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import yaml

from ..frontmatter import parse
from ..frontmatter.verbatim import WordLoader
from .found import Found
from .page.authors import without_addresses
from .words.escaping import squeezed

#: one line a value, whatever its length
ONE_LINE = 1 << 30
#: what a head says in words
WORDS = ("title", "source", "author", "location", "image_credit")


def without_contacts(found: Found) -> Found:
    """The article without addresses of e-mail in what its head says."""
    words: dict[str, Any] = {name: without_addresses(getattr(found, name)) for name in WORDS}
    return replace(found, tags=tuple(filter(None, map(without_addresses, found.tags))), **words)


def written(found: Found, *, slug: str = "") -> str:
    """The head of an article, fences included; ``slug`` is written where the title alone does not name it."""
    before = {"title": squeezed(found.title), **({"slug": slug} if slug else {})}
    after = {
        "source": found.source, "url": found.url, "author": found.author, "location": found.location,
        "tags": [tag for t in found.tags if (tag := squeezed(t))], "lang": found.lang,
        "image": found.image, "image_credit": found.image_credit,
    }  # fmt: skip
    lines = {key: squeezed(value) if isinstance(value, str) else value for key, value in after.items() if value}
    return f"---\n{_dumped(before)}date: {found.date}\n{_dumped(lines) if lines else ''}---\n"


def linked(text: str, also: dict[str, str]) -> str:
    """The article with a further source under ``also:``, everything else as it was. Raises ValueError where the head has no
    place for it.
    """
    found = parse(text)
    if found.head is None:
        raise ValueError("its front matter does not stand between lines of ---")
    new = _with(found.head, also, "\r\n" if "\r\n" in found.head else "\n")
    before, after = found.values, parse(f"---\n{new}---\n").values
    if after != {**before, "also": [*(before.get("also") or []), also]}:
        raise ValueError("its front matter cannot be added to")
    return text[: found.start] + new + text[found.start + len(found.head) :]


def sources(head: Mapping[str, Any]) -> list[str]:
    """The addresses of an article: its own, and those of its further sources."""
    also = head.get("also")
    rows = [row.get("url") for row in also if isinstance(row, dict)] if isinstance(also, list) else []
    return [str(url) for url in (head.get("url"), *rows) if url]


def _with(head: str, also: dict[str, str], newline: str) -> str:
    """The head with one more entry, at the end of its list or of the head."""
    entry = _dumped([also])
    try:
        root = yaml.compose(head, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        raise ValueError("its front matter is not valid YAML") from error
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    old = next((value for key, value in pairs if str(key.value) == "also"), None)
    if isinstance(old, yaml.SequenceNode) and old.value and not old.flow_style:
        entry = "".join(" " * old.start_mark.column + line + "\n" for line in entry.splitlines())
        at = _line_end(head, _last(old).end_mark.index)
        return head[:at] + entry.replace("\n", newline) + head[at:]
    if isinstance(old, yaml.SequenceNode):
        rows = yaml.load(head[old.start_mark.index : old.end_mark.index], Loader=WordLoader) or []
        block = ("\n" + _dumped([*rows, also])).rstrip("\n").replace("\n", newline)
        return head[: old.start_mark.index].rstrip(" ") + block + head[old.end_mark.index :]
    return head + f"also:\n{entry}".replace("\n", newline)


def _last(node: yaml.Node) -> yaml.Node:
    """The last leaf of a node: where it ends in the text, before what follows."""
    while isinstance(node, yaml.SequenceNode | yaml.MappingNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _line_end(text: str, index: int) -> int:
    """Where the line after this place begins; the place itself where it begins one."""
    if index == 0 or text[index - 1] == "\n":
        return index
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _dumped(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=ONE_LINE))
