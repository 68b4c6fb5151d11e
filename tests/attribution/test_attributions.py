"""Source, cue and content: <source>, {cue} and [content] stand in the marked text, once each piece."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.attribution import find_attributions
from claimcheck.model import Attribution, Span
from claimcheck.readers import parse_plain
from claimcheck.sentences import read_prose

BRACKETS = {"<": ("source", ">"), "{": ("cue", "}"), "[": ("content", "]")}


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(read_prose(parse_plain(text)))


def marked(text: str) -> tuple[str, dict[str, list[str]]]:
    """The plain text and the marked pieces; marks do not nest."""
    pieces: dict[str, list[str]] = {"source": [], "cue": [], "content": []}
    for opening, inside in re.findall(r"([<{\[])([^>}\]]*)[>}\]]", text):
        pieces[BRACKETS[opening][0]].append(inside)
    return re.sub(r"[<>{}\[\]]", "", text), pieces


def words(spans: tuple[Span, ...], text: str) -> list[str]:
    return [span.of(text) for span in spans]


CASES = [
    # quotations
    "[“Nobody asked us,”] <Haas> {said}.",
    "[“Nobody asked us,”] {said} <Ana Duarte, the mayor of Orsk>.",
    "<Haas> {told} the council: [“We have no water.”]",
    "[“Nobody asked us,”] <she> {said}. [“Nobody ever does.”]",
    "[“Nobody,”] <he> {said}, [“asked us.”]",
    "<Khan> {wrote}: [“Whoever hides them shares the blame.”]",
    "<The envoys> {underlined} [that “a truce must hold until both armies withdraw”].",
    "[“Who paid?”] <the judge> {asked}.",
    "<Haas> {identified} [the body as that of her son] and buried him the next day.",
    "<Haas> {accused} [the police of torture].",
    "<Police> {had earlier said} [that no shots were fired], a claim that the film does not bear out.",
    "[The dead include three nurses, one of them a Briton], {said} <the agency>.",
    "<The government> {promised} [to compensate the families] but has paid nothing.",
    "<The army> {vowed} [to withdraw] and pulled out on Monday.",
    "<He> {agreed} [to testify] and named two officers.",
    "<The union> {vowed} [to find the truth and bring the killers to court].",
    "<The prisoners> {demanded} [to be tried and released].",
    "Haas, [who], <the judges> {found}, [had lied], was jailed.",
    "He was cleared of a raid [for which], <the judges> {found}, [there was no proof].",
    "<Ana Duarte> {said} [the minister “stands by every word”].",
    "<Papers released under the rule> {suggest} [that the Board knew].",
    "<The lawyers> {have argued} [that it owes nothing], a position which the court rejected.",
    "<Experts> {dispute} [that account]: the shells came from the air.",
    "It failed the test: [the shells], <they> {say}, [came from the air].",
    # sources
    "<Murphy, 46, a former aide who left in May,> {said} [the letters were burnt].",
    "<The mayor of Orsk and her deputy> {said} [the bridge was closed].",
    "<People who know the judge> {said} [he was ill].",
    "<Officials briefed on the plan> {said} [it would fail].",
    "<Duarte, an engineer and judge, former head of the court>, {describes} [the flood of 1988, as the worst ever].",
    "[“Elections matter,”] <Kelly> {said}. [“Look at the records.”]",
    "[“This will hasten the end,”] <Will> {wrote}.",
    "[“They are drawing more,”] <Elin Moss, the guru who founded a site> {tweeted} on Wednesday.",
    "[“We were there,”] <Elin Moss, director at Human Rights Now>, {said} in an interview.",
    "[“It is a dear model,”] {said} <Will Doyle, a professor of law>.",
    "<Jolly> {said} [he has worked with both parties].",
    "<An official who declined to be named> {said} [the dam was unsafe].",
    "<A nurse who refused to give her name> {said} [that the ward was full].",
    "A miner <who> {refused} [to be moved from the yard] said that the shaft had flooded.",
    "<Those surveyed> {said} [Duarte was best].",
    "<Some 56 percent of farmers polled> {said} [they were worse off].",
    "[It is about convincing voters], <he and Mr. Allen> {said}.",
    "[The judge will think again], <a source close to him> {said}.",
    "<Sen. Ana Duarte (D-Ore.)>, {said} before the vote on Friday [that she had not read the plan].",
    "<Ted Haas and Ana Duarte> both {said} [the bridge was closed].",
    "It is common for <news accounts> {to portray} [the strike as a plot].",
    "[One of the steps they took], {according to} <a person close to the owners>, [was to sell the mine].",
    "{According to} <first results of a count made for the press>, [most voters stayed at home].",
    # in and around the clause
    "[The plan], <an inside source> {said}, [is to hand out the papers].",
    "[The contrast with the mayor], {said} <Doyle and others>, [would be clear].",
    "Still, <he> {said}, [officials have to decide].",
    "[In the early days], <Ms. Ripert> {said}, [when she was poor, a man invited her to lunch].",
    "[She did receive some letters], <he> {said}; his men found them in May.",
    "[Voters found it cruel], <the editor> {said} in posing the question.",
    "As <the paper> {put it} in a long article, [“nobody asked us about it.”]",
    # sources in lists, and what is no source
    "<The victims’ families, the people of Orsk and the union> {demand} [referral of the case to the court].",
    "<Survivors interviewed by the Committee> {described} [being held in cells without light].",
    "<Two officials who asked not to be named> {said} [the bridge was open].",
    "Elin Moss, <who> {said} [she saw the fire], left the town.",
    "<All the experts we asked> {said} [the plan would fail].",
    "<A June poll> {found} [Haas leading by 20 points].",
    "<Human Rights Now> {said} in a report released Monday [that 41 prisoners had been hanged].",
    "<Relatives, some of whom travelled for days>, {said} [they wanted the truth].",
    "<Survivors> {describe} [the trials as lasting only minutes].",
    # other kinds of text
    "[Nobody asked us about the bridge. It was never safe, and they all knew]. {—} <Ana Haas>",
    "<Section 8> {provides} [that everyone has the right to be heard].",
    "<My mother> {goes}, [“You cannot film in here,”] and leaves.",
    "She moved to Orsk, where, {according to} <her diary>, [she “slept in a church for a month”].",
    "<Experts> {recommend} [watering in the morning].",
    "It {has been suggested} [that age plays a role].",
    # nobody is named
    "[The court] {is expected} [to rule in May].",
    "{Asked} [whether the bridge was safe], Haas left the hall.",
    "It {is believed} [that 41 miners died].",
    # boundaries
    "<Duarte> {accused} [Rafael Haas, who was born in Orsk, of hiding the letters].",
    "[Though the change was smooth], <he> {said}, [replacing the mayor would be hard].",
    "<Mr. Haas> {spoke warmly of} [his many visits to the town].",
    "<The mayor> {said} [he would resign] and called the vote a farce.",
    "<Haas> {did not contest} [this claim] and the court found, after a trial, that he was guilty.",
    "<The study> {suggests} [that the mayor and related officials in Orsk knew of it].",
    "<The union> {criticized} [the old, useless law].",
    "<The union> {called for} [a new truce] ever since the last one broke down.",
    "<Haas> {said} — in a letter, as it happens — [that the bridge was closed].",
    "<The owners> {announced} on Monday during a meeting in Orsk, at noon, [that the mine would close].",
    "<The budget office> {said} [about half of the losses came from the tax].",
    "<The envoys> {expressed} [doubt that the dam, when full, would hold].",
    "<Haas> {called Wednesday for} [the judge to resign].",
    "<Haas> {said} on Monday [that the bridge was closed].",
    "<Haas> {told} reporters on Sunday [that the bridge was closed].",
    "[The museum], <he> {said}, [would open in May].",
    "[The meeting went badly], {said} <one delegate>.",
    "{According to} <Haas>, [the bridge was closed].",
    "[The bridge was closed], {according to} <officials and two rights groups>.",
    "[The toll] {was confirmed} by <officials> speaking in Orsk.",
    "<The UN> {says} [the country needs food aid].",
    "[At least 400 men] {are estimated} [to have died], although few were found.",
    "[So far], <the families> {say}, [only seven have been paid].",
    "[“We will hit back,”] <its leader, Jan Lind>, {told} mourners in Orsk.",
    "[Among the dead was Vera Kos, a nurse who lived in Orsk], <her uncle> {said}.",
    "[The bodies of 11 men who vanished from a bar have been found], <police> {said} Friday.",
    "She ran; [two men], <she> {said}, [were dead].",
    "<Officials> {put} [the death toll at more than 300].",
    "<The army> {puts} [its losses at 30 men], though it gave no names.",
    "<The director> {refused} [to comment], but a nurse who knew him fled.",
    "Later <a boy who had hidden in the corn> {told} me [they fled].",
    "[Robberies rose, by a third between 2016 and 2022], <the police data> {show}.",
    "[The boat was to be scrapped], {according to} <a man close to the firm who was not allowed to speak>.",
    "<Critics> {have long argued} [that it was closer to 50].",
    "<Kos> {said} [he left when guards found him and told him to go].",
    "<Rebels> {said} on Friday [they had shot down a helicopter].",
    "<The mayor> {said} [in Orsk voters were tired].",
    "Tansi, which <UN experts> {say} [supports the rebels with arms], left the union.",
    "<A farmer> {described} [how the men came].",
    "<The agency> {reported}, citing an official, [that “a man” was being held].",
    "{According to} <his wife, Rania>, [six or seven men broke down the door].",
    "<The men> {described} [being beaten, deprived of sleep and threatened].",
    "In 2011 <the Orsk court> {found} [that the law was void].",
    "In 1994 <two officers> {said} [it was planned].",
    "<The priest> {counted} [162 bodies]; nobody else did.",
    "<The Red Cross> {gave} [a figure of 187].",
    "<The army> {admitted} [23].",
    "<Witness K> {testified} [that the guard came in and called out five names].",
    "<Police> {confirm} [at least six people have died].",
    "<The ministry> {gave} [the number of dead as more than 41].",
    "<The doctor> {was of the opinion} [that the wound was old].",
    "<The court> {is not satisfied} [that he killed them].",
    "<Men held in Orsk> {reported} [being beaten].",
    "<The fire service> {has just put} out a statement: [“We have now treated 52 people.”]",
    "<Police> {say} [the group plans attacks].",
    "<She> {said} [the army plans to attack].",
    "<Residents> {told} Reuters by phone [that they saw two jets].",
    "<Karen> {told} the paper [her family had asked for help].",
    "Witnesses saw a crowd <that> had gathered {to demand} [unpaid wages].",
    "[The bridge was closed], {according to} <a letter from the mayor>.",
    "In <the mayor>'s {view}, [the dam is a danger].",
    "[At least 41 miners died], by <the union>'s {count}.",
    "[Some 14,000 people have fled the valley since May], <the UN> {estimates}.",
    "{According to} <Open Ledger>, [the firm moved $4 million abroad].",
    "<The council> {voiced} [alarm over the arrests].",
    "<The court> {recognized} [the raid as a “crime of war”].",
    # where the author speaks again
    "<She> closed the court, {noting} [that Novak had been beaten], and freed him.",
    "The teachers, <who> {promised} [to rebuild the school they had lost], sang.",
    "Prisoners <who> {answered} [“no”] were taken away.",
    "Those <who> {said} [“no” to the offer] were shot in May.",
    "The guard <who> {wrote} [“the order came from above” in his diary] was found dead.",
    "A banner <that> {said} [“Stop the war”] and was hung on the bridge was removed.",
    "He met a man <who> {said} [“the dam” was closed].",
    "The man <who> {said} [he was ill] was lying.",
    "{Asked} [whether the dam was safe], the mayor left the room.",
    "{Asked about} [the deaths], the mayor shrugged.",
    "[“We buried them at night,”] {recalls} <Samira>.",
    "[The bridge was closed], <the mayor> {said} by phone.",
    "<A note, found in his cell>, {read}: [“I am innocent.”]",
    "<One cable, dated 9 September>, {reads}: [“They took 60 men.”]",
    "<A cable dated 9 September> {reads}: [“They took 60 men.”]",
    "<Jan Haas, now retired>, {said} [he had left].",
    "<Police> {put} [the crowd at 2,000].",
    "<Experts consulted by the paper> {doubt} [that the fire was an accident].",
    "<Many in Orsk> {believe} [the fire was set on purpose].",
    "The man <who> {said} [that the dam was closed] was lying.",
    "Witnesses <who> {said} [they had seen the raid and heard shots] were later held.",
    "He met a man <who> {said} [he was ill].",
    "<The court> {rejected} [that argument] and freed the men.",
    "<He> {denied} [that charge] and said he was ill.",
    "<He> {denied} [that charges were brought].",
    "While <the firm> {says} [the site is clean], tests by the Herald found lead.",
    "Haas, whose <lawyers> {say} [he is innocent], was charged.",
    "If, as <the firm> {claims}, [the drug was tested], no record survives.",
    "The {claim} [that the vote was rigged] later proved false.",
    "The Herald quoted <Haas> {as saying}: [“I am innocent.”]",
    "<Haas> {smiled} when asked about money: [“It is no problem.”]",
    "<Doctors Without Borders> {said} [the ward was full].",
    "<Save the Children> {said} [the ward was full].",
    "<Police> {said} [€5,000 had been paid].",
    "<An audit> {found} [$90m was missing].",
    "<Guards> {said} [miners fired first], and records show that the order came from Orsk.",
    "<She> {said} [she was beaten], and her file shows two broken ribs.",
    "<The minister> {said} [that the file was lost and that the letter shows who took it].",
    "{According to} <Free the Slaves>, [the mine was open].",
    "[Prosecute the Generals], <the crowd> {said}.",
    "<Haas> {says} [he was in Orsk], though his phone was logged in Ufa.",
    "<The minister> {said} [talks would resume], although no date has been set.",
    "<The minister> {said} [mistakes had been made], hours before he was sacked.",
    "<The minister> {said} [the vote was rigged], offering no evidence.",
    "<The minister> {said} [mistakes had been made], a rare admission.",
    "<Police> {allege} [that Haas took the bribe], which he denies.",
    "<Residents> {said} [that soldiers burned homes and threatened women].",
    "<The court> {found} [that the arrest was unlawful; and that the State had failed to act].",
    "<Officials who saw it> {said} [the ship left].",
    "{According to} <officials who saw it>, [the ship left].",
    "<The army> {denied} [that it had fired], and in May a judge closed the case.",
    "<The army> {denied} [that it had fired, and that it had been there].",
    "<He> {said} [that Haas, the mayor, was ill].",
]


@pytest.mark.parametrize("case", CASES)
def test_who_said_what(case: str) -> None:
    text, pieces = marked(case)
    said = read(text)
    assert said, "nothing found"
    first = said[0]
    assert [w.rstrip(",") for w in words(first.source, text)] == [w.rstrip(",") for w in pieces["source"]]
    assert words(first.content, text) == pieces["content"]


@pytest.mark.parametrize(
    "text",
    [
        "The ruling generals hid the names of the dead.",
        "We ask all countries to support the inquiry.",
        "The killers must face justice.",
        "Plan rules were changed twice, and a Times report was backed up.",
        "The storm claimed three lives.",
        "The reports were long.",
        "The market stood at a place known as Horg to the miners.",
        "The camp was known as the Pit and held 400 men.",
        "The camp, which the miners know as the Pit, held 400 men.",
        "A Times report was backed up by data.",
        "The rebels attacked the village at dawn.",
        "He gathered men to attack the convoy.",
        "The general gave aid in development of rebel plans to take the town.",
        "He also wrote his most praised piece of music.",
        "The men were identified by DNA testing and buried.",
        "They put the number on the door at 4 p.m.",
        "A nurse who knew him fled.",
        "Families were told in May, when guards brought them the bags.",
        "Anyone who said the word “strike” was fined.",
        "Did the minister say that the dam was safe?",
        "Who said that the dam was safe?",
        "Contrary to what the firm says, the drug was never tested.",
        "The suggestion that he lied is absurd.",
        "Nobody at the ministry has said that it was full.",
        "Haas told lies to the police.",
        "Haas said nothing as he left the court.",
        "Fact-check: Did The Mine Close?",
        "Please write at once, calling on the mayor to free them.",
        "If they were to answer in May: a strike would close the mine.",
        "The hospital admitted 23 patients and gave 41 men beds; the mayor gave 40.",
        "Those detained are Jan Otto, a clerk, and the driver Per Lund.",
        "The inquiry promised in 2022 has yet to hold a session.",
    ],
)
def test_the_authors_words_are_given_to_nobody(text: str) -> None:
    assert read(text) == ()


@given(st.text(max_size=200) | st.text(alphabet="Haas said, that “he”.\n:-— <according to>told X", max_size=120))
def test_any_text_gives_spans_in_order_inside_it_and_twice_the_same(text: str) -> None:
    said = read(text)
    assert said == read(text)
    for a in said:
        for spans in (a.source, a.cue, a.content):
            assert all(0 <= s.start < s.end <= len(text) for s in spans)
            assert list(spans) == sorted(spans)
