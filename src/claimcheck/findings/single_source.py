"""`single-source`: a toll, or an act that somebody is blamed for, rests on one document."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.lexicon import load
from claimcheck.model import Claim, DocumentReport, EvidenceStance, Kind, Severity, Status, Tag

_FINITE = (Tag.VERB, Tag.PARTICIPLE, Tag.INFINITIVE, Tag.GERUND)


def find(report: DocumentReport) -> Iterator[Fault]:
    """Sourced casualty claims and accusations with one source; several that repeat one are `circular-source`."""
    for index, claim in enumerate(report.claims):
        if claim.status is not Status.SOURCED or claim.independent_sources != 1 or not _is_grave(claim, report):
            continue
        support = [e for e in claim.evidence if e.stance is EvidenceStance.SUPPORTS]
        sources = sorted({ident for e in support for ident in (e.rests_on or (e.source,) if not e.own else ())})
        if len(sources) == 1:
            yield Fault(claim.span, f"only {sources[0]} supports it", index)


def _is_grave(claim: Claim, report: DocumentReport) -> bool:
    if claim.kind in (Kind.CASUALTY, Kind.CHARACTERISATION):
        return True
    acts, tokens = frozenset(load("accusations")["acts"]), report.prose.tokens
    from claimcheck.comparison.words import lemma_of  # here, since most texts are read where no source is held

    words = [i for span in claim.spans for i in tokens.within(span)]
    return claim.kind is not Kind.QUOTATION and any(
        tokens.tag[i] in _FINITE and lemma_of(tokens.lower[i]) in acts for i in words
    )


SINGLE_SOURCE = FindingRule(
    code="single-source",
    severity=Severity.NOTE,
    summary="A casualty claim or an accusation is supported by one source only.",
    why="Tolls change and sources err; two that know of it independently are the rule in casualty recording.",
    mend="Look for a second source of another origin, or say whose word it is.",
    find=find,
    fires=(
        Example("41 prisoners were killed in the fire.", "41 prisoners were killed in the fire."),
        Example("Guards tortured prisoners in the yard.", "Guards tortured prisoners in the yard."),
    ),
    silent=(
        Example("The prison held 312 men.", "The prison held 312 men."),
        Example("41 prisoners were killed in the fire."),
        Example("Guards opened the doors of the yard.", "Guards opened the doors of the yard."),
    ),
)
