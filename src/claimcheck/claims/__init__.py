"""From sentences to atomic claims, each with its kind."""

from __future__ import annotations

import hashlib

from claimcheck.claims.atom import Atom
from claimcheck.claims.checkworthiness import checkworthiness
from claimcheck.claims.kinds import classify
from claimcheck.model import Attribution, Claim, Prose, Value


def find_claims(prose: Prose, values: tuple[Value, ...], attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    """The claims of the text in order, without evidence yet."""
    claims = []
    for number, sentence in enumerate(prose.sentences):
        text = sentence.span.of(prose.text)
        ident = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        inside = tuple(v for v in values if sentence.span.covers(v.span))
        atom = Atom(prose, number, (sentence.span,), inside, None)
        kind, _ = classify(atom)
        claims.append(Claim(ident, kind, text, atom.spans, number, inside, checkworthiness=checkworthiness(atom, kind)))
    return tuple(claims)
