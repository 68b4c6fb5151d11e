"""What stands behind a cue: where its quotation, clause, “as” or “to” begins, and whether it has one."""

from __future__ import annotations

from claimcheck.attribution.contents import Hang, clause_end, has_finite_verb
from claimcheck.attribution.cues import Cue, Frame
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.words import FINITE, MODIFIER, NOMINAL, OBJECTS, PHRASAL, listed
from claimcheck.model import Stance, Tag

_SUBJECT = 60  # tokens of a subject, with its relative clauses, that is looked through for its verb


def later_quotation(reading: Reading, at: int, end: int) -> int | None:
    """The quotation that only a preposition's words and a comma part from the cue: "said of the dam, “…”"."""
    tokens = reading.tokens
    if tokens.tag[at] is not Tag.PREPOSITION:
        return None
    for k in range(at + 1, min(end, at + 20)):
        if reading.quoted_by[k] >= 0:
            words = reading.quotation_words[reading.quoted_by[k]]
            return k if words.start == k and tokens.lower[k - 1] in (",", ":") and len(words) > 4 else None
        if tokens.tag[k] in FINITE or tokens.tag[k] is Tag.GERUND or tokens.lower[k] in (";", "that"):
            return None
    return None


def later_that(reading: Reading, at: int, end: int) -> int:
    """The "that" which only a preposition's words part from the cue: "said after a lunch that"; else the token."""
    tokens = reading.tokens
    if at >= end or tokens.tag[at] is not Tag.PREPOSITION:
        return at
    for k in range(at + 1, min(end, at + 20)):
        if tokens.lower[k] == "that":
            return at if k + 1 < end and tokens.tag[k + 1] in FINITE else k
        follows = tokens.tag[k + 1] if tokens.lower[k] == "," and k + 1 < end else None
        closes = follows in (Tag.PREPOSITION, Tag.PARTICIPLE, Tag.NAME) or (follows and tokens.lower[k + 1] == "that")
        reduced = tokens.lower[k].endswith("ed") and tokens.tag[k - 1] is Tag.NOUN  # "in a report released Monday"
        verb = tokens.tag[k] in FINITE and not reduced
        if reading.quoted_by[k] >= 0 or verb or (tokens.lower[k] in (",", ";", ":") and not closes):
            return at
    return at


def past_aside(reading: Reading, at: int, end: int) -> int:
    """The first token after words between two dashes, or "citing" somebody, when "that" follows; else the token."""
    lower = reading.tokens.lower
    if at + 1 < end and lower[at] == "," and lower[at + 1] in ("citing", "quoting"):
        comma = next((k for k in range(at + 2, min(end, at + 20)) if lower[k] == ","), end)
        return comma + 1 if comma + 1 < end and lower[comma + 1] == "that" else at
    if at < end and lower[at] in ("—", "–", "--", "-"):
        close = next((k for k in range(at + 1, min(end, at + 20)) if lower[k] == lower[at]), None)
        if close is not None and close + 1 < end and lower[close + 1] == "that":
            return close + 1
    return at


def reports_soon(reading: Reading, at: int, end: int) -> bool:
    """Whether the verb after the next noun phrase is a cue of its own."""
    phrase = phrase_after(reading, at, end)
    return phrase is not None and phrase.stop < end and reading.tokens.lower[phrase.stop] in ("said", "say", "says")


def clause_soon(reading: Reading, at: int, end: int) -> bool:
    """Whether a finite verb follows the first noun phrase at once: "denied the guard had fired"."""
    phrase = phrase_after(reading, at, end)
    if phrase is None:
        return False
    i = phrase.stop
    while i < end and reading.tokens.tag[i] is Tag.ADVERB:
        i += 1
    return i < end and reading.tokens.tag[i] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)


