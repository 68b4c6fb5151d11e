"""Our data classes and named tuples behave as the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from typing import Any

import pytest

from claimcheck.records import NamedTuple, dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Ours:
    """A value."""

    number: int
    name: str = "x"
    more: tuple[int, ...] = field(default_factory=tuple)
    note: str = field(default="", compare=False)
    both: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "both", f"{self.name}{self.number}")

    @property
    def double(self) -> int:
        return 2 * self.number


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    """A value."""

    number: int
    name: str = "x"
    more: tuple[int, ...] = dataclasses.field(default_factory=tuple)
    note: str = dataclasses.field(default="", compare=False)
    both: str = dataclasses.field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "both", f"{self.name}{self.number}")

    @property
    def double(self) -> int:
        return 2 * self.number


@dataclass(slots=True)
class Loose:
    items: list[int] = field(default_factory=list)


class OurPair(NamedTuple):
    """Two numbers."""

    first: int
    second: int = 2

    @property
    def both(self) -> int:
        return self.first + self.second


class TheirPair(typing.NamedTuple):
    """Two numbers."""

    first: int
    second: int = 2

    @property
    def both(self) -> int:
        return self.first + self.second


def _outcome(of: Any, *arguments: Any, **named: Any) -> object:
    try:
        return of(*arguments, **named)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [((1,), {}), ((1, "y", (2,), "n"), {}), ((), {"number": 3, "note": "n"}), ((), {}), ((1, 2, 3, 4, 5), {})],
)
def test_values_are_made_and_shown_alike(arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = _outcome(Ours, *arguments, **named), _outcome(Theirs, *arguments, **named)
    assert repr(ours).replace("Ours", "Theirs") == repr(theirs)


def test_equality_and_hash_leave_out_what_is_not_compared() -> None:
    assert Ours(1) == Ours(1, note="other")
    assert hash(Ours(1)) == hash(Ours(1, note="other"))
    assert Ours(1) != Ours(2)
    other: object = Theirs(1)
    assert Ours(1) != other
    assert Loose.__hash__ is None


def test_a_frozen_value_cannot_be_changed_and_has_no_other_attributes() -> None:
    value: Any = Ours(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.number = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.number
    assert not hasattr(value, "__dict__")
    loose: Any = Loose()
    loose.items = [1]
    with pytest.raises(AttributeError):
        loose.other = 1


def test_each_value_has_its_own_default() -> None:
    Loose().items.append(1)
    assert Loose() == Loose([])


def test_the_standard_library_knows_them() -> None:
    assert [f.name for f in dataclasses.fields(Ours)] == [f.name for f in dataclasses.fields(Theirs)]
    assert dataclasses.replace(Ours(1, "y"), number=2) == Ours(2, "y")
    assert dataclasses.replace(Ours(1, "y"), number=2).both == "y2"
    assert dataclasses.is_dataclass(Ours)
    assert dataclasses.asdict(Loose([1])) == {"items": [1]}


def test_they_can_be_matched_copied_and_sent_to_another_process() -> None:
    value = Ours(1, "y", (2,), "n")
    match value:
        case Ours(number, name=name):
            assert (number, name) == (1, "y")
    for twin in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert (twin, twin.note, twin.both) == (value, "n", "y1")
    assert pickle.loads(pickle.dumps(Loose([1]))) == Loose([1])


def test_names_and_methods_are_kept() -> None:
    assert (Ours.__name__, Ours.__qualname__, Ours.__module__, Ours.__doc__) == ("Ours", "Ours", __name__, "A value.")
    assert Ours(2).double == 4


def test_a_changed_value_is_a_new_one() -> None:
    value = Ours(1, "y", note="n")
    changed = replace(value, number=2)
    assert (changed, changed.note, changed.both) == (Ours(2, "y"), "n", "y2")
    assert (value.number, value.both) == (1, "y1")
    assert replace(Theirs(1, "y"), number=2) == Theirs(2, "y")
    with pytest.raises(TypeError):
        replace(value, other=2)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("arguments", "named"), [((1,), {}), ((1, 3), {}), ((), {"second": 4, "first": 3}), ((), {}), ((1, 2, 3), {})]
)
def test_named_tuples_are_made_and_shown_alike(arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = _outcome(OurPair, *arguments, **named), _outcome(TheirPair, *arguments, **named)
    assert repr(ours).replace("OurPair", "TheirPair") == repr(theirs)
    assert ours == theirs


def test_a_named_tuple_is_a_tuple_with_names_and_methods() -> None:
    pair = OurPair(1)
    assert (*pair, pair.first, pair[1], pair.both) == (1, 2, 1, 2, 3)
    assert pair._replace(second=3) == (1, 3)
    match pair:
        case OurPair(first, second=second):
            assert (first, second) == (1, 2)
    for twin in (copy.copy(pair), pickle.loads(pickle.dumps(pair))):
        assert twin == pair
        assert type(twin) is OurPair
    named = ("__name__", "__qualname__", "__module__", "__doc__", "_fields", "_field_defaults", "__match_args__")
    for name in named:
        assert getattr(OurPair, name) == _renamed(getattr(TheirPair, name))
    with pytest.raises(AttributeError):
        pair.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        pair.other = 2  # type: ignore[attr-defined]


def _renamed(found: object) -> object:
    return found.replace("TheirPair", "OurPair") if isinstance(found, str) else found
