"""Elements of HTML: which of them stand by themselves, which are shown in the place of words, and which hold none to read."""

from __future__ import annotations

#: what a browser puts in a line of its own (the HTML standard's rendering), and what a form shows apart from its text
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "canvas", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hgroup", "hr", "html", "label", "legend", "li", "listing", "main", "menu",
    "nav", "noscript", "object", "ol", "optgroup", "option", "p", "plaintext", "pre", "search",
    "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "tr", "ul", "xmp",
})  # fmt: skip
#: blocks that hold no words, and have no end
LINES = frozenset({"col", "hr"})
#: what is code in a line of text, or what is typed and what answers; type like a typewriter's (tt) is any text
CODE = frozenset({"code", "kbd", "samp"})
#: what is shown between words, or parts them as a space does
SPACES = frozenset({"audio", "br", "embed", "iframe", "input", "video"})
#: players and frames, which no page of Dateline's may hold, and what a browser without them would say instead
PLAYERS = frozenset({"audio", "iframe", "noembed", "noframes", "video"})
#: elements whose words are no words of an article
UNREAD = PLAYERS | {"math", "pre", "script", "style", "svg", "template", "title"}

#: where word processors write their settings, and the elements of these names that stand around words
SETTINGS = ("o:", "w:")
AROUND = frozenset({"o:p", "w:sdt"})


def is_block(tag: str) -> bool:
    """Whether the words of an element stand apart from those around it; those of a site's own elements do."""
    return tag in BLOCKS or "-" in tag


def is_setting(tag: str) -> bool:
    """Whether an element holds what a word processor sets, which no reader is shown."""
    return tag == "xml" or (tag.startswith(SETTINGS) and tag not in AROUND)
