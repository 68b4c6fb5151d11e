"""Numbers as they are written: their value, their interval, and the words that bound them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Comparator
from claimcheck.readers.plain import parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values.number import Number
from claimcheck.values.numbers import find_numbers
from claimcheck.values.readings import read_number


def numbers(text: str) -> tuple[Number, ...]:
    return find_numbers(read_prose(parse_plain(text)))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4,482", 4482),
        ("1,00,000", 100000),
        ("4\u202f482", 4482),
        ("7.25", 7.25),
        (".5", 0.5),
        ("3,5", 3.5),
        ("1.5m", 1_500_000),
        ("30k", 30_000),
        ("9bn", 9_000_000_000),
        ("2½", 2.5),
        ("2 1/2", 2.5),
        ("¾", 0.75),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("one hundred and six", 106),
        ("two thousand and two hundred", 2200),
        ("three million, two hundred and forty", 3_000_240),
        ("twelve hundred", 1200),
        ("half a million", 500_000),
        ("half-million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("three dozen", 36),
        ("30 thousand", 30_000),
        ("4 thousand 3 hundred and 21", 4321),
        ("zero", 0),
        ("0", 0),
        ("half million", 500_000),
        ("10 000", 10_000),
        ("two thirds", 2 / 3),
        ("three-quarters", 0.75),
    ],
)
def test_a_number_is_read_as_far_as_it_goes(written: str, value: float) -> None:
    start = len("a ") if written.startswith("a ") else 0
    read = read_number(f"{written} ships", start)
    assert read is not None
    assert read.end == len(written)
    assert read.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "number", "low", "high", "comparator"),
    [
        ("Over 300 ships sailed.", "Over 300", 300, 300, None, "over"),
        ("More than a hundred ships sailed.", "More than a hundred", 100, 100, None, "over"),
        ("Just over 300 ships sailed.", "Just over 300", 300, 300, None, "over"),
        ("Well over 300 ships sailed.", "Well over 300", 300, 300, None, "over"),
        ("At least 41 ships sailed.", "At least 41", 41, 41, None, "at-least"),
        ("No fewer than 41 ships sailed.", "No fewer than 41", 41, 41, None, "at-least"),
        ("At least another 12 ships sailed.", "At least another 12", 12, 12, None, "at-least"),
        ("60-plus ships sailed.", "60-plus", 60, 60, None, "at-least"),
        ("60 or more ships sailed.", "60 or more", 60, 60, None, "at-least"),
        ("About 50 ships sailed.", "About 50", 50, 50, 50, "about"),
        ("Some 30 thousand ships sailed.", "Some 30 thousand", 30_000, 30_000, 30_000, "about"),
        ("Nearly half a million ships sailed.", "Nearly half a million", 500_000, 500_000, 500_000, "about"),
        ("An estimated 50 ships sailed.", "An estimated 50", 50, 50, 50, "about"),
        ("More than an estimated 50 ships sailed.", "More than an estimated 50", 50, 50, None, "over"),
        ("50 or so ships sailed.", "50 or so", 50, 50, 50, "about"),
        ("Up to 40 ships sailed.", "Up to 40", 40, None, 40, "at-most"),
        ("As many as 40 ships sailed.", "As many as 40", 40, None, 40, "at-most"),
        ("As few as 40 ships sailed.", "As few as 40", 40, 40, None, "at-least"),
        ("Estimated 40 ships sailed.", "Estimated 40", 40, 40, 40, "about"),
        ("Fewer than 40 ships sailed.", "Fewer than 40", 40, None, 40, "under"),
        ("Between 2,800 and 5,000 ships sailed.", "Between 2,800 and 5,000", None, 2800, 5000, "between"),
        ("3,000 to 5,000 ships sailed.", "3,000 to 5,000", None, 3000, 5000, "between"),
        ("2-3 million ships sailed.", "2-3 million", None, 2_000_000, 3_000_000, "between"),
        ("Two or three ships sailed.", "Two or three", None, 2, 3, "between"),
        ("Hundreds of ships sailed.", "Hundreds", None, 100, 999, "vague"),
        ("Tens of thousands of ships sailed.", "Tens of thousands", None, 10_000, 99_999, "vague"),
        ("Dozens of ships sailed.", "Dozens", None, 12, 119, "vague"),
        ("Several ships sailed.", "Several", None, 3, 9, "vague"),
        ("Several hundred ships sailed.", "Several hundred", None, 300, 999, "vague"),
        ("A few thousand ships sailed.", "A few thousand", None, 3000, 9999, "vague"),
        ("A dozen ships sailed.", "A dozen", 12, 12, 12, "exact"),
        ("A total of 12 ships sailed.", "A total of 12", 12, 12, 12, "exact"),
    ],
)
def test_the_words_around_a_figure_bound_it(
    text: str, words: str, number: float | None, low: float | None, high: float | None, comparator: str
) -> None:
    (found,) = numbers(text)
    assert found.span.of(text) == words
    assert (found.number, found.min, found.max, found.comparator) == (number, low, high, Comparator(comparator))


@pytest.mark.parametrize(
    "text",
    [
        "The index rose to a record; the S&P 500 did not.",
        "She bought an iPhone 11.",
        "They cite the 22nd amendment.",
        "It began at 11:30.",
        "It began at 10 a.m. and was soon over.",
        "It began around 10 p.m. and was soon over.",
        "The home side won 2-0.",
        "The panel ruled 3 to 2.",
        "It is open 24/7.",
        "The road is Highway 9, under article 7.",
        "Call 555-0123-45.",
        "As shown before [12].",
        "See 2010-09-CA-159.",
        "The 1980s were hard.",
        "The AK-47 was found.",
        "One must wait and see.",
        "This one is worse than that one.",
        "2. Findings of the court",
        "They played the dances of Op. 46 twice.",
    ],
)
def test_marks_and_names_are_no_numbers(text: str) -> None:
    assert numbers(text) == ()


def test_a_bound_before_a_figure_is_not_that_of_the_figure_before() -> None:
    told = [(n.number, n.comparator) for n in numbers("Of 40 at least 12 sank; of the 12 at least nine were old.")]
    exact, least = Comparator.EXACT, Comparator.AT_LEAST
    assert told == [(40, exact), (12, least), (12, exact), (9, least)]


def test_two_numbers_side_by_side_stay_two() -> None:
    assert [n.number for n in numbers("It holds 3 hundred and 2 hundred ships.")] == [300, 200]
    assert [n.number for n in numbers("It holds three hundred and two dozen ships.")] == [300, 24]


def test_the_base_of_a_rate_is_no_number() -> None:
    assert [n.number for n in numbers("There were 12 deaths per million people.")] == [12]


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert [n.number for n in numbers("Output rose from 10 tons to 20 tons.")] == [10, 20]
    assert [n.number for n in numbers("Shares rose 6.5% to 164.")] == [6.5, 164]


def test_news_about_people_says_nothing_of_how_many_roughly() -> None:
    (found,) = numbers("She wrote a report about 12 prisoners.")
    assert found.comparator is Comparator.EXACT


_PIECES = (
    "12|3,000|.5|½|-|–|to|and|between|over|at least|hundred|thousand|half|a|dozen|%|$|(|)|[|]|,"
    "|.|:|several|million|one|two-thirds|2-0|1/2|killed|people|no|1988|\n|\u202f|\ud800|\x00"
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(_PIECES.split("|")), max_size=14).map(" ".join),
        st.lists(st.sampled_from(_PIECES.split("|")), max_size=14).map("".join),
    )
)
def test_numbers_stand_in_order_inside_the_text(text: str) -> None:
    found = numbers(text)
    assert found == numbers(text)
    at = 0
    for number in found:
        assert at <= number.core.start < number.core.end <= len(text)
        assert number.span.covers(number.core)
        assert number.min is None or number.max is None or number.min <= number.max
        at = number.core.end
