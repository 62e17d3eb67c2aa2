"""Importing the day of a page: its own words and address, what its head tells, and never a day that stands beside it."""

from __future__ import annotations

import pytest
from dateline.importing.page.pages import page
from dateline.importing.page.publication import day_of_address
from dateline.importing.words.moments import figures_told, moment_in

from .importing.pages import HEADLINE, TEXT, html, linked, meta

TOLD = "article__published_time"
BODY = f"{HEADLINE}{{}}{TEXT}"
OTHERS = "<ul><li>Fog <time datetime='2018-05-04'>x</time></li><li>Fair <time datetime='2018-05-03'>y</time></li></ul>"


def published(**tags: str) -> str:
    return meta(**{TOLD: next(iter(tags.values()))})


@pytest.mark.parametrize(
    ("stamp", "url", "words", "date"),
    [
        # the address
        ("2023-11-09T05:30:00Z", "https://x.example/2023/11/08/bridge", "", "2023-11-08"),
        ("2023-11-09T05:30:00Z", "https://x.example/2023/11/08/bridge", "<time datetime='2023-11-08 23:30:59'>x</time>",
         "2023-11-08T23:30:59"),
        ("2023-11-08T05:30:00Z", "https://x.example/2023/11/08/bridge", "", "2023-11-08T05:30:00+00:00"),
        ("2023-11-08T05:30:00Z", "https://x.example/2023/11/bridge", "", "2023-11-08T05:30:00+00:00"),
        # words one day from a stamp in UTC: it was another day where the paper is
        ("2023-11-09T05:30:00Z", "", "<p>Nov 8, 2023 11:30 pm</p>", "2023-11-08T23:30:00"),
        ("2015-03-11T22:00:00Z", "", "<p class='date'>12 March 2015</p>", "2015-03-12"),
        ("2015-01-05T00:10:00+10:00", "", "<p>January 4, 2015</p>", "2015-01-05T00:10:00+10:00"),
        # a stamp of the day on which the site was made anew
        ("2021-01-01T00:00:00Z", "", "<p>First published 17 August 2012</p>", "2012-08-17"),
        ("2021-01-01T00:00:00Z", "", "<time class='entry-date' datetime='2012-08-17'>17 August 2012</time>", "2012-08-17"),
        ("1970-01-01T00:00:00Z", "", "<p>3 May 2012</p>", "2012-05-03"),
        ("1970-01-01T00:00:00Z", "", "", ""),
        # days of something else
        ("2018-05-05T10:00:00Z", "", f"{TEXT}{OTHERS}", "2018-05-05T10:00:00+00:00"),
        ("2016-04-01T09:00:00Z", "", "<p><time datetime='2016-05-12'>12 May 2016</time>, hall</p>",
         "2016-04-01T09:00:00+00:00"),
        ("2015-01-05T09:00:00Z", "", "<p>4 April 1782</p>", "2015-01-05T09:00:00+00:00"),
        ("2015-01-05T09:00:00Z", "", "<p>The Long Bridge by Jo Ray, published 3 March 1998.</p>", "2015-01-05T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<p><time datetime='1944-07-02'>2 July 1944</time></p>", "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<p class='life-dates'>2 July 1944 – 1 April 2019</p>", "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<p>Since <time datetime='2019-02-01'>1 February</time> it has been shut.</p>",
         "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<dl class='film-meta'><dt>In cinemas</dt><dd>9 April 2019</dd></dl>",
         "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<figure class='published'><figcaption>The bridge, 9 April 2019</figcaption></figure>",
         "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<ul class='sometimes'><li>9 April 2018</li></ul>", "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<div class='author-meta'>Ann Lee <i>Joined 4 May 2011</i></div>",
         "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T09:00:00Z", "", "<p class='published'>Four years after the flood of 9 April 2015</p>",
         "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T15:00:00Z", "", "<p>9–11 April 2019</p>", "2019-04-10T15:00:00+00:00"),
        ("2019-04-10T03:00:00Z", "", "<p><span>By Ann Lee</span><span>April 9, 2019</span></p>", "2019-04-09"),
        ("2019-04-10T09:00:00Z", "", "<dl><dt>Published</dt><dd>2 July 1998</dd></dl>", "2019-04-10T09:00:00+00:00"),
        # a label that is not known
        ("2019-04-10T09:00:00Z", "", "<p>Freshened: 9 April 2019</p>", "2019-04-10T09:00:00+00:00"),
        # the hour of the stamp tells which day it may have been elsewhere
        ("2019-04-10T03:00:00Z", "", "<p>April 9, 2019</p>", "2019-04-09"),
        ("2019-04-10T15:00:00Z", "", "<p>April 9, 2019</p>", "2019-04-10T15:00:00+00:00"),
        ("2019-04-10T15:00:00Z", "", "<p>April 11, 2019</p>", "2019-04-11"),
        ("2019-04-10T03:00:00Z", "", "<p>April 11, 2019</p>", "2019-04-10T03:00:00+00:00"),
        ("2019-04-10", "", "<p>April 11, 2019</p>", "2019-04-10"),
        # eight figures in a row
        ("2019-04-10T09:00:00Z", "https://x.example/a/20170612/", "", "2019-04-10T09:00:00+00:00"),
        ("2019-04-10T03:00:00Z", "https://x.example/a/20190409/", "", "2019-04-09"),
        ("2019-04-10T09:00:00Z", "https://x.example/2017/06/12/bridge", "", "2017-06-12"),
    ],
)  # fmt: skip
def test_what_tells_the_day_is_weighed(stamp: str, url: str, words: str, date: str) -> None:
    """The address before the words, the words before a stamp of another zone or a later day; the time where the day has one."""
    assert page(html(published(at=stamp), BODY.format(words)), url).date == date


