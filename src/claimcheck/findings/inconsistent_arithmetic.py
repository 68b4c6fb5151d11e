"""`inconsistent-arithmetic`: the text's own numbers do not add up."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import ceil, floor

from claimcheck.findings.rule import ClaimFinder, Example, Fault, FindingRule
from claimcheck.model import (
    Amount,
    Comparator,
    Count,
    DocumentReport,
    Duration,
    Period,
    ResolvedBy,
    Severity,
    Span,
    Value,
)
from claimcheck.patterns import pattern

_SUM = pattern(r"\byears?\s(?:after|since)\s.{0,40}\d{4}$")
_SHARE = pattern(
    r"\s{0,4}+(?:people|men|women|[a-z]{3,20})?\s{0,4}(?:\(|, or |, )(?:or )?(\d{1,3}(?:\.\d)?)\s?(?:%|per\s?cent)"
)
_NOW = pattern(r"\b(?:now|today|still|this year|to this day)\b", re.IGNORECASE)
_PERCENT = pattern(r"\d\s?(?:%|per\s?cent)")
_CHANGE = pattern(
    r"\b(?P<percent>\d{1,4}(?:\.\d{1,2})?)\s?(?:%|per\s?cent),?\s"
    r"(?:to\s(?P<to>\d[\d,]{0,15}(?:\.\d{1,3})?),?\sfrom\s(?P<from>\d[\d,]{0,15}(?:\.\d{1,3})?)"
    r"|from\s(?P<from2>\d[\d,]{0,15}(?:\.\d{1,3})?)\sto\s(?P<to2>\d[\d,]{0,15}(?:\.\d{1,3})?))"
    r"(?!\d|[.,]\d|\s?(?:%|per\s?cent|hundred|thousand|million|billion))"
)
_SPLIT = pattern(r"\s?(?:\(|--|—|–|:)\s?")  # before parts that are named one by one
_AND = pattern(r"[^.;:()—–]{0,40}(?:,|\band)\s(?:and\s)?", re.IGNORECASE)
_CLOSE = pattern(r"[^.;:()—–,]{0,40}(?:\)|--|—|–|\.|\Z)")
_INCLUDING = pattern(r"\b(?:includ\w{1,5}|(?:among|of) (?:them|whom)),?\s(?:[a-z]{1,12}\s){0,2}\Z", re.IGNORECASE)
_BEGAN = r"(?:began|begun|started|opened)\s(?:in|on)\s"
_ENDED = r"(?:ended|finished|closed|stopped)\s(?:in|on)\s"
_LENGTH_THEN_BEGAN = pattern(rf"(?:\s[a-z-]{{1,20}}){{1,2}},?\s(?:(?:that|which)\s)?(?:had\s)?{_BEGAN}")
_BEGAN_THEN_LENGTH = pattern(r",?\s(?:and\s)?lasted\s(?:for\s)?")
_THEN_ENDED = pattern(rf",?\s(?:and\s|had\s)?{_ENDED}")
_THEN_AFTER = pattern(r",?\safter\s(?:an?|the|his|her|its|their)\s")
_PHRASE = 40  # code points
_DAYS = {"day": 1.0, "week": 7.0, "month": 365.2425 / 12, "year": 365.2425}
_LEAP = 0.01  # what leap days make of a whole number of years
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GREGORIAN = 1924  # from then on nearly everybody writes dates by one calendar


def find(report: DocumentReport) -> Iterator[Fault]:
    """Sums, shares, lengths of time and weekdays that do not fit what the same sentence says."""
    text = report.prose.text
    by_sentence: defaultdict[int, list[Value]] = defaultdict(list)
    for value in report.values:
        by_sentence[report.prose.sentence_at(value.span.start)].append(value)
    holders = ClaimFinder(report)
    for values in by_sentence.values():
        found = (
            *_parts(values, text),
            *_sums(values, text),
            *_years(values, text),
            *_until_now(values, text, report.document.date),
            *_lengths(values, text),
            *_courses(values, text),
            *_weekdays(values, text),
            *_shares(values, text),
        )
        for span, message, others in found:
            yield Fault(span, message, holders.at(span), others)
    for number in sorted({report.prose.sentence_at(match.start()) for match in _PERCENT.finditer(text)}):
        for span, message, others in _changes(report.prose.sentences[number].span, text):
            yield Fault(span, message, holders.at(span), others)


_Found = tuple[Span, str, tuple[Span, ...]]


def _parts(values: list[Value], text: str) -> Iterator[_Found]:
    """A part that is certainly more than the whole it is said to be part of."""
    counts = [v for v in values if isinstance(v, Count)]
    wholes = {v.span: k for k, v in enumerate(counts)}
    for part in counts:
        at = wholes.get(part.subset_of) if part.subset_of else None
        if at is None or not _INCLUDING.search(text, max(0, part.span.start - _PHRASE), part.span.start):
            continue
        whole = counts[at]
        # "20 passengers and 3 guards, among them 12 children": of all, not of the last.
        joined = at and re.search(r"\b(?:and|or)\b", text[counts[at - 1].span.end : whole.span.start])
        if not joined and part.min is not None and whole.max is not None and part.min > whole.max:
            message = f"a part of {part.min:,.0f} is more than the whole of {whole.max:,.0f}"
            yield part.span, message, (whole.span,)


def _years(values: list[Value], text: str) -> Iterator[_Found]:
    """ "In 1999, seven years after 1988": wrong by more than the year that counting both ends can make."""
    periods = [v for v in values if isinstance(v, Period) and v.earliest and v.latest]
    for one, two in (pair for first, then in pairwise(periods) for pair in ((first, then), (then, first))):
        sum_of = _SUM.search(one.span.of(text)) if one.resolved_by is ResolvedBy.RELATIVE else None
        between = text[min(one.span.end, two.span.end) : max(one.span.start, two.span.start)]
        if not sum_of or two.resolved_by is not ResolvedBy.EXPLICIT or not re.fullmatch(r",?\s", between):
            continue
        right, said = one.earliest, two.earliest
        if right and said and abs(right.year - said.year) > 1:
            message = f"{one.span.of(text)} is {right.year}, not {said.year}"
            yield one.span, message, (two.span,)


def _shares(values: list[Value], text: str) -> Iterator[_Found]:
    """ "12 of the 40 huts (25%)": off by more than rounding can make."""
    counts = [v for v in values if isinstance(v, Count) and v.number is not None and v.min == v.max]
    for part, whole in pairwise(counts):
        if not re.fullmatch(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?", text[part.span.end : whole.span.start]):
            continue
        share = _SHARE.match(text, whole.span.end)
        if share and part.number is not None and whole.number:
            right = 100 * part.number / whole.number
            if abs(right - float(share[1])) > 1:
                message = f"{part.number:,.0f} of {whole.number:,.0f} is {right:.1f}%, not {share[1]}%"
                yield Span(part.span.start, share.end()), message, ()


def _sums(values: list[Value], text: str) -> Iterator[_Found]:
    """ "Twelve men (five miners and six guards)": parts that are named one by one, and make more or less than all."""
    counts = [v for v in values if isinstance(v, Count)]
    for k, whole in enumerate(counts):
        parts: list[Count] = []
        for part in counts[k + 1 :]:
            gap = text[(parts[-1] if parts else whole).span.end : part.span.start]
            opened = _SPLIT.search(gap) if not parts else None
            if part.number is None or part.comparator is not Comparator.EXACT or part.unit != whole.unit:
                break
            if parts and not _AND.fullmatch(gap):
                break
            if not parts and not (opened and opened.end() == len(gap) and len(gap) < _PHRASE):
                break
            parts.append(part)
        if len(parts) < 2 or whole.comparator is not Comparator.EXACT or whole.number is None:
            continue
        behind = _CLOSE.match(text, parts[-1].span.end)
        stretch = text[whole.span.end : parts[-1].span.end + _PHRASE]
        total = sum(part.number or 0 for part in parts)
        if behind and total != whole.number and not re.search(r"\bof (?:them|whom)\b|\bwhom\b|\binclud", stretch):
            written = " + ".join(f"{part.number:,.0f}" for part in parts)
            message = f"{written} is {total:,.0f}, not {whole.number:,.0f}"
            yield whole.span, message, tuple(part.span for part in parts)


def _until_now(values: list[Value], text: str, today: datetime.date | None) -> Iterator[_Found]:
    """ "Today, 32 years after 1988": more than a year off the document's date, whichever day of 1988 is meant."""
    if today is None:
        return
    for value in values:
        if not isinstance(value, Period) or value.resolved_by is not ResolvedBy.RELATIVE:
            continue
        if not (_SUM.search(value.span.of(text)) and value.earliest and value.latest):
            continue
        others = any(isinstance(v, Period) and v is not value and v.earliest not in (None, today) for v in values)
        around = text[max(0, value.span.start - _PHRASE) : value.span.end + 2 * _PHRASE]
        off = min(abs((today - day).days) for day in (value.earliest, value.latest))
        if (
            off > _DAYS["year"] + 1
            and not value.earliest <= today <= value.latest
            and _NOW.search(around)
            and not others
        ):
            message = f"{value.span.of(text)} is {value.earliest.year}, and the text is of {today.year}"
            yield value.span, message, ()


