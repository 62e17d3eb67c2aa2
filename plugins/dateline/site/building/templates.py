"""What a template's pages depend on beside their contexts: its source, that of all it takes in, the settings it names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, meta

from .fingerprints import digest
from .inputs import of_settings


class Templates:
    """The templates of an environment, and the settings that they may name."""

    def __init__(self, env: Environment, settings: Mapping[str, Any]) -> None:
        self.env = env
        self.settings = settings
        self._read = cache(self._source)
        self.of = cache(self._of)

    def _of(self, name: str) -> bytes:
        """The fingerprint of a template. Raises TemplateNotFound."""
        names = self._closure(name)
        sources = [part for one in names for part in (one.encode(), self._read(one)[0].encode())]
        named = {setting for one in names for setting in self._read(one)[2] if setting in self.settings}
        return digest(*sources, of_settings(self.settings, named))

    def _closure(self, name: str) -> list[str]:
        """The template and all that it extends, includes or imports, by name; where a variable names one, all there are."""
        found, new = set(), {name}
        while new:
            found |= new
            asked = {other for one in new for other in self._read(one)[1]}
            new = (set(self.env.list_templates()) if None in asked else {a for a in asked if a}) - found
        return sorted(found)

    def _source(self, name: str) -> tuple[str, frozenset[str | None], frozenset[str]]:
        """A template's source, the templates and the variables that it names."""
        assert self.env.loader is not None
        source = self.env.loader.get_source(self.env, name)[0]
        tree = self.env.parse(source)
        return source, frozenset(meta.find_referenced_templates(tree)), frozenset(meta.find_undeclared_variables(tree))
