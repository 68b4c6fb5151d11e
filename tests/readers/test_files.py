"""What can be read as a text, and the one line that says why something cannot."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import READERS, read
from claimcheck.readers.decoding import read_bytes

BAD_FILES = [
    ("story.txt", b"", "is empty"),
    ("story.md", b" \n\n\t", "holds nothing but white space"),
    ("story.txt", b"One.\nCaf\xe9 two.\n", "line 2: byte 8 (0xe9) is not UTF-8 (save the file as UTF-8)"),
    ("story.txt", b"One.\r\rThree \xff.", "line 3: byte 12 (0xff) is not UTF-8 (save the file as UTF-8)"),
    ("story.txt", b"\xef\xbb\xbfA\xff", "line 1: byte 4 (0xff) is not UTF-8 (save the file as UTF-8)"),
    ("story.txt", "Twelve.".encode("utf-16"), "is written in UTF-16 (save it as UTF-8)"),
    ("story.txt", b"%PDF-1.7 ...", "is a PDF file, not a text (give it the right ending, or save its text)"),
    (
        "story.md",
        b"PK\x03\x04....",
        "is a Word, OpenDocument or zip file, not a text (give it the right ending, or save its text)",
    ),
    ("story.txt", b"ab\x00c", "is a binary file: byte 2 is NUL (save its text as UTF-8)"),
    (
        "story.rtf",
        b"{\\rtf1",
        "files of the type .rtf cannot be read (save it as one of .md, .markdown, .mdown, .txt, ",
    ),
    (
        "story.md",
        b"---\ntitle: x\ndate: 12/5/20\n---\nOne.\n",
        "line 3: 'date' is not a day: '12/5/20' (write it as 2020-05-12)",
    ),
    ("story.md", b"---\ntitle: x\nname: [a\n---\nOne.\n", "line 4: front matter is not YAML: "),
    ("story.md", b"---\ntitle: a\nb: &b [x]\nc: [*b, *b]\n---\nOne.\n", "line 4: front matter holds an alias"),
    (
        "story.md",
        b"---\ntitle: " + b"[" * 20000 + b"\n---\nOne.\n",
        "line 2: front matter is nested deeper than 12 levels",
    ),
    (
        "story.md",
        b"---\ntitle: " + b"a" * 100_000 + b"\n---\nOne.\n",
        "line 1: front matter is longer than 100,000 char",
    ),
    ("story.md", b"---\ntitle: !!python/object:os.system x\n---\nOne.\n", "line 2: front matter is not YAML: "),
    ("story.md", b"---\r\ntitle: a: b\r\n---\r\nOne.\r\n", "line 2: front matter is not YAML: "),
]


@pytest.mark.parametrize(("name", "content", "says"), BAD_FILES)
def test_a_file_that_is_no_text_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ClaimcheckError) as refused:
        read(path)
    assert str(refused.value).startswith(f"{path}: {says}")
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no file without end")
def test_a_file_without_end_is_refused() -> None:
    with pytest.raises(ClaimcheckError, match="/dev/zero: is larger than 100 MB"):
        read_bytes("/dev/zero")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="no such file"):
        read(tmp_path / "missing.md")
    with pytest.raises(ClaimcheckError, match="is a directory"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("One.")
    path.chmod(0)
    with pytest.raises(ClaimcheckError, match="may not be read"):
        read(path)


def test_the_checksum_is_of_the_bytes_and_the_mark_at_their_head_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\r\n")
    document = read(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text == "One.\r\nTwo.\r\n"
    assert [document.source_map.place(block.span.start) for block in document.blocks] == [(1, 1), (2, 1)]


def test_each_suffix_belongs_to_one_reader() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
