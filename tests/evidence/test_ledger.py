"""The ledger as people write it, and as they write it wrong."""

import contextlib
import datetime
import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger import EntryStatus, Reliability
from claimcheck.evidence.ledger_file import load_ledger, parse_ledger
from claimcheck.evidence.yaml_fields import read_yaml
from claimcheck.model import Comparator, Count, Kind, Period

FULL = """\
version: 1
policy: {independent_sources: 2, min_reliability: C, per_kind: {quotation: {independent_sources: 1}}}
claims:
  - id: orsk-toll
    text: At least 41 miners were killed in Orsk on 3 May 1992.
    kind: casualty
    status: verified
    certainty: probable
    said_by: [Ana Duarte]
    values:
      - {type: count, min: 41, outcome: killed, of: miners}
      - {type: period, edtf: 1992-05-03}
      - {type: amount, number: 3.5, comparator: about, unit: "%"}
      - {type: duration, iso: P32Y}
      - {type: official, person: Ana Duarte, role: interior minister, tenure: former}
      - {type: quotation, words: We saw it, speaker: Ana Duarte}
    anchors: [{doc: articles/orsk.md, exact: "At least 41 miners were killed", prefix: "…", suffix: "…"}]
    sources:
      - {ref: district-court-1994, relation: supports, quote: "forty-one bodies", locator: p. 12, credibility: 2}
    reviewed: {by: no, on: 2026-01-12, note: "Read, twice."}
    review_after: 2027-01-12
    history: [{on: 2026-02-01, change: number, from: "40", to: 41, reason: "A body was found.", correction: true}]
"""
ENTRY = "version: 1\nclaims:\n  - id: a\n    text: Ten died.\n    status: draft\n"
RIGHT = (FULL, ENTRY, "version: 1\n", "version: 1\nclaims: []\n", ENTRY + "    said_by: Ana Duarte\n")
WRONG = (  # the text, the line, and words of the message; all of them are wrong by the schema, too
    ("claims: []\n", 1, "has no 'version'"),
    ("version: 2\n", 1, "write version: 1"),
    ("- version: 1\n", 1, "must have fields"),
    ("version: 1\nclaim: []\n", 2, "did you mean 'claims'?"),
    ("version: 1\nclaims: no\n", 2, "is not a list"),
    ("version: 1\npolicy: {min_reliability: G}\n", 2, "write one of A, B"),
    ("version: 1\npolicy: {independent_sources: 0}\n", 2, "whole number from 1"),
    ("version: 1\nclaims:\n  - text: Ten died.\n", 3, "has no 'id'"),
    (ENTRY.replace("draft", "verifed"), 5, "did you mean 'verified'?"),
    (ENTRY.replace("Ten died.", "10"), 4, "'text' is not text"),
    (ENTRY + "    review_after: 12/5/20\n", 6, "write 2020-12-05"),
    (ENTRY + "    review_after: 2020-13-05\n", 6, "is not a day"),
    (ENTRY + "    values: [{type: period, edtf: May 1992}]\n", 6, "is not an EDTF date: 'May 1992'"),
    (ENTRY + "    values: [{type: count, of: miners}]\n", 6, "a number is missing"),
    (ENTRY + "    values: [{type: count, min: lots}]\n", 6, "is not a number: 'lots'"),
    (ENTRY + "    values: [{type: period, min: 3}]\n", 6, "has no field 'min'"),
    (ENTRY + "    sources: [{ref: a}]\n", 6, "has no 'relation'"),
    (ENTRY + "    sources: [{ref: a, relation: support}]\n", 6, "did you mean 'supports'?"),
    (ENTRY + "    sources: [{ref: a, relation: supports, credibility: 7}]\n", 6, "from 1 to 6"),
    (ENTRY + "    reviewed: {by: jm}\n", 6, "has no 'on'"),
    (ENTRY + "    reviewed: {by: jm, on: 2020-01-01, note: Once, and twice}\n", 6, "breaks off at a comma"),
)
BROKEN = (  # wrong in a way that a schema does not see
    (ENTRY + "  - {id: a, text: Two died., status: draft}\n", 6, "is also on line 3"),
    (ENTRY + "    status: verified\n", 6, "stands twice"),
    ("version: 1\n<<<<<<< HEAD\nclaims: []\n", 2, "merge-conflict marker"),
    ("version: 1\nclaims: &a []\n", 2, "anchor or alias"),
    ("version: 1\nclaims: !!python/object:os.system []\n", 2, "a tag"),
    ("version: 1\nclaims: [\n", 3, "is not YAML"),
    ("version: 1\n---\nversion: 1\n", 3, "a second YAML document"),
    ("version: 1\nclaims: " + "[" * 5000, 2, "nested deeper"),
    (ENTRY + "    values: [{type: count, min: 5, max: 3}]\n", 6, "is more than 'max'"),
    ("version: 1\x00\n", 1, "is not YAML"),
)
SCHEMA = json.loads(resources.files("claimcheck.schemas").joinpath("ledger.schema.json").read_text("utf-8"))


def test_a_full_ledger_is_read_with_all_its_fields() -> None:
    ledger = parse_ledger(FULL)
    entry = ledger.entries[0]
    assert (entry.id, entry.kind, entry.status, entry.line) == ("orsk-toll", Kind.CASUALTY, EntryStatus.VERIFIED, 4)
    count, period = entry.values[:2]
    assert isinstance(count, Count)
    assert (count.min, count.max, count.comparator, count.of) == (41, None, Comparator.AT_LEAST, "miners")
    assert isinstance(period, Period)
    assert period.earliest == period.latest == datetime.date(1992, 5, 3)
    assert entry.sources[0].credibility == 2
    assert entry.reviewed is not None
    assert entry.reviewed.by == "no"
    assert entry.history[0].after == "41"
    assert ledger.policy.min_reliability is Reliability.C
    assert ledger.policy_for(Kind.QUOTATION).independent_sources == 1
    assert ledger.policy_for(Kind.CASUALTY).independent_sources == 2


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_accepted_fits_the_schema(text: str) -> None:
    parse_ledger(text)
    jsonschema.validate(read_yaml(text, path="claims.yaml").plain(), SCHEMA)


@pytest.mark.parametrize(("text", "line", "words"), WRONG)
def test_what_the_schema_refuses_is_an_error_with_its_line(text: str, line: int, words: str) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(read_yaml(text, path="claims.yaml").plain())
    _assert_refused(text, line, words)


@pytest.mark.parametrize(("text", "line", "words"), BROKEN)
def test_what_a_schema_does_not_see_is_refused_too(text: str, line: int, words: str) -> None:
    _assert_refused(text, line, words)


def test_the_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("version: 3", "utf-8")
    with pytest.raises(ClaimcheckError, match=r"claims\.yaml: line 1: "):
        load_ledger(path)


@given(st.text(alphabet="[]{}:,-? \n'\"#&*!|>%@`\x00\ud800ab1", max_size=60))
def test_any_text_is_a_ledger_or_an_error(text: str) -> None:
    with contextlib.suppress(ClaimcheckError):
        parse_ledger(text)


def _assert_refused(text: str, line: int, words: str) -> None:
    with pytest.raises(ClaimcheckError) as caught:
        parse_ledger(text)
    assert str(caught.value).startswith(f"claims.yaml: line {line}: ")
    assert words in str(caught.value)
    assert str(caught.value).endswith(")")
