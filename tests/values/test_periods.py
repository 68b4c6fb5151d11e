"""Dates as people write them, and the days that they mean."""

from __future__ import annotations

import calendar
import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Bound, Duration, Part, Period, ResolvedBy, Style
from claimcheck.readers import parse, parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values.periods import find_periods


def values(text: str, date: datetime.date | None = None, style: Style | None = None) -> tuple[Period | Duration, ...]:
    return find_periods(read_prose(parse_plain(text, date=date)), style=style)


def written(text: str, date: datetime.date | None = None) -> list[tuple[str, str | None]]:
    """Each value as its words and its EDTF or ISO 8601."""
    return [(v.span.of(text), v.iso if isinstance(v, Duration) else v.edtf) for v in values(text, date)]


Rows = list[tuple[str, list[tuple[str, str | None]]]]

CALENDAR: Rows = [
    ("The siege began on 3 May 1992.", [("3 May 1992", "1992-05-03")]),
    ("The siege began on May 3rd, 1992, at dawn.", [("May 3rd, 1992", "1992-05-03")]),
    ("It was signed on the 3rd of May, 1992.", [("the 3rd of May, 1992", "1992-05-03")]),
    ("Filed 1992-05-03 in Orsk.", [("1992-05-03", "1992-05-03")]),
    ("Filed 1992-05-03T10:15 in Orsk.", [("1992-05-03", "1992-05-03")]),
    ("Filed on 03.05.1992 in Orsk.", [("03.05.1992", "1992-05-03")]),
    ("Filed on 31/05/1992 in Orsk.", [("31/05/1992", "1992-05-31")]),
    ("Filed on 5/31/1992 in Orsk.", [("5/31/1992", "1992-05-31")]),
    ("Filed on 5/5/1992 in Orsk.", [("5/5/1992", "1992-05-05")]),
    ("Filed on 03/05/1992 in Orsk.", [("03/05/1992", "[1992-03-05,1992-05-03]")]),
    ("Received 05-Aug-2016 by post.", [("05-Aug-2016", "2016-08-05")]),
    ("She was held from Sept. 4, 1991.", [("Sept. 4, 1991", "1991-09-04")]),
    ("KABUL (Jan. 24, 2011) — Troops left.", [("Jan. 24, 2011", "2011-01-24")]),
    ("ORSK, 17 NOV 89 -- Four were shot.", [("17 NOV 89", "1989-11-17")]),
    ("On Thursday, March 15, 2012, it opened.", [("Thursday, March 15, 2012", "2012-03-15")]),
    ("They met in October, 1917.", [("October, 1917", "1917-10")]),
    ("They met in February of 1940.", [("February of 1940", "1940-02")]),
    ("It closed on January first two thousand and five.", [("January first two thousand and five", "2005-01-01")]),
    ("He was freed in 1987.", [("1987", "1987")]),
    ("They met on the eve of 4 March 2012.", [("the eve of 4 March 2012", "2012-03-03")]),
    ("They met on the eve of the vote of 4 March 2012.", [("4 March 2012", "2012-03-04")]),
    ("The 1988 massacre was denied.", [("1988", "1988")]),
    ("In the year 2008 it snowed.", [("the year 2008", "2008")]),
    ("It peaked in the 1980s.", [("the 1980s", "198X")]),
    ("It peaked in the 1980's.", [("the 1980's", "198X")]),
    ("It peaked in the eighties.", [("the eighties", "198X")]),
    ("It peaked in the mid-1990s.", [("the mid-1990s", "199X")]),
    ("It peaked in the early 1980s.", [("the early 1980s", "198X")]),
    ("A town of the 19th century.", [("the 19th century", "18XX")]),
    ("A late nineteenth-century town.", [("late nineteenth-century", "18XX")]),
    ("Built in the 18th and 19th centuries.", [("the 18th", "17XX"), ("19th centuries", "18XX")]),
    ("A town of the first half of the 14th century.", [("the first half of the 14th century", "1300/1349")]),
    ("Built in the third quarter of the 19th century.", [("the third quarter of the 19th century", "1850/1874")]),
    ("A scribe (c. 1350–c. 1400) of Orsk, c1390.", [("c. 1350–c. 1400", "1350~/1400~"), ("c1390", "1390~")]),
    ("He was buried on 12 January 1642/3.", [("12 January 1642/3", "1643-01-12")]),
    ("The revolt began in 499 BC.", [("499 BC", "-0498")]),
    ("The revolt of 499-493 BC failed.", [("499-493 BC", "-0498/-0492")]),
    ("The town fell in AD 70.", [("AD 70", "0070")]),
    ("It happened in the summer of 1988.", [("the summer of 1988", "1988-22")]),
    ("Summer 1962 saw a rush to the coast.", [("Summer 1962", "1962-22")]),
    ("They starved in the winter of 1941-42.", [("the winter of 1941-42", "1941-24")]),
    ("Sales fell in the third quarter of 2009.", [("the third quarter of 2009", "2009-35")]),
    ("Sales fell in Q3 2009.", [("Q3 2009", "2009-35")]),
    ("Attacks rose in the second half of 2008.", [("the second half of 2008", "2008-41")]),
    ("It ended on the last day of October 2015.", [("the last day of October 2015", "2015-10-31")]),
    ("He was shot on Christmas Eve 1989.", [("Christmas Eve 1989", "1989-12-24")]),
    (
        "It was founded in about 1320, and since around 1400 it has been theirs.",
        [("about 1320", "1320~"), ("around 1400", "1400~")],
    ),
    ("The camp opened c. 1871–72.", [("c. 1871–72", "1871~/1872~")]),
    ("She wrote about 1988.", [("1988", "1988")]),
    ("Ana Duarte (born 1950; died 1999) wrote.", [("1950", "1950"), ("1999", "1999")]),
    ("The band was founded about 1910.", [("about 1910", "1910~")]),
    ("They met in 1994 October.", [("1994 October", "1994-10")]),
    ("The rules of 2019 June 3 apply.", [("2019 June 3", "2019-06-03")]),
    ("In 1988 April Jones left, and in 1989 May resigned.", [("1988", "1988"), ("1989", "1989")]),
    ("The 2017 march, which she led, was banned.", [("2017", "2017")]),
    ("it closed march fifth 1994", [("march fifth 1994", "1994-03-05")]),
    ("The file of 1994 11 23 is lost.", [("1994 11 23", "1994-11-23")]),
    ("In 1994 11 23-year-olds left.", [("1994", "1994")]),
    ("Row 1994 11 23 22 is lost.", [("1994", "1994")]),
    ("Filed 12-1994-Nov in Orsk.", [("12-1994-Nov", "1994-11-12")]),
    ("Sales fell in week 12 of 1994.", [("week 12 of 1994", "1994-03-21/1994-03-27")]),
    ("Sales fell in week 60 of 1994.", [("1994", "1994")]),
    ("It met in the week beginning 5 May 1992.", [("the week beginning 5 May 1992", "1992-05-05/1992-05-11")]),
    ("It met in the week ending 9 May 1992.", [("the week ending 9 May 1992", "1992-05-03/1992-05-09")]),
    ("They met on the third Tuesday of June 1992.", [("the third Tuesday of June 1992", "1992-06-16")]),
    ("They met on the last Monday in March 1992.", [("the last Monday in March 1992", "1992-03-30")]),
    ("They met on the fifth Monday of February 1992.", [("the fifth Monday of February 1992", None)]),
    ("They met on the first Monday of every month of 1992.", [("1992", "1992")]),
    ("Sales fell in 1992 Q4 and in H1 1993.", [("1992 Q4", "1992-36"), ("H1 1993", "1993-40")]),
    ("It burned on the night of 5/6 May 1992.", [("5/6 May 1992", "1992-05-05/1992-05-06")]),
    ("They left in '88, in the class of '79 and in '91.", [("88", "1988"), ("79", "1979"), ("91", "1991")]),
    ("They left in '88 cars.", []),
    ("It was shut for 3 days from 3 May 1992.", [("3 days from 3 May 1992", "1992-05-03/1992-05-05")]),
    ("It was shut for six months from May 1990.", [("six months from May 1990", "1990-05/1990-10")]),
    ("She was held for two weeks after 5 May 1992.", [("two weeks after 5 May 1992", "1992-05-05/1992-05-18")]),
    ("They ruled for two years from 1990.", [("two years from 1990", "1990/1991")]),
    ("It was shut for a month from 31 January 1990.", [("a month from 31 January 1990", "1990-01-31/1990-02-27")]),
]

