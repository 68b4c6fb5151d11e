"""Gives each token a part of speech: closed classes from the lexicon, open ones by form and neighbours.

Each sentence is read from left to right. What decides is on the left whether a noun phrase is open ("the"), a verb
waits for its participle or infinitive ("was", "to") and the clause has its finite verb already; on the right, what
the next words can be.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimcheck.grammar.context import BE, DO, FINITE_AUXILIARIES, HAVE, Context
from claimcheck.grammar.function_words import RULES
from claimcheck.grammar.inflection import all_forms, singular
from claimcheck.grammar.open_words import closes_subject, open_word
from claimcheck.grammar.tokens import Cut
from claimcheck.grammar.words import BASE, NOUN, PAST, PAST_FORM, THIRD, alone, is_known, people, readings
from claimcheck.lexicon import load
from claimcheck.model import Tag, Tokens

_AFTER_NAMES = frozenset(load("closed_class")["modal"]) | {"'s", "’s", "said", "told"}
_QUOTES = frozenset('"“”‘«»„‚‹›`') | {"''", "``"}
_FUNCTION = -1  # the guess for a word that has a rule of its own
_CAPITALS_AT_LEAST = 0.8  # of the longer words of a sentence whose capitals say nothing
_NOUN_ENDINGS = (
    "ants", "ees", "ents", "ers", "ials", "ists", "ities", "ity", "men", "ment", "ments", "ness", "rors", "ssors",
    "tion", "tions", "tors", "vors",
)  # fmt: skip
_LONG_NOUN_ENDINGS = ("ages", "ates", "ives")
_LONG = 6  # letters; "Yates" and "Coates" are names
_NOT_FINITE = frozenset({Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE})
# After these the clause is in another state.
_TURNING = _NOT_FINITE | {
    Tag.AUXILIARY, Tag.CONJUNCTION, Tag.MODAL, Tag.PUNCTUATION, Tag.QUOTE, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.TO,
    Tag.VERB,
}  # fmt: skip
_PASSED_BY_COMMA = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB, Tag.NEGATION})
# Determiners that are pronouns where no noun follows.
_PRONOUNS_TOO = frozenset(load("closed_class")["determiner"]) - {"a", "an", "every", "no", "the", "various"}
_AFTER_PRONOUN = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.VERB, Tag.PREPOSITION, Tag.PUNCTUATION, Tag.RELATIVE})
_CURRENCIES = frozenset("$€£¥₦₩₪₫₱₴₹₺₽")
_IN_NAMES = frozenset({"against", "before", "beyond", "over", "under", "without"})
_BEFORE_BARE = all_forms("help") | all_forms("let")  # "helped them flee"
_SAYING = frozenset().union(*map(all_forms, ("argue", "believe", "claim", "fear", "insist", "report", "say", "think")))
_IN_SUBJECT = (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.PRONOUN, Tag.ADVERB)
_PENDING = dict.fromkeys(BE | {"'s"}, "be") | dict.fromkeys(HAVE, "have") | dict.fromkeys(DO, "bare")


def tag(cut: Cut, sentences: Iterable[range]) -> Tokens:
    """The tokens with their tags. Each sentence (a range of token indices) is tagged on its own."""
    tags: list[Tag] = [Tag.OTHER] * len(cut.text)
    guess: list[Tag | int] = [Tag.OTHER] * len(cut.text)
    context = Context(cut.text, cut.lower, tags, guess)
    seen = frozenset(cut.text)
    surnames = _surnames(cut, seen)
    for words in sentences:
        _guess(cut, words, guess, seen, surnames)
        _decide(context, words)
    del guess, context
    return Tokens(cut.start, cut.end, cut.text, cut.lower, tuple(tags))


def _surnames(cut: Cut, seen: frozenset[str]) -> frozenset[str]:
    """Words with other meanings that end a full name somewhere and never have a small letter: Cook, of Peter Cook."""
    text, lower = cut.text, cut.lower
    capitals = [i for i in range(1, len(text)) if text[i][0].isupper() and text[i - 1][0].isupper()]
    return frozenset(
        lower[i]
        for i in capitals
        if lower[i] not in seen and is_known(lower[i]) and text[i - 1].isalpha() and not is_known(lower[i - 1])
    )


def _guess(cut: Cut, words: range, guess: list[Tag | int], seen: frozenset[str], surnames: frozenset[str]) -> None:
    """Fills in what each word can be by itself."""
    text, lower, rules = cut.text, cut.lower, RULES
    shouting = _caseless(text, words)
    fresh = True  # whether a capital is due here in any case
    for i in words:
        word, low = text[i], lower[i]
        if low in rules:
            guess[i] = _FUNCTION
        else:
            first = word[0]
            if word == low and first.isalpha():
                guess[i] = alone(low)
                if low == "the" and i > words.start and _asks_for(cut, i, words.start):
                    guess[i - 1] = guess[i] = Tag.NAME
            elif first.isalpha():
                guess[i] = _capitalised(cut, i, fresh or shouting, shouting, seen, surnames)
            elif first.isnumeric():  # digits, and "½"
                guess[i] = _numeral(low)
            elif word in _QUOTES:
                guess[i] = Tag.QUOTE
                fresh = True
                continue
            elif first in "'’@#":
                guess[i] = alone(low) if len(word) > 1 else Tag.QUOTE
            elif word in _CURRENCIES and text[i + 1 : i + 2] and text[i + 1][0].isdigit():
                guess[i] = Tag.NUMBER
            else:
                guess[i] = Tag.PUNCTUATION
                if word in {":", "[", "(", "•", "-", "—", "–", "--"}:
                    fresh = fresh or word in {":", "•"}
                    continue
        fresh = False


def _asks_for(cut: Cut, i: int, start: int) -> bool:
    """Whether the name of a body is a request around the article: "Save | the Children", but not "Free the men"."""
    text, asked, behind = cut.text, cut.text[i + 1 : i + 2], cut.lower[i + 2 : i + 3]
    if not (text[i - 1].istitle() and asked and asked[0].istitle() and behind):
        return False
    if i - 1 == start and behind[0] not in FINITE_AUXILIARIES and not readings(behind[0]) & (PAST | THIRD):
        return False  # "Save the Children of Orsk!"
    return readings(cut.lower[i - 1]) & (BASE | NOUN) == BASE


def _amid_capitals(text: tuple[str, ...], i: int) -> bool:
    return i + 1 < len(text) and text[i - 1][:1].isupper() and text[i + 1][:1].isupper()


def _caseless(text: tuple[str, ...], words: range) -> bool:
    """Whether nearly all longer words have a capital, as in a headline or in wire text of the old kind."""
    first = [word[0] for word in text[words.start : words.stop] if len(word) > 3 and word[0].isalpha()]
    return len(first) > 3 and sum(map(str.isupper, first)) >= _CAPITALS_AT_LEAST * len(first)


def _capitalised(
    cut: Cut, i: int, fresh: bool, shouting: bool, seen: frozenset[str], surnames: frozenset[str]
) -> Tag | int:
    word, low = cut.text[i], cut.lower[i]
    known = alone(low)
    if not fresh:
        closed = isinstance(known, Tag) and known not in {Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER}
        closed = closed and not (low in _IN_NAMES and _amid_capitals(cut.text, i))  # "Doctors Without Borders"
        closed = closed and (known is not Tag.ADVERB or is_known(low)) and known is not Tag.MODAL  # "Maly", "Eva May"
        return known if closed and (len(word) == 1 or not word.isupper()) else Tag.NAME
    if is_known(low):
        followed = i + 1 < len(cut.text) and cut.text[i + 1][:1].isupper() and not shouting
        if followed and not isinstance(known, Tag) and readings(low) == known and known & 1:
            return Tag.NAME
        return Tag.NAME if low in surnames and not shouting else known
    if shouting and word.isupper():
        return known
    if low in seen or (not shouting and low.endswith("s") and not low.endswith("ss") and low[:-1] in seen):
        return known
    if known in {Tag.NOUN, Tag.ADJECTIVE}:
        return known if _ends_like_a_noun(low) or _is_people(cut, i) else Tag.NAME
    return Tag.NAME if not shouting and low.endswith("ed") and _finite_follows(cut, i) else known


def _finite_follows(cut: Cut, i: int) -> bool:
    """Whether the next word is one that a subject stands before: no participle but a name does ("Ahmed was")."""
    behind = cut.lower[i + 1] if i + 1 < len(cut.lower) else ""
    return behind in FINITE_AUXILIARIES or behind in _AFTER_NAMES or readings(behind) & PAST_FORM == PAST


def _ends_like_a_noun(low: str) -> bool:
    """Whether the ending is one that nouns have and few names: "prosecutors", and with more before it "detectives"."""
    return low.endswith(_NOUN_ENDINGS) or (len(low) > _LONG and low.endswith(_LONG_NOUN_ENDINGS))


def _is_people(cut: Cut, i: int) -> bool:
    """Whether the word is a plural for people or records, no name behind it: "Critics say", not "Friends House"."""
    one = singular(cut.lower[i])
    behind = cut.text[i + 1][:1] if i + 1 < len(cut.text) else ""
    return one != cut.lower[i] and (one in people() or one in _records()) and not behind.isupper()


@cache
def _records() -> frozenset[str]:
    """What shows what happened: videos, images, documents."""
    return frozenset(load("attribution_words")["records"])


def _numeral(low: str) -> Tag:
    if low.endswith(("st", "nd", "rd", "th")):
        return Tag.ADJECTIVE
    return Tag.ADJECTIVE if "-" in low and low[-1].isalpha() else Tag.NUMBER


def _decide(c: Context, words: range) -> None:
    """Settles each word's tag from left to right."""
    c.start, c.end = words.start, words.stop
    c.pending, c.finite, c.last_verb = "", False, -1
    c.bracket, c.resumed, c.leading = False, -1, False
    tags, guess, lower = c.tags, c.guess, c.lower
    for i in words:
        g = guess[i]
        if isinstance(g, Tag):
            tag = Tag.INFINITIVE if g is Tag.NOUN and c.pending == "bare" and _must_be_verb(c, i) else g
        elif g == _FUNCTION:
            tag = RULES[lower[i]](c, i)
        else:
            tag = open_word(c, i, g)
        tags[i] = guess[i] = tag
        if tag in _AFTER_PRONOUN and i > c.start and tags[i - 1] is Tag.DETERMINER and lower[i - 1] in _PRONOUNS_TOO:
            tags[i - 1] = Tag.PRONOUN
        elif tag is Tag.VERB and i > c.start and tags[i - 1] is Tag.ADJECTIVE and closes_subject(c, i):
            tags[i - 1] = Tag.NOUN
        if tag in _TURNING:
            _turn(c, i, tag)


