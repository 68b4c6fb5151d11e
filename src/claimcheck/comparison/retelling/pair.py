"""A claim side by side with the sentences of a text that say most of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcheck.comparison.frames import Frame, Phrase
from claimcheck.comparison.kinship import acronyms, says
from claimcheck.comparison.names import fold
from claimcheck.comparison.retelling.meanings import asked, phrases_in
from claimcheck.comparison.retelling.tellings import Telling, Text, refers
from claimcheck.comparison.retelling.verb import means
from claimcheck.comparison.verbs import read_sentence
from claimcheck.comparison.words import Sort, Unit
from claimcheck.lexicon import load
from claimcheck.model import Tag

_BESIDE = 4  # units around a word that it goes with


class Pair:
    """A claim, the sentences that together say most of it, and the places of its words that none of them says."""

    def __init__(
        self, claim: Sequence[Unit], tellings: Sequence[Telling], text: Text, weight: Callable[[Unit], float]
    ) -> None:
        self.claim, self.mine, self.text = claim, read_sentence(claim), text
        self._weight = weight
        self._short = acronyms([unit for telling in tellings for unit in telling.units])
        self._phrased = {i: word for where, word in phrases_in(claim) for i in where}
        self.tellings, self.missing = self._choose(tellings)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The claim's verbs with what hangs on them."""
        return tuple(frame for frame in self.mine.frames if not frame.noun)

    def _choose(self, tellings: Sequence[Telling]) -> tuple[list[Telling], list[int]]:
        """The sentences that say most of the claim together, and the places of the words that none of them says."""
        missing = [i for i, unit in enumerate(self.claim) if self.needed(unit)]
        left = list(tellings)
        chosen: list[Telling] = []
        while missing and left:
            best = min(left, key=lambda t: (self.weighed(i for i in missing if not self.said(i, t)), t.number))
            rest = [i for i in missing if not self.said(i, best)]
            if len(rest) == len(missing):
                break
            chosen.append(best)
            left.remove(best)
            missing = rest
        return chosen, missing

    def reworded(self) -> Iterator[tuple[Unit, Unit]]:
        """The words of the claim that the sentences say in another word, with that."""
        for unit in self.claim:
            heard = [other for telling in self.tellings for other in telling.units]
            if unit.content and unit.sort is Sort.WORD and not any(other.lemma == unit.lemma for other in heard):
                other = next((other for other in heard if means(unit, other)), None)
                if other:
                    yield unit, other

    def weighed(self, places: Iterable[int]) -> float:
        return sum(self._weight(self.claim[i]) for i in places)

    def needed(self, unit: Unit) -> bool:
        """Whether the unit says something of its own."""
        if unit.sort is not Sort.WORD or unit.name:
            return True
        return unit.content and unit.lemma not in light() and unit.tag is not Tag.PRONOUN

    def said(self, i: int, telling: Telling) -> bool:
        """Whether the sentence says the unit, or the phrase that it stands in."""
        unit, phrase = self.claim[i], self._phrased.get(i)
        if phrase and not asked(phrase).isdisjoint(telling.marks):
            return True
        if unit.sort is not Sort.WORD:
            return any(says(unit, other) for other in telling.units)
        if not asked(unit.lemma).isdisjoint(telling.marks):
            return True
        if not unit.name:
            return False
        short = unit.text.replace(".", "") in self._short
        return short or fold(unit.text) in telling.marks or any(says(unit, other) for other in telling.units)

    def of_topic(self, units: Sequence[Unit]) -> bool:
        return any(means(unit, other) for unit in units for other in self.text.topic)

    def inside(self, phrase: Phrase) -> list[Unit]:
        return [self.mine.units[i] for i in phrase.units]

    def is_light(self, frame: Frame) -> bool:
        return self.mine.units[frame.predicate].lemma in light()

    def has(self, unit: Unit, telling: Telling) -> bool:
        return self.said(self.claim.index(unit), telling)

    def go_together(self, i: int, j: int, telling: Telling) -> bool:
        """Whether a word of the claim and one of a sentence stand beside words that say the same."""
        ours = [unit for unit in around(i, self.claim) if unit.content]
        theirs = [unit for unit in around(j, telling.sentence.whole) if unit.content]
        return any(means(unit, other) for unit in ours for other in theirs)

    def names(self, mine: Phrase, other: Phrase, telling: Telling) -> bool:
        """Whether the other phrase has what the claim's phrase names, or refers to it."""
        theirs = telling.sentence.units
        inside = [theirs[i] for i in other.units]
        if theirs[other.head].tag is Tag.PRONOUN or refers(other, telling):
            inside += telling.meant
        head = self.mine.units[mine.head]
        if self.somebody_else(mine, inside):
            return False
        return any(means(head, unit) for unit in inside) or head.text.replace(".", "") in acronyms(inside)

    def somebody_else(self, mine: Phrase, units: Sequence[Unit]) -> bool:
        """Whether the units have the surname, and each time behind another first name."""
        inside = self.inside(mine)
        surname = self.mine.units[mine.head]
        before = {one.key for one, two in pairwise(inside) if two is surname and one.name}
        given = [
            one for one, two in pairwise(units) if two.name and two.key == surname.key and one.name and not one.closed
        ]
        return bool(before and given) and all(one.key not in before for one in given)

    def says_of(self, mine: Phrase, word: Unit, telling: Telling) -> bool:
        """Whether the sentence has the word beside the name, or of its subject, which is the name."""
        whole, name = telling.sentence.whole, self.mine.units[mine.head]
        if self.somebody_else(mine, telling.units):
            return False
        at = [i for i, unit in enumerate(whole) if means(name, unit)]
        if name.text.replace(".", "") in acronyms(whole):
            at += [i for i, unit in enumerate(whole) if unit.name and unit.text[0] == name.text[0]]
        there = [i for i, unit in enumerate(whole) if means(word, unit)]
        if any(abs(i - j) <= _BESIDE for i in at for j in there):
            return True
        return bool(there) and any(means(name, unit) for unit in telling.about)


def around(at: int, units: Sequence[Unit]) -> list[Unit]:
    """The units beside one."""
    return [*units[max(0, at - _BESIDE) : at], *units[at + 1 : at + 1 + _BESIDE]]


@cache
def light() -> frozenset[str]:
    """Words that a retelling need not say, by their base form."""
    return frozenset(word for kind in load("light").values() for word in kind)
