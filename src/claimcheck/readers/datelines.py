"""Where and when a story was filed: "ORSK, May 4, 1992 (Northern Wire) —" before its first sentence."""

from __future__ import annotations

import datetime
import re

from claimcheck.model import Block, BlockKind, Span
from claimcheck.patterns import pattern
from claimcheck.records import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}})\.?"
_DATE = pattern(
    rf"(?P<y1>\d{{4}})-(?P<n1>\d{{2}})-(?P<d1>\d{{2}})"
    rf"|{_MONTH.format('m2')}\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH.format('m3')},?\s(?P<y3>\d{{4}}|\d{{2}})\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]{0,30}"
# A place in capitals, its country, a date, an agency, in this order; all but the place may be missing.
_DATELINE = pattern(
    rf"(?P<where>[A-Z][A-Z.'’-]{{2,30}}(?:\s[A-Z][A-Z.'’-]{{1,30}}){{0,4}}(?:,\s{_NAME}(?:\s{_NAME}){{0,3}}){{0,2}})"
    r"(?P<rest>[\s,]{1,3}[^()\n—–]{0,40}?)?(?:\s{0,2}\([^()\n]{1,60}\)){0,2}\s{0,2}(?:—|–|--|-)\s{1,3}(?=\S)"
)
_MONTH_WORD = pattern(r"\b" + _MONTH.format("month") + r"|\d{4}-\d{2}", re.IGNORECASE)
_LABEL = pattern(
    r"(?:published|updated|posted|date|issued)(?:\son)?:?\s{0,3}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s",
    re.IGNORECASE,
)


# The time of a post in a live report: "22:41 Police say", "10.15pm BST: “We saw it”".
_TIME = pattern(
    r"(?P<time>(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{1,2}[SD]?T|GMT|UTC))?)[\s:–—-]{1,4}"
    r"(?=[\"“‘'(]?[A-Z])"
)
_POSTS = 2  # paragraphs with a time that make a live report: one alone may tell when something happened


class Dateline(NamedTuple):
    """The words of a dateline without the dash, where the story begins after it, and its date if it has a whole one."""

    span: Span
    story: int
    date: datetime.date | None


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that the paragraph begins with."""
    if not (found := _DATELINE.match(text, *paragraph)):
        return None
    rest = (found["rest"] or "").strip(" ,\n")
    dated = _MONTH_WORD.search(found["where"] + " " + rest)
    if rest and not dated:
        return None
    bare = not dated and "(" not in found.group()
    story = text[found.end() : found.end() + 40]
    if bare and (not re.match(r"[\"“‘']?[A-Z]", story) or story.isupper()):
        return None  # "NATO - the alliance - said"; and all of a wire text may stand in capitals
    end = found.end()
    while text[end - 1] in " \t\n\r-—–":
        end -= 1
    return Dateline(Span(paragraph.start, end), found.end(), _first_date(text[paragraph.start : end]))


def with_times(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a live report, in which the time that a post begins with is a dateline of its own."""
    posts = [_TIME.match(text, *block.span) if block.kind is BlockKind.PARAGRAPH else None for block in blocks]
    if sum(post is not None for post in posts) < _POSTS:
        return blocks
    parted: list[Block] = []
    for block, post in zip(blocks, posts, strict=True):
        if post is None:
            parted.append(block)
        else:
            parted.append(Block(BlockKind.DATELINE, Span(*post.span("time"))))
            parted.append(Block(block.kind, Span(post.end(), block.span.end)))
    return tuple(parted)


def date_line(text: str) -> datetime.date | None:
    """The date, when a line is a date and nothing else ("Published: 4 May 1992")."""
    line = text.strip()
    while label := _LABEL.match(line):
        line = line[label.end() :]
    found = _DATE.fullmatch(line.rstrip("."))
    return _date(found) if found else None


def _first_date(text: str) -> datetime.date | None:
    found = _DATE.search(text)
    return _date(found) if found else None


def _date(found: re.Match[str]) -> datetime.date | None:
    if found["y1"]:
        year, month, day = found["y1"], int(found["n1"]), found["d1"]
    elif found["y2"]:
        year, month, day = found["y2"], _MONTHS.index(found["m2"][:3].lower()) + 1, found["d2"]
    else:
        year, month, day = found["y3"], _MONTHS.index(found["m3"][:3].lower()) + 1, found["d3"]
    # Wires of the last century give two digits: "21 NOV 89".
    century = 0 if len(year) == 4 else 1900 if int(year) >= 50 else 2000
    try:
        return datetime.date(int(year) + century, month, int(day))
    except ValueError:
        return None
