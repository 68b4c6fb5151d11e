"""Slot by slot: what a claim puts in the place of what a passage has there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.comparison.alignment import Alignment, Edit
from claimcheck.comparison.counts import compare_numbers
from claimcheck.comparison.kinship import acronyms
from claimcheck.comparison.names import compare_names, fold, is_title
from claimcheck.comparison.outcomes import compare_outcomes
from claimcheck.comparison.periods import compare_dates
from claimcheck.comparison.polarity import hedging, negations
from claimcheck.comparison.words import Sort, Unit
from claimcheck.grammar.words import is_known
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import FieldComparison, Relation, Span, Tag, hull

_BETWEEN = frozenset({Tag.DETERMINER, Tag.PREPOSITION, Tag.TO})  # of a phrase such as "some of the"
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_ASKING = frozenset({"what", "why", "how"})
_CLAUSE = 6  # units; what a passage has more than that between shared words is a clause of its own
_EMBEDDING = 8  # units before the claim's words that can hold what they depend on
_SWAPPED = 2  # units of an edit in which "for" and "against" stand for each other
_NEAR = 1  # units around an edit that belong to its slot for phrases such as "is believed"


@cache
def _limiting() -> frozenset[str]:
    return frozenset(load("limits")["limiting"])


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(load("limits")["exceptions"])


@cache
def _opening() -> frozenset[str]:
    return frozenset(load("limits")["conditions"])


@cache
def _quantifier_steps() -> dict[str, int]:
    return {word: step for step, group in enumerate(load("quantifiers")) for word in group}


@cache
def _legal_steps() -> dict[str, int]:
    return {word: step for step, group in enumerate(load("legal_status")) for word in group}


@cache
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in load("opposites"))


@cache
def _hedge_phrases() -> Phrases:
    return Phrases(load("certainty")["hedges"])


def compare_slots(claim: Sequence[Unit], passage: Sequence[Unit], alignment: Alignment) -> Iterator[FieldComparison]:
    """One comparison for each thing that differs, and one for each number, date and name that is the same."""
    for i, j in alignment.pairs:
        unit = claim[i]
        if unit.sort is not Sort.WORD or unit.name:
            yield field_of(sort_of(unit), Relation.SAME, (unit,), (passage[j],))
    anchor = next((i for i, _ in alignment.pairs if claim[i].tag not in _BETWEEN), 0)
    for edit in alignment.edits:
        ours = [claim[i] for i in edit.claim]
        theirs = [passage[j] for j in edit.passage]
        clause = edit.claim.stop <= anchor and any(unit.tag in _FINITE for unit in theirs)
        before = edit.passage.start == 0 or clause
        if edit.edge or before:
            yield from _context(theirs, _sentence(passage, alignment, before=before), before=before)
            if not ours:
                continue
            theirs = _beside(theirs, ours, before=before)
        yield from _differences(ours, theirs, edit, claim, passage)


def _differences(
    ours: list[Unit], theirs: list[Unit], edit: Edit, claim: Sequence[Unit], passage: Sequence[Unit]
) -> Iterator[FieldComparison]:
    denied = tuple(_polarity(*_denials(ours, theirs), theirs))
    yield from denied
    theirs = _without_negation(theirs)
    # "Did not reject" denies twice, and says no more than that something else was done.
    ours = _without_negation(ours) if denied else [unit for unit in ours if unit.content or not negations((unit,))]
    ours, theirs, found = _values(ours, theirs)
    yield from found
    named = _first_name(ours, theirs, edit, claim)
    if named:
        yield named
        return
    lost = _hedges_of(theirs, passage, edit.passage) - _hedges_of(ours, claim, edit.claim)
    if lost:
        hedges = [unit for unit in passage[edit.passage.start : edit.passage.stop] if unit.span in lost]
        yield field_of("hedge", Relation.NARROWER, ours, hedges)
        theirs = [unit for unit in theirs if unit.span not in lost]
    yield from _words(ours, theirs, edit, passage)


def _first_name(ours: list[Unit], theirs: list[Unit], edit: Edit, claim: Sequence[Unit]) -> FieldComparison | None:
    """Another first name before the same surname; at the head of a sentence capitals alone do not tell a name."""
    follower = claim[edit.claim.stop] if edit.claim.stop < len(claim) else None
    if not (ours and theirs and follower and follower.name and theirs[-1].name) or ours[-1].name:
        return None
    if not ours[-1].text[0].isupper() or is_known(ours[-1].text.lower()):
        return None
    if fold(ours[-1].text) == fold(theirs[-1].text):
        return None
    return field_of("name", Relation.CONFLICTING, ours[-1:], theirs[-1:])


def _sentence(passage: Sequence[Unit], alignment: Alignment, *, before: bool) -> int:
    """The sentence of the first or the last unit that claim and passage share."""
    return passage[alignment.pairs[0 if before else -1][1]].sentence if alignment.pairs else -1


def _context(theirs: list[Unit], sentence: int, *, before: bool) -> Iterator[FieldComparison]:
    """What the passage wraps around the claim's words and the claim leaves out: "no evidence that", "…, if"."""
    theirs = [unit for unit in theirs if unit.sentence == sentence]
    if before:
        near = theirs[-_EMBEDDING:]
        if near and near[-1].text.lower() in _limiting() and not near[-1].closed:
            yield field_of("limit", Relation.NARROWER, (), near[-1:])  # "nearly" all of them
        found = [*negations(near), *(u for u in near if u.lemma in hedging() or u.text.lower() in _opening())]
    else:
        found = [unit for unit in theirs[:1] if unit.text.lower() in _exceptions()]
    if found:
        yield field_of("context", Relation.NARROWER, (), found)


