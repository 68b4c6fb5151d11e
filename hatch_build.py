"""What a wheel has beside the sources: each word list as a Python module, so that no run has to read YAML."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEXICON = Path(__file__).parent / "src" / "claimcheck" / "lexicon"


class WordLists(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the lists as `claimcheck.lexicon.compiled` would at the first run."""

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

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._made.cleanup()


def _compiled() -> Any:
    """The module by its path: what it belongs to is not installed while it is built."""
    spec = importlib.util.spec_from_file_location("compiled", LEXICON / "compiled.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
