"""The passages of the corpus that speak to a claim, and in whose voice they do."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.comparison.words import Unit
from claimcheck.evidence.sources import Source, Sources, same_voice
from claimcheck.evidence.verify import Held, Verdict, hold, said_otherwise
from claimcheck.model import Evidence, EvidenceStance, FieldComparison, Relation, Tag
from claimcheck.records import replace

_REFERRING = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_LOOKED_AT = 12
_WORTH_READING = 0.3  # the share of a claim that a passage must have, with its neighbours
_SHOWN = 3  # passages that only mention the matter
_MENTIONS = 0.5  # the share of a claim that a passage must have to be shown


def passages_for(units: Sequence[Unit], speaker: str | None, sources: Sources) -> list[Evidence]:
    """What supports or contradicts the claim, and a few passages that come near; one passage for each document.

    `speaker` is whose words the article says the claim is, None when they are its own.
    """
    best: dict[str, Evidence] = {}
    claim, index = tuple(units), sources.index
    found = index.search(units, _LOOKED_AT, least=_WORTH_READING)
    aligned = [hold(claim, passage, index) for passage in found]
    backed = {p.text for p, held in zip(found, aligned, strict=True) if held.verdict is Verdict.SUPPORTED}
    unsettled = dict.fromkeys(p.text for p in found if p.text not in backed)
    retold = (said_otherwise(claim, [p for p in found if p.text == text], index) for text in unsettled)
    for held in (*aligned, *filter(None, retold)):
        evidence = _voiced(held, speaker, sources.source(held.evidence.source))
        if _open_pronoun(units) and evidence.stance is EvidenceStance.SUPPORTS:
            evidence = replace(evidence, stance=EvidenceStance.MENTIONS, fields=(*evidence.fields, _who(units[0])))
        if held.verdict is Verdict.UNVERIFIED and evidence.score < _MENTIONS:
            continue
        other = best.get(evidence.source)
        if other is None or _rank(evidence) > _rank(other):
            best[evidence.source] = evidence
    ranked = sorted(best.values(), key=_rank, reverse=True)
    near = [e for e in ranked if e.stance is EvidenceStance.MENTIONS][:_SHOWN]
    return [e for e in ranked if e.stance is not EvidenceStance.MENTIONS] + near


def _rank(evidence: Evidence) -> tuple[int, float]:
    """Within one document support outweighs a conflict: the conflict is then about something else."""
    order = (EvidenceStance.MENTIONS, EvidenceStance.CONTRADICTS, EvidenceStance.SUPPORTS)
    return order.index(evidence.stance), evidence.score


def _open_pronoun(units: Sequence[Unit]) -> bool:
    """Whether the claim begins with a "he" or "their" of which it does not tell who is meant."""
    return bool(units) and units[0].tag in (Tag.PRONOUN, Tag.POSSESSIVE) and units[0].text.lower() in _REFERRING


def _who(pronoun: Unit) -> FieldComparison:
    return FieldComparison("name", Relation.ABSENT, pronoun.text, claim_span=pronoun.span)


def _voiced(held: Held, speaker: str | None, source: Source) -> Evidence:
    """The evidence with a field for whose words the passage is; what it only reports is no support of its own."""
    evidence = replace(held.evidence, roots=source.roots)
    who = source.said_by(held.matched)
    if who is None:
        return evidence
    same = same_voice(speaker, who) if speaker else None
    relation = Relation.SAME if same else Relation.ABSENT
    field = FieldComparison("speaker", relation, speaker or "", who, evidence.span)
    stance = EvidenceStance.MENTIONS if evidence.stance is EvidenceStance.SUPPORTS else evidence.stance
    return replace(evidence, stance=stance, fields=(*evidence.fields, field))
