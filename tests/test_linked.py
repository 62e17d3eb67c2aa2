"""JSON-LD: what search engines are told of articles and events, and that no text breaks out of it."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from dateline.site import linked
from hypothesis import given
from hypothesis import strategies as st

from .exported import AT_HOME, PUBLISHED, article, views


def test_a_news_article_says_who_wrote_it_and_who_shows_it() -> None:
    """The source stands apart from the site."""
    found = linked.news_article(article(location="Oslo"), PUBLISHED)
    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour & home",
        "datePublished": "2021-06-18",
        "url": "https://example.org/repo/articles/harbour/",
        "author": {"@type": "Person", "name": "Ann"},
        "publisher": {"@type": "Organization", "name": "Fjord & Sound", "url": "https://example.org/repo/"},
        "sourceOrganization": {"@type": "Organization", "name": "Test Gazette"},
        "isBasedOn": "https://example.com/a",
        "inLanguage": "en",
    }


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("2021-07-01", "2021-07-01"), ("2021-07-01T10:00:00", "2021-07-01T10:00:00+02:00"),
        ("2021-01-01T10:00:00", "2021-01-01T10:00:00+01:00"), ("2021-07-01T10:00:00+00:00", "2021-07-01T10:00:00+00:00"),
    ],
)  # fmt: skip
def test_a_time_has_its_zone(iso: str, told: str) -> None:
    """That of the site where it has none of its own, as feeds have it; a day is no time."""
    found = linked.news_article(article(modified=iso, published=iso), {**PUBLISHED, "TIMEZONE": "Europe/Berlin"})
    assert (found["datePublished"], found["dateModified"]) == (told, told)


def test_a_change_of_an_article_is_told() -> None:
    """On its own page, and where an event names it."""
    seen = views(modified="2021-07-01")
    assert linked.news_article(seen.by_article["harbour"], PUBLISHED)["dateModified"] == "2021-07-01"
    assert linked.event(seen.by_id["day"], PUBLISHED)["subjectOf"][0]["dateModified"] == "2021-07-01"


@pytest.mark.parametrize(
    ("id", "start", "end"),
    [
        ("day", "2021-06-17", None),
        ("month", "2021-02", None),
        ("range", "2019-03-03", "2019-04-10"),
        ("bc", "-0043-03-15", None),
        ("undated", None, None),
    ],
)
def test_an_event_has_dates_as_precise_as_known(id: str, start: str | None, end: str | None) -> None:
    """An end only where it is not the beginning."""
    found = linked.event(views().by_id[id], PUBLISHED)
    assert (found.get("startDate"), found.get("endDate")) == (start, end)


def test_an_event_says_who_and_which_articles() -> None:
    """Actors by what they are; articles once each; what did not happen says so."""
    found = linked.event(views().by_id["day"], PUBLISHED)
    assert [(one["@type"], one["name"]) for one in found["about"]] == [("Person", "Erna Solberg"), ("Place", "Denmark")]
    assert [one["headline"] for one in found["subjectOf"]] == ["Harbour & home", "Ferry"]
    assert linked.event(views().by_id["year"], PUBLISHED)["keywords"][1:] == ["denied"]


@pytest.mark.parametrize("settings", [PUBLISHED, AT_HOME])
def test_urls_stand_where_the_site_has_an_address(settings: dict[str, str]) -> None:
    """Read from disk, it has none; and nothing is ever empty."""
    seen = views()
    for data in (
        linked.site(settings),
        linked.event(seen.by_id["bare"], settings),
        linked.news_article(seen.articles[0], settings),
    ):
        assert ("url" in data) == (settings is PUBLISHED)
        assert "" not in data.values()
        assert ('"https://example.org' in linked.script(data)) == (settings is PUBLISHED)


class Scripts(HTMLParser):
    """The contents of a script, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.one_of(st.text(), st.sampled_from(["</script>", "<!--", "<script", "]]>", "&lt;/script&gt;", "\u2028"])))
def test_no_text_breaks_out_of_a_script(text: str) -> None:
    """Whatever a headline says, the script ends where it should, and says the same."""
    said = linked.script({"headline": text, text: [text]})
    parser = Scripts()
    parser.feed(f'<script type="application/ld+json">{said}</script><p>')
    parser.close()
    assert parser.tags == ["script", "p"]
    assert json.loads(parser.text) == {"headline": text, text: [text]}
    assert not set(said) & set("<>&\u2028\u2029")
