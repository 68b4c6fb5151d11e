"""Decides between the readings of a noun, verb or adjective by the words around it."""

from __future__ import annotations

from functools import cache

from claimcheck.grammar.context import NOMINAL, OPENERS, PHRASE_STARTS, SKIPPED, STOPS, SUBJECTS, Context
from claimcheck.grammar.inflection import all_forms, base_of, singular
from claimcheck.grammar.words import ADJECTIVE, ADVERB, BASE, GERUND, NOUN, PARTICIPLE, PAST, PAST_FORM, THIRD, people
from claimcheck.lexicon import load
from claimcheck.model import Tag

_OBJECTS = frozenset({"her", "him", "me", "them", "us", "himself", "herself", "itself", "themselves"})
_EACH = frozenset(
    {"another", "both", "each", "either", "few", "many", "neither", "none", "one", "others", "several", "some"}
)
_INSERTED = 9  # tokens
_OF_ONE = frozenset({"a", "an", "another", "each", "every", "her", "his", "its", "one", "that", "the", "their", "this"})
_OBJECT_STARTS = PHRASE_STARTS | {Tag.TO, Tag.SUBORDINATOR, Tag.QUOTE}


@cache
def _verbs(group: str) -> frozenset[str]:
    return frozenset(load("verbs")[group])


def open_word(c: Context, i: int, readings: int) -> Tag:
    """The tag of a word with several readings."""
    if c.lower[i] == "back":
        return _back(c, i)
    if c.lower[i] == "long":
        return Tag.ADVERB if _long_since(c, i) else Tag.ADJECTIVE
    if readings & PARTICIPLE and not readings & PAST and readings & BASE and c.pending not in ("be", "have"):
        readings &= ~PARTICIPLE  # "when the miners come home"
    if readings & PAST_FORM and not (readings & BASE and c.pending == "bare"):
        return _past(c, i, readings)
    if readings & GERUND:
        return _gerund(c, i, readings)
    if readings & (BASE | THIRD):
        return _present(c, i, readings)
    if readings & ADJECTIVE and readings & NOUN:
        if c.nominal(i + 1) or (c.pending == "be" and c.left(i) is Tag.AUXILIARY):
            return Tag.ADJECTIVE
        return Tag.NOUN
    if readings & ADVERB and readings & ADJECTIVE:
        return Tag.ADJECTIVE if c.nominal(i + 1) or c.left(i) is Tag.AUXILIARY else Tag.ADVERB
    return Tag.NOUN if readings & NOUN else Tag.ADJECTIVE


def _back(c: Context, i: int) -> Tag:
    """ "came back", "sent the men back to Orsk", but "his back", "the back door" and "would back him"."""
    left = c.left(i)
    if c.pending == "bare" and c.starts_phrase(i + 1):
        return Tag.INFINITIVE
    if left in OPENERS:
        return Tag.ADJECTIVE if c.nominal(i + 1) else Tag.NOUN
    if left in NOMINAL and not c.finite and c.starts_phrase(i + 1):
        return Tag.VERB  # "Most voters back the ban"
    return Tag.NOUN if left is Tag.PREPOSITION and not c.starts_phrase(i + 1) else Tag.ADVERB


def _long_since(c: Context, i: int) -> bool:
    """ "have long argued", "has long been" and "long ago", but "a long war"."""
    been = c.lower[i + 1 : i + 2] == ("been",)
    done = been or (c.can_be(i + 1, PARTICIPLE) and not c.nominal(i + 1))
    return c.lower[i + 1 : i + 2] == ("ago",) or (done and c.left(i) is Tag.AUXILIARY)


def _goes_on_in_quotation(c: Context, i: int) -> bool:
    """Whether the quotation takes up the sentence at its verb: "said the minister “stands by every word”"."""
    subject = i - 2 >= c.start and c.tags[i - 2] in NOMINAL and not c.plural(i - 2)
    following = c.guess[i + 1] if i + 1 < c.end else None
    return subject and c.lower[i + 1 : i + 2] != ("of",) and (c.starts_phrase(i + 1) or following is Tag.PREPOSITION)


def _follows_speech(c: Context, i: int) -> bool:
    """Whether the word stands behind what somebody says and before who: "“We buried them,” | recalls Samira"."""
    return i - 2 >= c.start and c.lower[i - 2] in {",", "?", "!"} and c.guess[i + 1 : i + 2] == [Tag.NAME]


