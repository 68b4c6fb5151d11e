"""From a claim that nobody has accounted for to one that somebody answers for."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.commands import ledger
from claimcheck.commands.review import review
from claimcheck.config import Config, PathRule
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.ledger import EntryStatus
from claimcheck.evidence.ledger_file import load_ledger
from claimcheck.files import write_atomically
from tests.commands.conftest import EVERYDAY, TOLL, Checked, Repository

TODAY = datetime.date(2026, 1, 12)
LABEL = "The shelling of the market was a war crime."


def answers(*lines: str) -> Iterator[str]:
    yield from lines
    raise EOFError


def reviewed(*lines: str, config: Config | None = None) -> int:
    given = answers(*lines)
    return review(config=config or Config(), today=TODAY, ask=lambda question: next(given))


def test_drafts_fail_until_somebody_accounts_for_them(
    repository: Repository, checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.write("articles/story.md", f"{EVERYDAY}\n{TOLL}\n\n{LABEL}\n")
    assert checked("articles").code == 1
    assert ledger.add(["articles"], config=Config()) == 0
    said = checked("articles")
    assert said.code == 1
    assert said.out.count("a draft that nobody has sourced") == 2
    assert said.err.endswith("or run claimcheck ledger review\n")
    assert reviewed("y", "ab", "Common knowledge.", "maybe", "n", "", "The court has not ruled.") == 0
    entries = {entry.status: entry for entry in load_ledger("claims.yaml").entries}
    accepted, disputed = entries[EntryStatus.ACCEPTED], entries[EntryStatus.DISPUTED]
    assert accepted.reviewed is not None
    assert (accepted.text, accepted.reviewed.by, accepted.reviewed.on) == (TOLL[:-1], "ab", TODAY)
    assert accepted.anchors[0].doc == "articles/story.md"
    assert disputed.reviewed is not None
    assert disputed.reviewed.note == "The court has not ruled."
    capsys.readouterr()
    assert [line.split()[-1] for line in checked("articles").lines] == ["disputed-claim"]


def test_entries_are_found_by_content(repository: Repository, checked: Checked) -> None:
    repository.write("story.md", f"{EVERYDAY}\n{TOLL}\n")
    ledger.add(["story.md"], config=Config())
    reviewed("y", "ab", "Counted by hand.")
    repository.write("story.md", f"# The mine\n\n{EVERYDAY}\n{EVERYDAY}\n> It rained.\n\nAll agree. {TOLL}\n")
    assert checked("story.md").code == 0
    repository.write("story.md", TOLL.replace("1992", "1993"))
    assert checked("story.md").code == 1
    repository.write("story.md", TOLL.replace("41", "42"))
    assert checked("story.md").code == 1


def test_adding_again_changes_nothing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("story.md", f"{TOLL}\n\n{TOLL}\n")
    ledger.add(["story.md"], config=Config())
    before = Path("claims.yaml").read_bytes()
    ledger.add(["story.md"], config=Config())
    assert Path("claims.yaml").read_bytes() == before
    assert capsys.readouterr().err.endswith("claimcheck: no claim added to claims.yaml\n")
    assert len(load_ledger("claims.yaml").entries) == 1


def test_what_is_silenced_with_a_reason_needs_no_draft(repository: Repository, checked: Checked) -> None:
    silence = "<!-- claimcheck: ignore-next-line{} -->"
    repository.write("story.md", f"{silence.format(' -- from our own count')}\n{TOLL}\n\n{LABEL}\n")
    repository.write("letters/a.md", f"{TOLL}\n")
    config = Config(ignore=(PathRule("letters/**", "Readers write them.", folder=Path.cwd()),))
    ledger.add(["story.md", "letters"], config=config)
    assert [entry.text for entry in load_ledger("claims.yaml").entries] == [LABEL[:-1]]
    repository.write("story.md", f"{silence.format(' misquoted -- other')}\n{TOLL}\n")
    repository.write("other.md", f"{silence.format('')}\n{TOLL.replace('41', '43')}\n")
    ledger.add(["story.md", "other.md"], config=config)  # another finding, and no reason
    assert len(load_ledger("claims.yaml").entries) == 3


def test_the_entries_of_two_people_merge(repository: Repository) -> None:
    repository.write("c.md", "In Calder 17 men were killed.")
    repository.write("p.md", "In Pell 9 men were killed.")
    ledger.add(["c.md", "p.md"], config=Config())
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "Begin")
    repository.git("checkout", "-q", "-b", "topic")
    repository.write("a.md", "Eleven men were killed in Almar.")
    ledger.add(["a.md"], config=Config())
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "Almar")
    repository.git("checkout", "-q", "main")
    repository.write("z.md", "Seven men were killed in Zell.")
    ledger.add(["z.md"], config=Config())
    repository.git("add", ".")
    repository.git("commit", "-q", "-m", "Zell")
    repository.git("merge", "-q", "--no-edit", "topic")
    assert len(load_ledger("claims.yaml").entries) == 4


def test_support_in_the_corpus_makes_a_draft_verified(repository: Repository) -> None:
    repository.write("corpus/court.md", f"---\ntitle: Judgment\nauthor: District Court\n---\n\n{TOLL}\n")
    repository.write(
        "claims.yaml", f"version: 1\nclaims:\n  - id: toll\n    text: {TOLL}\n    kind: casualty\n    status: draft\n"
    )
    assert reviewed("y", "ab", "y") == 0
    (entry,) = load_ledger("claims.yaml").entries
    assert (entry.status, entry.sources[0].ref) == (EntryStatus.VERIFIED, "court")


def test_each_answer_is_saved_at_once_and_the_end_of_input_quits(repository: Repository) -> None:
    repository.write("story.md", f"{TOLL}\n\n{LABEL}\n")
    ledger.add(["story.md"], config=Config())
    assert reviewed("s", "y", "ab", "Seen.") == 0
    assert [entry.status.value for entry in load_ledger("claims.yaml").entries] == ["draft", "accepted"]
    assert reviewed("q") == 0
    assert reviewed("y", "ab") == 0  # no reason, nothing saved
    assert [entry.status.value for entry in load_ledger("claims.yaml").entries] == ["draft", "accepted"]


LOOSE = """\
version: 1
claims:
  - id: gone
    text: Ten died.
    status: draft
    anchors: [{doc: story.md, exact: Ten died}]
  # Keep this.
  - id: toll
    text: At least 41 miners were killed.
    status: verified
    anchors: [{doc: missing.md, exact: 41 miners}, {doc: story.md, exact: "At least 41  miners"}]
    sources:
      - {ref: nothing, relation: supports}
      - {ref: court, relation: supports, quote: forty-two bodies}
      - {ref: court, relation: supports, quote: At least 41 miners}
    review_after: 2026-01-11
