"""Sites that are built, edited, and built again."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from dateline.site.building import modules
from pelican import Pelican
from pelican.settings import read_settings

from .conftest import ROOT

HEAD = "---\ntitle: {}\ndate: 2021-06-{:02}\nsource: The Gazette\n---\n\n"
SENTENCES = (
    "Erna Solberg met Mette Frederiksen in Oslo on Monday.",
    "Norway imposed sanctions on Denmark on 3 May 2021.",
    "Police in Bergen arrested Ann Lee on Tuesday.",
    "Denmark thanked Sweden in 2019.",
    "Mette Frederiksen will travel to Bergen next week. The talks were quiet.",
)
#: the settings of a site with a filter of its own, which asks another module
SETTINGS = """
import sys
sys.path[:0] = [{root!r}, {site!r}]
import shouting
from pelicanconf import *
JINJA_FILTERS = {{"shout": shouting.shout}}
GREETING = "Hello"
"""
SHOUTING = """
from loudness import marks

def shout(text):
    return text + marks
"""
#: modules that a build of such a site loads, and the next build, which is another process, loads anew
OWN = ("siteconf", "pelicanconf", "shouting", "loudness")


@dataclass
class Site:
    """A site to edit; each build is whole, in this process, with what was read before in the cache."""

    root: Path

    def build(self, output: str = "output", cache: str = "cache") -> Path:
        folder = self.root / output
        given = {"PATH": str(self.root / "content"), "OUTPUT_PATH": str(folder), "THEME": str(self.root / "theme")}
        environment = {"DATELINE_DESK": str(self.root / "desk"), "DATELINE_CACHE": str(self.root / cache)}
        self._forget()
        with patch.dict(os.environ, environment), patch.object(sys, "path", [*sys.path]):
            Pelican(read_settings(str(self.root / "siteconf.py"), override=given)).run()
        return folder

    def _forget(self) -> None:
        """Let this process be as a new one."""
        for name in OWN:
            sys.modules.pop(name, None)
        modules._first_digests.clear()
        modules._loaded_by_copies.clear()

    def clean(self) -> Path:
        """A build that knows nothing of those before."""
        return self.build("clean", "clean-cache")

    def shows(self, words: str, template: str = "home.html") -> None:
        """Let a template show these words, at the head of the page."""
        path = self.root / "theme/templates" / template
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("{% block main %}", f"{{% block main %}}<p>{words}</p>", 1), encoding="utf-8")

    def article(self, number: int) -> Path:
        return self.root / f"content/articles/a{number}.md"


def begun(root: Path) -> Site:
    """A site of three articles, with a theme and a desk of its own."""
    shutil.copytree(ROOT / "theme", root / "theme")
    (root / "content/articles").mkdir(parents=True)
    site = Site(root)
    (root / "siteconf.py").write_text(SETTINGS.format(root=str(ROOT), site=str(root)), encoding="utf-8")
    (root / "shouting.py").write_text(SHOUTING, encoding="utf-8")
    (root / "loudness.py").write_text("marks = '!'", encoding="utf-8")
    for number in range(3):
        head = HEAD.format(f"Article {number}", number + 1)
        site.article(number).write_text(f"{head}{SENTENCES[number]}\n\n{SENTENCES[number + 1]}\n", encoding="utf-8")
    return site


def told(site: Site, sentence: str, number: int = 2) -> None:
    path = site.article(number)
    path.write_text(path.read_text(encoding="utf-8") + f"\n{sentence}\n", encoding="utf-8")


def _text(site: Site, number: int, choice: int) -> None:
    if site.article(number).exists():
        told(site, SENTENCES[choice % len(SENTENCES)], number)


def _title(site: Site, number: int, choice: int) -> None:
    if (path := site.article(number)).exists():
        path.write_text(re.sub("title: .*", f"title: Title {choice}", path.read_text(encoding="utf-8")), encoding="utf-8")


def _new(site: Site, number: int, choice: int) -> None:
    head = HEAD.format(f"New {number} {choice}", choice + 10)
    site.article(number + 3).write_text(head + SENTENCES[choice % len(SENTENCES)], encoding="utf-8")


def _gone(site: Site, number: int, choice: int) -> None:
    site.article(number).unlink(missing_ok=True)


def _hidden(site: Site, number: int, choice: int) -> None:
    if (path := site.article(number)).exists() and "publish" not in path.read_text(encoding="utf-8"):
        said = ("none", "evidence", "all")[choice % 3]
        path.write_text(path.read_text(encoding="utf-8").replace("title:", f"publish: {said}\ntitle:"), encoding="utf-8")


def _template(site: Site, number: int, choice: int) -> None:
    path = site.root / "theme/templates" / ("event.html", "base.html", "parts/actor_chip.html", "home.html")[choice % 4]
    path.write_text(path.read_text(encoding="utf-8").replace("<p", f'<p data-new="{number}"', 1), encoding="utf-8")


def _shown(site: Site, number: int, choice: int) -> None:
    """Templates that show what nobody thought of: counts, a setting, a word by a filter of the site's own."""
    said = (
        "{{ event.participants|map(attribute='actor.count')|join }}",
        "{{ GREETING }} {{ event.event.weight }}",
        "{{ SITENAME|shout }} {{ event.articles|map(attribute='count')|join }}",
    )
    site.shows(said[number], "event.html")


def _helper(site: Site, number: int, choice: int) -> None:
    (site.root / "loudness.py").write_text(f"marks = '{'!' * (choice + 2)}'", encoding="utf-8")


def _setting(site: Site, number: int, choice: int) -> None:
    path, name = site.root / "siteconf.py", ("GREETING", "SITESUBTITLE", "UNUSED")[number]
    path.write_text(f"{path.read_text(encoding='utf-8')}{name} = 'Said {choice}'\n", encoding="utf-8")


def _by_hand(site: Site, number: int, choice: int) -> None:
    pages = sorted((site.root / "output").rglob("*.html"))
    pages[(number * 7 + choice) % len(pages)].write_text("by hand", encoding="utf-8")


def _corrected(site: Site, number: int, choice: int) -> None:
    """Corrections that are new, or take the place of others; now and then of an event that there is no more."""
    ids = [event["id"] for event in json.loads((site.root / "output/data/events.json").read_text(encoding="utf-8"))["events"]]
    if ids:
        one, other = ids[(number * 3 + choice) % len(ids)], ids[choice % len(ids)]
        said = (
            "hide: true",
            f"merge_into: '{other}'",
            f"hide: true\n  merge_into: '{other}'",
            "summary: Said anew",
            "date: none",
        )
        _on_the_desk(site, "corrections.yaml", f"'{one}':\n  {said[choice % len(said)]}\n")


def _known(site: Site, number: int, choice: int) -> None:
    said = ("hide: true", "aliases: [Sweden]", "split: [Mette Frederiksen]", "kind: organisation", "note: Known")
    name = ("Denmark", "Norway", "Ann Lee")[number]
    _on_the_desk(site, "actors.yaml", f"- name: {name}\n  {said[choice % len(said)]}\n")


def _on_the_desk(site: Site, name: str, text: str) -> None:
    (site.root / "desk").mkdir(exist_ok=True)
    (site.root / "desk" / name).write_text(text, encoding="utf-8")


EDITS = (_text, _title, _new, _gone, _hidden, _template, _shown, _helper, _setting, _by_hand, _corrected, _known)
