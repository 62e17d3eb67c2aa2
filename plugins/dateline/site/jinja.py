"""Where templates are found, and how they are read, in every environment that Pelican makes.

In Dateline's own theme nothing changes but that ``!dateline/NAME`` is the template as it is shipped. In a blog there are these:

``NAME``            the blog's: its overrides, its theme, Pelican's "simple"; also as ``!blog/NAME``
``!dateline/NAME``  Dateline's, as shipped; ``base.html`` puts it into the blog's own
``!pages/NAME``     the same, or what the blog has in its stead: ``dateline/NAME`` in its overrides, or NAME there, where the
                    blog's theme has none of that name
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from babel.support import NullTranslations
from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, FunctionLoader, PrefixLoader

from ..layout import THEME
from .host import Host, host
from .translations import translations

#: what the names of Dateline's templates begin with in a blog; they are escaped, whatever the blog's are
OURS = ("!dateline/", "!pages/")


def connect(env: Any, settings: Mapping[str, Any]) -> None:
    """Let an environment find Dateline's templates; it is one of Pelican's, not yet used."""
    at = host(settings)
    if at.adopted:
        ours = PrefixLoader(_in_a_blog(env.loader, settings["THEME_TEMPLATES_OVERRIDES"]))
        # A PrefixLoader's templates do not know their prefix; asked for the source alone, it leaves them their whole names.
        env.loader = ChoiceLoader([env.loader, FunctionLoader(partial(ours.get_source, env))])
        env.join_path = _join
        env.autoescape = _escaping(env.autoescape)
    else:
        env.loader = ChoiceLoader([env.loader, PrefixLoader({"!dateline": FileSystemLoader(THEME / "templates")})])
    if "gettext" not in env.globals:
        speak(env, at, settings)


def speak(env: Any, at: Host, settings: Mapping[str, Any]) -> None:
    """Let an environment speak the site's language."""
    env.add_extension("jinja2.ext.i18n")
    env.install_gettext_translations(catalogue(at.theme, settings["DEFAULT_LANG"]), newstyle=True)


@lru_cache
def catalogue(theme: Path, lang: str) -> NullTranslations:
    """The words of the theme, read once a build."""
    return translations(theme, lang)


def template(at: Host, name: str) -> str:
    """What a template of Dateline's pages is called where the site is this host's."""
    return f"!pages/{name}" if at.adopted else name


def _in_a_blog(blog: BaseLoader, overrides: list[str]) -> dict[str, BaseLoader]:
    shipped = FileSystemLoader([THEME / "adopted", THEME / "templates"])
    own = FileSystemLoader([Path(folder, "dateline") for folder in overrides])
    taken = {name.partition("/")[2] for name in blog.list_templates() if name.startswith("!")}
    pages = ChoiceLoader([own, _without(FileSystemLoader(overrides), taken), shipped])
    return {"!blog": blog, "!dateline": shipped, "!pages": pages}


def _without(loader: FileSystemLoader, taken: set[str]) -> BaseLoader:
    """The loader, blind for these names: a blog's ``base.html`` is no other base of Dateline's pages."""
    names = frozenset(loader.list_templates()) - taken
    env: Any = None
    return FunctionLoader(lambda name: loader.get_source(env, name) if name in names else None)


def _join(name: str, parent: str) -> str:
    """What a template means by a name: Dateline's mean each other, whatever the blog calls its own."""
    return f"!pages/{name}" if parent.startswith(OURS) and not name.startswith("!") else name


def _escaping(others: bool | Callable[[str | None], bool]) -> Callable[[str | None], bool]:
    def escaped(name: str | None) -> bool:
        if name is not None and name.startswith(OURS):
            return True
        return others(name) if callable(others) else others

    return escaped
