"""Tries the rules on every cue of every sentence."""

from __future__ import annotations

from claimcheck.attribution.contents import has_finite_verb, skip_setting
from claimcheck.attribution.cues import Cue, Form, Frame, Hit, Part, cues, cues_at, may_begin
from claimcheck.attribution.frames.following import find_following, source_of
from claimcheck.attribution.frames.hedges import find_hedge
from claimcheck.attribution.frames.layout import (
    BYLINE,
    CONTINUED,
    OPENED,
    all_quotation,
    find_byline,
    find_follows,
    find_headline,
    find_introduced,
    find_transcript,
)
from claimcheck.attribution.frames.nouns import find_noun, find_view
from claimcheck.attribution.frames.passives import find_agentless, find_asked, find_passive
from claimcheck.attribution.frames.prepositions import ACCORDING, find_preposition
from claimcheck.attribution.frames.surrounding import BEFORE, INSERTED, INVERTED, find_surrounding
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading, Unit
from claimcheck.attribution.rule import Draft, Earlier, Situation
from claimcheck.attribution.sources import group_start, subject_before
from claimcheck.attribution.speech_tags import speaker_before, speaks
from claimcheck.attribution.words import AUTHOR, BE, GENITIVE, HAVE
from claimcheck.model import CueClass, Tag
from claimcheck.records import replace

_BEFORE_VIEWS = ("in", "to", "by")
_HELPERS = BE | HAVE
_LAST_WORDS = 30  # a cue that closes its sentence stands no further from the end


def draft_attributions(reading: Reading) -> tuple[Draft, ...]:
    """The attributions of the text in the order of their units."""
    drafts: list[Draft] = []
    previous: Unit | None = None
    speaking: int | None = None  # the draft whose quotation may go on
    pending: list[range] = []  # quotations at the head of a stretch, whose speaker may be named after them
    transcript = find_transcript(reading)
    taken = -1  # the block that a colon before it has given away
    for unit in reading.units:
        near = previous is not None and unit.block - previous.block <= 1
        if unit.block in transcript or unit.block == taken:
            said = transcript.get(unit.block)
            if said is not None and said not in drafts[-1:]:
                drafts.append(said)
            previous, speaking, pending = unit, None, []
            continue
        whole = all_quotation(reading, unit)
        if whole is not None:
            if speaking is not None and near and not _by_another(reading, unit, previous):
                last = drafts[speaking]
                if whole.start >= last.content[-1].stop and not _is_heading(reading, unit, last):
                    drafts[speaking] = replace(last, content=(*last.content, whole))
            else:
                speaking = None
                goes_on = _by_the_last_source(reading, drafts, previous, whole) if near else None
                if goes_on is not None:
                    speaking = len(drafts)
                    drafts.append(goes_on)
                else:
                    pending = [*pending, whole] if near else [whole]
            previous = unit
            continue
        found = drafts_in(reading, unit, _earlier(drafts, previous))
        if pending and near and found and _follows_quotation(found[0], unit):
            before = tuple(p for p in pending if not any(p.start <= words.start < p.stop for words in found[0].content))
            found[0] = replace(found[0], content=(*before, *found[0].content))
        introduced = find_introduced(reading, unit) if not any(_speaks_on(reading, d) for d in found) else None
        if introduced is not None:
            found.append(introduced)
        pending = []
        speaking = None
        opens = reading.tokens.lower[unit.words.stop - 1] == ":"
        signed = next((d.content[0] for d in found if d.rule is BYLINE), None)
        if signed is not None:  # what was found in the paragraph stands inside it
            drafts = [d for d in drafts if not (d.cue_words and d.cue_words.start in signed)]
        for number, draft in enumerate(found):
            if _speaks_on(reading, draft) or (opens and draft.cue.takes(Frame.QUOTE)):
                speaking = len(drafts) + number
            if draft.rule is OPENED:
                taken = _taken_block(reading, draft, unit)
        drafts += found
        previous = unit
    return tuple(drafts)


