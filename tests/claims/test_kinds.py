"""Every kind of claim proves itself on its own examples."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.kinds import KINDS
from claimcheck.model import Kind


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
