"""Whether sentences of a source say what a claim says, in whatever words: verb by verb, with who does and suffers it.

Whatever a sentence only reports, doubts or makes depend on something is not said by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.comparison.kinship import acronyms
from claimcheck.comparison.polarity import negations
from claimcheck.comparison.slots import field_of, opposed
from claimcheck.comparison.verbs import HeldVerb, Sentence, absent, read_sentence, same, step_of
from claimcheck.comparison.words import Unit
from claimcheck.lexicon import load
from claimcheck.model import FieldComparison, Relation, Tag

_VOUCHING = frozenset({"speaker", "hedge", "limit", "counted"})
_TOGETHER = 2  # phrases that must hang on a verb for one of them to clash


def unsaid(claim: Sequence[Unit], sentences: Sequence[Sentence]) -> list[FieldComparison]:
    """What of the claim none of the sentences says; nothing when they say all of it."""
    mine = read_sentence(claim)
    verbs = [frame for frame in mine.frames if not frame.noun]
    if not verbs or not sentences:
        return [field_of("words", Relation.ABSENT, claim, ())]
    open_: list[FieldComparison] = []
    used: list[Sentence] = []
    said: list[Unit] = []
    for frame in verbs:
        if mine.units[frame.predicate].text.lower() == "according":
            continue
        held = [HeldVerb(mine, frame, theirs) for theirs in sentences]
        best = min((h.best() for h in held), key=lambda match: match.rank)
        if held[0].occurrence() is not None:
            told = (frame.predicate, *(p.head for p in frame.patients or ()))
            said += [mine.units[i] for i in told]  # "took place"
        open_ += best.fields
        if not best.fields:
            used.append(best.sentence)
    if open_:
        return open_
    return list(_left(mine, used, said))


def clashes(claim: Sequence[Unit], sentences: Sequence[Sentence], text: Sequence[Unit]) -> list[FieldComparison]:
    """Where a sentence has a verb of the claim with all that hangs on it, but for another number, date or name.

    A name that the text has anywhere clashes with none: it may be that of one more person of whom the same is true.
    """
    mine = read_sentence(claim)
    found: list[FieldComparison] = []
    for frame in mine.frames:
        hanging = (*(frame.agents or ()), *(frame.patients or ()), *frame.others)
        if frame.noun or len(hanging) < _TOGETHER:
            continue
        for theirs in sentences:
            match = HeldVerb(mine, frame, theirs).best()
            if len(match.fields) != 1 or match.fields[0].relation is not Relation.CONFLICTING:
                continue
            field = match.fields[0]
            if field.field == "polarity" and frame.negated and negations(theirs.units):
                continue  # the sentence denies something, too
            named = field.field == "name" and any(same(u, o) for u in claim if u.name for o in text if _in(u, field))
            if not named:
                found.append(field)
                break
    return found


def _in(unit: Unit, field: FieldComparison) -> bool:
    return field.claim_span is not None and field.claim_span.covers(unit.span)


def unvouched(claim: Sequence[Unit], sentences: Sequence[Sentence]) -> list[FieldComparison]:
    """Where the sentences have a verb of the claim, but only report it, doubt it or count something else by it."""
    mine = read_sentence(claim)
    found: list[FieldComparison] = []
    for frame in mine.frames:
        matches = [match for theirs in sentences if (match := HeldVerb(mine, frame, theirs).best()).found]
        if not frame.noun and matches:
            fields = min(matches, key=lambda match: match.rank).fields
            found += (f for f in fields if f.field in _VOUCHING)
    return found


def _left(mine: Sentence, used: Sequence[Sentence], said: Sequence[Unit]) -> Iterator[FieldComparison]:
    """Words of content that no sentence has that says one of the claim's verbs; `said` are units that need none."""
    light = frozenset(load("light")["words"])
    heard = [other for s in used for other in s.whole]
    short = acronyms(heard)
    for unit in mine.whole:
        if unit in said:
            continue
        rival = next((other for other in heard if opposed(unit, other)), None)
        if rival and not any(unit.key == other.key for other in heard):
            yield field_of("sense", Relation.ABSENT, (unit,), (rival,))
            continue
        if unit.tag is Tag.PRONOUN or not unit.content:
            continue
        if unit.lemma in light or unit.text.replace(".", "") in short:
            continue
        if any(same(unit, other) for s in used for other in (*s.whole, *s.meant)):
            continue
        yield absent(unit)
    quantities = [u for u in mine.units if step_of(u) is not None]
    for unit in quantities:
        if not any(step_of(other) == step_of(unit) for s in used for other in s.units):
            yield field_of("quantifier", Relation.ABSENT, (unit,), ())
