"""The name behind each source: short names, pronouns and descriptions led back to the fullest name in the document.

A source that could be two people, or somebody too far away, is left open: no name is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.grammar import singular
from claimcheck.lexicon import load
from claimcheck.model import (
    Attribution,
    Mode,
    Official,
    Prose,
    Span,
    Speaker,
    SpeakerType,
    Stance,
    Tag,
    Tenure,
    Tokens,
    Value,
)
from claimcheck.records import dataclass, replace
from claimcheck.values.counted import is_person
from claimcheck.values.mentions import Mention, mentions, title_before
from claimcheck.values.names import Name, name_after, name_before
from claimcheck.values.persons import fullest_names

_NEAR = 3  # sentences that a pronoun reaches back over
_STOPS = frozenset({",", "(", ";", ":", "—", "–", "--", "who", "which", "whose", "that"})
_JOINS = frozenset({"of", "for", "in", "at", "on", "from", "with", "to", "by", "near", "close", "under", "about"})
_SINGULAR = frozenset({"he", "she", "his", "her"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_PLURAL = frozenset({"they", "their"})
_THINGS = frozenset({"it", "its"})
_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "several", "many", "other", "two", "three", "four", "five"}
)
_OTHER_OFFICE = frozenset({"former", "ex", "late", "deputy", "vice", "acting", "assistant", "shadow"})
_VERBS = (Tag.VERB, Tag.AUXILIARY, Tag.MODAL)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class _Source:
    """The words of a source that say who it is."""

    words: tuple[int, ...]  # tokens of its first noun phrase, before any apposition or relative clause
    head: int | None  # the noun or name that it is about
    name: Name | None  # the person's name in it
    several: bool  # "the mayor and her deputy"


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody who has spoken: where, and by what nouns they were called."""

    speaker: Speaker
    sentence: int
    nouns: frozenset[str]
    words: frozenset[str]  # these nouns, and what told more of them
    start: int  # where its words stand
    pronoun: str = ""  # by which the source goes on to speak of itself: "testified that she saw"


def name_speakers(
    prose: Prose, attributions: tuple[Attribution, ...], values: Sequence[Value] = ()
) -> tuple[Attribution, ...]:
    """The attributions, in their order, each with its speaker as far as the document says who it is."""
    officials = [value for value in values if isinstance(value, Official) and value.role_span]
    sources = [_read(prose, said.source) for said in attributions]
    fullest = fullest_names(prose, [source.name for source in sources if source.name])
    known: list[_Known] = []
    named: list[Attribution] = []
    for said, source in zip(attributions, sources, strict=True):
        speaker = _speaker(prose, said.source, source, fullest, known, officials)
        if speaker is not None and named and _answers_himself(prose, said, speaker, named[-1]):
            speaker = None
        if speaker is not None and said.source:
            known.append(_heard(prose, said, speaker, _own_pronoun(prose, said)))
        named.append(replace(said, speaker=speaker))
    return tuple(named)


def _answers_himself(prose: Prose, said: Attribution, speaker: Speaker, before: Attribution) -> bool:
    """Whether "he replied" would be who has just asked: "“Are you ill?” Ana asked Jan. “Yes,” he replied"."""
    asked = before.stance is Stance.ASKS and before.speaker is not None and before.speaker.name == speaker.name
    verb = said.cue[-1].of(prose.text).lower() if said.cue else ""
    who = said.source[0].of(prose.text).lower() if said.source else ""
    return asked and verb in ("replied", "replies", "answered", "answers") and who in _SINGULAR


