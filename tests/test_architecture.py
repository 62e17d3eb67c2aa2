"""The house rules: who may import whom, what the stages need, and that types and triggers are sound."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from dateline.events import schema

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "plugins/dateline"
#: what each part may import of Dateline beside itself
MAY = {
    "__init__": {"site", "version"},
    "actors": {"lang", "model"},
    "cache": {"failures", "model", "serial"},
    "cli": {"__init__", "commands", "documents", "reading"},
    "columns": {"documents", "model", "serial"},
    "commands": {
        "__init__", "cache", "columns", "corpus", "desk", "documents", "events", "frontmatter", "importing", "lang", "layout",
        "model", "pipeline", "reading", "serial", "settings", "site", "timeml",
    },
    "corpus": {"events", "folds", "lang", "model", "text"},
    "dates": {"model"},
    "desk": {"model"},
    "documents": {"model"},
    "events": {"model"},
    "failures": set(),
    "folds": {"lang"},
    "frontmatter": {"desk"},
    "importing": {"__init__", "frontmatter", "model", "text"},
    "lang": {"dates"},
    "layout": set(),
    "model": set(),
    "pipeline": {"actors", "dates", "events", "folds", "lang", "model", "text"},
    "processes": set(),
    "reading": {"cache", "desk", "failures", "lang", "model", "pipeline", "processes", "serial", "settings"},
    "serial": set(),
    "settings": set(),
    "site": {
        "corpus", "desk", "events", "failures", "frontmatter", "layout", "model", "processes", "reading", "serial", "settings",
    },
    "text": {"lang", "model"},
    "timeml": {"model"},
    "version": set(),
}  # fmt: skip
#: packages from outside, and the parts that may import them
ONLY = {
    "pelican": {"site"},
    "jinja2": {"site"},
    "markupsafe": {"site"},
    "spacy": {"actors", "dates", "events", "pipeline"},
    "distributed": {"reading"},
    "pyarrow": {"columns"},
}


def part(path: Path) -> str:
    """The part of Dateline that a file belongs to: a package, or a module beside them."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(source: str, package: tuple[str, ...]) -> set[str]:
    """The full names of all that a module of this package imports, wherever in it and in whatever form."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *filter(None, [node.module])))
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def parts(names: set[str]) -> set[str]:
    """The parts of Dateline among full names; what stands in none of them is the package's own."""
    own = {name.split(".")[1] for name in names if name.startswith("dateline.")}
    return {one if one in MAY else "__init__" for one in own}


@pytest.mark.parametrize(
    ("source", "package", "found"),
    [
        ("import dateline.site", "dateline", "site"),
        ("from dateline import site", "dateline", "site"),
        ("from dateline.site import jinja", "dateline.corpus", "site"),
        ("from . import site", "dateline", "site"),
        ("from .site.jinja import speak", "dateline", "site"),
        ("from .. import site", "dateline.corpus", "site"),
        ("from ..site import jinja", "dateline.corpus", "site"),
        ("from ...site import jinja", "dateline.lang.en", "site"),
        ("def late():\n    from ..site import jinja", "dateline.corpus", "site"),
        ("from .. import __version__", "dateline.importing", "__init__"),
        ("from . import words", "dateline.corpus", "corpus"),
    ],
)
def test_an_import_is_seen_in_whatever_form(source: str, package: str, found: str) -> None:
    assert parts(imported(source, tuple(package.split(".")))) == {found}


def files(name: str) -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py") if part(path) == name)


def imports(path: Path) -> set[str]:
    package = ("dateline", *path.relative_to(HOUSE).parts[:-1])
    return imported(path.read_text(encoding="utf-8"), package)


def test_each_part_has_a_rule() -> None:
    assert {part(path) for path in HOUSE.rglob("*.py")} == MAY.keys()


@pytest.mark.parametrize("name", MAY)
def test_a_part_imports_only_what_it_may(name: str) -> None:
    found = set().union(*(parts(imports(path)) for path in files(name)))
    assert found - {name} <= MAY[name]


@pytest.mark.parametrize("package", ONLY)
def test_a_package_from_outside_is_known_only_where_it_may_be(package: str) -> None:
    """Everything but the site works without Pelican; the corpus step knows no spaCy."""
    knowing = {part(path) for path in HOUSE.rglob("*.py") for name in imports(path) if name.split(".")[0] == package}
    assert knowing <= ONLY[package]


def test_the_model_is_plain() -> None:
    """The standard library and nothing else."""
    names = set().union(*(imports(path) for path in files("model")))
    assert {name.split(".")[0] for name in names} <= {*sys.stdlib_module_names, "dateline"}


def test_what_all_tests_load_loads_no_browser() -> None:
    tree = ast.parse((ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert not [node for node in top if "playwright" in ast.unparse(node)]


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
