"""Passive cues, with an agent and without: "was described by the court as", "a plan backed by the union"."""

from __future__ import annotations

from claimcheck.attribution.contents import Hang, clause_end, skip_setting
from claimcheck.attribution.cues import Form, Frame
from claimcheck.attribution.frames.following import content_after
from claimcheck.attribution.phrases import phrase_before
from claimcheck.attribution.rule import Draft, Rule, Situation
from claimcheck.attribution.sources import agent_after
from claimcheck.attribution.words import FINITE
from claimcheck.model import Tag

PASSIVE: Rule = Rule(
    "passive-with-agent",
    "What is said, praised or condemned “by” somebody is that somebody's.",
    ("The raid was described by the court as brutal.", "The arrest was condemned by the envoys."),
    ("The arrest was condemned by Monday.", "The bridge was closed by the mayor.", "He was seen by the mayor."),
)
REDUCED: Rule = Rule(
    "participle-with-agent",
    "A noun followed by a cue's participle and “by” is the content of whoever follows.",
    ("Voters passed a ban backed by the union.",),
    ("Voters passed a ban written in haste.",),
)

AS_REPORTED: Rule = Rule(
    "as-reported-by",
    "“As reported by the agency” takes the clause beside it.",
    ("As reported by the Orsk Journal, the bridge was closed.", "The bridge was closed, as noted by the mayor."),
    ("As closed by the mayor, the bridge was of no use.",),
)
AGENTLESS: Rule = Rule(
    "passive-without-agent",
    "What somebody was asked, or is believed or expected to do, is content whose source is not named.",
    (
        "Haas was asked whether the bridge was safe.",
        "Haas was told that the bridge was closed.",
        "The court is expected to rule in May.",
        "It is believed that 41 miners died.",
        "Haas was accused of hiding the letters.",
        "Asked whether the bridge was safe, Haas shrugged.",
    ),
    (
        "Haas was asked by Monday.",
        "Haas was told off.",
        "The bridge was known in Orsk.",
        "The camp was known as the Pit.",
        "Haas was accused in May.",
    ),
)


def find_agentless(s: Situation) -> Draft | None:
    """The attribution of what somebody "was asked" or "is expected to" do, with no source, or None."""
    reading, tokens = s.reading, s.reading.tokens
    it_is = s.subject is not None and tokens.lower[s.subject.start] == "it" and s.cue.takes(Frame.THAT)
    if not it_is and not s.cue.takes(Frame.AGENTLESS):
        return None
    if s.cue.base in ("ask", "tell"):  # the subject is who hears
        hang = Hang.FREE if s.passive else Hang.SUBORDINATE
        end = s.end if s.subject is not None or s.passive else _main_clause(s)
        found = content_after(reading, s.cue, s.after, end, hang=hang)
        if found is not None and s.cue.base == "ask" and tokens.lower[found.content[0].start - 1] == ":":
            return None  # "smiled when asked about it: “No.”" is who smiled
        return None if found is None else Draft(AGENTLESS, s.cue, range(s.group, found.cue_end), (), found.content)
    at = s.after
    while at < s.end and tokens.tag[at] is Tag.ADVERB:
        at += 1
    if at + 1 >= s.end or s.subject is None:
        return None
    word = tokens.lower[at]
    if s.cue.base == "know" and word == "as":
        return None  # a name: "the unit was known as Block C"
    if tokens.lower[s.subject.start] in ("it", "what") and word == "that":
        return Draft(AGENTLESS, s.cue, s.cue_words, (), (range(at, clause_end(reading, at, s.end)),))
    if word == "to" and tokens.tag[at] is not Tag.PREPOSITION:
        stop = clause_end(reading, at, s.end, hang=Hang.SUBORDINATE)
        return Draft(AGENTLESS, s.cue, s.cue_words, (), (s.subject, range(at, stop)))
    if (word == "as" and s.cue.takes(Frame.AS)) or word in s.cue.prepositions:
        start = at + 1
        if reading.quoted_by[start] < 0 and tokens.tag[start] in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.PRONOUN):
            return None
        stop = clause_end(reading, start, s.end, narrow=True, named=True)
        return Draft(AGENTLESS, s.cue, s.cue_words, (), (s.subject, range(start, stop)))
    return None


