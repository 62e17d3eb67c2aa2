"""How fast a reader sees events, beside other timeline programs, in one run; and how big the pages are.

``python benchmarks/reading.py [EVENTS ...] [--whole]`` (default: 50 500 5000 50000). Writes a site of made-up events for each
number and opens it in Chromium, from a server on this machine. Of more than 5,000 events only a few of the pages of single
events, articles, actors, relations and storylines are written, or all of them with ``--whole``. TimelineJS and vis-timeline
come from npm and show the same events, up to 5,000. Compare ratios, not milliseconds: machines differ, and one machine differs
from one minute to the next.

The first event: from the start of navigation to the frame after an event's own element is on the screen with words in it, in a
window of 1280 by 800, with nothing in the cache; the same for all programs.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

import others
from browsing import chromium, filtering, first_at, foreign_requests, painted, scripting, served
from playwright.sync_api import Browser
from sites import WHOLE, Site, build

ROOT = Path(__file__).parent.parent
SIZES = (50, 500, 5_000, 50_000)
EVENT = ".event-item"
#: where the filters of a site are measured: these facets of its timeline
FACETS = ("type", "actor")


def main(sizes: Sequence[int], *, whole: bool) -> None:
    """Build all, measure all, print all."""
    with tempfile.TemporaryDirectory() as place:
        npm = others.installed(*others.PACKAGES.values())
        if npm:
            Path(place, "npm").symlink_to(npm)
        made = [written(build(size, Path(place, str(size)), whole=whole)) for size in sizes]
        with served(Path(place)) as address, chromium() as browser:
            print("\nFirst event painted, milliseconds: the median (the least to the most, of how many visits), and ratios")
            for site in made:
                first_events(browser, address, site, beside=bool(npm) and site.events <= WHOLE)
            print("\nScripting until a second after loading, milliseconds: the median of three visits")
            for site in made:
                scripts(browser, address, site)
            print("\nFilters on the timeline, milliseconds: from opening to boxes to tick; from a tick to its results painted")
            for site in made:
                filters(browser, address, site)
            asked(browser, address, made[0])
    print("\nSizes, gzipped")
    for site in made:
        print(f"{site.events:7,} events  {site.largest}")
    own_files()


def written(site: Site) -> Site:
    """Say what was written of a site."""
    number = sum(site.pages.values())
    rest = f"; {site.left_out:,} left out" if site.left_out else ""
    print(f"{site.events:7,} events: {number:,} pages written in {site.seconds:.1f} s{rest}", flush=True)
    return site


def first_events(browser: Browser, address: str, site: Site, *, beside: bool) -> None:
    """The rows of one site: Dateline's timeline and fullest year, and the others with how many times as long they take."""
    root = f"{address}/{site.events}"
    own = {name: (f"{root}/{site.paths[page]}", EVENT) for name, page in (("timeline", "timeline"), ("year", "span"))}
    rest = {name: (f"{root}/{file}", others.EVENTS[name]) for name, file in others.pages(site.folder).items()} if beside else {}
    times = painted(browser, own | rest)
    slower = max((median(times[name]) for name in own if times[name]), default=None)
    for name, found in times.items():
        where = f"Dateline, {name}" if name in own else name
        ratio = f"{median(found) / slower:6.1f} times Dateline's slower" if name in rest and slower and found else ""
        at = f"   at {first_at(browser, own[name][0], EVENT)} pixels from the top" if name in own else ""
        print(f"{site.events:7,} events  {where:20} {_spread(found)}{ratio}{at}", flush=True)


def _spread(found: Sequence[float]) -> str:
    return f"{median(found):7.0f} ({min(found):.0f} to {max(found):.0f}, of {len(found)})" if found else "   none on the screen"


def scripts(browser: Browser, address: str, site: Site) -> None:
    """A row of one site: scripting on several of its pages."""
    names = {"home": "home", "timeline": "timeline", "span": "year", "actor": "actor", "event": "event", "article": "article"}
    found = ((words, scripting(browser, f"{address}/{site.events}/{site.paths[name]}")) for name, words in names.items())
    print(f"{site.events:7,} events  " + "  ".join(f"{words} {taken:.0f}" for words, taken in found), flush=True)


def filters(browser: Browser, address: str, site: Site) -> None:
    """Rows of one site: its filters, by facet."""
    for facet in FACETS:
        ready, answers = filtering(browser, f"{address}/{site.events}/{site.paths['timeline']}", facet)
        print(f"{site.events:7,} events  {facet:6} opened {ready:6.0f}   ticked {_spread(answers)}", flush=True)


def asked(browser: Browser, address: str, site: Site) -> None:
    """What a page of each template asks of other hosts."""
    found = foreign_requests(browser, [f"{address}/{site.events}/{path}" for path in site.paths.values()])
    print(f"\nRequests to other hosts, from {len(site.paths)} pages: {len(found)} {' '.join(found)}".rstrip())


def own_files() -> None:
    """The theme's scripts and styles, each by itself, and all."""
    for kind in ("js", "css"):
        files = sorted(Path(ROOT, "theme/static", kind).glob(f"*.{kind}"))
        print(f"{kind.upper():4} {kilobytes(files):6.1f} KB in {len(files)} files")


def kilobytes(files: Iterable[Path]) -> float:
    """Their size when each is gzipped."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1024


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:] if a.isdigit()] or SIZES, whole="--whole" in sys.argv)
