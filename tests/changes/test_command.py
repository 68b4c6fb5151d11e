"""`claimcheck diff` as its users run it: on files, and on a real git repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

STORY = (
    "The guards allegedly beat the prisoners in Orsk.",
    "At least 12 people were killed on 3 May 1992, the ministry said.",
    "The road to Tarsk was open.",
    "“We heard the keys,” one survivor said.",
    "The court convicted Tomas Reil of fraud.",
)

# What each commit does to the text, and the kinds of change that it must be called by (none: nothing is claimed anew).
EDITS: list[tuple[str, str, set[str]]] = [
    ("12 people", "14 people", {"number"}),
    ("3 May", "4 May", {"date"}),
    ("allegedly beat", "beat", {"hedge-dropped"}),
    ("At least 14", "14", {"bound"}),
    ("4 May 1992", "May 4, 1992", set()),
    ("14 people", "Fourteen people", set()),
    (", the ministry said", "", {"attribution-lost"}),
    ("Orsk", "Dorsk", {"name"}),
    ("was open", "was not open", {"negation"}),
    ("We heard the keys", "We heard keys", {"quote"}),
    ("convicted Tomas Reil of", "charged Tomas Reil with", {"legal-status"}),
    ("The guards beat", "Some guards beat", set()),
    ("Some guards", "All guards", {"quantifier"}),
    ("one survivor said", "one survivor told reporters", set()),
    ("The road to Tarsk", "The road to Karsk", {"name"}),
    ("was not open", "wasn't open", set()),
    ("“We heard keys,”", '"We heard keys,"', set()),
    ("the prisoners in", "the prisoners in\n", set()),
    ("Fourteen people were killed", "Fourteen people were killed, the mayor said,", {"attribution-added"}),
    ("the mayor said", "the mayor claimed", {"stance"}),
]


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *words], cwd=cwd, capture_output=True, text=True, check=False
    )


def git(*words: str, cwd: Path) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *who, *words], cwd=cwd, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty commits to one article, which is renamed halfway, and a twenty-first version that is only staged."""
    folder = tmp_path_factory.mktemp("repository")
    git("init", "-q", "-b", "main", cwd=folder)
    name, text = "article.md", "\n\n".join(STORY) + "\n"
    (folder / name).write_text(text, "utf-8")
    git("add", ".", cwd=folder)
    git("commit", "-qm", "0", cwd=folder)
    git("tag", "v0", cwd=folder)
    for number, (old, new, _) in enumerate(EDITS, 1):
        assert old in text
        text = text.replace(old, new)
        (folder / name).write_text(text, "utf-8")
        if number == 10:
            git("mv", name, "the new article.md", cwd=folder)
            name = "the new article.md"
        git("add", ".", cwd=folder)
        git("commit", "-qm", str(number), cwd=folder)
        git("tag", f"v{number}", cwd=folder)
    (folder / name).write_text(text.replace("Fourteen", "Fifteen"), "utf-8")
    git("add", ".", cwd=folder)
    (folder / name).write_text(text.replace("Fourteen", "Sixteen"), "utf-8")
    return folder


@pytest.mark.parametrize("number", range(1, len(EDITS) + 1))
def test_each_commit_is_called_by_what_it_changed(repository: Path, number: int) -> None:
    done = run("diff", f"v{number - 1}..v{number}", "--format", "json", cwd=repository)
    assert done.returncode == 0, done.stderr
    kinds = set(json.loads(done.stdout)["kinds"]) - {"reworded", "strengthened", "weakened", "mixed"}
    assert kinds == EDITS[number - 1][2]


def test_the_staged_version_counts_not_the_one_on_disk(repository: Path) -> None:
    done = run("diff", "--staged", cwd=repository)
    assert "Fifteen" in done.stdout
    assert "Sixteen" not in done.stdout
    assert "Sixteen" in run("diff", "HEAD", "--", "the new article.md", cwd=repository).stdout


def test_a_renamed_file_is_followed(repository: Path) -> None:
    done = run("diff", "v0", "v20", "--", "the new article.md", cwd=repository)
    assert "article.md → the new article.md" in done.stdout
    assert "[12]" not in done.stdout.splitlines()[1]


