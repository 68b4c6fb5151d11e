"""An atom: the words of one assertion, before it has a kind."""

from __future__ import annotations

from dataclasses import field

from claimcheck.model import Attribution, Prose, Span, Value, hull
from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Atom:
    """One assertion of a sentence. `spans` are the words it rests on; `values` lie in them."""

    prose: Prose
    sentence: int
    spans: tuple[Span, ...]
    values: tuple[Value, ...]
    attribution: Attribution | None  # whose words these are; None for the author's own voice
    words: tuple[int, ...] = field(init=False, compare=False)  # indices of its tokens, in order

    def __post_init__(self) -> None:
        words = tuple(i for span in self.spans for i in self.prose.tokens.within(span))
        object.__setattr__(self, "words", words)

    @property
    def span(self) -> Span:
        return hull(self.spans)

    @property
    def text(self) -> str:
        """Its words as they stand, pieces joined by a space."""
        return " ".join(span.of(self.prose.text) for span in self.spans)
