"""A wheel may carry the modules that read compiled; what they find is the same."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "native"))

from classes import written_out  # noqa: E402
from constants import made_final  # noqa: E402
from modules import compiled  # noqa: E402

MODULES = compiled(ROOT / "src")

RECORD = '''
"""Values."""
from __future__ import annotations

from dataclasses import field

from claimcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """Somewhere."""

    x: int
    y: int = 0  # up
    names: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False)

    def moved(self) -> Point:
        return Point(self.x + 1, self.y)
'''


def test_a_data_class_is_written_out_with_its_fields_defaults_and_comparison() -> None:
    (node,) = [each for each in ast.parse(written_out(RECORD)).body if isinstance(each, ast.ClassDef)]
    assert node.decorator_list == []
    methods = {each.name: each for each in node.body if isinstance(each, ast.FunctionDef)}
    assert [each.arg for each in methods["__init__"].args.args] == ["self", "x", "y", "names", "note"]
    assert [ast.unparse(each) for each in methods["__init__"].args.defaults] == ["0", "None", "''"]
    assert "list() if names is None else names" in ast.unparse(methods["__init__"])
    assert "note" not in ast.unparse(methods["__eq__"]) + ast.unparse(methods["__hash__"])
    assert "moved" in methods


def test_a_module_without_data_classes_or_constants_stays_as_it_is() -> None:
    source = "from pathlib import Path\n\n\ndef f(at: Path) -> str:\n    return str(at)\n"
    assert written_out(source) == source


@pytest.mark.parametrize(
    ("line", "rewritten"),
    [
        ("MOST = 3", "MOST: _Constant = 3"),
        ("WORDS: tuple[str, ...] = ()", "WORDS: _Constant[tuple[str, ...]] = ()"),
        ("Words = tuple[range, ...]", "Words = tuple[range, ...]"),
    ],
)
def test_constants_are_final_and_the_names_of_types_are_not(line: str, rewritten: str) -> None:
    assert made_final(f"import os\n\n{line}\n").splitlines()[-1] == rewritten


def test_what_a_later_line_adds_to_is_no_constant() -> None:
    source = "import os\nMARKS = {}\nMARKS |= {1: 2}\n"
    assert made_final(source) == source


@pytest.mark.parametrize("module", MODULES)
def test_a_module_that_is_compiled_has_nothing_that_the_compiler_refuses(module: str) -> None:
    """It reads no `in (*ONE, *TWO)`; classes have one base at most, and no `if` among their methods; what is for a type
    checker alone has no `else`, which the compiler leaves out.
    """
    for node in ast.walk(ast.parse((ROOT / "src" / module).read_text("utf-8"))):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            display = node.comparators[0]
            starred = isinstance(display, ast.Tuple | ast.List) and any(
                isinstance(e, ast.Starred) for e in display.elts
            )
            assert not starred, f"line {node.lineno}: make a frozenset of it"
        if isinstance(node, ast.ClassDef):
            assert len(node.bases) < 2, f"line {node.lineno}: a compiled class has one base"
            branches = [each.lineno for each in node.body if isinstance(each, ast.If)]
            assert not branches, f"line {branches[0]}: a compiled class has no branches"
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            assert not node.orelse, f"line {node.lineno}: put what a type checker does not see in another module"


TEXT = """\
# The fire

ORSK, 4 May 1992 — Ana Duarte, the former interior minister, said on Monday that at least 41 miners were killed in Orsk
in May 1992, and that "no one had been warned". According to the union, between 38 and 45 men died; the ministry denied
it. The siege lasted 60 days, from 3 March to 1 May, and cost $1.5 million.

- Jan Novak, who led the inquiry, called it "a crime against the town".
- Officials must resign, he wrote; 12 guards were charged and 30 wounded, three of them children.
"""


_SENT = """\
import pickle, claimcheck
report = claimcheck.extract(claimcheck.parse('Ana Duarte said that 12 men died in Orsk. He left in 1992.'))
print(pickle.loads(pickle.dumps(report)) == report)
"""  # as reports go from one process to another


@pytest.mark.slow
def test_a_compiled_wheel_gives_the_same_bytes(tmp_path: Path) -> None:
    """Built without optimisation, which takes a third of the time and changes no result."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    for needed in ("mypyc", "setuptools", "hatchling"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed")
    if shutil.which(compiler) is None:
        pytest.skip("there is no C compiler")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    environment = {**os.environ, "CLAIMCHECK_COMPILE": "1", "CLAIMCHECK_OPTIMISE": "0"}
    subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert "none-any" not in wheel.name
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    (tmp_path / "fire.md").write_text(TEXT, encoding="utf-8")
    files = [str(tmp_path / "fire.md"), *(str(file) for file in sorted((ROOT / "articles").glob("*.md")))]
    commands = [["report", "--format", "json", "--no-cache", file] for file in files]
    commands += [["diff", "--format", "json", files[0], files[-1]], ["diff", "--format", "json", files[-1], files[0]]]
    for command in commands:
        pure, native = (_output(tmp_path, path, *command) for path in (ROOT / "src", tmp_path / "installed"))
        assert native == pure, command
    assert _output(tmp_path, tmp_path / "installed", "-c", _SENT) == b"True\n"
    assert b"modules: compiled" in _output(tmp_path, tmp_path / "installed", "doctor")


def _output(folder: Path, path: Path, *command: str) -> bytes:
    environment = {**os.environ, "PYTHONPATH": str(path)}
    program = [] if command[0] == "-c" else ["-m", "claimcheck"]
    done = subprocess.run(
        [sys.executable, *program, *command], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.stdout
