"""Which entry of the ledger speaks of a claim: found by the words and the values, never by the line."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import PurePath

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger import EntryStatus, Ledger, LedgerEntry
from claimcheck.model import (
    Amount,
    Claim,
    Count,
    DocumentReport,
    Duration,
    EvidenceStance,
    Kind,
    Official,
    Period,
    Quotation,
    Value,
)
from claimcheck.patterns import compiled
from claimcheck.pipeline import extract
from claimcheck.readers import parse
from claimcheck.records import NamedTuple

_WORD = compiled(r"\w+(?:[.,]\d+)*")

# Whose word stands, where several entries speak of one claim: a warning first, a draft last.
_ORDER = (
    *(EntryStatus.RETRACTED, EntryStatus.DISPUTED, EntryStatus.VERIFIED),
    *(EntryStatus.ACCEPTED, EntryStatus.DRAFT),
)


class Saying(NamedTuple):
    """A claim's own words and who says them: "" for the text itself, "?" for somebody whom it does not name."""

    words: str
    who: str


class Accounts:
    """A ledger's entries, ready to be looked up by what a claim says."""

    def __init__(self, ledger: Ledger | None) -> None:
        self._path = ledger.path if ledger else ""
        self._by_id = {entry.id: entry for entry in ledger.entries} if ledger else {}
        self._words = [(frozenset(words_of(entry.text).split()), entry) for entry in self._by_id.values()]
        self._anchored: defaultdict[str, list[tuple[str, LedgerEntry]]] = defaultdict(list)
        for entry in self._by_id.values():
            for anchor in entry.anchors:
                self._anchored[PurePath(anchor.doc).name].append((words_of(anchor.exact), entry))
        self._sayings = cache(self._said_by)

    def about(self, claim: Claim, report: DocumentReport) -> LedgerEntry | None:
        """The entry that supports the claim, or makes it, or is tied to its words by an anchor and has its values.

        Of an anchor and a claim of which one says more than the other, all values of the claim must be in the entry:
        words alone would let another date pass.
        """
        found = [
            self._by_id[passage.source]
            for passage in claim.evidence
            if passage.path == self._path
            and passage.stance is not EvidenceStance.CONTRADICTS
            and passage.source in self._by_id
        ]
        saying = saying_of(claim, report)
        words = frozenset(saying.words.split())
        found += [entry for held, entry in self._words if held >= words and saying in self._sayings(entry.id)]
        for exact, entry in self._anchored.get(PurePath(report.document.path).name, ()):
            near = holds(saying.words, exact) or holds(exact, saying.words)
            if exact == saying.words or (near and _says_all(entry, claim)):
                found.append(entry)
        fitting = [entry for entry in found if _fits(entry, claim)]
        return min(fitting, key=lambda entry: _ORDER.index(entry.status), default=None)

    def _said_by(self, ident: str) -> frozenset[Saying]:
        """What the text of an entry says, claim by claim, and as a whole."""
        text = self._by_id[ident].text
        try:
            report = extract(parse(text))
        except ClaimcheckError:
            return frozenset()
        return frozenset(saying_of(claim, report) for claim in report.claims)


def saying_of(claim: Claim, report: DocumentReport) -> Saying:
    """What the claim says, and who: two claims that are the same in both are one, wherever they stand."""
    text = report.document.text
    return Saying(words_of(" ".join(span.of(text) for span in claim.spans)), words_of(who_says(claim, report) or ""))


def who_says(claim: Claim, report: DocumentReport) -> str | None:
    """The name of who says so by the text, else its words for them, else "?"; None for the text's own voice."""
    if claim.attribution is None:
        return None
    said = report.attributions[claim.attribution]
    if said.speaker:
        return said.speaker.name
    return " ".join(span.of(report.document.text) for span in said.source) or "?"


def words_of(text: str) -> str:
    """The words without marks, case and white space, parted by one space."""
    return " ".join(_WORD.findall(text.casefold())) or text.strip()


def holds(words: str, part: str) -> bool:
    """Whether the words of a text hold those of a part, in a row."""
    return bool(part) and f" {part} " in f" {words} "


def _fits(entry: LedgerEntry, claim: Claim) -> bool:
    """That words were said is another claim than what they say."""
    return entry.kind is None or (entry.kind is Kind.QUOTATION) == (claim.kind is Kind.QUOTATION)


def _says_all(entry: LedgerEntry, claim: Claim) -> bool:
    stated = {fact_of(value) for value in entry.values}
    facts = {fact for value in claim.values if (fact := fact_of(value)) is not None}
    return bool(facts) and stated >= facts


def fact_of(value: Value) -> object:
    """What the value says, without where; None when a ledger cannot hold it: a vague number, a year left open."""
    from claimcheck.evidence.edtf import read_edtf  # here, since most texts have no ledger

    match value:
        case Count():
            held = value.min is not None or value.max is not None
            return ("count", value.min, value.max, value.outcome) if held else None
        case Amount():
            held = value.min is not None or value.max is not None
            return ("amount", value.min, value.max, value.unit) if held else None
        case Period():
            return ("period", value.edtf) if value.edtf and read_edtf(value.edtf) else None
        case Duration():
            return ("duration", value.iso) if value.iso else None
        case Official():
            return ("official", words_of(value.person), words_of(value.role), value.tenure)
        case Quotation():
            return ("quotation",)
