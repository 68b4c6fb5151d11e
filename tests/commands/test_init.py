"""What `init` writes works as it stands, and `doctor` says what does not."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import yaml

from claimcheck.commands.doctor import doctor
from claimcheck.commands.init import GITHUB, GITLAB, PRE_COMMIT, init
from claimcheck.commands.ledger import add
from claimcheck.config import Config, load_config
from claimcheck.evidence.corpus import load_corpus
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.readers import SEARCHED_SUFFIXES as SUFFIXES
from tests.commands.conftest import EVERYDAY, TOLL, Checked, Repository

TODAY = datetime.date(2026, 1, 12)


def test_init_writes_what_can_be_read_and_never_over_it(
    repository: Repository, checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init() == 0
    said = capsys.readouterr().out
    assert said.splitlines()[:3] == ["wrote claimcheck.toml", "wrote claims.yaml", "wrote corpus/README.md"]
    assert PRE_COMMIT in said
    assert load_config(Path.cwd()).kinds is None
    assert load_ledger("claims.yaml").entries == ()
    assert load_corpus("corpus").documents == ()
    repository.write("story.md", EVERYDAY)
    assert checked() == (0, "", "")
    repository.write("story.md", TOLL)
    add(["story.md"], config=Config())
    assert len(load_ledger("claims.yaml").entries) == 1
    capsys.readouterr()
    before = {path: path.read_bytes() for path in Path().rglob("*.*") if path.is_file()}
    init()
    assert capsys.readouterr().out.splitlines()[:3] == ["kept claimcheck.toml", "kept claims.yaml", "kept corpus"]
    assert {path: path.read_bytes() for path in Path().rglob("*.*") if path.is_file()} == before


def test_the_settings_that_init_shows_are_settings(repository: Repository) -> None:
    init()
    text = Path("claimcheck.toml").read_text("utf-8")
    Path("claimcheck.toml").write_text(re.sub(r"^# (?=\w+ = |\[\[)", "", text, flags=re.MULTILINE), "utf-8")
    assert load_config(Path.cwd()).independent_sources == 2
    assert load_config(Path.cwd()).ignore[0].codes == ("perishable",)


def test_init_keeps_to_settings_in_pyproject(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("pyproject.toml", "[tool.claimcheck]\n")
    repository.write(".github/workflows/a.yaml", "")
    repository.write(".gitlab-ci.yml", "")
    init()
    said = capsys.readouterr().out
    assert said.startswith("kept pyproject.toml\n")
    assert not Path("claimcheck.toml").exists()
    assert GITHUB in said
    assert GITLAB in said


def test_the_lines_for_hooks_and_ci_are_yaml_that_runs_commands_we_have(repository: Repository) -> None:
    (hook,) = yaml.safe_load("repos:\n" + PRE_COMMIT)["repos"][0]["hooks"]
    assert all(re.search(hook["files"], f"a{suffix}") for suffix in SUFFIXES)
    job = yaml.safe_load(GITHUB)["jobs"]["claimcheck"]["steps"][-1]["run"]
    script = yaml.safe_load(GITLAB)["claims"]["script"][-1]
    repository.commit("story.md", EVERYDAY)
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.commit("story.md", TOLL)
    variables = {"GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    repository = repository._replace(environment={**repository.environment, **variables})
    for command, printed in ((job, "::warning file=story.md,line=1"), (script, "story.md:1:1: warning")):
        done = repository.run(
            "bash", "-c", command.replace("claimcheck ", f"{python()} -m claimcheck ", 1), check=False
        )
        assert (done.returncode, done.stdout[: len(printed)]) == (1, printed), done.stderr
    assert Path("claims.json").exists()


def python() -> str:
    import shlex
    import sys

    return shlex.quote(sys.executable)


def test_the_doctor_finds_nothing_wrong_with_a_whole_set_up(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    init()
    repository.write(".pre-commit-config.yaml", "repos:\n" + PRE_COMMIT)
    repository.write(".git/hooks/pre-commit", "")
    capsys.readouterr()
    assert doctor(environment={}, today=TODAY) == 0
    assert all(line.startswith("ok ") for line in capsys.readouterr().out.splitlines())


ILL = [
    ("claimcheck.toml", "kind = 3", "settings: claimcheck.toml: line 1: no setting is called 'kind'"),
    ("claimcheck.toml", 'fail_on = ["warnings"]', "settings: 'fail_on' (claimcheck.toml:1) names 'warnings'"),
    ("claimcheck.toml", '[[ignore]]\npath = "old"\nreason = "x"', "settings: ignore old: there is no such file"),
    (
        "claimcheck.toml",
        '[[ignore]]\npath = "claimcheck.toml"\ncodes = ["perish"]\nreason = "x"',
        "settings: ignore claimcheck.toml: no finding is called 'perish'",
    ),
    ("claims.yaml", "version: 2", "ledger: claims.yaml: line 1: "),
    (
        "claims.yaml",
        "version: 1\nclaims:\n  - {id: a, text: Ten died., status: draft, review_after: 2020-01-01}",
        "ledger: 1 thing has come loose (claimcheck ledger check lists them)",
    ),
    ("corpus/a.md", "---\nissued: soon\n---\n\nText.\n", "corpus: "),
    ("corpus/a.md", "Text.\n", "hook: .pre-commit-config.yaml does not name claimcheck"),
]


@pytest.mark.parametrize(("name", "text", "says"), ILL)
def test_the_doctor_says_what_is_wrong_and_what_to_do(
    repository: Repository, capsys: pytest.CaptureFixture[str], name: str, text: str, says: str
) -> None:
    repository.write(name, text)
    assert doctor(environment={}, today=TODAY) == 1
    wrong = [line[6:] for line in capsys.readouterr().out.splitlines() if line.startswith("wrong ")]
    assert any(line.startswith(says) and line.endswith(")") for line in wrong), wrong
