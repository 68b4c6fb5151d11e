"""One claim against one document: the verdict, the passages it rests on, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from claimcheck.comparison.alignment import Alignment, align
from claimcheck.comparison.entailment import unvouched
from claimcheck.comparison.roles import compare_roles
from claimcheck.comparison.slots import compare_slots
from claimcheck.comparison.words import Unit, read_units
from claimcheck.evidence.index import Index, Passage, Text, read_text
from claimcheck.evidence.paraphrase import entailed, gather, retelling, sentences_of
from claimcheck.evidence.quotations import Finding, Located, QuotedText, quotations_in
from claimcheck.model import Evidence, EvidenceStance, FieldComparison, Relation, Span, hull
from claimcheck.readers import parse_plain
from claimcheck.records import NamedTuple, dataclass, replace
from claimcheck.sentences import read_prose

_CANDIDATES = 8
_QUOTED = 3  # words; fewer in quotation marks are titles and scare quotes
_SAYS_MORE = frozenset({"hedge", "quantifier", "legal status", "limit", "outcome"})
_VALUES = frozenset({"count", "period", "name"})
_OPEN = 1  # fields that may be missing where a claim says more than a passage
_FEWEST = 2  # content words that must stand in order
_WHOLE = 0.97  # a passage that has so much of a claim needs no neighbours
_WORTH = 0.05  # what a neighbour must add
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
    paraphrase: bool = False  # the support is that of a retelling: every passage is part of it

    @property
    def missing(self) -> tuple[str, ...]:
        """Words of the claim that the best passage lacks; where it is a paraphrase, that none of its passages has."""
        named = self.paraphrase or self.verdict is Verdict.UNVERIFIED
        fields = self.evidence[0].fields if named and self.evidence else ()
        absent = (f.claim_words for f in fields if f.relation is Relation.ABSENT and f.claim_words)
        return tuple(dict.fromkeys(absent))

    @property
    def differs(self) -> tuple[FieldComparison, ...]:
        """The fields in which the best passage says something else or less."""
        bad = (Relation.CONFLICTING, Relation.NARROWER)
        return tuple(f for e in self.evidence[:1] for f in e.fields if f.relation in bad)


_AGREES = (Relation.SAME, Relation.COMPATIBLE)
_STANCES = {Verdict.SUPPORTED: EvidenceStance.SUPPORTS, Verdict.CONTRADICTED: EvidenceStance.CONTRADICTS}


class Held(NamedTuple):
    """What came of holding a claim against a passage. `matched` are the content words of the passage that it shares."""

    verdict: Verdict
    evidence: Evidence
    matched: tuple[Span, ...]


def verify(claim: str, document: str) -> Verification:
    """The verdict on a claim that is held against one document."""
    quoted = _quotation(claim, document)
    if quoted:
        return quoted
    index = _indexed(document)
    units = read_units(read_prose(parse_plain(claim)))
    found = index.search(units, _CANDIDATES)
    weighed = [hold(units, passage, index) for passage in found]
    if not weighed:
        return Verification(Verdict.UNVERIFIED, ())
    best = max(weighed, key=lambda held: (held.verdict is Verdict.SUPPORTED, held.evidence.score))
    if best.verdict is Verdict.UNVERIFIED:
        best = retold(units, found, index) or best
    if best.verdict is Verdict.UNVERIFIED and (shown := paraphrased(units, found, index)):
        return Verification(Verdict.SUPPORTED, shown, paraphrase=True)
    return Verification(best.verdict, (best.evidence, *(held.evidence for held in weighed if held is not best)))


def _quotation(claim: str, document: str) -> Verification | None:
    """The verdict on the words in quotation marks; None when there are none, or all stand and more is claimed."""
    spans = [span for span in quotations_in(claim) if len(span.of(claim).split()) >= _QUOTED]
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
        fields.append(FieldComparison("cut", Relation.NARROWER, "", found.cut, span))
    stance = EvidenceStance.SUPPORTS if same else EvidenceStance.CONTRADICTS
    return Evidence("", "-", span, span.of(document), round(found.score, 4), stance, tuple(fields))


@lru_cache(maxsize=8)
def _quoted(document: str) -> QuotedText:
    return QuotedText(document)


@lru_cache(maxsize=8)
def _indexed(document: str) -> Index:
    return Index((read_text("", read_prose(parse_plain(document))),))


def hold(claim: tuple[Unit, ...], passage: Passage, index: Index) -> Held:
    """A claim held against a passage, slot by slot."""
    text = index.texts[passage.text]
    total = sum(index.weight(unit) for unit in claim) or 1.0
    keys = [unit.key for unit in claim]
    score, best, found = -1.0, passage, Alignment((), ())
    for candidate in (passage, *(index.widened(passage) if passage.coverage < _WHOLE else ())):
        laid = align(keys, [unit.key for unit in _units(text, candidate)])
        reached = sum(index.weight(claim[i]) for i, _ in laid.pairs) / total
        if reached > score + _WORTH:
            score, best, found = reached, candidate, laid
    units = _units(text, best)
    compared = (*compare_slots(claim, units, found), *compare_roles(claim, units, found))
    fields = tuple(_beside(compared, units, found))
    verdict = judge(fields) if _rest(claim, fields, found, index) >= _ALIGNED else Verdict.UNVERIFIED
    if verdict is Verdict.SUPPORTED and (lost := unvouched(claim, sentences_of([best], index))):
        verdict, fields = Verdict.UNVERIFIED, (*fields, *lost)
    span = index.span(best)
    evidence = Evidence(
        source=text.source,
        path=text.prose.document.path,
        span=span,
        quote=span.of(text.prose.text),
        score=round(score, 4),
        stance=_STANCES.get(verdict, EvidenceStance.MENTIONS),
        fields=fields,
        line=text.prose.document.source_map.place(span.start).line,
    )
    return Held(verdict, evidence, tuple(units[j].span for _, j in found.pairs if units[j].content))


def _beside(fields: Sequence[FieldComparison], units: Sequence[Unit], found: Alignment) -> Iterator[FieldComparison]:
    """The fields, where what differs in another sentence than the one that has most of the claim is only left open."""
    counts = Counter(units[j].sentence for _, j in found.pairs)
    main = max(counts, key=lambda number: (counts[number], -number), default=-1)
    there = [unit.span for unit in units if unit.sentence == main]
    for field in fields:
        span = field.evidence_span
        differs = field.relation in (Relation.CONFLICTING, Relation.NARROWER)
        elsewhere = differs and span is not None and not (there and hull(tuple(there)).overlaps(span))
        yield replace(field, relation=Relation.ABSENT) if elsewhere else field


def _units(text: Text, passage: Passage) -> tuple[Unit, ...]:
    return text.units[passage.units.start : passage.units.stop]


def _rest(claim: tuple[Unit, ...], fields: tuple[FieldComparison, ...], alignment: Alignment, index: Index) -> float:
    """The share of the claim's weight, what conflicts or agrees otherwise left aside, that stands in the passage."""
    paired = {i for i, _ in alignment.pairs}
    shared = [claim[i] for i in paired if claim[i].content]
    if len(shared) < _FEWEST or all(unit.name for unit in shared):
        return 0.0  # two texts that name the same city need not speak of the same thing
    settled = [f.claim_span for f in fields if f.relation is not Relation.ABSENT and f.claim_span]
    held = sum(index.weight(claim[i]) for i in paired)
    open_ = (u for i, u in enumerate(claim) if i not in paired and not any(s.covers(u.span) for s in settled))
    return held / (held + sum(index.weight(unit) for unit in open_) or 1.0)


