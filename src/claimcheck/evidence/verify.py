"""One claim against one document: the verdict, the passages it rests on, and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claimcheck.comparison.alignment import Alignment, align
from claimcheck.comparison.slots import compare_slots
from claimcheck.comparison.words import Sort, Unit, read_units
from claimcheck.evidence.index import Index, Passage, read_text
from claimcheck.evidence.quotations import Finding, Located, QuotedText, quotations_in
from claimcheck.model import Evidence, EvidenceStance, FieldComparison, Relation
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

_CANDIDATES = 8
_QUOTED = 8  # characters; shorter words in quotation marks are names and scare quotes
_FEWEST = 2  # content words that must stand in order
_ALIGNED = 0.72  # the share of a claim's weight that must stand in order for its slots to be compared


class Verdict(StrEnum):
    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    OVERSTATED = "overstated"
    MISQUOTED = "misquoted"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Verification:
    verdict: Verdict
    evidence: tuple[Evidence, ...]

    @property
    def differs(self) -> tuple[FieldComparison, ...]:
        """The fields in which the best passage says something else or less."""
        bad = (Relation.CONFLICTING, Relation.NARROWER)
        return tuple(f for e in self.evidence[:1] for f in e.fields if f.relation in bad)


def verify(claim: str, document: str) -> Verification:
    """The verdict on a claim that is held against one document."""
    quoted = _quotation(claim, document)
    if quoted:
        return quoted
    index = _indexed(document)
    units = read_units(read_prose(parse_plain(claim)))
    weighed = [held for passage in index.search(units, _CANDIDATES) if (held := hold(units, passage, index))]
    if not weighed:
        return Verification(Verdict.UNVERIFIED, ())
    best = max(weighed, key=lambda found: (found[0] is Verdict.SUPPORTED, found[1].score))
    rest = [evidence for _, evidence in weighed if evidence is not best[1]]
    return Verification(best[0], (best[1], *rest))


def _quotation(claim: str, document: str) -> Verification | None:
    """The verdict on the words in quotation marks; None when there are none, or all stand and more is claimed."""
    spans = [span for span in quotations_in(claim) if span.end - span.start >= _QUOTED]
    located = [(span.of(claim), _quoted(document).locate(span.of(claim))) for span in spans]
    if not located:
        return None
    evidence = tuple(quotation_evidence(words, found, document) for words, found in located if found.span)
    if any(found.finding is not Finding.FOUND for _, found in located):
        return Verification(Verdict.MISQUOTED, evidence)
    beside = claim
    for span in reversed(spans):
        beside = beside[: span.start] + beside[span.end :]
    return None if any(c.isalnum() for c in beside) else Verification(Verdict.SUPPORTED, evidence)


def quotation_evidence(words: str, found: Located, document: str) -> Evidence:
    """A quotation's place in a source, with the words that differ there."""
    assert found.span is not None
    span, same = found.span, found.finding is Finding.FOUND
    fields = [FieldComparison("words", Relation.CONFLICTING, a.quoted, a.source, span) for a in found.alterations]
    if same:
        fields.append(FieldComparison("words", Relation.SAME, words, span.of(document), span))
    if found.cut:
        fields.append(FieldComparison("cut", Relation.COMPATIBLE, "", found.cut, span))
    stance = EvidenceStance.SUPPORTS if same else EvidenceStance.CONTRADICTS
    return Evidence("", "-", span, span.of(document), round(found.score, 4), stance, tuple(fields))


@lru_cache(maxsize=8)
def _quoted(document: str) -> QuotedText:
    return QuotedText(document)


@lru_cache(maxsize=8)
def _indexed(document: str) -> Index:
    return Index((read_text("", read_prose(parse_plain(document))),))


def hold(claim: tuple[Unit, ...], passage: Passage, index: Index) -> tuple[Verdict, Evidence] | None:
    """A claim held against a passage, slot by slot, or None where too little of it stands there."""
    best: tuple[float, Passage] | None = None
    text = index.texts[passage.text]
    total = sum(index.weight(unit) for unit in claim) or 1.0
    for candidate in (passage, *(index.widened(passage) if passage.coverage < 0.97 else ())):
        units = text.units[candidate.units.start : candidate.units.stop]
        found = align([u.key for u in claim], [u.key for u in units])
        score = sum(index.weight(claim[i]) for i, _ in found.pairs) / total
        if best is None or score > best[0] + 0.05:
            best = (score, candidate)
    assert best is not None
    score, candidate = best
    units = text.units[candidate.units.start : candidate.units.stop]
    found_best = align([u.key for u in claim], [u.key for u in units])
    fields = tuple(compare_slots(claim, units, found_best))
    verdict = judge(fields) if _rest(claim, found_best, index) >= _ALIGNED else Verdict.UNVERIFIED
    span = index.span(candidate)
    stance = {Verdict.SUPPORTED: EvidenceStance.SUPPORTS, Verdict.CONTRADICTED: EvidenceStance.CONTRADICTS}
    return verdict, Evidence(
        source=text.source,
        path=text.prose.document.path,
        span=span,
        quote=span.of(text.prose.text),
        score=round(score, 4),
        stance=stance.get(verdict, EvidenceStance.MENTIONS),
        fields=fields,
        line=text.prose.document.source_map.place(span.start).line,
    )


def _rest(claim: tuple[Unit, ...], alignment: Alignment, index: Index) -> float:
    """The share of the claim's weight, values and names that differ left aside, that stands in order in the passage."""
    paired = {i for i, _ in alignment.pairs}
    open_ = [u for i, u in enumerate(claim) if i in paired or not (u.name or u.sort is not Sort.WORD)]
    if sum(claim[i].content for i in paired) < _FEWEST:
        return 0.0
    return sum(index.weight(claim[i]) for i in paired) / (sum(index.weight(u) for u in open_) or 1.0)


def judge(fields: tuple[FieldComparison, ...]) -> Verdict:
    """The verdict that the fields of an aligned passage lead to."""
    relations = {field.relation for field in fields}
    if Relation.CONFLICTING in relations:
        return Verdict.CONTRADICTED
    if any(
        f.relation is Relation.NARROWER and f.field in ("hedge", "quantifier", "legal status", "limit") for f in fields
    ):
        return Verdict.OVERSTATED
    if relations & {Relation.NARROWER, Relation.ABSENT}:
        return Verdict.UNVERIFIED
    return Verdict.SUPPORTED
