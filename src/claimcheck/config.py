"""Settings from `claimcheck.toml` or `[tool.claimcheck]` in `pyproject.toml`, the environment and the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from claimcheck.errors import ClaimcheckError, nearest
from claimcheck.model import Kind, Style
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple, dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


PREFIX = "CLAIMCHECK_"
DEFAULT = "default"
_TABLE = ("tool", "claimcheck")
_AT_LINE = compiled(r" \(at line (\d{1,9}), column \d{1,9}\)\Z")


@dataclass(frozen=True, slots=True)
class PathRule:
    """Files of which findings are left out: all, or those with one of the codes. `path` is a glob from `folder`."""

    path: str
    reason: str
    codes: tuple[str, ...] = ()
    folder: Path = Path()

    def covers(self, file: Path) -> bool:
        """`**` stands for any folders, `*` for anything within a name; a folder's own name covers what is in it."""
        absolute, folder = Path(os.path.abspath(file)), Path(os.path.abspath(self.folder))
        if not absolute.is_relative_to(folder):
            return False
        return _glob(self.path).fullmatch(absolute.relative_to(folder).as_posix()) is not None


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting. `origins` has for each that differs from its default where it was set."""

    ledger: Path | None = None  # None: the nearest claims.yaml
    corpus: Path | None = None  # None: the nearest corpus/
    date_style: Style | None = None  # None: as the text itself suggests
    kinds: tuple[Kind, ...] | None = None  # None: casualties and labels; quotations and offices once there is a corpus
    need_sources: tuple[Kind, ...] = ()
    independent_sources: int | None = None  # None: as the ledger's policy says
    min_reliability: str | None = None  # None: as the ledger's policy says
    cache: Path | None = None  # None: nowhere
    scheduler: str | None = None
    fail_on: tuple[str, ...] = ("warning",)
    ignore: tuple[PathRule, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    file: Path | None = None

    def origin(self, name: str) -> str:
        return dict(self.origins).get(name, DEFAULT)


class _Bad(Exception):
    """A value that a setting cannot have: what is wrong, and what would do."""


class Setting(NamedTuple):
    """One setting: `read` takes a TOML value, and the folder that relative paths in it start from."""

    name: str
    summary: str
    unset: str  # how `claimcheck config` shows it when nothing sets it
    read: Callable[[object, Path], object]
    nothing: str = "auto"  # how it is written that there is none


def _path(value: object, folder: Path) -> Path:
    return folder / _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Bad(f"is not a text: {value!r} (put it in quotation marks)")
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    items = [part for part in value.split(",") if part.strip()] if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)):
        raise _Bad(f'is not a list: {value!r} (write ["one", "two"])')
    return tuple(_text(item) for item in items)


def _one_of(value: object, known: Iterable[str]) -> str:
    names = [str(name) for name in known]
    text = _text(value)
    if text not in names:
        raise _Bad(f"knows no {text!r} ({_hint(text, names)})")
    return text


def _kinds(value: object, _: Path) -> tuple[Kind, ...]:
    return tuple(Kind(_one_of(item, Kind)) for item in _texts(value))


def _style(value: object, _: Path) -> Style | None:
    name = _one_of(value, ("auto", *Style))
    return None if name == "auto" else Style(name)


def _whole(value: object, _: Path) -> int:
    number = int(value) if isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,3}\s*", value) else value
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= 99:
        raise _Bad(f"is not a whole number from 1 to 99: {value!r} (write 1)")
    return number


def _cache(value: object, folder: Path) -> Path | None:
    return None if value is False or value == "off" else _path(value, folder)


def _default_cache(environment: Mapping[str, str]) -> Path | None:
    """The user's own folder for what can be made anew; None where the environment names none."""
    for variable, inside in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache")):
        if environment.get(variable):
            return Path(environment[variable], inside, "claimcheck")
    return None


