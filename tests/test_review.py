"""The page for editors: what was set aside of the articles, as far as their texts may be published."""

from __future__ import annotations

import pytest
from dateline.corpus.timeline import timeline
from dateline.model import Article, Reading, TextSpan, Timeline
from dateline.site.pages import Page, review
from dateline.site.pages.review import IN_ALL, OF_ONE
from dateline.site.views import Views

from .casts import actor, articles
from .views import article_view

BYLINE, RAN, BUTTON = "By  Jane\nMarsh", "A ferry ran aground.", "Share this"


def article(id: str, *parts: tuple[str, str, str], genre: str = "news") -> Article:
    """An article of these parts, each with its kind and the rule that told it."""
    text, spans = "", []
    for kind, why, words in parts:
        spans.append(TextSpan(kind, len(text), len(text) + len(words), why))
        text += words + "\n"
    return Article(id, text, "2021-06-18", "Ferry aground", spans=tuple(spans), genre=genre)


def page(*articles: Article, text: str = "all") -> Page:
    """The page for editors of these articles."""
    seen = [article_view(Reading(one), f"<p>{one.text}</p>", text=text) for one in articles]
    [found] = review(Views(Timeline(same={one.id: {} for one in articles}), seen))
    return found


FERRY = article("ferry", ("byline", "byline", BYLINE), ("text", "", RAN), ("boilerplate", "button", BUTTON))


def test_what_was_set_aside_is_shown() -> None:
    """In the order of the text, its words in one line."""
    [found] = page(FERRY).context["aside"]
    assert [(one.kind, one.why, one.words) for one in found.shown] == [
        ("byline", "byline", "By Jane Marsh"),
        ("boilerplate", "button", "Share this"),
    ]


@pytest.mark.parametrize(
    ("why", "shown"), [pytest.param("title", [], id="title"), pytest.param("glued", ["Ferry aground"], id="in the text")]
)
def test_a_headline_is_shown_where_it_is_not_the_title(why: str, shown: list[str]) -> None:
    found = page(article("a", ("headline", why, "Ferry aground"), ("text", "", RAN))).context["aside"]
    assert [one.words for item in found for one in item.shown] == shown


@pytest.mark.parametrize("text", ["evidence", "none"])
def test_words_that_may_not_be_published_are_counted(text: str) -> None:
    [found] = page(FERRY, text=text).context["aside"]
    assert (list(found.shown), dict(found.counts)) == ([], {"byline": 1, "boilerplate": 1})


def test_an_article_of_which_nothing_was_set_aside_is_not_listed() -> None:
    found = page(article("a", ("text", "", RAN)))
    assert (found.context["aside"], found.context["unlisted"]) == ([], [])


def test_the_article_with_most_set_aside_comes_first() -> None:
    more = article("long", ("caption", "picture", "A ferry lies on the rocks off Bergen in the rain."))
    assert [one.article.id for one in page(FERRY, more).context["aside"]] == ["long", "ferry"]


def test_of_one_article_so_much_is_shown() -> None:
    [found] = page(article("a", *[("boilerplate", "button", BUTTON)] * (OF_ONE + 5))).context["aside"]
    assert (len(found.shown), found.total) == (OF_ONE, OF_ONE + 5)


@pytest.mark.parametrize("text", ["all", "none"])
def test_of_many_articles_the_last_are_counted(text: str) -> None:
    """Those of which only counts may be shown take room, too."""
    found = page(*[article(f"a{n:03}", ("byline", "byline", BYLINE)) for n in range(IN_ALL + 9)], text=text)
    assert (len(found.context["aside"]), len(found.context["unlisted"])) == (IN_ALL, 9)


def test_actors_of_whom_articles_disagree_are_doubts_of_one_kind() -> None:
    """Whatever it is that the articles say otherwise: kind and country stand under one heading."""
    casts = [[actor("Ada Bell", "person", country)] for country in ("GBR", "USA")]
    casts += [[actor("Milk Fair", kind)] for kind in ("thing", "organisation")]
    readings = articles(*(cast for cast in casts for _ in range(2)))
    line = timeline(readings)
    seen = [article_view(one, "<p></p>") for one in readings]
    [found] = review(Views(line, seen))
    groups = [(group["kind"], len(group["doubts"])) for group in found.context["groups"]]
    assert ("disagreement", 2) in groups