def quotation_end(reading: Reading, words: range, end: int, hang: Hang) -> int:
    """Where content that opens with a quotation ends: with it, unless the sentence runs on."""
    i = words.stop
    tokens = reading.tokens
    if i >= end:
        return min(words.stop, max(end, words.stop))
    if hang is Hang.NOUN and awaits_verb(reading, words.start):  # "those who answered “no” were shot"
        return max(words.stop, clause_end(reading, words.start, end, narrow=True, hang=hang))
    if len(words) <= 8 and not has_finite_verb(reading, words.start, words.stop, quoted=True):
        verb = next((k for k in range(i, end) if tokens.lower[k] == "," or tokens.tag[k] in FINITE), end)
        if (
            verb < end
            and tokens.tag[verb] in FINITE
            and tokens.lower[i] not in (",", ".", "when", "as", "after", "while")
        ):
            return clause_end(reading, words.start, end, hang=hang)  # "said “cuts” and fines would help"
    closing = tokens.lower[i - 2] if i - 2 >= words.start else ""
    if closing in (".", "?", "!", ",", "…", "...") or tokens.lower[i] in (",", ".", ";", "—", "–"):
        return words.stop
    if tokens.lower[i] in (
        "and",
        "but",
        "as",
        "when",
        "while",
        "after",
        "in",
        "on",
        "at",
        "during",
        "before",
        "by",
        "to",
    ) or tokens.tag[i] in (Tag.ADVERB, Tag.NAME):
        nxt = i + 1
        if (
            tokens.lower[i] in ("and", "or", "in", "to", "by")
            and nxt < end
            and (reading.quoted_by[nxt] >= 0 or tokens.lower[nxt] in ("that",))
        ):
            return clause_end(reading, words.start, end)
        return words.stop if tokens.lower[i] not in ("in", "to", "by") else clause_end(reading, words.start, end)
    return clause_end(reading, words.start, end)


def awaits_verb(reading: Reading, at: int) -> bool:
    """Whether the clause outside the relative clause that reaches up to the token has yet to come to its verb."""
    tag, lower = reading.tokens.tag, reading.tokens.lower
    verbs = openers = 0
    for k in range(at - 1, max(-1, at - 1 - _SUBJECT), -1):
        if lower[k] in (".", "?", "!", ";"):
            break
        verbs += tag[k] in FINITE and tag[k - 1] not in FINITE
        openers += tag[k] is Tag.RELATIVE or tag[k] is Tag.SUBORDINATOR
    return verbs <= openers


def verbs_in(reading: Reading, start: int, end: int) -> int:
    """How many finite verbs stand there outside quotations, an auxiliary with its verb as one."""
    tag, stop = reading.tokens.tag, min(end, start + _SUBJECT)
    return sum(
        tag[k] in FINITE and tag[k - 1] not in FINITE and reading.quoted_by[k] < 0 for k in range(max(1, start), stop)
    )


def opens_that(reading: Reading, cue: Cue, at: int, end: int) -> bool:
    tokens = reading.tokens
    denied = at > 1 and Tag.NEGATION in tokens.tag[max(0, at - 3) : at]  # "would not say when"
    word = tokens.lower[at]
    if word == "that" and not (tokens.tag[at] is Tag.DETERMINER and cue.takes(Frame.OBJECT)):
        if at + 1 < end and tokens.tag[at + 1] in FINITE and reading.quoted_by[at + 1] < 0:
            return False  # "rules that have changed"
        return at + 1 < end and (
            reading.quoted_by[at + 1] >= 0 or has_finite_verb(reading, at + 1, end) or tokens.tag[at + 1] in PHRASAL
        )
    if word in ("whether", "how", "why", "what"):
        return True
    if word == "if":
        return cue.stance in (Stance.ASKS, Stance.DOUBTS)
    if word in ("who", "when", "where", "which"):
        return cue.base in (
            "ask",
            "know",
            "wonder",
            "tell",
            "decide",
            "remember",
            "explain",
            "reveal",
            "say",
            "learn",
            "forget",
            "inquire",
            "understand",
        ) and (cue.base != "say" or denied)
    return False


def as_after(reading: Reading, at: int, end: int) -> int | None:
    """The "as" of "described the raid as brutal"; it may stand after a comma where the object is long."""
    tokens = reading.tokens
    i = at
    if (
        tokens.tag[i] not in NOMINAL
        and tokens.tag[i] not in MODIFIER
        and reading.quoted_by[i] < 0
        and tokens.tag[i] not in (Tag.GERUND,)
    ):
        return None
    while i < min(end, at + 30):
        if reading.quoted_by[i] >= 0:
            i = reading.quotation_words[reading.quoted_by[i]].stop
            continue
        if tokens.lower[i] == "as" and i > at:
            nxt = i + 1
            return i if nxt < end and not _opens_clause_verb(reading, nxt, end) else None
        if tokens.tag[i] in (Tag.VERB, Tag.MODAL, Tag.SUBORDINATOR) or tokens.lower[i] in (";", ":"):
            return None
        i += 1
    return None


def _opens_clause_verb(reading: Reading, at: int, end: int) -> bool:
    """Whether a noun phrase with its own finite verb follows: then "as" means "when"."""
    phrase = phrase_after(reading, at, end)
    return (
        phrase is not None
        and phrase.stop < end
        and reading.tokens.tag[phrase.stop] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    )


