"""Where reports are printed: a terminal, with colour and folded to its width, or a pipe, in plain words.

What draws a terminal takes as long to import as a page to check, so nothing of it is loaded for a pipe.
"""

from __future__ import annotations

import os

from claimcheck.records import NamedTuple, dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

    from rich.console import Console
    from rich.text import Text

_MIN_WIDTH = 20  # characters for the words of an item, however narrow the terminal is
_COLOUR_ANYWAY = ("FORCE_COLOR", "TTY_COMPATIBLE")  # variables by which what draws a terminal colours a pipe, too


class Styled(NamedTuple):
    """Words and how they look: "bold red", "not bold"; what the style leaves open is as in the line around."""

    words: str
    style: str = ""


@dataclass(slots=True)
class Line:
    """Styled words that stand on one line, or on several where a terminal is too narrow."""

    parts: list[Styled]
    style: str = ""

    def add(self, words: str, style: str = "") -> None:
        self.parts.append(Styled(words, style))

    @property
    def words(self) -> str:
        return "".join(part.words for part in self.parts)


def line(words: str = "", style: str = "") -> Line:
    """A line of words in one style, to which others can be added."""
    return Line([Styled(words)] if words else [], style)


class Pipe:
    """A pipe or a file: each item is one line, without colour."""

    width: int | None = None  # no line is too long

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def put(self, item: Line, *, label: Line | None = None, indent: int = 0) -> None:
        """Prints an item behind its label, in a margin of at least so many characters."""
        margin = label.words if label else ""
        self._stream.write(f"{margin:<{indent}}{item.words}".rstrip() + "\n")

    def flush(self) -> None:
        """Prints what was put and not yet printed."""


class Terminal:
    """A terminal: items are folded to its width, and kept until they are flushed, which is sooner than one by one."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lines: list[Text] = []
        self.width: int | None = None if console.soft_wrap else console.width

    def put(self, item: Line, *, label: Line | None = None, indent: int = 0) -> None:
        """Prints an item behind its label, in a margin of at least so many characters that stays free below."""
        from rich.text import Text

        margin = _text(label or line())
        indent = max(indent, len(margin))
        margin.append(" " * (indent - len(margin)))
        text = _text(item)
        folded = [text] if self.width is None else text.wrap(self._console, max(_MIN_WIDTH, self.width - indent))
        for words in folded:
            words.rstrip()
            self._lines.append(Text.assemble(margin, words))
            margin = Text(" " * indent)

    def flush(self) -> None:
        """Prints what was put and not yet printed."""
        from rich.text import Text

        if self._lines:
            self._console.print(Text("\n").join(self._lines))
            self._lines.clear()


Screen = Pipe | Terminal


def screen_for(stream: IO[str]) -> Screen:
    """The screen behind a stream: one that colours and folds for a terminal, and in a pipe only if FORCE_COLOR asks."""
    if not stream.isatty() and not any(os.environ.get(name) for name in _COLOUR_ANYWAY):
        return Pipe(stream)
    from rich.console import Console

    console = Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=not stream.isatty())
    console.size = console.size  # asked for once: it would be for every line
    return Terminal(console)


def _text(item: Line) -> Text:
    from rich.text import Text

    return Text.assemble(*item.parts, style=item.style)
