"""Which sentences of one version became which of the other.

A dynamic program links what is alike, one to one, two to one or one to two, without crossing; what is left over and
still stands nearly word for word elsewhere was moved. Long texts are first cut at anchors, sentences that stand once in
both and in the same order, and then into stretches of at most `_BLOCK` sentences: the cost is that of sorting.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

Words = tuple[str, ...]

_STOP_MASS = 0.6  # what a function word weighs; a content word weighs log(1 + sentences / sentences that have it)
_INCLUSION = 0.5  # how far one sentence lying inside the other counts, against the two being equal
_ALIKE = 0.37  # the likeness at which a link is as good as a removal and an addition
_RUN = 0.04  # what following straight on another link is worth
_JOINED = 0.08  # how much better two sentences together must fit than the better one of them
_MOVED = 0.75  # a link that crosses others must be as good as this
_BLOCK = 120  # sentences on a side that the dynamic program takes at once


class Link(NamedTuple):
    """Sentences of the old text that became sentences of the new one; one of the two sides has length 1."""

    before: tuple[int, ...]
    after: tuple[int, ...]
    likeness: float  # 0 to 1; 1 for the same words
    moved: bool = False  # crosses other links


def align(before: Sequence[Words], after: Sequence[Words], *, light: frozenset[str]) -> tuple[Link, ...]:
    """The links in the order of the new text. `light` are the function words, which say little about likeness."""
    scale = _Scale(before, after, light)
    links: list[Link] = []
    done = (0, 0)
    short = len(before) <= _BLOCK and len(after) <= _BLOCK
    anchors = [] if short else _anchors(before, after)
    for i, j in [*anchors, (len(before), len(after))]:
        links += _between(scale, range(done[0], i), range(done[1], j))
        if i < len(before) and j < len(after):
            links.append(Link((i,), (j,), 1.0))
        done = (i + 1, j + 1)
    links += _moved(scale, links)
    return tuple(sorted(links, key=lambda link: (link.after, link.before)))


def _anchors(before: Sequence[Words], after: Sequence[Words]) -> list[tuple[int, int]]:
    """The longest rising run of sentences that stand exactly once in both, widened over equal neighbours."""
    old, new = _once(before), _once(after)
    pairs = sorted((i, new[words]) for words, i in old.items() if words in new)
    rising = _longest_rising(pairs)
    chosen = set(rising)
    wide: list[tuple[int, int]] = []
    for number, (i, j) in enumerate(rising):
        low = wide[-1] if wide else (-1, -1)
        back = []
        a, b = i - 1, j - 1
        while a > low[0] and b > low[1] and before[a] == after[b] and (a, b) not in chosen:
            back.append((a, b))
            a, b = a - 1, b - 1
        wide += [*reversed(back), (i, j)]
        high = rising[number + 1] if number + 1 < len(rising) else (len(before), len(after))
        a, b = i + 1, j + 1
        while a < high[0] and b < high[1] and before[a] == after[b]:
            wide.append((a, b))
            a, b = a + 1, b + 1
    return wide


def _once(sentences: Sequence[Words]) -> dict[Words, int]:
    counts = Counter(sentences)
    return {words: i for i, words in enumerate(sentences) if words and counts[words] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of pairs, sorted by their first, whose second rises too (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    behind: list[int] = []
    for index, (_, j) in enumerate(pairs):
        pile = bisect.bisect_left(tops, j)
        behind.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            piles.append(index)
        else:
            tops[pile], piles[pile] = j, index
    run = []
    at = piles[-1] if piles else -1
    while at >= 0:
        run.append(pairs[at])
        at = behind[at]
    return run[::-1]


class _Scale:
    """Weighs sentences of both versions against each other."""

    def __init__(self, before: Sequence[Words], after: Sequence[Words], light: frozenset[str]) -> None:
        found = Counter(word for words in (*before, *after) for word in set(words))
        total = len(before) + len(after)
        self.weight = {w: _STOP_MASS if w in light else math.log(1 + total / n) for w, n in found.items()}
        self.before = [Counter(words) for words in before]
        self.after = [Counter(words) for words in after]
        self.light = light

    def likeness(self, old: Mapping[str, int], new: Mapping[str, int]) -> float:
        """Weighted overlap of the words: half of it Dice's coefficient, half the share of the shorter side."""
        if len(new) < len(old):
            old, new = new, old
        weight = self.weight
        shared = sum(weight[w] * min(n, new[w]) for w, n in old.items() if w in new)
        if not shared:
            return 0.0
        one, two = (sum(weight[w] * n for w, n in side.items()) for side in (old, new))
        return (1 - _INCLUSION) * 2 * shared / (one + two) + _INCLUSION * shared / min(one, two)


