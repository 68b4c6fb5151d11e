"""`claimcheck corpus add`: takes documents of any format into the corpus, and keeps their originals."""

from __future__ import annotations

import datetime
import mimetypes
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from claimcheck.checksums import checksum
from claimcheck.commands.holdings import CORPUS, nearest
from claimcheck.config import Config, folders_upwards
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.edtf import read_edtf
from claimcheck.evidence.ledger import Reliability
from claimcheck.evidence.source_file import source_file
from claimcheck.files import one_writer, write_atomically
from claimcheck.model import Document
from claimcheck.patterns import compiled
from claimcheck.readers import SUFFIXES, read_contents
from claimcheck.readers.decoding import read_bytes
from claimcheck.records import NamedTuple
from claimcheck.renderers.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


Ask = Callable[[str], str]

_MEDIA = {
    ".adoc": "text/asciidoc",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rst": "text/x-rst",
}
_ASKED = ("title", "author", "publisher", "issued", "URL", "reliability")
_WANTED = ("title", "issued", "reliability")  # without which a source is hard to weigh
_CHECKSUM = compiled(r"^ {1,8}sha256: ['\"]?([0-9a-f]{64})", re.MULTILINE)
_RECORD = compiled(r"^ {1,8}path: .{0,1000}?#(.{1,200}?)['\"]?$", re.MULTILINE)
_BODY = compiled(r"\A---\n.{0,100000}?\n---\n", re.DOTALL)


class _New(NamedTuple):
    """A document to be added: the file, its bytes, and what was read from it."""

    path: Path
    content: bytes
    sha256: str
    document: Document


def add(paths: Sequence[str], *, config: Config, today: datetime.date, ask: Ask | None = None) -> int:
    """Adds every document of the files and folders: 2 when one of them could not be read, 130 when stopped.

    Each is written whole before the next is begun, and what is held is left out: after a stop the same command goes on.
    `ask` asks a person for what the file does not say; without it the fields stay empty.
    """
    folder = corpus_folder(config)
    files = list(_files(paths))
    folder.mkdir(parents=True, exist_ok=True)
    with one_writer(folder):  # or two imports could give one id to two documents
        return _add_all(files, folder, today=today, ask=ask)


def _add_all(files: Sequence[Path], folder: Path, *, today: datetime.date, ask: Ask | None) -> int:
    held = _Held(folder)
    added = failed = 0
    try:
        for number, path in enumerate(files, 1):
            count = f"[{number}/{len(files)}] " if len(files) > 1 else ""
            try:
                for new in _read(path):
                    added += _add(new, folder, held, ask, today, count)
            except ClaimcheckError as error:
                print(f"claimcheck: {count}{visible(str(error))}", file=sys.stderr)
                failed += 1
    except (KeyboardInterrupt, EOFError):
        print(f"\nclaimcheck: stopped; {_documents(added)} added; the same command goes on from here", file=sys.stderr)
        return 130
    print(f"claimcheck: {_documents(added)} added to {visible(str(folder))}", file=sys.stderr)
    return 2 if failed else 0


def corpus_folder(config: Config) -> Path:
    """The corpus that the settings name, else the nearest, else one at the root of the repository, yet to be made."""
    here = Path.cwd()
    made = folders_upwards(here)[-1] / CORPUS
    return config.corpus or nearest(CORPUS, here) or (made.relative_to(here) if made.is_relative_to(here) else made)


def _documents(number: int) -> str:
    return "1 document" if number == 1 else f"{number} documents"


