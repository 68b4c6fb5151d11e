"""Finds the numbers of a text with their comparators: "over 30,000", "between 2,800 and 5,000", "hundreds"."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from claimcheck.lexicon import load
from claimcheck.model import Comparator, Prose, Sentence, Span, Tag, Tokens
from claimcheck.values.counted import is_person
from claimcheck.values.readings import Form, Reading, read_number, read_vague, words

_CURRENCY = re.compile(
    r"(?:(?:\b(?:US|USD|AU|A|CA|C|NZ|HK|S|R|NT))?\s?\$|[£€¥₹₽₩₪₺₦฿]"
    r"|\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|RUB|ZAR|SEK|NOK|DKK|BRL|MXN|Rs\.?))\s?\Z"
)
_TO = re.compile(
    r"(?P<unit>\s?(?:%|°\s?[CF]?|[a-zA-Z]{1,12}|per\s?cent))??(?P<dash>\s?[-–—‑]\s?)(?=[$£€\d.])"
    r"|(?P<unit2>\s?(?:%|°\s?[CF]?|[a-zA-Z]{1,12}|per\s?cent))??-?\s{1,4}(?P<word>to|or|and|up\sto|through)\s{1,4}",
    re.IGNORECASE,
)
_IN = re.compile(r"\s{1,4}(?P<word>in\severy|out\sof\severy|of\severy|out\sof|in)\s{1,4}(?=[\w])", re.IGNORECASE)
_PLUS_MINUS = re.compile(r"\s?(?:±|\+/-|\+-)\s?(?=[\d.])")
_COMPOUND = re.compile(r"[-‐‑](?P<word>[^\W\d_]{1,20})")
_NEGATIVE = re.compile(r"(?:^|[\s(])([-−–]|minus\s)\Z", re.IGNORECASE)
_BOUNDS = (Comparator.OVER, Comparator.AT_LEAST, Comparator.UNDER, Comparator.AT_MOST)
_HYPHENS = "-‐‑"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text. `span` takes in the comparator, a range's both ends and a currency before the figure.

    "About" leaves number, min and max alike: the text gives no interval, and one made up here would say more than
    the text. Vague words have an interval and no number; so have ranges. `core` is the number without its
    comparator. `compound` is the word that a hyphen ties to it: "member" in "five-member".
    """

    span: Span
    core: Span
    words: range  # the tokens of the span
    number: float | None
    min: float | None
    max: float | None
    comparator: Comparator
    form: Form
    sentence: int
    currency: str = ""
    compound: str = ""
    glued: bool = False  # letters follow without a space: a unit or a model name
    bare_year: bool = False  # "1988": four figures with nothing that makes them a quantity


def find_numbers(prose: Prose, *, taken: tuple[Span, ...] = ()) -> tuple[Number, ...]:
    """Every number that may count or measure something, in order; dates, times, labels and names are left out."""
    found: list[Number] = []
    tokens, lexicon, blocked = prose.tokens, _lexicon(), _Blocked(taken)
    beginnings = words().beginnings
    for index, sentence in enumerate(prose.sentences):
        done = sentence.span.start
        for i in sentence.words:
            lower = tokens.lower[i]
            if lower in beginnings or lower[0].isdigit() or not lower.isascii() or "-" in lower or lower == ".":
                if tokens.start[i] < done or (at := _begins(tokens, i, beginnings)) is None:
                    continue
                number = _at(prose, sentence, index, i, at, lexicon)
                if number is None:
                    continue
                done = max(done, number.span.end)
                valued = number.number is not None or number.min is not None or number.max is not None
                if valued and not blocked.overlaps(number.core):
                    found.append(number)
    return tuple(found)


