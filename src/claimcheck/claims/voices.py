"""Whose words each part of a sentence is: the author's, or those of somebody who is quoted or reported."""

from __future__ import annotations

import bisect
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from claimcheck.claims.characterisation import names_label
from claimcheck.claims.chunks import Row
from claimcheck.lexicon import load
from claimcheck.model import Attribution, CueClass, Mode, Prose, Sentence, Span, Stance, Tag
from claimcheck.records import NamedTuple

_GLUE = frozenset({
    Tag.PUNCTUATION, Tag.QUOTE, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.ADVERB, Tag.DETERMINER,
    Tag.RELATIVE, Tag.AUXILIARY, Tag.PRONOUN,
})  # fmt: skip
_QUESTIONS = frozenset({"how", "what", "when", "where", "whether", "which", "who", "why"})  # "say how many died"
_REPORTING = (CueClass.QUOTED, CueClass.REPORTED)
_DESCRIBING = frozenset({Tag.PARTICIPLE, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER, Tag.POSSESSIVE})
_BREAKS = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.AUXILIARY, Tag.QUOTE})
_NAMING = (Tag.NOUN, Tag.NAME)
_TOLD = 2  # nouns from which on a saying tells more: "after a meeting in Orsk the mayor said"
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})
_REACH = 3  # words before a cue in which a negation counts
_HOLDING = (Stance.DENIES, Stance.DOUBTS, Stance.FEELS)
_TELLING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES)
_OBJECT_STARTS = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.PRONOUN)
_NOT_SAYING = (*_HOLDING, Stance.ASKS, Stance.ORDERS)
_WANTING = (Stance.ASKS, Stance.DEMANDS, Stance.ORDERS)
_VERBAL = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE})


_INSERTED = 40  # tokens between two commas behind what is said


class Voice(NamedTuple):
    """The words of a sentence (token indices, in order) that one voice says; None is the author's.

    `quoted` are those among them that another voice says, but that make no clause of their own: "called it 'reckless'".
    What somebody thinks or wants in as many words is told by this voice.
    """

    attribution: int | None
    words: list[int]
    quoted: dict[int, int]
    saying: bool  # whether it tells that somebody says something in a clause of its own
    inset: frozenset[int]  # those of them that make a clause of their own and are told apart, too
    row: Row | None = None  # the words in chunks, where they have been read already

    def of(self, tokens: Iterable[int]) -> int | None:
        """Whose the tokens are: of the voice that is quoted in them, if any is."""
        if not self.quoted:
            return self.attribution
        quoted = Counter(self.quoted[i] for i in tokens if i in self.quoted)
        return quoted.most_common(1)[0][0] if quoted else self.attribution


@cache
def _unsaying() -> frozenset[str]:
    """Words beside a cue with which nothing is said: "refused", "could", "wrongly"."""
    return frozenset(load("splitting")["unsaying"])


