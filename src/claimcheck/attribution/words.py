"""The small word lists that the rules of attribution share."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Tag

BE = frozenset(
    {"am", "are", "be", "been", "being", "is", "was", "were", "'s", "'re", "'m", "get", "gets", "got", "getting"}
)
HAVE = frozenset({"had", "has", "have", "having", "'ve", "'d"})
NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN})
MODIFIER = frozenset({Tag.ADJECTIVE, Tag.DETERMINER, Tag.POSSESSIVE})
PHRASAL = NOMINAL | MODIFIER  # what noun phrases are made of
FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
GENITIVE = frozenset({"'s", "'"})
SUBJECTS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "which", "that"})
OBJECTS = frozenset({"him", "her", "them", "me", "us"})
AUTHOR = frozenset({"i", "we", "you", "my", "our", "your", "us", "me", "please"})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list in the lexicon's `attribution_words`."""
    return frozenset(load("attribution_words")[name])


@cache
def speaking_nouns() -> frozenset[str]:
    """Nouns for what speaks without being a person by name: documents, bodies, unnamed people."""
    lists = load("speakers")
    return frozenset(word for name in ("documents", "organisations", "anonymous") for word in lists[name])


@cache
def documents() -> frozenset[str]:
    """Nouns for documents and for counts of opinions, in the singular and plural."""
    words = load("speakers")["documents"]
    return frozenset({*words, *(word + "s" for word in words)})