RANGES: Rows = [
    ("It was shelled on 28–30 August 1992.", [("28–30 August 1992", "1992-08-28/1992-08-30")]),
    ("The siege of 6-7 January 1916.", [("6-7 January 1916", "1916-01-06/1916-01-07")]),
    ("It lasted from July to September 1988.", [("from July to September 1988", "1988-07/1988-09")]),
    ("between March 1965 and November 1968", [("between March 1965 and November 1968", "1965-03/1968-11")]),
    ("The siege of Kut (1915-16) failed.", [("1915-16", "1915/1916")]),
    ("The war of 1861-1865 ended.", [("1861-1865", "1861/1865")]),
    ("On 28 and 29 August 1992 it burned.", [("28", "1992-08-28"), ("29 August 1992", "1992-08-29")]),
    ("On May 4 and 5, 1865 they gave up.", [("May 4", "1865-05-04"), ("5, 1865", "1865-05-05")]),
    (
        "It burned on Jan. 3, 5 and 8, 1992.",
        [("Jan. 3", "1992-01-03"), ("5", "1992-01-05"), ("8, 1992", "1992-01-08")],
    ),
    (
        "It burned on May 4, 25, and 27 of 1992.",
        [("May 4", "1992-05-04"), ("25", "1992-05-25"), ("27 of 1992", "1992-05-27")],
    ),
    ("On May 4, 25 people left.", [("May 4", "XXXX-05-04")]),
    ("On May 4, 12 and 25 miners left.", [("May 4", "XXXX-05-04")]),
    ("From Nov-Feb 2017 it was shut.", [("From Nov-Feb 2017", "2016-11/2017-02")]),
    ("On 27 May-28 May 1905 they met.", [("27 May-28 May 1905", "1905-05-27/1905-05-28")]),
    ("Between 1961 and 1964 it grew.", [("Between 1961 and 1964", "1961/1964")]),
    ("Ana (8 September 1841 – 1 May 1904)", [("8 September 1841", "1841-09-08"), ("1 May 1904", "1904-05-01")]),
    ("In April and June 1955 they met.", [("April", "1955-04"), ("June 1955", "1955-06")]),
    ("On 3 May and on 5 June 1992 it burned.", [("3 May", "1992-05-03"), ("5 June 1992", "1992-06-05")]),
    ("the spring and early summer of 1943", [("the spring", "1943-21"), ("early summer of 1943", "1943-22")]),
    ("late May, June and July 1988", [("late May", "1988-05"), ("June", "1988-06"), ("July 1988", "1988-07")]),
    ("The siege lasted three days, from 3 May to 5 May 1992.", [("from 3 May to 5 May 1992", "1992-05-03/1992-05-05")]),
    ("ORSK, May 3, 1992 — Today it fell.", [("May 3, 1992", "1992-05-03"), ("Today", "1992-05-03")]),
    ("The fair in Orsk Nov-Dec 1994 was dull.", [("Nov-Dec 1994", "1994-11/1994-12")]),
    ("In 1961 and 1964 it grew.", [("1961", "1961"), ("1964", "1964")]),
]


