"""Rules of a retelling that look at who does what, and of whom a thing is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.comparison.frames import Frame, Phrase, saying
from claimcheck.comparison.kinship import says
from claimcheck.comparison.retelling.pair import Pair, around, light
from claimcheck.comparison.retelling.tellings import Telling
from claimcheck.comparison.retelling.verb import RetoldVerb, means
from claimcheck.comparison.slots import field_of
from claimcheck.comparison.verbs import Sentence
from claimcheck.comparison.words import Unit
from claimcheck.model import FieldComparison, Relation
from claimcheck.records import replace

_CLAUSE = 8  # units behind a verb among which is what it says
_PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "who", "which", "that", "this"})
_BEING = frozenset({"be", "become"})


def verbs(pair: Pair) -> Iterator[FieldComparison]:
    """Verbs that the sentences have, too, but deny, doubt, only report, or tell of somebody else."""
    left = [pair.claim[i] for i in pair.missing]
    for frame in pair.frames:
        if pair.is_light(frame):
            continue
        held = [RetoldVerb(pair.mine, _act(pair, frame), telling, pair.text, left).best() for telling in pair.tellings]
        found = [[field for field in match.fields if not _unsettled(pair, field)] for match in held if match.found]
        if found:
            yield from min(found, key=len)
        else:
            yield from _turned(pair, frame)


def _unsettled(pair: Pair, field: FieldComparison) -> bool:
    """Whether the sentence has a pronoun where the claim names what the text is about."""
    if field.field not in ("role", "name") or field.evidence_words.lower() not in _PRONOUNS:
        return False
    span = field.claim_span
    return span is not None and any(pair.of_topic([unit]) for unit in pair.mine.units if span.covers(unit.span))


def _turned(pair: Pair, mine: Frame) -> Iterator[FieldComparison]:
    """Where every verb that says the claim's in another word is denied or doubted, or has the doer for its object."""
    verb = pair.mine.units[mine.predicate]
    found = [
        tuple(_differing(pair, mine, other, telling))
        for telling in pair.tellings
        for other in telling.sentence.frames
        if not other.noun and means(verb, telling.sentence.units[other.predicate])
    ]
    yield from min(found, key=len, default=())


def _differing(pair: Pair, mine: Frame, other: Frame, telling: Telling) -> Iterator[FieldComparison]:
    units, theirs = pair.mine.units, telling.sentence.units
    verb, their_verb = units[mine.predicate], theirs[other.predicate]
    if mine.negated != other.negated:
        yield field_of("polarity", Relation.ABSENT, (verb,), (their_verb,))
    if other.voice.told and not mine.voice.told:
        yield field_of("speaker", Relation.ABSENT, (verb,), (their_verb,))
    if other.voice.doubted and not mine.voice.doubted:
        yield field_of("hedge", Relation.ABSENT, (verb,), (their_verb,))
    for phrase in mine.others:
        yield from _elsewhere(pair, phrase, other, telling)
    for ours, right, wrong in (
        (mine.agents, other.agents, other.patients),
        (mine.patients, other.patients, other.agents),
    ):
        for phrase in ours or ():
            head = units[phrase.head]
            right, wrong = (right or (), wrong or ()) if right and wrong else ((right or wrong or ()), ())
            there = [p for p in wrong if any(means(head, theirs[i]) for i in p.units)]
            there = there or [p for p in right if head.name and theirs[p.head].name]
            if there and not any(pair.names(phrase, p, telling) for p in right):
                yield field_of(
                    "role", Relation.ABSENT, pair.inside(phrase), [theirs[i] for p in there for i in p.units]
                )


def _elsewhere(pair: Pair, phrase: Phrase, other: Frame, telling: Telling) -> Iterator[FieldComparison]:
    """Another name or date behind the same preposition: "from Tarn" for "from Orsk"."""
    theirs = telling.sentence.units
    head = pair.mine.units[phrase.head]
    alike = [p for p in other.others if p.governor == phrase.governor and bool(theirs[p.head].date) == bool(head.date)]
    if (head.name or head.date) and alike and not any(pair.names(phrase, p, telling) for p in alike):
        yield field_of("role", Relation.ABSENT, pair.inside(phrase), [theirs[i] for p in alike for i in p.units])


