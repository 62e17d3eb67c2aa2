"""Typed spans: running text is told from what an editor would cut, wherever in a text it stands."""

from __future__ import annotations

import itertools

import pytest
from dateline.model import SET_ASIDE, Article, Block, TextSpan
from dateline.text.heads import author
from dateline.text.spans import typed
from hypothesis import given
from hypothesis import strategies as st

RAN = "A ferry ran aground off Bergen, the coast guard said."
MORE = "Nobody was hurt when it struck the rocks."


def spans(text: str, title: str = "") -> list[tuple[str, str]]:
    """Each span's kind and words, but those of running text."""
    found = typed(Article("a", text, "2020-05-08", title=title)).spans
    return [(span.kind, text[span.start : span.end]) for span in found if span.kind != "text"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"OSLO (Reuters) - {RAN}", "OSLO (Reuters) -"),
        (f"OSLO/BERGEN (Gazette) – {RAN}", "OSLO/BERGEN (Gazette) –"),
        (f"BERGEN, Norway (AP)_ {RAN}", "BERGEN, Norway (AP)_"),
        (f"OSLO, May 8 (Xinhua) --\n\n{RAN}", "OSLO, May 8 (Xinhua) --"),
        (f"OSLO, May 8 - {RAN}", "OSLO, May 8 -"),
        (f"Bergen, Norway (CNN) -- {RAN}", "Bergen, Norway (CNN) --"),
        (f"(CNN) -- {RAN}", "(CNN) --"),
        (f"BERGEN — {RAN}", "BERGEN —"),
        (f"PORT ELLEN, Scotland _\n\n{RAN}", "PORT ELLEN, Scotland _"),
        (f"OSLO | Fri May 8, 2020 4:23 pm EST {RAN}", "OSLO | Fri May 8, 2020 4:23 pm EST"),
    ],
)
def test_a_place_line_is_found(text: str, found: str) -> None:
    assert spans(text) == [("dateline", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"By Jane Marsh and John Reed, Science Editor\n{RAN}", "By Jane Marsh and John Reed, Science Editor"),
        (f"From Jane Marsh in Oslo\n\n{RAN}", "From Jane Marsh in Oslo"),
        (f"By JANE MARSH\n{RAN}", "By JANE MARSH"),
        (f"Article by\nJane Marsh\n{RAN}", "Article by\nJane Marsh"),
        (f"By the Gazette Wire Staff {RAN}", "By the Gazette Wire Staff"),
        (f"By Jane Marsh, CNN Troops left Oslo in May. {RAN}", "By Jane Marsh, CNN"),
        (f"By Jane Marsh, CNN During the night it rained. {RAN}", "By Jane Marsh, CNN"),
        (f"Jane Marsh\njane.marsh@example.org\n{RAN}", "Jane Marsh\njane.marsh@example.org"),
        (f"Staff Reporter\n{RAN}", "Staff Reporter"),
    ],
)
def test_a_byline_is_found(text: str, found: str) -> None:
    assert spans(text) == [("byline", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Friday 8 May 2020 23.24 BST {RAN}", "Friday 8 May 2020 23.24 BST"),
        (f"8 May 2020 Last updated at 14:59 GMT {RAN}", "8 May 2020 Last updated at 14:59 GMT"),
        (f"Updated 3:14 PM ET, Fri May 8, 2020\n{RAN}", "Updated 3:14 PM ET, Fri May 8, 2020"),
        (f"Posted on May 8, 2020 {RAN}", "Posted on May 8, 2020"),
        (f"May 8, 2020\n\n{RAN}", "May 8, 2020"),
        (f"May 8, 2020 | {RAN}", "May 8, 2020 |"),
        (f"{RAN} (Updated at 11:20 a.m. ET, 6:20 p.m. local time) {MORE}", "(Updated at 11:20 a.m. ET, 6:20 p.m. local time)"),
        (f"10.42am: {RAN}", "10.42am:"),
        (f"{RAN} 1532 GMT: {MORE}", "1532 GMT:"),
        (f"{RAN}\nRead more: What the ferry carried\n{MORE}", "Read more: What the ferry carried"),
        (f"{RAN} Click here to see the pictures. {MORE}", "Click here to see the pictures."),
        (f"{RAN}\nShare this\n{MORE}", "Share this"),
        (f"{RAN} Sign up for our newsletter. {MORE}", "Sign up for our newsletter."),
        (f"{RAN} Follow us on Twitter. {MORE}", "Follow us on Twitter."),
        (f"Media playback is unsupported on your device {RAN}", "Media playback is unsupported on your device"),
        (f"{RAN} pic.twitter.com/ab12CD {MORE}", "pic.twitter.com/ab12CD"),
        (f"{RAN}\nCorrection: The ferry has two decks.\n{MORE}", "Correction: The ferry has two decks."),
        (f"{RAN} This article was amended on 9 May 2020. {MORE}", "This article was amended on 9 May 2020."),
        (f"Editor's note: Names were changed. {RAN}", "Editor's note: Names were changed."),
        (f"(Adds quotes) {RAN}", "(Adds quotes)"),
        (f"{RAN}\nnews@example.org\n{MORE}", "news@example.org"),
    ],
)
def test_what_a_page_says_of_itself_is_found(text: str, found: str) -> None:
    assert spans(text) == [("boilerplate", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{RAN} (Reporting by Jane Marsh; Editing by John Reed)", "(Reporting by Jane Marsh; Editing by John Reed)"),
        (f"{RAN}\nReporting by Jane Marsh; Editing by John Reed", "Reporting by Jane Marsh; Editing by John Reed"),
        (f"{RAN} John Reed contributed to this report.", "John Reed contributed to this report."),
        (f"{RAN}\n© 2020 The Gazette", "© 2020 The Gazette"),
        (f"{RAN} — Jane Marsh (@janem) May 8, 2020 {MORE}", "— Jane Marsh (@janem) May 8, 2020"),
    ],
)
def test_a_credit_is_found(text: str, found: str) -> None:
    assert spans(text) == [("credit", found)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            f"Image copyright Gazette Image caption Crews worked all night at the pier The ferry ran aground on Friday. {MORE}",
            [("credit", "Image copyright Gazette"), ("caption", "Image caption")],  # where it ends is not sure
        ),
        (
            f"{RAN}\nA crowd at the pier. Getty Images\n{MORE}",
            [("caption", "A crowd at the pier."), ("credit", "Getty Images")],
        ),
        (
            f"{RAN}\nPeople wait at the pier.\nPhotograph: Jane Marsh/AP {MORE}",
            [("caption", "People wait at the pier."), ("credit", "Photograph: Jane Marsh/AP")],
        ),
        (
            f"{RAN} A crane at the pier (Photo by Jane Marsh) {MORE}",
            [("caption", "A crane at the pier"), ("credit", "(Photo by Jane Marsh)")],
        ),
        (f"FILE PHOTO: The ferry in 2018.\n\n{RAN}", [("caption", "FILE PHOTO: The ferry in 2018.")]),
        (f"2/8 Crews at the pier Jane Marsh/PA {MORE}", [("caption", "2/8 Crews at the pier Jane Marsh/PA")]),
    ],
)
def test_a_picture_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        (f"Crew safe after ferry hits rocks off Bergen The ferry was on its way to Oslo when it hit the rocks. {MORE}",
         ["Crew safe after ferry hits rocks off Bergen"]),
        (f"Ferry aground NEW: Crew is safe NEW: Owner flies to Bergen (CNN) -- {RAN}",
         ["Ferry aground", "NEW: Crew is safe", "NEW: Owner flies to Bergen"]),
        (f"{RAN}\nA night on the rocks\n{MORE}", ["A night on the rocks"]),
        (f"Ship aground off Bergen OSLO (Reuters) - {RAN}", ["Ship aground off Bergen"]),
        (f"Ferry owner sorry Crew safe Friday 8 May 2020 23.24 BST {RAN}", ["Ferry owner sorry Crew safe"]),
    ],
)  # fmt: skip
def test_a_headline_without_a_full_stop_is_found(text: str, headlines: list[str]) -> None:
    assert [words for kind, words in spans(text) if kind == "headline"] == headlines