def _rules(value: object, folder: Path) -> tuple[PathRule, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _Bad('is not a list of rules (write {path = "archive/**", reason = "…"} for each)')
    return tuple(_rule(item, folder) for item in value)


def _rule(fields: dict[str, object], folder: Path) -> PathRule:
    known = ("path", "codes", "reason")
    for name in fields:
        if name not in known:
            raise _Bad(f"has no field {name!r} ({_hint(name, known)})")
    for name in ("path", "reason"):
        if name not in fields:
            raise _Bad(f'has a rule without {name!r} (add {name} = "…")')
    return PathRule(_text(fields["path"]), _text(fields["reason"]), _texts(fields.get("codes", [])), folder)


SETTINGS: tuple[Setting, ...] = (
    Setting("ledger", "The ledger.", "the nearest claims.yaml", _path),
    Setting("corpus", "The folder of source documents.", "the nearest corpus/", _path),
    Setting("date_style", "How dates without a year are read: news, history or auto.", "auto", _style),
    Setting(
        "kinds",
        "The kinds of claim that `check` asks about.",
        "casualty, characterisation; with a corpus also quotation, official",
        _kinds,
    ),
    Setting("need_sources", "The kinds of claim that need a source even where the text says who says so.", "", _kinds),
    Setting("independent_sources", "How many independent sources are enough.", "as the ledger says, else 1", _whole),
    Setting(
        "min_reliability",
        "The least reliable grade of source that counts, A to F.",
        "as the ledger says, else any",
        lambda value, _: _one_of(value, "ABCDEF"),
    ),
    Setting("cache", "What one run keeps for the next; off for nothing.", "the user's cache folder", _cache, "off"),
    Setting(
        "scheduler",
        "The Dask scheduler whose workers hold the index of a corpus too large for one machine.",
        "none: the index is kept here",
        lambda value, _: _text(value),
    ),
    Setting(
        "fail_on", "What `check` fails on: severities, codes, or never.", "warning", lambda value, _: _texts(value)
    ),
    Setting("ignore", "Findings that are left out, by path.", "", _rules),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def load_config(
    start: Path, *, environment: Mapping[str, str] | None = None, flags: Mapping[str, object] | None = None
) -> Config:
    """The settings that hold in a folder: flags over CLAIMCHECK_* over the nearest file over the defaults.

    The file is looked for from the folder upwards.
    A flag that is None was not given. Raises ClaimcheckError for whatever is not known or cannot be.
    """
    values: dict[str, Any] = {"cache": _default_cache(environment or {})}
    origins: dict[str, str] = {}
    found = _nearest(start)
    if found is not None:
        file, text, table = found
        values["file"] = file
        for name, value in table.items():
            line = _line_of(text, name)
            values[name] = _value(name, value, file.parent, path=_shown(file), line=line)
            origins[name] = _shown(file) if line is None else f"{_shown(file)}:{line}"
    for variable, written in sorted((environment or {}).items()):
        if variable.startswith(PREFIX):
            name = variable.removeprefix(PREFIX).lower()
            values[name] = _value(name, written, start, variable=variable)
            origins[name] = variable
    for name, given in (flags or {}).items():
        if given is not None:
            flag = f"--{name.replace('_', '-')}"
            values[name] = _value(name, given, start, variable=flag)
            origins[name] = flag
    return Config(**values, origins=tuple(sorted(origins.items())))


def folders_upwards(start: Path) -> tuple[Path, ...]:
    """The folder and those above it up to the root of its git repository.

    Outside of a repository the way ends at the current folder; outside of that, with the folder itself.
    """
    above = [start, *start.parents]
    here = Path.cwd()
    last = next((folder for folder in above if (folder / ".git").exists()), here if here in above else start)
    return tuple(above[: above.index(last) + 1])


def _nearest(start: Path) -> tuple[Path, str, dict[str, object]] | None:
    """The nearest file that holds settings, its text and its table."""
    for folder in folders_upwards(start):
        for name, keys in (("claimcheck.toml", ()), ("pyproject.toml", _TABLE)):
            file = folder / name
            if not file.is_file():
                continue
            text = _read(file)
            table = _table(_parse(text, file), keys, file)
            if table is not None:
                return file, text if not keys else _from_table(text), table
    return None


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = (
            "is not UTF-8 (save it as UTF-8)" if isinstance(error, UnicodeDecodeError) else f"cannot be read: {error}"
        )
        raise ClaimcheckError(what, path=_shown(file)) from None


def _parse(text: str, file: Path) -> dict[str, object]:
    import tomllib  # here, since most folders hold no settings

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT_LINE.search(message)
        what = f"is not TOML: {_AT_LINE.sub('', message)} (mend the TOML)"
        raise ClaimcheckError(what, path=_shown(file), line=int(at.group(1)) if at else None) from None
    except RecursionError:
        raise ClaimcheckError("is nested too deeply (make it flatter)", path=_shown(file)) from None


def _table(found: dict[str, object], keys: tuple[str, ...], file: Path) -> dict[str, object] | None:
    inner: object = found
    for key in keys:
        if not isinstance(inner, dict) or key not in inner:
            return None
        inner = inner[key]
    if not isinstance(inner, dict):
        raise ClaimcheckError("[tool.claimcheck] is not a table (write name = value lines)", path=_shown(file))
    return inner


def _from_table(text: str) -> str:
    """The text with every line before our table emptied, so that a key is not found in another's."""
    at = re.search(r"^[ \t]{0,40}\[{1,2}[ \t]{0,8}tool\.claimcheck\b", text, re.MULTILINE)
    return text if at is None else "\n" * text.count("\n", 0, at.start()) + text[at.start() :]


def _line_of(text: str, name: str) -> int | None:
    key = re.escape(name)
    pattern = rf"^[ \t]{{0,40}}(?:[\"']?{key}[\"']?[ \t]{{0,40}}=|\[{{1,2}}(?:tool\.claimcheck\.)?{key}\])"
    at = re.search(pattern, text, re.MULTILINE)
    return None if at is None else 1 + text.count("\n", 0, at.start())


def _value(
    name: str, value: object, folder: Path, *, path: str | None = None, line: int | None = None, variable: str = ""
) -> object:
    """The value as the setting has it. `variable` is what the user wrote where there is no file."""
    setting = _BY_NAME.get(name)
    if setting is None or (name == "ignore" and path is None):
        what = f"no setting is called {variable or name!r}" if setting is None else "rules by path belong in the file"
        names = [f"{PREFIX}{known.upper()}" for known in _BY_NAME if known != "ignore"] if variable else list(_BY_NAME)
        raise ClaimcheckError(f"{what} ({_hint(variable or name, names)})", path=path, line=line)
    try:
        return setting.read(value, folder)
    except _Bad as bad:
        raise ClaimcheckError(f"{variable or name!r} {bad}", path=path, line=line) from None


def _hint(word: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(word, names)
    return f"did you mean {near!r}?" if near else f"write one of {', '.join(names)}"


def _shown(file: Path) -> str:
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def _glob(pattern: str) -> re.Pattern[str]:
    """The pattern that matches the paths a glob means; it holds no repetition inside another."""
    parts = []
    rest = pattern.removeprefix("./").rstrip("/")
    while rest:
        if rest.startswith("**/"):
            parts.append("(?:.*/)?")
            rest = rest[3:]
        elif rest.startswith("**"):
            parts.append(".*")
            rest = rest[2:]
        else:
            parts.append({"*": "[^/]*", "?": "[^/]"}.get(rest[0], re.escape(rest[0])))
            rest = rest[1:]
    return re.compile("".join(parts) + "(?:/.*)?", re.DOTALL)
