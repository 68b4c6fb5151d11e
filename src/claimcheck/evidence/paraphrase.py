"""A claim that says in words of its own what one or more sentences of a source say.

Nothing stands in order here, so support asks for more: every name, number and date, and nearly all of the weight of the
words. A conflict asks for a rival in the same slot: another number of the same thing, another day of the same month,
another first name before the same surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.comparison.alignment import align
from claimcheck.comparison.counts import compare_numbers
from claimcheck.comparison.kinship import is_ordinal, says, stem
from claimcheck.comparison.periods import DateParts, compare_dates
from claimcheck.comparison.polarity import negations
from claimcheck.comparison.roles import compare_voices
from claimcheck.comparison.slots import field_of, opposed, sort_of
from claimcheck.comparison.words import Sort, Unit
from claimcheck.evidence.index import Index, Passage
from claimcheck.model import FieldComparison, Relation, Tag

_SENTENCES = 4  # that may carry a claim together
_ADDS = 0.05  # the share of the claim's weight that a further sentence must add
_COUNTED = 2  # content units behind a number among which is what it counts
_SUPPORT = 0.7  # the share of the claim's weight that must be there
_MAIN = 0.5  # the share of it that must stand in one sentence
_IN_ORDER = 0.8  # of the words that claim and main sentence share
_NAMED_IN = 2  # sentences in which all names must stand
_VALUE = 0.2  # how much of the rest of the claim must stand beside a rival value
_OPPOSITE = 0.3
_DENIED = 0.4
_PLAIN = frozenset({"not", "never", "no", "none", "nobody", "nothing", "neither"})
_OPENERS = frozenset({Tag.DETERMINER, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.CONJUNCTION})


class Gathered(NamedTuple):
    """The sentences that say most of the claim together, what they say otherwise, and whether they support it."""

    sentences: tuple[Passage, ...]
    coverage: float
    fields: tuple[FieldComparison, ...]
    supported: bool


def gather(claim: Sequence[Unit], passages: Sequence[Passage], index: Index) -> Gathered | None:
    """The claim held against the best sentences of one text, or None where none has anything of it."""
    if not passages:
        return None
    reader = _Reader(claim, [p for p in passages if p.text == passages[0].text], index)
    return reader.gathered()


class _Reader:
    def __init__(self, claim: Sequence[Unit], passages: Sequence[Passage], index: Index) -> None:
        self._claim, self._index = tuple(claim), index
        self._content = [unit for unit in claim if unit.content]
        self._text = index.texts[passages[0].text]
        self._chosen, self._open = self._choose(passages)
        self._sentences = [self._units(passage) for passage in self._chosen]

    def gathered(self) -> Gathered:
        coverage = self._share(self._content, without=self._open)
        conflicts = tuple(self._conflicts())
        lost = tuple(field_of("words" if not u.name else "name", Relation.ABSENT, (u,), ()) for u in self._open)
        return Gathered(tuple(self._chosen), coverage, (*conflicts, *lost), not conflicts and self._supported(coverage))

    def _choose(self, passages: Sequence[Passage]) -> tuple[list[Passage], list[Unit]]:
        """The best sentence, and further ones while they add what is still missing; and what stays missing."""
        chosen: list[Passage] = []
        missing = self._content
        for passage in passages:
            units = self._units(passage)
            left = [unit for unit in missing if not _there(unit, units)]
            added = self._share(self._content, without=left) - self._share(self._content, without=missing)
            if not chosen or added >= _ADDS:
                chosen.append(passage)
                missing = left
            if len(chosen) == _SENTENCES or not missing:
                break
        return chosen, missing

    def _units(self, passage: Passage) -> tuple[Unit, ...]:
        return self._text.units[passage.units.start : passage.units.stop]

    def _share(self, units: Sequence[Unit], *, without: Sequence[Unit]) -> float:
        gone = {unit.span for unit in without}
        total = sum(self._index.weight(unit) for unit in units)
        return sum(self._index.weight(unit) for unit in units if unit.span not in gone) / total if total else 0.0

    def _beside(self, passage: Sequence[Unit], *apart: Unit) -> float:
        """How much of the claim, some units left aside, stands in the sentence."""
        rest = [unit for unit in self._content if unit not in apart]
        return self._share(rest, without=[unit for unit in rest if not _there(unit, passage)])

    def _supported(self, coverage: float) -> bool:
        if coverage < _SUPPORT or self._beside(self._sentences[0]) < _MAIN:
            return False
        if any(unit.name or unit.sort is not Sort.WORD for unit in self._open):
            return False
        if not self._in_order(self._sentences[0]):
            return False
        near = [unit for sentence in self._sentences[:_NAMED_IN] for unit in sentence]
        if not all(_there(unit, near) for unit in self._content if unit.name):
            return False
        return not negations(self._claim) and not negations(self._sentences[0])

    def _in_order(self, sentence: Sequence[Unit]) -> bool:
        """Whether most of the claim's words that the sentence has follow each other there as they do in the claim.

        What is turned round may be said of somebody else: "guards killed miners", "miners killed guards".
        """
        laid = align([unit.key for unit in self._claim], [unit.key for unit in sentence])
        if any(compare_voices(self._claim, sentence, laid)):
            return False
        shared = [unit for unit in self._content if any(unit.key == other.key for other in sentence)]
        return sum(self._claim[i].content for i, _ in laid.pairs) >= _IN_ORDER * len(shared)

    def _conflicts(self) -> Iterator[FieldComparison]:
        for i, unit in enumerate(self._claim):
            rival = None
            if unit.number and not _there(unit, self._text.units):
                rival = self._other_number(i)
            elif unit.date and not _there(unit, self._text.units):
                rival = self._other_date(unit, unit.date)
            elif unit.name and i + 1 < len(self._claim) and self._claim[i + 1].name:
                rival = self._other_first_name(unit, self._claim[i + 1])
            if rival:
                yield field_of(sort_of(unit), Relation.CONFLICTING, (unit,), (rival,))
        yield from self._denied()
        yield from self._opposite()

    def _other_number(self, at: int) -> Unit | None:
        """Another number of the same thing."""
        unit = self._claim[at]
        assert unit.number is not None
        counted = _counted(self._claim, at)
        for sentence in self._sentences:
            if self._beside(sentence, unit) < _VALUE:
                continue
            for j, other in enumerate(sentence):
                if (
                    other.number
                    and is_ordinal(unit) == is_ordinal(other)
                    and compare_numbers(unit.number, other.number) is Relation.CONFLICTING
                    and not _there(other, self._claim)
                    and counted & _counted(sentence, j)
                ):
                    return other
        return None

    def _other_date(self, unit: Unit, date: DateParts) -> Unit | None:
        """The one other date as precise as the claim's, or another day or year of the same month."""
        undated = date._replace(year=None)
        if any(other.date == undated for other in self._text.units):
            return None  # the text has the day without its year
        for sentence in self._sentences:
            if self._beside(sentence, unit) < _VALUE:
                continue
            rivals = [
                other
                for other in sentence
                if other.date
                and compare_dates(date, other.date) is Relation.CONFLICTING
                and not _there(other, self._claim)
                and _precision(other.date) == _precision(date)
            ]
            if len(rivals) == 1:
                return rivals[0]
        return None

    def _other_first_name(self, first: Unit, surname: Unit) -> Unit | None:
        """Another name right before the same surname."""
        if first.tag in _OPENERS or len(first.text) < 3 or _there(first, self._text.units):
            return None
        for sentence in self._sentences:
            if self._beside(sentence, first) < _VALUE:
                continue
            for j in range(1, len(sentence)):
                before = sentence[j - 1]
                if sentence[j].key == surname.key and before.name and before.span.end + 1 >= sentence[j].span.start:
                    return before
        return None

    def _denied(self) -> Iterator[FieldComparison]:
        """A claim that denies what the sentences say without any denial."""
        found = [unit for unit in negations(self._claim) if unit.key in _PLAIN]
        denied = len(found) == 1 and self._beside(self._sentences[0], found[0]) >= _DENIED
        if denied and not any(negations(sentence) for sentence in self._sentences[:3]):
            yield field_of("polarity", Relation.CONFLICTING, found, ())

    def _opposite(self) -> Iterator[FieldComparison]:
        """A word that no sentence has, where the best ones have its opposite."""
        for unit in self._open:
            if unit.name or unit.sort is not Sort.WORD or _there(unit, self._text.units):
                continue
            for sentence in self._sentences[:2]:
                rival = next((other for other in sentence if opposed(unit, other)), None)
                if rival and self._beside(sentence, unit) >= _OPPOSITE:
                    yield field_of("sense", Relation.CONFLICTING, (unit,), (rival,))
                    break


def _there(unit: Unit, units: Sequence[Unit]) -> bool:
    return any(says(unit, other) for other in units)


def _counted(units: Sequence[Unit], at: int) -> set[str]:
    """Stems of the first words of content behind a number, up to the next value."""
    found: list[str] = []
    for unit in units[at + 1 : at + 6]:
        if unit.sort is not Sort.WORD or len(found) == _COUNTED:
            break
        if unit.content:
            found.append(stem(unit.lemma))
    return set(found)


def _precision(date: DateParts) -> tuple[bool, ...]:
    return tuple(part is not None for part in date)
