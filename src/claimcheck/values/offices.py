"""Role phrases: the words of an office, the body or place it belongs to, and whether it is held now."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Tag, Tenure, Tokens
from claimcheck.records import NamedTuple, dataclass
from claimcheck.values.names import calendar_words, country_of, is_name_word

_MOST_BEFORE = 9  # words of an office before its head noun
_MOST_AFTER = 14  # words of its complement
_TENURE = {name: Tenure(name) for name in ("current", "former", "acting", "elect", "then", "deceased")}
_LINKS = frozenset({"of", "for", "to", "at", "on"})
_SUFFIXES = frozenset({"elect", "designate", "general", "in-chief"})


class Offices(NamedTuple):
    heads: frozenset[str]
    with_body: frozenset[str]
    body_after: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]  # by first word, longest first
    abbreviations: dict[str, str]
    of_bodies_too: frozenset[str]
    of_fields: frozenset[str]
    of_places: frozenset[str]
    parties: frozenset[str]
    ranks: frozenset[str]
    portfolios: frozenset[str]
    tenures: dict[str, Tenure]
    occupations: frozenset[str]
    bodies: frozenset[str]
    calendar: frozenset[str]
    anchors: frozenset[str]  # words at which a search for an office begins


@cache
def offices() -> Offices:
    """The lexicon of offices."""
    data = load("offices")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(data["phrases"], key=lambda p: -len(p.split())):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append(words)
    heads, with_body = frozenset(data["heads"]), frozenset(data["with_body"])
    return Offices(
        heads,
        with_body,
        frozenset(data["body_after"]),
        {first: tuple(group) for first, group in phrases.items()},
        data["abbreviations"],
        frozenset(data["of_bodies_too"]),
        frozenset(data["of_fields"]),
        frozenset(data["of_places"]),
        frozenset(data["parties"]),
        frozenset(data["ranks"]),
        frozenset(data["portfolios"]),
        {word: _TENURE[name] for name, words in data["tenures"].items() for word in words},
        frozenset(data["occupations"]),
        frozenset(load("names")["bodies"]),
        calendar_words(),
        heads | with_body | {*phrases, *data["abbreviations"], *(f"{short}." for short in data["abbreviations"])},
    )


Words = tuple[int, int]  # tokens, half open


class Role(NamedTuple):
    """A role phrase, in token indices."""

    start: int  # with its determiner, possessor and tenure
    core: int  # the first word of the office itself
    head_start: int
    head_end: int  # past the head noun and what is fixed to it
    end: int  # past the complement
    noun: str  # the head noun in lower case, as the lexicon has it
    tenure: Tenure | None
    definite: str  # "the", "a", "his", "'s", or "" where nothing stands before it
    body: Words | None
    place: str | None

    @property
    def needs_body(self) -> bool:
        """Whether the noun says too little alone: a head or a member of nothing named."""
        known = offices()
        if self.noun not in known.with_body or (self.core < self.head_start and self.noun not in known.body_after):
            return False
        if self.noun in known.body_after:
            return self.end == self.head_end or self.body is None
        return self.end == self.head_end and self.body is None and self.place is None and self.definite != "'s"


class Head(NamedTuple):
    """A head noun, with what is fixed to it."""

    start: int
    end: int
    noun: str
    tenure: Tenure | None


def head_at(tokens: Tokens, i: int, end: int) -> Head | None:
    """The head noun or fixed phrase that begins at the token."""
    known, lower = offices(), tokens.lower[i]
    for phrase in known.phrases.get(lower, ()):
        if i + len(phrase) <= end and tokens.lower[i : i + len(phrase)] == phrase:
            return _elect(tokens, Head(i, i + len(phrase), " ".join(phrase), None), end)
    if lower in known.heads or lower in known.with_body:
        return _elect(tokens, Head(i, i + 1, lower, None), end)
    bare = lower.rstrip(".")
    if tokens.text[i][0].isupper() and bare in known.abbreviations:
        stop = i + 1
        if not lower.endswith(".") and stop < end and tokens.text[stop] == ".":
            stop += 1
        return Head(i, stop, known.abbreviations[bare].lower(), None)
    if "-" in lower:
        first, _, rest = lower.partition("-")
        tail = lower.rpartition("-")[2]
        if rest in known.heads and (first in known.tenures or first in known.ranks):
            return Head(i, i + 1, rest, known.tenures.get(first))
        if first in known.heads | known.with_body and rest in _SUFFIXES:
            return Head(i, i + 1, lower, known.tenures.get(rest))
        if lower in {"commander-in-chief", "editor-in-chief"} or (tail in known.heads and first == "under"):
            return Head(i, i + 1, lower, None)
    return None


def _elect(tokens: Tokens, head: Head, end: int) -> Head:
    if head.end < end and tokens.lower[head.end] in {"elect", "designate"}:
        return head._replace(end=head.end + 1, tenure=Tenure.ELECT)
    return head


def role_at(tokens: Tokens, head: Head, begin: int, end: int) -> Role | None:
    """The whole role phrase around the head noun; None when the noun names an occupation or something else."""
    lower, text = tokens.lower, tokens.text
    if head.end < end and lower[head.end] in {"'s", "'"}:
        return None  # "the minister's wife"
    stop, complement = _complement(tokens, head, end)
    if stop < end and complement is None and tokens.tag[stop] is Tag.NOUN and text[stop].islower():
        return None  # "a Justice official"
    first = _first_modifier(tokens, head.start, begin)
    start, definite, owner = _before(tokens, first, begin)
    belongs = _Belongs()
    core, tenure = _read_modifiers(tokens, head, first, belongs)
    about = (*range(core, head.start), *range(*(owner or (0, 0))), *range(*(complement or (0, 0))))
    if any(text[n] in offices().occupations for n in about):
        return None
    if owner is not None:
        belongs.to_owner(tokens, owner)
    if complement is not None:
        belongs.to_complement(tokens, head, complement)
    return Role(start, core, head.start, head.end, stop, head.noun, tenure, definite, belongs.body, belongs.place)


@dataclass(slots=True)
class _Belongs:
    """The body (as tokens) and the place of an office, as its words are read from left to right."""

    body: Words | None = None
    place: str | None = None

    def to_owner(self, tokens: Tokens, owner: Words) -> None:
        """ "Norway's president", "the Harbour Fund's director"."""
        if country := _country(tokens, owner):
            self.place = country
        elif self.body is None and any(text[0].isupper() for text in tokens.text[slice(*owner)]):
            self.body = owner

    def to_complement(self, tokens: Tokens, head: Head, complement: Words) -> None:
        """ "the mayor of Orsk", "a member of the council", "director for the Baltic"."""
        known, first = offices(), complement[0]
        capital = tokens.text[first][0].isupper()
        if country := _country(tokens, complement):
            self.place = country
        elif head.noun in known.of_places and capital and not _is_body(tokens, *complement):
            self.place = _text(tokens, complement)
        elif head.noun in known.of_fields and first == head.end + 1:
            return  # "Minister of Citizenship"
        elif _is_field(tokens, *complement) or tokens.lower[first] in known.anchors:
            return
        elif head.noun == "member" and tokens.text[complement[1] - 1].islower() and not _is_body(tokens, *complement):
            return  # of a family, a band, a generation
        elif self.body is None:
            self.body = complement
        elif self.place is None and capital:
            self.place = _text(tokens, complement)


def _read_modifiers(tokens: Tokens, head: Head, first: int, belongs: _Belongs) -> tuple[int, Tenure | None]:
    """Where the office's own words begin, and its tenure; a country and a body before them go into `belongs`."""
    known, lower = offices(), tokens.lower
    tenure, core = head.tenure, first
    for n in range(first, head.start):
        if lower[n] in known.tenures:
            tenure, core = tenure or known.tenures[lower[n]], n + 1
    for n in (_past_party(tokens, first, head.start), _past_party(tokens, core, head.start)):
        for end in (n + 2, n + 1):
            if belongs.place is None and end <= head.start and (country := _country(tokens, (n, end))):
                belongs.place, core = country, max(core, end)
    core = _past_party(tokens, core, head.start)
    body = _body_before(tokens, core, head.start)
    if body is None:
        pass
    elif head.noun in known.of_places and belongs.place is None and not _is_body(tokens, *body):
        belongs.place, core = _text(tokens, body), body[1]
    else:
        belongs.body = body
        # "Judiciary chief": here the noun alone names no office
        core = body[0] if body[1] == head.start and head.noun in known.with_body else body[1]
    while core < head.start and _is_plain_adjective(tokens, core):
        core += 1  # "a key member"
    return core, tenure