def _main_clause(s: Situation) -> int:
    """The comma behind which the main clause begins: "Asked whether he had lied | , the minister left the room"."""
    tokens, told = s.reading.tokens, False
    for k in range(s.after, s.end):
        told = told or tokens.tag[k] in FINITE
        if told and tokens.lower[k] == "," and s.reading.quoted_by[k] < 0:
            return k
    return s.end


def find_asked(s: Situation) -> Draft | None:
    """The attribution of "asked whether …" where nobody is named who asks or is asked, or None."""
    opens = s.group == s.unit.words.start or s.reading.tokens.lower[s.group - 1] in ("when", "if", "while", "once", ",")
    if s.cue.base != "ask" or s.subject is not None or Form.PARTICIPLE not in s.hit.forms or not opens:
        return None
    return find_agentless(s)


def _as_reported(s: Situation, source: range) -> Draft | None:
    """The clause beside "as reported by the agency"."""
    if not s.cue.takes(Frame.THAT, Frame.INSERT):
        return None
    lower, opener = s.reading.tokens.lower, s.group - 1
    if opener == s.floor and source.stop + 1 < s.end and lower[source.stop] == ",":
        start = source.stop + 1
        return Draft(AS_REPORTED, s.cue, s.cue_words, (source,), (range(start, clause_end(s.reading, start, s.end)),))
    if opener > s.floor + 1 and lower[opener - 1] == "," and source.stop >= s.end:
        return Draft(AS_REPORTED, s.cue, s.cue_words, (source,), (range(s.floor, opener - 1),))
    return None


def find_passive(s: Situation) -> Draft | None:
    """The attribution of a passive cue that names its agent, or None."""
    if Form.PARTICIPLE not in s.hit.forms or s.cue.base == "quote":  # who "was quoted by" a paper speaks himself
        return None
    reading, tokens = s.reading, s.reading.tokens
    reduced = not s.passive
    agent = agent_after(reading, s.after, s.end)
    if agent is None or (reduced and agent[0] != s.after):
        return None
    by, source = agent
    if reduced and s.group > s.floor and tokens.lower[s.group - 1] == "as":
        return _as_reported(s, source)
    if reduced:
        if (
            tokens.tag[s.hit.words.start] is not Tag.PARTICIPLE
            and s.group - 1 >= s.floor
            and tokens.tag[s.group - 1] not in (Tag.NOUN, Tag.NAME)
        ):
            return None
        subject = phrase_before(reading, s.group, s.floor)
    else:
        subject = s.subject
    if not s.cue.takes(Frame.OBJECT, Frame.NAMING, Frame.ORDER):
        held = s.cue.takes(Frame.AS) and source.stop < s.end and tokens.lower[source.stop] == "as"
        if reduced or not held:  # "papers seen by the court", but "was seen by many as a defeat"
            return None
    if any(tokens.lower[k] in ("up", "down", "off", "out") for k in range(s.after, min(by, s.after + 1))):
        return None  # "was backed up by": another verb
    content: list[range] = []
    if subject is not None:
        content.append(subject)
    between = range(s.after, by)
    if between:
        content.append(between)
    if source.stop < s.end and not reduced:
        start = skip_setting(reading, source.stop, s.end)
        if tokens.lower[source.stop] in ("as", "for", "of", "to", "over") or (
            start < s.end and tokens.lower[start] in ("as", "for", "that")
        ):
            first = source.stop if tokens.lower[source.stop] in ("as", "for", "of", "to", "over") else start
            content.append(range(first, clause_end(reading, first + 1, s.end, narrow=True)))
    if all(tokens.tag[i] is Tag.PRONOUN or not reading.is_word(i) for words in content for i in words):
        return None
    return Draft(REDUCED if reduced else PASSIVE, s.cue, s.cue_words, (source,), tuple(content))
