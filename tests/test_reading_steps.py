"""Steps of a reader in a browser: one thing done is one step, and Back undoes it, in filters, search and comparing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]
HANDLES = "[data-slot=brush] input"
#: longer than the scripts wait for the next key
PAUSE = 400


def steps(tab: Page) -> int:
    """How many steps the tab's history has."""
    return int(tab.evaluate("history.length"))


def pressed(tab: Page, *keys: str) -> None:
    """Press keys, with a pause after each."""
    for key in keys:
        tab.keyboard.press(key)
        tab.wait_for_timeout(PAUSE)


def test_keys_on_the_sliders_are_one_step(tab: Page, served: str) -> None:
    """However slowly they are pressed, on both; the picture draws nearer when focus leaves them, and Back undoes all."""
    tab.goto(f"{served}timeline/")
    before, handle = steps(tab), tab.locator(HANDLES).first
    most = handle.get_attribute("max")
    handle.focus()
    pressed(tab, "End", "ArrowLeft", "ArrowRight", "Tab", "ArrowLeft", "ArrowRight")
    expect(tab).to_have_url(re.compile("from=2021&to=2021"))
    expect(tab.locator(".filters output")).to_contain_text(" of ")
    assert (steps(tab), handle.get_attribute("max")) == (before + 1, most)
    tab.keyboard.press("Enter")
    expect(handle).not_to_have_attribute("max", str(most))
    assert steps(tab) == before + 1
    tab.go_back()
    expect(tab).to_have_url(re.compile("timeline/$"))
    expect(tab.locator("[data-list]")).to_be_visible()
    expect(handle).to_have_attribute("max", str(most))


def test_each_run_of_keys_is_a_step_of_its_own(tab: Page, served: str) -> None:
    """After focus was elsewhere, or after Back, the next keys begin anew."""
    tab.goto(f"{served}timeline/")
    before, handle = steps(tab), tab.locator(HANDLES).first
    most = handle.get_attribute("max")
    handle.focus()
    pressed(tab, "End")
    tab.locator(".filters [name=q]").focus()
    expect(tab).to_have_url(re.compile("from=2021&to=2021"))
    expect(handle).not_to_have_attribute("max", str(most))
    wide = tab.url
    handle.focus()
    pressed(tab, "ArrowRight")
    expect(tab).not_to_have_url(wide)
    assert steps(tab) == before + 2
    tab.go_back()
    expect(tab).to_have_url(wide)
    tab.go_forward()
    expect(tab).not_to_have_url(wide)


def test_a_drag_of_a_slider_is_one_step(tab: Page, served: str) -> None:
    """The range that it ends at."""
    tab.goto(f"{served}timeline/")
    before, box = steps(tab), tab.locator(HANDLES).first.bounding_box()
    assert box
    tab.mouse.move(box["x"] + 8, box["y"] + box["height"] / 2)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2, steps=8)
    tab.mouse.up()
    expect(tab).to_have_url(re.compile("from=2021&to=2021"))
    assert steps(tab) == before + 1
    tab.go_back()
    expect(tab).to_have_url(re.compile("timeline/$"))


def test_searches_in_a_row_do_not_mix(tab: Page, served: str) -> None:
    """What is found is that of the last one, though the one before is still being answered."""
    tab.goto(f"{served}search/?q=harbour")
    results = tab.locator("[data-search] .results > li")
    expect(results.first).to_be_visible()
    tab.evaluate(
        """() => {
            const form = document.querySelector("[data-search] form");
            for (const words of ["Norway", "criticised"]) { form.elements.q.value = words; form.requestSubmit(); }
        }"""
    )
    expect(tab.locator("[data-search] output")).to_contain_text("criticised")
    lines = results.all_inner_texts()
    tab.wait_for_timeout(PAUSE)
    assert results.all_inner_texts() == lines
    assert len(set(lines)) == len(lines)
    alone = found_alone(tab, f"{served}search/?q=criticised")
    assert lines == alone


def found_alone(tab: Page, address: str) -> list[str]:
    """What a search finds in a tab of its own."""
    page = tab.context.new_page()
    page.goto(address)
    expect(page.locator("[data-search] .results > li").first).to_be_visible()
    expect(page.locator("[data-search] output")).to_contain_text("criticised")
    lines = page.locator("[data-search] .results > li").all_inner_texts()
    page.close()
    return lines


def test_back_shows_the_search_before(tab: Page, served: str) -> None:
    """With its words in the field; before the first there is nothing."""
    tab.goto(f"{served}search/")
    field, said = tab.locator("[data-search] [name=q]"), tab.locator("[data-search] output")
    for words in ("harbour", "criticised"):
        field.fill(words)
        field.press("Enter")
        expect(said).to_contain_text(words)
    tab.go_back()
    expect(said).to_contain_text("harbour")
    expect(field).to_have_value("harbour")
    tab.go_back()
    expect(tab.locator("[data-search] .results > li")).to_have_count(0)
    expect(field).to_have_value("")
    expect(said).to_have_text("")


def compared(tab: Page, one: str, other: str) -> None:
    """Ask for two."""
    tab.fill("[name=a]", one)
    tab.fill("[name=b]", other)
    tab.click("button:has-text('Compare')")


def test_a_name_that_nobody_has_is_said(tab: Page, served: str) -> None:
    """The lanes of the two before are gone, and Back shows them again."""
    tab.goto(f"{served}compare/")
    compared(tab, "Erna Solberg", "Mette Frederiksen")
    expect(tab.locator("[data-lane=both]").first).to_be_visible()
    compared(tab, "Erna Solberg", "Nobody Atall")
    expect(tab.locator("[data-compare] output")).to_have_text("No actor is called “Nobody Atall”.")
    expect(tab.locator("[data-lanes]")).to_be_hidden()
    expect(tab.locator("[data-pairs]")).to_be_visible()
    expect(tab.locator("[name=b]")).to_have_value("Nobody Atall")
    tab.go_back()
    expect(tab.locator("[data-lane=both]").first).to_be_visible()
    expect(tab.locator("[name=b]")).to_have_value("Mette Frederiksen")
    tab.go_back()
    expect(tab.locator("[data-lanes]")).to_be_hidden()
    expect(tab.locator("[name=a]")).to_have_value("")


def test_names_in_an_address_become_ids(tab: Page, served: str) -> None:
    """As of a form that was sent before the names were fetched; it is no step of its own."""
    tab.goto(f"{served}compare/?a=Erna+Solberg&b=%20mette%20frederiksen")
    expect(tab).to_have_url(f"{served}compare/?a=erna-solberg&b=mette-frederiksen")
    expect(tab.locator("[name=b]")).to_have_value("Mette Frederiksen")
    tab.goto(f"{served}compare/?a=erna-solberg&b=Nobody+Atall")
    expect(tab.locator("[data-compare] output")).to_contain_text("Nobody Atall")
    expect(tab).to_have_url(f"{served}compare/?a=erna-solberg&b=Nobody+Atall")
