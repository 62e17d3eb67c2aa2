"""Pictures of the sample site for the documents: ``make screenshots`` writes them into ``docs/``."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from browser import OPTIONS, find
from PIL import Image
from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
#: widths and heights: a desk and a phone
SIZES = {"wide": (1280, 960), "narrow": (390, 844)}


def pages(output: Path) -> dict[str, str]:
    """What is shown, by name: of events, actors, relations and articles those that the front pages lead to most."""
    years = sorted((output / "timeline").glob("[0-9]*"), key=lambda p: len((p / "index.html").read_bytes()))
    fullest = {
        name: max((output / name).glob("*/index.html"), key=lambda p: (len(p.read_bytes()), p)).parent
        for name in ("events", "actors", "relations", "articles")
    }
    return {
        "home": "", "year": f"{years[-1].relative_to(output)}/",
        **{name.removesuffix("s"): f"{path.relative_to(output)}/" for name, path in fullest.items()},
    }  # fmt: skip


def main() -> int:
    """Take each page in both sizes, light and dark. The site must have been built."""
    output = Path(sys.argv[1]).resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for name, path in pages(output).items():
                    page.goto((output / path / "index.html").as_uri())
                    picture = Image.open(io.BytesIO(page.screenshot()))
                    picture.quantize(64).save(DOCS / "screenshots" / f"{name}-{size}-{scheme}.png", optimize=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
