"""From sentences to atomic claims, each with its kind."""

from __future__ import annotations

import hashlib

from claimcheck.model import Attribution, Claim, Kind, Prose, Value


def find_claims(prose: Prose, values: tuple[Value, ...], attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    """The claims of the text in order, without evidence yet."""
    claims = []
    for number, sentence in enumerate(prose.sentences):
        text = sentence.span.of(prose.text)
        ident = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        inside = tuple(v for v in values if sentence.span.covers(v.span))
        claims.append(Claim(ident, Kind.EVENT, text, (sentence.span,), number, inside))
    return tuple(claims)
