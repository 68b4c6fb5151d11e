"""What layout says: headlines with a colon, transcripts, bylines after a dash, quotations that go on."""

from __future__ import annotations

from collections import Counter

from claimcheck.attribution.cues import Cue, cues
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading, Unit
from claimcheck.attribution.rule import Draft, Rule
from claimcheck.attribution.sources import group_start, subject_before
from claimcheck.attribution.words import FINITE, listed, speaking_nouns
from claimcheck.model import Tag
from claimcheck.patterns import compiled
from claimcheck.records import replace

HEADLINE: Rule = Rule(
    "headline-colon",
    "A short name and a colon at the head of a text give what follows to the name.",
    ("Ana Haas: The bridge will stay closed.",),
    ("Weather: The north will have rain.", "Three things were missing: water, bread and salt."),
)
TRANSCRIPT: Rule = Rule(
    "transcript-label",
    "A name and a colon at the start of paragraph after paragraph give each paragraph to the name before it.",
    ("HAAS: The bridge is closed.\nDUARTE: Since when?\nHAAS: Since May.\nDUARTE: Nobody told me.",),
    ("NOTE: The bridge will stay closed.",),
)
BYLINE: Rule = Rule(
    "byline-after-dash",
    "A dash and a name after a quotation that fills its paragraph say whose it is.",
    ("“Nobody asked us about the bridge.” — Ana Haas",),
    ("“Nobody asked us” — that was the title.",),
)
CONTINUED: Rule = Rule(
    "quotation-goes-on",
    "A sentence or paragraph that is all quotation goes on with the last one quoted.",
    ("Haas said the bridge was closed. “Nobody asked us about it at all.”",),
    ("Haas left the hall. “Closed until further notice again” was on the door.",),
)
OPENED: Rule = Rule(
    "quotation-in-next-paragraph",
    "A cue and a colon at the end of a paragraph take the quotation in the next one.",
    ("Haas wrote:\n“Nobody asked us about the bridge.”",),
    ("Haas left at noon:\nThe bridge was closed.",),
)
INTRODUCED: Rule = Rule(
    "quotation-after-colon",
    "A quotation that a colon ties to a sentence about a person is that person's.",
    ("Haas had one message for the council: “We have no water.”",),
    ("There was one word on the door: “Closed.”",),
)
_STOPS = frozenset({".", "!", "?", "…", "”", '"'})
_DASHES = frozenset({"—", "–", "--", "―", "-"})
_LABEL = compiled(r"[\"“]?\s?((?:[A-Z][\w.'’-]{0,20}+\s?+){1,4}+)(?:\([^()\n]{1,40}+\)\s?)?:\s")
_SAY: Cue = next(cue for cue in cues() if cue.base == "say")


def all_quotation(reading: Reading, unit: Unit) -> range | None:
    """The unit's words when all of it stands in quotation marks, or None."""
    quoted = False
    for i in unit.words:
        if reading.is_word(i):
            if reading.quoted_by[i] < 0:
                return None
            quoted = True
    return unit.words if quoted else None


def find_transcript(reading: Reading) -> dict[int, Draft]:
    """The attributions of labelled paragraphs, by the number of their block; none when no two labels take turns."""
    text = reading.prose.text
    labelled = {}
    for number, block in enumerate(reading.prose.document.blocks):
        match = _LABEL.match(text, block.span.start, min(block.span.end, block.span.start + 90))
        if match and match[1].strip().lower() not in listed("labels"):
            labelled[number] = match
    counts = Counter(m[1].strip() for m in labelled.values())
    taking_turns = {label for label, n in counts.items() if n > 1}
    if len(taking_turns) < 2 or sum(counts[label] for label in taking_turns) < 4:
        return {}
    drafts: dict[int, Draft] = {}
    for number, match in labelled.items():
        if match[1].strip().isupper() or match[1].strip() in taking_turns:
            words = reading.tokens.within(reading.prose.document.blocks[number].span)
            colon = next(
                (i for i in words if reading.tokens.start[i] >= match.end(1) and reading.tokens.lower[i] == ":"), None
            )
            source = [
                i for i in words if reading.tokens.start[i] >= match.start(1) and reading.tokens.end[i] <= match.end(1)
            ]
            if colon is None or not source or colon + 1 >= words.stop:
                continue
            drafts[number] = Draft(
                TRANSCRIPT,
                _SAY,
                range(colon, colon + 1),
                (range(source[0], source[-1] + 1),),
                (range(colon + 1, words.stop),),
            )
    for number in sorted(drafts):  # paragraphs without a label, up to the next label, go on
        after = number + 1
        while after - number <= 4 and after not in drafts:
            after += 1
        unlabelled = range(number + 1, after) if after in drafts else range(0)
        pieces = [reading.tokens.within(reading.prose.document.blocks[between].span) for between in unlabelled]
        spoken = [words for words in pieces if words and reading.tokens.lower[words.start] != "("]
        whole = replace(drafts[number], content=(*drafts[number].content, *spoken))
        drafts.update(dict.fromkeys((number, *unlabelled), whole))
    return drafts


