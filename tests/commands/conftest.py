"""A real git repository to run the commands in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from claimcheck.commands.check import check
from claimcheck.config import Config, load_config

TOLL = "At least 41 miners were killed in Orsk on 3 May 1992."
EVERYDAY = "The market opened on Monday. Farmers came from three villages to sell wool.\n"


class Repository(NamedTuple):
    """Git in a folder of its own, with a home of its own."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, check=check, capture_output=True, text=True
        )

    def git(self, *words: str) -> str:
        return self.run("git", *words).stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def stage(self, name: str, text: str) -> None:
        self.write(name, text)
        self.git("add", "--", name)

    def commit(self, name: str, text: str) -> None:
        self.stage(name, text)
        self.git("commit", "-q", "-m", f"Add {name}")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository, which is also the current folder."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (tmp_path / ".gitconfig").write_text("[user]\nname = A\nemail = a@b.example\n[init]\ndefaultBranch = main\n")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CLAIMCHECK_"))}
    repository = Repository(folder, {**inherited, "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1"})
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    repository.git("init", "-q")
    monkeypatch.chdir(folder)
    return repository


class Said(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Each line as far as its code."""
        return [_head(line) for line in self.out.splitlines()]


def _head(line: str) -> str:
    place, _, rest = line.partition(": ")
    return f"{place} {' '.join(rest.split()[:2])}"


Checked = Callable[..., Said]


@pytest.fixture
def checked(capsys: pytest.CaptureFixture[str]) -> Checked:
    """Runs `check` in the current folder."""

    def run(
        *paths: str,
        staged: bool = False,
        since: str | None = None,
        everything: bool = False,
        baseline: bool = True,
        config: Config | None = None,
        outputs: Sequence[str] = ("lines",),
        environment: Mapping[str, str] | None = None,
    ) -> Said:
        code = check(
            paths,
            config=config or load_config(Path.cwd()),
            staged=staged,
            since=since,
            everything=everything,
            baseline=baseline,
            outputs=outputs,
            environment=environment or {},
        )
        return Said(code, *capsys.readouterr())

    return run
