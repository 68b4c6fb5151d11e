"""What a word says besides itself: other forms of its stem, words that mean the same, and words that it implies.

Looser than `kinship`: a novella is a book, and who was beheaded was killed. Never the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.comparison.kinship import is_doer, stem
from claimcheck.comparison.names import fold
from claimcheck.comparison.outcomes import PLAIN_DEATHS, death_step, outcome_of
from claimcheck.comparison.words import Unit, sense_of
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases


@cache
def asked(lemma: str) -> frozenset[str]:
    """The marks of which a text must have one to say the word."""
    found = {sense_of(lemma), _family(lemma), *(f"+{group}" for group in _groups().get(lemma, ()))}
    country = _belonging().get(lemma)
    if country:
        found.add(f"@{country}")
    step = death_step(lemma)
    if step is not None:
        found.add(f"death {step}" if step < PLAIN_DEATHS else f"death by {lemma}")
    elif (outcome := outcome_of(lemma)) is not None:
        found.add(f"outcome {outcome}")
    return frozenset(found)


@cache
def told(lemma: str) -> frozenset[str]:
    """The marks of all that the word says: its own, and those of whatever it implies."""
    found: set[str] = set()
    waiting = [lemma]
    seen = {lemma}
    while waiting:
        word = waiting.pop()
        found |= asked(word)
        found |= {f"death {less}" for less in range(death_step(word) or 0)}
        more = [general for general in _implied().get(word, ()) if general not in seen]
        seen.update(more)
        waiting += more
    return frozenset(found)


def phrases_in(units: Sequence[Unit]) -> list[tuple[range, str]]:
    """The phrases in a row of units that say what one word does, with that word."""
    words = [unit.lemma or unit.text.lower() for unit in units]
    return [(where, _phrases()[" ".join(words[i] for i in where)]) for where in _finder().all(words)]


_ENDINGS = (
    "ically",
    "ical",
    "ician",
    "icians",
    "ian",
    "ians",
    "ic",
    "ics",
    "ous",
    "ously",
    "ful",
    "ship",
    "hood",
    "y",
    "ies",
    "able",
    "ance",
    "ence",
    "ant",
    "ent",
    "ary",
    "ory",
)


@cache
def _family(word: str) -> str:
    """A mark that words of one stem share which mean the same sort of thing; a word alone in its family has its own."""
    if word in _alone():
        return f"~~{word}"
    root = stem(word)
    for ending in _ENDINGS:
        if root.endswith(ending) and len(root) - len(ending) >= 4:
            root = root[: -len(ending)]
            break
    return f"~{root}{'er' if is_doer(word) else ''}"


@cache
def _alone() -> frozenset[str]:
    return frozenset(load("paraphrases")["no_kin"])


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    """For each word the groups of paraphrases it belongs to, each by its first word."""
    found: dict[str, tuple[str, ...]] = {}
    for group in load("paraphrases")["same"]:
        for word in group:
            found[word] = (*found.get(word, ()), group[0])
    return found


@cache
def _implied() -> dict[str, tuple[str, ...]]:
    """For each word the more general ones."""
    found: dict[str, tuple[str, ...]] = {}
    for general, special in load("paraphrases")["implied_by"].items():
        for word in special:
            found[word] = (*found.get(word, ()), general)
    return found


@cache
def _phrases() -> dict[str, str]:
    return {phrase: word for word, phrases in load("paraphrases")["phrases"].items() for phrase in phrases}


@cache
def _finder() -> Phrases:
    return Phrases(_phrases())


@cache
def _belonging() -> dict[str, str]:
    """For a country and what belongs to it the country."""
    return {fold(word): fold(country) for country, words in load("countries").items() for word in (country, *words)}
