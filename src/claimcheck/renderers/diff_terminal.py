"""What changed, as an editor reads it in a terminal: totals, then what weighs most, and last what only moved."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from claimcheck.model import ChangeKind, Diff, DocumentReport, SentenceLink, Span, hull
from claimcheck.renderers.diff_groups import UNSURE, Group, called, groups, totals
from claimcheck.renderers.visible import visible

_OLD, _NEW = "red", "green"


def write_diff(
    diff: Diff, console: Console, *, only: frozenset[ChangeKind] = frozenset(), everything: bool = False
) -> None:
    """Prints the changes; `everything` unfolds the sentences that only moved or were reworded."""
    console.print(Text(f"{visible(diff.old.document.path)} → {visible(diff.new.document.path)}", "bold"))
    console.print(Text(totals(diff)))
    shown = groups(diff, only=only)
    for group in shown:
        if not group.folded:
            _group(group, diff, console)
    for kind, title, sentences, report, style in (
        (ChangeKind.ADDED, "Added", diff.added, diff.new, _NEW),
        (ChangeKind.REMOVED, "Removed", diff.removed, diff.old, _OLD),
    ):
        if sentences and (not only or kind in only):
            console.print()
            console.print(Text(f"── {title}", "bold"))
            for number in sentences:
                span = report.prose.sentences[number].span
                sign = "+" if kind is ChangeKind.ADDED else "−"
                _put(console, f"{_line(report, span):>4} {sign} ", _marked(report, span, ()), style)
    for group in shown:
        if group.folded and everything:
            _group(group, diff, console)
        elif group.folded:
            console.print()
            console.print(Text(f"{group.title}: {_sentences(len(group.links))} (--all shows them)", "dim"))


def _group(group: Group, diff: Diff, console: Console) -> None:
    console.print()
    console.print(Text(f"── {group.title}", "bold"))
    for link in group.links:
        _link(link, diff, console)


def _link(link: SentenceLink, diff: Diff, console: Console) -> None:
    old = hull(tuple(diff.old.prose.sentences[n].span for n in link.before))
    new = hull(tuple(diff.new.prose.sentences[n].span for n in link.after))
    console.print()
    label = Text(", ".join(called(link)), "bold")
    if link.likeness < UNSURE:
        label.append("  rewritten? The two have few words in common", "italic")
    _put(console, f"{_line(diff.new, new):>4}   ", label, "")
    if ChangeKind.MOVED in link.kinds and not link.edits:
        _put(
            console, "       ", Text(f"was on line {_line(diff.old, old)}: {visible(new.of(diff.new.prose.text))}"), ""
        )
        return
    _put(console, "     − ", _marked(diff.old, old, tuple(e.before for e in link.edits)), _OLD)
    _put(console, "     + ", _marked(diff.new, new, tuple(e.after for e in link.edits)), _NEW)


def _marked(report: DocumentReport, span: Span, changed: tuple[Span | None, ...]) -> Text:
    """The words of the span; the changed ones in brackets as well as bold, so that they can be seen without colour."""
    text, at = Text(), span.start
    for part in changed:
        if part is None:
            continue
        text.append(visible(report.prose.text[at : part.start]))
        text.append(f"[{visible(part.of(report.prose.text))}]", "bold")
        at = part.end
    text.append(visible(report.prose.text[at : span.end]))
    return text


def _put(console: Console, label: str, text: Text, style: str) -> None:
    """A label in the margin and the text beside it; in a pipe, one line."""
    if console.soft_wrap:
        console.print(Text.assemble(label, text))
        return
    width = len(label)
    lines = text.wrap(console, max(20, console.width - width))
    for number, line in enumerate(lines):
        line.stylize(style)
        console.print(Padding(Text.assemble(label if number == 0 else " " * width, line), (0, 0)))


def _line(report: DocumentReport, span: Span) -> str:
    return report.document.source_map.location(span.start).margin


def _sentences(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"
