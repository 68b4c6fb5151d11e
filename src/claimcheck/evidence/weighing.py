"""Gives each claim its evidence, its status, and the rule and words that decided it."""

from __future__ import annotations

from claimcheck.evidence.unsourced import OPINION, Unsourced
from claimcheck.model import Claim, DocumentReport, Kind
from claimcheck.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.evidence.corpus import Corpus
    from claimcheck.evidence.ledger import Ledger


def weigh(report: DocumentReport, *, ledger: Ledger | None = None, corpus: Corpus | None = None) -> DocumentReport:
    """The report with every claim weighed against the ledger and the corpus."""
    claims = list(report.claims)
    claims.reverse()
    report = replace(report, claims=())  # each claim is let go of as its weighed one is made: there may be very many
    if ledger is None and corpus is None:
        unsourced = Unsourced(report, held=False)

        def weighed(claim: Claim) -> Claim:
            return unsourced.claim(claim, OPINION if claim.kind is Kind.OPINION else "")

    else:
        from claimcheck.evidence.scales import Scales  # here, since most texts are read where no source is held

        weighed = Scales(report, ledger, corpus).weighed
    return replace(report, claims=tuple(weighed(claims.pop()) for _ in range(len(claims))))
