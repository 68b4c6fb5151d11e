"""The ledger as values: claims that people have already accounted for."""

from __future__ import annotations

import datetime
from enum import StrEnum

from claimcheck.model import EvidenceStance, Kind, Value
from claimcheck.records import dataclass


class EntryStatus(StrEnum):
    DRAFT = "draft"
    ACCEPTED = "accepted"  # somebody answers for it without a source
    VERIFIED = "verified"
    DISPUTED = "disputed"
    RETRACTED = "retracted"


class Certainty(StrEnum):
    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    DENIED = "denied"


class Reliability(StrEnum):
    """The Admiralty code for a source; grades are given by people, never computed."""

    A = "A"  # completely reliable
    B = "B"
    C = "C"
    D = "D"
    E = "E"  # unreliable
    F = "F"  # cannot be judged

    def reaches(self, least: Reliability) -> bool:
        return self <= least and (self is not Reliability.F or least is Reliability.F)


@dataclass(frozen=True, slots=True)
class Policy:
    """When support is enough."""

    independent_sources: int = 1
    min_reliability: Reliability | None = None


@dataclass(frozen=True, slots=True)
class LedgerSource:
    """One use of a source document. `ref` is its id in the corpus."""

    ref: str
    relation: EvidenceStance
    quote: str | None = None
    locator: str | None = None
    credibility: int | None = None  # Admiralty 1 (confirmed) to 6 (cannot be judged)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an article makes the claim (W3C TextQuoteSelector)."""

    doc: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    by: str
    on: datetime.date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    on: datetime.date
    change: str
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    correction: bool = False


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    id: str
    text: str
    status: EntryStatus
    kind: Kind | None = None
    certainty: Certainty | None = None
    said_by: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    sources: tuple[LedgerSource, ...] = ()
    reviewed: Review | None = None
    review_after: datetime.date | None = None
    history: tuple[Change, ...] = ()
    line: int = 0  # in claims.yaml


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries in the order of the file, and the policy, with its exceptions by kind."""

    path: str
    entries: tuple[LedgerEntry, ...] = ()
    policy: Policy = Policy()
    by_kind: tuple[tuple[Kind, Policy], ...] = ()

    def policy_for(self, kind: Kind) -> Policy:
        return dict(self.by_kind).get(kind, self.policy)
