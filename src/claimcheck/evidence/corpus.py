"""`corpus/`: the source documents, each with who published it, when, and what it repeats."""

from __future__ import annotations

import bisect
import datetime
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from claimcheck.checksums import checksum
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.edtf import Extent
from claimcheck.evidence.ledger import Reliability
from claimcheck.evidence.yaml_fields import Fields, read_yaml
from claimcheck.model import Caution, Document, Doubt
from claimcheck.patterns import compiled
from claimcheck.readers import read
from claimcheck.readers.decoding import decode, read_bytes
from claimcheck.records import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from claimcheck.evidence.index.postings import Postings

_SUFFIXES = (".md", ".txt")
_OPEN = compiled(r"---[ \t]{0,8}(?:\r\n?|\n)")
_CLOSE = compiled(r"^(?:---|\.\.\.)[ \t]{0,8}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Archived:
    url: str
    on: datetime.date | None


@dataclass(frozen=True, slots=True)
class Original:
    """The file that the text was made from."""

    path: str
    media_type: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A text that is read when it is asked for: of a large corpus, most never are."""

    path: str
    sha256: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document of the corpus; `id` is its file name without suffix."""

    id: str
    content: Document | OnDisk
    title: str | None = None
    type: str | None = None
    author: tuple[str, ...] = ()
    publisher: str | None = None
    issued: Extent | None = None
    url: str | None = None
    accessed: datetime.date | None = None
    archived: Archived | None = None
    original: Original | None = None
    reliability: Reliability | None = None
    reliability_reason: str | None = None
    derived_from: tuple[str, ...] = ()
    retracted: bool = False
    withhold: tuple[str, ...] = ()  # fields never to be printed
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def document(self) -> Document:
        """The text, of the day on which it was issued where it gives none itself.

        Raises ClaimcheckError when its file is no longer what it was when the corpus was loaded.
        """
        found = self.content if isinstance(self.content, Document) else _read(self.content)
        day = self.issued.earliest if self.issued and self.issued.earliest == self.issued.latest else None
        return replace(found, date=day) if day and found.date is None else found

    def cautions(self) -> tuple[Caution, ...]:
        """That the file which the text was made from is not there, or is no longer what it was."""
        if self.original is None or self.original.sha256 is None or not isinstance(self.content, OnDisk):
            return ()
        folder = Path(self.path).parent
        file = folder / self.original.path
        if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
            return (Caution(Doubt.MISSING, f"{file}, which {self.path} was made from, is not there"),)
        if checksum(read_bytes(str(file))) != self.original.sha256:
            return (Caution(Doubt.CHANGED, f"{file}, which {self.path} was made from, has another checksum now"),)
        return ()

    @property
    def path(self) -> str:
        return self.content.path

    @property
    def sha256(self) -> str:
        return self.content.sha256

    @property
    def size(self) -> int:
        return len(self.content.text) if isinstance(self.content, Document) else self.content.size


@lru_cache(maxsize=64)
def _read(content: OnDisk) -> Document:
    document = read(content.path)
    if document.sha256 != content.sha256:
        raise ClaimcheckError("was changed while it was being read (run it again)", path=content.path)
    return document


@dataclass(frozen=True, slots=True)
class Corpus:
    """The source documents, by id, in order of id.

    `index` names where what is known of their words is kept; a `keeper`, where there is one, keeps it elsewhere.
    """

    documents: tuple[SourceDocument, ...] = ()
    index: Path | None = None
    keeper: Keeper | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        """Of none of the documents: what is kept for a corpus is looked up for each text, however large the corpus."""
        return hash((len(self.documents), self.index))

    def get(self, ident: str) -> SourceDocument | None:
        at = bisect.bisect_left(self.documents, ident, key=lambda source: source.id)
        return self.documents[at] if at < len(self.documents) and self.documents[at].id == ident else None


# Makes the index of the documents; the path names where it may be kept, with what is added to its name.
Keeper = Callable[[Sequence[SourceDocument], Path | None], "Postings"]


def load_corpus(folder: Path | str, *, cache: Path | None = None, keeper: Keeper | None = None) -> Corpus:
    """Every .md and .txt file of the folder and the folders in it.

    The `cache` is a folder that keeps the index of a large corpus from run to run; a `keeper` makes the index instead,
    from the documents. Raises ClaimcheckError, with the
    line, for what the format does not allow, for two documents with one id, for a `derived_from` that names no
    document, and for documents that repeat each other in a circle.
    """
    root = Path(folder)
    if not root.is_dir():
        what = "is a file" if root.exists() else "no such folder"
        raise ClaimcheckError(f"{what} (name the folder that holds the source documents)", path=str(folder))
    found: dict[str, SourceDocument] = {}
    for path in _files(root):
        source = _load(path)
        if source.id in found:
            what = f"the id {source.id!r} is also that of {found[source.id].path} (rename one of the two)"
            raise ClaimcheckError(what, path=str(path))
        found[source.id] = source
    _check_derivation(found)
    return Corpus(tuple(found[ident] for ident in sorted(found)), index=_place(root, cache), keeper=keeper)


def _place(root: Path, cache: Path | None) -> Path | None:
    """The index of a folder, under a name that does not tell the folder's."""
    digest = checksum(os.fsencode(root.resolve()))[:32]
    return cache / "corpus" / digest if cache else None


def _files(root: Path) -> list[Path]:
    """The texts in the folder and the folders in it, hidden ones left out; none that lies outside, behind a link."""
    inside, found = root.resolve(), []
    for top, folders, names in os.walk(root, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(top, name) for name in names if not name.startswith(".")):
            if path.suffix.lower() not in _SUFFIXES or path.stem == "README" or not path.is_file():
                continue
            if not path.resolve().is_relative_to(inside):
                raise ClaimcheckError("is a link out of the corpus (copy the file into it)", path=str(path))
            found.append(path)
    return sorted(found)


def _refuse(error: OSError) -> None:
    what = f"cannot be read: {error.strerror or error} (check its permissions)"
    raise ClaimcheckError(what, path=str(error.filename)) from None


def _load(path: Path) -> SourceDocument:
    content = read_bytes(str(path))
    text = decode(content, path=str(path))
    source = SourceDocument(path.stem, OnDisk(str(path), checksum(content), len(content)))
    if path.suffix.lower() != ".md":
        return source
    front = _front_matter(text)
    return source if front is None else describe(source, front)


def _front_matter(text: str) -> str | None:
    """The lines between the two "---", or None."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPEN.match(text)
    closing = opening and _CLOSE.search(text, opening.end())
    return text[opening.end() : closing.start()] if opening and closing else None


_KNOWN = (
    *("title", "type", "author", "publisher", "issued", "URL", "accessed", "archived", "original", "reliability"),
    *("reliability_reason", "derived_from", "retracted", "withhold"),
)


def describe(source: SourceDocument, front_matter: str) -> SourceDocument:
    """The source with what its front matter says of it."""
    path = source.path
    node = read_yaml(front_matter, path=path, first_line=2)
    if node.value is None:
        return source
    fields = Fields(node, path=path, what="a source document", known=_KNOWN)
    return replace(
        source,
        title=fields.scalar("title"),
        type=fields.text("type"),
        author=fields.texts("author"),
        publisher=fields.text("publisher"),
        issued=fields.period("issued"),
        url=fields.text("URL"),
        accessed=_day(fields, "accessed"),
        archived=_archived(fields, path),
        original=_original(fields, path),
        reliability=fields.choice("reliability", Reliability),
        reliability_reason=fields.text("reliability_reason"),
        derived_from=fields.texts("derived_from"),
        retracted=fields.flag("retracted"),
        withhold=_withheld(fields),
        lines={key: fields.line_of(key) for key in _KNOWN if key in fields},
    )


def _archived(fields: Fields, path: str) -> Archived | None:
    node = fields.node("archived")
    if node is None:
        return None
    inner = Fields(node, path=path, what="'archived'", known=("URL", "on"), required=("URL",))
    return Archived(inner.name("URL"), _day(inner, "on"))


def _original(fields: Fields, path: str) -> Original | None:
    node = fields.node("original")
    if node is None:
        return None
    inner = Fields(node, path=path, what="'original'", known=("path", "media_type", "sha256"), required=("path",))
    given = inner.text("sha256")
    if given is not None and not re.fullmatch("[0-9a-f]{64}", given):
        raise inner.error("sha256", "'sha256' is not a checksum", "write the 64 hex digits that sha256sum prints")
    return Original(inner.name("path"), inner.text("media_type"), given)


def _withheld(fields: Fields) -> tuple[str, ...]:
    names = fields.texts("withhold")
    for name in names:
        if name not in _KNOWN:
            raise fields.error(
                "withhold", f"there is no field {name!r} to withhold", "name a field of the front matter"
            )
    return names


def _day(fields: Fields, key: str) -> datetime.date | None:
    found = fields.day(key)
    return found.earliest if found else None


def _check_derivation(found: Mapping[str, SourceDocument]) -> None:
    for source in found.values():
        path, line = source.path, source.lines.get("derived_from")
        for parent in source.derived_from:
            if parent not in found:
                what = f"derived_from names {parent!r}, which is no document of the corpus (add it, or mend the id)"
                raise ClaimcheckError(what, path=path, line=line)
        if source.id in _ancestors(source.id, found):
            what = f"{source.id!r} is derived from itself (leave out the link that closes the circle)"
            raise ClaimcheckError(what, path=path, line=line)


def _ancestors(ident: str, found: Mapping[str, SourceDocument]) -> set[str]:
    """Everything the document repeats, at any remove; itself only in a circle."""
    seen: set[str] = set()
    open_ = list(found[ident].derived_from)
    while open_:
        parent = open_.pop()
        if parent not in seen:
            seen.add(parent)
            open_ += found[parent].derived_from if parent in found else ()
    return seen


def survey(folder: Path) -> Iterator[SourceDocument | ClaimcheckError]:
    """Every document of the folder by itself, or what is wrong with it, so that one fault does not hide the others."""
    for path in _files(folder):
        try:
            yield _load(path)
        except ClaimcheckError as error:
            yield error


def repeats_itself(ident: str, found: Mapping[str, SourceDocument]) -> bool:
    """Whether the document is derived from itself, at any remove."""
    return ident in _ancestors(ident, found)
