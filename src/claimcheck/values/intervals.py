"""Numbers that come in pairs: "3,000 to 5,000", "2-3 million", "four in 10", "20 ± 3"."""

from __future__ import annotations

import bisect
import re

from claimcheck.model import Comparator, Sentence, Span, Tag, Tokens
from claimcheck.patterns import compiled
from claimcheck.records import replace
from claimcheck.values.counted import is_person
from claimcheck.values.number import Lexicon, Number, is_year_like, words_before
from claimcheck.values.readings import Form, Reading, read_number

_GAP = compiled(r"^[\s-]+")
_SHOWN = compiled(r"\s?[%°a-zA-Z]")
_SCORE = compiled(r"[-–:/]\d")
_SIGN = compiled(r"[-−]")
_TO = compiled(
    r"(?P<unit>\s?(?:%|°\s?[CF]?|[a-zA-Z]{1,12}|per\s?cent))??(?P<dash>\s?[-–—‑]\s?)(?=[$£€\d.])"
    r"|(?P<unit2>\s?(?:%|°\s?[CF]?|[a-zA-Z]{1,12}|per\s?cent))??-?\s{1,4}(?P<word>to|or|and|up\sto|through)\s{1,4}",
    re.IGNORECASE,
)
_IN = compiled(r"\s{1,4}(?P<word>in\severy|out\sof\severy|of\severy|out\sof|in)\s{1,4}(?=[\w])", re.IGNORECASE)
_PLUS_MINUS = compiled(r"\s?(?:±|\+/-|\+-)\s?(?=[\d.])")


def with_range(
    text: str, number: Number, read: Reading, sentence: Sentence, tokens: Tokens, lexicon: Lexicon
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
    elif (sign := _SIGN.match(text, at)) is not None and number.number is not None and number.number < 0:
        at += 1
    if at >= sentence.span.end or (other := read_number(text, at)) is None or other.form in (Form.PART,):
        return number
    before = words_before(tokens, number.words.start, sentence, 6)
    word = (link["word"] or "").lower()
    between = before[-1:] == ("between",)
    fits = (word in ("and", "to")) if between else word != "and"  # "between 30 to 40" is said, too
    if not fits or not _is_range(text, link, before, other.end, lexicon):
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
    if link["dash"] and is_year_like(low) and is_year_like(high) and not shown:
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
    of_all = number.number == 1 and (last or tokens.lower[stop] == "of")  # "one in ten of the town's men"
    if share["word"].lower() != "in" or (round_number and (people or verb or of_all)):
        return other.end, other.value
    return None


def _is_range(text: str, link: re.Match[str], before: tuple[str, ...], end: int, lexicon: Lexicon) -> bool:
    unit = (link["unit"] or link["unit2"] or "").strip().lower()
    if unit and not _GAP.sub("", text[end : end + 16].lower()).startswith(unit):
        return False  # "rose 6.5% to 164", "12 men to 15"
    if before[-1:] == ("from",) and lexicon.change.intersection(before):
        return False  # "rose from 10 to 20" names two points
    if before[-1:] == ("by",) and not link["dash"] and lexicon.change.intersection(before):
        return False  # "rose by six to 47"
    if link["dash"]:
        after = text[end : end + 2]
        shown = _SHOWN.match(after) or before[-1:] == (":",)
        small_score = len(text[link.end() : end]) <= 2 and not shown
        return not small_score and not _SCORE.match(after) and "—" not in link["dash"]
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
