"""The noun phrases that may be sources: before a cue with their appositions, after it, and by whom it is done."""

from __future__ import annotations

from claimcheck.attribution.reading import Reading
from claimcheck.attribution.words import FINITE, GENITIVE, MODIFIER, NOMINAL, OBJECTS, SUBJECTS, listed
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
_BOUNDARY = frozenset({Tag.PUNCTUATION, Tag.QUOTE, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.RELATIVE})
_LONGEST_APPOSITION = 40  # tokens


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
        if (
            this is Tag.NOUN
            or this is Tag.NAME
            or this is Tag.NUMBER
            or this is Tag.ADJECTIVE
            or word in GENITIVE
            or word in ("&", "%")
            or (_ends_name(reading, i, floor) and word not in listed("time") - {"now"})
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
                (this is Tag.PARTICIPLE and lower[i + 1] in _JOINING)
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
            if left is not None and not pronoun and _clause_starts(reading, left.start, floor):
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
    return range(start, at)


def _is_apposition_of(reading: Reading, head: range, start: int) -> bool:
    """Whether what follows the comma describes a name: "Ana Duarte, mayor and judge": no list of people."""
    tags = reading.tokens.tag
    return tags[head.stop - 1] is Tag.NAME and tags[start] in (Tag.NOUN, Tag.ADJECTIVE)


def _quantified(reading: Reading, of: int, floor: int) -> int:
    """Where "some of them" begins."""
    i = of - 1
    while i > floor and reading.tokens.tag[i - 1] in (*MODIFIER, Tag.NUMBER, Tag.NOUN):
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


def _clause_starts(reading: Reading, i: int, floor: int) -> bool:
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


def subject_before(reading: Reading, at: int, floor: int) -> range | None:
    """The subject of a verb group that begins at the token: a noun phrase with its appositions and relative clause."""
    tokens = reading.tokens
    if at <= floor:
        return None
    lower, tag = tokens.lower, tokens.tag
    if at - 1 == floor and _is_bare_name(reading, floor, floor):
        return range(floor, at)
    if (
        lower[at - 1] in ("both", "all", "each")
        and at - 2 >= floor
        and tag[at - 2] in (Tag.NOUN, Tag.NAME, Tag.PRONOUN)
    ):
        return subject_before(reading, at - 1, floor)  # "Haas and Duarte both said"
    if lower[at - 1] in ("who", "which") or (tag[at - 1] is Tag.RELATIVE and lower[at - 1] == "that"):
        return range(at - 1, at)
    if lower[at - 1] == "," and at - 2 > floor and lower[at - 2] == ")":
        return _apposed(reading, at - 1, floor) or phrase_before(reading, at - 1, floor)
    if lower[at - 1] == "," or (reading.quoted_by[at - 1] >= 0 and at - 2 > floor and lower[at - 2] == ","):
        return _apposed(reading, at - 1, floor)
    if lower[at - 1] in ("—", "–", "--", "-"):
        opening = next((k for k in range(at - 2, max(floor, at - 30), -1) if lower[k] == lower[at - 1]), None)
        if opening is not None:
            return phrase_before(reading, opening, floor)
        return None
    phrase = phrase_before(reading, at, floor)
    if phrase is None and _is_bare_name(reading, at - 1, floor):
        return range(at - 1, at)
    if (
        phrase is not None
        and phrase.start > floor
        and all(lower[k] in listed("time") or tag[k] is Tag.DETERMINER for k in phrase)
    ):
        before = phrase.start
        while before > floor and tag[before - 1] is Tag.ADVERB:
            before -= 1
        phrase = phrase_before(reading, before, floor)  # "the mayor just this week said", "a report published Friday"
    if phrase is None:
        return _related(reading, at, floor)
    return _with_relative(reading, phrase, floor)


def _related(reading: Reading, at: int, floor: int) -> range | None:
    """The noun phrase whose restrictive clause ends here: "two officials who asked not to be named"."""
    tokens = reading.tokens
    if at - 3 >= floor and tokens.lower[at - 2] in ("i", "we", "he", "she", "they"):  # "the experts we asked"
        head = phrase_before(reading, at - 2, floor)
        if head is not None and tokens.tag[at - 1] in (Tag.VERB, Tag.PARTICIPLE):
            return range(head.start, at)
    for k in range(at - 1, max(floor, at - 12), -1):
        if tokens.lower[k] in (",", ";", ":") or reading.quoted_by[k] >= 0:
            return None
        if tokens.lower[k] in ("who", "that"):
            head = phrase_before(reading, k, floor)
            if head is None or not _clause_starts(reading, head.start, floor) or at - k < 3:
                return None
            return range(head.start, at)
    return None


_MISTAKEN = frozenset({Tag.VERB, Tag.INFINITIVE, Tag.ADVERB, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.GERUND, Tag.MODAL})


def _is_bare_name(reading: Reading, i: int, floor: int) -> bool:
    """Whether the word is a name that looks like another word: “…,” Lynch said."""
    tokens = reading.tokens
    if not tokens.text[i][:1].isupper() or tokens.tag[i] not in _MISTAKEN:
        return False
    return i == floor or reading.quoted_by[i - 1] >= 0 or tokens.lower[i - 1] in (",", "and", "but", "that", "as")


def _with_relative(reading: Reading, phrase: range, floor: int) -> range:
    """The phrase, or the longer one whose restrictive clause it closes: "people who know the judge"."""
    tokens = reading.tokens
    i = phrase.start - 1
    if i < floor or tokens.tag[i] not in (
        Tag.VERB,
        Tag.PREPOSITION,
        Tag.PARTICIPLE,
        Tag.INFINITIVE,
        Tag.TO,
        Tag.AUXILIARY,
        Tag.ADVERB,
        Tag.GERUND,
    ):
        return phrase
    for k in range(i, max(floor, i - 10), -1):
        if tokens.lower[k] in (",", ";", ":") or reading.quoted_by[k] >= 0:
            return phrase
        if tokens.lower[k] in ("who", "that", "which") and (tokens.tag[k] is Tag.RELATIVE or tokens.lower[k] == "who"):
            head = phrase_before(reading, k, floor)
            if head is not None and _clause_starts(reading, head.start, floor):
                return range(head.start, phrase.stop)
            return phrase
    return phrase


def _apposed(reading: Reading, comma: int, floor: int) -> range | None:
    """The subject before one or more stretches between commas: "Murphy, 46, a former aide who …, said"."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    best: range | None = None
    close = comma
    for _ in range(5):
        opening = next(
            (
                k
                for k in range(close - 1, max(floor, comma - _LONGEST_APPOSITION) - 1, -1)
                if lower[k] == "," and reading.quoted_by[k] < 0
            ),
            None,
        )
        if opening is None or not _is_apposition(reading, opening + 1, close):
            break
        head = phrase_before(reading, opening, floor)
        if head is not None and tag[head.start] is not Tag.ADVERB and lower[head.start] not in listed("time"):
            if _clause_starts(reading, head.start, floor):
                best = range(head.start, comma)
            elif best is None:
                best = range(head.start, comma)
                break
        close = opening
    return best


def _is_apposition(reading: Reading, start: int, end: int) -> bool:
    """Whether the words between two commas may describe the noun before them."""
    tokens = reading.tokens
    if start >= end:
        return False
    first, word = tokens.tag[start], tokens.lower[start]
    if word in ("who", "whose", "which", "whom", "where") or word in listed("openers"):
        return True
    if first in (Tag.CONJUNCTION, Tag.SUBORDINATOR) and word not in ("however",):
        return False
    return not any(
        tokens.tag[k] in FINITE and reading.quoted_by[k] < 0 and not _is_noun_after_all(reading, k)
        for k in range(start, end)
        if not _in_relative(reading, start, k)
    )


def _is_noun_after_all(reading: Reading, k: int) -> bool:
    """Whether a word tagged as a verb follows an adjective: "senior associate"."""
    return reading.tokens.tag[k] is Tag.VERB and reading.tokens.tag[k - 1] in (Tag.ADJECTIVE, Tag.DETERMINER)


def _in_relative(reading: Reading, start: int, k: int) -> bool:
    return any(reading.tokens.lower[m] in ("who", "that", "which", "whose", "whom", "where") for m in range(start, k))


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
            if this is Tag.DETERMINER and stop > at and stop == i and word not in ("all", "both"):
                break
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
                tag[i + 1] not in (*NOMINAL, *MODIFIER)
                or lower[i + 1] in listed("time")
                or (word != "of" and word != "for" and lower[i + 1] in ("a", "an"))
            ):
                break
            i += 1
        elif (
            word in ("and", "or")
            and stop == i
            and i + 1 < end
            and (tag[i + 1] in (Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE))
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


def with_appositions(reading: Reading, phrase: range, end: int) -> range:
    """The phrase with what describes it after commas: "said Ana Duarte, the mayor of Orsk, who …"."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    stop = phrase.stop
    for _ in range(4):
        if stop + 1 >= end or lower[stop] != "," or reading.quoted_by[stop + 1] >= 0:
            break
        first = stop + 1
        close = next(
            (
                k
                for k in range(first, end)
                if (lower[k] in (",", ";", ":", "—", "–", "--")) or reading.quoted_by[k] >= 0
            ),
            end,
        )
        if close == end and lower[end - 1] in (".", "!", "?"):
            close = end - 1
        if (
            lower[first] in listed("openers")
            or lower[first] in listed("time")
            or tag[first] in (Tag.GERUND, Tag.CONJUNCTION, Tag.ADVERB, Tag.SUBORDINATOR)
        ):
            break
        relative = lower[first] in ("who", "whose", "which", "whom")
        if not relative and (tag[first] is Tag.PREPOSITION or not _is_apposition(reading, first, close)):
            break
        stop = close
    return range(phrase.start, stop)


def agent_after(reading: Reading, at: int, end: int) -> tuple[int, range] | None:
    """The "by" and the noun phrase of a passive verb's agent, within its clause."""
    tokens = reading.tokens
    for i in range(at, min(end, at + 25)):
        if reading.quoted_by[i] >= 0:
            continue
        if tokens.lower[i] == "by" and i + 1 < end and tokens.tag[i + 1] is not Tag.GERUND:
            phrase = phrase_after(reading, i + 1, end)
            if phrase is not None and not all(
                tokens.lower[k] in listed("time") or tokens.tag[k] is Tag.NUMBER for k in phrase
            ):
                return i, phrase
            return None
        if tokens.lower[i] in (";", ":", "who", "which", "that") or (tokens.lower[i] == "," and i > at):
            return None
    return None


def main_subject(reading: Reading, at: int, floor: int) -> range | None:
    """The subject of the nearest finite verb before the token, passing over relative clauses."""
    return _subject_of(reading, at, floor, FINITE) or _subject_of(reading, at, floor, frozenset({Tag.PARTICIPLE}))


def _subject_of(reading: Reading, at: int, floor: int, verbs: frozenset[Tag]) -> range | None:
    tokens = reading.tokens
    i = at - 1
    while i > floor:
        if reading.quoted_by[i] < 0 and tokens.tag[i] in verbs:
            start = group_start(reading, i, floor)
            subject = subject_before(reading, start, floor)
            empty = tokens.lower[subject.start] in ("which", "that", "who", "there") if subject is not None else True
            formal = subject is not None and tokens.lower[subject.start] == "it" and tokens.tag[i] is not Tag.VERB
            if subject is not None and not empty and not formal:
                return subject
            i = start
        i -= 1
    return None


_LOOSE_ADVERBS = frozenset({"even", "also", "first", "then", "later", "once", "now", "still", "finally"})
_GROUP = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.AUXILIARY, Tag.MODAL})