def _inserted(c: Context, verb: int) -> bool:
    """Whether somebody says so between two commas, and a name or noun waits for its verb."""
    k = verb - 1
    while k > c.start and c.tags[k] in _IN_SUBJECT:
        k -= 1
    return (
        c.lower[verb] in _SAYING
        and c.lower[k] == ","
        and k < verb - 1
        and not any(c.tags[i] is Tag.VERB for i in range(c.start, k))
    )


def _must_be_verb(c: Context, i: int) -> bool:
    """Whether a word that no list has as a verb can be nothing else: "could blorb it", "to glorb their house"."""
    if c.lower[i].endswith("s") or is_known(c.lower[i]):
        return False
    object_follows = i + 1 < c.end and c.guess[i + 1] in (Tag.DETERMINER, Tag.POSSESSIVE)
    return c.left(i) is Tag.MODAL or (c.left(i) is Tag.TO and object_follows)


def _turn(c: Context, i: int, tag: Tag) -> None:
    """Keeps what is known of the clause in step with a word of which it depends."""
    word = c.lower[i]
    if tag is Tag.PUNCTUATION:
        if word in {";", ":", "—", "–", "--", "-"}:
            c.pending, c.finite = "", False
        elif i > c.start and c.tags[i - 1] not in _PASSED_BY_COMMA:
            c.pending = ""
        if c.leading and c.finite and word == ",":
            c.leading, c.finite = False, False  # "When the mine closed, | families worry that"
        if word == "," and c.finite and c.last_verb == i - 1 and _inserted(c, i - 1):
            c.finite = False  # "The mayor, analysts believe, | signed"
        if c.bracket and c.finite and word == ",":
            c.bracket, c.finite, c.resumed = False, False, i
    elif tag is Tag.VERB:
        c.pending, c.finite, c.last_verb = "bare" if word in _BEFORE_BARE else "", True, i
    elif tag is Tag.AUXILIARY:
        c.pending = _PENDING.get(word, "")
        c.finite = c.finite or word in FINITE_AUXILIARIES or word == "'s"
    elif tag in _NOT_FINITE:
        c.pending, c.last_verb = "bare" if word in _BEFORE_BARE else "", i
    elif tag is Tag.CONJUNCTION:
        c.pending = ""
        if (
            word == "but"
            or (i > c.start and c.lower[i - 1] == ",")
            or (i + 1 < c.end and c.guess[i + 1] is Tag.PRONOUN)
        ):
            c.finite = False
    elif tag is Tag.TO:
        c.pending = "bare"
    elif tag is Tag.MODAL:
        c.pending, c.finite = "bare", True
    else:
        opening = i == c.start or c.lower[i - 1] == ";"
        c.leading = c.leading or (opening and tag is Tag.SUBORDINATOR)
        fronted = c.lower[c.start] == "according" or c.tags[c.start] is Tag.PREPOSITION
        c.leading = c.leading or (tag is Tag.RELATIVE and fronted and "," not in c.lower[c.start : i])
        opened = tag is Tag.RELATIVE and not c.finite and i > c.start and c.lower[i - 1] == ","
        c.bracket = opened or (c.bracket and tag is Tag.SUBORDINATOR)
        c.pending, c.finite = "", False
