"""Content that follows its cue: quotations, clauses, infinitives, objects."""

from __future__ import annotations

from claimcheck.attribution.contents import Hang, clause_end, opens_clause, skip_setting, verb_of_the_noun
from claimcheck.attribution.cues import Cue, Frame
from claimcheck.attribution.frames.complements import (
    as_after,
    awaits_verb,
    clause_soon,
    figure_after,
    has_complement,
    later_quotation,
    later_that,
    opens_that,
    past_aside,
    quotation_end,
    reports_soon,
    to_after,
    verbs_in,
)
from claimcheck.attribution.phrases import phrase_after, phrase_before
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft, Rule, Situation
from claimcheck.attribution.sources import main_subject
from claimcheck.attribution.words import FINITE, MODIFIER, NOMINAL, PHRASAL, documents, listed
from claimcheck.model import CueClass, Stance, Tag
from claimcheck.records import NamedTuple

QUOTATION: Rule = Rule(
    "quotation-after-cue",
    "Words in quotation marks that follow a cue are its source's.",
    ("Haas said, “Nobody asked us about the bridge.”", "Haas told the council: “We have no water.”"),
    ("Haas read the word “closed” on the door.",),
)

CLAUSE: Rule = Rule(
    "clause-after-cue",
    "A clause that follows a cue, with or without “that”, is its source's up to where the author speaks again.",
    ("Haas said that the bridge was closed.", "Police believe the fire was set."),
    ("Haas said nothing.", "Haas knew the road."),
)

INFINITIVE: Rule = Rule(
    "infinitive-after-cue",
    "What a source promises, wants or refuses to do is its content.",
    ("The minister promised to rebuild the school.", "The envoys urged both sides to stop the fighting."),
    ("The minister came to rebuild the school.",),
)

OBJECT: Rule = Rule(
    "object-of-cue",
    "What a source denies, demands, praises or condemns is its content.",
    ("The envoys condemned the arrest of the editor.", "The council expressed concern over the arrests."),
    ("The envoys opened the letter of the editor.", "The officers accused of the massacre were tried."),
)

NAMING: Rule = Rule(
    "naming",
    "What a source calls something, and what it so calls, are its content.",
    ("The mayor called the strike a disgrace.", "Witnesses described the raid as brutal."),
    ("The mayor called the hospital on Monday.",),
)

FIGURE: Rule = Rule(
    "figure-of-cue",
    "How many there were, by what a source puts the number at, is its content.",
    ("The ministry put the toll at 41.", "Officials estimate the number of dead at more than 300."),
    ("The ministry put the clerk at the door.", "The miners put the number on the wall."),
)

_NO_SUBJECTS = frozenset({"him", "me", "them", "us"})

# "said nothing", "says something about", "said the same"
_NO_CLAUSE = frozenset(
    {"something", "nothing", "anything", "so", "no", "yes", "goodbye", "hello", "same", "much", "little"}
)


class Found(NamedTuple):
    """Content after a cue: the rule, its words, and the preposition that belongs to the cue."""

    rule: Rule
    content: tuple[range, ...]
    cue_end: int


def find_following(s: Situation) -> Draft | None:
    """The attribution whose content follows the cue, or None."""
    source = source_of(s)
    if _is_set_aside(s) or (source is not None and s.reading.tokens.lower[source[0].start] in ("nobody", "none")):
        return None
    if source is None or (s.cue.takes(Frame.PERSONAL) and (s.infinitive or not _is_one_person(s.reading, source[0]))):
        return None
    if s.cue.base == "quote" and not s.passive and (quoted := _quoted_as_saying(s)) is not None:
        return quoted
    found: Found | None = content_after(s.reading, s.cue, s.after, s.end, naming_gap=_gapped(s), hang=_hang(s))
    if found is None and s.cue.takes(Frame.THAT) and _is_document(s.reading, source[0]):
        found = _told_by_document(s) or found
    if found is not None and s.cue.stance in (Stance.DENIES, Stance.DOUBTS):
        found = found._replace(content=_before_another_clause(s, found.content))
    if found is None or _hides_name(s, found) or (s.infinitive and _explains(s.reading, found)):
        return None
    return Draft(found.rule, s.cue, range(s.group, found.cue_end), source, found.content)


