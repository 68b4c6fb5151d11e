"""Word and OpenDocument as people leave them: tracked changes, comments, text boxes, hidden words."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from claimcheck.readers import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", content)
    return path


def odt(path: Path, body: str) -> Path:
    names = ("office", "text", "table", "style")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("content.xml", f"{content}</office:document-content>")
    return path


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


BODIES = [
    (f"<w:p>{r('Nine ')}<w:ins>{r('women ')}</w:ins><w:del><w:r><w:delText>men </w:delText></w:r></w:del>"
     f"{r('died.')}</w:p>",
     ["Nine women died."]),
    (f"<w:p><w:moveFrom>{r('Gone.')}</w:moveFrom>{r('Here.')}</w:p><w:p><w:moveTo>{r('Come.')}</w:moveTo></w:p>",
     ["Here.", "Come."]),
    (f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('Nine ')}</w:p><w:p>{r('died.')}</w:p>", ["Nine died."]),
    (f"<w:p>{r('Nine died.')}<w:commentRangeStart/><w:r><w:commentReference w:id='1'/></w:r></w:p>", ["Nine died."]),
    (f"<w:p>{r('Nine')}<w:r><w:rPr><w:vanish/></w:rPr><w:t> of ten</w:t></w:r>{r(' died.')}</w:p>", ["Nine died."]),
    (f"<w:p>{r('The')}<w:r><w:tab/><w:t>non</w:t><w:noBreakHyphen/><w:t>com</w:t><w:softHyphen/><w:t>batants.</w:t></w:r></w:p>",
     ["The non-combatants."]),
    (f"<w:p>{r('Before ')}<w:r><w:pict><w:txbxContent><w:p>{r('In a box.')}</w:p></w:txbxContent></w:pict></w:r>"
     f"{r('after.')}</w:p>", ["Before after.", "In a box."]),
    ("<w:p><w:r><w:fldChar/><w:instrText>HYPERLINK x</w:instrText></w:r>" + r("Linked.") + "</w:p>", ["Linked."]),
    (f"<w:sdt><w:sdtContent><w:p>{r('In a field.')}</w:p></w:sdtContent></w:sdt>", ["In a field."]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), BODIES)
def test_the_final_text_of_a_word_file_is_read(tmp_path: Path, body: str, words: list[str]) -> None:
    document = read(docx(tmp_path / "a.docx", body))
    assert [block.span.of(document.text) for block in document.blocks] == words


def test_the_text_of_comments_is_not_read_and_that_of_notes_is(tmp_path: Path) -> None:
    body = f"<w:p>{r('Nine died.')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = f"<w:footnotes {W}><w:footnote w:id='2'><w:p>{r('A note.')}</w:p></w:footnote></w:footnotes>"
    comments = f"<w:comments {W}><w:comment><w:p>{r('Is that so?')}</w:p></w:comment></w:comments>"
    document = read(docx(tmp_path / "a.docx", body, footnotes=notes, comments=comments))
    assert document.text == "Nine died.\n\nA note."
    assert [(c.label, c.span.start, c.note) for c in document.citations] == [("[1]", 10, "A note.")]


OPEN_BODIES = [
    ("<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
     "</text:changed-region></text:tracked-changes><text:p>Nine<text:change/> <text:change-start/>women"
     "<text:change-end/> died.</text:p>", ["Nine women died."]),
    ("<text:p>Nine<office:annotation><text:p>Is that so?</text:p></office:annotation> died.</text:p>", ["Nine died."]),
    ("<text:p>Nine<text:s text:c='3'/>died<text:line-break/>there.</text:p>", ["Nine died there."]),
    ("<text:section><text:h text:outline-level='2'>Toll</text:h><text:list><text:list-item><text:p>Nine.</text:p>"
     "</text:list-item></text:list></text:section>", ["Toll", "Nine."]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), OPEN_BODIES)
def test_the_final_text_of_an_opendocument_file_is_read(tmp_path: Path, body: str, words: list[str]) -> None:
    document = read(odt(tmp_path / "a.odt", body))
    assert [" ".join(block.span.of(document.text).split()) for block in document.blocks] == words