def _by_another(reading: Reading, unit: Unit, previous: Unit | None) -> bool:
    """Whether a paragraph opens with a whole quotation and then tells what somebody does: another one speaks there."""
    if previous is None or unit.block == previous.block or unit.number + 1 >= len(reading.units):
        return False
    following = reading.units[unit.number + 1]
    before = reading.quoted_by[previous.words.stop - 1]
    still_open = before >= 0 and not reading.quotations[before].closed
    return following.block == unit.block and reading.quoted_by[following.words.start] < 0 and not still_open


def _is_heading(reading: Reading, unit: Unit, last: Draft) -> bool:
    """Whether a few words in single marks fill a paragraph amid speech in double ones: a heading."""
    single = reading.tokens.lower[unit.words.start] in ("'", "‘")
    alone = unit.block != reading.units[unit.number - 1].block
    spoken = next((reading.tokens.lower[w.start] for w in last.content if reading.quoted_by[w.start] >= 0), "'")
    return single and alone and len(unit.words) <= 12 and spoken not in ("'", "‘")


def _follows_quotation(draft: Draft, unit: Unit) -> bool:
    return draft.rule in (BEFORE, INVERTED) and draft.content[0].start <= unit.words.start + 1


def _taken_block(reading: Reading, draft: Draft, unit: Unit) -> int:
    """The next block when all of it, unquoted, is the content, else -1."""
    first = draft.content[0].start
    return unit.block + 1 if reading.quoted_by[first] < 0 and first >= unit.words.stop else -1


def _by_the_last_source(reading: Reading, drafts: list[Draft], previous: Unit | None, whole: range) -> Draft | None:
    """A quotation with no cue of its own, right after a sentence that reports what somebody said."""
    if not drafts or previous is None or sum(reading.is_word(i) for i in whole) < 5:
        return None
    last = drafts[-1]
    if last.cue_words.start < previous.words.start or last.cue.part is not Part.VERB or not last.source:
        return None
    if last.cue.cue_class is not CueClass.REPORTED or not last.cue.takes(Frame.QUOTE):
        return None
    return Draft(CONTINUED, last.cue, range(0), last.source, (whole,))


def _speaks_on(reading: Reading, draft: Draft) -> bool:
    """Whether a quotation in the next sentence or paragraph would be of the same source."""
    if draft.rule is OPENED:
        return True
    return draft.cue.takes(Frame.QUOTE) and any(reading.quoted_by[i] >= 0 for words in draft.content for i in words)


def _earlier(drafts: list[Draft], previous: Unit | None) -> Earlier:
    last = drafts[-1] if drafts and previous is not None and drafts[-1].cue_words else None
    if last is not None and previous is not None and last.cue_words.start not in previous.words:
        last = None
    return Earlier(previous, last)


def drafts_in(reading: Reading, unit: Unit, earlier: Earlier) -> list[Draft]:
    """The attributions of one sentence, none inside another."""
    tokens = reading.tokens
    end = unit.words.stop
    while (
        end > unit.words.start
        and not reading.is_word(end - 1)
        and reading.quoted_by[end - 1] < 0
        and tokens.text[end - 1] not in "%)"
    ):
        end -= 1
    fixed = find_headline(reading, unit) or find_byline(reading, unit) or find_follows(reading, unit)
    if fixed is not None:
        return [fixed]
    floor, lower, quoted = unit.words.start, tokens.lower, reading.quoted_by
    places = [
        (i, cues_at(tokens, i, end))
        for i, word in enumerate(lower[floor:end], floor)
        if (may_begin(word) or word in _BEFORE_VIEWS) and quoted[i] < 0
    ]
    tried: dict[int, Draft | None] = {}  # what stands at a place where nothing has been found before it
    closing = _closing(reading, unit, places, end, earlier, tried)
    drafts: list[Draft] = [] if closing is None else [closing]
    after = floor
    for i, hits in places:
        if i < after:
            continue
        draft = tried[i] if i in tried and not drafts else _at(reading, unit, i, hits, end, tuple(drafts), earlier)
        if draft is not None and not _inside(draft, drafts) and not _is_taken(draft, drafts, earlier):
            drafts.append(draft)
            after = draft.cue_words.stop
    if drafts and lower[unit.words.stop - 1] == "?":
        return [draft for draft in drafts if not _is_asked(reading, unit, draft)]
    return drafts


