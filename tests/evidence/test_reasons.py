"""Why a claim has its tag, word for word: an editor reads this, and disagrees with it or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from claimcheck.evidence.corpus import Corpus, load_corpus
from claimcheck.evidence.ledger_file import parse_ledger
from claimcheck.evidence.weighing import weigh
from claimcheck.pipeline import extract
from claimcheck.readers import parse_plain

GAS = "Guards fired tear gas into the yard."
TOLL = "Forty-one miners were killed in the mine at Orsk."
LONG = (
    "Guards fired tear gas into the yard while the men of the first wing stood at the gate, the men of the second wing "
    "lay on the floor, and the men of the third wing shouted from the windows at the far end of the hall"
)


class Case(NamedTuple):
    """A text, the documents that are held (front matter and text), and the ledger below `claims:`."""

    article: str
    sources: dict[str, str] = {}  # noqa: RUF012  # never changed
    ledger: str = ""
    held: bool = True


def source(text: str, author: str = "District Court of Orsk", **fields: str) -> str:
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: A document\nauthor: [{author}]\n{more}---\n\n{text}\n"


def entry(status: str, more: str = "", text: str = TOLL) -> str:
    return f"- {{id: toll, text: '{text}', status: {status}{more}}}\n"


BACKED = ", sources: [{ref: court, relation: supports}]"
REVIEW = ", reviewed: {by: jm, on: 2021-11-20}"
NOTED = ", reviewed: {by: jm, on: 2021-11-20, note: Read it.}"
COURT = {"court": source("See annex 2.")}

CASES = {
    "an opinion": Case("The ministers must resign."),
    "an opinion of somebody": Case("The ministers must resign, Ana Duarte said."),
    "nothing is held": Case(GAS, held=False),
    "nothing is held, and somebody says so": Case(f"{GAS[:-1]}, Ana Duarte said.", held=False),
    "somebody says so, and is not named": Case("“We heard the keys,” she said.", held=False),
    "said in two pieces": Case("“We heard,” Ana Duarte said, “the keys turn in the lock.”", held=False),
    "nobody says so": Case("Guards allegedly fired tear gas into the yard.", held=False),
    "a source is silent": Case(GAS, {"court": source("See annex 2.")}),
    "a source says the same": Case(GAS, {"court": source(GAS)}),
    "a long source says the same": Case(f"{LONG}.", {"court": source(f"{LONG}.")}),
    "a source says the same of what somebody says": Case(f"{GAS[:-1]}, Ana Duarte said.", {"court": source(GAS)}),
    "only the speaker says the same": Case(f"{GAS[:-1]}, the District Court of Orsk said.", {"court": source(GAS)}),
    "a source has another number": Case(
        "The prison at Orsk held 213 men.", {"court": source("The prison at Orsk held 312 men.")}
    ),
    "two sources, and one has another number": Case(
        "The prison at Orsk held 213 men.",
        {
            "court": source("The prison at Orsk held 312 men."),
            "wire": source("The prison at Orsk held 213 men.", "Wire"),
        },
    ),
    "a source says less": Case(GAS, {"court": source("Guards may have fired tear gas into the yard.")}),
    "two sources come near": Case(
        GAS,
        {
            "court": source("Guards may have fired tear gas into the yard."),
            "wire": source("The ministry denied that guards had fired tear gas.", "Wire"),
        },
    ),
    "a quotation is found": Case(
        "“We heard the keys turn,” Ana Duarte said.",
        {"court": source("“We heard the keys turn,” Ana Duarte told the court.")},
    ),
    "a quotation is somebody else's": Case(
        "“We heard the keys turn,” Eva Ruiz said.", {"court": source("“We heard the keys turn,” Ana Duarte said.")}
    ),
    "the policy wants two": Case(GAS, {"court": source(GAS)}, "policy: {independent_sources: 2}\nclaims: []\n"),
    "the policy wants two, and has them": Case(
        GAS, {"court": source(GAS), "wire": source(GAS, "Wire")}, "policy: {independent_sources: 2}\nclaims: []\n"
    ),
    "the policy wants a better grade": Case(
        GAS, {"court": source(GAS, reliability="D")}, "policy: {min_reliability: B}\nclaims: []\n"
    ),
    "the policy wants two for this kind": Case(
        GAS, {"court": source(GAS)}, "policy: {per_kind: {event: {independent_sources: 2}}}\nclaims: []\n"
    ),
    "an entry is verified": Case(TOLL, COURT, entry("verified", BACKED)),
    "an entry is verified by somebody": Case(TOLL, COURT, entry("verified", BACKED + REVIEW)),
    "an entry rests on two sources": Case(
        TOLL,
        COURT | {"wire": source("See annex 3.", "Wire")},
        entry("verified", ", sources: [{ref: court, relation: supports}, {ref: wire, relation: supports}]"),
    ),
    "an entry is verified without a corpus": Case(TOLL, ledger=entry("verified", BACKED), held=False),
    "an entry rests on a source that is not held": Case(
        TOLL, {"other": source("See annex 2.")}, entry("verified", BACKED)
    ),
    "an entry rests on a source that only mentions it": Case(
        TOLL, COURT, entry("verified", ", sources: [{ref: court, relation: mentions}]")
    ),
    "an entry is verified without any source": Case(TOLL, ledger=entry("verified"), held=False),
    "an entry is verified, and the policy wants two": Case(
        TOLL, COURT, f"policy: {{independent_sources: 2}}\nclaims:\n{entry('verified', BACKED)}"
    ),
    "an entry is verified, and the policy wants two for this kind": Case(
        TOLL,
        COURT,
        f"policy: {{per_kind: {{casualty: {{independent_sources: 2}}}}}}\nclaims:\n{entry('verified', BACKED)}",
    ),
    "an entry is only alleged": Case(TOLL, COURT, entry("verified", f"{BACKED}, certainty: alleged")),
    "an entry is accepted": Case(TOLL, COURT, entry("accepted", NOTED)),
    "an entry is accepted without a reason": Case(TOLL, COURT, entry("accepted", REVIEW)),
    "an entry is accepted by nobody": Case(TOLL, COURT, entry("accepted")),
    "an entry is disputed": Case(TOLL, COURT, entry("disputed", NOTED)),
    "an entry is disputed, and a source says the same": Case(TOLL, {"court": source(TOLL)}, entry("disputed", NOTED)),
    "an entry is a draft, and a source says the same": Case(TOLL, {"court": source(TOLL)}, entry("draft")),
    "an entry is a draft": Case(TOLL, COURT, entry("draft")),
    "an entry is not held with its words, and a source says the same": Case(
        TOLL, {"wire": source(TOLL, "Wire")}, entry("verified", BACKED)
    ),
    "an entry is accepted, and a source says the same": Case(TOLL, {"court": source(TOLL)}, entry("accepted", NOTED)),
    "an entry has another number": Case(
        "Forty-two miners were killed in the mine at Orsk.", COURT, entry("verified", BACKED)
    ),
    "an entry was verified against a source that says otherwise": Case(
        TOLL,
        {"court": source(TOLL), "wire": source(TOLL.replace("Forty-one", "Fourteen"), "Wire")},
        entry("verified", ", sources: [{ref: court, relation: supports}, {ref: wire, relation: contradicts}]"),
    ),
    "an entry is disputed, and a source says otherwise": Case(
        TOLL,
        {"wire": source(TOLL.replace("Forty-one", "Fourteen"), "Wire")},
        entry("disputed", ", sources: [{ref: wire, relation: contradicts}]"),
    ),
}


def reasons(case: Case, folder: Path) -> str:
    """For each claim of the case its status, its reason, and the evidence in order."""
    corpus: Corpus | None = None
    if case.held:
        folder.mkdir()
        for name, text in case.sources.items():
            (folder / f"{name}.md").write_text(text, "utf-8")
        corpus = load_corpus(folder)
    body = case.ledger if case.ledger.startswith("policy") else f"claims:\n{case.ledger}"
    ledger = parse_ledger(f"version: 1\n{body}") if case.ledger else None
    lines = []
    for claim in weigh(extract(parse_plain(case.article)), ledger=ledger, corpus=corpus).claims:
        lines.append(f"{claim.status} {claim.kind}: {claim.text}\n  {claim.why}")
        lines += [f"  - {e.stance} {e.source}{' (the speaker)' if e.own else ''}" for e in claim.evidence]
    return "\n".join(lines)


def test_every_reason_is_the_one_that_an_editor_should_read(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    shown = [f"## {name}\n{reasons(case, tmp_path / str(number))}" for number, (name, case) in enumerate(CASES.items())]
    golden("reasons.txt", "\n\n".join(shown) + "\n")
