"""A text cut where claims begin and end, so that claims which overlap can each be marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from claimcheck.model import Span
from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on which the same claims rest: their indices, in order.

    `beginning` are those that rest on no earlier words, `ending` those that rest on no later ones.
    """

    span: Span
    claims: tuple[int, ...]
    beginning: tuple[int, ...]
    ending: tuple[int, ...]


def find_stretches(claims: Sequence[tuple[Span, ...]], cuts: Sequence[int] = ()) -> tuple[Stretch, ...]:
    """Every stretch on which a claim rests, in order; none reaches across a cut."""
    begin: dict[int, list[int]] = {}
    end: dict[int, list[int]] = {}
    for number, spans in enumerate(claims):
        for span in spans:
            if span.start < span.end:
                begin.setdefault(span.start, []).append(number)
                end.setdefault(span.end, []).append(number)
    first = [min((span.start for span in spans), default=-1) for spans in claims]
    last = [max((span.end for span in spans), default=-1) for spans in claims]
    offsets = sorted({*begin, *end, *cuts})
    found = []
    open_: Counter[int] = Counter()
    for start, stop in pairwise(offsets):
        open_.subtract(end.get(start, ()))
        open_.update(begin.get(start, ()))
        open_ = +open_
        if open_:
            here = tuple(sorted(open_))
            beginning = tuple(number for number in here if first[number] == start)
            ending = tuple(number for number in here if last[number] == stop)
            found.append(Stretch(Span(start, stop), here, beginning, ending))
    return tuple(found)
