"""A number, an amount or a length of time, with no people harmed."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.model import Amount, Count, Duration, Kind, Period, Span, Tag, Value

_NEAR = 4  # words between the verb and its number: "rose by almost a third to 40"
_MANY = 10  # from "dozens" on
_FEW = 10  # up to this a text points back to people and things by their number
_VERBAL = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE})


def recognise(atom: Atom) -> str | None:
    """The number; beside a date it must be what the claim measures."""
    if not atom.values:
        return None
    number = measured(atom)
    if number is None and not any(isinstance(v, Period) for v in atom.values):
        number = next((v.span for v in atom.values if states_number(v) and not _is_known(atom, v)), None)
    return f"number: {number.of(atom.prose.text)}" if number else None


def states_number(value: Value) -> bool:
    """Whether the value can be counted or measured: not "many" or "several", nor the "one" of "one of the best"."""
    if isinstance(value, Count):
        return value.number not in (None, 1) or (value.min or 0) >= _MANY
    return isinstance(value, Amount | Duration)


def _is_known(atom: Atom, value: Value) -> bool:
    """Whether the number only points back: "the two leaders", "his three sons"."""
    if not isinstance(value, Count) or (value.number or 0) > _FEW:
        return False
    tokens = atom.prose.tokens
    first = tokens.within(value.span)[:1]
    before = first[0] - 1 if first and first[0] > 0 else None
    return before is not None and (
        tokens.lower[before] in {"the", "these", "those"} or tokens.tag[before] is Tag.POSSESSIVE
    )


def measured(atom: Atom) -> Span | None:
    """The first number that is the subject of the claim or follows its verb closely."""
    if not any(states_number(value) for value in atom.values):
        return None
    tokens = atom.prose.tokens
    dates = tuple(v.span for v in atom.values if isinstance(v, Period))
    words = [i for i in atom.words if not any(d.start <= tokens.start[i] < d.end for d in dates)]
    place = {tokens.start[i]: n for n, i in enumerate(words)}
    for value in atom.values:
        if isinstance(value, Duration) or not states_number(value) or value.span.start not in place:
            continue
        if _is_known(atom, value):
            continue
        n = place[value.span.start]
        before = [tokens.tag[i] for i in words[max(0, n - _NEAR) : n]]
        if n <= 2 or any(tag in _VERBAL for tag in before):
            return value.span
    return None


KIND: ClaimKind = ClaimKind(
    kind=Kind.QUANTITY,
    summary="A number, an amount or a length of time.",
    recognise=recognise,
    matches=(
        "The report names seven ministers.",
        "Unemployment rose to 9%.",
        "The campaign lasted seven years.",
        "In 1992 the mine employed 4,000 people.",
    ),
    misses=(
        "The report names the ministers.",
        "Many of the ministers signed the report.",
        "The two leaders discussed the treaty.",
        "The siege began on 3 May 1992.",
    ),
)
