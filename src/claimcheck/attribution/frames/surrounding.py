"""Content before a cue, or on both sides of it: “…,” she said; the road, he said, is open; …, said the mayor."""

from __future__ import annotations

from claimcheck.attribution.contents import clause_end, has_finite_verb, opens_clause, skip_setting
from claimcheck.attribution.cues import Form, Frame, cues_at
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.rule import Draft, Rule, Situation
from claimcheck.attribution.sources import with_appositions
from claimcheck.attribution.speech_tags import speaker_after
from claimcheck.attribution.words import FINITE, NOMINAL, listed
from claimcheck.model import Tag

BEFORE: Rule = Rule(
    "quotation-before-cue",
    "Words in quotation marks that a subject and its cue follow are the subject's.",
    ("“Nobody asked us about the bridge,” Haas said.", "“We left,” he told the court, “and never came back.”"),
    ("The sign said “closed,” and Haas left.",),
)
INVERTED: Rule = Rule(
    "inverted-cue",
    "A cue that stands before its source, after a quotation or a comma, takes what precedes it.",
    ("“Nobody asked us,” said Ana Duarte, the mayor of Orsk.", "The meeting went badly, said one delegate."),
    ("After the meeting, said to be the last, everybody left.",),
)
INSERTED: Rule = Rule(
    "inserted-cue",
    "A subject and its cue between commas, or after the last one, take the sentence around them.",
    ("The museum, he said, would open in May.", "The bridge would stay closed, the mayor said on Monday."),
    ("On Monday, the mayor said that the bridge was closed.",),
)
AS_SAID: Rule = Rule(
    "as-somebody-said",
    "“As the mayor said” takes the clause beside it.",
    ("As the mayor noted, the bridge was closed for a year.",),
    ("As the mayor spoke, the bridge fell.",),
)

# After "the road is open, he said," these words go on with what he said; other ways to go on may be the author's.
_GOES_ON = frozenset(["because", "since", "unless", "until"])
_RELATIVE = frozenset(["where", "which", "who"])


def find_surrounding(s: Situation) -> Draft | None:
    """The attribution whose content stands before or around the cue, or None."""
    if not s.cue.takes(Frame.QUOTE, Frame.INSERT) or s.passive or s.infinitive or s.gerund:
        return None
    return _inverted(s) or _as_said(s) or _subject_first(s)


def _left(s: Situation, comma: int) -> range | None:
    """The words of this sentence before the comma (or closing mark) that may be content."""
    reading = s.reading
    start = s.floor
    lower = reading.tokens.lower
    for k in range(comma - 1, start, -1):
        if lower[k] == ";" and reading.quoted_by[k] < 0:
            start = k + 1  # "She ran; | two men, she said, fell"
            break
    while start < comma and (
        lower[start] in ("and", "but", "so", "still", "yet", "however", "meanwhile", ",")
        and reading.quoted_by[start] < 0
        and lower[start + 1] != "far"
    ):
        start += 1
    for k in range(
        comma - 1, start, -1
    ):  # “He was angry: “Go home,” he said”: the words before the colon are the author's
        if lower[k] == ":" and reading.quoted_by[k] < 0 and k + 1 < comma and reading.quoted_by[k + 1] >= 0:
            start = k + 1
            break
    return range(start, comma) if start < comma else None


def _closes_quotation(s: Situation, at: int) -> bool:
    return (
        at >= s.floor
        and s.reading.quoted_by[at] >= 0
        and s.reading.quotation_words[s.reading.quoted_by[at]].stop == at + 1
    )


def _is_title(s: Situation, at: int) -> bool:
    """Whether the quotation that ends here names a work: “Morning Joe,”."""
    reading = s.reading
    words = reading.quotation_words[reading.quoted_by[at]]
    inside = [reading.tokens.text[i] for i in words if reading.is_word(i)]
    small = ("of", "the", "a", "and", "in", "on", "for", "to")
    return (
        words.start > s.floor
        and reading.is_word(words.start - 1)
        and len(inside) <= 6
        and all(w[:1].isupper() or w.lower() in small for w in inside)
    )