def _past_party(tokens: Tokens, n: int, end: int) -> int:
    """Past what tells only the party or the time of the holder, and is no part of a body's name."""
    known, lower = offices(), tokens.lower
    while n < end and (
        lower[n] in known.tenures or (lower[n] in known.parties and lower[n + 1] not in {"national", "party"})
    ):
        n += 1
    return n


def _country(tokens: Tokens, words: Words) -> str | None:
    return country_of().get(" ".join(tokens.lower[slice(*words)]))


def _text(tokens: Tokens, words: Words) -> str:
    return " ".join(tokens.text[slice(*words)])


def _is_plain_adjective(tokens: Tokens, i: int) -> bool:
    known, word = offices(), tokens.lower[i]
    official = word in known.ranks or word in known.portfolios or word in known.bodies
    return tokens.tag[i] is Tag.ADJECTIVE and tokens.text[i].islower() and not official


def _first_modifier(tokens: Tokens, n: int, begin: int) -> int:
    """The first word of the run of modifiers that ends before the token."""
    known, lower, text, tag = offices(), tokens.lower, tokens.text, tokens.tag
    last = n
    while n > begin and last - n < _MOST_BEFORE:
        word = lower[n - 1]
        if word in known.ranks or word in known.portfolios or word in known.tenures or word in country_of():
            if tag[n - 1] in (Tag.VERB, Tag.AUXILIARY) and text[n - 1].islower():
                break
        elif word in {"and", "&"}:
            if n - 2 < begin or lower[n - 2] not in known.portfolios or lower[n] not in known.portfolios:
                break
        elif tag[n - 1] is Tag.NAME or (text[n - 1][0].isupper() and word in known.bodies):
            if word in known.calendar:
                break
        elif tag[n - 1] not in (Tag.NOUN, Tag.ADJECTIVE) or not word[0].isalpha() or last - n > 4:
            break
        elif text[n - 1].islower() and text[n][0].isupper():
            break  # "met Foreign Minister"
        n -= 1
    while n < last and lower[n] in {"and", "&"}:
        n += 1
    return n


