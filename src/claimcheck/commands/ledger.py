"""`claimcheck ledger`: adds, lists, checks and prunes the entries of claims.yaml."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from claimcheck.accounting.accounts import Accounts, holds, words_of
from claimcheck.accounting.codes import CHANGED, MISSING, ORPHANED, STALE, all_codes
from claimcheck.accounting.drafts import drafts
from claimcheck.accounting.ledger_text import Plain, inserted, removed
from claimcheck.accounting.remark import Remark
from claimcheck.accounting.silencing import is_silenced
from claimcheck.commands.failing import fails, fatal_of
from claimcheck.commands.holdings import CORPUS, LEDGER, Holdings, Shelf, nearest, with_policy
from claimcheck.commands.texts import Text, texts_at
from claimcheck.config import Config, folders_upwards
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.evidence.ledger import EntryStatus, Ledger, LedgerEntry
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.files import one_writer, write_atomically
from claimcheck.model import Place
from claimcheck.pipeline import check as weigh
from claimcheck.readers import instructions_in, read_all, read_contents
from claimcheck.readers.decoding import decode, read_bytes
from claimcheck.renderers.remarks import lines
from claimcheck.renderers.visible import visible


def ledger_path(config: Config) -> Path:
    """The ledger that the settings name, else the nearest, else one at the root of the repository, yet to be made."""
    here = Path.cwd()
    found = config.ledger or nearest(LEDGER, here)
    made = folders_upwards(here)[-1] / LEDGER
    return found or (made.relative_to(here) if made.is_relative_to(here) else made)


def ledger_text(path: Path) -> str:
    """The file as it is written, line ends included; "" when there is none yet."""
    if not path.exists():
        return ""
    content = read_bytes(str(path))
    return decode(content, path=str(path)) if content.strip() else ""


def add(paths: Sequence[str], *, config: Config) -> int:
    """Writes a draft for each claim of the texts that counts, is in no entry yet and is not silenced."""
    path = ledger_path(config)
    shelf = Shelf(config)
    sources = config.corpus or nearest(CORPUS, Path.cwd())
    added = 0
    for text in texts_at(paths, leave_out=(sources,) if sources else ()):
        if not text.content.strip():
            continue
        with one_writer(path):
            added += _add_drafts(text, path, shelf, config)
    claims = "no claim" if not added else "1 claim" if added == 1 else f"{added} claims"
    hint = "; claimcheck ledger review goes through the drafts" if added else ""
    print(f"claimcheck: {claims} added to {visible(str(path))}{hint}", file=sys.stderr)
    return 0


def _add_drafts(text: Text, path: Path, shelf: Shelf, config: Config) -> int:
    """Writes the drafts of one text, and says each; how many there were."""
    written = ledger_text(path)
    held = _held(text.path, path, written, shelf, config)
    documents = read_contents(text.content, path=text.path)
    report = weigh(documents, ledger=held.ledger, corpus=held.corpus, style=config.date_style)
    taken = {entry.id for entry in held.ledger.entries} if held.ledger else set()
    new: dict[str, dict[str, Plain]] = {}
    scope, folder = held.scope(config), path.absolute().parent
    entries = Accounts(held.ledger)
    instructions = instructions_in(text.content, path=text.path)
    silenced = partial(is_silenced, path=text.path, instructions=instructions, rules=config.ignore, known=all_codes())
    for each in report.documents:
        for ident, fields in drafts(each, scope=scope, entries=entries, folder=folder, silenced=silenced):
            if ident not in taken:
                new.setdefault(ident, fields)
    for ident, fields in new.items():
        written = inserted(written, ident, fields, path=str(path))
    if written:
        write_if_changed(path, written)
    for ident, fields in new.items():
        sys.stdout.write(f"{visible(str(path))}: added {ident}: {visible(str(fields['text']))}\n")
    return len(new)


def _held(document: str, path: Path, written: str, shelf: Shelf, config: Config) -> Holdings:
    """What is held for a document, with the ledger as it is now."""
    corpus = shelf.for_document(document).corpus
    return Holdings(with_policy(load_ledger(path), config) if written else None, corpus)


def write_if_changed(path: Path, text: str) -> None:
    if text != ledger_text(path):
        write_atomically(path, text)


def show(*, config: Config, statuses: Sequence[EntryStatus]) -> int:
    """Prints a line for each entry."""
    ledger = load(config)
    entries = [entry for entry in ledger.entries if not statuses or entry.status in statuses]
    width = max((len(entry.id) for entry in entries), default=0)
    for entry in entries:
        kind = entry.kind or "-"
        sys.stdout.write(f"{entry.status:<9} {kind:<16} {entry.id:<{width}}  {visible(entry.text)}\n")
    return 0


def load(config: Config) -> Ledger:
    """The ledger, which must exist."""
    path = ledger_path(config)
    if not path.exists():
        what = "there is no ledger here (claimcheck ledger add PATH begins one)"
        raise ClaimcheckError(what, path=str(path))
    return load_ledger(path)


def check(*, config: Config, today: datetime.date) -> int:
    """Prints what has come loose in the ledger: anchors, sources, and reviews that are due."""
    ledger = load(config)
    folder = config.corpus or nearest(CORPUS, Path(ledger.path).absolute().parent)
    corpus = load_corpus(folder) if folder else None
    found = tuple(faults(ledger, corpus, today=today))
    sys.stdout.write(lines.render(found))
    return int(fails(found, fatal_of(config)))


def faults(ledger: Ledger, corpus: Corpus | None, *, today: datetime.date) -> Iterator[Remark]:
    """What has come loose, in the order of the ledger; of the corpus, only if there is one."""
    texts = _Texts(Path(ledger.path).absolute().parent)
    for entry in ledger.entries:
        for anchor in entry.anchors:
            words = texts.words(anchor.doc)
            if words is None:
                message = f"{anchor.doc}, which {entry.id} is anchored in, is not there"
                yield _remark(ledger, entry.line, ORPHANED, message)
            elif not holds(words, words_of(anchor.exact)):
                message = f"{anchor.doc} no longer has the words that {entry.id} is anchored to: “{anchor.exact}”"
                yield _remark(ledger, entry.line, ORPHANED, message)
        for source in entry.sources if corpus else ():
            held = corpus.get(source.ref) if corpus else None
            if held is None:
                message = f"{entry.id} rests on {source.ref!r}, which is no document of the corpus"
                yield _remark(ledger, source.line, MISSING, message)
            elif source.quote and not holds(words_of(held.document.text), words_of(source.quote)):
                message = f"{held.document.path} does not have the words that {entry.id} quotes: “{source.quote}”"
                yield _remark(ledger, source.line, CHANGED, message)
        if entry.review_after is not None and entry.review_after < today:
            message = f"{entry.id} was to be reviewed after {entry.review_after}"
            yield _remark(ledger, entry.line, STALE, message)


def prune(*, config: Config, dry_run: bool) -> int:
    """Takes out the drafts of which no anchor holds any more."""
    path = ledger_path(config)
    with one_writer(path):
        ledger = load(config)
        texts = _Texts(path.absolute().parent)
        gone = [entry for entry in ledger.entries if entry.status is EntryStatus.DRAFT and _loose(entry, texts)]
        text = ledger_text(path)
        for entry in gone:
            text = removed(text, entry.id, path=str(path))
        if gone and not dry_run:
            write_atomically(path, text)
    word = "would remove" if dry_run else "removed"
    for entry in gone:
        sys.stdout.write(f"{visible(str(path))}: {word} {visible(entry.id)}: {visible(entry.text)}\n")
    return 0


def _loose(entry: LedgerEntry, texts: _Texts) -> bool:
    """Whether the entry has anchors and none of them holds."""
    return bool(entry.anchors) and not any(
        (words := texts.words(anchor.doc)) is not None and holds(words, words_of(anchor.exact))
        for anchor in entry.anchors
    )


class _Texts:
    """The words of the texts that anchors name, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words: dict[str, str | None] = {}

    def words(self, doc: str) -> str | None:
        """None when the text cannot be read."""
        if doc not in self._words:
            try:
                self._words[doc] = words_of("\n\n".join(document.text for document in read_all(self._folder / doc)))
            except ClaimcheckError:
                self._words[doc] = None
        return self._words[doc]


def _remark(ledger: Ledger, line: int, code: str, message: str) -> Remark:
    known = all_codes()[code]
    return Remark(ledger.path, Place(line, 1), Place(line, 1), code, known.severity, message, known.mend)
