"""An archive in any format becomes tables; what cannot be read is told, and what is done is not done again."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.spec import AbstractBufferedFile
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from claimcheck import pipeline
from claimcheck.archive.scan import find_work, is_done, read_part, schema_of
from claimcheck.archive.sources import find_parts, records_in
from claimcheck.archive.tables import TABLES
from claimcheck.cli import run
from claimcheck.commands.scan import scan
from claimcheck.model import Document, Report
from tests.archive.conftest import TOLL, Tables, tables_in, warc_page

Scanned = Callable[..., Tables]


def test_every_format_gives_the_same_claims(scanned: Scanned) -> None:
    found = scanned()
    articles = {row["article"] for row in found["articles"]}
    assert articles >= {
        "news/texts/a.md",
        "news/lines.jsonl#one",
        "news/packed.jsonl.gz#one",
        "news/rows.parquet#https://a.example",
        "news/rows.parquet#row 2",
        "news/crawl.warc.gz#https://c.example/orsk",
        "news/crawl.warc.gz#https://c.example/plain",
    }
    for article in articles:
        (toll, *_) = [row for row in found["claims"] if row["article"] == article and row["kind"] == "casualty"]
        assert (toll["speaker"], toll["status"]) == ("Ana Duarte", "attributed")
        (count,) = [fact for fact in toll["facts"] if fact["type"] == "count"]
        assert (count["min"], count["max"], count["outcome"]) == (41, None, "killed")
        assert toll["words"] == ["kill", "miner", "orsk"]
    ids = {article: [row["id"] for row in found["claims"] if row["article"] == article] for article in articles}
    assert ids["news/lines.jsonl#one"] == ids["news/rows.parquet#row 2"] == ids["news/texts/a.md"]


def test_what_cannot_be_read_is_told_with_its_reason_and_the_run_goes_on(scanned: Scanned) -> None:
    errors = {(row["source"], row["record"]): row["reason"] for row in scanned()["errors"]}
    wanted = {
        ("news/texts/empty.txt", None): "",
        ("news/lines.jsonl", "byte 135"): "not a JSON object",
        ("news/lines.jsonl", "byte 144"): "not a JSON object: not an object",
        ("news/lines.jsonl", "byte 147"): "its date is not a day: 'in May'",
        ("news/lines.jsonl", "byte 248"): "has no text",
        ("news/short.jsonl.gz", None): "cannot be read to its end",
        ("news/rows.parquet", "row 1"): "has no text",
        ("news/torn.parquet", None): "cannot be read to its end",
        ("news/crawl.warc.gz", "https://c.example/empty"): "",
    }
    assert errors.keys() == wanted.keys()
    assert all(reason in errors[key] and "\n" not in errors[key] for key, reason in wanted.items())


def test_half_of_a_surrogate_pair_stops_nothing(scanned: Scanned) -> None:
    Path("odd.jsonl").write_text(json.dumps({"id": "\ud800", "text": f"\ud83d {TOLL}"}) + "\n")
    found = scanned("odd.jsonl")
    assert [row["article"] for row in found["articles"]] == ["odd.jsonl#?"]
    assert not found["errors"]


def test_a_source_has_one_name_however_it_is_written(scanned: Scanned) -> None:
    found = scanned("news")
    assert scanned("./news/") == found


def test_a_page_of_a_crawl_that_has_no_day_has_the_crawls(scanned: Scanned) -> None:
    days = {row["article"]: row["date"] for row in scanned("news/crawl.warc.gz")["articles"]}
    assert {str(day) for day in days.values()} == {"1992-05-05"}


def test_a_crawl_with_a_broken_day_or_packing_loses_no_other_page(scanned: Scanned) -> None:
    pages = [
        warc_page("https://c.example/day", TOLL, day="yesterday"),
        warc_page("https://c.example/packed", TOLL, more={"Content-Encoding": "br"}),
        warc_page("https://c.example/chunks", TOLL, more={"Transfer-Encoding": "chunked"}),
        warc_page("https://c.example/last", TOLL),
    ]
    Path("odd.warc").write_bytes(b"".join(pages))
    found = scanned("odd.warc")
    days = {row["article"].partition("#")[2].rpartition("/")[2]: row["date"] for row in found["articles"]}
    assert days["day"] is None
    assert str(days["last"]) == "1992-05-05"


def test_a_crawl_of_wrong_lengths_is_told_in_our_words(scanned: Scanned, capfd: pytest.CaptureFixture[str]) -> None:
    plain = gzip.decompress(warc_page("https://c.example/\x1b[2J a", TOLL, type_="text/plain"))
    whole = gzip.decompress(warc_page("https://c.example/whole", TOLL, type_="text/plain"))
    length = re.search(rb"Content-Length: (\d+)", plain)
    assert length
    short = plain.replace(length[0], b"Content-Length: %d" % (int(length[1]) - 9))
    Path("odd.warc").write_bytes(short + whole)
    found = scanned("odd.warc")
    assert "odd.warc#https://c.example/whole" in {row["article"] for row in found["articles"]}
    assert [row["reason"] for row in found["errors"]] == ["1 of its records have another length than they say"]
    assert "\x1b" not in capfd.readouterr().err


def test_a_fault_of_the_program_loses_one_article_only(
    scanned: Scanned, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pipeline.check

    def faulty(documents: tuple[Document, ...], **rest: Any) -> Report:
        if documents[0].path.endswith(".md"):
            raise RecursionError("too deep")
        return whole(documents, **rest)

    monkeypatch.setattr(pipeline, "check", faulty)
    (error,) = [row for row in scanned("news/texts")["errors"] if row["source"].endswith(".md")]
    assert error["reason"] == "RecursionError: too deep"


def test_what_is_done_is_not_done_again(scanned: Scanned, archive: Path) -> None:
    first = scanned()
    written = {file: file.stat().st_mtime_ns for file in Path("out").rglob("*.*")}
    assert scanned() == first
    assert written == {file: file.stat().st_mtime_ns for file in Path("out").rglob("*.*")}


def test_what_has_changed_is_done_again_and_what_is_gone_is_taken_out(scanned: Scanned, archive: Path) -> None:
    scanned()
    other = archive.parent / "other.txt"
    other.write_text("Seven men were injured in Halden.\n")
    scanned("other.txt")
    before = {file: file.stat().st_mtime_ns for file in Path("out", "done").iterdir()}
    (archive / "packed.jsonl.gz").unlink()
    (archive / "lines.jsonl").write_text(json.dumps({"id": "new", "text": TOLL}) + "\n")
    found = {row["article"] for row in scanned()["articles"]}
    assert "news/lines.jsonl#new" in found
    assert "other.txt" in found
    assert not found & {"news/lines.jsonl#one", "news/packed.jsonl.gz#one"}
    after = {file: file.stat().st_mtime_ns for file in Path("out", "done").iterdir()}
    assert len(set(before.items()) - set(after.items())) == 2
    assert {file.stem for file in Path("out", "claims").iterdir()} == {file.stem for file in after}


def test_other_rules_read_everything_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scan(["news/texts"], out=Path("out"), jobs=1) == 0
    assert all(map(is_done, find_work(["news/texts"], Path("out"), size=10**6)))
    monkeypatch.setattr("claimcheck.archive.scan.fingerprint", lambda: "other")
    assert not any(map(is_done, find_work(["news/texts"], Path("out"), size=10**6)))


def test_a_part_that_breaks_off_leaves_no_table_and_no_mark(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scan(["news/texts"], out=Path("out"), jobs=1) == 0
    (work, *_) = find_work(["news/texts"], Path("out"), size=10**6)
    before = {file: file.read_bytes() for file in Path("out", "claims").iterdir()}
    monkeypatch.setattr(parquet.ParquetWriter, "write_table", lambda *_: (_ for _ in ()).throw(MemoryError))
    with pytest.raises(MemoryError):
        read_part(work)
    assert {file: file.read_bytes() for file in Path("out", "claims").iterdir()} == before
    assert not work.mark.exists()


def test_a_disk_that_fails_is_told_and_tried_again(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("claimcheck.archive.sources._open", lambda file: (_ for _ in ()).throw(OSError(5, "lost")))
        assert scan(["news/lines.jsonl"], out=Path("out"), jobs=1) == 2
    assert "news/lines.jsonl: [Errno 5] lost" in capsys.readouterr().err
    assert scan(["news/lines.jsonl"], out=Path("out"), jobs=1) == 0
    assert len(tables_in(Path("out"))["articles"]) == 1


@given(st.lists(st.text(min_size=1), max_size=12), st.integers(1, 80), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_each_line_is_in_one_part(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int, end: str
) -> None:
    file = tmp_path_factory.mktemp("lines") / "a.jsonl"
    lines = [
        json.dumps({"id": f"n{number}", "text": text}, ensure_ascii=number % 2 == 0)
        for number, text in enumerate(texts)
    ]
    file.write_bytes("".join(line + end for line in lines).encode("utf-8", "surrogatepass"))

    def found(size: int) -> list[object]:
        return [record for part in find_parts(str(file), size=size) for record in records_in(part)]

    assert found(size) == found(10**9)
    assert len(found(size)) == len(texts)


class _Ranges(AbstractBufferedFile):  # type: ignore[misc]  # fsspec has no types
    """A file as S3 and the like hand it out: by ranges of bytes, behind fsspec's own buffer."""

    def _fetch_range(self, start: int, end: int) -> bytes:
        whole: bytes = self.fs.store[self.path].getvalue()
        return whole[start:end]


