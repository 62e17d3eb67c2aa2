"""A plugin for pytest that finds tests which do not wait for what they look at: every page of a browser has a slow processor
and a slow connection. ``.venv/bin/python -m pytest -p tests.slowly -m browser``
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

#: times slower than this machine
SLOWER = 12
#: milliseconds that each answer takes
LATENCY = 600


def _slowly(made: Callable[..., Page]) -> Callable[..., Page]:
    def new_page(self: Any, **options: Any) -> Page:
        page = made(self, **options)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        session.send("Network.enable")
        limits = {"offline": False, "latency": LATENCY, "downloadThroughput": -1, "uploadThroughput": -1}
        session.send("Network.emulateNetworkConditions", limits)
        return page

    return new_page


Browser.new_page = _slowly(Browser.new_page)  # type: ignore[method-assign]
BrowserContext.new_page = _slowly(BrowserContext.new_page)  # type: ignore[method-assign]
