"""Rules for the words of the closed classes whose part of speech does depend on their neighbours."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from claimcheck.grammar.context import (
    FINITE_AUXILIARIES,
    NOMINAL,
    OPENERS,
    PHRASE_STARTS,
    STOPS,
    SUBJECTS,
    Context,
)
from claimcheck.grammar.words import ADJECTIVE, BASE, GERUND, NOUN, PARTICIPLE, PAST, PAST_FORM, THIRD
from claimcheck.lexicon import load
from claimcheck.model import Tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


@cache
def _governors(group: str) -> frozenset[str]:
    return frozenset(load("governors")[group])


def _that(c: Context, i: int) -> Tag:
    left = c.tags[i - 1] if i > c.start else None
    following = c.right(i)
    word = c.lower[following] if following < c.end else "."
    guess = c.guess[following] if following < c.end else Tag.PUNCTUATION
    verb_next = (
        guess in {Tag.AUXILIARY, Tag.MODAL}
        or word in FINITE_AUXILIARIES
        or (c.can_be(following, PAST | THIRD) and not c.can_be(following, NOUN | ADJECTIVE))
    )
    before = c.lower[i - 1] if i > c.start else ""
    if verb_next:
        return Tag.RELATIVE if left in NOMINAL or left is Tag.PRONOUN else Tag.PRONOUN
    if guess is Tag.PUNCTUATION and word != "," and word not in {"(", "--", "—", "-"}:
        return Tag.PRONOUN
    if word in _UNITS and _ends_phrase(c, following + 1):
        return Tag.DETERMINER  # "was on leave that week and ..."
    if left in NOMINAL or left is Tag.PRONOUN:
        if c.starts_phrase(following) or word in {"there", "if", "when", "while", ","}:
            nouns = _governors("content_noun")
            from_noun = before in nouns or before.removesuffix("s") in nouns
            told = c.last_verb >= 0 and i - c.last_verb <= 6 and c.lower[c.last_verb] in _governors("telling")
            return Tag.SUBORDINATOR if from_noun or told or before == "," else Tag.RELATIVE
        return Tag.RELATIVE
    if left is Tag.PREPOSITION:
        return (
            Tag.SUBORDINATOR if guess is Tag.PRONOUN else Tag.DETERMINER if c.starts_phrase(following) else Tag.PRONOUN
        )
    if left is None or left is Tag.QUOTE:
        return Tag.DETERMINER if c.nominal(following) else Tag.SUBORDINATOR if guess in PHRASE_STARTS else Tag.PRONOUN
    if left in {Tag.CONJUNCTION, Tag.PUNCTUATION}:
        return Tag.SUBORDINATOR if c.starts_phrase(following) else Tag.PRONOUN
    if left in {Tag.SUBORDINATOR, Tag.TO}:
        return Tag.DETERMINER if c.nominal(following) else Tag.PRONOUN
    behind = c.lower[following + 1] if following + 1 < c.end else ""
    one = left is Tag.VERB and c.nominal(following) and guess is not Tag.NAME and not c.plural(following)
    if one and behind in {",", ".", ";", ":"}:
        return Tag.DETERMINER  # "rejected that argument, ..."
    if one and behind in {"and", "but"}:
        verb = c.right(following + 1)
        surely = verb < c.end and (c.can_be(verb, PAST | THIRD) and not c.can_be(verb, NOUN | ADJECTIVE))
        if surely or (verb < c.end and c.guess[verb] in {Tag.AUXILIARY, Tag.MODAL}):
            return Tag.DETERMINER  # "rejected that argument and found ..."
    if (
        not c.starts_phrase(following)
        and guess not in {Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.QUOTE, Tag.PUNCTUATION}
        and guess != -1
    ):
        return Tag.PRONOUN if not c.can_be(following, GERUND) else Tag.SUBORDINATOR
    return Tag.SUBORDINATOR


_UNITS = frozenset(
    {"afternoon", "day", "evening", "month", "morning", "night", "spring", "summer", "week", "winter", "year"}
)


def _ends_phrase(c: Context, i: int) -> bool:
    ends = (Tag.CONJUNCTION, Tag.PREPOSITION, Tag.PUNCTUATION, Tag.SUBORDINATOR, Tag.AUXILIARY, Tag.MODAL)
    return i >= c.end or c.guess[i] in ends or (c.can_be(i, PAST) and not c.can_be(i, NOUN | ADJECTIVE))


def _her(c: Context, i: int) -> Tag:
    following = i + 2 if c.lower[i + 1 : i + 2] == ("only",) else i + 1  # "her only son"
    guess = c.guess[following] if following < c.end else Tag.PUNCTUATION
    if guess in NOMINAL or guess in {Tag.ADJECTIVE, Tag.NUMBER} or c.lower[i + 1 : i + 2] == ("own",):
        return Tag.POSSESSIVE
    if not isinstance(guess, Tag) and guess > 0 and guess & (NOUN | ADJECTIVE | GERUND | PARTICIPLE):
        return Tag.POSSESSIVE
    return Tag.PRONOUN


def _apostrophe_s(c: Context, i: int) -> Tag:
    if i == c.start:
        return Tag.AUXILIARY
    before, left = c.lower[i - 1], c.tags[i - 1]
    if before == "let":
        return Tag.PRONOUN
    if before in {"he", "she", "it", "that", "there", "what", "who", "here", "how", "where", "when", "this"}:
        return Tag.AUXILIARY
    following = c.right(i)
    guess = c.guess[following] if following < c.end else Tag.PUNCTUATION
    if left in NOMINAL or left is Tag.PRONOUN:
        if guess in {Tag.DETERMINER, Tag.NEGATION, Tag.POSSESSIVE, Tag.PREPOSITION} or c.lower[
            following : following + 1
        ] == ("been",):
            return Tag.AUXILIARY
        if c.guess[i + 1 : i + 2] and c.guess[i + 1] is Tag.NEGATION:
            return Tag.AUXILIARY
        if c.can_be(following, GERUND) and not c.can_be(following, NOUN | ADJECTIVE) and not c.nominal(following + 1):
            return Tag.AUXILIARY
    return Tag.POSSESSIVE


def _apostrophe_d(c: Context, i: int) -> Tag:
    following = c.right(i)
    return Tag.AUXILIARY if c.can_be(following, PARTICIPLE) and not c.can_be(following, BASE) else Tag.MODAL


def _to(c: Context, i: int) -> Tag:
    following = c.right(i)
    before = c.lower[i - 1] if i > c.start else ""
    if not c.is_bare_verb(following):
        return Tag.PREPOSITION
    if c.can_be(following, NOUN):
        if before in _governors("to_a_thing"):
            return Tag.PREPOSITION
        if following > i + 1:
            return Tag.TO
        # "to work and to family life": no object, and a noun stands before a full stop or a preposition after "from"
        if before in {
            "went",
            "go",
            "return",
            "returned",
            "came",
            "led",
            "sentenced",
            "turned",
            "back",
            "put",
        } and not c.starts_phrase(following + 1):
            return Tag.PREPOSITION
    return Tag.TO


def _clause_follows(c: Context, i: int, limit: int = 9) -> bool:
    """Whether a subject and its finite verb follow, with no boundary between them."""
    j = c.right(i)
    if j >= c.end:
        return False
    if c.lower[j] in SUBJECTS - {"it", "who", "you"}:
        return True
    if not c.starts_phrase(j) and c.lower[j] not in {"it", "you", "there", "this", "these", "those", "what"}:
        return False
    for k in range(j + 1, min(c.end, j + limit)):
        guess, word = c.guess[k], c.lower[k]
        if word == ",":
            return _verb_behind_insertion(c, k)
        if (
            guess in {Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE, Tag.CONJUNCTION}
            or word in STOPS
            or word in {"that", "to"}
        ):
            return False
        if guess is Tag.MODAL or (guess is Tag.AUXILIARY and word in FINITE_AUXILIARIES):
            return True
        if not isinstance(guess, Tag) and guess > 0:
            if guess == THIRD or (guess & PAST_FORM == PAST and not guess & (NOUN | ADJECTIVE)):
                return True
            if (
                guess & PAST
                and not guess & (NOUN | ADJECTIVE)
                and c.guess[k - 1] not in OPENERS
                and c.guess[k - 1] is not Tag.PREPOSITION
            ):
                return not (k + 1 < c.end and c.lower[k + 1] in {"by", "in"}) or (k == j + 1 and c.lower[j] in SUBJECTS)
            if guess & THIRD and c.lower[k - 1] in {"it", "this"}:
                return True
    return False


def _verb_behind_insertion(c: Context, comma: int, limit: int = 16) -> bool:
    """Whether a second comma and a finite verb follow the comma: "after the party, | citing costs, withdrew it"."""
    opener = c.guess[comma + 1] if comma + 1 < c.end else Tag.PUNCTUATION
    if c.guess[comma - 1] is Tag.ADJECTIVE:
        return False  # "as a short-legged, | stout horse"
    for k in range(comma + 2, min(c.end - 1, comma + limit)):
        guess, word = c.guess[k], c.lower[k]
        if word == ",":
            verb = c.guess[k + 1]
            if verb is Tag.MODAL or verb is Tag.AUXILIARY:
                return True
            return not isinstance(verb, Tag) and verb & PAST > 0 and not verb & (NOUN | ADJECTIVE)
        if word in STOPS or guess in {Tag.QUOTE, Tag.CONJUNCTION}:
            return False
        if guess in {Tag.MODAL, Tag.AUXILIARY} and opener is not Tag.RELATIVE:
            return False
    return False


def _preposition_or_clause(c: Context, i: int) -> Tag:
    if not _times().isdisjoint(c.lower[i + 1 : i + 2]):
        return Tag.PREPOSITION  # "shared since Sunday says"
    return Tag.SUBORDINATOR if _clause_follows(c, i) else Tag.PREPOSITION


@cache
def _times() -> frozenset[str]:
    """Days and months that are no other words: none of them does anything."""
    calendar = load("calendar")
    return frozenset({*calendar["weekdays"], *calendar["months"]} - {*calendar["doubtful_months"]})


def _as(c: Context, i: int) -> Tag:
    following = c.guess[i + 1] if i + 1 < c.end else None
    if following is Tag.ADVERB or (following is Tag.ADJECTIVE and "as" in c.lower[i + 2 : i + 5]):
        return Tag.ADVERB
    if following in {Tag.AUXILIARY, Tag.MODAL}:
        return Tag.SUBORDINATOR
    if i > c.start and c.tags[i - 1] is Tag.PARTICIPLE and c.lower[i - 1] in _NAMED:
        return Tag.PREPOSITION  # "a man identified as the mayor is seen"
    return _preposition_or_clause(c, i)


_NAMED = frozenset(["cited", "described", "identified", "known", "listed", "named", "quoted", "regarded"])


def _once(c: Context, i: int) -> Tag:
    return Tag.SUBORDINATOR if c.left(i) in {None, Tag.PUNCTUATION} and _clause_follows(c, i) else Tag.ADVERB


def _so(c: Context, i: int) -> Tag:
    if i + 1 < c.end and c.lower[i + 1] == "that":
        return Tag.SUBORDINATOR
    return Tag.SUBORDINATOR if i > c.start and c.guess[i + 1 : i + 2] and _clause_follows(c, i) else Tag.ADVERB


def _where(c: Context, i: int) -> Tag:
    left = c.tags[i - 1] if i > c.start else None
    if left is Tag.PUNCTUATION and i - 2 >= c.start:
        left = c.tags[i - 2]
    return Tag.RELATIVE if left in NOMINAL else Tag.SUBORDINATOR


def _there(c: Context, i: int) -> Tag:
    following = c.right(i)
    if following < c.end and (
        c.guess[following] in {Tag.AUXILIARY, Tag.MODAL}
        or c.lower[following] in {"'s", "'re", "exists", "remains", "came"}
    ):
        return Tag.PRONOUN
    if i > c.start and c.tags[i - 1] is Tag.AUXILIARY and c.starts_phrase(following) and c.last_verb < 0:
        return Tag.PRONOUN
    return Tag.ADVERB


def _like(c: Context, i: int) -> Tag:
    if c.pending == "bare":
        return Tag.INFINITIVE
    if i > c.start and (c.lower[i - 1] in {"i", "they", "we", "you", "people", "who"}) and not c.finite:
        return Tag.VERB
    return Tag.PREPOSITION


def _quantity(c: Context, i: int) -> Tag:
    """ "more", "all", "one": a determiner before what it counts, otherwise a pronoun or an adverb."""
    word = c.lower[i]
    following = c.guess[i + 1] if i + 1 < c.end else Tag.PUNCTUATION
    if word in {"more", "less", "most", "least"}:
        if following is Tag.ADVERB or (following is Tag.ADJECTIVE and not c.nominal(i + 2)):
            return Tag.ADVERB
        if c.lower[i + 1 : i + 2] == ("than",):
            return Tag.ADVERB
        return Tag.DETERMINER if c.nominal(i + 1) else Tag.ADVERB if c.left(i) is Tag.VERB else Tag.PRONOUN
    if c.nominal(i + 1) or following in {Tag.DETERMINER, Tag.POSSESSIVE} or c.can_be(i + 1, PARTICIPLE | GERUND):
        return Tag.DETERMINER
    return Tag.PRONOUN


def _no(c: Context, i: int) -> Tag:
    if c.lower[i + 1 : i + 2] and c.lower[i + 1] in {",", ".", "!"}:
        return Tag.ADVERB
    return Tag.ADVERB if c.lower[i + 1 : i + 2] == ("longer",) else Tag.DETERMINER


def _apostrophe(c: Context, i: int) -> Tag:
    """The mark after "victims" is a possessive unless it closes a quotation that a mark like it has opened."""
    if i == c.start or c.tags[i - 1] not in NOMINAL or not c.lower[i - 1].endswith(("s", "z", "x")):
        return Tag.QUOTE
    for j in range(i - 1, c.start - 1, -1):
        if c.tags[j] is Tag.QUOTE and c.text[j] in {"'", "‘"}:
            return Tag.QUOTE
    return Tag.POSSESSIVE


Rule = Callable[[Context, int], Tag]


def _mine(c: Context, i: int) -> Tag:
    """A pit, or what belongs to me: "in the mine", "the coal mine collapsed", but "the land is mine"."""
    left = c.left(i)
    opened = left in OPENERS or left in NOMINAL
    return Tag.NOUN if opened or c.nominal(i + 1) else Tag.PRONOUN


def _well(c: Context, i: int) -> Tag:
    """A shaft, or how something is done: "found in a well near Orsk", but "a well known judge"."""
    opened = c.left(i) in OPENERS and c.lower[i - 1] not in _DEGREES
    return Tag.NOUN if opened and not c.can_be(i + 1, PARTICIPLE | ADJECTIVE) else Tag.ADVERB


def _earlier(c: Context, i: int) -> Tag:
    """When something was: "had earlier said", "earlier on Monday"; or which thing: "an earlier report"."""
    return Tag.ADJECTIVE if c.nominal(i + 1) and not c.can_be(i + 1, PAST_FORM) else Tag.ADVERB


_DEGREES = frozenset({"all", "this", "that", "no", "any"})

RULES: Final[dict[str, Rule]] = {
    "'": _apostrophe,
    "’": _apostrophe,
    "'d": _apostrophe_d,
    "'s": _apostrophe_s,
    "after": _preposition_or_clause,
    "all": _quantity,
    "as": _as,
    "before": _preposition_or_clause,
    "earlier": _earlier,
    "her": _her,
    "least": _quantity,
    "less": _quantity,
    "like": _like,
    "mine": _mine,
    "more": _quantity,
    "most": _quantity,
    "no": _no,
    "once": _once,
    "since": _preposition_or_clause,
    "so": _so,
    "than": _preposition_or_clause,
    "that": _that,
    "there": _there,
    "to": _to,
    "until": _preposition_or_clause,
    "well": _well,
    "where": _where,
}
