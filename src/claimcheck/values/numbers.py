"""Finds the numbers of a text with their comparators: "over 30,000", "between 2,800 and 5,000", "hundreds"."""

from __future__ import annotations

import bisect
import re
from functools import lru_cache

from claimcheck.model import Comparator, Prose, Sentence, Span, Tag, Tokens
from claimcheck.patterns import compiled
from claimcheck.records import replace
from claimcheck.values.intervals import with_range
from claimcheck.values.lookalikes import is_clock_time, is_label, is_name, is_pronoun, is_time, is_year, past_code
from claimcheck.values.number import Lexicon, Number, lexicon_of_numbers, open_ends
from claimcheck.values.readings import AND_A_HALF, Form, Reading, beginnings, read_number, read_vague, words

__all__ = ["Number", "find_numbers"]

_CURRENCY = compiled(
    r"(?:(?:\b(?:US|USD|AU|A|CA|C|NZ|HK|S|R|NT))?\s?\$|[£€¥₹₽₩₪₺₦฿]"
    r"|\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|RUB|ZAR|SEK|NOK|DKK|BRL|MXN|Rs\.?))\s?\Z"
)
_COMPOUND = compiled(r"[-‐‑](?P<word>[^\W\d_]{1,20})")
_NEGATIVE = compiled(r"(?:^|[\s(])([-−–]|minus\s)\Z", re.IGNORECASE)
_GOES_ON = compiled(r"[-‐‑–:]\d")
_SCORE = compiled(r"[-‐‑–:\d]{1,20}")  # 2-0
_FURTHER = ("a", "additional", "an", "another", "further", "the")  # at least another 12
_TOPICAL = (("about",), ("above",), ("around",), ("below",), ("over",), ("under",))
_NOUN_PHRASE = 4  # tokens
_NEW_PHRASE = (Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.ADJECTIVE)
_WITH_ARTICLE = frozenset(("hundred", "dozen", "half", "quarter"))
_OF_THE_NEXT = {  # what shows that "at least" or "or more" belongs to the words behind it
    False: _NEW_PHRASE,
    True: (*_NEW_PHRASE, Tag.NOUN, Tag.NAME, Tag.ADVERB, Tag.SUBORDINATOR),
}
_TIMED = (Comparator.EXACT, Comparator.ABOUT)  # "around 10 p.m."
_NOUNS = (Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADJECTIVE)
_BOUNDS = (Comparator.OVER, Comparator.AT_LEAST, Comparator.UNDER, Comparator.AT_MOST)


def find_numbers(prose: Prose, *, taken: tuple[Span, ...] = ()) -> tuple[Number, ...]:
    """Every number that may count or measure something, in order; dates, times, labels and names are left out."""
    found: list[Number] = []
    tokens, lexicon, blocked = prose.tokens, lexicon_of_numbers(), _Blocked(taken)
    here = {*tokens.lower}
    opening = (here & lexicon.measures).union(filter(_begins, here))
    for index, sentence in enumerate(prose.sentences):
        words = sentence.words
        done = sentence.span.start
        for i in [i for i, word in enumerate(tokens.lower[words.start : words.stop], words.start) if word in opening]:
            if tokens.start[i] < done:
                continue
            measured = tokens.lower[i] in lexicon.measures
            number = (_one_of_a_measure if measured else _at)(prose, sentence, index, i, lexicon)
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


@lru_cache(maxsize=1 << 14)
def _begins(lower: str) -> bool:
    """Whether a number may start with the token."""
    first = lower[0]
    if lower in beginnings() or first == "." or first.isdigit() or (not first.isascii() and first.isnumeric()):
        return True
    return "-" in lower and lower.split("-", 1)[0] in beginnings()


