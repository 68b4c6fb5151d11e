"""Which units of a claim stand in the place of which units of a passage. The one module that imports rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records import NamedTuple


class Edit(NamedTuple):
    """A stretch in which claim and passage differ, between two in which they agree; either side may be empty.

    `edge` is an edit before the first or behind the last unit that they share.
    """

    claim: range
    passage: range
    edge: bool


class Alignment(NamedTuple):
    pairs: tuple[tuple[int, int], ...]  # indices of the units that are the same
    edits: tuple[Edit, ...]


def align(claim: Sequence[str], passage: Sequence[str]) -> Alignment:
    """The keys of a claim's units laid beside a passage's, in order, with the fewest changes."""
    from rapidfuzz.distance import Levenshtein  # here, since a text without evidence needs no alignment

    pairs: list[tuple[int, int]] = []
    edits: list[tuple[range, range]] = []
    for step in Levenshtein.opcodes(claim, passage):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        elif edits and edits[-1][0].stop == a and edits[-1][1].stop == c:
            edits[-1] = (range(edits[-1][0].start, b), range(edits[-1][1].start, d))
        else:
            edits.append((range(a, b), range(c, d)))
    last = (pairs[-1][1] if pairs else -1) + 1
    first = pairs[0][1] if pairs else 0
    return Alignment(tuple(pairs), tuple(Edit(a, b, not pairs or b.stop <= first or b.start >= last) for a, b in edits))
