"""Tries the rules on every cue of every sentence."""

from __future__ import annotations

import dataclasses

from claimcheck.attribution.cues import Cue, Form, Frame, Hit, Part, cues, cues_at
from claimcheck.attribution.frames.following import find_following, source_of
from claimcheck.attribution.frames.hedges import find_hedge
from claimcheck.attribution.frames.layout import OPENED, all_quotation, find_byline, find_headline, find_transcript
from claimcheck.attribution.frames.nouns import find_noun, find_view
from claimcheck.attribution.frames.passives import find_agentless, find_passive
from claimcheck.attribution.frames.prepositions import find_preposition
from claimcheck.attribution.frames.surrounding import BEFORE, INVERTED, find_surrounding
from claimcheck.attribution.reading import Reading, Unit
from claimcheck.attribution.rule import Draft, Situation
from claimcheck.attribution.sources import group_start, subject_before
from claimcheck.attribution.words import AUTHOR, BE, GENITIVE, HAVE
from claimcheck.model import Tag

_DASHES = frozenset({"—", "–", "--"})


def draft_attributions(reading: Reading) -> tuple[Draft, ...]:
    """The attributions of the text in the order of their units."""
    drafts: list[Draft] = []
    previous: Unit | None = None
    speaking: int | None = None  # the draft whose quotation may go on
    pending: list[range] = []  # quotations at the head of a stretch, whose speaker may be named after them
    transcript = find_transcript(reading)
    for unit in reading.units:
        if unit.block in transcript:
            if previous is None or previous.block != unit.block:
                drafts.append(transcript[unit.block])
            previous, speaking, pending = unit, None, []
            continue
        whole = all_quotation(reading, unit)
        near = previous is not None and unit.block - previous.block <= 1
        if whole is not None:
            if speaking is not None and near:
                last = drafts[speaking]
                if whole.start >= last.content[-1].stop:
                    drafts[speaking] = dataclasses.replace(last, content=(*last.content, whole))
            else:
                speaking = None
                pending = [*pending, whole] if near else [whole]
            previous = unit
            continue
        found = _in_unit(reading, unit, previous)
        if (
            pending
            and near
            and found
            and found[0].rule in (BEFORE, INVERTED)
            and found[0].content[0].start <= unit.words.start + 1
        ):
            taken = tuple(p for p in pending if not any(p.start <= words.start < p.stop for words in found[0].content))
            found[0] = dataclasses.replace(found[0], content=(*taken, *found[0].content))
        pending = []
        speaking = None
        opens = reading.tokens.lower[unit.words.stop - 1] == ":"
        for number, draft in enumerate(found):
            if _speaks_on(reading, draft) or (opens and draft.cue.takes(Frame.QUOTE)):
                speaking = len(drafts) + number
        drafts += found
        previous = unit
    return tuple(drafts)


def _speaks_on(reading: Reading, draft: Draft) -> bool:
    """Whether a quotation in the next sentence or paragraph would be of the same source."""
    if draft.rule is OPENED:
        return True
    return draft.cue.takes(Frame.QUOTE) and any(reading.quoted_by[i] >= 0 for words in draft.content for i in words)


def _in_unit(reading: Reading, unit: Unit, previous: Unit | None) -> list[Draft]:
    tokens = reading.tokens
    end = unit.words.stop
    while (
        end > unit.words.start
        and not reading.is_word(end - 1)
        and reading.quoted_by[end - 1] < 0
        and tokens.text[end - 1] not in "%)"
    ):
        end -= 1
    fixed = find_headline(reading, unit) or find_byline(reading, unit)
    if fixed is not None:
        return [fixed]
    drafts: list[Draft] = []
    floor = unit.words.start
    i = floor
    while i < end:
        if reading.quoted_by[i] >= 0:
            i = reading.quotation_words[reading.quoted_by[i]].stop
            continue
        draft = _at(reading, unit, i, floor, end, tuple(drafts), previous)
        if draft is not None and not _inside(draft, drafts):
            drafts.append(draft)
            i = max(i + 1, draft.cue_words.stop)
        else:
            i += 1
    return drafts


