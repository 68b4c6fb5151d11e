"""Settles which days a date means: from its own words, from the document's date, or from the dates before it."""

from __future__ import annotations

import datetime

from claimcheck.model import ResolvedBy, Style
from claimcheck.records import NamedTuple, dataclass, field
from claimcheck.values.calendar import Grain, Stretch, day_stretch, days_on, numbered_week, real_day
from claimcheck.values.dateforms import (
    Absolute,
    Between,
    Calendar,
    Form,
    InYear,
    Lasting,
    Nearby,
    NthWeekday,
    NumberedWeek,
    OneOf,
    Piece,
    Rest,
    Shift,
    Step,
    To,
)
from claimcheck.values.durations import STEPS

_HALF_A_YEAR = 6  # months


class Settled(NamedTuple):
    """The first and the last stretch (the same, mostly), or only what EDTF can say without them."""

    first: Stretch | None
    last: Stretch | None
    by: ResolvedBy
    open_edtf: str | None = None
    about: bool = False  # as "c. 1871–72" and "two weeks ago" are

    @property
    def edtf(self) -> str | None:
        if self.first is None:
            return self.open_edtf
        if self.last is None:
            ends = (self.open_edtf or "").split("/")
        elif self.first == self.last:
            ends = self.first.edtf.split("/")
        else:
            ends = [self.first.edtf.split("/")[0], self.last.edtf.split("/")[-1]]
        return "/".join(f"{end}~" if self.about and end != ".." else end for end in ends)


