"""One verb of a claim held against the verbs of a sentence: who does it, who suffers it, and whose word it is.

Where the reading is unsure, the verb is not said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.comparison.counts import compare_numbers
from claimcheck.comparison.frames import Frame, Phrase, read_frames, saying
from claimcheck.comparison.kinship import acronyms, akin, is_ordinal, says
from claimcheck.comparison.outcomes import compare_outcomes
from claimcheck.comparison.periods import compare_dates
from claimcheck.comparison.polarity import hedging
from claimcheck.comparison.slots import field_of, opposed, sort_of
from claimcheck.comparison.words import Sort, Unit
from claimcheck.lexicon import load
from claimcheck.model import FieldComparison, Relation, Tag
from claimcheck.records import NamedTuple

_AGREES = (Relation.SAME, Relation.COMPATIBLE)
_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_STATES = frozenset({"be", "have"})
_RECIPIENT = frozenset({"", "to"})
_WHERE = frozenset({"", "at", "during", "in", "inside", "into", "near", "on", "to", "within"})
_NO_SHARE = frozenset({"whole", "entire", "certain"})
_OCCURS = frozenset({"happen", "occur", "take"})


class Sentence(NamedTuple):
    """The units of one sentence without its asides, its frames, what a pronoun in it may stand for, and all units."""

    units: Sequence[Unit]
    frames: tuple[Frame, ...]
    meant: tuple[Unit, ...]
    whole: Sequence[Unit]


def read_sentence(units: Sequence[Unit], before: Sequence[Unit] = ()) -> Sentence:
    """The sentence, read; `before` is the one in front of it."""
    plain = [unit for unit in units if not unit.aside]
    person = any(unit.text.lower() in _PERSONAL for unit in plain)
    return Sentence(plain, read_frames(plain), _subject([unit for unit in before if not unit.aside], person), units)


def _subject(units: Sequence[Unit], person: bool) -> tuple[Unit, ...]:
    """What a sentence has for its subject; where a person is meant and it names any, the only one."""
    frames = [f for f in read_frames(units) if not f.noun] if units else []
    if not frames:
        return ()
    phrases = [p for f in frames for p in (*(f.agents or ()), *(f.patients or ()))]
    people = {units[p.head].key: p for p in phrases if _is_person(units, p)}
    subject: Sequence[Phrase] = frames[0].agents or frames[0].patients or ()
    if person and people:
        subject = tuple(people.values()) if len(people) == 1 else ()
    return tuple(units[i] for phrase in subject for i in phrase.units if units[i].content)


def _is_person(units: Sequence[Unit], phrase: Phrase) -> bool:
    """Whether the phrase could be a person's name: capitals and nothing else, such as an article."""
    return all(units[i].name for i in range(phrase.units.start, phrase.head + 1))


class Match(NamedTuple):
    """What a sentence leaves open of one verb of the claim; `found` when it has that verb at all."""

    sentence: Sentence
    fields: list[FieldComparison]
    found: bool = True

    @property
    def rank(self) -> tuple[bool, int]:
        return not self.found, len(self.fields)


