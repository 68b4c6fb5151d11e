"""The words of a claim, as the rules of its kind look at them."""

from __future__ import annotations

from claimcheck.claims.atom import Atom
from claimcheck.model import Tag
from claimcheck.records import NamedTuple

FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_HIDES = frozenset(
    {"because", "if", "whether", "unless", "although", "though", "while", "whereas", "when", "until", "since"}
)


_MARKS = frozenset('"“”«»')
_PAUSES = frozenset({",", ";", ":", "—", "–", "--"})


class Wording(NamedTuple):
    """Tokens of a claim in columns of equal length; `at` counts in the document."""

    at: tuple[int, ...]
    lower: tuple[str, ...]
    tag: tuple[Tag, ...]

    def leads(self, n: int) -> bool:
        """Whether no verb stands before the word: what "I said that I would" goes on to say is no wish."""
        return FINITE.isdisjoint(self.tag[:n])


def main_clause(atom: Atom) -> Wording:
    """The claim's words outside relative and subordinate clauses, and outside quotations in the author's own voice.

    A clause that begins with "who", "because", "if" and the like lasts until the next comma or the end. What follows
    "that" after a verb of saying stays: it is what the claim says.
    """
    lower, tags = atom.lower, atom.tag
    own = atom.attribution is None
    if _HIDES.isdisjoint(lower) and Tag.RELATIVE not in tags and not (own and not _MARKS.isdisjoint(lower)):
        return Wording(atom.words, lower, tags)
    kept: list[int] = []
    hidden = quoted = False
    for n, word in enumerate(lower):
        if n and own and word in _MARKS:
            quoted = not quoted
        elif word in _PAUSES:
            hidden = False
        elif tags[n] is Tag.RELATIVE or word in _HIDES:
            hidden = True
        if not hidden and not quoted:
            kept.append(n)
    at = atom.words
    return Wording(tuple([at[n] for n in kept]), tuple([lower[n] for n in kept]), tuple([tags[n] for n in kept]))