@pytest.mark.parametrize("ranges", [False, True])
def test_an_archive_at_an_address_is_read_like_one_here(
    archive: Path, monkeypatch: pytest.MonkeyPatch, ranges: bool
) -> None:
    """The tests reach no network; what fsspec keeps in memory is found and opened as a bucket is."""
    bucket = fsspec.filesystem("memory")
    for file in archive.rglob("*.*"):
        if file.is_file():
            bucket.pipe(f"/bucket/{file.relative_to(archive)}", file.read_bytes())
    if ranges:
        monkeypatch.setattr(bucket, "_open", lambda path, *_, **__: _Ranges(bucket, path, size=bucket.size(path)))

    def found(source: str) -> list[tuple[str, object]]:
        parts = find_parts(source, size=10**6)
        return [(r.source.removeprefix(source), r.id) for part in parts for r in records_in(part)]

    assert found("memory://bucket") == found("news")
    assert next(find_parts("memory://bucket", size=10**6)).files[0].name == "memory://bucket/texts/a.md"


@pytest.mark.parametrize("size", [1, 300, 10**9])
def test_each_row_is_in_one_part(archive: Path, size: int) -> None:
    parts = list(find_parts("news/rows.parquet", size=size))
    assert [record.id for part in parts for record in records_in(part)] == ["https://a.example", "row 1", "row 2"]