def _is_taken(draft: Draft, drafts: list[Draft], earlier: Earlier) -> bool:
    """Whether somebody else has just said the quotation before a reaction: "“…,” she said, “….” The boy smiled"."""
    known = [*drafts, *([earlier.draft] if earlier.draft else [])]
    return draft.rule is BEFORE and any(
        other.rule is BEFORE and set(draft.content) <= set(other.content) and len(other.content) > 1 for other in known
    )


def _is_asked(reading: Reading, unit: Unit, draft: Draft) -> bool:
    """Whether the sentence asks if or by whom it was said: "Did the mayor say that …?", "Who said that …?"."""
    tokens, first = reading.tokens, unit.words.start
    if any(reading.quoted_by[i] >= 0 for words in draft.content for i in words) or not draft.source:
        return False
    while tokens.lower[first] in ("and", "but", "so", ","):
        first += 1
    inverted = tokens.tag[first] in (Tag.AUXILIARY, Tag.MODAL) and draft.source[0].start == first + 1
    return inverted or (tokens.lower[first] == "who" and draft.source[0].start == first)


def _closing(
    reading: Reading,
    unit: Unit,
    places: list[tuple[int, tuple[Hit, ...]]],
    end: int,
    earlier: Earlier,
    tried: dict[int, Draft | None],
) -> Draft | None:
    """The attribution of a whole sentence to a cue at its end, whatever cues stand inside: "…, the source added".

    What is found at each place is kept in `tried`.
    """
    floor = unit.words.start
    for i, hits in places:
        if not hits or i < end - _LAST_WORDS:
            continue
        draft = tried[i] = _at(reading, unit, i, hits, end, (), earlier)
        if draft is None or draft.rule not in (INSERTED, INVERTED, ACCORDING) or len(draft.content) != 1:
            continue
        if any(reading.quoted_by[k] >= 0 for k in draft.content[0]):
            continue
        if draft.content[0].start <= floor + 1 and draft.content[0].stop <= draft.cue_words.start:
            return draft
    return None


