"""`inconsistent-values`: the text gives two tolls, or two dates, for one event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.lexicon import load
from claimcheck.model import Claim, Count, DocumentReport, Kind, Period, ResolvedBy, Severity, Span, Tag


def find(report: DocumentReport) -> Iterator[Fault]:
    """Casualties and dates that the text itself gives for one event, and that cannot both be true."""
    yield from _tolls(report)
    yield from _dates(report)


def _tolls(report: DocumentReport) -> Iterator[Fault]:
    """Casualty claims that name the same place and time."""
    own = [
        (index, claim, count)
        for index, claim in enumerate(report.claims)
        if claim.kind is Kind.CASUALTY and claim.attribution is None
        for count in claim.values
        if isinstance(count, Count) and count.outcome and count.subset_of is None
    ]
    for (_, one, first), (index, two, second) in combinations(own[:_MOST], 2):
        if one.sentence == two.sentence or first.outcome is not second.outcome or first.unit != second.unit:
            continue
        if _disjoint(first, second) and _same_people(first, second) and _same_event(one, two, report):
            text = report.prose.text
            message = f"“{second.span.of(text)}” here, “{first.span.of(text)}” before, for the same event"
            yield Fault(second.span, message, index, (first.span,))


def _dates(report: DocumentReport) -> Iterator[Fault]:
    """Date claims in the same words, of what happens only once: a birth, a death, a beginning."""
    told: dict[tuple[str, ...], Period] = {}
    once = frozenset(load("calendar")["once"])
    for index, claim in enumerate(report.claims):
        if claim.kind is not Kind.DATE or claim.attribution is not None:
            continue
        dates = [v for v in claim.values if isinstance(v, Period)]
        if len(dates) != 1:
            continue
        words, date = _words_beside(claim, dates[0].span, report), dates[0]
        dated = date.resolved_by is ResolvedBy.EXPLICIT and date.bound is None and date.part is None
        if not dated or once.isdisjoint(words) or any(isinstance(v, Count) for v in claim.values):
            continue
        before = told.setdefault(words, date)
        if _apart(before, date):
            text = report.prose.text
            message = f"“{date.span.of(text)}” here, “{before.span.of(text)}” before, for the same event"
            yield Fault(date.span, message, index, (before.span,))


def _apart(one: Period, two: Period) -> bool:
    if one.earliest and one.latest and two.earliest and two.latest:
        return one.latest < two.earliest or two.latest < one.earliest
    return False


def _words_beside(claim: Claim, date: Span, report: DocumentReport) -> tuple[str, ...]:
    """The claim's words without its date; none where its subject may be anybody ("a man was hanged")."""
    tokens = report.prose.tokens
    inside = [i for span in claim.spans for i in tokens.within(span)]
    if not inside or tokens.lower[inside[0]] in ("a", "an", "another", "one"):
        return ()
    beside = [i for i in inside if not date.start <= tokens.start[i] < date.end]
    return tuple(tokens.lower[i] for i in beside if tokens.tag[i] not in (Tag.PREPOSITION, Tag.PUNCTUATION))


_MOST = 400  # casualty claims that are compared pairwise; beyond, a text is an archive, not an article


def _disjoint(one: Count, two: Count) -> bool:
    high_one, high_two = (c.max if c.max is not None else float("inf") for c in (one, two))
    low_one, low_two = (c.min if c.min is not None else 0 for c in (one, two))
    return high_one < low_two or high_two < low_one


def _same_people(one: Count, two: Count) -> bool:
    """Whether both count the same sort of people: not soldiers here and civilians there."""
    sorts = [count.of.split()[-1].lower() if count.of else "people" for count in (one, two)]
    return sorts[0] == sorts[1]


def _same_event(one: Claim, two: Claim, report: DocumentReport) -> bool:
    """Same names, at least one, and the same dates or none."""
    names_one, names_two = _names(one, report), _names(two, report)
    dates_one, dates_two = ({v.edtf for v in c.values if isinstance(v, Period)} for c in (one, two))
    return bool(names_one) and names_one == names_two and dates_one == dates_two


def _names(claim: Claim, report: DocumentReport) -> frozenset[str]:
    tokens = report.prose.tokens
    dates = [v.span for v in claim.values if isinstance(v, Period)]
    return frozenset(
        tokens.lower[i]
        for span in claim.spans
        for i in tokens.within(span)
        if tokens.tag[i] is Tag.NAME and not any(d.start <= tokens.start[i] < d.end for d in dates)
    )


INCONSISTENT_VALUES = FindingRule(
    code="inconsistent-values",
    severity=Severity.WARNING,
    summary="The text gives two figures for the same thing, and both cannot be true.",
    why="The text contradicts itself, and whoever wants to doubt it will quote both.",
    mend="Correct one, or say whose figures they are and that they differ.",
    find=find,
    fires=(
        Example(
            "Twelve people were killed in Orsk on 3 May 1992. Nobody was charged. "
            "Fourteen people were killed in Orsk on 3 May 1992."
        ),
        Example("The siege of Orsk began on 3 May 1992. Nobody fled. The siege of Orsk began on 4 June 1992."),
        Example("Ana Duarte was hanged on 3 May 1992. Nobody was told. Ana Duarte was hanged on 5 May 1992."),
    ),
    silent=(
        Example("Twelve people were killed in Orsk on 3 May 1992. Fourteen people were killed in Tarsk on 4 May 1992."),
        Example("At least 12 people were killed in Orsk. Fourteen people were killed in Orsk, the ministry said."),
        Example("At least 12 people were killed in Orsk in May. Fourteen people were killed in Orsk in May."),
        Example("Twelve people were killed in Orsk. Fourteen people were wounded in Orsk."),
        Example("Twelve soldiers were killed in Orsk. Nobody was charged. Forty civilians were killed in Orsk."),
        Example("Ana Duarte was arrested on 3 May 1992. Ana Duarte was arrested on 5 May 1992."),
        Example("Ana Duarte was hanged in May 1992. Nobody was told. Ana Duarte was hanged on 5 May 1992."),
        Example("Ana Duarte was hanged on 3 May 1992. Omar Hale was hanged on 5 May 1992."),
        Example("A man was hanged on 3 May 1992. A man was hanged on 5 May 1992."),
    ),
)
