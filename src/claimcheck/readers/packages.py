"""Word and OpenDocument files: a zip of XML parts, opened without trusting either."""

from __future__ import annotations

import datetime
import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from claimcheck.errors import ClaimcheckError
from claimcheck.readers.decoding import kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zipfile import ZipFile

_LARGEST = 200_000_000  # bytes of one part; a book of 3,000 pages has about 20 MB
_CHUNK = 1 << 20
_DEEPEST = 400
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


class Package:
    """The parts of one file."""

    def __init__(self, content: bytes, *, path: str, what: str) -> None:
        self._path, self._what = path, what
        if content.startswith(b"\xd0\xcf\x11\xe0"):
            raise ClaimcheckError(f"is an old or an encrypted file (save it as {what}, without password)", path=path)
        if not content.startswith(b"PK\x03\x04"):
            found = "is empty" if not content else f"is {kind_of(content) or 'something else'}, not {what}"
            raise ClaimcheckError(f"{found} (give it the right ending)", path=path)
        try:
            self._zip: ZipFile = zipfile.ZipFile(io.BytesIO(content))
        except _BAD_ZIP:
            raise self._broken() from None

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def text(self, name: str) -> str:
        return self._read(name).decode("utf-8", "replace")

    def tree(self, name: str) -> Element:
        """The part as a tree. Raises ClaimcheckError for what is no XML, and for what declares entities."""
        parser = XMLParser(target=_Builder(self._path))
        content = self._read(name)
        try:
            for at in range(0, len(content), _CHUNK):
                parser.feed(content[at : at + _CHUNK])
            root = parser.close()
        except (ParseError, LookupError, ValueError):
            raise self._broken() from None
        return root

    def optional(self, name: str) -> Element | None:
        return self.tree(name) if name in self else None

    def _read(self, name: str) -> bytes:
        """The bytes of a part, of which no more are unpacked than may be."""
        try:
            with self._zip.open(name) as part:
                content = part.read(_LARGEST + 1)
        except KeyError:
            raise ClaimcheckError(f"is not {self._what}: it has no {name} (save it anew)", path=self._path) from None
        except RuntimeError:
            raise ClaimcheckError("is encrypted (save it without a password)", path=self._path) from None
        except _BAD_ZIP:
            raise self._broken() from None
        if len(content) > _LARGEST:
            raise ClaimcheckError(f"unpacks to more than {_LARGEST // 1_000_000} MB (split it)", path=self._path)
        return content

    def _broken(self) -> ClaimcheckError:
        return ClaimcheckError(f"is a broken {self._what} file (save it anew)", path=self._path)


class _Builder(TreeBuilder):
    """Builds a tree of bearable depth, and refuses declarations, through which a few bytes could become many."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._depth = 0

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise ClaimcheckError("declares XML entities, which no such file needs (save it anew)", path=self._path)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ClaimcheckError("is nested too deeply (make it flatter)", path=self._path)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def words_in(root: Element | None, names: tuple[str, ...]) -> Iterator[str]:
    """The words of the elements with these names, by the order of the names."""
    for name in names:
        for node in root.iter(name) if root is not None else ():
            if node.text and node.text.strip():
                yield " ".join(node.text.split())


def day_in(root: Element | None, names: tuple[str, ...]) -> datetime.date | None:
    for words in words_in(root, names):
        try:
            return datetime.date.fromisoformat(words[:10])
        except ValueError:
            continue
    return None