def retold(claim: tuple[Unit, ...], passages: Sequence[Passage], index: Index) -> Held | None:
    """The claim held against sentences of one text that deny or say it in other words; None when they do neither."""
    gathered = gather(claim, passages, index)
    if gathered is None:
        return None
    if judge(gathered.fields) is Verdict.CONTRADICTED:
        held = hold(claim, gathered.sentences[0], index)
        return _settled(held, gathered.sentences[0], Verdict.CONTRADICTED, gathered.fields, gathered.coverage, index)
    return said_otherwise(claim, passages, index)


def said_otherwise(claim: tuple[Unit, ...], passages: Sequence[Passage], index: Index) -> Held | None:
    """The claim held against sentences of one text that say all of it in other words; None when they do not."""
    saying = entailed(claim, passages, index) if passages else None
    if saying is None:
        return None
    held = hold(claim, saying, index)
    fields = tuple(field for field in held.evidence.fields if field.relation in _AGREES)
    return _settled(held, saying, Verdict.SUPPORTED, fields, 1.0, index)


def paraphrased(claim: tuple[Unit, ...], passages: Sequence[Passage], index: Index) -> tuple[Evidence, ...]:
    """The sentences of one text that retell the claim together; none when they do not.

    The first shows in its fields which words stand for which, and those of the claim that no sentence has.
    """
    found = retelling(claim, passages, index)
    if found is None:
        return ()
    held = [hold(claim, sentence, index) for sentence in found.sentences]
    first, *more = (
        _settled(one, sentence, Verdict.SUPPORTED, (), found.coverage, index).evidence
        for one, sentence in zip(held, found.sentences, strict=True)
    )
    return (replace(first, fields=found.fields), *more)


def _settled(
    held: Held, passage: Passage, verdict: Verdict, fields: tuple[FieldComparison, ...], score: float, index: Index
) -> Held:
    span, stance = index.span(passage), _STANCES.get(verdict, EvidenceStance.MENTIONS)
    quote = span.of(index.texts[passage.text].prose.text)
    evidence = replace(held.evidence, span=span, quote=quote, fields=fields, stance=stance, score=round(score, 4))
    return Held(verdict, evidence, held.matched)


def judge(fields: tuple[FieldComparison, ...]) -> Verdict:
    """The verdict that the fields of an aligned passage lead to."""
    relations = {field.relation for field in fields}
    against = [field.field for field in fields if field.relation is Relation.CONFLICTING]
    if against.count("polarity") % 2 == 0:  # a "not" that stands elsewhere may deny the same
        against = [name for name in against if name != "polarity"]
    clashes = set(against)
    if len(clashes & _VALUES) > 1:
        return Verdict.UNVERIFIED  # another number of another person on another day: another matter
    if clashes:
        return Verdict.CONTRADICTED
    open_ = sum(field.relation is Relation.ABSENT for field in fields)
    if open_ <= _OPEN and any(f.relation is Relation.NARROWER and f.field in _SAYS_MORE for f in fields):
        return Verdict.OVERSTATED
    if relations & {Relation.NARROWER, Relation.ABSENT, Relation.CONFLICTING}:
        return Verdict.UNVERIFIED
    return Verdict.SUPPORTED