def _reduced_subject(c: Context, i: int) -> bool:
    """Whether "that" follows and a plural waits for its verb: "Experts consulted by the paper | doubt that"."""
    if c.finite or c.lower[i + 1 : i + 2] != ("that",) or c.tags[i - 1] not in NOMINAL:
        return False
    done = next((k for k in range(c.start + 1, i) if c.tags[k] in (Tag.PARTICIPLE, Tag.GERUND)), c.start)
    return done > c.start and c.tags[done - 1] is Tag.NOUN and c.plural(done - 1)


def _nominal(c: Context, i: int, readings: int) -> Tag:
    if readings & ADJECTIVE and (c.nominal(i + 1) or not readings & NOUN):
        return Tag.ADJECTIVE
    return Tag.NOUN


# --- present forms and infinitives ---
def _object_behind(c: Context, i: int) -> bool:
    """Whether what follows the word stands behind a verb and not behind a noun: "show | 12 deaths", "show | that"."""
    behind = c.guess[i + 1] if i + 1 < c.end else None
    return c.number_after(i + 1) or behind in {Tag.DETERMINER, Tag.NUMBER} or c.lower[i + 1 : i + 2] == ("that",)


def _present(c: Context, i: int, readings: int) -> Tag:
    before = c.tags[i - 1] if i > c.start else None
    if c.pending == "bare" and readings & BASE and before not in OPENERS and before is not Tag.PREPOSITION:
        return Tag.INFINITIVE
    only_verb = not readings & (NOUN | ADJECTIVE)
    if before is Tag.ADJECTIVE and (readings & THIRD or only_verb) and closes_subject(c, i):
        return Tag.VERB
    if _resumes(c, i):
        return Tag.VERB  # "Ana Duarte, who denies it, faces charges"
    if before in OPENERS and not (before is Tag.NUMBER and readings & THIRD == 0 and not readings & NOUN):
        return _nominal(c, i, readings)
    if before is Tag.QUOTE and readings & THIRD and _goes_on_in_quotation(c, i):
        return Tag.VERB
    if before is Tag.QUOTE and readings & THIRD and _follows_speech(c, i):
        return Tag.VERB
    if readings & BASE and _reduced_subject(c, i):
        return Tag.VERB
    if readings & THIRD and not c.finite and c.lower[i + 1 : i + 2] == (":",) and c.guess[i + 2 : i + 3] == [Tag.QUOTE]:
        return Tag.VERB  # "One cable, dated 9 September, | reads: “...”"
    left = c.left(i)
    if not readings & (NOUN | ADJECTIVE):
        return _verb_only(c, i, readings, left)
    if left is Tag.PRONOUN and _word_left(c, i) not in _OBJECTS:
        return Tag.VERB
    if readings & THIRD and left is Tag.NOUN and _is_counted(c, i):
        return _nominal(c, i, readings)  # "two radio | stations"
    if readings & THIRD and c.can_be(i + 1, BASE) and not c.can_be(i + 1, NOUN | ADJECTIVE):
        return _nominal(c, i, readings)  # "Mine owners | remain"
    if readings & THIRD and not c.finite and left is Tag.NOUN and c.can_be(i + 1, BASE) and _object_behind(c, i + 1):
        return _nominal(c, i, readings)  # "Hospital records | show 12 deaths"
    if left is Tag.RELATIVE:
        return Tag.VERB if c.tags[i - 1] is not Tag.RELATIVE or not _verb_ahead(c, i) else _nominal(c, i, readings)
    if readings & THIRD and left is Tag.VERB and c.starts_phrase(i + 1) and _in_gap(c, i):
        return Tag.VERB
    if left is Tag.AUXILIARY or left in {Tag.PREPOSITION, Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE}:
        return _nominal(c, i, readings)
    following = c.guess[i + 1] if i + 1 < c.end else None
    strong = following in _OBJECT_STARTS or (i + 1 < c.end and c.lower[i + 1] in {"that", "to", "her", "as"})
    figure = c.number_after(i + 1)
    strong = strong or figure
    closes = readings & THIRD and c.lower[i - 1] == "," and following in _OBJECT_STARTS
    if closes and not c.finite and not c.finite_ahead(i):
        return Tag.VERB  # "Ana Duarte, the mayor, calls the strike a mistake"
    bounds = figure or c.starts_phrase(i + 1)
    if readings & BASE and c.lower[i - 1] == "," and bounds and _plural_before_insertion(c, i - 1):
        return Tag.VERB  # "The images, taken on Monday, show 18 vehicles"
    if left is Tag.NOUN and c.tags[_index_left(c, i) - 1] is Tag.PREPOSITION:
        return _nominal(c, i, readings)  # "an end to night shifts"
    alone_named = strong and c.tags[i - 1] is Tag.NAME and c.guess[i - 1] is Tag.NAME  # "Haas faces ten years"
    if left in NOMINAL:
        subject = (
            c.plural(_index_left(c, i))
            if readings & BASE
            else not c.plural(_index_left(c, i)) or c.lower[i - 1] in {"police"} or _is_body(c, i - 1) or alone_named
        )
        subject = subject and not (readings & THIRD and left is Tag.NAME and c.lower[i - 1].endswith(_DEMONYMS))
        if readings & BASE and readings & THIRD:
            subject = True
        if _ends_inserted(c, i):
            return _nominal(c, i, readings)
        finite = c.finite and not _begins_told(c, i)
        if subject and strong and not finite:
            return Tag.VERB
        if (
            subject
            and not finite
            and following is not Tag.AUXILIARY
            and not c.finite_ahead(i, across_commas=_begins_bare(c, i))
            and not _past_next(c, i)
        ):
            return Tag.VERB
        return _nominal(c, i, readings)
    if left is Tag.CONJUNCTION and c.last_verb >= 0 and (strong and c.lower[i + 1] not in {"to", "as"}):
        last = c.tags[c.last_verb]
        if last is Tag.INFINITIVE and readings & BASE:
            return Tag.INFINITIVE
        if last is Tag.VERB:
            return Tag.VERB
    placed = following is Tag.PREPOSITION or c.lower[i + 1 : i + 2] == ("to",)
    if left is Tag.CONJUNCTION and placed and readings & THIRD and _second_third(c, i):
        return Tag.VERB
    if left is Tag.CONJUNCTION and placed and readings & BASE and _second_infinitive(c, i):
        return Tag.INFINITIVE
    if left is None and readings & BASE and following in {Tag.DETERMINER, Tag.POSSESSIVE} and not c.finite_ahead(i):
        return Tag.VERB  # an order: "Read the letter"
    return _nominal(c, i, readings)


