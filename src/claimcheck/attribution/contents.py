"""Where what is said begins and ends."""

from __future__ import annotations

from claimcheck.attribution.cues import Form, Frame, Part, cues_at
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.words import FINITE, MODIFIER, NOMINAL, OBJECTS, PHRASAL, SUBJECTS, documents, listed
from claimcheck.enumerations import StrEnum
from claimcheck.grammar.inflection import base_of, singular
from claimcheck.model import CueClass, Stance, Tag
from claimcheck.values.counted import is_person

_WH = frozenset({"that", "whether", "how", "why", "what", "when", "where", "if", "who", "which"})
# Words that begin a clause even where its verb is far, and prepositions that may stand before its subject.
_CLAUSE_WORDS = frozenset(
    ["he", "i", "if", "it", "no", "nothing", "she", "that", "there", "these", "they", "this", "those", "we", "you"]
)
_FRONTED = frozenset(["after", "among", "as", "at", "despite", "during", "for", "in", "on", "under", "with"])
_TIMES = frozenset({"day", "days", "moment", "moments", "period", "time", "times", "year", "years"})
_ABOUT = frozenset(["about", "almost", "around", "nearly", "over", "roughly", "under"])
_BOUNDS = frozenset({("at", "least"), ("at", "most"), ("fewer", "than"), ("more", "than"), ("up", "to")})
_AFTER_PAST = MODIFIER | {Tag.NAME, Tag.PRONOUN, Tag.PREPOSITION, Tag.TO}
_AFTER_DEED = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.PREPOSITION, Tag.TO, Tag.PRONOUN})
_FAR = 150  # tokens of content that are looked through for the verb behind it
_LENGTHS = frozenset(["days", "hours", "minutes", "months", "moments", "weeks", "years"])
_BEFORE_QUOTATION = 8  # tokens: "cried from the roof, “Help”"
_SETTERS = frozenset(
    ["after", "although", "amid", "because", "before", "during", "if", "since", "though", "until", "when", "while"]
)
_NOT_SETTING = frozenset({"not", "there", "here", "now"})


def skip_setting(reading: Reading, at: int, end: int) -> int:
    """The first token after the time, place and hearers that may stand between a cue and its content."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    i = at
    for _ in range(6):
        if i >= end or reading.quoted_by[i] >= 0:
            break
        word = lower[i]
        if _tells_time(reading, i, at):
            i += 1
        elif (
            word
            in (
                "in",
                "on",
                "at",
                "to",
                "during",
                "through",
                "from",
                "before",
                "via",
                "with",
                "by",
                "after",
                "for",
                "about",
                "of",
            )
            and i + 1 < end
        ):
            stop = _setting_phrase(reading, i, end)
            if stop is None:
                break
            i = stop
        elif word == "," and i > at and i + 1 < end and (lower[i + 1] in listed("time") or tag[i + 1] is Tag.NUMBER):
            i += 1
        else:
            break
    return i


def _tells_time(reading: Reading, i: int, at: int) -> bool:
    """Whether the token is a time, a number after one, or an adverb."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    if lower[i] in listed("time"):
        return tag[i] is not Tag.MODAL
    if tag[i] is Tag.NUMBER:
        return i > at and lower[i - 1] in listed("time")
    return tag[i] is Tag.ADVERB and lower[i] not in _NOT_SETTING


