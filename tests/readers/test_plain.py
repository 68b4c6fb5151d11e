"""The shape of a plain text: paragraphs, headings, lists, quotations and datelines, with its words left alone."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import parse

LINES = """\
The worst fire of the decade
At least 41 men died in the fire, which began in a corridor and was seen from the town, a court found in November.
The former director was sentenced to six years, and two guards to one year each, after a trial of seven months.
What the officials knew
In October the prison held 312 men, and it had been built for no more than 180, as its inspectors wrote at the time.
The inspectors asked for smoke alarms in all wings; none had been bought when the fire broke out, five months later."""

WRAPPED = """\
    ORSK, May 4, 1992 (Northern Wire) -- The siege of the mine ended on
Monday, when the last of the men who had held the lower shaft walked out
and gave up their weapons.
    The minister said that nobody had been hurt. He did not say how many
people had been detained.

1. Forty-one bodies were found in the
   lower shaft.
2. Nine men are missing.

> Nobody wanted these men to die, but
> those who could open the doors did not.

* * *
THE END OF THE SIEGE WAS ANNOUNCED BY THE ARMY ON MONDAY, AND THE ROAD TO
THE COAST WAS OPENED AGAIN ON TUESDAY.
"""


def shape(text: str) -> list[tuple[str, str]]:
    document = parse(text)
    return [(str(block.kind), block.span.of(document.text)[:24]) for block in document.blocks]


def test_where_lines_are_paragraphs_a_short_line_without_a_full_stop_is_a_heading() -> None:
    kinds = [kind for kind, _ in shape(LINES)]
    assert kinds == ["heading", "paragraph", "paragraph", "heading", "paragraph", "paragraph"]
    assert parse(LINES).title == "The worst fire of the decade"


def test_where_lines_are_wrapped_a_paragraph_goes_on_to_the_next_break() -> None:
    assert shape(WRAPPED) == [
        ("dateline", "ORSK, May 4, 1992 (North"),
        ("paragraph", "The siege of the mine en"),
        ("paragraph", "The minister said that n"),
        ("list-item", "Forty-one bodies were fo"),
        ("list-item", "Nine men are missing."),
        ("quote", "Nobody wanted these men "),
        ("paragraph", "THE END OF THE SIEGE WAS"),
    ]
    assert parse(WRAPPED).date == datetime.date(1992, 5, 4)


NO_HEADINGS = [
    "Twelve people were killed",
    "Roses are red\nViolets are blue\nThe guards are asleep\nThe prisoners too",
    "He said:\nNobody was hurt in the fire, and nobody was left behind.",
    "What happened then?\nNobody was hurt in the fire, and nobody was left behind.",
    "and so it went on\nNobody was hurt in the fire, and nobody was left behind.",
    "“Nobody was hurt”\nNobody was hurt in the fire, and nobody was left behind.",
    "Nobody was hurt in the fire, and nobody was left behind.\nAn earlier report\n",
]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_is_no_heading(text: str) -> None:
    assert "heading" not in [kind for kind, _ in shape(text)][1 if "Roses" in text else 0 :]


DATES = [
    ("Published: 4 May 1992\n\nThe siege ended in the morning.", datetime.date(1992, 5, 4)),
    ("The siege ends\n\nMonday, May 4th, 1992\n\nThe siege ended in the morning.", datetime.date(1992, 5, 4)),
    ("   ORSK, 4 MAY 92 (DOMESTIC SERVICE) -- [TEXT] THE SIEGE ENDED.", datetime.date(1992, 5, 4)),
    ("SAN MARCO (1992-05-04) — The siege ended.", datetime.date(1992, 5, 4)),
    ("---\ndate: 1992-05-04\n---\nORSK, May 3, 1992 — The siege ended.", datetime.date(1992, 5, 4)),
    ("ORSK, May 4 — The siege ended.", None),
    ("The siege ended on May 4, 1992 - at last.", None),
    ("Published: 31 February 1992\n\nThe siege ended.", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_the_date_is_the_one_of_the_dateline_or_of_a_line_of_its_own(text: str, date: datetime.date | None) -> None:
    assert parse(text).date == date


DATELINES = [
    ("ORSK — The siege ended.", "ORSK"),
    ("NEW ORSK, Halden, June 21 (Northern Wire) - The siege ended.", "NEW ORSK, Halden, June 21 (Northern Wire)"),
    ("NATO - the alliance - said so.", None),
    ("THE ARMY - AND ONLY THE ARMY - SAID SO.", None),
    ("The U.N. — An organisation.", None),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_a_dateline_is_a_block_of_its_own(text: str, dateline: str | None) -> None:
    document = parse(text)
    found = [block.span.of(text) for block in document.blocks if block.kind == "dateline"]
    assert found == ([dateline] if dateline else [])


def test_the_times_of_a_live_report_are_datelines() -> None:
    live = "22:41 GMT: Police are at the gate.\n\n“It burns,” he said.\n\n9.15pm – “It burns.”"
    assert shape(live) == [
        ("dateline", "22:41 GMT"),
        ("paragraph", "Police are at the gate."),
        ("paragraph", "“It burns,” he said."),
        ("dateline", "9.15pm"),
        ("paragraph", "“It burns.”"),
    ]


@pytest.mark.parametrize("text", ["22:41 Police are at the gate.", "12:30 was the time.\n\n12.50 euros were paid."])
def test_a_time_that_tells_something_is_left_in_its_sentence(text: str) -> None:
    assert all(block.kind == "paragraph" for block in parse(text).blocks)


SEPARATORS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_every_line_separator_parts_paragraphs(separator: str) -> None:
    text = f"The first man died.{separator}The second man died."
    assert shape(text) == [("paragraph", "The first man died."), ("paragraph", "The second man died.")]


@given(st.text(alphabet=st.characters() | st.sampled_from("-*>.:# \t\r\n\x0c\x85\u2028[]A1"), max_size=300))
def test_blocks_stand_in_order_inside_a_text_that_is_left_alone(text: str) -> None:
    try:
        document = parse(text)
    except ClaimcheckError:
        assert text.startswith("---")
        return
    assert document.text == text
    assert document == parse(text)
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.of(text).strip()
        end = block.span.end
    place = document.source_map.place(len(text))
    assert min(place) >= 1
