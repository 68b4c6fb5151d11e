"""What a finding is made of: the rule, and beside it the record that names it, explains it and proves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.model import DocumentReport, Finding, Severity, Span


class Fault(NamedTuple):
    """One place where a rule fires. `claim` is the index of the claim at fault, None when no single claim is."""

    span: Span
    message: str
    claim: int | None = None
    others: tuple[Span, ...] = ()


class Example(NamedTuple):
    """A text, the source document that it is held against, if any, and a second source that only repeats the first."""

    text: str
    source: str | None = None
    repeated: str | None = None


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
