"""Verbatim YAML: a head's values as the words that were written, and what cannot be read with its line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

import yaml

from ..desk.checked import Plain, out_of_bounds

#: where YAML ends a line
BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
#: how a comment begins in a field of words that is more likely a part of them: "Rank #1"
NEAR = re.compile(r"[ \t]#")
#: a character beyond U+FFFF in two halves, as JSON escapes it; and a half
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
HALF = re.compile("[\ud800-\udfff]")


class WordLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml's reader is many times as fast
    """YAML of which each value is the words as they were written: no "No", no "1.10", no date becomes anything else."""


class SlowWordLoader(yaml.SafeLoader):
    """The same by Python's reader, which says more of what is wrong."""


for _loader in (WordLoader, SlowWordLoader):
    _loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in rules if tag.endswith(":null")]
        for first, rules in Plain.yaml_implicit_resolvers.items()
    }


class BadYaml(ValueError):
    """A head cannot be read; ``line`` counts from 1 in the head."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def load(head: str) -> tuple[yaml.MappingNode, dict[object, Any]]:
    """The nodes of a head, and its values by their keys as they are written. Raises BadYaml."""
    try:
        try:
            return _load_with(head, WordLoader)
        except yaml.YAMLError:
            return _load_with(head, SlowWordLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error).split("\n")[0]
        says = f"front matter is not valid YAML ({why}): a value with ': ' or a quote needs quotes"
        raise BadYaml(mark.line + 1 if mark else 1, says) from error


def _load_with(head: str, loader: Any) -> tuple[yaml.MappingNode, dict[object, Any]]:
    if beyond := out_of_bounds(head, loader):
        raise BadYaml(*beyond)
    reader = loader(head)
    try:
        root = reader.get_single_node()
        if not isinstance(root, yaml.MappingNode):
            raise BadYaml(1, "front matter is not a list of 'key: value' lines")
        for line, key in _repeated(root):
            raise BadYaml(line + 1, f"{key} stands here twice: keep one of the two")
        _join_halves(root)
        _write_out_tags(root, head)
        return root, reader.construct_document(root)
    finally:
        reader.dispose()


def _nodes(node: yaml.Node) -> Iterator[yaml.Node]:
    """A node and all that are in it, in order."""
    yield node
    for part in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in part if isinstance(part, tuple) else (part,):
            yield from _nodes(one)


def _repeated(root: yaml.Node) -> Iterator[tuple[int, str]]:
    """Keys that stand in one mapping a second time, in whatever case, each with its line (from 0)."""
    for mapping in (one for one in _nodes(root) if isinstance(one, yaml.MappingNode)):
        seen: set[str] = set()
        for key in (key for key, _ in mapping.value if isinstance(key, yaml.ScalarNode)):
            if key.value.lower() in seen:
                yield key.start_mark.line, key.value
            seen.add(key.value.lower())


def _join_halves(root: yaml.Node) -> None:
    """Make one character of its two halves, in all words. Raises BadYaml for half a character."""
    for node in (one for one in _nodes(root) if isinstance(one, yaml.ScalarNode)):
        node.value = PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), node.value)
        if half := HALF.search(node.value):
            raise BadYaml(node.start_mark.line + 1, f"\\u{ord(half[0]):x} is half a character: write the character itself")


def _write_out_tags(root: yaml.MappingNode, head: str) -> None:
    """Make words again of tags that YAML takes for a key with its value: "Crime: local"."""
    rows = BREAK.split(head)
    for key, value in root.value:
        if str(key.value).lower() == "tags" and isinstance(value, yaml.SequenceNode):
            value.value = [_written(tag, rows) or tag for tag in value.value]


def _written(tag: yaml.Node, rows: list[str]) -> yaml.ScalarNode | None:
    """A tag of two words with a colon as one, if it stands on one line; None for any other."""
    if not isinstance(tag, yaml.MappingNode) or len(tag.value) != 1:
        return None
    [(key, value)] = tag.value
    if not isinstance(value, yaml.ScalarNode) or value.style or key.start_mark.line != value.end_mark.line:
        return None
    words = rows[key.start_mark.line][key.start_mark.column : value.end_mark.column]
    return yaml.ScalarNode("tag:yaml.org,2002:str", words.strip(), key.start_mark, value.end_mark)


def comments(root: yaml.MappingNode, head: str, worded: Container[str]) -> Iterator[tuple[int, str]]:
    """Fields that are ``worded``, and end at a comment on their own line, each with its line (from 0)."""
    rows = BREAK.split(head)
    for key, value in root.value:
        name = str(key.value).lower()
        for one in value.value if isinstance(value, yaml.SequenceNode) else [value]:
            rest = rows[one.end_mark.line][one.end_mark.column :] if one.end_mark.line < len(rows) else ""
            if name in worded and isinstance(one, yaml.ScalarNode) and not one.style and NEAR.match(rest):
                says = f"{name} ends before {rest.strip()!r}, a comment to YAML: put the whole value in quotes"
                yield one.end_mark.line, says
