"""The source documents and what their front matter says of them."""

import json
import os
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import load_corpus
from claimcheck.evidence.yaml_fields import read_yaml

FULL = """\
title: "Judgment: case 7"
type: legal_case
author: [District Court of Orsk]
publisher: District Court of Orsk
issued: 1994-06
URL: https://court.example/7
accessed: 2021-11-20
archived: {URL: "https://archive.example/7", on: 2021-11-20}
original: {path: originals/7.pdf, media_type: application/pdf, sha256: %s}
reliability: A
reliability_reason: A public judgment.
derived_from: []
retracted: false
withhold: [author]
""" % ("0" * 64)
SCHEMA = json.loads(resources.files("claimcheck.schemas").joinpath("source.schema.json").read_text("utf-8"))
WRONG = (
    ("isued: 1994\n", 2, "did you mean 'issued'?"),
    ("title: A\nissued: 12/5/20\n", 3, "'issued' is not an EDTF date: '12/5/20'"),
    ("issued: 12.5.1994\n", 2, "write 1994-05-12"),
    ("reliability: best\n", 2, "write one of A, B"),
    ("retracted: perhaps\n", 2, "neither true nor false"),
    ("derived_from: 3\n", 2, "is not a list of texts"),
    ("archived: https://archive.example/7\n", 2, "must have fields"),
    ("original: {path: a.pdf, sha256: 12}\n", 2, "'sha256' is not"),
    ("withhold: [name]\n", 2, "no field 'name' to withhold"),
)


def _write(folder: Path, name: str, front: str = "", body: str = "Ten died.") -> None:
    (folder / name).write_text(f"---\n{front}---\n\n{body}\n" if front else body, "utf-8")


def test_documents_are_read_with_their_front_matter(tmp_path: Path) -> None:
    _write(tmp_path, "court.md", FULL)
    _write(tmp_path, "notes.txt")
    court, notes = load_corpus(tmp_path).documents
    assert (court.id, court.title, court.author) == ("court", "Judgment: case 7", ("District Court of Orsk",))
    assert court.issued is not None
    assert str(court.issued.latest) == "1994-06-30"
    assert "Ten died." in court.document.text
    assert "title:" not in court.document.text
    assert (notes.id, notes.author) == ("notes", ())
    jsonschema.validate(read_yaml(FULL, path="a").plain(), SCHEMA)


@pytest.mark.parametrize(("front", "line", "words"), WRONG)
def test_faults_name_the_file_and_the_line(tmp_path: Path, front: str, line: int, words: str) -> None:
    _write(tmp_path, "a.md", front)
    with pytest.raises(ClaimcheckError) as caught:
        load_corpus(tmp_path)
    assert f"a.md: line {line}: " in str(caught.value)
    assert words in str(caught.value)
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(read_yaml(front, path="a").plain())


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("derived_from: [c]\n", "title: B\n", "'c', which is no document"),
        ("derived_from: [b]\n", "derived_from: [a]\n", "derived from itself"),
    ],
)
def test_derivation_leads_to_documents_and_not_in_circles(tmp_path: Path, first: str, second: str, words: str) -> None:
    _write(tmp_path, "a.md", first)
    _write(tmp_path, "b.md", second)
    with pytest.raises(ClaimcheckError, match=words):
        load_corpus(tmp_path)


def test_two_documents_with_one_id_are_an_error(tmp_path: Path) -> None:
    _write(tmp_path, "a.md", "title: A\n")
    _write(tmp_path, "a.txt")
    with pytest.raises(ClaimcheckError, match="the id 'a' is also that of"):
        load_corpus(tmp_path)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="no such folder"):
        load_corpus(tmp_path / "corpus")


def test_a_corpus_that_is_a_file_is_named_as_one(tmp_path: Path) -> None:
    (tmp_path / "corpus").write_text("Ten died.", "utf-8")
    with pytest.raises(ClaimcheckError, match="corpus: is a file \\(name the folder"):
        load_corpus(tmp_path / "corpus")


def test_links_lead_nowhere_outside_the_corpus(tmp_path: Path) -> None:
    corpus, outside = tmp_path / "corpus", tmp_path / "outside"
    for folder in (corpus, outside):
        folder.mkdir()
    _write(outside, "secret.txt")
    _write(corpus, "court.txt")
    try:
        (corpus / "again.txt").symlink_to(corpus / "court.txt")
        (corpus / "folder").symlink_to(outside)
        (corpus / "gone.txt").symlink_to(outside / "gone.txt")
    except OSError:
        pytest.skip("no links here")
    assert [document.id for document in load_corpus(corpus).documents] == ["again", "court"]
    (corpus / "secret.txt").symlink_to(outside / "secret.txt")
    with pytest.raises(ClaimcheckError, match=r"secret\.txt: is a link out of the corpus \(copy the file into it\)"):
        load_corpus(corpus)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_no_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(ClaimcheckError, match="closed: cannot be read"):
        load_corpus(tmp_path)
