"""Parts of templates: what is made once for all pages of a root, and what must be made anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dateline.layout import THEME
from dateline.site.filters import FILTERS
from dateline.site.parts import Part, alike
from jinja2 import DictLoader, Environment, FileSystemLoader, pass_context

CHIP = "{# An actor. #}\n{% macro chip(a) %}<a href='{{ a|href }}'>{{ _('who') }} {{ a|upper }}</a>{% endmacro %}\n"
PAGE = "{% from 'part' import shown with context %}{{ shown('x') }}"
MACRO = "{%% macro shown(a) %%}%s{%% endmacro %%}"


@pass_context
def look(context: Any, *_: object) -> str:
    return str(context.get("page_title"))


def environment(**templates: str) -> Environment:
    """With a function, a filter and a test of a site's own, each of which may look at the page."""
    env = Environment(loader=DictLoader(templates), autoescape=True)
    env.filters.update(FILTERS, mine=look, title=look)
    env.globals["look"] = env.tests["mine"] = look
    env.globals["_"] = str
    env.template_class = Part
    return env


@pytest.mark.parametrize(
    ("part", "same"),
    [
        (CHIP, True),
        ("{% from 'chip' import chip with context %}" + MACRO % "{{ chip(a) }}", True),
        (MACRO % "{{ page_title }}", False),
        (MACRO % "{{ a|mine }}", False),
        (MACRO % "{{ a|title }}", False),
        (MACRO % "{{ [a]|map('mine') }}", False),
        (MACRO % "{{ a is mine }}", False),
        (MACRO % "{{ look() }}", False),
        (MACRO % "{{ a is string }}{{ range(2)|length }}", True),
        ("{% from 'titled' import shown with context %}" + MACRO % "{{ shown(a) }}", False),
        ("{% from name import shown with context %}", False),
        ("{% from 'gone' import shown with context %}", False),
        ("{% set counter = cycler(1, 2) %}" + MACRO % "{{ counter.next() }}", False),
        ("{% import 'titled' as other with context %}" + MACRO % "x", False),
        ("{% extends 'chip' %}", False),
        ("{{ _('said') }}" + MACRO % "x", False),
        (MACRO % "{% include 'titled' %}", False),
    ],
)
def test_a_part_is_alike_on_all_pages_if_it_uses_nothing_of_one(part: str, same: bool) -> None:
    """Nothing that is set outside of macros, no variable, no filter that may look at one, nor in what it imports."""
    env = environment(part=part, chip=CHIP, titled=MACRO % "{{ page_title }}")
    assert alike(env, "part") is same


def test_a_root_has_its_own_links() -> None:
    env = environment(part=CHIP.replace("chip", "shown"), page=PAGE)
    roots = ("..", "../..", "..")
    pages = [env.get_template("page").render(SITEURL=r, DATELINE_PATH="", RELATIVE_URLS=False) for r in roots]
    assert [page.split("'")[1] for page in pages] == ["../x", "../../x", "../x"]
    assert len(env.get_template("part")._modules) == 2


def test_what_uses_a_page_is_made_anew() -> None:
    env = environment(part=MACRO % "{{ page_title }}", page=PAGE)
    assert [env.get_template("page").render(SITEURL="", page_title=title) for title in "ab"] == ["a", "b"]


def test_a_module_that_is_made_outside_of_an_import_is_new() -> None:
    env = environment(part=MACRO % "{{ a|href }}")
    made = [
        env.get_template("part").make_module({"SITEURL": root, "DATELINE_PATH": "", "RELATIVE_URLS": False}) for root in "ab"
    ]
    assert [str(one.shown("x")) for one in made] == ["a/x", "b/x"]


@pytest.mark.parametrize("part", sorted((THEME / "templates/parts").iterdir()), ids=lambda path: path.stem)
def test_the_parts_of_the_theme_use_nothing_of_a_page(part: Path) -> None:
    env = Environment(loader=FileSystemLoader(THEME / "templates"), extensions=["jinja2.ext.i18n"])
    env.filters.update(FILTERS)
    assert alike(env, f"parts/{part.name}")
