"""From base forms to the inflected ones and back, irregular words included."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.lexicon import load
from claimcheck.records import NamedTuple

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
    found = bases_of(form)
    return next((base for base in found if base != form), found[0] if found else None)


@lru_cache(maxsize=1 << 14)
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
def verbs() -> dict[str, int]:
    """The verbs of the lexicons by their base, with their rank: where two share a form, it is the first one's.

    Irregular verbs come first: "found" is find's before it is its own, "felt" feel's.
    """
    return {base: rank for rank, base in enumerate(dict.fromkeys((*irregular(), *load("verbs")["verb"])))}


@lru_cache(maxsize=1 << 14)
def bases_of(form: str) -> tuple[str, ...]:
    """Every verb of the lexicons that has the form, in their order."""
    known = verbs()
    found = {base for base in possible_bases(form) if base in known and form in all_forms(base)}
    return tuple(sorted(found, key=known.__getitem__)) if len(found) > 1 else tuple(found)


@lru_cache(maxsize=1 << 14)
def possible_bases(form: str) -> frozenset[str]:
    """What a verb form or a plural may come from, and more: the endings taken off, whether they belong there or not."""
    form, space, rest = form.partition(" ")
    if space:
        return frozenset(f"{stem} {rest}" for stem in possible_bases(form))
    stems = {form, *_irregular_bases().get(form, ())}
    if form.endswith("s"):
        stems |= {form[:-1], form[:-2], form[:-3], f"{form[:-3]}y"}
    elif form.endswith("d"):
        stems |= {form[:-1], form[:-2], f"{form[:-3]}y"}
    elif form.endswith("ing"):
        stems |= {form[:-3], f"{form[:-3]}e", f"{form[:-4]}ie"}
    stems |= {stem[:-1] for stem in stems if stem[-1:] == "k" or stem[-1:] == stem[-2:-1]}  # panicked, stopped
    stems.discard("")
    return frozenset(stems)


@cache
def _irregular_bases() -> dict[str, list[str]]:
    bases: dict[str, list[str]] = {form: ["be"] for form in all_forms("be")}
    bases["has"] = ["have"]
    for base, (past, participle) in irregular().items():
        for form in (*past, *participle):
            bases.setdefault(form, []).append(base)
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
    return (base,), (third(base),), past, participle, tuple(_gerund(stem) for stem in stems)


def _doubles(base: str) -> bool:
    if base in load("inflection")["doubling"]:
        return True
    if len(base) < 3 or base[-1] in "aeiouwxyh" or base[-2] not in _VOWELS:
        return False
    before = base[:-2].removeprefix("re") if base.startswith("re") and len(base) > 5 else base[:-2]
    before = before.replace("qu", "q")
    return bool(before) and not any(c in _VOWELS or c == "y" for c in before)


def third(base: str) -> str:
    """The form for the third person, which is also how a regular noun makes its plural."""
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