def _lengths(values: list[Value], text: str) -> Iterator[_Found]:
    """ "A 7-year war (1988–1999)": no day of the first and of the last date makes that length."""
    for length, span in pairwise(values):
        if not (isinstance(length, Duration) and isinstance(span, Period) and len(length.amounts) == 1 and span.ends):
            continue
        amount, gap = length.amounts[0], text[length.span.end : span.span.start]
        if not re.fullmatch(r"(?:\s[a-z-]{1,20}){0,2},?\s?\(?", gap) or len(span.ends) != 2:
            continue
        bounds = _elapsed(*span.ends, amount) if "~" not in (span.edtf or "") else None
        if bounds and not bounds[0] <= (amount.number or 0) <= bounds[1]:
            message = f"{span.span.of(text)} is {_written(*bounds)} {amount.unit}s, not {amount.number:g}"
            yield Span(length.span.start, span.span.end), message, ()


def _courses(values: list[Value], text: str) -> Iterator[_Found]:
    """ "A 7-year campaign that began in 1985 ended in 1995", and one that began too late to be over by then."""

    def between(one: Value, two: Value) -> str:
        return text[one.span.end : two.span.start]

    for before, one, two, after in zip((None, *values), values, values[1:], (*values[2:], None), strict=False):
        over = isinstance(after, Period) and _THEN_ENDED.fullmatch(between(two, after)) is not None
        last: Value | None = after if over else None
        match one, two:
            case Duration() as length, Period() as first if _LENGTH_THEN_BEGAN.fullmatch(between(length, first)):
                if not over and before and _THEN_AFTER.fullmatch(between(before, length)):
                    last = before
            case Period() as first, Duration() as length if _BEGAN_THEN_LENGTH.fullmatch(between(first, length)):
                if not re.search(rf"\b{_BEGAN}\Z", text[max(0, first.span.start - _PHRASE) : first.span.start]):
                    continue
            case _:
                continue
        if not isinstance(last, Period) or len(length.amounts) != 1:
            continue
        amount, bounds = length.amounts[0], _elapsed(first, last, length.amounts[0])
        if bounds and ((amount.number or 0) > bounds[1] or (over and (amount.number or 0) < bounds[0])):
            dates = f"from {first.span.of(text)} to {last.span.of(text)}"
            message = f"{dates} is {_written(*bounds)} {amount.unit}s, not {amount.number:g}"
            yield length.span, message, (first.span, last.span)


