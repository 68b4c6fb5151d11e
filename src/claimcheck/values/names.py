"""Where a person's name begins and ends."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Tag, Tokens
from claimcheck.records import NamedTuple

_LONGEST = 7
_CLOSED = frozenset(
    {
        Tag.PRONOUN,
        Tag.DETERMINER,
        Tag.POSSESSIVE,
        Tag.PREPOSITION,
        Tag.CONJUNCTION,
        Tag.SUBORDINATOR,
        Tag.RELATIVE,
        Tag.MODAL,
        Tag.AUXILIARY,
        Tag.VERB,
        Tag.NEGATION,
        Tag.NUMBER,
        Tag.QUOTE,
        Tag.PUNCTUATION,
        Tag.ADVERB,
        Tag.TO,
    }
)


Name = tuple[int, int]  # tokens, half open


class _Words(NamedTuple):
    titles: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    countries: frozenset[str]  # also their adjectives; single words
    given_names: frozenset[str]  # countries and months that people are called after, too
    fields: frozenset[str]  # of offices, which are no offices themselves


@cache
def country_of() -> dict[str, str]:
    """From a country's name or adjective in lower case to the country."""
    return {word.lower(): country for country, words in load("countries").items() for word in (country, *(words or ()))}


@cache
def calendar_words() -> frozenset[str]:
    """Months, weekdays and feasts, in full and in short."""
    calendar = load("calendar")
    return frozenset({*calendar["months"], *calendar["weekdays"], *load("names")["calendar"]})


@cache
def _words() -> _Words:
    names, offices, parts = load("names"), load("offices"), load("name_parts")
    suffixes = frozenset(suffix.rstrip(".") for suffix in parts["suffix"])
    office_words = {*offices["heads"], *offices["with_body"], *offices["portfolios"], *offices["ranks"]}
    office_words |= {*offices["abbreviations"], *suffixes, *names["places"]}
    tenures = {word for words in offices["tenures"].values() for word in words}
    return _Words(
        frozenset(names["titles"]),
        frozenset(parts["particle"]),
        suffixes,
        frozenset(names["bodies"]) | calendar_words() | office_words | tenures,
        frozenset(country_of()),
        frozenset(names["given_names"]),
        frozenset(offices["portfolios"]).difference(offices["heads"]),
    )


def is_name_word(tokens: Tokens, i: int) -> bool:
    """Whether the token can be the main part of a person's name: capitalised, and no word that names something else."""
    text = tokens.text[i]
    if not text[0].isupper():
        head, hyphen, tail = text.partition("-")
        return bool(hyphen) and tail[:1].isupper() and head in _words().particles  # al-Abadi
    if tokens.tag[i] in _CLOSED or (len(text) > 1 and text.isupper()):
        return False
    lower = tokens.lower[i].rstrip(".")
    lexicon = _words()
    if "-" in lower and not lexicon.not_names.isdisjoint(lower.split("-")):
        return False  # Then-President
    return lower not in lexicon.not_names and lower not in lexicon.titles and tokens.lower[i] not in lexicon.countries


def _is_initial(tokens: Tokens, i: int) -> bool:
    text = tokens.text[i]
    return text[0].isupper() and (len(text) == 1 or (text[1] == "." and len(text) <= 6))


def name_after(tokens: Tokens, i: int, end: int) -> Name | None:
    """The name that begins at the token, or behind the titles and ranks there."""
    while i < end and (is_title(tokens, i) or (tokens.text[i] == "." and is_title(tokens, i - 1))):
        i += 1
    start, main = i, 0
    while i < end and i - start < _LONGEST and (i == start or _adjacent(tokens, i)):
        if is_name_word(tokens, i) or (i == start and _is_given(tokens, i, end)) or (main and _can_be_name(tokens, i)):
            main += 1
        elif main and is_suffix(tokens, i):
            abbreviated = i + 1 < end and tokens.text[i + 1] == "." and tokens.lower[i] in {"jr", "sr"}
            return start, i + 1 + abbreviated
        elif not _is_inside(tokens, i, start, end):
            break
        i += 1
    return (start, i) if main else None


def name_before(tokens: Tokens, end: int, begin: int) -> Name | None:
    """The name that ends right before the token, without titles and ranks; nothing before `begin` is read."""
    i = end
    while i > begin and end - i < _LONGEST and _may_belong(tokens, i - 1, begin) and (i == end or _adjacent(tokens, i)):
        i -= 1
    while i < end and not is_name_word(tokens, i) and not _is_initial(tokens, i) and not _is_given(tokens, i, end):
        i += 1
    found = name_after(tokens, i, end) if i < end else None
    return found if found and found[1] == end and not (found[0] > begin and _ends_a_field(tokens, found)) else None


def _ends_a_field(tokens: Tokens, name: Name) -> bool:
    """Whether the name is the last word of a body's: "Human Rights | Monitor", but not "Justice Ana Duarte"."""
    before = name[0] - 1
    return name[1] - name[0] == 1 and tokens.lower[before] in _words().fields and tokens.text[before][0].isupper()


def _adjacent(tokens: Tokens, i: int) -> bool:
    """Whether at most a blank and a mark that nobody sees stand before the token: names do not run over columns."""
    return tokens.start[i] - tokens.end[i - 1] <= 2


def _is_inside(tokens: Tokens, i: int, start: int, end: int) -> bool:
    """Whether the token is a particle or an initial of the name that goes on behind it."""
    if tokens.text[i] == ".":
        return i > start and len(tokens.text[i - 1]) == 1
    return (_is_initial(tokens, i) or tokens.lower[i] in _words().particles) and _continues(tokens, i + 1, end)


def _may_belong(tokens: Tokens, i: int, begin: int) -> bool:
    if tokens.text[i] == ".":
        return i > begin and (len(tokens.text[i - 1]) == 1 or tokens.lower[i - 1] in _words().suffixes)
    return (
        is_name_word(tokens, i)
        or _is_initial(tokens, i)
        or tokens.lower[i] in _words().particles
        or is_suffix(tokens, i)
        or _can_be_name(tokens, i)
    )


def is_suffix(tokens: Tokens, i: int) -> bool:
    """Whether the token stands after a name: "Jr.", "III"."""
    return tokens.lower[i].rstrip(".") in _words().suffixes


def is_title(tokens: Tokens, i: int) -> bool:
    """Whether the token stands before a name: "Mr", "Colonel"."""
    return tokens.text[i][0].isupper() and tokens.lower[i].rstrip(".") in _words().titles


def _can_be_name(tokens: Tokens, i: int) -> bool:
    """Whether people are called like the country or the month, too: "Jordan Hale", "Eva May", but not "May 3"."""
    if tokens.lower[i] not in _words().given_names or not tokens.text[i][0].isupper() or tokens.tag[i] in _CLOSED:
        return False
    return not tokens.text[i + 1 : i + 2] or Tag.NUMBER not in tokens.tag[i + 1 : i + 2 + (tokens.text[i + 1] == ".")]


def _is_given(tokens: Tokens, i: int, end: int) -> bool:
    return _can_be_name(tokens, i) and i + 1 < end and is_name_word(tokens, i + 1)


def _continues(tokens: Tokens, i: int, end: int) -> bool:
    """Whether a name word comes next, perhaps behind a full stop or further particles and initials."""
    for n in range(i, min(end, i + 4)):
        if is_name_word(tokens, n):
            return True
        if tokens.text[n] != "." and not _is_initial(tokens, n) and tokens.lower[n] not in _words().particles:
            return False
    return False
