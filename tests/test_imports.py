"""What a command must not load: each of these takes longer to import than a short text takes to check."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.cli import direct, run
from claimcheck.lexicon.compiled import compile_all

TEXT = "At least 41 miners were killed in Orsk on 3 May 1992, Ana Duarte said.\n"
PARSER, TERMINAL, YAML, MARKDOWN = "typer", "rich", "yaml", "pyromark"
ALIGNMENT, NETWORK, PAGES = "rapidfuzz", "urllib.request", "claimcheck.renderers.html"
ARCHIVES = "claimcheck.archive"
ALONE = (  # where a text has no earlier version, no settings, no ledger and no corpus, and lies in no repository
    *("claimcheck.changes", "claimcheck.comparison", "claimcheck.evidence.corpus", "claimcheck.evidence.scales"),
    *("claimcheck.renderers.remarks.sarif", "tomllib", "tempfile", "subprocess", "threading"),
)
SET_UP = (  # each a hundredth of a run or more
    *("dataclasses", "inspect", "calendar", "difflib", "json", "csv", "typing", "hashlib"),
)


def _loaded(arguments: list[str], folder: Path) -> set[str]:
    code = "import sys; from claimcheck.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    code += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("arguments", "needless"),
    [
        (["--version"], ["claimcheck.model", "claimcheck.cli.commands", PARSER, TERMINAL, YAML]),
        (
            ["check", "a.txt"],
            [*ALONE, *SET_UP, PARSER, TERMINAL, YAML, MARKDOWN, ALIGNMENT, NETWORK, PAGES, ARCHIVES],
        ),
        (
            ["report", "a.txt"],
            [PARSER, TERMINAL, YAML, MARKDOWN, ALIGNMENT, NETWORK, PAGES, ARCHIVES, "dataclasses", "typing", "hashlib"],
        ),
        (["report", "--format", "json", "a.txt"], [TERMINAL, YAML, MARKDOWN, ALIGNMENT, PAGES]),
        (["diff", "a.txt", "a.txt"], [PARSER, TERMINAL, YAML, MARKDOWN, PAGES, "dataclasses", "typing", "hashlib"]),
    ],
    ids=" ".join,
)
def test_a_command_loads_only_what_it_needs(
    arguments: list[str], needless: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    compile_all()
    (tmp_path / "a.txt").write_text(TEXT)
    assert not _loaded(arguments, tmp_path) & set(needless)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a.txt"],
        ["check", "--all", "a.txt", "b.txt"],
        ["check", "a.txt", "--no-baseline"],
        ["check", "missing.txt"],
        ["check"],
        ["check", "a.txt", "--nonsense"],
        ["report", "a.txt", "--why"],
        ["report", "--no-ledger", "--no-corpus", "a.txt", "b.txt"],
        ["report"],
        ["report", "missing.txt"],
        ["diff", "a.txt", "b.txt"],
        ["diff", "--all", "a.txt", "b.txt"],
        ["diff", "a.txt"],
        ["diff", "a.txt", "missing.txt"],
    ],
    ids=" ".join,
)
def test_a_command_without_a_parser_does_the_same(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    Path("b.txt").write_text("About 300 people fled.\n")
    found = (run(arguments), *capsys.readouterr())
    monkeypatch.setattr(direct, "command_for", lambda arguments: None)
    assert (run(arguments), *capsys.readouterr()) == found
