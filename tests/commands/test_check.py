"""What `check` says, of which version of a text, and with which exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from claimcheck.config import Config, PathRule
from claimcheck.errors import ClaimcheckError
from claimcheck.model import Kind
from tests.commands.conftest import EVERYDAY, TOLL, Checked, Repository
from tests.readers.test_word import docx, r

SILENT = (
    EVERYDAY,
    "The court sat on 4 June. Its rooms were full, and the heating had failed again.",
    f"“{TOLL[:-1]},” Ana Duarte, the mayor, said.",
    "The film about the murder trial won a prize.",
    "The minister must resign.",
    "Police detained a man in Orsk.",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_nobody_has_to_answer_for_passes_in_silence(repository: Repository, checked: Checked, text: str) -> None:
    repository.write("story.md", text)
    assert checked("story.md") == (0, "", "")


def test_a_casualty_claim_is_a_line_with_its_place_and_a_way_to_account_for_it(
    repository: Repository, checked: Checked
) -> None:
    repository.write("story.md", f"# Orsk\n\nIt **rained**. {TOLL}\n")
    said = checked("story.md")
    assert (said.code, said.lines) == (1, ["story.md:3:16 warning unverified-casualty"])
    assert said.err.count("\n") == 1
    assert "claimcheck ledger add story.md" in said.err


def test_a_label_in_the_text_s_own_voice_counts(repository: Repository, checked: Checked) -> None:
    repository.write("story.md", "The shelling of the market was a war crime.\n")
    assert checked("story.md").lines == ["story.md:1:1 warning unaccounted-claim"]


def test_what_head_has_already_is_silent_until_it_changes(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", f"{EVERYDAY}\n{TOLL}\n")
    assert checked("story.md").code == 0
    repository.write("story.md", f"{EVERYDAY}\nA paragraph more.\n\nIt is known.\n{TOLL}\n")
    assert checked("story.md") == (0, "", "")
    assert checked("story.md", baseline=False).lines == ["story.md:6:1 warning unverified-casualty"]
    repository.write("story.md", f"{EVERYDAY}\n{TOLL.replace('At least 41', 'At least 60')}\n")
    assert checked("story.md").lines == ["story.md:3:1 warning unverified-casualty"]


ACCUSATIONS = (
    "Ivo Reil is a murderer.",
    "Ana Duarte stole the money from the school.",
    "Ana Duarte lied to the court about the fire.",
    "Mayor Tomas Varga took bribes from a builder.",
    "Tomas Varga tortured prisoners in the north wing.",
    "Tomas Varga was a known liar.",
)
NO_ACCUSATIONS = (
    "Tomas Varga wrote a novel about a murderer.",
    "Tomas Varga praised the book on the murder trial.",
    "Tomas Varga is not a murderer.",
    "Ana Duarte said that Tomas Varga was a liar.",
    "The thief stole the money from the school.",
    "Tomas Varga killed time in Orsk.",
)


@pytest.mark.parametrize("text", ACCUSATIONS)
def test_an_accusation_of_somebody_by_name_counts(repository: Repository, checked: Checked, text: str) -> None:
    repository.write("story.md", f"{text}\n")
    said = checked("story.md")
    assert said.lines == ["story.md:1:1 warning unaccounted-claim"]
    assert "accusation" in said.out


@pytest.mark.parametrize("text", NO_ACCUSATIONS)
def test_what_accuses_nobody_by_name_is_silent(repository: Repository, checked: Checked, text: str) -> None:
    repository.write("story.md", f"{text}\n")
    assert checked("story.md") == (0, "", "")


NO_MORE = (
    ("At least 41 miners were killed in Orsk.", "In Orsk at least 41 miners were killed."),
    ("41 miners were killed in Orsk.", "At least 41 miners were killed in Orsk."),
    ("The shelling of the market was a war crime.", "The shelling of the market was arguably a war crime."),
    ("The shelling of the market was clearly a war crime.", "The shelling of the market was a war crime."),
    ("41 miners were killed in Orsk. It rained.", "41 miners were killed in Orsk, and it rained."),
)
MORE = (
    ("At least 41 miners were killed in Orsk.", "41 miners were killed in Orsk."),
    ("41 miners were wounded in Orsk.", "41 miners were killed in Orsk."),
    ("41 miners were killed in Orsk.", "41 miners were killed in Tarsk."),
    ("41 miners were killed in Orsk.", "41 miners were killed in Orsk and 12 were wounded."),
    ("The shelling of the market may have been a war crime.", "The shelling of the market was a war crime."),
    ("The shelling of the market was a mistake.", "The shelling of the market was a war crime."),
)


@pytest.mark.parametrize(("before", "after"), NO_MORE)
def test_a_claim_that_says_no_more_than_it_did_is_silent(
    repository: Repository, checked: Checked, before: str, after: str
) -> None:
    repository.commit("story.md", f"{before}\n")
    repository.write("story.md", f"{after}\n")
    assert checked("story.md") == (0, "", "")


@pytest.mark.parametrize(("before", "after"), MORE)
def test_a_claim_that_says_more_than_it_did_counts(
    repository: Repository, checked: Checked, before: str, after: str
) -> None:
    repository.commit("story.md", f"{before}\n")
    repository.write("story.md", f"{after}\n")
    assert checked("story.md").code == 1


def test_a_claim_that_grew_stronger_says_so(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", f"{TOLL}\n")
    repository.write("story.md", f"{TOLL.replace('At least ', '')}\n")
    assert "the text claims more than it did" in checked("story.md").out


def test_an_attribution_that_is_lost_makes_the_claim_new(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", f"{TOLL[:-1]}, the mayor said.\n")
    repository.write("story.md", f"{TOLL}\n")
    assert checked("story.md").code == 1


def test_the_staged_version_counts(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", EVERYDAY)
    repository.stage("story.md", f"{EVERYDAY}\n{TOLL}\n")
    repository.write("story.md", EVERYDAY)
    assert checked(staged=True).lines == ["story.md:3:1 warning unverified-casualty"]
    assert checked("story.md").code == 0
    repository.stage("story.md", EVERYDAY)
    repository.write("story.md", TOLL)
    assert checked(staged=True) == (0, "", "")


def test_before_the_first_commit_everything_staged_is_new(repository: Repository, checked: Checked) -> None:
    repository.stage("ärger über alles.md", TOLL)
    repository.write("unstaged.md", TOLL)
    assert checked(staged=True).lines == ["ärger über alles.md:1:1 warning unverified-casualty"]


def test_staged_paths_narrow_what_is_checked(repository: Repository, checked: Checked) -> None:
    repository.stage("a.md", TOLL)
    repository.stage("folder/b.md", TOLL)
    repository.stage("c.py", "x = 41\n")
    assert len(checked(staged=True).lines) == 2
    assert checked("folder", "c.py", staged=True).lines == ["folder/b.md:1:1 warning unverified-casualty"]


def test_a_renamed_text_keeps_its_past(repository: Repository, checked: Checked) -> None:
    repository.commit("old.md", f"{EVERYDAY * 5}\n{TOLL}\n")
    repository.git("mv", "old.md", "new.md")
    assert checked(staged=True) == (0, "", "")


def test_changed_since_compares_with_where_the_branch_began(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", EVERYDAY)
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit("story.md", f"{EVERYDAY}\n{TOLL}\n")
    repository.git("checkout", "-q", "main")
    repository.commit("other.md", "This was a war crime.")
    repository.git("checkout", "-q", "topic")
    assert checked(since="main").lines == ["story.md:3:1 warning unverified-casualty"]
    assert checked(since="HEAD").code == 0
    with pytest.raises(ClaimcheckError, match="git knows no revision 'mian'"):
        checked(since="mian")


def test_a_range_that_pre_commit_names_is_what_is_checked(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", EVERYDAY)
    repository.commit("story.md", TOLL)
    environment = {"PRE_COMMIT_FROM_REF": "HEAD~1", "PRE_COMMIT_TO_REF": "HEAD"}
    assert checked(staged=True).code == 0
    assert checked(staged=True, environment=environment).code == 1


def test_a_merge_brings_in_no_claim_that_the_other_side_had(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", f"One.\n\n{EVERYDAY}\nTwo.\n")
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit("story.md", f"One.\n\n{EVERYDAY}\n{TOLL}\n")
    repository.git("checkout", "-q", "main")
    repository.commit("story.md", f"Three.\n\n{EVERYDAY}\nTwo.\n")
    repository.git("merge", "-q", "--no-commit", "topic")
    assert checked(staged=True) == (0, "", "")
    repository.stage("story.md", f"Three.\n\n{EVERYDAY}\n{TOLL.replace('41', '42')}\n")
    assert checked(staged=True).code == 1


def test_the_sources_are_no_texts_to_check(repository: Repository, checked: Checked) -> None:
    repository.write("corpus/court.md", f"---\ntitle: Judgment\n---\n\n{TOLL}\n")
    repository.write("story.md", EVERYDAY)
    assert checked() == (0, "", "")
    repository.git("add", ".")
    assert checked("corpus/court.md", "story.md", staged=True) == (0, "", "")


def test_outside_of_a_repository_every_claim_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checked: Checked
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(TOLL)
    (tmp_path / "empty.txt").touch()
    assert checked("story.txt").code == 1
    assert checked(".").code == 1
    with pytest.raises(ClaimcheckError, match="is in no git repository"):
        checked(staged=True)


NOTHING = [("missing.md", "no such file or folder"), ("empty folder", "holds no text")]


@pytest.mark.parametrize(("path", "says"), NOTHING)
def test_a_path_that_names_no_text_is_refused(repository: Repository, checked: Checked, path: str, says: str) -> None:
    (repository.folder / "empty folder").mkdir()
    with pytest.raises(ClaimcheckError, match=says):
        checked(path)


def test_one_text_that_cannot_be_read_does_not_hide_the_others(repository: Repository, checked: Checked) -> None:
    (repository.folder / "a.txt").write_bytes("Zwölf".encode("latin-1"))
    repository.write("b.txt", TOLL)
    repository.write("c.docx", TOLL)
    said = checked("a.txt", "b.txt", "c.docx")
    assert (said.code, said.lines) == (2, ["b.txt:1:1 warning unverified-casualty"])
    assert said.err.splitlines()[0].startswith("claimcheck: a.txt: line 1: byte 2 (0xf6) is not UTF-8")
    assert said.err.splitlines()[1].startswith("claimcheck: c.docx: is something else, not .docx")


def test_in_a_word_file_a_finding_is_told_with_its_paragraph(repository: Repository, checked: Checked) -> None:
    docx(repository.folder / "a.docx", f"<w:p>{r('Nothing yet.')}</w:p><w:p>{r(TOLL.strip())}</w:p>")
    said = checked("a.docx")
    assert said.out.startswith("a.docx: warning unverified-casualty ¶ 2: ")


LEDGER = """\
version: 1
claims:
  - id: toll
    text: {text}
    kind: casualty
    status: {status}
    {more}