def _boundary(s: Situation, at: int) -> tuple[int, bool] | None:
    """For the token before subject or cue: where the content before it ends, and whether that is a quotation."""
    if at < s.floor:
        return None
    lower = s.reading.tokens.lower
    if _closes_quotation(s, at):
        if not _is_title(s, at):
            return at + 1, True
        return (at, False) if lower[at - 1] == "," else None
    if lower[at] in (",", "—", "–", "--") and at - 1 >= s.floor:
        return at, _closes_quotation(s, at - 1)
    return None


def _inverted(s: Situation) -> Draft | None:
    reading, tokens = s.reading, s.reading.tokens
    verb = tokens.tag[s.hit.words.start]
    if not (s.hit.forms & {Form.PAST, Form.THIRD} or verb is Tag.VERB) or (
        verb is Tag.NOUN and Form.PAST not in s.hit.forms
    ):
        return None
    if s.group == s.unit.words.start and s.cue.takes(Frame.QUOTE):  # "Said Haas: “…”"
        return _fronted(s)
    if s.subject is not None and _closes_quotation(s, s.subject.start - 1):
        comma = s.subject.stop + 1 == s.group and tokens.lower[s.subject.stop] == ","
        if s.subject.stop == s.group or comma:
            return None  # “…,” the director, who was there, told the paper
    bound = _boundary(s, s.group - 1)
    if bound is None:
        return None
    left_end, quoted = bound
    if not quoted and not s.cue.takes(Frame.INSERT):
        return None
    phrase = phrase_after(reading, s.after, s.end) or (speaker_after(reading, s.after, s.end) if quoted else None)
    if phrase is None or (tokens.lower[phrase.start] in ("him", "her", "them", "me", "us", "it", "that", "this")):
        return None
    if all(tokens.lower[k] in listed("time") for k in phrase):
        return None
    source = with_appositions(reading, phrase, s.end)
    tail = skip_setting(reading, source.stop, s.end)
    if tail < s.end and tokens.tag[tail] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) and not quoted:
        return None
    if tail < s.end and tokens.tag[tail] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) and tokens.lower[s.group - 1] == ",":
        return None
    left = _left(s, left_end)
    if left is None:
        return None
    if not quoted and not (_is_main(s, left) and _ends_there(s, tail)):
        return _split_by(s, INVERTED, source, left, tail)
    return Draft(INVERTED, s.cue, s.cue_words, (source,), (left, *_right(s, tail)))


def _split_by(s: Situation, rule: Rule, source: range, left: range, tail: int) -> Draft | None:
    """The clause that source and cue cut between its subject and its verb: "the dam, said Haas, was never safe"."""
    tokens = s.reading.tokens
    verb = tail + 1
    if verb >= s.end or tokens.lower[tail] != "," or has_finite_verb(s.reading, left.start, left.stop):
        return None
    while verb < s.end and tokens.tag[verb] is Tag.ADVERB:
        verb += 1
    if verb >= s.end or tokens.tag[verb] not in FINITE or tokens.tag[left.start] is Tag.PREPOSITION:
        return None
    content = (left, range(tail + 1, clause_end(s.reading, tail + 1, s.end)))
    return Draft(rule, s.cue, s.cue_words, (source,), content)


def _fronted(s: Situation) -> Draft | None:
    reading, lower = s.reading, s.reading.tokens.lower
    phrase = phrase_after(reading, s.after, s.end)
    if phrase is None:
        return None
    source = with_appositions(reading, phrase, s.end)
    i = source.stop
    if i + 1 < s.end and lower[i] in (":", ",") and reading.quoted_by[i + 1] >= 0:
        return Draft(INVERTED, s.cue, s.cue_words, (source,), (range(i + 1, s.end),))
    return None