@pytest.mark.parametrize(
    ("title", "text", "headlines"),
    [
        ("Ferry hits rocks", f"Ferry hits rocks\n\n{RAN}", ["Ferry hits rocks"]),
        ("Ferry hits rocks", f"Ferry hits rocks {RAN}", ["Ferry hits rocks"]),
        ("Ferry hits rocks | Gazette", f"FERRY HITS ROCKS {RAN}", ["FERRY HITS ROCKS"]),
        ("Ferry hits rocks", "Ferry hits rocks off Bergen, the coast guard said.", []),
    ],
)
def test_the_title_at_the_head_is_a_headline(title: str, text: str, headlines: list[str]) -> None:
    assert [words for kind, words in spans(text, title) if kind == "headline"] == headlines


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("JANE DOE, HOST: The ferry ran aground. What next? JOHN ROE, REPORTER: It waits. DOE: Thanks.",
         ["JANE DOE, HOST:", "JOHN ROE, REPORTER:", "DOE:"]),
        ("Q: Did you see it?\nA: I did not.", ["Q:", "A:"]),
        ("Anchor: A ferry ran aground.\nReport: Nobody was hurt.", ["Anchor:", "Report:"]),
        ("Gazette: Who was it?\nRoe: I was.\nGazette: And now?\nRoe: I wait.\nGazette: Thanks.\nRoe: So long.",
         ["Gazette:", "Roe:"] * 3),
    ],
)  # fmt: skip
def test_a_speaker_is_found(text: str, labels: list[str]) -> None:
    assert spans(text) == [("turn", label) for label in labels]


