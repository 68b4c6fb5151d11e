"""One article in every format, as real programs write it: the same claims, each leading back into its file."""

from __future__ import annotations

import csv
import email.message
import json
import re
from functools import cache
from pathlib import Path

import pytest

import claimcheck
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document, DocumentReport
from claimcheck.readers import READERS, read, read_all
from tests.readers import need

ARTICLES = Path(__file__).parent / "articles"
FILES = sorted(path.name for path in ARTICLES.iterdir() if path.suffix not in (".sh", ".md"))
LINED = (".html", ".rst", ".adoc")


def document_of(name: str) -> Document:
    need(name)
    return read(ARTICLES / name)


@cache
def report(name: str) -> DocumentReport:
    return claimcheck.extract(document_of(name))


def plain(words: str) -> str:
    return " ".join(words.split())


def said(report: DocumentReport) -> set[tuple[str, str, str | None]]:
    """Each claim's kind, words and speaker."""
    found = set()
    for claim in report.claims:
        speaker = None if claim.attribution is None else report.attributions[claim.attribution].speaker
        found.add((str(claim.kind), plain(claim.text), speaker.name if speaker else None))
    return found


def test_the_article_has_claims_of_many_kinds() -> None:
    kinds = {kind for kind, _, _ in said(report("orsk.md"))}
    assert {"casualty", "date", "official", "quantity", "opinion", "characterisation"} <= kinds


@pytest.mark.parametrize("name", FILES)
def test_the_same_text_gives_the_same_claims(name: str) -> None:
    assert said(report(name)) == said(report("orsk.md"))


@pytest.mark.parametrize("name", FILES)
def test_title_date_and_notes_are_found(name: str) -> None:
    document = document_of(name)
    assert document.title == "The flooding of the Orsk mine"
    assert str(document.date) == "1994-05-06"
    notes = {c.label: c for c in document.citations if c.label.startswith("[")}
    assert notes["[1]"].target == "https://courts.example/orsk/1994"
    assert notes["[2]"].note.startswith("The Ministry of Labour paid 3,000 crowns")
    before = document.text[: notes["[1]"].span.start]
    assert plain(before).endswith("water broke into the lower galleries.")
    if not name.endswith(".pdf"):
        links = {plain(c.span.of(document.text)): c.target for c in document.citations}
        assert links["Workers’ Archive"] == "https://archive.example/orsk"


@pytest.mark.parametrize("name", [name for name in FILES if Path(name).suffix in LINED])
def test_every_word_leads_back_to_its_line_and_column(name: str) -> None:
    document = document_of(name)
    lines = (ARTICLES / name).read_text("utf-8").split("\n")
    for word in re.finditer(r"[^\W\d_]+", document.text):
        location = document.source_map.location(word.start())
        assert location.exact
        assert location.line
        assert location.column
        assert lines[location.line - 1].startswith(word[0], location.column - 1), word[0]


@pytest.mark.parametrize(("name", "where"), [("orsk.libreoffice.docx", "¶ 9"), ("orsk.chromium.pdf", "p. 1, ¶ 9")])
def test_a_format_without_lines_leads_back_to_page_and_paragraph(name: str, where: str) -> None:
    document = document_of(name)
    assert str(document.source_map.location(document.text.index("foremen"))) == where
    if name.endswith(".pdf"):
        assert str(document.source_map.location(document.text.index("3,000 crowns"))) == "p. 2, ¶ 2"


def test_a_page_saved_as_one_file_leads_back_to_its_lines_and_to_its_address() -> None:
    document = document_of("orsk.chromium.mhtml")
    lines = (ARTICLES / "orsk.chromium.mhtml").read_text("utf-8").split("\n")
    for words in ("At least 41 miners", "Nobody was ever", "Seven managers"):
        location = document.source_map.location(document.text.index(words))
        assert lines[(location.line or 0) - 1].startswith(words, (location.column or 0) - 1), words
    assert document.properties.url == "https://times.example/orsk.pandoc.html"


def test_columns_and_parted_words_of_a_pdf_read_as_on_the_page_that_it_was_printed_from() -> None:
    """Nine columns on five pages, justified, with running heads, page numbers and hyphens at the ends of lines."""
    need("columns.pdf")
    need("columns.html")
    page, printed = (read(ARTICLES.parent / "pages" / name) for name in ("columns.html", "columns.pdf"))
    assert plain(printed.text) == plain(page.text)
    assert "well-known photographer of the anti-terrorism unit" in plain(printed.text)
    blocks = [(block.kind, plain(block.span.of(printed.text))) for block in printed.blocks]
    same = [block for block in page.blocks if (block.kind, plain(block.span.of(page.text))) in blocks]
    assert len(same) >= len(page.blocks) - 1  # where a page ends with a paragraph's sentence, who could tell
    assert printed.source_map.location(len(printed.text) - 1).page == 5


