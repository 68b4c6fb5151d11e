"""Quotations: whether a source has the words, has them otherwise, or has them not.

What may differ, each by its own rule: typography; the case of a letter; an omission marked by "…"; words in square
brackets; a source that breaks the quotation with "she said". All else is an alteration.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from claimcheck.comparison.alignment import align
from claimcheck.lexicon import load
from claimcheck.model import Span
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

_QUOTED = compiled(
    r"[“\"„«]([^“”\"„«»]{1,4000})[”\"»]|(?<!\w)[‘']([^‘’'\n]{1,600}(?:['’]\w[^‘’'\n]{1,600}){0,20})['’](?!\w)"
)
_MARKS = compiled(
    r"(?P<gap>\[?(?:…|\.\s?\.\s?\.)\]?)|\[(?P<bracket>[^\]\n]{0,200})\]|(?P<word>[^\W_]+(?:['’‑-][^\W_]+)*(?:[.,:]\d+)*|[%$£€])"
)
_OMITTED = 80  # words that "…" may stand for
_BRACKETED = 8  # words that "[them]" may stand for
_SEED = 3  # words in a row that two texts must share to be compared
_LIKE = 0.6  # the share of its words that an altered quotation must still have
_AROUND = (3, 8)  # words that an alteration may have added or left out
_TRIED = 3  # places in the source
_SPLIT = 12  # words that may stand between the two halves of a quotation ("the minister told reporters on Friday")


class Finding(StrEnum):
    FOUND = "found"
    ALTERED = "altered"
    ABSENT = "absent"


class Alteration(NamedTuple):
    """Words of the quotation and the words that the source has in their place; either may be empty."""

    quoted: str
    source: str


class Located(NamedTuple):
    finding: Finding
    span: Span | None = None  # in the source
    alterations: tuple[Alteration, ...] = ()
    cut: str = ""  # the words behind the quotation that take something back
    score: float = 0.0


class _Laid(NamedTuple):
    score: float
    changed: int  # words
    located: Located


class _Word(NamedTuple):
    lower: str
    text: str
    start: int
    end: int
    gap: int = 0  # how many words of the source may have been left out before it


def quotations_in(text: str) -> tuple[Span, ...]:
    """What stands between quotation marks, without the marks."""
    return tuple(Span(*(m.span(1) if m[1] is not None else m.span(2))) for m in _QUOTED.finditer(text))


class QuotedText:
    """A source in which quotations are looked up: three words in a row lead to their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = _words(text, source=True)
        self._places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._single: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self._words):
            self._single[word.lower].append(i)
            self._places[tuple(w.lower for w in self._words[i : i + _SEED])].append(i)

    def locate(self, quotation: str) -> Located:
        """The quotation in the source: all of its words in order, or the stretch that is most like it."""
        words = _words(quotation, source=False)
        if not words:
            return Located(Finding.ABSENT)
        return self._exact(words) or self._altered(words) or Located(Finding.ABSENT)

    def _exact(self, words: Sequence[_Word]) -> Located | None:
        head = tuple(w.lower for w in words[:_SEED])
        whole = len(head) == _SEED and not any(w.gap for w in words[1:_SEED])
        places = self._places.get(head, []) if whole else []
        for start in places or self._single.get(head[0], []):
            end = self._follow(words, start)
            if end is not None:
                span = Span(self._words[start].start, self._words[end - 1].end)
                return Located(Finding.FOUND, span, (), self._cut(end), 1.0)
        return None

    def _follow(self, words: Sequence[_Word], start: int) -> int | None:
        """Where the words end when they begin at the place and nothing but what is allowed is left out."""
        at = start
        for i, word in enumerate(words):
            if at < len(self._words) and self._words[at].lower == word.lower and not word.gap:
                at += 1
                continue
            ahead = self._ahead(at, words[i:])
            if ahead is None:
                return None
            at = ahead + 1
        return at

    def _ahead(self, at: int, words: Sequence[_Word]) -> int | None:
        """The next place of the words across an omission or across "she said" between closed and opened marks."""
        word = words[0]
        if at == 0 or at >= len(self._words):
            return None
        allowed = word.gap
        between = self.text[self._words[at - 1].end : self._words[at].start]
        if not allowed and re.search(r"[”\"»’']", between):
            allowed = _SPLIT
            for i in range(at + 1, min(len(self._words), at + 1 + allowed)):
                opening = re.search(r"[“\"«‘'„]", self.text[self._words[i - 1].end : self._words[i].start])
                if opening and self._goes_on(i, words):
                    return i
            return None
        for i in range(at, min(len(self._words), at + 1 + allowed)):
            if self._goes_on(i, words):
                return i
        return None

    def _goes_on(self, at: int, words: Sequence[_Word]) -> bool:
        """Whether the words, up to three of them and up to the next omission, stand at the place."""
        for i, word in enumerate(words[:_SEED]):
            if i and word.gap:
                return True
            if at + i >= len(self._words) or self._words[at + i].lower != word.lower:
                return False
        return True

    def _altered(self, words: Sequence[_Word]) -> Located | None:
        """The stretch of the source that shares most runs of words with the quotation, and what differs there."""
        votes: Counter[int] = Counter()
        for i in range(len(words) - _SEED + 1):
            for place in self._places.get(tuple(w.lower for w in words[i : i + _SEED]), ()):
                votes[place - i] += 1
        if not votes:
            for i in range(len(words) - 1):
                for place in self._single.get(words[i].lower, ()):
                    if place + 1 < len(self._words) and self._words[place + 1].lower == words[i + 1].lower:
                        votes[place - i] += 1
        tried = [
            laid
            for offset, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_TRIED]
            for around in _AROUND
            if (laid := self._laid(words, offset, around))
        ]
        best = max(tried, default=None, key=lambda laid: (laid.score, -laid.changed))
        return None if best is None or best.score < _LIKE or len(words) < _SEED else best.located

    def _laid(self, words: Sequence[_Word], offset: int, around: int) -> _Laid | None:
        """The quotation laid on the words of the source from the offset on, and some before and behind."""
        low = max(0, offset - around)
        high = min(len(self._words), offset + len(words) + around + sum(word.gap for word in words))
        stretch = self._words[low:high]
        found = align([word.lower for word in words], [word.lower for word in stretch])
        if not found.pairs:
            return None
        edits = [edit for edit in found.edits if edit.claim or not edit.edge]
        changes = tuple(
            Alteration(" ".join(words[i].text for i in edit.claim), " ".join(stretch[j].text for j in edit.passage))
            for edit in edits
        )
        score = len(found.pairs) / len(words)
        span = Span(stretch[found.pairs[0][1]].start, stretch[found.pairs[-1][1]].end)
        changed = sum(max(len(edit.claim), len(edit.passage)) for edit in edits)
        return _Laid(score, changed, Located(Finding.ALTERED, span, changes, "", score))

    def _cut(self, end: int) -> str:
        """The word right behind the quotation, in the same sentence, that takes something back."""
        if end >= len(self._words):
            return ""
        between = self.text[self._words[end - 1].end : self._words[end].start]
        if re.search(r"[.!?\n]", between) or self._words[end].lower not in _takes_back():
            return ""
        return self._words[end].text


@cache
def _takes_back() -> frozenset[str]:
    return frozenset(load("limits")["exceptions"]) | frozenset(load("polarity")["negations"])


def _words(text: str, *, source: bool) -> list[_Word]:
    """The words of a quotation or of a source, typography made one; marks of omission become gaps."""
    found: list[_Word] = []
    gap = 0
    for match in _MARKS.finditer(text):
        if match["word"] is not None:
            found.append(_Word(_plain(match["word"]), match["word"], match.start(), match.end(), gap))
            gap = 0
        elif match["gap"] is not None:
            gap = _OMITTED
        elif source:
            inner = match.start("bracket")
            found += [
                _Word(w.lower, w.text, w.start + inner, w.end + inner) for w in _words(match["bracket"], source=True)
            ]
        else:
            gap = max(gap, _BRACKETED)
    return found


def _plain(word: str) -> str:
    folded = unicodedata.normalize("NFKC", word).lower()
    return folded.replace("’", "'").replace("‘", "'").replace("‑", "-")
