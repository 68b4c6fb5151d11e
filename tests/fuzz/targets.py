"""What is given to the fuzzer: each takes any bytes, and may refuse them in one line, but never fail otherwise."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck import changes, pipeline
from claimcheck.cli import batch
from claimcheck.commands.check import Checker
from claimcheck.commands.texts import Text
from claimcheck.config import Config, load_config
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import load_corpus
from claimcheck.evidence.ledger_file import parse_ledger
from claimcheck.evidence.verify import verify
from claimcheck.model import Document
from claimcheck.readers import READERS, parse, read_contents
from claimcheck.renderers import correction, diff_json, diff_markdown, diff_terminal, html, screen, terminal
from claimcheck.renderers import json as report_json
from claimcheck.renderers.remarks import read_outputs, write

Target = Callable[[bytes], None]

_FOLDER = Path(tempfile.mkdtemp(prefix="claimcheck-fuzz-"))
_LIMIT = 4_000  # bytes of a file
_TEXT = 1_000  # bytes of a text, which takes a hundred times as long to check as to read: faults show in little
_REPORTED = 16  # one file in so many goes on from its reader to the report

# What a zipped format is read from: bytes that were damaged at random are refused before anything is read.
PARTS: Mapping[str, tuple[str, ...]] = {
    ".docx": (
        "word/document.xml",
        "word/footnotes.xml",
        "word/styles.xml",
        "word/_rels/document.xml.rels",
        "docProps/core.xml",
    ),
    ".odt": ("content.xml", "styles.xml", "meta.xml"),
}


def _read(suffix: str) -> Target:
    def target(data: bytes) -> None:
        documents = read_contents(data[:_LIMIT], path=f"text{suffix}")
        for document in documents:
            _whole(document)
        if len(documents) == 1 and hashlib.sha256(data).digest()[0] % _REPORTED == 0:
            _report(documents[0])

    return target


def _parts(suffix: str) -> Target:
    """A file that is a package for certain; its parts stand one behind the other, with a zero byte between."""
    reader = _read(suffix)

    def target(data: bytes) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            for name, part in zip(PARTS[suffix], data.split(b"\x00"), strict=False):
                if part:
                    package.writestr(name, part)
        reader(packed.getvalue())

    return target


def _whole(document: Document) -> None:
    """Blocks stand in order inside the text, and every place leads back to the file."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text), block
        end = block.span.end
        document.source_map.location(block.span.start)
    for citation in document.citations:
        assert 0 <= citation.span.start <= citation.span.end <= len(document.text), citation


def _text(data: bytes) -> None:
    _report(parse(data[:_TEXT].decode("utf-8", "surrogateescape"), format="markdown"))


def _report(document: Document) -> None:
    """The whole pipeline, and every way to print what it finds."""
    report = pipeline.check((document,))
    json.loads(report_json.render(report))
    html.render(report)
    page = io.StringIO()
    terminal.write(report, screen.Pipe(page), why=True)
    assert "\x1b" not in page.getvalue(), "an escape of the text reached the terminal"


def _ledger(data: bytes) -> None:
    parse_ledger(data.decode("utf-8", "surrogateescape"))


def _corpus(data: bytes) -> None:
    folder = _FOLDER / "corpus"
    folder.mkdir(exist_ok=True)
    (folder / "source.md").write_bytes(data)
    pipeline.check((parse("At least 41 miners were killed in Orsk."),), corpus=load_corpus(folder))


def _settings(data: bytes) -> None:
    (_FOLDER / "claimcheck.toml").write_bytes(data)
    load_config(_FOLDER)


