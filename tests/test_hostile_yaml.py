"""YAML of every kind on the editors' desk: entries, or a line each for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from dateline.desk.checked import DEEPEST, entries, out_of_bounds
from hypothesis import given
from hypothesis import strategies as st

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (LAUGHS, (1, "aliases")),
        ("- name: A\n- &x [*x]", (2, "aliases")),
        (f"{'[' * (DEEPEST + 1)}{']' * (DEEPEST + 1)}", (1, "more than 20")),
        ("- name: !!int x", (1, "tags (!!int)")),
        ("[" * 1_000_000, (1, "more than 20")),
        ("\n".join(f"{' ' * n}a:" for n in range(3_000)), (DEEPEST + 1, "more than 20")),
        ("- " * 5_000, (1, "more than 20")),
        (f"{'[' * DEEPEST}{']' * DEEPEST}", None),
    ],
)
def test_yaml_is_bounded(text: str, where: tuple[int, str] | None, tmp_path: Path) -> None:
    """No alias, and no more than twenty levels; the line is that where it begins to be too much."""
    beyond = out_of_bounds(text)
    assert (beyond and beyond[0]) == (where and where[0])
    assert where is None or where[1] in beyond[1]
    path = tmp_path / "actors.yaml"
    path.write_text(text, encoding="utf-8")
    found, wrong = entries(path, "actors")
    assert (found, len(wrong)) == ([], 1)


PIECES = [
    "a", "name", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&a ", "*a", "!!int ", "!!omap ", "!!set ", "!!merge ", "<<",
    "? ", "| \n", '"', "'", "#", "\0", "\ufeff", "\t", "2020-13-45", "!!timestamp ", "!!float ", "!!bool ", "~", "---\n", "%",
    "1" * 5000,
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["actors", "corrections"]))
def test_any_yaml_is_entries_or_lines(tmp_path_factory: pytest.TempPathFactory, pieces: list[str], schema: str) -> None:
    """Nothing else comes out."""
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text("".join(pieces), encoding="utf-8")
    _, wrong = entries(path, schema)
    assert all(said.startswith(f"{path}:") for said in wrong)