def _act(pair: Pair, mine: Frame) -> Frame:
    """For "the drawings were done by Duarte" the frame of the noun, with what the verb has for its agent."""
    units = pair.mine.units
    if pair.is_light(mine) and any(phrase.governor == "by" for phrase in mine.agents or ()):
        for phrase in mine.patients or ():
            acts = (t.sentence.units[f.predicate] for t in pair.tellings for f in t.sentence.frames if not f.noun)
            if any(means(units[phrase.head], act) for act in acts):
                return replace(mine, predicate=phrase.head, patients=None)
    return mine


def states(pair: Pair) -> Iterator[FieldComparison]:
    """What somebody is said to be or have, where the sentences say it of others."""
    units, left = pair.mine.units, [pair.claim[i] for i in pair.missing]
    for frame in pair.frames:
        if not pair.is_light(frame):
            continue
        if _act(pair, frame) is not frame:
            held = [RetoldVerb(pair.mine, _act(pair, frame), t, pair.text, left).best() for t in pair.tellings]
            yield from min((m for m in held if m.found), key=lambda m: m.rank).fields
            continue
        said = _complement(pair, frame)
        for phrase in frame.agents or ():
            if not said or not pair.needed(units[phrase.head]):
                continue
            if not any(_is_said_of(pair, phrase, said, frame, telling) for telling in pair.tellings):
                yield field_of("role", Relation.ABSENT, pair.inside(phrase), (said,))


def _complement(pair: Pair, frame: Frame) -> Unit | None:
    """The first word behind the verb that says something; None when no sentence has it."""
    behind = pair.mine.units[frame.predicate + 1 :]
    said = next((unit for unit in behind if pair.needed(unit)), None)
    return said if said and pair.claim.index(said) not in pair.missing else None


def _is_said_of(pair: Pair, phrase: Phrase, said: Unit, frame: Frame, telling: Telling) -> bool:
    theirs = telling.sentence.units
    for other in telling.sentence.frames:
        verb = theirs[other.predicate]
        if other.noun or not other.agents or not (verb.lemma in light() or means(said, verb)):
            continue
        if any(means(said, unit) for unit in theirs[other.predicate : other.predicate + 1 + _CLAUSE]):
            vouched = other.negated == frame.negated and other.voice.told <= frame.voice.told
            vouched = vouched and other.voice.doubted <= frame.voice.doubted and frame.present <= other.present
            return vouched and any(pair.names(phrase, p, telling) for p in other.agents)
    if pair.mine.units[frame.predicate].lemma in _BEING:
        return _is_called(pair, phrase, said, telling)
    return pair.says_of(phrase, said, telling)


def _is_called(pair: Pair, phrase: Phrase, said: Unit, telling: Telling) -> bool:
    """Whether the word stands right beside the name, beside no other name, and nobody is told to call it so."""
    whole, theirs = telling.sentence.whole, telling.sentence.units
    our_own = {pair.mine.units[frame.predicate].lemma for frame in pair.frames} & saying()
    if any(theirs[f.predicate].lemma in saying() - our_own for f in telling.sentence.frames if not f.noun):
        return False
    head = pair.mine.units[phrase.head]
    for j, unit in enumerate(whole):
        if means(said, unit):
            near = around(j, whole)
            if any(means(head, other) for other in near):
                touching = [other for other in (*whole[max(0, j - 1) : j], *whole[j + 1 : j + 2]) if other.name]
                alone = all(any(means(mine, other) for mine in pair.inside(phrase)) for other in touching)
                return alone and not pair.somebody_else(phrase, near)
    return False


def owners(pair: Pair) -> Iterator[FieldComparison]:
    """Names whose something the claim speaks of, where the sentences have that of others, or nobody's."""
    units = pair.mine.units
    for frame in pair.frames:
        for phrase in (*(frame.agents or ()), *(frame.patients or ()), *frame.others):
            if phrase.owned is None or not units[phrase.owned].name or units[phrase.head].name:
                continue
            owned, head = units[phrase.owned], units[phrase.head]
            known = pair.needed(head) and pair.claim.index(head) not in pair.missing
            if known and not _owned(pair, head, Phrase(range(phrase.owned, phrase.owned + 1), phrase.owned, "")):
                yield field_of("name", Relation.ABSENT, (head, owned), ())


