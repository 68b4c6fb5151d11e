"""Wishes, demands, advice, praise and blame, slogans and questions: what no evidence could settle."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.atom import Atom
from claimcheck.claims.demands import FIRST_PERSON, find_demand, past_adverbs
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.quantity import states_number
from claimcheck.claims.wording import Wording, main_clause
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Kind, Period, Stance, Tag
from claimcheck.records import NamedTuple

QUESTION = "a question"


class _Lexicon(NamedTuple):
    adjectives: frozenset[str]
    not_judging: frozenset[str]
    nouns: Phrases
    linking: frozenset[str]
    between: frozenset[str]
    thinking: Phrases
    feelings: frozenset[str]
    views: Phrases
    vows: Phrases
    telling: frozenset[str]  # words of which every opinion but a question or a demand has one


@cache
def _lexicon() -> _Lexicon:
    demands, evaluative = load("demands"), load("evaluative")
    adjectives, nouns = frozenset(evaluative["adjectives"]), Phrases(evaluative["nouns"])
    views, vows = Phrases(evaluative["views"]), Phrases(demands["vows"])
    return _Lexicon(
        adjectives,
        frozenset(evaluative["not_judging"]),
        nouns,
        frozenset(evaluative["linking"]),
        frozenset(evaluative["between"]),
        Phrases((*evaluative["thinking"], *demands["promises"])),
        frozenset(evaluative["feelings"]),
        views,
        vows,
        adjectives | nouns.telling | views.telling | vows.telling | FIRST_PERSON,
    )


def recognise(atom: Atom) -> str | None:
    """Why the claim is an opinion: a question, a demand, a promise, a feeling or a judgement of value."""
    if _asks(atom) or _in_question(atom):
        return QUESTION
    if found := find_demand(atom):
        return found
    if _lexicon().telling.isdisjoint(atom.lower):
        return None
    if any(isinstance(value, Period) or states_number(value) for value in atom.values):
        return None  # it can be counted or dated, however the writer feels about it
    main = main_clause(atom)
    return _view(atom.lower) or _mind(main) or _judgement(main)


def _asks(atom: Atom) -> bool:
    lower = atom.lower
    if "?" not in lower[-3:]:
        return False
    marks = [n for n, tag in enumerate(atom.tag) if tag is Tag.QUOTE]
    quoted = lower[-1] != "?" and bool(marks) and 0 < marks[0] < len(lower) - 2
    return not quoted  # She asked: "Where is he?"


def _in_question(atom: Atom) -> bool:
    """Whether the claim ends where the question mark of its sentence stands, in words that somebody speaks."""
    if atom.attribution is None or atom.attribution.stance is Stance.ASKS:
        return False
    lower, after = atom.prose.tokens.lower, atom.stretches[-1].stop if atom.stretches else 0
    return after < len(lower) and lower[after] == "?"


def _view(words: tuple[str, ...]) -> str | None:
    lexicon = _lexicon()
    if found := lexicon.views.within(words):
        return f"view: {found}"
    if "until" in words and (found := lexicon.vows.within(words)):
        return f"vow: {found} … until"
    return None


def _mind(main: Wording) -> str | None:
    """What "I" or "we" think, feel or promise."""
    lexicon, words = _lexicon(), main.lower
    if FIRST_PERSON.isdisjoint(words):
        return None
    for n, word in enumerate(words):
        if word not in FIRST_PERSON or not main.leads(n):
            continue
        verb = past_adverbs(main, n + 1)
        verb += words[verb : verb + 1] in (("n't",), ("not",))
        if verb >= len(words):
            continue
        if found := lexicon.thinking.at(words, verb):
            return f"first person: {word} {found}"
        felt = _past_between(main, verb + 1)
        if words[verb] in lexicon.linking and felt < len(words) and words[felt] in lexicon.feelings:
            return f"first person: {word} {words[verb]} {words[felt]}"
    return None


def _judgement(main: Wording) -> str | None:
    """Praise or blame said of something: "the delay is shameful"."""
    lexicon, words = _lexicon(), main.lower
    if lexicon.linking.isdisjoint(words) or not (
        lexicon.nouns.may_stand_in(words) or not lexicon.adjectives.isdisjoint(words)
    ):
        return None
    for n, word in enumerate(words):
        if word not in lexicon.linking or (word == "'s" and main.tag[n] is not Tag.AUXILIARY):
            continue
        said = _past_between(main, n + 1)
        for at in (said, said + 1):  # "is a momentous breakthrough": an adjective may stand before the noun
            if at < len(words) and (found := lexicon.nouns.at(words, at)):
                return f"judgement: {word} {found}"
        if said >= len(words) or words[said] not in lexicon.adjectives or "so" in words[n + 1 : said]:
            continue
        then = main.tag[said + 1] if said + 1 < len(words) else None
        if then not in (Tag.VERB, Tag.PARTICIPLE) and " ".join(words[said : said + 2]) not in lexicon.not_judging:
            return f"judgement: {word} {words[said]}"  # and not "better spent", "good at maths"
    return None


def _past_between(main: Wording, n: int) -> int:
    """Past the determiners and adverbs that may stand between "is" and what is said of the thing."""
    between = _lexicon().between
    while n < len(main.at) and (main.lower[n] in between or main.tag[n] is Tag.ADVERB):
        n += 1
    return n


KIND: ClaimKind = ClaimKind(
    kind=Kind.OPINION,
    summary="A wish, a demand, advice, praise, blame or a question, which no evidence could settle.",
    recognise=recognise,
    matches=(
        "Ministers must resign.",
        "We ask every government to open its archives.",
        "Let us remember the miners of Orsk.",
        "On this day, marking the siege, let us also remember the miners.",
        "Those responsible should face justice.",
        "Free the prisoners now!",
        "It is time to close the camp.",
        "The delay is shameful.",
        "The ruling is a step in the right direction.",
        "The killers deserve to be punished.",
        "Such crimes cannot go unpunished.",
        "Parliament needs to act now.",
        "Why did nobody warn the villagers?",
        "We need an independent inquiry.",
        "We've got to open the archives.",
        "Long live the republic!",
        "The families will not rest until the truth is known.",
        "We will never forget the miners of Orsk.",
        "We remain firmly committed to peace.",
        "The widows, the miners and the Orsk Committee demand referral of the case to the court.",
        "Although the letter came late, the council should answer it.",
    ),
    misses=(
        "No more than three of the guards were questioned.",
        "The minister resigned.",
        "The guards must have left before dawn.",
        "The villagers had to leave their homes.",
        "The ministry asked every hospital for its records.",
        "The court ordered the release of the editor.",
        "A letter from the council arrived in the capital.",
        "The law lapses should the court agree.",
        "The curfew will continue until 5 May 1992.",
        "The guard asked: “Where is he?”",
        "In the end the guards let us go.",
        "We were detained in Orsk.",
        "The demand for coal fell.",
        "The soldiers called for the villagers to leave the house.",
        "The council demanded a new bridge.",
        "We never said that we will fight.",
        "In the camp I got to know the widows.",
        "Orsk has been good at keeping records.",
        "The report was critical of the guards.",
        "Support for the treaty grew.",
    ),
)
