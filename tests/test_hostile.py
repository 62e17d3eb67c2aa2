"""Input of every kind: each gets a clear line or is read right, the run goes on, and offsets hold."""

from __future__ import annotations

import contextlib
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from dateline.documents import BadDocument, placed
from dateline.model import Article, Reading
from dateline.reading import LONGEST, read_all
from dateline.serial import packed, unpacked
from dateline.settings import Settings
from hypothesis import given
from hypothesis import strategies as st

from .test_commands import dateline

TOLD = "Vladimir Putin spoke with Donald Trump by phone on Thursday."
SYLLABLES = ("ba", "ro", "mi", "ten", "sol", "ka", "ver", "li", "dun")


def names(number: int) -> list[str]:
    """Made-up names, no two alike."""
    rng, found = random.Random(number), {}
    while len(found) < number:
        found[" ".join("".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))] = True
    return list(found)


def read(*given: Article) -> list[Reading]:
    return read_all(given, Settings(cache=None, desk=Path("no desk")))


def holds(reading: Reading) -> None:
    """Every place in it is a place in its text, and has the words that it says it has."""
    text = reading.article.text
    for part in (*reading.article.blocks, *reading.article.spans):
        assert 0 <= part.start <= part.end <= len(text)
    for said in (*reading.dates, *(m for actor in reading.actors for m in actor.mentions)):
        assert text[said.start : said.end] == said.text
    for report in reading.reports:
        assert text[report.start : report.end] == report.text
        assert 0 <= report.sentence.start <= report.start < report.end <= report.sentence.end <= len(text)


