"""a new timeline site, ready for make html

Writes the settings, a Makefile, the folders for articles, pages and the desk with a sample article, and a workflow for GitHub
Pages, and begins a git repository. Asks for what it is not told; --yes takes the defaults."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from string import Template

from ..layout import SCAFFOLD
from .requirement import requirement

EXAMPLES = """dateline new my-timeline
dateline new my-timeline --title "The harbour war" --language en --url https://ann.github.io/harbour --text evidence --yes"""
#: what is written, where its name in the package is another
NAMES = {"gitignore": ".gitignore", "github": ".github"}
#: files in which a dollar is a dollar
PLAIN = frozenset({"Makefile.txt", "pages.yml.txt"})
TEXTS = ("all", "evidence", "none")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder to make; it must be empty or not be there")
    parser.add_argument("--title", help="the name of the site")
    parser.add_argument("--language", help="the language of the site's own words and dates, such as en, de or en_GB")
    parser.add_argument("--url", help="where it will be published")
    parser.add_argument("--text", choices=TEXTS, help="how much of the articles' text is published")
    parser.add_argument("--yes", action="store_true", help="ask nothing")
    parser.add_argument("--no-git", action="store_true", help="begin no git repository")


def run(given: argparse.Namespace) -> int:
    folder = given.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ValueError(f"{folder}: not an empty folder: choose another")
    words = answers(given, ask if sys.stdin.isatty() and not given.yes else lambda _, default: default)
    write(folder, {**words, "requirement": requirement(folder)})
    if not given.no_git:
        _repository(folder)
    sys.stdout.write(f"Dates are written and read as in {words['locale']} (DATELINE_LOCALE in pelicanconf.py)\n")
    sys.stdout.write(f"{folder} is ready: cd {folder} && make html\n")
    return 0


def ask(question: str, default: str) -> str:
    """What the user answers; the default where they only press Enter."""
    sys.stdout.write(f"{question} [{default}]: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() or default


def answers(given: argparse.Namespace, asked: Callable[[str, str], str]) -> dict[str, str]:
    """What goes into the files, by the name that stands there. Raises ValueError for an answer that cannot be used."""
    from ..site.conventions import with_country

    title = given.title or asked("Name of the site", given.folder.resolve().name.replace("-", " ").capitalize())
    language = given.language or asked("Language of the site (en, de, en_GB ...)", "en_GB")
    url = given.url if given.url is not None else asked("Where it will be published, if you know", "")
    text = given.text or asked("How much of the articles' text is published (all, evidence, none)", "all")
    if text not in TEXTS:
        raise ValueError(f"{text!r} is none of {', '.join(TEXTS)}")
    locale = with_country(language.replace("-", "_"))
    quoted = {"title": title, "lang": locale.partition("_")[0], "locale": locale, "url": url, "text": text}
    return {**{name: repr(value) for name, value in quoted.items()}, "name": title}


def write(folder: Path, words: Mapping[str, str]) -> None:
    """Write the files of a new site, with ``$name`` replaced by words."""
    for path in sorted(p for p in SCAFFOLD.rglob("*.txt") if p.is_file()):
        parts = [NAMES.get(part, part) for part in path.relative_to(SCAFFOLD).with_suffix("").parts]
        target = folder.joinpath(*parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(text if path.name in PLAIN else Template(text).substitute(words), encoding="utf-8")


def _repository(folder: Path) -> None:
    """Begin a git repository with a first commit, by the user's own name or, where git knows none, Dateline's."""
    git = shutil.which("git")
    if git is None:
        sys.stdout.write("git is not installed: no repository was begun\n")
        return
    known = subprocess.run([git, "config", "user.email"], cwd=folder, capture_output=True, check=False).returncode == 0
    who = [] if known else ["-c", "user.name=Dateline", "-c", "user.email=dateline@localhost"]
    for command in (["init", "-q", "-b", "main"], ["add", "."], [*who, "commit", "-q", "-m", "A new timeline"]):
        done = subprocess.run([git, *command], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stdout.write(f"git {command[0]} did not work, the rest is done: {' '.join(done.stderr.split())}\n")
            return
