"""Enumerations whose members are quick to name: `StrEnum`, to be imported from here instead of from `enum`.

To a type checker it is the standard library's. There, up to Python 3.11, `Tag.NOUN` goes through a hook of the class
and takes twenty times as long as a plain name, and a page of text asks for tens of thousands. Here members are
attributes like any other. What is an option of a command stays with the standard library: typer knows it by that.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import StrEnum as StrEnum
else:

    class _Members(type):
        """The class of an enumeration, which holds its members in order."""

        def __new__(cls, name, bases, namespace):
            values = {n: v for n, v in namespace.items() if type(v) is str and not n.startswith("_")}
            rest = {n: v for n, v in namespace.items() if n not in values}
            made = super().__new__(cls, name, bases, {"__slots__": (), **rest})
            members = {n: _member(made, n, v) for n, v in values.items()}
            for member in members.values():
                type.__setattr__(made, member.name, member)
            type.__setattr__(made, "__members__", members)
            type.__setattr__(made, "_of_value", {str(member): member for member in members.values()})
            return made

        def __call__(cls, value):
            try:
                return cls._of_value[value]
            except (KeyError, TypeError):
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}") from None

        def __getitem__(cls, name):
            return cls.__members__[name]

        def __iter__(cls):
            return iter(cls.__members__.values())

        def __len__(cls):
            return len(cls.__members__)

        def __contains__(cls, member):
            return isinstance(member, cls)

        def __setattr__(cls, name, value):
            raise AttributeError(f"cannot assign to {name!r} of {cls.__qualname__}")

    class StrEnum(str, metaclass=_Members):
        """Strings that are the members of an enumeration."""

        __slots__ = ("name", "value")

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce__(self):
            return type(self), (self.value,)

    def _member(cls, name, value):
        member = str.__new__(cls, value)
        str.__setattr__(member, "name", name)
        str.__setattr__(member, "value", value)
        return member
