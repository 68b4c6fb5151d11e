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
        ("Four in 10 voters agree.", "Four in 10", 0.4, 0.4, "fraction"),
        ("Two out of three agree.", "Two out of three", 2 / 3, 2 / 3, "fraction"),
        ("A third of those screened fell ill.", "A third", 1 / 3, 1 / 3, "fraction"),
    ],
)
def test_an_amount_carries_its_unit(text: str, words: str, low: float, high: float | None, unit: str) -> None:
    (amount,) = find_values(read_prose(parse_plain(text)))
    assert isinstance(amount, Amount)
    assert (amount.span.of(text), amount.unit) == (words, unit)
    assert amount.min == pytest.approx(low)
    assert amount.max == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    "text", ["Seven men left.", "He came in a third car.", "They won 12 seats.", "Of 40 boats 12 won."]
)
def test_what_is_counted_is_not_measured(text: str) -> None:
    assert not [v for v in find_values(read_prose(parse_plain(text))) if isinstance(v, Amount)]


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
