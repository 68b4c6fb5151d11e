"""Gives each token a part of speech: closed classes from the lexicon, open ones by form and neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.grammar.tokens import Cut
from claimcheck.lexicon import load
from claimcheck.model import Tag, Tokens


def tag(cut: Cut, sentences: Iterable[range]) -> Tokens:
    """The tokens with their tags. Each sentence (a range of token indices) is tagged on its own."""
    closed: dict[str, Tag] = {word: Tag(name) for name, words in load("closed_class").items() for word in words}
    tags = [Tag.OTHER] * len(cut.text)
    for words in sentences:
        for i in words:
            tags[i] = _alone(cut.text[i], cut.lower[i], closed, first=i == words.start)
    return Tokens(cut.start, cut.end, cut.text, cut.lower, tuple(tags))


def _alone(text: str, lower: str, closed: dict[str, Tag], *, first: bool) -> Tag:
    if lower in closed:
        return closed[lower]
    if text[0].isdigit():
        return Tag.NUMBER
    if text[0] in "\"“”‘’'«»„`":
        return Tag.QUOTE
    if not text[0].isalnum():
        return Tag.PUNCTUATION
    if text[0].isupper() and not first:
        return Tag.NAME
    if lower.endswith("ly"):
        return Tag.ADVERB
    if lower.endswith("ing"):
        return Tag.GERUND
    if lower.endswith("ed"):
        return Tag.VERB
    return Tag.NOUN
