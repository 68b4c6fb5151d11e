"""What a diff is printed as: JSON by its schema, and the sentences of a correction notice."""

from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest

import claimcheck
from claimcheck.changes import compare
from claimcheck.model import ChangeKind, Diff
from claimcheck.renderers import correction, diff_json

SCHEMA = json.loads(resources.files("claimcheck").joinpath("schemas/diff.schema.json").read_text("utf-8"))
OLD = "At least 12 men were killed in Orsk on 3 May 1992. The road was open. It was cold. A dog barked."
NEW = "14 men were killed in Orsk on 4 May 1992. The road was not open. A dog barked. They left for Tarsk."
SAID = "An earlier version of this article said that "


def diff(before: str, after: str) -> Diff:
    return compare(claimcheck.extract(claimcheck.parse(before)), claimcheck.extract(claimcheck.parse(after)))


@pytest.mark.parametrize(("before", "after"), [(OLD, NEW), (OLD, OLD), ("", NEW), (OLD, "")])
def test_the_json_form_keeps_to_its_schema(before: str, after: str) -> None:
    jsonschema.validate(json.loads(diff_json.render(diff(before, after))), SCHEMA)


def test_the_schema_knows_every_kind_of_change() -> None:
    assert SCHEMA["$defs"]["kind"]["enum"] == [kind.value for kind in ChangeKind]


@pytest.mark.parametrize(
    ("before", "after", "notice"),
    [
        (
            "The fire killed 12 men in Orsk.",
            "The fire killed 14 men in Orsk.",
            SAID + "the fire killed 12 men in Orsk; the correct figure is 14.",
        ),
        (
            "At least 41 prisoners were killed.",
            "Forty-one prisoners were killed.",
            SAID + "at least 41 prisoners were killed; the correct figure is forty-one.",
        ),
        (
            "The siege began on 3 May 1992.",
            "The siege began on 13 May 1992.",
            SAID + "the siege began on 3 May 1992; the correct date is 13 May 1992.",
        ),
        (
            "The order was signed by Ruzin.",
            "The order was signed by Orlen.",
            SAID + "the order was signed by Ruzin; the correct name is Orlen.",
        ),
        (
            "They had held 213 men.",
            "They had held 312 men.",
            "An earlier version of this article said “213” where it now says “312”: They had held 312 men.",
        ),
        (
            "It was open.",
            "It was not open.",
            "An earlier version of this article said: “It was open.” It should have said: “It was not open.”",
        ),
        (
            "“We will never leave,” she said.",
            "“We will not leave,” she said.",
            "An earlier version of this article misquoted the words “We will not leave” as “We will never leave”.",
        ),
        ("The road was open at last.", "The road was finally open.", ""),
    ],
)
def test_a_notice_says_what_was_wrong_and_what_is_right(before: str, after: str, notice: str) -> None:
    assert correction.correction(diff(before, after)).strip() == notice
