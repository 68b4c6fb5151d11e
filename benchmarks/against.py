"""Fails where a change costs a third of the speed: `python benchmarks/against.py [REVISION]`, else the commit before.

Both are run in turn, in this environment, and the least CPU time of each counts: a busy machine makes a run slower,
never faster. What looks slower is measured again before it is called so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Cost, cost_of

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 1.3
ROUNDS, RUNS = 4, 3

_EXTRACT = """
import glob, time, claimcheck
files = sorted(glob.glob("articles/*.md") + glob.glob("corpus/*.md"))
text = "\\n\\n".join(open(file, encoding="utf-8").read() for file in files)
document = claimcheck.parse("\\n\\n".join([text] * max(1, 60_000 // len(text))))
for _ in range(2):
    claimcheck.extract(document)
"""
WORK = {
    "start": ["-m", "claimcheck", "--version"],
    "check": ["-m", "claimcheck", "check", "--no-baseline", *map(str, sorted((ROOT / "articles").glob("*.md")))],
    "extract": ["-c", _EXTRACT],
}


def main() -> int:
    revision = sys.argv[1] if len(sys.argv) > 1 else "HEAD" if _git("status", "--porcelain", "--", "src") else "HEAD~1"
    if not _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"):
        print(f"against: there is no {revision} to compare with")
        return 0
    if not _git("diff", "--name-only", revision, "--", "src"):
        print(f"against: the program is the same as at {revision}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        archive = subprocess.run(["git", "archive", revision, "src"], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
        sides = (Path(folder, "src"), ROOT / "src")
        for side in sides:
            subprocess.run([sys.executable, "-m", "compileall", "-q", str(side)], check=True)
        slower = [name for name in WORK if _runs(name, sides[0]) and not _as_fast(name, *sides)]
    return 1 if slower else 0


def _as_fast(name: str, old: Path, new: Path) -> bool:
    least = {old: float("inf"), new: float("inf")}
    ratio = 1.0
    for _ in range(ROUNDS):
        for _ in range(RUNS):
            for side in least:
                least[side] = min(least[side], _cost(name, side).cpu)
        ratio = least[new] / least[old]
        if ratio < LIMIT:
            break
    print(f"against: {name:8} {1000 * least[old]:6.0f} -> {1000 * least[new]:6.0f} ms of CPU, {ratio:.2f} times")
    return ratio < LIMIT


def _runs(name: str, old: Path) -> bool:
    """Whether the older program does the work at all; what it could not do cannot have become slower."""
    try:
        _cost(name, old)
    except RuntimeError:
        print(f"against: {name:8} could not be run before")
        return False
    return True


def _cost(name: str, side: Path) -> Cost:
    environment = {"PYTHONPATH": str(side), "PYTHONDONTWRITEBYTECODE": ""}
    return cost_of([sys.executable, *WORK[name]], environment=environment)


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
