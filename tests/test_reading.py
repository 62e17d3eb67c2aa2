"""Reading in a browser: filters and their address, the brush, comparing, marks, search, keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]
SUMMARY = "[data-results] [data-slot=summary]"


def found(tab: Page) -> list[str]:
    """The lines of the events that a filter found."""
    expect(tab.locator(".filters output")).to_contain_text(" of ")
    return tab.locator(SUMMARY).all_inner_texts()


def tick(tab: Page, facet: str, label: str) -> None:
    """Choose a value of a facet."""
    box = tab.locator(f"[data-facet={facet}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.get_by_label(label).check()


def opened(tab: Page, address: str) -> Page:
    """The tab at an address, with its filters open and their values drawn, which they are once the events were fetched."""
    tab.goto(address)
    if tab.locator(".filter-panel[open]").count() == 0:
        tab.click(".filter-panel > summary")
    expect(tab.locator("[data-facet=actor]")).to_be_visible()
    expect(tab.locator("[data-facet=actor] ul li")).not_to_have_count(0)
    return tab


def test_a_filter_stands_in_the_address(tab: Page, served: str, browser: Browser) -> None:
    """By actor, type and range; the address opened anew shows the same events."""
    opened(tab, f"{served}timeline/")
    tick(tab, "actor", "Erna Solberg")
    tick(tab, "type", "Talks")
    tab.fill("[name=from]", "2021-06")
    tab.fill("[name=to]", "2021-06")
    expect(tab).to_have_url(re.compile(r"\?.*actor=erna-solberg.*type=CONSULT.*from=2021-06.*to=2021-06"))
    lines = found(tab)
    assert any("met Mette Frederiksen" in line for line in lines)
    again = browser.new_page()
    again.goto(tab.url)
    assert found(again) == lines
    again.close()


def test_back_undoes_one_step(tab: Page, served: str) -> None:
    """And forward does it again; without a filter the page is as it was written."""
    opened(tab, f"{served}timeline/")
    tick(tab, "actor", "Erna Solberg")
    expect(tab.locator(".filters output")).to_contain_text(" of ")
    wider = found(tab)
    tick(tab, "type", "Talks")
    expect(tab).to_have_url(re.compile("type=CONSULT"))
    expect(tab.locator(SUMMARY)).not_to_have_count(len(wider))
    tab.go_back()
    expect(tab.locator(SUMMARY)).to_have_count(len(wider))
    expect(tab.locator("[data-facet=type] ul input:checked")).to_have_count(0)
    tab.go_back()
    expect(tab.locator("[data-results]")).to_be_hidden()
    expect(tab.locator("[data-list]")).to_be_visible()


def test_the_address_alone_says_what_is_chosen(tab: Page, served: str) -> None:
    """After Back with the panel closed nothing is ticked; what is typed is one step; a date that is none counts for nothing."""
    opened(tab, f"{served}timeline/")
    tick(tab, "actor", "Erna Solberg")
    expect(tab.locator(".filters output")).to_contain_text(" of ")
    tab.click(".filter-panel > summary")
    tab.go_back()
    expect(tab.locator("[data-list]")).to_be_visible()
    expect(tab.locator("[data-facet=actor] ul input:checked")).to_have_count(0)
    tab.click(".filter-panel > summary")
    tab.locator(".filters [name=q]").press_sequentially("met mette", delay=250)
    expect(tab).to_have_url(re.compile("q=met.mette"))
    tab.go_back()
    expect(tab).to_have_url(re.compile(r"timeline/$"))
    expect(tab.locator(".filters [name=q]")).to_have_value("")
    tab.goto(f"{served}timeline/?from=2021-6")
    expect(tab.locator("[data-list]")).to_be_visible()


def test_values_stand_with_their_counts_the_most_frequent_first(tab: Page, served: str) -> None:
    """And the numbers are those of the events that each would leave."""
    opened(tab, f"{served}timeline/")
    tab.click("[data-facet=actor] summary")
    counts = [int(text) for text in tab.locator("[data-facet=actor] li span").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    tab.locator("[data-facet=actor] ul input").first.check()
    assert len(found(tab)) == counts[0]


def test_any_of_two_actors_or_both_together(tab: Page, served: str) -> None:
    """ "All together" leaves the events that both take part in."""
    tab.goto(f"{served}timeline/?actor=erna-solberg&actor=denmark")
    either = found(tab)
    tab.click("[data-facet=actor] summary")
    tab.get_by_label("all together").check()
    expect(tab).to_have_url(re.compile("who=all"))
    both = found(tab)
    assert 0 < len(both) < len(either)


def test_a_range_finds_what_overlaps_it(tab: Page, served: str) -> None:
    """A year lies in any month of it."""
    tab.goto(f"{served}timeline/?from=1807-03&to=1807-03")
    assert len(found(tab)) == 1


def test_a_word_finds_its_events(tab: Page, served: str) -> None:
    """Typed into the form."""
    opened(tab, f"{served}timeline/")
    tab.fill(".filters [name=q]", "harbour attacked")
    expect(tab).to_have_url(re.compile("q=harbour"))
    assert len(found(tab)) == 1


def test_filters_work_from_disk(browser: Browser, site: Path) -> None:
    """Without a server."""
    page = browser.new_page()
    page.goto(f"{(site / 'timeline/index.html').as_uri()}?actor=erna-solberg")
    lines = found(page)
    assert lines
    page.locator(f"{SUMMARY} a").first.click()
    expect(page.locator("h1")).to_have_text(lines[0])
    page.close()


def test_a_page_filters_its_own_events(tab: Page, served: str) -> None:
    """The page of an actor counts that actor's, the page of a year that year's."""
    tab.goto(f"{served}actors/erna-solberg/?sure=25")
    found(tab)
    told = tab.locator(".filters output").inner_text().split()[2]
    assert f"{told} events" in tab.locator(".page-head").inner_text()


def test_the_brush_is_moved_by_keys(tab: Page, served: str) -> None:
    """The range that it leaves stands in the address and in the list."""
    tab.goto(f"{served}timeline/")
    handle = tab.locator("[data-slot=brush] input").first
    handle.focus()
    tab.keyboard.press("End")
    expect(tab).to_have_url(re.compile("from=2021&to=2021"))
    assert all("1807" not in line for line in found(tab))
    expect(handle).to_have_attribute("aria-valuetext", re.compile("."))
    tab.get_by_role("button", name="All the time").click()
    expect(tab.locator("[data-list]")).to_be_visible()


def test_the_brush_is_drawn_by_pointer(tab: Page, served: str) -> None:
    """A drag over the picture chooses a range and does not follow a bar's link; a click on a bar does."""
    tab.goto(f"{served}timeline/")
    box = tab.locator("[data-slot=all]").bounding_box()
    assert box
    tab.mouse.move(box["x"] + box["width"] - 4, box["y"] + 40)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] - 60, box["y"] + 40, steps=4)
    tab.mouse.up()
    expect(tab).to_have_url(re.compile("timeline/\\?from="))
    tab.goto(f"{served}timeline/")
    tab.mouse.click(box["x"] + box["width"] - 10, box["y"] + 80)
    expect(tab).to_have_url(re.compile("timeline/2021/"))


