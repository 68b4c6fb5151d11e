"""A person in an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.claims.atom import Atom
from claimcheck.claims.kind import ClaimKind
from claimcheck.claims.wording import FINITE
from claimcheck.model import Claim, Kind, Official, Prose, Span, Tag, Value

_VERBAL = FINITE | {Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE}


def recognise(atom: Atom) -> str | None:
    """The person and the office, when the office is all that the claim says: no verb stands outside of it."""
    tokens = atom.prose.tokens
    for value in atom.values:
        if not isinstance(value, Official):
            continue
        before = (i for i in atom.words if tokens.start[i] < value.span.start)
        after = (i for i in atom.words if tokens.start[i] >= value.span.end)
        named_last = value.person_span is not None and value.person_span.end == value.span.end
        predicates = _VERBAL if named_last else FINITE  # an office may go on: "member of a court set up in 1992"
        if not any(tokens.tag[i] in _VERBAL for i in before) and not any(tokens.tag[i] in predicates for i in after):
            tenure = f"{value.tenure} " if value.tenure else ""
            return f"{value.person}: {tenure}{value.role}"
    return None


def told_by(value: Value) -> tuple[Span, ...]:
    """The words that a claim must hold to tell the value: of an office the person and the role, else all of it."""
    if isinstance(value, Official) and value.person_span and value.role_span:
        return (value.person_span, value.role_span)
    return (value.span,)


def untold(prose: Prose, values: Iterable[Value], claims: Iterable[Claim]) -> Iterator[tuple[Span, ...]]:
    """The words of each office that no claim tells yet: a title before a name, or an apposition to it.

    An office that the same person was given before in the document is not told again.
    """
    told = {_name(v) for c in claims if c.kind is Kind.OFFICIAL for v in c.values if isinstance(v, Official)}
    for value in values:
        if not isinstance(value, Official) or _name(value) in told:
            continue
        told.add(_name(value))
        words = value.span.of(prose.text)
        if words.count("(") != words.count(")"):
            continue  # read across a bracket
        yield _words(prose, value)


def _name(official: Official) -> tuple[str, str]:
    return official.person, official.role.lower()


def _words(prose: Prose, official: Official) -> tuple[Span, ...]:
    """The person and the role phrase; what stands between them, such as another apposition, is left out."""
    person, role = official.person_span, official.role_span
    if person is None or role is None or role.start < person.end:
        return (official.span,)
    between = prose.text[person.end : role.start]
    comma = between.rfind(",")
    if comma <= 0:
        return (official.span,)
    start = person.end + comma + 1
    start += len(prose.text[start : role.start]) - len(prose.text[start : role.start].lstrip())
    return (person, Span(start, role.end))


KIND: ClaimKind = ClaimKind(
    kind=Kind.OFFICIAL,
    summary="A person in an office: who holds, held or will hold it.",
    recognise=recognise,
    matches=(
        "Ana Duarte, the former interior minister, left the hall.",
        "Ana Duarte is the mayor of Orsk.",
        "Interior Minister Ana Duarte resigned.",
        "Ana Duarte, an engineer from Orsk, former judge at the Harbour Court, spoke.",
        "Ana Duarte, the minister of justice, was also a member of the Truth Commission.",
    ),
    misses=(
        "Ana Duarte, his mother, came from Orsk.",
        "The minister resigned.",
        "Ana Duarte met the mayor of Orsk.",
        "The chairman read from the minutes.",
    ),
)
