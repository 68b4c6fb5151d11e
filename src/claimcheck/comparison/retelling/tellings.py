"""The sentences of a text with what each says in other words, and whom its "she" or "the film" means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claimcheck.comparison.frames import Phrase
from claimcheck.comparison.names import fold
from claimcheck.comparison.retelling.meanings import asked, phrases_in, told
from claimcheck.comparison.verbs import Sentence, read_sentence
from claimcheck.comparison.words import Sort, Unit
from claimcheck.model import Tag
from claimcheck.records import NamedTuple

_BACK = 4  # sentences among which a pronoun has its noun
_REFERRING = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"})
_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_DEFINITE = frozenset({"the", "this", "that"})
_OFTEN = 0.6  # of the sentences that have the commonest name
_TWICE = 2


class Telling(NamedTuple):
    """One sentence of a text: as it is read, whom its pronouns may mean, and the marks of all that it says."""

    number: int
    sentence: Sentence
    subject: tuple[Phrase, ...]
    meant: tuple[Unit, ...]
    marks: frozenset[str]

    @property
    def units(self) -> tuple[Unit, ...]:
        return (*self.sentence.whole, *self.meant)

    @property
    def about(self) -> tuple[Unit, ...]:
        """What its subject names, or what that refers to."""
        units = self.sentence.units
        own = tuple(units[i] for phrase in self.subject for i in phrase.units)
        referring = any(units[p.head].tag is Tag.PRONOUN or refers(p, self) for p in self.subject)
        return (*own, *self.meant) if referring or not self.subject else own


def refers(phrase: Phrase, telling: Telling) -> bool:
    """Whether the phrase is "the film" or "this company", which a sentence before may name."""
    theirs = telling.sentence.units
    first, head = theirs[phrase.units.start], theirs[phrase.head]
    return bool(telling.meant) and first.text.lower() in _DEFINITE and not head.name


class Teller:
    """Reads the sentences of one text, each once and when it is asked for."""

    def __init__(self, sentences: Sequence[Sequence[Unit]]) -> None:
        self._sentences = sentences
        self.text = read_whole(sentences)
        self._read: dict[int, Sentence] = {}
        self._about: dict[int, tuple[Unit, ...]] = {}

    def telling(self, number: int) -> Telling:
        sentence, meant = self._sentence(number), self._meant(number)
        return Telling(number, sentence, subject_of(sentence), meant, marks_of((*sentence.whole, *meant)))

    def _sentence(self, number: int) -> Sentence:
        if number not in self._read:
            self._read[number] = read_sentence(self._sentences[number])
        return self._read[number]

    def _subject(self, number: int) -> tuple[Unit, ...]:
        """What the sentence is about: what its subject names, and what a pronoun there means."""
        if number not in self._about:
            sentence = self._sentence(number)
            units = [sentence.units[i] for phrase in subject_of(sentence) for i in phrase.units]
            own = tuple(u for u in units if u.name) or tuple(u for u in units if u.content)
            self._about[number] = own or self._meant(number)
        return self._about[number]

    def _meant(self, number: int) -> tuple[Unit, ...]:
        sentence = self._sentence(number)
        if number == 0:
            return ()
        if not any(unit.text.lower() in _REFERRING for unit in sentence.units):
            return self._subject(0) if self._of_its_kind(sentence) else ()
        person = any(unit.text.lower() in _PERSONAL for unit in sentence.units)
        for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
            found = self._subject(back)
            if found and (not person or all(unit.name for unit in found)):
                return found
        return self.text.topic if person else ()

    def _of_its_kind(self, sentence: Sentence) -> bool:
        """Whether the sentence is about "the film" where the text opens with "Orsk is a film"."""
        first = self._sentence(0)
        kinds = {
            mark
            for frame in first.frames
            if not frame.noun and first.units[frame.predicate].lemma == "be"
            for phrase in frame.patients or ()
            for mark in asked(first.units[phrase.head].lemma)
        }
        return any(
            sentence.units[phrase.units.start].text.lower() in _DEFINITE
            and not sentence.units[phrase.head].name
            and not kinds.isdisjoint(asked(sentence.units[phrase.head].lemma))
            for phrase in subject_of(sentence)
        )


def subject_of(sentence: Sentence) -> tuple[Phrase, ...]:
    """What the first verb that has any has for its subject."""
    verbs = (frame for frame in sentence.frames if not frame.noun)
    return next((found for frame in verbs if (found := frame.agents or frame.patients)), ())


def marks_of(units: Sequence[Unit]) -> frozenset[str]:
    """The marks of all that the units say, word by word and in phrases."""
    words = {mark for unit in units if unit.sort is Sort.WORD for mark in told(unit.lemma)}
    phrases = {mark for _, word in phrases_in(units) for mark in told(word)}
    return frozenset(words | phrases | {fold(unit.text) for unit in units if unit.name})


class Text(NamedTuple):
    """What a text as a whole tells of its names: those it is about, and in which full names each last word stands."""

    topic: tuple[Unit, ...]
    full: Mapping[str, frozenset[str]]


def read_whole(sentences: Sequence[Sequence[Unit]]) -> Text:
    return Text(_topic(sentences), _full(sentences))


def _topic(sentences: Sequence[Sequence[Unit]]) -> tuple[Unit, ...]:
    """The names that nearly as many sentences have as have the commonest."""
    named = [{unit.key: unit for unit in units if unit.name and len(unit.text) > _TWICE} for units in sentences]
    counts = Counter(key for names in named for key in names)
    most = max(counts.values(), default=0)
    known = {key: unit for names in named for key, unit in names.items()}
    return tuple(known[key] for key, count in counts.items() if count >= max(_TWICE, _OFTEN * most))


def _full(sentences: Sequence[Sequence[Unit]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for units in sentences:
        name: list[Unit] = []
        for unit, behind in zip(units, (*units[1:], None), strict=True):
            name = [*name, unit] if unit.name else []
            if name and (unit.closed or behind is None or not behind.name):
                if len(name) > 1:
                    found[unit.key] = found.get(unit.key, frozenset()) | {" ".join(u.text for u in name)}
                name = []
    return found
