"""The house rules: who may import whom, what the stages need, and that types and triggers are sound."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from dateline.events import schema

HOUSE = Path(__file__).parent.parent / "plugins/dateline"
MAY = {
    "model": {"model"},
    "dates": {"model", "dates"},
    "actors": {"model", "actors"},
    "events": {"model", "events"},
    "lang": {"model", "dates", "lang"},
    "corpus": {"model", "serial", "corpus"},
    "desk": {"model", "desk"},
    "importing": {"model", "importing", "__version__", "version"},
}


def imported(path: Path) -> set[str]:
    """The parts of Dateline, and the packages from outside (marked by a colon), that a file imports."""
    found = set()
    here = path.relative_to(HOUSE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = [*here[: len(here) - node.level + 1], *(node.module or "").split(".")]
            names = [parts[0]] if parts[0] else [a.name for a in node.names]
            found |= set(names)
        elif isinstance(node, ast.ImportFrom):
            found.add(":" + (node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            found |= {":" + a.name.split(".")[0] for a in node.names}
    return found


@pytest.mark.parametrize("part", MAY)
def test_a_part_imports_only_what_it_may(part: str) -> None:
    """Stages know the model and themselves; the corpus step knows no spaCy."""
    files = [HOUSE / f"{part}.py"] if (HOUSE / f"{part}.py").exists() else sorted((HOUSE / part).rglob("*.py"))
    ours = set().union(*(imported(f) for f in files))
    assert {i for i in ours if not i.startswith(":")} <= MAY[part]
    if part in {"model", "corpus", "lang"}:
        assert ":spacy" not in ours


def test_only_the_site_knows_pelican_and_jinja() -> None:
    """Everything else works without a site."""
    for path in sorted(HOUSE.rglob("*.py")):
        if "site" not in path.relative_to(HOUSE).parts:
            assert not imported(path) & {":pelican", ":jinja2", ":markupsafe"}, path


def test_the_eighteen_plover_classes_are_there() -> None:
    """Every PLOVER class has its YAML, and OTHER takes what no kind does."""
    plover = (
        "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT INVESTIGATE DEMAND DISAPPROVE REJECT THREATEN PROTEST MOBILIZE "
        "SANCTION COERCE ASSAULT FIGHT"
    )
    assert {*plover.split(), "OTHER"} <= set(schema.kinds())


def test_no_verb_tells_two_kinds_of_event() -> None:
    """Reading the triggers raises where two kinds claim one verb."""
    assert schema.triggers("en").verbs["expel"] == "SANCTION"


REST = "label: x, plural: y, shape: ring, act: verbal, roles: {}, caption: z"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lable: x", "did you mean 'label'"),
        ("label: x", "missing plural"),
        (f"{{{REST}, tone: warm, colour: red, triggers: {{}}}}", "tone is 'warm'"),
        (f"{{{REST}, tone: neutral, colour: pink, triggers: {{}}}}", "colour is 'pink'"),
        (f"{{{REST}, tone: neutral, colour: red, triggers: {{en: {{verb: [go]}}}}}}", "did you mean 'verbs'"),
    ],
)
def test_a_type_that_is_wrong_is_named(tmp_path: Path, text: str, says: str) -> None:
    """A YAML error names the file, the key and the nearest key allowed."""
    path = tmp_path / "NEW.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(schema.SchemaError, match=says):
        schema.read(path)


@pytest.mark.slow
def test_each_stage_gets_what_it_needs() -> None:
    """spaCy finds no problem with the order of the stages."""
    from dateline.pipeline import load
    from dateline.settings import DEFAULT_MODEL

    assert not any(load(DEFAULT_MODEL).analyze_pipes()["problems"].values())
