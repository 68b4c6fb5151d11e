"""What a word says besides itself, and never says."""

from itertools import combinations

import pytest

from claimcheck.comparison.retelling.meanings import asked, told
from claimcheck.lexicon import load


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("book", "novella"),
        ("kill", "behead"),
        ("die", "execute"),
        ("person", "miner"),
        ("founder", "establish"),
        ("illustration", "illustrate"),
        ("assassination", "assassinate"),
        ("history", "historian"),
        ("iran", "iranian"),
        ("relative", "niece"),
    ],
)
def test_one_word_says_the_other(word: str, other: str) -> None:
    assert asked(word) & told(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("novella", "book"),
        ("behead", "kill"),
        ("murder", "die"),
        ("miner", "person"),
        ("father", "parent"),
        ("universe", "university"),
        ("mission", "miss"),
        ("prisoner", "prison"),
        ("station", "state"),
        ("behead", "hang"),
        ("iraq", "iranian"),
    ],
)
def test_and_never_the_other_way_round(word: str, other: str) -> None:
    assert not asked(word) & told(other)


def test_no_word_says_its_opposite() -> None:
    for one, other in load("opposites"):
        assert not asked(one) & told(other)
        assert not asked(other) & told(one)


def test_the_list_is_in_order_and_says_nothing_twice() -> None:
    words = load("paraphrases")
    assert words["same"] == sorted(words["same"])
    assert not any(set(one) <= set(two) or set(two) <= set(one) for one, two in combinations(words["same"], 2))
    for kind in ("implied_by", "phrases"):
        assert list(words[kind]) == sorted(words[kind])
        assert all(entries == sorted(set(entries)) for entries in words[kind].values())
    phrases = [phrase for entries in words["phrases"].values() for phrase in entries]
    assert len(phrases) == len(set(phrases))
