"""Other timeline programs, from npm, set up to show the events of a site: installed only when something is measured."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

CACHE = Path(__file__).parent.parent / ".cache" / "npm"
PACKAGES = {"TimelineJS": "@knight-lab/timelinejs@3.9.11", "vis-timeline": "vis-timeline@8.5.4"}
#: what an event is in the page of each
EVENTS = {
    "TimelineJS": ".tl-timemarker-content-container, .tl-slide:not(.tl-slide-titleslide) .tl-text-content",
    "vis-timeline": ".vis-item",
}
HEAD = '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{name}</title>\n<link rel="stylesheet" href="{css}">'
TIMELINEJS = """
<style>html, body, #here { height: 100%; margin: 0; }</style>
<div id="here"></div>
<script src="../npm/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<script>
  const scripts = new URL("../npm/@knight-lab/timelinejs/dist/js/", location.href).href;
  new TL.Timeline("here", "timelinejs.json", { script_path: scripts });
</script>
"""
#: As its examples with many items have it: a height, and scrolling within it.
VIS = """
<div id="here"></div>
<script src="../npm/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>
  fetch("vis.json").then((got) => got.json()).then((items) => {
    new vis.Timeline(document.getElementById("here"), new vis.DataSet(items), { height: "700px", verticalScroll: true });
  });
</script>
"""
PAGES = {
    "TimelineJS": ("timelinejs.html", "../npm/@knight-lab/timelinejs/dist/css/timeline.css", TIMELINEJS),
    "vis-timeline": ("vis.html", "../npm/vis-timeline/styles/vis-timeline-graph2d.min.css", VIS),
}


def installed(*packages: str) -> Path | None:
    """The folder of these packages, fetched if need be; None, and a line that says so, where npm cannot."""
    command = ["npm", "install", "--prefix", str(CACHE), "--no-audit", "--no-fund", "--loglevel=error", *packages]
    try:
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"No {', '.join(packages)}: npm could not install it ({type(error).__name__})")
        return None
    return CACHE / "node_modules"


def pages(site: Path) -> dict[str, str]:
    """Write each program's page into a site; the files by name of program."""
    _without_groups(site / "data/timelinejs.json", site / "timelinejs.json")
    for name, (file, css, body) in PAGES.items():
        (site / file).write_text(HEAD.format(name=name, css=css) + body, encoding="utf-8")
    return {name: file for name, (file, _, _) in PAGES.items()}


def _without_groups(source: Path, target: Path) -> None:
    """TimelineJS gives each group a row; with one for each kind of event, its events would lie below the screen."""
    data = json.loads(source.read_text(encoding="utf-8"))
    for event in data["events"]:
        event.pop("group", None)
    target.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
