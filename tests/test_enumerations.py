"""Our enumerations behave as the standard library's do."""

from __future__ import annotations

import copy
import enum
import json
import pickle
from typing import Any

import pytest

from claimcheck.enumerations import StrEnum


class Ours(StrEnum):
    """A colour."""

    RED = "red"
    DEEP_BLUE = "deep-blue"

    @property
    def short(self) -> str:
        return self.value[0]


class Theirs(enum.StrEnum):
    """A colour."""

    RED = "red"
    DEEP_BLUE = "deep-blue"

    @property
    def short(self) -> str:
        return self.value[0]


def test_a_member_is_its_string() -> None:
    for member, twin in zip(Ours, Theirs, strict=True):
        assert (str(member), f"{member:>12}", member.upper()) == (str(twin), f"{twin:>12}", twin.upper())
        assert hash(member) == hash(twin) == hash(str(twin))
        assert json.dumps({member: member}) == json.dumps({twin: twin})
        assert (member.name, member.value, member.short) == (twin.name, twin.value, twin.short)
        assert repr(member).replace("Ours", "Theirs") == repr(twin)
        assert isinstance(member, Ours)


def test_the_class_holds_its_members_in_order() -> None:
    assert [*Ours] == [Ours.RED, Ours.DEEP_BLUE]
    assert len(Ours) == 2
    assert [*Ours.__members__] == [*Theirs.__members__]
    assert Ours["DEEP_BLUE"] is Ours("deep-blue") is Ours(Ours.DEEP_BLUE) is Ours.DEEP_BLUE
    assert Ours.RED in Ours
    assert (Ours.__name__, Ours.__module__, Ours.__doc__) == ("Ours", __name__, "A colour.")


@pytest.mark.parametrize("value", ["green", "", None, 3, []])
def test_what_is_no_member_is_refused(value: Any) -> None:
    errors = []
    for colours in (Ours, Theirs):
        with pytest.raises(ValueError, match="is not a valid") as raised:
            colours(value)
        errors.append(str(raised.value).replace("Ours", "Theirs"))
    assert errors[0] == errors[1]


def test_nothing_can_be_changed() -> None:
    changed: Any = Ours
    with pytest.raises(AttributeError):
        changed.RED = "green"


def test_members_stay_themselves_when_matched_copied_and_sent_to_another_process() -> None:
    match Ours("red"):
        case Ours.RED:
            pass
        case _:
            pytest.fail("not matched")
    for twin in (copy.copy(Ours.RED), copy.deepcopy(Ours.RED), pickle.loads(pickle.dumps(Ours.RED))):
        assert twin is Ours.RED
