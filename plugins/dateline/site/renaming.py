"""Renaming: elements that a page does not keep, under the names of those that look alike and stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from html.parser import HTMLParser

from .elements import SPACES, is_block

#: elements that look only as their style says
PLAIN = frozenset({"font", "span"})
#: how an element looks, and the property of a style that says whether something does
LOOKS = {"b": "font-weight", "strong": "font-weight", "i": "font-style", "em": "font-style"}
WORDS = {"bold": True, "bolder": True, "italic": True, "oblique": True, "normal": False, "lighter": False}
#: the least font weight that is bold, of those in figures
BOLD = 600


def renamed(html: str, kept: Set[str]) -> str:
    """HTML in order: a block whose name is not kept becomes a division, a space stands for what is shown between words, and
    what is bold or italic by its style is so by its element."""
    renaming = _Renaming(kept)
    renaming.feed(html)
    renaming.close()
    return "".join(renaming.parts)


class _Renaming(HTMLParser):
    """Writes HTML again, with other names."""

    def __init__(self, kept: Set[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.kept = kept
        self.parts: list[str] = []
        #: what ends each element that is open, by its name
        self.ends: defaultdict[str, list[str]] = defaultdict(list)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, end = self._renamed(tag, _style(dict(attrs).get("style") or ""))
        self.parts.append(start)
        self.ends[tag].append(end)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(self.ends[tag].pop() if self.ends[tag] else f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.parts.append(f"<!--{data}-->")

    def _renamed(self, tag: str, style: Mapping[str, str]) -> tuple[str, str]:
        """What stands for the start of an element, and for its end."""
        written = self.get_starttag_text() or ""
        if is_block(tag) and tag not in self.kept:
            return f"<div{written[1 + len(tag) :]}", "</div>"
        if tag in LOOKS and _looks(tag, style) is False:
            return "", ""
        if tag in PLAIN:
            looks = [name for name in ("b", "i") if _looks(name, style)]
            ends = "".join(f"</{name}>" for name in reversed(looks))
            return written + "".join(f"<{name}>" for name in looks), f"{ends}</{tag}>"
        return " " * (tag in SPACES - self.kept) + written, f"</{tag}>"


def _style(written: str) -> dict[str, str]:
    """The properties of a style."""
    return dict(_properties(written.lower()))


def _properties(written: str) -> Iterator[tuple[str, str]]:
    for one in written.split(";"):
        name, _, value = one.partition(":")
        yield name.strip(), value.partition("!")[0].strip()


def _looks(tag: str, style: Mapping[str, str]) -> bool | None:
    """Whether a style makes something look as this element does; None where it does not say."""
    value = style.get(LOOKS[tag], "")
    return int(value) >= BOLD if value.isdecimal() else WORDS.get(value.partition(" ")[0])
