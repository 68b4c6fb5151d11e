"""What `check` found, in the formats that people, editors and machines read: one module each, listed here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from claimcheck.accounting.remark import Remark
from claimcheck.errors import ClaimcheckError, nearest
from claimcheck.files import write_atomically
from claimcheck.records import NamedTuple

Render = Callable[[Sequence[Remark]], str]

FORMATS: Mapping[str, str] = {  # to the module in this folder, which is loaded when something is written in it
    "lines": "lines",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
    "rdjsonl": "rdjsonl",
    "sarif": "sarif",
    "csv": "sheet",
}


class Output(NamedTuple):
    """A format, and the file that it goes to; None is standard output."""

    format: str
    file: Path | None


def read_outputs(words: Sequence[str]) -> tuple[Output, ...]:
    """From `FORMAT` and `FORMAT:FILE` to outputs.

    Raises ClaimcheckError for a format that there is not, and for two that go to one place.
    """
    found: list[Output] = []
    for word in words:
        name, colon, file = word.partition(":")
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            hint = f"did you mean {near!r}?" if near else f"write one of {', '.join(FORMATS)}"
            raise ClaimcheckError(f"no format is called {name!r} ({hint})")
        if colon and not file:
            raise ClaimcheckError(f"{word!r} names no file (write {name}:FILE, or {name} for standard output)")
        output = Output(name, Path(file) if file else None)
        if any(output.file == other.file for other in found):
            where = file or "standard output"
            raise ClaimcheckError(f"two formats go to {where} (give one of them a file: {name}:FILE)")
        found.append(output)
    return tuple(found)


def render(remarks: Sequence[Remark], name: str) -> str:
    """The remarks in the format of that name."""
    found: Render = import_module(f"claimcheck.renderers.remarks.{FORMATS[name]}").render
    return found(remarks)


def write(remarks: Sequence[Remark], outputs: Sequence[Output], *, environment: Mapping[str, str]) -> None:
    """Writes each output; in a job of GitHub, the format for it adds the whole list to the job's summary."""
    for output in outputs:
        text = render(remarks, output.format)
        if output.file is None:
            sys.stdout.write(text)
        else:
            write_atomically(output.file, text)
        summary = environment.get("GITHUB_STEP_SUMMARY")
        if output.format == "github" and summary and remarks:
            with open(summary, "a", encoding="utf-8", newline="") as page:
                page.write(f"### claimcheck\n\n{render(remarks, 'markdown')}")
