"""A text as the units that are held against another's: words by lemma and sense, numbers and dates by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.comparison.counts import Interval
from claimcheck.comparison.names import fold
from claimcheck.comparison.outcomes import death_phrases
from claimcheck.comparison.periods import DateParts
from claimcheck.enumerations import StrEnum
from claimcheck.grammar import base_of, singular
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Comparator, Prose, Span, Tag
from claimcheck.patterns import compiled
from claimcheck.records import dataclass, replace
from claimcheck.values.numbers import Number, find_numbers
from claimcheck.values.readings import read_number
from claimcheck.values.readings import words as number_words

_YEAR = compiled(r"[12][0-9]{3}\Z")
_DAY = compiled(r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\Z")
_ORDINAL = compiled(r"([0-9]{1,4})(?:st|nd|rd|th)\Z")
_CONTENT = frozenset(
    {
        Tag.NOUN,
        Tag.NAME,
        Tag.ADJECTIVE,
        Tag.NUMBER,
        Tag.VERB,
        Tag.INFINITIVE,
        Tag.GERUND,
        Tag.PARTICIPLE,
        Tag.ADVERB,
        Tag.OTHER,
    }
)
_ASIDE = compiled(r"\([^()]{1,400}\)")
_ORDINALS = ("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CLITICS = {
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'m": "am",
    "ca": "can",
    "wo": "will",
    "n't": "not",
    "sha": "shall",
}
_LIGHT = frozenset(
    {"be", "have", "do", "a", "an", "the", "this", "that", "these", "those", "which", "who", "whom", "'s"}
    | {"of", "to", "in", "at", "on", "by", "for", "as", "according"}
)


_MARKS = frozenset(",;:()[]—–")


class Sort(StrEnum):
    WORD = "word"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a number with its comparator, or a date. Units with one `key` say the same."""

    sort: Sort
    span: Span
    text: str
    key: str
    tag: Tag = Tag.OTHER
    content: bool = True  # carries meaning of its own; a function word does not
    name: bool = False
    sentence: int = -1
    closed: bool = False  # a comma, dash or bracket follows
    aside: bool = False  # stands in round brackets
    lemma: str = ""
    number: Interval | None = None
    date: DateParts | None = None


def read_units(prose: Prose) -> tuple[Unit, ...]:
    """The units of the whole text in order; punctuation is none."""
    reader = _Reader(prose)
    return tuple(
        replace(
            unit,
            sentence=number,
            closed=prose.text[unit.span.end : unit.span.end + 2].lstrip()[:1] in _MARKS,
            aside=any(span.covers(unit.span) for span in asides),
        )
        for number, sentence in enumerate(prose.sentences)
        for asides in (_asides(prose.text, sentence.span),)
        for unit in reader.units(sentence.words)
    )


def _asides(text: str, sentence: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _ASIDE.finditer(text, sentence.start, sentence.end))


@cache
def _canonical() -> dict[str, str]:
    return {word: group[0] for group in load("synonyms") for word in group}


@cache
def lemma_of(lower: str) -> str:
    """The base form of a verb, the singular of a noun, or the word itself."""
    found = base_of(lower)
    if found:
        return found
    one = singular(lower)
    return base_of(one) or _regular(one)


def _regular(word: str) -> str:
    """The base of a verb that no list has, by its ending; other words come back as they are."""
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3 and any(c in "aeiouy" for c in stem):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                return stem[:-1]
            return stem + "e" if stem.endswith(("s", "c", "v", "z", "u", "at", "ir", "g")) else stem
    return word


def sense_of(lemma: str) -> str:
    """The word that stands for all that say the same."""
    return _canonical().get(lemma, lemma)