def _batch(answer: Callable[[batch.Row], Mapping[str, Any]]) -> Target:
    """Each line has an answer that is JSON, or a record of what is wrong with it."""

    def target(data: bytes) -> None:
        path = _FOLDER / "rows.jsonl"
        path.write_bytes(data[:_TEXT])
        answers, errors = io.StringIO(), io.StringIO()
        with redirect_stdout(answers), redirect_stderr(errors):
            code = batch.run(str(path), answer, jobs=1)
        printed = [json.loads(line) for line in (answers.getvalue() + errors.getvalue()).splitlines()]
        assert len(printed) == sum(1 for line in data[:_TEXT].split(b"\n") if line.strip())
        assert code == (2 if errors.getvalue() else 0)

    return target


def _archive(suffix: str) -> Target:
    """The records of an archive's file as `scan` reads them: what cannot be read is a record that says why."""

    def target(data: bytes) -> None:
        from claimcheck.archive.sources import find_parts, records_in

        path = _FOLDER / f"archive{suffix}"
        path.write_bytes(data[:_LIMIT])
        for part in find_parts(str(path), size=_TEXT):
            for record in records_in(part):
                if isinstance(record.document, str):
                    assert record.document, "no reason"
                else:
                    _whole(record.document)

    return target


def _hook(data: bytes) -> None:
    """What the hook says of a text, with what silences it, beside an earlier version."""
    old, _, new = data[:_TEXT].partition(b"\x00")
    checker = Checker(Config(), everything=hashlib.sha256(data).digest()[0] % 2 == 0, baseline=True)
    for suffix in (".md", ".html", ".tex"):
        remarks = checker(Text(f"text{suffix}", new, (old,) if old else ()))
        if isinstance(remarks, str):
            raise ClaimcheckError(remarks)
        printed = io.StringIO()
        with redirect_stdout(printed):
            write(remarks, read_outputs(("lines",)), environment={})
        lines = new.count(b"\n") + new.count(b"\r") + 1
        assert all(1 <= remark.start.line <= remark.end.line <= lines for remark in remarks)
        assert "\x1b" not in printed.getvalue()


def _query(data: bytes) -> None:
    """A question of a small archive, as it stands on a command line."""
    from claimcheck.archive.query import ask

    list(ask(_small_archive(), data[:_TEXT].decode("utf-8", "surrogateescape")).rows)


@cache
def _small_archive() -> Path:
    from claimcheck.commands.scan import scan

    source = _FOLDER / "news.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "At least 41 miners were killed in Orsk, Ana Duarte said."}))
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert scan([str(source)], out=_FOLDER / "tables", jobs=1) == 0
    return _FOLDER / "tables"


def _halves(data: bytes) -> tuple[str, str]:
    one, _, two = data[:_TEXT].decode("utf-8", "replace").partition("\x00")
    return one, two


def _diff(data: bytes) -> None:
    old, new = (pipeline.extract(parse(half)) for half in _halves(data))
    found = changes.compare(old, new)
    json.loads(diff_json.render(found))
    diff_markdown.markdown(found, everything=True)
    correction.correction(found)
    diff_terminal.write_diff(found, screen.Pipe(io.StringIO()), everything=True)


def _verify(data: bytes) -> None:
    report_json.verification(verify(*_halves(data)))


TARGETS: Mapping[str, Target] = {
    **{suffix[1:]: _read(suffix) for reader in READERS for suffix in reader.suffixes[:1]},
    **{f"{suffix[1:]}-parts": _parts(suffix) for suffix in PARTS},
    "report": _text,
    "ledger": _ledger,
    "corpus": _corpus,
    "settings": _settings,
    "hook": _hook,
    "batch-extract": _batch(batch.extraction),
    "batch-verify": _batch(batch.verification),
    "batch-diff": _batch(batch.comparison),
    **{f"archive-{suffix[1:]}": _archive(suffix) for suffix in (".jsonl", ".jsonl.gz", ".warc", ".parquet")},
    "query": _query,
    "diff": _diff,
    "verify": _verify,
}


def attempt(target: Target, data: bytes) -> None:
    """One case; a refusal is one line."""
    try:
        target(data)
    except ClaimcheckError as refused:
        if "\n" in str(refused):
            raise AssertionError("a refusal is one line") from refused