def _setting_phrase(reading: Reading, at: int, end: int) -> int | None:
    """The end of "in a statement", "to reporters", "at a rally in Iowa", "on Monday"."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    phrase = phrase_after(reading, at + 1, end)
    if phrase is None:
        if lower[at + 1] in listed("time"):
            return at + 2
        return None
    words = set(lower[phrase.start : phrase.stop])
    if lower[at] == "to":
        return phrase.stop if tag[phrase.start] is Tag.NAME or words & listed("hearers") else None
    if words & listed("places") or words & listed("time") or lower[at] in ("on", "in", "at", "during", "via"):
        stop = phrase.stop
        if words == {"it"} or words & SUBJECTS:
            return None
        while stop < end and (
            lower[stop] in listed("time") or (tag[stop] is Tag.NUMBER and lower[stop - 1] in listed("time"))
        ):
            stop += 1
        if stop < end and tag[stop] in FINITE:  # "said in Iowa voters were": the noun phrase holds the next subject
            return None
        return stop
    return None


def has_finite_verb(reading: Reading, start: int, end: int, *, quoted: bool = False) -> bool:
    """Whether a finite verb stands among the words; those in quotations count only when asked for."""
    return any(reading.tokens.tag[k] in FINITE and (quoted or reading.quoted_by[k] < 0) for k in range(start, end))


def opens_clause(reading: Reading, at: int, end: int, *, sure: bool = False) -> bool:
    """Whether a clause without "that" begins at the token: a noun phrase and then a finite verb.

    After a cue that takes nothing but clauses ("say"), `sure`, any verb further on will do.
    """
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    if at >= end:
        return False
    bounded = at + 2 if lower[at : at + 2] in _BOUNDS else at + (lower[at] in _ABOUT)
    if at < bounded < end and (tag[bounded] is Tag.NUMBER or lower[bounded] == "half"):
        return has_finite_verb(reading, bounded + 1, end)
    if sure and lower[at] in ("having", "being"):
        return any(tag[k] in FINITE for k in range(at + 1, end))
    if sure and (tag[at] in NOMINAL or tag[at] in MODIFIER or tag[at] in (Tag.GERUND, Tag.ADVERB)):
        return any(tag[k] in FINITE or tag[k] is Tag.PARTICIPLE for k in range(at + 1, end))
    if lower[at] in _CLAUSE_WORDS:
        return has_finite_verb(reading, at, min(end, at + 25), quoted=True)
    i = at
    for _ in range(3):
        phrase = phrase_after(reading, i, end)
        if phrase is None:
            fronted = i < end and lower[i] in _FRONTED and has_finite_verb(reading, i, end, quoted=True)
            return fronted and not _sets(reading, i, end) and (sure or _fronts(reading, i, end))
        i = phrase.stop
        while i < end and (tag[i] is Tag.ADVERB or tag[i] is Tag.NEGATION or lower[i] in ("also", "both")):
            i += 1
        if i < end and tag[i] in FINITE:
            return True
        if i < end and reading.quoted_by[i] >= 0:  # "said the bridge “was never safe”"
            words = reading.quotation_words[reading.quoted_by[i]]
            if has_finite_verb(reading, i, min(words.stop, i + 6), quoted=True):
                return True
            i = words.stop
            if i < end and tag[i] in FINITE:
                return True
            continue
        if i < end and lower[i] == ",":
            close = next(
                (k for k in range(i + 1, min(end, i + 25)) if lower[k] == "," and reading.quoted_by[k] < 0), None
            )
            if close is None:
                return False
            i = close + 1
            if i < end and tag[i] in FINITE:
                return True
        elif i < end and lower[i] in ("who", "which", "that", "whose"):
            return has_finite_verb(reading, i, end, quoted=True)
        elif i < end and (tag[i] is Tag.PREPOSITION or tag[i] in (Tag.GERUND, Tag.PARTICIPLE, Tag.TO)):
            return any(
                tag[k] in FINITE
                for k in range(i, min(end, i + 20))
                if "," not in lower[i:k]
                and "who" not in lower[i:k]
                and "that" not in lower[i:k]
                and "which" not in lower[i:k]
            )
        else:
            return False
    return False


def _fronts(reading: Reading, at: int, end: int) -> bool:
    """Whether a clause follows the phrase of the preposition: not so in "the vote promised in 2022 | has yet to be"."""
    phrase = phrase_after(reading, at + 1, end)
    return phrase is None or phrase.stop >= end or reading.tokens.tag[phrase.stop] not in FINITE


def _sets(reading: Reading, at: int, end: int) -> bool:
    """Whether all that follows the phrase of the preposition says when or where: "in May, when the guards fled"."""
    phrase, lower = phrase_after(reading, at + 1, end), reading.tokens.lower
    if phrase is None or phrase.stop >= end:
        return False
    k = phrase.stop + (lower[phrase.stop] == ",")
    return k < end and lower[k] in _SETTERS | {"where", "which"} and "," not in lower[k:end]


class Hang(StrEnum):
    """What the clause of the cue hangs on: nothing, the main clause beside it, or a noun before it.

    A participle ("…, noting that …") hangs on the main clause, whose subject may have another verb behind it.
    """

    FREE = "free"
    PARTICIPLE = "participle"
    SUBORDINATE = "subordinate"
    NOUN = "noun"


def clause_end(
    reading: Reading, start: int, end: int, *, narrow: bool = False, hang: Hang = Hang.FREE, named: bool = False
) -> int:
    """Where the content that begins at the token ends. Narrow content, an object, ends at more places than a clause;
    one that names something ("the worst crime after the war") keeps what follows a noun.
    """
    tokens = reading.tokens
    lower, tag, quoted = tokens.lower, tokens.tag, reading.quoted_by
    if hang is Hang.NOUN and not narrow and lower[start] == "to":
        end = verb_of_the_noun(reading, start, end)
    opened = 0  # clauses that may still take a finite verb
    verbs = 0  # finite verbs so far
    doing = False  # within "of hiding the letters in a church"
    i = start
    while i < end:
        if quoted[i] >= 0:
            i = reading.quotation_words[quoted[i]].stop
            continue
        word = lower[i]
        if tag[i] is Tag.RELATIVE or word in (
            "that",
            "who",
            "which",
            "how",
            "what",
            "whether",
            "if",
            "because",
            "when",
        ):
            of_it = i + 1 < end and lower[i + 1] == "of"  # "as that of her son"
            opened += not (word == "that" and (of_it or tag[i] is Tag.DETERMINER))
            clause = i > start and i + 1 < end and tag[i + 1] not in FINITE
            if narrow and word == "that" and hang not in (Hang.SUBORDINATE, Hang.NOUN) and clause:
                narrow = False  # "expressed doubt that the dam, when full, would hold"
        if i > start:
            that_again = lower[start] == "that" and ("that" in lower[i + 1 : i + 3])
            if (word == ";" and not that_again) or (word == ":" and _opens_speech(reading, i + 1, end)):
                return i  # but "found that it was so; and that it was not"
            if (
                word == ","
                and i + 1 < end
                and i - start <= 1
                and lower[i + 1] in ("according", "as", "in", "if", "when", "while", "despite", "after")
            ):
                i = next((k for k in range(i + 1, end) if lower[k] == "," and quoted[k] < 0), i)
            elif word == "," and i + 1 < end and _leaves_at_comma(reading, start, i, end, narrow=narrow, hang=hang):
                return i
            verbs += tag[i] in FINITE
            doing = doing or (tag[i] is Tag.GERUND and tag[i - 1] is Tag.PREPOSITION)
            waits = opened > verbs  # "that the mayor and the council knew"
            if (
                word in ("and", "but")
                and not waits
                and _leaves_at_conjunction(reading, start, i, end, narrow=narrow, hang=hang)
            ):
                return i
            if word == ":" and narrow:
                return i
            dash = word in ("—", "–", "--", "-") and tokens.start[i] > tokens.end[i - 1]
            if dash and (narrow or _calls_it(reading, i + 1, end)):
                return i
            if word == "according" and i + 1 < end and lower[i + 1] == "to":
                return i
            if narrow and word == "as" and i + 1 < end and tag[i + 1] is Tag.PARTICIPLE:
                return i
            kept = named and word in _SETTERS and not clause_follows(reading, i + 1, end)
            kept = kept or (doing and word in ("in", "at", "on"))
            if narrow and not kept and _setting_begins(reading, i, end):
                return i
            if narrow and hang is Hang.NOUN and tag[i] in FINITE and tag[i - 1] not in FINITE:
                opened -= 1
                if opened < 0:
                    return i
        i += 1
    return end


_BEFORE_NO_VERB = FINITE | {Tag.DETERMINER}
_OF_AN_INNER_VERB = frozenset({"to", "he", "she", "they", "i", "we", "you"})  # "to be", "the school they burned"


def verb_of_the_noun(reading: Reading, start: int, end: int, *, clause: bool = False) -> int:
    """Where the verb of the noun begins that content hangs on: "a nurse who refused to leave" | "said".

    The content is an infinitive, or a clause with a verb of its own: "the man who said he was ill" | "was lying".
    """
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    opened = int(clause)  # clauses that still wait for their verb
    i = start + 1
    while i < min(end, start + _FAR):
        if reading.quoted_by[i] >= 0:
            i = reading.quotation_words[reading.quoted_by[i]].stop
            continue
        setting = lower[i] == "as" or lower[i] in _SETTERS
        if tag[i] is Tag.RELATIVE or lower[i] in _WH or (setting and clause_follows(reading, i + 1, end)):
            opened += 1
        elif tag[i] in FINITE and tag[i - 1] not in _BEFORE_NO_VERB and not (clause and lower[i - 1] in ("and", "or")):
            if lower[i - 1] in _OF_AN_INNER_VERB:
                opened -= clause and opened > 0
            elif not opened:
                while i > start + 2 and (tag[i - 1] is Tag.ADVERB or lower[i - 1] in ("and", "but", ",")):
                    i -= 1
                return i
            else:
                opened -= 1
        i += 1
    return end


def _opens_speech(reading: Reading, at: int, end: int) -> bool:
    """Whether a quotation begins here that another cue closes: “…,” she said."""
    if at >= end or reading.quoted_by[at] < 0:
        return False
    stop = reading.quotation_words[reading.quoted_by[at]].stop
    return stop < end and reading.tokens.lower[stop - 2] == "," and reading.is_word(stop)


def _setting_begins(reading: Reading, at: int, end: int) -> bool:
    """Whether words that tell when, where or why somebody spoke begin here."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    word = lower[at]
    if word == "when" and lower[at - 1] in _TIMES:
        return False
    if word in _SETTERS or (word == "ever" and at + 1 < end and lower[at + 1] == "since"):
        return True
    if word == "as" and at + 2 < end and clause_follows(reading, at + 1, end):
        return True
    if (
        (word in listed("time") or word == "on")
        and tag[at - 1] not in (Tag.PREPOSITION, Tag.DETERMINER, Tag.NUMBER, Tag.ADVERB)
        and _trails_time(reading, at, end)
    ):
        return True
    if word in ("in", "at", "on") and at + 1 < end and tag[at + 1] in PHRASAL:
        phrase = phrase_after(reading, at + 1, end)
        return (
            phrase is not None
            and lower[phrase.start] in ("a", "an", "his", "her", "their")
            and not set(lower[phrase.start : phrase.stop]).isdisjoint(listed("places"))
        )
    return False