def _inside(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the cue stands in the content of another: the flat list has one level."""
    return any(words.start <= draft.cue_words.start < words.stop for other in drafts for words in other.content)


def _at(
    reading: Reading, unit: Unit, i: int, floor: int, end: int, drafts: tuple[Draft, ...], previous: Unit | None
) -> Draft | None:
    tokens = reading.tokens
    if tokens.lower[i] in ("in", "to"):
        view = find_view(reading, i, floor, end, _VIEW)
        if view is not None:
            return view
    for hit in cues_at(tokens, i, end):
        draft: Draft | None = None
        if hit.cue.part is Part.VERB:
            situation = _situate(reading, unit, hit, floor, end, drafts)
            if situation is not None:
                draft = find_passive(situation) if situation.passive or Form.PARTICIPLE in hit.forms else None
                if draft is None and situation.passive:
                    draft = find_agentless(situation)
                if draft is None and not situation.passive:
                    draft = (
                        find_surrounding(situation)
                        or find_following(situation)
                        or _of_previous(situation, previous)
                        or _of_next(situation)
                    )
        elif hit.cue.part is Part.NOUN:
            if tokens.tag[i] is not Tag.VERB:
                draft = find_noun(reading, hit, floor, end)
        elif hit.cue.part is Part.ADVERB:
            draft = find_hedge(reading, hit, floor, end)
        elif hit.cue.part is Part.PREPOSITION:
            draft = find_preposition(reading, hit, floor, end)
        if draft is not None and not _authors_own(reading, draft):
            return draft
    return None


def _authors_own(reading: Reading, draft: Draft) -> bool:
    """Whether the source is the author: "we ask all countries" is nobody else's."""
    return all(len(words) == 1 and reading.tokens.lower[words.start] in AUTHOR for words in draft.source) and bool(
        draft.source
    )


def _of_previous(s: Situation, previous: Unit | None) -> Draft | None:
    """A quotation that is a sentence of its own: “Why?” Haas asked."""
    if previous is None or not s.cue.takes(Frame.QUOTE) or s.unit.block != previous.block or s.subject is None:
        return None
    if s.subject.start != s.unit.words.start or s.passive:
        return None
    last = previous.words.stop - 1
    reading = s.reading
    if reading.quoted_by[last] < 0:
        return None
    words = reading.quotation_words[reading.quoted_by[last]]
    start = max(words.start, previous.words.start) if all_quotation(reading, previous) is None else previous.words.start
    return Draft(BEFORE, s.cue, s.cue_words, (s.subject,), (range(start, last + 1),))


def _of_next(s: Situation) -> Draft | None:
    """A cue that a colon and the end of its paragraph follow: the next paragraph is a quotation."""
    reading = s.reading
    lower = reading.tokens.lower
    last = s.unit.words.stop - 1
    following = s.unit.words.stop
    if s.passive or following >= len(lower) or reading.quoted_by[following] < 0 or lower[last] not in (":", ",", "."):
        return None
    if not s.cue.takes(Frame.QUOTE, Frame.THAT, Frame.ADDRESSEE, Frame.OBJECT) or (
        lower[last] != ":" and s.after < s.end
    ):
        return None
    if lower[last] != ":" and not s.cue.takes(Frame.QUOTE):
        return None
    source = source_of(s)
    if source is None:
        return None
    words = reading.quotation_words[reading.quoted_by[following]]
    unit = next((u for u in reading.units[s.unit.number + 1 : s.unit.number + 2]), None)
    if unit is None or words.start != unit.words.start or unit.block - s.unit.block != 1:
        return None
    return Draft(OPENED, s.cue, range(s.group, s.after), source, (words,))


def _situate(
    reading: Reading, unit: Unit, hit: Hit, floor: int, end: int, drafts: tuple[Draft, ...]
) -> Situation | None:
    """The verb cue with its group, voice and subject; None where the word is no verb."""
    tokens = reading.tokens
    lower = tokens.lower
    verb = hit.words.start
    adjectival = hit.cue.base.startswith("be ")
    group = group_start(reading, verb, floor)
    helpers = set(lower[group:verb])
    forms = hit.forms
    being = _last_helper(reading, group, verb)
    if adjectival:
        if not helpers & BE:
            return None
        passive = gerund = infinitive = False
    else:
        passive = Form.PARTICIPLE in forms and being == "be" and Form.GERUND not in forms
        gerund = Form.GERUND in forms and not helpers & (BE | HAVE)
        infinitive = bool(group > floor and lower[group - 1] == "to" and Form.BASE in forms)
        if infinitive:
            group -= 1
    subject = subject_before(reading, group, floor) if not infinitive else None
    if gerund and group > floor and lower[group - 1] == ",":
        subject = None
    if not adjectival and not _is_verb(
        reading, hit, group, subject, passive=passive, gerund=gerund, infinitive=infinitive
    ):
        return None
    if subject is not None and group > floor and lower[group - 1] in ("and", "but"):
        subject = None
    inner = floor
    for draft in drafts:
        for words in (*draft.content, *draft.source, draft.cue_words):
            if words.stop <= verb:
                inner = max(inner, words.stop)
    if subject is not None and subject.start < inner <= subject.stop - 1 and drafts:
        inner = min(inner, subject.start)
    return Situation(reading, unit, hit, min(inner, verb), end, group, passive, gerund, infinitive, subject, drafts)


def _last_helper(reading: Reading, group: int, verb: int) -> str | None:
    """ "be" or "have": the form nearest before the verb."""
    lower = reading.tokens.lower
    for i in range(verb - 1, group - 1, -1):
        if lower[i] == "'s":
            following = lower[verb + 1] if verb + 1 < len(lower) else ""
            return "be" if following in ("by", "as", "of", "to") else "have"
        if lower[i] in BE:
            return "be"
        if lower[i] in HAVE:
            return "have"
    return None


def _is_verb(
    reading: Reading, hit: Hit, group: int, subject: range | None, *, passive: bool, gerund: bool, infinitive: bool
) -> bool:
    tokens = reading.tokens
    verb = hit.words.start
    this = tokens.tag[verb]
    before = verb - 1
    if (
        verb
        and this is not Tag.GERUND
        and (tokens.lower[before] in GENITIVE or tokens.tag[before] in (Tag.DETERMINER, Tag.POSSESSIVE))
        and group == verb
    ):
        return (
            tokens.tag[before] is Tag.DETERMINER
            and tokens.lower[before]
            in ("some", "many", "most", "others", "all", "both", "few", "several", "this", "that", "none", "another")
            and this is Tag.VERB
        )
    if this in (Tag.VERB, Tag.GERUND, Tag.INFINITIVE, Tag.MODAL):
        return True
    if passive or infinitive:
        return True
    if this is Tag.PARTICIPLE:
        return True
    if hit.forms == {Form.BASE} or this in (Tag.NAME, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.DETERMINER):
        return hit.forms == {Form.BASE} and group < verb
    # tagged as a noun or an adjective: believe it unless a subject stands before it and a clause after it
    if subject is not None and verb + 1 < len(tokens.lower) and tokens.lower[verb + 1] == ":":
        return True
    if subject is None or verb + 1 >= len(tokens.lower):
        return Form.PAST in hit.forms
    if tokens.lower[verb + 1] == "to" and Form.THIRD in hit.forms and hit.cue.takes(Frame.INFINITIVE):
        return True
    return (
        tokens.lower[verb + 1] in ("that", "whether", "he", "she", "they", "it")
        or reading.quoted_by[verb + 1] >= 0
        or Form.PAST in hit.forms
    )


def _view() -> Hit:
    cue: Cue = next(c for c in cues() if c.base == "in the view of")
    return Hit(range(0), cue, frozenset())


_VIEW = _view()
