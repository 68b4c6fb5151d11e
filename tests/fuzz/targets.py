"""What is given to the fuzzer: each takes any bytes, and may refuse them in one line, but never fail otherwise."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from claimcheck import changes, pipeline
from claimcheck.cli import batch
from claimcheck.config import load_config
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence import load_corpus
from claimcheck.evidence.ledger import parse_ledger
from claimcheck.evidence.verify import verify
from claimcheck.model import Document
from claimcheck.readers import READERS, parse, read_content
from claimcheck.renderers import correction, diff_json, diff_markdown, diff_terminal, html, terminal
from claimcheck.renderers import json as report_json

Target = Callable[[bytes], None]

_FOLDER = Path(tempfile.mkdtemp(prefix="claimcheck-fuzz-"))
_LIMIT = 4_000  # bytes of a text: what goes wrong goes wrong in little


def _read(suffix: str) -> Target:
    def target(data: bytes) -> None:
        _report(read_content(data[:_LIMIT], path=f"text{suffix}"))

    return target


def _report(document: Document) -> None:
    """The whole pipeline, and every way to print what it finds."""
    report = pipeline.check((document,))
    json.loads(report_json.render(report))
    html.render(report)
    page = io.StringIO()
    terminal.write(report, terminal.console_for(page), why=True)
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


def _batch(data: bytes) -> None:
    path = _FOLDER / "rows.jsonl"
    path.write_bytes(data[:_LIMIT])
    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(io.StringIO()):
        batch.run(
            str(path),
            lambda row: report_json.extraction(
                pipeline.extract(parse(batch.text_of(row, "text"), date=batch.date_of(row)))
            ),
        )
    for line in printed.getvalue().splitlines():
        json.loads(line)


def _halves(data: bytes) -> tuple[str, str]:
    one, _, two = data[:_LIMIT].decode("utf-8", "replace").partition("\x00")
    return one, two


def _diff(data: bytes) -> None:
    old, new = (pipeline.extract(parse(half)) for half in _halves(data))
    found = changes.compare(old, new)
    json.loads(diff_json.render(found))
    diff_markdown.markdown(found, everything=True)
    correction.correction(found)
    diff_terminal.write_diff(found, terminal.console_for(io.StringIO()), everything=True)


def _verify(data: bytes) -> None:
    report_json.verification(verify(*_halves(data)))


TARGETS: Mapping[str, Target] = {
    **{suffix[1:]: _read(suffix) for reader in READERS for suffix in reader.suffixes[:1]},
    "ledger": _ledger,
    "corpus": _corpus,
    "settings": _settings,
    "batch": _batch,
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
