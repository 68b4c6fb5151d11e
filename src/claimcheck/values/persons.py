"""One name for each person of a document."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Prose, Tag, Tokens
from claimcheck.values.names import Name, is_suffix, name_before


def fullest_names(prose: Prose, names: Iterable[Name]) -> dict[Name, str]:
    """For each name the fullest form that the document gives, where only one person can be meant."""
    tokens = prose.tokens
    written = {name: _text(tokens, name) for name in names}
    if not written:
        return {}
    wanted = {_key(tokens, name) for name in written}
    forms: dict[str, dict[str, tuple[str, ...]]] = {key: {} for key in wanted}
    for i in [i for i, word in enumerate(tokens.lower) if word in wanted]:
        words = prose.sentences[prose.sentence_at(tokens.start[i])].words
        if i in words and (name := name_before(tokens, i + 1, max(words.start, i - 8))):
            forms[tokens.lower[i]].setdefault(_text(tokens, name), _parts(tokens, name))
    for name, text in written.items():
        forms[_key(tokens, name)].setdefault(text, _parts(tokens, name))
    knighted = _knighted(tokens)
    return {
        name: _by_first_name(tokens, name, knighted) or _fullest(text, _parts(tokens, name), forms[_key(tokens, name)])
        for name, text in written.items()
    }


_KNIGHTED = frozenset({"dame", "sir"})  # titles that stand before the first name alone


def _knighted(tokens: Tokens) -> dict[tuple[str, str], set[str]]:
    """The whole names behind each such title, by the title and the first name."""
    found: dict[tuple[str, str], set[str]] = {}
    for title in [i for i, word in enumerate(tokens.lower) if word in _KNIGHTED]:
        start = title + 1
        stop = start + 1
        while stop < len(tokens.tag) and tokens.tag[stop] is Tag.NAME:
            stop += 1
        if stop > start + 1:
            found.setdefault((tokens.lower[title], tokens.lower[start]), set()).add(_text(tokens, (start, stop)))
    return found


def _by_first_name(tokens: Tokens, name: Name, knighted: dict[tuple[str, str], set[str]]) -> str | None:
    """The whole name of "Dame Ruth", where the document has one person of that title and first name."""
    if name[1] - name[0] != 1 or not name[0]:
        return None
    whole = knighted.get((tokens.lower[name[0] - 1], tokens.lower[name[0]]), set())
    return min(whole) if len(whole) == 1 else None


def _text(tokens: Tokens, name: Name) -> str:
    words = [tokens.text[name[0]]]
    for i in range(name[0] + 1, name[1]):
        words.append(tokens.text[i] if tokens.start[i] == tokens.end[i - 1] else " " + tokens.text[i])
    return "".join(words)


def _parts(tokens: Tokens, name: Name) -> tuple[str, ...]:
    return tuple(tokens.lower[i].rstrip(".") for i in range(*name) if _counts(tokens, i))


def _key(tokens: Tokens, name: Name) -> str:
    """The family name, as far as the last word is one."""
    return next((tokens.lower[i] for i in range(name[1] - 1, name[0] - 1, -1) if _counts(tokens, i)), "")


def _counts(tokens: Tokens, i: int) -> bool:
    return tokens.text[i] != "." and not is_suffix(tokens, i)


def _fullest(text: str, parts: tuple[str, ...], forms: dict[str, tuple[str, ...]]) -> str:
    longer = {form: other for form, other in forms.items() if len(other) > len(parts) and _within(parts, other)}
    if not longer:
        return text
    fullest = max(longer, key=lambda form: (len(longer[form]), form))
    return fullest if all(_within(other, longer[fullest]) for other in longer.values()) else text


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short name leaves out or abbreviates parts of the long one, and changes none."""
    rest = iter(long)
    return all(any(word == part or (len(word) == 1 and part.startswith(word)) for part in rest) for word in short)