def test_two_actors_beside_each_other(tab: Page, served: str) -> None:
    """What both take part in stands between them; the address says who."""
    tab.goto(f"{served}compare/")
    tab.fill("[name=a]", "Erna Solberg")
    tab.fill("[name=b]", "Mette Frederiksen")
    tab.click("button:has-text('Compare')")
    expect(tab).to_have_url(re.compile("a=erna-solberg&b=mette-frederiksen"))
    expect(tab.locator("[data-lane=both]").first).to_contain_text("met Mette Frederiksen")
    expect(tab.locator("[data-lanes] svg")).to_have_count(3)


def test_marks_are_switched_off(tab: Page, served: str) -> None:
    """Each kind by itself; Back switches it on again."""
    tab.goto(f"{served}articles/norway-and-denmark-sign-harbour-treaty/")
    actor, day = tab.locator("a.m-actor").first, tab.locator("time.m-date").first
    expect(actor).to_have_css("text-decoration-line", "underline")
    tab.get_by_role("button", name="an actor").click()
    expect(actor).to_have_css("text-decoration-line", "none")
    expect(day).to_have_css("text-decoration-line", "underline")
    tab.go_back()
    expect(actor).to_have_css("text-decoration-line", "underline")


def test_search_finds_an_event_by_a_word_of_its_sentence(tab: Page, served: str) -> None:
    """The result says its kind and shows the sentence; it leads to the event."""
    tab.goto(f"{served}search/?q=criticised")
    result = tab.locator(".results li", has_text="Event").first
    expect(result).to_contain_text("3 March 2019")
    expect(result.locator("mark")).to_have_text("criticised")
    result.locator("a").click()
    expect(tab.locator("h1")).to_contain_text("criticised Denmark")


def test_j_and_k_go_through_a_list(tab: Page, served: str) -> None:
    """Where focus is in it."""
    tab.goto(f"{served}timeline/2021/")
    lines = tab.locator("[data-slot=summary] a")
    lines.first.focus()
    tab.keyboard.press("j")
    expect(lines.nth(1)).to_be_focused()
    tab.keyboard.press("k")
    expect(lines.first).to_be_focused()