def _plural_before_insertion(c: Context, comma: int) -> bool:
    """Whether a plural opens the sentence and what is told of it between two commas ends at this one."""
    first = next((k for k in range(c.start + 1, comma) if c.lower[k] == ","), comma)
    if first == comma or c.finite or c.finite_ahead(comma + 1) or c.lower[first + 1 : comma].count(",") > 0:
        return False
    plain = all(tag in _IN_SUBJECT for tag in c.tags[c.start : first])
    return plain and c.plural(first - 1) and c.tags[first + 1] is Tag.PARTICIPLE


def _in_gap(c: Context, i: int) -> bool:
    """Whether "which experts say" stands before, and what they say of it is to come: "| supports the rebels"."""
    k = c.last_verb - 1
    if c.last_verb != i - 1 or c.lower[i - 1] not in _SAYING:
        return False
    while k > c.start and c.tags[k] in _IN_SUBJECT:
        k -= 1
    return c.tags[k] is Tag.RELATIVE


def _is_counted(c: Context, i: int) -> bool:
    """Whether a number above one stands before the nouns that the word ends."""
    k = i - 1
    while k > c.start and c.tags[k] in (Tag.NOUN, Tag.ADJECTIVE):
        k -= 1
    return c.tags[k] is Tag.NUMBER and c.lower[k] not in ("one", "1") and k < i - 1


_DEMONYMS = ("ian", "ican", "ish", "ese", "iraqi", "israeli")  # "Orsk and Nigerian | forces"


def _is_body(c: Context, i: int) -> bool:
    """Whether the plural name is one of a body: "Orsk Mines | holds", "the United Miners | asks"."""
    return c.tags[i] is Tag.NAME and i > c.start and c.tags[i - 1] is Tag.NAME


