"""What changed, as an editor reads it in a terminal: totals, then what weighs most, and last what only moved."""

from __future__ import annotations

from claimcheck.model import ChangeKind, Diff, DocumentReport, SentenceLink, Span, hull
from claimcheck.renderers.diff_groups import UNSURE, Group, called, groups, totals
from claimcheck.renderers.screen import Line, Screen, line
from claimcheck.renderers.visible import visible

_OLD, _NEW = "red", "green"


def write_diff(
    diff: Diff, screen: Screen, *, only: frozenset[ChangeKind] = frozenset(), everything: bool = False
) -> None:
    """Prints the changes; `everything` unfolds the sentences that only moved or were reworded."""
    screen.put(line(f"{visible(diff.old.document.path)} → {visible(diff.new.document.path)}", "bold"))
    screen.put(line(totals(diff)))
    shown = groups(diff, only=only)
    for group in shown:
        if not group.folded:
            _group(group, diff, screen)
    for kind, title, sentences, report, style in (
        (ChangeKind.ADDED, "Added", diff.added, diff.new, _NEW),
        (ChangeKind.REMOVED, "Removed", diff.removed, diff.old, _OLD),
    ):
        if sentences and (not only or kind in only):
            screen.put(line())
            screen.put(line(f"── {title}", "bold"))
            for number in sentences:
                span = report.prose.sentences[number].span
                sign = "+" if kind is ChangeKind.ADDED else "−"
                screen.put(_marked(report, span, (), style), label=line(f"{_place(report, span):>4} {sign} "))
    for group in shown:
        if group.folded and everything:
            _group(group, diff, screen)
        elif group.folded:
            screen.put(line())
            screen.put(line(f"{group.title}: {_sentences(len(group.links))} (--all shows them)", "dim"))
    screen.flush()


def _group(group: Group, diff: Diff, screen: Screen) -> None:
    screen.put(line())
    screen.put(line(f"── {group.title}", "bold"))
    for link in group.links:
        _link(link, diff, screen)
        screen.flush()


def _link(link: SentenceLink, diff: Diff, screen: Screen) -> None:
    old = hull(tuple(diff.old.prose.sentences[n].span for n in link.before))
    new = hull(tuple(diff.new.prose.sentences[n].span for n in link.after))
    screen.put(line())
    kinds = line(", ".join(called(link)), "bold")
    if link.likeness < UNSURE:
        kinds.add("  rewritten? The two have few words in common", "italic")
    screen.put(kinds, label=line(f"{_place(diff.new, new):>4}   "))
    if ChangeKind.MOVED in link.kinds and not link.edits:
        was = f"was on line {_place(diff.old, old)}: {visible(new.of(diff.new.prose.text))}"
        screen.put(line(was), label=line("       "))
        return
    screen.put(_marked(diff.old, old, tuple(e.before for e in link.edits), _OLD), label=line("     − "))
    screen.put(_marked(diff.new, new, tuple(e.after for e in link.edits), _NEW), label=line("     + "))


def _marked(report: DocumentReport, span: Span, changed: tuple[Span | None, ...], style: str) -> Line:
    """The words of the span; the changed ones in brackets as well as bold, so that they can be seen without colour."""
    found, at = line(style=style), span.start
    for part in changed:
        if part is None:
            continue
        found.add(visible(report.prose.text[at : part.start]))
        found.add(f"[{visible(part.of(report.prose.text))}]", "bold")
        at = part.end
    found.add(visible(report.prose.text[at : span.end]))
    return found


def _place(report: DocumentReport, span: Span) -> str:
    return report.document.source_map.location(span.start).margin


def _sentences(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"