class Voices:
    """Which attribution each token of a document stands in, the innermost one first."""

    def __init__(self, prose: Prose, attributions: Sequence[Attribution]) -> None:
        self._prose, self._attributions = prose, attributions
        self._owner = array("i", [-1]) * len(prose.tokens.start)  # of each token, -1 for the author
        self._cue: dict[int, int] = {}
        self._saying: set[int] = set()
        self._rows: dict[int, Row] = {}  # of the sentence at hand, by their first word
        self._verbal: set[int] = set()  # the words of cues with a verb
        self._reports = [
            self._calls(a) or (not self._is_name(a) and (a.mode is not Mode.INDIRECT or a.cue_class in _REPORTING))
            for a in attributions
        ]
        self._indirect = [a.mode is not Mode.DIRECT for a in attributions]
        self._hedges = [not a.source and all(map(self._is_adverb, a.cue)) for a in attributions]
        self._negated = [self._is_negated(a) for a in attributions]
        self._whole = [self._keeps_cue(n, a) for n, a in enumerate(attributions)]
        self._weighty = [self._is_weighty(a) for a in attributions]
        self._in_subject = [self._is_in_subject(a) for a in attributions]
        within = prose.tokens.within
        sized = [(sum(end - start for start, end in a.content), n) for n, a in enumerate(attributions)]
        for _, n in sorted(sized, key=lambda pair: (-pair[0], pair[1])):
            for span in attributions[n].content:
                words = within(span)
                self._owner[words.start : words.stop] = array("i", [n]) * len(words)
        for n, attribution in enumerate(attributions):
            cue = [i for span in attribution.cue for i in within(span)]
            said = [i for span in (*attribution.source, *attribution.cue) for i in within(span)]
            tags = [prose.tokens.tag[i] for i in cue if prose.tokens.lower[i] != "according"]
            verbal = any(tag in _VERBAL for tag in tags)
            if self._hedges[n] or (not verbal and tags and tags[0] in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE)):
                self._cue.update(dict.fromkeys(cue, n))  # "the mayor's claim that ... was false" is the author's
            elif cue and not verbal and Tag.RELATIVE in prose.tokens.tag[min(said) : max(said) + 2]:
                pass  # "according to two experts | who saw the pictures": what they saw is the author's
            elif cue and not verbal:
                for i in said:
                    if self._owner[i] < 0:
                        self._owner[i] = n  # "according to the mayor"
                self._go_on(n, max(said) + 1)
            else:
                self._cue.update(dict.fromkeys(cue, n))
                self._saying.update(said)
                self._verbal.update(cue)
        self._cues = sorted(self._cue)

    def _go_on(self, n: int, i: int) -> None:
        """Takes in what goes on saying who the source is, with the comma: "according to records | kept in Orsk,"."""
        tokens = self._prose.tokens
        tag, lower = tokens.tag, tokens.lower
        end = self._prose.sentences[self._prose.sentence_at(tokens.start[i - 1])].words.stop
        while i < end and self._owner[i] < 0 and (tag[i] in _DESCRIBING or tag[i] in _GLUE - _BREAKS):
            self._owner[i] = n
            i += 1
        if i + 1 < end and lower[i] == "," and self._owner[i + 1] == n:
            self._owner[i] = n

    def of(self, sentence: Sentence) -> list[Voice]:
        """The sentence by voices, in the order in which they are first heard."""
        start, stop = sentence.words.start, sentence.words.stop
        owners = self._owner[start:stop]
        cued = self._cues[bisect.bisect_left(self._cues, start) : bisect.bisect_left(self._cues, stop)]
        if not cued and max(owners) < 0:
            return [Voice(None, list(sentence.words), {}, False, frozenset())]
        self._rows.clear()
        whose = [None if owner < 0 else owner for owner in owners]
        owned: dict[int | None, list[int]] = {}
        for i, owner in zip(sentence.words, whose, strict=True):
            owned.setdefault(owner, []).append(i)
        cues = {self._cue[i]: whose[i - start] for i in cued}
        hosts: dict[int | None, int | None] = {
            n: cues[n]
            for n, words in owned.items()
            if n is not None and n in cues and (self._whole[n] or not self._clausal(words))
        }
        spoken: dict[int | None, list[int]] = {}
        quoted: dict[int | None, dict[int, int]] = {}
        inset: dict[int | None, set[int]] = {}
        for i, owner in zip(sentence.words, whose, strict=True):
            host = owner
            for _ in range(len(hosts)):
                host = hosts.get(host, host)
            spoken.setdefault(host, []).append(i)
            if owner is not None and host != owner and self._reports[owner]:
                quoted.setdefault(host, {})[i] = owner
            if host == owner and owner is not None and owner in cues and self._in_subject[owner]:
                outer = cues[owner]
                spoken.setdefault(outer, []).append(i)
                quoted.setdefault(outer, {})[i] = owner
                inset.setdefault(outer, set()).add(i)
        says = {host for n, host in cues.items() if n in spoken}
        return [
            Voice(n, words, quoted.get(n, {}), n in says, frozenset(inset.get(n, ())), self._read(words))
            for n, words in spoken.items()
        ]

    def _read(self, words: list[int]) -> Row | None:
        row = self._rows.get(words[0])
        return row if row is not None and row.words == words else None

    def _is_adverb(self, span: Span) -> bool:
        return all(self._prose.tokens.tag[i] is Tag.ADVERB for i in self._prose.tokens.within(span))

    def _is_negated(self, attribution: Attribution) -> bool:
        """Whether somebody does not say it, or not truly: "could not confirm that", "wrongly claimed that"."""
        tokens = self._prose.tokens
        cue = [i for span in attribution.cue for i in tokens.within(span)]
        source = [i for span in attribution.source for i in tokens.within(span)]
        near = [*cue, *source[:1], *self._before(cue[:1]), *self._before(source[:1])]
        return any(tokens.tag[i] is Tag.NEGATION or tokens.lower[i] in _unsaying() for i in near)

    def _before(self, words: list[int]) -> Iterator[int]:
        """The few words before, up to a mark."""
        for i in words:
            for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
                if self._prose.tokens.tag[k] in (Tag.PUNCTUATION, Tag.QUOTE):
                    break
                yield k

    def _keeps_cue(self, n: int, attribution: Attribution) -> bool:
        """Whether what is said would say something else without the words that say so: "denied that he knew"."""
        if attribution.mode is Mode.DIRECT:
            return False
        untrue = self._negated[n] or attribution.stance in _NOT_SAYING
        named = attribution.rule in ("object-of-cue", "naming") or self._is_name(attribution)
        around = untrue or self._hedges[n] or named
        return around or self._ends_in_infinitive(attribution)

    def _is_in_subject(self, attribution: Attribution) -> bool:
        """Whether it tells who is meant, of whom the sentence goes on: "the man who said he was ill" fled."""
        tokens = self._prose.tokens
        who = [i for span in attribution.source for i in tokens.within(span)]
        if len(who) != 1 or tokens.tag[who[0]] is not Tag.RELATIVE or tokens.lower[who[0] - 1] == ",":
            return False
        after = tokens.within(attribution.content[-1]).stop
        end = self._prose.sentences[self._prose.sentence_at(attribution.content[-1].start)].words.stop
        if tokens.lower[after : after + 1] == (",",):  # "who said he was ill, a claim nobody believed, was lying"
            after = next((i + 1 for i in range(after + 1, min(end, after + _INSERTED)) if tokens.lower[i] == ","), end)
        while after < end and tokens.tag[after] in (Tag.QUOTE, Tag.ADVERB):
            after += 1
        return after < end and tokens.tag[after] in _FINITE

    def _ends_in_infinitive(self, attribution: Attribution) -> bool:
        """Whether the content stands on both sides of the cue: "12 men | are believed | to have died"."""
        tokens = self._prose.tokens
        if not attribution.cue or len(attribution.content) < 2 or attribution.source:
            return False
        return tokens.lower[tokens.within(attribution.content[-1]).start] == "to"

    def _calls(self, attribution: Attribution) -> bool:
        """Whether the source calls something what it is to it: "calls it a farce", "is regarded by experts as one"."""
        behind = len(attribution.content) > 1 and bool(attribution.source) and self._is_name(attribution, -1)
        return behind or attribution.rule == "naming"

    def _is_name(self, attribution: Attribution, piece: int = 0) -> bool:
        """Whether the piece of the content is what something is called: "known as the Justice Act"."""
        tokens = self._prose.tokens
        return tokens.lower[tokens.within(attribution.content[piece]).start] == "as"

    def _is_weighty(self, attribution: Attribution) -> bool:
        """Whether the content says something that its speaker answers for even where it makes no clause.

        That is a quotation, a name given to something, a deed ("denied having sold it"), or words with a number or a
        label in them that are not only wanted: "spoke of 30 dead", and not "spoke of a smaller number" or "ordered 30
        men to leave".
        """
        if attribution.mode is not Mode.INDIRECT or self._calls(attribution) or not attribution.source:
            return True
        if self._is_negated(attribution):
            return False
        if attribution.stance in _HOLDING and attribution.rule != "object-of-cue":
            return True
        tokens = self._prose.tokens
        words = [i for span in attribution.content for i in tokens.within(span)]
        if attribution.cue_class is CueClass.REPORTED and attribution.stance in _TELLING and self._is_deed(words):
            return True
        said = any(tokens.tag[i] is Tag.NUMBER for i in words) or names_label([tokens.lower[i] for i in words])
        return said and attribution.stance not in _WANTING

    def _is_deed(self, words: Sequence[int]) -> bool:
        """Whether the words begin with what somebody did or suffered: "being beaten", "killing a man"."""
        tokens = self._prose.tokens
        first = words[0]
        if tokens.tag[first] is Tag.GERUND or tokens.lower[first] in ("being", "having"):
            return True
        return tokens.lower[first].endswith("ing") and tokens.tag[words[1 % len(words)]] in _OBJECT_STARTS

    def reports(self, attribution: int, words: Iterable[int]) -> bool:
        """Whether the words, told with the cue in them, are only the author's report that somebody says something."""
        return not self._weighty[attribution] and any(self._cue.get(i) == attribution for i in words)

    def tells(self, attribution: int, told: Collection[int], quoted: Mapping[int, int]) -> bool:
        """Whether quoted words within others make all of these the speaker's: their cue does, or a verb among them.

        In "he denies the charges, which carry ten years" the charges are his words, and what they carry is not; nor is
        "he was freed" his in "he was freed under a law that experts call unjust".
        """
        tag = self._prose.tokens.tag
        if any(self._cue.get(i) == attribution for i in told):
            related = self._related_at(attribution)
            last = max((i for i, owner in quoted.items() if owner == attribution), default=0)
            if self._opens_with_question(attribution) and max(told) > last + 1:
                return False
            return related is None or not any(
                tag[i] in _FINITE or (i > last and tag[i] is Tag.PARTICIPLE) for i in told if i < related or i > last
            )
        return all(i in quoted for i in told if tag[i] in _FINITE)

    def _opens_with_question(self, attribution: int) -> bool:
        """Whether what somebody was asked leads the sentence: "Asked about the deaths, the minister shrugged"."""
        said = self._attributions[attribution]
        return said.stance is Stance.ASKS and not said.source and said.cue[0].start < said.content[0].start

    def _related_at(self, attribution: int) -> int | None:
        """The "that" or "who" of the relative clause in which somebody says it: "a man whom witnesses call brave"."""
        said = self._attributions[attribution]
        starts = [span.start for span in (*said.source, *said.cue)]
        first = self._prose.tokens.within(Span(min(starts), max(starts) + 1)).start if starts else 0
        tag = self._prose.tokens.tag
        if said.source and tag[first] is Tag.RELATIVE:
            return first  # "those who answered “no” were shot"
        return first - 1 if first and tag[first - 1] is Tag.RELATIVE else None

    def said_in(self, words: Iterable[int]) -> int | None:
        """Whose words the cue among the words reports, when it reports them in as many words as he said."""
        found = next((self._cue[i] for i in words if i in self._verbal), None)
        return found if found is not None and self._indirect[found] else None

    def only_reports(self, words: Collection[int]) -> bool:
        """Whether the words tell that somebody says something, and beside it at most to whom or where."""
        if not self.says(words) or any(self._owner[i] >= 0 for i in words):
            return False
        tag = self._prose.tokens.tag
        return sum(tag[i] in _NAMING for i in words if i not in self._saying) < _TOLD

    def only_frames(self, words: Collection[int]) -> bool:
        """Whether the words end where what is said in as many words would begin: "In a letter, the mayor said"."""
        said = self._cue.get(max(words)) if max(words) in self._verbal else None
        return said is not None and self._indirect[said] and all(self._owner[i] < 0 for i in words)

    def _clausal(self, words: list[int]) -> bool:
        """Whether the words begin with a clause that can stand alone: a subject and its verb, or a supposition."""
        row = self._rows[words[0]] = Row(self._prose.tokens, words)
        codes = row.codes.lstrip('Tc,;:.-)"')
        if not codes or codes[0] == "r" or row.word(len(row.codes) - len(codes)) in _QUESTIONS:
            return False
        verb = codes.find("V")
        if verb < 0 or codes[0] in "IE" or codes.count("V") <= codes.count("r"):
            return False
        if "T" in codes[:verb] and codes.count("V") <= sum(map(codes.count, "rTs")):
            return False  # "no evidence that the police had warned them"
        return not codes[:verb].rstrip("b,").endswith("c")

    def only_says(self, words: Collection[int]) -> bool:
        """Whether the words tell no more than that somebody says something, or no more than who."""
        tag = self._prose.tokens.tag
        for i in words:
            if tag[i] not in _GLUE and i not in self._saying:
                return False
        return self.says(words) or not any(tag[i] in _VERBAL for i in words)

    def says(self, words: Collection[int]) -> bool:
        """Whether the words tell, whatever else they do, that somebody says something."""
        return not self._verbal.isdisjoint(words)
