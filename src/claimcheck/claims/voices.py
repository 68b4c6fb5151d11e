"""Whose words each part of a sentence is: the author's, or those of somebody who is quoted or reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.model import Attribution, Prose, Sentence, Tag

_GLUE = frozenset(
    {
        Tag.PUNCTUATION,
        Tag.QUOTE,
        Tag.CONJUNCTION,
        Tag.SUBORDINATOR,
        Tag.PREPOSITION,
        Tag.ADVERB,
        Tag.DETERMINER,
        Tag.RELATIVE,
    }
)


class Voice(NamedTuple):
    """The words of a sentence (token indices, in order) that one voice says; None is the author's."""

    attribution: int | None
    words: list[int]


class Voices:
    """Which attribution each token of a document stands in, the innermost one first."""

    def __init__(self, prose: Prose, attributions: Sequence[Attribution]) -> None:
        self._owner: dict[int, int] = {}
        self._saying: set[int] = set()
        self._glue = prose.tokens.tag
        sized = [(sum(end - start for start, end in a.content), n) for n, a in enumerate(attributions)]
        for _, n in sorted(sized, key=lambda pair: (-pair[0], pair[1])):
            for span in attributions[n].content:
                self._owner.update(dict.fromkeys(prose.tokens.within(span), n))
        for attribution in attributions:
            for span in (*attribution.source, *attribution.cue):
                self._saying.update(prose.tokens.within(span))

    def of(self, sentence: Sentence) -> list[Voice]:
        """The sentence by voices, in the order in which they are first heard."""
        by_owner: dict[int | None, list[int]] = {}
        for i in sentence.words:
            by_owner.setdefault(self._owner.get(i), []).append(i)
        return [Voice(owner, words) for owner, words in by_owner.items()]

    def only_says(self, words: Iterable[int]) -> bool:
        """Whether the words tell no more than that somebody said something."""
        return all(i in self._saying or self._glue[i] in _GLUE for i in words)

    def speaks(self, words: Iterable[int]) -> bool:
        """Whether any of the words names a speaker or says that he speaks."""
        return not self._saying.isdisjoint(words)
