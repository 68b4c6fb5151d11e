"""A claim that says in words of its own what one or more sentences of a source say.

Nothing stands in order here, so support asks that the sentences say each verb of the claim with who does it and who
suffers it. A conflict asks for a rival in the same slot: another number of the same thing, another day of the same
month, another first name before the same surname.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from claimcheck.comparison.counts import compare_numbers
from claimcheck.comparison.entailment import clashes, unsaid
from claimcheck.comparison.frames import read_frames
from claimcheck.comparison.kinship import is_ordinal, says, stem
from claimcheck.comparison.names import fold
from claimcheck.comparison.periods import DateParts, compare_dates
from claimcheck.comparison.polarity import negations
from claimcheck.comparison.retelling import cover
from claimcheck.comparison.retelling.tellings import Teller
from claimcheck.comparison.retelling.verb import means
from claimcheck.comparison.slots import field_of, opposed, sort_of
from claimcheck.comparison.verbs import Sentence, read_sentence
from claimcheck.comparison.words import Sort, Unit
from claimcheck.evidence.index import Index, Passage, Text
from claimcheck.lexicon import load
from claimcheck.model import FieldComparison, Relation, Tag
from claimcheck.records import NamedTuple, replace

_SENTENCES = 4  # that may carry a claim together
_ADDS = 0.05  # the share of the claim's weight that a further sentence must add
_COUNTED = 2  # content units behind a number among which is what it counts
_VALUE = 0.15  # how much of the rest of the claim must stand beside a rival value
_STRANGE = 0.4
_OPPOSITE = 0.25
_DENIED = 0.2
_PLAIN = frozenset({"not", "never", "no", "none", "nobody", "nothing", "neither"})
_UNKNOWN = frozenset({Tag.NAME, Tag.OTHER, Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE})
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


def entailed(claim: Sequence[Unit], passages: Sequence[Passage], index: Index) -> Passage | None:
    """The passage that says the claim, the first of several that say it together, or None; all of one text."""
    read = [(p, sentences_of([p], index)) for p in passages if p.text == passages[0].text]
    if unsaid(claim, [sentence for _, sentences in read for sentence in sentences]):
        return None
    return next((p for p, sentences in read if not unsaid(claim, sentences)), passages[0])


class Retelling(NamedTuple):
    """The sentences of one text that retell a claim, and which of its words they say otherwise or not at all."""

    sentences: tuple[Passage, ...]
    fields: tuple[FieldComparison, ...]
    coverage: float


def retelling(claim: Sequence[Unit], passages: Sequence[Passage], index: Index) -> Retelling | None:
    """The claim held against the sentences of one text as a retelling of them, None when it is none."""
    if not passages:
        return None
    number = passages[0].text
    teller = _teller(index, number)
    found = dict.fromkeys(n for p in passages if p.text == number for n in index.sentences(p))
    covered = cover(claim, [teller.telling(n) for n in found], teller.text, index.weight)
    if covered is None:
        return None
    cuts = index.texts[number].sentences
    fields = [field_of("paraphrase", Relation.COMPATIBLE, (unit,), (other,)) for unit, other in covered.reworded]
    fields += [field_of("words", Relation.ABSENT, (unit,), ()) for unit in covered.missing]
    return Retelling(tuple(Passage(number, cuts[n], 0.0) for n in covered.used), tuple(fields), 1 - covered.share)


@lru_cache(maxsize=8)
def _teller(index: Index, number: int) -> Teller:
    """The reader of a text's sentences, which knows what the text as a whole is about."""
    text = index.texts[number]
    return Teller([_units(text, n) for n in range(len(text.sentences))])


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
            elif i + 1 < len(self._claim) and self._claim[i + 1].name and (unit.name or (i == 0 and _may_name(unit))):
                first = replace(unit, name=True, key=fold(unit.text))
                rival = self._other_first_name(first, self._claim[i + 1])
            if rival:
                yield field_of(sort_of(unit), Relation.CONFLICTING, (unit,), (rival,))
        clashing = clashes(self._claim, sentences_of(self._chosen, self._index), self._text.units)
        yield from clashing
        yield from self._strange_names()
        if not any(field.field == "polarity" for field in clashing):
            yield from self._denied()
        yield from self._opposite()
        yield from self._turned()

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
        if any(other.date and other.date.written == undated.written for other in self._text.units):
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
        """Another name right before the same surname: in a sentence chosen, or the only one that the text has there."""
        if first.tag in _OPENERS or len(first.text) < 3 or _there(first, self._text.units):
            return None
        near = [sentence for sentence in self._sentences if self._beside(sentence, first) >= _VALUE]
        if not near:
            return None
        found = next((name for sentence in near for name in _first_names(sentence, surname)), None)
        everywhere = {name.key: name for name in _first_names(self._text.units, surname)}
        return found or (next(iter(everywhere.values())) if len(everywhere) == 1 else None)

    def _strange_names(self) -> Iterator[FieldComparison]:
        """A name that the text has nowhere, not one word of it, where the rest stands beside another name."""
        for name in _names(self._claim):
            if any(_there(unit, self._text.units) for unit in name):
                continue
            for sentence in self._sentences[:1]:
                rest = [unit for unit in self._content if unit not in name]
                if self._share(rest, without=[u for u in rest if not _there(u, sentence)]) < _STRANGE:
                    continue
                rivals = [other for other in _names(sentence) if not any(_there(unit, self._claim) for unit in other)]
                if rivals:
                    yield field_of("name", Relation.CONFLICTING, name, rivals[0])
                    break

    def _denied(self) -> Iterator[FieldComparison]:
        """A claim that denies what the sentences say without any denial."""
        found = negations(self._claim)  # "did not reject" denies nothing
        denied = (
            len(found) == 1
            and found[0].key in _PLAIN
            and self._denies()
            and self._beside(self._sentences[0], found[0]) >= _DENIED
        )
        if denied and not any(negations(sentence) for sentence in self._sentences[:3]):
            yield field_of("polarity", Relation.CONFLICTING, found, ())

    def _denies(self) -> bool:
        """Whether the claim denies as a whole: its first verb is the negated one."""
        frames = [frame for frame in read_frames(self._claim) if not frame.noun]
        return bool(frames) and frames[0].negated and not frames[0].voice.doubted

    def _opposite(self) -> Iterator[FieldComparison]:
        """A word that no sentence has, where the best ones have its opposite."""
        for unit in self._open:
            if unit.name or unit.sort is not Sort.WORD:
                continue
            for sentence in self._sentences[:2]:
                rival = next((o for o in sentence if opposed(unit, o) and not _there(o, self._claim)), None)
                if rival and not any(means(unit, o) for o in sentence) and self._beside(sentence, unit) >= _OPPOSITE:
                    yield field_of("sense", Relation.CONFLICTING, (unit,), (rival,))
                    break

    def _turned(self) -> Iterator[FieldComparison]:
        """A little word where the sentence has its opposite with the same word before or behind: "moved down"."""
        for before, unit, behind in zip(self._claim, self._claim[1:], self._claim[2:], strict=False):
            if unit.content or unit.sort is not Sort.WORD:
                continue
            for sentence in self._sentences[:2]:
                for left, other, right in zip(sentence, sentence[1:], sentence[2:], strict=False):
                    same = (before.content and before.key == left.key) or (behind.content and behind.key == right.key)
                    if same and opposed(unit, other) and self._beside(sentence, unit) >= _OPPOSITE:
                        yield field_of("sense", Relation.CONFLICTING, (unit,), (other,))
                        return