def _ends_there(s: Situation, at: int) -> bool:
    """Whether nothing but a new phrase follows an inverted source."""
    return at >= s.end or s.reading.tokens.lower[at] in (",", ";", "—", "–", "who")


def _right(s: Situation, at: int) -> tuple[range, ...]:
    """Content that goes on after the cue: “A,” he said, “B”."""
    reading, lower, tag = s.reading, s.reading.tokens.lower, s.reading.tokens.tag
    i = at
    if i < s.end and lower[i] in (",", ":", ".", "—", ";"):
        i += 1
        if i < s.end and lower[i] in ("and", "but") and i + 1 < s.end and reading.quoted_by[i + 1] >= 0:
            i += 1
    if i == at or not (i < s.end and reading.quoted_by[i] >= 0):  # "he said during a rally in Orsk, “but …”"
        later = next((k for k in range(i, min(s.end, i + 25)) if reading.quoted_by[k] >= 0), None)
        if (
            later is not None
            and lower[later - 1] == ","
            and not any(tag[k] in FINITE or (tag[k] is Tag.GERUND and _is_cue(s, k)) for k in range(i, later))
        ):
            i = later
    if i < s.end and reading.quoted_by[i] >= 0 and reading.quotation_words[reading.quoted_by[i]].start == i:
        return (range(i, reading.quotation_words[reading.quoted_by[i]].stop),)
    return ()


def _is_cue(s: Situation, k: int) -> bool:
    return any(hit.cue.takes(Frame.QUOTE) for hit in cues_at(s.reading.tokens, k, s.end))


def _as_said(s: Situation) -> Draft | None:
    reading, lower = s.reading, s.reading.tokens.lower
    if s.subject is None or s.subject.start - 1 < s.floor or lower[s.subject.start - 1] not in ("as", "like"):
        return None
    opener = s.subject.start - 1
    tail = skip_setting(reading, s.after, s.end)
    bound = _boundary(s, opener - 1)
    if bound is not None and tail + 1 < s.end and lower[tail] in (",", ":") and reading.quoted_by[tail + 1] >= 0:
        return Draft(
            AS_SAID, s.cue, s.cue_words, (s.subject,), (range(tail + 1, clause_end(reading, tail + 1, s.end)),)
        )
    if bound is not None and (tail >= s.end or lower[tail] == ","):
        left = _left(s, bound[0])
        if left is not None and (bound[1] or has_finite_verb(reading, left.start, left.stop)):
            right = (range(tail + 1, s.end),) if tail + 1 < s.end else ()
            return Draft(AS_SAID, s.cue, s.cue_words, (s.subject,), (left, *right))
    starts = opener == s.floor or not reading.is_word(opener - 1) or lower[opener - 1] in ("but", "and")
    if starts and tail < s.end and lower[tail] in (",", ":"):
        start = tail + 1
        if start < s.end:
            stop = clause_end(reading, start, s.end)
            if lower[s.floor] in ("if", "when", "while", "although", "though") and opener <= s.floor + 2:
                stop = next((k for k in range(start, stop) if lower[k] == "," and reading.quoted_by[k] < 0), stop)
            return Draft(AS_SAID, s.cue, s.cue_words, (s.subject,), (range(start, stop),))
    return None


def _after_opener(s: Situation, tail: int) -> Draft | None:
    """The clause after "Still, she said, …", where nothing but a connective stands before."""
    reading, lower = s.reading, s.reading.tokens.lower
    if s.subject is None or not s.cue.takes(Frame.INSERT) or tail + 1 >= s.end or lower[tail] != ",":
        return None
    if reading.quoted_by[tail + 1] >= 0 or not has_finite_verb(reading, tail + 1, s.end):
        return None
    stop = clause_end(reading, tail + 1, s.end)
    return Draft(INSERTED, s.cue, s.cue_words, (s.subject,), (range(tail + 1, stop),))