class HeldVerb:
    """A verb of the claim held against a sentence of the source."""

    def __init__(self, mine: Sentence, frame: Frame, theirs: Sentence) -> None:
        self._mine, self._frame, self._theirs = mine, frame, theirs

    def best(self) -> Match:
        """The verb of the sentence that comes nearest, and what it leaves open."""
        mine = self._mine.units[self._frame.predicate]
        frame = self.occurrence() or self._frame
        found = [
            list(self._open(frame, other))
            for other in self._theirs.frames
            if self._predicate(self._mine.units[frame.predicate], self._theirs.units[other.predicate])
        ]
        if not found:
            rest = [self._mine.units[i] for p in (*(frame.agents or ()), *(frame.patients or ())) for i in p.units]
            missing = [u for u in (mine, *rest) if not any(self._same(u, other) for other in self._theirs.units)]
            words = [u for u in missing if u.content] or [mine]
            return Match(self._theirs, [absent(unit) for unit in words], found=False)
        return Match(self._theirs, min(found, key=len))

    def occurrence(self) -> Frame | None:
        """ "The killing of miners took place in May": the noun with what hangs on the verb."""
        frame, units = self._frame, self._mine.units
        if units[frame.predicate].lemma not in _OCCURS or not frame.agents:
            return None
        if frame.patients and units[frame.patients[0].head].lemma != "place":
            return None
        noun = next((f for f in self._mine.frames if f.noun and f.predicate == frame.agents[0].head), None)
        if noun is None:
            return None
        others = tuple(p for p in frame.others if p not in (noun.agents or ()))
        return Frame(noun.predicate, noun.agents, noun.patients, others, frame.negated, frame.voice, noun=True)

    def _predicate(self, mine: Unit, other: Unit) -> bool:
        outcome = compare_outcomes(mine.lemma, other.lemma)
        if outcome is not None and not akin(mine.lemma, other.lemma):
            return outcome in _AGREES
        return says(mine, other) and not opposed(mine, other)

    def _same(self, unit: Unit, other: Unit) -> bool:
        """Whether the other unit says what the claim's unit says."""
        return same(unit, other)

    def _wanted(self, unit: Unit) -> bool:
        """Whether a phrase of the sentence must have the word that the claim's phrase has beside its noun."""
        return unit.content

    def _open(self, mine: Frame, other: Frame) -> Iterator[FieldComparison]:
        units, theirs = self._mine.units, self._theirs.units
        verb, their_verb = units[mine.predicate], theirs[other.predicate]
        if mine.negated != other.negated:
            yield field_of("polarity", Relation.CONFLICTING, (verb,), (their_verb,))
        if mine.present and not other.present and verb.lemma in _STATES:
            yield field_of("tense", Relation.ABSENT, (verb,), (their_verb,))
        yield from self._voice(mine, other)
        agents, patients = other.agents, other.patients
        if other.noun and not mine.patients and not mine.noun:
            agents = (*(agents or ()), *(patients or ()))  # "the death of Duarte"
        by = tuple(p for p in other.others if p.governor == "by")
        for phrase in mine.agents or ():
            if not any(self._says(phrase, p) for p in (*(agents or ()), *by)):
                yield self._role(phrase, agents or ())
        recipients = tuple(p for p in other.others if p.governor in _RECIPIENT)
        for phrase in mine.patients or ():
            if not any(self._says(phrase, p) for p in (*(patients or ()), *recipients)):
                yield self._role(phrase, patients or ())
        for phrase in mine.others:
            if not self._placed(phrase, mine, other):
                date = units[phrase.head].date
                alike = tuple(
                    p for p in other.others if p.governor == phrase.governor or (date and theirs[p.head].date)
                )
                yield self._role(phrase, alike)

    def _placed(self, phrase: Phrase, mine: Frame, other: Frame) -> bool:
        """Whether what hangs on the claim's verb hangs on the other, or stands where nothing rivals it."""
        units, theirs = self._mine.units, self._theirs.units
        near = (*other.others, *(other.patients or ())) if phrase.governor in _RECIPIENT else other.others
        apart = self._of_another(mine, other)
        near = tuple(p for p in near if p not in apart)
        if any(alike(phrase.governor, p.governor) and self._says(phrase, p) for p in near):
            return True
        head = units[phrase.head]
        if not (head.date or head.name):
            return False
        rivals = [p for p in other.others if bool(theirs[p.head].date) == bool(head.date)]
        if any(p.governor == phrase.governor for p in rivals):
            return False
        return all(any(self._same(units[i], u) for u in theirs) for i in phrase.units if units[i].content)

    def _of_another(self, mine: Frame, other: Frame) -> list[Phrase]:
        """What hangs on the other verb with another of those who suffer it: "held two on Monday and nine on Friday"."""
        objects = [p.units.start for p in other.patients or ()]
        meant = [p.units.start for p in other.patients or () for m in mine.patients or () if self._says(m, p)]
        if len(objects) < 2 or len(meant) != 1:
            return []

        def owner(phrase: Phrase) -> int:
            return max((start for start in objects if start < phrase.units.start), default=objects[0])

        paired = {p.governor for p in other.others if owner(p) == meant[0]}
        return [p for p in other.others if owner(p) != meant[0] and p.governor in paired]

    def _voice(self, mine: Frame, other: Frame) -> Iterator[FieldComparison]:
        """Nothing, when the sentence vouches for its verb as the claim does for its own."""
        if other.voice.told:
            who, them = _speakers(self._mine), _speakers(self._theirs)
            if not mine.voice.told or (them and not any(self._says(a, b) for a in who for b in them)):
                yield field_of("speaker", Relation.ABSENT, (), [self._theirs.units[i] for p in them for i in p.units])
        doubts = _doubts(self._theirs.units)
        if other.voice.doubted != mine.voice.doubted or (other.voice.doubted and doubts - _doubts(self._mine.units)):
            verb = self._theirs.units[other.predicate]
            yield field_of("hedge", Relation.ABSENT, (self._mine.units[mine.predicate],), (verb,))
        for i in range(other.predicate + 1, len(self._theirs.units)):
            unit = self._theirs.units[i]
            if unit.text.lower() in _provisos() and not any(
                u.text.lower() == unit.text.lower() for u in self._mine.units
            ):
                yield field_of("limit", Relation.ABSENT, (), (unit,))
                return

    def _role(self, phrase: Phrase, others: Sequence[Phrase]) -> FieldComparison:
        head, inside = self._mine.units[phrase.head], [self._mine.units[i] for i in phrase.units]
        for rival in others:
            clash = self._clash(phrase, rival)
            if clash:
                return clash
        theirs = [self._theirs.units[i] for p in others for i in p.units]
        return field_of("role" if head.sort is Sort.WORD else sort_of(head), Relation.ABSENT, inside, theirs)

    def _clash(self, phrase: Phrase, rival: Phrase) -> FieldComparison | None:
        """Another date, another number of the same thing, or another name in the same place."""
        head, other = self._mine.units[phrase.head], self._theirs.units[rival.head]
        if head.date and other.date:
            differs = compare_dates(head.date, other.date) is Relation.CONFLICTING
            return field_of("period", Relation.CONFLICTING, (head,), (other,)) if differs else None
        if head.name and other.name:
            inside = [self._mine.units[i] for i in phrase.units if self._mine.units[i].name]
            theirs = [self._theirs.units[i] for i in rival.units if self._theirs.units[i].name]
            short = inside[-1].text.replace(".", "") in acronyms(self._theirs.units)
            apart = not short and not any(self._same(one, two) for one in inside for two in theirs)
            return field_of("name", Relation.CONFLICTING, inside, theirs) if apart else None
        numbers = [self._mine.units[i] for i in phrase.units if self._mine.units[i].number]
        rivals = [self._theirs.units[i] for i in rival.units if self._theirs.units[i].number]
        for one, two in ((one, two) for one in numbers for two in rivals if is_ordinal(one) == is_ordinal(two)):
            if not self._same(head, other) and says(one, two):
                return field_of("counted", Relation.ABSENT, (one, head), (two, other))  # as many of something else
            assert one.number is not None
            assert two.number is not None
            if self._same(head, other) and compare_numbers(one.number, two.number) is Relation.CONFLICTING:
                return field_of("count", Relation.CONFLICTING, (one,), (two,))
        return None

    def _says(self, mine: Phrase, other: Phrase) -> bool:
        """Whether the other phrase names what the claim's phrase names, as many and no more narrowly."""
        units, theirs = self._mine.units, self._theirs.units
        head = units[mine.head]
        if head.tag is Tag.PRONOUN and mine.part is None and mine.owned is None:
            return True  # of whom the claim speaks is not for the sentence to say
        inside = [theirs[i] for i in other.units]
        if theirs[other.head].tag is Tag.PRONOUN and other.part is None:
            inside += self._theirs.meant
            named = any(self._same(head, u) for u in self._theirs.meant)
        else:
            named = self._same(head, theirs[other.head]) or head.text.replace(".", "") in acronyms(inside)
        if not named:
            return False
        if inside[0].tag is Tag.POSSESSIVE:
            inside += self._theirs.meant
        if limits_of(inside) - limits_of([units[i] for i in mine.units]):
            return False
        return self._amount(mine, other) and all(
            any(self._same(units[i], u) for u in inside) or self._elsewhere(units[i], theirs[other.head])
            for i in mine.units
            if units[i].sort is Sort.WORD and i != mine.head and self._wanted(units[i])
        )

    def _elsewhere(self, unit: Unit, head: Unit) -> bool:
        """Whether the sentence says right beside the phrase what the claim's phrase adds: a name, an office."""
        phrases = [p for f in self._theirs.frames for p in (*(f.agents or ()), *(f.patients or ()))]
        beside = [
            two
            for one in phrases
            for two in phrases
            if self._theirs.units[one.head] == head
            and (one.units.stop == two.units.start or two.units.stop == one.units.start)
        ]
        return any(self._same(unit, self._theirs.units[i]) for phrase in beside for i in phrase.units)

    def _amount(self, mine: Phrase, other: Phrase) -> bool:
        """Whether the phrases speak of as many: numbers agree, and a part is not taken for the whole."""
        units, theirs = self._mine.units, self._theirs.units
        ours = [units[i] for i in (mine.part or mine.units) if units[i].number]
        counted = [theirs[i] for i in (other.part or other.units) if theirs[i].number]
        if not all(any(says(number, c) for c in counted) for number in ours):
            return False
        step, their_step = _quantity(units, mine), _quantity(theirs, other)
        if step != their_step and (their_step is not None or step is not None):
            return False
        return bool(ours) or other.part is None or bool(mine.part) or step is not None