def _is_set_aside(s: Situation) -> bool:
    """Whether the author says the contrary: "Contrary to what the mayor says, …", "Whatever they say, …"."""
    lower = s.reading.tokens.lower
    opening = lower[s.floor : s.floor + 4]
    against = opening[:1] == ("whatever",) or (
        opening[:1] in (("contrary",), ("despite",), ("unlike",)) and "what" in opening
    )
    return against and "," not in lower[s.floor : s.group]


def _quoted_as_saying(s: Situation) -> Draft | None:
    """What the paper quotes somebody "as saying": his words, not the paper's."""
    reading, lower = s.reading, s.reading.tokens.lower
    phrase = phrase_after(reading, s.after, s.end)
    at = phrase.stop + 2 if phrase is not None else s.end
    if phrase is None or at >= s.end or lower[at - 2 : at] != ("as", "saying"):
        return None
    cue = range(phrase.stop, at)
    at += lower[at] in (":", ",")
    if at >= s.end:
        return None
    if reading.quoted_by[at] >= 0:
        words = reading.quotation_words[reading.quoted_by[at]]
        content = range(words.start, quotation_end(reading, words, s.end, Hang.FREE))
        return Draft(QUOTATION, s.cue, cue, (phrase,), (content,))
    return Draft(CLAUSE, s.cue, cue, (phrase,), (range(at, clause_end(reading, at, s.end)),))


def _before_another_clause(s: Situation, content: tuple[range, ...]) -> tuple[range, ...]:
    """What is denied without the clause behind ", and": "denied that it was so, | and in 2021 a law was passed"."""
    first, lower = content[0], s.reading.tokens.lower
    for k in range(first.start + 1, first.stop - 2):
        joins = lower[k] == "," and lower[k + 1] in ("and", "but") and s.reading.quoted_by[k] < 0
        if joins and lower[k + 2] != "that" and opens_clause(s.reading, k + 2, first.stop):
            return (range(first.start, k), *content[1:])
    return content


def _hides_name(s: Situation, found: Found) -> bool:
    """Whether the words only tell that somebody is not to be named: "an official who declined to be named"."""
    if found.rule is not INFINITIVE or _hang(s) is not Hang.NOUN:
        return False
    words = {s.reading.tokens.lower[k] for piece in found.content for k in piece}
    return not words.isdisjoint(listed("naming"))


def _explains(reading: Reading, found: Found) -> bool:
    """Whether the author explains himself behind a colon: "if they were to answer: a strike would close it"."""
    first = found.content[0].start
    return reading.quoted_by[first] < 0 and reading.tokens.lower[first - 1] == ":"


def _is_document(reading: Reading, words: range) -> bool:
    """Whether the head of the source is a document or a count of opinions: "a poll conducted in May"."""
    tokens = reading.tokens
    for k in words:
        if tokens.tag[k] not in PHRASAL and k > words.start:
            return tokens.lower[k - 1] in documents()
    return tokens.lower[words.stop - 1] in documents()


def _told_by_document(s: Situation) -> Found | None:
    """All that follows "the poll found" or "records show", whether or not it has a finite verb."""
    tokens = s.reading.tokens
    if s.after >= s.end or tokens.tag[s.after] not in PHRASAL:
        return None
    stop = clause_end(s.reading, s.after, s.end, hang=_hang(s))
    return Found(OBJECT, (range(s.after, stop),), s.after)


def _is_one_person(reading: Reading, words: range) -> bool:
    """Whether the source is somebody by name, no acronym, or he or she."""
    tokens = reading.tokens
    if len(words) == 1 and tokens.lower[words.start] in ("he", "she"):
        return True
    stop = next((k for k in words if tokens.tag[k] is Tag.PREPOSITION or tokens.lower[k] == ","), words.stop)
    last = stop - 1
    joined = any(tokens.lower[k] in ("and", "the", "a", "an") for k in range(words.start, stop))
    return tokens.tag[last] is Tag.NAME and not tokens.text[last].isupper() and not joined


def _hang(s: Situation) -> Hang:
    """What the cue's clause hangs on."""
    lower, tag = s.reading.tokens.lower, s.reading.tokens.tag
    if s.subject is None:
        return Hang.PARTICIPLE if s.gerund else Hang.FREE
    first = s.subject.start
    if lower[first] in ("who", "which", "that") and len(s.subject) == 1:
        return Hang.NOUN
    if "whose" in lower[max(s.floor, first - 1) : first + 1]:
        return Hang.NOUN
    if s.gerund and s.subject.stop == s.group:
        return Hang.NOUN
    before = lower[first - 1] if first > s.floor else ""
    if before in listed("openers") or (first > s.floor and tag[first - 1] is Tag.SUBORDINATOR and before != "that"):
        return Hang.SUBORDINATE
    return Hang.FREE