def find_introduced(reading: Reading, unit: Unit) -> Draft | None:
    """The attribution of a quotation after a colon to the subject of the sentence before it, or None."""
    tokens, words = reading.tokens, unit.words
    if ":" not in tokens.lower[words.start : words.stop]:
        return None
    colon = next((i for i in reversed(words) if tokens.lower[i] == ":" and reading.quoted_by[i] < 0), None)
    if colon is None or colon + 1 >= len(tokens.lower) or reading.quoted_by[colon + 1] < 0:
        return None
    quotation = reading.quotation_words[reading.quoted_by[colon + 1]]
    if colon + 1 >= words.stop:
        following = reading.units[unit.number + 1]
        if following.block - unit.block != 1 or quotation.start != following.words.start:
            return None
    if quotation.start != colon + 1 or len(quotation) < 6:
        return None
    nominal = _nominal_source(reading, words.start, colon)
    if nominal is not None:
        return Draft(INTRODUCED, _SAY, range(colon, colon + 1), (nominal,), (quotation,))
    for verb in range(colon - 1, words.start, -1):
        if tokens.tag[verb] in FINITE and reading.quoted_by[verb] < 0:
            group = group_start(reading, verb, words.start)
            subject = subject_before(reading, group, words.start)
            if subject is not None and tokens.lower[subject.start] not in ("who", "which", "that"):
                speaks = (
                    tokens.tag[subject.start] is Tag.NAME
                    or tokens.lower[subject.start] in ("he", "she", "they")
                    or tokens.lower[subject.stop - 1] in speaking_nouns()
                )
                cue = range(group, _verb_end(reading, verb, colon))
                return Draft(INTRODUCED, _SAY, cue, (subject,), (quotation,)) if speaks else None
    return None


def _verb_end(reading: Reading, verb: int, end: int) -> int:
    """Where the words of the verb end: "has just put | out a statement"."""
    tag = reading.tokens.tag
    stop = verb + 1
    while stop < end and tag[stop] in (Tag.ADVERB, Tag.NEGATION, Tag.PARTICIPLE, Tag.AUXILIARY):
        stop += 1
    while tag[stop - 1] in (Tag.ADVERB, Tag.NEGATION):
        stop -= 1
    return stop


def _nominal_source(reading: Reading, start: int, colon: int) -> range | None:
    """Whom words without a verb before a colon name: "More from Haas:", "Here is Haas in May:"."""
    tokens = reading.tokens
    lower, tag = tokens.lower, tokens.tag
    floor = next((k + 1 for k in range(colon - 1, start, -1) if lower[k] in _DASHES), start)
    if colon - floor > 12:
        return None
    here = lower[floor] in ("here", "this") and floor + 1 < colon and lower[floor + 1] in ("is", "'s")
    if here:
        floor += 2
    elif any(tag[k] in FINITE for k in range(floor, colon)):
        return None
    came = next((k + 1 for k in range(colon - 1, floor - 1, -1) if lower[k] in ("from", "by")), floor)
    phrase = phrase_after(reading, came, colon)
    if phrase is None or (came == floor and not here and phrase.stop < colon):
        return None
    if phrase.stop < colon and tag[phrase.stop] is not Tag.PREPOSITION and lower[phrase.stop] not in listed("time"):
        return None
    if any(lower[k] in listed("labels") for k in phrase) and came == floor:
        return None
    head = phrase.stop - 1
    return phrase if tag[head] is Tag.NAME or (came > floor and lower[head] in speaking_nouns()) else None


