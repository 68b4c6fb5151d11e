"""`circular-source`: several sources, and all of them repeat one."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, EvidenceStance, Kind, Severity


def find(report: DocumentReport) -> Iterator[Fault]:
    """Claims with two or more supporting sources that go back to one document, or with none but the speaker's own."""
    for index, claim in enumerate(report.claims):
        if not claim.evidence:
            continue
        support = [e for e in claim.evidence if e.stance is EvidenceStance.SUPPORTS]
        sources = tuple(dict.fromkeys(ident for e in support for ident in (e.rests_on or (e.source,) * bool(e.roots))))
        if support and all(e.own for e in support) and claim.kind is not Kind.QUOTATION:
            yield Fault(claim.span, f"all that supports it is the speaker's own: {_listed(sources)}", index)
        elif len(sources) > 1 and claim.independent_sources == 1:
            roots = sorted({root for e in support for root in e.roots})
            origin = f": {'both' if len(sources) == 2 else 'all'} go back to {roots[0]}" if len(roots) == 1 else ""
            yield Fault(claim.span, f"{_listed(sources)} are one source{origin}", index)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


CIRCULAR_SOURCE = FindingRule(
    code="circular-source",
    severity=Severity.WARNING,
    summary="All that supports the claim goes back to one document, or to whoever says so.",
    why="Ten papers that repeat one report are one source, however often they print it.",
    mend="Find a source of another origin, or say in the text whose report it is.",
    find=find,
    fires=(
        Example(
            "Guards fired tear gas into the yard.",
            "Guards fired tear gas into the yard.",
            repeated="Guards fired tear gas into the yard.",
        ),
    ),
    silent=(Example("Guards fired tear gas into the yard.", "Guards fired tear gas into the yard."),),
)
