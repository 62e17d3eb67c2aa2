"""Importing pages that stand before an article, and none of the articles that look like them."""

from __future__ import annotations

import pytest
from dateline.importing.found import Refused
from dateline.importing.page.pages import page

from .test_importing_saved import BODY, HEAD, PARAGRAPHS, html

CHECK = "<p>This may take a few seconds. Then you will be led on to the page that you have asked for. Ray: 7f3a"


@pytest.mark.parametrize(
    "text",
    [
        f"<title>Just a moment...</title><h1>ness.example</h1>{CHECK}",
        "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
        "<title>ness.example</title><h1>Pardon Our Interruption…</h1><p>As you were browsing something made us think.",
        f"<title>Nur einen Moment…</title>{CHECK}",
        f"<title>Zugriff verweigert – Ness-Kurier</title>{CHECK}",
        f"<title>Ness Kurier | Sicherheitsüberprüfung</title>{CHECK}",
        f"<title>Veuillez patienter…</title>{CHECK}",
        f"<title>Só um momento…</title>{CHECK}",
        f"<title>Even geduld a.u.b.</title>{CHECK}",
        f"<title>Chwileczkę…</title>{CHECK}",
        f"<title>Пожалуйста, подождите...</title>{CHECK}",
        f"<title>请稍候…</title>{CHECK}",
        f"<title>しばらくお待ちください...</title>{CHECK}",
        "<title>Before you continue - The Ness Courier</title><p>We and our partners store cookies." + " Choose." * 90,
        f"<title>Bevor Sie zu Nesstube weitergehen</title>{CHECK}",
        f"<title>Voordat je verdergaat naar Nesstube</title>{CHECK}",
        f"<title>Nessmedia Privacy Gate</title>{CHECK}",
        f"<title>ness online: Cookies & Tracking</title>{CHECK}",
        f"<title>NESS ONLINE | ness.example mit Werbung oder im Abo</title>{CHECK}",
        f"<title>403 Forbidden</title><h1>403 Forbidden</h1>{CHECK}",
        f"<title>Seite nicht gefunden | Ness-Kurier</title>{CHECK}",
        f"<title>Page introuvable - Courrier de Ness</title>{CHECK}",
        f"<title>Subscribe to continue reading | The Ness Courier</title>{CHECK}",
        "<title>Quay closed</title><script>window._cf_chl_opt = {}</script>" + BODY,
        "<title>ness.example</title><script>var dd={'host':'geo.captcha-delivery.com'}</script>" + CHECK,
        "<title>ness.example</title><script src='https://ct.captcha-delivery.com/c.js'></script>" + BODY,
        "<title>x</title><form action='https://consent.yahoo.com/v2/collectConsent?x=1'></form>" + BODY,
        "<title>x</title><div id=px-captcha-wrapper></div>" + CHECK,
        '<title>Privacy settings</title><script type=\'application/ld+json\'>{"@type": "WebSite"}</script>' + CHECK,
    ],
)
def test_a_page_in_the_place_of_an_article_is_none(text: str) -> None:
    """A check for robots, a request for consent, an error; told by title or markup."""
    with pytest.raises(Refused, match="it is a check for robots, a request for consent or an error"):
        page(f"<html><head></head><body>{text}")


@pytest.mark.parametrize("host", ["consent.yahoo.com", "consent.google.com"])
def test_a_host_of_consent_has_no_articles(host: str) -> None:
    """Whatever the page says."""
    with pytest.raises(Refused, match="request for consent"):
        page(html(), f"https://{host}/m?continue=x")


@pytest.mark.parametrize(
    "text",
    [
        html(HEAD.replace("Quay closed", "Access denied")),
        html("<title>Access denied</title>", f"<article><h1>Access denied</h1>{BODY}</article>"),
        html("<title>Just a moment: how the quay sank</title>"),
        html("<title>Security check</title>", BODY + BODY.replace("quay", "dock") * 12),
        html("<title>One moment - The Ness Courier</title><meta property=og:type content=article>"),
        html("<title>Not found</title><meta name=author content='Ada Moor'>"),
        html("<title>Please wait</title><meta name=date content=2020-05-05>"),
        html("<title>Verification required for ferries</title>"),
        html("<title>Quay closed</title>", f"<div id=banner><h1>We value your privacy</h1></div>{BODY}"),
        html(body=f"{BODY}<p>A script on the site of the town sets <code>_cf_chl_opt</code> and asks captcha-delivery.com."),
        html(body=f"{BODY}<script>window._cf_chl_opt = {{}}</script>"),
    ],
)
def test_an_article_of_such_a_title_or_with_such_words_is_one(text: str) -> None:
    """Where its markup, its length or the rest of its title tells; what a text says about such pages makes it none."""
    assert PARAGRAPHS[0] in page(text).text
