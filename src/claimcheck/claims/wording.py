"""The words of a claim, as the rules of its kind look at them."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.claims.atom import Atom
from claimcheck.model import Tag

FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_HIDES = frozenset(
    {"because", "if", "whether", "unless", "although", "though", "while", "whereas", "when", "until", "since"}
)


class Wording(NamedTuple):
    """Tokens of a claim in columns of equal length; `at` counts in the document."""

    at: tuple[int, ...]
    lower: tuple[str, ...]
    tag: tuple[Tag, ...]

    def leads(self, n: int) -> bool:
        """Whether no verb stands before the word: what "I said that I would" goes on to say is no wish."""
        return FINITE.isdisjoint(self.tag[:n])


def wording(atom: Atom, at: tuple[int, ...] | None = None) -> Wording:
    """The claim's words, or those of them that are given."""
    at, tokens = atom.words if at is None else at, atom.prose.tokens
    return Wording(at, tuple(tokens.lower[i] for i in at), tuple(tokens.tag[i] for i in at))


def main_clause(atom: Atom) -> Wording:
    """The claim's words outside relative and subordinate clauses, and outside quotations in the author's own voice.

    A clause that begins with "who", "because", "if" and the like lasts until the next comma or the end. What follows
    "that" after a verb of saying stays: it is what the claim says.
    """
    tokens = atom.prose.tokens
    kept: list[int] = []
    hidden = quoted = False
    for n, i in enumerate(atom.words):
        if n and atom.attribution is None and tokens.text[i] in '"“”«»':
            quoted = not quoted
        elif tokens.lower[i] in {",", ";", ":", "—", "–", "--"}:
            hidden = False
        elif tokens.tag[i] is Tag.RELATIVE or tokens.lower[i] in _HIDES:
            hidden = True
        if not hidden and not quoted:
            kept.append(i)
    return wording(atom, tuple(kept))
