"""Claims in other words, and claims in nearly the same words that say something else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from claimcheck.evidence.verify import Verdict, verify

_DENIED = {Verdict.CONTRADICTED, Verdict.OVERSTATED, Verdict.MISQUOTED}
# Claims that the source says in words that no rule reads yet: they stay unverified, and must never be denied.
_UNREAD = {
    "The army's shelling of Tarn in March 2003 lasted two days.",
    "After the march police arrested three students.",
    "The archive holds the papers of 1,200 miners.",
    "80 detainees were released in 2009 on the order of Omar Sayed.",
}


def _pairs(key: str) -> Iterator[tuple[str, str]]:
    for text in yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text("utf-8")):
        for claim in text.get(key, ()):
            yield claim, text["source"]


@pytest.mark.parametrize(("claim", "source"), list(_pairs("says")))
def test_what_a_source_says_in_other_words_is_supported(claim: str, source: str) -> None:
    assert verify(claim, source).verdict is (Verdict.UNVERIFIED if claim in _UNREAD else Verdict.SUPPORTED)


@pytest.mark.parametrize(("claim", "source"), [*_pairs("differs"), *_pairs("open")])
def test_what_a_source_does_not_say_is_never_supported(claim: str, source: str) -> None:
    assert verify(claim, source).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(("claim", "source"), list(_pairs("neither")))
def test_what_a_source_does_not_speak_of_is_neither_supported_nor_denied(claim: str, source: str) -> None:
    assert verify(claim, source).verdict is Verdict.UNVERIFIED


def test_nearly_all_that_a_source_denies_is_seen() -> None:
    pairs = list(_pairs("differs"))
    seen = [verify(claim, source).verdict in _DENIED for claim, source in pairs]
    assert sum(seen) >= 0.85 * len(pairs)