def absent(unit: Unit) -> FieldComparison:
    """A field for a unit that the source does not have."""
    word = unit.sort is Sort.WORD and not unit.name
    return field_of("words" if word else sort_of(unit), Relation.ABSENT, (unit,), ())


def same(unit: Unit, other: Unit) -> bool:
    """Whether the other unit says what the unit says, or what implies it: "killed" for "died"."""
    if says(unit, other) or (unit.lemma and akin(unit.lemma, other.lemma)):
        return True
    outcome = compare_outcomes(unit.lemma, other.lemma)
    return outcome in _AGREES


def alike(one: str, other: str) -> bool:
    """Whether two prepositions may stand for each other: "in Orsk" and "at Orsk", not "before" and "after"."""
    return one == other or {one, other} <= _RECIPIENT or {one, other} <= _WHERE


def _quantity(units: Sequence[Unit], phrase: Phrase) -> int | None:
    """How much of its kind the phrase speaks of, as a step from nothing to everything; None when it does not tell."""
    first = phrase.units.start
    before = units[first - 1].text.lower() if first else ""
    step = next((s for i in (phrase.part or phrase.units) if (s := step_of(units[i])) is not None), None)
    return step - 1 if step and before in ("nearly", "almost") else step


def step_of(unit: Unit) -> int | None:
    """How much of a whole the word stands for, as a step from nothing to everything."""
    return _steps().get(unit.text.lower())