def _elapsed(first: Period, last: Period, amount: Amount) -> tuple[int, int] | None:
    """How many units lie between the two, at least and at most; None where that is not certain."""
    if amount.comparator is not Comparator.EXACT or amount.number is None or amount.unit not in _DAYS:
        return None
    for end in (first, last):
        if end.resolved_by is not ResolvedBy.EXPLICIT or end.bound or "~" in (end.edtf or ""):
            return None
    if not (first.earliest and first.latest and last.earliest and last.latest) or last.latest < first.earliest:
        return None
    size = _DAYS[amount.unit]
    shortest = max(0, (last.earliest - first.latest).days)
    longest = (last.latest - first.earliest).days + 1
    return floor(shortest / size), ceil(longest / size - _LEAP)


def _written(least: int, most: int) -> str:
    return f"{least}" if least == most else f"{least} to {most}"


def _weekdays(values: list[Value], text: str) -> Iterator[_Found]:
    """ "Monday, 3 May 1992", which was a Sunday."""
    for value in values:
        if not isinstance(value, Period) or value.resolved_by is not ResolvedBy.EXPLICIT:
            continue
        day, words = value.earliest, value.span.of(text)
        named = next((name for name in _WEEKDAYS if words.startswith(name)), None)
        if named and day and day == value.latest and day.year >= _GREGORIAN and _WEEKDAYS[day.weekday()] != named:
            date = words.removeprefix(named).strip(" ,")
            yield value.span, f"{date} was a {_WEEKDAYS[day.weekday()]}, not a {named}", ()