class _Blocked:
    """Spans that belong to other values, asked in the order of the text."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = sorted(spans)
        self.starts = [s.start for s in self.spans]

    def overlaps(self, span: Span) -> bool:
        index = bisect.bisect_left(self.starts, span.end)
        return any(s.overlaps(span) for s in self.spans[max(0, index - 2) : index])


@dataclass(frozen=True, slots=True)
class _Lexicon:
    before: dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]  # by the last word
    after: dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]  # by the first
    filler: frozenset[str]
    topic: frozenset[str]
    labels: frozenset[str]
    clock: frozenset[str]
    months: frozenset[str]
    year_after: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    change: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    raw: dict[str, Any] = load("comparators")
    numbers: dict[str, Any] = load("numbers")

    def phrases(side: dict[str, list[str]], key: int) -> dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]:
        table: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
        for name, entries in side.items():
            for entry in entries:
                split = tuple(entry.split())
                table.setdefault(split[key], []).append((split, Comparator(name)))
        return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}

    names = ("labels", "clock", "months", "year_after", "one_before", "one_after", "change_verbs")
    return _Lexicon(
        phrases(raw["before"], -1),
        phrases(raw["after"], 0),
        frozenset(raw["filler"]),
        frozenset(raw["topic"]),
        *(frozenset(numbers[name]) for name in names),
    )


def _begins(tokens: Tokens, i: int, beginnings: frozenset[str]) -> int | None:
    """The offset at which a number may start inside the token, past a sign; None where none does."""
    lower, start = tokens.lower[i], tokens.start[i]
    if lower in beginnings or lower[0].isdigit() or lower[0] == ".":
        return start
    if not lower[0].isascii() and lower[0].isnumeric():
        return start
    return start if "-" in lower and lower.split("-", 1)[0] in beginnings else None


def _at(prose: Prose, sentence: Sentence, index: int, i: int, at: int, lexicon: _Lexicon) -> Number | None:
    """The number at the offset; one with no value where something stands that must be stepped over."""
    text, tokens = prose.text, prose.tokens
    first = i
    read: Reading | None
    if (vague := _vague(prose, i)) is not None:
        phrase, first = vague
        if (
            phrase == "few"
            and i > sentence.words.start
            and tokens.lower[i - 1] in ("the", "these", "those", "very", "too")
        ):
            return None
        read = read_vague(text, tokens.start[first], phrase)
    else:
        read = read_number(text, at)
    if read is None or read.end > sentence.span.end:
        return None
    nothing = Number(
        Span(at, read.end), Span(at, read.end), range(i, i + 1), None, None, None, Comparator.EXACT, read.form, index
    )
    figure = text[at].isdigit() or text[at] == "."
    if figure and (step := _not_a_number(text, at, read.end)) is not None:
        return replace(nothing, span=Span(at, step))
    if (
        first == i
        and i > sentence.words.start
        and tokens.lower[i - 1] in ("a", "an")
        and _takes_article(read, tokens.lower[i])
    ):
        first = i - 1
    if read.form is Form.PART and not _is_part(tokens, i, first, figure):
        return None
    core = Span(tokens.start[first], read.end)
    number = Number(
        core,
        core,
        range(first, i + 1),
        read.value,
        read.least,
        read.most,
        Comparator.VAGUE if read.form is Form.VAGUE else Comparator.EXACT,
        read.form,
        index,
    )
    number = _with_sign_and_currency(text, number, sentence)
    number = _with_range(text, number, read, sentence, tokens, lexicon)
    if number.core.end == read.end and re.match(r"[-‐‑–:]\d", text[read.end : read.end + 2]):
        tail = re.compile(r"[-‐‑–:\d]{1,20}").match(text, read.end)
        return replace(nothing, span=Span(at, tail.end() if tail else read.end))  # a score: 2-0
    number = _with_suffix(text, number, sentence, tokens, lexicon)
    number = _with_comparator(text, number, sentence, tokens, lexicon)
    if figure and not number.currency and number.comparator is Comparator.EXACT:
        if _is_time(tokens, number, sentence, lexicon):
            return replace(nothing, span=Span(at, number.span.end))
        number = replace(number, bare_year=_is_year(text, number, tokens, sentence, lexicon))
    if _is_label(text, tokens, number, sentence, lexicon) or _is_name(prose, number, sentence):
        return replace(nothing, span=Span(at, number.span.end))
    if number.number == 1 and not figure and _is_pronoun(text, tokens, number, sentence, lexicon):
        return None
    return number


# --- what is read ---
def _vague(prose: Prose, i: int) -> tuple[str, int] | None:
    """The vague phrase that the token is the heart of, and the token it starts with."""
    lower = prose.tokens.lower
    word = lower[i]
    if word in ("few", "many") and i and lower[i - 1] in ("as", "how", "so", "too"):
        return None
    if word in words().vague:
        if word == "few" and i and lower[i - 1] == "a":
            return "a few", i - 1
        return word, i
    if word in ("couple", "handful", "number") and i and lower[i - 1] == "a" and lower[i + 1 : i + 2] == ("of",):
        return f"a {word} of", i - 1
    return None


def _takes_article(read: Reading, word: str) -> bool:
    return read.form is Form.PART or word.split("-")[0] in ("hundred", "dozen", "half", "quarter", *words().magnitudes)


def _is_part(tokens: Tokens, i: int, first: int, figure: bool) -> bool:
    """ "a third" alone may be an ordinal: it is a part before "of", a mark, or the end."""
    if figure or tokens.lower[i] not in words().parts or not tokens.lower[i].isascii():
        return True
    if tokens.lower[i] in ("second", "seconds") or (first == i and tokens.lower[i] not in ("half", "quarter")):
        return False
    after = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else "."
    if tokens.lower[i] == "half":
        return after in ("of", "the", "all", "its", "their", "his", "her", "our", "those", "these")
    return after in ("of", "the", "all", "its", "their") or not after[0].isalnum()


def _not_a_number(text: str, start: int, end: int) -> int | None:
    """Where to go on when the figure is part of a date, time, score, version, code or name; None if it is a number."""
    before, prior = text[start - 1 : start], text[start - 2 : start - 1]
    code = (
        before.isalpha()
        or before in ("_", "#", "@", "&", "\\")
        or (before in ("/", ":", ".", ",", *_HYPHENS, "–") and prior.isalnum())
        or (before == "." and prior == ".")
    )
    after, next_one = text[end : end + 1], text[end + 1 : end + 2]
    if after in ("/", ":", ".", "'", "’") and (next_one.isdigit() or (after in "'’" and next_one == "s")):
        code = True
    if after in _HYPHENS and after and re.match(r"[-‐‑][\dA-Z]{1,6}[-‐‑]", text[end : end + 8]):
        code = True  # 2010-09-CA-159, a telephone number
    if text[start] == "0" and text[start : start + 2].isdigit():
        code = True
    if re.match(r"(?:st|nd|rd|th|s|d)\b", text[end : end + 3], re.IGNORECASE):
        code = True
    if (
        before == "["
        and after == "]"
        and not re.match(r"\]\s(?:people|persons|men|women)\b", text[end : end + 12].lower())
    ):
        code = True
    if not code:
        return None
    tail = re.compile(r"[\w.,:/’'&-]{0,40}").match(text, end)
    stop = tail.end() if tail is not None else end
    return max(end, start + len(text[start:stop].rstrip(".,:'’")))


def _with_sign_and_currency(text: str, number: Number, sentence: Sentence) -> Number:
    before = text[max(sentence.span.start, number.core.start - 6) : number.core.start]
    currency = _CURRENCY.search(before)
    if currency is not None:
        start = number.core.start - len(before) + currency.start()
        start += len(currency.group()) - len(currency.group().lstrip())
        return replace(
            number,
            currency=currency.group().strip(),
            span=Span(start, number.core.end),
            core=Span(start, number.core.end),
        )
    sign = _NEGATIVE.search(before)
    if sign is not None and number.form is Form.FIGURE and number.number is not None:
        if sign.group(1) == "–" or (sign.group(1) == "-" and before[:1].isalnum() and sign.start() == 0):
            return number
        start = number.core.start - len(sign.group(1))
        value = -number.number
        return replace(
            number,
            number=value,
            min=value,
            max=value,
            core=Span(start, number.core.end),
            span=Span(start, number.core.end),
        )
    return number


def _with_range(
    text: str, number: Number, read: Reading, sentence: Sentence, tokens: Tokens, lexicon: _Lexicon
) -> Number:
    """ "3,000 to 5,000", "2-3 million", "between $3 and $5": an interval whose ends the text gives."""
    end = number.core.end
    spread = _PLUS_MINUS.match(text, end)
    if (
        spread is not None
        and number.number is not None
        and (by := read_number(text, spread.end()))
        and by.value is not None
    ):
        return replace(
            number,
            min=number.number - by.value,
            max=number.number + by.value,
            core=Span(number.core.start, by.end),
            span=Span(number.span.start, by.end),
            comparator=Comparator.ABOUT,
        )
    share = _IN.match(text, end)
    if share is not None and number.number is not None and (of := _share(text, share, number, sentence, tokens)):
        value = number.number / of[1]
        whole = Span(number.core.start, of[0])
        return replace(number, number=value, min=value, max=value, form=Form.PART, core=whole, span=whole)
    link = _TO.match(text, end)
    if link is None or number.form is Form.PART:
        return number
    at, sign = link.end(), None
    if number.currency and text.startswith(number.currency, at):
        at += len(number.currency)
    elif (sign := re.match(r"[-−]", text[at : at + 1])) is not None and number.number is not None and number.number < 0:
        at += 1
    if at >= sentence.span.end or (other := read_number(text, at)) is None or other.form in (Form.PART,):
        return number
    before = _words_before(tokens, number.words.start, sentence, 6)
    word = (link["word"] or "").lower()
    between = before[-1:] == ("between",)
    if (word == "and") != between or not _is_range(text, link, before, other.end, lexicon):
        return number
    low, high, shown = _shared_scale(number, read, other)
    if sign is not None and high is not None:
        low, high = min(-high, low or 0.0), max(-high, low or 0.0)
    if low is None or high is None or not low < high:
        if (
            word == "to"
            and not link["unit2"]
            and before[-1:] not in (("from",), ("by",))
            and not lexicon.change & {*before}
        ):
            return replace(number, span=Span(number.span.start, other.end), number=None, min=None, max=None)  # 3 to 2
        return number
    if link["dash"] and _is_year_like(low) and _is_year_like(high) and not shown:
        return replace(number, span=Span(number.span.start, other.end), number=None, min=None, max=None)
    start = number.span.start
    if between or before[-1:] == ("from",):
        start = tokens.start[number.words.start - 1]
        number = replace(number, words=range(number.words.start - 1, number.words.stop))
    form = Form.FIGURE if number.form is Form.FIGURE else number.form
    unclear = number.form is Form.VAGUE or other.form is Form.VAGUE
    return replace(
        number,
        number=None,
        min=low,
        max=high,
        comparator=Comparator.VAGUE if unclear else Comparator.BETWEEN,
        core=Span(number.core.start, other.end),
        span=Span(start, other.end),
        form=form,
    )


def _share(
    text: str, share: re.Match[str], number: Number, sentence: Sentence, tokens: Tokens
) -> tuple[int, float] | None:
    """ "Four in 10 voters", "two out of three": where the second number ends, and its value."""
    other = read_number(text, share.end()) if share.end() < sentence.span.end else None
    if other is None or other.value is None or number.number is None or not 0 < number.number < other.value:
        return None
    stop = bisect.bisect_left(tokens.start, other.end)
    last = stop >= sentence.words.stop or not tokens.lower[stop][0].isalnum()
    people = not last and any(is_person(w) for w in tokens.lower[stop : min(stop + 3, sentence.words.stop)])
    verb = not last and tokens.tag[stop] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    round_number = other.value in (3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000)
    if share["word"].lower() != "in" or (round_number and (people or verb)):
        return other.end, other.value
    return None


def _is_range(text: str, link: re.Match[str], before: tuple[str, ...], end: int, lexicon: _Lexicon) -> bool:
    unit = (link["unit"] or link["unit2"] or "").strip().lower()
    if unit and not re.sub(r"^[\s-]+", "", text[end : end + 16].lower()).startswith(unit):
        return False  # "rose 6.5% to 164", "12 men to 15"
    if before[-1:] == ("from",) and lexicon.change.intersection(before):
        return False  # "rose from 10 to 20" names two points
    if link["dash"]:
        after = text[end : end + 2]
        shown = re.match(r"\s?[%°a-zA-Z]", after) or before[-1:] == (":",)
        small_score = len(text[link.end() : end]) <= 2 and not shown
        return not small_score and not re.match(r"[-–:/]\d", after) and "—" not in link["dash"]
    return True


def _shared_scale(number: Number, read: Reading, other: Reading) -> tuple[float | None, float | None, bool]:
    """Both ends; a magnitude that is written once, after the second, holds for both: 2-3 million."""
    low, high = number.min, other.most
    shown = read.scale > 1 or other.scale > 1
    if (
        low is not None
        and other.value is not None
        and read.scale == 1
        and other.scale >= 100
        and low < other.value / other.scale
    ):
        low *= other.scale
    return low, high, shown


def _with_suffix(text: str, number: Number, sentence: Sentence, tokens: Tokens, lexicon: _Lexicon) -> Number:
    """Takes in "60-plus", "60+", "12 or more", and the word that a hyphen ties to the number."""
    end = number.core.end
    stop = bisect.bisect_left(tokens.start, end, lo=number.words.start)
    number = replace(number, words=range(number.words.start, max(stop, number.words.start + 1)))
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        return _bounded(number, Comparator.AT_LEAST, Span(number.span.start, end + 1), number.words)
    compound = _COMPOUND.match(text, end)
    if compound is not None:
        word = compound["word"].lower()
        if word in ("plus", "odd"):
            comparator = Comparator.AT_LEAST if word == "plus" else Comparator.ABOUT
            stop = bisect.bisect_left(tokens.start, compound.end(), lo=number.words.start)
            return _bounded(
                number, comparator, Span(number.span.start, compound.end()), range(number.words.start, stop)
            )
        return replace(number, compound=word)
    number = replace(number, glued=text[end : end + 1].isalpha())
    follows = number.words.stop
    if follows < sentence.words.stop:
        for phrase, comparator in lexicon.after.get(tokens.lower[follows], ()):
            last = follows + len(phrase)
            if last <= sentence.words.stop and tokens.lower[follows:last] == phrase:
                return _bounded(
                    number, comparator, Span(number.span.start, tokens.end[last - 1]), range(number.words.start, last)
                )
    return number


def _bounded(number: Number, comparator: Comparator, span: Span, covered: range) -> Number:
    """The number with its ends as the comparator leaves them: "over 30" is open above."""
    low, high = number.min, number.max
    if comparator in (Comparator.OVER, Comparator.AT_LEAST):
        high = None
    elif comparator in (Comparator.UNDER, Comparator.AT_MOST):
        low = None
    elif number.comparator is not Comparator.EXACT:
        comparator = number.comparator
    return replace(number, min=low, max=high, comparator=comparator, span=span, words=covered)


def _with_comparator(text: str, number: Number, sentence: Sentence, tokens: Tokens, lexicon: _Lexicon) -> Number:
    """Takes in the words before the figure; of several, a bound outweighs "about" ("more than an estimated 50")."""
    first = bisect.bisect_left(tokens.start, number.span.start, lo=sentence.words.start, hi=sentence.words.stop)
    start, said = first, number.comparator
    for _ in range(3):
        at = start
        while at > sentence.words.start and tokens.lower[at - 1] in (
            "another",
            "a",
            "an",
            "further",
            "additional",
            "the",
            "some",
        ):
            if (tokens.lower[at - 1], "some") == ("some", tokens.lower[at - 1]):
                break
            at -= 1
        found = _phrase_before(tokens, at, sentence, lexicon) or _phrase_before(tokens, start, sentence, lexicon)
        if found is None:
            break
        start, comparator = found
        if comparator in _BOUNDS or said is Comparator.EXACT:
            said = comparator
    if start == first:
        return number
    while (
        start > sentence.words.start
        and tokens.lower[start - 1] in lexicon.filler
        and tokens.lower[start - 1] not in ("a", "the")
    ):
        start -= 1
    return _bounded(number, said, Span(tokens.start[start], number.span.end), range(start, number.words.stop))


def _phrase_before(tokens: Tokens, at: int, sentence: Sentence, lexicon: _Lexicon) -> tuple[int, Comparator] | None:
    if at <= sentence.words.start:
        return None
    for phrase, comparator in lexicon.before.get(tokens.lower[at - 1], ()):
        start = at - len(phrase)
        if start < sentence.words.start or tokens.lower[start:at] != phrase:
            continue
        before = tokens.lower[start - 1] if start > sentence.words.start else ""
        if (
            len(phrase) == 1
            and phrase[0] in ("about", "over", "around", "under", "above", "below")
            and before in lexicon.topic
        ):
            return None
        if phrase == ("up", "to") and before in ("add", "added", "adds", "adding"):
            return None
        if phrase[0] in ("over", "under", "above", "below") and (
            before in ("aged", "age", "ages", "and", "or", "just")
            or before in ("children", "people", "men", "women", "those")
        ):
            return None
        return start, comparator
    return None


# --- what is no number ---
def _words_before(tokens: Tokens, i: int, sentence: Sentence, many: int) -> tuple[str, ...]:
    return tokens.lower[max(sentence.words.start, i - many) : i]


def _is_year_like(value: float | None) -> bool:
    return value is not None and value == int(value) and 1000 <= value <= 2100


def _is_year(text: str, number: Number, tokens: Tokens, sentence: Sentence, lexicon: _Lexicon) -> bool:
    if not _is_year_like(number.number) or len(number.core.of(text)) != 4:
        return False
    before = _words_before(tokens, number.words.start, sentence, 1)
    return not before or before[0] in lexicon.year_after or before[0] in lexicon.months or not before[0][0].isalpha()


def _is_time(tokens: Tokens, number: Number, sentence: Sentence, lexicon: _Lexicon) -> bool:
    """ "10 a.m.", "1200 GMT", "at 1200", "28 July", "July 28", "18 AUG 89"."""
    before = _words_before(tokens, number.words.start, sentence, 2)
    stop = number.words.stop
    after = tokens.lower[stop] if stop < sentence.words.stop else ""
    if after in lexicon.clock and (after != "hours" or (number.number or 0) >= 100):
        return after != "am" or (number.number or 0) <= 12.6
    if after in lexicon.months and (number.number or 0) <= 31 and after not in ("may", "march", "mar", "dec"):
        return True
    if after in ("may", "march", "mar", "dec") and (number.number or 0) <= 31 and tokens.text[stop][0].isupper():
        return True
    if before[-1:] and before[-1] in lexicon.months and tokens.text[number.words.start - 1][0].isupper():
        return True
    if before[-1:] == (".",) and before[0] in lexicon.months:
        return True
    return before[-1:] == ("at",) and number.number is not None and 100 <= number.number < 2400 and not after.isalpha()


def _is_label(text: str, tokens: Tokens, number: Number, sentence: Sentence, lexicon: _Lexicon) -> bool:
    """ "article 5", "No. 7", "Articles 5 and 6", and the number that opens a list item: "2. Findings"."""
    start, stop = number.words.start, number.words.stop
    before = _words_before(tokens, start, sentence, 3)
    if before and number.comparator is Comparator.EXACT:
        last = before[-1] if before[-1] != "." else before[-2] if len(before) > 1 else ""
        if last in lexicon.labels and not (
            last in ("no", "part", "case", "order", "note", "mark", "line", "number", "level", "may")
            and before[-1] != "."
            and tokens.text[start - 1].islower()
            and last in ("no",)
        ):
            return last != "no" or before[-1] == "." or tokens.text[start][0].isdigit()
        if (
            before[-1] in ("and", ",", "or", "to")
            and len(before) == 3
            and before[0].endswith("s")
            and before[0] in lexicon.labels
        ):
            return True
    if _is_age(tokens, number, sentence, before):
        return True
    if start == sentence.words.start and stop < sentence.words.stop and tokens.text[stop] in (".", ")"):
        more = stop < sentence.words.stop - 1 or re.match(r" {1,4}\S", text[sentence.span.end : sentence.span.end + 5])
        return number.form is Form.FIGURE and tokens.start[stop] == number.span.end and more is not None and bool(more)
    return False


def _is_age(tokens: Tokens, number: Number, sentence: Sentence, before: tuple[str, ...]) -> bool:
    """ "Ana Duarte, 34, said", "aged 34", "age 27"."""
    if before[-1:] and before[-1] in ("age", "aged", "ages"):
        return True
    last = number.words.start - 1
    for at in range(last, max(sentence.words.start - 1, last - 12), -1):
        if tokens.lower[at] in ("aged", "ages"):
            return True
        if not (tokens.text[at][0].isdigit() or tokens.lower[at] in (",", "and")):
            break
    stop = number.words.stop
    if len(before) < 2 or before[-1] != "," or number.form is not Form.FIGURE or not 0 < (number.number or 0) < 120:
        return False
    named = tokens.text[number.words.start - 2][0].isupper() and before[-2].isalpha()
    closed = stop >= sentence.words.stop or tokens.lower[stop] in (",", ".", ";", ")")
    listed = _goes_on_a_list(tokens, number.words.start - 2, sentence)
    return named and closed and not listed


def _goes_on_a_list(tokens: Tokens, i: int, sentence: Sentence) -> bool:
    """Whether a number stands right before the token, so that the next one goes on with a list of numbers."""
    return i > sentence.words.start and tokens.text[i - 1][0].isdigit()


def _is_name(prose: Prose, number: Number, sentence: Sentence) -> bool:
    """ "iPhone 11", "S&P 500", "Voyager 2", "the Three Musketeers": a number inside a name."""
    tokens, start, stop = prose.tokens, number.words.start, number.words.stop
    if start == sentence.words.start or number.comparator is not Comparator.EXACT or number.currency:
        return False
    before = tokens.text[start - 1]
    if _in_capitals(tokens, start, sentence):
        return False
    follows = tokens.text[stop] if stop < sentence.words.stop else ""
    if tokens.text[start][0].isdigit():
        if not any(c.isupper() for c in before) or not before[-1].isalnum() or number.glued:
            return False
        first = start - 1 == sentence.words.start and before.istitle()
        return not follows[:1].islower() and not first if before.isalpha() and before.istitle() else True
    return (
        tokens.text[start][0].isupper() and follows[:1].isupper() and before not in (",", ":", "—", "–", "--", "“", '"')
    )


def _in_capitals(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether most words around the token are capitalised, so that a capital says nothing."""
    capital = small = 0
    for i in range(max(sentence.words.start, at - 20), min(sentence.words.stop, at + 20)):
        first = tokens.text[i][0]
        if first.isupper():
            capital += 1
        elif first.islower() and len(tokens.text[i]) > 3:
            small += 1
    return capital > small


def _is_pronoun(text: str, tokens: Tokens, number: Number, sentence: Sentence, lexicon: _Lexicon) -> bool:
    """ "this one", "one day", "no one", "one must": "one" that counts nothing."""
    start, stop = number.words.start, number.words.stop
    before = _words_before(tokens, start, sentence, 1)
    after = tokens.lower[stop] if stop < sentence.words.stop else ""
    if before and before[0] in lexicon.one_before:
        return True
    return after in lexicon.one_after or after in (
        "'s",
        "can",
        "must",
        "should",
        "could",
        "might",
        "would",
        "may",
        "'d",
        "hopes",
    )
