"""Files that something has gone wrong with: each is read or refused, and never ends in an error of ours."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import read_contents
from tests.readers import need

ARTICLES = Path(__file__).parent / "articles"
FILES = sorted(path.name for path in ARTICLES.iterdir() if path.suffix != ".sh")
SNIPPETS = (
    b"<",
    b'"',
    b"[",
    b"\n\n",
    b"= ",
    b"====",
    b"|===",
    b".. [1]",
    b"`",
    b"footnote:[",
    b"&#0;",
    b"<td>",
    b"\xff",
)


def mutated(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 10))):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                changed[at:at] = chance.choice(SNIPPETS)
            case 2 if len(changed) > 400:
                del changed[at : at + chance.randrange(1, 200)]
            case _:
                changed[at:at] = changed[: chance.randrange(1, 300)]
    return bytes(changed)


def inside(content: bytes, chance: random.Random) -> bytes:
    """The same for a part of a zip, which stays one."""
    old, new = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(new, "w") as file:
        for name in old.namelist():
            part = old.read(name)
            file.writestr(name, mutated(part, chance) if part and name.endswith(".xml") else part)
    return new.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_read_or_refused(name: str) -> None:
    need(name)
    content = (ARTICLES / name).read_bytes()
    for seed in range(25):
        chance = random.Random(f"{name} {seed}")
        damaged = (inside if content.startswith(b"PK") and seed % 4 else mutated)(content, chance)
        try:
            documents = read_contents(damaged, path=name)
        except ClaimcheckError:
            continue
        for document in documents:
            end = 0
            for block in document.blocks:
                assert end <= block.span.start < block.span.end <= len(document.text)
                assert document.source_map.location(block.span.start)
                end = block.span.end
