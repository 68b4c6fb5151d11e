"""The page that says what is protected names tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_every_promise_names_what_holds_it() -> None:
    page = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
    rows = [row for row in page.splitlines() if row.startswith("| ") and "---" not in row][1:]
    assert len(rows) > 8
    for row in rows:
        named = re.findall(r"`((?:tests|benchmarks)/[^`]*)`", row.split("|")[-2])
        assert named, row
        assert all((ROOT / name).exists() for name in named), row
