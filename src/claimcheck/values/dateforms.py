"""What the words of a date say, before it is known which year or day they mean."""

from __future__ import annotations

from claimcheck.enumerations import StrEnum
from claimcheck.model import Part
from claimcheck.records import dataclass
from claimcheck.values.calendar import Grain, Stretch
from claimcheck.values.durations import Quantity


class To(StrEnum):
    """What a relative date counts from."""

    DOCUMENT = "the document's date"  # yesterday, last year
    TEXT = "the date before it in the text"  # the following year
    STYLE = "either, as the style of the text has it"  # the end of the year


@dataclass(frozen=True, slots=True)
class Absolute:
    """A stretch that needs nothing else: 3 May 1992, the 1980s."""

    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date that lacks its year, month or both: 28 July, June, summer, Monday, the 14th."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    falls_on: tuple[int, ...] = ()  # the weekdays that month and day can be: "Monday, 4 February"
    yearly: bool = False  # a day that is kept each year, and in a history means none of them


@dataclass(frozen=True, slots=True)
class InYear:
    """A calendar date in a year that is told in other words: "June last year"."""

    date: Calendar
    year: Form


@dataclass(frozen=True, slots=True)
class Step:
    """So many days, weeks, months or years on from an anchor: last week, the following year, yesterday."""

    grain: Grain
    steps: int
    to: To


@dataclass(frozen=True, slots=True)
class Nearby:
    """A named month, season or weekday on one side of an anchor: last June (-1), this spring (0), next Monday (1)."""

    date: Calendar
    side: int
    to: To


@dataclass(frozen=True, slots=True)
class Shift:
    """A length of time before or after a date: two years ago, three days after 5 May. None: "a few days later"."""

    steps: int | None
    grain: Grain
    base: Form | To


@dataclass(frozen=True, slots=True)
class Lasting:
    """A stretch of such a length that begins with a date, or lies beside the document's: for 4 days from today."""

    length: Quantity
    base: Form | To
    side: int = 0  # "the last 5 months" are -1, "the next 5 months" 1


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a stretch is before (-1) or after (1) the document's date: earlier this year."""

    side: int
    whole: Form


@dataclass(frozen=True, slots=True)
class Piece:
    """The n-th unit or units of a longer stretch, from its end where negative: the last day of October."""

    index: int
    count: int
    grain: Grain
    whole: Form


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The n-th of a weekday in a month, from its end where negative: the third Tuesday of June."""

    index: int
    weekday: int
    month: Form


@dataclass(frozen=True, slots=True)
class NumberedWeek:
    """The n-th week of a year, as ISO 8601 counts them: week 12 of 1994."""

    number: int
    year: Form


@dataclass(frozen=True, slots=True)
class Between:
    """From the one to the other, both inclusive; `ends` are the words that name each, where the text names both."""

    first: Form
    last: Form
    ends: tuple[Reading, Reading] | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Two readings of one date: 03/05/1992."""

    readings: tuple[Stretch, Stretch]


Form = (
    Absolute
    | Calendar
    | InYear
    | Step
    | Nearby
    | Shift
    | Lasting
    | Rest
    | Piece
    | NthWeekday
    | NumberedWeek
    | Between
    | OneOf
)
Read = tuple[Form, int]  # what was read, and the index of the word behind it


@dataclass(frozen=True, slots=True)
class Reading:
    """A form and the words it was read from: indices from `first` up to, not including, `end`."""

    form: Form
    first: int
    end: int
    part: Part | None = None