TEXTS = {
    "nothing": "",
    "white": " \t\n\n\u00a0\u2003\n",
    "NUL": f"\0{TOLD}\0 Putin\0 thanked\0 Trump.",
    "controls": "".join(map(chr, range(32))) + TOLD + "\x7f\x85\u2028\u2029",
    "emoji": f"👩‍👩‍👧 Putin 🇷🇺 met Trump 👍🏽 on Thursday. {TOLD} 🎉",
    "marks": f"{TOLD} Pu\u0301tin\u0301 thanked Tru\u0300\u0301\u0302mp in Zu\u0308rich o\u0301n Friday. " + "\u0301" * 500,
    "right to left": f"قال بوتين إن ترامب. {TOLD} שלום \u202eon Thursday\u202c Putin met \u2067ترامب\u2069 on Friday.",
    "astral": f"𝐏𝐮𝐭𝐢𝐧 met 𝕋𝕣𝕦𝕞𝕡. {TOLD} \U0010ffff",
    "no characters": f"\ufffe\uffff\ufdd0 {TOLD}",
    "no sentences": "and of the or " * 500,
    "capitals": "PUTIN SPOKE WITH TRUMP ON THURSDAY IN MOSCOW. " * 10,
    "one word": "a" * 100_000,
    "one name": "Ann " * 1_000,
    "one list": "Ann Lee, " * 1_000,
    "brackets": "(" * 1_000 + TOLD + ")" * 1_000,
    "quotes": '"' * 1_000 + TOLD,
    "dots": ". " * 2_000 + TOLD,
    "empty lines": f"{TOLD}\n\n" + "\n" * 20_000 + TOLD,
    "blocks": "Putin met Trump.\n\n" * 500,
    "carriage returns": f"{TOLD}\r\n\r\n{TOLD}\r{TOLD}",
    "markup": f"<p onclick='x'>{TOLD}</p><script>{{{{ 7 * 7 }}}}</script>",
    "years": "In year 0, in 0000, in 99999, on 99999-01-01, on 0000-00-00, on 31 February 2020, 9999 BC, 12000 years ago, "
    "in 999999999999999999999 years and in the 99th century they met. Two hundred million years ago Putin met Trump.",
    "numbers": "1" * 20_000 + " years ago they met, " + "9" * 500 + " days after Thursday.",
}
DAYS = ("2020-05-08", "0001-01-01", "9999-12-31", "2020-05-08T23:59:59.999999+14:00", "")
RELATIVE = (
    " They met yesterday, tomorrow, last year, next year, two centuries ago, in 300 years, a week before, since Friday, last "
    "week, in the 1920s, in the next decade, early this month, at the weekend, in May, on 31 December and on 1 January."
)


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_of_any_kind_is_read(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    """On its own days and on the first and the last, and the one beside it too; it comes back from bytes as it was."""
    text = TEXTS[kind]
    short = [day for day in DAYS if len(text) < 1_000] or DAYS[:1]
    given = [Article("a", text + RELATIVE, day) for day in short] + [Article("b", text, DAYS[0]), Article("c", TOLD, DAYS[0])]
    found = read(*given)
    assert caplog.messages == []
    for reading in found:
        holds(reading)
        assert unpacked(Reading, packed(reading)) == reading
    assert ([d.value for d in found[-1].dates], len(found[-1].reports)) == (["2020-05-07"], 1)


@pytest.mark.slow
@given(
    st.lists(
        st.sampled_from(
            [
                *TEXTS["NUL"].split(),
                *TEXTS["years"].split(),
                "\n\n",
                "🇷🇺",
                "\u0301",
                "\u202e",
                "'s",
                "MOSCOW (AP) -",
                "-LRB-",
                "``",
                "\u00ad",
            ]
        )
    )
)
def test_offsets_hold_in_any_mixture(words: list[str]) -> None:
    """Words that are read, among what is hostile, in any order."""
    for reading in read(Article("a", " ".join(words), "2020-05-08"), Article("b", "".join(words), "9999-12-31")):
        holds(reading)


@pytest.mark.long
@pytest.mark.slow
def test_three_thousand_actors() -> None:
    """All of them are found."""
    who = names(3_000)
    text = " ".join(f"{one} met {two} in Paris on Thursday." for one, two in zip(who[::2], who[1::2], strict=True))
    [found] = read(Article("a", text, "2020-05-08"))
    holds(found)
    assert len(found.actors) > 2_500


@pytest.mark.long
@pytest.mark.slow
def test_one_long_line() -> None:
    """It is as one of its sentences, over and over."""
    [found] = read(Article("a", f"{TOLD} " * 5_000, "2020-05-08"))
    holds(found)
    assert {d.value for d in found.dates} == {"2020-05-07"}
    assert (len(found.dates), len(found.reports), len(found.actors)) == (5_000, 5_000, 2)


# --- files


def line(**fields: Any) -> str:
    return json.dumps({"id": "a", "text": TOLD, "published": "2020-05-08", **fields})


def of(content: bytes) -> list[Article]:
    return [article for _, article in placed("f", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe" + line().encode("utf-16-le"), "f:1: not UTF-8 (it looks like UTF-16): save the file as UTF-8"),
        (line().encode("utf-16-be"), "f:1: no JSON"),
        (line(text="\u00e9").replace("\\u00e9", "\u00e9").encode("latin-1"), "f:1: not UTF-8 (byte 0xe9, here or soon after)"),
        (b"\x00" * 5_000, "f:1: no JSON"),
        (b"[" * 200_000, "f:1: no JSON that can be read: brackets within brackets"),
        (b'{"id": ' + b"1" * 10_000 + b"}", "f:1: no JSON"),
        (b'{"id": "a"', "f:1: no JSON"),
        (line(text=None).encode(), "f:1: the field 'text' is not text"),
        (line(id=None).encode(), "f:1: the field 'id' is not text"),
        (line(published="0000-05-08").encode(), "f:1: the field 'published' is '0000-05-08'"),
        (line(published="0000").encode(), "f:1: the field 'published' is '0000'"),
        (line(published="99999-05-08").encode(), "f:1: the field 'published' is '99999-05-08'"),
        (line(published="\ud800").encode(), "f:1: the field 'published' is"),
    ],
)
def test_what_is_no_document_is_named(content: bytes, says: str) -> None:
    """In one line, with file and line."""
    with pytest.raises(BadDocument) as error:
        of(content)
    assert str(error.value).startswith(says)
    assert "\n" not in str(error.value)


def test_a_mark_at_the_head_of_a_file_is_passed_over() -> None:
    """Some programs begin UTF-8 with it."""
    assert [a.text for a in of(b"\xef\xbb\xbf" + line().encode() + b"\n\n" + line().encode())] == [TOLD, TOLD]


@pytest.mark.parametrize(
    ("given", "read"), [("20200508", "2020-05-08"), ("2020-W19-5", "2020-05-08"), ("20200508T10", "2020-05-08T10:00:00")]
)
def test_every_iso_date_is_a_day(given: str, read: str) -> None:
    """In whatever form it is given."""
    [article] = of(line(published=given).encode())
    assert article.published == read


def test_half_a_character_is_replaced(caplog: pytest.LogCaptureFixture) -> None:
    """Its place is kept, so that offsets hold in the text that was given; two halves are a character."""
    [half, whole] = of(line(text="a\ud800b", title="\udfff").encode() + b"\n" + line(text="\ud83d\ude00").encode())
    assert (half.text, half.title, whole.text) == ("a\ufffdb", "\ufffd", "\U0001f600")
    [said] = caplog.messages
    assert said.startswith("f:1: half a character")


@given(st.binary(max_size=60))
def test_any_bytes_are_articles_or_a_line(content: bytes) -> None:
    """Nothing else comes out."""
    with contextlib.suppress(BadDocument):
        of(content)


@pytest.mark.long
@pytest.mark.slow
def test_the_command_reads_on(tmp_path: Path) -> None:
    """Fifty megabytes in one text are named and left out; what is strange and what is sound beside it is read."""
    path = tmp_path / "a.jsonl"
    strange = line(id="strange", text=f"\0\ud800 {TOLD} 👩‍👩‍👧")
    path.write_text("\n".join([line(id="long", text="word " * 10_000_000), strange, line()]), encoding="utf-8")
    done = dateline("annotate", str(path))
    long, odd, sound = (json.loads(row) for row in done.stdout.splitlines())
    assert (done.returncode, long["reports"], len(odd["reports"]), len(sound["reports"])) == (0, [], 1, 1)
    half, said = done.stderr.splitlines()
    assert "half a character" in half
    assert said == "dateline: long: longer than 5 million characters (50,000,000): cut it into articles (left out)"
    assert LONGEST == 5_000_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no title"),
        (b"\xff\xfea\x00", "not UTF-8"),
        (b"---\ntitle: \xe9\ndate: 2020-05-08\n---\nx", "not UTF-8"),
        (b"---\ntitle: T\ndate: 0000-05-08\n---\nx", "cannot be read"),
        (b"---\ntitle: T\ndate: 99999-05-08\n---\nx", "cannot be read"),
        (b"---\ntitle: [T\n---\nx", "front matter is not valid YAML"),
        (b"---\n- T\n---\nx", "not a list of"),
    ],
)
def test_an_article_that_is_broken_is_named(content: bytes, says: str, tmp_path: Path) -> None:
    """In one line, with status 2."""
    path = tmp_path / "a.md"
    path.write_bytes(content)
    done = dateline("annotate", str(path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert says in done.stderr