def _at(prose: Prose, sentence: Sentence, index: int, i: int, lexicon: Lexicon) -> Number | None:
    """The number at the token; one with no value where something stands that must be stepped over."""
    text, tokens = prose.text, prose.tokens
    first, at = i, tokens.start[i]
    read: Reading | None
    if (vague := _vague(prose, i)) is not None:
        phrase, first = vague
        read = read_vague(text, tokens.start[first], phrase)
    else:
        read = read_number(text, at)
    if read is None or read.end > sentence.span.end:
        return None
    nothing = Number(
        Span(at, read.end), Span(at, read.end), range(i, i + 1), None, None, None, Comparator.EXACT, read.form, index
    )
    if i > sentence.words.start and tokens.lower[i - 1] == "per" and tokens.lower[i] in words().magnitudes:
        return None  # "deaths per million"
    figure = text[at].isdigit() or text[at] == "."
    if figure and (step := past_code(text, at, read.end)) is not None:
        return replace(nothing, span=Span(at, step))
    article = first == i > sentence.words.start and tokens.lower[i - 1] in ("a", "an")
    if article and _takes_article(read, tokens.lower[i]):
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
    number = with_range(text, number, read, sentence, tokens, lexicon)
    if number.core.end == read.end and _GOES_ON.match(text, read.end) and (score := _SCORE.match(text, read.end)):
        return replace(nothing, span=Span(at, score.end()))
    number = _with_suffix(text, number, sentence, tokens, lexicon)
    number = _with_comparator(number, sentence, tokens, lexicon)
    if figure and not number.currency and number.comparator in _TIMED:
        exact = number.comparator is Comparator.EXACT
        if (is_time if exact else is_clock_time)(text, tokens, number, sentence, lexicon):
            return replace(nothing, span=Span(at, number.span.end))
    if figure and not number.currency and number.comparator is Comparator.EXACT:
        number = replace(number, bare_year=is_year(text, number, tokens, sentence, lexicon))
    if is_label(text, tokens, number, sentence, lexicon) or is_name(prose, number, sentence):
        return replace(nothing, span=Span(at, number.span.end))
    if number.number == 1 and not figure and is_pronoun(tokens, number, sentence, lexicon):
        return None
    return number


def _one_of_a_measure(prose: Prose, sentence: Sentence, index: int, i: int, lexicon: Lexicon) -> Number | None:
    """The article, or "half a", before the unit at the token: "a gallon"; not "$5 a gallon", "a dollar bill"."""
    tokens, first = prose.tokens, i - 1
    if first < sentence.words.start or tokens.lower[first] not in ("a", "an"):
        return None
    half = first > sentence.words.start and tokens.lower[first - 1] == "half"
    first -= half
    behind = tokens.tag[i + 1] if i + 1 < sentence.words.stop else Tag.PUNCTUATION
    if first > sentence.words.start and (
        tokens.tag[first - 1] in _NOUNS or tokens.lower[first - 1] in lexicon.not_before_measures
    ):
        return None
    if behind in _NOUNS:
        return None
    value = 0.5 if half else 1.0
    more = AND_A_HALF.match(prose.text, tokens.end[i])  # "a mile and a half"
    if more is not None:
        value += 1 / words().parts[more["word"].lower()]
    core = Span(tokens.start[first], tokens.end[i - 1])
    number = Number(core, core, range(first, i), value, value, value, Comparator.EXACT, Form.WORDS, index)
    return _with_comparator(number, sentence, tokens, lexicon)


# --- what is read ---
def _vague(prose: Prose, i: int) -> tuple[str, int] | None:
    """The vague phrase that the token is the heart of, and the token it starts with."""
    lower = prose.tokens.lower
    word = lower[i]
    if word in ("few", "many") and i and lower[i - 1] in ("as", "how", "so", "the", "these", "those", "too", "very"):
        return None
    if word in words().vague:
        if word == "few" and i and lower[i - 1] == "a":
            return "a few", i - 1
        return word, i
    if word in ("couple", "handful", "number") and i and lower[i - 1] == "a" and lower[i + 1 : i + 2] == ("of",):
        return f"a {word} of", i - 1
    return None


def _takes_article(read: Reading, word: str) -> bool:
    first = word.split("-")[0]
    return read.form is Form.PART or first in _WITH_ARTICLE or first in words().magnitudes


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


def _with_sign_and_currency(text: str, number: Number, sentence: Sentence) -> Number:
    before = text[max(sentence.span.start, number.core.start - 6) : number.core.start]
    mark = before.rstrip()[-1:]
    if not mark or (mark.islower() and mark != "s"):
        return number  # no sign and no currency ends so, but "Rs" and "minus"
    currency = _CURRENCY.search(before)
    if currency is not None:
        start = number.core.start - len(before) + currency.start()
        start += len(currency.group()) - len(currency.group().lstrip())
        whole = Span(start, number.core.end)
        return replace(number, currency=currency.group().strip(), span=whole, core=whole)
    sign = _NEGATIVE.search(before)
    if sign is not None and number.form is Form.FIGURE and number.number is not None:
        if sign.group(1) == "–" or (sign.group(1) == "-" and before[:1].isalnum() and sign.start() == 0):
            return number
        start = number.core.start - len(sign.group(1))
        value = -number.number
        whole = Span(start, number.core.end)
        return replace(number, number=value, min=value, max=value, core=whole, span=whole)
    return number


