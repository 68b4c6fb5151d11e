"""What is kept of one run for the next: nothing that can be read, and nothing that is out of date."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.commands import check as command
from claimcheck.commands import results as kept
from claimcheck.commands.results import Results
from claimcheck.commands.texts import Text
from claimcheck.config import load_config
from tests.commands.conftest import EVERYDAY, TOLL, Checked, Said

TEXT, OTHER = b"At least 41 miners were killed in Orsk.", b"At least 42 miners were killed in Orsk."


def _file(folder: Path) -> Path:
    (found,) = (folder / "results").iterdir()
    return found


def test_a_result_is_found_by_the_whole_text_and_by_nothing_else(tmp_path: Path) -> None:
    Results(tmp_path, "rules").keep(b"41 killed", b"a.txt", TEXT)
    assert Results(tmp_path, "rules").find(b"a.txt", TEXT) == b"41 killed"
    for parts in ((b"a.txt", OTHER), (b"b.txt", TEXT), (TEXT,), (b"a.txt", TEXT, b""), (b"a.tx", b"t" + TEXT)):
        assert Results(tmp_path, "rules").find(*parts) is None
    assert Results(tmp_path, "other rules").find(b"a.txt", TEXT) is None


def test_nothing_that_is_kept_can_be_read_without_the_text(tmp_path: Path) -> None:
    results = Results(tmp_path, "rules")
    results.keep(b"the witness Ana Duarte", b"secret-name.txt", TEXT)
    results.keep(b"the witness Ana Marten", b"secret-name.txt", TEXT)  # as after a change that nobody foresaw
    content = _file(tmp_path).read_bytes()
    assert not any(word in content for word in (b"witness", b"Duarte", b"secret", b"miners"))
    first, second = (line.split()[1] for line in content.split(b"\n") if line)
    assert first[:8] != second[:8]  # under two streams: one cannot be taken from the other


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_what_is_kept_is_the_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "claimcheck"
    Results(folder, "rules").keep(b"x", TEXT)
    assert stat.S_IMODE(_file(folder).stat().st_mode) == 0o600
    assert {stat.S_IMODE(place.stat().st_mode) for place in (folder, folder / "results")} == {0o700}


def test_a_broken_result_is_none_and_the_next_is_whole(tmp_path: Path) -> None:
    Results(tmp_path, "rules").keep(b"found", TEXT)
    file = _file(tmp_path)
    file.write_bytes(file.read_bytes()[:-9])  # as after a kill in the middle of a write
    results = Results(tmp_path, "rules")
    assert results.find(TEXT) is None
    results.keep(b"found", OTHER)
    assert Results(tmp_path, "rules").find(OTHER) == b"found"
    file.write_bytes(b"\xff\x00 nonsense\n" + file.read_bytes())
    assert Results(tmp_path, "rules").find(OTHER) == b"found"


def test_what_is_kept_cannot_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        Results(tmp_path, f"rules {number}").keep(b"x", TEXT)
    assert len(list((tmp_path / "results").iterdir())) <= 9
    monkeypatch.setattr(kept, "_LONGEST", 10)
    assert Results(tmp_path, "rules 19").find(TEXT) is None


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    results = Results(tmp_path / "file" / "inside", "rules")
    results.keep(b"x", TEXT)
    assert results.find(TEXT) is None
    assert Results(None, "rules").find(TEXT) is None


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(command._MANY + 5):
        (folder / f"{number:02}.txt").write_text(TOLL if number % 3 == 0 else EVERYDAY)
    monkeypatch.chdir(folder)
    return folder


def _run(checked: Checked, cache: Path | None, **options: bool) -> Said:
    return checked(".", config=replace(load_config(Path.cwd()), cache=cache), **options)


def test_the_second_run_reads_no_text_and_says_the_same(
    many: Path, tmp_path: Path, checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    first = _run(checked, cache)
    assert first == _run(checked, None)
    assert first.lines
    read: list[str] = []
    whole = command.Checker.__call__

    def counted(self: command.Checker, text: Text) -> command.Outcome:
        read.append(text.path)
        return whole(self, text)

    monkeypatch.setattr(command.Checker, "__call__", counted)
    assert _run(checked, cache) == first
    assert read == []
    (many / "01.txt").write_text(TOLL.replace("41", "42"))
    again = _run(checked, cache)
    assert read == ["01.txt"]
    assert again == _run(checked, None)
    assert again != first


def test_settings_ledger_and_corpus_are_part_of_the_key(many: Path, tmp_path: Path, checked: Checked) -> None:
    cache = tmp_path / "cache"
    for change in (
        lambda: None,
        lambda: (many / "claims.yaml").write_text("version: 1\nclaims: []\n"),
        lambda: (many / "claimcheck.toml").write_text('kinds = ["event"]\n'),
        lambda: (many / "corpus").mkdir(),
        lambda: (many / "corpus" / "a.md").write_text(f"---\ntitle: A\n---\n\n{TOLL}\n"),
    ):
        change()
        for everything in (False, True):
            assert _run(checked, cache, everything=everything) == _run(checked, None, everything=everything)


def test_an_interrupted_run_goes_on_where_it_was(
    many: Path, tmp_path: Path, checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "cache"
    whole = command.Checker.__call__
    read: list[str] = []

    def interrupted(self: command.Checker, text: Text) -> command.Outcome:
        read.append(text.path)
        if len(read) == 10:
            raise KeyboardInterrupt
        return whole(self, text)

    monkeypatch.setattr(command.Checker, "__call__", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _run(checked, cache)
    again = _run(checked, cache)
    assert read[10:] == read[9:10] + [f"{number:02}.txt" for number in range(10, command._MANY + 5)]
    assert again == _run(checked, None)
