"""Which entry of the ledger a claim is: by its words or its office, else by what both say."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath

from claimcheck.comparison.words import Unit, read_units
from claimcheck.evidence.index import Index, Passage, read_text
from claimcheck.evidence.ledger import Certainty, EntryStatus, Ledger, LedgerEntry
from claimcheck.evidence.quotations import Finding
from claimcheck.evidence.sources import Sources
from claimcheck.evidence.stated import compare_values
from claimcheck.evidence.verify import hold
from claimcheck.model import (
    Caution,
    Claim,
    DocumentReport,
    Doubt,
    Evidence,
    EvidenceStance,
    FieldComparison,
    Kind,
    Official,
    Prose,
    Relation,
    Value,
)
from claimcheck.readers import parse_plain
from claimcheck.records import dataclass, replace
from claimcheck.sentences import read_prose
from claimcheck.values import find_values

_LOOKED_AT = 5
_ANSWERED_FOR = (EntryStatus.ACCEPTED, EntryStatus.VERIFIED)  # the others contradict nobody
_LESS_THAN_SURE = (Certainty.POSSIBLE, Certainty.ALLEGED, Certainty.DENIED)
_DOUBTS = {EntryStatus.DISPUTED: Doubt.DISPUTED, EntryStatus.RETRACTED: Doubt.RETRACTED}


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
    """The ledger, ready to be asked. `sources` are the corpus that its entries rest on, if one is held."""

    def __init__(self, ledger: Ledger, sources: Sources | None = None) -> None:
        self._ledger, self._sources = ledger, sources
        proses = [read_prose(parse_plain(entry.text)) for entry in ledger.entries]
        texts = [read_text(entry.id, prose) for entry, prose in zip(ledger.entries, proses, strict=True)]
        self._index = Index(texts)
        self._words = {tuple(unit.key for unit in text.units): number for number, text in enumerate(texts)}
        self._stated: list[tuple[Value, ...]] = [
            entry.values if any(isinstance(value, Official) for value in entry.values) else (*entry.values, *offices)
            for entry, offices in zip(ledger.entries, map(_offices, proses), strict=True)
        ]

    def match(self, claim: Claim, units: Sequence[Unit], report: DocumentReport) -> Match | None:
        """The entry that says what the claim says, or that contradicts it; None when there is none."""
        best: tuple[tuple[bool, float], Match] | None = None
        for number, evidence in self._likely(claim, units):
            entry = self._ledger.entries[number]
            if not _same_voice(entry, claim):
                continue
            evidence = self._judged(evidence, claim, number)
            if evidence.stance is EvidenceStance.CONTRADICTS and entry.status not in _ANSWERED_FOR:
                continue
            evidence = replace(evidence, path=self._ledger.path, line=entry.line)
            rank = (evidence.stance is not EvidenceStance.CONTRADICTS, evidence.score)
            if best is None or rank > best[0]:
                best = (rank, Match(entry, evidence))
        if best is None:
            return None
        return Match(best[1].entry, self._doubted(best[1], report))

    def _likely(self, claim: Claim, units: Sequence[Unit]) -> list[tuple[int, Evidence]]:
        """Entries with the claim's words or office, and those whose text supports or contradicts it."""
        same = self._words.get(tuple(unit.key for unit in units))
        if same is not None:
            return [(same, self._whole(same))]
        found = [
            (number, self._whole(number))
            for number, stated in enumerate(self._stated)
            if claim.kind is Kind.OFFICIAL and compare_values(claim.values, stated, only=Official)
        ]
        for passage in self._index.search(units, _LOOKED_AT):
            evidence = hold(tuple(units), passage, self._index).evidence
            if evidence.stance is not EvidenceStance.MENTIONS:
                found.append((passage.text, evidence))
        return found

    def _whole(self, number: int) -> Evidence:
        text = self._index.texts[number]
        span = self._index.span(Passage(number, range(len(text.units)), 1.0))
        return Evidence(text.source, "", span, span.of(text.prose.text), 1.0, EvidenceStance.SUPPORTS)

    def _judged(self, evidence: Evidence, claim: Claim, number: int) -> Evidence:
        """The evidence with the entry's own values, its certainty and its status held against the claim."""
        entry = self._ledger.entries[number]
        fields = (*evidence.fields, *compare_values(claim.values, self._stated[number]))
        unsure = entry.certainty in _LESS_THAN_SURE and not any(field.field == "hedge" for field in fields)
        if unsure:
            fields = (*fields, FieldComparison("hedge", Relation.NARROWER, "", str(entry.certainty), evidence.span))
        if any(field.relation is Relation.CONFLICTING for field in fields):
            stance = EvidenceStance.CONTRADICTS
        elif entry.status is EntryStatus.VERIFIED and not unsure:
            stance = EvidenceStance.SUPPORTS
        else:
            stance = EvidenceStance.MENTIONS
        return replace(evidence, fields=fields, stance=stance)

    def _doubted(self, match: Match, report: DocumentReport) -> Evidence:
        """The evidence with what speaks against using it unseen, and the documents that it still rests on."""
        entry = match.entry
        cautions = [*_by_status(entry, self._ledger), *_overdue(entry, report.document.date), *_gone(entry, report)]
        if self._sources is None:
            return replace(match.evidence, cautions=tuple(cautions))
        rests_on = []
        for source in entry.sources:
            held = self._sources.find(source.ref)
            if held is None:
                words = f"ledger entry {entry.id} rests on {source.ref!r}, which the corpus does not hold"
                cautions.append(Caution(Doubt.MISSING, words))
            elif source.quote and held.quoted.locate(source.quote).finding is not Finding.FOUND:
                words = (
                    f"{held.held.path} no longer has the words that ledger entry {entry.id} quotes: “{source.quote}”"
                )
                cautions.append(Caution(Doubt.CHANGED, words))
            else:
                cautions += held.cautions
                changed = any(caution.doubt is Doubt.CHANGED for caution in held.cautions)
                if source.relation is EvidenceStance.SUPPORTS and not changed:
                    rests_on.append(source.ref)
        return replace(match.evidence, cautions=tuple(cautions), rests_on=tuple(rests_on))


