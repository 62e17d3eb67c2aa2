"""What Google's Lighthouse says of the site on a phone: the scores of its four categories, and each audit that failed, and why.

``python benchmarks/lighthouse.py [FOLDER]``: FOLDER is a built site (default: the sample articles, built for the address at
which they are then served). Lighthouse comes from npm, when this is run; its mobile preset and its own throttling are used.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import others
from browsing import served

from tests.browser import OPTIONS, find

ROOT = Path(__file__).parent.parent
#: the last that runs on Node 20
PACKAGE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: from this score on Lighthouse calls a figure good; what audit tells what is behind one
GOOD, BEHIND = 0.9, {"cumulative-layout-shift": "layout-shifts", "largest-contentful-paint": "largest-contentful-paint-element"}
#: the pages to look at, each the largest file that fits
PAGES = {
    "home": "index.html",
    "a year": "timeline/????/index.html",
    "an event": "events/*/index.html",
    "an actor": "actors/*/index.html",
    "an article": "articles/*/index.html",
}


def main(folder: Path | None) -> None:
    """Build if need be, serve, and report on each page."""
    npm, browser = others.installed(PACKAGE), find()
    if npm is None or browser is None:
        sys.exit("Lighthouse and Chromium are both needed")
    with tempfile.TemporaryDirectory() as place:
        port = free_port()
        site = folder or built(Path(place, "output"), port)
        with served(site, port) as address:
            for name, pattern in PAGES.items():
                file = max(site.glob(pattern), key=lambda path: path.stat().st_size)
                path = file.relative_to(site).as_posix().removesuffix("index.html")
                print(f"\n{name}: /{path}", flush=True)
                report(judged(npm, browser, f"{address.replace('127.0.0.1', 'localhost')}/{path}", Path(place)))


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def built(output: Path, port: int) -> Path:
    """The sample site, published as for an address on this machine."""
    env = {**os.environ, "SITEURL": f"http://localhost:{port}", "PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-m", "pelican", "content", "-o", str(output), "-s", "publishconf.py", "--quiet"]
    subprocess.run(command, cwd=ROOT, env=env, check=True)
    return output


def judged(npm: Path, browser: str, url: str, place: Path) -> dict[str, Any]:
    """Lighthouse's report of one page."""
    out = place / "report.json"
    flags = " ".join(["--headless", *OPTIONS])
    command = [str(npm / ".bin/lighthouse"), url, "--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "CHROME_PATH": browser}, timeout=300)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def report(found: dict[str, Any]) -> None:
    """Print the scores, and what did not pass."""
    scores = ((name, found["categories"][name]["score"]) for name in CATEGORIES)
    print("  " + "  ".join(f"{name} {'–' if score is None else f'{100 * score:.0f}'}" for name, score in scores))
    for category in CATEGORIES:
        for audit in failed(found, category):
            said = audit.get("displayValue") or ""
            print(f"  {category}: {audit['title']} {said}".rstrip())
            print(f"    {audit['description'].split(' [')[0]}")
            for node in nodes(found["audits"].get(BEHIND.get(audit["id"], ""), audit)):
                print(f"      {node}")


def failed(found: dict[str, Any], category: str) -> Iterator[dict[str, Any]]:
    """The audits of a category that count and did not pass; of performance, those that Lighthouse does not call good."""
    enough = GOOD if category == "performance" else 1
    for one in found["categories"][category]["auditRefs"]:
        audit = found["audits"][one["id"]]
        if one["weight"] and audit["score"] is not None and audit["score"] < enough:
            yield audit


def nodes(audit: dict[str, Any]) -> list[str]:
    """The first elements, or addresses, that an audit complains of."""
    items = (audit.get("details") or {}).get("items") or []
    told = [one.get("node", {}).get("snippet") or one.get("url") or one.get("description") or "" for one in items]
    return [" ".join(str(one).split())[:120] for one in told if one][:4]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
