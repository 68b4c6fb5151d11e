"""Which documents go back to which, and how many independent sources that makes."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.evidence.corpus import Corpus
from claimcheck.evidence.ledger import Policy


def roots(ident: str, corpus: Corpus) -> tuple[str, ...]:
    """The documents that this one goes back to, in order of id: itself when it repeats no other."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [ident]
    while waiting:
        name = waiting.pop()
        source = corpus.get(name)
        parents = source.derived_from if source else ()
        if not parents:
            found.add(name)
        waiting += [parent for parent in parents if parent not in seen]
        seen.update(parents)
    return tuple(sorted(found))


def independent_sources(root_sets: Iterable[tuple[str, ...]]) -> int:
    """How many groups the sources form when those that share a root are one."""
    groups: list[set[str]] = []
    for found in root_sets:
        joined = set(found)
        apart = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return len(groups)


def enough(sources: Iterable[str], policy: Policy, corpus: Corpus) -> str | None:
    """None when the policy is met by the sources, else what it wants; those below its grade do not count."""
    least = policy.min_reliability
    counted = []
    for ident in dict.fromkeys(sources):
        source = corpus.get(ident)
        grade = source.reliability if source else None
        if least is None or (grade is not None and grade.reaches(least)):
            counted.append(roots(ident, corpus))
    number = independent_sources(counted)
    if number >= policy.independent_sources:
        return None
    grade_words = f" of reliability {least} or better" if least else ""
    return f"{number} of {policy.independent_sources} independent sources{grade_words}"
