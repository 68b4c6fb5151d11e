"""The words of a text as dates need them: letters and digits apart, in step with their offsets."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, compress

from claimcheck.grammar.tokens import stretches
from claimcheck.lexicon import load
from claimcheck.model import Bound, Comparator, Document, Part
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple
from claimcheck.values.calendar import Grain

_WORD = compiled(r"([^\W\d_]+|[0-9]+|\n|[^\w\s]|_)")
_APOSTROPHES = frozenset("’‘ʼ")
# More than any rule looks ahead, so that no rule has to ask where the text ends; barriers match nothing.
_MARGIN = 24
BARRIER = "\n"
DASHES = frozenset(("-", "–", "—", "‑", "~"))
TO = frozenset(("to", "until", "till", "through", "thru"))
ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th", "d"))  # "the 2d and 3d of May" is how older books have it
_CLAUSE_ENDS = frozenset((*'.,;:)!?"”—–-', "and", "but", BARRIER))
_SHORT_NAMES = frozenset(("may", "june", "july"))  # these are no abbreviations: a dot behind them ends the sentence


class Words(NamedTuple):
    """Columns of words in lower case; a `BARRIER` stands between blocks and beyond both ends."""

    text: str
    low: list[str]
    start: Sequence[int]
    end: Sequence[int]

    def glued(self, i: int) -> bool:
        """Whether nothing stands between this word and the next."""
        return self.end[i] == self.start[i + 1] and self.low[i + 1] != BARRIER

    def capital(self, i: int) -> bool:
        return self.text[self.start[i] : self.start[i] + 1].isupper()


def cut(document: Document) -> Words:
    """All words of the document, with the margin behind them."""
    text = document.text
    block_ends = {b.span.end for b in document.blocks}
    lower: dict[str, str] = {}
    low: list[str] = []
    start, end = array("i"), array("i")
    for stretch in stretches(text):
        pieces = _WORD.split(stretch.of(text))  # what stands between the words, and the words, in turn
        stops = list(accumulate(map(len, pieces), initial=stretch.start))
        written, starts, ends = pieces[1::2], stops[1:-1:2], stops[2:-1:2]
        for word in {*written}:
            if word not in lower:
                lower[word] = "'" if word in _APOSTROPHES else word.lower()
        if BARRIER in lower:
            kept = [word != BARRIER or at in block_ends for word, at in zip(written, starts, strict=True)]
            written, starts, ends = (
                list(compress(written, kept)),
                list(compress(starts, kept)),
                list(compress(ends, kept)),
            )
        low += [lower[word] for word in written]
        start.fromlist(starts)
        end.fromlist(ends)
    low += [BARRIER] * _MARGIN
    start.fromlist([len(text)] * _MARGIN)
    end.fromlist([len(text)] * _MARGIN)
    return Words(text, low, start, end)


class Holiday(NamedTuple):
    words: tuple[str, ...]
    month: int
    day: int
    yearly: bool  # kept each year, rather than lived through in one


class Lexicon(NamedTuple):
    """`lexicon/calendar.yaml`, in the shapes that the rules look things up in."""

    months: dict[str, int]
    doubtful_months: frozenset[str]
    weekdays: dict[str, int]
    after_weekday_in_names: frozenset[str]
    before_weekday_in_names: frozenset[str]
    seasons: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    parts: dict[str, Part]
    vague: dict[str, tuple[float | None, float | None]]
    holidays: dict[str, tuple[Holiday, ...]]  # by their first word, longest first
    before_years: frozenset[str]
    before_numbers: frozenset[str]
    after_numbers: frozenset[str]
    bounds: dict[str, Bound]
    future: frozenset[str]
    put_off: frozenset[str]
    before_months: frozenset[str]
    before_may: frozenset[str]
    before_lower_may: frozenset[str]
    before_verbs: frozenset[str]
    before_seasons: frozenset[str]
    inside_lengths: frozenset[str]
    before_lengths: frozenset[str]
    before_open_lengths: frozenset[str]
    comparators: dict[tuple[str, ...], Comparator]
    approximate: frozenset[str]
    before_topics: frozenset[str]
    asides: frozenset[str]
    written: frozenset[str]
    laws: frozenset[str]
    after_seasons: frozenset[str]
    money: frozenset[str]
    past: frozenset[str]


GRAINS = {
    "day": Grain.DAY,
    "weekend": Grain.WEEKEND,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}


@cache
def lexicon() -> Lexicon:
    """The words of the calendar."""
    data = load("calendar")
    holidays: dict[str, list[Holiday]] = {}
    for kind in ("holidays", "observances"):
        for name, (month, day) in data[kind].items():
            words = tuple(_WORD.findall(name))
            holidays.setdefault(words[0], []).append(Holiday(words, month, day, kind == "observances"))
    shaped: dict[str, object] = {
        "parts": {word: Part(part) for word, part in data["parts"].items()},
        "holidays": {w: tuple(sorted(h, key=lambda x: -len(x.words))) for w, h in holidays.items()},
        "bounds": {word: Bound(side) for word, side in data["bounds"].items()},
        "vague": {word: (low, high) for word, (low, high) in data["vague"].items()},
        "comparators": {tuple(w.split()): Comparator(name) for name, ws in data["comparators"].items() for w in ws},
    }
    sets = {key: frozenset(words) for key, words in data.items() if isinstance(words, list)}
    return Lexicon(**{key: value for key, value in {**data, **sets, **shaped}.items() if key in Lexicon._fields})


def read_month(words: Words, i: int) -> tuple[int, int] | None:
    """The month whose name stands here, and where it ends (with the dot of an abbreviation)."""
    month = lexicon().months.get(words.low[i])
    if month is None:
        return None
    dotted = words.low[i + 1] == "." and words.glued(i) and len(words.low[i]) < 5 and words.low[i] not in _SHORT_NAMES
    return month, i + 1 + dotted


def clause_ends(words: Words, j: int) -> bool:
    """Whether nothing more of the clause follows that the words before could belong to."""
    return words.low[j] in _CLAUSE_ENDS
