"""No text, name or message reaches a terminal as a command."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from claimcheck.cli import run

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066\u200f\x08\x7f\u2028"
STORY = f"Ana {HOSTILE}Duarte said that 12 {HOSTILE} miners were killed in Orsk. <img src=x> [a](javascript:b) **x**\n"


def is_safe(character: str) -> bool:
    joiner = character in "\u200c\u200d"
    return character == "\n" or joiner or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("old.md", STORY), ("new.md", STORY.replace("12", "13")), ("\x1b[2J.md", STORY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "old.md", "--why"),
        ("report", "\x1b[2J.md"),
        ("report", "\x1b[2J.missing"),
        ("report", "old.md", "--kind", "\x1b[2J"),
        ("report", "old.md", "--corpus", "\u202ecorpus"),
        ("report", "old.md", "--format", "json"),
        ("diff", "old.md", "new.md", "--all"),
        ("diff", "old.md", "new.md", "--format", "markdown"),
        ("diff", "old.md", "new.md", "--format", "github"),
        ("diff", "old.md", "new.md", "--format", "correction"),
        ("diff", "old.md", "\x1b[2J.none"),
        ("check", "\x1b[2J.missing"),
        ("explain", "\x1b[2J"),
        ("\x1b[2J",),
    ],
)
def test_nothing_that_a_terminal_obeys_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    run(list(arguments))
    out, err = capsys.readouterr()
    assert out or err
    assert [c for c in out + err if not is_safe(c)] == []


def test_markdown_shows_markup_and_does_not_obey_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", "old.md", "new.md", "--format", "markdown"])
    out = capsys.readouterr().out
    assert "<img" not in out.replace("\\<img", "")
    assert "](javascript" not in out.replace("\\](", "").replace("\\]\\(", "")


def test_json_gives_the_text_as_it_is_in_ascii(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "old.md", "--format", "json"])
    out = capsys.readouterr().out
    assert json.loads(out)["documents"]
