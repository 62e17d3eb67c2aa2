"""What cleaning makes of pasted HTML: looks become elements, and only elements are renamed."""

from __future__ import annotations

import pytest
from dateline.site.clean import clean

from .test_site_html import told


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        ('<b style="font-weight: normal" id="docs-internal-guid-7a"><p>One</p><p>Two</p></b>', "<p>One</p><p>Two</p>"),
        ('<strong style="font-weight:400">One</strong> <em style="font-style:normal">Two</em>', "One Two"),
        ('<b style="mso-bidi-font-weight:normal">One</b>', "<b>One</b>"),
        ('<p><span style="color:red;font-weight:700 !important">One</span>', "<p><span><b>One</b></span></p>"),
        ('<span STYLE="Font-Style: Italic; font-weight: bold">One</span>', "<span><b><i>One</i></b></span>"),
        ('<font style="font-style:oblique 10deg">One</font>', "<i>One</i>"),
        ('<p><span style="font-weight:bold">One<p>Two</p>', "<p><span><b>One</b></span></p><p>Two</p>"),
        ('<span style="font-weight:400;font-style:inherit">One</span>', "<span>One</span>"),
    ],
)
def test_what_is_bold_by_its_style_is_so_by_its_element(source: str, cleaned: str) -> None:
    """And what a word processor makes bold and not bold at once is not."""
    assert clean(source) == cleaned


@pytest.mark.parametrize(
    ("source", "cleaned"),
    [
        ('<p title="a<main>b">One</p>', '<p title="a&lt;main&gt;b">One</p>'),
        ("<p title='a <button> <video>'>One</p>", '<p title="a &lt;button&gt; &lt;video&gt;">One</p>'),
        ("<!-- <main>a</main> <input> -->One", "<!-- <main>a</main> <input> -->One"),
        ("1 &lt;main> 2", "1 &lt;main&gt; 2"),
        ("<main\nclass=a\n>One</main\n>", '<div class="a">One</div>'),
        ("<textarea>a <b></textarea>", "<div>a &lt;b&gt;</div>"),
    ],
)
def test_only_elements_are_renamed(source: str, cleaned: str) -> None:
    """Not what looks like one in an attribute, a comment or words."""
    assert clean(source) == cleaned


@pytest.mark.parametrize(
    "source",
    [
        "<xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom><w:Compat/></w:WordDocument></xml><p>One<o:p></o:p></p>",
        "<w:WordDocument><w:View>Normal</w:View></w:WordDocument><p>One</p>",
        "<xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>One",
        "<XML><m:mathPr><m:mathFont m:val='Cambria Math'/></m:mathPr></XML>One",
        "<w:Sdt DocPart=a><p>One</p></w:Sdt>",
        "<p><o:p>One</o:p></p>",
    ],
)
def test_what_a_word_processor_sets_is_not_shown(source: str) -> None:
    """What stands around words stays one with them."""
    assert told(clean(source)) == ["One"]
