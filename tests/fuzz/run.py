"""Searches for inputs that break a target: `python -m tests.fuzz.run TARGET [--seconds N]`.

What breaks it is written to tests/fuzz/found/TARGET/, from where every later test run tries it again. Needs
`pip install atheris`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("target")
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]  # only where somebody searches

    with atheris.instrument_imports(include=["claimcheck"]):
        from tests.fuzz.targets import TARGETS, attempt
    target = TARGETS[given.target]

    def once(data: bytes) -> None:
        try:
            attempt(target, data)
        except Exception:
            folder = HERE / "found" / given.target
            folder.mkdir(parents=True, exist_ok=True)
            (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
            raise

    seeds = Path(tempfile.mkdtemp(prefix="claimcheck-seeds-"))
    for number, path in enumerate(sorted(_seeds(given.target))):
        (seeds / str(number)).write_bytes(path.read_bytes()[:4_000])
    limits = [f"-max_total_time={given.seconds}", f"-seed={given.seed}", "-max_len=4000", "-timeout=10"]
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", str(seeds)], once)
    atheris.Fuzz()


def _seeds(target: str) -> list[Path]:
    """Files that are right, to begin with."""
    if target == "ledger":
        return [ROOT / "claims.yaml"]
    if target == "settings":
        return [ROOT / "pyproject.toml"]
    made = [path for path in ROOT.glob(f"tests/**/*.{target}") if path.is_file()]
    return made or [*ROOT.glob("articles/*.md"), *ROOT.glob("corpus/*.md")]


if __name__ == "__main__":
    main()
