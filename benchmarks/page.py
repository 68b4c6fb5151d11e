"""RESULTS.md: a section for each command that measures something, and on which machine."""

from __future__ import annotations

import os
import platform
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


def placed(page: str, title: str, section: str) -> str:
    """The page with the section in the place of the one of that title; what other commands have written stays."""
    before, found, rest = page.partition(f"{title}\n")
    if not found:
        return f"{page.rstrip()}\n\n{section.rstrip()}\n"
    _, heading, after = rest.partition("\n## ")
    return before + section.rstrip() + "\n" + (heading + after)


def machine() -> str:
    """The system, the processor and its cores."""
    return f"{platform.system()} {platform.release()}, {_processor()}, {os.cpu_count()} cores"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown processor")