def _inside(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the cue is another's, or stands in its content: the flat list has one level."""
    return any(draft.cue_words.start in other.cue_words for other in drafts) or any(
        words.start <= draft.cue_words.start < words.stop for other in drafts for words in other.content
    )


def _at(
    reading: Reading,
    unit: Unit,
    i: int,
    hits: tuple[Hit, ...],
    end: int,
    drafts: tuple[Draft, ...],
    earlier: Earlier,
) -> Draft | None:
    """What is said with one of the cues that may begin at the token, or in somebody's view."""
    tokens, floor = reading.tokens, unit.words.start
    if tokens.lower[i] in _BEFORE_VIEWS:
        view = find_view(reading, i, floor, end, _VIEW)
        if view is not None:
            return view
    for hit in hits:
        draft: Draft | None = None
        if hit.cue.part is Part.VERB:
            situation = _situate(reading, unit, hit, floor, end, drafts, earlier)
            if situation is not None:
                draft = find_passive(situation) if situation.passive or Form.PARTICIPLE in hit.forms else None
                if draft is None and situation.passive:
                    draft = find_agentless(situation)
                finite = situation.hit.forms != {Form.PARTICIPLE} or not _bare(situation)  # "a place known as"
                if draft is None and not situation.passive and finite:
                    draft = (
                        find_surrounding(situation)
                        or find_following(situation)
                        or find_asked(situation)
                        or _of_previous(situation)
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


def _of_previous(s: Situation) -> Draft | None:
    """A quotation that is a sentence of its own: “Why?” Haas asked."""
    previous = s.earlier.unit
    if previous is None or not s.cue.takes(Frame.QUOTE) or s.unit.block != previous.block or s.subject is None:
        return None
    if s.subject.start != s.unit.words.start or s.passive:
        return None
    last = previous.words.stop - 1
    reading = s.reading
    if reading.quoted_by[last] < 0:
        return None
    if s.cue.cue_class is CueClass.QUOTED and skip_setting(reading, s.after, s.end) < s.end:
        return None  # “Why?” He laughed at the door.
    words = reading.quotation_words[reading.quoted_by[last]]
    start = max(words.start, previous.words.start) if all_quotation(reading, previous) is None else previous.words.start
    return Draft(BEFORE, s.cue, s.cue_words, (s.subject,), (range(start, last + 1),))


def _of_next(s: Situation) -> Draft | None:
    """A cue that a colon and the end of its paragraph follow: the next paragraph is what was said."""
    reading = s.reading
    lower = reading.tokens.lower
    last = s.unit.words.stop - 1
    unit = reading.units[s.unit.number + 1] if s.unit.number + 1 < len(reading.units) else None
    if s.passive or unit is None or unit.block - s.unit.block > 1 or lower[last] not in (":", ",", "."):
        return None
    if unit.block == s.unit.block and lower[last] != ".":
        return None
    if not s.cue.takes(Frame.QUOTE, Frame.THAT, Frame.ADDRESSEE):
        return None
    first = unit.words.start
    quoted = reading.quoted_by[first] >= 0
    close = skip_setting(reading, s.after, s.end) >= s.end
    if not close and (not quoted or lower[last] != ":" or has_finite_verb(reading, s.after, s.end)):
        return None
    if lower[last] != ":" and not (close and s.cue.takes(Frame.QUOTE) and all_quotation(reading, unit) is not None):
        return None
    if not quoted and s.cue.cue_class is not CueClass.REPORTED:
        return None
    source = source_of(s)
    if source is None and s.group == s.unit.words.start and quoted:  # "Wrote Haas:"
        after = phrase_after(reading, s.after, s.end)
        source = None if after is None or after.stop < s.end else (after,)
    if source is None:
        return None
    if quoted:
        return Draft(
            OPENED, s.cue, range(s.group, s.after), source, (reading.quotation_words[reading.quoted_by[first]],)
        )
    stop = max(u.words.stop for u in reading.units[unit.number : unit.number + 12] if u.block == unit.block)
    return Draft(OPENED, s.cue, range(s.group, s.after), source, (range(first, stop),))


def _situate(
    reading: Reading, unit: Unit, hit: Hit, floor: int, end: int, drafts: tuple[Draft, ...], earlier: Earlier
) -> Situation | None:
    """The verb cue with its group, voice and subject; None where the word is no verb."""
    tokens = reading.tokens
    lower = tokens.lower
    verb = hit.words.start
    adjectival = hit.cue.base.startswith("be ")
    group = group_start(reading, verb, floor)
    helpers = set(lower[group:verb])
    forms = hit.forms
    quoted_as = _quoted_as(reading, hit, floor)
    if quoted_as is not None:
        group = quoted_as
    being = _last_helper(reading, group, verb) if quoted_as is None else None
    if adjectival:
        if helpers.isdisjoint(BE):
            return None
        passive = gerund = infinitive = False
    else:
        passive = Form.PARTICIPLE in forms and being == "be" and Form.GERUND not in forms
        if being is None and Form.PARTICIPLE in forms and _has_no_object(reading, hit):
            return None
        gerund = Form.GERUND in forms and helpers.isdisjoint(_HELPERS) and quoted_as is None
        infinitive = bool(group > floor and lower[group - 1] == "to" and Form.BASE in forms)
        if infinitive:
            group -= 1
    subject = subject_before(reading, group, floor) if not infinitive else None
    tag_of_speech = None
    if (
        speaks(hit)
        and not passive
        and not infinitive
        and not gerund
        and (subject is None or not _borders(reading, subject))
    ):
        tag_of_speech = speaker_before(reading, verb, floor)
        if tag_of_speech is not None:
            subject, group = tag_of_speech, tag_of_speech.stop
    if gerund and group > floor and lower[group - 1] == ",":
        subject = None
    if (
        not adjectival
        and tag_of_speech is None
        and not _is_verb(reading, unit, hit, group, subject, passive=passive, gerund=gerund, infinitive=infinitive)
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
    return Situation(
        reading, unit, hit, min(inner, verb), end, group, passive, gerund, infinitive, subject, drafts, earlier
    )


def _quoted_as(reading: Reading, hit: Hit, floor: int) -> int | None:
    """Where "was quoted as" begins before "saying", or None."""
    lower, verb = reading.tokens.lower, hit.words.start
    if lower[verb] != "saying" or verb - 3 < floor or lower[verb - 1] != "as":
        return None
    if lower[verb - 2] not in ("quoted", "cited", "paraphrased"):
        return None
    start = group_start(reading, verb - 2, floor)
    return start if start < verb - 2 else None


def _has_no_object(reading: Reading, hit: Hit) -> bool:
    """Whether nobody is told who says it, and of whom stands before: "the officers accused of the massacre"."""
    after = hit.words.stop
    following = reading.tokens.lower[after] if after < len(reading.tokens.lower) else ""
    return hit.cue.takes(Frame.AIMED) and following in hit.cue.prepositions


def _bare(s: Situation) -> bool:
    """Whether the verb has no form of "be" or "have" before it."""
    return _HELPERS.isdisjoint(s.reading.tokens.lower[s.group : s.hit.words.start])


def _borders(reading: Reading, subject: range) -> bool:
    """Whether the subject stands right after a quotation."""
    return subject.start > 0 and reading.quoted_by[subject.start - 1] >= 0


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
    reading: Reading,
    unit: Unit,
    hit: Hit,
    group: int,
    subject: range | None,
    *,
    passive: bool,
    gerund: bool,
    infinitive: bool,
) -> bool:
    tokens = reading.tokens
    verb = hit.words.start
    this = tokens.tag[verb]
    before = verb - 1
    if (
        verb
        and this is not Tag.GERUND
        and reading.quoted_by[before] < 0
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
    if Form.BASE in hit.forms and subject is not None and this is Tag.NOUN and _has_no_verb(reading, unit):
        return True
    ends = subject is not None and _ends_sentence(reading, unit, hit, subject)
    if ends and not infinitive and this is Tag.NOUN and hit.forms & {Form.THIRD, Form.BASE}:
        return True
    if hit.forms == {Form.BASE} or this in (Tag.NAME, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.DETERMINER):
        return hit.forms == {Form.BASE} and group < verb
    # tagged as a noun or an adjective: believe it unless a subject stands before it and a clause after it
    if subject is not None and verb + 1 < len(tokens.lower) and tokens.lower[verb + 1] == ":":
        return True
    if subject is None or verb + 1 >= len(tokens.lower):
        return Form.PAST in hit.forms
    in_phrase = tokens.tag[verb - 2] is Tag.PREPOSITION and verb - 2 > unit.words.start  # "of rebel plans to attack"
    if tokens.lower[verb + 1] == "to" and Form.THIRD in hit.forms and hit.cue.takes(Frame.INFINITIVE):
        return not in_phrase
    return (
        tokens.lower[verb + 1] in ("that", "whether", "he", "she", "they", "it")
        or reading.quoted_by[verb + 1] >= 0
        or Form.PAST in hit.forms
    )


def _ends_sentence(reading: Reading, unit: Unit, hit: Hit, subject: range) -> bool:
    """Whether subject and verb stand by themselves after a comma: "…, Elin Moss reports."; "…, records show."."""
    lower, verb = reading.tokens.lower, hit.words.start
    last = verb + 1 >= unit.words.stop or lower[verb + 1] in (".", ",")
    if reading.tokens.tag[verb - 1] is Tag.NUMBER:  # "eighteen states"
        return False
    return (
        last
        and hit.cue.takes(Frame.INSERT, Frame.QUOTE)
        and subject.start > unit.words.start
        and lower[subject.start - 1] == ","
    )


def _has_no_verb(reading: Reading, unit: Unit) -> bool:
    """Whether the sentence has no finite verb but this one can be: "the widows demand an inquiry"."""
    return not has_finite_verb(reading, unit.words.start, unit.words.stop)


def _view() -> Hit:
    cue: Cue = next(c for c in cues() if c.base == "in the view of")
    return Hit(range(0), cue, frozenset())


_VIEW = _view()
