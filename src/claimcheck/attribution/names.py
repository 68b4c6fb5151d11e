"""The names and descriptions of people and bodies in a document."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cache

from claimcheck.attribution.reading import Reading
from claimcheck.attribution.sources import phrase_after
from claimcheck.attribution.words import FINITE, GENITIVE, listed
from claimcheck.grammar.inflection import singular
from claimcheck.lexicon import load
from claimcheck.model import Speaker, SpeakerType, Tag

_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "dos", "el", "ibn", "la", "le", "van", "von"})
_JOINS = frozenset({"of", "for", "at", "in", "and", "from", "on", "with"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name where it is the subject of a sentence."""

    words: range
    unit: int


def head_part(reading: Reading, words: range) -> range:
    """The phrase without its appositions: up to the first comma, bracket or relative pronoun."""
    lower = reading.tokens.lower
    for i in words:
        if i > words.start and (lower[i] in (",", "(", "who", "which", "that", "whose")):
            return range(words.start, i)
    return words


def name_in(reading: Reading, words: range) -> range | None:
    """The personal name in a phrase, titles left out; None where it holds none."""
    tokens = reading.tokens
    head = head_part(reading, words)
    best: range | None = None
    at = _head_at(reading, head)
    if tokens.tag[at] is not Tag.NAME:
        return None
    i = head.start
    while i < head.stop:
        if tokens.tag[i] is not Tag.NAME:
            i += 1
            continue
        stop = i + 1
        while stop < head.stop and (
            tokens.tag[stop] is Tag.NAME or (tokens.lower[stop] in _PARTICLES and stop + 1 < head.stop)
        ):
            stop += 1
        possessor = stop < head.stop and tokens.lower[stop] in GENITIVE
        joined = i > head.start and tokens.lower[i - 1] in _JOINS
        if not possessor and not joined:
            run = _without_titles(reading, range(i, stop))
            if run is not None:
                best = run
        i = stop
    return best


def _without_titles(reading: Reading, run: range) -> range | None:
    lower = reading.tokens.lower
    start = run.start
    for i in run:
        if lower[i] in listed("titles"):
            start = i + 1
    return range(start, run.stop) if start < run.stop else None


def type_of(reading: Reading, words: range) -> SpeakerType:
    """What kind of source the phrase names."""
    tokens = reading.tokens
    head = head_part(reading, words)
    lower = [tokens.lower[i] for i in head]
    last = _head_word(reading, head)
    noun, plural = singular(last), singular(last) != last
    named = any(tokens.tag[i] is Tag.NAME for i in head)
    if len(head) < 3 and last.isalpha() and len(last) > 2 and tokens.text[head.stop - 1].isupper():
        return SpeakerType.ORGANISATION
    if _hidden(reading, words):
        return SpeakerType.ANONYMOUS
    if tokens.tag[_head_at(reading, head)] is Tag.NAME and "and" not in lower:
        if (
            last in listed("bodies")
            or _is_country(last)
            or (last.isalpha() and tokens.text[_head_at(reading, head)].isupper() and len(last) > 1)
        ):
            return SpeakerType.ORGANISATION
        if name_in(reading, words) is not None:
            body = any(word in listed("bodies") and word not in listed("titles") for word in lower)
            return SpeakerType.ORGANISATION if body and "of" in lower else SpeakerType.PERSON
        return SpeakerType.ORGANISATION if last not in listed("titles") else SpeakerType.PERSON
    if noun in listed("documents"):
        return SpeakerType.DOCUMENT
    if noun in listed("bodies") and not plural:
        return SpeakerType.ORGANISATION
    if "and" in lower or plural or (noun in ("people", "person") and last == "people"):
        bare = not named and lower[0] not in ("the", "these", "those", "both", "his", "her", "their", "its")
        if noun in listed("unnamed") and bare:
            return SpeakerType.ANONYMOUS
        return SpeakerType.GROUP
    if lower[0] in ("a", "an", "one", "another", "some", "many", "most", "others", "several") and not named:
        return SpeakerType.ANONYMOUS
    return SpeakerType.PERSON


def _hidden(reading: Reading, words: range) -> bool:
    """Whether the writer says that a name is kept back."""
    lower = reading.tokens.lower[words.start : words.stop]
    return any(word in ("anonymity", "anonymous", "anonymously", "unnamed", "unidentified") for word in lower) or (
        "not" in lower and any(word in ("named", "identified") for word in lower)
    )


def _head_at(reading: Reading, head: range) -> int:
    """The index of the phrase's head: the last noun or name before a preposition."""
    tokens = reading.tokens
    at = head.start
    for i in head:
        if (
            i > head.start
            and tokens.tag[i] is Tag.PREPOSITION
            and tokens.tag[at] in (Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN)
        ):
            break
        if tokens.tag[i] in (Tag.NOUN, Tag.NAME, Tag.PRONOUN) or (
            tokens.tag[i] is Tag.NUMBER and tokens.tag[at] is not Tag.NAME
        ):
            at = i
    return at


def _head_word(reading: Reading, head: range) -> str:
    return reading.tokens.lower[_head_at(reading, head)]


def _is_country(word: str) -> bool:
    return word in _countries()


