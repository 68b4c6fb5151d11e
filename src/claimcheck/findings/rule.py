"""What a finding is made of: the rule, and beside it the record that names it, explains it and proves it."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator

from claimcheck.model import DocumentReport, Finding, Severity, Span
from claimcheck.records import NamedTuple, dataclass


class Fault(NamedTuple):
    """One place where a rule fires. `claim` is the index of the claim at fault, None when no single claim is."""

    span: Span
    message: str
    claim: int | None = None
    others: tuple[Span, ...] = ()


class Example(NamedTuple):
    """A text, the source document that it is held against, if any, and a second source that only repeats the first.

    `ledger` is the one entry of a ledger, and `date` the text's.
    """

    text: str
    source: str | None = None
    repeated: str | None = None
    ledger: str | None = None
    date: str | None = None


class ClaimFinder:
    """Looks up which claim of a report a place belongs to."""

    def __init__(self, report: DocumentReport) -> None:
        self._prose, self._claims = report.prose, report.claims

    def at(self, span: Span) -> int | None:
        """The index of the first claim that rests on the words, or that ends just before them."""
        sentence = self._prose.sentence_at(span.start)
        first = bisect.bisect_left(self._claims, sentence, key=lambda claim: claim.sentence)
        for index in range(first, len(self._claims)):
            claim = self._claims[index]
            if claim.sentence > sentence:
                break
            if any(piece.start <= span.start <= piece.end + 1 for piece in claim.spans):
                return index
        return None


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One kind of finding. `why` says what harm the fault does, `mend` what would put it right."""

    code: str
    severity: Severity
    summary: str
    why: str
    mend: str
    find: Callable[[DocumentReport], Iterator[Fault]]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]  # the nearest texts on which it must not fire

    def finding(self, fault: Fault) -> Finding:
        return Finding(self.code, self.severity, fault.message, fault.span, self.mend, fault.others)
