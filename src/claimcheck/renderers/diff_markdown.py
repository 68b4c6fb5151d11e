"""What changed, as Markdown for a message or a pull request, and as annotations for GitHub."""

from __future__ import annotations

from claimcheck.model import ChangeKind, Diff, DocumentReport, SentenceLink, Span, hull
from claimcheck.patterns import compiled
from claimcheck.renderers.diff_groups import UNSURE, Group, called, groups
from claimcheck.renderers.visible import visible

_MARKUP = compiled(r"([\\`*_{}\[\]()<>#|~!])")


def markdown(diff: Diff, *, only: frozenset[ChangeKind] = frozenset(), everything: bool = False) -> str:
    """A heading for each group of changes, and for each change the sentence before and after."""
    lines = [f"### {_safe(diff.old.document.path)} → {_safe(diff.new.document.path)}", ""]
    shown = groups(diff, only=only)
    for group in shown:
        if not group.folded:
            lines += _group(group, diff)
    for kind, title, sentences, report in (
        (ChangeKind.ADDED, "Added", diff.added, diff.new),
        (ChangeKind.REMOVED, "Removed", diff.removed, diff.old),
    ):
        if sentences and (not only or kind in only):
            lines += [f"**{title}**", ""]
            lines += [f"- {_safe(report.prose.sentences[n].span.of(report.prose.text))}" for n in sentences]
            lines.append("")
    for group in shown:
        if group.folded:
            lines += _group(group, diff) if everything else [f"{group.title}: {len(group.links)}", ""]
    if len(lines) == 2:
        lines.append("Nothing changed in what the text claims.")
    return "\n".join(lines).rstrip() + "\n"


def github(diff: Diff, *, only: frozenset[ChangeKind] = frozenset(), everything: bool = False) -> str:
    """One annotation per changed sentence, at its line in the new version."""
    lines = []
    for group in groups(diff, only=only):
        if group.folded and not everything:
            continue
        for link in group.links:
            span = _span(link.after, diff.new)
            place = diff.new.document.source_map.place(span.start)
            level = "warning" if ChangeKind.STRENGTHENED in link.kinds else "notice"
            was = visible(_span(link.before, diff.old).of(diff.old.prose.text))
            where = (
                f"file={_property(diff.new.document.path)},line={place.line},title={_property(', '.join(called(link)))}"
            )
            lines.append(f"::{level} {where}::{_data('was: ' + was)}")
    return "".join(f"{line}\n" for line in lines)


def _group(group: Group, diff: Diff) -> list[str]:
    lines = [f"**{group.title}**", ""]
    for link in group.links:
        lines.append(f"- {', '.join(called(link))}{_doubt(link)}")
        lines.append(f"  - before: {_marked(link, diff.old, old=True)}")
        lines.append(f"  - after: {_marked(link, diff.new, old=False)}")
    return [*lines, ""]


def _doubt(link: SentenceLink) -> str:
    return " (rewritten? The two have few words in common)" if link.likeness < UNSURE else ""


def _marked(link: SentenceLink, report: DocumentReport, *, old: bool) -> str:
    """The sentences of one side, the words that differ struck out or bold."""
    span = _span(link.before if old else link.after, report)
    mark = "~~" if old else "**"
    text, at = "", span.start
    for edit in link.edits:
        part = edit.before if old else edit.after
        if part is not None:
            text += _safe(report.prose.text[at : part.start]) + mark + _safe(part.of(report.prose.text)) + mark
            at = part.end
    return text + _safe(report.prose.text[at : span.end])


def _span(sentences: tuple[int, ...], report: DocumentReport) -> Span:
    return hull(tuple(report.prose.sentences[n].span for n in sentences))


def _safe(text: str) -> str:
    """The text with every mark that Markdown or HTML would obey written out."""
    return _MARKUP.sub(r"\\\1", visible(text)).replace("&", "&amp;")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
