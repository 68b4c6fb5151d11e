"""Counts, amounts and lengths of time: another number, or another bound on the same number."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from claimcheck.changes.pair import Figure, Pair, Side
from claimcheck.changes.rules.dates import clock_times
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.lexicon import load
from claimcheck.model import Amount, Change, ChangeKind, Comparator, Count, Duration, Span, Value
from claimcheck.patterns import compiled

_DIGITS = compiled(r"\d[\d,]*(?:\.\d+)?")
_SCORE = compiled(r"(\d{1,4}(?:\.\d{1,2})?)[-–/](\d{1,4})")
_OUT_OF = compiled(r"\d ?/ ?\d|\bout of\b")
_NTH = compiled(r"(\d{1,9})(?:st|nd|rd|th)(?:-[a-z]{1,20})?")  # "11th", "11th-largest"
_LENGTH = compiled(r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?")
_DAYS = (365, 30, 7, 1)
_SCALE = {
    "fraction": ("%", 100),
    "km": ("m", 1000),
    "cm": ("m", 0.01),
    "mm": ("m", 0.001),
    "t": ("kg", 1000),
    "g": ("kg", 0.001),
}
_WIDE = {Comparator.BETWEEN, Comparator.VAGUE}
# How much each comparator claims: an exact number claims more than a bound, a bound more than a guess.
_FIRMNESS = {
    Comparator.EXACT: 3,
    Comparator.AT_LEAST: 2,
    Comparator.OVER: 2,
    Comparator.AT_MOST: 2,
    Comparator.UNDER: 2,
}


def find(pair: Pair) -> Iterator[Change]:
    """Numbers that only one side has, one in the place of the other; then bounds that differ on the same number."""
    changed = pair.exchanged(_figures(pair.old), _figures(pair.new))
    for before, after in changed:
        yield Change(ChangeKind.NUMBER, before, after)
    yield from _bounds(pair, dict(changed))


def _figures(side: Side) -> list[Figure]:
    """Each number of a side in normal form, with where it stands."""
    found = [(key, value.span) for value in side.values if (key := _key(value, side)) is not None]
    quantifiers = {phrase for group in load("quantifiers") for phrase in group}
    found = [(key, span) for key, span in found if side.text_of(span).lower() not in quantifiers]
    taken = [*(value.span for value in side.values), *(span for _, span in clock_times(side))]
    tokens, ordinals, units = side.prose.tokens, load("ordinals"), load("numbers")["units"]
    for i in side.words:
        span = Span(tokens.start[i], tokens.end[i])
        cited = side.prose.text[span.start - 1 : span.start] == "[" and side.prose.text[span.end : span.end + 1] == "]"
        if cited or any(t.overlaps(span) for t in taken):
            continue
        lower = tokens.lower[i]
        if (word := lower.split("-")[0]) in ordinals:
            found.append((("ordinal", ordinals[word]), span))
        elif match := _NTH.fullmatch(lower):
            found.append((("ordinal", int(match[1])), span))
        elif match := _SCORE.fullmatch(lower):
            found.append((("score", match[1], match[2]), span))
        elif _DIGITS.fullmatch(lower):
            found.append((("bare", float(lower.replace(",", ""))), span))
        elif lower in units and i and tokens.lower[i - 1] in ("number", "no"):
            found.append((("bare", float(units[lower])), span))  # "went in at number two"
    return sorted(found, key=lambda figure: figure[1])


def _key(value: Value, side: Side) -> Hashable | None:
    match value:
        case Count() if value.number is not None and value.comparator is not Comparator.BETWEEN:
            return ("bare", value.number)
        case Count():
            return ("interval", value.min, value.max)
        case Amount() if value.unit == "fraction" and _OUT_OF.search(side.text_of(value.span)):
            return ("score", value.number)
        case Amount() if value.number is not None and value.comparator is not Comparator.BETWEEN:
            unit, factor = _SCALE.get(value.unit or "", (value.unit, 1))
            return (unit, round(value.number * factor, 6))
        case Amount():
            return (value.unit, value.min, value.max)
        case Duration() if value.iso and (match := _LENGTH.fullmatch(value.iso)):
            return ("days", sum(float(n or 0) * days for n, days in zip(match.groups(), _DAYS, strict=True)))
        case Duration():
            return ("duration", side.text_of(value.span).lower())
    return None


def _bounds(pair: Pair, changed: dict[Span, Span]) -> Iterator[Change]:
    """Other comparators on the same number, or on a number and the one that took its place."""
    old, new = _measured(pair.old), _measured(pair.new)
    kept = {(v.number, v.comparator) for v in old} & {(v.number, v.comparator) for v in new}
    for before in old:
        for after in new:
            if (before.number, before.comparator) in kept or (after.number, after.comparator) in kept:
                continue
            same = before.number is not None and before.number == after.number
            if not same and changed.get(before.span) != after.span:
                continue
            if before.comparator is after.comparator or _WIDE & {before.comparator, after.comparator}:
                continue
            ways = _FIRMNESS.get(after.comparator, 1) - _FIRMNESS.get(before.comparator, 1)
            yield Change(ChangeKind.BOUND, before.span, after.span, (ways > 0) - (ways < 0))
            break


def _measured(side: Side) -> list[Count | Amount]:
    return [value for value in side.values if isinstance(value, Count | Amount)]


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.NUMBER, ChangeKind.BOUND),
    summary="Another number, or another bound (at least, about, up to) on the same number.",
    find=find,
    fires=(
        ("The fire killed 12 men.", "The fire killed 14 men.", ChangeKind.NUMBER),
        ("The march took 3 days.", "The march took 3 weeks.", ChangeKind.NUMBER),
        ("The clinic has 8 doctors in 6 towns.", "The clinic has 8 doctors in 8 towns.", ChangeKind.NUMBER),
        ("The song went in at number two.", "The song went in at number one.", ChangeKind.NUMBER),
        ("At least 40 men died.", "40 men died.", ChangeKind.BOUND),
    ),
    silent=(
        ("The fire killed 12 men.", "The fire killed twelve men."),
        ("The road is 10,000 metres long.", "The road is 10 kilometres long."),
    ),
)
