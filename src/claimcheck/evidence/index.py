"""Finds the sentences of the sources that could speak to a claim: BM25 over rare words, then coverage."""

from __future__ import annotations

import bisect
import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.comparison.words import Unit, read_units
from claimcheck.model import Prose, Span
from claimcheck.records import dataclass

_K1, _B = 1.2, 0.6
_BEST = 100  # what BM25 hands over to coverage
_NEIGHBOUR = 0.3  # what a word in the sentence before or behind counts
_TITLE = 0.2
_LENGTH = 0.004  # what each unit of a sentence that the claim lacks takes off its coverage
_FUNCTION = 0.05  # what a function word weighs, against the idf of a content word


@dataclass(frozen=True, slots=True)
class Text:
    """A source as the index sees it: its units, cut by sentences."""

    source: str
    prose: Prose
    units: tuple[Unit, ...]
    sentences: tuple[range, ...]  # of units


class Passage(NamedTuple):
    """One or more sentences in a row of one text."""

    text: int
    units: range
    coverage: float  # the share of the claim's weight that stands in it


def read_text(source: str, prose: Prose) -> Text:
    units = read_units(prose)
    cuts, at = [], 0
    for sentence in prose.sentences:
        start = at
        while at < len(units) and units[at].span.start < sentence.span.end:
            at += 1
        if at > start:  # a sentence of marks alone has no units
            cuts.append(range(start, at))
    return Text(source, prose, units, tuple(cuts))


class Index:
    """An inverted index over the sentences of some texts."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = tuple(texts)
        self._sentences: list[tuple[int, int]] = []
        self._postings: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self._lengths: list[int] = []
        for t, text in enumerate(self.texts):
            keys = [[unit.key for unit in text.units[words.start : words.stop]] for words in text.sentences]
            base = len(self._sentences)
            for s, sentence in enumerate(keys):
                self._sentences.append((t, s))
                self._lengths.append(len(sentence))
                for key, count in Counter(sentence).items():
                    self._postings[key][base + s] = self._postings[key].get(base + s, 0.0) + count
        self._mean = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def weight(self, unit: Unit) -> float:
        """How much a unit tells: the idf of content words, a little for function words."""
        if not unit.content:
            return _FUNCTION
        return math.log(1.5 + len(self._sentences) / (1 + len(self._postings.get(unit.key, ()))))

    def search(self, claim: Sequence[Unit], best: int) -> list[Passage]:
        """The sentences that cover most of the claim, the best first; ties in the order of the texts."""
        weights = {unit.key: self.weight(unit) for unit in claim}
        scores: defaultdict[int, float] = defaultdict(float)
        for unit in {unit.key: unit for unit in claim if unit.content}.values():
            for sentence, count in self._postings.get(unit.key, {}).items():
                saturation = _K1 * (1 - _B + _B * self._lengths[sentence] / self._mean)
                gain = weights[unit.key] * count * (_K1 + 1) / (count + saturation)
                scores[sentence] += gain
                for near in (sentence - 1, sentence + 1):
                    if 0 <= near < len(self._sentences) and self._sentences[near][0] == self._sentences[sentence][0]:
                        scores[near] += _NEIGHBOUR * gain
        found = heapq.nlargest(_BEST, scores, key=lambda sentence: (scores[sentence], -sentence))
        ranked = []
        for sentence in found:
            t, s = self._sentences[sentence]
            words = self.texts[t].sentences[s]
            covered = self.coverage(claim, t, words)
            surplus = max(0, len(words) - len(claim))
            ranked.append((covered - min(0.2, _LENGTH * surplus), -sentence, Passage(t, words, covered)))
        ranked.sort(reverse=True, key=lambda row: row[:2])
        return [passage for _, _, passage in ranked[:best]]

    def coverage(self, claim: Sequence[Unit], text: int, words: range) -> float:
        """The share of the claim's weight that stands among the units."""
        there = {unit.key for unit in self.texts[text].units[words.start : words.stop]}
        total = sum(self.weight(unit) for unit in claim) or 1.0
        return sum(self.weight(unit) for unit in claim if unit.key in there) / total

    def widened(self, passage: Passage) -> list[Passage]:
        """The passage with the sentence before it, behind it, or both."""
        cuts = self.texts[passage.text].sentences
        at = bisect.bisect_right(cuts, passage.units.start, key=lambda words: words.start) - 1
        last = bisect.bisect_left(cuts, passage.units.stop, lo=at, key=lambda words: words.stop)
        found = []
        for low, high in ((at, last + 1), (at - 1, last), (at - 1, last + 1)):
            if low >= 0 and high < len(cuts):
                found.append(Passage(passage.text, range(cuts[low].start, cuts[high].stop), 0.0))
        return found

    def span(self, passage: Passage) -> Span:
        units = self.texts[passage.text].units
        return Span(units[passage.units.start].span.start, units[passage.units.stop - 1].span.end)
