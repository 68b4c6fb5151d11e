"""An atom: the words of one assertion, before it has a kind."""

from __future__ import annotations

from dataclasses import field
from itertools import chain

from claimcheck.model import Attribution, Prose, Span, Tag, Value, hull
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
    lower: tuple[str, ...] = field(init=False, compare=False)  # and the tokens in lower case
    tag: tuple[Tag, ...] = field(init=False, compare=False)  # and their tags

    def __post_init__(self) -> None:
        tokens = self.prose.tokens
        stretches = [tokens.within(span) for span in self.spans]
        object.__setattr__(self, "words", tuple([i for words in stretches for i in words]))
        lower = [tokens.lower[words.start : words.stop] for words in stretches]
        tag = [tokens.tag[words.start : words.stop] for words in stretches]
        object.__setattr__(self, "lower", lower[0] if len(lower) == 1 else tuple(chain(*lower)))
        object.__setattr__(self, "tag", tag[0] if len(tag) == 1 else tuple(chain(*tag)))

    @property
    def span(self) -> Span:
        return hull(self.spans)

    @property
    def text(self) -> str:
        """Its words as they stand, pieces joined by a space."""
        return " ".join(span.of(self.prose.text) for span in self.spans)
