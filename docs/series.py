"""Draws docs/marn-series.svg, the picture in docs/archives.md: `python docs/series.py`."""

from __future__ import annotations

import datetime
import tempfile
from html import escape
from pathlib import Path

from claimcheck.archive.query import ask
from claimcheck.commands.scan import scan

HERE = Path(__file__).resolve().parent
WIDTH, LEFT, TOP, ROW = 860, 110, 40, 24
COLOURS = ("#1b6ca8", "#b5482a", "#3d7f4f", "#7a4fa3", "#555555")


def main() -> None:
    (HERE / "marn-series.svg").write_text(drawing(HERE / "marn-series.jsonl"), encoding="utf-8")


def drawing(series: Path) -> str:
    """Each figure for the dead as a bar from its least to its most, or an arrow where it is open, by article."""
    with tempfile.TemporaryDirectory() as folder:
        scan([str(series)], out=Path(folder), jobs=1)
        answer = ask(Path(folder), "tolls Marn prison")
        found = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    dead = [row for row in found if row["outcome"] == "killed"]
    voices = list(dict.fromkeys(row["speaker"] or "nobody named" for row in dead))
    scale = (WIDTH - LEFT - 230) / 45
    height = TOP + ROW * len(dead) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif"'
        ' font-size="12">',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-weight="bold">Prisoners killed at Marn, as told by twelve articles</text>',
    ]
    for number in range(0, 46, 10):
        x = LEFT + number * scale
        parts.append(f'<line x1="{x:.0f}" x2="{x:.0f}" y1="{TOP - 8}" y2="{height - 30}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{height - 14}" text-anchor="middle" fill="#555">{number}</text>')
    for at, row in enumerate(dead):
        parts += _bar(row, TOP + 8 + at * ROW, scale, voices)
    return "\n".join(parts) + "\n</svg>\n"


def _bar(row: dict[str, object], y: int, scale: float, voices: list[str]) -> list[str]:
    voice = str(row["speaker"] or "nobody named")
    colour = COLOURS[min(voices.index(voice), len(COLOURS) - 1)]
    least, most = row["min"], row["max"]
    start = LEFT + float(str(least if least is not None else 0)) * scale
    end = LEFT + float(str(most)) * scale if most is not None else start + 30
    day = row["date"]
    assert isinstance(day, datetime.date)
    comparator = "" if row["comparator"] == "exact" else f"{str(row['comparator']).replace('-', ' ')} "
    figure = (
        f"{comparator}{float(str(row['number'])):.0f}" if row["number"] is not None else f"{least:.0f} to {most:.0f}"
    )
    line = f'<line x1="{start:.0f}" x2="{end:.0f}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="3"'
    return [
        f'<text x="{LEFT - 12}" y="{y + 4}" text-anchor="end" fill="#555">{day.isoformat()}</text>',
        line + (' stroke-dasharray="4 3"/>' if most is None or least is None else "/>"),
        f'<circle cx="{start:.0f}" cy="{y}" r="5" fill="{colour}"/>',
        f'<text x="{end + 12:.0f}" y="{y + 4}" fill="{colour}">{escape(figure)}: {escape(voice)}</text>',
    ]


if __name__ == "__main__":
    main()
