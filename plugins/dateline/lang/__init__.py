"""The languages: each a folder with its words in YAML and its date rules. Read once, by :func:`words`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LANGUAGES = ("en",)


def supported(lang: str) -> bool:
    """Whether articles in this language (``en``, ``en-GB``) can be read."""
    return lang.lower().replace("_", "-").split("-")[0] in LANGUAGES


@cache
def words(lang: str, name: str) -> dict[str, Any]:
    """The words in ``lang/LANG/NAME.yaml``."""
    return dict(yaml.safe_load((HERE / lang / f"{name}.yaml").read_text(encoding="utf-8")))