@pytest.mark.parametrize(("text", "expected"), CALENDAR + RANGES)
def test_what_the_text_spells_out_needs_no_anchor(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [pair for pair in written(text) if pair[1] is None or not pair[1].startswith("P")]
    assert found[: len(expected)] == expected


# Each range, and after it the two dates that it runs between.
ENDS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("It lasted from July to September 1988.", [("July", "1988-07"), ("September 1988", "1988-09")]),
    ("It was shelled on 28–30 August 1992.", [("28", "1992-08-28"), ("30 August 1992", "1992-08-30")]),
    ("It was shelled on April 6-7, 1992.", [("April 6", "1992-04-06"), ("7, 1992", "1992-04-07")]),
    ("The siege of Kut (1915-16) failed.", [("1915", "1915"), ("16", "1916")]),
    ("between March 1965 and November 1968", [("March 1965", "1965-03"), ("November 1968", "1968-11")]),
    ("It lasted from 1998 to the present.", [("1998", "1998")]),
    ("It happened in the summer of 1988.", []),
    ("On 28 and 29 August 1992 it burned.", []),
]


@pytest.mark.parametrize(("text", "ends"), ENDS)
def test_a_range_is_one_period_and_names_its_two_ends(text: str, ends: list[tuple[str, str | None]]) -> None:
    whole = values(text)[0]
    assert isinstance(whole, Period)
    assert [(end.span.of(text), end.edtf) for end in whole.ends] == ends
    assert all(end.end_of == whole.span for end in whole.ends)


