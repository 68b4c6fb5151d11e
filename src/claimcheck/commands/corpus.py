"""`claimcheck corpus`: lists, checks and searches the source documents."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.accounting.remark import Remark
from claimcheck.checksums import checksum
from claimcheck.commands.adding import corpus_folder
from claimcheck.commands.failing import fails, fatal_of
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import Corpus, SourceDocument, load_corpus, repeats_itself, survey
from claimcheck.model import Place, Severity
from claimcheck.renderers.remarks import lines
from claimcheck.renderers.visible import visible
from claimcheck.sentences import read_prose

_WANTED = ("title", "issued", "publisher or author", "reliability")
_LONGEST = 200


def show(*, config: Config) -> int:
    """Prints a line for each document: reliability, day, id and title."""
    corpus = _load(config)
    width = max((len(source.id) for source in corpus.documents), default=0)
    for source in corpus.documents:
        issued = source.issued.edtf if source.issued and "issued" not in source.withhold else "-"
        title = "(withheld)" if "title" in source.withhold else visible(source.title or source.document.title or "-")
        retracted = " (retracted)" if source.retracted else ""
        sys.stdout.write(f"{source.reliability or '-'}  {issued:<10}  {source.id:<{width}}  {title}{retracted}\n")
    return 0


def check(*, config: Config) -> int:
    """Prints what is wrong with the corpus, a line for each fault; 1 when some of it is fatal by `fail_on`."""
    folder = _existing(config)
    found = tuple(faults(folder))
    sys.stdout.write(lines.render(found))
    return int(fails(found, fatal_of(config)))


def faults(folder: Path) -> Iterator[Remark]:
    """Documents that cannot be read, doubled ids, changed originals, missing fields, and circles of derivation."""
    sources: dict[str, SourceDocument] = {}
    for source in survey(folder):
        if isinstance(source, ClaimcheckError):
            path, _, message = str(source).partition(": ")
            yield _remark(path, 1, "unreadable", Severity.ERROR, message)
            continue
        if source.id in sources:
            message = f"the id {source.id!r} is also that of {sources[source.id].document.path}"
            yield _remark(source.document.path, 1, "doubled-id", Severity.ERROR, message)
        sources[source.id] = source
        yield from _original_faults(source, folder)
        missing = [name for name in _WANTED if not _has(source, name)]
        if missing:
            message = f"has no {', no '.join(missing)}"
            yield _remark(source.document.path, 1, "missing-field", Severity.NOTE, message)
    for source in sources.values():
        line = source.lines.get("derived_from", 1)
        for parent in source.derived_from:
            if parent not in sources:
                message = f"derived_from names {parent!r}, which is no document of the corpus"
                yield _remark(source.document.path, line, "source-missing", Severity.ERROR, message)
        if repeats_itself(source.id, sources):
            message = f"{source.id!r} is derived from itself (leave out the link that closes the circle)"
            yield _remark(source.document.path, line, "derived-from-itself", Severity.ERROR, message)


def _original_faults(source: SourceDocument, folder: Path) -> Iterator[Remark]:
    original = source.original
    if original is None:
        return
    path, line = source.document.path, source.lines.get("original", 1)
    kept = Path(path).parent / original.path.split("#")[0]
    if not kept.resolve().is_relative_to(folder.resolve()):
        yield _remark(path, line, "source-missing", Severity.ERROR, f"its original {original.path!r} lies outside")
    elif not kept.is_file():
        yield _remark(path, line, "source-missing", Severity.ERROR, f"its original {original.path!r} is not there")
    elif original.sha256 and checksum(kept.read_bytes()) != original.sha256:
        message = f"its original {original.path!r} is no longer the file that it was (sha256)"
        yield _remark(path, line, "source-changed", Severity.ERROR, message)


def _has(source: SourceDocument, name: str) -> bool:
    match name:
        case "title":
            return bool(source.title or source.document.title)
        case "issued":
            return source.issued is not None
        case "reliability":
            return source.reliability is not None
        case _:
            return bool(source.publisher or source.author)


def search(words: Sequence[str], *, config: Config, most: int) -> int:
    """Prints the sentences that have all of the words, and where they stand; 1 when there are none."""
    wanted = [word.casefold() for phrase in words for word in phrase.split()]
    patterns = [re.compile(rf"(?<!\w){re.escape(word)}") for word in wanted]
    shown = 0
    for source in _load(config).documents:
        folded = source.document.text.casefold()
        if not all(pattern.search(folded) for pattern in patterns):
            continue
        for sentence in read_prose(source.document).sentences:
            said = sentence.span.of(source.document.text)
            if all(pattern.search(said.casefold()) for pattern in patterns):
                place = source.document.source_map.place(sentence.span.start)
                plain = visible(" ".join(said.split()))
                plain = plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
                sys.stdout.write(f"{visible(source.document.path)}:{place.line}: {plain}\n")
                shown += 1
                if shown == most:
                    return 0
    return int(not shown)


def _existing(config: Config) -> Path:
    folder = corpus_folder(config)
    if not folder.is_dir():
        raise ClaimcheckError("there is no corpus here (claimcheck corpus add FILE begins one)", path=str(folder))
    return folder


def _load(config: Config) -> Corpus:
    return load_corpus(_existing(config))


def _remark(path: str, line: int, code: str, severity: Severity, message: str) -> Remark:
    return Remark(path, Place(line, 1), Place(line, 1), code, severity, message)
