"""Amounts: money, percent and other measures with their units."""

from __future__ import annotations

import pytest

from claimcheck.lexicon import load
from claimcheck.model import Amount, Count
from claimcheck.readers.plain import parse_plain
from claimcheck.sentences import read_prose
from claimcheck.values import find_values


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("It cost over 9 billion euros.", "over 9 billion euros", 9e9, None, "EUR"),
        ("It cost $20.", "$20", 20, 20, "USD"),
        ("It cost US$1.5 million.", "US$1.5 million", 1.5e6, 1.5e6, "USD"),
        ("It cost £2,000.", "£2,000", 2000, 2000, "GBP"),
        ("It cost $3 to $5 a head.", "$3 to $5", 3, 5, "USD"),
        ("It cost USD 20 million.", "USD 20 million", 2e7, 2e7, "USD"),
        ("It rose by 6.5%.", "6.5%", 6.5, 6.5, "%"),
        ("It rose by six per cent.", "six per cent", 6, 6, "%"),
        ("It rose by two percentage points.", "two percentage points", 2, 2, "percentage point"),
        ("It lies 7.5 kilometers away.", "7.5 kilometers", 7.5, 7.5, "km"),
        ("It weighs 44 mg to 50 mg.", "44 mg to 50 mg", 44, 50, "mg"),
        ("The 27-kilometer tunnel is closed.", "27-kilometer", 27, 27, "km"),
        ("It burned 12 hectares.", "12 hectares", 12, 12, "hectare"),
        ("It drove at 120 km/h.", "120 km/h", 120, 120, "km/h"),
        ("It fell to -18 °C.", "-18 °C", -18, -18, "°C"),
        ("It covers 7,000 sq km.", "7,000 sq km", 7000, 7000, "km2"),
        ("It used 50 kWh.", "50 kWh", 50, 50, "kWh"),
        ("It measures 3.4 pm.", "3.4 pm", 3.4, 3.4, "pm"),
        ("It measures 3.412 am.", "3.412 am", 3.412, 3.412, "am"),
        ("At that temperature, 369.15K, it boils.", "369.15K", 369.15, 369.15, "K"),
        ("It sends 4,500 b.", "4,500 b", 4500, 4500, "bit"),
        ("It sends a 4500b packet.", "4500b", 4500, 4500, "bit"),
        ("It sends 3x2^12 bits.", "3x2^12 bits", 12288, 12288, "bit"),
        ("It sends 2^12 bytes.", "2^12 bytes", 4096, 4096, "byte"),
        ("The rock is 2.7Ga old.", "2.7Ga", 2.7, 2.7, "Ga"),
        ("The rock is 40 Ma old.", "40 Ma", 40, 40, "Ma"),
        ("It is a 3.5-sigma result.", "3.5-sigma", 3.5, 3.5, "standard deviation"),
        ("It weighs between 3 kg to 5 kg.", "between 3 kg to 5 kg", 3, 5, "kg"),
        ("It reached 65dB at the gate.", "65dB", 65, 65, "dB"),
        ("They got 30 mSv a year.", "30 mSv", 30, 30, "mSv"),
        ("The well has 12 parts per million of lead.", "12 parts per million", 12, 12, "ppm"),
        ("She drank a litre of milk.", "a litre", 1, 1, "l"),
        ("They walked about a mile.", "about a mile", 1, 1, "mile"),
        ("It fell by less than a dollar.", "less than a dollar", None, 1, "USD"),
        ("The camp lies half a kilometre away.", "half a kilometre", 0.5, 0.5, "km"),
        ("They walked a mile and a half.", "a mile", 1.5, 1.5, "mile"),
        ("They got five thirds of it.", "five thirds", 5 / 3, 5 / 3, "fraction"),
        ("Four in 10 voters agree.", "Four in 10", 0.4, 0.4, "fraction"),
        ("Two out of three agree.", "Two out of three", 2 / 3, 2 / 3, "fraction"),
        ("A third of those screened fell ill.", "A third", 1 / 3, 1 / 3, "fraction"),
    ],
)
def test_an_amount_carries_its_unit(text: str, words: str, low: float | None, high: float | None, unit: str) -> None:
    (amount,) = find_values(read_prose(parse_plain(text)))
    assert isinstance(amount, Amount)
    assert (amount.span.of(text), amount.unit) == (words, unit)
    assert amount.min == (None if low is None else pytest.approx(low))
    assert amount.max == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        "Seven men left.",
        "He came in a third car.",
        "They won 12 seats.",
        "Of 40 boats 12 won.",
        "The post has 12.5K followers.",
        "He is a two-bit colonel.",
        "It dropped two barrel bombs and 12 barrel-bombs.",
        "They left at 3.40 pm and came at about 10 pm.",
        "The price of a litre rose, and not a penny was paid.",
        "He found a dollar bill, a mile marker and a degree in law.",
        "It is open between 1am and 5am.",
    ],
)
def test_what_is_counted_is_not_measured(text: str) -> None:
    assert not [v for v in find_values(read_prose(parse_plain(text))) if isinstance(v, Amount)]


def test_a_rate_is_one_amount() -> None:
    values = find_values(read_prose(parse_plain("It costs $5 a gallon, and does 30 miles a gallon.")))
    assert [(type(v), v.span.start) for v in values] == [(Amount, 9), (Amount, 31)]


def test_a_number_is_one_value_only() -> None:
    values = find_values(read_prose(parse_plain("It cost $20 and hurt 12 people.")))
    assert [type(v) for v in values] == [Amount, Count]


@pytest.mark.parametrize("name", ["clauses", "comparators", "numbers", "outcomes", "people", "units"])
def test_no_word_of_the_lexicon_is_read_as_true_or_false(name: str) -> None:
    def words(node: object) -> list[object]:
        if isinstance(node, dict):
            return [w for key, value in node.items() for w in (key, *words(value))]
        if isinstance(node, list):
            return [w for value in node for w in words(value)]
        return [node]

    assert not [w for w in words(load(name)) if isinstance(w, bool)]
