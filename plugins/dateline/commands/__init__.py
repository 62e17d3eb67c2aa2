"""The commands of ``dateline``, in a visible list. Each module has a docstring that its help shows, EXAMPLES, ``arguments`` and
``run``; the first line of the docstring says in a few words what it is for."""

from __future__ import annotations

#: the commands by name, in the order of the help, with their modules
NAMES = {
    "annotate": "annotate", "timeline": "timeline", "import": "importing", "check": "check", "review": "review", "show": "show",
    "why": "why", "stats": "stats", "diff": "diff", "new": "new", "rules": "rules",
}  # fmt: skip