@dataclass(slots=True)
class Anchors:
    """The dates that others count from, as a reader has them in mind at one place of the text."""

    style: Style
    document: datetime.date | None
    last: dict[Grain, Stretch] = field(default_factory=dict)  # last spoken of, in this grain or a finer one
    thread: dict[Grain, Stretch] = field(default_factory=dict)  # where the narrative has got to; asides left out
    headed: tuple[int, int] | None = None  # the years that the last dated heading names
    beside: Stretch | None = None  # a date with its year before this one in the same sentence
    written: Stretch | None = None  # when a record was made that tells of what was before: "recorded in March 2017"
    apart: Stretch | None = None  # a birth, a law: nothing else in the text need be of that year
    had: bool = False  # whether "had" stands before this date: it was before what the narrative has got to
    steady: bool = False  # whether the thread's year was that of the date before, too
    opens: bool = False  # whether this date is the first thing that its sentence says
    yearless: set[Calendar] = field(default_factory=set)  # told before any year was: the text leaves its year unsaid

    def remember(self, stretch: Stretch, *, aside: bool) -> None:
        """Take the stretch for the one last spoken of, and unless it is an aside for the one that the text tells of."""
        if any(date.month == stretch.month and date.day in (None, stretch.day) for date in self.yearless):
            self.yearless.clear()
        before = self.thread.get(Grain.YEAR)
        for grain in Grain:
            if grain >= stretch.grain:
                self.last[grain] = stretch
                if not (aside and self.thread) and stretch.grain <= Grain.YEAR:
                    self.thread[grain] = stretch
        now = self.thread.get(Grain.YEAR)
        if now is not before:
            self.steady = now is not None and before is not None and now.year == before.year

    # --- forms ---
    def settle(self, form: Form, *, ahead: bool | None) -> Settled:
        match form:
            case Absolute(stretch):
                return _settled(stretch, ResolvedBy.EXPLICIT)
            case OneOf((first, second)):
                return Settled(None, None, ResolvedBy.NONE, f"[{first.edtf},{second.edtf}]")
            case Between(first, last, _):
                return self._between(first, last, ahead=ahead)
            case Calendar():
                return self._calendar(form, ahead=ahead)
            case InYear(date, year):
                told = self.settle(year, ahead=ahead)
                found = told.first and _in_year(date, told.first.year)
                return _settled(found, told.by) if found else left_open(date)
            case Step(grain, steps, to):
                base = self._base(to, grain)
                held = base and base.widened(grain)
                return _settled(held and held.shifted(steps), ResolvedBy.RELATIVE)
            case Shift():
                return self._shift(form, ahead=ahead)
            case Nearby(date, side, to):
                return _settled(self._nearby(date, side, to), ResolvedBy.RELATIVE, date)
            case Lasting():
                return self._lasting(form, ahead=ahead)
            case Rest():
                return self._rest(form)
            case Piece():
                return self._piece(form, ahead=ahead)
            case NthWeekday(index, weekday, month):
                told = self.settle(month, ahead=ahead)
                return _settled(told.first and told.first.nth_weekday(index, weekday), told.by)
            case NumberedWeek(number, year):
                told = self.settle(year, ahead=ahead)
                return _settled(told.first and numbered_week(told.first.year, number), told.by)

    def _base(self, to: To, grain: Grain) -> Stretch | None:
        """The anchor, as finely known as the grain needs."""
        document = day_stretch(self.document)
        if to is To.DOCUMENT:
            return document
        if to is To.STYLE and self.style is Style.NEWS and document:
            return document
        return self.last.get(grain) or (document if self.style is Style.NEWS or not self.last else None)

    def _shift(self, form: Shift, *, ahead: bool | None) -> Settled:
        by = ResolvedBy.RELATIVE
        if form.steps is None:
            return _settled(None, by)
        base: Stretch | None
        if isinstance(form.base, To):
            base = self._base(form.base, form.grain)
            exact = False
        else:
            told = self.settle(form.base, ahead=ahead)
            base, exact = told.first, told.first is not None and told.first.grain is Grain.DAY
        if base is None or base.grain > form.grain:
            return _settled(None, by)
        weeks = form.grain is Grain.WEEK and base.grain is Grain.DAY
        if form.steps and (exact or weeks):
            return _settled(_later(base, form.steps, form.grain), by)._replace(about=not exact)
        held = base.widened(form.grain)
        return _settled(held and held.shifted(form.steps), by)

    def _lasting(self, form: Lasting, *, ahead: bool | None) -> Settled:
        if isinstance(form.base, To):
            told = _settled(self._base(form.base, Grain.DAY), ResolvedBy.RELATIVE)
        else:  # "closed for 2 weeks from 3 May" is a plan where no verb says otherwise
            told = self.settle(form.base, ahead=True if ahead is None else ahead)
        start = told.first.shifted(1) if told.first and form.side > 0 else told.first
        far = start
        for measure in form.length.measures:
            grain, size = STEPS[measure.unit]
            steps = int(measure.number or 0) * size
            far = far and _later(far, -steps if form.side < 0 else steps, grain)
        first, last = (far, start) if form.side < 0 else (start, far)
        last = last and last.shifted(-1)
        return Settled(first, last, told.by, about=form.side != 0) if first and last else _settled(None, told.by)

    def _rest(self, form: Rest) -> Settled:
        told = self.settle(form.whole, ahead=None)
        day = days_on(self.document, form.side) if self.document else None
        if told.first is None or day is None:
            return told
        ends = (told.first.earliest, day) if form.side < 0 else (day, told.first.latest)
        first, last = (day_stretch(end) for end in ends)
        return Settled(first, last, told.by) if first and last and _order(first) <= _order(last) else told

    def _between(self, first: Form, last: Form, *, ahead: bool | None) -> Settled:
        a = self._under_way(first, last) if ahead else None
        a = a or self.settle(first, ahead=ahead)
        if a.first and isinstance(first, Calendar) and isinstance(last, Calendar):
            day = last.weekday is not None
            b = _settled(_near_day(last, a.first) if day else _in_year(last, a.first.year), a.by, last)
        else:
            b = self.settle(last, ahead=ahead)
        if a.first and b.last is None and isinstance(last, Step):  # "1998 to date", and nobody knows the date
            return Settled(a.first, None, a.by, f"{a.first.edtf}/..")
        if a.first and b.last and _order(a.first) > _order(b.last):
            later = _in_year(last, a.first.year + 1) if isinstance(last, Calendar) and last.month else None
            b = _settled(later, b.by)
        if a.first is None or b.last is None:
            edtf = f"{a.open_edtf}/{b.open_edtf}" if a.open_edtf and b.open_edtf else None
            return Settled(None, None, ResolvedBy.NONE, edtf)
        return Settled(a.first, b.last, b.by if a.by is ResolvedBy.EXPLICIT else a.by)

    def _under_way(self, first: Form, last: Form) -> Settled | None:
        """The beginning of "from May to September", said in July of what is still to come."""
        if self.document is None or self.style is not Style.NEWS or self.beside:
            return None
        if not (isinstance(first, Calendar) and isinstance(last, Calendar) and first.month and last.month):
            return None
        begun = self._nearest(first, self.document, ahead=False)
        end = begun and _in_year(last, begun.year + (last.month < begun.first_month))
        going_on = end and end.latest and end.latest >= self.document
        return _settled(begun, ResolvedBy.NEAREST) if going_on else None

    def _piece(self, form: Piece, *, ahead: bool | None) -> Settled:
        told = self.settle(form.whole, ahead=ahead)
        if told.first is None or told.last is None:
            return _settled(None, told.by)
        start, end = told.first.earliest, told.last.latest
        if start is None or end is None:
            return _settled(None, told.by)
        if form.grain in (Grain.DAY, Grain.WEEK):
            size = 1 if form.grain is Grain.DAY else 7
            back = form.index < 0
            begin = days_on(end, 1 - form.count * size) if back else days_on(start, (form.index - 1) * size)
            finish = begin and days_on(begin, form.count * size - 1)
            if finish is None or (finish > end and told.first.grain is not Grain.DAY):
                return _settled(None, told.by)
            return Settled(day_stretch(begin), day_stretch(finish), told.by)
        if told.first.grain is Grain.CENTURY and form.grain in (Grain.HALF, Grain.QUARTER):
            years = 50 if form.grain is Grain.HALF else 25
            year = told.first.year + (100 - years if form.index < 0 else (form.index - 1) * years)
            return Settled(Stretch(Grain.YEAR, year), Stretch(Grain.YEAR, year + years - 1), told.by)
        day = end if form.index < 0 else start
        unit = Stretch(Grain.DAY, day.year, day.month, 1).widened(form.grain)
        first = unit and unit.shifted(1 - form.count if form.index < 0 else form.index - 1)
        last = first and first.shifted(form.count - 1)
        return Settled(first, last, told.by) if first and last else _settled(None, told.by)

    # --- dates that lack something ---
    def _calendar(self, date: Calendar, *, ahead: bool | None) -> Settled:
        if self.document and (self.style is Style.NEWS or date.yearly):
            if self.beside and date.month:  # "arrested in June 2009 and released in September"
                return _settled(_around(date, self.beside), ResolvedBy.ANCHOR, date)
            return _settled(self._nearest(date, self.document, ahead=ahead), ResolvedBy.NEAREST, date)
        return _settled(None if date.yearly else self._narrated(date), ResolvedBy.ANCHOR, date)

    def _narrated(self, date: Calendar) -> Stretch | None:
        """The date that is nearest to where the narrative has got to.

        None where that is not sure: where the text told dates without a year before it named one, which is of another
        matter then; where it would be after the making of a record that tells of it; and where a sentence begins with a
        month before the only one that the text has told of that year, which may be next year's.
        """
        if date.month or date.season or date.quarter:
            anchor = self.thread.get(Grain.YEAR)
            if date.month and Grain.YEAR not in self.last:
                self.yearless.add(date)
            found = anchor and _on_its_weekday(date, _around(date, anchor))
            if found and anchor and self.had and self.beside and _order(found) > _order(anchor):
                found = _in_year(date, found.year - 1)
            if found and self.headed and not self.headed[0] <= found.year <= self.headed[1]:
                return _in_year(date, self.headed[found.year > self.headed[1]])
            return None if found and anchor and self._is_unsure(found, anchor) else found
        anchor = self.thread.get(Grain.DAY if date.weekday is not None else Grain.MONTH)
        return anchor and _near_day(date, anchor)

    def _is_unsure(self, found: Stretch, anchor: Stretch) -> bool:
        if self.headed:
            return False
        if anchor is self.apart or (anchor is self.written and _months(anchor, found) > 1):
            return True
        if self.beside:
            return False
        known = found.grain <= Grain.MONTH and anchor.grain <= Grain.MONTH
        steps_back = known and found.year == anchor.year and _months(anchor, found) < 0
        return bool(self.yearless) or (self.opens and not self.steady and steps_back)

    def _nearest(self, date: Calendar, today: datetime.date, *, ahead: bool | None) -> Stretch | None:
        """The last such date up to today; the next one where the words look ahead, or leave it open and it is near."""
        if date.weekday is not None:
            days = (date.weekday - today.weekday()) % 7
            return day_stretch(days_on(today, days if ahead or not days else days - 7))
        if not (date.month or date.season or date.quarter):
            return _near_day(date, Stretch(Grain.MONTH, today.year, today.month))
        around = [s for year in (-4, -3, -2, -1, 0, 1, 2, 3, 4) if (s := _in_year(date, today.year + year))]
        near = 1 if len(date.falls_on) > 1 else 4  # a week may begin on another day than most, once in a while
        fitting = [s for s in around if _fits(date, s) and abs(s.year - today.year) <= near]
        around = fitting or around
        past = [s for s in around if s.earliest and s.earliest <= today]
        coming = [s for s in around if s.latest and s.latest >= today]
        if not past or not coming:
            return next(iter((*past[-1:], *coming[:1])), None) if date.falls_on else None
        gone, soon = past[-1].latest, coming[0].earliest
        if ahead is None and gone and soon:  # news speaks more of what was than of what comes
            ahead = (soon - today).days < (today - gone).days / 2
        return coming[0] if ahead else past[-1]

    def _nearby(self, date: Calendar, side: int, to: To) -> Stretch | None:
        grain = Grain.DAY if date.weekday is not None else Grain.MONTH if date.month else Grain.SEASON
        base = self._base(to, grain)
        if base is None:
            base = self._base(to, Grain.YEAR)
            return base and _in_year(date, base.year + side)
        if date.weekday is not None:
            if base.grain is not Grain.DAY or base.earliest is None:
                return None
            days = (date.weekday - base.earliest.weekday()) % 7
            if side == 0:
                days -= 7 if days > 3 else 0
            else:
                days = (days or 7) if side > 0 else days - 7
            return base.shifted(days)
        if side == 0:
            return _in_year(date, base.year)
        held = base.widened(grain)
        for year in (base.year - 1, base.year, base.year + 1)[:: -1 if side < 0 else 1]:
            found = _in_year(date, year)
            if held and found and (_order(found) < _order(held) if side < 0 else _order(found) > _order(held)):
                return found
        return None