"""
ANCHOR = """reviewed: {by: ab, on: 2026-01-12, note: Counted by hand.}
    values: [{type: count, min: 41, outcome: killed}, {type: period, edtf: 1992-05-03}]
    anchors: [{doc: story.md, exact: "At least 41 miners were killed"}]"""
BY = "reviewed: {by: ab, on: 2026-01-12, note: Counted by hand.}"
SOURCE = "sources: [{ref: court, relation: supports}]"
ACCOUNTED = [
    (TOLL, "accepted", BY, 0, None),
    (TOLL, "accepted", "", 1, "unverified-casualty"),
    (TOLL, "accepted", BY.replace(", note: Counted by hand.", ""), 1, "unverified-casualty"),
    (TOLL, "verified", SOURCE, 0, None),
    (TOLL, "verified", "", 1, "unverified-casualty"),
    (TOLL, "verified", SOURCE.replace("supports", "mentions"), 1, "unverified-casualty"),
    (TOLL, "draft", "", 1, "unverified-casualty"),
    (TOLL, "disputed", "", 1, "disputed-claim"),
    (TOLL, "retracted", "", 1, "retracted-claim"),
    ("The toll of Orsk is known.", "accepted", ANCHOR, 0, None),
    ("The toll of Orsk is known.", "accepted", ANCHOR.replace("1992-05-03", "1992-05-04"), 1, "unverified-casualty"),
    ("The toll of Orsk is known.", "accepted", ANCHOR.replace("41", "40"), 1, "unverified-casualty"),
    ("The toll of Orsk is known.", "accepted", ANCHOR.replace("story", "other"), 1, "unverified-casualty"),
]


@pytest.mark.parametrize(("text", "status", "more", "code", "finding"), ACCOUNTED)
def test_the_ledger_accounts_for_a_claim_unless_it_is_a_draft(
    repository: Repository, checked: Checked, text: str, status: str, more: str, code: int, finding: str | None
) -> None:
    repository.write("claims.yaml", LEDGER.format(text=text, status=status, more=more))
    repository.write("story.md", f"{EVERYDAY}\n{TOLL}\n")
    said = checked("story.md")
    assert said.code == code
    assert [line.split()[-1] for line in said.lines] == ([finding] if finding else [])
    if status == "draft":
        assert "a draft that nobody has sourced or accepted yet (line 3 of the ledger, toll)" in said.out


def test_the_settings_widen_and_narrow_what_counts(repository: Repository, checked: Checked) -> None:
    repository.write("story.md", f"{TOLL[:-1]}, the mayor said. The market opened on 4 May 1992.\n")
    assert checked("story.md", config=Config()).code == 0
    assert checked("story.md", config=Config(need_sources=(Kind.CASUALTY,))).code == 1
    assert checked("story.md", config=Config(kinds=(Kind.DATE,))).code == 1
    repository.write("story.md", TOLL)
    assert checked("story.md", config=Config(kinds=(Kind.DATE,))).code == 0
    assert checked("story.md", config=Config(fail_on=("error",))).code == 0
    assert checked("story.md", config=Config(fail_on=("unverified-casualty",))).code == 1
    assert checked("story.md", config=Config(fail_on=("never",))).code == 0
    with pytest.raises(ClaimcheckError, match=r"'fail_on' \(default\) names 'warnings', .*did you mean 'warning'\?"):
        checked("story.md", config=Config(fail_on=("warnings",)))


IGNORED = [
    ("<!-- claimcheck: ignore-next-line unverified-casualty -- counted by hand -->\n{}\n", []),
    ("<!-- claimcheck: ignore-next-line -- counted by hand -->\n\n{}\n", []),
    ("<!-- claimcheck: ignore-next-paragraph — counted by hand -->\nIt rained.\nIn the end, all said so.\n{}\n", []),
    ("It rained.\n{} <!-- claimcheck: ignore-line unverified-casualty -- counted by hand -->\n", []),
    ("{}\n\n<!-- claimcheck: ignore-file unverified-casualty, perishable -- counted by hand -->\n", []),
    ("<!-- claimcheck: ignore-next-line unverified-casualty -->\n{}\n", ["faulty-ignore", "unverified-casualty"]),
    ("<!-- claimcheck: ignore-next unverified-casualty -- x -->\n{}\n", ["faulty-ignore", "unverified-casualty"]),
    ("<!-- claimcheck: ignore-next-line unverified -- x -->\n{}\n", ["faulty-ignore", "unverified-casualty"]),
    ("<!-- claimcheck: ignore-next-line perishable -- x -->\n{}\n", ["unused-ignore", "unverified-casualty"]),
    ("```\n<!-- claimcheck: ignore-file -- x -->\n```\n\n{}\n", ["unverified-casualty"]),
    ("`<!-- claimcheck: ignore-file -- x -->`\n\n{}\n", ["unverified-casualty"]),
]


@pytest.mark.parametrize(("text", "codes"), IGNORED)
def test_a_finding_is_silenced_one_by_one_and_with_a_reason(
    repository: Repository, checked: Checked, text: str, codes: list[str]
) -> None:
    repository.write("story.md", text.format(TOLL))
    said = checked("story.md")
    assert [line.split()[-1] for line in said.lines] == codes
    assert said.code == (1 if codes else 0)


def test_plain_text_is_silenced_by_a_line_in_brackets_that_is_none_of_its_words(
    repository: Repository, checked: Checked
) -> None:
    instruction = "[claimcheck: ignore-next-line unverified-casualty -- 12 people were killed in this reason]"
    repository.write("story.txt", f"{EVERYDAY}\n{instruction}\n{TOLL}\n")
    assert checked("story.txt") == (0, "", "")
    repository.write("story.txt", f"{EVERYDAY}\n{instruction}\n\nIt rained.\n")
    assert checked("story.txt").lines == ["story.txt:3:1 note unused-ignore"]
    assert checked("story.txt").code == 0


def test_an_instruction_for_a_claim_that_is_not_new_is_in_use(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", f"{IGNORED[0][0].format(TOLL)}")
    repository.write("story.md", f"It rained.\n\n{IGNORED[0][0].format(TOLL)}")
    assert checked("story.md") == (0, "", "")


def test_a_rule_by_path_silences_its_codes(repository: Repository, checked: Checked) -> None:
    repository.write("archive/1992/story.md", f"{TOLL}\n\nThis was a war crime.\n")
    every = Config(ignore=(PathRule("archive", "printed long ago", (), repository.folder),))
    one = Config(ignore=(PathRule("archive/**", "printed", ("unverified-casualty",), repository.folder),))
    assert checked("archive", config=every) == (0, "", "")
    assert checked("archive", config=one).lines == ["archive/1992/story.md:3:1 warning unaccounted-claim"]


def test_what_git_ignores_is_no_text_of_the_folder(repository: Repository, checked: Checked) -> None:
    repository.write(".gitignore", "build/\n")
    repository.write("build/story.md", TOLL)
    repository.write("story.md", EVERYDAY)
    assert checked() == (0, "", "")
    assert checked("build/story.md").code == 1


def test_the_style_of_dates_is_a_setting(repository: Repository) -> None:
    text = "---\ndate: 1994-02-01\n---\n\nIn 1988 the mine was closed. On 3 May 41 miners were killed.\n"
    repository.write("story.md", text)
    years = []
    for style in ("news", "history"):
        repository.write("claimcheck.toml", f'date_style = "{style}"\n')
        done = repository.run(sys.executable, "-m", "claimcheck", "report", "story.md", "--format", "json")
        values = [v for claim in json.loads(done.stdout)["documents"][0]["claims"] for v in claim["values"]]
        years.append({value["edtf"] for value in values if value["text"] == "3 May"})
    assert years == [{"1993-05-03"}, {"1988-05-03"}]


def test_all_says_also_what_is_only_worth_a_note(repository: Repository, checked: Checked) -> None:
    repository.commit("story.md", f"{TOLL}\n\nNo answer has come so far.\n")
    assert checked("story.md") == (0, "", "")
    said = checked("story.md", everything=True)
    assert [line.split(" ", 1)[1] for line in said.lines] == ["warning unverified-casualty", "note perishable"]
    assert checked("story.md", everything=True) == said
