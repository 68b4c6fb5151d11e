"""Passive cues, with an agent and without: "was described by the court as", "a plan backed by the union"."""

from __future__ import annotations

from claimcheck.attribution.contents import clause_end, skip_setting
from claimcheck.attribution.cues import Form, Frame
from claimcheck.attribution.frames.following import content_after
from claimcheck.attribution.rule import Draft, Rule, Situation
from claimcheck.attribution.sources import agent_after, phrase_before
from claimcheck.model import Tag

PASSIVE = Rule(
    "passive-with-agent",
    "What is said, praised or condemned “by” somebody is that somebody's.",
    ("The raid was described by the court as brutal.", "The arrest was condemned by the envoys."),
    ("The arrest was condemned by Monday.", "The bridge was closed by the mayor."),
)
REDUCED = Rule(
    "participle-with-agent",
    "A noun followed by a cue's participle and “by” is the content of whoever follows.",
    ("Voters passed a ban backed by the union.",),
    ("Voters passed a ban written in haste.",),
)

AGENTLESS = Rule(
    "passive-without-agent",
    "What somebody was asked or told is content whose source is not named.",
    ("Haas was asked whether the bridge was safe.", "Haas was told that the bridge was closed."),
    ("Haas was asked by Monday.", "Haas was told off."),
)


def find_agentless(s: Situation) -> Draft | None:
    """The attribution of what somebody "was asked" or "was told", with no source, or None."""
    if s.cue.base not in ("ask", "tell"):
        return None
    found = content_after(s.reading, s.cue, s.after, s.end)
    if found is None:
        return None
    return Draft(AGENTLESS, s.cue, range(s.group, found.cue_end), (), found.content)


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
    if not s.cue.takes(Frame.OBJECT, Frame.AS, Frame.NAMING, Frame.ORDER):
        return None
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