@pytest.mark.parametrize(
    ("lang", "body", "date"),
    [
        # what says that it is the day of publication, wherever it stands
        ("en", f"{HEADLINE}{TEXT}<p>Written: 3 May 2009</p><p>Copyright 2020</p>", "2009-05-03"),
        ("en", BODY.format("<dl><dt>Published</dt><dd>3 May 2009</dd></dl>"), "2009-05-03"),
        ("en", BODY.format("<p>Last updated: 6 May 2020 | Published: 4 May 2020</p>"), "2020-05-04"),
        ("en", BODY.format("<p>Published <time class='updated' datetime='2014-05-09'>May 9, 2014</time> May 6, 2014</p>"),
         "2014-05-06"),
        ("de", BODY.format("<p>Veröffentlicht am 3. Oktober 2013 von Max Ohm</p>"), "2013-10-03"),
        ("fr", BODY.format("<p>Mis à jour le 14 mars 2015 – Publié le 12 mars 2015 à 10h30</p>"), "2015-03-12T10:30:00"),
        ("sv", BODY.format("<p>Publicerad 2012-05-06 14:22 Uppdaterad 2012-05-07 10:00</p>"), "2012-05-06T14:22:00"),
        ("pt-BR", BODY.format("<p>Publicado em 09/03/2019 às 18h05</p>"), "2019-03-09T18:05:00"),
        ("de", BODY.format("<p>Letzte Änderung: 9.3.2019 | Erschienen: 7.3.2019</p>"), "2019-03-07"),
        ("da", BODY.format("<p>Opdateret 9. marts 2019, publiceret 7. marts 2019</p>"), "2019-03-07"),
        ("pl", BODY.format("<p>Publikacja: 7 marca 2019</p><p>Aktualizacja: 9 marca 2019</p>"), "2019-03-07"),
        ("tr", BODY.format("<p>Güncelleme: 9 Mart 2019 - Yayınlanma: 7 Mart 2019</p>"), "2019-03-07"),
        ("uk", BODY.format("<p>Оновлено 9 березня 2019</p><p>Опубліковано 7 березня 2019</p>"), "2019-03-07"),
        ("es", BODY.format("<p>Última actualización: 9 de marzo de 2019</p>"), ""),
        ("fr", BODY.format("<p>Dernière mise à jour : 09/03/2019 à 08:00</p>"), ""),
        ("en", BODY.format("<p>Date: 7 March 2019</p>"), "2019-03-07"),
        ("es", BODY.format("<p>Publicado: 7 de marzo de 2019, 6:05 p. m.</p>"), "2019-03-07T18:05:00"),
        ("ko", BODY.format("<p>입력 2019.03.07. 오후 6:05</p>"), "2019-03-07"),
        # what is marked as a date
        ("en", f"<article>{HEADLINE}<time datetime='2018-05-05T10:00:00Z'>3 days ago</time>{TEXT}</article>",
         "2018-05-05T10:00:00+00:00"),
        ("en", f"{HEADLINE}{TEXT}<footer class='entry-meta'>Posted in Town on June 3, 2012 by Jo</footer>", "2012-06-03"),
        ("es", BODY.format("<span class='fecha'>5 de marzo de 2014</span>"), "2014-03-05"),
        ("ru", BODY.format("<div class='date'>12 марта 2015</div>"), "2015-03-12"),
        ("ja", BODY.format("<p class='date'>2015年3月12日</p>"), "2015-03-12"),
        ("ja", BODY.format("<p>2019年3月9日 18時05分</p>"), "2019-03-09T18:05:00"),
        ("ru", BODY.format("<div class='submitted'>9 марта 2019, 18:05</div>"), "2019-03-09T18:05:00"),
        ("de", BODY.format("<p>9. Jänner 2019, 18:05 Uhr</p>"), "2019-01-09T18:05:00"),
        ("th", BODY.format("<p class='date'>9 มีนาคม 2562</p>"), ""),
        ("de", BODY.format("<p class='date'>vor 3 Stunden</p>"), ""),
        # what stands near the headline
        ("en", BODY.format("<div>Ann Lee</div><div>Jun 3, 2018 · 5 min read</div>"), "2018-06-03"),
        ("en", BODY.format("<p>FOR IMMEDIATE RELEASE: September 12, 2017</p>"), "2017-09-12"),
        ("en", BODY.format("<p><em>Riverton, 14 May 2011</em></p>"), "2011-05-14"),
        ("en", f"<article><header><p>3 June 2018</p>{HEADLINE}</header>{TEXT}</article>", "2018-06-03"),
        ("en", f"<p>Friday, 6 November 2020</p>{BODY.format('<p>By Ann Lee, 4 November 2020</p>')}", "2020-11-04"),
        # what stands beside the article
        ("en", f"<aside><time datetime='2011-01-01'>x</time></aside>{BODY.format('<p>5 May 2018</p>')}", "2018-05-05"),
        ("en", f"<div class='sidebar'>1 May 2010</div>{BODY.format('<p>5 May 2018</p>')}", "2018-05-05"),
        ("en", f"{HEADLINE}{TEXT}<div class='related-posts'><time datetime='2011-01-01'>x</time></div>", ""),
        ("en", f"{HEADLINE}{TEXT}<div id='comments'><p>Jo, posted 3 May 2011</p></div>", ""),
        ("en", f"<main><article>{HEADLINE}{TEXT}</article><article><h2>Fog</h2><p>1 May 2015</p></article></main>", ""),
        ("en", f"{HEADLINE}{TEXT}<blockquote>Posted: 1 May 2015</blockquote>", ""),
        ("en", BODY.format("<p>Born: 3 March 1950</p>"), ""),
        ("en", BODY.format("<p>On 3 March 2020 the bridge was shut for the third time in a year, and then again.</p>"), ""),
        ("en", f"<div>{BODY.format('<p>5 May 2018</p>')}</div><div>{OTHERS}</div>", "2018-05-05"),
        ("en", f"<div>{OTHERS}</div><div>{BODY.format('<p>5 May 2018</p>')}</div>", "2018-05-05"),
        ("en", f"<div class='current-date'>9 March 2019</div>{HEADLINE}{TEXT}<p>Posted: 7 March 2019</p>", "2019-03-07"),
        ("en", BODY.format("<p class='event-date'>9 March 2019</p>"), ""),
        # dates of figures
        ("en-GB", BODY.format("<p class='date'>03/05/11</p>"), "2011-05-03"),
        ("de", BODY.format("<p class='date'>03.05.11</p>"), "2011-05-03"),
        ("cs", BODY.format("<p class='date'>3. 5. 2011</p>"), "2011-05-03"),
        ("ja", BODY.format("<p class='date'>03/05/11</p>"), ""),
        ("en-US", BODY.format("<p class='date'>03/05/2011</p>"), "2011-03-05"),
        ("en-GB", BODY.format("<p class='date'>03/05/2011</p>"), "2011-05-03"),
        ("fr", BODY.format("<p class='date'>03/05/2011</p>"), "2011-05-03"),
        ("en", BODY.format("<p class='date'>03/05/2011</p>"), ""),
        ("en", BODY.format("<p class='date'>25/05/2011</p>"), "2011-05-25"),
    ],
)  # fmt: skip
def test_the_day_is_the_article_s_own(lang: str, body: str, date: str) -> None:
    """Labels, marks, and nearness to the headline tell it; sidebars, comments and other articles do not."""
    assert page(html("", body, lang=lang)).date == date


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (linked(datePublished="2018-02-02", comment=[{"@type": "Comment", "datePublished": "2017-01-01"}]), "2018-02-02"),
        ('<script type="application/ld+json">{"@type": "Article", "datePublished": "2014-04-04", "x": "a "b" c"}</script>',
         "2014-04-04"),
        (linked(headline="Fog", url="https://x.example/fog", datePublished="2010-01-01"), ""),
        (linked(datePublished="2014-04-04") + meta(**{TOLD: "2014-04-04T10:00:00+02:00"}), "2014-04-04T10:00:00+02:00"),
        (linked(**{"@type": "WebPage", "url": "https://x.example/bridge", "datePublished": "2014-04-04"}), "2014-04-04"),
        (linked(**{"@type": "WebPage", "headline": "Fog", "datePublished": "2014-04-04"}), ""),
        (linked(datePublished="2014-04-04").replace('"', "&quot;").replace("=&quot;", '="').replace("&quot;>", '">'),
         "2014-04-04"),
        (linked(headline="Fog on the moor", datePublished="2010-01-01"), "2010-01-01"),
        (linked(headline="Fog on the moor", datePublished="2010-01-01") + meta(**{TOLD: "2014-04-04"}), "2014-04-04"),
    ],
)  # fmt: skip
def test_data_of_the_article_tell_the_day(head: str, date: str) -> None:
    """Broken as they may be; those of another article do not."""
    assert page(html(f'<link rel="canonical" href="https://x.example/bridge">{head}')).date == date


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2014/03/05/bridge", "2014-03-05"),
        ("https://x.example/news/2014-03-05-bridge.html", "2014-03-05"),
        ("https://x.example/a/20140305/bridge", "2014-03-05"),
        ("https://x.example/a/20149905/bridge", ""),
        ("https://x.example/2014/02/31/bridge", ""),
        ("https://x.example/a/201403051", ""),
    ],
)
def test_an_address_tells_a_day(url: str, day: str) -> None:
    """A whole one that there is."""
    assert day_of_address(url) == day