def test_a_new_file_leaves_most_parts_of_a_folder_as_they_are(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number:03}.txt").write_text(TOLL)
    before = set(find_parts(str(tmp_path), size=10**9))
    (tmp_path / "100a.txt").write_text(TOLL)
    after = set(find_parts(str(tmp_path), size=10**9))
    assert len(before) > 2
    assert len(before - after) == 1


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("missing", "missing: no such file or folder"),
        ("empty", "empty: holds no file"),
        ("news/picture.png", "news/picture.png: holds nothing to read (.md"),
        ("nowhere://a/b", "nowhere://a/b: cannot be found: Protocol not known"),
    ],
)
def test_a_source_without_articles_is_refused_in_one_line(
    source: str, error: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    assert run(["scan", source, "--out", "out"]) == 2
    assert capsys.readouterr().err.startswith(f"claimcheck: {error}")
    assert not Path("out").exists()


def test_a_library_that_is_not_there_is_named(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    for name in [name for name in sys.modules if name.startswith("claimcheck.archive")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run(["scan", "news", "--out", "out"]) == 2
    assert capsys.readouterr().err == "claimcheck: this needs pyarrow (pip install 'claimcheck-cli[dask]')\n"
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert run(["query", "out", "speakers"]) == 2
    assert capsys.readouterr().err == "claimcheck: this needs duckdb (pip install 'claimcheck-cli[query]')\n"


def test_the_tables_have_the_columns_that_they_are_said_to_have(scanned: Scanned, archive: Path) -> None:
    scanned()
    for name in TABLES:
        for file in Path("out", name).glob("*.parquet"):
            assert parquet.read_schema(file) == schema_of(name)


def test_the_names_of_parts_are_the_programs_own(scanned: Scanned, archive: Path) -> None:
    """So that nothing else in the folder is ever taken out."""
    scanned()
    mine = Path("out", "claims", "mine.txt")
    mine.write_text("A note.")
    scanned("news/texts")
    assert mine.exists()
    assert all(re.fullmatch(r"[0-9a-f]{16}\.json", file.name) for file in Path("out", "done").iterdir())
