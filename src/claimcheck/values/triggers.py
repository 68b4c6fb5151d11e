"""Words and phrases that tell what happened to people: killed, the execution of, in custody."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Outcome, Sentence, Tokens
from claimcheck.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


class Form:
    """What a word of outcome can be in its sentence, as bits: flags of the standard library are slow to ask."""

    BASE: Final = 1 << 0
    PAST: Final = 1 << 1
    ING: Final = 1 << 2
    ALONE: Final = 1 << 3
    STATE: Final = 1 << 4
    ACT: Final = 1 << 5
    TALLY: Final = 1 << 6
    PHRASE: Final = 1 << 7


_FORMS = {
    "base": Form.BASE,
    "past": Form.PAST,
    "ing": Form.ING,
    "alone": Form.ALONE,
    "state": Form.STATE,
    "act": Form.ACT,
    "tally": Form.TALLY,
    "phrases": Form.PHRASE,
}
OBJECT = Form.BASE | Form.PAST | Form.ING


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase of outcome; `stop` is the index after its last token."""

    start: int
    stop: int
    outcome: Outcome
    form: int  # bits of Form


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Outcome, int], ...]]:
    """Every word and phrase of outcome by its first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Outcome, int]]] = {}
    for name, entry in load("outcomes").items():
        outcome = Outcome(name)
        forms: dict[str, int] = {}
        for key, form in _FORMS.items():
            for phrase in entry.get(key, ()):
                forms[phrase] = forms.get(phrase, 0) | form
        for phrase, form in forms.items():
            split = tuple(phrase.split())
            table.setdefault(split[0], []).append((split, outcome, form))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}


@cache
def phrasal_frames() -> tuple[tuple[frozenset[str], tuple[tuple[str, ...], ...], Outcome], ...]:
    return tuple(
        (frozenset(frame["verbs"]), tuple(tuple(rest.split()) for rest in frame["rest"]), Outcome(name))
        for name, entry in load("outcomes").items()
        for frame in entry.get("phrasal", ())
    )


@cache
def outcome_words() -> frozenset[str]:
    """The first words of all outcomes: where they follow a noun, its phrase is over."""
    rests = (rest[0] for _, rests, _ in phrasal_frames() for rest in rests)
    return frozenset((*_phrases(), *rests)) - {"in", "into", "as", "no", "have"}


@cache
def tally_words() -> frozenset[str]:
    """Nouns that count victims by themselves: deaths, arrests."""
    return frozenset(
        word for word, rows in _phrases().items() for split, _, form in rows if len(split) == 1 and form & Form.TALLY
    )


def find_triggers(tokens: Tokens, sentence: Sentence) -> tuple[Trigger, ...]:
    """The words of outcome in the sentence, in order; none overlap."""
    found: list[Trigger] = []
    table, stop = _phrases(), sentence.words.start
    if table.keys().isdisjoint(tokens.lower[stop : sentence.words.stop]):
        return ()
    for i in sentence.words:
        rows = table.get(tokens.lower[i])
        if rows is None or i < stop:
            continue
        for split, outcome, form in rows:
            if len(split) == 1 or tokens.lower[i : i + len(split)] == split:
                stop = i + len(split)
                found.append(Trigger(i, stop, outcome, form))
                break
    return tuple(found)
