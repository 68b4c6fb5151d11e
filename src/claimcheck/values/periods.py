"""Dates, longer periods and durations."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from functools import cache

from claimcheck.model import Bound, Comparator, Duration, Part, Period, Prose, ResolvedBy, Span, Style
from claimcheck.records import replace
from claimcheck.values.anchors import Anchors, Settled, left_open
from claimcheck.values.calendar import Grain, Stretch
from claimcheck.values.dateforms import (
    Absolute,
    Between,
    Calendar,
    Form,
    Lasting,
    Nearby,
    Reading,
    Rest,
    Shift,
    Step,
    To,
)
from claimcheck.values.datereading import may_follow, starters
from claimcheck.values.durations import duration, read_comparator, read_length
from claimcheck.values.ranges import NOW, lent_to_list, read_between, read_range
from claimcheck.values.sections import Sections
from claimcheck.values.timewords import BARRIER, DASHES, Words, cut, lexicon
from claimcheck.values.years import word_before

_LINE_BREAKS = frozenset("\n\r\u2028\u2029")
_NEAR = 6  # words
_PLACE = 12  # words at most before the date in a dateline
_TOP = 400  # code points
_LOST = 600  # words with no date in them, after which a narrative has lost its thread
_SENTENCE = 30  # words
_OPENS = 2  # words: "In August" and "August" open a sentence
_SENTENCE_ENDS = frozenset((".", "!", "?", ";", "”", BARRIER))
_AFTER_DATELINE = DASHES | {BARRIER}
_REPEATED = frozenset(("each", "every"))  # "every Monday" is no one day
_REPORTED = frozenset(("added", "announced", "reported", "said", "says", "told"))  # when it was said, not when it was
_THIRDS = {Part.EARLY: 1, Part.MID: 5, Part.LATE: 9}  # the month that each begins with
_OPENING = frozenset(("from", "between"))


def find_periods(prose: Prose, *, style: Style | None = None) -> tuple[Period | Duration, ...]:
    """Periods and durations in the order of the text.

    Without a `style`, a text is history when it has no date of its own, or when most of the years that it names are
    well before that date.
    """
    words = cut(prose.document)
    found = _with_lent_years(words, _with_observances(list(_read(words))))
    readings = [r for r in found if isinstance(r, Reading)]
    datelines = {id(r): day for r in readings if (day := _dateline(words, r))}
    date = prose.document.date or next((datelines[id(r)] for r in readings[:3] if id(r) in datelines), None)
    anchors = Anchors(style or _style(readings, date), date)
    sections = Sections(
        prose.document, [(words.start[r.first], years) for r in readings if (years := _years(words, r))]
    )
    periods: list[Period | Duration] = []
    last_sentence, last_end, read = -1, 0, 0
    for one in found:
        if isinstance(one, Reading) and isinstance(one.form, Lasting) and not _is_dated(words, one, anchors):
            one = duration(words, one.form.length)
        if isinstance(one, Duration):
            periods.append(one)
            continue
        sentence = prose.sentence_at(words.start[one.first])
        if sentence != last_sentence or not _REPORTED.isdisjoint(words.low[max(0, one.first - 4) : one.first]):
            anchors.beside = None
        last_sentence = sentence
        if one.first - last_end > _LOST:
            anchors.thread.clear()
        anchors.headed = sections.years_at(words.start[one.first])
        anchors.had = "had" in words.low[max(read, one.first - _PLACE) : one.first]
        anchors.opens = one.first < _OPENS or prose.sentence_at(words.start[one.first - _OPENS]) != sentence
        period, read = _period(words, one, anchors), one.end
        last_end = one.end if period.resolved else last_end
        periods.append(period)
        anchors.document = datelines.get(id(one), anchors.document)  # one text may hold several releases
    return tuple(periods)


def _with_observances(found: list[Reading | Duration]) -> list[Reading | Duration]:
    """The same, with a day that is named for what is kept on it marked as yearly: "27 January, Remembrance Day"."""
    for k, (one, other) in enumerate(itertools.pairwise(found)):
        if isinstance(one, Reading) and isinstance(other, Reading) and other.first - one.end < _NEAR:
            a, b = one.form, other.form
            if (
                isinstance(a, Calendar)
                and isinstance(b, Calendar)
                and b.yearly
                and (a.month, a.day) == (b.month, b.day)
            ):
                found[k] = replace(one, form=b)
    return found


def _with_lent_years(words: Words, found: list[Reading | Duration]) -> list[Reading | Duration]:
    """The same, with the year at the end of a list given to all of it."""
    for k in range(len(found) - 1, 0, -1):
        one, other = found[k - 1], found[k]
        if isinstance(one, Reading) and isinstance(other, Reading) and other.first - one.end < _NEAR:
            found[k - 1] = lent_to_list(words, one, other)
    return found


def _read(words: Words) -> Iterator[Reading | Duration]:
    """Every date, not yet settled, and every length of time, from left to right, none inside another."""
    begins = starters()
    plurals = _plural_units()
    opening = {w for w in set(words.low) if w in begins or w in _OPENING or w in plurals or w.isdecimal()}
    done = 0
    for i in [i for i, word in enumerate(words.low) if word in opening]:
        word = words.low[i]
        if i < done or not may_follow(word, words.low[i + 1]):
            continue
        if word in begins or word.isdecimal():
            reading = read_range(words, i)
        elif word in _OPENING:
            reading = read_between(words, i)
        else:
            reading = None
        if reading:
            done = reading.end
            if i == 0 or words.low[i - 1] not in _REPEATED:
                yield reading
        elif quantity := read_length(words, i):
            done = quantity.end
            yield duration(words, quantity)


@cache
def _plural_units() -> frozenset[str]:
    return frozenset(unit for unit in lexicon().units if unit.endswith("s"))


def _period(words: Words, reading: Reading, anchors: Anchors) -> Period:
    form = reading.form
    ahead = None if isinstance(form, Absolute) else _looks_ahead(words, reading.first, reading.end)
    settled = anchors.settle(form, ahead=ahead)
    first, about = _approximation(words, reading.first)
    if settled.by is ResolvedBy.NEAREST and isinstance(form, Calendar) and _is_of_no_year(words, first, reading.end):
        settled = left_open(form)
    if about and settled.first is not None:
        settled = settled._replace(about=True)
    aside = _aside(words, reading, settled)
    # "Two years ago" says nothing of when the story is, "earlier this year" of no day.
    told = not isinstance(form, Lasting | Rest) and (anchors.style is Style.NEWS or not _from_today(form))
    for stretch in dict.fromkeys((settled.first, settled.last)):
        if stretch and told:
            anchors.remember(stretch, aside=aside)
            if stretch.grain <= Grain.MONTH and not lexicon().written.isdisjoint(words.low[max(0, first - 2) : first]):
                anchors.written = stretch
            if _stands_apart(words, first):
                anchors.apart = stretch
    bound = _bound(words, first) or _open_shift(words, reading)
    if settled.by is ResolvedBy.EXPLICIT and bound is None and not _in_a_name(words, reading):
        anchors.beside = settled.last if settled.last and settled.last.grain <= Grain.YEAR else anchors.beside
    span = Span(words.start[first], words.end[reading.end - 1])
    in_a_name = reading.end > 1 and words.low[reading.end - 2] == "the"  # "the end of the 2008 season"
    meant = settled if anchors.style is Style.HISTORY or in_a_name else _third(settled, reading.part)
    return Period(
        span,
        meant.edtf,
        *_bounds(meant),
        resolved=settled.first is not None,
        resolved_by=settled.by,
        part=reading.part,
        bound=bound,
        ends=_ends(words, reading, settled, span),
    )


def _stands_apart(words: Words, first: int) -> bool:
    """Whether the date is that of somebody's birth or of a law: "born on 4 May 1972", "the law of 4 May 1985"."""
    before = words.low[max(0, first - 2) : first]
    return "born" in before or (before[-1:] == ["of"] and before[0] in lexicon().laws)


