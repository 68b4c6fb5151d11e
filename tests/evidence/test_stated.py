"""What can be told of the values of a claim beside those that an entry of the ledger states."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.evidence.stated import compare_values
from claimcheck.model import Count, Official, Value

# A claim, what is stated, and what they conflict or agree in with the words of both; nothing where it cannot be told.
CASES = [
    ("At least 41 miners were killed.", "12 miners were killed.", "count conflicting: at-least 41 miners / 12 miners"),
    ("More than 41 miners were killed.", "30 miners were killed.", "count conflicting: over 41 miners / 30 miners"),
    ("At least 41 miners were killed.", "41 miners were killed.", ""),
    ("41 miners were killed.", "41 miners were killed.", ""),
    ("41 miners and 12 guards were killed.", "40 miners were killed.", ""),
    ("40 miners were killed.", "41 miners and 12 guards were killed.", ""),
    (
        "41 miners and 12 guards were killed on 4 May 1992.",
        "40 miners were killed on 5 May 1992.",
        "period conflicting: 1992-05-04 / 1992-05-05",
    ),
    ("It weighed 41 kg.", "It weighed 40 kg.", "amount conflicting: 41 kg / 40 kg"),
    ("It cost about $41.", "It cost $30.", "amount conflicting: about 41 USD / 30 USD"),
    ("It weighed 41 kg.", "It weighed 40 litres.", ""),
    ("It weighed 41 kg.", "It weighed 41 kg.", ""),
    ("It ended on 4 May 1992.", "It ended on 5 May 1992.", "period conflicting: 1992-05-04 / 1992-05-05"),
    ("It ended on 4 May 1992.", "It ended in June 1992.", "period conflicting: 1992-05-04 / 1992-06"),
    ("It ended on 4 May 1992.", "It ended in May 1992.", ""),
    ("It lasted 3 days.", "It lasted 4 days.", "duration conflicting: P3D / P4D"),
    ("It lasted 3 days.", "It lasted 3 days.", ""),
    ("It lasted about 3 days.", "It lasted 4 days.", ""),
    ("It lasted 3 days.", "It lasted about 4 days.", ""),
    ("It ended on 4 May 1992.", "It weighed 41 kg.", ""),
    (
        "Duarte, the mayor of Orsk, left.",
        "Ana Duarte is the mayor of Orsk.",
        "office same: Duarte: mayor of Orsk / Ana Duarte: current mayor of Orsk",
    ),
    (
        "Ana Duarte is the mayor.",
        "Ana Duarte is the mayor of Orsk.",
        "office same: Ana Duarte: current mayor / Ana Duarte: current mayor of Orsk",
    ),
    (
        "Orsk mayor Ana Duarte left.",
        "Ana Duarte is the mayor of Orsk.",
        "office same: Ana Duarte: mayor, Orsk / Ana Duarte: current mayor of Orsk",
    ),
    (
        "Ana Duarte, director of the prison, left.",
        "Ana Duarte is director for the Orsk prison.",
        "office same: Ana Duarte: director of the prison / Ana Duarte: current director for the Orsk prison",
    ),
    ("Ana Duarte is the mayor of Orsk.", "Ana Duarte is the mayor.", ""),
    (
        "Ana Duarte is the mayor of Orsk.",
        "Jan Lind is the mayor of Orsk.",
        "office conflicting: Ana Duarte: current mayor of Orsk / Jan Lind: current mayor of Orsk",
    ),
    ("Ana Duarte, the mayor of Orsk, left.", "Jan Lind, the mayor of Orsk, left.", ""),
    ("Ana Duarte is the mayor of Orsk.", "Jan Lind, the mayor of Orsk, left.", ""),
    ("Ana Duarte is the mayor of Orsk.", "Jan Lind is the mayor of Perm.", ""),
    ("Ana Duarte is the mayor.", "Jan Lind is the mayor of Orsk.", ""),
    ("Ana Duarte is a judge.", "Jan Lind is a judge.", ""),
    (
        "Ana Duarte, the former mayor of Orsk, left.",
        "Ana Duarte is the mayor of Orsk.",
        "office conflicting: Ana Duarte: former mayor of Orsk / Ana Duarte: current mayor of Orsk",
    ),
    ("Ana Duarte, the former mayor of Orsk, left.", "Jan Lind is the mayor of Orsk.", ""),
    ("Ana Duarte, the former mayor of Orsk, left.", "Ana Duarte, the mayor of Orsk, left.", ""),
    (
        "Ana Duarte, then mayor of Orsk, left.",
        "Ana Duarte, then mayor of Orsk, fled.",
        "office same: Ana Duarte: then mayor of Orsk / Ana Duarte: then mayor of Orsk",
    ),
    ("Ana Duarte, then mayor of Orsk, left.", "Ana Duarte, the former mayor of Orsk, left.", ""),
]


def values(text: str) -> tuple[Value, ...]:
    return claimcheck.extract(claimcheck.parse(text)).values


@pytest.mark.parametrize(("claim", "stated", "told"), CASES)
def test_values_of_one_sort_are_told_to_agree_or_to_conflict(claim: str, stated: str, told: str) -> None:
    found = compare_values(values(claim), values(stated))
    assert told == "; ".join(f"{f.field} {f.relation}: {f.claim_words} / {f.evidence_words}" for f in found)


def test_only_values_of_the_wanted_sort_are_compared() -> None:
    claim, stated = values("Ana Duarte is the mayor of 41 men."), values("Jan Lind is the mayor of 30 men.")
    assert {f.field for f in compare_values(claim, stated, only=Count)} <= {"count"}
    assert {f.field for f in compare_values(claim, stated, only=Official)} <= {"office"}


def test_an_agency_is_part_of_the_office() -> None:
    """One who holds an office in one body is no rival of one who holds it in another."""
    claim, stated = (
        values("Ana Duarte is the director of the Orsk Prison."),
        values("Jan Lind is the director of the bank."),
    )
    assert compare_values(claim, stated) == ()
