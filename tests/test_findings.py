"""Every finding fires on its own examples, and leaves the nearest texts alone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import claimcheck
from claimcheck.evidence.corpus import Corpus, SourceDocument
from claimcheck.evidence.ledger_file import parse_ledger
from claimcheck.findings import FINDINGS, FindingRule
from claimcheck.findings.rule import Example
from claimcheck.model import Finding, Report

FOLDER = Path(claimcheck.__file__).parent / "findings"
FIRES = [
    pytest.param(rule, example, id=f"{rule.code}: {example.text[:50]}") for rule in FINDINGS for example in rule.fires
]
SILENT = [
    pytest.param(rule, example, id=f"{rule.code}: {example.text[:50]}") for rule in FINDINGS for example in rule.silent
]


def corpus_of(example: Example) -> Corpus | None:
    if example.source is None:
        return None
    first = SourceDocument("first", claimcheck.parse(example.source, path="corpus/first.txt"))
    if example.repeated is None:
        return Corpus((first,))
    second = claimcheck.parse(example.repeated, path="corpus/second.txt")
    return Corpus((first, SourceDocument("second", second, derived_from=("first",))))


def findings_of(report: Report) -> list[Finding]:
    return [f for d in report.documents for f in (*d.findings, *(f for c in d.claims for f in c.findings))]


def report_on(example: Example) -> Report:
    day = datetime.date.fromisoformat(example.date) if example.date else None
    ledger = parse_ledger(f"version: 1\nclaims:\n- {example.ledger}") if example.ledger else None
    return claimcheck.check(claimcheck.parse(example.text, date=day), ledger=ledger, corpus=corpus_of(example))


def codes(example: Example) -> set[str]:
    return {finding.code for finding in findings_of(report_on(example))}


@pytest.mark.parametrize(("rule", "example"), FIRES)
def test_it_fires_on_the_fault(rule: FindingRule, example: Example) -> None:
    assert rule.code in codes(example)


@pytest.mark.parametrize(("rule", "example"), SILENT)
def test_it_is_silent_on_the_nearest_text_without_the_fault(rule: FindingRule, example: Example) -> None:
    assert rule.code not in codes(example)


@pytest.mark.parametrize("rule", FINDINGS, ids=lambda rule: rule.code)
def test_it_has_a_file_of_its_name_and_says_everything(rule: FindingRule) -> None:
    assert (FOLDER / f"{rule.code.replace('-', '_')}.py").exists()
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert rule.mend.endswith(".")
    assert rule.fires
    assert rule.silent


def test_none_is_forgotten() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "passages", "rule"}
    assert {rule.code.replace("-", "_") for rule in FINDINGS} == files


def test_a_finding_points_at_words_of_the_text() -> None:
    for rule in FINDINGS:
        for example in rule.fires:
            for finding in findings_of(report_on(example)):
                assert finding.span.of(example.text).strip()
