"""A report made by hand from values, so that what is printed does not hang on the rules that find claims."""

from __future__ import annotations

import datetime

from claimcheck.model import (
    Attribution,
    Claim,
    Comparator,
    Count,
    CueClass,
    DocumentReport,
    Evidence,
    EvidenceStance,
    FieldComparison,
    Finding,
    Kind,
    Mode,
    Official,
    Outcome,
    Period,
    Prose,
    Quotation,
    Relation,
    Report,
    ResolvedBy,
    Sentence,
    Sentences,
    Severity,
    Span,
    Speaker,
    SpeakerType,
    Stance,
    Status,
    Tenure,
    Tokens,
)
from claimcheck.readers import parse

PAGE = """\
---
title: "The siege of [Orsk] :fire:"
date: 1994-02-01
---

# The siege

At least **41** miners were killed in Orsk on 3 May 1992.

## What was said

Ana Duarte, the former interior minister, said on
Monday that "fourteen men died [sic]".

The inquiry must be published. One man saw it.
"""


def sample() -> Report:
    """A sourced, a contradicted and attributed, and an unnamed claim, an official, and the author's own opinion."""
    document = parse(PAGE, format="markdown", path="articles/orsk.md")
    text = document.text

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    toll, day = span("At least 41 miners"), span("3 May 1992")
    duarte, office = span("Ana Duarte"), span("former interior minister")
    words = span("fourteen men died [sic]")
    attributions = (
        Attribution(
            (duarte,),
            (span("said"),),
            (words,),
            Mode.MIXED,
            Stance.ASSERTS,
            CueClass.REPORTED,
            Speaker("Ana Duarte", SpeakerType.PERSON),
            "source-cue-that",
        ),
        Attribution(
            (span("One man"),),
            (span("saw"),),
            (span("it."),),
            Mode.INDIRECT,
            Stance.ASSERTS,
            CueClass.THOUGHT,
            None,
            "source-cue",
        ),
    )
    count = Count(toll, 41, 41, None, Comparator.AT_LEAST, "person", "miners", Outcome.KILLED)
    period = Period(day, "1992-05-03", datetime.date(1992, 5, 3), datetime.date(1992, 5, 3), True, ResolvedBy.EXPLICIT)
    monday = Period(
        span("Monday"), "1994-01-31", datetime.date(1994, 1, 31), datetime.date(1994, 1, 31), True, ResolvedBy.NEAREST
    )
    official = Official(
        Span(duarte.start, office.end), "Ana Duarte", "interior minister", None, "Orsk", Tenure.FORMER, duarte, office
    )
    dead = Count(span("fourteen men"), 14, 14, 14, Comparator.EXACT, "person", "men", Outcome.KILLED)
    judgment = Evidence(
        "court-1994",
        "corpus/court-1994.md",
        Span(10, 60),
        "Forty-one miners were killed on 3 May 1992.",
        0.93,
        EvidenceStance.SUPPORTS,
        (FieldComparison("count", Relation.SAME), FieldComparison("period", Relation.SAME)),
        12,
        ("court-1994",),
    )
    against = Evidence(
        "court-1994",
        "corpus/court-1994.md",
        Span(70, 99),
        "Forty-one men died \x1b[31m[here].",
        0.5,
        EvidenceStance.CONTRADICTS,
        (
            FieldComparison("count", Relation.CONFLICTING, "fourteen", "Forty-one", Span(70, 79)),
            FieldComparison("speaker", Relation.ABSENT),
        ),
        14,
        ("court-1994",),
    )
    contradicted = Finding(
        "contradicted-value", Severity.ERROR, "the source says 41, not 14", span("fourteen"), "Correct the number."
    )
    anonymous = Finding("anonymous-source", Severity.NOTE, "“One man” is not named", span("One man"))
    about = Finding("dangling-citation", Severity.WARNING, "[sic] points at no source", span("[sic]"))
    sentences = Sentences(Sentence(block.span, number, range(0)) for number, block in enumerate(document.blocks))
    claims = (
        Claim(
            "0000000000a1",
            Kind.CASUALTY,
            "At least 41 miners were killed in Orsk on 3 May 1992.",
            (Span(toll.start, day.end + 1),),
            1,
            (count, period),
            checkworthiness=0.9,
            status=Status.SOURCED,
            why="corpus: every value agrees",
            evidence=(judgment,),
        ),
        Claim(
            "0000000000a2",
            Kind.OFFICIAL,
            "Ana Duarte is the former interior minister.",
            (official.span,),
            3,
            (official,),
            checkworthiness=0.2,
        ),
        Claim(
            "0000000000a3",
            Kind.QUOTATION,
            "fourteen men died [sic]",
            (words,),
            3,
            (Quotation(words, "Ana Duarte"), dead, monday),
            0,
            0.7,
            status=Status.ATTRIBUTED,
            why="said by Ana Duarte: “said”",
            evidence=(against,),
            findings=(contradicted,),
        ),
        Claim(
            "0000000000a4", Kind.OPINION, "The inquiry must be published.", (span("The inquiry must be published."),), 4
        ),
        Claim(
            "0000000000a5",
            Kind.EVENT,
            "One man saw it.",
            (span("One man saw it."),),
            4,
            (),
            1,
            0.4,
            status=Status.ATTRIBUTED,
            findings=(anonymous,),
        ),
    )
    prose = Prose(document, sentences, Tokens((), (), (), (), ()))
    return Report((DocumentReport(prose, (), attributions, claims, (about,)),))