@cache
def _countries() -> frozenset[str]:
    countries = load("countries")
    found = countries.keys() if isinstance(countries, dict) else countries
    return frozenset(str(name).lower() for name in found)


def described_as(reading: Reading, words: range) -> str:
    """The phrase itself, without its appositions and the article that begins it."""
    head = reading.tight(head_part(reading, words))
    if not head:
        head = words
    return reading.span(head).of(reading.prose.text)


class Names:
    """The people that a document names, and where they are the subjects of its sentences."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._full: dict[str, list[str]] = {}  # last name, lower case -> fuller names, in the order of the text
        self._titles: list[tuple[str, str, int]] = []  # a title's last word, the name after it, where
        self._groups: dict[str, list[tuple[int, str]]] = {}  # the head of a plural description -> descriptions
        self._subjects: list[Mention] = []
        self._collect()
        self._starts = [m.words.start for m in self._subjects]

    def _collect(self) -> None:
        reading = self._reading
        tokens = reading.tokens
        for unit in reading.units:
            i = unit.words.start
            while i < unit.words.stop:
                if tokens.tag[i] is not Tag.NAME:
                    i += 1
                    continue
                stop = i
                while stop < unit.words.stop and tokens.tag[stop] is Tag.NAME:
                    stop += 1
                self._add(range(i, stop))
                i = stop
            self._add_subject(unit.number, unit.words)

    def _add(self, run: range) -> None:
        reading = self._reading
        tokens = reading.tokens
        name = _without_titles(reading, run)
        if name is None:
            return
        last = tokens.lower[name.stop - 1]
        if last in listed("bodies") or _is_country(last):
            return
        text = reading.span(name).of(reading.prose.text)
        if len(name) > 1 and len(name) < 6:
            fuller = self._full.setdefault(last, [])
            if text not in fuller:
                fuller.append(text)
        if name.start > run.start:
            self._titles.append((tokens.lower[name.start - 1], text, name.start))
        comma = run.stop
        if len(name) > 1 and comma + 1 < len(tokens.lower) and tokens.lower[comma] == ",":
            phrase = phrase_after(reading, comma + 1, min(len(tokens.lower), comma + 14))
            if phrase is not None and tokens.tag[phrase.start] is not Tag.PRONOUN:
                self._titles.append((_head_word(reading, phrase), text, name.start))

    def _add_subject(self, unit: int, words: range) -> None:
        """The sentence's subject, when it is a person's name."""
        tokens = self._reading.tokens
        phrase = None
        for i in words:
            if tokens.tag[i] in FINITE:
                break
            if tokens.tag[i] is Tag.NAME and phrase is None and self._reading.quoted_by[i] < 0:
                before = tokens.lower[i - 1] if i > words.start else ""
                if before not in _JOINS and before not in ("'s", "to", "by", "against", "the"):
                    found = phrase_after(self._reading, i, words.stop)
                    if (
                        found is not None
                        and name_in(self._reading, found) is not None
                        and type_of(self._reading, found) is SpeakerType.PERSON
                    ):
                        genitive = found.stop < words.stop and tokens.lower[found.stop] in GENITIVE
                        phrase = None if genitive or any(tokens.lower[k] in GENITIVE for k in found) else found
        if phrase is not None:
            self._subjects.append(Mention(phrase, unit))

    def person_before(self, at: int, unit: int, reach: int) -> Mention | None:
        """The last sentence before the token, no further off than `reach`, that has a person as its subject."""
        n = bisect.bisect_left(self._starts, at) - 1
        if n < 0 or unit - self._subjects[n].unit > reach:
            return None
        return self._subjects[n]

    def fullest(self, name: range) -> Speaker:
        """The fullest form of the name that the document has."""
        reading = self._reading
        text = reading.span(name).of(reading.prose.text)
        if len(name) > 1:
            return Speaker(text, SpeakerType.PERSON)
        fuller = self._full.get(reading.tokens.lower[name.start], [])
        if len(fuller) == 1:
            return Speaker(fuller[0], SpeakerType.PERSON, "the full name for a short one")
        return Speaker(text, SpeakerType.PERSON, certain=not fuller)

    def person_described(self, words: range) -> Speaker | None:
        """Whom "the minister" means, when the document gives just one person that office."""
        reading = self._reading
        head = head_part(reading, words)
        if reading.tokens.lower[head.start] not in ("the", "this", "that"):
            return None
        noun = _head_word(reading, head)
        bearers = {name for title, name, at in self._titles if title == noun and at < words.start}
        fuller = {name for name in bearers if " " in name} or bearers
        if len(fuller) != 1:
            return None
        name = next(iter(fuller))
        return Speaker(name, SpeakerType.PERSON, "who bears the title", certain=len(bearers) == 1)

    def group_described(self, words: range) -> str | None:
        """The longest earlier description with the same head: "the experts" of the human rights council."""
        reading = self._reading
        head = head_part(reading, words)
        noun = _head_word(reading, head)
        text = described_as(reading, words)
        earlier = [known for at, known in self._groups.get(noun, []) if at < words.start]
        self._groups.setdefault(noun, []).append((words.start, text))
        longest = max(earlier, key=len, default=None)
        return longest if longest is not None and len(longest) > len(text) else None
