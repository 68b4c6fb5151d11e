"""Noun phrases before and after a word, with their “of” and “and” parts."""

from __future__ import annotations

from claimcheck.attribution.reading import Reading
from claimcheck.attribution.words import FINITE, GENITIVE, MODIFIER, NOMINAL, OBJECTS, PHRASAL, SUBJECTS, listed
from claimcheck.model import Tag

_JOINING = frozenset(
    {"of", "for", "in", "at", "from", "with", "to", "on", "near", "behind", "by", "about", "against", "under", "over"}
)

# Words that stand for people without a noun: "many said", "some of them".
_QUANTIFIERS = frozenset(
    [
        "all",
        "another",
        "any",
        "both",
        "each",
        "few",
        "many",
        "most",
        "nobody",
        "none",
        "one",
        "others",
        "several",
        "some",
        "these",
        "this",
        "those",
    ]
)

_ANEW = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER})
_BEFORE_NOUN = MODIFIER | {Tag.NUMBER, Tag.NOUN}
_BOUNDARY = frozenset({Tag.PUNCTUATION, Tag.QUOTE, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.RELATIVE})


def phrase_before(reading: Reading, at: int, floor: int) -> range | None:
    """The noun phrase that ends right before the token, with its "of" and "and" parts."""
    tokens, quoted = reading.tokens, reading.quoted_by
    tag, lower = tokens.tag, tokens.lower
    i = at - 1
    if i < floor:
        return None
    if lower[i].endswith(("self", "selves")) and i > floor:  # "the mayor himself"
        return phrase_before(reading, i, floor)
    if lower[i] in OBJECTS and i - 1 > floor and tag[i - 1] is Tag.PREPOSITION and _joins(reading, i - 1, floor):
        described = phrase_before(reading, i - 1, floor)  # "a source close to him"
        return None if described is None else range(described.start, at)
    if lower[i] in ("most", "some", "many") and i > floor and tag[i - 1] is Tag.POSSESSIVE:
        return None  # "his most praised piece"
    if tag[i] is Tag.PRONOUN or lower[i] in SUBJECTS:
        if i - 1 > floor and lower[i - 1] == "of":
            return range(_quantified(reading, i - 1, floor), at)
        return range(i, at)
    start = at
    while i >= floor:
        this, word = tag[i], lower[i]
        if quoted[i] >= 0:  # a nickname stands inside the name
            words = reading.quotation_words[quoted[i]]
            if start == at or len(words) > 5 or words.start <= floor or tag[words.start - 1] is not Tag.NAME:
                break
            i = words.start - 1
            continue
        if start < at and tag[start] in _ANEW and this is Tag.NUMBER and len(word) == 4 and word.isdigit():
            break  # "in 2011 | the court"
        if (
            this is Tag.NOUN
            or this is Tag.NAME
            or this is Tag.NUMBER
            or this is Tag.ADJECTIVE
            or word in GENITIVE
            or word in ("&", "%")
            or (ends_name(reading, i, floor) and word not in listed("time") - {"now"})
        ):
            start = i
        elif this is Tag.PREPOSITION and i + 1 == start < at and lower[i - 1] in ("a", "an", "the") and i > floor:
            start = i  # "an inside source"
        elif this in MODIFIER:
            start = i
            if (
                (i > floor and tag[i - 1] in (Tag.DETERMINER, Tag.NUMBER))
                or (
                    i > floor
                    and tag[i - 1] is Tag.PREPOSITION
                    and lower[i - 1] in _JOINING
                    and _joins(reading, i - 1, floor)
                )
                or (i > floor and lower[i - 1] == "and")
            ):
                pass
            else:
                break
        elif (
            this in (Tag.GERUND, Tag.PARTICIPLE)
            and start == i + 1
            and i > floor
            and tag[i - 1] in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.ADVERB)
        ):
            start = i
        elif (
            start == i + 1
            and i > floor
            and tag[i - 1] in (Tag.NOUN, Tag.NAME)
            and (
                (this is Tag.PARTICIPLE and (lower[i + 1] in _JOINING or word == "dated"))
                or (lower[i].endswith("ed") and this in (Tag.PARTICIPLE, Tag.VERB) and start == at)
            )
        ):
            start = i  # "officials briefed on the plan", "voters polled"
        elif (start < at and this is Tag.ADVERB and i > floor and tag[i - 1] is Tag.DETERMINER) or (
            start < at and this is Tag.PREPOSITION and word in _JOINING and _joins(reading, i, floor)
        ):
            start = i
        elif word in ("and", "or") and start < at and i > floor:
            left = phrase_before(reading, i, floor)
            pronoun = lower[i - 1] in SUBJECTS and lower[i - 1] not in ("he", "she", "they", "we", "i")
            if left is not None and not pronoun and clause_starts(reading, left.start, floor):
                start = left.start
                if i - 1 > floor and start > floor and lower[start - 1] == ",":  # "the mayor, his deputy and the clerk"
                    first = phrase_before(reading, start - 1, floor)
                    if first is not None and first.start == floor and not _is_apposition_of(reading, first, start):
                        start = first.start
            elif lower[i - 1] == ",":
                break
            elif (
                tag[i - 1] is Tag.NAME
                and tag[start] is Tag.NAME
                and left is not None
                and tag[left.start - 1] is not Tag.VERB
            ):
                start = left.start
            break
        elif word == ")" and start <= at:
            opening = next((k for k in range(i, max(floor, i - 12) - 1, -1) if lower[k] == "("), None)
            if opening is None or opening == floor:
                break
            i = opening
            if start == at:
                start = opening
        elif word == "," and start < at and _in_list(reading, i, start, at):
            left = phrase_before(reading, i, floor)
            if left is None or left.start == i:
                break
            start = left.start
            break
        elif word in _QUANTIFIERS and start == i + 1 < at and tag[start] is Tag.PREPOSITION:
            start = i  # "many in Orsk"
        else:
            break
        i -= 1
    while start < at and (tag[start] in (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.ADVERB) or lower[start] in GENITIVE):
        start += 1
    headless = (  # "the youngest", "those surveyed"
        at - start >= 2 and tag[start] is Tag.DETERMINER and tag[at - 1] in (Tag.ADJECTIVE, Tag.PARTICIPLE)
    )
    if (
        not headless
        and not any(tag[k] in NOMINAL for k in range(start, at))
        and not (at - start == 1 and lower[start] in _QUANTIFIERS)
    ):
        return None
    return range(_with_bound(reading, start, floor), at)


