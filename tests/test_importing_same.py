"""Importing: which texts are copies, and which addresses are one."""

from __future__ import annotations

import pytest
from dateline.importing import likeness
from dateline.importing.web.urls import same

from .importing.working import TEXT


def test_like_texts_are_told_from_others() -> None:
    """A few words more are a copy, another text is none; scripts without spaces have signs for words."""
    assert likeness.share(likeness.runs(TEXT), likeness.runs(TEXT + " And so on.")) > likeness.COPY
    assert likeness.share(likeness.runs(TEXT), likeness.runs(TEXT[: len(TEXT) // 2])) < likeness.COPY
    assert likeness.share(likeness.runs("新しい橋が金曜日に開通した"), likeness.runs("新しい橋が金曜日に閉鎖された")) > 0.2
    assert likeness.runs("") == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.example/a/", "http://X.example:80/a#b"),
        ("https://x.example/a?fbclid=1&b=2&utm_medium=c", "https://x.example/a?b=2"),
        ("https://x.example", "https://x.example/"),
    ],
)
def test_two_addresses_are_the_same(one: str, other: str) -> None:
    """Scheme, fragment, tracking, trailing slash and case of the host make no difference."""
    assert same(one) == same(other)


@pytest.mark.parametrize(
    ("one", "other"), [("https://x.example/a?b=1", "https://x.example/a?b=2"), ("https://x.example/a", "https://x.example/A")]
)
def test_two_addresses_differ(one: str, other: str) -> None:
    """What a host may tell apart is told apart."""
    assert same(one) != same(other)