def _is_of_no_year(words: Words, first: int, end: int) -> bool:
    """Whether a day without its year is not the nearest: "Ana Duarte, born on 7 May", "every year on 7 May"."""
    around = " ".join((*words.low[max(0, first - 3) : first], *words.low[end : end + 2]))
    yearly = any(phrase in around for phrase in ("annually", "each year", "every year"))
    return yearly or "born" in words.low[max(0, first - 2) : first]


def _is_dated(words: Words, reading: Reading, anchors: Anchors) -> bool:
    """Whether "the last three years" end and "the next three years" begin with a day that is known."""
    side = reading.form.side if isinstance(reading.form, Lasting) else 0
    if side and (anchors.style is Style.HISTORY or anchors.document is None):
        return False
    return side <= 0 or _looks_ahead(words, reading.first, reading.end) is True


def _ends(words: Words, reading: Reading, settled: Settled, whole: Span) -> tuple[Period, ...]:
    """The first and the last stretch of a range, each with its own words; "now" and "to date" are no dates."""
    named = reading.form.ends if isinstance(reading.form, Between) else None
    ends = []
    for end, stretch in zip(named or (), (settled.first, settled.last), strict=False):
        if stretch is not None and words.low[end.first] not in NOW:
            span = Span(words.start[end.first], words.end[end.end - 1])
            told = stretch.edtf, stretch.earliest, stretch.latest
            ends.append(Period(span, *told, True, settled.by, part=end.part, end_of=whole))
    return tuple(ends)


