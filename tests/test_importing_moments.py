"""Importing dates of all forms: each is read as what it says, or left."""

from __future__ import annotations

import pytest
from dateline.importing.words.moments import moment


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2020-05-08", "2020-05-08"),
        ("2020-05-08T10:00:00.123Z", "2020-05-08T10:00:00+00:00"),
        ("2020-05-08 10:00", "2020-05-08T10:00:00"),
        ("20200508", "2020-05-08"),
        ("Fri, 8 May 2020 10:00:00 GMT", "2020-05-08T10:00:00+00:00"),
        ("May 8, 2020", "2020-05-08"),
        ("Friday 8 May 2020, 10:15", "2020-05-08T10:15:00"),
        ("8.5.2020", "2020-05-08"),
        ("13/05/2020", "2020-05-13"),
        ("05/13/2020", "2020-05-13"),
        ("05/08/2020", ""),
        ("08.05.20", "2020-05-08"),
        ("5/8/20", ""),
        ("20-05-08", ""),
        ("Fri May 08 2020 21:15:00 GMT-0300", "2020-05-08T21:15:00-03:00"),
        ("Fri May 08 2020 21:15:00 GMT+0530 (India Standard Time)", "2020-05-08T21:15:00+05:30"),
        ("2563-05-08", ""),
        ("8 May 2563", ""),
        ("May 2020", ""),
        ("Friday", ""),
        ("10:00", ""),
        ("2020-13-45", ""),
        ("soon, surely", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_or_left(text: str, iso: str) -> None:
    """What is not told is not made up."""
    assert moment(text) == iso