def _gapped(s: Situation) -> bool:
    """Whether the object stands before the subject: "what he called a farce", "which he describes as home"."""
    if s.subject is None or s.subject.start - 1 < s.floor:
        return False
    before, tag = s.reading.tokens.lower[s.subject.start - 1], s.reading.tokens.tag[s.subject.start - 1]
    return before in ("what", "which", "whom", "who") or (before == "that" and tag is not Tag.SUBORDINATOR)


def source_of(s: Situation) -> tuple[range, ...] | None:
    """The source of an active cue: its subject, or the one that it shares with the verb before it."""
    if s.subject is not None:
        return (s.subject,)
    before = s.group - 1
    tokens = s.reading.tokens
    while before > s.floor and tokens.tag[before] is Tag.ADVERB:
        before -= 1
    if s.infinitive:
        subject = phrase_before(s.reading, s.group, s.floor)
        if subject is not None and subject.start > s.floor and tokens.lower[subject.start - 1] == "for":
            return (subject,)  # "it is common for papers to say"
    shares = (
        s.gerund
        or s.infinitive
        or (before >= s.floor and tokens.lower[before] in ("and", "but", "or", ",", "then", "also"))
    )
    if not shares:
        return None
    if s.gerund and s.group == s.unit.words.start and s.earlier.draft is not None:  # "He said no. Adding, “…”"
        return s.earlier.draft.source or None
    if s.drafts and s.drafts[-1].source and not s.infinitive:
        last = s.drafts[-1]
        stop = max(words.stop for words in (*last.content, last.cue_words))
        nearer = main_subject(s.reading, s.group, stop) if stop < s.group and not s.gerund else None
        if nearer is not None:
            return (nearer,)
        if s.reading.span(last.cue_words).start < s.reading.tokens.start[s.group]:
            return last.source
    subject = main_subject(s.reading, s.group, s.unit.words.start)
    return None if subject is None else (subject,)


def content_after(
    reading: Reading, cue: Cue, at: int, end: int, *, naming_gap: bool = False, hang: Hang = Hang.FREE
) -> Found | None:
    """What follows the cue and is its content, or None where nothing does."""
    if at >= end:
        return None
    if cue.takes(Frame.QUOTE):
        later = later_quotation(reading, at, end)
        if later is not None:
            words = reading.quotation_words[reading.quoted_by[later]]
            return Found(QUOTATION, (range(later, quotation_end(reading, words, end, hang)),), at)
    first = past_aside(reading, skip_setting(reading, at, end), end)
    if cue.takes(Frame.BARE) or (cue.takes(Frame.THAT) and cue.cue_class is CueClass.REPORTED):
        that = later_that(reading, at, end)
        first = that if that > at else later_that(reading, first, end)
    if at < first < end and reading.tokens.lower[first] == "that":
        return _opened(reading, cue, first, end, at, direct=False, hang=hang)
    if cue.takes(Frame.ADDRESSEE):
        found = _after_addressee(reading, cue, at, end, hang)
        if found is not None:
            return found
    on_a_day = first == at + 2 and reading.tokens.lower[at] == "on" and cue.takes(Frame.CLAUSE)
    if on_a_day and opens_clause(reading, first, end):  # "said on Friday | they had shot it down"
        return _opened(reading, cue, first, end, at, direct=False, hang=hang)
    found = _opened(reading, cue, at, end, at, direct=True, naming_gap=naming_gap, hang=hang)
    if found is not None:
        return found
    later = first
    if later > at:
        if (
            later < end
            and reading.tokens.lower[later] == ","
            and cue.takes(Frame.QUOTE)
            and later + 1 < end
            and reading.quoted_by[later + 1] >= 0
        ):
            later += 1
        return _opened(reading, cue, later, end, at, direct=False, hang=hang)
    return None


