"""The hooks, run by the real pre-commit in real repositories."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from claimcheck.readers import SEARCHED_SUFFIXES as SUFFIXES
from tests.commands.conftest import EVERYDAY, TOLL, Repository

PROJECT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
CONFIG = """\
repos:
  - repo: local
    hooks:
      - id: claimcheck
        name: claimcheck
        language: system
        entry: {python} -m {entry}
        files: {files}
        require_serial: true
"""

pytestmark = pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")


@pytest.fixture
def hooked(repository: Repository) -> Repository:
    """A repository with one commit in which the hook is installed, with the entry that we ship."""
    hook = HOOKS["claimcheck"]
    config = CONFIG.format(python=sys.executable, entry=hook["entry"], files=hook["files"])
    repository.commit(".pre-commit-config.yaml", config)
    repository.run(sys.executable, "-m", "pre_commit", "install", "-t", "pre-commit", "-t", "pre-merge-commit")
    return repository


def commit(repository: Repository, *words: str) -> subprocess.CompletedProcess[str]:
    return repository.run("git", "commit", "-m", "Change", *words, check=False)


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_says_what_it_runs_on(hook: dict[str, object]) -> None:
    assert hook["language"] == "python"
    assert hook["require_serial"] is True
    assert hook["minimum_pre_commit_version"] == "3.2.0"
    assert {"pre-commit", "pre-merge-commit"} <= set(hook["stages"])  # type: ignore[call-overload]  # a list


def test_the_hook_for_changed_files_is_given_every_format_that_is_read() -> None:
    files = re.compile(HOOKS["claimcheck"]["files"])
    assert all(files.search(f"a b/Ä{suffix}") and files.search(f"a{suffix.upper()}") for suffix in SUFFIXES)
    assert not any(files.search(name) for name in ("a.py", "md", "a.md.bak", "a.txtx"))
    assert HOOKS["claimcheck-all"]["pass_filenames"] is False
    assert HOOKS["claimcheck-all"]["always_run"] is True


def test_a_commit_passes_or_is_stopped_by_its_staged_text(hooked: Repository) -> None:
    hooked.stage("Bericht über Orsk.md", EVERYDAY)
    assert commit(hooked).returncode == 0
    hooked.stage("Bericht über Orsk.md", f"{EVERYDAY}\n{TOLL}\n")
    hooked.write("Bericht über Orsk.md", EVERYDAY)  # not staged: what is staged counts
    stopped = commit(hooked)
    assert stopped.returncode == 1
    assert "Bericht über Orsk.md:3:1: warning unverified-casualty" in stopped.stdout + stopped.stderr
    assert "claimcheck ledger add 'Bericht über Orsk.md'" in stopped.stdout + stopped.stderr
    assert (hooked.folder / "Bericht über Orsk.md").read_text("utf-8") == EVERYDAY
    hooked.git("add", ".")
    hooked.write("Bericht über Orsk.md", f"{EVERYDAY}\n{TOLL}\n")
    hooked.stage("other.md", EVERYDAY)
    assert commit(hooked).returncode == 0


def test_fifty_files_are_checked_in_one_commit(hooked: Repository) -> None:
    for number in range(50):
        hooked.write(f"articles/story {number}.md", EVERYDAY)
    hooked.write("articles/story 31.md", f"{EVERYDAY}\n{TOLL}\n")
    hooked.git("add", ".")
    stopped = commit(hooked)
    assert stopped.returncode == 1
    assert stopped.stdout.count("unverified-casualty") + stopped.stderr.count("unverified-casualty") == 1
    hooked.stage("articles/story 31.md", EVERYDAY)
    assert commit(hooked).returncode == 0


def test_a_merge_passes_unless_it_says_something_new_itself(hooked: Repository) -> None:
    hooked.stage("story.md", f"One.\n\n{EVERYDAY}\nTwo.\n")
    commit(hooked)
    hooked.git("checkout", "-q", "-b", "topic")
    hooked.stage("story.md", f"One.\n\n{EVERYDAY}\n{TOLL}\n")
    commit(hooked, "--no-verify")
    hooked.git("checkout", "-q", "main")
    hooked.stage("story.md", f"Three.\n\n{EVERYDAY}\nTwo.\n")
    assert commit(hooked).returncode == 0
    assert hooked.run("git", "merge", "--no-edit", "topic", check=False).returncode == 0  # git makes the commit itself
    hooked.git("reset", "-q", "--hard", "HEAD~1")
    hooked.git("merge", "-q", "--no-commit", "topic")
    hooked.stage("story.md", f"Three.\n\n{EVERYDAY}\nThis was a war crime.\n")
    assert commit(hooked).returncode == 1
    hooked.stage("story.md", f"Three.\n\n{EVERYDAY}\n{TOLL}\n")
    assert commit(hooked).returncode == 0


@pytest.mark.slow
def test_the_shipped_hooks_install_and_run(repository: Repository) -> None:
    if not (PROJECT / ".git").exists():
        pytest.skip("not in a clone of the project")
    repository.stage("story.md", TOLL)
    repository = repository._replace(environment={k: v for k, v in repository.environment.items() if k != "PYTHONPATH"})
    try_repo = [sys.executable, "-m", "pre_commit", "try-repo", str(PROJECT)]
    tried = repository.run(*try_repo, "claimcheck", "--all-files", check=False)
    if "CalledProcessError" in tried.stdout and "pip" in tried.stdout:
        pytest.skip("pip cannot install the project here")
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "story.md:1:1: warning unverified-casualty" in tried.stdout
    repository.git("commit", "-q", "-m", "Add a story")
    assert repository.run(*try_repo, "claimcheck", "--all-files", check=False).returncode == 0
    assert repository.run(*try_repo, "claimcheck-all", check=False).returncode == 1