def _body_before(tokens: Tokens, start: int, end: int) -> Words | None:
    """The body's name among the modifiers: up to the last capitalised word that is no part of an office."""
    known = offices()
    while start < end and _is_plain_adjective(tokens, start):
        start += 1
    for n in range(end - 1, start - 1, -1):
        word = tokens.lower[n]
        capital = tokens.text[n][0].isupper()
        if capital and word not in known.ranks and word not in known.portfolios and word not in known.parties:
            return (start, n + 1)
        if not capital and word in known.bodies and word not in known.portfolios and n > start:
            return (start, n + 1)
    return None


def _is_body(tokens: Tokens, start: int, end: int) -> bool:
    known = offices()
    return any(
        tokens.lower[n] in known.bodies or (len(tokens.text[n]) > 1 and tokens.text[n].isupper())
        for n in range(start, end)
    )


def _before(tokens: Tokens, first: int, begin: int) -> tuple[int, str, Words | None]:
    """Where the phrase starts with its determiner, which one that is, and whose office it is ("Orsk's mayor")."""
    lower, tag = tokens.lower, tokens.tag
    if first <= begin:
        return first, "", None
    word = lower[first - 1]
    if word in {"'s", "'"} and first - 2 >= begin:
        n = first - 1
        while n > begin and first - n < _MOST_BEFORE and tag[n - 1] in (Tag.NAME, Tag.NOUN, Tag.ADJECTIVE):
            if not tokens.text[n - 1][0].isupper() and tokens.text[first - 2][0].isupper():
                break
            n -= 1
        owner = (n, first - 1)
        if n > begin and tag[n - 1] in (Tag.DETERMINER, Tag.POSSESSIVE):
            n -= 1
        return n, "'s", owner
    if word in {"the", "a", "an", "this", "that"}:
        return first - 1, word, None
    if tag[first - 1] is Tag.POSSESSIVE:
        return first - 1, "his", None
    if word in {"one", "another", "every", "any", "no", "each", "some", "two", "three"}:
        return first - 1, "any", None
    return first, "", None


