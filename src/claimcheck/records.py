"""Data classes that cost little to define: `dataclass`, to be imported from here instead of from the standard library.

To a type checker they are the standard library's. That one writes and compiles up to eight methods for each class as
soon as it is defined, which for our hundred classes takes longer than to check a page. Here only `__init__` is written,
when the first value is made; the other methods are shared. `fields` and `replace` of the standard library work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import MISSING, Field, FrozenInstanceError
    from inspect import get_annotations
    from operator import attrgetter

    def dataclass(cls=None, *, frozen=False, slots=True):
        """A class with the fields that its annotations name; always with slots."""
        if cls is None:
            return lambda cls: dataclass(cls, frozen=frozen)
        annotations = get_annotations(cls)
        names = tuple(annotations)
        members = {name: member for name, member in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
        defaults = {name: members.pop(name) for name in names if name in members}
        compared = [n for n in names if not isinstance(d := defaults.get(n), Field) or d.compare is not False]
        values = attrgetter(*compared)
        shared = {
            "__eq__": lambda self, other: (
                values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
            ),
            "__hash__": (lambda self: hash(values(self))) if frozen else None,
            "__init__": _write_init_first,
            "__repr__": _repr,
        }
        if frozen:
            shared |= {"__setattr__": _refuse, "__delattr__": _refuse}
            shared |= {"__getstate__": _state, "__setstate__": _restore}
        own = {
            "__slots__": names,
            "__match_args__": tuple(name for name in names if _in_init(defaults.get(name, MISSING))),
            "__dataclass_fields__": _Fields(defaults, annotations),
            "_defaults": defaults,
        }
        return type(cls)(cls.__name__, cls.__bases__, {**shared, **members, **own, "__qualname__": cls.__qualname__})

    def _write_init_first(self, *args, **kwargs):
        cls = type(self)
        cls.__init__ = _init_of(cls)
        cls.__init__(self, *args, **kwargs)

    def _init_of(cls):
        """The class's own `__init__`, as its fields and their defaults have it."""
        space, parameters, lines = {"_MISSING": MISSING}, ["self"], []
        writable = cls.__setattr__ is not _refuse
        for name in cls.__slots__:
            default = cls._defaults.get(name, MISSING)
            factory = default.default_factory if isinstance(default, Field) else MISSING
            plain = default.default if isinstance(default, Field) else default
            space[f"_set_{name}"] = getattr(cls, name).__set__
            value = name
            if factory is not MISSING:
                space[f"_default_{name}"], plain = factory, MISSING
                value = f"_default_{name}() if {name} is _MISSING else {name}"
                parameters.append(f"{name}=_MISSING")
            elif not _in_init(default):
                continue
            elif plain is not MISSING:
                space[f"_default_{name}"] = plain
                parameters.append(f"{name}=_default_{name}")
            else:
                parameters.append(name)
            lines.append(f" self.{name} = {value}" if writable else f" _set_{name}(self, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append(" self.__post_init__()")
        exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), space)
        return space["__init__"]

    def _in_init(default):
        return not isinstance(default, Field) or default.init

    def _repr(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{self.__class__.__qualname__}({shown})"

    def _refuse(self, name, *value):
        raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")

    def _state(self):
        return [getattr(self, name) for name in self.__slots__]

    def _restore(self, state):
        for name, value in zip(self.__slots__, state, strict=True):
            object.__setattr__(self, name, value)

    class _Fields:
        """What the standard library calls the fields, asked of itself the first time that somebody wants them."""

        def __init__(self, defaults, annotations):
            self._namespace = {"__annotations__": annotations, **defaults}

        def __get__(self, value, cls):
            from dataclasses import dataclass

            bare = type(cls.__name__, (), {**self._namespace, "__doc__": cls.__name__})  # or a signature is made for it
            found = dataclass(bare, init=False, repr=False, eq=False, match_args=False).__dataclass_fields__
            cls.__dataclass_fields__ = found
            return found
