"""Draws docs/report.svg, the picture in the README, from the real report on the sample: `python docs/picture.py`."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import claimcheck
from claimcheck.renderers import terminal

ROOT = Path(__file__).resolve().parent.parent
LINES = 62  # how much of the report the picture shows


def main() -> None:
    document = claimcheck.read("articles/marn-prison-fire.md")
    report = claimcheck.check(document, ledger="claims.yaml", corpus="corpus")
    whole = Console(file=io.StringIO(), force_terminal=True, width=104, color_system="truecolor", highlight=False)
    terminal.write(report, whole)
    output = whole.file
    assert isinstance(output, io.StringIO)
    shown = "\n".join(output.getvalue().splitlines()[:LINES])
    picture = Console(file=io.StringIO(), record=True, width=104, highlight=False)
    picture.print(Text.from_ansi(shown))
    drawn = picture.export_svg(title="claimcheck report articles/marn-prison-fire.md", unique_id="r")
    drawn = re.sub(r"@font-face \{[^}]*\}", "", drawn).replace("Fira Code, ", "")  # no font from the network
    (ROOT / "docs" / "report.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
