"""Weighs claims against the ledger and the corpus: the evidence, the status, and the rule and words that decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.comparison.words import Unit, read_units
from claimcheck.evidence.corpus import Corpus
from claimcheck.evidence.entries import Match, read_entries
from claimcheck.evidence.independence import enough, independent_sources, roots
from claimcheck.evidence.ledger import EntryStatus, Ledger, Policy
from claimcheck.evidence.passages import passages_for
from claimcheck.evidence.quoting import quotations_for
from claimcheck.evidence.sources import Sources, is_voice_of, read_sources
from claimcheck.evidence.unsourced import OPINION, Unsourced
from claimcheck.model import (
    Attribution,
    Claim,
    DocumentReport,
    Doubt,
    Evidence,
    EvidenceStance,
    Kind,
    Status,
)
from claimcheck.readers import parse_plain
from claimcheck.records import dataclass, replace
from claimcheck.sentences import read_prose

_CLOSED = (EntryStatus.DISPUTED, EntryStatus.RETRACTED)  # no source makes a claim sourced that a person has ruled out


@dataclass(frozen=True, slots=True)
class _Reason:
    """A status and why; None leaves the status to the article's own words."""

    status: Status | None
    why: str


class Scales:
    """What is held, ready for the claims of one report; of ledger and corpus at least one."""

    def __init__(self, report: DocumentReport, ledger: Ledger | None, corpus: Corpus | None) -> None:
        self._report = report
        self._corpus = corpus
        self._sources: Sources | None = read_sources(corpus) if corpus is not None else None
        self._ledger = ledger
        self._entries = read_entries(ledger, self._sources) if ledger is not None else None
        self._unsourced = Unsourced(report, held=bool(self._sources or self._entries))

    def weighed(self, claim: Claim) -> Claim:
        said = None if claim.attribution is None else self._report.attributions[claim.attribution]
        if claim.kind is Kind.OPINION:
            return self._unsourced.claim(claim, OPINION)
        units = read_units(read_prose(parse_plain(claim.content or claim.text)))
        match = self._entries.match(claim, units, self._report) if self._entries else None
        evidence = [self._marked(passage, said) for passage in self._evidence(claim, units, said)]
        reason = self._decide(claim, said, evidence, match)
        both = (*evidence, match.evidence) if match else evidence
        held = replace(
            claim,
            evidence=tuple(sorted(both, key=_order)),
            independent_sources=independent_sources(self._roots(both, claim, said)),
        )
        if reason.status is Status.SOURCED:
            return replace(held, status=Status.SOURCED, why=reason.why)
        return self._unsourced.claim(held, reason.why)

    def _evidence(self, claim: Claim, units: Sequence[Unit], said: Attribution | None) -> list[Evidence]:
        if self._sources is None:
            return []
        if claim.kind is Kind.QUOTATION and said is not None:
            return quotations_for(claim, said, self._report, self._sources)
        return passages_for(units, _speaker(said, self._report.prose.text), self._sources)

    def _decide(
        self, claim: Claim, said: Attribution | None, evidence: Sequence[Evidence], match: Match | None
    ) -> _Reason:
        considered = match.considered if match and match.entry.status is EntryStatus.VERIFIED else frozenset()
        against = [e for e in evidence if e.stance is EvidenceStance.CONTRADICTS and e.source not in considered]
        if match and match.evidence.stance is EvidenceStance.CONTRADICTS:
            against.append(match.evidence)
        if against:
            return _Reason(None, f"contradicted by {_name(against[0])}: {'; '.join(against[0].differing)}")
        settled = self._by_entry(claim, match) if match else _Reason(None, "")
        if settled.status is not None or (match and match.entry.status in _CLOSED):
            return settled
        support = [e for e in evidence if e.stance is EvidenceStance.SUPPORTS and self._counts(e, claim, said)]
        if not support:
            return settled if settled.why else _Reason(None, self._nearest(evidence, said))
        missing = enough([e.source for e in support], self._policy(claim.kind), self._corpus or Corpus())
        if missing:
            return _Reason(None, f"supported by {_name(support[0])}, but the policy wants more: {missing}")
        what = "a source has the words as this speaker's" if claim.kind is Kind.QUOTATION else "a source says the same"
        has = f"{_name(support[0])} has “{_short(support[0].quote)}”"
        more = [settled.why] if settled.why else []
        return _Reason(Status.SOURCED, "; ".join((f"{what}: {has}", *support[0].left_open, *more)))

    def _marked(self, evidence: Evidence, said: Attribution | None) -> Evidence:
        """The evidence with what has happened to its source, and whether the source is the speaker's own."""
        if self._sources is None or self._corpus is None:
            return evidence
        speaker = _speaker(said, self._report.prose.text)
        documents = [self._corpus.get(ident) for ident in (evidence.source, *evidence.roots)]
        own = bool(speaker) and any(held is not None and is_voice_of(held, speaker or "") for held in documents)
        return replace(evidence, own=own, cautions=self._sources.source(evidence.source).cautions)

    def _counts(self, evidence: Evidence, claim: Claim, said: Attribution | None) -> bool:
        """Whether the support is what it was, and independent of whoever the article has the claim from."""
        if _changed(evidence):
            return False
        if said is None or claim.kind is Kind.QUOTATION:
            return True
        return bool(_speaker(said, self._report.prose.text)) and not evidence.own

    def _roots(self, evidence: Sequence[Evidence], claim: Claim, said: Attribution | None) -> Iterator[tuple[str, ...]]:
        """For each document that supports the claim, what it goes back to."""
        for passage in evidence:
            if passage.stance is EvidenceStance.SUPPORTS:
                if passage.roots and self._counts(passage, claim, said):
                    yield passage.roots
                for ident in passage.rests_on:
                    yield roots(ident, self._corpus or Corpus())

    def _by_entry(self, claim: Claim, match: Match) -> _Reason:
        entry, corpus = match.entry, self._corpus
        if entry.status is EntryStatus.ACCEPTED:
            who = f" by {entry.reviewed.by}" if entry.reviewed else ""
            note = f": {entry.reviewed.note}" if entry.reviewed and entry.reviewed.note else ""
            return _Reason(None, f"accepted without a source{who} (ledger entry {entry.id}){note}")
        if entry.status is not EntryStatus.VERIFIED:
            return _Reason(None, f"the ledger has it as {entry.status} (entry {entry.id})")
        if match.evidence.stance is not EvidenceStance.SUPPORTS:
            return _Reason(None, f"ledger entry {entry.id} has it as {entry.certainty} only")
        backing = [s.ref for s in entry.sources if s.relation is EvidenceStance.SUPPORTS]
        if corpus is not None:
            backing = list(match.evidence.rests_on)
        if not backing:
            lacking = _changed(match.evidence) or "no supporting source of it is held with its words"
            return _Reason(None, f"ledger entry {entry.id} is verified, but {lacking}")
        if corpus is not None and (missing := enough(backing, self._policy(claim.kind), corpus)):
            return _Reason(None, f"ledger entry {entry.id} is verified, but the policy wants more: {missing}")
        who = f" by {entry.reviewed.by} on {entry.reviewed.on}" if entry.reviewed else ""
        return _Reason(
            Status.SOURCED, f"ledger entry {entry.id}, verified{who}, says the same; it rests on {', '.join(backing)}"
        )

    def _policy(self, kind: Kind) -> Policy:
        return self._ledger.policy_for(kind) if self._ledger else Policy()

    def _nearest(self, evidence: Sequence[Evidence], said: Attribution | None) -> str:
        """Why the best passage does not settle the claim."""
        supporting = [e for e in evidence if e.stance is EvidenceStance.SUPPORTS]
        if changed := next(filter(None, map(_changed, supporting)), ""):
            return f"the only support is not used: {changed}"
        if supporting:
            return "the only support comes from the speaker" if said else ""
        if not evidence:
            return ""
        best = min(evidence, key=_order)
        open_ = (*best.differing, *best.left_open)
        return f"{_name(best)} comes nearest; {'; '.join(open_)}" if open_ else ""


def _changed(evidence: Evidence) -> str:
    """How the source differs from what it was; "" when it is not known to."""
    return next((caution.words for caution in evidence.cautions if caution.doubt is Doubt.CHANGED), "")


def _order(evidence: Evidence) -> tuple[int, float, str, int]:
    """Contradictions first, then support, then the rest; in each the best first."""
    rank = {EvidenceStance.CONTRADICTS: 0, EvidenceStance.SUPPORTS: 1, EvidenceStance.MENTIONS: 2}
    return rank[evidence.stance], -evidence.score, evidence.source, evidence.span.start


def _speaker(said: Attribution | None, text: str) -> str | None:
    """Whose words the article says these are; "" when it does not tell who that is."""
    if said is None:
        return None
    return said.speaker.name if said.speaker else " ".join(span.of(text) for span in said.source)


def _name(evidence: Evidence) -> str:
    return evidence.source if evidence.line is None else f"{evidence.source} (line {evidence.line})"


def _short(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:30]) + (" …" if len(words) > 30 else "")
