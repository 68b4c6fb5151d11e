"""Days, longer periods and times of day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Hashable, Iterator

from claimcheck.changes.pair import Figure, Pair, Side
from claimcheck.changes.rules.rule import ChangeRule
from claimcheck.model import Bound, Change, ChangeKind, Period, ResolvedBy, Span
from claimcheck.patterns import compiled

_TIME = compiled(r"\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b", re.IGNORECASE)
_DAY_PART = compiled(
    r"\b(?:during|in)\sthe\s(?:day|night|morning|afternoon|evening)\b"
    r"|\b(?:before|after|at|by)\s(?:dawn|dusk|noon|midday|midnight|sunrise|sunset|nightfall|daybreak)\b",
    re.IGNORECASE,
)
_WEEKDAY = compiled(r"\b(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s?", re.IGNORECASE)

_EARLIER = (Bound.BEFORE, Bound.BY, Bound.UNTIL)
_LATER = (Bound.AFTER, Bound.SINCE)


def find(pair: Pair) -> Iterator[Change]:
    """Dates that only one side has, one in the place of the other."""
    old, new = _dates(pair.old), _dates(pair.new)
    for before, after in pair.exchanged(_at_best(old, new), _at_best(new, old)):
        yield Change(ChangeKind.DATE, before, after)
    yield from _limits(pair)


def _limits(pair: Pair) -> Iterator[Change]:
    """The same days, but only about then, or before and not after them."""
    for before in _periods(pair.old):
        alike = [p for p in _periods(pair.new) if _key(p, pair.new) == _key(before, pair.old)]
        if not alike or any(_limit(p) == _limit(before) for p in alike):
            continue
        after = alike[0]
        if before.bound is not after.bound:
            turned = before.bound in _EARLIER and after.bound in _LATER
            turned = turned or (before.bound in _LATER and after.bound in _EARLIER)
            yield Change(ChangeKind.DATE if turned else ChangeKind.BOUND, before.span, after.span)
        else:
            yield Change(ChangeKind.BOUND, before.span, after.span, 1 if _is_about(before) else -1)


def _periods(side: Side) -> list[Period]:
    return [value for value in side.values if isinstance(value, Period)]


def _limit(period: Period) -> tuple[Bound | None, bool]:
    return period.bound, _is_about(period)


def _is_about(period: Period) -> bool:
    """Whether the text says "about" or "possibly" of it; a length of time counted from today is never exact."""
    if period.resolved_by is ResolvedBy.RELATIVE and period.edtf and len(period.edtf) > len("XXXX-XX~"):
        return False
    return bool(period.edtf) and not {"~", "?", "%"}.isdisjoint(period.edtf or "")


def _at_best(dates: list[Figure], others: list[Figure]) -> list[Figure]:
    """The dates, without their year where the other side gives the same day and no year."""
    bare = {key for key, _ in others if isinstance(key, str)}
    found = []
    for key, span in dates:
        if isinstance(key, tuple) and isinstance(day := key[0], datetime.date) and key[1] == day:
            yearless = f"XXXX-{day:%m-%d}"
            key = yearless if yearless in bare else key
        found.append((key, span))
    return found


def _dates(side: Side) -> list[Figure]:
    found: list[Figure] = [(_key(v, side), v.span) for v in side.values if isinstance(v, Period)]
    found += clock_times(side)
    for match in _DAY_PART.finditer(side.prose.text, *side.span):
        found.append((match.group().lower(), Span(*match.span())))
    return sorted(found, key=lambda date: date[1])


def clock_times(side: Side) -> list[Figure]:
    """Times of day, as minutes after midnight."""
    return [(_minute(match), Span(*match.span())) for match in _TIME.finditer(side.prose.text, *side.span)]


def _key(period: Period, side: Side) -> Hashable:
    """The days that the period covers; its own words where these are not known."""
    if period.earliest and period.latest:
        days = period.earliest, period.latest
        if period.resolved_by is ResolvedBy.RELATIVE and period.edtf == f"{period.earliest}~":
            days = _week_of(period.earliest)  # "a week ago" and "last week" are the same
        return (*days, period.part)
    words = side.text_of(period.span).lower()
    if period.edtf and re.search(r"X-\d\d-\d\d", period.edtf):
        return period.edtf
    return _WEEKDAY.sub("", words) or words


def _week_of(day: datetime.date) -> tuple[datetime.date, datetime.date]:
    monday = day - datetime.timedelta(day.weekday())
    return monday, monday + datetime.timedelta(6)


def _minute(match: re.Match[str]) -> tuple[str, int]:
    """The time as minutes after midnight."""
    if match[4]:
        return ("minute", int(match[4]) * 60 + int(match[5]))
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return ("minute", hour * 60 + int(match[2] or 0))


RULE: ChangeRule = ChangeRule(
    kinds=(ChangeKind.DATE, ChangeKind.BOUND),
    summary="Another day, period or time of day, or the same one given less or more exactly.",
    find=find,
    fires=(
        ("The siege began on 3 May 1992.", "The siege began on 13 May 1992.", ChangeKind.DATE),
        ("The siege began at 6 a.m. sharp.", "The siege began at 6 p.m. sharp.", ChangeKind.DATE),
        ("The wing was cleared during the night.", "The wing was cleared during the day.", ChangeKind.DATE),
        ("The men were shot before 3 May 1992.", "The men were shot after 3 May 1992.", ChangeKind.DATE),
        ("The men were shot on 3 May 1992.", "The men were shot before 3 May 1992.", ChangeKind.BOUND),
        ("He was born around 1820 in Orsk.", "He was born in 1820 in Orsk.", ChangeKind.BOUND),
        ("The men were seen before dawn.", "The men were seen after dawn.", ChangeKind.DATE),
        (
            "ORSK (May 20, 1992) — The guards left two weeks ago.",
            "ORSK (May 20, 1992) — The guards left last week.",
            ChangeKind.DATE,
        ),
    ),
    silent=(
        ("The siege began on 3 May 1992.", "The siege began on May 3, 1992."),
        ("The siege began at 6 p.m. sharp.", "The siege began at 18:00 sharp."),
        ("The siege began on 3 May.", "The siege began on 3 May 1992."),
        ("ORSK (May 20, 1992) — The guards left a week ago.", "ORSK (May 20, 1992) — The guards left last week."),
        ("He was born around 1820.", "He was born circa 1820."),
    ),
)