def _is_inserted(c: Context, i: int) -> bool:
    """Whether the word is told of the subject between commas, the verb behind: "A note, | found there, read:"."""
    k = i - 1
    while k > c.start and c.tags[k] is Tag.ADVERB:
        k -= 1
    if c.finite or k <= c.start or c.lower[k] != "," or c.tags[k - 1] not in NOMINAL:
        return False
    if c.lower[c.start : k + 1].count(",") % 2 == 0 and c.lower[k + 1] != "now":
        return False  # the comma closes what another one opened: "The mayor, Jan Lind, | retired, sold it and left"
    comma = next((j for j in range(i + 1, min(c.end - 1, i + _INSERTED)) if c.lower[j] == ","), None)
    if comma is None:
        return False
    at = c.right(comma)
    verb = c.guess[at] if at < c.end else Tag.PUNCTUATION
    if isinstance(verb, Tag):
        return verb in (Tag.AUXILIARY, Tag.MODAL)
    cites = c.lower[at + 1 : at + 2] == (":",)
    return verb & (PAST | THIRD) > 0 and (cites or not verb & (NOUN | ADJECTIVE))


def _dates(c: Context, i: int) -> bool:
    """Whether the word tells when something was written: "a cable | dated 9 September"."""
    return (
        c.lower[i] == "dated" and c.guess[i + 1 : i + 2] in ([Tag.NUMBER], [Tag.NAME]) and c.left(i) is not Tag.PRONOUN
    )


def _ends_inserted(c: Context, i: int) -> bool:
    """Whether commas stand around what the word ends, and the verb behind: "Clinics, hit by the car | blasts, shut"."""
    if c.finite or c.lower[i + 1 : i + 2] != (",",) or "," not in c.lower[c.start : i]:
        return False
    verb = c.guess[i + 2] if i + 2 < c.end else Tag.PUNCTUATION
    return not isinstance(verb, Tag) and verb & PAST > 0 and not verb & (NOUN | ADJECTIVE)


def _begins_told(c: Context, i: int) -> bool:
    """Whether nothing but a subject stands between here and "says", which has no other object than a clause."""
    verb = c.last_verb
    if verb < 0 or c.lower[verb] not in _SAYING or verb == i - 1:
        return False
    return all(tag in _IN_SUBJECT for tag in c.tags[verb + 1 : i])


def _resumes(c: Context, i: int) -> bool:
    """Whether the verb that a subject waits for comes right after ", who ...,"."""
    listed = c.guess[i + 1 : i + 2] in ([Tag.CONJUNCTION], [Tag.PUNCTUATION])
    return c.resumed >= 0 and c.resumed == i - 1 and not listed and not c.finite_ahead(i, across_commas=True)


def closes_subject(c: Context, i: int) -> bool:
    """Whether the adjective before is a noun here and this its verb: "the official drives a car"."""
    object_follows = i + 1 < c.end and c.guess[i + 1] in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER)
    opened = i - 2 >= c.start and c.lower[i - 2] in _OF_ONE
    return object_follows and opened and not c.finite and not c.finite_ahead(i)


def _second_infinitive(c: Context, i: int) -> bool:
    """Whether "to leave the city and" stands before: a bare noun would need an article, too."""
    if c.last_verb < 0 or c.tags[c.last_verb] is not Tag.INFINITIVE or c.tags[i - 1] is not Tag.CONJUNCTION:
        return False
    between = c.tags[c.last_verb + 1 : i - 1]
    return bool(between) and between[0] in (Tag.DETERMINER, Tag.POSSESSIVE) and Tag.PREPOSITION not in between


def _second_third(c: Context, i: int) -> bool:
    """Whether "enters the city and" stands before: a bare noun would need an article, too; or "came in June and"."""
    if c.finite and i - 2 >= c.start and c.lower[i - 2] in _months():
        return True
    if c.last_verb < 0 or c.tags[c.last_verb] is not Tag.VERB or not c.lower[c.last_verb].endswith("s"):
        return False
    return c.tags[c.last_verb + 1] in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME)


def _begins_bare(c: Context, i: int) -> bool:
    """Whether a common noun alone begins the sentence, so that the next is rather part of its name: "Rescue teams"."""
    return i == c.start + 1 and c.tags[c.start] is Tag.NOUN


def _verb_only(c: Context, i: int, readings: int, left: Tag | None) -> Tag:
    if readings & THIRD:
        return Tag.VERB
    if left is Tag.CONJUNCTION and c.last_verb >= 0 and c.tags[c.last_verb] is Tag.INFINITIVE:
        return Tag.INFINITIVE
    if left is Tag.CONJUNCTION and not readings & PAST and _joins_noun(c, i):
        return Tag.NOUN
    if left is Tag.PREPOSITION and c.lower[i - 1] in {"to"}:
        return Tag.INFINITIVE
    return Tag.VERB


