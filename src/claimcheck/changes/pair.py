"""Two linked stretches of text, seen word by word: what every rule of change reads."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from claimcheck.grammar import base_of, singular
from claimcheck.model import Attribution, Claim, DocumentReport, Prose, Span, Tag, Value, hull
from claimcheck.records import NamedTuple

_LONG = 1500  # tokens; longer stretches count as wholly replaced

MARKS = (Tag.PUNCTUATION, Tag.QUOTE)
_CONTENT = frozenset(
    {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.VERB, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE, Tag.NUMBER}
)
_MARKED = 3  # content words after a "not" or a "perhaps" that show what it is said of


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The word without its common endings: enough to see that two sentences are alike."""
    for ending in ("'s", "ing", "ed", "es", "s", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class Version:
    """A report with its values, attributions and claims by sentence."""

    def __init__(self, report: DocumentReport) -> None:
        self.report = report

    @cached_property
    def values(self) -> dict[int, list[Value]]:
        found: defaultdict[int, list[Value]] = defaultdict(list)
        for value in self.report.values:
            found[self.report.prose.sentence_at(value.span.start)].append(value)
        return found

    @cached_property
    def attributions(self) -> dict[int, list[Attribution]]:
        """Under every sentence that their content touches."""
        found: defaultdict[int, list[Attribution]] = defaultdict(list)
        at = self.report.prose.sentence_at
        for said in self.report.attributions:
            for n in sorted({n for c in said.content for n in range(at(c.start), at(c.end - 1) + 1)}):
                found[n].append(said)
        return found

    @cached_property
    def claims(self) -> dict[int, list[Claim]]:
        found: defaultdict[int, list[Claim]] = defaultdict(list)
        for claim in self.report.claims:
            found[claim.sentence].append(claim)
        return found


class Side:
    """The sentences of one version that a link ties together."""

    def __init__(self, version: Version, sentences: tuple[int, ...]) -> None:
        self.version = version
        self.sentences = sentences

    @property
    def prose(self) -> Prose:
        return self.version.report.prose

    @cached_property
    def span(self) -> Span:
        return hull(tuple(self.prose.sentences[n].span for n in self.sentences))

    @cached_property
    def words(self) -> tuple[int, ...]:
        """Indices of its tokens, marks left out."""
        prose = self.prose
        inside = (i for n in self.sentences for i in prose.sentences[n].words)
        return tuple(i for i in inside if prose.tokens.tag[i] not in MARKS)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case, in step with `words`."""
        return tuple(self.prose.tokens.lower[i] for i in self.words)

    def lemma(self, n: int) -> str:
        """The base form of a verb, the singular of another word."""
        word = self.lower[n]
        return base_of(word) or singular(word)

    def tag(self, n: int) -> Tag:
        return self.prose.tokens.tag[self.words[n]]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the words begin in the text."""
        return tuple(self.prose.tokens.start[i] for i in self.words)

    @property
    def values(self) -> list[Value]:
        return [value for n in self.sentences for value in self.version.values.get(n, ())]

    @property
    def attributions(self) -> list[Attribution]:
        """Those whose content touches the side, each once."""
        return list(dict.fromkeys(a for n in self.sentences for a in self.version.attributions.get(n, ())))

    @property
    def claims(self) -> list[Claim]:
        return [claim for n in self.sentences for claim in self.version.claims.get(n, ())]

    def span_of(self, positions: range) -> Span:
        """From the first to the last of some positions in `words`."""
        tokens = self.prose.tokens
        return Span(tokens.start[self.words[positions[0]]], tokens.end[self.words[positions[-1]]])

    def positions(self, span: Span) -> range:
        """The positions in `words` that a span covers."""
        return range(bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end))

    def marked_by(self, positions: range) -> list[int]:
        """The content words that a "not" or a "perhaps" is said of: those after it in its clause, or the one before."""
        tokens = self.prose.tokens
        found: list[int] = []
        for n in range(positions.stop, len(self.words)):
            if found and self.words[n] - self.words[n - 1] > 1:
                break
            if tokens.tag[self.words[n]] in _CONTENT:
                found.append(n)
            if len(found) == _MARKED:
                break
        before = range(max(0, positions.start - _MARKED), positions.start)
        return found or [n for n in before if tokens.tag[self.words[n]] in _CONTENT][-1:]

    def text_of(self, span: Span) -> str:
        return span.of(self.prose.text)


Figure = tuple[Hashable, Span]  # a value in normal form, and where it stands


class Replaced(NamedTuple):
    """Positions in the words of both sides that do not agree; either range may be empty."""

    old: range
    new: range


