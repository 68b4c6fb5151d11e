"""What an editor has to answer for: the claims that are new, that matter, and that nobody has accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.accounting.accounts import Accounts, who_says
from claimcheck.accounting.accusations import accuses
from claimcheck.accounting.earlier import Before
from claimcheck.accounting.remark import Remark, remark_on
from claimcheck.evidence.ledger import EntryStatus, LedgerEntry
from claimcheck.model import (
    Claim,
    Comparator,
    Count,
    DocumentReport,
    EvidenceStance,
    Finding,
    Kind,
    Outcome,
    Severity,
    Status,
    hull,
)
from claimcheck.records import dataclass, replace

UNACCOUNTED = "unaccounted-claim"
DISPUTED = "disputed-claim"
RETRACTED = "retracted-claim"
UNSUPPORTED = frozenset({UNACCOUNTED, "unverified-casualty"})  # nothing is held against the claim, nothing for it

# Faults of a claim against the ledger, the corpus or the text itself: they count whatever the claim is about.
FAULTS = frozenset(
    {
        *("contradicted-value", "misquoted", "overstated", "hedge-dropped", "speaker-differs"),
        *("inconsistent-values", "inconsistent-arithmetic", DISPUTED, RETRACTED),
    }
)
KINDS = (Kind.CASUALTY, Kind.CHARACTERISATION)
KINDS_WITH_CORPUS = (*KINDS, Kind.QUOTATION, Kind.OFFICIAL)

_HELD = (Outcome.DETAINED, Outcome.SENTENCED)
_MEND = "Say whose claim it is, or add it to the ledger with a source, or accept it there with a reason and a name."

_NAMES = {Kind.CHARACTERISATION: "label", Kind.OFFICIAL: "office", Kind.QUOTATION: "quotation"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which claims count: those of one of the kinds; of some of these attribution is not enough."""

    kinds: tuple[Kind, ...] = KINDS
    need_sources: tuple[Kind, ...] = ()
    everything: bool = False  # also what stood in the text before, and findings of every sort

    def open(self, claim: Claim, report: DocumentReport) -> bool:
        """Whether the claim is of a kind that counts and nothing in the text or the sources answers for it.

        An accusation of somebody by name counts as a characterisation, whatever else it is.
        """
        if claim.status is Status.SOURCED:
            return False
        if claim.kind not in self.kinds and not (Kind.CHARACTERISATION in self.kinds and accuses(claim, report)):
            return False
        if _is_everyday(claim) and not self.everything:
            return False
        named = claim.kind is not Kind.QUOTATION and claim.kind not in self.need_sources
        return not (claim.status is Status.ATTRIBUTED and named)


def _is_everyday(claim: Claim) -> bool:
    """Whether all that happened is that somebody was held, and "a" is all that counts them: "police held a man"."""
    counts = [value for value in claim.values if isinstance(value, Count)]
    return claim.kind is Kind.CASUALTY and bool(counts) and all(map(_is_one_held, counts))


def _is_one_held(value: Count) -> bool:
    return value.number == 1 and value.comparator is Comparator.EXACT and value.outcome in _HELD


def remarks_on(report: DocumentReport, *, scope: Scope, entries: Accounts, before: Before) -> tuple[Remark, ...]:
    """What is to be said of a text, in its order."""
    found: list[Remark] = []
    for claims in open_claims(report, scope=scope):
        new = [claim for claim in claims if scope.everything or not before.said(claim, report)]
        held = {claim.id: entries.about(claim, report) for claim in new}
        left = [
            claim
            for claim in new
            if ((entry := held[claim.id]) is None or _lacking(entry))
            and not any(finding.code in FAULTS for finding in claim.findings)  # which say more
        ]
        if left:
            draft = next((entry for claim in left if (entry := held[claim.id])), None)
            more = any(before.strengthened(claim, report) for claim in left)
            found.append(open_remark(left, report, draft=draft, more=more))
    told = set()
    for claim in report.claims:
        for finding in _faults(claim, report, scope, entries, before):
            start = None if finding.code in FAULTS else finding.span.start
            same = (claim.sentence, finding.code, finding.message, start)
            if same in told:  # of claims that share their words
                continue
            told.add(same)
            found.append(remark_on(finding, report.document, claim=claim, who=who_says(claim, report)))
    for finding in report.findings:
        if scope.everything or (finding.code in FAULTS and not before.had(finding, report)):
            found.append(remark_on(finding, report.document))
    return tuple(sorted(found, key=lambda remark: (remark.start, remark.end, remark.code, remark.message)))