def _joins_noun(c: Context, i: int) -> bool:
    """Whether nobody can do it now who did something: "opened a case for murder and | pillage"."""
    ends = i + 1 >= c.end or c.lower[i + 1] in STOPS or c.lower[i + 1] == ","
    bare = c.tags[i - 2] is Tag.NOUN and c.tags[i - 3] is Tag.PREPOSITION if i - 3 >= c.start else False
    did = c.last_verb >= 0 and base_of(c.lower[c.last_verb]) not in (None, c.lower[c.last_verb])
    return ends and bare and did


def _of_people(c: Context, i: int) -> bool:
    """Whether the noun there is one for people: "reviewed by two | analysts", not "cut by two thirds"."""
    return i < c.end and singular(c.lower[i]) in people()


@cache
def _months() -> frozenset[str]:
    return frozenset(load("calendar")["months"])


def _past_next(c: Context, i: int) -> bool:
    """Whether a past form comes next, so that the word before it is rather its subject."""
    return c.can_be(c.right(i), PAST)


def _verb_ahead(c: Context, i: int) -> bool:
    following = c.right(i)
    return following < c.end and (c.guess[following] in {Tag.AUXILIARY, Tag.MODAL} or c.can_be(following, PAST | THIRD))


# --- past forms ---
def _past(c: Context, i: int, readings: int) -> Tag:
    before = c.tags[i - 1] if i > c.start else None
    left = c.left(i)
    following = c.right(i)
    if left is None and c.lower[i] == "given" and c.starts_phrase(i + 1) and c.lower[i + 1] != "that":
        return Tag.PREPOSITION  # "Given the scale of the fire, ..."
    if c.lower[i] == "said" and i > c.start and c.lower[i - 1] in _EACH:
        return Tag.VERB  # "Another said talks went on"
    if before in OPENERS:
        doubled = before is Tag.DETERMINER and c.can_be(i + 1, PARTICIPLE) and c.nominal(i + 2)
        doubled = doubled and c.guess[i + 2] is not Tag.NAME
        if doubled:
            return Tag.ADJECTIVE  # "the alleged continued refusal"
        if c.nominal(i + 1) and not (before is Tag.NUMBER and c.guess[i + 1] in PHRASE_STARTS):
            surely = before is Tag.ADJECTIVE and not readings & (PARTICIPLE | NOUN | ADJECTIVE)
            return Tag.VERB if surely else Tag.ADJECTIVE  # "the accused gave evidence"
        if before is Tag.DETERMINER and c.lower[i - 1] in {"the", "a", "an"}:
            return Tag.NOUN
        if before is Tag.ADJECTIVE and readings & NOUN and not c.starts_phrase(i + 1):
            return Tag.NOUN  # "on bare ground, at a low cost"
        if before is Tag.POSSESSIVE and readings & NOUN:
            return Tag.NOUN
        if before is Tag.NUMBER and base_of(c.lower[i]) in _verbs("intransitive"):
            return Tag.VERB  # "and three died"
        if before is Tag.NUMBER and not c.starts_phrase(i + 1) and (c.finite or c.lower[i - 1] != "one"):
            return Tag.PARTICIPLE
    if readings & PARTICIPLE and _comes_to_be(c, i):
        return Tag.PARTICIPLE
    if readings & PARTICIPLE and _modified(c, i, left):
        return Tag.ADJECTIVE
    if readings & NOUN and readings & BASE and left in {Tag.PREPOSITION, Tag.VERB}:
        return Tag.NOUN
    said = c.lower[i] == "said" and left in NOMINAL and c.lower[i + 1 : i + 2] != ("to",)
    called = c.pending == "have" or (c.pending == "be" and left is not Tag.PREPOSITION and not said)
    if readings & PAST and _told_of_pronoun(c, i):
        return Tag.VERB
    if readings & PARTICIPLE and (called or _is_inserted(c, i) or _dates(c, i)):
        return Tag.PARTICIPLE
    if not readings & PARTICIPLE or said:
        return Tag.VERB  # "the committee said in a report": nothing is "said in a report" by being called so
    if _word_left(c, i) in SUBJECTS or left is Tag.RELATIVE:
        return Tag.VERB
    if left is Tag.PREPOSITION:
        return Tag.ADJECTIVE if c.nominal(i + 1) else Tag.PARTICIPLE
    if left is None and readings & BASE and following < c.end and c.lower[following] in _OBJECTS:
        return Tag.VERB  # an order: "Let us go"
    if not readings & PAST:
        return Tag.ADJECTIVE if left is None and c.nominal(i + 1) else Tag.PARTICIPLE  # "taken"
    base = base_of(c.lower[i]) or ""
    if base in _verbs("intransitive"):
        return Tag.VERB
    if readings & ADJECTIVE and left is Tag.NAME and c.tags[i - 2] is Tag.DETERMINER and c.nominal(i + 1):
        return Tag.ADJECTIVE  # "the M-14 armed group"
    if left is Tag.NAME and _is_subject(c, i) and c.lower[following : following + 1] != ("by",):
        return Tag.VERB
    word = c.lower[following] if following < c.end else "."
    if left is Tag.SUBORDINATOR:
        return Tag.PARTICIPLE  # "as expected", "if convicted"
    if word == "by" and not (
        following + 1 < c.end and c.guess[following + 1] is Tag.NUMBER and not _of_people(c, following + 2)
    ):
        return Tag.PARTICIPLE
    if before is Tag.CONJUNCTION and c.last_verb < 0 < i - 1 - c.start and c.nominal(i + 1) and _describes(c, i):
        return Tag.ADJECTIVE
    if left is Tag.CONJUNCTION and c.last_verb >= 0 and (not c.starts_phrase(following)):
        last = c.tags[c.last_verb]
        return Tag.PARTICIPLE if last is Tag.PARTICIPLE and i - c.last_verb <= 4 else Tag.VERB
    if left is None:
        if c.nominal(i + 1) and c.guess[i + 1] not in PHRASE_STARTS:
            return Tag.ADJECTIVE
        return Tag.PARTICIPLE
    if _within_opening_phrase(c, i) and (word in _WHEN or "," in c.lower[i + 1 : i + 4]):
        return Tag.PARTICIPLE  # "In a video posted online, ..."
    if _describes_source(c, i, following):
        return Tag.PARTICIPLE
    second = left is Tag.CONJUNCTION and c.last_verb >= 0 and c.tags[c.last_verb] is Tag.VERB  # "sold it and denied it"
    if c.starts_phrase(following) and word not in {"as"} and (second or base not in _verbs("two_objects")):
        if left is Tag.VERB and c.nominal(i + 1):
            return Tag.ADJECTIVE  # "reported increased violence"
        return Tag.VERB
    if word in {"that", "whether"}:
        return Tag.VERB
    if word == "," and c.can_be(following + 1, PAST) and _in_apposition(c, i):
        return Tag.PARTICIPLE
    if c.finite:
        return Tag.PARTICIPLE if (word not in STOPS and word != ",") or left in NOMINAL else Tag.VERB
    after_comma = before is Tag.PUNCTUATION
    return Tag.PARTICIPLE if c.finite_ahead(i, across_commas=after_comma) else Tag.VERB