def _aside(words: Words, reading: Reading, settled: Settled) -> bool:
    """Whether a narrative only glances at the date: a plan, an end, or a year that does not begin the sentence."""
    first = reading.first
    before = words.low[max(0, first - 8) : first]
    if not lexicon().asides.isdisjoint(before):
        return True
    whole_year = settled.first is not None and settled.first.grain >= Grain.YEAR
    return whole_year and not any(word in (".", "!", "?", BARRIER) for word in before[-5:]) and first > 2


def _in_a_name(words: Words, reading: Reading) -> bool:
    """Whether a year stands before the noun that it tells apart: "the 1988 massacre"."""
    before = words.low[reading.first - 1] if reading.first else BARRIER
    return reading.end == reading.first + 1 and before in ("the", "a", "their", "his", "her", "its", "that", "this")


def _years(words: Words, reading: Reading) -> tuple[int, int] | None:
    """The first and the last year of "2008: the arrests", "The war, 1991–95" or "Since 1988"."""
    form = reading.form
    first, last = (form.first, form.last) if isinstance(form, Between) else (form, form)
    if not (isinstance(first, Absolute) and isinstance(last, Absolute) and last.stretch.grain <= Grain.YEAR):
        return None
    bound = _bound(words, reading.first)
    if bound in (Bound.SINCE, Bound.AFTER):
        return first.stretch.year, datetime.MAXYEAR
    return None if bound else (first.stretch.year, last.stretch.year)


def _from_today(form: Form) -> bool:
    form = form.whole if isinstance(form, Rest) else form
    to = form.base if isinstance(form, Shift) else form.to if isinstance(form, Step | Nearby) else None
    return to is To.DOCUMENT


def _bounds(settled: Settled) -> tuple[datetime.date | None, datetime.date | None]:
    earliest = settled.first.earliest if settled.first else None
    latest = settled.last.latest if settled.last else None
    return earliest, latest


def _approximation(words: Words, first: int) -> tuple[int, bool]:
    """Where "about", "c." or another word for it begins, if one stands before the date."""
    k = first - 1
    if k > 0 and words.low[k] == "." and words.low[k - 1] in ("c", "ca"):
        k -= 1
    word = words.low[k] if k >= 0 else BARRIER
    topic = word == "about" and k > 0 and words.low[k - 1] in lexicon().before_topics  # "a report about 1988"
    initial = word in ("c", "ca") and words.capital(k)
    return (k, True) if word in lexicon().approximate and not topic and not initial else (first, False)


