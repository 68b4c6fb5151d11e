"""A claim that says in words of its own what one or more sentences of a source say.

Nothing stands in order here, so support asks that the sentences say each verb of the claim with who does it and who
suffers it. A conflict asks for a rival in the same slot: another number of the same thing, another day of the same
month, another first name before the same surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.comparison.counts import compare_numbers
from claimcheck.comparison.entailment import Sentence, read_sentence, unsaid
from claimcheck.comparison.kinship import is_ordinal, says, stem
from claimcheck.comparison.periods import DateParts, compare_dates
from claimcheck.comparison.polarity import negations
from claimcheck.comparison.slots import field_of, opposed, sort_of
from claimcheck.comparison.words import Sort, Unit
from claimcheck.evidence.index import Index, Passage, Text
from claimcheck.model import FieldComparison, Relation, Tag

_SENTENCES = 4  # that may carry a claim together
_ADDS = 0.05  # the share of the claim's weight that a further sentence must add
_COUNTED = 2  # content units behind a number among which is what it counts
_VALUE = 0.2  # how much of the rest of the claim must stand beside a rival value
_OPPOSITE = 0.3
_DENIED = 0.4
_PLAIN = frozenset({"not", "never", "no", "none", "nobody", "nothing", "neither"})
_OPENERS = frozenset({Tag.DETERMINER, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.CONJUNCTION})


class Gathered(NamedTuple):
    """The sentences that say most of the claim together, and what they say otherwise or leave out."""

    sentences: tuple[Passage, ...]
    coverage: float
    fields: tuple[FieldComparison, ...]


def gather(claim: Sequence[Unit], passages: Sequence[Passage], index: Index) -> Gathered | None:
    """The claim held against the best sentences of one text, or None where none has anything of it."""
    if not passages:
        return None
    reader = _Reader(claim, [p for p in passages if p.text == passages[0].text], index)
    return reader.gathered()


def entailed(claim: Sequence[Unit], passages: Sequence[Passage], index: Index) -> list[FieldComparison]:
    """What of the claim none of the sentences of one text says; nothing when they say all of it."""
    return unsaid(claim, sentences_of([p for p in passages if p.text == passages[0].text], index))


def sentences_of(passages: Sequence[Passage], index: Index) -> list[Sentence]:
    """Each sentence of the passages, read with the one before it."""
    return [
        read_sentence(_units(text, number), _units(text, number - 1))
        for passage in passages
        for text in (index.texts[passage.text],)
        for number in index.sentences(passage)
    ]


def _units(text: Text, number: int) -> tuple[Unit, ...]:
    words = text.sentences[number] if number >= 0 else range(0)
    return text.units[words.start : words.stop]


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
        return Gathered(tuple(self._chosen), coverage, (*conflicts, *lost))

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
