"""`perishable`: true only on the day it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.findings.rule import Example, Fault, FindingRule
from claimcheck.lexicon import load
from claimcheck.model import Claim, DocumentReport, Kind, Mode, Severity, Span, Tag, Tokens
from claimcheck.patterns import compiled

_NOMINAL = (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)


@cache
def _pattern() -> re.Pattern[str]:
    entry = load("perishable")
    listed = (*entry["words"], *entry["adjectives"])
    words = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in listed)
    first = "".join(sorted({word[0] for word in listed}))  # most words are seen by their first letter to be none
    return compiled(rf"\b(?=[{first}])(?:{words})\b(?!\sas\b)", re.IGNORECASE)


def find(report: DocumentReport) -> Iterator[Fault]:
    """Words such as "currently" in what the text asserts in its own words; a direct quotation keeps its own day."""
    text, adjectives = report.prose.text, load("perishable")["adjectives"]
    seen: set[Span] = set()
    for index, claim in enumerate(report.claims):
        if claim.kind in (Kind.QUOTATION, Kind.OPINION) or _quoted(claim, report):
            continue
        for span in claim.spans:
            for match in _pattern().finditer(text, *span):
                words = Span(*match.span())
                bare = match.group().lower() in adjectives
                if words in seen or (bare and not _before_noun(words, report.prose.tokens)):
                    continue
                seen.add(words)
                yield Fault(words, f"“{match.group()}” holds only on the day of writing", index)


def _quoted(claim: Claim, report: DocumentReport) -> bool:
    return claim.attribution is not None and report.attributions[claim.attribution].mode is Mode.DIRECT


def _before_noun(words: Span, tokens: Tokens) -> bool:
    inside = tokens.within(words)
    return inside.stop < len(tokens.tag) and tokens.tag[inside.stop] in _NOMINAL


PERISHABLE = FindingRule(
    code="perishable",
    severity=Severity.NOTE,
    summary="The claim is true only on the day it is written.",
    why="Texts outlive offices and tolls: “current”, “so far” and “to date” turn false without anybody touching them.",
    mend="Give the date on which it was so: “as of 3 May 2021”, “minister since 2019”.",
    find=find,
    fires=(
        Example("Ana Duarte, the current interior minister, chairs the board of the prison."),
        Example("No answer has been received so far."),
        Example("To date, 41 bodies have been found."),
    ),
    silent=(
        Example("Ana Duarte was interior minister from 2016 to 2019."),
        Example("The current swept the boat away."),
        Example("“We have found 41 bodies so far,” Duarte said."),
        Example("He went so far as to deny it."),
    ),
)
