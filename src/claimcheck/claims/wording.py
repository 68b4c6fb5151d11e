"""The words of a claim that the rules of its kind look at."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.model import Tag

_HIDES = frozenset(
    {"because", "if", "whether", "unless", "although", "though", "while", "whereas", "when", "until", "since"}
)


def lower_words(atom: Atom) -> tuple[str, ...]:
    """The claim's tokens in lower case."""
    lower = atom.prose.tokens.lower
    return tuple(lower[i] for i in atom.words)


def main_words(atom: Atom) -> tuple[int, ...]:
    """The claim's tokens outside relative and subordinate clauses, and outside quotations in the author's own voice.

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