def clause_follows(reading: Reading, at: int, end: int) -> bool:
    """Whether a noun phrase and then at once a finite verb follow, or one after "who" and its verb."""
    tag, lower = reading.tokens.tag, reading.tokens.lower
    phrase = phrase_after(reading, at, end)
    if phrase is None:
        return False
    i = phrase.stop
    while i < end and (tag[i] is Tag.ADVERB or tag[i] is Tag.NEGATION or lower[i] == "also"):
        i += 1
    if i < end and reading.quoted_by[i] >= 0 and tag[phrase.stop - 1] is Tag.PRONOUN:  # "he “grabbed” it"
        return has_finite_verb(reading, i, reading.quotation_words[reading.quoted_by[i]].stop, quoted=True)
    if i >= end or reading.quoted_by[i] >= 0:
        return False
    if lower[i] == "who":  # "a nurse who was there said"
        return sum(tag[k] in FINITE and tag[k - 1] not in FINITE for k in range(i, end)) > 1
    past = tag[i] is Tag.PARTICIPLE and tag[phrase.stop - 1] in (Tag.NAME, Tag.PRONOUN) and i + 1 < end
    return tag[i] in FINITE or (past and lower[i + 1] != "by")


def _trails_time(reading: Reading, at: int, end: int) -> bool:
    """Whether only a time follows up to the end of the unit or a comma: "on Monday"."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    i = at + (lower[at] == "on")
    seen = False
    while i < end and lower[i] not in (",", ".", ";"):
        if lower[i] not in listed("time") and tag[i] is not Tag.NUMBER:
            return False
        seen = True
        i += 1
    return seen


def _calls_it(reading: Reading, at: int, end: int) -> bool:
    """Whether the author calls what was said something: "said that nobody was shot, | a claim that video denies"."""
    lower = reading.tokens.lower
    noun = at + 1 + (reading.tokens.tag[at + 1] is Tag.ADJECTIVE) if at + 2 < end else at  # "a rare admission"
    return noun < end and lower[at] in ("a", "an") and lower[noun] in listed("said_things")


def _leaves_at_comma(reading: Reading, start: int, comma: int, end: int, *, narrow: bool, hang: Hang) -> bool:
    """Whether the author speaks again after the comma."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    following = comma + 1
    word = lower[following]
    if reading.quoted_by[following] >= 0:
        return False
    if hang in (Hang.SUBORDINATE, Hang.NOUN):
        past = tag[following] is Tag.PARTICIPLE and following + 1 < end and tag[following + 1] in MODIFIER
        if (
            tag[following] in FINITE
            or (past and hang is Hang.NOUN)
            or (hang is Hang.SUBORDINATE and _main_follows(reading, start, comma, end))
        ):
            return True
        if hang is Hang.NOUN and word in ("and", "who", "which"):
            return True
    if not narrow and _calls_it(reading, following, end):
        return True
    if word == "according" or (word == "as" and _cue_within(reading, following, following + 8, end)):
        return True
    if not narrow and _of_the_saying(reading, following, end):
        return True
    acts = tag[following] in (Tag.VERB, Tag.PARTICIPLE) and following + 1 < end and tag[following + 1] in _AFTER_DEED
    if acts and base_of(word) not in (None, word):
        orders = "to" in lower[start : start + 5] and not any(tag[k] in FINITE for k in range(start, comma))
        if orders:
            return True  # "told the boy to lie down, | handcuffed him and shot him"
    gerund = following + 1 if tag[following] is Tag.ADVERB and following + 1 < end else following
    if tag[gerund] is Tag.GERUND:
        return (
            (narrow and lower[gerund] != "including")
            or _is_cue(reading, gerund, end)
            or lower[gerund]
            in ("referring", "speaking", "using", "prompting", "drawing", "pushing", "marking", "setting")
        )
    if word in ("and", "but", "or", "so", "yet"):
        nxt = following + 1
        if nxt < end and lower[nxt] in ("that", "whether", "how", "not"):
            return False
        if (
            (narrow or word in ("but", "yet") or hang is Hang.SUBORDINATE)
            and nxt < end
            and (clause_follows(reading, nxt, end) or tag[nxt] in FINITE)
        ):
            return True
        if hang is Hang.PARTICIPLE and word == "and" and _main_clause_goes_on(reading, range(start, comma), nxt, end):
            return True
        return _new_cue_clause(reading, nxt, end)
    if narrow:
        if lower[start] == "being" and tag[following] is Tag.PARTICIPLE:
            return False  # "described being beaten, deprived of sleep and threatened"
        if word in ("who", "whose", "which"):  # "accused Haas, who was there, of hiding it"
            close = next((k for k in range(following, min(end, comma + 20)) if lower[k] == "," and k > following), None)
            return close is None or close + 1 >= end or lower[close + 1] not in ("of", "for", "as", "to", "that")
        return not _list_goes_on(reading, following, end)
    concedes = following + (word == "even")
    if lower[concedes] in ("although", "though", "yet") and clause_follows(reading, concedes + 1, end):
        return True  # "says he was in Lisbon, | though his phone was logged in Orsk"
    if word in ("while", "although", "though", "despite", "whereas"):
        return hang is Hang.SUBORDINATE or _new_cue_clause(reading, following + 1, end)
    return _parenthetic_cue(reading, following, end)


