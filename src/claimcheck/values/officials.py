"""People in offices."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import load
from claimcheck.model import Official, Prose, Span, Tag, Tenure, Tokens, hull
from claimcheck.records import NamedTuple
from claimcheck.values.names import Name, name_after, name_before
from claimcheck.values.offices import Offices, Role, head_at, offices, role_at
from claimcheck.values.persons import fullest_names

_REACH = 16  # words of an apposition that is skipped
_FAR = 60  # words back to the subject of "… and became mayor"
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_OPENERS = frozenset({",", "(", "—", "–", "--"})
_CLOSERS = frozenset({",", ")", "—", "–", "--", ".", ";", ":", "!", "?", "who", "whose"})
_OBLIQUE = frozenset(
    {"of", "for", "with", "by", "to", "from", "against", "about", "if", "whether", "than", "like", "between"}
)


class _Verbs(NamedTuple):
    now: frozenset[str]
    ever: frozenset[str]
    with_as: frozenset[str]
    appointing: frozenset[str]


@cache
def _verbs() -> _Verbs:
    data = load("offices")
    return _Verbs(*(frozenset(data[key]) for key in ("holding_now", "holding", "with_as", "appointing")))


class _Found(NamedTuple):
    person: Name
    role: Role
    tenure: Tenure | None


def find_officials(prose: Prose) -> tuple[Official, ...]:
    """One value for each office that the text gives a person, in the order of the text.

    A person has the fullest name that the document gives. Without a name ("the minister") there is no official.
    """
    tokens, anchors = prose.tokens, offices().anchors
    at = [i for i, word in enumerate(tokens.lower) if word in anchors or ("-" in word and len(word) > 1)]
    if not at:
        return ()
    found: list[_Found] = []
    nth = 0
    for sentence in prose.sentences:
        words = sentence.words
        while nth < len(at) and at[nth] < words.start:
            nth += 1
        reader: _SentenceReader | None = None
        while nth < len(at) and at[nth] < words.stop:
            reader = reader or _SentenceReader(tokens, words, found)
            reader.read(at[nth])
            nth += 1
    names = fullest_names(prose, [f.person for f in found])
    return tuple(_official(prose, f, names[f.person]) for f in found)


def _official(prose: Prose, found: _Found, person: str) -> Official:
    tokens, role = prose.tokens, found.role
    text = prose.text

    def words(between: tuple[int, int] | None) -> str | None:
        return (
            " ".join(Span(tokens.start[between[0]], tokens.end[between[1] - 1]).of(text).split()) if between else None
        )

    def span(start: int, end: int) -> Span:
        return Span(tokens.start[start], tokens.end[end - 1])

    person_span, role_span = span(*found.person), span(role.core, role.end)
    prefix, hyphen, _ = tokens.lower[role.core].partition("-")
    if hyphen and prefix in offices().tenures:
        role_span = Span(role_span.start + len(prefix) + 1, role_span.end)  # ex-president
    start = role.start + (role.definite not in ("", "'s"))
    return Official(
        hull((person_span, span(start, role.end))),
        person,
        " ".join(role_span.of(text).split()),
        words(role.body),
        role.place,
        found.tenure,
        person_span,
        role_span,
    )


class _SentenceReader:
    """Finds whose the offices of one sentence are, from left to right."""

    def __init__(self, tokens: Tokens, words: range, found: list[_Found]) -> None:
        self.tokens, self.found = tokens, found
        self.begin, self.end = words.start, words.stop
        self.known: Offices = offices()
        self.past = words.start  # past the last head noun
        self.holders: dict[int, Name] = {}  # past a role phrase -> whose it is

    def read(self, i: int) -> None:
        """Adds the office whose head noun begins at the token, when the sentence says whose it is."""
        if i < self.past or (head := head_at(self.tokens, i, self.end)) is None:
            return
        if head.end < self.end and head_at(self.tokens, head.end, self.end):
            return  # "deputy director"
        role = role_at(self.tokens, head, max(self.begin, self.past), self.end)
        if role is None:
            return
        for pattern in (self._before_name, self._in_apposition, self._by_verb, self._name_in_apposition):
            if whose := pattern(role):
                person, tenure = whose
                self.found.append(_Found(person, role, tenure or role.tenure or self._tenure_after(role.end)))
                self.holders[role.end] = person
                self.past = max(self.past, role.end if person[0] < role.end else person[1])
                return

    def _before_name(self, role: Role) -> tuple[Name, Tenure | None] | None:
        """Interior Minister Ana Duarte."""
        tokens = self.tokens
        if role.definite in ("a", "an", "any") or role.noun in self.known.body_after:
            return None
        name = name_after(tokens, role.end, self.end)
        if name is None:
            return None
        capital = tokens.text[role.head_end - 1][0].isupper()
        if role.end > role.head_end and not capital:
            return None
        if not capital and name[1] - name[0] == 1 and role.definite in ("the", "this", "that"):
            return None
        alone = role.needs_body and role.definite != "his"
        if alone and not (capital and role.start > self.begin):
            return None
        if (
            name[1] < self.end
            and tokens.text[name[1]][0].isupper()
            and tokens.lower[name[1]] not in self.known.calendar
        ):
            return None  # "Queen Maud Land"
        return name, None

    def _in_apposition(self, role: Role) -> tuple[Name, Tenure | None] | None:
        """Ana Duarte, the former interior minister, …"""
        if role.definite == "any" or not self._closes(role):
            return None
        at, tenure = self._skip_adverbs(role.start)
        if at is None or at <= self.begin:
            return None
        tokens = self.tokens
        if tokens.lower[at - 1] in {"and", "&"}:
            told = tenure or role.tenure
            person = self.holders.get(at - 1)
            if told and tokens.text[at - 2] == ",":
                person = person or self.holders.get(at - 2)
            return (person, tenure) if person and (told or role.definite != "the") else None
        if tokens.text[at - 1] not in _OPENERS:
            return None
        person = self._left_of(at - 1)
        return (person, tenure) if person and self._plausible(person, role) else None

    def _left_of(self, comma: int) -> Name | None:
        """Whose apposition begins behind the comma: a name before it, or before other appositions."""
        tokens = self.tokens
        if comma in self.holders:
            return self.holders[comma]
        comma = self._before_bracket(comma)
        if name := name_before(tokens, comma, self.begin):
            return name
        for n in range(comma - 1, max(self.begin, comma - _REACH), -1):
            if tokens.tag[n] in _FINITE or tokens.text[n] in {";", ":", "."}:
                return None
            if tokens.text[n] == ",":
                first = tokens.lower[n + 1]
                if first in {"a", "an", "the"} or first.isdigit():
                    return self.holders.get(n) or name_before(tokens, n, self.begin)
                return None
        return None

    def _before_bracket(self, n: int) -> int:
        """Past what stands before the bracket that ends here ("Ana Duarte (born in Orsk)"), or here where none does."""
        tokens = self.tokens
        if n <= self.begin or tokens.text[n - 1] != ")":
            return n
        opening = next((k for k in range(n - 2, max(self.begin, n - _FAR), -1) if tokens.text[k] in "()"), n)
        return opening if opening < n and tokens.text[opening] == "(" else n

    def _closes(self, role: Role) -> bool:
        """Whether the apposition ends where its words do, or soon after, and no verb makes them a subject."""
        tokens = self.tokens
        if role.end >= self.end:
            return True
        if name_after(tokens, role.end, self.end):
            return False  # "President Luis Vega" is somebody else
        if tokens.lower[role.end] in {"and", "&"}:
            return self._another_role(role.end + 1)
        for n in range(role.end, min(self.end, role.end + 10)):
            if tokens.lower[n] in _CLOSERS or tokens.tag[n] is Tag.QUOTE:
                return True
            if tokens.tag[n] in _FINITE or tokens.lower[n] in {"and", "or"}:
                return False
        return False

    def _another_role(self, n: int) -> bool:
        """Whether "and" joins a second office of the same person: "the former mayor and now governor"."""
        tokens = self.tokens
        if n < self.end and tokens.tag[n] is Tag.DETERMINER:
            n += 1
        for i in range(n, min(self.end, n + 6)):
            if head_at(tokens, i, self.end):
                after = i + 1
                return not (after < self.end and (tokens.tag[after] in _FINITE or name_after(tokens, after, self.end)))
            if not tokens.text[i][0].isalnum() or tokens.tag[i] in _FINITE:
                return False
        return False

    def _by_verb(self, role: Role) -> tuple[Name, Tenure | None] | None:
        """Ana Duarte became governor of Orsk; …, who currently serves as an adviser to the court."""
        if role.definite == "any":
            return None
        tokens, verbs = self.tokens, _verbs()
        at, tenure = self._skip_adverbs(role.start)
        if at is None or at <= self.begin:
            return None
        verb = at - 1
        as_ = tokens.lower[verb] == "as"
        if as_:
            verb -= 1
        if verb < self.begin:
            return None
        word = tokens.lower[verb]
        if as_ or word not in verbs.now | verbs.ever:
            if word in verbs.appointing or (as_ and word in verbs.with_as):
                pass
            elif (name := name_before(tokens, verb + 1, self.begin)) and name[0] > self.begin:
                # "appointed Ana Duarte (as) minister of justice"
                return (name, tenure) if tokens.lower[name[0] - 1] in verbs.appointing else None
            else:
                return None
        present = word in verbs.now or word in {"serves", "works", "acts"}
        subject_end, auxiliaries = self._before_verb(verb)
        if subject_end is None or (word in verbs.appointing and not auxiliaries):
            return None
        if (
            (word == "been" or "been" in auxiliaries)
            and {"has", "have"} & set(auxiliaries)
            and word not in verbs.appointing
        ):
            present = True
        person = self._subject(subject_end)
        if person is None or not self._plausible(person, role):
            return None
        return person, tenure or (Tenure.CURRENT if present and role.tenure is None else None)

    def _before_verb(self, verb: int) -> tuple[int | None, tuple[str, ...]]:
        """Past the subject of the verb, and its auxiliaries; None when it is denied or only possible."""
        tokens, n, auxiliaries = self.tokens, verb, []
        while n > self.begin:
            word, tag = tokens.lower[n - 1], tokens.tag[n - 1]
            if tag in (Tag.NEGATION, Tag.MODAL, Tag.TO):
                return None, ()
            if tag is Tag.AUXILIARY and word != "having":
                auxiliaries.append(word)
            elif tag is not Tag.ADVERB:
                break
            n -= 1
        return n, tuple(auxiliaries)

    def _subject(self, n: int) -> Name | None:
        """The person named right before the verb, before "who", or before an apposition that ends there."""
        tokens = self.tokens
        if n <= self.begin:
            return None
        if tokens.lower[n - 1] == "who":
            n -= 1
            if n > self.begin and tokens.text[n - 1] == ",":
                n -= 1
            return self._left_of(n)
        if tokens.lower[n - 1] == "and":
            return self.holders.get(n - 1) or self._first_subject(n - 1)
        n = self._before_bracket(n)
        person = self._left_of(n - 1) if tokens.text[n - 1] == "," else name_before(tokens, n, self.begin)
        if person is None:
            return None
        before = tokens.lower[person[0] - 1] if person[0] > self.begin else ""
        return None if before in _OBLIQUE else person

    def _first_subject(self, end: int) -> Name | None:
        """Who the sentence is about so far: the person before its first verb, when no other verb has a subject."""
        tokens, first = self.tokens, None
        for n in range(max(self.begin, end - _FAR), end):
            if tokens.tag[n] not in _FINITE and tokens.tag[n] is not Tag.PARTICIPLE:
                continue
            if first is None:
                first = name_before(tokens, n, self.begin)
                if first is None or (first[0] > self.begin and tokens.lower[first[0] - 1] in _OBLIQUE):
                    return None
            elif tokens.tag[n - 1] in (Tag.NOUN, Tag.NAME, Tag.PRONOUN):
                return None
        return first

    def _name_in_apposition(self, role: Role) -> tuple[Name, Tenure | None] | None:
        """The interior minister, Ana Duarte, …"""
        tokens, comma = self.tokens, role.end
        if tokens.lower[comma : comma + 3] == ("at", "the", "time"):
            comma += 3
        if role.definite in ("", "any") or comma + 1 >= self.end or tokens.text[comma] != ",":
            return None
        if role.needs_body and role.definite != "his":
            return None
        name = name_after(tokens, comma + 1, self.end)
        if name is None:
            return None
        after = name[1]
        closed = after >= self.end or tokens.text[after] in {",", ".", ";", ")", ":"} or tokens.tag[after] in _FINITE
        if not closed or (after < self.end and tokens.text[after] == "," and self._lists(after)):
            return None
        return name, None

    def _lists(self, comma: int) -> bool:
        """Whether what follows the comma goes on with a list of people: ", Luis Vega and …"."""
        tokens = self.tokens
        nxt = name_after(tokens, comma + 1, self.end)
        return nxt is not None and nxt[1] < self.end and tokens.lower[nxt[1]] in {",", "and"}

    def _plausible(self, person: Name, role: Role) -> bool:
        """Whether the name can be a person's: bodies have leaders and members, but are some themselves."""
        if role.needs_body and role.definite != "his":
            return False
        if person[1] - person[0] > 1 or role.noun not in self.known.of_bodies_too:
            return True
        last = self.tokens.lower[person[1] - 1]
        return any(self.tokens.lower[f.person[1] - 1] == last for f in self.found)

    def _skip_adverbs(self, n: int) -> tuple[int | None, Tenure | None]:
        """Left over "currently", "also" and the like, with the tenure they tell; None where the office is denied."""
        tokens, tenure = self.tokens, None
        while n > self.begin:
            word = tokens.lower[n - 1]
            if tokens.tag[n - 1] is Tag.NEGATION or word in {"not", "never", "nearly", "almost"}:
                return None, None
            if word in self.known.tenures and word != "past":
                tenure = self.known.tenures[word]
            elif tokens.tag[n - 1] is not Tag.ADVERB and word not in {"also", "once", "later", "both"}:
                break
            n -= 1
        return n, tenure

    def _tenure_after(self, n: int) -> Tenure | None:
        words = self.tokens.lower[n : min(self.end, n + 4)]
        if words[:3] == ("at", "the", "time") or words[1:4] == ("at", "the", "time"):
            return Tenure.THEN
        if words[:1] == ("until",):
            return Tenure.FORMER
        return None
