"""Searches for inputs that break a target: `python -m tests.fuzz.run [TARGET…] [--seconds N] [--corpus FOLDER]`.

Without a target all have their turn, each in a process of its own. What breaks one is written to
tests/fuzz/found/TARGET/, from where every later test run tries it again. Inputs that reached something new are kept in
the folder of `--corpus`, where the next search begins. Needs `pip install atheris`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
_LONGEST = 4_000  # bytes
_INSTRUMENTED = ["claimcheck", "docutils"]  # what is written in Python and follows the input


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("targets", nargs="*", metavar="target")
    options.add_argument("--seconds", type=int, default=60, help="for each target")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--corpus", type=Path, default=Path(tempfile.gettempdir()) / "claimcheck-fuzz")
    options.add_argument("--here", action="store_true", help="in this process, one target")
    given = options.parse_args()
    if given.here:
        search(given.targets[0], given.corpus, seconds=given.seconds, seed=given.seed)
    broken = 0
    for target in given.targets or _all_targets():
        more = [f"--seconds={given.seconds}", f"--seed={given.seed}", f"--corpus={given.corpus}"]
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.run", target, "--here", *more],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        said = [x for x in done.stderr.decode("utf-8", "replace").splitlines() if not x.startswith("INFO")]
        told = [line for line in said if line.startswith(("stat::number_of_executed", "Done ", "#", "==", "ERROR"))]
        print(f"{target}: {'broken' if done.returncode else 'ok'}: {' | '.join(told[-3:])}", flush=True)
        if done.returncode:
            broken += 1
            print("\n".join(said[-60:]), flush=True)
    return 1 if broken else 0


def search(name: str, corpus: Path, *, seconds: int, seed: int) -> None:
    """Tries inputs for so long; ends the process."""
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]  # only where somebody searches

    kept = corpus / name
    kept.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=_INSTRUMENTED):  # to the end: readers are imported when first called for
        from tests.fuzz.targets import TARGETS, attempt

        target = TARGETS[name]
        seeds = list(_seeds(name))
        for content in seeds:
            (kept / hashlib.sha256(content).hexdigest()[:16]).write_bytes(content)
        attempt(target, seeds[0])  # imports what it needs, which takes longer than an input may

        def once(data: bytes) -> None:
            try:
                attempt(target, data)
            except Exception:
                folder = HERE / "found" / name
                folder.mkdir(parents=True, exist_ok=True)
                (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
                raise

        limits = [f"-max_total_time={seconds}", f"-seed={seed}", f"-max_len={_LONGEST}", "-timeout=60"]
        found = f"-artifact_prefix={corpus}/{name}-"
        atheris.Setup([sys.argv[0], *limits, found, "-print_final_stats=1", str(kept)], once)
        atheris.Fuzz()


def _all_targets() -> list[str]:
    from tests.fuzz.targets import TARGETS

    return list(TARGETS)


def _seeds(target: str) -> Iterator[bytes]:
    """What is right, to begin with: each file, and the pieces of a text."""
    from tests.fuzz.targets import PARTS

    if target == "ledger":
        yield from _paragraphs([ROOT / "claims.yaml"])
    elif target == "settings":
        yield (ROOT / "pyproject.toml").read_bytes()[:_LONGEST]
    elif target.startswith("batch-") or target == "archive-jsonl":
        for part in _paragraphs([*ROOT.glob("articles/*.md")]):
            text = part.decode()
            yield json.dumps(
                {"id": "a", "text": text, "claim": text, "document": text, "before": text, "after": text}
            ).encode()
    elif target == "query":
        yield from (
            b"speakers",
            b"tolls Orsk",
            b"history miners were killed",
            b"SELECT kind, count(*) FROM claims GROUP BY 1",
        )
    elif target.startswith("archive-"):
        yield from _archives(target.removeprefix("archive-"))
    elif target.endswith("-parts"):
        suffix = f".{target.removesuffix('-parts')}"
        for path in ROOT.glob(f"tests/readers/**/*{suffix}"):
            with zipfile.ZipFile(path) as package:
                names = set(package.namelist())
                yield b"\0".join(package.read(name) if name in names else b"" for name in PARTS[suffix])
    else:
        files = [path for path in ROOT.glob(f"tests/**/*.{target}") if path.is_file() and "found" not in path.parts]
        yield from (path.read_bytes()[:_LONGEST] for path in files)
        if target not in ("docx", "odt", "pdf"):
            yield from _paragraphs(files or [*ROOT.glob("articles/*.md"), *ROOT.glob("corpus/*.md")])


def _archives(suffix: str) -> Iterator[bytes]:
    """A small file of each kind that is not written by hand."""
    rows = [{"id": "a", "text": "At least 41 miners were killed in Orsk."}, {"id": "b", "text": "He said no."}]
    stream = io.BytesIO()
    if suffix == "jsonl.gz":
        stream.write(gzip.compress("\n".join(map(json.dumps, rows)).encode(), mtime=0))
    elif suffix == "parquet":
        import pyarrow
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(rows), stream)
    else:
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter

        writer = WARCWriter(stream, gzip=False)
        for row in rows:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
            page = io.BytesIO(f"<p>{row['text']}</p>".encode())
            about = {"WARC-Date": "2024-05-01T00:00:00Z"}
            writer.write_record(
                writer.create_warc_record(
                    "https://news.example/a", "response", page, http_headers=headers, warc_headers_dict=about
                )
            )
    yield stream.getvalue()


def _paragraphs(files: list[Path]) -> Iterator[bytes]:
    for path in files:
        yield from (part[:_LONGEST] for part in path.read_bytes().split(b"\n\n") if part.strip())


if __name__ == "__main__":
    sys.exit(main())
