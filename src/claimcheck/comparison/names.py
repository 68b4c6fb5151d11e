"""Names: a surname, initials and other spellings can be the same person; another first name is somebody else."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Relation

# One letter or digraph for all that transliterations from Arabic, Persian and Cyrillic write for one sound.
_SOUNDS = (
    ("[’‘'`ʿʾ-]", ""),
    ("sch|sh|ch|tch", "c"),
    ("kh|q|ck", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("dj|zh", "j"),
    ("ou|oo|u|o", "o"),
    ("ee|ei|ie|y|i|e|j(?=[aeou])", "i"),
    ("aa|a", "a"),
    ("w", "v"),
    ("ts|tz", "z"),
    ("(?<=[aio])h(?![aio])", ""),
    (r"(.)\1", r"\1"),
)


def compare_names(claim: str, passage: str) -> Relation:
    """How the name in a claim stands to a name in a passage, word by word from the surname.

    Narrower: the claim gives a first name where the passage has the surname alone. Absent: other people, or too
    little to say.
    """
    one, other = _parts(claim), _parts(passage)
    if not one or not other:
        return Relation.ABSENT
    if one == other or "".join(one) == "".join(other):
        return Relation.SAME
    if not _same(one[-1], other[-1]):
        return Relation.ABSENT
    ahead, other_ahead = one[:-1], other[:-1]
    if not ahead:
        return Relation.COMPATIBLE
    if not other_ahead:
        return Relation.NARROWER
    if _within(ahead, other_ahead) or _within(other_ahead, ahead):
        return Relation.COMPATIBLE
    return Relation.CONFLICTING if not _same(ahead[0], other_ahead[0]) else Relation.ABSENT


def fold(word: str) -> str:
    """A word of a name without accents, hyphens, points and capitals."""
    # NFKD makes the hyphen that does not break a plain one (U+2010).
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower().replace("-", "").replace("‐", "").replace(".", "").replace("’", "'")


@cache
def sound(word: str) -> str:
    """What is left of a word of a name when the ways to transliterate it are made one."""
    folded = fold(word)
    for pattern, letter in _SOUNDS:
        folded = re.sub(pattern, letter, folded)
    return folded


@cache
def _titles() -> frozenset[str]:
    return frozenset((*load("names")["titles"], *load("offices")["heads"]))


def is_title(word: str) -> bool:
    """Whether the word stands before names, and is none: "Judge", "Mr"."""
    return fold(word) in _titles()


def _parts(name: str) -> tuple[str, ...]:
    words = [fold(word) for word in name.replace("'s", "").replace("’s", "").split()]
    return tuple(word for word in words if word and not is_title(word))


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and sound(one) == sound(other))


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short one leaves out or abbreviates first names of the long one, and changes none."""
    rest = iter(long)
    return all(
        any(_same(a, b) or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)) for b in rest)
        for a in short
    )