def _owned(pair: Pair, head: Unit, owner: Phrase) -> bool:
    """Whether a sentence has the thing as the owner's: "the north of Velden"."""
    name = pair.mine.units[owner.head]
    whose = [
        theirs[p.owned]
        for theirs, p in ((t.sentence.units, p) for t in pair.tellings for p in _phrases(t.sentence))
        if p.owned is not None and theirs[p.owned].name and means(head, theirs[p.head])
    ]
    if whose:
        return any(means(name, other) for other in whose)
    return pair.of_topic([name]) or any(pair.says_of(owner, head, telling) for telling in pair.tellings)


def _phrases(sentence: Sentence) -> list[Phrase]:
    frames = (frame for frame in sentence.frames if not frame.noun)
    return [p for frame in frames for p in (*(frame.agents or ()), *(frame.patients or ()), *frame.others)]


def scattered(pair: Pair) -> Iterator[FieldComparison]:
    """Verbs that no sentence has together with whoever does or suffers them."""
    units = pair.mine.units
    for frame in pair.frames:
        heads = [p.head for p in (*(frame.agents or ()), *(frame.patients or ()))]
        places = [pair.claim.index(units[i]) for i in (frame.predicate, *heads) if not pair.of_topic([units[i]])]
        places = [i for i in places if pair.needed(pair.claim[i]) and i not in pair.missing]
        if places and not any(all(pair.said(i, t) for i in places) for t in pair.tellings):
            yield field_of("words", Relation.ABSENT, [pair.claim[i] for i in places], ())


def links(pair: Pair) -> Iterator[FieldComparison]:
    """Names of which no sentence says what the claim says of them, where the text is about others."""
    units = pair.mine.units
    for frame in pair.frames:
        verb = [] if units[frame.predicate].lemma in light() else [units[frame.predicate]]
        agents, patients = frame.agents or (), frame.patients or ()
        told_of = verb or [units[p.head] for p in (*patients, *frame.others)]
        suffered = verb or [units[p.head] for p in agents]
        placed = [*verb, *(units[p.head] for p in patients)]
        for phrases, words, near in (
            (agents, told_of, True),
            (patients, suffered, True),
            (frame.others, placed, False),
        ):
            for phrase in phrases:
                if (
                    (_is_named(pair, phrase) or units[phrase.head].date)
                    and words
                    and not _linked(pair, phrase, words, near=near)
                ):
                    yield field_of("name", Relation.ABSENT, pair.inside(phrase), ())


def _is_named(pair: Pair, phrase: Phrase) -> bool:
    """Whether the phrase is a name, and no "an American" or capital at the head of the claim."""
    first, head = pair.mine.units[phrase.units.start], pair.mine.units[phrase.head]
    if not head.name or first.text.lower() in ("a", "an"):
        return False
    return phrase.head > 0 or any(o.name and o.key == head.key for t in pair.tellings for o in t.units)


def _linked(pair: Pair, phrase: Phrase, words: Sequence[Unit], *, near: bool) -> bool:
    """Whether a sentence has one of the words with what the phrase names."""
    having = ((telling, word) for telling in pair.tellings for word in words if pair.has(word, telling))
    return any(_has_with(pair, phrase, word, telling, near=near) for telling, word in having)


def _has_with(pair: Pair, phrase: Phrase, word: Unit, telling: Telling, *, near: bool) -> bool:
    head = pair.mine.units[phrase.head]
    if head.date:
        return _nearest_date(word, head, telling)
    if pair.of_topic(pair.inside(phrase)) and not _of_another(pair, telling) and word.lemma not in saying():
        return True
    return pair.says_of(phrase, word, telling) if near else pair.has(head, telling)


def _of_another(pair: Pair, telling: Telling) -> bool:
    """Whether the sentence is about somebody by name who is not what the text is about."""
    named = [unit for unit in telling.about if unit.name]
    return bool(named) and not pair.of_topic(named)


def _nearest_date(word: Unit, date: Unit, telling: Telling) -> bool:
    """Whether no other date of the sentence stands nearer to the word."""
    whole = telling.sentence.whole
    dates = [j for j, unit in enumerate(whole) if unit.date]
    places = [i for i, unit in enumerate(whole) if means(word, unit)]
    if len(dates) < 2 or not places:
        return any(says(date, unit) for unit in whole)
    nearest = min(dates, key=lambda j: min(abs(i - j) for i in places))
    return says(date, whole[nearest])