@cache
def _steps() -> dict[str, int]:
    found = {word.removesuffix(" of"): step for step, group in enumerate(load("quantifiers")) for word in group}
    return {
        word: step for word, step in found.items() if " " not in word and word not in ("whole", "entire", "certain")
    }


def limits_of(units: Sequence[Unit]) -> frozenset[str]:
    """The words among the units that keep what follows from being so: "former", "alleged"."""
    return _limiting() & {unit.text.lower() for unit in units}


@cache
def _limiting() -> frozenset[str]:
    return frozenset(load("limits")["limiting"])


@cache
def _provisos() -> frozenset[str]:
    """Words before what takes something back of what stands before them."""
    return frozenset(load("limits")["exceptions"]) - {"but", "until"}


def _doubts(units: Sequence[Unit]) -> frozenset[str]:
    """The words of a sentence that leave something open."""
    return frozenset(u.lemma for u in units if u.tag is Tag.MODAL or u.lemma in hedging())


def _speakers(sentence: Sentence) -> tuple[Phrase, ...]:
    """Whom the sentence names for what it only reports."""
    found: list[Phrase] = []
    for frame in sentence.frames:
        verb = sentence.units[frame.predicate]
        if verb.text.lower() == "according":
            found += [p for p in frame.others if p.governor == "to"]
        elif verb.lemma in saying() and not frame.noun:
            found += frame.agents or ()
    return tuple(found)
