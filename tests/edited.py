"""Sites that are built, edited, and built again."""

from __future__ import annotations

import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from dateline.corpus.teller import Teller
from dateline.site import generator
from dateline.site.readings import Readings
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


@dataclass
class Site:
    """A site to edit; each build is whole, in this process, with what was read before in the cache. ``served``: the builds are
    those of a server, which shows pages before the rest is made."""

    root: Path
    served: bool = False

    def build(self, output: str = "output") -> Path:
        folder = self.root / output
        given = {"PATH": str(self.root / "content"), "OUTPUT_PATH": str(folder), "THEME": str(self.root / "theme")}
        name = self.root / "name"
        given |= {"SITESUBTITLE": name.read_text(encoding="utf-8")} if name.exists() else {}
        with patch.dict(os.environ, {"DATELINE_DESK": str(self.root / "desk")}):
            pelican = Pelican(read_settings(str(ROOT / "pelicanconf.py"), override=given))
            pelican.run.__self__.again = self.served and folder.exists()
            pelican.run()
        return folder

    def clean(self) -> Path:
        """A build that knows nothing of those before, but what was read."""
        with patch.object(generator, "TELLER", Teller()), patch.object(generator, "READINGS", Readings()):
            return self.build("clean")

    def article(self, number: int) -> Path:
        return self.root / f"content/articles/a{number}.md"


def begun(root: Path) -> Site:
    """A site of three articles, with a theme and a desk of its own."""
    shutil.copytree(ROOT / "theme", root / "theme")
    (root / "content/articles").mkdir(parents=True)
    site = Site(root)
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


def _setting(site: Site, number: int, choice: int) -> None:
    (site.root / "name").write_text(f"Subtitle {choice}", encoding="utf-8")


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


EDITS = (_text, _title, _new, _gone, _hidden, _template, _setting, _by_hand, _corrected, _known)
