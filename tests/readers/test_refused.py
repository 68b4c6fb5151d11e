"""Files that are broken, hostile or something else: one clear line, in little time and memory."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.readers import read
from tests.readers import need
from tests.readers.test_word import W, docx

ARTICLES = Path(__file__).parent / "articles"
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def refusal(path: Path) -> str:
    need(path.name)
    with pytest.raises(ClaimcheckError) as refused:
        read(path)
    said = str(refused.value)
    assert "\n" not in said
    assert said.startswith(f"{path}: ")
    return said.removeprefix(f"{path}: ")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf", ".html", ".eml", ".jsonl", ".csv", ".rst", ".adoc"])
def test_an_empty_file_is_refused(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"")
    assert refusal(path).startswith("is empty")


@pytest.mark.parametrize("name", ["orsk.pandoc.docx", "orsk.libreoffice.odt", "orsk.libreoffice.pdf"])
def test_a_truncated_file_is_refused(tmp_path: Path, name: str) -> None:
    content = (ARTICLES / name).read_bytes()
    path = tmp_path / f"a{Path(name).suffix}"
    for share in (0.05, 0.5, 0.98):
        path.write_bytes(content[: int(share * len(content))])
        assert refusal(path).startswith(("is a broken", "holds no text"))


OTHERS = [
    ("orsk.pandoc.docx", ".pdf", "is a Word, OpenDocument or zip file, not a PDF file (give it the right ending)"),
    ("orsk.chromium.pdf", ".docx", "is a PDF file, not .docx (give it the right ending)"),
    ("orsk.chromium.pdf", ".html", "is a PDF file, not a text (give it the right ending, or save its text)"),
    ("orsk.pandoc.odt", ".docx", "is not .docx: it has no word/document.xml (save it anew)"),
    ("orsk.pandoc.docx", ".odt", "is not .odt: it has no content.xml (save it anew)"),
    ("orsk.rst", ".docx", "is something else, not .docx (give it the right ending)"),
    ("orsk.md", ".pdf", "is something else, not a PDF file (give it the right ending)"),
    ("orsk.md", ".jsonl", "line 1: is not JSON"),
    ("orsk.md", ".csv", "line 1: has no column 'text' (name the columns in the first line)"),
    ("orsk.rst", ".eml", "is not an e-mail: it has neither From nor Subject (save it as .eml)"),
]


@pytest.mark.parametrize(("name", "suffix", "says"), OTHERS)
def test_a_file_with_the_wrong_ending_is_refused(tmp_path: Path, name: str, suffix: str, says: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes((ARTICLES / name).read_bytes())
    assert refusal(path).startswith(says)


@pytest.mark.parametrize("declared", [BOMB, OUTSIDE])
def test_xml_that_declares_entities_is_refused(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f"{declared}<w:document {W}><w:body>&a;</w:body></w:document>")
    assert refusal(path) == "declares XML entities, which no such file needs (save it anew)"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open("word/document.xml", "w") as part:
        for _ in range(201):
            part.write(b" " * 1_000_000)
    assert path.stat().st_size < 300_000
    assert refusal(path) == "unpacks to more than 200 MB (split it)"


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    assert "nested too deeply" in refusal(docx(tmp_path / "a.docx", "<w:p>" * 5_000 + "</w:p>" * 5_000))
    path = tmp_path / "a.html"
    path.write_text("<div>" * 20_000 + "Nine people died in the fire." + "</div>" * 20_000)
    assert "nested too deeply" in refusal(path)


def test_encrypted_files_are_refused(tmp_path: Path) -> None:
    assert refusal(ARTICLES.parent / "refused" / "encrypted.pdf") == "is encrypted (save it without a password)"
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert refusal(path) == "is an old or an encrypted file (save it as .docx, without password)"


def test_a_pdf_without_text_is_refused(tmp_path: Path) -> None:
    found = refusal(ARTICLES.parent / "refused" / "scanned.pdf")
    assert found == "holds no text, only pictures of it (run OCR on it, such as ocrmypdf)"


RECORDS = [
    ("a.jsonl", '{"text": "One."}\n[1]\n', "line 2: is not an object"),
    ("a.jsonl", '{"text": "One."}\n{"id": 3}\n', "line 2: has no text (under one of 'text', 'body', 'content')"),
    (
        "a.jsonl",
        '{"text": "One.", "date": "4/5/92"}',
        "line 1: its date is not a day: '4/5/92' (write it as 2020-05-12)",
    ),
    ("a.csv", 'id,text\n1,"One.\n', "line 2: is not CSV: "),
]


@pytest.mark.parametrize(("name", "content", "says"), RECORDS)
def test_a_wrong_record_is_named_with_its_line(tmp_path: Path, name: str, content: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert refusal(path).startswith(says)


@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [
        ("selectolax", "orsk.pandoc.html", "html"),
        ("pypdfium2", "orsk.chromium.pdf", "pdf"),
        ("docutils", "orsk.rst", "rst"),
    ],
)
def test_without_its_library_a_format_says_what_to_install(library: str, name: str, extra: str) -> None:
    code = f"import sys; sys.modules[{library!r}] = None; from claimcheck.cli import main; main()"
    words = [sys.executable, "-c", code, "report", str(ARTICLES / name)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"pip install 'claimcheck-cli[{extra}]'" in done.stderr
    assert done.stderr.count("\n") == 1