def name_nested(
    prose: Prose, outermost: tuple[Attribution, ...], nested: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The nested attributions with their speakers, known from those around and before them."""
    sources = [_read(prose, said.source) for said in nested]
    around = [_read(prose, said.source).name for said in outermost]
    names = [name for name in (*around, *(source.name for source in sources)) if name]
    fullest = fullest_names(prose, names)
    known = [_heard(prose, said, said.speaker) for said in outermost if said.speaker is not None and said.source]
    named = []
    for said, source in zip(nested, sources, strict=True):
        at = prose.sentence_at(said.cue[0].start) if said.cue else 0
        before = [k for k in known if k.sentence <= at]
        named.append(replace(said, speaker=_speaker(prose, said.source, source, fullest, before)))
    return tuple(named)


def _read(prose: Prose, spans: tuple[Span, ...]) -> _Source:
    tokens = prose.tokens
    inside = tokens.within(spans[0]) if spans else range(0)
    if len(inside) == 1 and tokens.lower[inside.start] in _RELATIVE:  # "Ana Duarte, who said": the name before it
        at = inside.start
        floor = prose.sentences[prose.sentence_at(tokens.start[at])].words.start
        stop = at - 1 if at > floor and tokens.lower[at - 1] == "," else at
        name = name_before(tokens, stop, floor) if tokens.lower[at] != "which" else None
        return _Source(tuple(inside), None, name, several=False) if name else _antecedent(prose, stop, floor)
    end = inside.start
    while end < inside.stop and (tokens.lower[end] not in _STOPS or (end == inside.start)):
        end += 1
    words = tuple(range(inside.start, end))
    stop = next((i for i in words[1:] if tokens.lower[i] in _JOINS), end)
    head = next((i for i in range(stop - 1, inside.start - 1, -1) if tokens.tag[i] in (Tag.NOUN, Tag.NAME)), None)
    several = any(tokens.lower[i] == "and" for i in words)
    body = stop + 1 < end and tokens.lower[stop] == "of" and tokens.tag[stop + 1] is Tag.NAME  # "Families of Marn"
    body = body or any(tokens.tag[i] is Tag.NAME and tokens.lower[i] == "the" for i in words)  # "Save the Children"
    person = head is not None and tokens.tag[head] is Tag.NAME and not several and not body
    name = name_before(tokens, stop, inside.start) if person else None
    if name is None and words and not several and _is_one_person(tokens, words, head):
        name = _apposed_name(tokens, range(end, inside.stop))
    return _Source(words, head, name, several)


def _is_one_person(tokens: Tokens, words: tuple[int, ...], head: int | None) -> bool:
    """Whether the words are for one person: "his lawyer", "one of them"."""
    if tokens.lower[words[0]] == "one":
        return True
    if head is None or tokens.tag[head] is not Tag.NOUN:
        return False
    return is_person(tokens.lower[head]) and singular(tokens.lower[head]) == tokens.lower[head]


def _apposed_name(tokens: Tokens, rest: range) -> Name | None:
    """The name that stands alone between commas: "his lawyer, Joost Brandt, ..."."""
    if not rest or tokens.lower[rest.start] != ",":
        return None
    ends = {",", "from", "of"}
    stop = next((i for i in rest[1:] if tokens.lower[i] in ends), rest.stop)  # "Jan Lind of the union"
    name = name_after(tokens, rest.start + 1, stop)
    return name if name is not None and name[1] == stop else None


def _antecedent(prose: Prose, stop: int, floor: int) -> _Source:
    """The nouns right before "which": "the union, which said"; "the Institute for Safety, which said"."""
    tokens = prose.tokens
    start, head = stop, stop - 1
    while start > floor and (tokens.tag[start - 1] in _IN_NOUNS or _names_on(tokens, start - 1)):
        start -= 1
        if tokens.lower[start] in ("of", "for"):
            head = start - 1
    named = start < stop and tokens.tag[head] in (Tag.NOUN, Tag.NAME)
    return _Source(tuple(range(start, stop)), head, None, several=False) if named else _Source((), None, None, False)


_IN_NOUNS = (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER, Tag.DETERMINER)


def _names_on(tokens: Tokens, i: int) -> bool:
    """Whether "of" or "for" stands within the name of a body: "Institute for Safety"."""
    return tokens.lower[i] in ("of", "for") and tokens.tag[i + 1] is Tag.NAME is tokens.tag[i - 1]


def _heard(prose: Prose, said: Attribution, speaker: Speaker, pronoun: str = "") -> _Known:
    """What the source was called, in the whole of its words: "Ana Duarte, the mayor" was called "mayor" too.

    A noun that only tells more of a person, as "police" of a police spokeswoman, is nothing that she was called.
    """
    tokens = prose.tokens
    at = [i for span in said.source for i in tokens.within(span) if tokens.tag[i] in _CALLING]
    nouns = (i for i in at if tokens.tag[i] is not Tag.ADJECTIVE and not _tells_more(tokens, i))
    start = said.source[0].start
    return _Known(
        speaker,
        prose.sentence_at(start),
        frozenset(singular(tokens.lower[i]) for i in nouns),
        frozenset(singular(tokens.lower[i]) for i in at),
        start,
        pronoun,
    )


_CALLING = (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)


def _tells_more(tokens: Tokens, i: int) -> bool:
    behind = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else ""
    return is_person(singular(behind)) and not is_person(singular(tokens.lower[i]))


def _speaker(
    prose: Prose,
    spans: Sequence[Span],
    source: _Source,
    fullest: dict[Name, str],
    known: Sequence[_Known],
    officials: Sequence[Official] = (),
) -> Speaker | None:
    """Tries the rules from the surest to the least sure."""
    if not source.words:
        return None
    tokens = prose.tokens
    first = tokens.lower[source.words[0]]
    at = prose.sentence_at(tokens.start[source.words[0]])
    if len(source.words) == 1 and tokens.tag[source.words[0]] in (Tag.PRONOUN, Tag.POSSESSIVE):
        if first in _PLURAL | _THINGS and (other := _other_subject(prose, first, source.words[0], at, known)):
            return other
        return _of_pronoun(first, source.words[0], at, known, prose, officials)
    if len(source.words) == 1 and first in _RELATIVE:
        return Speaker(fullest[source.name], SpeakerType.PERSON, f"relative “{first}”") if source.name else None
    kind = _kind(prose, spans, source)
    if kind is SpeakerType.PERSON and source.name:
        name = fullest[source.name]
        short = prose.tokens.span(range(*source.name)).of(prose.text)
        return Speaker(name, kind, "as named" if name == short else "short name")
    if kind is SpeakerType.ANONYMOUS:
        return Speaker(_words(prose, source), kind, "not named")
    has_name = any(tokens.tag[i] is Tag.NAME for i in source.words[1 if first in _DEFINITE else 0 :])
    if first in _DEFINITE and not has_name and not source.several:
        described = _of_description(prose, source, known) or _of_office(prose, source, officials)
        if described is not None:
            return described
    return Speaker(_words(prose, source), kind, "as named" if has_name else "as described")


def _words(prose: Prose, source: _Source) -> str:
    """The source's own words, without an article before a name and without the "'s" behind."""
    words = list(source.words)
    tokens = prose.tokens
    if len(words) > 1 and tokens.lower[words[0]] in ("the", "a", "an"):
        words = words[1:]
    if len(words) > 1 and tokens.lower[words[-1]] in ("'s", "'"):
        words = words[:-1]
    return " ".join(Span(tokens.start[words[0]], tokens.end[words[-1]]).of(prose.text).split())


def _kind(prose: Prose, spans: Sequence[Span], source: _Source) -> SpeakerType:
    tokens, lists = prose.tokens, _lists()
    head = tokens.lower[source.head] if source.head is not None else ""
    one = singular(head)
    whole = {tokens.lower[i] for span in spans for i in tokens.within(span)}
    if whole & lists["unnamed"] or {"not", "named"} <= whole:
        return SpeakerType.ANONYMOUS
    if source.several:
        return SpeakerType.GROUP
    names = any(tokens.tag[i] is Tag.NAME for i in source.words)
    if one in lists["documents"] or head in lists["documents"]:
        return SpeakerType.DOCUMENT
    if one in lists["organisations"] or (source.head is not None and _is_acronym(tokens.text[source.head])):
        return SpeakerType.ORGANISATION
    if source.name:
        return SpeakerType.PERSON
    if one in lists["anonymous"] and not names and tokens.lower[source.words[0]] not in _DEFINITE:
        return SpeakerType.ANONYMOUS
    if not names and tokens.lower[source.words[0]] in _INDEFINITE:
        return SpeakerType.ANONYMOUS
    if one != head:
        return SpeakerType.GROUP
    if source.head is not None and tokens.tag[source.head] is Tag.NAME:
        return SpeakerType.ORGANISATION
    return SpeakerType.PERSON


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isupper()


def _of_pronoun(
    pronoun: str, i: int, at: int, known: Sequence[_Known], prose: Prose, officials: Sequence[Official]
) -> Speaker | None:
    """The last one who spoke and whom the pronoun fits, if that was near and nobody else could be meant."""
    if pronoun in _SINGULAR:
        fits = {SpeakerType.PERSON}
    elif pronoun in _PLURAL:
        fits = {SpeakerType.GROUP, SpeakerType.ORGANISATION}
    elif pronoun in _THINGS:
        fits = {SpeakerType.DOCUMENT, SpeakerType.ORGANISATION}
    else:
        return None  # "we" and "I" are the author's, "who" has its antecedent before it
    near = [k for k in known if at - k.sentence <= _NEAR and (k.speaker.type in fits or _may_be(k, pronoun))]
    if pronoun in _SINGULAR:
        other = _other_gender(pronoun)
        unfit = {
            k.speaker.name
            for k in near
            if k.speaker.rule in map(_by_pronoun, other) or k.pronoun in other or _is_of_other_gender(k, pronoun)
        }
        near = [k for k in near if k.speaker.name not in unfit]
        if not near or near[-1].sentence < at - 1:
            named = _named_before(prose, i, at, officials)
            if {m.key for m in named} - {near[-1].speaker.name.split()[-1].lower() if near else ""}:
                return _the_one_named(pronoun, named, prose, at, certain=not near)
            described = _described_before(prose, at, pronoun)
            if described is not None and not (near and described[1] in near[-1].nouns):
                return Speaker(described[0], SpeakerType.PERSON, _by_pronoun(pronoun), certain=False)
    if not near:
        return None
    last = near[-1].speaker
    if near[-1].sentence < at and last.rule == "as named" and _meant_before(pronoun, near[-1], prose):
        return None
    others = {k.speaker.name for k in near if k.sentence >= near[-1].sentence - 1} - {last.name}
    certain = not others and near[-1].sentence >= at - 1
    return replace(last, rule=_by_pronoun(pronoun), certain=certain)


def _other_subject(prose: Prose, pronoun: str, i: int, at: int, known: Sequence[_Known]) -> Speaker | None:
    """Whom the sentence is about up to the pronoun, or else the one before, where it is not the last one who spoke.

    "The army denied it. Experts dispute that: the shells, they say, ..." is what the experts say.
    """
    tokens = prose.tokens
    for sentence in (at, at - 1):
        spans = _subject(prose, sentence, i) if sentence >= 0 else ()
        source = _read(prose, spans)
        if source.head is None or source.several or (source.name and not is_person(tokens.lower[source.head])):
            continue
        kind, head = _kind(prose, spans, source), tokens.lower[source.head]
        if (singular(head) != head) != (pronoun in _PLURAL):
            continue
        if is_person(head) if pronoun in _PLURAL else kind in (SpeakerType.ORGANISATION, SpeakerType.DOCUMENT):
            speaker = _speaker(prose, spans, replace(source, name=None), {}, known)
            last = max(known, key=lambda k: k.start, default=None)
            if speaker is None or (last and last.speaker.name == speaker.name):
                return None
            return replace(speaker, rule=_by_pronoun(pronoun), certain=False)
    return None


def _subject(prose: Prose, sentence: int, stop: int) -> tuple[Span, ...]:
    """The words that the sentence begins with, up to its verb or a participle; an adverbial with its comma left out."""
    tokens = prose.tokens
    words = prose.sentences[sentence].words
    ends = (*_VERBS, Tag.PARTICIPLE)
    verb = next((k for k in range(words.start, min(words.stop, stop)) if tokens.tag[k] in ends), words.start)
    start = words.start
    if tokens.tag[start] in (Tag.PREPOSITION, Tag.ADVERB):
        start = next((k + 1 for k in range(start, verb) if tokens.lower[k] == ","), verb)
    return (tokens.span(range(start, verb)),) if start < verb else ()


def _is_of_other_gender(known: _Known, pronoun: str) -> bool:
    """Whether the pronoun is another's than whoever has no name but is called "my mother" or "a spokesman"."""
    head = known.speaker.name.rsplit(" ", 1)[-1].lower()
    described = known.speaker.rule in ("as described", "not named") or head in _lists()["she"] | _lists()["he"]
    if not described:
        return False
    women = any(noun in _lists()["she"] or noun.endswith("woman") for noun in known.nouns)
    men = any(
        noun in _lists()["he"] or (noun.endswith("man") and not noun.endswith("woman") and is_person(noun))
        for noun in known.nouns
    )
    return women != men and women != (pronoun in _same_gender("she"))


def _may_be(known: _Known, pronoun: str) -> bool:
    """Whether somebody who is not named is one person: "He" after "A boy who hid there said"."""
    words = known.speaker.name.lower().split()
    noun = words[next((n for n, word in enumerate(words) if word in _JOINS), len(words)) - 1]
    one = is_person(noun) and singular(noun) == noun
    return pronoun in _SINGULAR and known.speaker.type is SpeakerType.ANONYMOUS and one


def _own_pronoun(prose: Prose, said: Attribution) -> str:
    """The "he" or "she" that begins what is said in other words, which is mostly the source."""
    tokens = prose.tokens
    words = tokens.within(said.content[0]) if said.content and said.mode is Mode.INDIRECT else range(0)
    opening = next((tokens.lower[i] for i in words[:2] if tokens.lower[i] != "that"), "")
    owner = {tokens.lower[i] for span in said.source[:1] for i in tokens.within(span)[:1]}
    if opening not in _SINGULAR or not owner.isdisjoint(_same_gender(opening)):
        return ""  # "His widow says he": he is not the widow
    return opening


def _described_before(prose: Prose, at: int, pronoun: str) -> tuple[str, str] | None:
    """Who the sentence before begins with, in its words and by the noun: "The accused"; "his widow", but for "he"."""
    tokens = prose.tokens
    words = prose.sentences[at - 1].words if at else range(0)
    if not words or tokens.lower[words.start] not in _DEFINITE - _same_gender(pronoun):
        return None
    head = words.start + 1
    while head < words.stop and tokens.tag[head] is Tag.ADJECTIVE:
        head += 1
    after = tokens.tag[head + 1] if head + 1 < words.stop else None
    if after not in _VERBS and not (after is Tag.PUNCTUATION and tokens.lower[head + 1] == ","):
        return None
    source = _Source(tuple(range(words.start, head + 1)), head, None, several=False)
    one = _is_one_person(tokens, source.words, head)
    return (_words(prose, source), singular(tokens.lower[head])) if one else None


def _by_pronoun(pronoun: str) -> str:
    """The name of the rule."""
    return f"pronoun “{pronoun}”"


def _other_gender(pronoun: str) -> frozenset[str]:
    return next(words for words in _SAME if pronoun not in words)


def _named_before(prose: Prose, i: int, at: int, officials: Sequence[Official]) -> list[Mention]:
    """The people who are named, beyond doubt, in the sentence before or ahead of the word, though they said nothing."""
    tokens, first = prose.tokens, prose.sentences[max(at - 1, 0)].words.start
    words = range(first, i)
    offices = {o.person.split()[-1].lower() for o in officials if first <= _first_word(prose, o) < i}
    return [m for m in mentions(tokens, words, offices) if m.certain or _goes_by(tokens, m, words)]


def _first_word(prose: Prose, official: Official) -> int:
    return prose.tokens.within(official.span).start


def _goes_by(tokens: Tokens, mention: Mention, words: range) -> bool:
    """Whether a name of two words opens the sentence and "her" or "his" follows: "Fatima Nur lost her husband"."""
    after = tokens.lower[mention.words.stop : words.stop]
    return mention.words.start == words.start and len(mention.words) > 1 and ("her" in after) != ("his" in after)


def _the_one_named(pronoun: str, named: Sequence[Mention], prose: Prose, at: int, *, certain: bool) -> Speaker | None:
    """The person, where the names are one person's and the pronoun fits."""
    tokens = prose.tokens
    fullest = max(named, key=lambda m: len(m.words))
    since = tokens.lower[fullest.words.stop : prose.sentences[at].words.start]
    unfit = _other_gender(pronoun)
    if len({m.key for m in named}) > 1 or title_before(tokens, fullest.words) in unfit or not unfit.isdisjoint(since):
        return None
    name = " ".join(tokens.span(fullest.words).of(prose.text).split())
    return Speaker(name, SpeakerType.PERSON, _by_pronoun(pronoun), certain=certain)


_SAME = (frozenset({"he", "his", "him", "mr", "sir"}), frozenset({"she", "her", "hers", "mrs", "ms", "miss", "lady"}))


def _same_gender(pronoun: str) -> frozenset[str]:
    return next((words for words in _SAME if pronoun in words), frozenset[str]())


def _meant_before(pronoun: str, known: _Known, prose: Prose) -> bool:
    """Whether the sentence that names the speaker speaks of another by the same pronoun first: "her novel; Moss …"."""
    tokens = prose.tokens
    same = _same_gender(pronoun)
    first = prose.sentences[known.sentence].words.start
    return any(tokens.lower[i] in same for i in tokens.within(Span(tokens.start[first], known.start)))


def _of_description(prose: Prose, source: _Source, known: Sequence[_Known]) -> Speaker | None:
    """The one speaker so far who was called by the same noun: "the minister" for "Ana Duarte, the minister"."""
    if source.head is None:
        return None
    tokens = prose.tokens
    noun = singular(tokens.lower[source.head])
    more = {
        singular(tokens.lower[i])
        for i in source.words
        if i < source.head and tokens.tag[i] in _CALLING and not tokens.lower[i][0].isdigit()  # "46-year-old"
    }
    unfit = SpeakerType.PERSON if noun != tokens.lower[source.head] else SpeakerType.GROUP
    called = [
        k
        for k in known
        if noun in k.nouns and k.words >= more >= k.words & _OTHER_OFFICE and k.speaker.type is not unfit
    ]
    meant = {k.speaker.name: k.speaker for k in called}
    if len(meant) != 1:
        return None
    (speaker,) = meant.values()
    return replace(speaker, rule=f"description “{_words(prose, source)}”", certain=True)


def _of_office(prose: Prose, source: _Source, officials: Sequence[Official]) -> Speaker | None:
    """The one person named so far in the office that is meant: "the secretary" after "Defense Secretary Ana Duarte"."""
    tokens = prose.tokens
    if source.head is None:
        return None
    telling = (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)
    called = [tokens.lower[i] for i in source.words if tokens.tag[i] in telling]
    start = tokens.start[source.words[0]]
    meant = {
        official.person
        for official in officials
        if official.span.end <= start
        and official.tenure not in (Tenure.FORMER, Tenure.DECEASED)
        and _is_called(official, called, tokens.lower[source.head])
    }
    if len(meant) != 1:
        return None
    (person,) = meant
    return Speaker(person, SpeakerType.PERSON, f"description “{_words(prose, source)}”")


def _is_called(official: Official, words: Sequence[str], head: str) -> bool:
    """Whether the office ends in that noun, what depends on it left out, and has the other words too."""
    role = official.role.lower().split()
    stop = next((n for n, word in enumerate(role) if word in _JOINS), len(role))
    if not stop or role[stop - 1] != head:
        return False
    told = {*role, *(official.organisation or "").lower().split(), *(official.place or "").lower().split()}
    return told.issuperset(words) and told.intersection(_OTHER_OFFICE) <= set(words)


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("speakers").items()}