def _main_follows(reading: Reading, start: int, comma: int, end: int) -> bool:
    """Whether the main clause begins after the comma: "While they say it is clean, | tests by the paper found lead"."""
    tag = reading.tokens.tag
    if clause_follows(reading, comma + 1, end):
        return True
    told = any(tag[k] in FINITE for k in range(start, comma))
    begins = tag[comma + 1] in PHRASAL and tag[comma + 1] is not Tag.GERUND
    return told and begins and has_finite_verb(reading, comma + 1, end)


def _of_the_saying(reading: Reading, at: int, end: int) -> bool:
    """Whether what follows a comma says when or how it was said: "hours before he was sacked", "offering no proof"."""
    lower, tag = reading.tokens.lower, reading.tokens.tag
    if lower[at] in _LENGTHS and lower[at + 1 : at + 2] in (("before",), ("after",)):
        return True
    if lower[at] == "without" and at + 1 < end and lower[at + 1] in listed("giving"):
        return True
    if lower[at] in listed("giving") and lower[at + 1 : at + 2] in (("no",), ("few",), ("little",)):
        return True
    return lower[at] == "which" and any(
        h.cue.stance in (Stance.DENIES, Stance.DOUBTS)
        for k in range(at + 2, min(end, at + 5))
        if tag[k] in FINITE or tag[k] is Tag.INFINITIVE
        for h in cues_at(reading.tokens, k, end)
    )  # "that he took the bribe, | which he denies"


