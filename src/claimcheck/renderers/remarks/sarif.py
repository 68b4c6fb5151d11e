"""SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from claimcheck import __version__
from claimcheck.accounting.codes import Code, all_codes
from claimcheck.accounting.remark import Remark
from claimcheck.renderers.remarks.fingerprints import fingerprints
from claimcheck.renderers.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(remarks: Sequence[Remark]) -> str:
    """One run with every rule and a result for each remark."""
    codes = all_codes()
    order = {name: number for number, name in enumerate(codes)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "claimcheck",
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes.values()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(remark, mark, order) for remark, mark in zip(remarks, fingerprints(remarks), strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.name,
        "name": "".join(word.capitalize() for word in code.name.split("-")),
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": f"{code.summary} {code.why}"},
        "help": {
            "text": f"{code.why} {code.mend}",
            "markdown": f"**Why it matters:** {code.why}\n\n**What mends it:** {code.mend}",
        },
        "defaultConfiguration": {"level": str(code.severity)},
    }


def _result(remark: Remark, fingerprint: str, order: dict[str, int]) -> dict[str, Any]:
    region = {
        "startLine": remark.start.line,
        "startColumn": remark.start.column,
        "endLine": remark.end.line,
        "endColumn": remark.end.column,
    }
    rule = {"ruleIndex": order[remark.code]} if remark.code in order else {}
    return {
        "ruleId": remark.code,
        **rule,
        "level": str(remark.severity),
        "message": {"text": visible(remark.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(remark.path), "region": region}}],
        "partialFingerprints": {"claimcheck/v1": fingerprint},
    }


def _artifact(path: str) -> dict[str, str]:
    """A URI relative to where the program ran; an absolute one for a file elsewhere."""
    place = PurePath(path)
    if place.is_absolute():
        return {"uri": "file://" + quote(place.as_posix(), safe="/", errors="surrogatepass")}
    uri = "stdin" if path == "-" else quote(place.as_posix(), safe="/", errors="surrogatepass")
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}