def _changes(sentence: Span, text: str) -> Iterator[_Found]:
    """ "Rose 6.5% to 164 from 120": off by more than rounding can make."""
    for change in _CHANGE.finditer(text, sentence.start, sentence.end):
        old, new = (float((change[n] or change[f"{n}2"]).rstrip(",").replace(",", "")) for n in ("from", "to"))
        if old <= 0:
            continue
        right, said = abs(100 * (new - old) / old), float(change["percent"])
        slack = 1 + 50 * (1 + right / 100) / old  # both numbers may be rounded to the next whole one
        if abs(right - said) > slack:
            yield Span(*change.span()), f"from {old:,g} to {new:,g} is {right:.1f}%, not {said:g}%", ()


INCONSISTENT_ARITHMETIC = FindingRule(
    code="inconsistent-arithmetic",
    severity=Severity.ERROR,
    summary="Numbers or dates in one sentence do not add up.",
    why="A reader who does the sum stops believing the other numbers.",
    mend="Check the sum and correct whichever number is wrong.",
    find=find,
    fires=(
        Example("In 1999, seven years after 1988, the mine was reopened."),
        Example("The guards burned 12 of the 40 huts (25%)."),
        Example("Forty people were killed, including 52 children."),
        Example("Twelve people (seven men and four women) were killed."),
        Example("It was a seven-year war (1988–1999)."),
        Example("The siege lasted three days, from 3 May to 9 May 1992."),
        Example("A seven-year campaign that began in 1985 ended in 1995."),
        Example("The campaign, which began in 1985 and lasted seven years, ended in 1995."),
        Example("In 1990, after a seven-year campaign that began in 1988, the mine was reopened."),
        Example("They were hanged on Monday, 3 May 1992."),
        Example("Arrests rose 6.5% to 164 from 120."),
        Example("ORSK (Jan. 27, 2024) — Today, 32 years after 1988, the families are still waiting."),
    ),
    silent=(
        Example("In 1995, seven years after 1988, the mine was reopened."),
        Example("In 1996, seven years after 1988, the mine was reopened."),
        Example("The guards burned 12 of the 40 huts (30%)."),
        Example("At least 40 people were killed, including 12 children."),
        Example("In 1999 the mine was reopened, 20 years after the strike."),
        Example("Twelve people (seven men and five women) were killed."),
        Example("Twelve people (seven of them women and one a child) were killed."),
        Example("Twelve people, seven men and four women were killed."),
        Example("Twenty miners and four guards, among them 12 boys, were killed."),
        Example("Six miners, including one boy, and nine guards were killed."),
        Example("At least 12 people (seven men and four women) were killed."),
        Example("It was a seven-year war (1988–1995), a ten-year one (1988–99) at most."),
        Example("The siege lasted three days, from 3 May to 5 May 1992."),
        Example("The siege lasted about three days, from 3 May to 9 May 1992."),
        Example("A ten-year campaign that began in 1985 ended in 1995."),
        Example("A nine-year campaign that began in 1985 ended in 1995."),
        Example("A campaign of about seven years that began in 1985 ended in 1995."),
        Example("A seven-year sentence for a raid that began in 1985 ended in 1995."),
        Example("The campaign, which began in 1985 and lasted ten years, ended in 1995."),
        Example("In 1995, after a seven-year campaign that began in 1988, the mine was reopened."),
        Example("In 1999, after a seven-year campaign that began in 1985, the mine was reopened."),
        Example("They were hanged on Sunday, 3 May 1992."),
        Example("They were hanged on Monday. On 3 May 1992 it was known."),
        Example("Arrests rose 6.5% to 164 from 154."),
        Example("Arrests rose 6.5% to 164."),
        Example("ORSK (Jan. 27, 2021) — Today, 32 years after 1988, the families are still waiting."),
        Example("ORSK (Jan. 27, 2024) — It was built 32 years after 1988, a year of drought."),
    ),
)
