"""The commands of ``dateline``, in a visible list. Each module has a docstring that its help shows, EXAMPLES, ``arguments`` and
``run``; the first line of the docstring says in a few words what it is for."""

from __future__ import annotations

import argparse
from typing import Protocol


class Command(Protocol):
    """A module that is a command."""

    __doc__: str | None
    EXAMPLES: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what the command line may hold."""

    def run(self, given: argparse.Namespace) -> int:
        """Do it; returns the exit status. Raises ValueError or OSError where the input is wrong, in words for the user."""


#: the commands by name, in the order of the help; each is imported only when it is asked for
NAMES = {
    "annotate": "annotate", "timeline": "timeline", "import": "importing", "check": "check", "review": "review", "show": "show",
    "why": "why", "stats": "stats", "diff": "diff", "new": "new", "rules": "rules",
}  # fmt: skip