def _after_addressee(reading: Reading, cue: Cue, at: int, end: int, hang: Hang) -> Found | None:
    tokens = reading.tokens
    first = at + 1 if tokens.tag[at] is Tag.PREPOSITION and tokens.lower[at] == "to" else at
    phrase = phrase_after(reading, first, end)
    if phrase is None:
        return None
    stop = phrase.stop
    that = later_that(reading, stop, end)
    later = that if that > stop else skip_setting(reading, stop, end)  # "told Reuters by phone that"
    skipped = stop < later < end and (tokens.lower[later] == "that" or opens_clause(reading, later, end))
    for i in (later, stop) if skipped else (stop, later):
        if (
            i < end
            and tokens.lower[i] == ","
            and (i + 1 < end and (reading.quoted_by[i + 1] >= 0 or tokens.lower[i + 1] in ("that", "however")))
        ):
            i += 1
        found = _opened(reading, cue, i, end, at, direct=False, addressed=True, hang=hang)
        if found is not None:
            return found
        if Frame.ORDER in cue.frames and i < end and tokens.tag[i] is Tag.TO:
            return Found(INFINITIVE, (range(i, clause_end(reading, i, end, hang=hang)),), at)
    return None


def _opened(
    reading: Reading,
    cue: Cue,
    at: int,
    end: int,
    cue_end: int,
    *,
    direct: bool,
    addressed: bool = False,
    naming_gap: bool = False,
    hang: Hang = Hang.FREE,
) -> Found | None:
    """The content that opens exactly at the token; `direct`: nothing stands between it and the cue."""
    tokens, quoted = reading.tokens, reading.quoted_by
    lower, tag = tokens.lower, tokens.tag
    if at >= end:
        return None
    i = at
    says = cue.takes(Frame.QUOTE, Frame.THAT, Frame.BARE, Frame.AHEAD)
    if lower[i] in (",", ":") and i + 1 < end:
        if lower[i] == ":" and says and (quoted[i + 1] >= 0 or cue.cue_class is not CueClass.QUOTED):
            return Found(QUOTATION if quoted[i + 1] >= 0 else CLAUSE, (range(i + 1, end),), cue_end)
        if quoted[i + 1] >= 0 and says:
            i += 1
        elif lower[i] == "," and cue.takes(Frame.BARE, Frame.THAT) and tag[i + 1] is not Tag.GERUND:
            close = next((k for k in range(i + 2, min(end, i + 12)) if lower[k] == ","), None)
            if close is not None and close + 1 < end and lower[close + 1] in ("that", "is"):
                i = close + 1
            elif (
                cue.takes(Frame.BARE)
                and opens_clause(reading, i + 1, end)
                and lower[i + 1]
                in (
                    "there",
                    "it",
                    "he",
                    "she",
                    "they",
                    "i",
                    "we",
                    "you",
                    "this",
                    "if",
                    "the",
                )
            ):
                i += 1
            else:
                return None
        else:
            return None
    if quoted[i] >= 0:
        words = reading.quotation_words[quoted[i]]
        if words.start != i:
            return None
        if says or (direct and cue.takes(Frame.OBJECT)):
            return Found(QUOTATION, (range(i, quotation_end(reading, words, end, hang)),), cue_end)
        if cue.takes(Frame.NAMING) and naming_gap:
            return Found(NAMING, (range(i, clause_end(reading, i, end, narrow=True, hang=hang, named=True)),), cue_end)
        return None
    word = lower[i]
    if word == "nothing" and lower[i + 1 : i + 2] in (("as",), ("when",), ("while",), ("before",), ("after",)):
        return None
    if word == "as" and cue.base == "know":
        return None  # a name: "which the miners know as the Pit"
    waits = hang is Hang.NOUN and awaits_verb(reading, i)
    if cue.takes(Frame.THAT, Frame.BARE) and opens_that(reading, cue, i, end):
        end = verb_of_the_noun(reading, i, end, clause=True) if waits else end
        return Found(CLAUSE, (range(i, clause_end(reading, i, end, hang=hang)),), cue_end)
    sure = cue.takes(Frame.CLAUSE) and word not in _NO_CLAUSE
    if (
        naming_gap and direct and says and tag[i] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
    ):  # "what analysts said was a sign"
        return Found(CLAUSE, (range(i, clause_end(reading, i, end, narrow=True, hang=hang)),), cue_end)
    if (
        hang is Hang.NOUN and cue.takes(Frame.BARE) and (word in _NO_SUBJECTS or reports_soon(reading, i, end))
    ):  # "people who know the judge said", "a nurse who knew him fled"
        return None
    if (
        cue.takes(Frame.BARE)
        and opens_clause(reading, i, end, sure=sure or addressed)
        and not (waits and verbs_in(reading, i, end) < 2)
        and not (
            cue.takes(Frame.OBJECT) and tag[i] in (Tag.DETERMINER, Tag.POSSESSIVE) and not clause_soon(reading, i, end)
        )
    ):
        end = verb_of_the_noun(reading, i, end, clause=True) if waits else end
        stop = clause_end(reading, i, end, hang=hang)
        return Found(CLAUSE, (range(i, _gap_end(reading, i, stop) if naming_gap else stop),), cue_end)
    if addressed:
        if word in ("about", "of") and word in cue.prepositions:
            return _object(reading, cue, i + 1, end, cue_end, hang)
        return None
    if cue.takes(Frame.INFINITIVE) and word == "to" and tag[i] is not Tag.PREPOSITION:
        ends = (
            Hang.SUBORDINATE if hang in (Hang.FREE, Hang.PARTICIPLE) else hang
        )  # a new subject after it is the author's
        return Found(INFINITIVE, (range(i, clause_end(reading, i, end, hang=ends)),), cue_end)
    if word in cue.prepositions and i + 1 < end:
        return _object(reading, cue, i + 1, end, i + 1 if direct else cue_end, hang)
    if not direct:
        return None
    if cue.takes(Frame.AS):
        as_at = i if naming_gap and word == "as" else as_after(reading, i, end)
        if as_at is not None:
            return Found(
                NAMING, (range(i, clause_end(reading, as_at + 1, end, narrow=True, hang=hang, named=True)),), cue_end
            )
    if cue.takes(Frame.NAMING) and (naming_gap or has_complement(reading, i, end)):
        return Found(NAMING, (range(i, clause_end(reading, i, end, narrow=True, hang=hang, named=True)),), cue_end)
    if cue.takes(Frame.ORDER):
        to = to_after(reading, i, end)
        if to is not None:
            return Found(INFINITIVE, (range(i, clause_end(reading, to, end, hang=hang)),), cue_end)
    if cue.takes(Frame.FIGURE) and (at_number := figure_after(reading, cue, i, end)) is not None:
        return Found(FIGURE, (range(i, clause_end(reading, at_number, end, narrow=True, hang=hang)),), cue_end)
    if cue.takes(Frame.GERUND) and (tag[i] is Tag.GERUND or word in ("being", "having")):
        return Found(OBJECT, (range(i, clause_end(reading, i, end, narrow=True, hang=hang)),), cue_end)
    if cue.takes(Frame.OBJECT):
        return _object(reading, cue, i, end, cue_end, hang)
    return None


