"""From sentences to atomic claims, each with its kind."""

from __future__ import annotations

import bisect
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from claimcheck.claims.antecedents import find_antecedents
from claimcheck.claims.atom import Atom
from claimcheck.claims.checkworthiness import checkworthiness
from claimcheck.claims.chunks import Row, Words
from claimcheck.claims.identity import Identities
from claimcheck.claims.kinds import classify
from claimcheck.claims.official import told_by, untold
from claimcheck.claims.reading import readable
from claimcheck.claims.splitting import Telling, split
from claimcheck.claims.voices import Voice, Voices
from claimcheck.model import (
    Attribution,
    BlockKind,
    Claim,
    Duration,
    Kind,
    Official,
    Period,
    Prose,
    Sentence,
    Tag,
    Tokens,
    Value,
)
from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T", str, float)


_PLACE = attrgetter("start", "stop")
_LABEL = 8  # tokens
_QUESTION_WORDS = frozenset({"how", "what", "when", "where", "whether", "which", "who", "why"})
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})


def find_claims(prose: Prose, values: tuple[Value, ...], attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    """The claims of the text in order, without evidence yet."""
    maker, voices = _Maker(prose, values, attributions), Voices(prose, attributions)
    claims = []
    for number, told in _tellings(prose, maker.valued, voices):
        claims.append(maker.claim(number, told))
    for spans in untold(prose, values, claims):
        words = tuple(prose.tokens.within(span) for span in spans)
        claims.append(maker.claim(prose.sentence_at(spans[0].start), _Told(None, words)))
    return tuple(sorted(claims, key=lambda claim: claim.sentence))


class _Told(NamedTuple):
    """An assertion and who makes it."""

    voice: int | None  # an attribution; None for the author
    words: Words
    own: bool = False  # only the author's report of what the voice says
    aside: bool = False
    content: Words = ()  # the words without "Ana Duarte said", where that is told with them


class _Valued:
    """The values of each sentence, with the words that a claim must hold to tell them; read a sentence at a time."""

    def __init__(self, prose: Prose, values: tuple[Value, ...]) -> None:
        self._prose, self._values = prose, values
        starts = [value.span.start for value in values]
        firsts = [bisect.bisect_left(starts, sentence.span.start) for sentence in prose.sentences]
        self._firsts = array("i", (0, *firsts[1:], len(values)))  # the index of each sentence's first value
        self._at, self._found = -1, list[tuple[Value, frozenset[int]]]()

    def of(self, sentence: int) -> Sequence[tuple[Value, frozenset[int]]]:
        if sentence != self._at:
            here = self._values[self._firsts[sentence] : self._firsts[sentence + 1]]
            self._at, self._found = sentence, [(value, self._words(value)) for value in here]
        return self._found

    def _words(self, value: Value) -> frozenset[int]:
        return frozenset(i for span in told_by(value) for i in self._prose.tokens.touching(span))


class _Maker:
    """Makes claims of the words that tell them, each with its values, kind and name."""

    def __init__(self, prose: Prose, values: tuple[Value, ...], attributions: tuple[Attribution, ...]) -> None:
        self.prose, self.attributions, self.identities = prose, attributions, Identities()
        self.antecedents = find_antecedents(prose, values, attributions)
        self._shared: dict[Any, Any] = {}
        self.valued = _Valued(prose, values)

    def claim(self, sentence: int, assertion: _Told) -> Claim:
        prose, tokens = self.prose, self.prose.tokens
        voice, told, content = assertion.voice, assertion.words, assertion.content
        said = None if voice is None else self.attributions[voice]
        stretches = _in_order(told)
        spans = tuple([tokens.span(stretch) for stretch in stretches])
        inside: tuple[Value, ...] = ()
        if valued := self.valued.of(sentence):
            held = {*chain(*told)}
            inside = tuple([v for v, words in valued if held.issuperset(words)])
        atom = Atom(prose, sentence, stretches, inside, said)
        kind, why = classify(atom)
        if assertion.own and kind is not Kind.OPINION:
            voice = said = None
        text, filled = readable(prose, told, self.antecedents)
        told_alone = readable(prose, content, self.antecedents)[0] if content else ""
        speaker = said.speaker.name if said and said.speaker else None
        stands = [tokens.span(stretch) for stretch in _in_order(content)] if content else spans
        ident = self.identities.of(" ".join([prose.text[start:end] for start, end in stands]), speaker)
        worth, why = self._share(checkworthiness(atom, kind)), self._share(why)
        return Claim(ident, kind, text, spans, sentence, inside, voice, worth, filled, kind_why=why, content=told_alone)

    def _share(self, value: T) -> T:
        """The first of the values that are equal to it: many claims have the same, and none needs its own."""
        shared: T = self._shared.setdefault(value, value)
        return shared


def _in_order(told: Words) -> Words:
    """The stretches in the order of the text."""
    return told if len(told) == 1 else tuple(sorted(told, key=_PLACE))


def _tellings(prose: Prose, valued: _Valued, voices: Voices) -> Iterator[tuple[int, _Told]]:
    """Every assertion with its sentence, in order."""
    tokens = prose.tokens
    titles: set[str] = set()
    named: set[str] = set()
    unread: list[Words] = []  # what has been told since the names in it were last asked for
    for number, sentence in enumerate(prose.sentences):
        if not _asserts(prose, sentence):
            continue
        here = valued.of(number)
        if _only_dates(tokens, sentence, here):
            continue
        dated = frozenset([i for v, words in here if isinstance(v, Period | Duration) for i in words])
        offices = frozenset(
            [i for v, _ in here if isinstance(v, Official) and v.role_span for i in tokens.within(v.role_span)]
        )
        sayings: list[Telling] = []
        found: list[_Told] = []
        for voice in voices.of(sentence):
            row = voice.row
            if row is None or not (dated.isdisjoint(voice.words) and offices.isdisjoint(voice.words)):
                row = Row(tokens, voice.words, dated - voice.inset, offices, voice.inset)
            for telling in split(row, saying=voice.saying, reported=voice.attribution is not None):
                held = telling.tokens
                if not telling.aside and _only_says(voices, voice, held, here):
                    sayings.append(telling)
                    continue
                owner = voice.of(held)
                if owner is not None and owner != voice.attribution and not voices.tells(owner, held, voice.quoted):
                    owner = voice.attribution
                if owner != voice.attribution and not voice.inset.isdisjoint(held):
                    continue  # "the man said he was ill": that he was ill is told already
                if telling.aside:
                    title = " ".join([tokens.lower[i] for stretch in telling.words for i in stretch])
                    if title in titles:
                        continue
                    titles.add(title)
                unread.append(telling.words)
                own = owner is not None and owner != voice.attribution and voices.reports(owner, held)
                found.append(_Told(owner, telling.words, own, telling.aside))
        if sayings:
            named |= _names(tokens, chain(*chain(*unread)))
            unread.clear()
        for saying in sayings:  # told only where nothing else names the speaker
            held = saying.tokens
            names = _names(tokens, held)
            counted = not dated.isdisjoint(held)
            counted |= any(tokens.tag[i] is Tag.NUMBER and tokens.lower[i] != "one" for i in held)
            if (counted or not names <= named) and voices.says(held):
                named |= names
                _tell_saying(tokens, saying, voices.said_in(held), found)
        for told in found:
            yield number, told


def _only_dates(tokens: Tokens, sentence: Sentence, here: Sequence[tuple[Value, frozenset[int]]]) -> bool:
    """Whether the sentence is a date and nothing else: "3 February 2021." before what happened then."""
    told = {i for i in sentence.words if tokens.text[i][0].isalnum()}
    return any(isinstance(value, Period) and words.issuperset(told) for value, words in here)


def _only_says(
    voices: Voices, voice: Voice, held: frozenset[int], here: Sequence[tuple[Value, frozenset[int]]]
) -> bool:
    """Whether the words tell no more than that somebody says something, and hold no value."""
    if voices.only_says(held):
        return True
    if not voice.saying:
        return False
    return voices.only_frames(held) or (
        voices.only_reports(held) and not any(held.issuperset(words) for _, words in here)
    )


def _tell_saying(tokens: Tokens, saying: Telling, said: int | None, found: list[_Told]) -> None:
    """Adds "the mayor of Orsk said" to the first assertion that he makes; alone where his words are not reported."""
    for n, told in enumerate(found):
        if said is not None and told.voice == said and not told.aside:
            words = sorted({*saying.tokens, *(i for stretch in told.words for i in stretch)})
            begins = min(saying.tokens)
            if words[0] < begins and tokens.text[begins - 1] == ",":
                words = sorted({*words, begins - 1})  # "the mine was shut, the mayor said"
            found[n] = told._replace(words=_stretches(tokens, words), content=told.words)
            return
    found.append(_Told(None, saying.words))


def _stretches(tokens: Tokens, words: list[int]) -> tuple[range, ...]:
    """The words as ranges; a comma between two of them is kept."""
    ranges: list[range] = []
    for i in words:
        last = ranges[-1] if ranges else range(-9, -9)
        if i == last.stop or (i == last.stop + 1 and tokens.text[last.stop] == ","):
            ranges[-1] = range(last.start, i + 1)
        else:
            ranges.append(range(i, i + 1))
    return tuple(ranges)


def _names(tokens: Tokens, words: Iterable[int]) -> set[str]:
    lower, tag = tokens.lower, tokens.tag
    return {lower[i] for i in words if tag[i] is Tag.NAME or (tag[i] is Tag.NUMBER and lower[i] != "one")}


def _asserts(prose: Prose, sentence: Sentence) -> bool:
    """Whether the sentence can hold a claim.

    A dateline holds none, a heading only with a finite verb and no question ("Orsk: what we know"); a short
    line of its own without a verb or a full stop is a label ("For immediate release").
    """
    tokens, block = prose.tokens, prose.document.blocks[sentence.block]
    if block.kind is BlockKind.DATELINE:
        return False
    finite = not _FINITE.isdisjoint(tokens.tag[sentence.words.start : sentence.words.stop])
    if block.kind is BlockKind.HEADING:
        lower = tokens.lower[sentence.words.start : sentence.words.stop]
        asks = lower[-1] == "?" or any(
            lower[i] in _QUESTION_WORDS and lower[i - 1] == ":" for i in range(1, len(lower))
        )
        return finite and not asks and lower[0] not in _QUESTION_WORDS
    label = len(prose.document.blocks) > 1 and len(sentence.words) <= _LABEL and block.span == sentence.span
    return finite or not label or any(tokens.tag[i] is Tag.PARTICIPLE for i in sentence.words)
