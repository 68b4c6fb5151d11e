"""One verb of a claim held against a sentence that may say it in looser words."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.comparison.frames import Frame, Phrase
from claimcheck.comparison.kinship import acronyms, says
from claimcheck.comparison.names import compare_names
from claimcheck.comparison.retelling.meanings import asked, told
from claimcheck.comparison.retelling.tellings import Telling, Text, refers
from claimcheck.comparison.slots import opposed
from claimcheck.comparison.verbs import HeldVerb, Sentence, alike, same
from claimcheck.comparison.words import Sort, Unit
from claimcheck.model import Relation

_AGREES = (Relation.SAME, Relation.COMPATIBLE)


def means(unit: Unit, other: Unit) -> bool:
    """Whether the other unit says the unit, or implies it."""
    if says(unit, other):
        return True
    both = unit.sort is Sort.WORD and other.sort is Sort.WORD
    return both and not asked(unit.lemma).isdisjoint(told(other.lemma)) and not opposed(unit, other)


class RetoldVerb(HeldVerb):
    """A verb of the claim held against a sentence: looser in its words, and in where what hangs on it stands."""

    def __init__(self, mine: Sentence, frame: Frame, telling: Telling, text: Text, missing: Sequence[Unit]) -> None:
        super().__init__(mine, frame, telling.sentence._replace(meant=telling.meant))
        self._telling, self._text, self._missing = telling, text, missing

    def _wanted(self, unit: Unit) -> bool:
        """A word that no sentence has is left over, and other rules say whether it may be."""
        return super()._wanted(unit) and unit not in self._missing

    def _same(self, unit: Unit, other: Unit) -> bool:
        if same(unit, other):
            return True
        itself = any(theirs.key == unit.key for theirs in self._theirs.units)  # then no other word stands for it
        return not itself and means(unit, other)

    def _placed(self, phrase: Phrase, mine: Frame, other: Frame) -> bool:
        """Whether what hangs on the claim's verb stands in the sentence, and nothing else in its place."""
        if super()._placed(phrase, mine, other):
            return True
        units, theirs = self._mine.units, self._theirs.units
        head = units[phrase.head]
        rivals = [
            p for p in other.others if alike(p.governor, phrase.governor) and _sort(theirs[p.head]) == _sort(head)
        ]
        if rivals and (head.date or head.name or self._of_another(mine, other)):
            return False
        if any(
            self._same(head, theirs[i])
            for f in self._theirs.frames
            if f is not other
            for p in f.others
            for i in p.units
        ):
            return False  # it hangs on another verb
        return all(
            any(self._same(units[i], u) for u in self._telling.units) for i in phrase.units if self._wanted(units[i])
        )

    def _says(self, mine: Phrase, other: Phrase) -> bool:
        if super()._says(mine, other):
            return True
        units, theirs = self._mine.units, self._theirs.units
        head, inside = units[mine.head], [theirs[i] for i in other.units]
        if head.name and head.text.replace(".", "") in acronyms(inside):
            return True
        if refers(other, self._telling) and any(self._same(head, unit) for unit in self._telling.meant):
            return True
        return head.name and self._same(head, theirs[other.head]) and self._same_person(mine)

    def _same_person(self, mine: Phrase) -> bool:
        """Whether the phrase is a name alone, and the text has nobody with another first name before the surname."""
        inside = [self._mine.units[i] for i in mine.units]
        if not all(unit.name for unit in inside):
            return False
        name = " ".join(unit.text for unit in inside)
        full = self._text.full.get(self._mine.units[mine.head].key, frozenset())
        return bool(full) and all(compare_names(name, other) in _AGREES for other in full)


def _sort(unit: Unit) -> tuple[bool, bool]:
    return unit.date is not None, unit.name
