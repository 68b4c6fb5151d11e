"""An atom: the words of one assertion, before it has a kind."""

from __future__ import annotations

from itertools import chain

from claimcheck.model import Attribution, Prose, Tag, Value
from claimcheck.records import dataclass, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Cell = TypeVar("Cell", str, Tag)


@dataclass(frozen=True, slots=True)
class Atom:
    """One assertion of a sentence. `values` lie in its words."""

    prose: Prose
    sentence: int
    stretches: tuple[range, ...]  # its tokens, in the order of the text
    values: tuple[Value, ...]
    attribution: Attribution | None  # whose words these are; None for the author's own voice
    lower: tuple[str, ...] = field(init=False, compare=False)  # its tokens in lower case
    tag: tuple[Tag, ...] = field(init=False, compare=False)  # and their tags

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", _columns(self.prose.tokens.lower, self.stretches))
        object.__setattr__(self, "tag", _columns(self.prose.tokens.tag, self.stretches))

    @property
    def words(self) -> tuple[int, ...]:
        """The indices of its tokens."""
        return tuple(chain(*self.stretches))


def _columns(column: tuple[Cell, ...], stretches: tuple[range, ...]) -> tuple[Cell, ...]:
    """What the stretches have in a column."""
    found: tuple[Cell, ...] = ()
    for words in stretches:
        found += column[words.start : words.stop]
    return found
