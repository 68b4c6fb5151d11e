"""Whether the words that a claim shares with a passage hang together there as they do in the claim.

"Duarte was sentenced" shares its words with "Duarte met the guard who was sentenced". Where the words between, the
voice of a verb, or a "by" could make somebody else the one who does or suffers it, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.comparison.alignment import Alignment, Edit
from claimcheck.comparison.slots import field_of
from claimcheck.comparison.words import Unit
from claimcheck.model import FieldComparison, Relation, Tag

_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.ADJECTIVE})
_ARTICLES = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE})
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_BACK = 3  # units before a verb among which its "was" stands


def compare_roles(claim: Sequence[Unit], passage: Sequence[Unit], alignment: Alignment) -> Iterator[FieldComparison]:
    """A field "role" for each place at which somebody else could be meant."""
    for edit in alignment.edits:
        theirs = [passage[j] for j in edit.passage]
        if edit.edge:
            if edit.passage.start == 0 and edit.claim.start == 0 and _governed(claim, passage, edit):
                yield _role(theirs[-2:])
        elif edit.claim:
            ours = [claim[i] for i in edit.claim]
            if not any(unit.content for unit in ours) and any(u.tag in _VERBAL and u.content for u in theirs):
                yield _role(theirs, ours)  # "was" where the passage has "that his party called"
            elif not theirs and not passage[edit.passage.start - 1].closed and any(u.lemma == "be" for u in ours):
                yield _role([passage[edit.passage.start - 1]], ours)  # "was" in what "called the plan a farce" has
        elif not _harmless(theirs, edit, passage):
            yield _role(theirs)
    yield from compare_voices(claim, passage, alignment)
    if len({passage[j].aside for _, j in alignment.pairs}) > len({unit.aside for unit in claim}):
        yield _role([passage[j] for _, j in alignment.pairs if passage[j].aside])
    sentences = {passage[j].sentence for _, j in alignment.pairs}
    if len(sentences) > len({unit.sentence for unit in claim}):
        yield _role([passage[alignment.pairs[-1][1]]])


def compare_voices(claim: Sequence[Unit], passage: Sequence[Unit], alignment: Alignment) -> Iterator[FieldComparison]:
    """A field "role" for each verb that is active on one side and passive on the other, and each lost or added "by"."""
    for edit in alignment.edits:
        ours, theirs = [claim[i] for i in edit.claim], [passage[j] for j in edit.passage]
        if _has_by(ours) != _has_by(theirs) and not (edit.edge and not ours):
            yield _role(theirs, ours)
    for i, j in alignment.pairs:
        if claim[i].tag in _VERBAL and passage[j].tag in _VERBAL and _passive(claim, i) != _passive(passage, j):
            yield _role([passage[j]], [claim[i]])


def _governed(claim: Sequence[Unit], passage: Sequence[Unit], edit: Edit) -> bool:
    """Whether what the claim begins with hangs in the passage on a word before: "the brother of" Duarte."""
    first = edit.passage.stop
    if edit.claim or first >= len(passage) or claim[0].tag not in _NOMINAL:
        return False
    before = [unit for unit in passage[:first] if unit.sentence == passage[first].sentence]
    while before and before[-1].tag in _ARTICLES and not before[-1].closed:
        before.pop()
    return bool(before) and not before[-1].closed and (before[-1].tag is Tag.PREPOSITION or before[-1].key == "'s")


def _harmless(theirs: Sequence[Unit], edit: Edit, passage: Sequence[Unit]) -> bool:
    """Whether the claim may leave these words out without giving its verb another subject or object."""
    before, behind = passage[edit.passage.start - 1], passage[edit.passage.stop]
    finite = any(unit.tag in _FINITE for unit in theirs)
    if before.closed and theirs[-1].closed:
        return True  # an aside between commas
    if theirs[0].tag is Tag.RELATIVE:
        return finite and theirs[-1].closed
    if finite or theirs[0].key == "'s":
        return False
    if theirs[0].key == behind.key and any(unit.tag is Tag.CONJUNCTION for unit in theirs):
        return False  # "on Monday and Sayed" on Tuesday
    tail = [unit for unit in theirs if unit.tag not in _ARTICLES and not unit.number]
    if tail and tail[-1].tag is Tag.PREPOSITION and behind.tag in _NOMINAL:
        return False  # "the brother of" Duarte
    return not (behind.tag in _FINITE and theirs[0].tag in _NOMINAL and not before.closed)


def _passive(units: Sequence[Unit], at: int) -> bool:
    """Whether a form of "be" or "get" before the verb makes its subject the one who suffers it."""
    for unit in reversed(units[max(0, at - _BACK) : at]):
        if unit.lemma in ("be", "get"):
            return True
        if unit.tag not in (Tag.ADVERB, Tag.NEGATION):
            return False
    return False


def _has_by(units: Sequence[Unit]) -> bool:
    return any(unit.lemma == "by" for unit in units)


def _role(theirs: Sequence[Unit], ours: Sequence[Unit] = ()) -> FieldComparison:
    return field_of("role", Relation.ABSENT, ours, theirs)
