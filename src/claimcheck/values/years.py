"""Years, decades and centuries, and which numbers of four digits are none."""

from __future__ import annotations

from claimcheck.values.calendar import Grain, Stretch
from claimcheck.values.timewords import BARRIER, DASHES, TO, Words, lexicon

_ERAS: dict[tuple[str, ...], bool] = {  # whether the years count backwards
    ("bc",): True,
    ("bce",): True,
    ("b", ".", "c", "."): True,
    ("b", ".", "c", ".", "e", "."): True,
    ("ad",): False,
    ("ce",): False,
    ("a", ".", "d", "."): False,
}
_CURRENCY = frozenset("$£€¥#=&@/_\\+~")
_ARTICLES = frozenset(("the", "this", "that", "his", "her", "its", "their", "our", "my", "a", "an"))
_CIRCA = frozenset(("c", "ca", "circa"))
_SURELY_BEFORE_YEARS = frozenset(("in", "since", "until", "during", "early", "late", "mid", "year", "circa"))
# "2000-strong" counts; "1920s-style", "1998-built" and "2003-2005" date.
_DATING_SUFFIXES = frozenset(
    ("based", "born", "built", "era", "made", "model", "onwards", "present", "style", "vintage")
)


def glued_before(words: Words, i: int) -> bool:
    """Whether a number is only the end of something longer: a price, a decimal, a code, an address."""
    if i == 0 or words.end[i - 1] != words.start[i] or words.low[i - 1] == BARRIER:
        return False
    before = words.low[i - 1]
    if before in _CURRENCY or (before.isalnum() and before not in ("c", "ca")):
        return True
    joined = i > 1 and words.end[i - 2] == words.start[i - 1]
    if before in ".,:":
        return joined and words.low[i - 2].isdecimal()
    return before in "-–" and joined and words.low[i - 2] not in ("pre", "post", "mid", "late", "early", "non")


def glued_after(words: Words, j: int) -> bool:
    """Whether a number that ends before word `j` goes on: a decimal, a percentage, a code."""
    if words.end[j - 1] != words.start[j] or words.low[j] == BARRIER:
        return False
    after = words.low[j]
    if after.isalnum() or after in ("%", "_", "°", "=", "@"):
        return True
    if after in ".,:/" and words.glued(j):
        return words.low[j + 1].isdecimal() and not (after == "/" and range_follows(words, j))
    if after in "-–" and words.glued(j):
        suffix = words.low[j + 1]
        if suffix.isdecimal():
            return not range_follows(words, j)
        if suffix in _DATING_SUFFIXES or suffix in lexicon().months:
            return False
        return words.capital(j + 1) or _round(words.low[j - 1])
    return False


def range_follows(words: Words, j: int) -> bool:
    """Whether the dash or stroke at `j` leads from one year to a later one, or from one day to the next: "1915-16"."""
    first, last = words.low[j - 1], words.low[j + 1]
    chained = words.end[j + 1] == words.start[j + 2] and (words.low[j + 2].isalnum() or words.low[j + 2] in "-–/%_")
    if chained or not (first.isdecimal() and last.isdecimal()):
        return False
    if len(last) < 3 and len(first) == 4:
        return int(last) > int(first[-len(last) :])
    return len(first) == len(last) or len(last) >= 3


def read_era(words: Words, j: int) -> tuple[bool, int] | None:
    """Whether years count backwards, and where the words for it end."""
    for sign, backwards in _ERAS.items():
        if tuple(words.low[j : j + len(sign)]) == sign and words.text[words.start[j]].isupper():
            return backwards, j + len(sign)
    return None


def read_year(words: Words, i: int) -> tuple[Stretch, int] | None:
    """The year, decade or "1980s" in figures at this word, whatever stands around it."""
    low = words.low
    word = low[i]
    if word in ("ad", "a") and (era := read_era(words, i)) and not era[0]:  # "AD 70"
        number = low[era[1]]
        return (
            (Stretch(Grain.YEAR, int(number)), era[1] + 1) if number.isdecimal() and 0 < int(number) < 10_000 else None
        )
    if not word.isdecimal() or len(word) > 4 or not int(word):
        return None
    value, j = int(word), i + 1
    apostrophe = low[j] == "'" and low[j + 1] == "s" and words.glued(j - 1)
    if value % 10 == 0 and len(word) > 2 and (apostrophe or (low[j] == "s" and (words.glued(i) or len(word) == 4))):
        j += 2 if apostrophe else 1
        era = read_era(words, j)
        if era and era[0]:
            return Stretch(Grain.DECADE, 1 - value - 9), era[1]
        if len(word) < 4:
            return None
        # "The 1700s" are a century, "the 2000s" mostly the decade.
        return Stretch(Grain.CENTURY if value % 100 == 0 and value < 2000 else Grain.DECADE, value), j
    era = read_era(words, j)
    if era:
        return Stretch(Grain.YEAR, 1 - value if era[0] else value), era[1]
    if len(word) == 4 and 1000 <= value <= 2100 and not (words.glued(i) and low[j].isalnum()):
        return Stretch(Grain.YEAR, value), j
    return None


