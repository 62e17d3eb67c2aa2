"""Puts the theme into the package when it is built: in the repository it stands at the top, where its users look for it."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class WithTheme(build_py):
    """Copies ``theme/`` beside the modules; an editable installation finds it where it is."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            shutil.copytree("theme", Path(self.build_lib, "dateline", "theme"), dirs_exist_ok=True)


setup(cmdclass={"build_py": WithTheme})