def open_claims(report: DocumentReport, *, scope: Scope) -> tuple[tuple[Claim, ...], ...]:
    """The claims that count and that neither text nor sources answer for, in the order of the text.

    Those of one kind that share words are together: whoever answers for one of them answers for all.
    """
    groups: list[list[Claim]] = []
    of_kind: dict[tuple[int, Kind], tuple[int, list[Claim]]] = {}
    open_ = [claim for claim in report.claims if scope.open(claim, report)]
    for claim in sorted(open_, key=lambda claim: (claim.span.start, -claim.span.end)):
        end, group = of_kind.get((claim.sentence, claim.kind), (-1, []))
        if claim.span.start >= end:
            group = []
            groups.append(group)
        group.append(claim)
        of_kind[claim.sentence, claim.kind] = (max(end, claim.span.end), group)
    return tuple(tuple(group) for group in groups)


def open_remark(
    claims: Sequence[Claim], report: DocumentReport, *, draft: LedgerEntry | None = None, more: bool = False
) -> Remark:
    """What is said of claims that share their words; `more` says that an earlier version claimed less."""
    finding = _unaccounted(claims, draft, name=_name(claims[0], report), more=more)
    who = who_says(claims[0], report)
    return remark_on(finding, report.document, claim=claims[0], who=who, draft=draft.id if draft else None)


def _faults(
    claim: Claim, report: DocumentReport, scope: Scope, entries: Accounts, before: Before
) -> tuple[Finding, ...]:
    """What is wrong with the claim itself, and what the ledger warns of."""
    faults = tuple(
        finding
        for finding in claim.findings
        if finding.code not in UNSUPPORTED and (scope.everything or finding.code in FAULTS)
    )
    entry = entries.about(claim, report)
    status = entry.status if entry else None
    if entry and status in (EntryStatus.DISPUTED, EntryStatus.RETRACTED):
        told = any(finding.code in (DISPUTED, RETRACTED) for finding in faults)
        return faults if told else (_warning(claim, entry), *faults)
    if scope.everything:
        return faults
    silent = (entry and not _lacking(entry)) or (faults and before.said(claim, report))
    return () if silent else faults


def _name(claim: Claim, report: DocumentReport) -> str:
    """What the claim is called in a message."""
    if claim.kind in _NAMES:
        return _NAMES[claim.kind]
    return "accusation" if claim.kind is not Kind.CASUALTY and accuses(claim, report) else f"{claim.kind} claim"


def _unaccounted(claims: Sequence[Claim], draft: LedgerEntry | None, *, name: str, more: bool) -> Finding:
    """The one finding on claims that share their words."""
    first = claims[0]
    own = next((finding for finding in first.findings if finding.code in UNSUPPORTED), None)
    span = hull(tuple(claim.span for claim in claims))
    if draft is not None:
        message = f"{_lacking(draft)} (line {draft.line} of the ledger, {draft.id})"
    else:
        message = f"no source is held for this {name}"
        message += "" if first.status is Status.ATTRIBUTED else ", and the text names none"
    message += "; the text claims more than it did" if more else ""
    if own is not None:
        return replace(own, message=message, span=span)
    return Finding(UNACCOUNTED, Severity.WARNING, message, span, _MEND)


def _lacking(entry: LedgerEntry) -> str:
    """What an entry still lacks to account for its claim; "" when it does, or warns of it."""
    match entry.status:
        case EntryStatus.DRAFT:
            return "a draft that nobody has sourced or accepted yet"
        case EntryStatus.ACCEPTED if entry.reviewed is None or not entry.reviewed.note:
            return "accepted without a reason and a name"
        case EntryStatus.VERIFIED if not any(s.relation is EvidenceStance.SUPPORTS for s in entry.sources):
            return "verified without a source that supports it"
        case _:
            return ""


def _warning(claim: Claim, entry: LedgerEntry) -> Finding:
    if entry.status is EntryStatus.RETRACTED:
        message = f"the ledger has retracted this claim (line {entry.line}, {entry.id})"
        return Finding(RETRACTED, Severity.ERROR, message, claim.span, "Take the claim out, or correct it.")
    message = f"the ledger holds this claim as disputed (line {entry.line}, {entry.id})"
    return Finding(DISPUTED, Severity.WARNING, message, claim.span, "Say in the text that it is disputed, and by whom.")
