"""The noun phrase that a number counts: "over 30,000 [political prisoners]"."""

from __future__ import annotations

from functools import cache

from claimcheck.grammar.words import people
from claimcheck.lexicon import load
from claimcheck.model import Sentence, Tag, Tokens
from claimcheck.records import NamedTuple

_VERBS = frozenset((Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.NEGATION, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.PRONOUN))
_MORE = frozenset(("more", "others", "other", "another", "further", "additional", "extra"))
_DEMONYM_ENDINGS = ("ans", "ians", "is", "ese", "men", "ards", "ers", "ish")
_LONGEST = 8
_IRREGULAR = {
    "children": "child",
    "dice": "die",
    "feet": "foot",
    "lives": "life",
    "men": "man",
    "mice": "mouse",
    "passersby": "passerby",
    "people": "person",
    "teeth": "tooth",
    "thieves": "thief",
    "wives": "wife",
    "women": "woman",
}


class Counted(NamedTuple):
    """A noun phrase as token indices; `head` is None where the noun is left out ("four were killed")."""

    words: range
    head: int | None
    person: bool
    of_group: bool = False  # "two of the men"


@cache
def _people() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    raw = load("people")
    return people(), tuple(raw["endings"]), frozenset(raw["animals"])


@cache
def _closed_words() -> frozenset[str]:
    """Words that no noun phrase goes past, whatever their tag."""
    raw = load("clauses")
    return frozenset(
        (*raw["prepositions"], *raw["clause_openers"], *raw["be"], *raw["have"], "and", "or", "that", "who")
    )


def is_person(lower: str) -> bool:
    """Whether the noun, singular or plural, is for people."""
    nouns, endings, animals = _people()
    word = lower.rsplit("-", 1)[-1]
    if lower in nouns or word in nouns or singular(word) in nouns:
        return True
    return len(word) > 5 and word.endswith(endings) and singular(word) not in animals


def is_one_person(lower: str) -> bool:
    """Whether the noun is for one person: "prisoner", not "prisoners"."""
    return is_person(lower) and singular(lower) == lower


def is_animal(lower: str) -> bool:
    return lower in _people()[2] or singular(lower) in _people()[2]


@cache
def is_won_over(lower: str) -> bool:
    """Whether people of this kind are captured by winning them: delegates, viewers."""
    return singular(lower) in load("people")["won_over"]


def is_named_person(tokens: Tokens, i: int) -> bool:
    """Whether the noun is the name of people by their nation or place: Iraqis, Berliners."""
    lower, text = tokens.lower[i], tokens.text[i]
    return text[0].isupper() and lower.endswith(("ans", "ians") if text.isupper() else _DEMONYM_ENDINGS)


def may_be_person(tokens: Tokens, i: int) -> bool:
    """Whether a noun could name people: by the list, as the name of a nation, or by its ending."""
    lower = tokens.lower[i]
    if is_person(lower) or is_named_person(tokens, i):
        return True
    return (
        len(lower) > 6
        and lower.endswith(("ers", "ors", "ists", "ants", "ents", "ees", "eurs"))
        and not is_animal(lower)
    )


