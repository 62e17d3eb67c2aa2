"""Parts of templates: files of macros that others import, made once for all pages from which the site's root lies alike.

Jinja makes what is imported "with context" anew for each page that imports it, and for each part of that. Those that use
nothing of a page but where the site's root lies, which filters ask for, come out the same. What is not known to look at no
page (functions, filters and tests of a site's own) is taken for one that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound, meta, nodes
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.environment import TemplateModule
from jinja2.filters import FILTERS as JINJAS
from jinja2.tests import TESTS

from .filters import FILTERS

#: what Dateline's filters and functions ask of a page
ROOT = ("SITEURL", "DATELINE_PATH", "RELATIVE_URLS", "address", "date_locale")
#: filters that are given the name of another, or of a test
OTHERS = {"map", "select", "reject", "selectattr", "rejectattr"}
KNOWN = {name: of for name, of in {**JINJAS, **FILTERS}.items() if name not in OTHERS}
FUNCTIONS = {*DEFAULT_NAMESPACE, "_", "gettext", "ngettext", "remembered"}


class Part(Template):
    """A template that remembers what it is for those that import it."""

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> TemplateModule:
        """The macros, for an import: those of the last import with the same root, where that makes no difference."""
        if not shared or vars is None or not self._alike:
            return super().make_module(vars, shared, locals)
        root = {name: vars[name] for name in ROOT if name in vars}
        key = tuple(root.items())
        if (found := self._modules.get(key)) is None:
            found = self._modules[key] = super().make_module(root)  # with no more of the page, which it would hold
        return found

    @cached_property
    def _modules(self) -> dict[tuple[Any, ...], TemplateModule]:
        return {}

    @cached_property
    def _alike(self) -> bool:
        return self.name is not None and alike(self.environment, self.name)


def alike(env: Environment, name: str) -> bool:
    """Whether a template holds nothing but macros that use nothing of a page, and imports only such templates."""
    try:
        return all(_uses_nothing(env, tree) for tree in _with_imported(env, name))
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


def _uses_nothing(env: Environment, tree: nodes.Template) -> bool:
    names = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "load"}
    return (
        all(isinstance(node, nodes.FromImport | nodes.Macro) or _is_text(node) for node in tree.body)
        and all(one.name in KNOWN and env.filters.get(one.name) is KNOWN[one.name] for one in tree.find_all(nodes.Filter))
        and all(one.name in TESTS and env.tests.get(one.name) is TESTS[one.name] for one in tree.find_all(nodes.Test))
        and not (names & env.globals.keys() | meta.find_undeclared_variables(tree)) - FUNCTIONS
    )


def _is_text(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(isinstance(one, nodes.TemplateData) for one in node.nodes)
