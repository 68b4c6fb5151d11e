"""Parts of speech in context: sentences whose words carry their tags."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Prose
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose


def read(text: str) -> Prose:
    return read_prose(parse_plain(text))


@pytest.mark.parametrize(
    "marked",
    [
        "The government plans/verb to/to attack/infinitive the rebels.",
        "The man killed/participle in the attack was/auxiliary a teacher.",
        "Police arrested/verb three men accused/participle of murder.",
        "He did/auxiliary n't/negation say/infinitive whether/subordinator it burned/verb.",
        "Sayed/name was/auxiliary arrested/participle in Lenk.",
        "Khaled/name hid/verb in a barn.",
        "Majed/name 's/possessive brother fled/verb.",
        "Accused/participle of theft, he fled/verb.",
        "Razed/participle by the army, the village was/auxiliary empty.",
        "She told/verb her/possessive mother that/subordinator officials had/auxiliary claimed/participle the land.",
        "This/determiner man and this/pronoun is how/subordinator they fought/verb in the past/adjective year.",
        "They saw her/pronoun after/subordinator he left/verb.",
        "The report that/relative was/auxiliary published/participle after/preposition the war, accused/verb ten men.",
        "That/determiner report is false, and that/pronoun is all.",
        "Duarte 's/possessive son said the city 's/auxiliary been/auxiliary bombed/participle.",
        "According to/preposition police, two people died/verb.",
        "Troops shot/verb and/conjunction killed/verb a boy, adding/gerund to the toll.",
        "Ana Duarte, the mayor, calls/verb the strike a mistake.",
        "The mayor, who resigned in May, faces/verb charges/noun.",
        "The guards, who were there, face/verb charges/noun.",
        "Haas, who wrote books, plays/noun and poems, died.",
        "The dead/noun include/verb three nurses.",
        "Police had earlier/adverb said that shots were fired.",
        "An earlier/adjective report said so.",
        "They fled as/subordinator soldiers, some in plain clothes, fired at them.",
        "It closed after/subordinator the party, citing costs, withdrew the bill.",
        "He served as/preposition a short, stout judge, and left.",
        "He was away that/determiner week and that/subordinator month too.",
        "The ministry, which had long denied that it happened, said/verb so in a letter.",
        "Prosecutors/noun had asked for it.",
        "Critics/noun say that it failed.",
        "The minister “stands/verb by every word”.",
        "A post shared since/preposition Sunday says/verb so.",
        "Her/possessive only son died.",
        "They saw her/pronoun only once.",
        "Families/noun of the dead left.",
        "Friends/name House is closed.",
        "In a statement issued/participle late on Monday, he resigned.",
        "They lit candles, reading/gerund out the names.",
        "They hid in a well/noun near the road, as is well/adverb known.",
        "He likes music, films/noun, plays/noun and books/noun.",
        "On Monday, the Orsk Committee said/verb in a report published/participle on Tuesday.",
        "They were/auxiliary freed and taken/participle to a barn.",
        "Security forces/noun in the town of Orsk killed/verb at least 23 people.",
        "Rescue teams/noun from Ufa, Perm and Orsk reached/verb the mine.",
        "Let/verb us go.",
        "The judge rejected/verb that/determiner argument, noting/gerund that/subordinator he lied/verb.",
        "She led him to leave/infinitive the city and return/infinitive to Orsk.",
        "They have waited since/subordinator the last one broke/verb down.",
        "They were shot in the chest/noun in the biggest/adjective forest/noun.",
        "It proposed an end to night shifts/noun.",
        "They died in the mine/noun at Orsk, and the coal mine/noun is not mine/pronoun.",
        "The official/noun drives/verb a car, and the firm/noun employs/verb 40 men.",
        "The old/adjective boats/noun the men drove were sold.",
        "Duarte called the rule discriminatory/adjective.",
        "They fear the alleged/adjective continued/adjective refusal/noun to pay.",
        "THE REBELS ATTACKED/verb THE TOWN AND KILLED/verb TWO POLICEMEN.",
        "A nurse who was there that/determiner night said they fled.",
        "The accused/noun gave/verb evidence. The accused/noun killed/verb Emil Raak.",
        "Men held/participle in Orsk reported/verb being beaten.",
        "Men held/participle in Orsk reported/verb that they were beaten.",
        "He took a job promised that/determiner year, and ran around a bit/noun.",
        "They walked through/preposition the night aboard/preposition a boat.",
        "He came back/adverb and sent the men back/adverb. His back/adjective hurt. Most voters back/verb the ban.",
        "They have long/adverb argued so in a long/adjective war, long/adverb ago.",
        "The new ad/noun uses/verb it. Orsk Mines holds/verb 28. The data show/verb that it fell.",
        "They stood on bare/adjective ground/noun, and the American forces/noun left.",
        "The task was difficult/adjective. The firm/noun plans/verb to leave. The goal/noun was near.",
        "It is the road we built/verb. Was he killed/participle in May?",
        "Two were freed and Duarte declared/verb herself mayor. Orsk handed/verb in what it owned.",
        "They left when miners come/verb home. They had come/participle.",
        "Mine owners/noun remain/verb. When the mine closed, families worry/verb that it burns.",
        "Hospital records/noun show/verb 12 deaths. The army plans/verb attacks.",
        "The third part of a series shows/verb Orsk, and she organizes/verb strikes.",
        "In a badly burned/adjective house he quickly killed/verb men. They got hurt/participle.",
        "He sold arms and later denied/verb the charge. He was held and denied/participle bail.",
        "They could blorb/infinitive it, tried to/to glorb/infinitive their fleet and spoke to/preposition actor Lind.",
        "Two radio stations/noun, Lund and Kos, remain closed. The Orsk armed/adjective group fought.",
        "In a video posted/participle online, a man identified/participle as/preposition a rebel is seen.",
        "Neighbouring/adjective Tansi, which experts say supports/verb the rebels, left.",
        "She was a nurse, clerk and cook and won/verb two prizes.",
        "He is a calm and practised/adjective clerk.",
        "Given/preposition their scale and organised/adjective nature, they were crimes.",
    ],
)
def test_marked_words_have_their_tags(marked: str) -> None:
    tokens = read(re.sub(r"/[a-z]+", "", marked)).tokens
    at = 0
    for word, tag in re.findall(r"([\w']+)(?:/([a-z]+))?", marked):
        at = tokens.text.index(word, at)
        assert not tag or tokens.tag[at] == tag, (word, tokens.tag[at])


WORDS = tuple("the that to her man killed by plans was ' ’s said , . “ ” of leading Ali open".split())  # noqa: SIM905


@given(st.lists(st.sampled_from(WORDS)))
def test_any_order_of_words_is_tagged(words: list[str]) -> None:
    tokens = read(" ".join(words)).tokens
    assert len(tokens.tag) == len(tokens.text)
