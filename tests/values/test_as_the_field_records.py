"""Cases that a casualty recorder, an historian and a desk editor would each insist on, over every kind of value."""

from __future__ import annotations

import datetime

import pytest

from claimcheck.model import Amount, Count, Duration, Official, Period, Value
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values import find_values

IN_2020 = datetime.date(2020, 8, 3)
IN_MARCH = datetime.date(2016, 3, 4)


def values(text: str, date: datetime.date | None = None) -> tuple[Value, ...]:
    return find_values(read_prose(parse_plain(text, date=date)))


def brief(value: Value) -> str:
    """The value in one line: what a row of the tables below says."""
    match value:
        case Count():
            of_whom = f" {value.outcome}" if value.outcome else ""
            part = " of them" if value.subset_of else ""
            return f"{value.comparator} {_ends(value)} {value.unit or 'of what is open'}{of_whom}{part}"
        case Amount():
            return f"{value.comparator} {_ends(value)} {value.unit}"
        case Period():
            return f"{value.edtf}" + (f" {value.part}" if value.part else "")
        case Duration():
            return f"{value.iso}"
        case Official():
            where = "".join(f" | {place}" for place in (value.organisation, value.place) if place)
            return f"{value.person}: {value.role}{where}" + (f" ({value.tenure})" if value.tenure else "")
    return ""


def _ends(value: Count | Amount) -> str:
    low, high = ("" if end is None else f"{end:g}" for end in (value.min, value.max))
    return low if low == high else f"{low}..{high}"


CASES: list[tuple[str, list[str]]] = [
    ("They hanged over 30,000 political prisoners.", ["over 30000.. person executed"]),
    ("The list has at least 4,482 names.", ["at-least 4482.. name"]),
    ("Thousands of prisoners were hanged.", ["vague 1000..9999 person executed"]),
    ("Between 2,800 and 5,000 prisoners were hanged.", ["between 2800..5000 person executed"]),
    ("Some 30 thousand people marched.", ["about 30000 person"]),
    ("Nearly half a million people marched.", ["about 500000 person"]),
    ("3,000 to 5,000 people marched.", ["between 3000..5000 person"]),
    ("2-3 million people marched.", ["between 2e+06..3e+06 person"]),
    ("A group of 60-plus settlers marched.", ["at-least 60.. person"]),
    ("Four people were killed and 35 wounded.", ["exact 4 person killed", "exact 35 person injured"]),
    ("Six priests and two women were killed.", ["exact 6 person killed", "exact 2 person killed"]),
    (
        "Ten were wounded, including three policemen.",
        ["exact 10 person injured", "exact 3 person injured of them"],
    ),
    ("The shelling ended after killing and wounding over 40 villagers.", ["over 40.. person other"]),
    ("The flood claimed the lives of 100 people.", ["exact 100 person killed"]),
    ("One soldier was killed and six more.", ["exact 1 person killed", "exact 6 person killed"]),
    ("Troops detained several insurgents.", ["vague 3..9 person detained"]),
    ("The letter was signed by seven top experts.", ["exact 7 person"]),
    ("A third of those screened fell ill.", ["exact 0.333333 fraction"]),
    ("The index rose 6.5% to 164.", ["exact 6.5 %", "exact 164 of what is open"]),
    ("The S&P 500 fell.", []),
    ("She bought an iPhone 11.", []),
    ("They cite the 22nd amendment.", []),
    ("It began at 11:30.", []),
    ("The home side won 2-0.", []),
    ("It lasted from July to September 1988.", ["1988-07/1988-09"]),
    ("They were hanged in the summer of 1988.", ["1988-22"]),
    ("The fatwa of 1988 was secret. On 28 July it was signed.", ["1988", "1988-07-28"]),
    ("He was held in 1987. The following year he was hanged.", ["1987", "1988"]),
    ("The visits stopped at the end of July 1988.", ["1988-07 late"]),
    ("They met for the first time in 32 years.", ["P32Y"]),
    ("They had 60 days to answer.", ["P60D"]),
    ("It was shelled on 6-7 January 1916.", ["1916-01-06/1916-01-07"]),
    ("It was shelled on 28 and 29 August 1988.", ["1988-08-28", "1988-08-29"]),
    ("They fled between March 1965 and November 1968.", ["1965-03/1968-11"]),
    ("The Siege of Kut (1915-16) failed.", ["1915/1916"]),
    ("Prices hit a four year low.", ["P4Y"]),
    ("This may or may not be right.", []),
    ("It peaked in the early 1980s.", ["198X early"]),
    ("The town (c. 1871–72) was walled.", ["1871~/1872~"]),
    ("Ebrahim Raisi, the head of the judiciary, spoke.", ["Ebrahim Raisi: head of the judiciary | judiciary"]),
    (
        "Mostafa Pour-Mohammadi, the former Minister of Justice, spoke.",
        ["Mostafa Pour-Mohammadi: Minister of Justice (former)"],
    ),
    (
        "Diana Eltahawy, Amnesty International's Deputy Director for the Middle East, spoke.",
        ["Diana Eltahawy: Deputy Director for the Middle East | Amnesty International | Middle East"],
    ),
    (
        "Gen. Lew Allen Jr., a former Air Force chief of staff, spoke.",
        ["Lew Allen Jr.: chief of staff | Air Force (former)"],
    ),
    (
        "They shot former Defense Minister Enrique Lopez Albujar.",
        ["Enrique Lopez Albujar: Defense Minister (former)"],
    ),
    ("Ana Duarte, his mother, spoke.", []),
    ("The Secretary of State, John Kerry, spoke.", ["John Kerry: Secretary of State"]),
]

DATED: list[tuple[str, datetime.date, list[str]]] = [
    ("It was signed on 28 July.", IN_2020, ["2020-07-28"]),
    ("It was signed in June last year.", IN_2020, ["2019-06"]),
    ("The trial will begin on April 7.", IN_MARCH, ["2016-04-07"]),
    ("The trial began in mid-November.", IN_MARCH, ["2015-11 mid"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_it_is_read_as_the_field_records_it(text: str, expected: list[str]) -> None:
    assert [brief(value) for value in values(text)] == expected


@pytest.mark.parametrize(("text", "date", "expected"), DATED)
def test_it_counts_from_the_date_of_the_text(text: str, date: datetime.date, expected: list[str]) -> None:
    assert [brief(value) for value in values(text, date)] == expected