@cache
def singular(word: str) -> str:
    """The singular of an English noun, by its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def read_counted(
    tokens: Tokens, at: int, sentence: Sentence, stops: frozenset[str], tallies: frozenset[str] = frozenset()
) -> Counted:
    """The noun phrase that starts at the token: modifiers and head, no phrase after it.

    `stops` are words of outcome ("killed", "dead"), which belong to it only where a noun follows them; `tallies` are
    those that count their victims themselves ("deaths").
    """
    end = sentence.words.stop
    if at < end and tokens.lower[at] == "]":
        at += 1  # "[nine] people"
    if at < end and tokens.lower[at] == "of" and at + 1 < end:
        start = at + 1
        while (start < end and tokens.tag[start] in (Tag.DETERMINER, Tag.POSSESSIVE)) or (
            start < end
            and tokens.lower[start]
            in (
                "the",
                "them",
                "those",
                "these",
                "its",
                "his",
                "her",
                "their",
                "whom",
                "which",
                "us",
                "you",
                "our",
                "my",
            )
        ):
            if tokens.lower[start] in ("them", "those", "these", "whom", "which", "us", "you"):
                nothing = (
                    start + 1 >= end
                    or tokens.tag[start + 1] not in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
                    or tokens.lower[start + 1] in stops
                )
                if nothing or tokens.lower[start] in ("them", "whom", "which", "us", "you"):
                    return Counted(range(at, start + 1), start, tokens.lower[start] not in ("which",), True)
            start += 1
        inner = _plain(tokens, start, end, stops, tallies)
        return Counted(range(at, max(inner.words.stop, start)), inner.head, inner.person, True)
    return _plain(tokens, at, end, stops, tallies)


def past_ages(tokens: Tokens, at: int, sentence: Sentence) -> int:
    """The token behind "aged four and seven", where that stands here; else the token itself."""
    if tokens.lower[at : at + 1] != ("aged",) or tokens.tag[at + 1 : at + 2] != (Tag.NUMBER,):
        return at
    stop = at + 2
    for i in range(stop, sentence.words.stop):
        if tokens.tag[i] is Tag.NUMBER:
            stop = i + 1
        elif tokens.lower[i] not in (",", "and", "or", "to"):
            break
    return stop


def _plain(tokens: Tokens, at: int, end: int, stops: frozenset[str], tallies: frozenset[str]) -> Counted:
    head: int | None = None
    last = at
    i = at
    while i < min(end, at + _LONGEST):
        lower, tag = tokens.lower[i], tokens.tag[i]
        if lower in ("'s", "'") and head is not None:
            head = None  # "the regime's officials" are officials
            i += 1
            continue
        if tokens.tag[i] is Tag.QUOTE and head is None and i > at - 1:
            i += 1
            continue
        if lower == "[" and (close := _inserted(tokens, i, end)) is not None:
            i = close + 1  # "six [Jesuit] priests"
            continue
        if not lower[0].isalnum():
            break
        if lower in _closed_words():
            break
        if lower in stops and not _noun_follows(tokens, i, end, stops):
            if (head is None and (lower in tallies or is_person(lower))) or _counts_deaths(tokens, i, head, tallies):
                head, last = i, i + 1
            break
        if _is_noun(tokens, i, head):
            head, last = i, i + 1
        elif not _modifies(lower, tag, head):
            break
        i += 1
    if head is None:
        while last < min(end, at + 2) and tokens.lower[last] in _MORE:
            last += 1
        return Counted(range(at, last), None, False)
    return Counted(range(at, last), head, may_be_person(tokens, head))


def _counts_deaths(tokens: Tokens, i: int, head: int | None, tallies: frozenset[str]) -> bool:
    """Whether the noun before only says whose: "41 civilian | deaths", but "41 civilians dead"."""
    if head != i - 1 or tokens.lower[i] not in tallies or tokens.tag[i] is not Tag.NOUN:
        return False
    return tokens.lower[i].endswith("s") and singular(tokens.lower[head]) == tokens.lower[head]


def _inserted(tokens: Tokens, i: int, end: int) -> int | None:
    """The end of an editor's insertion in brackets, where a noun follows it."""
    for k in range(i + 1, min(end - 1, i + 8)):
        if tokens.lower[k] == "]":
            return k if tokens.tag[k + 1] in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE) else None
    return None


def _noun_follows(tokens: Tokens, i: int, end: int, stops: frozenset[str]) -> bool:
    """Whether the word of outcome describes a noun: "12 wounded soldiers", not "12 killed" nor "12 killed Monday"."""
    for k in range(i + 1, min(end, i + 5)):
        lower, tag = tokens.lower[k], tokens.tag[k]
        if lower in _times():
            return False
        if is_person(lower) or (tag is Tag.NOUN and lower not in stops):
            return True
        if lower not in stops and tag not in (Tag.ADJECTIVE, Tag.NAME, Tag.QUOTE):
            return False
    return False


@cache
def _times() -> frozenset[str]:
    """Days and other words that follow a participle without being its noun."""
    return frozenset(load("clauses")["after_passive"])


def _is_noun(tokens: Tokens, i: int, head: int | None) -> bool:
    lower, tag = tokens.lower[i], tokens.tag[i]
    if is_person(lower):
        return not (head is not None and _closed(tokens, head) and tag in _VERBS)
    if lower in _MORE:
        return False
    if tag is Tag.NAME:
        return head is None or not _closed(tokens, head)
    if tag is Tag.NOUN:
        return head is None or not _closed(tokens, head) or tokens.lower[head].endswith("s") is False
    return tag is Tag.VERB and head is None and lower.endswith("s")  # a plural that looks like a verb: "10 strikes"


def _closed(tokens: Tokens, head: int) -> bool:
    """Whether the head is a plural noun for people, after which a noun phrase hardly ever goes on."""
    lower = tokens.lower[head]
    return is_person(lower) and (singular(lower) != lower or lower in ("police", "dead"))


def _modifies(lower: str, tag: Tag, head: int | None) -> bool:
    if lower in _MORE:
        return True
    if head is not None:
        return tag is Tag.ADJECTIVE
    return tag in (Tag.ADVERB, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.GERUND, Tag.NUMBER, Tag.OTHER) or (
        tag is Tag.VERB and lower.endswith("ed")
    )