def _beside(theirs: list[Unit], ours: list[Unit], *, before: bool) -> list[Unit]:
    """Of what the passage has before or behind the claim's words, as much as could stand in their place."""
    if before:
        return theirs[-len(ours) - 1 :]
    near = theirs[: len(ours) + 1]
    if any(unit.closed for unit in ours[:-1]):
        return near
    return near[: next((n for n, unit in enumerate(near, 1) if unit.closed), len(near))]


def _denials(ours: list[Unit], theirs: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What negates on either side; "without pay" negates nothing unless the other side has "with"."""
    both = (ours, theirs)
    found = [
        [unit for unit in negations(side) if unit.lemma != "without" or any(u.lemma == "with" for u in other)]
        for side, other in (both, both[::-1])
    ]
    return found[0], found[1]


def _polarity(mine: Sequence[Unit], other: Sequence[Unit], theirs: list[Unit]) -> Iterator[FieldComparison]:
    if len(mine) % 2 == len(other) % 2:
        return
    apart = bool(theirs) and (theirs[0].tag is Tag.RELATIVE or len(theirs) > _CLAUSE)
    if other and apart:
        yield field_of("context", Relation.NARROWER, mine, other)  # something else may be what is negated
    else:
        yield field_of("polarity", Relation.CONFLICTING, mine, other)


def _without_negation(units: list[Unit]) -> list[Unit]:
    plain = frozenset(negations(units))
    return [unit for unit in units if unit not in plain]


def _values(ours: list[Unit], theirs: list[Unit]) -> tuple[list[Unit], list[Unit], list[FieldComparison]]:
    """Numbers and dates compared in their order; what is left of both sides, and the comparisons."""
    found = []
    numbers = [unit for unit in theirs if unit.number]
    dates = [unit for unit in theirs if unit.date]
    used: list[Unit] = []
    for unit in ours:
        if unit.sort is Sort.WORD:
            continue
        used.append(unit)
        rivals = dates if unit.date else numbers
        other = rivals.pop(0) if rivals else None
        if other is None:
            strange = (numbers or dates)[:1]
            found.append(field_of(sort_of(unit), Relation.ABSENT, (unit,), strange))
            used += strange
            continue
        used.append(other)
        if unit.number and other.number:
            if ("th" in unit.key) != ("th" in other.key):
                relation = Relation.ABSENT
            else:
                relation = compare_numbers(unit.number, other.number)
        else:
            assert unit.date is not None
            assert other.date is not None
            relation = compare_dates(unit.date, other.date)
        found.append(field_of(sort_of(unit), relation, (unit,), (other,)))
    gone = frozenset(used)
    return [u for u in ours if u not in gone], [u for u in theirs if u not in gone], found


def _hedges_of(units: list[Unit], text: Sequence[Unit], place: range) -> frozenset[Span]:
    """Spans of the units that leave room for doubt, alone or with their neighbours."""
    low, high = max(0, place.start - _NEAR), min(len(text), place.stop + _NEAR)
    words = [unit.text.lower() for unit in text[low:high]]
    inside = {unit.span for unit in units}
    found: set[Span] = set()
    for where in _hedge_phrases().all(words):
        hedge = [text[low + i] for i in where]
        if any(unit.span in inside and unit.tag not in _BETWEEN for unit in hedge):
            found.update(unit.span for unit in hedge if unit.span in inside)
    found.update(unit.span for unit in units if unit.lemma in hedging())
    return frozenset(found)


def _words(ours: list[Unit], theirs: list[Unit], edit: Edit, passage: Sequence[Unit]) -> Iterator[FieldComparison]:
    """What is left when numbers, negations and hedges are compared: names, then words.

    A word that the passage has at another place is not denied by the one that stands in its own.
    """
    open_ours, open_theirs = _open(ours, theirs)
    yield from _names(open_ours, open_theirs, edit, passage)
    steps = _quantifier_steps()
    for unit in [u for u in open_ours if not u.name]:
        lower = unit.text.lower()
        if unit.content and any(unit.key == other.key for other in passage):
            yield field_of("words", Relation.ABSENT, (unit,), ())
            continue
        outcome = next((f for u in open_theirs if (f := _outcome(unit, u))), None)
        if outcome:
            yield outcome
            continue
        swapped = unit.content or max(len(edit.claim), len(edit.passage)) <= _SWAPPED
        rival = next((u for u in open_theirs if swapped and opposed(unit, u)), None)
        if rival:
            yield field_of("sense", Relation.CONFLICTING, (unit,), (rival,))
            continue
        rival = next((u for u in open_theirs if u.text.lower() in steps), None)
        if lower in steps and rival and steps[lower] != steps[rival.text.lower()]:
            yield field_of("quantifier", _step(steps[lower], steps[rival.text.lower()]), (unit,), (rival,))
            continue
        rival = next((u for u in open_theirs if u.text.lower() in _legal_steps()), None)
        if lower in _legal_steps() and rival and _legal_steps()[lower] > _legal_steps()[rival.text.lower()]:
            yield field_of("legal status", Relation.NARROWER, (unit,), (rival,))
            continue
        if unit.content or lower in steps or lower in _ASKING:
            yield field_of("words", Relation.ABSENT, (unit,), ())
    if not edit.edge:
        for unit in open_theirs:
            lower = unit.text.lower()
            if lower in _limiting() or lower in _exceptions():
                yield field_of("limit", Relation.NARROWER, (), (unit,))


def _outcome(unit: Unit, other: Unit) -> FieldComparison | None:
    relation = compare_outcomes(unit.lemma, other.lemma)
    return None if relation is None else field_of("outcome", relation, (unit,), (other,))


def _step(claim: int, passage: int) -> Relation:
    if 0 in (claim, passage):
        return Relation.CONFLICTING
    return Relation.NARROWER if claim > passage else Relation.COMPATIBLE


def _open(ours: list[Unit], theirs: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Both sides without the units that the other side has, too, in another order."""
    left = list(theirs)
    mine = []
    for unit in ours:
        twin = next((u for u in left if u.key == unit.key or (u.lemma and u.lemma == unit.lemma)), None)
        if twin:
            left.remove(twin)
        else:
            mine.append(unit)
    return mine, left


def opposed(unit: Unit, other: Unit) -> bool:
    """Whether only one of the two can be true of the same thing."""
    one = {unit.text.lower(), unit.lemma, unit.key}
    return any(
        frozenset({a, b}) in _opposites() for a in one for b in {other.text.lower(), other.lemma, other.key} if a != b
    )


@cache
def _polar() -> frozenset[str]:
    return frozenset(word for pair in _opposites() for word in pair)


def polar(unit: Unit) -> bool:
    """Whether the unit has an opposite that is known."""
    return not _polar().isdisjoint({unit.text.lower(), unit.lemma, unit.key})


def _names(ours: list[Unit], theirs: list[Unit], edit: Edit, passage: Sequence[Unit]) -> Iterator[FieldComparison]:
    mine = [unit for unit in ours if unit.name]
    if not mine:
        return
    rivals = [unit for unit in theirs if unit.name]
    mixed = edit.edge and len(mine) < len(ours)
    elsewhere = all(any(unit.key == other.key for other in passage) for unit in mine)
    titles = all(is_title(unit.text) for unit in mine)
    if not rivals or mixed or elsewhere or titles or len(edit.passage) > _CLAUSE + len(mine):
        yield field_of("name", Relation.ABSENT, mine, ())
        return
    relation = compare_names(_joined(mine), _joined(rivals))
    if _abbreviates(mine, theirs) or _abbreviates(rivals, ours):
        relation = Relation.COMPATIBLE
    if relation not in (Relation.SAME, Relation.COMPATIBLE):
        # The claim's first name where the passage has the surname alone is left open; any other name is another one.
        relation = Relation.ABSENT if relation is Relation.NARROWER else Relation.CONFLICTING
    yield field_of("name", relation, mine, rivals)


def _abbreviates(name: list[Unit], units: list[Unit]) -> bool:
    """Whether the name is made of the capitals of another: "UN" beside "United Nations"."""
    return len(name) == 1 and name[0].text.replace(".", "") in acronyms(units)


def _joined(units: Sequence[Unit]) -> str:
    return " ".join(unit.text for unit in units)


def sort_of(unit: Unit) -> str:
    """The field that a unit belongs to."""
    if unit.sort is Sort.NUMBER:
        return "count"
    return "period" if unit.sort is Sort.DATE else "name"


def field_of(name: str, relation: Relation, ours: Sequence[Unit], theirs: Sequence[Unit]) -> FieldComparison:
    return FieldComparison(name, relation, _joined(ours), _joined(theirs), _span(theirs), _span(ours))


def _span(units: Sequence[Unit]) -> Span | None:
    return hull(tuple(unit.span for unit in units)) if units else None
