"""The compiled form of each list says what its YAML says, and follows it when it is edited."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from claimcheck.lexicon import compiled, load

FOLDER = Path(compiled.__file__).parent
ROOT = Path(__file__).resolve().parents[2]
LISTS = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def _literal(name: str) -> object:
    source = compiled.as_python((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return ast.literal_eval(source.partition(" = ")[2])


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_what_its_yaml_says(name: str) -> None:
    assert load(name) == _literal(name)


def test_no_list_is_called_like_a_module() -> None:
    """Their compiled forms would lie in the same place."""
    assert not set(LISTS) & {path.stem for path in FOLDER.glob("*.py")}


def test_an_edited_list_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_FOLDER", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "verbs.yaml"
    file.write_text("said: [on, no]\n")
    assert compiled.read("verbs") == {"said": ["on", "no"]}
    assert list((tmp_path / "__pycache__").iterdir())
    assert compiled.read("verbs") == {"said": ["on", "no"]}
    file.write_text("said: [off, no, yes]\n")
    assert compiled.read("verbs") == {"said": ["off", "no", "yes"]}


def test_a_damaged_cache_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_FOLDER", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "verbs.yaml").write_text("said: [on]\n")
    compiled.read("verbs")
    (cache,) = (tmp_path / "__pycache__").iterdir()
    cache.write_bytes(b"not bytecode")
    assert compiled.read("verbs") == {"said": ["on"]}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere cannot be refused")
def test_a_folder_that_cannot_be_written_to_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_FOLDER", str(tmp_path))
    (tmp_path / "verbs.yaml").write_text("said: [on]\n")
    tmp_path.chmod(0o500)
    assert compiled.read("verbs") == {"said": ["on"]}


@pytest.mark.slow
def test_a_wheel_has_each_list_as_a_module(tmp_path: Path) -> None:
    """Built with what the project's own environment has, as a wheel is; and what it reads there is the same."""
    pytest.importorskip("hatchling")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    with zipfile.ZipFile(tmp_path / made.stdout.split()[-1]) as wheel:
        for name in LISTS:
            source = wheel.read(f"claimcheck/lexicon/{name}{compiled.SUFFIX}.py").decode("utf-8")
            assert ast.literal_eval(source.partition(" = ")[2]) == load(name)