def _main_clause_goes_on(reading: Reading, told: range, at: int, end: int) -> bool:
    """Whether a verb in the past follows that no list within the content leads up to: "…, and freed them"."""
    tokens = reading.tokens
    while at < end and tokens.tag[at] is Tag.ADVERB:
        at += 1
    if at + 1 >= end or tokens.tag[at] not in (Tag.VERB, Tag.PARTICIPLE) or "," in tokens.lower[told.start : told.stop]:
        return False
    past = any(Form.PAST in hit.forms for hit in cues_at(tokens, at, end)) or tokens.lower[at].endswith("ed")
    return past and tokens.tag[at + 1] in _AFTER_PAST


def _list_goes_on(reading: Reading, at: int, end: int) -> bool:
    """Whether the next item of a list, or an example of it, follows a comma."""
    lower = reading.tokens.lower
    tag = reading.tokens.tag
    if tag[at - 2] is Tag.ADJECTIVE and tag[at] in (Tag.ADJECTIVE, Tag.GERUND, Tag.PARTICIPLE, Tag.NOUN):
        return at + 1 < end and tag[at + 1] in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)  # "an old, useless law"
    if lower[at] in (
        "including",
        "such",
        "much",
        "especially",
        "particularly",
        "like",
        "for",
        "as",
        "not",
        "even",
        "of",
    ):
        return True
    for _ in range(6):
        phrase = phrase_after(reading, at, end)
        if phrase is None:
            return False
        if any(lower[k] in ("and", "or") for k in phrase):
            return True
        i = phrase.stop
        if i >= end or reading.quoted_by[i] >= 0:
            return False
        if lower[i] in ("and", "or"):
            return not clause_follows(reading, i + 1, end)
        if lower[i] != ",":
            return False
        at = i + 1
        if at < end and lower[at] in ("and", "or"):
            return not clause_follows(reading, at + 1, end)
    return False