"""


def test_what_has_come_loose_is_a_line_each(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("claims.yaml", LOOSE)
    repository.write("story.md", TOLL)
    repository.write("corpus/court.md", TOLL)
    assert ledger.check(config=Config(), today=TODAY) == 1
    found = [line.split(": ")[0] + " " + line.split()[2] for line in capsys.readouterr().out.splitlines()]
    assert found == [
        "claims.yaml:3:1 orphaned-anchor",
        "claims.yaml:8:1 orphaned-anchor",
        "claims.yaml:13:1 source-missing",
        "claims.yaml:14:1 source-changed",
        "claims.yaml:8:1 ledger-stale",
    ]
    assert ledger.check(config=Config(fail_on=("error",)), today=TODAY) == 0
    repository.write("claims.yaml", "version: 1\n")
    assert ledger.check(config=Config(), today=TODAY) == 0


def test_prune_takes_out_drafts_that_hold_nowhere(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write("claims.yaml", LOOSE)
    repository.write("story.md", TOLL)
    ledger.prune(config=Config(), dry_run=True)
    assert Path("claims.yaml").read_text("utf-8") == LOOSE
    ledger.prune(config=Config(), dry_run=False)
    assert Path("claims.yaml").read_text("utf-8") == LOOSE[:19] + LOOSE[LOOSE.index("  # Keep") :]
    assert "removed gone: Ten died." in capsys.readouterr().out


def test_without_a_ledger_there_is_nothing_to_list(repository: Repository) -> None:
    with pytest.raises(ClaimcheckError, match=r"claims\.yaml: there is no ledger here"):
        ledger.show(config=Config(), statuses=())


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, "new\r\n")
    assert (target.read_bytes(), link.is_symlink(), target.stat().st_mode & 0o777) == (b"new\r\n", True, 0o640)
    monkeypatch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ClaimcheckError, match="cannot be written: No space left"):
        write_atomically(link, "newer")
    assert (target.read_bytes(), sorted(p.name for p in tmp_path.iterdir())) == (b"new\r\n", ["link", "target"])