class _Reader:
    def __init__(self, prose: Prose) -> None:
        self._prose, self._tokens, self._text = prose, prose.tokens, prose.text
        self._numbers: dict[int, Number] = {n.words.start: n for n in find_numbers(prose)}
        self._phrases = Phrases(death_phrases())
        calendar = load("calendar")
        self._months: dict[str, int] = calendar["months"]
        self._doubtful = frozenset(calendar["doubtful_months"])

    def units(self, words: range) -> Iterator[Unit]:
        i, first = words.start, True
        while i < words.stop:
            dated = self._date(i, words.stop)
            if dated:
                i, unit = dated
                yield unit
                continue
            number = self._numbers.get(i)
            if number and number.words and number.words.stop <= words.stop and not number.bare_year:
                counted = self._text[number.span.end : self._tokens.end[number.words[-1]]]
                yield self._number(number.span, Interval(number.number, number.min, number.max, number.comparator))
                if counted:
                    yield from self._rest(Span(number.span.end, self._tokens.end[number.words[-1]]))
                i = number.words.stop
                continue
            phrase = self._phrases.at(self._tokens.lower, i)
            if phrase:
                behind = i + phrase.count(" ") + 1
                span, lemma = Span(self._tokens.start[i], self._tokens.end[behind - 1]), death_phrases()[phrase]
                yield Unit(Sort.WORD, span, span.of(self._text), sense_of(lemma), Tag.PARTICIPLE, lemma=lemma)
                i = behind
                continue
            if self._tokens.lower[i] == "per" and self._tokens.lower[i + 1 : i + 2] == ("cent",):
                span = Span(self._tokens.start[i], self._tokens.end[i + 1])
                yield Unit(Sort.WORD, span, span.of(self._text), "%", Tag.NOUN, lemma="%")
                i += 2
                continue
            yield from self._token(i, first=first)
            first = first and not self._tokens.text[i][0].isalnum()
            i += 1

    def _number(self, span: Span, value: Interval) -> Unit:
        key = f"#{value.comparator}{value.number}" if value.number is not None else f"#{value.least}-{value.most}"
        return Unit(Sort.NUMBER, span, span.of(self._text), key, Tag.NUMBER, number=value)

    def _rest(self, span: Span) -> Iterator[Unit]:
        """What is glued to a number: "%", "km", "-year-old"."""
        for match in re.finditer(r"%|[^\W_]+", span.of(self._text)):
            part = Span(span.start + match.start(), span.start + match.end())
            yield self._word(part, match.group(), Tag.NOUN, name=False)

    def _token(self, i: int, *, first: bool) -> Iterator[Unit]:
        text, tag = self._tokens.text[i], self._tokens.tag[i]
        span = Span(self._tokens.start[i], self._tokens.end[i])
        if text in "%$£€¥":
            yield Unit(Sort.WORD, span, text, text, Tag.NOUN, lemma=text)
            return
        if not any(c.isalnum() for c in text):
            return
        ordinal = _ORDINAL.match(text)
        if ordinal:
            yield Unit(Sort.NUMBER, span, text, f"#{ordinal[1]}th", tag, number=_exact(float(ordinal[1])))
            return
        if text[0].isdigit() or _is_number_word(text):
            read = read_number(self._text, span.start)
            if read and read.value is not None and read.end <= span.end:
                yield self._number(Span(span.start, read.end), _exact(read.value))
                yield from self._rest(Span(read.end, span.end))
                return
        capital = text[0].isupper()
        if "-" in text and not capital:
            at = span.start
            for part in text.split("-"):
                if part:
                    yield self._part(Span(at, at + len(part)), part, tag)
                at += len(part) + 1
            return
        yield self._word(span, text, tag, name=capital and (not first or tag is Tag.NAME) and text != "I")

    def _part(self, span: Span, text: str, tag: Tag) -> Unit:
        """A part of a compound with hyphens."""
        read = read_number(self._text, span.start) if text[0].isalnum() else None
        if read and read.value is not None and read.end == span.end:
            return self._number(span, _exact(read.value))
        return self._word(span, text, tag, name=text[0].isupper())

    def _word(self, span: Span, text: str, tag: Tag, *, name: bool) -> Unit:
        lower = text.lower().replace("’", "'")
        lower = _CLITICS.get(lower, lower)
        if lower in _ORDINALS:
            place = _ORDINALS.index(lower)
            return Unit(Sort.NUMBER, span, text, f"#{place}th", tag, number=_exact(float(place)), lemma=lower)
        lemma = fold(lower) if name else lemma_of(lower)
        content = name or (tag in _CONTENT and _LIGHT.isdisjoint((lemma, lower)))
        key = "%" if lower in ("percent", "pct") else sense_of(lemma)
        return Unit(Sort.WORD, span, text, key, tag, content, name, lemma=lemma)

    def _date(self, i: int, stop: int) -> tuple[int, Unit] | None:
        """A day, month or year that begins at the token, and the token behind it."""
        lower = self._tokens.lower
        year = day = month = None
        at = i
        if self._is_month(i):
            month, at = self._months[lower[i].rstrip(".")], self._behind_month(i, stop)
            if at < stop and _DAY.match(lower[at]):
                day, at = int(re.sub(r"\D", "", lower[at])), at + 1
        elif i + 1 < stop and _DAY.match(lower[i]):
            of = i + 1 + (lower[i + 1] == "of")
            if of < stop and self._is_month(of):
                day, month, at = (
                    int(re.sub(r"\D", "", lower[i])),
                    self._months[lower[of].rstrip(".")],
                    self._behind_month(of, stop),
                )
        elif _YEAR.match(lower[i]) and self._is_year(i, stop):
            year, at = int(lower[i]), i + 1
        if month is not None:
            comma = at + (at < stop and lower[at] == ",")
            if comma < stop and _YEAR.match(lower[comma]):
                year, at = int(lower[comma]), comma + 1
            elif day is None and lower[i] in self._doubtful:
                return None
        if at == i:
            return None
        span = Span(self._tokens.start[i], self._tokens.end[at - 1])
        parts = DateParts(year, month, day)
        return at, Unit(Sort.DATE, span, span.of(self._text), f"@{year}-{month}-{day}", Tag.NUMBER, date=parts)

    def _is_month(self, i: int) -> bool:
        return self._tokens.text[i][0].isupper() and self._tokens.lower[i].rstrip(".") in self._months

    def _behind_month(self, i: int, stop: int) -> int:
        return i + 1 + (i + 1 < stop and self._tokens.lower[i + 1] == ".")

    def _is_year(self, i: int, stop: int) -> bool:
        number = self._numbers.get(i)
        return number is None or number.bare_year


def _is_number_word(text: str) -> bool:
    """Whether the word is a number word that no value was made of: "number two"."""
    return text.lower() in number_words().below


def _exact(value: float) -> Interval:
    return Interval(value, value, value, Comparator.EXACT)
