"""Bars as SVG, with no library: how many words a second each stage and each program reads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

_WIDTH, _LEFT, _ROW = 760, 220, 26


def bars(title: str, rows: Sequence[tuple[str, float, bool]]) -> str:
    """A bar for each row on a scale of powers of ten; ours in a darker colour."""
    least = 10 ** math.floor(math.log10(min(value for _, value, _ in rows)))
    most = 10 ** math.ceil(math.log10(max(value for _, value, _ in rows)))
    scale = (_WIDTH - _LEFT - 90) / (math.log10(most) - math.log10(least))
    height = 60 + _ROW * len(rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="10" y="24" font-size="15" font-weight="bold">{escape(title)}</text>',
    ]
    power = least
    while power <= most:
        x = _LEFT + scale * (math.log10(power) - math.log10(least))
        parts.append(f'<line x1="{x:.0f}" y1="36" x2="{x:.0f}" y2="{height - 20}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.0f}" y="{height - 6}" text-anchor="middle" fill="#555">{power:,.0f}</text>')
        power *= 10
    for number, (name, value, ours) in enumerate(rows):
        y = 40 + _ROW * number
        length = max(1.0, scale * (math.log10(value) - math.log10(least)))
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>')
        colour = "#1f5f8b" if ours else "#b8c4cc"
        parts.append(f'<rect x="{_LEFT}" y="{y + 2}" width="{length:.0f}" height="{_ROW - 8}" fill="{colour}"/>')
        parts.append(f'<text x="{_LEFT + length + 6:.0f}" y="{y + 15}">{value:,.0f}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
