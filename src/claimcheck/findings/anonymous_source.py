"""`anonymous-source`: somebody says so, and nobody can be asked."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.model import DocumentReport, Kind, Severity, SpeakerType, hull

_WEIGHTY = (Kind.CASUALTY, Kind.CHARACTERISATION, Kind.QUOTATION)


def find(report: DocumentReport) -> Iterator[Fault]:
    """Casualties, labels and quotations whose only source is anonymous; each source once."""
    seen = set()
    for index, claim in enumerate(report.claims):
        if claim.attribution is None or claim.kind not in _WEIGHTY:
            continue
        said = report.attributions[claim.attribution]
        if said.source and said.speaker is not None and said.speaker.type is SpeakerType.ANONYMOUS:
            source = hull(said.source)
            if source in seen:
                continue
            seen.add(source)
            yield Fault(source, f"“{source.of(report.prose.text)}” cannot be asked", index)


ANONYMOUS_SOURCE = FindingRule(
    code="anonymous-source",
    severity=Severity.NOTE,
    summary="A weighty claim rests on a source that is not named.",
    why="Nobody but the author can check it; readers must take it on trust.",
    mend="Name the source, say why it cannot be named, or find a second one.",
    find=find,
    fires=(Example("At least 41 miners were killed, according to two officials who asked not to be named."),),
    silent=(
        Example("At least 41 miners were killed, the mayor, Ana Duarte, said."),
        Example("Two officials who asked not to be named said that the road was open."),
    ),
)
