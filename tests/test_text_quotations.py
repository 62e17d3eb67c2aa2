"""Quotations: what stands between quotation marks of all sorts, and is said."""

from __future__ import annotations

import pytest
from dateline.text.quotations import quotations
from hypothesis import given
from hypothesis import strategies as st

OPEN_END = '"The bridge at Vall fell last night'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # marks of each sort
        ('"The dam broke at noon," Lena Orsk said.', ['"The dam broke at noon,"']),
        ("“The dam broke at noon,” Lena Orsk said.", ["“The dam broke at noon,”"]),
        ("`` The dam broke at noon , '' Lena Orsk said .", ["`` The dam broke at noon , ''"]),
        ("``The dam broke at noon,'' Lena Orsk said.", ["``The dam broke at noon,''"]),
        ("‘The dam broke at noon,’ Lena Orsk said.", ["‘The dam broke at noon,’"]),
        ("'The dam broke at noon,' Lena Orsk said.", ["'The dam broke at noon,'"]),
        ('Orsk: " The dam broke at noon . "', ['" The dam broke at noon . "']),
        ("He wrote that they '' will not be moved '' .", ["'' will not be moved ''"]),
        # one inside another is part of it
        ("“They told us ‘stay at home’ and left,” he said.", ["“They told us ‘stay at home’ and left,”"]),
        # apostrophes are no marks
        ("The boys' club and the girls' choir met at the miners' hall.", []),
        ("Norway 's king and Iceland 's queen met in the '90s at Orsk 's farm .", []),
        ("‘The miners’ strike won’t end today,’ he said.", ["‘The miners’ strike won’t end today,’"]),
        # what is only named or doubted
        ('The plan was a "red herring" for the mayor.', []),
        ('She starred in "Home" and in "The Winter of Our Hope" last year.', []),
        ("The film “Nobody Goes Back Again” opened.", []),
        # a part of a sentence that is said
        ('He called it "a day that nobody here forgets".', ['"a day that nobody here forgets"']),
        # short, but a sentence
        ("“Never!” she said.", ["“Never!”"]),
        # over paragraphs, each with its opening mark
        ("“We left at dawn.\n\n“Nobody saw us go,” he said.", ["“We left at dawn.\n\n“Nobody saw us go,”"]),
        ('"We left at dawn.\n\n"Nobody saw us go," he said.', ['"We left at dawn.\n\n"Nobody saw us go,"']),
        # over lines of one paragraph
        ("`` We left at dawn . \nNobody saw us go , '' he said .", ["`` We left at dawn . \nNobody saw us go , ''"]),
        # never closed
        (OPEN_END + ".\n\nThe mayor left.", [OPEN_END + "."]),
        (
            "“The bridge fell last night. He left.\n\nThe mayor “did not know of it”.",
            ["“The bridge fell last night. He left.", "“did not know of it”"],
        ),
        # two in a sentence
        ('"We are late," he said, "and we are sorry."', ['"We are late,"', '"and we are sorry."']),
    ],
)
def test_what_is_said_is_found(text: str, found: list[str]) -> None:
    """Each quotation with its marks, in order."""
    assert [text[one.start : one.end] for one in quotations(text)] == found


def test_a_mark_that_is_lost_does_not_swallow_the_rest() -> None:
    """Without a closing mark a quotation ends with its line, however long the text is."""
    text = OPEN_END + ".\n" + "The mayor went home. " * 200 + "“Nobody knew of it,” he said."
    first, last = quotations(text)
    assert text[first.start : first.end] == OPEN_END + "."
    assert text[last.start : last.end] == "“Nobody knew of it,”"


@given(st.text(alphabet="“”‘’\"'` \n.,aBc", max_size=80))
def test_quotations_lie_in_the_text_apart_and_in_order(text: str) -> None:
    """Whatever the marks."""
    ends = [0]
    for one in quotations(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
