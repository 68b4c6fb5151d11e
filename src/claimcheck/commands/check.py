"""`claimcheck check`: what a commit or a text brings in that somebody has to answer for."""

from __future__ import annotations

import contextlib
import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimcheck.accounting.codes import all_codes
from claimcheck.accounting.earlier import Before
from claimcheck.accounting.remark import Remark
from claimcheck.accounting.scope import UNSUPPORTED, remarks_on
from claimcheck.accounting.silencing import silenced
from claimcheck.commands.failing import fails
from claimcheck.commands.holdings import CORPUS, Shelf, nearest
from claimcheck.commands.texts import Text, staged_texts, texts_at, texts_since
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError
from claimcheck.model import DocumentReport, Style
from claimcheck.pipeline import check as weigh
from claimcheck.readers import read_content
from claimcheck.readers.decoding import decode
from claimcheck.readers.instructions import find_instructions
from claimcheck.renderers.remarks import read_outputs, write
from claimcheck.renderers.visible import visible

_WITHOUT_MARKUP = ("", ".txt", ".text")


def check(
    paths: Sequence[str],
    *,
    config: Config,
    staged: bool = False,
    since: str | None = None,
    everything: bool = False,
    baseline: bool = True,
    outputs: Sequence[str] = ("lines",),
    environment: Mapping[str, str],
) -> int:
    """Prints what is to be said of the texts: 1 when some of it is fatal by `fail_on`, 2 when a text cannot be read."""
    fails((), config.fail_on, origin=config.origin("fail_on"))  # a wrong word is refused before any work
    wanted = read_outputs(outputs)
    shelf = Shelf(config)
    found: list[Remark] = []
    unread = False
    for text in _texts(paths, staged=staged, since=since, environment=environment, config=config):
        try:
            found += _remarks(text, shelf, config, everything=everything, baseline=baseline and not everything)
        except ClaimcheckError as error:
            print(f"claimcheck: {visible(str(error))}", file=sys.stderr)
            unread = True
    write(found, wanted, environment=environment)
    _say_how_to_account(found)
    if unread:
        return 2
    return int(fails(found, config.fail_on, origin=config.origin("fail_on")))


def _texts(
    paths: Sequence[str], *, staged: bool, since: str | None, environment: Mapping[str, str], config: Config
) -> tuple[Text, ...]:
    sources = config.corpus or nearest(CORPUS, Path.cwd())
    leave_out = (sources,) if sources else ()
    if staged:
        return staged_texts(paths, environment=environment, leave_out=leave_out)
    if since is not None:
        return texts_since(paths, since, leave_out=leave_out)
    return texts_at(paths, leave_out=leave_out)


def _remarks(text: Text, shelf: Shelf, config: Config, *, everything: bool, baseline: bool) -> Iterable[Remark]:
    if not text.content.strip():
        return ()
    document = read_content(text.content, path=text.path)
    held = shelf.for_document(text.path)
    report = weigh((document,), ledger=held.ledger, corpus=held.corpus, style=config.date_style).documents[0]
    entries = shelf.entries(held.ledger)
    shown = remarks_on(report, scope=held.scope(config, everything=everything), entries=entries, before=Before())
    if shown and baseline and text.before:
        before = Before(_earlier(text, config.date_style))
        shown = remarks_on(report, scope=held.scope(config), entries=entries, before=before)
    words = decode(text.content, path=text.path)
    instructions = find_instructions(words, markup=not text.path.lower().endswith(_WITHOUT_MARKUP[1:]))
    if not instructions and not config.ignore:
        return shown
    whole = remarks_on(report, scope=held.scope(config, everything=True), entries=entries, before=Before())
    return silenced(
        shown, (*shown, *whole), path=text.path, instructions=instructions, rules=config.ignore, known=all_codes()
    )


def _earlier(text: Text, style: Style | None) -> Iterable[DocumentReport]:
    """What the text's earlier versions said; one that cannot be read said nothing."""
    for content in text.before:
        with contextlib.suppress(ClaimcheckError):
            yield from weigh((read_content(content, path=text.path),), style=style).documents


def _say_how_to_account(found: Sequence[Remark]) -> None:
    """One last line for people, beside the output for machines."""
    open_ = [remark for remark in found if remark.code in UNSUPPORTED]
    if open_:
        claims = "1 claim" if len(open_) == 1 else f"{len(open_)} claims"
        paths = " ".join(_for_a_shell(path) for path in dict.fromkeys(r.path for r in open_ if r.draft is None))
        add = f"claimcheck ledger add {paths} and then " if paths else ""
        print(
            f"claimcheck: nobody has accounted for {claims}: say in the text whose words they are, or run "
            f"{add}claimcheck ledger review",
            file=sys.stderr,
        )
    elif found:
        print("claimcheck: claimcheck explain CODE says what each finding means and what mends it", file=sys.stderr)


def _for_a_shell(path: str) -> str:
    return shlex.quote(visible(path))
