"""What a wheel has beside the sources: each word list as a Python module, so that no run has to read YAML.

With `CLAIMCHECK_COMPILE=1` in the environment, also the modules that do the reading, compiled (`native/`).
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
LEXICON = ROOT / "src" / "claimcheck" / "lexicon"


class Compiled(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the lists as `claimcheck.lexicon.compiled` would at the first run, and modules where that is wanted."""

    def dependencies(self) -> list[str]:
        return ["mypy[mypyc]>=1.20,<3", "setuptools>=65.5"] if _wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":  # there the YAML files may change
            return
        compiled = _compiled()
        self._made = tempfile.TemporaryDirectory()
        for source in sorted(LEXICON.glob("*.yaml")):
            name = f"{source.stem}{compiled.SUFFIX}.py"
            made = Path(self._made.name, name)
            made.write_text(compiled.as_python(source.read_text(encoding="utf-8")), encoding="utf-8")
            build_data["force_include"][str(made)] = f"claimcheck/lexicon/{name}"
        if _wanted():
            folder = Path(self._made.name, "native")
            subprocess.run([sys.executable, str(ROOT / "native"), str(folder)], check=True, stdout=sys.stderr)
            for library in (file for file in sorted(folder.rglob("*")) if file.is_file()):
                build_data["force_include"][str(library)] = library.relative_to(folder).as_posix()
            build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._made.cleanup()


def _wanted() -> bool:
    return os.environ.get("CLAIMCHECK_COMPILE", "0") not in ("", "0")


def _compiled() -> Any:
    """The module by its path: what it belongs to is not installed while it is built."""
    spec = importlib.util.spec_from_file_location("compiled", LEXICON / "compiled.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