NOTHING = [
    "This may or may not be right.",
    "They march to the square, and on the march they sing.",
    "He said he may. March he did.",
    "Prime Minister May spoke to Theresa May.",
    "The wife of Jan Lind was there.",
    "The trial of June Haas began.",
    "The Sunday Times reported it.",
    "Bloody Sunday was remembered.",
    "Some 1,984 people signed.",
    "About 2000 soldiers surrendered.",
    "Resolution 1441 was passed.",
    "Open 24/7, ring 020 7946 0991.",
    "Version 3.05.1 of Windows 2000.",
    "Paid $2000 for 1995.50 shares.",
    "He is in his eighties.",
    "Twice a year they meet.",
    "They won 2-0 in Room 1917.",
    "See https://example.org/2020/12/09/story for more.",
    "The fall of the city was quick.",
    "An august body of second thoughts.",
    "Arab Spring protesters sprang up.",
    "Issue 2011-01-S-270 was printed.",
    "Thirty thousand marched; 30 thousand stayed.",
    "Between 1500 and 2000 people came, then 1500-2000 people, then 1500 to 2000 men.",
    "The packet has 1800 b.",
    "He earned 1800 a month and sold 1500 rifles at the last minute.",
    "It began at approximately 1845 (local time).",
    "They paid around 1500 to get in, and about 1800 did.",
    "It burned in around 1450 villages.",
    "He told CBS This Morning and USA Today.",
    "Every Monday they march, and at 1600 hours they rest.",
    "A summer job, winter clothes.",
    "She watched Saturday Night Live.",
]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The trial was adjourned until 4 February.", "2019-02-04"),
        ("The vote was postponed to February.", "2019-02"),
        ("The trial was adjourned on 4 February.", "2018-02-04"),
        ("The mine stayed closed until 4 February.", "2018-02-04"),
    ],
)
def test_what_is_put_off_is_to_come(text: str, edtf: str) -> None:
    assert written(text, datetime.date(2018, 5, 9))[-1][1] == edtf


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert written(text) == []


