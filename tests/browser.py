"""Finds a Chromium for the browser tests, or has Playwright install one: ``python tests/browser.py``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def find() -> str | None:
    """The path of an installed Chromium or Chrome, Playwright's own included; None where there is none."""
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    return installed or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    if find() is None:
        sys.stderr.write("No Chromium found: asking Playwright to install one for the browser tests\n")
        done = subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
        if done.returncode:
            sys.stderr.write("It could not be installed: the browser tests will be skipped. Install chromium to run them.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
