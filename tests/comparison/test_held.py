"""What of a claim a passage says, says otherwise or leaves open: slot by slot, role by role, and verb by verb."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import yaml

from claimcheck.comparison.alignment import align
from claimcheck.comparison.entailment import clashes, unsaid, unvouched
from claimcheck.comparison.roles import compare_roles
from claimcheck.comparison.slots import compare_slots
from claimcheck.comparison.verbs import Sentence, read_sentence
from claimcheck.comparison.words import Unit, read_units
from claimcheck.model import FieldComparison
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

PASSAGES: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("held.yaml").read_text("utf-8"))


def test_claims_are_held_against_passages_as_before(golden: Callable[[str, str], None]) -> None:
    golden(
        "held.txt", "\n".join(line for passage, claims in PASSAGES.items() for line in (*_held(passage, claims), ""))
    )


def _held(passage: str, claims: Iterable[str]) -> Iterator[str]:
    theirs = read_units(read_prose(parse_plain(passage)))
    sentences = list(_sentences(theirs))
    yield passage
    for claim in claims:
        yield f"  {claim}"
        units = read_units(read_prose(parse_plain(claim)))
        laid = align([unit.key for unit in units], [unit.key for unit in theirs])
        for name, fields in (
            ("slot", compare_slots(units, theirs, laid)),
            ("role", compare_roles(units, theirs, laid)),
            ("unsaid", unsaid(units, sentences)),
            ("clash", clashes(units, sentences, theirs)),
            ("unvouched", unvouched(units, sentences)),
        ):
            yield from (f"    {name}: {_field(field)}" for field in fields)


def _sentences(units: tuple[Unit, ...]) -> Iterator[Sentence]:
    before: tuple[Unit, ...] = ()
    for number in range(units[-1].sentence + 1):
        sentence = tuple(unit for unit in units if unit.sentence == number)
        yield read_sentence(sentence, before)
        before = sentence


def _field(field: FieldComparison) -> str:
    spans = " ".join(str(span and (span.start, span.end)) for span in (field.claim_span, field.evidence_span))
    return f"{field.field} {field.relation}: “{field.claim_words}” there “{field.evidence_words}” {spans}"