def _cue_within(reading: Reading, start: int, stop: int, end: int) -> bool:
    return any(
        h.cue.part is Part.VERB and h.cue.cue_class is CueClass.REPORTED
        for k in range(start, min(stop, end))
        if reading.quoted_by[k] < 0
        for h in cues_at(reading.tokens, k, end)
    )


def _new_cue_clause(reading: Reading, at: int, end: int) -> bool:
    """Whether a subject and a cue begin here: "…, and the union said that"; or a cue alone: "…, and called it"."""
    tokens = reading.tokens
    for i in range(at, min(end, at + 10)):
        if reading.quoted_by[i] >= 0 or tokens.lower[i] in (",", ";", ":", "that", "who", "which"):
            return False
        if tokens.tag[i] in FINITE and tokens.lower[i] not in ("has", "have", "had", "'s", "'ve"):
            return _is_cue(reading, i, end) or (i > at and _records_show(reading, i, end))
        if tokens.tag[i] is Tag.PARTICIPLE and i > at and tokens.tag[i - 1] in (Tag.AUXILIARY, Tag.ADVERB):
            return tokens.lower[i - 1] in ("has", "have", "had", "also") and _is_cue(reading, i, end)
        if tokens.tag[i] is Tag.PARTICIPLE and i > at and (tokens.tag[i - 1] is Tag.NAME or tokens.lower[i - 1] == ")"):
            return _is_cue(reading, i, end)  # "…, whereas Moss found that"
    return False