JULY_2020 = datetime.date(2020, 7, 31)  # a Friday
MARCH_2016 = datetime.date(2016, 3, 20)
RELATIVE = [
    ("He was shot on 28 July.", JULY_2020, "2020-07-28"),
    ("He was shot on 28 December.", JULY_2020, "2019-12-28"),
    ("The trial will begin on April 7.", MARCH_2016, "2016-04-07"),
    ("The trial began on April 7.", datetime.date(2016, 9, 1), "2016-04-07"),
    ("They met last June.", JULY_2020, "2020-06"),
    ("They met in June last year.", JULY_2020, "2019-06"),
    ("They meet next Monday.", JULY_2020, "2020-08-03"),
    ("They met on Monday.", JULY_2020, "2020-07-27"),
    ("They met on Friday.", JULY_2020, "2020-07-31"),
    ("They will meet on Monday.", JULY_2020, "2020-08-03"),
    ("They met yesterday.", JULY_2020, "2020-07-30"),
    ("They met today.", JULY_2020, "2020-07-31"),
    ("They met this week.", JULY_2020, "2020-07-27/2020-08-02"),
    ("They met last week.", JULY_2020, "2020-07-20/2020-07-26"),
    ("They met last weekend.", JULY_2020, "2020-07-25/2020-07-26"),
    ("They met at the end of last week.", JULY_2020, "2020-07-24/2020-07-26"),
    ("They met two years ago.", JULY_2020, "2018"),
    ("They met three months ago.", JULY_2020, "2020-04"),
    ("They met 3 days ago.", JULY_2020, "2020-07-28"),
    ("They met last year.", JULY_2020, "2019"),
    ("They met the day before yesterday.", JULY_2020, "2020-07-29"),
    ("They meet three days after 5 August.", JULY_2020, "2020-08-08"),
    ("They met early last month.", JULY_2020, "2020-06"),
    ("They met in the week of July 15.", JULY_2020, "2020-07-13/2020-07-19"),
    ("They met in the month of May.", JULY_2020, "2020-05"),
    ("They met from Monday to Wednesday.", JULY_2020, "2020-07-27/2020-07-29"),
    ("last two weeks", JULY_2020, "2020-07-13/2020-07-26"),
    ("They meet for 3 days, from tomorrow.", JULY_2020, "2020-08-01/2020-08-03"),
    ("The trial, which opened in March, will end in May.", JULY_2020, "2020-03"),
    ("They met over the weekend.", JULY_2020, "2020-07-25/2020-07-26"),
    ("They will meet by year-end.", JULY_2020, "2020"),
    ("They meet in the next century.", JULY_2020, "21XX"),
    ("They met on Monday, 4 February.", datetime.date(2019, 12, 1), "2019-02-04"),
    ("They met on Tuesday, 4 February.", datetime.date(2019, 12, 1), "2020-02-04"),
    ("They met on Sunday, July 28.", JULY_2020, "2019-07-28"),
    ("They met earlier this year.", JULY_2020, "2020-01-01/2020-07-30"),
    ("They met earlier this month.", datetime.date(2020, 7, 1), "2020-07"),
    ("They meet later this year.", JULY_2020, "2020-08-01/2020-12-31"),
    ("They met a week ago.", JULY_2020, "2020-07-24~"),
    ("They met about three weeks ago.", JULY_2020, "2020-07-10~"),
    ("They met two weeks before 20 July.", JULY_2020, "2020-07-06"),
    ("Sales fell in week 9 of last year.", JULY_2020, "2019-02-25/2019-03-03"),
    ("They met in the week beginning July 13.", JULY_2020, "2020-07-13/2020-07-19"),
    ("They met in the week beginning July 8.", JULY_2020, "2019-07-08/2019-07-14"),
    ("They met in the week beginning July 10.", JULY_2020, "2020-07-10/2020-07-16"),
    ("They meet w/c Aug 3.", JULY_2020, "2020-08-03/2020-08-09"),
    ("They meet for 4 days from today.", JULY_2020, "2020-07-31/2020-08-03"),
    ("Trains stop for 1 week, from 20 December.", JULY_2020, "2020-12-20/2020-12-26"),
    ("It was closed for 1 week, from 20 December.", JULY_2020, "2019-12-20/2019-12-26"),
    ("They meet less than 5 days after tomorrow.", JULY_2020, "2020-08-01/2020-08-05"),
    ("It fell over the last 5 months and 4 days ago it rose.", JULY_2020, "2020-02-29~/2020-07-30~"),
    ("It fell over the last 3 weeks and 4 days.", JULY_2020, "2020-07-06~/2020-07-30~"),
    ("They will meet from May to September.", JULY_2020, "2020-05/2020-09"),
    ("They will meet from May to June.", JULY_2020, "2021-05/2021-06"),
    ("They met at the end of 2018.", JULY_2020, "2018-39"),
    ("They met the year before last.", JULY_2020, "2018"),
    ("They met the week before last Sunday.", JULY_2020, "2020-07-19"),
    ("They meet the week after next.", JULY_2020, "2020-08-10/2020-08-16"),
    ("They met last Monday in Orsk.", JULY_2020, "2020-07-27"),
    ("They met on the last Monday of the month.", JULY_2020, "2020-07-27"),
    ("They will meet within the next 6 days.", JULY_2020, "2020-08-01~/2020-08-06~"),
    ("They met in mid-2018.", JULY_2020, "2018-38"),
    ("They met at the beginning of last year.", JULY_2020, "2019-37"),
    ("They met at the end of the 2018 season.", JULY_2020, "2018"),
    ("They met in the early 1980s.", JULY_2020, "198X"),
]


@pytest.mark.parametrize(("text", "date", "edtf"), RELATIVE)
def test_a_news_text_counts_from_its_own_date(text: str, date: datetime.date, edtf: str) -> None:
    assert written(text, date)[0][1] == edtf