def _between(scale: _Scale, old: range, new: range) -> list[Link]:
    """Links within one stretch; a long one is cut where its halves' best pairs stand."""
    if not old or not new:
        return []
    if len(old) <= _BLOCK and len(new) <= _BLOCK:
        return _program(scale, old, new)
    cut = _pivot(scale, old, new)
    if cut is None:
        step_old, step_new = (min(_BLOCK, (len(side) + 1) // 2 or 1) for side in (old, new))
        cut_old, cut_new = old.start + step_old, new.start + step_new
        first = _between(scale, range(old.start, cut_old), range(new.start, cut_new))
        return first + _between(scale, range(cut_old, old.stop), range(cut_new, new.stop))
    i, j, alike = cut
    first = _between(scale, range(old.start, i), range(new.start, j))
    return [*first, Link((i,), (j,), alike), *_between(scale, range(i + 1, old.stop), range(j + 1, new.stop))]


def _pivot(scale: _Scale, old: range, new: range) -> tuple[int, int, float] | None:
    """A pair near the middle of the longer side that is surely the same sentence, found by its rare words."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in new:
        for word in scale.after[j]:
            places[word].append(j)
    middle = (old.start + old.stop) // 2
    for i in sorted(old, key=lambda n: abs(n - middle))[:_BLOCK]:
        rare = sorted(
            (w for w in scale.before[i] if w in places and w not in scale.light), key=lambda w: len(places[w])
        )
        near = {j for w in rare[:4] for j in places[w][:8]}
        best = max(((scale.likeness(scale.before[i], scale.after[j]), -j) for j in near), default=(0.0, 0))
        if best[0] >= _MOVED:
            return i, -best[1], best[0]
    return None


_Step = tuple[int, int, int, float]  # sentences taken on each side, whether a link came before, likeness


def _program(scale: _Scale, old: range, new: range) -> list[Link]:
    """The best monotone chain of links over a stretch (0:1, 1:0, 1:1, 2:1, 1:2)."""
    rows, columns = len(old), len(new)
    never = -math.inf
    one = [[scale.likeness(scale.before[i], scale.after[j]) for j in new] for i in old]
    # For each cell: the best sum when its last step was a removal or an addition (0), or a link (1).
    best = [[(never, never)] * (columns + 1) for _ in range(rows + 1)]
    back: list[list[tuple[_Step, _Step]]] = [[((0, 0, 0, 0.0),) * 2] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = (never, 0.0) if old.start and new.start else (0.0, never)  # a stretch follows an anchor's link
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i == j == 0:
                continue
            gap, gap_step = never, (0, 0, 0, 0.0)
            for taken in ((1, 0), (0, 1)):
                if i >= taken[0] and j >= taken[1]:
                    cell = best[i - taken[0]][j - taken[1]]
                    state = 0 if cell[0] >= cell[1] else 1
                    if cell[state] > gap:
                        gap, gap_step = cell[state], (*taken, state, 0.0)
            link, link_step = never, (0, 0, 0, 0.0)
            for taken_old, taken_new, alike in _beads(scale, old, new, one, i, j):
                cell = best[i - taken_old][j - taken_new]
                for state in (0, 1):
                    value = cell[state] + alike - _ALIKE + _RUN * state
                    if value > link:
                        link, link_step = value, (taken_old, taken_new, state, alike)
            best[i][j] = (gap, link)
            back[i][j] = (gap_step, link_step)
    links = []
    i, j = rows, columns
    state = 0 if best[i][j][0] >= best[i][j][1] + _RUN else 1  # and an anchor's link follows it
    while i or j:
        taken_old, taken_new, before_state, alike = back[i][j][state]
        if state:
            links.append(Link(tuple(old[i - taken_old : i]), tuple(new[j - taken_new : j]), alike))
        i, j, state = i - taken_old, j - taken_new, before_state
    return links[::-1]


def _beads(
    scale: _Scale, old: range, new: range, one: Sequence[Sequence[float]], i: int, j: int
) -> list[tuple[int, int, float]]:
    """The links that may end at sentences i and j of a stretch: how many each side gives, and their likeness."""
    if not i or not j:
        return []
    alike = one[i - 1][j - 1]
    beads = [(1, 1, alike)]
    if i > 1 and (alike or one[i - 2][j - 1]):
        pair = scale.before[old[i - 1]] + scale.before[old[i - 2]]
        joined = scale.likeness(pair, scale.after[new[j - 1]])
        if joined > max(alike, one[i - 2][j - 1]) + _JOINED:
            beads.append((2, 1, joined))
    if j > 1 and (alike or one[i - 1][j - 2]):
        pair = scale.after[new[j - 1]] + scale.after[new[j - 2]]
        joined = scale.likeness(scale.before[old[i - 1]], pair)
        if joined > max(alike, one[i - 1][j - 2]) + _JOINED:
            beads.append((1, 2, joined))
    return beads


def _moved(scale: _Scale, links: Sequence[Link]) -> list[Link]:
    """Links between sentences that no chain could take: the same or nearly the same words at another place."""
    linked_old = {k for link in links for k in link.before}
    linked_new = {k for link in links for k in link.after}
    left = [i for i in range(len(scale.before)) if i not in linked_old]
    free = [j for j in range(len(scale.after)) if j not in linked_new]
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j in free:
        for word in scale.after[j]:
            places[word].append(j)
    found = []
    for i in left:
        known = [w for w in scale.before[i] if w in places and w not in scale.light]
        rare = sorted(known, key=lambda w: (len(places[w]), w))
        near = {j for w in rare[:4] for j in places[w][:16]}
        found += [(scale.likeness(scale.before[i], scale.after[j]), i, j) for j in near]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    moved = []
    for alike, i, j in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
        if alike >= _MOVED and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            moved.append(Link((i,), (j,), alike, moved=True))
    return moved
