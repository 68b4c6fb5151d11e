"""What the tests of readers share."""

from __future__ import annotations

import pytest

from claimcheck.readers import reader_for

LIBRARIES = {"html": "selectolax", "pdf": "pypdfium2", "rst": "docutils"}


def need(name: str) -> None:
    """Skips the test where the library that reads files of this name is not installed."""
    if extra := reader_for(name).extra:
        pytest.importorskip(LIBRARIES[extra])