def _later(base: Stretch, steps: int, grain: Grain) -> Stretch | None:
    """The day that many days, weeks, months or years later; for a month or a year, the month or year."""
    if base.grain is Grain.DAY and grain in (Grain.DAY, Grain.WEEK):
        return base.shifted(steps if grain is Grain.DAY else 7 * steps)
    if base.grain not in (Grain.DAY, Grain.MONTH, Grain.YEAR) or grain < base.grain:
        return None
    if base.grain is grain:
        return base.shifted(steps)
    moved = Stretch(Grain.MONTH, base.year, base.month).shifted(steps if grain is Grain.MONTH else 12 * steps)
    if moved is None or base.grain is Grain.MONTH:
        return moved
    return day_stretch(moved.latest and moved.latest.replace(day=min(base.day, moved.latest.day)))


def _order(stretch: Stretch) -> tuple[int, int, int]:
    return stretch.year, stretch.first_month, stretch.day


def _in_year(date: Calendar, year: int) -> Stretch | None:
    if date.season is not None:
        return Stretch(Grain.SEASON, year, date.season)
    if date.quarter is not None:
        return Stretch(Grain.QUARTER, year, date.quarter * 3 - 2)
    if date.month is None:
        return None
    if date.day is None:
        return Stretch(Grain.MONTH, year, date.month)
    return Stretch(Grain.DAY, year, date.month, date.day) if real_day(year, date.month, date.day) else None


