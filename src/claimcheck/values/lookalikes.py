"""Figures and number words that are no numbers: codes, times, years, labels, ages, parts of names."""

from __future__ import annotations

import re

from claimcheck.model import Comparator, Prose, Sentence, Tag, Tokens
from claimcheck.patterns import compiled
from claimcheck.values.counted import is_one_person, is_person
from claimcheck.values.number import Lexicon, Number, is_year_like, words_before
from claimcheck.values.readings import Form

_CODE = compiled(r"[-‐‑][\dA-Z]{1,6}[-‐‑]")
_CODE_TAIL = compiled(r"[\w.,:/’'&-]{0,40}")
_ORDINAL = compiled(r"(?:st|nd|rd|th|s|d)\b", re.IGNORECASE)
_BRACKETED = compiled(r"\]\s(?:people|persons|men|women)\b")
_GOES_ON = compiled(r" {1,4}\S")
_BEFORE_PHRASES = frozenset((",", ":", "—", "–", "--", "“", '"'))
_HYPHENS = "-‐‑"
_JOINING = frozenset(("/", ":", ".", ",", *_HYPHENS, "–"))
_CLOCK = compiled(r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?|\d{3,4}")


def past_code(text: str, start: int, end: int) -> int | None:
    """Where to go on when the figure is part of a date, time, score, version, code or name; None if it is a number."""
    before, prior = text[start - 1 : start], text[start - 2 : start - 1]
    code = (
        before.isalpha()
        or before in ("_", "#", "@", "&", "\\", "^")
        or (before in ("+", "−") and prior.isalnum())
        or (before in _JOINING and prior.isalnum())
        or (before == "." and prior == ".")
    )
    after, next_one = text[end : end + 1], text[end + 1 : end + 2]
    if after in ("/", ":", ".", "'", "’") and (next_one.isdigit() or (after in "'’" and next_one == "s")):
        code = True
    if after in _HYPHENS and after and _CODE.match(text, end, end + 8):
        code = True  # 2010-09-CA-159, a telephone number
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        code = True
    if _ORDINAL.match(text[end : end + 3]):
        code = True
    if before == "[" and after == "]" and not _BRACKETED.match(text[end : end + 12].lower()):
        code = True
    if not code:
        return None
    tail = _CODE_TAIL.match(text, end)
    stop = tail.end() if tail is not None else end
    return max(end, start + len(text[start:stop].rstrip(".,:'’")))


_AGED = frozenset({"who", "whom", "he", "she", "oldest", "youngest", "eldest"})


def is_year(text: str, number: Number, tokens: Tokens, sentence: Sentence, lexicon: Lexicon) -> bool:
    if not is_year_like(number.number) or len(number.core.of(text)) != 4:
        return False
    before = words_before(tokens, number.words.start, sentence, 1)
    if before and before[0] in ("least", "most"):
        before = words_before(tokens, number.words.start, sentence, 3)[:1]  # "since at least 2019"
        return before[0] in lexicon.year_after and before[0] not in ("for", "of", "in")
    return not before or before[0] in lexicon.year_after or before[0] in lexicon.months or not before[0][0].isalpha()


def on_a_clock(figure: str) -> bool:
    """Whether a clock can show the figure: 2, 2.30, 1200; not 3.4 nor 3.412, which are picometres before "pm"."""
    return _CLOCK.fullmatch(figure) is not None


def is_clock_time(text: str, tokens: Tokens, number: Number, sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "10 a.m.", "1200 GMT"."""
    after = tokens.lower[number.words.stop] if number.words.stop < sentence.words.stop else ""
    if after not in lexicon.clock or (after == "hours" and (number.number or 0) < 100):
        return False
    return (after != "am" or (number.number or 0) <= 12.6) and on_a_clock(number.core.of(text))


def is_time(text: str, tokens: Tokens, number: Number, sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "10 a.m.", "at 1200", "28 July", "July 28", "18 AUG 89"."""
    if is_clock_time(text, tokens, number, sentence, lexicon):
        return True
    before = words_before(tokens, number.words.start, sentence, 2)
    stop = number.words.stop
    after = tokens.lower[stop] if stop < sentence.words.stop else ""
    if after in lexicon.months and (number.number or 0) <= 31:
        return after not in ("may", "march", "mar", "dec") or tokens.text[stop][0].isupper()
    if before[-1:] and before[-1] in lexicon.months and tokens.text[number.words.start - 1][0].isupper():
        several = is_person(after) or (after.endswith("s") and tokens.tag[stop] is Tag.NOUN)
        return not (before[0] == "in" and several)  # "in May 30 men were shot"
    if before[-1:] == (".",) and before[0] in lexicon.months:
        return True
    return before[-1:] == ("at",) and number.number is not None and 100 <= number.number < 2400 and not after.isalpha()


def is_label(text: str, tokens: Tokens, number: Number, sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "article 5", "No. 7", "Articles 5 and 6", and the number that opens a list item: "2. Findings"."""
    start, stop = number.words.start, number.words.stop
    before = words_before(tokens, start, sentence, 3)
    counts = stop < sentence.words.stop and is_person(tokens.lower[stop])  # "in that case 12 people"
    if before and number.comparator is Comparator.EXACT and not counts:
        dotted = before[-1] == "." and len(before) > 1
        last = before[-2] if dotted else before[-1].rstrip(".")
        if tokens.text[start - 1][0].isupper() and is_one_person(before[-1]):
            return True  # "Prisoner 4512"
        if last in lexicon.labels:
            return last != "no" or dotted or tokens.text[start - 1] in ("No", "No.")
        if before[-1] in ("and", ",", "or", "to") and before[0].endswith("s") and before[0] in lexicon.labels:
            return True
    if _is_age(tokens, number, sentence, before):
        return True
    if start == sentence.words.start and stop < sentence.words.stop and tokens.text[stop] in (".", ")"):
        rest = _GOES_ON.match(text, sentence.span.end, sentence.span.end + 5)
        more = stop < sentence.words.stop - 1 or rest is not None
        return more and number.form is Form.FIGURE and tokens.start[stop] == number.span.end
    return False


def _is_age(tokens: Tokens, number: Number, sentence: Sentence, before: tuple[str, ...]) -> bool:
    """ "Ana Duarte, 34, said", "aged 34", "age 27"."""
    if before[-1:] and before[-1] in ("age", "aged", "ages"):
        return True
    stop = number.words.stop
    counts = stop < sentence.words.stop and tokens.tag[stop] in (Tag.NOUN, Tag.ADJECTIVE, Tag.NAME)
    last = number.words.start - 1
    for at in range(last, max(sentence.words.start - 1, last - 12), -1):
        if tokens.lower[at] in ("aged", "ages"):
            return not counts  # "boys aged 4 and 7", but "a man aged 41 and two boys"
        if tokens.tag[at] is not Tag.NUMBER and tokens.lower[at] not in (",", "and"):
            break
    first = number.words.start - 1
    while first > sentence.words.start and (tokens.tag[first] is Tag.NUMBER or tokens.lower[first] in (",", "and")):
        first -= 1
    alone = stop >= sentence.words.stop or tokens.lower[stop] != "of"
    if (
        alone
        and not counts
        and tokens.lower[first] in ("is", "was", "are", "were")
        and tokens.lower[first - 1] in _AGED
    ):
        return 0 < (number.number or 0) < 120  # "the brothers, who were 19 and 23"
    when = before[-1:] in (("now",), ("then",))  # "Ana Duarte, now 61, said"
    before = before[:-1] if when else before
    if len(before) < 2 or before[-1] != "," or number.form is not Form.FIGURE or not 0 < (number.number or 0) < 120:
        return False
    who = number.words.start - 2 - when
    named = tokens.text[who][0].isupper() and before[-2].isalpha()
    one = is_one_person(before[-2])
    closed = stop >= sentence.words.stop or tokens.lower[stop] in (",", ".", ";", ")")
    return (named or one) and closed and not _goes_on_a_list(tokens, who, sentence)


def _goes_on_a_list(tokens: Tokens, i: int, sentence: Sentence) -> bool:
    """Whether a number stands right before the token, so that the next one goes on with a list of numbers."""
    return i > sentence.words.start and tokens.text[i - 1][0].isdigit()


def is_name(prose: Prose, number: Number, sentence: Sentence) -> bool:
    """ "iPhone 11", "S&P 500", "Voyager 2", "the Three Musketeers": a number inside a name."""
    tokens, start, stop = prose.tokens, number.words.start, number.words.stop
    if start == sentence.words.start or number.comparator is not Comparator.EXACT or number.currency:
        return False
    before = tokens.text[start - 1]
    follows = tokens.text[stop] if stop < sentence.words.stop else ""
    if tokens.text[start][0].isdigit():
        if not any(c.isupper() for c in before) or not before[-1].isalnum() or number.glued:
            return False
        first = start - 1 == sentence.words.start and before.istitle()
        if before.isalpha() and before.istitle() and (first or follows[:1].islower()):
            return False
    elif not (tokens.text[start][0].isupper() and follows[:1].isupper()) or before in _BEFORE_PHRASES:
        return False
    return not _in_capitals(tokens, start, sentence)


def _in_capitals(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether most words around the token are capitalised, so that a capital says nothing."""
    capital = small = 0
    for i in range(max(sentence.words.start, at - 20), min(sentence.words.stop, at + 20)):
        first = tokens.text[i][0]
        if i == sentence.words.start and not tokens.text[i].isupper():
            continue
        if first.isupper():
            capital += 1
        elif first.islower() and len(tokens.text[i]) > 3:
            small += 1
    return capital > small


def is_pronoun(tokens: Tokens, number: Number, sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "this one", "one day", "no one", "one must": "one" that counts nothing."""
    start, stop = number.words.start, number.words.stop
    before = words_before(tokens, start, sentence, 1)
    after = tokens.lower[stop] if stop < sentence.words.stop else ""
    return (bool(before) and before[0] in lexicon.one_before) or after in lexicon.one_after
