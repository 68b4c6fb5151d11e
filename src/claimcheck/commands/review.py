"""`claimcheck ledger review`: goes through the drafts, one by one, with a person."""

from __future__ import annotations

import datetime
import getpass
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.accounting.accounts import words_of
from claimcheck.accounting.ledger_text import Plain, changed
from claimcheck.commands.holdings import CORPUS, nearest
from claimcheck.commands.ledger import ledger_text, load
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.evidence.ledger import EntryStatus, LedgerEntry
from claimcheck.files import one_writer, write_atomically
from claimcheck.model import Evidence, EvidenceStance
from claimcheck.pipeline import check as weigh
from claimcheck.readers import parse
from claimcheck.renderers.visible import visible

Ask = Callable[[str], str]

_SHOWN = 3
_KEYS = "[y] account for it  [n] dispute it  [s] skip  [q] quit"


def review(*, config: Config, today: datetime.date, ask: Ask = input) -> int:
    """Asks about each draft and saves each answer at once; the end of input is "quit"."""
    ledger = load(config)
    path = Path(ledger.path)
    folder = config.corpus or nearest(CORPUS, path.absolute().parent)
    corpus = load_corpus(folder) if folder else None
    waiting = [entry for entry in ledger.entries if entry.status is EntryStatus.DRAFT]
    if not waiting:
        print("claimcheck: there are no drafts to review", file=sys.stderr)
    who = ""
    for number, entry in enumerate(waiting, 1):
        found = _evidence(entry, corpus)
        sys.stdout.write(_card(entry, found, ledger.entries, f"{number}/{len(waiting)}"))
        try:
            answer = _key(ask)
            if answer == "q":
                break
            if answer == "s":
                continue
            who = who or _line(ask, f"Your initials [{_user()}]: ") or _user()
            status, more = _decided(answer, found, who, today, ask)
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            break
        with one_writer(path):
            try:
                text = changed(ledger_text(path), entry.id, status=status, more=more, path=str(path))
            except ClaimcheckError as error:  # somebody has changed the entry meanwhile
                print(f"claimcheck: {visible(str(error))}", file=sys.stderr)
                continue
            write_atomically(path, text)
        sys.stdout.write(f"saved as {status}\n\n")
    return 0


def _decided(
    answer: str, found: Sequence[Evidence], who: str, today: datetime.date, ask: Ask
) -> tuple[str, dict[str, Plain]]:
    """The entry's new status, and what the answers add to it."""
    reviewed: dict[str, Plain] = {"by": who, "on": today.isoformat()}
    if answer == "n":
        return "disputed", {"reviewed": reviewed | {"note": _required(ask, "Why is it disputed? ")}}
    supporting = [evidence for evidence in found if evidence.stance is EvidenceStance.SUPPORTS]
    if supporting and _line(ask, "Do the supporting passages say so? [y/n] ").lower().startswith("y"):
        sources: list[Plain] = [
            {"ref": evidence.source, "relation": "supports", "quote": " ".join(evidence.quote.split())}
            for evidence in {evidence.source: evidence for evidence in reversed(supporting)}.values()
        ]
        return "verified", {"sources": sources, "reviewed": reviewed}
    return "accepted", {"reviewed": reviewed | {"note": _required(ask, "Why is it accepted without a source? ")}}


def _key(ask: Ask) -> str:
    while True:
        answer = _line(ask, f"{_KEYS} > ").lower()
        for key, word in (("y", "yes"), ("n", "no"), ("s", "skip"), ("q", "quit")):
            if answer in (key, word):
                return key


def _required(ask: Ask, question: str) -> str:
    while True:
        if answer := _line(ask, question):
            return answer


def _line(ask: Ask, question: str) -> str:
    return " ".join(ask(question).split())


def _user() -> str:
    done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
    name = done.stdout.strip() or getpass.getuser()
    return "".join(word[0] for word in name.split()).lower() if " " in name else name


def _evidence(entry: LedgerEntry, corpus: Corpus | None) -> tuple[Evidence, ...]:
    """What the corpus has on the entry, the best first."""
    if corpus is None:
        return ()
    report = weigh((parse(entry.text),), corpus=corpus).documents[0]
    found = {(e.source, e.span): e for claim in report.claims for e in claim.evidence}
    order = (EvidenceStance.CONTRADICTS, EvidenceStance.SUPPORTS, EvidenceStance.MENTIONS)
    return tuple(sorted(found.values(), key=lambda e: (order.index(e.stance), -e.score, e.source, e.span)))[:_SHOWN]


def _card(entry: LedgerEntry, found: Sequence[Evidence], entries: Sequence[LedgerEntry], place: str) -> str:
    lines = [f"{place}  {entry.kind or 'claim'}  {entry.id}", f"  {visible(entry.text)}"]
    if entry.said_by:
        lines.append(f"  said by {visible(', '.join(entry.said_by))}")
    lines += [
        f"  in {visible(anchor.doc)}: … {visible(anchor.prefix)} [{visible(anchor.exact)}] {visible(anchor.suffix)} …"
        for anchor in entry.anchors
    ]
    lines += [
        f"  {evidence.stance} {visible(evidence.path)}{f':{evidence.line}' if evidence.line else ''}: "
        f"“{visible(evidence.quote)}”"
        for evidence in found
    ] or ["  nothing in the corpus speaks of it"]
    lines += [f"  see also {other.id} ({other.status}): {visible(other.text)}" for other in _nearest(entry, entries)]
    return "\n".join(lines) + "\n"


def _nearest(entry: LedgerEntry, entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """The two entries that share the most words with this one, if they share a third of them."""
    words = frozenset(words_of(entry.text).split())

    def shared(other: LedgerEntry) -> float:
        theirs = frozenset(words_of(other.text).split())
        return len(words & theirs) / max(1, len(words | theirs))

    others = [(shared(other), other) for other in entries if other.id != entry.id]
    return [other for score, other in sorted(others, key=lambda pair: -pair[0])[:2] if score >= 1 / 3]