def _only_setting(s: Situation, at: int) -> bool:
    """Whether what follows the cue up to the end can only tell when or how it was said: "…, he said as he left"."""
    lower, tag = s.reading.tokens.lower, s.reading.tokens.tag
    if lower[at] not in ("as", "while", "when", "in", "after", "before", "during", "at"):
        return False
    if any(lower[k] in (",", "that", ";") or s.reading.quoted_by[k] >= 0 for k in range(at, s.end)):
        return False
    clause = has_finite_verb(s.reading, at, s.end)
    if lower[at] in ("in", "during", "at"):
        return not clause and at + 1 < s.end and tag[at + 1] in (Tag.GERUND, Tag.DETERMINER, Tag.POSSESSIVE)
    return at + 1 < s.end and tag[at + 1] not in (Tag.PREPOSITION,)


def _begins_small(s: Situation, at: int) -> bool:
    """Whether a quotation that goes on with a sentence, and does not begin one, stands here."""
    text = s.reading.tokens.text
    return s.reading.quoted_by[at] >= 0 and at + 1 < s.end and text[at + 1][:1].islower()


def _is_main(s: Situation, left: range) -> bool:
    """Whether the words are a clause that can stand alone: not "when she came", but "when she came, he left"."""
    reading, lower, tag = s.reading, s.reading.tokens.lower, s.reading.tokens.tag
    start = left.start
    if (
        lower[start] in listed("openers")
        or lower[start] in ("according", "if")
        or tag[start] in (Tag.PREPOSITION, Tag.GERUND, Tag.PARTICIPLE)
    ):
        comma = next((k for k in range(start, left.stop) if lower[k] == "," and reading.quoted_by[k] < 0), None)
        if comma is None:
            return (
                tag[start] is Tag.PREPOSITION
                and sum(tag[k] in FINITE for k in left) > 0
                and not {"who", "which", "that"} & set(lower[start : left.stop])
            )
        if tag[start] is Tag.PREPOSITION and not FINITE.isdisjoint(tag[start:comma]):
            return True  # "Among the dead was Ana Duarte, a teacher"
        start = comma + 1
    relative, verb = False, -1  # whether a relative clause is open, and its own verb
    for k in range(start, left.stop):
        relative = lower[k] in ("who", "which", "whose") or (relative and lower[k] != ",")
        if not relative and (tag[k] in FINITE or _is_past(s, k, left.stop)):
            return True
        if relative and tag[k] in FINITE:
            if verb >= 0 and any(tag[m] in NOMINAL for m in range(verb, k)):
                return True  # "the men who vanished from a bar | were found"
            verb = k
    return False


def _is_past(s: Situation, k: int, end: int) -> bool:
    """Whether a participle can be a past tense: "her eyes widened with surprise"."""
    tag = s.reading.tokens.tag
    if tag[k] is not Tag.PARTICIPLE or k + 1 >= end or k == s.floor or s.reading.tokens.lower[k + 1] == "by":
        return False
    return tag[k - 1] in (Tag.NOUN, Tag.NAME, Tag.PRONOUN)


