"""Quotations of the article held against the corpus: the words, and who says them there."""

from __future__ import annotations

from claimcheck.comparison.words import read_units
from claimcheck.evidence.quotations import Finding, quotations_in
from claimcheck.evidence.sources import Source, Sources, is_voice_of, same_voice
from claimcheck.evidence.verify import quotation_evidence
from claimcheck.model import (
    Attribution,
    Claim,
    DocumentReport,
    Evidence,
    EvidenceStance,
    FieldComparison,
    Relation,
    Span,
)
from claimcheck.readers import parse_plain
from claimcheck.records import replace
from claimcheck.sentences import read_prose

_FEWEST = 3  # words; fewer stand in any text by chance


def quotations_for(claim: Claim, said: Attribution, report: DocumentReport, sources: Sources) -> list[Evidence]:
    """Where the corpus has the claim's words: found as the speaker's, found as somebody else's, or altered."""
    text = report.prose.text
    words = claim.span.of(text)
    whole = _whole(claim.span, report)
    speaker = said.speaker.name if said.speaker else " ".join(span.of(text) for span in said.source)
    found = []
    for source in sources.with_words(read_units(read_prose(parse_plain(whole)))):
        placed = source.quoted.locate(whole)
        part = source.quoted.locate(words) if placed.finding is not Finding.FOUND else placed
        if placed.span is None or (placed.finding is Finding.FOUND and len(whole.split()) < _FEWEST):
            continue
        evidence = quotation_evidence(whole, placed, source.held.document.text)
        if placed.finding is not Finding.FOUND and part.span is not None and placed.span.overlaps(part.span):
            evidence = quotation_evidence(words, part, source.held.document.text)  # its own differences only
            if part.finding is Finding.FOUND:
                evidence = replace(evidence, stance=EvidenceStance.MENTIONS)
        found.append(_voiced(evidence, speaker, source))
    return found


def _whole(span: Span, report: DocumentReport) -> str:
    """All that stands between the quotation marks around the claim, or the claim when there are none."""
    text = report.prose.text
    block = report.document.blocks[report.prose.sentences[report.prose.sentence_at(span.start)].block].span
    for inner in quotations_in(block.of(text)):
        stretch = Span(inner.start + block.start, inner.end + block.start)
        if stretch.overlaps(span):
            return stretch.of(text)
    return span.of(text)


def _voiced(evidence: Evidence, speaker: str, source: Source) -> Evidence:
    """The evidence with who says the words in the source; support only when that is the speaker."""
    held = source.held
    who = source.said_by((evidence.span,))
    same = same_voice(speaker, who) if speaker and who else None
    if not who and is_voice_of(held, speaker):
        who, same = speaker, True
    relation = Relation.SAME if same else Relation.ABSENT if same is None else Relation.CONFLICTING
    field = FieldComparison("speaker", relation, speaker, who or "", evidence.span)
    stance = evidence.stance
    if stance is EvidenceStance.SUPPORTS and not same:
        stance = EvidenceStance.MENTIONS if same is None else EvidenceStance.CONTRADICTS
    return replace(
        evidence,
        source=held.id,
        path=held.document.path,
        stance=stance,
        fields=(*evidence.fields, field),
        line=held.document.source_map.place(evidence.span.start).line,
        roots=source.roots,
    )