def has_complement(reading: Reading, at: int, end: int) -> bool:
    """Whether a second phrase follows the object: "called the strike a disgrace", "called him “weak”"."""
    tokens, quoted = reading.tokens, reading.quoted_by
    if quoted[at] >= 0:
        return False
    if (
        tokens.tag[at] is Tag.PRONOUN
        or tokens.lower[at] in OBJECTS
        or tokens.lower[at] in ("this", "that", "his", "her")
    ):
        nxt = at + 1
        if (
            tokens.lower[at] in ("his", "her", "this", "that")
            and nxt < end
            and tokens.tag[nxt] in (Tag.NOUN, Tag.ADJECTIVE, Tag.NAME)
        ):
            pass
        else:
            return nxt < end and (
                quoted[nxt] >= 0
                or tokens.tag[nxt] in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.ADVERB, Tag.POSSESSIVE)
            )
    phrase = phrase_after(reading, at, end)
    if phrase is None:
        return False
    for i in range(at + 1, min(end, at + 18)):
        if quoted[i] >= 0:
            return reading.quotation_words[quoted[i]].start == i
        if tokens.lower[i] in (",", ";", ":") or tokens.tag[i] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL):
            return False
        if tokens.lower[i] in ("a", "an") and tokens.tag[i - 1] in (Tag.NOUN, Tag.NAME, Tag.NUMBER):
            return True
        if (
            tokens.tag[i] in (Tag.ADJECTIVE, Tag.PARTICIPLE)
            and tokens.tag[i - 1] in (Tag.NOUN, Tag.NAME)
            and (
                i + 1 >= end
                or tokens.tag[i + 1] in (Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.PREPOSITION, Tag.SUBORDINATOR)
            )
        ):
            return True
        if tokens.lower[i] in ("the", "one") and tokens.tag[i - 1] in (Tag.NOUN, Tag.NAME):
            return True
    return False


def to_after(reading: Reading, at: int, end: int) -> int | None:
    """The "to" of "urged both sides to stop"."""
    tokens = reading.tokens
    phrase = phrase_after(reading, at, end)
    if phrase is None:
        return None
    i = phrase.stop
    while i < end and (
        tokens.tag[i] in (Tag.NEGATION, Tag.ADVERB) or tokens.lower[i] == "both" or tokens.lower[i] in listed("time")
    ):
        i += 1
    if i < end and tokens.lower[i] == ",":  # "ordered the office, along with the mayor, to open the files"
        i = next((k + 1 for k in range(i + 1, min(end, i + 12)) if tokens.lower[k] == ","), end)
    if i >= end or tokens.lower[i] != "to":
        return None
    return i if tokens.tag[i] is Tag.TO or (i + 1 < end and tokens.tag[i + 1] is Tag.INFINITIVE) else None


_OF_FIGURES = (("count", "of"), ("estimate", "of"), ("figure", "of"), ("tally", "of"), ("toll", "of"))
_BOUNDING = frozenset(["about", "around", "at", "just", "least", "more", "nearly", "only", "over", "some", "than"])


def figure_after(reading: Reading, cue: Cue, at: int, end: int) -> int | None:
    """The number in "put the number of dead at four", "gave a figure of 41" and "counted more than 41 bodies"."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    named = lower[at] in ("a", "the") and lower[at + 1 : at + 3] in _OF_FIGURES
    first = at + 3 if named else at
    counted = next((k for k in range(first, min(end, first + 4)) if lower[k] not in _BOUNDING), end)
    if counted < end and tag[counted] is Tag.NUMBER:
        following = lower[counted + 1] if counted + 1 < end else "."
        alone = following in (",", ";", ".") and (named or cue.takes(Frame.THAT))
        return counted if alone or following in listed("victims") else None
    return _figure_behind(reading, at, end)


def _figure_behind(reading: Reading, at: int, end: int) -> int | None:
    """The number after "at" or "as" that says how many: "the number of dead at four"."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    marker = next((k for k in range(at, min(end, at + 8)) if lower[k] in ("at", "as")), end)
    counted = range(at, marker)
    if marker == end or listed("figures").isdisjoint(lower[at:marker]):
        return None
    if any(tag[k] in FINITE or lower[k] == "," for k in counted):
        return None
    if any(tag[k] is Tag.PREPOSITION and lower[k] != "of" and tag[k + 1] is not Tag.NUMBER for k in counted):
        return None  # "put the number on the wall at", but "the number of dead in 2016 at"
    number = next((k for k in range(marker + 1, min(end, marker + 5)) if tag[k] is Tag.NUMBER), None)
    if number is None or (number + 1 < end and lower[number + 1] in ("a.m.", "p.m.", "o'clock")):
        return None
    between = range(marker + 1, number)
    return number if all(tag[k] not in FINITE and lower[k] not in ("the", ",") for k in between) else None