def _subject_first(s: Situation) -> Draft | None:
    reading, tokens = s.reading, s.reading.tokens
    lower = tokens.lower
    if s.subject is None or lower[s.subject.start] in ("who", "which", "that"):
        return None
    bound = _boundary(s, s.subject.start - 1)
    if bound is None:
        return None
    left_end, quoted = bound
    tail = skip_setting(reading, s.after, s.end)
    if s.cue.takes(Frame.ADDRESSEE) and s.after < s.end and reading.quoted_by[s.after] < 0:
        hearer = phrase_after(reading, s.after, s.end)
        if hearer is not None and not (
            hearer.stop < s.end and tokens.tag[hearer.stop] in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
        ):
            told = skip_setting(
                reading, with_appositions(reading, hearer, s.end).stop if quoted else hearer.stop, s.end
            )
            if told >= s.end or lower[told] == "," or reading.quoted_by[told] >= 0 or quoted:
                tail = told
    left = _left(s, left_end)
    if left is None:
        return _after_opener(s, tail)
    if quoted and tail < s.end and lower[tail] in ("of", "about", "with", "as"):
        tail = next(
            (k for k in range(tail, min(s.end, tail + 15)) if lower[k] in (",", ".") or reading.quoted_by[k] >= 0),
            s.end,
        )
    if quoted:
        whole = reading.quotation_words[reading.quoted_by[left_end - 1]].start <= left.start
        ended = lower[left_end - 2] in (",", "?", "!", ".", "…")
        free = tail >= s.end or lower[tail] in (",", ":", ";", "—", "–") or reading.quoted_by[tail] >= 0
        if not free and not (whole and ended) and (lower[tail] == "that" or opens_clause(reading, tail, s.end)):
            return None
        return Draft(BEFORE, s.cue, s.cue_words, (s.subject,), (left, *_right(s, tail)))
    if not s.cue.takes(Frame.INSERT):
        return None
    if tail + 1 < s.end and lower[tail] == "," and _begins_small(s, tail + 1):  # "When he came, she said, “we left”"
        return Draft(INSERTED, s.cue, s.cue_words, (s.subject,), (left, *_right(s, tail)))
    if tail >= s.end or lower[tail] == ";" or _only_setting(s, tail):
        return Draft(INSERTED, s.cue, s.cue_words, (s.subject,), (left,)) if _is_main(s, left) else None
    if lower[tail] == "," and tail + 1 < s.end and reading.quoted_by[tail + 1] < 0:
        also = lower[tail + 1] == "but" and lower[tail + 2 : tail + 3] in (("also",), ("rather",), ("not",))
        if (
            lower[tail + 1] not in _GOES_ON
            and not also
            and (
                tokens.tag[tail + 1] in (Tag.GERUND, Tag.CONJUNCTION)
                or lower[tail + 1] in listed("openers")
                or lower[tail + 1] in _RELATIVE
            )
        ):
            if _is_main(s, left):
                return Draft(INSERTED, s.cue, s.cue_words, (s.subject,), (left,))
            opened = lower[left.start] in listed("openers") and has_finite_verb(reading, tail + 1, s.end)
            fronted = not has_finite_verb(reading, left.start, left.stop) and lower[tail + 1] in listed("openers")
            if not opened and not fronted:
                return None
        sure = s.cue.takes(Frame.CLAUSE) and s.end - tail > 4
        if sure or has_finite_verb(reading, left.start, left.stop) or has_finite_verb(reading, tail + 1, s.end):
            stop = clause_end(reading, tail + 1, s.end)
            begun = _relative_left_open(s, left)
            if begun is not None:
                stop = next((k for k in range(tail + 1, stop) if lower[k] == "," and reading.quoted_by[k] < 0), stop)
            content = begun or _behind_colon(s, left), range(tail + 1, stop)
            return Draft(INSERTED, s.cue, s.cue_words, (s.subject,), content)
    return None


def _relative_left_open(s: Situation, left: range) -> range | None:
    """The "who" or "for which" that the words end in, whose clause alone is said: "Haas, who, they found, lied"."""
    tokens = s.reading.tokens
    last = left.stop - 1
    if last <= left.start or tokens.lower[last] not in _RELATIVE | {"whom"}:
        return None
    return range(last - (tokens.tag[last - 1] is Tag.PREPOSITION), left.stop)


def _behind_colon(s: Situation, left: range) -> range:
    """What waits for its verb behind a colon, where words do: "Experts doubt it: | the shells, they say, came ..."."""
    reading = s.reading
    colons = (k for k in reversed(left) if reading.tokens.lower[k] == ":" and reading.quoted_by[k] < 0)
    start = next(colons, left.start) + 1
    waits = left.start < start < left.stop and not has_finite_verb(reading, start, left.stop)
    return range(start, left.stop) if waits and has_finite_verb(reading, left.start, start) else left
