"""Finding listed words and phrases in a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.claims.atom import Atom
from claimcheck.model import Tag

_HIDES = frozenset({"because", "if", "unless", "although", "though", "while", "whereas", "when", "until", "since"})


class Phrases:
    """Phrases of one or more lower-case words, looked up by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
        for group in self._by_first.values():
            group.sort(key=len, reverse=True)

    def at(self, words: Sequence[str], i: int) -> str | None:
        """The longest phrase that begins at the word."""
        for phrase in self._by_first.get(words[i], ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return " ".join(phrase)
        return None

    def within(self, words: Sequence[str]) -> str | None:
        """The first phrase that stands anywhere in the words."""
        return next((found for i in range(len(words)) if (found := self.at(words, i))), None)


def lower_words(atom: Atom) -> tuple[str, ...]:
    """The claim's tokens in lower case."""
    lower = atom.prose.tokens.lower
    return tuple(lower[i] for i in atom.words)


def main_words(atom: Atom) -> tuple[int, ...]:
    """The claim's tokens outside relative and subordinate clauses, and outside quotation marks within it.

    A clause that begins with "who", "because", "if" and the like lasts until the next comma or the end. What follows
    "that" after a verb of saying stays: it is what the claim says.
    """
    tokens = atom.prose.tokens
    kept: list[int] = []
    hidden = quoted = False
    for n, i in enumerate(atom.words):
        if tokens.text[i] in '"“”«»' and n:
            quoted = not quoted
        elif tokens.lower[i] in {",", ";", ":", "—", "–", "--"}:
            hidden = False
        elif tokens.tag[i] is Tag.RELATIVE or tokens.lower[i] in _HIDES:
            hidden = True
        if not hidden and not quoted:
            kept.append(i)
    return tuple(kept)
