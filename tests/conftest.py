"""What several tests share: small articles, and one tiny site that is built once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest

# No test asserts the clock; HYPOTHESIS_PROFILE=search looks for new examples, where the default tries the same each time.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

ROOT = Path(__file__).parent.parent


def build(
    content: Path, output: Path, *, settings: str = "pelicanconf.py", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Pelican on content as the Makefile does; the answer holds what it printed."""
    env = {**os.environ, "DATELINE_CACHE": str(output.parent / "cache"), "COLUMNS": "400", "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", settings]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built for reading from disk."""
    output = tmp_path_factory.mktemp("site") / "output"
    done = build(ROOT / "tests/sites/tiny", output)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr + done.stdout, done.stderr + done.stdout
    return output


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, published under a sub-path of a host."""
    output = tmp_path_factory.mktemp("published") / "output"
    done = build(ROOT / "tests/sites/tiny", output, settings="publishconf.py", SITEURL="https://example.org/repo")
    assert done.returncode == 0, done.stderr
    return output
