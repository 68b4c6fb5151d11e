"""People, places and bodies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.lexicon import load
from claimcheck.model import Change, ChangeKind, Official, Span, Tag

_INSIDE = frozenset({"of", "the", "and", "for", "de", "al", "bin", "van", "von"})  # may stand within a name


class Name(NamedTuple):
    """A run of capitalised words; `words` are in plain letters, without titles."""

    words: tuple[str, ...]
    span: Span
    positions: range


def find(pair: Pair) -> Iterator[Change]:
    """Names that only one side has, matched in order; and two names that changed places while all else stayed."""
    old, new = list(_names(pair.old)), list(_names(pair.new))
    only_old = [n for n in old if not any(_same(n, m) for m in new) and pair.gone.intersection(n.positions)]
    only_new = [n for n in new if not any(_same(n, m) for m in old) and pair.come.intersection(n.positions)]
    for before, after in zip(only_old, only_new, strict=False):
        yield Change(ChangeKind.NAME, before.span, after.span)
    if only_old or only_new or len(old) != len(new) or _without(pair.old, old) != _without(pair.new, new):
        return
    for before, after in zip(old, new, strict=True):
        if not _same(before, after):
            yield Change(ChangeKind.NAME, before.span, after.span)


def _without(side: Side, names: list[Name]) -> list[str]:
    """The words of a side with its names left out."""
    inside = {i for name in names for i in name.positions}
    return [word for i, word in enumerate(side.lower) if i not in inside]


def _names(side: Side) -> Iterator[Name]:
    """Maximal runs of name tokens; a lower-case particle joins two of them."""
    tokens = side.prose.tokens
    taken = [v.span for v in side.values if not isinstance(v, Official)]
    run: list[int] = []
    for position, i in enumerate((*side.words, -1)):
        in_value = i >= 0 and any(t.start <= tokens.start[i] < t.end for t in taken)
        if i >= 0 and tokens.tag[i] is Tag.NAME and not in_value:
            if not run and position and _ordinal(side.lower[position - 1]) is not None:
                run.append(position - 1)  # "the 14th Brigade"
            run.append(position)
        elif run:
            name = _name(side, run)
            if name.words:
                yield name
            run = []


def _name(side: Side, run: list[int]) -> Name:
    positions = range(run[0], run[-1] + 1)
    plain = (str(_ordinal(side.lower[i]) or _plain(side.lower[i])) for i in run)
    return Name(tuple(w for w in plain if w and w not in _titles()), side.span_of(positions), positions)


@cache
def _titles() -> frozenset[str]:
    names = load("names")
    return frozenset(_plain(str(word)) for group in ("honorifics", "ranks") for word in names.get(group, ()))


def _ordinal(word: str) -> int | None:
    """1 for "first" and "1st"; None for other words."""
    if word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdigit():
        return int(word[:-2])
    number = load("ordinals").get(word)
    return None if number is None else int(number)


def _plain(word: str) -> str:
    """The letters of a word, without accents, hyphens, full stops and a possessive's end."""
    word = word.removesuffix("'s")
    return "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalnum())


def _same(one: Name, two: Name) -> bool:
    """One name within the other, or one the initials of the other."""
    if set(one.words) <= set(two.words) or set(two.words) <= set(one.words):
        return True
    return _initials(one) == "".join(two.words) or _initials(two) == "".join(one.words) or _shortens(one, two)


def _initials(name: Name) -> str:
    return "".join(word[0] for word in name.words if word not in _INSIDE)


def _shortens(one: Name, two: Name) -> bool:
    """ "UN Rights Office" and "United Nations Rights Office": a word of one spells out as some words of the other."""
    longer, shorter = (one, two) if len(one.words) > len(two.words) else (two, one)
    rest = tuple(w for w in longer.words if w not in shorter.words)
    extra = tuple(w for w in shorter.words if w not in longer.words)
    return len(extra) == 1 and len(rest) > 1 and extra[0] == "".join(w[0] for w in rest if w not in _INSIDE)


RULE = ChangeRule(
    kinds=(ChangeKind.NAME,),
    summary="Another person, place or body.",
    find=find,
    fires=(
        ("The order was signed by General Ruzin.", "The order was signed by General Orlen.", ChangeKind.NAME),
        ("The trucks went from Orsk to Tarsk.", "The trucks went from Tarsk to Orsk.", ChangeKind.NAME),
    ),
    silent=(
        ("Mr Dolen was taken to Orsk prison.", "Dolen was taken to Orsk prison."),
        ("The United Nations published the list.", "The UN published the list."),
    ),
)
