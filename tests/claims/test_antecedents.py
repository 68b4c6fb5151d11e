"""A claim reads alone: what stands for a name is filled from the document, and only where there is no doubt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.model import Claim

OPENED = "Ana Duarte, the former interior minister, opened a school in Orsk."


def claims(text: str) -> tuple[Claim, ...]:
    return claimcheck.extract(claimcheck.parse(text)).claims


FILLED = [
    (f"{OPENED} She resigned in May.", "Ana Duarte resigned in May"),
    (f"{OPENED} In June she resigned.", "In June Ana Duarte resigned"),
    ("Mr. Novak lost the vote. He left Orsk.", "Novak left Orsk"),
    ("The Orsk bridge was built in 1992. In that year a school was opened.", "In 1992 a school was opened"),
    ("The 1988 massacre was ordered in secret. The massacre lasted two months.", "The 1988 massacre lasted two months"),
]
LEFT = [
    ("Ana Duarte met Mr. Novak. She resigned in May.", "two people"),
    ("She resigned in May.", "nobody named"),
    ("Ms. Novak said that her son had fled. He was shot in May.", "her son"),
    ("Mr. Novak, you say that he resigned in May.", "the one spoken to"),
    (f"{OPENED}\n\nShe resigned in May.", "another paragraph"),
    ("Mr. Novak lost the vote. A guard, who fled because he was hurt, was found.", "somebody without a name"),
    ("Mr. Novak lost the vote. She resigned in May.", "another gender"),
    ("The 1988 massacre and the 1991 massacre were ordered in secret. The massacre lasted two months.", "two of them"),
    ("The first massacre was ordered in secret. The massacre lasted two months.", "no name"),
    ("The bridge was built between 1992 and 1994. In that year a school was opened.", "two years"),
]


@pytest.mark.parametrize(("text", "expected"), FILLED)
def test_a_certain_antecedent_is_filled(text: str, expected: str) -> None:
    claim = next(c for c in claims(text) if c.text == expected)
    (filled,) = claim.filled
    assert filled.span.of(claim.text) == filled.antecedent.of(text)
    assert any(span.covers(filled.replaced) for span in claim.spans)


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for text, why in LEFT])
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert not any(claim.filled for claim in claims(text))


def test_what_is_filled_does_not_change_the_id() -> None:
    ids = {claim.id for claim in claims("She resigned in May.")}
    assert ids < {claim.id for claim in claims(f"{OPENED} She resigned in May.")}


PIECES = st.sampled_from([w for text, *_ in (*FILLED, *LEFT) for w in text.split()] + ["“", "”", "said", "\n\n"])


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_filled_words_are_the_documents(text: str) -> None:
    for claim in claims(text):
        for filled in claim.filled:
            assert filled.span.of(claim.text).split() == filled.antecedent.of(text).split()
