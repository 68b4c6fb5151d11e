"""One line of what `check` says: a finding with its place in the file."""

from __future__ import annotations

from claimcheck.model import Claim, Document, Finding, Place, Severity
from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as it stands in the file on disk; `end` is the place after its last character."""

    path: str
    start: Place
    end: Place
    code: str
    severity: Severity
    message: str
    mend: str = ""
    quote: str = ""  # the words that it is about
    claim: Claim | None = None
    who: str | None = None  # who says so, by the text itself
    draft: str | None = None  # the id of the ledger's entry that waits to be accounted for


def remark_on(
    finding: Finding,
    document: Document,
    *,
    claim: Claim | None = None,
    who: str | None = None,
    draft: str | None = None,
) -> Remark:
    """The finding with its lines and columns."""
    start, end = finding.span
    last = document.source_map.place(max(start, end - 1))
    return Remark(
        document.path,
        document.source_map.place(start),
        Place(last.line, last.column + 1),
        finding.code,
        finding.severity,
        finding.message,
        finding.mend,
        finding.span.of(document.text),
        claim,
        who,
        draft,
    )
