"""The project's own papers: what README and the workflow say is true."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
import yaml

from . import sbom
from .conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCES = [ROOT / "pelicanconf.py", ROOT / "publishconf.py", ROOT / "Makefile", *sorted((ROOT / "plugins").rglob("*.py"))]


def test_the_settings_table_is_true() -> None:
    """Every setting that the program reads stands in the table, and none that it does not."""
    rows = set(re.findall(r"^\| `(DATELINE_\w+|SITEURL|PORT)`", README, re.MULTILINE))
    code = "\n".join(p.read_text(encoding="utf-8") for p in SOURCES)
    assert rows == set(re.findall(r"\b(DATELINE_[A-Z]+|SITEURL|PORT)\b", code))


def test_each_target_has_its_line_in_help() -> None:
    """`make help` tells every target that Pelican's users know."""
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = set(re.findall(r"make (\w+)", said))
    assert told >= {"html", "serve", "devserver", "publish", "github", "clean", "lint", "test", "article", "help"}


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda p: p.name)
def test_actions_are_pinned_by_commit(path) -> None:
    """No action can change under us."""
    steps = [s for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values() for s in job["steps"]]
    uses = [s["uses"] for s in steps if "uses" in s]
    assert uses
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", u) for u in uses)


def test_the_locks_name_no_machine() -> None:
    """Every requirement has a hash, and none an address."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")


def test_the_list_of_packages_is_the_lock() -> None:
    """Every package that is pinned, with its version and digests, as CycloneDX; the same each time."""
    told = json.loads(sbom.written(ROOT / "requirements.txt"))
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert [f"{c['name']}=={c['version']}" for c in told["components"]] == re.findall(r"^[\w.-]+==[\w.]+", lock, re.MULTILINE)
    digests = [h["content"] for c in told["components"] for h in c["externalReferences"][0]["hashes"]]
    assert sorted(digests) == sorted(re.findall(r"--hash=sha256:(\w+)", lock))
    assert told["components"][0]["purl"] == f"pkg:pypi/{lock.partition('==')[0]}@{told['components'][0]['version']}"
    assert sbom.written(ROOT / "requirements.txt") == json.dumps(told, indent=1) + "\n"


def test_the_page_on_method_says_what_the_readme_says() -> None:
    """Figures stand in one table and in one YAML, and agree."""
    table = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([\d., ]+) \| ([^|]+) \|$", README, re.MULTILINE)
    rows = yaml.safe_load((ROOT / "plugins/dateline/site/measured.yaml").read_text(encoding="utf-8"))["rows"]
    assert [tuple(cell.strip() for cell in row) for row in table] == [
        (row["what"], row["gold"], row["figure"], str(row["others"])) for row in rows
    ]