# --- formats that a test can write as well as any program ---
PARAGRAPHS = (
    "At least 41 miners were killed in Orsk on 3 May 1992.",
    "Ana Duarte, the former interior minister, said that “twelve” people were arrested in the town.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)


def as_jsonl(path: Path) -> None:
    rows = [{"id": "a-1", "text": ARTICLE, "date": "1994-05-06"}, {"id": "b", "text": "Nine men died.\nTwo were hurt."}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def as_csv(path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [["id", "Date", "Text"], ["a-1", "1994-05-06", ARTICLE], ["b", "", "Nine men died."]]
        )


def as_mail(path: Path, encoding: str) -> None:
    message = email.message.EmailMessage()
    message["From"], message["Subject"] = "Ana B <ana@example.org>", "The flooding of the Orsk mine"
    message["Date"] = "Fri, 06 May 1994 10:00:00 +0000"
    message.set_content(ARTICLE + "\n-- \nAna B, 555 miners\n", cte=encoding)
    path.write_bytes(message.as_bytes())


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "quoted-printable.eml", "8bit.eml", "base64.eml"])
def test_the_same_text_in_records_and_mails_gives_the_same_claims(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix == ".eml":
        as_mail(path, path.stem)
    else:
        (as_jsonl if path.suffix == ".jsonl" else as_csv)(path)
    document = read_all(path)[0]
    assert said(claimcheck.extract(document)) == said(claimcheck.extract(claimcheck.parse(ARTICLE)))
    assert str(document.date) == "1994-05-06"
    if name == "base64.eml":
        assert str(document.source_map.location(document.text.index("arrested"))) == "¶ 2"
        return
    words = path.read_bytes().decode()
    for word in ("41", "Duarte", "arrested", "town"):
        at = document.source_map.file_offset(document.text.index(word))
        assert words[at:].startswith(word)


def test_each_record_of_a_file_is_a_text_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    as_jsonl(path)
    assert [document.record for document in read_all(path)] == ["a-1", "b"]
    assert read_all(path)[1].source_map.location(0).line == 2
    with pytest.raises(ClaimcheckError, match="holds 2 texts"):
        read(path)


PAGE = """\
<!doctype html><html><head><title>Fire | Orsk Times</title>
<meta property="og:site_name" content="Orsk Times"><meta name="author" content="J. Marek">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "1992-05-04T10:00:00Z"}</script>
<link rel="canonical" href="https://times.example/fire"></head><body>
<nav><a href="/">Home</a><p>Ninety-nine people were killed in the menu, which is long enough to be read as
running text.</p></nav>
<div class="cookie-banner"><p>We value your privacy and 12 partners, and this paragraph is long enough to be
an article.</p></div>
<div id="wrap"><header><h1>Fire at the &quot;Orsk&quot; mine</h1></header><div class="story">
<p>Forty-one miners were killed &amp; nine were injured when the lower&nbsp;gallery burned on 3&nbsp;May, the
court found.</p>
<div class="share-buttons">Share 17 times</div>
<p>The owner &lt;b&gt; was <b>senten</b>ced to <a href="https://courts.example/1">nine years</a>, the court said in
its judgment.</p>
<pre><code>print(13)</code></pre><aside><p>Related: seven people died elsewhere in a fire that burned for
several days.</p></aside>
</div></div><footer><p>© 2026 Orsk Times, 500 employees. All rights reserved, and this line is long as
well.</p></footer>
</body></html>
"""


def test_of_a_web_page_the_article_is_read_and_not_what_surrounds_it(tmp_path: Path) -> None:
    need("page.html")
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    document = read(path)
    assert [plain(block.span.of(document.text)) for block in document.blocks] == [
        'Fire at the "Orsk" mine',
        "Forty-one miners were killed & nine were injured when the lower gallery burned on 3 May, the court found.",
        "The owner <b> was sentenced to nine years, the court said in its judgment.",
    ]
    assert (document.title, str(document.date)) == ('Fire at the "Orsk" mine', "1992-05-04")
    about = document.properties
    assert (about.authors, about.publisher, about.url) == (("J. Marek",), "Orsk Times", "https://times.example/fire")
    lines = PAGE.split("\n")
    for word in ("nine were", "gallery", "court found", "sen", "ced", "nine years", "judgment"):
        location = document.source_map.location(document.text.index(word))
        assert lines[(location.line or 0) - 1].startswith(word.replace(" ", " "), (location.column or 0) - 1), word


def test_each_format_is_named_with_what_it_is_and_needs() -> None:
    for reader in READERS:
        assert reader.summary
        assert reader.extra in (None, "html", "pdf", "rst")