def _around(date: Calendar, anchor: Stretch) -> Stretch | None:
    """The date in the anchor's year, or in the next one or the last where that is nearer to the anchor's month."""
    year = anchor.year
    if anchor.grain < Grain.SEASON and date.month:
        months = date.month - anchor.first_month
        year += (months < -_HALF_A_YEAR) - (months > _HALF_A_YEAR)
    return _in_year(date, year) or _in_year(date, year + 1)


def _months(first: Stretch, last: Stretch) -> int:
    """How many months on the last one is, in which it begins."""
    return 12 * (last.year - first.year) + last.first_month - first.first_month


def _fits(date: Calendar, stretch: Stretch) -> bool:
    """Whether the day is the weekday that the text says."""
    return not date.falls_on or stretch.earliest is None or stretch.earliest.weekday() in date.falls_on


def _on_its_weekday(date: Calendar, found: Stretch | None) -> Stretch | None:
    """The same day in the year before or after, where that one alone is the weekday that the text says."""
    if found is None or _fits(date, found):
        return found
    others = [s for year in (found.year - 1, found.year + 1) if (s := _in_year(date, year)) and _fits(date, s)]
    return others[0] if len(others) == 1 else found


def _near_day(date: Calendar, anchor: Stretch) -> Stretch | None:
    """A weekday on or after the anchor, or a day of the anchor's month."""
    if date.weekday is not None:
        first = anchor.earliest if anchor.grain is Grain.DAY else None
        return anchor.shifted((date.weekday - first.weekday()) % 7) if first else None
    if date.day and anchor.first_month and real_day(anchor.year, anchor.first_month, date.day):
        return Stretch(Grain.DAY, anchor.year, anchor.first_month, date.day)
    return None


def _settled(stretch: Stretch | None, by: ResolvedBy, date: Calendar | None = None) -> Settled:
    if stretch is None:
        return left_open(date)
    return Settled(stretch, stretch, by)


def left_open(date: Calendar | None) -> Settled:
    """Nothing but the month and day that are written."""
    edtf = None
    if date and date.month is not None:
        edtf = f"XXXX-{date.month:02d}" + (f"-{date.day:02d}" if date.day else "")
    return Settled(None, None, ResolvedBy.NONE, edtf)
