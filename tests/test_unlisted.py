"""Events in no list: they have no page, unless one was published, and stand folded on their article's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from dateline.desk import Desk
from dateline.model import Kept
from dateline.site.pages.articles import each_article
from dateline.site.pages.events import each_event
from dateline.site.views import Views

from .views import event, views

SHOWN, REST = event("r1", "2021-06-17"), replace(event("r2"), listed=False)


def both(text: str = "all", kept: Sequence[Kept] = ()) -> Views:
    """The views of a listed event and one that is not; ``kept`` are those whose pages were published."""
    found = views([SHOWN, REST], text)
    return Views(found.timeline, found.articles, Desk(kept=tuple(kept)))


@pytest.mark.parametrize("kept", [[], [Kept("r2", "events/r2-ann-met-bob/", "a", "Ann met Bob r2.")]])
def test_a_page_is_made_of_what_is_listed_or_was_published(kept: list[Kept]) -> None:
    pages = [page.path for page in each_event(both(kept=kept))]
    assert pages == ["events/r1-ann-met-bob-r1/", *(one.url for one in kept)]


def test_it_stands_in_its_article() -> None:
    [found] = both().unlisted
    assert found.url.split("#")[0] == "articles/a/"


@pytest.mark.parametrize(("text", "beside"), [("all", ["r2"]), ("evidence", []), ("none", [])])
def test_what_else_an_article_tells_is_told_where_its_text_may_be(text: str, beside: list[str]) -> None:
    [page] = each_article(both(text=text))
    assert [view.id for view in page.context["beside"]] == beside
