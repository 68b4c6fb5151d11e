"""The batch mode, as a user of archives runs it."""

import json
import subprocess
import sys
from pathlib import Path


def test_one_object_per_line_comes_out_in_order(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    texts = ["Twelve people were killed.", "Line\u2028separator \x85 inside.", ""]
    source.write_text("".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(texts)), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "extract", "--jsonl", str(source)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [0, 1, 2]
