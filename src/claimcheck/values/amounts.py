"""Money, percent, distance and other measures."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Amount, Comparator, Prose, Span
from claimcheck.patterns import compiled
from claimcheck.values.lookalikes import on_a_clock
from claimcheck.values.number import Number
from claimcheck.values.readings import Form, is_temperature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₦": "NGN",
    "฿": "THB",
    "US$": "USD",
    "USD$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "NT$": "TWD",
}
_UNIT = compiled(
    r"[ \u00a0\u202f\n-]{0,3}(?P<unit>[°º]\s?[CF]\b|[^\W\d_]+[/^][^\W_]+|[^\W\d_]+[²³]|[^\W\d_]+[23]?|[%‰°º′″¢€£])"
)
_MORE = compiled(r"(?P<gap>[ \u00a0\n-]{1,2})(?P<word>[^\W\d_]+(?:\.[^\W\d_]\.)?)")
_AFTER_UNIT = compiled(r"\Z|[.,;:)\]\n]|\s(?:of|to|and|from|in|at|long|wide|high|deep|tall|away|above|old|ago)\b")
_LEAST_BITS = 1000  # "500b" is rather 500 billion
_NOT_LONE = frozenset(
    ("b", "Ga", "Ma", "am", "pm", "m", "l", "L", "t", "g", "C", "F", "W", "V", "J", "K", "ha", "mi", "ly", "kn")
)


def find_amounts(prose: Prose, numbers: tuple[Number, ...]) -> tuple[Amount, ...]:
    """The numbers that measure something, in order; the span takes in the unit: "over 9 billion euros".

    A part of a whole without a percent sign ("a third of those screened") has the unit "fraction".
    """
    found = []
    for number in numbers:
        unit, end = _unit(prose.text, number)
        if unit is not None:
            span = Span(number.span.start, max(end, number.span.end))
            found.append(Amount(span, number.number, number.min, number.max, number.comparator, unit))
    return tuple(found)


def _unit(text: str, number: Number) -> tuple[str | None, int]:
    if number.currency:
        code = _SIGNS.get(number.currency.replace(" ", ""), number.currency)
        return code, number.span.end
    read = _read_unit(text, number.core.end, figure=number.core.of(text)[-1:].isdigit())
    if read is not None and _measures(text, number, *read):
        return read
    return ("fraction", number.span.end) if number.form is Form.PART else (None, number.span.end)


def _measures(text: str, number: Number, unit: str, end: int) -> bool:
    """Whether the number can be of this unit, where the sign for it mostly means something else."""
    sign = text[number.core.end : end].strip()
    match unit:
        case "degree":
            return number.comparator is not Comparator.VAGUE  # "several degrees" are of a university
        case "pm" | "am" if sign == unit:
            return number.number is not None and not on_a_clock(number.core.of(text))
        case "bit":  # "a two-bit colonel"
            return number.form is Form.FIGURE and (sign != "b" or (number.number or 0) >= _LEAST_BITS)
        case "barrel":
            return not text[end:].lstrip(" -").lower().startswith("bomb")  # "two barrel bombs"
        case "K" if sign == unit:
            return is_temperature(text, number.core.end)
    return True


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    raw: dict[str, Any] = load("units")
    symbols = {symbol: name for name, entry in raw.items() for symbol in entry["symbols"]}
    spelt = {word: name for name, entry in raw.items() for word in entry["words"]}
    return symbols, spelt


def _read_unit(text: str, at: int, *, figure: bool) -> tuple[str, int] | None:
    """The unit after a number and where it ends; the longest of up to three words."""
    first = _UNIT.match(text, at)
    if first is None or "\n\n" in first.group():
        return None
    symbols, spelt = _tables()
    name, end = first["unit"], first.end()
    best: tuple[str, int] | None = None
    glued = first.start("unit") == at
    if name in symbols and (figure or not name.isalpha() or len(name) > 2):
        quote = name in "'\"′″" and not glued
        if not quote and (glued or name not in _NOT_LONE or _ends(text, end)):
            best = symbols[name], end
    phrase = name.lower()
    if phrase in spelt:
        best = spelt[phrase], end
    for _ in range(2):
        more = _MORE.match(text, end)
        if more is None:
            break
        phrase, end = f"{phrase} {more['word'].lower()}", more.end()
        if text[first.start("unit") : end] in symbols:
            best = symbols[text[first.start("unit") : end]], end
        hyphened = phrase.replace(" ", "-")
        if phrase in spelt or hyphened in spelt:
            best = spelt.get(phrase) or spelt[hyphened], end
    return best


def _ends(text: str, at: int) -> bool:
    """Whether a lone letter stands where a unit would: before a mark, the end, or a preposition."""
    return _AFTER_UNIT.match(text, at) is not None
