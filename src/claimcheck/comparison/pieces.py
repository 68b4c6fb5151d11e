"""A sentence's units cut into noun phrases, verb groups and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.comparison.words import Sort, Unit
from claimcheck.enumerations import StrEnum
from claimcheck.model import Tag
from claimcheck.records import NamedTuple

_NOMINAL = frozenset({Tag.NOUN, Tag.NAME})
_BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME})
_BEGINS_ANOTHER = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_MAIN = frozenset({Tag.VERB, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND})
_CHAIN = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.TO, Tag.ADVERB, Tag.NEGATION})
_CURRENCIES = frozenset("$£€¥")


class PieceKind(StrEnum):
    PHRASE = "phrase"
    VERB = "verb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    OTHER = "other"


class Piece(NamedTuple):
    """Units in a row; `head` is the noun of a phrase, the main verb of a group."""

    kind: PieceKind
    units: range
    head: int


_KINDS = {
    Tag.PREPOSITION: PieceKind.PREPOSITION,
    Tag.TO: PieceKind.PREPOSITION,
    Tag.CONJUNCTION: PieceKind.CONJUNCTION,
    Tag.RELATIVE: PieceKind.RELATIVE,
    Tag.SUBORDINATOR: PieceKind.SUBORDINATOR,
}


def cut(units: Sequence[Unit]) -> Iterator[Piece]:
    """The pieces in order; every unit is in one."""
    i = 0
    while i < len(units):
        kind, (end, head) = PieceKind.PHRASE, _noun_phrase(units, i)
        if head < 0:
            kind, (end, head) = PieceKind.VERB, _verb_group(units, i)
        if head < 0:
            kind, end, head = _KINDS.get(units[i].tag, PieceKind.OTHER), i + 1, i
        yield Piece(kind, range(i, end), head)
        i = end


def _noun_phrase(units: Sequence[Unit], start: int) -> tuple[int, int]:
    """Where the phrase that begins at the unit ends, and its head; -1 when none begins."""
    alone = units[start].tag is Tag.PRONOUN or units[start].sort is Sort.DATE
    if alone or (start and units[start].text == "May"):
        return start + 1, start
    head, i = -1, start
    while i < len(units) and not (head >= 0 and _begins_another(units, i, head)):
        tag = units[i].tag
        if tag in _NOMINAL or (tag is Tag.NUMBER and units[i].sort is not Sort.WORD):
            head = i
        elif units[i].sort is Sort.NUMBER:
            pass  # "second place"
        elif tag in (Tag.PARTICIPLE, Tag.GERUND):
            if not (start < i < len(units) - 1 and head < 0 and units[i + 1].tag in _NOMINAL):
                break
        elif tag not in _BEFORE_NOUN:
            break
        i += 1
    return (head + 1, head) if head >= 0 else (start, -1)


def _begins_another(units: Sequence[Unit], i: int, head: int) -> bool:
    """Whether the unit, right behind a noun, belongs to the next phrase: "in Lenk | last week"."""
    unit, before = units[i], units[i - 1]
    if before.closed or (unit.tag in _BEGINS_ANOTHER and unit.key != "'s") or unit.key in _CURRENCIES:
        return True
    if unit.tag is Tag.ADJECTIVE:
        return not units[head].number
    if unit.sort is not Sort.NUMBER or before.key in _CURRENCIES:
        return False
    return not before.name or (
        i + 1 < len(units) and units[i + 1].tag is Tag.NOUN
    )  # "Article 5", "in Orsk | 41 miners"


def _verb_group(units: Sequence[Unit], start: int) -> tuple[int, int]:
    """Where the verb group that begins at the unit ends, and its main verb; -1 when none begins."""
    i, last = start, -1
    while i < len(units) and units[i].tag in _CHAIN and not (units[i].tag is Tag.TO and i > start):
        if units[i].tag in (Tag.AUXILIARY, Tag.MODAL) or (units[i].tag is Tag.NEGATION and last >= 0):
            last = i
        i += 1
    if i < len(units) and units[i].tag in _MAIN and units[i].sort is Sort.WORD:
        return i + 1, i
    if last < 0:
        return start, -1
    return last + 1, next(k for k in range(last, start - 1, -1) if units[k].tag is not Tag.NEGATION)
