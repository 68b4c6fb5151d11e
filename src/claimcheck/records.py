"""Data classes and named tuples that cost little to define: imported from here instead of the standard library.

To a type checker they are the standard library's. That one writes and compiles up to eight methods for each data class
as soon as it is defined, and compiles each annotation of a named tuple, which for our two hundred classes takes longer
than to check a page. Here only `__init__` is written, when the first value is made; the other methods are shared.
`fields`, `asdict` and `replace` of the standard library work too.

`typing`, too, takes longer to import than it saves: where nothing but a type checker needs it, a module says so with
`TYPE_CHECKING = False`, which to a type checker is true.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import NamedTuple as NamedTuple
    from typing import overload as overload

    def native(cls: type, annotations: Mapping[str, str], defaults: Mapping[str, object], frozen: bool) -> None: ...
else:
    from _collections import _tuplegetter
    from collections import namedtuple
    from operator import attrgetter

    from claimcheck.kept import keep, kept

    _MISSING = object()

    def dataclass(cls=None, *, frozen=False, slots=True):
        """A class with the fields that its annotations name; always with slots."""
        if cls is None:
            return lambda cls: dataclass(cls, frozen=frozen)
        annotations = cls.__annotations__
        names = tuple(annotations)
        members = {name: member for name, member in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
        defaults = {name: members.pop(name) for name in names if name in members}
        compared = [n for n in names if not isinstance(d := defaults.get(n), _Field) or d.compare]
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
            "__match_args__": tuple(name for name in names if _in_init(defaults.get(name))),
            "__dataclass_fields__": _Fields(defaults, annotations),
            "_defaults": defaults,
        }
        return type(cls)(cls.__name__, cls.__bases__, {**shared, **members, **own, "__qualname__": cls.__qualname__})

    def native(cls, annotations, defaults, frozen):
        """Gives a compiled class what it cannot have from the compiler."""
        names = tuple(annotations)
        cls.__slots__ = names
        cls.__dataclass_fields__ = _Fields(defaults, annotations)
        cls.__repr__ = _repr
        cls.__reduce__ = _made_anew
        if frozen:
            cls.__setattr__ = cls.__delattr__ = _refuse
        else:
            cls.__hash__ = None

    def _write_init_first(self, *args, **kwargs):
        cls = type(self)
        cls.__init__ = _init_of(cls)
        cls.__init__(self, *args, **kwargs)

    def _init_of(cls):
        """The class's own `__init__`, as its fields and their defaults have it."""
        space, parameters, lines = {"_MISSING": _MISSING}, ["self"], []
        writable = cls.__setattr__ is not _refuse
        for name in cls.__slots__:
            default = cls._defaults.get(name, _MISSING)
            factory = default.default_factory if isinstance(default, _Field) else _MISSING
            plain = default.default if isinstance(default, _Field) else default
            space[f"_set_{name}"] = getattr(cls, name).__set__
            value = name
            if factory is not _MISSING:
                space[f"_default_{name}"] = factory
                value = f"_default_{name}() if {name} is _MISSING else {name}"
                parameters.append(f"{name}=_MISSING")
            elif not _in_init(default):
                continue
            elif plain is not _MISSING:
                space[f"_default_{name}"] = plain
                parameters.append(f"{name}=_default_{name}")
            else:
                parameters.append(name)
            lines.append(f" self.{name} = {value}" if writable else f" _set_{name}(self, {value})")
        if hasattr(cls, "__post_init__"):
            lines.append(" self.__post_init__()")
        exec(_code(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass")), space)
        return space["__init__"]

    def _code(written):
        code = kept(written)
        if code is None:
            code = compile(written, __file__, "exec", dont_inherit=True)
            keep(written, lambda: code)
        return code

    def _in_init(default):
        return not isinstance(default, _Field) or default.init

    def _repr(self):
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{self.__class__.__qualname__}({shown})"

    def _refuse(self, name, *value):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")

    def _state(self):
        return [getattr(self, name) for name in self.__slots__]

    def _restore(self, state):
        for name, value in zip(self.__slots__, state, strict=True):
            object.__setattr__(self, name, value)

    def _made_anew(self):
        """How a copy in another process is made: compiled classes have no value without its fields."""
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)

    def replace(value, /, **changes):
        """The same value but for the fields that are given anew."""
        for name in value.__match_args__:
            if name not in changes:
                changes[name] = getattr(value, name)
        return type(value)(**changes)

    def field(*, default=_MISSING, default_factory=_MISSING, init=True, compare=True):
        """What a field is beside its type."""
        return _Field(default, default_factory, init, compare)

    _Field = namedtuple("_Field", ("default", "default_factory", "init", "compare"))

    class _Fields:
        """What the standard library calls the fields, asked of itself the first time that somebody wants them."""

        def __init__(self, defaults, annotations):
            self._namespace = {"__annotations__": annotations, **defaults}

        def __get__(self, value, cls):
            import dataclasses

            for name, default in self._namespace.items():
                if isinstance(default, _Field):
                    given = {key: part for key, part in default._asdict().items() if part is not _MISSING}
                    self._namespace[name] = dataclasses.field(**given)
            bare = type(cls.__name__, (), {**self._namespace, "__doc__": cls.__name__})  # or a signature is made for it
            found = dataclasses.dataclass(bare, init=False, repr=False, eq=False, match_args=False).__dataclass_fields__
            cls.__dataclass_fields__ = found
            return found

    class _Named(type):
        """Makes of a class with annotated fields a tuple whose items have their names."""

        def __new__(cls, name, bases, members):
            if not bases:
                return super().__new__(cls, name, bases, members)
            names = tuple(members["__annotations__"])
            own = {
                "__slots__": (),
                "__match_args__": names,
                "_fields": names,
                "_field_defaults": {field: members.pop(field) for field in names if field in members},
            }
            items = {field: _tuplegetter(place, "") for place, field in enumerate(names)}
            return type(name, (tuple,), {**_SHARED, **items, **own, **members})

    def _write_new_first(cls, *args, **kwargs):
        parameters = ", ".join(f"{name}=_{name}" if name in cls._field_defaults else name for name in cls._fields)
        space = {"_new": tuple.__new__, **{f"_{name}": value for name, value in cls._field_defaults.items()}}
        items = "".join(f"{name}, " for name in cls._fields)
        exec(_code(f"def __new__(_cls, {parameters}):\n return _new(_cls, ({items}))"), space)
        cls.__new__ = staticmethod(space["__new__"])
        return cls.__new__(cls, *args, **kwargs)

    def _replace_items(self, /, **changes):
        return type(self)(**{**self._asdict(), **changes})

    _SHARED = {
        "__new__": _write_new_first,
        "__getnewargs__": lambda self: tuple(self),
        "__repr__": lambda self: f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in self._asdict().items())})",
        "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
        "_make": classmethod(tuple.__new__),
        "_replace": _replace_items,
    }

    class NamedTuple(metaclass=_Named):
        """The base of a tuple whose items have names."""

    def overload(method):
        """Nothing but a type checker reads what an overload says."""
        return method
