"""HTML in which foreign text cannot become markup: these functions alone make `Markup`, and escape what they take."""

from __future__ import annotations

import re
from html import escape
from typing import NewType

from claimcheck.patterns import compiled
from claimcheck.renderers.visible import visible

Markup = NewType("Markup", str)

NOTHING = Markup("")
_VOID = ("input", "meta")
# Elements whose end may be left out where the next of them or the end of their parent follows, as it always does here.
_OPEN_ENDED = frozenset({"li", "dt", "dd", "td", "th", "tr", "option"})
_BARE = compiled(r"[\w#./-]{1,80}", re.ASCII)


def text(words: str) -> Markup:
    """The words as text, with control and reordering characters shown as their codes."""
    return Markup(escape(visible(words)))


def element(name: str, /, *children: Markup, **attributes: str | int | bool | None) -> Markup:
    """An element; `data_n` is written data-n and `class_` class. An attribute is left out when False or None."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    end = "" if name in _OPEN_ENDED else f"</{name}>"
    return Markup(f"<{name}{written}>{''.join(children)}{end}")


def joined(*parts: Markup, by: Markup = NOTHING) -> Markup:
    """The parts that are not empty, with something between them."""
    return Markup(by.join(part for part in parts if part))


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    written = escape(visible(str(value)))
    return f" {name}={written}" if _BARE.fullmatch(written) else f' {name}="{written}"'
