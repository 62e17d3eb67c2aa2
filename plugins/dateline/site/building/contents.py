"""What each page is made of: the fingerprint by which a build knows that a page would come out as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..pages import Page
from ..rendering import Picture, Rendering
from . import inputs
from .fingerprints import Fingerprints, digest
from .templates import Templates

PACKAGE = Path(__file__).parents[2]
#: settings that change what a template says without being named in it
SILENT = ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")


class Contents:
    """Made once a build, when all is read. ``words`` are the theme's, translated."""

    def __init__(self, render: Rendering, templates: Templates, words: Mapping[Any, Any]) -> None:
        self.render = render
        self.templates = templates
        self.fingerprints = Fingerprints()
        settings = inputs.of_settings(render.settings), inputs.of_settings(templates.settings, SILENT)
        said = self.fingerprints.of((dict(words), render.views.locale, render.nav()))
        self._everywhere = digest(*settings, said, inputs.programs(), _code())

    def of_page(self, page: Page) -> str | None:
        """The fingerprint of a page; None for one that Pelican has read, which is to be made every time."""
        if page.template == "page":
            return None
        own = (page.path, page.context, page.made_of, self.render.made_of(page))
        return digest(self._everywhere, self.templates.of(f"{page.template}.html"), self.fingerprints.of(own)).hex()

    def of_picture(self, picture: Picture) -> str:
        """The fingerprint of a picture."""
        return digest(self._everywhere, self.fingerprints.of(picture.made_of)).hex()


def _code() -> bytes:
    """The fingerprint of the programs and words that make pages of what was read."""
    return digest(inputs.tree(PACKAGE / "site", _makes), inputs.tree(PACKAGE / "events/types"))


def _makes(path: Path) -> bool:
    return path.suffix in (".py", ".yaml")
