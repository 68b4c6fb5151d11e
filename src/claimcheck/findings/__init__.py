"""What an editor should look at: one module per fault, listed here."""

from __future__ import annotations

from collections import defaultdict

from claimcheck.findings.anonymous_source import ANONYMOUS_SOURCE
from claimcheck.findings.circular_source import CIRCULAR_SOURCE
from claimcheck.findings.contradicted_value import CONTRADICTED_VALUE
from claimcheck.findings.dangling_citation import DANGLING_CITATION
from claimcheck.findings.disputed_claim import DISPUTED_CLAIM
from claimcheck.findings.hedge_dropped import HEDGE_DROPPED
from claimcheck.findings.inconsistent_arithmetic import INCONSISTENT_ARITHMETIC
from claimcheck.findings.inconsistent_values import INCONSISTENT_VALUES
from claimcheck.findings.ledger_stale import LEDGER_STALE
from claimcheck.findings.misquoted import MISQUOTED
from claimcheck.findings.overstated import OVERSTATED
from claimcheck.findings.perishable import PERISHABLE
from claimcheck.findings.retracted_claim import RETRACTED_CLAIM
from claimcheck.findings.rule import FindingRule
from claimcheck.findings.single_source import SINGLE_SOURCE
from claimcheck.findings.source_changed import SOURCE_CHANGED
from claimcheck.findings.source_missing import SOURCE_MISSING
from claimcheck.findings.speaker_differs import SPEAKER_DIFFERS
from claimcheck.findings.unattributed_opinion import UNATTRIBUTED_OPINION
from claimcheck.findings.unverified_casualty import UNVERIFIED_CASUALTY
from claimcheck.model import DocumentReport, Finding
from claimcheck.records import replace

FINDINGS: tuple[FindingRule, ...] = (
    ANONYMOUS_SOURCE,
    CIRCULAR_SOURCE,
    CONTRADICTED_VALUE,
    DANGLING_CITATION,
    DISPUTED_CLAIM,
    HEDGE_DROPPED,
    INCONSISTENT_ARITHMETIC,
    INCONSISTENT_VALUES,
    LEDGER_STALE,
    MISQUOTED,
    OVERSTATED,
    PERISHABLE,
    RETRACTED_CLAIM,
    SINGLE_SOURCE,
    SOURCE_CHANGED,
    SOURCE_MISSING,
    SPEAKER_DIFFERS,
    UNATTRIBUTED_OPINION,
    UNVERIFIED_CASUALTY,
)

__all__ = ["FINDINGS", "FindingRule", "find_findings"]


def find_findings(report: DocumentReport) -> DocumentReport:
    """The report with every finding, in the order of the text, on the claim it is about or on the document."""
    of_claim: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for rule in FINDINGS:
        for fault in rule.find(report):
            of_claim[fault.claim].append(rule.finding(fault))

    def ordered(index: int | None) -> tuple[Finding, ...]:
        return tuple(sorted(of_claim[index], key=lambda finding: (finding.span, finding.code)))

    claims = tuple(
        replace(claim, findings=ordered(index)) if index in of_claim else claim
        for index, claim in enumerate(report.claims)
    )
    return replace(report, claims=claims, findings=ordered(None))
