"""Cuts a text into words, numbers and marks."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Span
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

# Marks that nobody sees: where words may break, and in which direction they run. They part words as a blank does.
_UNSEEN = r"\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_TOKEN = compiled(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
  | [^\W\d_]\.(?:[^\W\d_]\.)+(?:[-‑][^\W_]+)*                              # U.S.  a.m.  J.K.
  | [^\W_]+(?:[-‑'’&][^\W_]+                              # Pour-Mohammadi  O'Brien's  AT&T  7-year
        |(?<=\d)(?:[.:/]\d[^\W_]*|,\d{{3}}(?!\d)|,\d\d(?=,\d)))*(?:\.(?!\.))?   # 4,482  6.5  11:30
  | ['’](?:s|re|ve|ll|d|m|em|\d0s)(?![^\W_])               # 's where it stands alone
  | [@\#][^\W_]\w*
  | ''|``|--+|\.\.+
  | [^\s{_UNSEEN}]
    """,
    re.VERBOSE,
)
_CLITICS = ("n't", "n’t", "'s", "’s", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m")
_NEXT = compiled(rf"[\s{_UNSEEN}]{{0,8}}(\S?)(\w?)")
# A capital and a full stop before one of these is the end of a sentence ("Plan B. The"), not an initial.
_STARTERS = compiled(
    r"\s{1,8}(?:(?:The|A|An|He|She|It|They|We|In|On|At|But|And|This|That|These|Those|His|Her|Its|Their|There|However|For"
    r"|Of|To|If|When|After|From|With|Who|What|Why|How|Some|Most|Many|You|My|Our|Your|While|Because|Although|Both)\b"
    r"|I(?:['’]|\s(?:am|have|had|was|did|do|can|could|know|think|want|will|wish|would)\b))"
)


_SPACE = compiled(r"\s")
_STRETCH = 1 << 14  # characters that are cut at a time


class Cut(NamedTuple):
    """Columns of tokens that have no tags yet."""

    start: Sequence[int]
    end: Sequence[int]
    text: tuple[str, ...]
    lower: tuple[str, ...]


@cache
def abbreviations() -> dict[str, str]:
    """Each abbreviation without its full stop, with the group of the lexicon that it stands in."""
    return {
        form: group
        for group, words in load("abbreviations").items()
        for word in words
        for form in ((word, word.upper()) if word[0].isupper() else (word,))
    }


def tokenise(text: str) -> Cut:
    """Every token of the text, in order; white space and marks that nobody sees belong to none."""
    start, end = array("i"), array("i")
    written: list[str] = []
    lower: list[str] = []
    forms: dict[str, str] = {}  # each word once, however often the text has it
    lowered: dict[str, str] = {}
    before = ""
    for stretch in stretches(text):
        spans, words, before = _cut(text, stretch, before)
        for word in {*words}:
            if word not in lowered:
                low = word.lower().replace("’", "'")
                forms.setdefault(word, word)
                lowered[word] = forms.setdefault(low, low)
        start.fromlist([s for s, _ in spans])
        end.fromlist([e for _, e in spans])
        written += map(forms.__getitem__, words)
        lower += map(lowered.__getitem__, words)
    return Cut(start, end, tuple(written), tuple(lower))


def stretches(text: str) -> Iterator[Span]:
    """The text in pieces of some thousand characters that each end with white space, where it has any."""
    start = 0
    while start < len(text):
        gap = _SPACE.search(text, start + _STRETCH)
        end = gap.end() if gap else len(text)
        yield Span(start, end)
        start = end


def _cut(text: str, stretch: Span, before: str) -> tuple[list[tuple[int, int]], list[str], str]:
    """The places of the tokens and their words, and the last of the words; `before` is the one before the stretch."""
    spans = [m.span() for m in _TOKEN.finditer(text, *stretch)]
    words = [text[start:end] for start, end in spans]
    following = words[-1] if words else before
    known = abbreviations()
    cut: list[tuple[int, int]] = []
    last = 0
    for i in [i for i, word in enumerate(words) if word[-1] == "." or "'" in word or "’" in word or word in _FUSED]:
        pieces = _pieces(text, words[i], *spans[i], known, words[i - 1] if i else before)
        if len(pieces) > 1:
            cut += spans[last:i]
            cut += pieces
            last = i + 1
    if last:
        spans = cut + spans[last:]
        words = [text[start:end] for start, end in spans]
    return spans, words, following


_FUSED = {"cannot": 3, "Cannot": 3, "CANNOT": 3, "gonna": 3, "gotta": 3, "wanna": 3}


def _pieces(
    text: str, word: str, start: int, end: int, known: dict[str, str], before: str
) -> tuple[tuple[int, int], ...]:
    """The tokens in a stretch that ends with a full stop or holds an apostrophe."""
    stop: tuple[tuple[int, int], ...] = ()
    if len(word) > 1 and word[-1] == "." and word[0] != "." and not _keeps_stop(text, word, end, known, before):
        word, end, stop = word[:-1], end - 1, ((end - 1, end),)
    if word in _FUSED:
        middle = start + _FUSED[word]
        return ((start, middle), (middle, end), *stop)
    folded = word.lower()
    for clitic in _CLITICS:
        if folded.endswith(clitic) and len(folded) > len(clitic):
            middle = end - len(clitic)
            return ((start, middle), (middle, end), *stop)
    return ((start, end), *stop)


def _keeps_stop(text: str, word: str, end: int, known: dict[str, str], before: str) -> bool:
    stem = word[:-1]
    if "." in stem and stem[-2:-1] == ".":
        return True  # letters with stops between them
    following = _NEXT.match(text, end)
    after = following[1] if following else ""
    if len(stem) == 1 and stem.isupper():
        return (
            after.isupper()
            and not _STARTERS.match(text, end)
            and not (stem == "I" and before != "." and before[:1].islower())
        )
    match known.get(stem):
        case None:
            return False
        case "before_number":
            return after.isdigit()
        case "month":
            return after.isdigit() or before[:1].isdigit()
        case "after_comma":
            return before == ","
        case "title":
            return after.isalnum() or after in "\"“‘'("
        case _:
            return True