_BOUNDS = (("fewer", "than"), ("less", "than"), ("more", "than"), ("up", "to"))
_ROUGHLY = frozenset({"about", "almost", "approximately", "around", "nearly", "over", "roughly"})


def _with_bound(reading: Reading, start: int, floor: int) -> int:
    """Where the words begin that bound the number at the token: "at least 12 men"."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    if start == floor:
        return start
    if lower[start - 1] == "at" and lower[start] in ("least", "most"):
        return start - 1
    if tag[start] is not Tag.NUMBER:
        return start
    if start - 2 >= floor and lower[start - 2 : start] in _BOUNDS:
        return start - 2
    return start - (lower[start - 1] in _ROUGHLY)


def _is_apposition_of(reading: Reading, head: range, start: int) -> bool:
    """Whether what follows the comma describes a name: "Ana Duarte, mayor and judge": no list of people."""
    tags = reading.tokens.tag
    return tags[head.stop - 1] is Tag.NAME and tags[start] in (Tag.NOUN, Tag.ADJECTIVE)


def _quantified(reading: Reading, of: int, floor: int) -> int:
    """Where "some of them" begins."""
    i = of - 1
    while i > floor and reading.tokens.tag[i - 1] in _BEFORE_NOUN:
        i -= 1
    return i


def _joins(reading: Reading, i: int, floor: int) -> bool:
    """Whether the preposition hangs on a noun before it."""
    if i <= floor:
        return False
    tag, lower = reading.tokens.tag, reading.tokens.lower
    before = i - 1
    if tag[before] in (Tag.NOUN, Tag.NAME, Tag.NUMBER) and lower[before] not in listed("time"):
        return True
    if lower[before] in (")", "%"):
        return True
    if lower[before] in _QUANTIFIERS:
        return True
    return tag[before] in (Tag.ADJECTIVE, Tag.PARTICIPLE) and before > floor and tag[before - 1] in (Tag.NOUN, Tag.NAME)


def clause_starts(reading: Reading, i: int, floor: int) -> bool:
    """Whether a clause may begin at the token."""
    return (
        i <= floor
        or reading.tokens.tag[i - 1] in _BOUNDARY
        or reading.tokens.lower[i - 1] in ("that", "as", "where", "how", "what")
    )


def _in_list(reading: Reading, comma: int, start: int, at: int) -> bool:
    """Whether the comma separates items of a list that ends in "and": "the mayor, his deputy and the clerk"."""
    lower = reading.tokens.lower
    return any(lower[k] == "and" for k in range(start, at))


MISTAKEN = frozenset({Tag.VERB, Tag.INFINITIVE, Tag.ADVERB, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.GERUND, Tag.MODAL})


def phrase_after(reading: Reading, at: int, end: int) -> range | None:
    """The noun phrase that begins at the token, with its prepositional parts, without appositions."""
    tokens, quoted = reading.tokens, reading.quoted_by
    tag, lower = tokens.tag, tokens.lower
    if at >= end:
        return None
    if tag[at] is Tag.PRONOUN and not (at + 1 < end and lower[at + 1] == "of"):
        return range(at, at + 1)
    i, stop = at, at
    while i < end:
        this, word = tag[i], lower[i]
        if quoted[i] >= 0:
            words = reading.quotation_words[quoted[i]]
            if i > at and len(words) <= 5 and words.stop < end and tag[words.stop] is Tag.NAME:
                i = words.stop
                continue
            break
        if this is Tag.PRONOUN and i > at and tag[i - 1] not in (Tag.PREPOSITION, Tag.CONJUNCTION):
            break  # "told a reporter it was true"
        if this in (Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN):
            if word in listed("time") and stop > at and word not in ("march",) and tag[i - 1] is not Tag.DETERMINER:
                break
            i += 1
            stop = i
        elif this in MODIFIER or word in GENITIVE or word == "&":
            anew = this is Tag.DETERMINER or (this is Tag.POSSESSIVE and word not in GENITIVE)
            if anew and stop > at and stop == i and word not in ("all", "both"):
                break  # "told the paper | her family had left"
            i += 1
        elif (
            this in (Tag.GERUND, Tag.PARTICIPLE)
            and (i == at or tag[i - 1] in MODIFIER or tag[i - 1] is Tag.ADVERB)
            and i + 1 < end
            and tag[i + 1] in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
        ) or (
            this is Tag.ADVERB
            and i + 1 < end
            and tag[i + 1] in (Tag.ADJECTIVE, Tag.PARTICIPLE)
            and (i == at or tag[i - 1] in MODIFIER)
        ):
            i += 1
        elif (
            this is Tag.PREPOSITION
            and stop == i > at
            and word in ("of", "for", "in", "at", "from", "with", "on", "near", "behind")
            and i + 1 < end
        ):
            if (
                tag[i + 1] not in PHRASAL
                or lower[i + 1] in listed("time")
                or (word != "of" and word != "for" and lower[i + 1] in ("a", "an"))
            ):
                break
            i += 1
        elif word == "or" and i + 1 < end and tag[i + 1] is Tag.NUMBER is tag[i - 1] and i > at:
            i += 1  # "six or seven men"
        elif (
            word in ("and", "or")
            and stop == i
            and i + 1 < end
            and (tag[i + 1] in (Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE))
        ):
            following = phrase_after(reading, i + 1, end)
            if following is None or (following.stop < end and tag[following.stop] in FINITE):
                break
            i = stop = following.stop
        elif word == "(" and stop == i:
            closing = next((k for k in range(i, min(end, i + 12)) if lower[k] == ")"), None)
            if closing is None:
                break
            i = stop = closing + 1
        else:
            break
    if stop == at and i - at >= 2 and tag[at] is Tag.DETERMINER and tag[i - 1] is Tag.ADJECTIVE:  # "the youngest"
        stop = i
    return range(at, stop) if stop > at else None


def ends_name(reading: Reading, i: int, floor: int) -> bool:
    """Whether a capital letter makes the word part of the name before it: "Human Rights Now"."""
    tokens = reading.tokens
    return i > floor and tokens.text[i][:1].isupper() and tokens.tag[i - 1] is Tag.NAME and tokens.tag[i] in MISTAKEN
