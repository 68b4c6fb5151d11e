"""Listed phrases, found among words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


class Phrases:
    """Phrases of one or more lower-case words, looked up by their first word.

    `telling` has the longest word of each, without which it stands nowhere: a longer word is rarer than "the" or "of".
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        telling: set[str] = set()
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
            telling.add(max(words, key=len) if len(words) > 1 else phrase)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)
        self.telling = frozenset(telling)

    def at(self, words: Sequence[str], i: int) -> str | None:
        """The longest phrase that begins at the word."""
        phrases = self._by_first.get(words[i])
        if phrases is None:
            return None
        following = words[i + 1] if i + 1 < len(words) else ""
        for phrase in phrases:
            if len(phrase) == 1 or (phrase[1] == following and tuple(words[i : i + len(phrase)]) == phrase):
                return " ".join(phrase)
        return None

    def all(self, words: Sequence[str]) -> Iterator[range]:
        """Where phrases stand in the words, the longest first, none overlapping another."""
        after = 0
        for i, word in enumerate(words):
            if i >= after and word in self._by_first and (found := self.at(words, i)):
                after = i + found.count(" ") + 1
                yield range(i, after)

    def may_stand_in(self, words: Iterable[str]) -> bool:
        """Whether the telling word of a phrase is among the words."""
        return not self.telling.isdisjoint(words)

    def within(self, words: Sequence[str]) -> str | None:
        """The first phrase that stands anywhere in the words."""
        by_first = self._by_first
        if self.telling.isdisjoint(words):
            return None
        for i, word in enumerate(words):
            if word in by_first and (found := self.at(words, i)):
                return found
        return None
