"""The JSON output keeps its contract: valid against the schema in the package, and pointing into the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

import claimcheck
from claimcheck import pipeline
from claimcheck.model import Report
from claimcheck.readers import parse
from claimcheck.renderers.json import render
from tests.renderers.sample import PAGE, sample

if TYPE_CHECKING:
    from claimcheck.readers import Format

SCHEMA = json.loads(resources.files("claimcheck").joinpath("schemas/report.schema.json").read_text("utf-8"))


def strict(schema: Any) -> Any:
    """The schema with no room for fields that it does not describe."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    return {**closed, "additionalProperties": False} if isinstance(schema.get("required"), list) else closed


def validated(report: Report) -> Any:
    output = render(report)
    assert output.isascii()
    found = json.loads(output)
    assert output == json.dumps(found, indent=2) + "\n"  # it is written in pieces
    jsonschema.Draft202012Validator(
        strict(SCHEMA), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(found)
    return found


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_report_of_a_text(golden: Callable[[str, str], None]) -> None:
    rules = validated(sample())["tool"]["rules"]  # other ones after every change of the program
    golden("report.json", render(sample()).replace(rules, "0" * 12))


TEXTS: list[tuple[str, Format]] = [
    ("", "text"),
    ("Line\u2028separator \x85 and \ud800 inside. At least 41 miners were killed on 3 May 1992.", "text"),
    ("ORSK, May 4, 1992 — About 60% of the 312 men, or $3 million, “died,” Ana Duarte, the ex-minister, said.", "text"),
    (PAGE, "markdown"),
]


@pytest.mark.parametrize(("text", "format"), TEXTS)
def test_every_output_keeps_the_contract(text: str, format: Format) -> None:
    validated(Report((pipeline.extract(parse(text, format=format)),)))


def test_offsets_lines_and_columns_point_into_the_file() -> None:
    found = validated(sample())
    for claim in found["documents"][0]["claims"]:
        span = claim["span"]
        in_file = PAGE[span["start"] : span["end"]]
        assert in_file.replace("**", "") == claim["quote"]
        line = PAGE.split("\n")[span["line"] - 1]
        assert line[span["column"] - 1 :].startswith(in_file.split("\n")[0])
        for value in claim["values"]:
            assert PAGE[value["start"] : value["end"]].replace("**", "") == value["text"]


def test_opinions_of_the_author_are_no_unverified_facts() -> None:
    summary = validated(sample())["summary"]
    assert {key: summary[key] for key in ("claims", "sourced", "attributed", "unverified", "opinion")} == {
        "claims": 5,
        "sourced": 1,
        "attributed": 2,
        "unverified": 1,
        "opinion": 1,
    }
    assert summary["findings"] == {"anonymous-source": 1, "contradicted-value": 1, "dangling-citation": 1}


def test_the_version_is_the_package_s() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert f'version = "{claimcheck.__version__}"' in project.read_text("utf-8")
