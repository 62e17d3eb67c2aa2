"""articles from pages, feeds and files, as Markdown with their front matter

Reads addresses, HTML and MHTML, RSS and Atom, exports of WordPress, e-mail, plain text, JSONL, CSV and WARC; asks politely,
passes over what is there already, and goes on where it was interrupted."""

from __future__ import annotations

import argparse

from ..importing import command

EXAMPLES = """dateline import https://example.org/news/2020/05/08/call.html
dateline import https://example.org/feed.xml --limit 20
dateline import archive.warc.gz mail/*.eml export.csv"""


def arguments(parser: argparse.ArgumentParser) -> None:
    command.add_arguments(parser)


def run(given: argparse.Namespace) -> int:
    return int(command.run(given))
