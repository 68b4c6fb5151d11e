"""The library, as a program that imports it sees it."""

from pathlib import Path

import pytest

import claimcheck
from claimcheck.model import ChangeKind, Kind, Status

ROOT = Path(__file__).resolve().parent.parent


def test_a_text_is_checked_in_one_call() -> None:
    report = claimcheck.check("At least 41 miners were killed, the mayor said. The minister must resign.")
    kinds = [(claim.kind, claim.status) for _, claim in report]
    assert (Kind.CASUALTY, Status.ATTRIBUTED) in kinds
    assert (Kind.OPINION, Status.UNVERIFIED) in kinds


def test_a_hedge_without_a_source_attributes_nothing() -> None:
    ((_, claim),) = claimcheck.check("Twelve people were allegedly killed in Orsk.")
    assert claim.status is Status.UNVERIFIED


def test_ledger_and_corpus_may_be_paths_or_values() -> None:
    document = claimcheck.read(ROOT / "articles" / "marn-prison-fire.md")
    by_path = claimcheck.check(document, ledger=ROOT / "claims.yaml", corpus=ROOT / "corpus")
    ledger, corpus = claimcheck.load_ledger(ROOT / "claims.yaml"), claimcheck.load_corpus(ROOT / "corpus")
    assert claimcheck.check(document, ledger=ledger, corpus=corpus) == by_path


def test_two_versions_are_compared_in_one_call() -> None:
    assert claimcheck.diff("The fire killed 12 men.", "The fire killed 14 men.").kinds == {ChangeKind.NUMBER}


def test_what_the_user_can_mend_is_one_error() -> None:
    with pytest.raises(claimcheck.ClaimcheckError, match=r"nowhere\.md: no such file"):
        claimcheck.read("nowhere.md")


def test_every_public_name_is_there() -> None:
    assert all(getattr(claimcheck, name) for name in claimcheck.__all__)


def test_extract_gives_the_chain_of_who_says_so() -> None:
    report = claimcheck.extract(claimcheck.parse("Yonhap, quoting KCNA, said that 41 miners had died."))
    (behind,) = report.nested
    assert behind.parent == 0
    assert behind.speaker is not None
    assert behind.speaker.name == "KCNA"
