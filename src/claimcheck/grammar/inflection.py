"""From base forms to the inflected ones and back, irregular words included."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.lexicon import load

_VOWELS = frozenset("aeiou")


class VerbForms(NamedTuple):
    """The five forms of a verb; where two are in use, the first is the commoner."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@cache
def forms(base: str) -> VerbForms:
    """The forms of a verb given by its base, which need not be in the lexicon; "be" has "is" and "was"."""
    all_forms = _all_forms(base)
    return VerbForms(base, all_forms[1][0], all_forms[2][0], all_forms[3][0], all_forms[4][0])


def all_forms(base: str) -> frozenset[str]:
    """Every form of the verb, rival spellings included, the base among them."""
    return frozenset(form for group in _all_forms(base) for form in group)


def base_of(form: str) -> str | None:
    """The base of a verb form in lower case, or None when the lexicon's verbs have no such form."""
    return _bases().get(form)


def singular(noun: str) -> str:
    """The singular of a noun in lower case; a singular comes back as it is."""
    lexicon = load("inflection")
    if noun in lexicon["singular"]:
        return str(lexicon["singular"][noun])
    if noun.endswith("men") and len(noun) > 4 and noun not in {"specimen", "regimen", "abdomen", "acumen", "yemen"}:
        return noun[:-3] + "man"
    if not noun.endswith("s") or len(noun) < 4 or noun.endswith(("ss", "us", "is", "'s")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and noun not in lexicon["e_stays"]:
        return noun[:-2]
    return noun[:-1]


@cache
def irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Past forms and participles of the irregular verbs."""
    return {
        base: (tuple(past.split("/")), tuple(part.split("/"))) for base, (past, part) in load("irregular_verbs").items()
    }


@cache
def _bases() -> dict[str, str]:
    bases: dict[str, str] = {}
    # Irregular verbs first: "found" is find's before it is its own, "felt" feel's.
    for base in (*irregular(), *load("verbs")["verb"]):
        for form in all_forms(base):
            if form != base:
                bases.setdefault(form, base)
    for base in (*irregular(), *load("verbs")["verb"]):
        bases.setdefault(base, base)
    return bases


@cache
def _all_forms(base: str) -> tuple[tuple[str, ...], ...]:
    """Base, third person, past, participle and gerund, each with its rival spellings."""
    stem, _, rest = base.partition(" ")
    if rest:  # "point out"
        return tuple(tuple(f"{form} {rest}" for form in group) for group in _all_forms(stem))
    if base == "be":
        return ("be", "am", "are"), ("is",), ("was", "were"), ("been",), ("being",)
    stems: tuple[str, ...] = (base + base[-1],) if _doubles(base) else (base,)
    if base.endswith("l") and stems[0] != base and base not in load("inflection")["always_doubling"]:
        stems = (*stems, base)  # travelled, traveled
    if base.endswith("c"):
        stems = (base + "k",)
    if base in irregular():
        past, participle = irregular()[base]
    else:
        past = participle = tuple(_past(stem) for stem in stems)
    return (base,), (_third(base),), past, participle, tuple(_gerund(stem) for stem in stems)


def _doubles(base: str) -> bool:
    if base in load("inflection")["doubling"]:
        return True
    if len(base) < 3 or base[-1] in "aeiouwxyh" or base[-2] not in _VOWELS:
        return False
    before = base[:-2].removeprefix("re") if base.startswith("re") and len(base) > 5 else base[:-2]
    before = before.replace("qu", "q")
    return bool(before) and not any(c in _VOWELS or c == "y" for c in before)


def _third(base: str) -> str:
    if base in {"have", "be"}:
        return {"have": "has", "be": "is"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + ("zes" if base == "quiz" else "es")
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye", "inge")) and len(stem) > 2:
        return stem[:-1] + "ing"
    return stem + "ing"