def _files(paths: Sequence[str]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise ClaimcheckError("no such file or folder", path=name)
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        inside = [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
        if not inside:
            raise ClaimcheckError(f"holds no document (none ends in one of {', '.join(SUFFIXES)})", path=name)
        yield from inside


def _read(path: Path) -> Iterator[_New]:
    content = read_bytes(str(path))
    for document in read_contents(content, path=str(path)):
        yield _New(path, content, document.sha256, document)


class _Held:
    """What the corpus has already: originals by their checksum, and texts by their words."""

    def __init__(self, folder: Path) -> None:
        self._keys: dict[tuple[str, str | None], str] = {}
        self.ids: set[str] = set()
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in (".md", ".txt") and path.is_file():
                self.take(path.stem, path.read_bytes().decode("utf-8", "replace"))

    def take(self, ident: str, text: str) -> None:
        self.ids.add(ident)
        head = _BODY.match(text.replace("\r\n", "\n"))
        self._keys.setdefault((_digest(text[head.end() :] if head else text), None), ident)
        if head and (noted := _CHECKSUM.search(head[0])):
            record = _RECORD.search(head[0])
            self._keys.setdefault((noted[1], record[1] if record else None), ident)

    def has(self, new: _New, text: str) -> str | None:
        """The id under which the document, or its text, is held."""
        head = _BODY.match(text)
        words = text[head.end() :] if head else text
        return self._keys.get((new.sha256, new.document.record)) or self._keys.get((_digest(words), None))

    def free_id(self, name: str) -> str:
        """The name as an id that no document has."""
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        ident = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "source"
        tried = (ident if n == 1 else f"{ident}-{n}" for n in range(1, 1_000_000))
        return next(each for each in tried if each not in self.ids)


def _digest(words: str) -> str:
    return checksum(" ".join(words.split()))


def _add(new: _New, folder: Path, held: _Held, ask: Ask | None, today: datetime.date, count: str) -> int:
    """Writes one document, the original first: what has no text beside it yet counts as not added."""
    name = str(new.path) + (f"#{new.document.record}" if new.document.record else "")
    found = held.has(new, source_file(new.document, {"title": "-"}))
    if found:
        print(f"claimcheck: {count}{visible(name)}: left out, it is held as {visible(found)}", file=sys.stderr)
        return 0
    fields = _known(new)
    if ask is not None:
        sys.stdout.write(f"{visible(name)}\n")
        fields |= _asked(fields, ask, made=new.document.properties.created)
    ident = held.free_id(f"{new.path.stem} {new.document.record or ''}")
    kept = _keep(new, ident, folder)
    if fields.get("URL"):
        fields["accessed"] = today
    fields["original"] = {"path": kept, "media_type": _media_type(new.path), "sha256": new.sha256}
    text = source_file(new.document, fields)
    target = folder / f"{ident}.md"
    write_atomically(target, text)
    held.take(ident, text)
    missing = [field for field in _WANTED if not fields.get(field)]
    hint = f" (say its {', '.join(missing)})" if missing else ""
    sys.stdout.write(f"{count}{visible(str(target))}: added from {visible(name)}{hint}\n")
    sys.stdout.flush()
    return 1


def _known(new: _New) -> dict[str, Any]:
    """What the file says of itself."""
    about = new.document.properties
    return {
        "title": new.document.title or new.path.stem.replace("-", " ").replace("_", " "),
        "author": list(about.authors),
        "publisher": about.publisher,
        "issued": new.document.date.isoformat() if new.document.date else None,
        "URL": about.url,
        "reliability": None,
    }


def _asked(fields: dict[str, Any], ask: Ask, *, made: datetime.date | None) -> dict[str, Any]:
    """What a person says to each field; an empty answer keeps what is known, which the day of the file is not."""
    answers: dict[str, Any] = {}
    for field in _ASKED:
        known = ", ".join(fields[field]) if isinstance(fields[field], list) else fields[field]
        hint = f" [{visible(str(known))}]" if known else ""
        hint = f" (the file was made on {made})" if field == "issued" and made and not known else hint
        while answer := ask(f"  {field}{hint}: ").strip():
            if fault := _fault(field, answer):
                sys.stdout.write(f"  {fault}\n")
                continue
            answers[field] = [name.strip() for name in answer.split(";")] if field == "author" else answer
            break
    return answers


def _fault(field: str, answer: str) -> str | None:
    if field == "issued" and read_edtf(answer) is None:
        return "this is no date in EDTF: write 2020-05-12, 2020-05, 2020 or 1988-07/1988-09"
    if field == "reliability" and answer not in tuple(Reliability):
        return f"this is no grade: write one of {', '.join(Reliability)}"
    return None


def _keep(new: _New, ident: str, folder: Path) -> str:
    """Copies the original into the corpus; its name there. A file of several records is kept once."""
    suffix = new.path.suffix.lower()
    stem = f"original-{new.sha256[:12]}" if new.document.record else ident
    # A text of its own would be read as one more document.
    name = f"{stem}{suffix}.original" if suffix in (".md", ".txt") else f"{stem}{suffix}"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    if not target.exists() or target.read_bytes() != new.content:
        write_atomically(target, new.content)
    return name + (f"#{new.document.record}" if new.document.record else "")


def _media_type(path: Path) -> str | None:
    suffix = path.suffix.lower()
    return _MEDIA.get(suffix) or mimetypes.types_map.get(suffix)
