"""What "he", "the massacre" and "that year" stand for, where a document leaves no doubt; else nothing is said."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.model import Attribution, Mode, Official, Period, Prose, Sentence, Span, SpeakerType, Tag, Tokens, Value
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple
from claimcheck.values.counted import is_person
from claimcheck.values.mentions import GENDER, Mention, mentions, name_runs, title_before

_YEAR = compiled(r"1\d{3}|20\d\d")
_DESCRIBING = frozenset({",", "as", "became", "been", "being", "is", "was"})  # before what somebody named is
_STANDING = frozenset({"he", "she"})
_GOES_ON = frozenset({Tag.RELATIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.POSSESSIVE, Tag.GERUND, Tag.PARTICIPLE})


class Antecedent(NamedTuple):
    """The words (token indices) that stand for something, and where the document names it."""

    words: range
    named: Span


def find_antecedents(
    prose: Prose, values: Iterable[Value], attributions: Iterable[Attribution]
) -> Mapping[int, Antecedent]:
    """The antecedents, by the first token of the words that stand for them; none inside quotations."""
    values = tuple(values)
    quoted = bytearray(len(prose.tokens.start))  # 1 for each token that is
    for attribution in attributions:
        if attribution.mode is not Mode.INDIRECT:
            for words in map(prose.tokens.within, attribution.content):
                quoted[words.start : words.stop] = b"\1" * len(words)
    known = _known_people(prose.tokens, values, attributions)
    found = itertools.chain(_people(prose, known), _things(prose), _years(prose, values))
    return {a.words.start: a for a in found if not quoted[a.words.start]}


def _known_people(tokens: Tokens, values: Iterable[Value], attributions: Iterable[Attribution]) -> set[str]:
    """The last words of names that an office or a statement shows to be a person's."""
    spans = [v.person_span for v in values if isinstance(v, Official) and v.person_span]
    for attribution in attributions:
        if attribution.speaker and attribution.speaker.type is SpeakerType.PERSON:
            spans += attribution.source
    return {tokens.lower[run.stop - 1] for span in spans for run in name_runs(tokens, tokens.within(span))}


def _people(prose: Prose, known: set[str]) -> Iterator[Antecedent]:
    """ "He" and "she", where the sentence before and the words before name one person only."""
    tokens = prose.tokens
    gender: dict[str, str] = {}
    spoken: Mention | None = None
    spoken_at = -1
    for number, sentence in enumerate(prose.sentences):
        lower = tokens.lower[sentence.words.start : sentence.words.stop]
        if _STANDING.isdisjoint(lower) or "you" in lower:  # a name may be the one spoken to
            continue
        before: list[Mention] = []
        if number and prose.sentences[number - 1].block == sentence.block:
            before = mentions(tokens, prose.sentences[number - 1].words, known)
            if not before and spoken and spoken_at == number - 1:
                before = [spoken]
        here = mentions(tokens, sentence.words, known)
        kin = number > 0 and _names_kin(tokens, prose.sentences[number - 1].words)
        for i, word in zip(sentence.words, lower, strict=True):
            if word not in _STANDING:
                continue
            if _names_another(tokens, range(sentence.words.start, i)) or (before and kin):
                continue
            near = [*before, *[person for person in here if person.words.start < i]]
            people = {person.key: person for person in reversed(near)}
            if len(people) != 1:
                continue
            (person,) = people.values()
            certain = any(person.certain for person in near)
            if certain and gender.setdefault(person.key, GENDER.get(title_before(tokens, person.words), word)) == word:
                spoken, spoken_at = person, number
                yield Antecedent(range(i, i + 1), tokens.span(person.words))


def _names_another(tokens: Tokens, words: range) -> bool:
    """Whether the words bring in somebody without a name: "a senior officer", "her father's", not "was an officer"."""
    return any(
        tokens.lower[i] in ("a", "an", "another", "her", "his", "their")
        and (i == words.start or tokens.lower[i - 1] not in _DESCRIBING)
        and is_person(_head_after(tokens, i, words.stop))
        for i in words
    )


def _names_kin(tokens: Tokens, words: range) -> bool:
    """Whether the words bring in somebody of whoever is named: "her son", of whom "he" may be told."""
    return any(
        tokens.lower[i] in ("her", "his", "their") and is_person(_head_after(tokens, i, words.stop)) for i in words
    )


def _head_after(tokens: Tokens, article: int, stop: int) -> str:
    """The last noun of the phrase that the article opens; empty where it ends in a name."""
    i = article + 1
    while i < stop and tokens.tag[i] in (Tag.ADJECTIVE, Tag.NOUN):
        i += 1
    named = i < stop and tokens.tag[i] is Tag.NAME
    return "" if named or tokens.tag[i - 1] is not Tag.NOUN else tokens.lower[i - 1]


def _things(prose: Prose) -> Iterator[Antecedent]:
    """ "The massacre", where the document has named one by place or year, and only one."""
    tokens = prose.tokens
    named: dict[str, dict[str, range]] = defaultdict(dict)
    for sentence in prose.sentences:
        for words in _definite(tokens, sentence):
            head = tokens.lower[words.stop - 1]
            if len(words) > 2:
                if any(tokens.tag[i] in (Tag.NAME, Tag.NUMBER) for i in words[1:-1]):
                    named[head].setdefault(" ".join(tokens.lower[i] for i in words), words)
                else:
                    named[head].setdefault("", words)  # "the second massacre": there is more than one
            elif len(named[head]) == 1 and "" not in named[head]:
                (fuller,) = named[head].values()
                yield Antecedent(words, tokens.span(fuller))


def _definite(tokens: Tokens, sentence: Sentence) -> Iterator[range]:
    """Noun phrases that begin with "the" and that nothing after them narrows."""
    inside = (Tag.ADJECTIVE, Tag.NUMBER, Tag.NAME, Tag.NOUN)
    start, stop = sentence.words.start, sentence.words.stop
    for i, word in enumerate(tokens.lower[start:stop], start):
        if word != "the":
            continue
        end = i + 1
        while end < stop and tokens.tag[end] in inside:
            end += 1
        if end - i < 2 or tokens.tag[end - 1] is not Tag.NOUN:
            continue
        narrowed = end < stop and (tokens.tag[end] in _GOES_ON or tokens.lower[end] in ("of", "in", "on", "that", "'s"))
        if not narrowed or end - i > 2:
            yield range(i, end)


def _years(prose: Prose, values: Iterable[Value]) -> Iterator[Antecedent]:
    """ "In that year", where the sentence before gives one year."""
    tokens = prose.tokens
    years: dict[int, set[Span]] = defaultdict(set)
    for value in values:
        if isinstance(value, Period) and _YEAR.fullmatch(value.span.of(prose.text)):
            years[prose.sentence_at(value.span.start)].add(value.span)
    for number, (before, sentence) in enumerate(itertools.pairwise(prose.sentences), start=1):
        if before.block != sentence.block or len(years[number - 1]) != 1 or years[number]:
            continue
        (year,) = years[number - 1]
        for i in sentence.words[:-2]:
            if tokens.lower[i : i + 3] == ("in", "that", "year"):
                yield Antecedent(range(i + 1, i + 3), year)