NARRATED: list[tuple[str, list[str | None]]] = [
    ("The killing of 1988 began at the end of July. It peaked on July 28.", ["1988", "1988-07", "1988-07-28"]),
    ("He was held in 1987. The following year he died.", ["1987", "1988"]),
    ("In May 1940 they fled. Three days later it fell.", ["1940-05", None]),
    ("It has been closed since at least 2019.", ["2019"]),
    ("At least 2019 men fled.", []),
    ("In May 30 men were shot. On June 12 soldiers came.", ["XXXX-05", "XXXX-06-12"]),
    ("On 10 June 1940 they fled. Twelve days later it fell.", ["1940-06-10", "1940-06-22"]),
    ("On 10 June 1940 they fled. The next day it fell.", ["1940-06-10", "1940-06-11"]),
    ("In June 1940 they fled. In the same month it fell.", ["1940-06", "1940-06"]),
    ("In June 1940 they fled, by the end of the year all.", ["1940-06", "1940"]),
    ("In December 1941 it began. In January it spread.", ["1941-12", "1942-01"]),
    ("In March 1940 it began. It ended in August of that year.", ["1940-03", "1940-08"]),
    ("In March 1940, which a book of 2005 recalls, it began. It ended in August.", ["1940-03", "2005", "1940-08"]),
    ("On July 28 it peaked.", ["XXXX-07-28"]),
    ("In March 1940 it began. On Monday, July 28, it ended.", ["1940-03", "1941-07-28"]),
    ("In March 1940 it began. On Sunday, July 28, it ended.", ["1940-03", "1940-07-28"]),
    (
        "The 1988 killings were denied. On January 27, International Holocaust Remembrance Day, we remember.",
        ["1988", "XXXX-01-27", "XXXX-01-27"],
    ),
    ("In the first year of the war it fell, the day before the vote.", [None, None]),
    ("In 1905 it fell, after the severe northern winter. The year's dead were many.", ["1905", "1905-24", "1905"]),
    ("It peaked last year, on Monday.", [None, None]),
    ("On 10 June 1940 they fled. Two weeks later it fell.", ["1940-06-10", "1940-06-24~"]),
    ("At the end of 1940 they fled.", ["1940"]),
    ("In December 2015 she said that 14 men had died in March.", ["2015-12", "2015-03"]),
    ("It had begun in November 2015 and ended in March.", ["2015-11", "2016-03"]),
    ("Haas was born on 4 May 1972 and was killed on 9 June.", ["1972-05-04", "XXXX-06-09"]),
    ("The law of 4 May 1985 was invoked. On 9 June nine were held.", ["1985-05-04", "XXXX-06-09"]),
    # A text that leaves its own year unsaid names those of other matters …
    (
        "They came on 16 August. A report of 2017 blamed them. On 18 August they left.",
        ["XXXX-08-16", "2017", "XXXX-08-18"],
    ),
    ("In March they came. It was the worst since May 2016. In June six died.", ["XXXX-03", "2016-05", "XXXX-06"]),
    ("In March they came. In 2016, as in June, it was worse.", ["XXXX-03", "2016", "2016-06"]),
    # … until it says it of a date that it told.
    ("# Orsk, 3 May\n\nThe raid began on 3 May 2016. It ended on 5 June.", ["XXXX-05-03", "2016-05-03", "2016-06-05"]),
    # A month before the only one told may be the next year's, unless the sentence goes on from it …
    ("A law was passed in November 2021. In August nine were held.", ["2021-11", "XXXX-08"]),
    ("A law was passed in November 2021. Nine had been held in August.", ["2021-11", "2021-08"]),
    (
        "It was passed in May 2021. On 3 November men fled. In August nine were held.",
        ["2021-05", "2021-11-03", "2021-08"],
    ),
    # … and what a record tells of was before it was made.
    (
        "In testimony recorded in May 2017, men came on 16 August. They left on 18 August.",
        ["2017-05", "XXXX-08-16", "XXXX-08-18"],
    ),
    ("In testimony recorded in May 2017, men came on 16 March.", ["2017-05", "2017-03-16"]),
    ("The report, published on 5 May 2019, was withdrawn on 9 May.", ["2019-05-05", "2019-05-09"]),
]


@pytest.mark.parametrize(("text", "edtf"), NARRATED)
def test_a_history_counts_from_the_dates_before(text: str, edtf: list[str | None]) -> None:
    assert [pair[1] for pair in written(text)] == edtf


SECTIONS = [
    # A narrative that looks back or ahead for a moment stays in the year that its heading names …
    ("# Orsk\n\n## 2008: The arrests\n\nIt fell from a peak in May 2007. In June it rose.", "2008-06"),
    ("# Orsk\n\n## 2003: The raid\n\nIn November 2008 it was marked. On 9 April 40 were held.", "2003-04-09"),
    ("# Orsk\n\n## The war, 1991–95\n\nIt was like May 2007. In June they fled.", "1995-06"),
    ("# Orsk\n\n## 1988: The camp\n\n### Cells\n\nAs in 1979, May 1979, they hid. In June they fled.", "1988-06"),
    # … and goes where it says in a section that names none, or none that ends.
    ("# Orsk in 1988\n\n## Trials\n\nIn May 1995 a court met. In June it rose.", "1995-06"),
    ("# Orsk\n\n## 1988: Raids\n\nIn May.\n\n## Trials\n\nIn May 1995 a court met. In June it rose.", "1995-06"),
    ("# Orsk\n\n## Since 1988\n\nIn May 1995 a court met. In June it rose.", "1995-06"),
]