def test_a_new_file_is_added_and_a_lost_one_removed(tmp_path: Path) -> None:
    git("init", "-q", cwd=tmp_path)
    git("commit", "-qm", "0", "--allow-empty", cwd=tmp_path)
    (tmp_path / "new.md").write_text("The fire killed 12 men.\n", "utf-8")
    (tmp_path / "Makefile").write_text("all:\n", "utf-8")
    (tmp_path / "photo.png").write_bytes(bytes(range(256)))
    git("add", ".", cwd=tmp_path)
    done = run("diff", "--staged", cwd=tmp_path)
    assert "+ The fire killed 12 men." in done.stdout
    assert "Makefile" not in done.stdout
    git("commit", "-qm", "1", cwd=tmp_path)
    git("rm", "-q", "new.md", cwd=tmp_path)
    git("commit", "-qm", "2", cwd=tmp_path)
    assert "− The fire killed 12 men." in run("diff", "HEAD~1..HEAD", cwd=tmp_path).stdout


def test_fail_on_stops_at_the_kinds_it_names(repository: Path) -> None:
    assert run("diff", "v0..v1", "--fail-on", "number,date", cwd=repository).returncode == 1
    assert run("diff", "v0..v1", "--fail-on", "date", cwd=repository).returncode == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("v0", "nowhere"), "nowhere: is neither a file nor a git revision"),
        (("v0", "--only", "numbr"), "did you mean number"),
        (("v0..v1", "--", "missing.md"), "missing.md: is not in v1"),
        ((), "diff takes two files"),
    ],
)
def test_wrong_words_get_one_clear_line(repository: Path, words: tuple[str, ...], said: str) -> None:
    done = run("diff", *words, cwd=repository)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_outside_a_repository_two_files_are_compared(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("The fire killed 12 men.\n", "utf-8")
    (tmp_path / "new.txt").write_text("The fire killed 14 men.\n", "utf-8")
    done = run("diff", "old.txt", "new.txt", cwd=tmp_path)
    assert "[12]" in done.stdout
    assert "[14]" in done.stdout
    assert "An earlier version" in run("diff", "old.txt", "new.txt", "--format", "correction", cwd=tmp_path).stdout
    assert run("diff", "HEAD", "old.txt", cwd=tmp_path).returncode == 2


def test_a_claim_that_lost_its_source_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("The fire killed 12 men in Orsk.\n", "utf-8")
    (tmp_path / "new.txt").write_text("The fire killed 12 men in Tarsk.\n", "utf-8")
    (tmp_path / "corpus").mkdir()
    source = "---\ntitle: Inquiry\nreliability: B\n---\nThe fire killed 12 men in Orsk.\n"
    (tmp_path / "corpus" / "inquiry.md").write_text(source, "utf-8")
    done = run("diff", "old.txt", "new.txt", cwd=tmp_path)
    assert "tag-changed (sourced → unverified)" in done.stdout
    found = json.loads(run("diff", "old.txt", "new.txt", "--format", "json", cwd=tmp_path).stdout)
    assert "sourced → unverified" in [change["note"] for change in found["links"][0]["changes"]]


def test_a_page_shows_every_file_that_changed(repository: Path) -> None:
    done = run("diff", "v0..v20", "--format", "html", cwd=repository)
    assert done.stdout.startswith("<!doctype html>")
    assert "article.md → the new article.md" in done.stdout


def test_foreign_text_cannot_become_markup(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("The <b>guards</b> [sic] beat 12 men.\n", "utf-8")
    (tmp_path / "new.txt").write_text("The <b>guards</b> [sic] beat 14 *men* :30: \x1b[31m.\n", "utf-8")
    printed = run("diff", "old.txt", "new.txt", cwd=tmp_path).stdout
    assert "[sic]" in printed
    assert "\x1b" not in printed
    written = run("diff", "old.txt", "new.txt", "--format", "markdown", cwd=tmp_path).stdout
    assert "<b>" not in written


def test_the_batch_answers_line_by_line(tmp_path: Path) -> None:
    rows = [{"id": 1, "before": "It was open.", "after": "It was not open."}, {"id": 2, "before": "No after."}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    done = run("diff", "--jsonl", "in.jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert json.loads(done.stderr)["line"] == 2
    answer = json.loads(done.stdout)
    assert answer["links"] == [{"before": [0, 12], "after": [0, 16], "kinds": ["negation"]}]
    assert answer["added"] == answer["removed"] == []
