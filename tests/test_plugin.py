"""What the plugin spares Pelican."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from dateline.site.plugin import spare_lists
from pelican.generators import ArticlesGenerator

MAKERS = {"CATEGORY": "generate_categories", "TAG": "generate_tags", "AUTHOR": "generate_authors"}


@pytest.mark.parametrize("kind", MAKERS)
def test_lists_are_looked_for_only_where_pages_show_them(kind: str) -> None:
    """The others write nothing, under the names that Pelican calls."""
    settings = {f"{one}_SAVE_AS": "{slug}.html" if one == kind else "" for one in MAKERS}
    written: list[str] = []
    makers = {name: lambda write, one=one: write(one) for one, name in MAKERS.items()}
    generator = SimpleNamespace(settings=settings, **makers)
    spare_lists(generator)
    for name in MAKERS.values():
        assert hasattr(ArticlesGenerator, name)
        getattr(generator, name)(written.append)
    assert written == [kind]