def _records_show(reading: Reading, i: int, end: int) -> bool:
    """Whether the verb at the token says what a record shows: "…, and | hospital records show that"."""
    noun = singular(reading.tokens.lower[i - 1])
    record = noun in listed("records") or noun in documents()
    return record and any(h.cue.part is Part.VERB and h.cue.takes(Frame.THAT) for h in cues_at(reading.tokens, i, end))


def _is_cue(reading: Reading, i: int, end: int) -> bool:
    hits = cues_at(reading.tokens, i, end)
    return any(
        h.cue.part is Part.VERB
        and len(h.words) == len(hits[0].words)  # "called out" is not "called"
        and h.cue.takes(Frame.THAT, Frame.QUOTE, Frame.NAMING, Frame.ORDER, Frame.OBJECT)
        and h.cue.cue_class is not CueClass.THOUGHT
        and (h.cue.cue_class is not CueClass.QUOTED or _quotes(reading, h.words.stop, end))
        for h in hits
    )


def _quotes(reading: Reading, at: int, end: int) -> bool:
    """Whether quotation marks follow: not so in "and called out five names"."""
    return any(reading.quoted_by[k] >= 0 for k in range(at, min(end, at + _BEFORE_QUOTATION)))


def _parenthetic_cue(reading: Reading, at: int, end: int) -> bool:
    """Whether "X said" stands here by itself."""
    tokens = reading.tokens
    phrase = phrase_after(reading, at, end)
    if phrase is None:
        return False
    i = phrase.stop
    while i < end and tokens.tag[i] in (Tag.ADVERB, Tag.AUXILIARY):
        i += 1
    if i >= end or not any(h.cue.part is Part.VERB and h.cue.takes(Frame.INSERT) for h in cues_at(tokens, i, end)):
        return False
    return i + 1 >= end or tokens.lower[i + 1] in (",", ".") or skip_setting(reading, i + 1, end) >= end - 1


