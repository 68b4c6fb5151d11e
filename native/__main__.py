"""Compiles the modules that read: `python native FOLDER` puts extension modules there, as a wheel has them.

`CLAIMCHECK_COMPILE=1 pip install .` does so through `hatch_build.py`. It takes mypy, whose mypyc writes C, setuptools,
which calls the C compiler, and such a compiler. The same sources give the same results, compiled or not.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from classes import written_out
from constants import made_final
from modules import compiled
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

SOURCES = Path(__file__).resolve().parent.parent / "src"
_MYPY = ("--config-file=", "--strict", "--follow-imports=silent", "--ignore-missing-imports")


def build(folder: Path, *, level: str) -> None:
    """Puts one library with all the code into the folder, and for each module a small one that leads there."""
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(
            SOURCES,
            work,
            ignore=shutil.ignore_patterns("__pycache__"),
            copy_function=shutil.copyfile,
            dirs_exist_ok=True,
        )
        os.chdir(work)
        names = compiled(Path())
        for name in names:
            source = Path(name).read_text(encoding="utf-8")
            Path(name).write_text(written_out(made_final(source)), encoding="utf-8")
        extensions = mypycify(
            [*_MYPY, *names], opt_level=level, debug_level="0", multi_file=True, group_name="claimcheck"
        )
        if sys.platform == "linux":
            for extension in extensions:
                extension.extra_link_args.append("-Wl,--strip-all")
        command = _OnEveryCore(Distribution({"name": "claimcheck", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(folder), "objects"
        command.ensure_finalized()
        command.run()


class _OnEveryCore(build_ext):  # type: ignore[misc]  # setuptools has no types
    """Compiles the sources of an extension side by side."""

    def build_extension(self, extension: Any) -> None:
        def objects(source: str) -> list[str]:
            found: list[str] = self.compiler.compile(
                [source],
                output_dir=self.build_temp,
                macros=extension.define_macros,
                include_dirs=extension.include_dirs,
                extra_postargs=extension.extra_compile_args,
            )
            return found

        with ThreadPoolExecutor(os.cpu_count()) as cores:
            for made in cores.map(objects, extension.sources):
                extension.extra_objects += made
        extension.sources = []
        super().build_extension(extension)


if __name__ == "__main__":
    build(Path(sys.argv[1]).resolve(), level=os.environ.get("CLAIMCHECK_OPTIMISE", "2"))
