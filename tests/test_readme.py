"""The README says what the program does: its commands run, its tables and help are the program's own."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck.claims.kinds import KINDS
from claimcheck.commands.init import GITHUB, GITLAB, PRE_COMMIT
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.findings import FINDINGS
from claimcheck.readers import READERS

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def run(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "claimcheck", *words]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def kinds() -> str:
    return "\n".join(["| kind | |", "|---|---|", *(f"| {kind.kind} | {kind.summary} |" for kind in KINDS)])


def findings() -> str:
    rows = (f"| `{rule.code}` | {rule.severity} | {rule.summary} |" for rule in FINDINGS)
    return "\n".join(["| finding | severity | |", "|---|---|---|", *rows])


def formats() -> str:
    rows = (
        f"| {', '.join(f'`{suffix}`' for suffix in reader.suffixes)} | {reader.summary} "
        f"| {f'`[{reader.extra}]`' if reader.extra else ''} |"
        for reader in READERS
    )
    return "\n".join(["| files | what is read | needs |", "|---|---|---|", *rows])


def help_text() -> str:
    return f"```console\n$ claimcheck --help\n{run('--help').stdout.strip()}\n```"


def hook() -> str:
    return f"```yaml\n{PRE_COMMIT}```"


def github() -> str:
    return f"```yaml\n{GITHUB}```"


def gitlab() -> str:
    return f"```yaml\n{GITLAB}```"


BLOCKS = {"kinds": kinds, "findings": findings, "formats": formats, "help": help_text}
BLOCKS |= {"hook": hook, "github": github, "gitlab": gitlab}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_tables_and_help_are_the_programs_own(block: object, request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.id
    wanted = f"<!-- {name} -->\n{block()}\n<!-- end -->"  # type: ignore[operator]
    text = README.read_text("utf-8")
    pattern = re.compile(rf"<!-- {name} -->\n.*?<!-- end -->", re.DOTALL)
    if request.config.getoption("--renew-golden"):
        text = pattern.sub(lambda _: wanted, text)
        README.write_text(text, "utf-8")
    assert wanted in text, f"the block {name!r} is out of date: pytest --renew-golden"


def commands() -> list[str]:
    lines = re.findall(r"^\$ (claimcheck [^#\n]*)", README.read_text("utf-8"), re.MULTILINE)
    return [line.strip() for line in lines if "--help" not in line]


@pytest.mark.parametrize("command", commands())
def test_the_commands_run(command: str, tmp_path: Path) -> None:
    """In a folder of their own with the two versions of the sample under the names that the README uses."""
    article = (ROOT / "articles" / "marn-prison-fire.md").read_text("utf-8")
    corrected = (ROOT / "articles" / "marn-prison-fire.corrected.md").read_text("utf-8")
    for name, text in (("article.md", article), ("old.md", article), ("new.md", corrected)):
        (tmp_path / name).write_text(text, "utf-8")
    if command.startswith("claimcheck corpus"):
        shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copyfile(ROOT / "docs" / "marn-series.jsonl", tmp_path / "series.jsonl")
    if command.startswith("claimcheck query"):
        run("scan", "series.jsonl", "--out", "tables", cwd=tmp_path)
    who = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "1"], ["commit", "-qm", "2", "--allow-empty"]):
        subprocess.run([*who, *words], cwd=tmp_path, check=True)
    done = run(*shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == (1 if "doctor" in command else 0), done.stderr  # the folder has no hook yet
    assert not done.stderr or command.split()[1] in ("check", "ledger", "corpus", "scan")  # these say what to do next


def test_the_python_example_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "casualty" in done.stdout


def test_the_examples_of_files_are_what_the_program_reads(tmp_path: Path) -> None:
    people_write = README.read_text("utf-8").split("## Add a source")[1]
    front_matter, ledger = re.findall(r"```yaml\n(.*?)```", people_write, re.DOTALL)
    assert yaml.safe_load(front_matter.strip("-\n"))["reliability"] == "A"
    (tmp_path / "claims.yaml").write_text(ledger, "utf-8")
    assert load_ledger(tmp_path / "claims.yaml").entries[0].id == "marn-toll"


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text("utf-8")):
        assert (ROOT / target).exists(), target