def _complement(tokens: Tokens, head: Head, end: int) -> tuple[int, Words | None]:
    """Past the words that say of what it is the office, and the body or place in them."""
    lower, text, tag = tokens.lower, tokens.text, tokens.tag
    n, named = head.end, None
    limit = min(end, head.end + _MOST_AFTER)
    while n + 1 < limit and lower[n] in _LINKS:
        if lower[n] != "of" and named is None and tag[n + 1] in (Tag.NUMBER, Tag.PRONOUN, Tag.GERUND, Tag.INFINITIVE):
            break
        if lower[n] == "on" and text[n + 1][0].isupper():
            break
        first = n + 1
        if tag[first] in (Tag.DETERMINER, Tag.POSSESSIVE):
            first += 1
        stop = _noun_phrase(tokens, first, limit)
        if stop == first or (
            lower[n] == "at" and lower[first] in {"time", "moment", "age", "end", "beginning", "start"}
        ):
            break
        if lower[n] == "for" and lower[first] in {"years", "first", "second", "last", "months", "decades", "example"}:
            break
        if named is None or _is_field(tokens, *named):
            named = (first, stop)
        elif lower[n] in {"of", "for"} and text[first][0].isupper() and text[named[1] - 1][0].isupper():
            named = (named[0], stop)
        n = stop
    return n, named


def _is_field(tokens: Tokens, start: int, end: int) -> bool:
    """Whether it is a subject and no body: "a professor of surgery at …", "minister for water"."""
    if tokens.lower[start] in offices().portfolios:
        return not _is_body(tokens, start, end)
    bare = start > 0 and tokens.lower[start - 1] in _LINKS
    return bare and all(text.islower() for text in tokens.text[start:end])


def _noun_phrase(tokens: Tokens, n: int, limit: int) -> int:
    """Past the adjectives, nouns and names from the token on; "and" joins two of a kind."""
    known, lower, text, tag = offices(), tokens.lower, tokens.text, tokens.tag
    start = n
    while n < limit:
        if tag[n] in (Tag.NAME, Tag.NOUN, Tag.ADJECTIVE) or lower[n] in known.portfolios or lower[n] in known.bodies:
            if lower[n] in known.calendar or (
                n > start and lower[n - 1] in known.portfolios and is_name_word(tokens, n)
            ):
                break  # "Minister of Justice Ana Duarte"
            n += 1
        elif n > start and text[n][0].isupper() and text[n - 1][0].isupper():
            n += 1  # "the United Mine Workers"
        elif lower[n] == "'s" and n > start and n + 1 < limit and text[n + 1][0].isalpha():
            n += 1
        elif lower[n] in {"and", "&"} and n > start and (after := _joined(tokens, n, limit)):
            n = after
        else:
            break
    return n


def _joined(tokens: Tokens, n: int, limit: int) -> int | None:
    """Past "and" and the word behind it, when it joins two fields ("justice and health") or two names."""
    known, lower, text = offices(), tokens.lower, tokens.text
    then = n + 1
    if then < limit and tokens.tag[then] is Tag.DETERMINER:
        then += 1
    if then >= limit or lower[then] in known.anchors or lower[then] in known.tenures:
        return None
    fields = lower[then] in known.portfolios and lower[n - 1] in known.portfolios
    names = text[n - 1][0].isupper() and text[then][0].isupper()
    return then + 1 if fields or names else None
