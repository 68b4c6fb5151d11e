"""All that is known of each claim, one card for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model import Attribution, Finding
from claimcheck.renderers.html.comparison import passage
from claimcheck.renderers.html.labels import label
from claimcheck.renderers.html.markup import NOTHING, Markup, element, joined, text
from claimcheck.renderers.html.numbered import Numbered, speaker_of, words_of
from claimcheck.renderers.readable import independent, readable
from claimcheck.renderers.tally import NAMES


def cards(claims: Sequence[Numbered]) -> Markup:
    neighbours = _neighbours(claims)
    return element("ol", *(_card(each, neighbours[index]) for index, each in enumerate(claims)), class_="cards")


def finding_item(finding: Finding, *, where: str = "") -> Markup:
    """The finding with what would mend it."""
    head = element("p", label(finding.severity), text(" "), element("code", text(finding.code)))
    message = element("p", text(f"{finding.message}{where}"))
    mend = element("p", text(f"→ {finding.mend}"), class_="soft") if finding.mend else NOTHING
    return element("li", head, message, mend, class_="finding")


def _card(each: Numbered, neighbours: Sequence[Numbered]) -> Markup:
    """The script reads the tag, kind, speaker and findings off the card."""
    meta = element(
        "small",
        element("b", text(NAMES[each.tag])),
        element("i", text(str(each.claim.kind))),
        element("cite", text(each.speaker)) if each.speaker else NOTHING,
    )
    words = element("span", text(each.claim.text))
    head = element("h4", element("a", meta, words, href=f"#{each.anchor}"))
    body = element("dl", *_body(each, neighbours))
    line = element("a", text(f"{each.where} · {each.number}"), href=f"#m-{each.number}")
    return element("li", line, head, body, id=each.anchor, class_=f"card {each.tag}")


def _body(each: Numbered, neighbours: Sequence[Numbered]) -> Iterator[Markup]:
    claim, whole = each.claim, each.report.prose.text
    values = dict.fromkeys(note for value in claim.values if (note := readable(value, whole)))
    if values:
        yield _fact("Values", text(" · ".join(values)))
    if each.said:
        yield _fact("Who says so", _who(each.said, whole))
    if claim.filled:
        notes = (f"“{f.span.of(claim.text)}” stands for “{f.replaced.of(whole)}”" for f in claim.filled)
        yield _fact("Filled in", text("; ".join(dict.fromkeys(notes))))
    if claim.findings:
        yield _fact("To look at", element("ul", *map(finding_item, claim.findings)))
    if claim.evidence:
        yield _fact("Evidence", element("ul", *(passage(evidence, claim) for evidence in claim.evidence)))
    if claim.independent_sources:
        yield _fact("Support", text(independent(claim.independent_sources)))
    if cited := _cited(each):
        yield _fact("Cited there", element("ul", *cited))
    if claim.why:
        yield _fact("Why this tag", text(_without_words(claim.why, each.said)))
    if claim.kind_why:
        yield _fact("Why this kind", text(claim.kind_why))
    if neighbours:
        others = (element("a", text(str(other.number)), href=f"#{other.anchor}") for other in neighbours)
        yield _fact("Same words", joined(*others, by=text(", ")))


def _fact(name: str, content: Markup) -> Markup:
    return joined(element("dt", text(name)), element("dd", content))


def _without_words(why: str, said: Attribution | None) -> str:
    """The reason without the words of the attribution, which stand above it."""
    head, opened, rest = why.partition(": “")
    rule = f"({said.rule})" if said else ""
    return head + rest.partition(rule)[2] if opened and rule and rule in rest else why


def _who(said: Attribution, whole: str) -> Markup:
    speaker, source, cue = said.speaker, words_of(said.source, whole), words_of(said.cue, whole)
    about = [str(speaker.type), speaker.rule] if speaker else ["not named"] if source else []
    if speaker and not speaker.certain:
        about.append("not certain")
    if speaker and source != speaker.name:
        about.append(f"in the text “{source}”")
    name = element("strong", text(speaker_of(said, whole)))
    who = joined(name, text(f" ({', '.join(about)})" if about else ""))
    how = f"by “{cue}”" if cue else "by the layout"
    return joined(who, text(f", {how}, {said.mode}, {said.stance} "), element("code", text(said.rule)))


def _cited(each: Numbered) -> list[Markup]:
    """As text, since a report is no place to be led astray from."""
    return [element("li", text(cited.described.removeprefix("cites "))) for cited in each.claim.citations]


def _neighbours(claims: Sequence[Numbered]) -> list[list[Numbered]]:
    """For each claim those that rest on some of the same words; they stand next to each other in the text."""
    found: list[list[Numbered]] = [[] for _ in claims]
    by_sentence: dict[int, list[int]] = {}
    for index, each in enumerate(claims):
        by_sentence.setdefault(each.claim.sentence, []).append(index)
    for group in by_sentence.values():
        for index in group:
            spans = claims[index].claim.spans
            found[index] = [
                claims[other]
                for other in group
                if other != index and any(a.overlaps(b) for a in spans for b in claims[other].claim.spans)
            ]
    return found
