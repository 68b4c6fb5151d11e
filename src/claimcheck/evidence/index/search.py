"""One ranking for every kind of index: which sentences have most of a claim, by the weight of its rare words."""

from __future__ import annotations

import bisect
import math
from collections.abc import Collection, Mapping, Sequence

from claimcheck.comparison.words import Unit
from claimcheck.evidence.index.postings import MemoryPostings, Postings, Shared, heaviest_first
from claimcheck.evidence.index.texts import Text, keys_of, place_of, row_of
from claimcheck.model import Span
from claimcheck.records import NamedTuple

_RAREST = 12  # keys of a claim that are looked up
_FOUND = 1000  # rows that the index hands over
_BEST = 100  # of them, after their neighbours and titles are counted, that are ranked
_NEIGHBOUR = 0.3  # what a word in the sentence before or behind counts
_TITLE = 0.2
_LENGTH, _LONGEST = 0.004, 0.2  # what each unit of a sentence that the claim lacks takes off, and all of them
_STEPS = 1024  # of a weight, where it must be a whole number
_FUNCTION = 0.05  # what a function word weighs, against the idf of a content word


class Passage(NamedTuple):
    """One or more sentences in a row of one text."""

    text: int  # its number
    units: range
    coverage: float  # the share of the claim's weight that stands in it
    reach: float = 1.0  # the same with its neighbours: no alignment around it finds more


class Ranked(NamedTuple):
    row: int
    coverage: float
    reach: float


class Index:
    """The sentences of some texts, each text under its number."""

    def __init__(self, texts: Sequence[Text] | Mapping[int, Text], postings: Postings | None = None) -> None:
        self.texts = texts if isinstance(texts, Mapping) else dict(enumerate(texts))
        self._postings = postings or MemoryPostings({number: keys_of(text) for number, text in self.texts.items()})
        self._weights: dict[str, float] = {}

    def weight(self, unit: Unit) -> float:
        """How much a unit tells: the idf of content words, a little for function words."""
        if not unit.content:
            return _FUNCTION
        if unit.key not in self._weights:
            self._weigh({unit.key})
        return self._weights[unit.key]

    def _weigh(self, keys: Collection[str]) -> None:
        found = self._postings.frequencies(keys)
        for key in keys:
            self._weights[key] = math.log(1.5 + self._postings.sentences / (1 + found.get(key, 0)))

    def search(self, claim: Sequence[Unit], best: int, *, least: float = 0.0) -> list[Passage]:
        """The sentences that cover most of the claim, the best first; of two alike, the one whose neighbours say more.

        Those with a reach below `least` are left out, and their texts not opened.
        """
        passages = []
        for row, coverage, reach in self.rank(claim, best):
            if reach < least:
                continue
            number, sentence = place_of(row)
            passages.append(Passage(number, self.texts[number].sentences[sentence - 1], coverage, reach))
        return passages

    def rank(self, claim: Sequence[Unit], best: int) -> list[Ranked]:
        """The same as rows, for which no text is opened."""
        self._weigh({unit.key for unit in claim if unit.content} - self._weights.keys())
        found = self._candidates(claim)
        around = {near for row in found for near in (row - 1, row, row + 1, row_of(place_of(row)[0], 0))}
        shared = self._postings.shared(sorted(around), {unit.key for unit in claim})
        ranked = [self._ranked(row, claim, shared) for row in found if row in shared]
        ranked.sort(key=lambda item: (-item[0], -item[1].reach, item[1].row))
        return [item for _, item in ranked[:best]]

    def _candidates(self, claim: Sequence[Unit]) -> list[int]:
        """The rows that have most of the claim's rarest words, their neighbours' and their titles' counted.

        The row behind a document's last may be among them, and does not exist.
        """
        looked_up = {unit.key: self.weight(unit) for unit in claim if unit.content} or {
            unit.key: _FUNCTION for unit in claim
        }
        rarest = sorted(looked_up.items(), key=lambda item: (-item[1], item[0]))[:_RAREST]
        own = dict(self._postings.heaviest({key: round(_STEPS * weight) for key, weight in rarest}, _FOUND))
        sums: dict[int, float] = dict(own)
        for row, weight in own.items():
            document, sentence = place_of(row)
            if sentence:
                for near in (row - 1, row + 1):
                    if place_of(near)[0] == document and place_of(near)[1]:
                        sums[near] = sums.get(near, 0.0) + _NEIGHBOUR * weight
        titled = ((row, weight + _TITLE * own.get(row_of(place_of(row)[0], 0), 0.0)) for row, weight in sums.items())
        return [row for row, _ in heaviest_first(titled, _BEST) if place_of(row)[1]]

    def _ranked(self, row: int, claim: Sequence[Unit], shared: Mapping[int, Shared]) -> tuple[float, Ranked]:
        own = shared[row]
        around = own.keys.union(*(shared[near].keys for near in (row - 1, row + 1) if near in shared))
        total = sum(self.weight(unit) for unit in claim) or 1.0
        coverage = sum(self.weight(unit) for unit in claim if unit.key in own.keys) / total
        reach = sum(self.weight(unit) for unit in claim if unit.key in around) / total
        surplus = min(_LONGEST, _LENGTH * max(0, own.length - len(claim)))
        return coverage - surplus, Ranked(row, coverage, reach)

    def sentences(self, passage: Passage) -> range:
        """The numbers of the sentences that the passage has, in its text."""
        cuts = self.texts[passage.text].sentences
        at = bisect.bisect_right(cuts, passage.units.start, key=lambda words: words.start) - 1
        return range(at, bisect.bisect_left(cuts, passage.units.stop, lo=at, key=lambda words: words.stop) + 1)

    def widened(self, passage: Passage) -> list[Passage]:
        """The passage with the sentence before it, behind it, or both."""
        cuts = self.texts[passage.text].sentences
        held = self.sentences(passage)
        at, last = held.start, held.stop - 1
        found = []
        for low, high in ((at, last + 1), (at - 1, last), (at - 1, last + 1)):
            if low >= 0 and high < len(cuts):
                found.append(Passage(passage.text, range(cuts[low].start, cuts[high].stop), 0.0))
        return found

    def span(self, passage: Passage) -> Span:
        units = self.texts[passage.text].units
        return Span(units[passage.units.start].span.start, units[passage.units.stop - 1].span.end)