def _with_suffix(text: str, number: Number, sentence: Sentence, tokens: Tokens, lexicon: Lexicon) -> Number:
    """Takes in "60-plus", "60+", "12 or more", and the word that a hyphen ties to the number."""
    end = number.core.end
    stop = bisect.bisect_left(tokens.start, end, lo=number.words.start)
    number = replace(number, words=range(number.words.start, max(stop, number.words.start + 1)))
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isdigit():
        return _bounded(number, Comparator.AT_LEAST, Span(number.span.start, end + 1), number.words)
    compound = _COMPOUND.match(text, end)
    if compound is not None:
        word = compound["word"].lower()
        if word in ("plus", "odd", "ish"):
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
            goes_on = last < sentence.words.stop and phrase[0] == "at" and tokens.tag[last] in _NEW_PHRASE
            if last <= sentence.words.stop and tokens.lower[follows:last] == phrase and not goes_on:
                return _bounded(
                    number, comparator, Span(number.span.start, tokens.end[last - 1]), range(number.words.start, last)
                )
    said = _behind_noun(tokens, follows, sentence, lexicon) if number.comparator is Comparator.EXACT else None
    return _bounded(number, said, number.span, number.words) if said else number


def _behind_noun(tokens: Tokens, i: int, sentence: Sentence, lexicon: Lexicon) -> Comparator | None:
    """The comparator behind the noun that begins at the token: "200 (reporters) or more"."""
    stop = sentence.words.stop
    for k in range(i, min(i + _NOUN_PHRASE, stop)):
        if k > i:
            at = k + (tokens.lower[k] == ",")
            for phrase, comparator in lexicon.after_noun.get(tokens.lower[at], ()) if at < stop else ():
                last = at + len(phrase)
                if last <= stop and tokens.lower[at:last] == phrase:
                    goes_on = last < stop and tokens.tag[last] in _OF_THE_NEXT[phrase[0] == "or"]
                    return None if goes_on else comparator
        if tokens.tag[k] not in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE):
            return None
    return None


def _bounded(number: Number, comparator: Comparator, span: Span, covered: range) -> Number:
    """The number with its ends as the comparator leaves them: "over 30" is open above."""
    if comparator not in _BOUNDS and number.comparator is not Comparator.EXACT:
        comparator = number.comparator
    low, high = open_ends(comparator, number.min, number.max)
    return replace(number, min=low, max=high, comparator=comparator, span=span, words=covered)


def _with_comparator(number: Number, sentence: Sentence, tokens: Tokens, lexicon: Lexicon) -> Number:
    """Takes in the words before the figure; of several, a bound outweighs "about" ("more than an estimated 50")."""
    first = bisect.bisect_left(tokens.start, number.span.start, lo=sentence.words.start, hi=sentence.words.stop)
    start, said = first, number.comparator
    for _ in range(3):
        at = start
        while at > sentence.words.start and tokens.lower[at - 1] in _FURTHER:
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


def _phrase_before(tokens: Tokens, at: int, sentence: Sentence, lexicon: Lexicon) -> tuple[int, Comparator] | None:
    if at <= sentence.words.start:
        return None
    for phrase, comparator in lexicon.before.get(tokens.lower[at - 1], ()):
        start = at - len(phrase)
        if start < sentence.words.start or tokens.lower[start:at] != phrase:
            continue
        before = tokens.lower[start - 1] if start > sentence.words.start else ""
        if phrase in _TOPICAL and before in lexicon.topic:
            return None  # news about 12 prisoners
        if phrase == ("up", "to") and before in ("add", "added", "adds", "adding"):
            return None
        if phrase in _TOPICAL and before in ("age", "aged", "ages", "children", "people", "men", "women", "those"):
            return None  # children under 5
        return start, comparator
    return None