def _there(unit: Unit, units: Sequence[Unit]) -> bool:
    return any(says(unit, other) for other in units)


def _names(units: Sequence[Unit]) -> list[list[Unit]]:
    """The names in several words, each with its units."""
    found: list[list[Unit]] = []
    last = -2
    for i, unit in enumerate(units):
        if unit.name:
            if last == i - 1 and not units[last].closed:
                found[-1].append(unit)
            else:
                found.append([unit])
            last = i
    return [name for name in found if len(name) > 1]


def _first_names(units: Sequence[Unit], surname: Unit) -> Iterator[Unit]:
    """The names that stand right before the surname."""
    for before, unit in pairwise(units):
        touching = unit.key == surname.key and before.name and before.span.end + 1 >= unit.span.start
        if touching and before.text.isalpha() and before.text.lower() not in _titles():
            yield before


def _may_name(unit: Unit) -> bool:
    """Whether the first word of a claim, which has its capital anyway, could be a name."""
    return unit.sort is Sort.WORD and unit.tag in _UNKNOWN


@cache
def _titles() -> frozenset[str]:
    return frozenset((*load("names")["titles"], *load("offices")["heads"]))


def _counted(units: Sequence[Unit], at: int) -> set[str]:
    """Stems of the first words of content behind a number, up to the next value."""
    found: list[str] = []
    for unit in units[at + 1 : at + 6]:
        if unit.sort is not Sort.WORD or len(found) == _COUNTED:
            break
        if unit.content:
            found.append("%" if unit.key == "%" else stem(unit.lemma))
    return set(found)


def _precision(date: DateParts) -> tuple[bool, ...]:
    return tuple(part is not None for part in date)
