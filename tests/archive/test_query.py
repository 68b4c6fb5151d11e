"""Questions of an archive: answered from its tables, in every format, and nothing else is read or written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from claimcheck.cli import run
from claimcheck.commands.scan import scan

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("marn")
    assert scan([str(ROOT / "docs" / "marn-series.jsonl")], out=folder, jobs=1) == 0
    return str(folder)


def rows(out: str, question: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert run(["query", out, question, "--format", "json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_who_is_quoted_how_often(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, *_ = rows(out, "speakers", capsys)
    assert (first["speaker"], first["type"], first["articles"]) == ("Ministry of Justice", "organisation", 9)
    assert (second["speaker"], second["in_quotation_marks"]) == ("Ilse Varga", 2)


def test_which_figures_are_given_over_time(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = [row for row in rows(out, "tolls Marn prison", capsys) if row["outcome"] == "killed"]
    told = [(row["date"], row["number"]) for row in found if row["speaker"] == "Ministry of Justice"]
    assert told == sorted(told)
    assert [number for _, number in told] == [12, 12, 19, 19, 27, 27, 38]
    assert rows(out, "tolls Marn submarine", capsys) == []


def test_where_a_claim_appeared_first_and_how_it_changed(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(out, "history prisoners were killed in the fire at Marn prison", capsys)
    assert (found[0]["change"], found[0]["date"], found[0]["figures"]) == ("first", "2019-03-14", "At least 12")
    changes = {str(row["article"]).partition("#")[2]: row["change"] for row in found}
    assert changes["post-2"] == "other words"  # "Nineteen" after "19"
    assert changes["halden-4"] == "other figures"
    by_id = rows(out, f"history {found[3]['id']}", capsys)
    assert [row["id"] for row in by_id] == [row["id"] for row in found]


@pytest.mark.parametrize("question", ["tolls Orsk\udcff", "SELECT '\udcff'"])
def test_a_question_that_is_no_text_is_refused_in_one_line(
    question: str, out: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["query", out, question]) == 2
    assert capsys.readouterr().err == (
        "claimcheck: the question is not UTF-8 (write it in a terminal whose encoding is UTF-8)\n"
    )


def test_sql_over_the_tables(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    sql = "SELECT kind, count(*) AS n FROM claims GROUP BY kind ORDER BY n DESC, kind"
    assert run(["query", out, sql]) == 0
    header, rule, first, *_ = capsys.readouterr().out.splitlines()
    assert header.split() == ["kind", "n"]
    assert set(rule) == {"-", " "}
    assert first.startswith("casualty")
    assert run(["query", out, sql, "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert table[0]["kind"] == "casualty"
    assert rows(out, "FROM errors", capsys) == []


def test_a_list_is_json_in_a_table(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", out, "SELECT words FROM claims LIMIT 1", "--format", "csv"]) == 0
    assert json.loads(list(csv.reader(io.StringIO(capsys.readouterr().out)))[1][0])


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_csv('https://reports.example/a.csv')",
        "COPY claims TO 'copy.csv'",
        "CREATE TABLE x AS SELECT 1",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT 1; SELECT 2",
        "SELECT nothing FROM claims",
        "tell me",
        "",
        "tolls",
        "speakers Marn",
    ],
)
def test_what_does_more_than_ask_is_refused_in_one_line(
    question: str, out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["query", out, question]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_quotation_mark_in_the_words_is_no_sql(out: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert rows(out, "history it's ' OR 1 = 1", capsys) == []


def test_a_folder_without_tables_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["query", str(tmp_path), "speakers"]) == 2
    assert "holds no tables (make them with: claimcheck scan SOURCE --out DIR)" in capsys.readouterr().err


def test_only_parts_that_are_whole_are_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Seven men were killed in Halden.\n")
        assert scan([str(tmp_path / f"{name}.txt")], out=tmp_path / "out", jobs=1) == 0
    next((tmp_path / "out" / "done").iterdir()).unlink()
    assert len(rows(str(tmp_path / "out"), "FROM articles", capsys)) == 1
