"""Parts of templates: files of macros that others import, made once for all pages from which the site's root lies alike.

Jinja makes what is imported "with context" anew for each page that imports it, and for each part of that. Those that use
nothing of a page but where the site's root lies, which filters ask for, come out the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound, meta, nodes
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.environment import TemplateModule
from jinja2.filters import FILTERS as JINJAS

from .filters import FILTERS

#: what every page of a site has alike, but where its root lies
ALIKE = {*JINJAS, *FILTERS}, {*DEFAULT_NAMESPACE, "_", "gettext", "ngettext", "remembered"}


class Part(Template):
    """A template that remembers what it is for those that import it."""

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> TemplateModule:
        """The macros, for an import: those of the last import with the same root, where that makes no difference."""
        if not shared or vars is None or not self._alike:
            return super().make_module(vars, shared, locals)
        root = str(vars.get("SITEURL"))
        if (found := self._modules.get(root)) is None:
            found = self._modules[root] = super().make_module(vars, shared, locals)
        return found

    @cached_property
    def _modules(self) -> dict[str, TemplateModule]:
        return {}

    @cached_property
    def _alike(self) -> bool:
        return self.name is not None and alike(self.environment, self.name)


def alike(env: Environment, name: str) -> bool:
    """Whether a template holds nothing but macros that use nothing of a page, and imports only such templates."""
    try:
        return all(map(_uses_nothing, _with_imported(env, name)))
    except TemplateNotFound:
        return False


def _with_imported(env: Environment, name: str) -> Iterator[nodes.Template]:
    """A template and all that it imports. Raises TemplateNotFound."""
    seen, left = set[str](), [name]
    while left:
        name = left.pop()
        if name in seen or env.loader is None:
            continue
        seen.add(name)
        tree = env.parse(env.loader.get_source(env, name)[0])
        yield tree
        for other in meta.find_referenced_templates(tree):
            if other is None:
                raise TemplateNotFound(None)
            left.append(other)


def _uses_nothing(tree: nodes.Template) -> bool:
    filters, names = ALIKE
    return (
        all(isinstance(node, nodes.FromImport | nodes.Macro) or _is_text(node) for node in tree.body)
        and all(one.name in filters for one in tree.find_all(nodes.Filter))
        and not meta.find_undeclared_variables(tree) - names
    )


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(isinstance(one, nodes.TemplateData) for one in node.nodes)
