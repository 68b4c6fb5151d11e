"""What a code in a report means: findings, kinds of claim, rules of attribution."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from claimcheck.accounting.codes import OWN
from claimcheck.attribution.frames import RULES
from claimcheck.claims.kinds import KINDS
from claimcheck.errors import ClaimcheckError
from claimcheck.findings import FINDINGS
from claimcheck.findings.rule import Example
from claimcheck.records import NamedTuple


class Page(NamedTuple):
    """One explained code: its line in the list, and the whole text."""

    summary: str
    text: str


def pages() -> Mapping[str, Mapping[str, Page]]:
    """Every code with its page, under the name of its group."""
    return {
        "findings": {
            rule.code: Page(
                f"{rule.severity}: {rule.summary}",
                _page(
                    f"{rule.code} ({rule.severity})",
                    (rule.summary, f"Why it matters: {rule.why}", f"What mends it: {rule.mend}"),
                    ("Found in:", tuple(map(_example, rule.fires))),
                    ("Not found in:", tuple(map(_example, rule.silent))),
                ),
            )
            for rule in FINDINGS
        },
        "in check and the ledger": {
            code.name: Page(
                f"{code.severity}: {code.summary}",
                _page(
                    f"{code.name} ({code.severity})",
                    (code.summary, f"Why it matters: {code.why}", f"What mends it: {code.mend}"),
                ),
            )
            for code in OWN
        },
        "kinds": {
            str(kind.kind): Page(
                kind.summary,
                _page(
                    f"{kind.kind} (kind of claim)",
                    (kind.summary,),
                    ("Claims of this kind stand in:", kind.matches),
                    ("None stands in:", kind.misses),
                ),
            )
            for kind in KINDS
        },
        "rules of attribution": {
            rule.name: Page(
                rule.summary,
                _page(
                    f"{rule.name} (rule of attribution)",
                    (rule.summary,),
                    ("Applies to:", rule.matches),
                    ("Not to:", rule.misses),
                ),
            )
            for rule in RULES
        },
    }


def overview() -> str:
    """All codes, a line each."""
    lines = []
    for group, found in pages().items():
        lines += [f"{group}:", *(f"  {code:<24} {page.summary}" for code, page in found.items()), ""]
    return "\n".join([*lines, "claimcheck explain CODE says more about one of them.", ""])


def explain(code: str) -> str:
    """The page of a code. Raises ClaimcheckError with the nearest codes when there is none."""
    known = {name: page for found in pages().values() for name, page in found.items()}
    if code not in known:
        raise ClaimcheckError(f"nothing is called {code!r} ({did_you_mean(code, tuple(known))})")
    return known[code].text


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word.lower(), known, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else f"one of: {', '.join(known)}"


def _example(example: Example) -> str:
    held = [f"source: {source}" for source in (example.source, example.repeated) if source]
    held += [f"ledger: {' '.join(example.ledger.split())}"] if example.ledger else []
    held += [f"dated {example.date}"] if example.date else []
    return " — ".join([example.text, *held])


def _page(title: str, paragraphs: tuple[str, ...], *examples: tuple[str, tuple[str, ...]]) -> str:
    lines = [title, ""]
    for paragraph in paragraphs:
        lines += [paragraph, ""]
    for label, sentences in examples:
        if sentences:
            lines += [label, *(f"  {' '.join(sentence.split())}" for sentence in sentences), ""]
    return "\n".join(lines)