@pytest.mark.parametrize(("text", "edtf"), SECTIONS)
def test_a_heading_says_which_years_its_section_tells_of(text: str, edtf: str) -> None:
    found = find_periods(read_prose(parse(text, format="markdown")))[-1]
    assert isinstance(found, Period)
    assert found.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ana Duarte was born on 7 May.", "XXXX-05-07"),
        ("Ana Duarte, born in May in Orsk, fled.", "XXXX-05"),
        ("Every year on 7 May they march.", "XXXX-05-07"),
        ("They march on 7 May each year.", "XXXX-05-07"),
        ("Ana Duarte was born on 7 May 1960.", "1960-05-07"),
        ("A boy was born in the camp on 7 May.", "2018-05-07"),
        ("This year they marched on 7 May.", "2018-05-07"),
    ],
)
def test_a_birthday_and_a_day_that_is_kept_are_of_no_year_unless_one_is_told(text: str, edtf: str) -> None:
    assert written(text, datetime.date(2018, 5, 9))[-1][1] == edtf


def test_the_style_decides_which_year_a_bare_day_takes() -> None:
    text = "In 1988 the prisons were closed. On 28 July the killing began."
    news, history = (values(text, JULY_2020, style)[1] for style in (Style.NEWS, Style.HISTORY))
    assert isinstance(news, Period)
    assert isinstance(history, Period)
    assert (news.edtf, news.resolved_by) == ("2020-07-28", ResolvedBy.NEAREST)
    assert (history.edtf, history.resolved_by) == ("1988-07-28", ResolvedBy.ANCHOR)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She was arrested in June 2009 and freed in September.", "2009-09"),
        ("She was arrested in December 2018 and freed in March.", "2019-03"),
        ("She was arrested in June 2009, he said on July 28.", "2020-07-28"),
        ("Since 2009 she has protested, and on July 28 she was held.", "2020-07-28"),
        ("Survivors of the 1988 massacre met on July 28.", "2020-07-28"),
        ("She was arrested in June 2009. In September a court sat.", "2019-09"),
    ],
)
def test_in_news_a_year_goes_on_within_its_sentence_only(text: str, edtf: str) -> None:
    assert written(text, JULY_2020)[-1][1] == edtf


def test_most_years_being_long_past_make_a_history() -> None:
    text = "It fell in 1988. In 1989 and 1990 it was rebuilt. On 28 July it burned."
    last = values(text, JULY_2020)[-1]
    assert isinstance(last, Period)
    assert last.edtf == "1990-07-28"


def test_a_dateline_dates_a_text_that_has_no_date() -> None:
    text = "KABUL, Afghanistan (Jan. 24, 2011) — Troops were attacked yesterday."
    assert written(text)[1] == ("yesterday", "2011-01-23")


@pytest.mark.parametrize(
    "head",
    [
        "KABUL, Afghanistan (June 12, 2011) \n",
        "Operational Update June 12, 2011\n\n",
        "PARIS (FRANCE), 12 JUN 11 (AFP) -- [TEXT] ",
        "June 12, 2011\n\n",
    ],
)
def test_a_dateline_has_many_forms(head: str) -> None:
    assert written(head + "Two were killed yesterday.")[-1] == ("yesterday", "2011-06-11")


def test_a_place_in_capitals_opens_a_dateline_in_mid_text() -> None:
    text = (
        "KABUL (Jan. 24, 2011) — Troops left. " + "They did. " * 12 + "BOST, Aria (Jan. 28, 2011) — It fell yesterday."
    )
    assert written(text)[-1] == ("yesterday", "2011-01-27")


def test_each_dateline_dates_what_follows_it() -> None:
    text = "ORSK (Jan. 24, 2011) — One died yesterday.\n\nORSK (Jan. 28, 2011) — Two died yesterday."
    assert [v for w, v in written(text) if w == "yesterday"] == ["2011-01-23", "2011-01-27"]


def test_in_a_history_the_last_years_are_a_length_of_time() -> None:
    text = "It grew over the last three years."
    (news,), (history, _) = values(text, JULY_2020), (*values(text, JULY_2020, Style.HISTORY), None)
    assert isinstance(news, Period)
    assert isinstance(history, Duration)
    assert (news.edtf, history.iso) == ("2017-07-31~/2020-07-30~", "P3Y")


