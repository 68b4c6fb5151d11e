"""Rules of a retelling that look at words: what is left over, denied, counted otherwise or turned round."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from claimcheck.comparison.kinship import is_ordinal, says
from claimcheck.comparison.polarity import hedging, negations
from claimcheck.comparison.retelling.meanings import asked
from claimcheck.comparison.retelling.pair import Pair, around
from claimcheck.comparison.retelling.tellings import Telling
from claimcheck.comparison.retelling.verb import means
from claimcheck.comparison.slots import field_of, opposed, polar
from claimcheck.comparison.verbs import absent, limits_of, step_of
from claimcheck.comparison.words import Sort, Unit
from claimcheck.lexicon import load
from claimcheck.model import Comparator, FieldComparison, Relation, Tag

_COUNTED = 3  # units behind a number among which is what it counts


def values(pair: Pair) -> Iterator[FieldComparison]:
    """Numbers, dates and names that no sentence has."""
    for unit in (pair.claim[i] for i in pair.missing):
        if unit.sort is not Sort.WORD or not unit.text.isalpha() or (unit.name and len(unit.text) > 1):
            yield absent(unit)


def telling_words(pair: Pair) -> Iterator[FieldComparison]:
    """Words left over that can change the truth: with an opposite, of degree, of doubt, "former", what is counted."""
    for i in pair.missing:
        unit = pair.claim[i]
        counted = i > 0 and pair.claim[i - 1].number is not None
        if counted or _has_opposite(unit) or unit.lemma in hedging() or limits_of([unit]):
            yield absent(unit)


def _has_opposite(unit: Unit) -> bool:
    """Whether a word of its stem has an opposite: "successful", for "success" and "failure"."""
    return polar(unit) or not asked(unit.lemma).isdisjoint(_polar_marks())


@cache
def _polar_marks() -> frozenset[str]:
    return frozenset(mark for pair in load("opposites") for word in pair for mark in asked(word) if mark[0] in "~+")


def quantities(pair: Pair) -> Iterator[FieldComparison]:
    """ "All", "some", "no" where the sentences have another word, or none."""
    for unit in pair.claim:
        step = step_of(unit)
        if step is not None and not any(step_of(o) == step for t in pair.tellings for o in t.sentence.whole):
            yield field_of("quantifier", Relation.ABSENT, (unit,), ())


def counts(pair: Pair) -> Iterator[FieldComparison]:
    """Numbers of a thing beside which no sentence has them."""
    for i, unit in enumerate(pair.claim):
        value = unit.number
        if value is None or value.comparator is Comparator.VAGUE or value.number == 1 or is_ordinal(unit):
            continue
        behind = pair.claim[i + 1 : i + 1 + _COUNTED]
        thing = next((u for u in behind if u.content and u.sort is Sort.WORD), None)
        places = [(t, j) for t in pair.tellings for j, u in enumerate(t.sentence.whole) if thing and means(thing, u)]
        near = [other for t, j in places for other in around(j, t.sentence.whole)]
        if thing and places and not any(says(unit, other) for other in near):
            yield field_of("count", Relation.ABSENT, (unit, thing), [o for o in near if o.number][:1])


def denials(pair: Pair) -> Iterator[FieldComparison]:
    """A denial on one side only."""
    mine = [(i, unit) for i, unit in enumerate(pair.claim) if unit in negations(pair.claim)]
    keys = {unit.key for unit in pair.claim}
    for i, unit in mine:
        if not any(pair.go_together(i, j, t) for t in pair.tellings for j, _ in _denied(t)):
            yield field_of("polarity", Relation.ABSENT, (unit,), ())
    for telling in pair.tellings[:1]:
        for j, other in _denied(telling):
            if other.key in keys or any(pair.go_together(i, j, telling) for i, _ in mine):
                continue
            near = [o for o in around(j, telling.sentence.whole) if o.content]
            if any(means(unit, o) for o in near for unit in pair.claim if unit.content):
                yield field_of("polarity", Relation.ABSENT, (), (other,))


def opposites(pair: Pair) -> Iterator[FieldComparison]:
    """A word whose opposite a sentence has beside the same words."""
    for i, unit in enumerate(pair.claim):
        weighty = unit.content or unit.tag is Tag.PREPOSITION or step_of(unit) is not None
        if unit.sort is not Sort.WORD or not polar(unit) or not weighty:
            continue
        for telling in pair.tellings:
            whole = telling.sentence.whole
            if any(says(unit, other) for other in whole):
                continue
            for j, other in enumerate(whole):
                if opposed(unit, other) and pair.go_together(i, j, telling):
                    yield field_of("sense", Relation.ABSENT, (unit,), (other,))


def _denied(telling: Telling) -> list[tuple[int, Unit]]:
    found = negations(telling.sentence.whole)
    return [(j, unit) for j, unit in enumerate(telling.sentence.whole) if unit in found]