def _describes(c: Context, i: int) -> bool:
    """Whether no verb is there to go on with: "their scale and | organised nature", "a calm and | practised clerk"."""
    return not c.finite or c.tags[i - 2] is Tag.ADJECTIVE


def _comes_to_be(c: Context, i: int) -> bool:
    """Whether "got" stands before: "got hurt"."""
    return i > c.start and c.lower[i - 1] in _GETTING and not c.starts_phrase(i + 1)


_GETTING = frozenset({"get", "gets", "getting", "got", "gotten"})


def _modified(c: Context, i: int, left: Tag | None) -> bool:
    """Whether an adverb and the word describe a noun behind them: "a badly | burned house"."""
    adverb = i > c.start and c.tags[i - 1] is Tag.ADVERB and c.lower[i - 1].endswith("ly")
    opens = left is None or left in OPENERS or left is Tag.PREPOSITION or (left is Tag.CONJUNCTION and not c.finite)
    return adverb and opens and c.nominal(i + 1) and c.guess[i + 1] not in PHRASE_STARTS


def _told_of_pronoun(c: Context, i: int) -> bool:
    """Whether a pronoun that is a subject stands right before: "it is the road | we built", but "was he killed"."""
    asked = i - 2 >= c.start and c.tags[i - 2] in (Tag.AUXILIARY, Tag.NEGATION)
    return i > c.start and c.lower[i - 1] in _PERSONAL and not asked


