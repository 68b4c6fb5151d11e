"""Two linked stretches of text, seen word by word: what every rule of change reads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from claimcheck.model import Attribution, Claim, DocumentReport, Prose, Span, Tag, Value, hull

_LONG = 1500  # tokens; longer stretches count as wholly replaced

MARKS = (Tag.PUNCTUATION, Tag.QUOTE)


@dataclass(frozen=True)
class Version:
    """A report with its values, attributions and claims by sentence."""

    report: DocumentReport

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


@dataclass(frozen=True)
class Side:
    """The sentences of one version that a link ties together."""

    version: Version
    sentences: tuple[int, ...]

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

    def text_of(self, span: Span) -> str:
        return span.of(self.prose.text)


class Replaced(NamedTuple):
    """Positions in the words of both sides that do not agree; either range may be empty."""

    old: range
    new: range


@dataclass(frozen=True)
class Pair:
    """Both sides of one link."""

    old: Side
    new: Side

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
