"""People, places and bodies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from claimcheck.changes.pair import Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.lexicon import load
from claimcheck.model import Change, ChangeKind, Official, Span, Tag
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

_INSIDE = frozenset({"of", "the", "and", "for", "de", "al", "bin", "van", "von"})  # may stand within a name
_INITIAL = compiled(r"[A-Z]\.?")
_CODE = compiled(r"[A-Z]{2,10}(?:-[A-Z\d]{1,10}){1,3}")  # "KSTL-FM", which the grammar takes for an adjective
# What makes a country's adjective of its name; "Italy" and "China" lose their last letter first.
_OF_A_PLACE = ("n", "an", "ian", "ese", "i", "ish")


class Name(NamedTuple):
    """A run of capitalised words; `words` are in plain letters, without titles."""

    words: tuple[str, ...]
    span: Span
    positions: range


def find(pair: Pair) -> Iterator[Change]:
    """Names that only one side has, one in the place of the other; and names that changed places among themselves."""
    known = _named(pair.old) | _named(pair.new)
    old, new = list(_names(pair.old, known)), list(_names(pair.new, known))
    only_old = [n.span for n in old if not any(_same(n, m) for m in new) and pair.gone.intersection(n.positions)]
    only_new = [n.span for n in new if not any(_same(n, m) for m in old) and pair.come.intersection(n.positions)]
    for before, after in pair.partners(only_old, only_new):
        yield Change(ChangeKind.NAME, before, after)
    if only_old or only_new or len(old) != len(new) or _without(pair.old, old) != _without(pair.new, new):
        return
    swapped = [(one, two) for one, two in zip(old, new, strict=True) if not _same(one, two)]
    if swapped and not _one_list(pair.old, [one for one, _ in swapped]):
        yield from (Change(ChangeKind.NAME, one.span, two.span) for one, two in swapped)


def _one_list(side: Side, names: list[Name]) -> bool:
    """Whether nothing but "and" or "or" stands between the names, so that their order says nothing."""
    inside = {i for name in names for i in name.positions}
    between = range(names[0].positions.stop, names[-1].positions.start)
    return all(i in inside or side.lower[i] in ("and", "or") for i in between)


def _without(side: Side, names: list[Name]) -> list[str]:
    """The words of a side with its names left out."""
    inside = {i for name in names for i in name.positions}
    return [word for i, word in enumerate(side.lower) if i not in inside]


def _named(side: Side) -> frozenset[str]:
    """The words that are names on this side."""
    return frozenset(word for n, word in enumerate(side.lower) if side.tag(n) is Tag.NAME)


def _names(side: Side, known: frozenset[str]) -> Iterator[Name]:
    """Maximal runs of name tokens that no mark parts."""
    tokens = side.prose.tokens
    taken = [v.span for v in side.values if not isinstance(v, Official)]
    run: list[int] = []
    for position, i in enumerate((*side.words, -1)):
        inside = (
            i >= 0
            and _is_part(side, position, run, known)
            and not any(t.start <= tokens.start[i] < t.end for t in taken)
        )
        if run and (not inside or i - side.words[position - 1] > 1):
            name = _name(side, run)
            if name.words:
                yield name
            run = []
        if inside:
            if not run and position and _ordinal(side.lower[position - 1]) is not None:
                run.append(position - 1)  # "the 14th Brigade"
            run.append(position)


def _is_part(side: Side, position: int, run: list[int], known: frozenset[str]) -> bool:
    """Whether the word is a name or goes on with one ("K." in "Marta K. Dolen", "B" in "Serie B").

    At the head of a sentence capitals tell nothing, but that the word is a name elsewhere does.
    """
    tokens, i = side.prose.tokens, side.words[position]
    headed = tokens.text[i][:1].isupper() and tokens.tag[i] is Tag.NOUN and tokens.lower[i] in known
    return (
        headed
        or tokens.tag[i] is Tag.NAME
        or bool(_INITIAL.fullmatch(tokens.text[i]) if run else _CODE.fullmatch(tokens.text[i]))
    )


def _name(side: Side, run: list[int]) -> Name:
    positions = range(run[0], run[-1] + 1)
    words = (part for i in run for part in side.lower[i].split("-"))
    plain = (str(_ordinal(word) or _plain(word)) for word in words)
    return Name(tuple(w for w in plain if w and w not in _titles()), side.span_of(positions), positions)


@cache
def _titles() -> frozenset[str]:
    return frozenset(_plain(str(word)) for word in load("names")["titles"])


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
    """One name within the other, one the initials of the other, or a country and its adjective."""
    longer, shorter = (one, two) if len(one.words) > len(two.words) else (two, one)
    if all(any(_alike(word, other) for other in longer.words) for word in shorter.words):
        return True
    if "".join(one.words) == "".join(two.words):
        return True
    return _initials(one) == "".join(two.words) or _initials(two) == "".join(one.words) or _shortens(one, two)


def _alike(one: str, two: str) -> bool:
    """The same word, its initial, or the adjective of a country."""
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    if longer == shorter or (len(shorter) == 1 and longer.startswith(shorter)):
        return True
    return len(shorter) > 3 and any(longer in (shorter + end, shorter[:-1] + end) for end in _OF_A_PLACE)


def _initials(name: Name) -> str:
    return "".join(word[0] for word in name.words if word not in _INSIDE)


def _shortens(one: Name, two: Name) -> bool:
    """ "UN Rights Office" and "United Nations Rights Office": a word of one spells out as some words of the other."""
    longer, shorter = (one, two) if len(one.words) > len(two.words) else (two, one)
    rest = tuple(w for w in longer.words if w not in shorter.words)
    extra = tuple(w for w in shorter.words if w not in longer.words)
    return len(extra) == 1 and len(rest) > 1 and extra[0] == "".join(w[0] for w in rest if w not in _INSIDE)


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.NAME,),
    summary="Another person, place or body.",
    find=find,
    fires=(
        ("The order was signed by General Ruzin.", "The order was signed by General Orlen.", ChangeKind.NAME),
        ("The trucks went from Orsk to Tarsk.", "The trucks went from Tarsk to Orsk.", ChangeKind.NAME),
        ("Tarsk beat Orsk 2-1 in the final.", "Orsk beat Tarsk 2-1 in the final.", ChangeKind.NAME),
        ("He was born in Marn, Ostria.", "He was born in Marn, Belovia.", ChangeKind.NAME),
    ),
    silent=(
        ("Mr Dolen was taken to Orsk prison.", "Dolen was taken to Orsk prison."),
        ("The United Nations published the list.", "The UN published the list."),
        ("The list was signed by Marta Ilse Dolen.", "The list was signed by Marta I. Dolen."),
        ("The Syrian army took the bridge.", "Syria's army took the bridge."),
        ("Sirens were heard in Orsk, Tarsk and Marn.", "Sirens were heard in Tarsk, Marn and Orsk."),
    ),
)
