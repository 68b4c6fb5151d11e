"""The noun phrases that may be sources: the subject of a cue with its appositions, and by whom it is done."""

from __future__ import annotations

from claimcheck.attribution.phrases import MISTAKEN, clause_starts, ends_name, phrase_after, phrase_before
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.words import FINITE, listed
from claimcheck.grammar.inflection import singular
from claimcheck.grammar.words import BASE, PAST, readings
from claimcheck.model import Tag

_LONGEST_APPOSITION = 40  # tokens


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
    return _of_many(reading, phrase, at, floor) or _with_relative(reading, phrase, floor)


def _of_many(reading: Reading, phrase: range, verb: int, floor: int) -> range | None:
    """The plural before, with its participle, that a plural verb is about: "papers released under the rule | show"."""
    tokens = reading.tokens
    one = tokens.lower[phrase.stop - 1]
    forms = readings(tokens.lower[verb])
    if not forms & BASE or forms & PAST or tokens.tag[phrase.stop - 1] is not Tag.NOUN or singular(one) != one:
        return None
    if one in listed("several") or any(tokens.lower[k] == "and" for k in phrase):
        return None
    for k in range(phrase.start - 1, max(floor, phrase.start - 12), -1):
        if tokens.tag[k] in FINITE and tokens.tag[k] is not Tag.VERB:
            return None
        if reading.quoted_by[k] >= 0 or tokens.lower[k] in (",", ";", ":", "that", "who", "which"):
            return None
        many = tokens.lower[k - 1]
        if tokens.tag[k] in _DONE and tokens.tag[k - 1] is Tag.NOUN and singular(many) != many:
            head = phrase_before(reading, k, floor)
            return range(head.start, phrase.stop) if head and clause_starts(reading, head.start, floor) else None
    return None


_DONE = (Tag.PARTICIPLE, Tag.VERB)  # "released last month", which the tagger may take for the verb of the sentence


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
            if head is None or not clause_starts(reading, head.start, floor) or at - k < 3:
                return None
            return range(head.start, at)
    return None


def _is_bare_name(reading: Reading, i: int, floor: int) -> bool:
    """Whether the word is a name that looks like another word: “…,” Lynch said."""
    tokens = reading.tokens
    if not tokens.text[i][:1].isupper() or tokens.tag[i] not in MISTAKEN:
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
            if head is None:
                return phrase
            later = tokens.lower[k] == "who" and head.start > floor and tokens.tag[head.start - 1] is Tag.ADVERB
            if later or clause_starts(reading, head.start, floor):
                return range(head.start, phrase.stop)  # "Later a boy who hid in the corn | told"
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
            if clause_starts(reading, head.start, floor):
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
            if phrase is None or _names_activity(reading, phrase.stop, end):
                return None
            timed = all(tokens.lower[k] in listed("time") or tokens.tag[k] is Tag.NUMBER for k in phrase)
            return None if timed else (i, phrase)
        if tokens.lower[i] in (";", ":", "who", "which", "that") or (tokens.lower[i] == "," and i > at):
            return None
    return None


def _names_activity(reading: Reading, i: int, end: int) -> bool:
    """Whether an -ing noun ends the phrase: "identified by DNA | testing", not "by officials speaking in Orsk"."""
    tag = reading.tokens.tag
    ends = i + 1 >= end or tag[i + 1] in (Tag.PUNCTUATION, Tag.CONJUNCTION)
    return i < end and tag[i] is Tag.GERUND and ends


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
            direct = all(tokens.tag[k] in (Tag.PARTICIPLE, Tag.ADVERB) for k in range(i + 1, at))
            if subject is not None and direct and tokens.lower[subject.start] in ("that", "which", "who"):
                return subject  # "a crowd that had gathered | to demand unpaid wages"
            empty = tokens.lower[subject.start] in ("which", "that", "who", "there") if subject is not None else True
            formal = subject is not None and tokens.lower[subject.start] == "it" and tokens.tag[i] is not Tag.VERB
            if subject is not None and not empty and not formal:
                return subject
            i = start
        i -= 1
    return None


_LOOSE_ADVERBS = frozenset({"even", "also", "first", "then", "later", "once", "now", "still", "finally"})

_GROUP = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.AUXILIARY, Tag.MODAL})


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
        if ends_name(reading, before, floor):
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