def _gap_end(reading: Reading, start: int, stop: int) -> int:
    """Where "which experts say supports the rebels" ends: at the comma behind which the main clause goes on."""
    tag, lower = reading.tokens.tag, reading.tokens.lower
    verbs = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.PARTICIPLE)
    return next((k for k in range(start, stop - 1) if lower[k] == "," and tag[k + 1] in verbs), stop)


def _object(reading: Reading, cue: Cue, at: int, end: int, cue_end: int, hang: Hang) -> Found | None:
    tokens = reading.tokens
    if at >= end:
        return None
    tag, word = tokens.tag[at], tokens.lower[at]
    if word in listed("time") and word not in ("this", "last", "next"):
        return None
    if (
        reading.quoted_by[at] >= 0
        or tag in NOMINAL
        or tag in MODIFIER
        or word in ("how", "what", "whether", "why", "that")
        or tag in (Tag.GERUND, Tag.PARTICIPLE)
    ):
        if tag is Tag.PRONOUN and word.endswith(("self", "selves")) and not cue.takes(Frame.AS):
            return None
        if word == "that" and at + 1 < end and (tokens.tag[at + 1] in FINITE or tokens.tag[at + 1] is Tag.ADVERB):
            return None  # a relative clause
        if word in ("nothing", "anything") or (word == "that" and at + 1 >= end):
            return None
        stop = clause_end(reading, at, end, narrow=True, hang=hang)
        if stop == at + 1 and word == "it":  # "was not aware of it": nothing is told
            return None
        told = any(tokens.tag[k] not in (Tag.ADJECTIVE, Tag.DETERMINER, Tag.ADVERB) for k in range(at, stop))
        return Found(OBJECT, (range(at, stop),), cue_end) if told else None
    return None
