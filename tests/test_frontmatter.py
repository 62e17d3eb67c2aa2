"""Front matter: what is wrong is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline.site.problems import check


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("---\ntitle: T\n---\nx", 1, "no date"),
        ("---\ntitle: T\ndate: soon\n---\nx", 3, "cannot be read"),
        ("---\ndate: 2020-05-08\n---\nx", 1, "no title"),
        ("---\ndate: 2020-05-08\ntitle: a: b\n---\nx", 3, "not valid YAML"),
        ("---\n- a\n---\nx", 2, "not a list"),
        ("Title: T\n\nx", 1, "no date"),
        ("Title: T\nDate: 2020-13-45\n\nx", 2, "cannot be read"),
        ("just words", 1, "no title"),
    ],
)
def test_a_problem_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    """The first problem names the file, the line and what is wrong."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    problem = check(path, "a.md")[0]
    assert str(problem).startswith(f"a.md:{line}: ")
    assert says in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\ndate: 2020-05-08T10:00+02:00\n---\nx",
        "Title: T\nDate: 8 May 2020\n\nx",
        "\ufeff---\ntitle: T\ndate: 2020-05-08\n---\n",
    ],
)
def test_sound_heads_pass(tmp_path: Path, text: str) -> None:
    """YAML heads and plain heads both pass, with or without a byte order mark."""
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    assert check(path, "a.md") == []


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are said, not raised."""
    path = tmp_path / "a.md"
    path.write_bytes(b"title: \xff\xfe")
    assert "not UTF-8" in check(path, "a.md")[0].message
