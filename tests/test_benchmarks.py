"""The benchmarks run, and measure what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def _run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_short_run_writes_its_table_and_plot(tmp_path: Path) -> None:
    table = tmp_path / "RESULTS.md"
    _run("run.py", "--largest", "8000", "--runs", "1", "--no-peers", "--files", "60", "--output", str(table))
    text = table.read_text(encoding="utf-8")
    assert all(word in text for word in ("`check` 8 KB", "attributions", "8 KB, all different", "again, unchanged"))
    assert (tmp_path / "RESULTS.svg").read_text(encoding="utf-8").startswith("<svg")


def test_no_sentence_of_a_text_that_is_all_different_stands_twice() -> None:
    code = (
        "import sys; sys.path.insert(0, 'benchmarks'); import texts, claimcheck; known = texts.sentences(())\n"
        "text = texts.different(known, 60_000); assert text == texts.different(known, 60_000)\n"
        "prose = claimcheck.extract(claimcheck.parse(text)).prose\n"
        "found = [s.span.of(text) for s in prose.sentences if len(s.words) > 5]\n"
        "print(len(text), len(found), len(set(found)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    size, sentences, distinct = map(int, done.stdout.split())
    assert 60_000 <= size < 61_000
    assert distinct > 0.98 * sentences


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_short_run_of_an_archive_writes_its_section(tmp_path: Path) -> None:
    table = tmp_path / "RESULTS.md"
    _run("scan.py", "--articles", "100", "--short", "2000", "--output", str(table))
    text = table.read_text(encoding="utf-8")
    assert all(word in text for word in ("## Archives", "| two workers |", "A thousand cores", "| most MB | "))


def test_a_new_run_leaves_what_other_commands_have_written() -> None:
    code = (
        "import sys; sys.path.insert(0, 'benchmarks'); import page; title = '## The program'\n"
        "text = page.placed('# Results\\n', title, '## The program\\n\\none\\n') + '\\n## Index\\n\\nkept\\n'\n"
        "text = page.placed(text, title, '## The program\\n\\ntwo\\n')\n"
        "assert text == page.placed(text, title, '## The program\\n\\ntwo\\n')\n"
        "print(text)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["#", "Results", "##", "The", "program", "two", "##", "Index", "kept"]
