"""What the program is made of is known: bounded, reasoned, and built to the same bytes by whoever builds it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = re.compile(r"[A-Za-z0-9._-]+")


def names(requirements: list[str]) -> list[str]:
    return [found[0] for requirement in requirements if (found := NAME.match(requirement))]


def needed() -> list[str]:
    """What users install, with every extra but the one for development."""
    extras = PROJECT["optional-dependencies"]
    return [*PROJECT["dependencies"], *(each for extra, listed in extras.items() if extra != "dev" for each in listed)]


@pytest.mark.parametrize("requirement", [each for each in needed() if not each.startswith("claimcheck-cli[")])
def test_every_dependency_has_a_lower_and_an_upper_bound(requirement: str) -> None:
    assert re.search(r">=\d", requirement)
    assert re.search(r"<\d", requirement)


def test_every_dependency_has_its_reason_in_contributing() -> None:
    reasons = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Dependencies")[2].lower()
    assert [name for name in names(needed()) if f"| {name.lower()} |" not in reasons and name != "claimcheck-cli"] == []


def test_the_lock_file_has_every_dependency_within_its_bounds_and_by_checksum() -> None:
    """`make lock` writes it anew. The browser of the tests is brought by whoever wants to look into one."""
    text = (ROOT / "requirements-dev.txt").read_text("utf-8")
    locked = {
        canonicalize_name(name): version for name, version in re.findall(r"^(\S+?)==([^\s;]+)", text, re.MULTILINE)
    }
    browser = names(PROJECT["optional-dependencies"]["browser"])
    for requirement in map(Requirement, (*needed(), *PROJECT["optional-dependencies"]["dev"])):
        if requirement.name not in (PROJECT["name"], *browser):
            assert requirement.specifier.contains(locked[canonicalize_name(requirement.name)]), requirement
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", text.strip()) if "==" in entry)


def built(folder: Path, copy: Path, environment: dict[str, str]) -> str:
    """The checksum of the wheel that is built from a copy of the sources."""
    kept = ("src", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
    copy.mkdir()
    for name in kept:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, copy / name, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile
            )
        else:
            shutil.copyfile(source, copy / name)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=copy, env={**os.environ, **environment}, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def test_a_wheel_built_twice_is_the_same(tmp_path: Path) -> None:
    """In another folder, at another time, with another hash seed and time zone."""
    one = built(tmp_path / "a", tmp_path / "one", {"PYTHONHASHSEED": "1", "TZ": "UTC"})
    two = built(tmp_path / "b", tmp_path / "elsewhere", {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"})
    assert one == two