def _bound(words: Words, first: int) -> Bound | None:
    before = word_before(words, first)
    if before == "on" and first > 1:
        before = words.low[first - 2]
    return lexicon().bounds.get(before)


def _third(settled: Settled, part: Part | None) -> Settled:
    """The third of a year that its beginning, middle or end is taken for; a history dates by the whole year."""
    year = settled.first
    if part is None or settled.about or year is None or year != settled.last or year.grain is not Grain.YEAR:
        return settled
    third = Stretch(Grain.THIRD, year.year, _THIRDS[part])
    return settled._replace(first=third, last=third)


def _open_shift(words: Words, reading: Reading) -> Bound | None:
    """On which side "more than two weeks ago" or "more than 3 days after 5 May" leaves it open."""
    form = reading.form
    if not isinstance(form, Shift) or not form.steps or read_comparator(words, reading.first)[0] is not Comparator.OVER:
        return None
    return Bound.AFTER if form.steps > 0 else Bound.BEFORE


def _looks_ahead(words: Words, first: int, end: int) -> bool | None:
    """Whether the last verb before the date in its sentence, or else the first after it, looks ahead; None: no verb."""
    low = words.low
    put_off = first > 0 and low[first - 1] in ("for", "till", "to", "until")  # "was adjourned until 4 March"
    for places in (range(first - 1, max(-1, first - _SENTENCE), -1), range(end, min(len(low), end + _SENTENCE))):
        for k in places:
            word = low[k]
            if word in _SENTENCE_ENDS:
                break
            if word in lexicon().future or word == "ll" or (put_off and k < first and word in lexicon().put_off):
                return True
            if word in lexicon().past or (word.endswith("ed") and len(word) > 4):
                return False
    return None


def _dateline(words: Words, reading: Reading) -> datetime.date | None:
    """The day that a release or a wire report bears near the head of a paragraph: "KABUL (Jan. 24, 2011) —"."""
    form = reading.form
    if not isinstance(form, Absolute) or form.stretch.grain is not Grain.DAY:
        return None
    low, end = words.low, reading.end
    at_top = words.start[reading.first] < _TOP
    opens = reading.first < _PLACE or BARRIER in low[reading.first - _PLACE : reading.first]
    opens = opens or (low[end] == ")" and _place_in_capitals(words, reading.first))
    if low[end] == ")" and (opens or at_top):
        line_ends = not _LINE_BREAKS.isdisjoint(words.text[words.end[end] : words.start[end + 1]])
        return form.stretch.earliest if line_ends or low[end + 1] in _AFTER_DATELINE else None
    if low[end] == "(" and opens:  # the agency: "17 NOV 89 (EFE) --"
        end = next((k for k in range(end, end + _PLACE) if low[k] == ")"), end) + 1
        return form.stretch.earliest if low[end] in DASHES else None
    closes = (opens and low[end] in DASHES) or (at_top and low[end] == BARRIER)
    return form.stretch.earliest if closes else None


def _place_in_capitals(words: Words, i: int) -> bool:
    """Whether a word in capitals stands just before: "KABUL, Afghanistan (Jan. 24, 2011)"."""
    before = (words.text[words.start[k] : words.end[k]] for k in range(max(0, i - 5), i))
    return any(len(word) > 2 and word.isupper() for word in before)


def _style(readings: list[Reading], document: datetime.date | None) -> Style:
    if document is None:
        return Style.HISTORY
    old = recent = 0
    for reading in readings:
        for form in (reading.form.first, reading.form.last) if isinstance(reading.form, Between) else (reading.form,):
            if isinstance(form, Absolute) and form.stretch.grain <= Grain.YEAR:
                distant = document.year - form.stretch.year > 1
                old, recent = old + distant, recent + (not distant)
            else:
                recent += _from_today(form) or (isinstance(form, Calendar) and form.weekday is not None)
    return Style.HISTORY if old >= 3 and old > recent else Style.NEWS