def _ends_name(reading: Reading, i: int, floor: int) -> bool:
    """Whether a capital letter makes the word part of the name before it: "Human Rights Now"."""
    tokens = reading.tokens
    return i > floor and tokens.text[i][:1].isupper() and tokens.tag[i - 1] is Tag.NAME and tokens.tag[i] in _MISTAKEN


def _may_be_name(reading: Reading, i: int) -> bool:
    """Whether what looks like an adverb at the head of a sentence may be a name: "Jolly said"."""
    tokens = reading.tokens
    known = tokens.lower[i] in _LOOSE_ADVERBS or tokens.lower[i] in listed("time")
    return tokens.tag[i] is Tag.ADVERB and tokens.text[i][:1].isupper() and not known


def group_start(reading: Reading, verb: int, floor: int) -> int:
    """Where the verb group that ends in this verb begins: its auxiliaries, modals, adverbs and carriers."""
    tokens = reading.tokens
    tag, lower = tokens.tag, tokens.lower
    i = verb
    while i > floor:
        before = i - 1
        if reading.quoted_by[before] >= 0 or (before == floor and _may_be_name(reading, before)):
            break
        if _ends_name(reading, before, floor):
            break
        if tag[before] in _GROUP and lower[before] not in listed("time") - {"recently", "later", "earlier", "then"}:
            i = before
        elif (
            lower[before] == "to"
            and before > floor
            and (
                lower[before - 1] in listed("carriers")
                or lower[before - 1] in ("on", "able", "going", "quick", "careful")
            )
        ):
            i = before - 1
            if lower[i] == "on" and i > floor and tag[i - 1] in (Tag.VERB, Tag.GERUND):
                i -= 1
        elif lower[before] in _LOOSE_ADVERBS or (
            lower[before] in listed("carriers") and tag[before] is Tag.VERB and tag[verb] is not Tag.VERB
        ):
            i = before
        else:
            break
    while i < verb and lower[i] in (
        "however",
        "meanwhile",
        "perhaps",
        "maybe",
        "yesterday",
        "today",
        "so",
        "even",
        "now",
    ):
        i += 1
    return i