def test_the_next_years_begin_now_only_where_the_text_looks_ahead() -> None:
    (length,) = values("He was jailed in May and spent the next three years there.", JULY_2020)[1:]
    assert isinstance(length, Duration)
    assert length.iso == "P3Y"
    (length,) = values("It rose in the last three days before the vote.", JULY_2020)
    assert isinstance(length, Duration)


def test_what_was_earlier_this_year_makes_a_text_no_history() -> None:
    text = (
        "It fell in 1988, 1989 and 1990. Earlier this year it rose, and a week ago, and last month. It fell on Monday."
    )
    last = values(text, JULY_2020)[-1]
    assert isinstance(last, Period)
    assert last.edtf == "2020-07-27"


def test_what_cannot_be_resolved_says_so() -> None:
    found = values("On July 28 it peaked.")[0]
    assert isinstance(found, Period)
    assert (found.resolved, found.resolved_by, found.earliest, found.latest) == (False, ResolvedBy.NONE, None, None)


def test_a_part_keeps_the_bounds_of_the_whole() -> None:
    found = values("It began in late July 1988.")[0]
    assert isinstance(found, Period)
    assert (found.part, found.earliest, found.latest) == (
        Part.LATE,
        datetime.date(1988, 7, 1),
        datetime.date(1988, 7, 31),
    )


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("He was held since 1979.", Bound.SINCE),
        ("He was held until August 14, 1988.", Bound.UNTIL),
        ("It was over by 1990.", Bound.BY),
        ("It was over before the end of 1990.", Bound.BEFORE),
        ("It was over in 1990.", None),
        ("It was over more than two weeks after 3 May 1990.", Bound.AFTER),
        ("It was over more than two weeks before 3 May 1990.", Bound.BEFORE),
        ("It was over about two weeks before 3 May 1990.", None),
    ],
)
def test_an_open_end_is_told_beside_the_date_it_names(text: str, bound: Bound | None) -> None:
    found = values(text)[0]
    assert isinstance(found, Period)
    assert found.bound is bound


# --- what holds for every text ---
def test_edtf_is_what_its_own_library_reads() -> None:
    """The same first and last day; only winter, which EDTF leaves open, ends there with its year."""
    edtf = pytest.importorskip("edtf")
    texts = [(text, None) for text, _ in CALENDAR + RANGES] + [(text, date) for text, date, _ in RELATIVE]
    for text, date in texts:
        for found in values(text, date):
            if isinstance(found, Period) and found.edtf:
                parsed = edtf.parse_edtf(found.edtf)
                if found.earliest and "-24" not in found.edtf:
                    days = [datetime.date(*end[:3]) for end in (parsed.lower_strict(), parsed.upper_strict())]
                    assert days == [found.earliest, found.latest]


MONTHS = list(calendar.month_name)[1:]
FORMATS = [
    lambda d: d.isoformat(),
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"the {d.day}th of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3].upper()} {d.year}",
]
DAYS = st.dates(datetime.date(1500, 1, 1), datetime.date(2100, 12, 31))


@given(DAYS, st.sampled_from(FORMATS))
def test_a_day_comes_back_however_it_is_written(day: datetime.date, write: object) -> None:
    assert callable(write)
    found = values(f"It began on {write(day)} in Orsk.")
    assert [(v.earliest, v.latest) for v in found if isinstance(v, Period)] == [(day, day)]


PIECES = st.sampled_from(
    re.findall(
        r"\S+",
        "the end of last next May 5 12 1988 1990s century BC three days after ago between and to - – / . , ' 's early "
        "July Monday summer in since two years 28 th first half about 2020-01-02 week week's 99 day before a hundred "
        "earlier later this 1994 10 03 for w/c beginning Q3 H1 third Tuesday '88 next months over less than more 5/6",
    )
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join)), st.none() | DAYS)
def test_values_lie_in_order_inside_any_text(text: str, date: datetime.date | None) -> None:
    check(text, date)


@pytest.mark.parametrize(
    "piece", ["1990-", "1642/3/", "the day after ", "1 day after ", "two hundred and ", "5.5.", "1, "]
)
def test_a_long_chain_is_read_like_a_short_one(piece: str) -> None:
    check(piece * 2000, None)


def check(text: str, date: datetime.date | None) -> None:
    found = values(text, date)
    edge = 0
    for value in found:
        assert edge <= value.span.start < value.span.end <= len(text)
        edge = value.span.end
        if isinstance(value, Period) and value.earliest and value.latest:
            assert value.earliest <= value.latest
    assert found == values(text, date)
