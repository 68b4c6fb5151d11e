"""Wishes, demands, advice, praise and blame, slogans and questions: what no evidence could settle."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.quantity import states_number
from claimcheck.claims.wording import lower_words, main_words
from claimcheck.lexicon import load
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model import Kind, Period, Stance, Tag

_FIRST_PERSON = frozenset({"i", "we"})
_SUBJECTS = frozenset({Tag.PRONOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME})
_SUBJECTS_OF = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN})
_OBJECTS = frozenset({Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE})
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_OPENING_MARKS = frozenset("\"“”‘'«([-–—•*") | {"''", "``", "and", "but", "so", "now", "well", "then"}


class _Words(NamedTuple):
    modals: frozenset[str]
    verbs: frozenset[str]
    needs: Phrases
    wishes: Phrases
    openings: Phrases
    clause_openings: Phrases
    calls: Phrases
    imperatives: frozenset[str]
    judgements: frozenset[str]
    not_judging: frozenset[str]
    judging_nouns: Phrases
    linking: frozenset[str]
    between: frozenset[str]
    thinking: Phrases
    feelings: frozenset[str]
    views: Phrases
    vows: Phrases


@cache
def _words() -> _Words:
    demands, evaluative = load("demands"), load("evaluative")
    return _Words(
        frozenset(demands["modals"]),
        frozenset(demands["verbs"]),
        Phrases(demands["first_person_needs"]),
        Phrases(demands["first_person_verbs"]),
        Phrases(demands["openings"]),
        Phrases(demands["clause_openings"]),
        Phrases(demands["phrases"]),
        frozenset(demands["imperatives"]),
        frozenset(evaluative["adjectives"]),
        frozenset(evaluative["not_judging"]),
        Phrases(evaluative["nouns"]),
        frozenset(evaluative["linking"]) | {"is", "are", "was", "were", "be", "been", "'s", "'re", "'m", "am", "being"},
        frozenset(evaluative["between"]),
        Phrases((*evaluative["thinking"], *demands["promises"])),
        frozenset(evaluative["feelings"]),
        Phrases(evaluative["views"]),
        Phrases(demands["vows"]),
    )


def recognise(atom: Atom) -> str | None:
    """Why the claim is an opinion: a question, a demand, a wish or a judgement of value."""
    words = lower_words(atom)
    if not words:
        return None
    return _question(atom, words) or demand(atom) or _judgement(atom, words)


def _question(atom: Atom, words: tuple[str, ...]) -> str | None:
    if "?" not in words[-3:]:
        return None
    marks = [n for n, i in enumerate(atom.words) if atom.prose.tokens.tag[i] is Tag.QUOTE]
    quoted = words[-1] != "?" and bool(marks) and 0 < marks[0] < len(words) - 2  # She asked: "Where is he?"
    return None if quoted else "a question"


def demand(atom: Atom) -> str | None:
    """The words by which the claim demands, wishes or advises."""
    lexicon, tokens = _words(), atom.prose.tokens
    indices = main_words(atom)
    stance = atom.attribution.stance if atom.attribution else None
    if stance in (Stance.DEMANDS, Stance.ASKS):
        return f"content of what somebody {stance}"
    if stance is Stance.FEELS and any(tokens.tag[i] is Tag.MODAL for i in indices):
        return "hope or fear of what may come"
    words = [tokens.lower[i] for i in indices]
    first = next((n for n, word in enumerate(words) if word not in _OPENING_MARKS and word != ","), None)
    if first is None:
        return None
    opened = next(
        (
            found
            for n in range(len(words))
            if (found := lexicon.clause_openings.at(words, n)) and _opens_clause(atom, indices, n)
        ),
        None,
    )
    if found := opened or lexicon.openings.at(words, first) or lexicon.calls.within(words):
        return f"call: {found}"
    if words[first] in lexicon.imperatives and _is_imperative(atom, indices, first):
        return f"imperative: {words[first]}"
    if found := _only_verb(atom, indices):
        return f"verb of demand: {found}"
    for n, word in enumerate(words):
        if word in lexicon.modals and tokens.tag[indices[n]] is not Tag.NOUN:
            if word == "must" and "have" in words[n + 1 : n + 3]:
                continue  # "must have left" is a guess
            if word == "should" and n + 1 < len(words) and tokens.tag[indices[n + 1]] in _SUBJECTS:
                continue  # "should the court agree" is a condition
            return f"modal of demand: {word}"
        if word in _FIRST_PERSON and _leads(atom, indices, n):
            after = _skip_adverbs(atom, indices, n + 1)
            if after < len(words) and (found := lexicon.wishes.at(words, after) or lexicon.needs.at(words, after)):
                return f"first person: {word} {found}"
    return None


def _only_verb(atom: Atom, indices: tuple[int, ...]) -> str | None:
    """A verb of demand that looks like a noun in a sentence with no other verb: "The widows demand an inquiry"."""
    tokens, verbs = atom.prose.tokens, _words().verbs
    if any(tokens.tag[i] in _FINITE for i in atom.prose.sentences[atom.sentence].words):
        return None
    for before, i, after in zip(indices, indices[1:], indices[2:], strict=False):
        if tokens.lower[i] in verbs and tokens.tag[before] in _SUBJECTS_OF and tokens.tag[after] in _OBJECTS:
            return tokens.lower[i]
    return None


def _opens_clause(atom: Atom, indices: tuple[int, ...], n: int) -> bool:
    """Whether the word has no subject before it, as it has in "they let us go"."""
    if n == 0 or indices[n] != indices[n - 1] + 1:
        return True
    return atom.prose.tokens.tag[indices[n - 1]] not in (
        Tag.NOUN,
        Tag.NAME,
        Tag.PRONOUN,
        Tag.AUXILIARY,
        Tag.MODAL,
        Tag.TO,
    )


def _leads(atom: Atom, indices: tuple[int, ...], n: int) -> bool:
    """Whether no verb stands before the subject: what "I said that I would" goes on to say is no wish."""
    tags = atom.prose.tokens.tag
    return not any(tags[i] in _FINITE for i in indices[:n])


def _skip_adverbs(atom: Atom, indices: tuple[int, ...], n: int) -> int:
    tokens = atom.prose.tokens
    while n < len(indices) and (
        tokens.tag[indices[n]] is Tag.ADVERB
        or tokens.lower[indices[n]] in {"also", "do", "'d", "all", "just", "still", "therefore"}
    ):
        n += 1
    return n


def _past_between(atom: Atom, indices: tuple[int, ...], n: int) -> int:
    """Past the determiners and adverbs that may stand between "is" and what is said of the thing."""
    tokens, between = atom.prose.tokens, _words().between
    while n < len(indices) and (tokens.lower[indices[n]] in between or tokens.tag[indices[n]] is Tag.ADVERB):
        n += 1
    return n


def _is_imperative(atom: Atom, indices: tuple[int, ...], first: int) -> bool:
    """Whether an object follows the bare verb and no other verb comes, as in "Free the prisoners"."""
    tokens = atom.prose.tokens
    if first + 1 >= len(indices):
        return False
    follows = tokens.tag[indices[first + 1]]
    rest = [tokens.tag[i] for i in indices[first + 1 :]]
    objects = {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.NAME, Tag.NUMBER}
    return follows in objects and Tag.VERB not in rest and Tag.AUXILIARY not in rest


def _judgement(atom: Atom, words: tuple[str, ...]) -> str | None:
    lexicon = _words()
    if any(isinstance(value, Period) or states_number(value) for value in atom.values):
        return None  # it can be counted or dated, however the writer feels about it
    if found := lexicon.views.within(words):
        return f"view: {found}"
    if "until" in words and (found := lexicon.vows.within(words)):
        return f"vow: {found} … until"
    tokens = atom.prose.tokens
    indices = main_words(atom)
    main = [tokens.lower[i] for i in indices]
    for n, word in enumerate(main):
        if word in _FIRST_PERSON and _leads(atom, indices, n):
            after = _skip_adverbs(atom, indices, n + 1)
            if main[after : after + 1] and main[after] in {"n't", "not"}:
                after += 1
            if after < len(main) and (found := lexicon.thinking.at(main, after)):
                return f"first person: {word} {found}"
            if after < len(main) and main[after] in lexicon.linking:
                felt = _past_between(atom, indices, after + 1)
                if felt < len(main) and main[felt] in lexicon.feelings:
                    return f"first person: {word} {main[after]} {main[felt]}"
        if word in lexicon.linking and (word != "'s" or tokens.tag[indices[n]] is Tag.AUXILIARY):
            after = _past_between(atom, indices, n + 1)
            if after >= len(main):
                continue
            if found := lexicon.judging_nouns.at(main, after):
                return f"judgement: {word} {found}"
            for at in (after, after + 1):  # "is a momentous breakthrough": one more adjective may stand before the noun
                if at < len(main) and (found := lexicon.judging_nouns.at(main, at)):
                    return f"judgement: {word} {found}"
            then = tokens.tag[indices[after + 1]] if after + 1 < len(main) else None
            if then in (Tag.VERB, Tag.PARTICIPLE) or " ".join(main[after : after + 2]) in lexicon.not_judging:
                continue  # "better spent", "good at maths"
            if main[after] in lexicon.judgements and "so" not in main[n + 1 : after]:
                return f"judgement: {word} {main[after]}"
    return None


KIND = ClaimKind(
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
        "We never said that we will fight.",
        "In the camp I got to know the widows.",
        "Orsk has been good at keeping records.",
        "The report was critical of the guards.",
        "Support for the treaty grew.",
    ),
)