@pytest.mark.parametrize(
    ("text", "lang", "date"),
    [
        ("12 mars 2015", "fr", "2015-03-12"),
        ("12. März 2015, 17:40", "de", "2015-03-12T17:40:00"),
        ("mars 2015", "fr", ""),
        ("12 mars", "fr", ""),
        ("12 mars 2015", "xx", ""),
        ("12. mars 2015", "no", "2015-03-12"),
        ("il y a 3 heures", "fr", ""),
        ("12 มีนาคม 2558", "th", ""),
    ],
)
def test_a_date_in_another_language_is_read(text: str, lang: str, date: str) -> None:
    """Where day, month and year are told."""
    assert moment_in(text, lang) == date


@pytest.mark.parametrize(
    ("text", "day_first", "told"),
    [
        ("05/08/2020", None, ""),
        ("05/08/2020", True, "2020-08-05"),
        ("05/08/2020", False, "2020-05-08"),
        ("13/08/2020", False, "2020-08-13"),
        ("8.5.2020", None, "2020-05-08"),
        ("99/99/2020", True, "99/99/2020"),
        ("8.5.20", None, "2020-05-08"),
        ("8. 5. 2020", None, "2020-05-08"),
        ("8 / 5 / 20", True, "2020-05-08"),
        ("5/8/20", False, "2020-05-08"),
        ("5/8/20", None, ""),
        ("20-05-08", True, ""),
        ("1.2.1998", None, "1998-02-01"),
        ("3.4.88", None, "1988-04-03"),
        ("2020/5/8", None, "2020-05-08"),
        ("2020년 5월 8일", None, "2020-05-08"),
        ("on 10.20.30.40", True, "on 10.20.30.40"),
    ],
)
def test_figures_mean_one_day_or_none(text: str, day_first: bool | None, told: str) -> None:
    """What may mean two days is left out where the order is not known."""
    assert figures_told(text, day_first) == told
