"""What makes a claim sourced, and what does not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.evidence.independence import enough, independent_sources, roots
from claimcheck.evidence.ledger import Policy, Reliability
from claimcheck.evidence.ledger_file import parse_ledger
from claimcheck.evidence.weighing import weigh
from claimcheck.model import Claim, Doubt, EvidenceStance, Relation, Status
from claimcheck.pipeline import extract
from claimcheck.readers import parse_plain

COURT = "---\ntitle: Judgment\nauthor: [District Court of Orsk]\nreliability: A\n---\n\n{}\n"
ENTRY = """\
version: 1
claims:
  - id: toll
    text: Forty-one miners were killed in the mine at Orsk.
    status: {status}
    sources: [{{ref: court, relation: supports}}]
    reviewed: {{by: jm, on: 2021-11-20, note: Read it.}}
"""


def _corpus(folder: Path, **texts: str) -> Corpus:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return load_corpus(folder)


def _weigh(article: str, corpus: Corpus | None = None, ledger: str = "") -> tuple[Claim, ...]:
    entries = parse_ledger(ledger) if ledger else None
    return weigh(extract(parse_plain(article)), ledger=entries, corpus=corpus).claims


@pytest.mark.parametrize(
    ("article", "issued", "source", "status"),
    [
        ("On 7 May 2018 three men died in Orsk.", "2018-05-09", "On 7 May three men died in Orsk.", Status.SOURCED),
        ("Three men died in Orsk in 2018.", "2018-05-09", "On 7 May three men died in Orsk.", Status.SOURCED),
        ("On 30 December 2017 three men died.", "2018-01-02", "On 30 December three men died.", Status.SOURCED),
        ("On 7 May 2017 three men died in Orsk.", "2018-05-09", "On 7 May three men died in Orsk.", Status.UNVERIFIED),
        ("On 7 May 2018 three men died in Orsk.", "2018", "On 7 May three men died in Orsk.", Status.UNVERIFIED),
        ("Ana Duarte was born on 7 May 2018.", "2018-05-09", "Ana Duarte was born on 7 May.", Status.UNVERIFIED),
    ],
)
def test_the_day_on_which_a_source_was_issued_tells_the_year_of_its_dates(
    article: str, issued: str, source: str, status: Status, tmp_path: Path
) -> None:
    corpus = _corpus(tmp_path, wire=f"---\nissued: {issued}\n---\n\n{source}\n")
    (claim, *_) = _weigh(article, corpus)
    assert claim.status is status
    assert not any(passage.stance is EvidenceStance.CONTRADICTS for passage in claim.evidence)


def test_every_claim_has_a_reason_and_none_is_sourced_by_silence() -> None:
    claims = _weigh("Twelve miners were killed. The mine was closed in 1994.")
    assert claims
    assert all(claim.why and claim.status is Status.UNVERIFIED for claim in claims)


@pytest.mark.parametrize(
    ("article", "source", "status"),
    [
        ("Guards fired tear gas into the yard.", "Guards fired tear gas into the yard.", Status.SOURCED),
        ("Guards fired tear gas into the yard.", "Guards may have fired tear gas into the yard.", Status.UNVERIFIED),
        ("Guards fired tear gas into the yard.", "Guards did not fire tear gas into the yard.", Status.UNVERIFIED),
        (
            "Guards fired tear gas into the yard.",
            "There is no evidence that guards fired tear gas into the yard.",
            Status.UNVERIFIED,
        ),
        (
            "Guards fired tear gas into the yard.",
            "The court cannot decide whether guards fired tear gas into the yard.",
            Status.UNVERIFIED,
        ),
        ("Guards killed nine miners.", "Nine miners killed guards.", Status.UNVERIFIED),
        ("Guards were killed in the yard.", "Guards killed nine miners in the yard.", Status.UNVERIFIED),
        ("Guards killed nine miners.", "Guards were killed by nine miners.", Status.UNVERIFIED),
        (
            "Ana Duarte was sentenced to six years in prison.",
            "Ana Duarte met the guard who was sentenced to six years in prison.",
            Status.UNVERIFIED,
        ),
        (
            "Ana Duarte was sentenced to six years in prison.",
            "The brother of Ana Duarte was sentenced to six years in prison.",
            Status.UNVERIFIED,
        ),
        (
            "Ana Duarte was sentenced to six years in prison.",
            "Ana Duarte's guard was sentenced to six years in prison.",
            Status.UNVERIFIED,
        ),
        (
            "Ana Duarte was sentenced to six years in prison.",
            "Ana Duarte visited the camp. The guard was sentenced to six years in prison.",
            Status.UNVERIFIED,
        ),
        (
            "Guards killed Ana Duarte in the yard of the mine.",
            "Guards killed the brother of Ana Duarte in the yard of the mine.",
            Status.UNVERIFIED,
        ),
        (
            "Ana Duarte was sentenced to six years in prison.",
            "Ana Duarte, the mayor of Orsk, was sentenced on Monday to six years in prison.",
            Status.SOURCED,
        ),
        ("Nine miners were killed.", "Nine miners died.", Status.UNVERIFIED),
        (
            "Guards fired tear gas into the yard.",
            "According to the ministry, guards fired tear gas into the yard.",
            Status.UNVERIFIED,
        ),
        (
            "Guards fired tear gas into the yard.",
            "The ministry denied that guards fired tear gas into the yard.",
            Status.UNVERIFIED,
        ),
        (
            "Guards fired tear gas into the yard.",
            "Guards fired tear gas into the yard, one survivor said.",
            Status.UNVERIFIED,
        ),
        (
            "Guards fired tear gas into the yard, Ana Duarte said.",
            "Guards fired tear gas into the yard.",
            Status.SOURCED,
        ),
        (
            "Guards fired tear gas into the yard, a witness said.",
            "Guards fired tear gas into the yard, a witness said.",
            Status.ATTRIBUTED,
        ),
        (
            "Guards fired tear gas into the yard, the District Court of Orsk said.",
            "Guards fired tear gas into the yard.",
            Status.ATTRIBUTED,
        ),
        ("He was sentenced to six years in prison.", "He was sentenced to six years in prison.", Status.UNVERIFIED),
        ("In 2018 the prison held 213 men.", "In 2018 the prison held 312 men.", Status.UNVERIFIED),
        ("The ministers must resign.", "The ministers must resign.", Status.UNVERIFIED),
    ],
)
def test_support_is_earned(tmp_path: Path, article: str, source: str, status: Status) -> None:
    claims = _weigh(article, _corpus(tmp_path, court=COURT.format(source)))
    assert [claim.status for claim in claims[:1]] == [status]


@pytest.mark.parametrize(
    ("article", "status"),
    [
        ("“We heard the keys turn in the lock,” Ana Duarte said.", Status.SOURCED),
        ("“We heard the keys … in the lock,” Ana Duarte said.", Status.SOURCED),
        ("“We heard the keys turn in the lock,” Eva Ruiz said.", Status.ATTRIBUTED),
        ("“We heard the bolts turn in the lock,” Ana Duarte said.", Status.ATTRIBUTED),
    ],
)
def test_a_quotation_is_sourced_as_the_words_of_its_speaker(tmp_path: Path, article: str, status: Status) -> None:
    held = _corpus(tmp_path, court=COURT.format("“We heard the keys turn in the lock,” Ana Duarte told the court."))
    assert [claim.status for claim in _weigh(article, held)][:1] == [status]


def test_another_number_in_the_same_place_contradicts(tmp_path: Path) -> None:
    held = _corpus(tmp_path, court=COURT.format("On the first day of October 2018 the prison held 312 men."))
    claim = _weigh("In October 2018 the prison held 213 men.", held)[0]
    assert claim.evidence[0].stance is EvidenceStance.CONTRADICTS
    assert "“213” here, “312” there" in claim.why


def test_another_number_of_something_else_does_not(tmp_path: Path) -> None:
    held = _corpus(tmp_path, court=COURT.format("In October 2018 the prison had 97 cells."))
    claim = _weigh("In October 2018 the prison held 312 men.", held)[0]
    assert all(e.stance is not EvidenceStance.CONTRADICTS for e in claim.evidence)


def test_a_retracted_source_backs_nothing(tmp_path: Path) -> None:
    text = COURT.format("Guards fired tear gas into the yard.").replace("reliability: A", "retracted: true")
    assert _weigh("Guards fired tear gas into the yard.", _corpus(tmp_path, court=text))[0].status is Status.UNVERIFIED


@pytest.mark.parametrize(
    ("status", "expected", "word"),
    [
        ("verified", Status.SOURCED, "rests on court"),
        ("accepted", Status.UNVERIFIED, "accepted without a source by jm"),
        ("draft", Status.UNVERIFIED, "draft"),
        ("disputed", Status.UNVERIFIED, "disputed"),
        ("retracted", Status.UNVERIFIED, "retracted"),
    ],
)
def test_only_a_verified_entry_makes_a_claim_sourced(tmp_path: Path, status: str, expected: Status, word: str) -> None:
    held = _corpus(tmp_path, court=COURT.format("See annex 2."))
    claim = _weigh("Forty-one miners were killed in the mine at Orsk.", held, ENTRY.format(status=status))[0]
    assert claim.status is expected
    assert word in claim.why


def test_an_entry_whose_source_is_not_held_settles_nothing(tmp_path: Path) -> None:
    held = _corpus(tmp_path, other=COURT.format("See annex 2."))
    claim = _weigh("Forty-one miners were killed in the mine at Orsk.", held, ENTRY.format(status="verified"))[0]
    assert claim.status is Status.UNVERIFIED


def test_independence_counts_roots(tmp_path: Path) -> None:
    wire = COURT.replace("reliability: A", "reliability: C\nderived_from: [court]")
    held = _corpus(tmp_path, court=COURT.format("A."), wire=wire.format("A."), other=COURT.format("B."))
    assert roots("wire", held) == ("court",)
    assert independent_sources([("court",), ("court",), ("other",)]) == 2
    assert enough(["court", "other"], Policy(2), held) is None
    assert enough(["court", "wire"], Policy(2), held) == "1 of 2 independent sources"
    assert enough(["wire"], Policy(1, Reliability.B), held) == "0 of 1 independent sources of reliability B or better"


def test_the_same_input_gives_the_same_result(tmp_path: Path) -> None:
    held = _corpus(tmp_path, court=COURT.format("Guards fired tear gas into the yard."))
    article = "Guards fired tear gas into the yard. “We heard the keys,” one survivor said."
    assert _weigh(article, held) == _weigh(article, held)


@pytest.mark.parametrize(
    ("article", "source", "why"),
    [
        (
            "“The gates were opened,” Ana Duarte said.",
            "“The gates were opened, but only after the fire had spread,” Ana Duarte said.",
            "goes on there with “but”",
        ),
        (
            "“We obeyed every instruction,” Luis Reyes said.",
            "The warden, Luis Reyes, said: “We obeyed every instruction.”",
            "a source has the words as this speaker's",
        ),
        (
            "Luis Reyes was sentenced to six years in prison.",
            "The court convicted Luis Reyes, the former warden, of fraud. He was sentenced to six years in prison.",
            "a source says the same",
        ),
        (
            "Luis Reyes was sentenced to six years in prison.",
            "Luis Reyes accused Ana Duarte of fraud. He was sentenced to six years in prison.",
            "comes nearest",
        ),
    ],
)
def test_a_source_is_read_with_what_stands_around_the_words(
    tmp_path: Path, article: str, source: str, why: str
) -> None:
    assert why in _weigh(article, _corpus(tmp_path, court=COURT.format(source)))[0].why


@pytest.mark.parametrize(
    ("article", "text", "values", "relation"),
    [
        ("Ana Duarte, the Minister of Justice, left.", "Ana Duarte is the Minister of Justice.", "", "supports"),
        ("Justice Minister Ana Duarte left.", "Ana Duarte is the Justice Minister.", "", "supports"),
        (
            "Ana Duarte, the former Minister of Justice, left.",
            "Ana Duarte is the Minister of Justice.",
            "",
            "contradicts",
        ),
        ("Ana Duarte, the Minister of Justice, left.", "Ana Duarte is the Minister of Labour.", "", None),
        ("Eva Ruiz, the Minister of Justice, left.", "Ana Duarte is the Minister of Justice.", "", None),
        (
            "The court fined the owner 4 million dollars.",
            "The court fined the owner 4 million dollars.",
            "{type: amount, number: 5000000, unit: USD}",
            "contradicts",
        ),
        (
            "The siege of the mine lasted three weeks.",
            "The siege of the mine lasted three weeks.",
            "{type: duration, iso: P4W}",
            "contradicts",
        ),
    ],
)
def test_the_values_of_an_entry_are_compared(article: str, text: str, values: str, relation: str | None) -> None:
    ledger = f"version: 1\nclaims:\n- {{id: e, text: '{text}', status: verified, values: [{values}]}}\n"
    found = {e.stance.value for claim in _weigh(article, ledger=ledger) for e in claim.evidence if e.source == "e"}
    assert found == ({relation} if relation else set())


@pytest.mark.parametrize("certainty", ["possible", "alleged", "denied"])
def test_what_is_only_alleged_backs_no_plain_statement(certainty: str) -> None:
    ledger = ENTRY.format(status=f"verified\n    certainty: {certainty}")
    (claim, *_) = _weigh("Forty-one miners were killed in the mine at Orsk.", ledger=ledger)
    assert claim.status is Status.UNVERIFIED
    assert "hedge" in claim.evidence[0].named(Relation.NARROWER)


def test_an_entry_whose_quoted_words_are_gone_backs_nothing(tmp_path: Path) -> None:
    held = _corpus(tmp_path, court=COURT.format("Forty-two bodies were found."))
    ledger = ENTRY.format(status="verified").replace("supports}", "supports, quote: Forty-one bodies were found}")
    claim = _weigh("Forty-one miners were killed in the mine at Orsk.", held, ledger)[0]
    assert claim.status is Status.UNVERIFIED
    assert [caution.doubt for caution in claim.evidence[0].cautions] == [Doubt.CHANGED]


@pytest.mark.parametrize(("content", "doubt"), [(b"old", None), (b"new", Doubt.CHANGED), (None, Doubt.MISSING)])
def test_the_file_that_a_source_was_made_from_is_looked_at(
    tmp_path: Path, content: bytes | None, doubt: Doubt | None
) -> None:
    if content is not None:
        (tmp_path / "court.pdf").write_bytes(content)
    original = f"reliability: A\noriginal: {{path: court.pdf, sha256: {hashlib.sha256(b'old').hexdigest()}}}"
    text = COURT.format("Guards fired tear gas into the yard.").replace("reliability: A", original)
    claim = _weigh("Guards fired tear gas into the yard.", _corpus(tmp_path, court=text))[0]
    assert [caution.doubt for e in claim.evidence for caution in e.cautions] == ([doubt] if doubt else [])
    assert (claim.status is Status.SOURCED) == (doubt is not Doubt.CHANGED)
    assert ("has another checksum now" in claim.why) == (doubt is Doubt.CHANGED)


@pytest.mark.parametrize("policy", ["", "policy: {independent_sources: 2}\n"])
@pytest.mark.parametrize("other", [False, True])
def test_a_source_made_from_a_changed_file_backs_nothing(tmp_path: Path, policy: str, other: bool) -> None:
    words = "Forty-one miners were killed in the mine at Orsk."
    (tmp_path / "court.pdf").write_bytes(b"new")
    original = f"reliability: A\noriginal: {{path: court.pdf, sha256: {hashlib.sha256(b'old').hexdigest()}}}"
    texts = {"court": COURT.format(words).replace("reliability: A", original)}
    if other:
        texts["wire"] = COURT.format(words)
    held = _corpus(tmp_path, **texts)
    entry = ENTRY.format(status="verified").replace("claims:", f"{policy}claims:")
    entry = entry.replace("[{ref: court", "[{ref: wire, relation: supports}, {ref: court") if other else entry
    for ledger in ("", f"version: 1\n{policy}claims: []\n", entry):
        claim = _weigh(words, held, ledger)[0]
        enough = other and not (policy and ledger)
        assert (claim.status is Status.SOURCED) == enough, claim.why
        assert claim.independent_sources == int(other)
        assert other or "has another checksum now" in claim.why


WORDS = "Guards fired tear gas into the yard."
WIRE = COURT.replace("reliability: A", "reliability: B\nderived_from: [court]")
WEAK = COURT.replace("reliability: A", "reliability: D")


@pytest.mark.parametrize(
    ("policy", "second", "status", "independent"),
    [
        ("{independent_sources: 1}", WIRE, Status.SOURCED, 1),
        ("{independent_sources: 2}", WIRE, Status.UNVERIFIED, 1),
        ("{independent_sources: 2}", WEAK, Status.SOURCED, 2),
        ("{independent_sources: 2, min_reliability: C}", WEAK, Status.UNVERIFIED, 2),
        ("{independent_sources: 2, per_kind: {event: {independent_sources: 1}}}", WIRE, Status.SOURCED, 1),
        ("{independent_sources: 1, per_kind: {event: {independent_sources: 2}}}", WIRE, Status.UNVERIFIED, 1),
    ],
)
def test_the_policy_says_when_support_is_enough(
    tmp_path: Path, policy: str, second: str, status: Status, independent: int
) -> None:
    held = _corpus(tmp_path, court=COURT.format(WORDS), second=second.format(WORDS))
    claim = _weigh(WORDS, held, f"version: 1\npolicy: {policy}\nclaims: []\n")[0]
    assert (claim.status, claim.independent_sources) == (status, independent)


def test_the_speakers_own_document_is_no_independent_source(tmp_path: Path) -> None:
    held = _corpus(tmp_path, court=COURT.format(WORDS), wire=WIRE.format(WORDS))
    claim = _weigh(f"{WORDS[:-1]}, the District Court of Orsk said.", held)[0]
    assert (claim.status, claim.independent_sources) == (Status.ATTRIBUTED, 0)
    assert all(e.own for e in claim.evidence)
