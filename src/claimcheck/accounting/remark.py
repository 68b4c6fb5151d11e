"""One line of what `check` says: a finding with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Claim, Document, EvidenceStance, Finding, Place, Severity
from claimcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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
    claim: str | None = None  # its id
    sources: tuple[str, ...] = ()  # the documents that speak to the claim, and how
    who: str | None = None  # who says so, by the text itself
    draft: str | None = None  # the id of the ledger's entry that waits to be accounted for
    where: str | None = None  # the page and paragraph, in a format that has no lines


def remark_on(
    finding: Finding,
    document: Document,
    *,
    claim: Claim | None = None,
    who: str | None = None,
    draft: str | None = None,
) -> Remark:
    """The finding with its lines and columns.

    In a format that has no lines they are those of the text that was read, and the message says on which page it is.
    """
    start, end = finding.span
    last = document.source_map.place(max(start, end - 1))
    where = str(document.source_map.location(start)) if document.source_map.marks else None
    return Remark(
        document.path,
        document.source_map.place(start),
        Place(last.line, last.column + 1),
        finding.code,
        finding.severity,
        f"{where}: {finding.message}" if where else finding.message,
        finding.mend,
        finding.span.of(document.text),
        claim.id if claim else None,
        _sources(claim) if claim else (),
        who,
        draft,
        where,
    )


def _sources(claim: Claim) -> tuple[str, ...]:
    found = [e for e in claim.evidence if e.stance is not EvidenceStance.MENTIONS]
    return tuple(dict.fromkeys(f"{evidence.source} ({evidence.stance})" for evidence in found))


def as_json(remarks: Iterable[Remark]) -> str:
    """The remarks, to be read again by `from_json`."""
    import json  # here, since most runs keep nothing
    from dataclasses import asdict

    return json.dumps([asdict(remark) for remark in remarks])


def from_json(content: str) -> tuple[Remark, ...]:
    import json

    return tuple(_remark(fields) for fields in json.loads(content))


def _remark(fields: dict[str, Any]) -> Remark:
    places = {name: Place(*fields[name]) for name in ("start", "end")}
    return Remark(**{**fields, **places, "severity": Severity(fields["severity"]), "sources": tuple(fields["sources"])})
