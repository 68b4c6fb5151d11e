"""Hedges that say somebody says so and hide who: "the guard allegedly took the money"."""

from __future__ import annotations

from claimcheck.attribution.contents import clause_end
from claimcheck.attribution.cues import Frame, Hit
from claimcheck.attribution.phrases import phrase_after
from claimcheck.attribution.reading import Reading
from claimcheck.attribution.rule import Draft, Rule
from claimcheck.attribution.sources import group_start, subject_before

HEDGE: Rule = Rule(
    "hedge",
    "“Reportedly” takes the clause that it stands in, “so-called” the noun after it; neither names a source.",
    ("The guard allegedly took the money.", "The so-called experts left the town."),
    ("The guard openly took the money.",),
)


def find_hedge(reading: Reading, hit: Hit, floor: int, end: int) -> Draft | None:
    """The attribution of a hedging adverb, with no source, or None."""
    at, after = hit.words.start, hit.words.stop
    if hit.cue.takes(Frame.LABEL):
        labelled = phrase_after(reading, after, end)
        return None if labelled is None else Draft(HEDGE, hit.cue, hit.words, (), (labelled,))
    if after >= end or not reading.is_word(after):
        return None
    group = group_start(reading, after, floor)
    subject = subject_before(reading, group, floor)
    content = [range(after, clause_end(reading, after, end, narrow=True))]
    if group < at:
        content.insert(0, range(group, at))
    if subject is not None:
        content.insert(0, subject)
    return Draft(HEDGE, hit.cue, hit.words, (), tuple(content))