def read_plain_year(words: Words, i: int) -> tuple[int, int] | None:
    """A year that goes on in no way, whatever stands before it, and where it ends."""
    found = read_year(words, i)
    if found is None or found[0].grain is not Grain.YEAR or glued_after(words, found[1]):
        return None
    return found[0].year, found[1]


_SIDES = frozenset(("after", "before", "by", "from", "since", "till", "to", "until"))


def is_year(words: Words, i: int, j: int) -> bool:
    """Whether the number of four digits from `i` to `j` dates something, by the words on both sides."""
    if glued_after(words, j) or (words.low[j] == "b" and not words.capital(j)):  # "1800 b" are bits
        return False
    if j - i > 1 or len(words.low[i]) < 4:  # an era or the s of a decade settles it
        return True
    value, before = int(words.low[i]), word_before(words, i)
    lex = lexicon()
    dating = before in lex.before_years or before in _ARTICLES
    # "1500 to 2000 people", "1500-2000 people": what the second number counts, the first one does too.
    joined = words.low[j] in DASHES or words.low[j] in TO or words.low[j] in ("and", "or")
    last = j + 2 if joined and words.low[j + 1].isdecimal() else j
    if counted(words, last):
        surely = before in _SURELY_BEFORE_YEARS and last == j
        if words.low[last] in lex.after_numbers or not (surely if value % 10 == 0 else dating):
            return False
    earlier = words.low[i - 2] if i > 1 else BARRIER
    if before == ".":  # "No. 1701", "c. 1350"
        before = earlier if earlier in lex.before_numbers or earlier in _CIRCA else before
    if before in lex.before_numbers:
        return False
    if before in _CIRCA:
        return True
    if before in lex.approximate:  # "at about 1845" is a time of day, "around 1500 came" a count
        said = earlier in _SURELY_BEFORE_YEARS  # "in about 1320"
        return said or (earlier != "at" and value % 100 != 0 and value >= 1500)
    if before.isalpha() and not dating and before not in ("and", "or", "but") and not words.capital(i - 1):
        return value >= 1700 and value % 50 != 0  # "earned 1800 a month"
    bracketed = before == "(" and (words.low[j] == ")" or last > j)
    return bracketed or before in lex.before_years or value >= 1500


def word_before(words: Words, i: int) -> str:
    """The word before a date; "since" in "since at least 2019"."""
    if i > 2 and words.low[i - 2] == "at" and words.low[i - 1] in ("least", "most") and words.low[i - 3] in _SIDES:
        return words.low[i - 3]
    return words.low[i - 1] if i else BARRIER


def counted(words: Words, j: int) -> bool:
    """Whether the word is one that numbers count: a plural noun, or one from the list."""
    after = words.low[j]
    if after in lexicon().after_numbers:
        return True
    return len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "us", "is")) and not words.capital(j)


def read_year_words(words: Words, i: int) -> tuple[int, int] | None:
    """A year spelled out: "nineteen eighty six", "two thousand and fifteen"."""
    low, numbers = words.low, lexicon().numbers
    first = numbers.get(low[i], 0)
    if low[i + 1] == "thousand" and 0 < first < 3:
        more = _below_hundred(words, i + 2 + (low[i + 2] == "and"))
        return (first * 1000 + more[0], more[1]) if more else (first * 1000, i + 2)
    if 10 <= first <= 20:
        more = _below_hundred(words, i + 1 + (low[i + 1] == "hundred") + (low[i + 1 : i + 3] == ["hundred", "and"]))
        if more and more[0] >= 10:
            return first * 100 + more[0], more[1]
    return None


def read_short_year(words: Words, i: int) -> tuple[int, int] | None:
    """Two digits that stand for a year, with or without an apostrophe: "'89"."""
    k = i + (words.low[i] == "'" and words.glued(i))
    word = words.low[k]
    return (int(word), k + 1) if word.isdecimal() and len(word) == 2 and not glued_after(words, k + 1) else None


def read_century(words: Words, number: int, j: int) -> tuple[Stretch, int] | None:
    """The century that follows its ordinal: "19th | century BC"."""
    j += words.low[j] in ("-", "‑")
    if words.low[j] != "century" and words.low[j] != "centuries":
        return None
    era = read_era(words, j + 1)
    if era and era[0]:
        return Stretch(Grain.CENTURY, 1 - number * 100), era[1]
    return Stretch(Grain.CENTURY, (number - 1) * 100), era[1] if era else j + 1


def _below_hundred(words: Words, i: int) -> tuple[int, int] | None:
    numbers = lexicon().numbers
    value = numbers.get(words.low[i])
    if value is None:
        return None
    k = i + 1 + (words.low[i + 1] == "-")
    if value >= 20 and numbers.get(words.low[k], 10) < 10:
        return value + numbers[words.low[k]], k + 1
    return value, i + 1


def _round(word: str) -> bool:
    return word.endswith("00")
