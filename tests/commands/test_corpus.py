"""`claimcheck corpus`: documents of any format come in with their originals, and stay what they were."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

import claimcheck
from claimcheck.cli import run
from claimcheck.commands import adding
from claimcheck.config import Config
from claimcheck.evidence.corpus import load_corpus
from claimcheck.readers import read
from tests.readers import need
from tests.readers.test_word import docx

ARTICLES = Path(__file__).parents[1] / "readers" / "articles"
Output = Callable[[], str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Output:
    def read() -> str:
        said = capsys.readouterr()
        return said.out + said.err

    return read


def head(path: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return found


FILES = sorted(path.name for path in ARTICLES.iterdir() if path.suffix != ".sh")


@pytest.mark.parametrize("name", FILES)
def test_what_is_added_says_what_the_file_said_and_keeps_it(here: Path, name: str) -> None:
    need(name)
    assert run(["corpus", "add", str(ARTICLES / name)]) == 0
    (source,) = load_corpus(here / "corpus").documents
    assert source.title == "The flooding of the Orsk mine"
    assert source.issued
    assert source.issued.edtf == "1994-05-06"
    original = source.original
    assert original
    content = (here / "corpus" / original.path).read_bytes()
    assert content == (ARTICLES / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == original.sha256
    assert original.media_type
    before, after = (
        {(claim.kind, " ".join(claim.text.split())) for claim in claimcheck.extract(document).claims}
        for document in (read(ARTICLES / name), source.document)
    )
    assert after == before


TEXT = "Nine *men* died in #3 _Pit_ & <b>.\n\n1. It was 1994.\n\n> Quoted [1]: x\n\n+ 12 | 13\n\nA tail\n=====\n"


def test_words_that_look_like_markup_stay_words(here: Path) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    assert run(["corpus", "add", "a.txt"]) == 0
    before, after = read("a.txt"), load_corpus(here / "corpus").documents[0].document
    assert [b.span.of(after.text) for b in after.blocks] == [b.span.of(before.text) for b in before.blocks]


def test_what_the_page_says_of_itself_is_filled_in(here: Path) -> None:
    need("a.html")
    meta = (
        '<meta name="author" content="Ana B"><meta property="og:site_name" content="Orsk Times">'
        '<link rel="canonical" href="https://times.example/1"><title>Fire</title>'
    )
    Path("a.html").write_text(f"<html><head>{meta}</head><body><p>Nine people died in the fire.</p></body></html>")
    run(["corpus", "add", "a.html"])
    found = head(here / "corpus" / "a.md")
    assert (found["title"], found["author"], found["publisher"]) == ("Fire", ["Ana B"], "Orsk Times")
    assert found["URL"] == "https://times.example/1"
    assert str(found["accessed"])


def test_a_person_is_asked_for_the_rest_until_the_answer_holds(here: Path, output: Output) -> None:
    Path("letter.txt").write_text("Nine people died in the fire.\n")
    answers = iter(["Letter of the ministry", "A. Duarte; I. Marek", "", "4/5/92", "1992-05", "", "Z", "B"])
    adding.add(["letter.txt"], config=Config(), today=datetime.date(2026, 1, 12), ask=lambda _: next(answers))
    found = head(here / "corpus" / "letter.md")
    assert found["title"] == "Letter of the ministry"
    assert found["author"] == ["A. Duarte", "I. Marek"]
    assert (str(found["issued"]), found["reliability"]) == ("1992-05", "B")
    assert "publisher" not in found
    assert "this is no date in EDTF" in output()


def test_the_day_of_a_file_is_told_and_not_taken(here: Path) -> None:
    asked = []

    def ask(question: str) -> str:
        asked.append(question)
        return ""

    body = "<w:p><w:r><w:t>Nine people died.</w:t></w:r></w:p>"
    made = '<c xmlns:d="http://purl.org/dc/terms/"><d:created>2020-05-12T10:00:00Z</d:created></c>'
    docx(here / "a.docx", body)
    with zipfile.ZipFile(here / "a.docx", "a") as file:
        file.writestr("docProps/core.xml", made)
    adding.add(["a.docx"], config=Config(), today=datetime.date(2026, 1, 12), ask=ask)
    assert "  issued (the file was made on 2020-05-12): " in asked
    assert "issued" not in head(here / "corpus" / "a.md")


def test_a_document_that_is_held_is_left_out(here: Path, output: Output) -> None:
    Path("a.txt").write_text("Nine people died in the fire.\n")
    shutil.copy("a.txt", "b.txt")
    Path("c.md").write_text("Nine people  died\nin the fire.\n")
    assert run(["corpus", "add", "a.txt", "b.txt"]) == 0
    assert run(["corpus", "add", "c.md"]) == 0
    said = output()
    assert "b.txt: left out, it is held as a" in said
    assert "c.md: left out, it is held as a" in said
    assert [source.id for source in load_corpus(here / "corpus").documents] == ["a"]


def test_two_documents_of_one_name_have_two_ids(here: Path) -> None:
    for folder, words in (("x", "Nine people died."), ("y", "Ten people died.")):
        Path(folder).mkdir()
        Path(folder, "Bericht Nr. 1.txt").write_text(words)
    run(["corpus", "add", "x", "y"])
    assert [source.id for source in load_corpus(here / "corpus").documents] == ["bericht-nr-1", "bericht-nr-1-2"]


def test_each_record_is_a_document_and_the_file_is_kept_once(here: Path) -> None:
    rows = [{"id": f"r{n}", "text": f"{n} people died."} for n in (11, 12, 13)]
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run(["corpus", "add", "a.jsonl"])
    run(["corpus", "add", "a.jsonl"])
    assert [source.id for source in load_corpus(here / "corpus").documents] == ["a-r11", "a-r12", "a-r13"]
    assert len(list((here / "corpus").glob("*.jsonl"))) == 1
    assert run(["corpus", "check", "--fail-on", "error"]) == 0


def stopping(after: int) -> Iterator[str]:
    yield from [""] * after
    raise KeyboardInterrupt


def test_a_stopped_import_goes_on_where_it_stopped(here: Path, output: Output) -> None:
    Path("in").mkdir()
    for number in range(4):
        Path("in", f"{number}.txt").write_text(f"{number + 10} people died in the fire.\n")
    answers = stopping(12)  # six questions for each of the first two
    assert adding.add(["in"], config=Config(), today=datetime.date(2026, 1, 12), ask=lambda _: next(answers)) == 130
    assert "stopped; 2 documents added; the same command goes on from here" in output()
    assert run(["corpus", "add", "in"]) == 0
    said = output()
    assert "[1/4] in/0.txt: left out, it is held as 0" in said
    assert "[3/4] corpus/2.md: added from in/2.txt" in said
    assert len(load_corpus(here / "corpus").documents) == 4


def test_a_file_that_cannot_be_read_does_not_stop_the_others(here: Path, output: Output) -> None:
    Path("a.docx").write_bytes(b"no")
    Path("b.txt").write_text("Nine people died.")
    assert run(["corpus", "add", "a.docx", "b.txt"]) == 2
    assert "a.docx: is something else, not .docx" in output()
    assert len(load_corpus(here / "corpus").documents) == 1


CORPUS = {
    "a.md": "---\ntitle: A title\nissued: 1994\npublisher: P\nreliability: B\nderived_from: [b]\n---\n\nOne.\n",
    "b.md": "---\ntitle: B title\nissued: 1994\nderived_from: [a, z]\n---\n\nTwo people died. Ten left.\n",
    "c.md": "---\nissued: 3/4/94\n---\n\nThree.\n",
    "d.md": f"---\ntitle: D\noriginal: {{path: d.pdf, sha256: '{'0' * 64}'}}\n---\n\nFour.\n",
    "e.md": "---\ntitle: E\noriginal: {path: e.pdf}\n---\n\nFive.\n",
    "f.md": "---\ntitle: F\noriginal: {path: ../../f.pdf}\n---\n\nSix.\n",
    "d.pdf": "something",
}


def test_every_fault_of_a_corpus_is_listed(here: Path, output: Output) -> None:
    (here / "corpus").mkdir()
    for name, text in CORPUS.items():
        (here / "corpus" / name).write_text(text)
    assert run(["corpus", "check", "--fail-on", "error"]) == 1
    said = output().splitlines()
    for fault in (
        "a.md:6:1: error derived-from-itself",
        "b.md:4:1: error source-missing derived_from names 'z'",
        "b.md:1:1: note missing-field has no publisher or author, no reliability",
        "c.md:1:1: error unreadable line 2: 'issued' is not an EDTF date",
        "d.md:3:1: error source-changed",
        "e.md:3:1: error source-missing its original 'e.pdf' is not there",
        "f.md:3:1: error source-missing its original '../../f.pdf' lies outside",
    ):
        assert any(line.startswith(f"corpus/{fault}") for line in said), (fault, said)


def test_documents_are_listed_and_searched(here: Path, output: Output) -> None:
    (here / "corpus").mkdir()
    (here / "corpus" / "b.md").write_text(CORPUS["b.md"].replace("derived_from: [a, z]\n", ""))
    assert run(["corpus", "list"]) == 0
    assert output() == "-  1994        b  B title\n"
    assert run(["corpus", "search", "DIED", "peop"]) == 0
    assert output() == "corpus/b.md:6: Two people died.\n"
    assert run(["corpus", "search", "nobody"]) == 1


def test_without_a_corpus_a_search_says_how_to_begin_one(output: Output) -> None:
    assert run(["corpus", "search", "x"]) == 2
    assert "claimcheck corpus add FILE begins one" in output()
