"""The YAML between two lines "---" at the head of a file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from claimcheck.errors import ClaimcheckError
from claimcheck.model import Properties
from claimcheck.patterns import compiled
from claimcheck.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import yaml

# A first line that is no field ("name:") or comment makes the dashes a rule between paragraphs.
_OPEN = compiled(r"---[ \t]{0,8}(?:\r\n?|\n)(?=[\w\"'-]{1,40}[ \t]{0,8}:|#)")
_CLOSE = compiled(r"^(?:---|\.\.\.)[ \t]{0,8}(?:\r\n?|\n|\Z)", re.MULTILINE)
_LONGEST = 100_000  # characters
_DEEPEST = 12
_TOO_DEEP = f"front matter is nested deeper than {_DEEPEST} levels (make it flatter)"


class FrontMatter(NamedTuple):
    """The fields of a front matter, the line on which each stands, and the offset at which the text begins."""

    fields: Mapping[str, Any]
    lines: Mapping[str, int]
    body: int


NONE = FrontMatter({}, {}, 0)


def read_front_matter(text: str, *, path: str) -> FrontMatter:
    """The front matter, or NONE. Raises ClaimcheckError with the line in the file when it is not YAML."""
    opening = _OPEN.match(text)
    if not opening:
        return NONE
    lines = text.replace("\r\n", " \n").replace("\r", "\n")  # the same length; "^" knows only LF
    closing = _CLOSE.search(lines, opening.end())
    if not closing:
        return NONE
    block = lines[opening.end() : closing.start()]
    if len(block) > _LONGEST:
        raise ClaimcheckError(f"front matter is longer than {_LONGEST:,} characters (shorten it)", path=path, line=1)
    return _read(block, closing.end(), path)


def _read(block: str, end: int, path: str) -> FrontMatter:
    import yaml  # here, since few texts have any

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_harmless(yaml.parse(block, Loader=loader), path)
        node = yaml.compose(block, Loader=loader)
        fields = yaml.load(block, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        if "nesting depth" in str(error.problem):  # libyaml looks ahead, and gives up before anybody can count
            raise ClaimcheckError(_TOO_DEEP, path=path, line=line) from None
        raise ClaimcheckError(f"front matter is not YAML: {error.problem}", path=path, line=line) from None
    except (yaml.YAMLError, ValueError) as error:
        raise ClaimcheckError(f"front matter is not YAML: {' '.join(str(error).split())}", path=path, line=2) from None
    if not isinstance(fields, dict) or not isinstance(node, yaml.MappingNode):
        return NONE
    where = {str(key.value): key.start_mark.line + 2 for key, _ in node.value}
    return FrontMatter({str(key): value for key, value in fields.items()}, where, end)


def _check_harmless(events: Iterable[yaml.Event], path: str) -> None:
    """Refuses what could be small in the file and endless in memory, before anything is built of it."""
    import yaml

    depth = 0
    for event in events:
        line = (event.start_mark.line if event.start_mark else 0) + 2
        if isinstance(event, yaml.AliasEvent):
            raise ClaimcheckError("front matter holds an alias (write the value out in full)", path=path, line=line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ClaimcheckError(_TOO_DEEP, path=path, line=line)


def title_of(front: FrontMatter) -> str | None:
    title = front.fields.get("title")
    return None if title is None else " ".join(str(title).split()) or None


def date_of(front: FrontMatter, *, path: str) -> datetime.date | None:
    """The day under `date`."""
    found = front.fields.get("date")
    if found is None:
        return None
    if isinstance(found, datetime.datetime):
        return found.date()
    if isinstance(found, datetime.date):
        return found
    try:
        return datetime.date.fromisoformat(str(found).strip()[:10])
    except ValueError:
        what = f"'date' is not a day: {str(found)!r} (write it as 2020-05-12)"
        raise ClaimcheckError(what, path=path, line=front.lines["date"]) from None


def properties_of(front: FrontMatter) -> Properties:
    """Author, publisher and address, under the names that CSL and most site generators have for them."""
    fields = front.fields
    authors = fields.get("author") or fields.get("authors") or ()
    named = authors if isinstance(authors, list | tuple) else [authors]
    names = (name.get("name") if isinstance(name, dict) else name for name in named)
    return Properties(
        authors=tuple(str(name) for name in names if name),
        publisher=_text(fields.get("publisher")),
        url=_text(fields.get("URL") or fields.get("url")),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