@lru_cache(maxsize=4)
def read_entries(ledger: Ledger, sources: Sources | None) -> Entries:
    return Entries(ledger, sources)


def _offices(prose: Prose) -> tuple[Official, ...]:
    return tuple(value for value in find_values(prose) if isinstance(value, Official))


def _same_voice(entry: LedgerEntry, claim: Claim) -> bool:
    """Whether claim and entry are both the text's own statement or both somebody's."""
    return bool(entry.said_by) == (claim.attribution is not None)


def _by_status(entry: LedgerEntry, ledger: Ledger) -> list[Caution]:
    doubt = _DOUBTS.get(entry.status)
    held = "has retracted this claim" if doubt is Doubt.RETRACTED else "holds this claim as disputed"
    return [Caution(doubt, f"the ledger {held} (line {entry.line}, {entry.id})")] if doubt else []


def _overdue(entry: LedgerEntry, day: datetime.date | None) -> list[Caution]:
    """The review that was due before the day of the text."""
    if entry.review_after is None or day is None or day <= entry.review_after:
        return []
    return [Caution(Doubt.STALE, f"ledger entry {entry.id} was to be reviewed after {entry.review_after}")]


def _gone(entry: LedgerEntry, report: DocumentReport) -> list[Caution]:
    """That the text has none of the words that the entry is anchored to in it."""
    name = PurePath(report.document.path).name
    exact = [anchor.exact for anchor in entry.anchors if PurePath(anchor.doc).name == name]
    text = _plain(report.document.text)
    if not exact or any(_plain(words) in text for words in exact):
        return []
    return [Caution(Doubt.STALE, f"the text no longer has the words of ledger entry {entry.id}: “{exact[0]}”")]


def _plain(text: str) -> str:
    return " ".join(unit.key for unit in read_units(read_prose(parse_plain(text))))