def find_follows(reading: Reading, unit: Unit) -> Draft | None:
    """The attribution of the next paragraph to what "reads as follows:", or None."""
    lower, words = reading.tokens.lower, unit.words
    if lower[words.stop - 3 : words.stop] != ("as", "follows", ":") or unit.number + 1 >= len(reading.units):
        return None
    following = reading.units[unit.number + 1]
    first = following.words.start
    source = phrase_after(reading, words.start, words.stop - 3)
    if following.block - unit.block != 1 or reading.quoted_by[first] < 0 or source is None:
        return None
    quotation = reading.quotation_words[reading.quoted_by[first]]
    return Draft(OPENED, _SAY, range(source.stop, words.stop - 1), (source,), (quotation,))


_ASKING = frozenset({"how", "what", "when", "where", "who", "why"})


def find_headline(reading: Reading, unit: Unit) -> Draft | None:
    """The attribution of a headline "Somebody: something", or None."""
    tokens = reading.tokens
    words = unit.words
    if unit.number or len(words) > 40:
        return None
    colon = next((i for i in words if tokens.lower[i] == ":" and reading.quoted_by[i] < 0), None)
    if colon is None or not 0 < colon - words.start <= 6 or words.stop - colon < 4:
        return None
    source = range(words.start, colon)
    if any(tokens.lower[i] in listed("labels") or tokens.tag[i] in (Tag.PUNCTUATION, Tag.NUMBER) for i in source):
        return None
    if not all(tokens.text[i][:1].isupper() or tokens.lower[i] in ("of", "the", "for", "'s", "and") for i in source):
        return None
    asked = tokens.lower[words.stop - 1] == "?" or tokens.lower[colon + 1] in _ASKING
    if asked and reading.quoted_by[colon + 1] < 0:  # "The inquiry: what we know so far"
        return None
    return Draft(HEADLINE, _SAY, range(colon, colon + 1), (source,), (range(colon + 1, words.stop),))


def _find_signature(reading: Reading, unit: Unit) -> Draft | None:
    """The attribution of a paragraph to the name that a dash sets behind its last full stop, or None."""
    tokens, words = reading.tokens, unit.words
    if _DASHES.isdisjoint(tokens.lower[max(0, words.stop - 8) : words.stop]):
        return None
    block = tokens.within(reading.prose.document.blocks[unit.block].span)
    dash = next(
        (k for k in range(words.stop - 2, max(block.start, words.stop - 9), -1) if tokens.lower[k] in _DASHES), None
    )
    if dash is None or words.stop != block.stop or dash - block.start < 6 or tokens.lower[dash - 1] not in _STOPS:
        return None
    name = range(dash + 1, words.stop)
    if not all(tokens.text[k][:1].isupper() or tokens.lower[k] in (",", ".", "of") for k in name):
        return None
    if tokens.tag[dash + 1] is not Tag.NAME:
        return None
    return Draft(BYLINE, _SAY, range(dash, dash + 1), (name,), (range(block.start, dash),))


def find_byline(reading: Reading, unit: Unit) -> Draft | None:
    """The attribution of a quotation with a dash and a name after it, or None."""
    tokens, words = reading.tokens, unit.words
    first = reading.quoted_by[words.start]
    if first < 0:
        return _find_signature(reading, unit)
    quotation = reading.quotation_words[first]
    dash = quotation.stop
    if (
        dash + 1 >= words.stop
        or quotation.start != words.start
        or tokens.lower[dash] not in _DASHES
        or tokens.tag[dash + 1] is not Tag.NAME
    ):
        return None
    phrase = phrase_after(reading, dash + 1, words.stop)
    if (
        phrase is None
        or words.stop - dash > 15
        or any(tokens.tag[i] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) for i in range(dash, words.stop))
    ):
        return None
    end = words.stop
    while end > phrase.stop and not reading.is_word(end - 1):
        end -= 1
    return Draft(BYLINE, _SAY, range(dash, dash + 1), (range(dash + 1, end),), (quotation,))
