"""Parts of pages that come out alike on many pages, rendered once: an event stands in the lists of all who take part in it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

#: as many parts are remembered, the last that were asked for
MOST = 20_000


class Remembered:
    """The function ``remembered(macro, thing, ...)`` of templates: what the macro makes of a view, which is known by its id.
    It must not depend on anything of the page but where the site's root lies from it."""

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[Any, ...], str] = OrderedDict()

    @pass_context
    def __call__(self, context: Context, macro: Callable[..., str], thing: Any, *more: Any) -> str:
        root, name = (context["SITEURL"], context["DATELINE_PATH"]), macro.name  # type: ignore[attr-defined]
        key = (*root, name, type(thing), thing.id, *more)
        if (found := self._made.get(key)) is not None:
            self._made.move_to_end(key)
            return found
        self._made[key] = made = macro(thing, *more)
        if len(self._made) > MOST:
            self._made.popitem(last=False)
        return made
