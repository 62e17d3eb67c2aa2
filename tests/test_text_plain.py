"""Plain text: a tokenizer's signs are undone, and every offset leads back to the article's own words."""

from __future__ import annotations

import itertools

import pytest
from dateline.model import Span
from dateline.text.plain import plain
from hypothesis import given
from hypothesis import strategies as st

PIECES = (
    "Oslo", "a", "x1", "é", " ", " ", "\n", "-LRB-", "-RRB-", " -LSB- ", "``", "''", " '' ", "`", " ' ", "'", " 's", " n't",
    "ca n't", " ,", " .", ",", ".", " ?", " %", "$ 5", "\\/", "\u00ad", "\u200b", "\u200d", "\u200f", '" ', ' "', '"', "“",
    "U.S. .", "gon na",
)  # fmt: skip
MIXED = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("The port -LRB- and city -RRB- is shut , he said .", "The port (and city) is shut, he said."),
        ("`` We ca n't wait , '' said Berg 's deputy .", "\"We can't wait,\" said Berg's deputy."),
        ("It costs $ 359 , or 98 % of it .", "It costs $359, or 98% of it."),
        ("They were left ` without hope ' , she said .", "They were left ‘without hope’, she said."),
        ("The dockers ' union met on ` Pier Nine ' today .", "The dockers' union met on ‘Pier Nine’ today."),
        ("He read '' a letter '' aloud , she said .", 'He read "a letter" aloud, she said.'),
        ("Oil and\\/or gas from the U.S. .", "Oil and/or gas from the U.S."),
        ("They 're gon na leave , and I 'd stay .", "They're gonna leave, and I'd stay."),
        ("``I shall go,'' said Berg, and ''soon''.", '"I shall go," said Berg, and "soon".'),
        ('The ship " Gannet " sank.', 'The ship "Gannet" sank.'),
        ("So\u00adli\u00addarity\u200b and \ufeffpeace\u2060.", "Solidarity and peace."),
        ("\u202aPa\u200ell\u2063as\u202c \u2068met\u2069 \U000e0041Ad\x00a.", "Pallas met Ada."),
        ("Auf\u200clage, Thurs\u200dday\u200c", "Auflage, Thursday"),
        ("👩\u200d👧 می\u200cخواهم SMS\u200cها क\u094d\u200dष", "👩\u200d👧 می\u200cخواهم SMS\u200cها क\u094d\u200dष"),
        ("❤\ufe0f\u200d🔥 🏴\U000e0067\U000e0062\U000e007f", "❤\ufe0f\u200d🔥 🏴\U000e0067\U000e0062\U000e007f"),
        ("The ship's 'log', he said - it's \"gone\"; 5 % ...", "The ship's 'log', he said - it's \"gone\"; 5 % ..."),
        ('A 5 " pipe burst.', 'A 5 " pipe burst.'),
        (
            "It ended in 2009 , then.  Two  spaces, and a 'word' stay.",
            "It ended in 2009 , then.  Two  spaces, and a 'word' stay.",
        ),
        ("", ""),
    ],
)
def test_text_is_made_plain(own: str, text: str) -> None:
    assert plain(own).text == text


@pytest.mark.parametrize(
    ("own", "words", "there"),
    [
        ("Berg ca n't go .", "can't", "ca n't"),
        ("Berg 's ship -LRB- Gannet -RRB- sank .", "Berg's", "Berg 's"),
        ("Berg 's ship -LRB- Gannet -RRB- sank .", "(Gannet)", "-LRB- Gannet -RRB-"),
        ("It cost $ 359 , he said .", "$359", "$ 359"),
        ("Soli\u00addarity won.", "Solidarity", "Soli\u00addarity"),
        ("On \u200eFri\u00adday\u200c he left.", "Friday", "Fri\u00adday"),
    ],
)
def test_words_lead_back(own: str, words: str, there: str) -> None:
    """Whatever signs stand in them, and without the space around them."""
    made = plain(own)
    start = made.text.index(words)
    source = made.source(start, start + len(words))
    assert own[slice(*source)] == there
    assert made.target(*source) == (start, start + len(words))


@given(MIXED)
def test_every_character_leads_back_in_order(own: str) -> None:
    """To one that is the same, or to the sign that it stands for; none is passed twice."""
    made = plain(own)
    places = [made.source(at, at + 1) for at in range(len(made.text))]
    assert all(0 <= start < end <= len(own) for start, end in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
    for sign, place in zip(made.text, places, strict=True):
        assert sign == own[slice(*place)] or not sign.isalnum()


@given(MIXED, st.data())
def test_every_stretch_leads_back_and_forth(own: str, data: st.DataObject) -> None:
    """A stretch of the plain text is the same one after the way there and back."""
    made = plain(own)
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    source = made.source(start, end)
    assert 0 <= source[0] <= source[1] <= len(own)
    if start < end:
        assert made.target(*source) == (start, end)


@given(MIXED, st.data())
def test_every_stretch_of_the_own_text_has_a_place(own: str, data: st.DataObject) -> None:
    made = plain(own)
    start = data.draw(st.integers(0, len(own)))
    end = data.draw(st.integers(start, len(own)))
    first, last = made.target(start, end)
    assert 0 <= first <= last <= len(made.text)


@given(MIXED)
def test_letters_stay(own: str) -> None:
    """All letters and figures are there, but for those of a bracket's name."""
    bare = own
    for name in ("-LRB-", "-RRB-", "-LSB-"):
        bare = bare.replace(name, "")
    assert [c for c in plain(own).text if c.isalnum()] == [c for c in bare if c.isalnum()]


@given(st.text(alphabet=st.characters(exclude_characters="`'’\"\\\u034f", exclude_categories=["Cs", "Cc", "Cf"])))
def test_a_text_without_these_signs_stays(text: str) -> None:
    """Where commas and full stops stand at their words."""
    text = text.replace(" ,", ",").replace(" .", ".").replace("-", "")
    assert plain(text).text == text or " ," in text or " ." in text


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("Type `` ls '' now -LRB- yes -RRB- .", 'Type "code" now (yes).'),
        ("Merkel signed ls -l into law", "Merkel signed code into law"),
        ("ls", "Code"),
        ("Merkel left. ls is old", "Merkel left. Code is old"),
        ("Merkel left\n\nls is old", "Merkel left\n\nCode is old"),
    ],
)
def test_code_is_a_noun_while_it_is_read(own: str, text: str) -> None:
    """Its own signs are none, and what stands for it leads back to it."""
    start = own.index("ls")
    end = start + len("ls -l" if "-l" in own else "ls")
    read = plain(own, [Span(start, end)])
    at = read.text.lower().index("code")
    assert (read.text, read.source(at, at + 4)) == (text, (start, end))


@given(MIXED, MIXED, MIXED)
def test_code_of_any_signs_is_left_out(before: str, code: str, after: str) -> None:
    """Whatever is around it."""
    span = Span(len(before) + 1, len(before) + len(code) + 2)
    read = plain(f"{before} {code}☃ {after}", [span])
    start, end = read.target(span.start, span.end)
    assert (read.text[start:end].lower(), read.source(start, end)) == ("code", (span.start, span.end))
    assert "☃" not in read.text
