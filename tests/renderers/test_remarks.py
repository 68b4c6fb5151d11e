"""What `check` found, as machines read it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.accounting.codes import all_codes
from claimcheck.accounting.remark import Remark, as_json, from_json
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Place, Severity
from claimcheck.renderers.remarks import FORMATS, Output, read_outputs, render, write

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
HOSTILE = "<script>|`a`| =1+1 % ::error::\n\x1b[31m ]]> \u202e \ufffe \ud800 @all"


def remark(
    code: str = "unverified-casualty",
    severity: Severity = Severity.WARNING,
    *,
    path: str = "articles/ä b#.md",
    line: int = 3,
    message: str = "no source is held",
    quote: str = "At least 41 miners were killed",
) -> Remark:
    place = Place(line, 4)
    return Remark(
        path, place, Place(line, 9), code, severity, message, quote=quote, claim="0000000000a1", who="Ana Duarte"
    )


PLAIN = (
    remark(),
    remark("contradicted-value", Severity.ERROR, line=5, message="count: the text has “41”, a.md:3 has “40”"),
    remark("perishable", Severity.NOTE, line=7, quote="so far"),
)
ODD = (remark(path=HOSTILE, message=HOSTILE, quote=HOSTILE), remark(), remark())


def rendered(name: str, remarks: tuple[Remark, ...] = PLAIN) -> str:
    return render(remarks, name)


@pytest.mark.parametrize("remarks", [(), PLAIN, ODD], ids=["none", "plain", "odd"])
def test_remarks_are_read_again_as_they_were_kept(remarks: tuple[Remark, ...]) -> None:
    assert from_json(as_json(remarks)) == remarks


@pytest.mark.parametrize("remarks", [(), PLAIN, ODD], ids=["none", "plain", "odd"])
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_every_text_and_says_the_same_twice(name: str, remarks: tuple[Remark, ...]) -> None:
    assert rendered(name, remarks) == rendered(name, remarks)
    text = rendered(name, remarks)
    text.encode("utf-8")
    assert not set("\x1b\u202e") & set(text)


@pytest.mark.parametrize("remarks", [(), PLAIN, ODD], ids=["none", "plain", "odd"])
def test_sarif_is_valid_and_explains_each_rule(remarks: tuple[Remark, ...]) -> None:
    log = json.loads(rendered("sarif", remarks))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(all_codes())
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    marks = [result["partialFingerprints"]["claimcheck/v1"] for result in run["results"]]
    assert len(set(marks)) == len(marks) == len(remarks)


def test_sarif_names_files_by_relative_encoded_uris() -> None:
    (result, *_) = json.loads(rendered("sarif"))["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "articles/%C3%A4%20b%23.md", "uriBaseId": "%SRCROOT%"}
    assert location["region"] == {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 9}


def test_a_fingerprint_stays_when_the_claim_moves() -> None:
    def mark(line: int) -> str:
        found: str = json.loads(rendered("gitlab", (remark(line=line),)))[0]["fingerprint"]
        return found

    assert mark(3) == mark(30)


def test_github_shows_ten_of_each_and_counts_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = tuple(remark(line=n) for n in range(1, 13)) + PLAIN
    summary = tmp_path / "summary.md"
    write(many, read_outputs(["github"]), environment={"GITHUB_STEP_SUMMARY": str(summary)})
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("::warning file=articles/ä b#.md,line=1,endLine=1,col=4,endColumn=9,title=unverified-")
    assert [sum(line.startswith(f"::{kind} ") for line in out) for kind in ("warning", "error", "notice")] == [10, 1, 1]
    assert out[-1].endswith("::not shown here: 3 warnings, 1 note; the summary lists all")
    assert summary.read_text("utf-8").count("\n| articles/") == 15


def test_github_cannot_be_told_other_commands() -> None:
    lines = rendered("github", ODD).splitlines()
    assert len(lines) == 3
    assert all(line.startswith("::warning file=") for line in lines)
    assert "%3A%3Aerror%3A%3A" in lines[0].partition("::warning")[2].partition("::")[0]


def test_gitlab_has_what_it_asks_for() -> None:
    issues = json.loads(rendered("gitlab"))
    assert [issue["severity"] for issue in issues] == ["minor", "major", "info"]
    assert issues[0]["location"] == {"path": "articles/ä b#.md", "lines": {"begin": 3, "end": 3}}


def test_reviewdog_gets_a_line_each() -> None:
    found = [json.loads(line) for line in rendered("rdjsonl").splitlines()]
    assert [row["severity"] for row in found] == ["WARNING", "ERROR", "INFO"]
    assert found[0]["code"] == {"value": "unverified-casualty"}
    assert found[1]["location"]["range"] == {"start": {"line": 5}, "end": {"line": 5}}


@pytest.mark.parametrize(("remarks", "tests", "failures"), [((), 1, 0), (PLAIN, 3, 2), (ODD, 3, 3)])
def test_junit_is_well_formed(remarks: tuple[Remark, ...], tests: int, failures: int) -> None:
    (suite,) = ElementTree.fromstring(rendered("junit", remarks))
    assert (suite.get("tests"), suite.get("failures")) == (str(tests), str(failures))
    assert len(suite.findall("testcase")) == tests
    assert len(suite.findall("testcase/failure")) == failures


def test_markdown_obeys_nothing_in_the_text() -> None:
    table = rendered("markdown", ODD).splitlines()
    assert len(table) == 5
    assert "<script>" not in table[2]
    assert table[2].replace(r"\|", "").count("|") == 4


def test_the_sheet_has_columns_to_fill_in() -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv"))))
    assert list(rows[0])[:5] == ["claim", "who says", "source", "checked by", "date"]
    assert (rows[0]["claim"], rows[0]["who says"], rows[0]["date"]) == (PLAIN[0].quote, "Ana Duarte", "")
    (row,) = csv.DictReader(io.StringIO(rendered("csv", (remark(quote="=1+1"),))))
    assert row["claim"] == "'=1+1"


def test_outputs_go_where_they_are_sent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a b:c.sarif"
    outputs = read_outputs(["lines", f"sarif:{file}"])
    assert outputs == (Output("lines", None), Output("sarif", file))
    write(PLAIN, outputs, environment={})
    assert capsys.readouterr().out == rendered("lines")
    assert file.read_text("utf-8") == rendered("sarif")


WRONG = [
    (["sariff"], "no format is called 'sariff' (did you mean 'sarif'?)"),
    (["pdf"], "no format is called 'pdf' (write one of lines, "),
    (["sarif:"], "'sarif:' names no file"),
    (["lines", "markdown"], "two formats go to standard output"),
]


@pytest.mark.parametrize(("words", "says"), WRONG)
def test_a_wrong_format_is_refused(words: list[str], says: str) -> None:
    with pytest.raises(ClaimcheckError) as refused:
        read_outputs(words)
    assert str(refused.value).startswith(says)


@given(st.text(max_size=40), st.sampled_from(list(FORMATS)))
def test_any_text_can_be_printed(text: str, name: str) -> None:
    rendered(name, (remark(path=text or "a", message=text, quote=text),)).encode("utf-8")
