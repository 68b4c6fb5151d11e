"""Wishes, demands, advice and calls: sentences that want something instead of stating it."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.atom import Atom
from claimcheck.claims.wording import FINITE, Wording, main_clause
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Stance, Tag
from claimcheck.records import NamedTuple

FIRST_PERSON = frozenset({"i", "we"})
_NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN})
_BEGINS_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.NAME})
_BEFORE_SPEECH = frozenset("\"“”‘'«([-–—•*,") | {"''", "``", "and", "but", "so", "now", "well", "then"}
_WANTING = (Stance.FEELS, Stance.DEMANDS, Stance.ASKS)
_PASSED = frozenset({"also", "do", "'d", "all", "just", "still", "therefore"})


class _Lexicon(NamedTuple):
    modals: frozenset[str]
    verbs: frozenset[str]
    needs: Phrases
    wishes: Phrases
    openings: Phrases
    clause_openings: Phrases
    calls: Phrases
    imperatives: frozenset[str]
    telling: frozenset[str]  # words of which every demand in the author's own voice has one


@cache
def _lexicon() -> _Lexicon:
    data = load("demands")
    modals, verbs, imperatives = (frozenset(data[name]) for name in ("modals", "verbs", "imperatives"))
    openings, clause_openings, calls = (Phrases(data[name]) for name in ("openings", "clause_openings", "phrases"))
    return _Lexicon(
        modals,
        verbs,
        Phrases(data["first_person_needs"]),
        Phrases(data["first_person_verbs"]),
        openings,
        clause_openings,
        calls,
        imperatives,
        frozenset().union(
            modals, verbs, imperatives, FIRST_PERSON, openings.telling, clause_openings.telling, calls.telling
        ),
    )


def find_demand(atom: Atom) -> str | None:
    """The rule and the words by which the claim demands, wishes or advises."""
    wanted = atom.attribution is not None and atom.attribution.stance in _WANTING
    if not wanted and _lexicon().telling.isdisjoint(atom.lower):
        return None
    main = main_clause(atom)
    return _reported(atom, main) or _call(main) or _lone_verb(atom, main) or _obligation(main)


def past_adverbs(main: Wording, n: int) -> int:
    """Past what may stand between "we" and its verb."""
    while n < len(main.at) and (main.tag[n] is Tag.ADVERB or main.lower[n] in _PASSED):
        n += 1
    return n


def _reported(atom: Atom, main: Wording) -> str | None:
    """Content of somebody's demand, question or hope; that a demand was made in the past is a fact."""
    said = atom.attribution
    if said is None:
        return None
    if said.stance is Stance.FEELS and Tag.MODAL in main.tag:
        return "hope or fear of what may come"
    if said.stance not in (Stance.DEMANDS, Stance.ASKS):
        return None
    cue = frozenset(i for span in said.cue for i in atom.prose.tokens.within(span))
    told = [i for i in atom.words if i in cue]
    if not told:
        happened = any(tag in FINITE and _is_past(word) for word, tag in zip(main.lower, main.tag, strict=True))
        return None if happened else f"content of what somebody {said.stance}"
    tokens = atom.prose.tokens
    present = next((i for i in told if tokens.tag[i] is Tag.VERB and tokens.lower[i] in _lexicon().verbs), None)
    return None if present is None else f"verb of demand: {tokens.lower[present]}"


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in {"was", "were", "had", "did"}


def _call(main: Wording) -> str | None:
    """A slogan, a courtesy, "let us" or a bare verb at the head of a clause."""
    lexicon, words = _lexicon(), main.lower
    first = next((n for n, word in enumerate(words) if word not in _BEFORE_SPEECH), None)
    if first is None:
        return None
    if lexicon.clause_openings.may_stand_in(words):
        for n in range(len(words)):
            if (found := lexicon.clause_openings.at(words, n)) and _opens_clause(main, n):
                return f"call: {found}"
    bounds = words[first : first + 3] == ("no", "more", "than")  # a number, and no slogan
    if not bounds and (found := lexicon.openings.at(words, first) or lexicon.calls.within(words)):
        return f"call: {found}"
    if words[first] in lexicon.imperatives and _is_imperative(main, first):
        return f"imperative: {words[first]}"
    return None


def _opens_clause(main: Wording, n: int) -> bool:
    """Whether the word has no subject before it, as it has in "they let us go"."""
    if n == 0 or main.at[n] != main.at[n - 1] + 1:
        return True
    return main.tag[n - 1] not in _NOMINAL | {Tag.AUXILIARY, Tag.MODAL, Tag.TO}


def _is_imperative(main: Wording, first: int) -> bool:
    """Whether an object follows the bare verb and no other verb comes, as in "Free the prisoners"."""
    rest = main.tag[first + 1 :]
    objects = _BEGINS_NOUN | {Tag.NUMBER}
    return bool(rest) and rest[0] in objects and Tag.VERB not in rest and Tag.AUXILIARY not in rest


def _lone_verb(atom: Atom, main: Wording) -> str | None:
    """A verb of demand that looks like a noun in a sentence with no other verb: "The widows demand an inquiry"."""
    tags, verbs = atom.prose.tokens.tag, _lexicon().verbs
    if verbs.isdisjoint(main.lower) or any(tags[i] in FINITE for i in atom.prose.sentences[atom.sentence].words):
        return None
    objects = _BEGINS_NOUN | {Tag.NOUN, Tag.ADJECTIVE}
    for n in range(1, len(main.at) - 1):
        if main.lower[n] in verbs and main.tag[n - 1] in _NOMINAL and main.tag[n + 1] in objects:
            return f"verb of demand: {main.lower[n]}"
    return None


def _obligation(main: Wording) -> str | None:
    lexicon, words = _lexicon(), main.lower
    if lexicon.modals.isdisjoint(words) and FIRST_PERSON.isdisjoint(words):
        return None
    for n, word in enumerate(words):
        if word in lexicon.modals and main.tag[n] is not Tag.NOUN:
            if word == "must" and "have" in words[n + 1 : n + 3]:
                continue  # "must have left" is a guess
            if word == "should" and n + 1 < len(words) and main.tag[n + 1] in _BEGINS_NOUN:
                continue  # "should the court agree" is a condition
            return f"modal of demand: {word}"
        if word in FIRST_PERSON and main.leads(n):
            after = past_adverbs(main, n + 1)
            if after < len(words) and (found := lexicon.wishes.at(words, after) or lexicon.needs.at(words, after)):
                return f"first person: {word} {found}"
    return None
