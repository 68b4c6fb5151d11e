"""Every kind of claim proves itself on its own examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.claims.atom import Atom
from claimcheck.claims.checkworthiness import checkworthiness
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.kinds import KINDS, classify
from claimcheck.model import Kind
from claimcheck.sentences import read_prose


def examples(name: str) -> list[object]:
    return [
        pytest.param(kind, sentence, id=f"{kind.kind}: {sentence}")
        for kind in KINDS
        for sentence in getattr(kind, name)
    ]


def kinds_of(sentence: str) -> set[Kind]:
    return {claim.kind for claim in claimcheck.extract(claimcheck.parse(sentence)).claims}


@pytest.mark.parametrize(("kind", "sentence"), examples("matches"))
def test_a_kind_recognises_its_examples(kind: ClaimKind, sentence: str) -> None:
    assert kind.kind in kinds_of(sentence)


@pytest.mark.parametrize(("kind", "sentence"), examples("misses"))
def test_a_kind_leaves_its_near_misses_alone(kind: ClaimKind, sentence: str) -> None:
    assert kind.kind not in kinds_of(sentence)


def test_every_kind_is_listed_once() -> None:
    """A kind that is not listed would never be tried."""
    assert sorted(kind.kind for kind in KINDS) == sorted(Kind)


WORDS = (
    *("must", "we", "ask", "the", "worst", "crime", "was", "a", "“", "”", "?", "Ana", "killed", "12", "as", "who"),
    *("let", "us", ",", "until", "will", "continue", "should", "I", "think", "called", "genocide"),
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join) | st.text(min_size=1, max_size=60))
def test_any_words_have_a_kind_a_reason_and_a_worth(text: str) -> None:
    prose = read_prose(claimcheck.parse(text))
    for number, sentence in enumerate(prose.sentences):
        atom = Atom(prose, number, (sentence.words,), (), None)
        kind, reason = classify(atom)
        assert reason
        assert 0.0 <= checkworthiness(atom, kind) <= 1.0
        assert classify(atom) == (kind, reason)
