"""Which entry of the ledger a claim is: by its anchor in the article, else by what both say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.comparison.counts import compare_numbers, interval
from claimcheck.comparison.periods import compare_periods
from claimcheck.comparison.words import Unit
from claimcheck.evidence.index import Index, read_text
from claimcheck.evidence.ledger import EntryStatus, Ledger, LedgerEntry
from claimcheck.evidence.verify import Verdict, hold
from claimcheck.model import (
    Claim,
    Count,
    DocumentReport,
    Evidence,
    EvidenceStance,
    FieldComparison,
    Period,
    Relation,
    Value,
)
from claimcheck.readers import parse_plain
from claimcheck.records import dataclass
from claimcheck.sentences import read_prose

_LOOKED_AT = 5
_ANSWERED_FOR = (EntryStatus.ACCEPTED, EntryStatus.VERIFIED)  # the others contradict nobody


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that is about the claim, and how what it says stands to it."""

    entry: LedgerEntry
    evidence: Evidence

    @property
    def considered(self) -> frozenset[str]:
        """The documents that whoever reviewed the entry has weighed, for or against."""
        return frozenset(source.ref for source in self.entry.sources)


class Entries:
    """The ledger, ready to be asked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        texts = [read_text(entry.id, read_prose(parse_plain(entry.text))) for entry in ledger.entries]
        self._index = Index(texts)

    def match(self, claim: Claim, units: Sequence[Unit], report: DocumentReport) -> Match | None:
        """The entry that says what the claim says, or that contradicts it; None when there is none."""
        best: tuple[tuple[bool, float], Match] | None = None
        for passage in self._index.search(units, _LOOKED_AT):
            verdict, evidence, _ = hold(tuple(units), passage, self._index)
            entry = self._ledger.entries[passage.text]
            if verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED) or not _same_voice(entry, claim):
                continue
            evidence = _valued(replace(evidence, path=self._ledger.path, line=entry.line), claim, entry)
            if evidence.stance is EvidenceStance.CONTRADICTS and entry.status not in _ANSWERED_FOR:
                continue
            rank = (verdict is Verdict.SUPPORTED, evidence.score)
            if best is None or rank > best[0]:
                best = (rank, Match(entry, evidence))
        return best[1] if best else None


def _same_voice(entry: LedgerEntry, claim: Claim) -> bool:
    """Whether claim and entry are both the text's own statement or both somebody's."""
    return bool(entry.said_by) == (claim.attribution is not None)


def _valued(evidence: Evidence, claim: Claim, entry: LedgerEntry) -> Evidence:
    """The evidence with the entry's own values held against the claim's."""
    fields = list(evidence.fields)
    for value in claim.values:
        rivals = [other for other in entry.values if type(other) is type(value)]
        if len(rivals) == 1 and sum(type(v) is type(value) for v in claim.values) == 1:
            relation = _relation(value, rivals[0])
            if relation is Relation.CONFLICTING:
                fields.append(FieldComparison(_field(value), relation, _written(value), _written(rivals[0])))
    conflicting = any(field.relation is Relation.CONFLICTING for field in fields)
    if conflicting:
        stance = EvidenceStance.CONTRADICTS
    else:
        verified = entry.status is EntryStatus.VERIFIED
        stance = EvidenceStance.SUPPORTS if verified else EvidenceStance.MENTIONS
    return replace(evidence, fields=tuple(fields), stance=stance)


def _relation(value: Value, other: Value) -> Relation:
    if isinstance(value, Count) and isinstance(other, Count):
        return compare_numbers(interval(value), interval(other))
    if isinstance(value, Period) and isinstance(other, Period):
        return compare_periods(value, other)
    return Relation.ABSENT


def _field(value: Value) -> str:
    return type(value).__name__.lower()


def _written(value: Value) -> str:
    if isinstance(value, Period):
        return value.edtf or ""
    if isinstance(value, Count):
        figure = "" if value.number is None else f"{value.number:g}"
        return f"{value.comparator} {figure} {value.of or ''}".strip()
    return ""