def _leaves_at_conjunction(reading: Reading, start: int, at: int, end: int, *, narrow: bool, hang: Hang) -> bool:
    """Whether "and" or "but" joins another cue of the same source: "said he knew and called it a farce"."""
    tokens = reading.tokens
    i = at + 1
    while i < end and tokens.tag[i] is Tag.ADVERB:
        i += 1
    if i >= end or reading.quoted_by[i] >= 0:
        return False
    if narrow and tokens.lower[start] == "being" and tokens.tag[i] in (Tag.PARTICIPLE, Tag.VERB):
        return False
    told = tokens.tag[i] is Tag.PARTICIPLE and not any(tokens.tag[k] is Tag.AUXILIARY for k in range(start, at))
    told = told or (tokens.lower[i] == "denied" and not listed("denied").isdisjoint(tokens.lower[i + 1 : i + 3]))
    if (tokens.tag[i] is Tag.VERB or told) and _is_cue(reading, i, end) and not _acts_within(reading, start, at):
        if not narrow and not _says_what(reading, i, end):
            return False  # "said that soldiers burned homes and threatened women"
        forms = {f for h in cues_at(tokens, i, end) for f in h.forms}
        return Form.PAST in forms or Form.THIRD in forms
    if hang is Hang.SUBORDINATE and clause_follows(reading, i, end):
        return True
    if tokens.lower[start] == "to" and _deed_follows(reading, range(start, at), i, end):
        return True
    if narrow:
        if tokens.tag[i] is Tag.PARTICIPLE and i + 1 < end and tokens.tag[i + 1] in _AFTER_DEED:
            return True  # "promised a veto and tried to"
        return tokens.tag[i] in FINITE or clause_follows(reading, i, end) or _past_follows(reading, i, end)
    return False


def _says_what(reading: Reading, i: int, end: int) -> bool:
    """Whether the cue at the token has words for its content, and is no deed to somebody: not "accused him of"."""
    lower = reading.tokens.lower
    behind = range(i + 1, min(end, i + 6))
    if i + 1 >= end or any(lower[k] in ("that", "to") or reading.quoted_by[k] >= 0 for k in behind):
        return True
    return lower[i + 1] not in OBJECTS and not is_person(lower[i + 1])


def _acts_within(reading: Reading, start: int, at: int) -> bool:
    """Whether a clause of its own stands before "and": "said he left when guards found him and | told him to"."""
    tag = reading.tokens.tag
    opener = next((k for k in range(at - 1, start, -1) if tag[k] is Tag.SUBORDINATOR), None)
    return opener is not None and reading.tokens.lower[opener] != "that" and has_finite_verb(reading, opener, at)


def _deed_follows(reading: Reading, told: range, at: int, end: int) -> bool:
    """Whether the verb here is no second infinitive but what somebody did: "promised to pay and | paid nothing"."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    if any(tag[k] in FINITE or tag[k] in (Tag.PARTICIPLE, Tag.RELATIVE) or lower[k] in _WH for k in told):
        return False
    if tag[at] is Tag.PARTICIPLE and (at + 1 >= end or tag[at + 1] not in _AFTER_DEED):
        return False
    finite = tag[at] in FINITE or tag[at] is Tag.PARTICIPLE
    return finite and (tag[at] is Tag.MODAL or base_of(lower[at]) not in (None, lower[at]))


def _past_follows(reading: Reading, at: int, end: int) -> bool:
    """Whether a noun phrase and what can be its past tense follow: "…, and the court found, after a trial, that"."""
    tokens = reading.tokens
    phrase = phrase_after(reading, at, end)
    if phrase is None or phrase.stop + 1 >= end or tokens.tag[phrase.start] is not Tag.DETERMINER:
        return False
    following = tokens.tag[phrase.stop + 1]
    return tokens.tag[phrase.stop] is Tag.PARTICIPLE and following not in (Tag.PREPOSITION, Tag.TO, Tag.ADVERB)
