"""Settings: where they are found, which of them holds, and the one line for those that cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from claimcheck.config import SETTINGS, Config, PathRule, load_config
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Kind, Style


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_the_defaults_say(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config()
    assert {setting.name for setting in SETTINGS} == set(Config.__dataclass_fields__) - {"origins", "file"}


def test_every_setting_is_read_from_the_file_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(
        tmp_path / "pyproject.toml",
        """\
[tool.other]
kinds = 3

[tool.claimcheck]
ledger = "data/claims.yaml"
corpus = "data/sources"
date_style = "history"
kinds = ["casualty", "date"]
need_sources = ["casualty"]
independent_sources = 2
min_reliability = "C"
fail_on = ["error", "perishable"]

[[tool.claimcheck.ignore]]
path = "archive/**"
codes = ["perishable"]
reason = "Printed before 2020."
""",
    )
    config = load_config(tmp_path)
    assert config.ledger == tmp_path / "data/claims.yaml"
    assert config.corpus == tmp_path / "data/sources"
    assert config.date_style is Style.HISTORY
    assert config.kinds == (Kind.CASUALTY, Kind.DATE)
    assert config.need_sources == (Kind.CASUALTY,)
    assert (config.independent_sources, config.min_reliability) == (2, "C")
    assert config.fail_on == ("error", "perishable")
    assert config.ignore == (PathRule("archive/**", "Printed before 2020.", ("perishable",), tmp_path),)
    assert config.origin("kinds") == "pyproject.toml:8"
    assert config.origin("ignore") == "pyproject.toml:14"


def test_flags_outrank_the_environment_and_that_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "claimcheck.toml", 'kinds = ["date"]\nfail_on = ["note"]\nindependent_sources = 3\n')
    environment = {"CLAIMCHECK_KINDS": "official, quotation", "CLAIMCHECK_INDEPENDENT_SOURCES": "2", "HOME": "/"}
    config = load_config(tmp_path, environment=environment, flags={"kinds": ["event"], "ledger": None})
    assert (config.kinds, config.origin("kinds")) == ((Kind.EVENT,), "--kinds")
    assert (config.independent_sources, config.origin("independent_sources")) == (2, "CLAIMCHECK_INDEPENDENT_SOURCES")
    assert (config.fail_on, config.origin("fail_on")) == (("note",), "claimcheck.toml:2")
    assert (config.ledger, config.origin("ledger")) == (None, "default")


def test_the_nearest_file_up_to_the_root_of_the_repository_holds(tmp_path: Path) -> None:
    write(tmp_path / "claimcheck.toml", 'fail_on = "never"')
    inner = tmp_path / "repository" / "articles"
    inner.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    assert load_config(inner) == Config()
    write(tmp_path / "repository" / "pyproject.toml", '[tool.claimcheck]\nfail_on = "note"')
    write(inner / "pyproject.toml", '[project]\nname = "articles"')
    assert load_config(inner).fail_on == ("note",)
    write(tmp_path / "repository" / "claimcheck.toml", 'fail_on = "error"')
    assert load_config(inner).fail_on == ("error",)
    write(inner / "claimcheck.toml", "")
    assert load_config(inner).fail_on == ("warning",)


WRONG = [
    ('\nkind = ["date"]', "claimcheck.toml: line 2: no setting is called 'kind' (did you mean 'kinds'?)"),
    ('kinds = ["dates"]', "claimcheck.toml: line 1: 'kinds' knows no 'dates' (did you mean 'date'?)"),
    ("kinds = 3", 'claimcheck.toml: line 1: \'kinds\' is not a list: 3 (write ["one", "two"])'),
    ("ledger = true", "claimcheck.toml: line 1: 'ledger' is not a text: True (put it in quotation marks)"),
    ("independent_sources = 0", "claimcheck.toml: line 1: 'independent_sources' is not a whole number from 1 to 99"),
    ("independent_sources = true", "claimcheck.toml: line 1: 'independent_sources' is not a whole number"),
    ('min_reliability = "G"', "claimcheck.toml: line 1: 'min_reliability' knows no 'G' (write one of A, B"),
    ('date_style = "newss"', "claimcheck.toml: line 1: 'date_style' knows no 'newss' (did you mean 'news'?)"),
    ('ignore = ["a"]', "claimcheck.toml: line 1: 'ignore' is not a list of rules"),
    ('[[ignore]]\npath = "a"', "claimcheck.toml: line 1: 'ignore' has a rule without 'reason' (add reason = "),
    ('[[ignore]]\npaths = "a"', "claimcheck.toml: line 1: 'ignore' has no field 'paths' (did you mean 'path'?)"),
    ("a = 1\nb = ]", "claimcheck.toml: line 2: is not TOML: "),
]


@pytest.mark.parametrize(("text", "says"), WRONG)
def test_what_cannot_be_is_one_line_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "claimcheck.toml", text)
    assert_refused(tmp_path, {}, says)


WRONG_VARIABLES = [
    ({"CLAIMCHECK_KIND": "date"}, "no setting is called 'CLAIMCHECK_KIND' (did you mean 'CLAIMCHECK_KINDS'?)"),
    ({"CLAIMCHECK_KINDS": "dates"}, "'CLAIMCHECK_KINDS' knows no 'dates' (did you mean 'date'?)"),
    ({"CLAIMCHECK_IGNORE": "a"}, "rules by path belong in the file"),
]


@pytest.mark.parametrize(("environment", "says"), WRONG_VARIABLES)
def test_a_wrong_variable_is_named(tmp_path: Path, environment: dict[str, str], says: str) -> None:
    assert_refused(tmp_path, environment, says)


def assert_refused(folder: Path, environment: Mapping[str, str], says: str) -> None:
    with pytest.raises(ClaimcheckError) as refused:
        load_config(folder, environment=environment)
    assert str(refused.value).startswith(says)
    assert "\n" not in str(refused.value)


COVERED = [
    ("archive/**", "archive/1990/a.md", True),
    ("archive", "archive/1990/a.md", True),
    ("archive/", "archive/a.md", True),
    ("./archive/*.md", "archive/a.md", True),
    ("archive/*.md", "archive/1990/a.md", False),
    ("**/notes.txt", "notes.txt", True),
    ("**/notes.txt", "a/b/notes.txt", True),
    ("*.txt", "a/notes.txt", False),
    ("archive", "archived.md", False),
    ("a?[1].md", "ab[1].md", True),
]


@pytest.mark.parametrize(("pattern", "file", "covered"), COVERED)
def test_a_path_rule_covers_what_its_glob_means(tmp_path: Path, pattern: str, file: str, covered: bool) -> None:
    assert PathRule(pattern, "tested", (), tmp_path).covers(tmp_path / file) is covered
    assert not PathRule(pattern, "tested", (), tmp_path / "elsewhere").covers(tmp_path / file)
