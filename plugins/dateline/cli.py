"""The ``dateline`` command."""

from __future__ import annotations

import argparse
import contextlib
import logging
import sys
from collections.abc import Sequence
from importlib import import_module

import shtab

from . import __version__
from .commands import NAMES
from .documents import BadDocument
from .reading import INTERRUPTED, ModelMissing


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0, that of the command, or 2 where the input or a setting is wrong."""
    logging.basicConfig(format="dateline: %(message)s", level=logging.WARNING)
    given = parser().parse_args(arguments)
    try:
        with contextlib.suppress(BrokenPipeError):
            status = int(given.run(given))
            sys.stdout.flush()
            return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BadDocument, ModelMissing, OSError, ValueError) as error:
        if given.debug:
            raise
        sys.stderr.write(f"dateline: {_said(error)}\n")
        return 2
    return 0


def _said(error: Exception) -> str:
    """What is wrong, in one line."""
    if isinstance(error, FileNotFoundError) and error.filename:
        return f"{error.filename}: no such file"
    return " ".join(str(error).split())


def parser() -> argparse.ArgumentParser:
    """The command line that is understood."""
    top = argparse.ArgumentParser(prog="dateline", description="What happened, when, and who did it, from news articles.")
    top.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    top.add_argument("--debug", action="store_true", help="where something is wrong, show where in the program")
    shtab.add_argument_to(top, "--completion", help="print what your shell needs to complete commands")
    verbs = top.add_subparsers(required=True, metavar="COMMAND")
    for name, module in NAMES.items():
        command = import_module(f".commands.{module}", __package__)
        about, _, more = (command.__doc__ or "").partition("\n")
        one = verbs.add_parser(
            name,
            help=about,
            description=f"{about[:1].upper()}{about[1:]}.{more}",
            epilog=f"examples:\n  {command.EXAMPLES.replace(chr(10), chr(10) + '  ')}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(one)
        one.set_defaults(run=command.run)
    return top


if __name__ == "__main__":
    sys.exit(main())
