"""Importing pages with films and frames: what stands among the paragraphs is named as left out, in a line of the import."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline.importing.page.pages import page
from dateline.importing.sources.fragments import fragment

from .importing.working import work
from .test_importing_saved import BODY, URL, html


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (f"{BODY}<iframe src='https://films.example/1'></iframe>", ("https://films.example/1",)),
        (f"<div><div><iframe data-src='/film'></iframe></div></div>{BODY}", ("https://ness.example/film",)),
        (f"{BODY}<figure><video><source src='/a.mp4'><source src='/a.webm'></video></figure>", ("https://ness.example/a.mp4",)),
        (f"{BODY}<video src='blob:x'></video>", ("video",)),
        (f"{BODY}<iframe data-src='file:///a_files/saved_resource.html'></iframe>", ("iframe",)),
        (f"{BODY}<noscript><iframe src='https://count.example/'></iframe></noscript>", ()),
        (f"{BODY}<iframe src='https://count.example/' width=1 height=1></iframe>", ()),
        (f"{BODY}<iframe src='about:blank'></iframe>", ()),
        (f"<div>{BODY}</div><aside><p>Adverts</p><iframe src='https://ads.example/'></iframe></aside>", ()),
        (BODY, ()),
    ],
)
def test_what_a_text_plays_is_known(body: str, left: tuple[str, ...]) -> None:
    """Films and frames among its paragraphs, not what stands elsewhere on the page or is not seen."""
    assert page(html(body=f"<article>{body}</article>"), URL).left_out == left


def test_what_a_text_plays_is_named(tmp_path: Path) -> None:
    """The article is imported, and a line says what it lacks, and which letters a program before had lost."""
    films = "".join(f"<iframe src='https://films.example/{n}'></iframe>" for n in range(5))
    path = tmp_path / "a.html"
    path.write_text(html(body=BODY.replace("hand's", "hand\ufffds") + films), encoding="utf-8")
    tally, [line] = work([str(path)], tmp_path / "to")
    assert tally == {"imported": 1}
    assert line == (
        f"{path}: imported without what it plays (https://films.example/0, https://films.example/1, "
        "https://films.example/2 and 2 more): link to that in the text, if it matters; "
        "imported with signs that were lost before (1 \ufffd): put them right by hand"
    )


def test_a_piece_of_html_names_what_it_plays() -> None:
    """As posts and entries are."""
    piece = "<p>a</p><iframe src=/x></iframe><object data=/y><embed src=/z></object>"
    found = fragment(piece, URL)
    assert (found.text, found.left_out) == ("a", ("https://ness.example/x", "https://ness.example/y"))
