"""`claimcheck check`: what a commit or a text brings in that somebody has to answer for."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from claimcheck.accounting.codes import all_codes
from claimcheck.accounting.earlier import Before
from claimcheck.accounting.remark import Remark, as_json, from_json
from claimcheck.accounting.scope import UNSUPPORTED, remarks_on
from claimcheck.accounting.silencing import silenced
from claimcheck.commands.failing import fails, fatal_of
from claimcheck.commands.holdings import CORPUS, Shelf, jobs_for, nearest
from claimcheck.commands.texts import Text, staged_texts, texts_at, texts_since
from claimcheck.commands.workers import in_order, with_bar
from claimcheck.config import Config
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Document, DocumentReport, Style
from claimcheck.pipeline import check as weigh
from claimcheck.readers import instructions_in, read_contents
from claimcheck.renderers.remarks import read_outputs, write
from claimcheck.renderers.visible import visible

Outcome = tuple[Remark, ...] | str  # the remarks on a text, or why it cannot be read

_MANY = 20  # texts: fewer are checked sooner than earlier results are looked up


def check(
    paths: Sequence[str],
    *,
    config: Config,
    staged: bool = False,
    since: str | None = None,
    everything: bool = False,
    baseline: bool = True,
    outputs: Sequence[str] = ("lines",),
    jobs: int | None = None,
    environment: Mapping[str, str],
) -> int:
    """Prints what is to be said of the texts: 1 when some of it is fatal by `fail_on`, 2 when a text cannot be read."""
    fatal = fatal_of(config)  # a wrong word is refused before any work
    wanted = read_outputs(outputs)
    texts = _texts(paths, staged=staged, since=since, environment=environment, config=config)
    checker = Checker(config, everything=everything, baseline=baseline and not everything)
    found: list[Remark] = []
    unread = False
    for outcome in with_bar(_outcomes(texts, checker, jobs=jobs_for(config, jobs)), total=len(texts)):
        if isinstance(outcome, str):
            print(f"claimcheck: {visible(outcome)}", file=sys.stderr)
            unread = True
        else:
            found += outcome
    write(found, wanted, environment=environment)
    _say_how_to_account(found)
    if unread:
        return 2
    return int(fails(found, fatal))


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


def _outcomes(texts: Sequence[Text], checker: Checker, *, jobs: int | None) -> Iterator[Outcome]:
    """The outcome for each text in order; what an earlier run has found of the same text is not looked for again."""
    if checker.config.cache is None or len(texts) < _MANY:
        yield from in_order(checker, texts, jobs=jobs, size=_size)
        return
    from claimcheck.commands.results import Results  # here, since most runs look at few texts
    from claimcheck.fingerprint import fingerprint

    results = Results(checker.config.cache, fingerprint(), "check", *checker.settings)
    kept = [results.find(*checker.parts(text)) for text in texts]
    new = in_order(checker, (t for t, k in zip(texts, kept, strict=True) if k is None), jobs=jobs, size=_size)
    for text, content in zip(texts, kept, strict=True):
        if content is not None:
            yield from_json(content.decode())
            continue
        outcome = next(new)
        if not isinstance(outcome, str):
            results.keep(as_json(outcome).encode(), *checker.parts(text))
        yield outcome


def _earlier(text: Text, style: Style | None) -> Iterable[DocumentReport]:
    """What the text's earlier versions said; one that cannot be read said nothing."""
    for content in text.before:
        with contextlib.suppress(ClaimcheckError):
            yield from weigh(read_contents(content, path=text.path), style=style).documents


def _size(text: Text) -> int:
    return len(text.content) + sum(map(len, text.before))


class Checker:
    """Checks one text after the other by the same settings; can be sent to another process."""

    def __init__(self, config: Config, *, everything: bool, baseline: bool) -> None:
        self.config, self._everything, self._baseline = config, everything, baseline
        self._shelf = Shelf(config)

    def __reduce__(self) -> tuple[object, ...]:
        return partial(Checker, everything=self._everything, baseline=self._baseline), (self.config,)

    def __call__(self, text: Text) -> Outcome:
        try:
            return tuple(self._remarks(text))
        except ClaimcheckError as error:
            return str(error)

    @property
    def settings(self) -> tuple[str, ...]:
        """What decides the outcome beside the text and what is held for it."""
        return repr(self.config), repr(self._everything), repr(self._baseline)

    def parts(self, text: Text) -> tuple[bytes, ...]:
        """What decides the outcome beside the settings."""
        return text.path.encode("utf-8", "surrogatepass"), self._shelf.state(text.path), text.content, *text.before

    def _remarks(self, text: Text) -> Iterable[Remark]:
        if not text.content.strip():
            return ()
        return [
            each
            for document in read_contents(text.content, path=text.path)
            for each in self._remarks_in(document, text)
        ]

    def _remarks_in(self, document: Document, text: Text) -> Iterable[Remark]:
        config, everything = self.config, self._everything
        held = self._shelf.for_document(text.path)
        report = weigh((document,), ledger=held.ledger, corpus=held.corpus, style=config.date_style).documents[0]
        entries = self._shelf.entries(held.ledger)
        shown = remarks_on(report, scope=held.scope(config, everything=everything), entries=entries, before=Before())
        if shown and self._baseline and text.before:
            before = Before(_earlier(text, config.date_style))
            shown = remarks_on(report, scope=held.scope(config), entries=entries, before=before)
        instructions = instructions_in(text.content, path=text.path)
        if not instructions and not config.ignore:
            return shown
        whole = remarks_on(report, scope=held.scope(config, everything=True), entries=entries, before=Before())
        return silenced(
            shown, (*shown, *whole), path=text.path, instructions=instructions, rules=config.ignore, known=all_codes()
        )


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
    import shlex

    return shlex.quote(visible(path))
