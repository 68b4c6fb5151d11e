"""An archive in every format, and how to look into its tables."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimcheck.archive.tables import TABLES
from claimcheck.commands.scan import scan

TOLL = "At least 41 miners were killed in Orsk on 3 May 1992, Ana Duarte said."
PAGE = f"""<!doctype html><html><head><title>Orsk mine</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Orsk mine</h1><p>{TOLL}</p><p>The mine had been closed for two years when the fire broke out there.</p>
<p>Relatives waited at the gate for three days, and nobody told them what had happened below.</p>
</article></body></html>"""


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article, and one record that cannot be read, in each format."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    (folder / "texts").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "a.txt").write_text(TOLL)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "texts" / "a.md").write_text(f"---\ntitle: Orsk\ndate: 1992-05-04\n---\n\n{TOLL}\n")
    (folder / "texts" / "empty.txt").write_bytes(b"\xff\xfe\x00")
    lines = [json.dumps({"id": "one", "text": TOLL, "date": "1992-05-04", "title": "Orsk"}), "{broken", "", "[]"]
    lines += [json.dumps({"text": TOLL, "date": "in May"}), json.dumps({"id": "no text"})]
    (folder / "lines.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress(lines[0].encode(), mtime=0))
    (folder / "short.jsonl.gz").write_bytes(gzip.compress((lines[0] + "\n").encode() * 3, mtime=0)[:-9])
    table = pa.table({"Body": [TOLL, None, TOLL], "url": ["https://a.example", "https://b.example", None]})
    parquet.write_table(table, folder / "rows.parquet", row_group_size=1)
    (folder / "torn.parquet").write_bytes((folder / "rows.parquet").read_bytes()[:200])
    (folder / "crawl.warc.gz").write_bytes(crawl())
    return folder


def crawl() -> bytes:
    return b"".join(
        (
            warc_page("https://c.example/orsk", PAGE),
            warc_page("https://c.example/gone", PAGE, status="404 Not Found"),
            warc_page("https://c.example/picture", "GIF89a", type_="image/gif"),
            warc_page("https://c.example/plain", TOLL, type_="text/plain"),
            warc_page("https://c.example/empty", "", type_="text/plain"),
        )
    )


def warc_page(
    address: str,
    body: str,
    *,
    type_: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    day: str = "1992-05-05T06:00:00Z",
    more: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """One packed record of a crawl; `more` headers may say what is not so."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    headers = StatusAndHeaders(status, [("Content-Type", type_), *more.items()], protocol="HTTP/1.1")
    payload = io.BytesIO(body.encode())
    writer.write_record(
        writer.create_warc_record(
            address, "response", payload=payload, http_headers=headers, warc_headers_dict={"WARC-Date": day}
        )
    )
    return stream.getvalue()


Tables = dict[str, list[dict[str, Any]]]


def tables_in(out: Path) -> Tables:
    """The rows of each table, in the order of the parts' names."""
    return {
        name: [
            row for file in sorted(Path(out, name).glob("*.parquet")) for row in parquet.read_table(file).to_pylist()
        ]
        for name in TABLES
    }


@pytest.fixture
def scanned(archive: Path) -> Callable[..., Tables]:
    def run(*sources: str, out: str = "out", megabytes: float = 16) -> Tables:
        assert scan(sources or ("news",), out=Path(out), jobs=1, megabytes=megabytes) == 0
        return tables_in(Path(out))

    return run