_PERSONAL = frozenset({"he", "i", "she", "they", "we"})


def _is_subject(c: Context, i: int) -> bool:
    """Whether nothing but a name stands before in its clause: "and Duarte | declared", "Orsk Mines | handed in"."""
    k = i - 1
    while k >= c.start and c.tags[k] in SKIPPED:
        k -= 1
    while k >= c.start and c.tags[k] is Tag.NAME:
        k -= 1
    return k < c.start or c.tags[k] in (Tag.CONJUNCTION, Tag.SUBORDINATOR)


_SAYING = all_forms("argue") | all_forms("insist") | all_forms("say") | all_forms("think")
_IN_SUBJECT = NOMINAL | {Tag.ADJECTIVE, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER}
_WHEN = frozenset({"earlier", "early", "last", "late", "this"})


def _within_opening_phrase(c: Context, i: int) -> bool:
    """Whether nothing stands before but a preposition and its noun: "In a statement | issued late on Tuesday"."""
    opened = c.tags[c.start] is Tag.PREPOSITION and c.tags[c.start + 1 : c.start + 2] == [Tag.DETERMINER]
    return opened and all(tag in (Tag.ADJECTIVE, Tag.NOUN) for tag in c.tags[c.start + 2 : i])


def _describes_source(c: Context, i: int, following: int) -> bool:
    """Whether the word says more of whom the sentence begins with: "According to records | kept in Orsk, ..."."""
    if c.lower[c.start] != "according" or "," in c.lower[c.start : i] or "," not in c.lower[i : c.end]:
        return False
    return following < c.end and c.guess[following] is Tag.PREPOSITION


def _in_apposition(c: Context, i: int) -> bool:
    """Whether the subject is being described between commas: "The owner, a grandson of the man | accused, left"."""
    words = c.lower[c.start : i]
    if c.finite or words.count(",") != 1 or c.tags[c.start] not in _IN_SUBJECT:
        return False
    return c.tags[c.start + words.index(",") + 1] is Tag.DETERMINER


# --- forms in -ing ---
def _gerund(c: Context, i: int, readings: int) -> Tag:
    before = c.tags[i - 1] if i > c.start else None
    left = c.left(i)
    if c.pending == "be" and left is Tag.AUXILIARY and not (readings & ADJECTIVE and c.lower[i] not in _CONTINUOUS):
        return Tag.GERUND
    if i > c.start and c.lower[i - 1] in {"those", "some", "many", "all", ","}:
        return Tag.GERUND
    if before in OPENERS:
        return Tag.ADJECTIVE if c.nominal(i + 1) and (readings & ADJECTIVE or not readings & NOUN) else Tag.NOUN
    if (
        before is Tag.NAME
        and c.tags[i - 2] is Tag.DETERMINER
        and c.nominal(i + 1)
        and c.guess[i + 1] not in PHRASE_STARTS
    ):
        return Tag.ADJECTIVE  # "the Orsk nursing home"
    following = c.guess[i + 1] if i + 1 < c.end else None
    takes_object = following in {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.SUBORDINATOR, Tag.TO} or (
        i + 1 < c.end and c.lower[i + 1] in {"that", "her"}
    )
    if readings & ADJECTIVE and c.nominal(i + 1) and not takes_object:
        return Tag.ADJECTIVE
    takes_object = takes_object or (c.lower[i + 1 : i + 2] in _PARTICLES and c.starts_phrase(i + 2))
    if readings & NOUN and not takes_object:
        return Tag.NOUN
    if i + 1 < c.end and c.lower[i + 1] == "of" and left is not Tag.AUXILIARY:
        return Tag.NOUN
    return Tag.GERUND


_PARTICLES = {("away",), ("back",), ("down",), ("off",), ("out",), ("up",)}  # "reading out their names"
_CONTINUOUS = frozenset({"leading", "following", "striking", "sweeping", "facing"})


def _index_left(c: Context, i: int) -> int:
    i -= 1
    while i > c.start and c.tags[i] in {Tag.ADVERB, Tag.NEGATION}:
        i -= 1
    return i


def _word_left(c: Context, i: int) -> str:
    return c.lower[_index_left(c, i)] if i > c.start else ""
