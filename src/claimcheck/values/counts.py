"""How many of what, and what happened to them."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Comparator, Count, Outcome, Prose, Sentence, Span, Tag, Tokens
from claimcheck.values.clause import Clause, Group
from claimcheck.values.counted import (
    Counted,
    is_animal,
    is_named_person,
    is_person,
    may_be_person,
    past_ages,
    read_counted,
    singular,
)
from claimcheck.values.number import Number
from claimcheck.values.outcomes import read_outcomes
from claimcheck.values.readings import Form
from claimcheck.values.triggers import Trigger, find_triggers, outcome_words, tally_words

_PERSON_COMPOUNDS = frozenset(("man", "member", "person", "strong", "woman"))
_OF_LIVING = (Outcome.KILLED, Outcome.EXECUTED, Outcome.INJURED, Outcome.TORTURED, Outcome.ABDUCTED, Outcome.SENTENCED)
_PRONOUNS = frozenset(("them", "those", "these", "us", "whom", "you"))
_STREETS = frozenset(("avenue", "boulevard", "drive", "lane", "road", "square", "street"))
_CROWDS = frozenset(
    ("crew", "family", "folk", "household", "militia", "people", "personnel", "police", "staff", "taliban", "troop")
)
_NOBODY = frozenset(("nobody", "none"))


def find_counts(prose: Prose, numbers: tuple[Number, ...], *, taken: tuple[Span, ...] = ()) -> tuple[Count, ...]:
    """Counts in the order of the text. Numbers that overlap a `taken` span (amounts) are not counts.

    Besides numbers there are two kinds, and only where the text says what happened to the counted: one person
    ("a guard was killed": 1, the span is the article) and nobody ("no civilians were hurt": 0). A number that kills
    and wounds together ("killing and wounding over 40") has the outcome "other", as casualties have: the text does
    not say how many died.
    """
    blocked = {span.start for span in taken}
    by_sentence: dict[int, list[Number]] = {}
    for number in numbers:
        if number.span.start not in blocked:
            by_sentence.setdefault(number.sentence, []).append(number)
    found: list[Count] = []
    for index, sentence in enumerate(prose.sentences):
        triggers = find_triggers(prose.tokens, sentence)
        here = by_sentence.get(index, [])
        if here or triggers:
            found.extend(_in_sentence(prose, sentence, here, triggers))
    return tuple(found)


@cache
def _time_units() -> frozenset[str]:
    return frozenset(load("numbers")["time_units"])


def _in_sentence(prose: Prose, sentence: Sentence, numbers: list[Number], triggers: tuple[Trigger, ...]) -> list[Count]:
    tokens = prose.tokens
    counted: dict[int, tuple[Number, Counted]] = {}
    groups: list[Group] = []
    for number in numbers:
        noun = read_counted(tokens, number.words.stop, sentence, outcome_words(), tally_words())
        if _counts(prose, number, noun):
            counted[number.words.start] = number, noun
            loose = noun.of_group and number.number == 1
            stop = past_ages(tokens, noun.words.stop, sentence)
            groups.append(Group(number.words.start, number.words.stop, stop, noun.head, loose=loose))
    if triggers:
        taken = {i for g in groups for i in range(g.start, g.stop)} | {i for n in numbers for i in n.words}
        groups.extend(_unnumbered(tokens, sentence, taken))
        groups.sort(key=lambda g: g.start)
    read_outcomes(Clause(tokens, sentence, triggers, groups))
    found: dict[int, Count] = {}
    for group in groups:
        pair = counted.get(group.start)
        if pair is not None:
            if _says_how_many(prose, group, *pair):
                found[group.start] = _count(prose, group, *pair)
        elif group.outcome not in (None, Outcome.OTHER):
            found[group.start] = _without_number(prose, group)
    for group in groups:
        if group.whole is not None and group.start in found and group.whole.start in found:
            whole = found[group.whole.start].span
            old = found[group.start]
            found[group.start] = Count(
                old.span, old.number, old.min, old.max, old.comparator, old.unit, old.of, old.outcome, whole
            )
    return [found[start] for start in sorted(found)]


def _counts(prose: Prose, number: Number, noun: Counted) -> bool:
    """Whether the number counts things, rather than measuring, dating or naming one."""
    if number.glued or number.form is Form.PART or number.currency:
        return False
    if number.compound:
        return number.compound in _PERSON_COMPOUNDS
    tokens = prose.tokens
    following = tokens.lower[number.words.stop : number.words.stop + 1]
    if following and following[0] in _time_units():
        return False
    if noun.head is not None and tokens.lower[noun.head] in _time_units():
        return False
    if noun.head is not None and tokens.tag[noun.head] is Tag.NAME and tokens.lower[noun.head] in _STREETS:
        return False  # 10 Downing Street
    if number.bare_year:
        value = number.number or 0.0
        return (
            noun.person and noun.head is not None and is_person(tokens.lower[noun.head]) and not 1900 <= value <= 2100
        )
    return not (following == ("and",) and prose.text[number.span.end : number.span.end + 2] == "/")


def _says_how_many(prose: Prose, group: Group, number: Number, noun: Counted) -> bool:
    """Whether a count is more than a turn of phrase: not "one of the best", "many friends", "scores of two operas"."""
    if group.outcome is not None:
        return True
    words = number.core.of(prose.text).lower()
    if words == "one":
        sentence = prose.sentences[number.sentence]
        return (noun.head is not None and not noun.of_group) or len(sentence.words) <= 2
    if number.form is Form.VAGUE and number.comparator is Comparator.VAGUE:
        following = prose.tokens.tag[number.words.stop + 1 : number.words.stop + 2]
        return words not in _loose() and not (words == "scores" and following in ((Tag.NUMBER,), ()))
    return True


@cache
def _loose() -> frozenset[str]:
    """Vague words that say so little that they count only victims."""
    return frozenset(word for word, (_, most) in load("numbers")["vague"].items() if most is None or word == "few")


def _count(prose: Prose, group: Group, number: Number, noun: Counted) -> Count:
    outcome, some = group.outcome, group.some and group.outcome is not None
    tokens = prose.tokens
    if outcome is not None and not _can_suffer(tokens, noun, outcome):
        outcome = None
    of = None
    if noun.words:
        words = noun.words
        if tokens.lower[words.start] == "of" and len(words) > 1:
            words = words[1:]
        while len(words) > 1 and tokens.tag[words.start] is Tag.QUOTE:
            words = words[1:]
        of = tokens.span(words).of(prose.text)
    unit = None
    if outcome is not None or noun.person or number.compound:
        unit = "person"
    elif noun.head is not None:
        unit = singular(tokens.lower[noun.head])
    return Count(
        number.span,
        number.number,
        None if some else number.min,
        number.max,
        Comparator.AT_MOST if some else number.comparator,
        unit,
        of if noun.head is not None else None,
        outcome,
    )


def _can_suffer(tokens: Tokens, noun: Counted, outcome: Outcome) -> bool:
    """Whether the outcome can be the counted people's: no cattle, no bills, no weapons.

    A noun in no list may still end like one for people ("stevedores", "pamphleteers"): that is enough to be killed
    or hurt, but things like letters and tankers can be captured or missing, too.
    """
    if noun.head is None:
        return True
    lower = tokens.lower[noun.head]
    if is_person(lower) or is_named_person(tokens, noun.head) or lower in outcome_words() or lower in _PRONOUNS:
        return True
    return outcome in _OF_LIVING and may_be_person(tokens, noun.head) and not is_animal(lower)


def _unnumbered(tokens: Tokens, sentence: Sentence, taken: set[int]) -> list[Group]:
    """One person ("a guard", "another man") and nobody ("no one", "no civilians"): groups without a number word."""
    groups = []
    tallies = tally_words()
    for i in sentence.words:
        lower = tokens.lower[i]
        if i in taken:
            continue
        if lower in ("a", "an", "another"):
            noun = _with_the_name_of_a_group(tokens, read_counted(tokens, i + 1, sentence, outcome_words()), sentence)
            if noun.head is None or noun.of_group or any(k in taken for k in noun.words):
                continue
            head = tokens.lower[noun.head]
            owns = noun.words.stop < sentence.words.stop and tokens.lower[noun.words.stop] in ("'s", "'")
            if is_person(head) and singular(head) == head and head not in _CROWDS and not owns:
                groups.append(Group(i, i + 1, noun.words.stop, noun.head, loose=True))
        elif lower == "no" or lower in _NOBODY:
            if lower == "no" and tokens.lower[i + 1 : i + 2] == ("one",):
                groups.append(Group(i, i + 2, i + 2, None))
            elif lower in _NOBODY:
                groups.append(Group(i, i + 1, i + 1, None))
            else:
                noun = read_counted(tokens, i + 1, sentence, outcome_words(), tally_words())
                counted = noun.head is not None and (
                    is_person(tokens.lower[noun.head]) or tokens.lower[noun.head] in tallies
                )
                if noun.head is not None and counted and not noun.of_group:
                    groups.append(Group(i, i + 1, noun.words.stop, noun.head))
    return groups


def _with_the_name_of_a_group(tokens: Tokens, noun: Counted, sentence: Sentence) -> Counted:
    """ "a Popular Union of Orsk (PUO) [member]": the noun that stands after a name with "of" or "for" in it."""
    if noun.head is None or tokens.tag[noun.head] is not Tag.NAME or is_person(tokens.lower[noun.head]):
        return noun
    for k in range(noun.words.stop, min(noun.words.stop + 8, sentence.words.stop)):
        if is_person(tokens.lower[k]) and tokens.tag[k] in (Tag.NOUN, Tag.NAME):
            return Counted(range(noun.words.start, k + 1), k, True)
        if tokens.tag[k] is not Tag.NAME and tokens.lower[k] not in ("of", "for", "the", "and", "(", ")"):
            break
    return noun


def _without_number(prose: Prose, group: Group) -> Count:
    tokens = prose.tokens
    zero = tokens.lower[group.start] == "no" or tokens.lower[group.start] in _NOBODY
    value = 0.0 if zero else 1.0
    span = Span(tokens.start[group.start], tokens.end[group.noun - 1])
    of = tokens.span(range(group.noun, group.stop)).of(prose.text) if group.stop > group.noun else None
    return Count(span, value, value, value, Comparator.EXACT, "person", of, group.outcome)
