"""`dateline new`: a site from nothing."""

from __future__ import annotations

import ast
import json
import subprocess
from pathlib import Path

import pytest
import yaml
from dateline.cli import main
from dateline.commands import requirement

from .conftest import ROOT

ORIGINS = {
    None: "pelican-dateline[import]==",
    '{"url": "https://example.org/d.git", "vcs_info": {"vcs": "git", "commit_id": "12ab"}}':
        "pelican-dateline[import] @ git+https://example.org/d.git@12ab",
    '{"url": "ssh://git@example.org/d", "vcs_info": {"vcs": "git", "commit_id": "1"}, "subdirectory": "a/b"}':
        "pelican-dateline[import] @ git+ssh://git@example.org/d@1#subdirectory=a/b",
    '{"url": "https://example.org/d.zip", "archive_info": {"hashes": {"sha256": "ab"}}}':
        "pelican-dateline[import] @ https://example.org/d.zip#sha256=ab",
    '{"url": "https://example.org/d.zip", "archive_info": {"hash": "sha256=ab"}}':
        "pelican-dateline[import] @ https://example.org/d.zip#sha256=ab",
    '{"url": "https://example.org/d.zip", "archive_info": {}}': "pelican-dateline[import] @ https://example.org/d.zip",
}  # fmt: skip
OWN = {"SITENAME", "SITESUBTITLE", "THEME", "PLUGIN_PATHS"}


def settings(path: Path) -> dict[str, str]:
    """The names that a settings file sets, with what to."""
    lines = ast.parse(path.read_text(encoding="utf-8")).body
    plain = [n for n in lines if isinstance(n, ast.Assign | ast.AnnAssign) and n.value]
    return {(n.targets[0] if isinstance(n, ast.Assign) else n.target).id: ast.unparse(n.value) for n in plain}  # type: ignore[union-attr]


class Installed:
    """Stands for Dateline as it is installed."""

    version = "1.2"

    def __init__(self, said: str | None) -> None:
        self.said = said

    def read_text(self, name: str) -> str | None:
        return self.said if name == "direct_url.json" else None


@pytest.fixture(autouse=True)
def from_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if Dateline came from PyPI: no wheel is built."""
    monkeypatch.setattr(requirement, "distribution", lambda _: Installed(None))


@pytest.mark.parametrize("said", ORIGINS)
def test_a_site_requires_the_dateline_that_made_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str | None) -> None:
    """From where it was installed, with version, commit or digest."""
    monkeypatch.setattr(requirement, "distribution", lambda _: Installed(said))
    assert requirement.requirement(tmp_path) == ORIGINS[said] + ("1.2" if said is None else "")
    assert list(tmp_path.iterdir()) == []


def test_a_wheel_comes_with_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is gone is named in a line, and nothing is begun."""
    wheel = tmp_path / "a b/pelican_dateline-1.2-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"wheel")
    said = json.dumps({"url": wheel.as_uri(), "archive_info": {}})
    monkeypatch.setattr(requirement, "distribution", lambda _: Installed(said))
    site = made(tmp_path)
    first = (site / "requirements.txt").read_text(encoding="utf-8").split("\n")[0]
    assert first == f"./wheels/{wheel.name}[import]"
    assert (site / "wheels" / wheel.name).read_bytes() == b"wheel"
    wheel.unlink()
    assert main(["new", str(tmp_path / "other"), "--yes"]) == 2
    assert f"{wheel}, from which Dateline was installed, is gone" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("origin", ["editable", "folder"])
def test_of_sources_a_wheel_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: str) -> None:
    """Which leaves nothing where they lie; where it cannot be built, a line says what to do."""
    source = tmp_path / "source"
    (source / "pkg").mkdir(parents=True)
    (source / "pkg/__init__.py").write_text("", encoding="utf-8")
    project = "[build-system]\nrequires = ['setuptools']\nbuild-backend = 'setuptools.build_meta'\n"
    project += "[project]\nname = 'pelican-dateline'\nversion = '1.2'\n[tool.setuptools]\npackages = ['pkg']\n"
    (source / "pyproject.toml").write_text(project, encoding="utf-8")
    said = json.dumps({"url": source.as_uri(), "dir_info": {"editable": origin == "editable"}})
    monkeypatch.setattr(requirement, "distribution", lambda _: Installed(said))
    assert requirement.requirement(tmp_path / "site") == "./wheels/pelican_dateline-1.2-py3-none-any.whl[import]"
    assert {path.name for path in source.iterdir()} == {"pkg", "pyproject.toml"}
    (source / "pyproject.toml").write_text("[build-system]\nrequires = []\nbuild-backend = 'nothing'\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"no wheel can be built of .*: run 'pip install pip setuptools'"):
        requirement.requirement(tmp_path / "other")


def made(folder: Path, *flags: str) -> Path:
    assert main(["new", str(folder / "site"), "--yes", *flags]) == 0
    return folder / "site"


def test_a_new_site_has_the_settings_of_this_one(tmp_path: Path) -> None:
    """But for its name and where theme and plugin lie."""
    new, own = settings(made(tmp_path) / "pelicanconf.py"), settings(ROOT / "pelicanconf.py")
    assert {k: v for k, v in new.items() if k not in OWN} == {k: v for k, v in own.items() if k not in OWN}


@pytest.mark.parametrize("title", ['The "war"', "It's", "$lang", "a\\b", "Ελλάδα"])
def test_whatever_the_title(tmp_path: Path, title: str) -> None:
    """Settings are Python whatever stands in them."""
    found = settings(made(tmp_path, "--title", title, "--language", "de", "--text", "none") / "pelicanconf.py")
    assert ast.literal_eval(found["SITENAME"]) == title
    assert (found["DEFAULT_LANG"], found["DATELINE_LOCALE"], found["DATELINE_TEXT"]) == ("'de'", "'de_DE'", "'none'")


def test_it_begins_a_repository(tmp_path: Path) -> None:
    """With one commit, and nothing left over."""
    site = made(tmp_path)
    git = ["git", "-C", str(site)]
    assert subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True).stdout == ""
    assert subprocess.run([*git, "log", "--oneline"], capture_output=True, text=True, check=True).stdout.count("\n") == 1


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and status 2."""
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path), "--yes"]) == 2
    assert "not an empty folder" in capsys.readouterr().err


def test_its_workflow_pins_actions(tmp_path: Path) -> None:
    """The same commits as this repository's own."""
    text = (made(tmp_path) / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    uses = [s["uses"] for job in yaml.safe_load(text)["jobs"].values() for s in job["steps"] if "uses" in s]
    ours = (ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    assert uses
    assert all(use in ours for use in uses)
