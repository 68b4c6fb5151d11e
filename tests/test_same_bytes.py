"""The same input gives the same bytes, wherever and whenever it runs."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "articles" / "marn-prison-fire.md"
LATER = ROOT / "articles" / "marn-prison-fire.corrected.md"
COMMANDS = {
    "json": ("report", str(ARTICLE), "--format", "json"),
    "terminal": ("report", str(ARTICLE), "--why"),
    "diff": ("diff", str(ARTICLE), str(LATER), "--all", "--format", "json"),
}
# A locale that the machine lacks falls back to C: nothing is lost by asking for it.
PLACES = {
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "the C locale": {"LC_ALL": "C", "LANG": "C"},
    "a German locale": {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "far east": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
    "far west": {"TZ": "Etc/GMT+12", "TERM": "dumb"},
}


def printed(command: str, environment: dict[str, str], folder: Path) -> bytes:
    kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH", "SYSTEMROOT", "VIRTUAL_ENV") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *COMMANDS[command]],
        cwd=folder,
        env={**kept, "PYTHONHASHSEED": "0", **environment},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout


@cache
def expected(command: str) -> bytes:
    return printed(command, {}, ROOT / "articles")


@pytest.mark.parametrize("place", PLACES)
def test_neither_hash_seed_nor_locale_nor_time_zone_changes_a_byte(place: str) -> None:
    for command in ("json", "terminal"):
        assert printed(command, PLACES[place], ROOT / "articles") == expected(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_written_is_utf8_with_plain_line_ends(command: str) -> None:
    text = expected(command).decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")


def test_neither_does_the_working_directory(tmp_path: Path) -> None:
    held = ("--ledger", str(ROOT / "claims.yaml"), "--corpus", str(ROOT / "corpus"))
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "claimcheck", "report", str(ARTICLE), "--format", "json", *held],
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for folder in (ROOT, ROOT / "articles", tmp_path)
    }
    assert len(outputs) == 1
