"""What a careful editor checks first comes first."""

from __future__ import annotations

import itertools

import claimcheck

FIRST_TO_LAST = (
    "Guards under General Haddad killed at least 41 miners in Orsk on 3 May 1992, the worst massacre in history.",
    "At least 41 miners were killed in Orsk.",
    "The senator voted 12 times against raising the tax on oil, the largest subsidy in history.",
    "The senator voted against the treaty.",
    "The new road follows the river to the sea.",
    "Ministers must resign.",
)


def worth(text: str) -> float:
    claims = claimcheck.extract(claimcheck.parse(text)).claims
    return max((claim.checkworthiness for claim in claims), default=0.0)


def test_records_come_before_remarks_and_remarks_before_demands() -> None:
    for before, after in itertools.pairwise(FIRST_TO_LAST):
        assert worth(before) > worth(after), (before, after)


def test_a_question_is_last() -> None:
    assert worth("Did the senator vote 12 times against the tax?") == 0.0


def test_it_stays_between_nothing_and_one() -> None:
    for text in (
        *FIRST_TO_LAST,
        "Thanks.",
        "?",
        "12 12 12 12 percent of all taxes, more than ever, killed 300 people.",
    ):
        assert 0.0 <= worth(text) <= 1.0
