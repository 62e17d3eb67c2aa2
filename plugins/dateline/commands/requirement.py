"""The line of requirements.txt by which a new site installs the Dateline that made it, without asking an index for it.

How Dateline was installed here stands in its ``direct_url.json`` (PEP 610).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

NAME = "pelican-dateline"
EXTRAS = "[import]"
#: the folder of a site that holds wheels of which no index knows
WHEELS = "wheels"
#: lets setuptools build beside the sources, not in them, where an older build may lie
ASIDE = "[build]\nbuild_base = {0}/build\n[egg_info]\negg_base = {0}\n"


def requirement(folder: Path) -> str:
    """What the site in this folder is to install. A wheel that only this machine has is put into its ``wheels/``.

    Raises ValueError, in words for the user, where there is none and none can be built.
    """
    try:
        installed = distribution(NAME)
    except PackageNotFoundError as error:
        raise ValueError(f"Dateline is not installed here: pip install {NAME}, or the folder of its sources") from error
    said = installed.read_text("direct_url.json")
    if said is None:
        return f"{NAME}{EXTRAS}=={installed.version}"
    return _from_origin(json.loads(said), folder)


def _from_origin(origin: dict[str, Any], folder: Path) -> str:
    url, inside = str(origin["url"]), origin.get("subdirectory")
    if vcs := origin.get("vcs_info"):
        below = f"#subdirectory={inside}" if inside else ""
        return f"{NAME}{EXTRAS} @ {vcs['vcs']}+{url}@{vcs['commit_id']}{below}"
    if not url.startswith("file:"):
        return f"{NAME}{EXTRAS} @ {url}{_url_digest(origin.get('archive_info') or {})}"
    path = Path(url2pathname(urlsplit(url).path))
    if not path.exists():
        raise ValueError(f"{path}, from which Dateline was installed, is gone: put it back, or install Dateline anew")
    with TemporaryDirectory() as place:
        wheel = path if path.suffix == ".whl" else _build_wheel(path / (inside or ""), Path(place))
        (folder / WHEELS).mkdir(parents=True, exist_ok=True)
        shutil.copy(wheel, folder / WHEELS)
    return f"./{WHEELS}/{wheel.name}{EXTRAS}"


def _url_digest(archive: dict[str, Any]) -> str:
    """The digest of an archive as a requirement names it; empty where none is known."""
    hashes = archive.get("hashes") or dict([archive["hash"].split("=", 1)] if archive.get("hash") else [])
    return f"#sha256={hashes['sha256']}" if "sha256" in hashes else ""


def _build_wheel(source: Path, place: Path) -> Path:
    """The wheel of a folder of sources, or of an archive of them. Raises ValueError where it cannot be built."""
    (place / "aside.cfg").write_text(ASIDE.format(place), encoding="utf-8")
    command = ["wheel", "-q", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(place), str(source)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *command],
        env={**os.environ, "DIST_EXTRA_CONFIG": str(place / "aside.cfg")},
        capture_output=True,
        text=True,
        check=False,
    )
    found = next(place.glob("*.whl"), None)
    if done.returncode or not found:
        why = (done.stderr or done.stdout).strip().split("\n")[-1]
        raise ValueError(f"no wheel can be built of {source} ({why}): run 'pip install pip setuptools', and try again")
    return found