@pytest.mark.parametrize(
    "text",
    [
        "By Friday the two sides had agreed. By Theresa May's own account it was late.",
        "Reporting the deaths was hard, he said. The editing of the film took years.",
        "Shares of Getty Images fell in May. The firm sells pictures.",
        "The plan: Ships leave at noon. NATO: It agreed. Oslo said no.",
        "The band The Gulls played in the film A Night Out. She read The Gazette.",
        "They met in The Hague on 8 May 2020 at 10.30am and left for the A1 road.",
        "Copyright law changed in 2009. He was updated on Friday 8 May. It was published in 2009.",
        "The influenza A virus spread. Vitamin A helps. The Team A players won.",
        'He said: "In Oslo, we wait." The mayor was there (he left soon) and so was she.',
        "Mr. Roe met Gen. J. Doe at St. Olav. It rained in the U.S. The ships left.",
        "She clicked on the ad. Read more books, he said. Share prices fell. Subscribe rates rose.",
        "He was killed by police in Bergen on Tuesday 5 May 2020.",
        "The minutes showed who paid: Doe. The court heard more from Roe. They left at 10.30: it was late.",
        "People in white coats ran. They asked for water\nand bread, and waited until the police came\nto them.",
    ],
)
def test_running_text_stays(text: str) -> None:
    """No sentence of news vanishes: what looks alike is read."""
    assert [found for found in spans(text) if found[0] in {*SET_ASIDE, "headline"}] == []


def test_place_and_agency_are_taken() -> None:
    """From the place line, where they were not given."""
    article = typed(Article("a", f"OSLO/BERGEN (Gazette) – {RAN}", "2020-05-08"))
    assert (article.location, article.source) == ("OSLO/BERGEN", "Gazette")
    article = typed(Article("a", f"OSLO (AP) -- {RAN}", "2020-05-08", source="Post", location="Bergen"))
    assert (article.location, article.source) == ("Bergen", "Post")


def test_the_author_is_who_the_byline_names() -> None:
    article = typed(Article("a", f"By Jane Marsh and John Reed\n\n{RAN}", "2020-05-08"))
    assert author(article.text, article.spans) == "Jane Marsh and John Reed"


def test_blocks_of_markdown_are_spans() -> None:
    """Headings are headlines, captions captions, and each paragraph is a span."""
    text = f"The pier\n\n{RAN}\n\nA crane\n\n{MORE}"
    kinds = ("heading", "paragraph", "caption", "paragraph")
    lengths = list(itertools.accumulate(len(part) + 2 for part in text.split("\n\n")))
    blocks = tuple(
        Block(kind, end - len(part) - 2, end - 2) for kind, part, end in zip(kinds, text.split("\n\n"), lengths, strict=True)
    )
    found = typed(Article("a", text, "2020-05-08", blocks=blocks)).spans
    assert [span.kind for span in found] == ["headline", "text", "caption", "text"]


def test_a_file_photo_is_marked() -> None:
    """So that no event is made of it."""
    found = typed(Article("a", f"{RAN} The ferry in port (file photo) {MORE}", "2020-05-08")).spans
    assert [span.why for span in found if span.kind == "caption"] == ["file photo"]


PIECES = (
    RAN, MORE, "OSLO (AP) -", "By Jane Marsh", "NEW:", "Q:", "Photo: AP", "(Photo by X)", "Ferry hits rocks", "10.42am:",
    "\n", "\n\n", "Read more:", "— Jane (@j) May 8, 2020", "Friday 8 May 2020 23.24 BST", "The", "é", '"', "(", ".",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=200))
def test_every_word_is_in_one_span(text: str) -> None:
    """Spans stand in order, none over another, and only white space and dashes are outside."""
    found: tuple[TextSpan, ...] = typed(Article("a", text, "2020-05-08", title="Ferry hits rocks")).spans
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))
    inside = bytearray(len(text))
    for span in found:
        inside[span.start : span.end] = b"\1" * (span.end - span.start)
    assert not [sign for sign, within in zip(text, inside, strict=True) if not within and sign.isalnum()]