class Pair:
    """Both sides of one link."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new

    @cached_property
    def replaced(self) -> tuple[Replaced, ...]:
        """The stretches of words that differ, in order."""
        old, new = self.old.lower, self.new.lower
        if old == new:
            return ()
        if len(old) > _LONG or len(new) > _LONG:
            return (Replaced(range(len(old)), range(len(new))),)
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        return tuple(Replaced(range(a, b), range(c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")

    @cached_property
    def gone(self) -> frozenset[int]:
        """Positions in the old words that have no counterpart."""
        return frozenset(i for r in self.replaced for i in r.old)

    @cached_property
    def come(self) -> frozenset[int]:
        """Positions in the new words that have no counterpart."""
        return frozenset(i for r in self.replaced for i in r.new)

    @cached_property
    def became(self) -> dict[int, int]:
        """Position in the old words -> position in the new words, for words that stayed."""
        found: dict[int, int] = {}
        i = j = 0
        for old, new in (*self.replaced, (range(len(self.old.words), 0), range(0))):
            found.update(zip(range(i, old.start), range(j, j + old.start - i), strict=True))
            i, j = old.stop, new.stop
        return found

    def dropped(self, positions: range) -> bool:
        """Whether some old words are gone while what they were said of is still there."""
        return self._lost(self.old, positions, self.gone, self._come_stems)

    def added(self, positions: range) -> bool:
        """Whether some new words were put to something that the old side says too."""
        return self._lost(self.new, positions, self.come, self._gone_stems)

    @staticmethod
    def _lost(side: Side, positions: range, changed: frozenset[int], others: frozenset[str]) -> bool:
        if not changed.intersection(positions):
            return False
        return any(n not in changed or stem(side.lemma(n)) in others for n in side.marked_by(positions))

    @cached_property
    def _gone_stems(self) -> frozenset[str]:
        return frozenset(stem(self.old.lemma(n)) for n in self.gone)

    @cached_property
    def _come_stems(self) -> frozenset[str]:
        return frozenset(stem(self.new.lemma(n)) for n in self.come)

    def partners(self, old: Sequence[Span], new: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
        """In order, the spans of which the new one took the old one's place; two with the same words are none."""
        free = [(span, self._places(self.new, span)) for span in new]
        for span in old:
            places = self._places(self.old, span)
            for n, (other, others) in enumerate(free):
                if places & others and not self._untouched(span, other):
                    yield span, other
                    del free[n]
                    break

    def exchanged(self, old: Sequence[Figure], new: Sequence[Figure]) -> list[tuple[Span, Span]]:
        """The values of which another stands in the new text.

        A value that is on both sides stayed, wherever it stands; only when that leaves some without a partner does the
        place decide ("12 dead, 40 hurt" -> "10 dead, 12 hurt"; "188 cases, no deaths" -> "188 cases, 188 deaths").
        """
        had, has = {key for key, _ in old}, {key for key, _ in new}
        only_old, only_new = [s for key, s in old if key not in has], [s for key, s in new if key not in had]
        found = list(self.partners(only_old, only_new))
        if found or not (only_old or only_new or len(old) == len(new)):
            return found
        keys = {("old", span): key for key, span in old} | {("new", span): key for key, span in new}
        in_place = self.partners([span for _, span in old], [span for _, span in new])
        changed = [(one, two) for one, two in in_place if keys["old", one] != keys["new", two]]
        if not (only_old and only_new):  # a value that is on one side only stands for one that is on both
            changed = [pair for pair in changed if self._in_one_place(*pair)]
        return changed

    def _in_one_place(self, old: Span, new: Span) -> bool:
        """Whether the words of the one were replaced by those of the other, and nothing else was with them."""
        one, two = self.old.positions(old), self.new.positions(new)
        return any(set(r.old) <= set(one) and set(r.new) <= set(two) and r.old and r.new for r in self.replaced)

    def _untouched(self, old: Span, new: Span) -> bool:
        return self.gone.isdisjoint(self.old.positions(old)) and self.come.isdisjoint(self.new.positions(new))

    def _places(self, side: Side, span: Span) -> set[tuple[str, int]]:
        """What a span shares with its partner: a stretch that was replaced, or a word that stayed."""
        is_old = side is self.old
        inside = side.positions(span)
        stayed = (n for n in inside if n not in (self.gone if is_old else self.come))
        places = {("stayed", self.became[n] if is_old else n) for n in stayed}
        for number, replaced in enumerate(self.replaced):
            here = replaced.old if is_old else replaced.new
            if here.start < inside.stop and inside.start < here.stop:
                places.add(("replaced", number))
        return places
