"""Sentences come apart into assertions that lose nothing and say nothing of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return claimcheck.extract(claimcheck.parse(text)).claims


def told(text: str) -> list[str]:
    return [claim.text for claim in claims(text)]


def test_labels_datelines_and_headings_that_ask_claim_nothing() -> None:
    asks = "## Orsk: what we know so far\n\n## Fact-check: Did the mine close?\n\n"
    text = f"# What the officials knew\n\n{asks}For Immediate Release\n\nNobody was charged.\n\nTwelve miners killed\n"
    found = claimcheck.extract(claimcheck.parse(text, format="markdown")).claims
    assert [claim.text for claim in found] == ["Nobody was charged", "Twelve miners killed"]


APART = [
    (
        "He was arrested on 2 May 2013, held incommunicado for 19 days and released without charge on 21 May.",
        [
            "He was arrested on 2 May 2013",
            "He was held incommunicado for 19 days",
            "He was released without charge on 21 May",
        ],
    ),
    (
        "The report was published in June and runs to 240 pages.",
        ["The report was published in June", "The report runs to 240 pages"],
    ),
    (
        "There were 23 arrests in 2017, compared with 31 in 2016.",
        ["There were 23 arrests in 2017, compared with 31 in 2016", "There were 23 arrests"],
    ),
    (
        "Police arrested 30 people, including three women in their twenties.",
        ["Police arrested 30 people", "Police arrested 30 people, including three women in their twenties"],
    ),
    ("Six were killed in the blast and three died later.", ["Six were killed in the blast", "three died later"]),
    (
        "The toll rose to 47 on Tuesday after six more bodies were found.",
        ["The toll rose to 47 on Tuesday", "six more bodies were found"],
    ),
    (
        "Allegedly, the officers planted the drugs and beat the suspect.",
        ["Allegedly, the officers planted the drugs", "Allegedly, the officers beat the suspect"],
    ),
    (
        "Without informing the court, police moved the man and burned the file.",
        ["Without informing the court, police moved the man", "Without informing the court, police burned the file"],
    ),
    (
        "The treaty was signed in 1921 but never ratified.",
        ["The treaty was signed in 1921", "The treaty was never ratified"],
    ),
    (
        "Prisoners who refused to work were beaten.",
        ["Prisoners who refused to work were beaten", "Prisoners refused to work"],
    ),
    ("The case is open; if proven, it would be a crime.", ["The case is open", "if proven, it would be a crime"]),
    (
        "The case is open; if he is convicted, Haas faces ten years.",
        ["The case is open", "if he is convicted, Haas faces ten years"],
    ),
    (
        "The images, taken on Monday and reviewed by two judges, show at least 18 trucks.",
        ["The images show at least 18 trucks", "The images, taken on Monday", "The images reviewed by two judges"],
    ),
    (
        "The judge has opened a case for murder and pillage.",
        ["The judge has opened a case for murder", "The judge has opened a case for pillage"],
    ),
    ("Samira, now 61, fled.", ["Samira fled", "Samira, now 61"]),
    ("The widow, 78, a nurse, fled.", ["The widow fled", "The widow, 78", "The widow, a nurse"]),
    (
        "The army lost 40 men in the battle, and the rebels twice as many.",
        ["The army lost 40 men in the battle, and the rebels twice as many", "The army lost 40 men"],
    ),
    ("Haas was convicted in 2011 of ordering the killings.", ["Haas was convicted in 2011 of ordering the killings"]),
    (
        "Haas was convicted in Orsk of ordering the killings and of theft.",
        ["Haas was convicted in Orsk of ordering the killings", "Haas was convicted in Orsk of theft"],
    ),
    (
        "The judge who signed the order, Jan Haas, fled.",
        [
            "The judge who signed the order fled",
            "The judge signed the order",
            "The judge who signed the order, Jan Haas",
        ],
    ),
    (
        "The officer who led the raid on the village, Jan Haas, fled.",
        [
            "The officer who led the raid on the village fled",
            "The officer led the raid on the village",
            "The officer who led the raid on the village, Jan Haas",
        ],
    ),
    ("The blast left 12 dead and wounded 30.", ["The blast left 12 dead", "The blast wounded 30"]),
    ("The gunmen left 12 dead and fled.", ["The gunmen left 12 dead", "The gunmen fled"]),
    ("12 men were beaten and killed.", ["12 men were beaten", "12 men were killed"]),
    ("They found the men dead and buried them.", ["They found the men dead", "They buried them"]),
    (
        "The miners fled as soldiers, some in plain clothes, fired at the crowd.",
        ["The miners fled", "soldiers, some in plain clothes, fired at the crowd"],
    ),
    (
        "The bill was withdrawn after the ruling party, citing costs, refused to back it.",
        ["The bill was withdrawn", "the ruling party, citing costs, refused to back it"],
    ),
    (
        "The strike began last month after the company, which owes 40 men their wages, closed the mine.",
        ["The strike began last month", "the company closed the mine", "the company owes 40 men their wages"],
    ),
    (
        "Soldiers fired shots into a crowd that had gathered in the square.",
        [
            "Soldiers fired shots into a crowd that had gathered in the square",
            "Soldiers fired shots",
            "a crowd had gathered in the square",
        ],
    ),
    (
        "The men freed Vera Kos, 27, a seamstress whose cousin was killed.",
        [
            "The men freed Vera Kos",
            "Vera Kos, 27",
            "Vera Kos, a seamstress",
            "Vera Kos whose cousin was killed",
        ],
    ),
    (
        "She lost her husband and three of her children in the attack.",
        ["She lost her husband in the attack", "She lost three of her children in the attack"],
    ),
    (
        "The files and two films it had seen showed that the guards fled.",
        ["The files and two films it had seen showed that the guards fled"],
    ),
    (
        "It was the first time a court in Orsk had freed a guard of the mine.",
        ["It was the first time a court in Orsk had freed a guard of the mine"],
    ),
    (
        "Two of the men died, bringing the toll to 11.",
        ["Two of the men died, bringing the toll to 11"],
    ),
    (
        "Two of the men died, Ana Duarte added, bringing the toll to 11.",
        ["Two of the men died", "Ana Duarte added, bringing the toll to 11"],
    ),
    (
        "The guards fled, marking the end of the siege with a song.",
        ["The guards fled, marking the end of the siege with a song"],
    ),
    (
        "A second strike, two hours later, hit the men.",
        ["A second strike, two hours later, hit the men"],
    ),
    (
        "In 2012 a judge ordered his arrest and that of four officers.",
        ["In 2012 a judge ordered his arrest and that of four officers"],
    ),
    (
        "One, who is known only as Sergeant M., fled the camp.",
        ["One fled the camp", "One is known only as Sergeant M."],
    ),
    (
        "It was not adopted, owing to a veto by Ufa.",
        ["It was not adopted, owing to a veto by Ufa"],
    ),
    (
        "The owner, a grandson of the man accused, burned the mine.",
        ["The owner, a grandson of the man accused, burned the mine"],
    ),
    (
        "He lost credit for the 12 days he spent in jail.",
        ["He lost credit", "He lost credit for the 12 days he spent in jail"],
    ),
    ("This was a disaster foretold.", ["This was a disaster foretold"]),
    (
        "They asked for checks in 2021 and again last year.",
        ["They asked for checks in 2021", "They asked for checks again last year", "They asked for checks"],
    ),
    ("Two children aged four and seven died.", ["Two children aged four and seven died"]),
    ("Two children, aged 4 and 7, died.", ["Two children, aged 4 and 7, died"]),
    ("He shot at a man near the gate who ran.", ["He shot at a man near the gate who ran"]),
    ("Barred from the court, she rented a room.", ["she, barred from the court", "she rented a room"]),
    (
        "Monitors who came two weeks later found 11 graves.",
        ["Monitors who came two weeks later found 11 graves", "Monitors came two weeks later"],
    ),
    ("“We will not stop as long as there is hope,” she said.", ["We will not stop as long as there is hope"]),
    (
        "3 February 2021. He was told by the clerk at 1 a.m. to go.",
        ["He was told by the clerk to go", "He was told at 1 a.m. to go"],
    ),
    (
        "Six residents of the Orsk nursing home, which was not cleared, died.",
        ["Six residents of the Orsk nursing home died", "the Orsk nursing home was not cleared"],
    ),
    (
        "Four employees of the board, who resigned, left.",
        ["Four employees of the board left", "Four employees of the board resigned"],
    ),
    ("Since 2016 at least 14 people died.", ["Since 2016 at least 14 people died"]),
    (
        "Torture is common in the prison, known as the Pit.",
        ["Torture is common in the prison", "the prison, known as the Pit"],
    ),
    ("However, the wound showed otherwise.", ["the wound showed otherwise"]),
    (
        "It was revenge for the murder of a guard outside a mine two days earlier.",
        ["It was revenge", "It was revenge for the murder of a guard outside a mine two days earlier"],
    ),
    (
        "He was jailed in May for the murder of a priest in Orsk.",
        ["He was jailed in May", "He was jailed for the murder of a priest in Orsk"],
    ),
    (
        "Clinics, already hit by the car blasts, asked for blood.",
        ["Clinics asked for blood", "Clinics, already hit by the car blasts"],
    ),
    (
        "The court blamed what it called grave mistakes and freed the men.",
        ["The court blamed what it called grave mistakes", "The court freed the men"],
    ),
    (
        "He has lived alone since his divorce in 2020.",
        ["He has lived alone since his divorce in 2020", "He has lived alone"],
    ),
    (
        "Twelve men held a vigil, lighting candles and reading out names.",
        ["Twelve men held a vigil", "Twelve men lighting candles", "Twelve men reading out names"],
    ),
    (
        "The soldiers killed 12 miners and wounded 30 people.",
        ["The soldiers killed 12 miners", "The soldiers wounded 30 people"],
    ),
    (
        "Ana Duarte, the former interior minister, was arrested in Orsk.",
        ["Ana Duarte was arrested in Orsk", "Ana Duarte, the former interior minister"],
    ),
    (
        "The court was founded in 1992 in Orsk.",
        ["The court was founded in 1992", "The court was founded in Orsk"],
    ),
    (
        "In 1998 the court sentenced the mayor, the judge and the clerk.",
        [
            "In 1998 the court sentenced the mayor",
            "In 1998 the court sentenced the judge",
            "In 1998 the court sentenced the clerk",
        ],
    ),
    (
        "The siege, which lasted 60 days, ended in May.",
        ["The siege ended in May", "The siege lasted 60 days"],
    ),
    (
        "The women were held without charge, beaten and denied food.",
        ["The women were held without charge", "The women were beaten", "The women were denied food"],
    ),
    (
        "The men were taken to a quarry, blindfolded and shot dead.",
        ["The men were taken to a quarry", "The men were blindfolded", "The men were shot dead"],
    ),
    (
        "She was arrested at the airport, questioned for six hours and left the country.",
        ["She was arrested at the airport", "She was questioned for six hours", "She left the country"],
    ),
    (
        "He was convicted in 2004 and sentenced to 18 years, but released in 2016.",
        ["He was convicted in 2004", "He was sentenced to 18 years", "He was released in 2016"],
    ),
    ("The guard was attacked and killed two prisoners.", ["The guard was attacked", "The guard killed two prisoners"]),
    ("Two men were beaten and refused a lawyer.", ["Two men were beaten", "Two men were refused a lawyer"]),
    (
        "The judge freed the editor and fined the paper.",
        ["The judge freed the editor", "The judge fined the paper"],
    ),
    (
        "The strike killed Omar Said, a baker, his wife and their two daughters.",
        [
            "The strike killed Omar Said",
            "The strike killed his wife",
            "The strike killed their two daughters",
            "Omar Said, a baker",
        ],
    ),
    (
        "Police arrested Ana Duarte, her brother and a neighbour.",
        ["Police arrested Ana Duarte", "Police arrested her brother", "Police arrested a neighbour"],
    ),
    ("She met Jan Lind, her teacher and mentor.", ["She met Jan Lind", "Jan Lind, her teacher and mentor"]),
    (
        "Of the 40 people arrested in May, 12 were freed and nine have died.",
        ["Of the 40 people arrested in May, 12 were freed", "nine have died"],
    ),
    (
        "A spokesman for the ministry, Jan Lind, resigned.",
        ["A spokesman for the ministry resigned", "A spokesman for the ministry, Jan Lind"],
    ),
    ("He was sentenced in 2014 to three years in jail.", ["He was sentenced in 2014 to three years in jail"]),
    (
        "The children, aged between four and eleven, died when a shell hit the school.",
        ["The children, aged between four and eleven, died", "a shell hit the school"],
    ),
    (
        "He was arrested in 1999, then again in 2003, and has been in exile since 2005.",
        ["He was arrested in 1999, then again in 2003", "He has been in exile since 2005"],
    ),
    (
        "She fled to Lipa with her sons, where she was arrested and sent back.",
        ["She fled to Lipa", "She fled with her sons", "she was arrested", "she was sent back"],
    ),
    (
        "The bodies of 60 men, most of them shot in the head, were found in June.",
        ["The bodies of 60 men were found in June", "The bodies of 60 men, most of them shot in the head"],
    ),
    (
        "The family of Vera Kos, who was shot outside her home, has accused the state.",
        ["The family of Vera Kos has accused the state", "Vera Kos was shot outside her home"],
    ),
    (
        "The shelling went on, and by morning the market, the mosque and at least 40 houses lay in ruins.",
        [
            "The shelling went on",
            "by morning the market lay in ruins",
            "by morning the mosque lay in ruins",
            "by morning at least 40 houses lay in ruins",
        ],
    ),
    (
        "The union says 48 miners have died since the war began, 31 of them in Orsk.",
        ["48 miners have died", "48 miners 31 of them in Orsk", "the war began"],
    ),
    (
        "Some 8,000 men and boys were separated from the women and murdered in July 1995.",
        ["Some 8,000 men and boys were separated from the women", "Some 8,000 men and boys were murdered in July 1995"],
    ),
    (
        "The men were blindfolded, their hands tied, and made to lie face down.",
        ["The men were blindfolded, their hands tied", "The men were made to lie face down"],
    ),
    (
        "Officers kicked the man, who had been bound, until he lay still.",
        ["Officers kicked the man until he lay still", "the man had been bound"],
    ),
    ("He met a well known judge in Orsk.", ["He met a well known judge in Orsk"]),
    ("Remains were found in a well near the base.", ["Remains were found in a well near the base"]),
    (
        "The mayor, who has denied wrongdoing, faces up to 15 years in prison.",
        ["The mayor faces up to 15 years in prison", "The mayor has denied wrongdoing"],
    ),
    (
        "The ministry said 12 people had died, a figure that nobody doubts.",
        ["12 people had died", "a figure that nobody doubts"],
    ),
    (
        "Asked whether the army had fired, the mayor said it had.",
        ["Asked whether the army had fired, the mayor said", "it had"],
    ),
    (
        "The dam burst, burying four villages.",
        ["The dam burst", "The dam burying four villages"],
    ),
    (
        "The bar is owned by Jan B. Novak and Eva C. Maly.",
        ["The bar is owned by Jan B. Novak", "The bar is owned by Eva C. Maly"],
    ),
    (
        "She wrote the Symphony From the New World, which spread her fame.",
        ["She wrote the Symphony From the New World", "the Symphony From the New World spread her fame"],
    ),
    (
        "The clerk was convicted on 14 June 2004 of two counts of fraud and one count of perjury.",
        [
            "The clerk was convicted on 14 June 2004 of two counts of fraud and one count of perjury",
            "The clerk was convicted of two counts of fraud and one count of perjury",
        ],
    ),
    (
        "She worked as an assistant until 1903, when she moved to Orsk.",
        ["She worked as an assistant", "She worked until 1903", "she moved to Orsk"],
    ),
    (
        "She had two daughters, Anna and Klara.",
        ["She had two daughters", "two daughters, Anna and Klara"],
    ),
    (
        "In 2018 it held 213 men, 97 of them in the cellar.",
        ["In 2018 it held 213 men", "213 men, 97 of them in the cellar"],
    ),
    (
        "The court found that he had signed the letters, that he knew they were false, and that he had fled.",
        ["he had signed the letters", "he knew they were false", "he had fled"],
    ),
    (
        "Eva Lind, the director for Orsk and North Ural, spoke.",
        ["Eva Lind spoke", "Eva Lind, the director for Orsk and North Ural"],
    ),
    (
        "His only rival, the poet Eva Lind, left.",
        ["His only rival left", "His only rival, the poet Eva Lind", "the poet Eva Lind"],
    ),
    (
        "The town is served by two stations: Orsk North and the new Ural Centre.",
        [
            "The town is served by two stations",
            "The town is served by Orsk North",
            "The town is served by the new Ural Centre",
        ],
    ),
    (
        "It proposed: a new system; regular visits; and an end to night work.",
        ["It proposed a new system", "It proposed regular visits", "It proposed an end to night work"],
    ),
    (
        "He made several inventions, the most notable of which was a filing system.",
        ["He made several inventions", "several inventions, the most notable of which was a filing system"],
    ),
    (
        "The council named new officers, a move that follows the fire.",
        ["The council named new officers", "a move follows the fire"],
    ),
    (
        "He found a shaft behind the barn that led to the mine.",
        [
            "He found a shaft",
            "He found a shaft behind the barn that led to the mine",
            "a shaft behind the barn led to the mine",
        ],
    ),
    (
        "He dug a shaft under the barn that led to the river.",
        [
            "He dug a shaft",
            "He dug a shaft under the barn that led to the river",
            "a shaft under the barn led to the river",
        ],
    ),
    (
        "The siege began in 1944, but, after the truce, the mayor closed the gates.",
        ["The siege began in 1944", "after the truce, the mayor closed the gates"],
    ),
    (
        "The creek enters the county and flows along the border.",
        ["The creek enters the county", "The creek flows along the border"],
    ),
    (
        "She wrote at length about the arrests in Orsk and Ufa.",
        ["She wrote at length about the arrests in Orsk", "She wrote at length about the arrests in Ufa"],
    ),
    (
        "Novak, leader of the rebels and their allies, fled.",
        ["Novak fled", "Novak, leader of the rebels and their allies"],
    ),
    (
        "He was seen as a candidate, but died in May.",
        ["He was seen as a candidate", "He died in May"],
    ),
    (
        "His son, Jan Novak, Jr., was a pilot.",
        ["His son was a pilot", "His son, Jan Novak, Jr."],
    ),
    (
        "He was born in Orsk & is of Ural descent.",
        ["He was born in Orsk", "He is of Ural descent"],
    ),
    (
        "They led us to a house in the street, where a search was made.",
        ["They led us to a house in the street, where a search was made", "They led us"],
    ),
    (
        "The army may have killed 12 men and wounded 30.",
        ["The army may have killed 12 men", "The army may have wounded 30"],
    ),
    (
        "He won 91 percent of the vote, and his only rival, the poet Eva Lind, 6 percent.",
        [
            "He won 91 percent of the vote, and his only rival 6 percent",
            "his only rival, the poet Eva Lind",
            "the poet Eva Lind",
        ],
    ),
    (
        "Her daughter likes to sing, and students at a school in Orsk, New Ural, can take part.",
        ["Her daughter likes to sing", "students at a school in Orsk, New Ural, can take part"],
    ),
    (
        "Soldiers killed 12 men, burned the school and, in May, took 40 girls.",
        ["Soldiers killed 12 men", "Soldiers burned the school", "Soldiers, in May, took 40 girls"],
    ),
    (
        "Killed in the blast were Jan Novak, 34, Petr Maly, 40, and two guards.",
        [
            "Killed in the blast were Jan Novak, 34",
            "Killed in the blast were Petr Maly, 40",
            "Killed in the blast were two guards",
        ],
    ),
    (
        "Ana Duarte, who was 14 when the shaft flooded and who lost two brothers, left.",
        ["Ana Duarte left", "Ana Duarte was 14", "the shaft flooded", "Ana Duarte lost two brothers"],
    ),
    (
        "The number of officers who deal with stalking has doubled.",
        ["The number of officers who deal with stalking has doubled", "officers deal with stalking"],
    ),
    (
        "He praised the Institute for the Study of War, which counted 12 dead.",
        ["He praised the Institute for the Study of War", "the Institute for the Study of War counted 12 dead"],
    ),
    (
        "She cast doubt on findings that were old.",
        ["She cast doubt on findings that were old", "findings were old"],
    ),
    (
        "Eleven men were held in the barracks, four of whom died.",
        ["Eleven men were held in the barracks", "Eleven men, four of whom died"],
    ),
    (
        "Air strikes accounted for just over half of the deaths.",
        ["Air strikes accounted for just over half of the deaths"],
    ),
    (
        "Police held four men on Friday on suspicion of stealing coal.",
        ["Police held four men on Friday on suspicion of stealing coal"],
    ),
    (
        "The engineer considers the bridge at Orsk unsafe for lorries.",
        ["The engineer considers the bridge at Orsk unsafe for lorries"],
    ),
    (
        "A further 389 people were wounded, at least 40 of them by mines.",
        ["A further 389 people were wounded, at least 40 of them by mines"],
    ),
    (
        "It was an accusation Duarte has rejected.",
        ["It was an accusation Duarte has rejected"],
    ),
    (
        "Ana Duarte, a nurse at the town's only clinic, left.",
        ["Ana Duarte left", "Ana Duarte, a nurse at the town's only clinic"],
    ),
    (
        "There were 12 guards on duty, four of whom were asleep.",
        ["There were 12 guards on duty", "12 guards on duty, four of whom were asleep"],
    ),
    (
        "She led it from 1998 until her death in 2004.",
        ["She led it from 1998 until her death in 2004", "She led it"],
    ),
    (
        "He was shot and robbed.",
        ["He was shot", "He was robbed"],
    ),
    (
        "She wrote about its fate and whereabouts.",
        ["She wrote about its fate", "She wrote about its whereabouts"],
    ),
    (
        "He began to raise money and buy arms.",
        ["He began to raise money", "He began to buy arms"],
    ),
    (
        "She wrote books, such as Winter and Summer.",
        ["She wrote books", "She wrote books, such as Winter", "She wrote books, such as Summer"],
    ),
    (
        "He resigned and joined the army.",
        ["He resigned", "He joined the army"],
    ),
    (
        "After the truce ended, the army left Orsk.",
        ["the truce ended", "the army left Orsk"],
    ),
    (
        "It ended the strike of the miners, backed by the church.",
        ["It ended the strike of the miners, backed by the church"],
    ),
    (
        "The guards and the clerks sent maps, books and coins.",
        ["The guards and the clerks sent maps, books and coins"],
    ),
    (
        "Addressing the court, he asked for leniency.",
        ["he addressing the court", "he asked for leniency"],
    ),
    (
        "Eva Lind, a barrister, former judge at the High Court, left.",
        ["Eva Lind, a barrister", "Eva Lind, former judge at the High Court", "Eva Lind left"],
    ),
    (
        "In a letter to the mayor, the guards said that the mine was closed.",
        ["the mine was closed"],
    ),
    (
        "After 60 days, the guards said that the mine was closed.",
        ["After 60 days, the guards said the mine was closed"],
    ),
    (
        "Two guards were held and Jan Novak, a clerk was killed in Orsk.",
        ["Two guards were held", "Jan Novak, a clerk was killed in Orsk"],
    ),
    (
        "A plate, a lamp and 35 caps were found by the guards.",
        ["A plate, a lamp and 35 caps were found by the guards", "35 caps were found by the guards"],
    ),
    (
        "They spoke of talks, including the need to free the miners.",
        ["They spoke of talks", "They spoke of talks, including the need to free the miners"],
    ),
    (
        "They asked about the fate and whereabouts of dozens of men.",
        ["They asked about the fate of dozens of men", "They asked about the whereabouts of dozens of men"],
    ),
    (
        "The leader at the time, Novak, burned the town.",
        ["The leader at the time burned the town", "The leader, Novak"],
    ),
    (
        "She is a founder of clubs that have closed.",
        ["She is a founder of clubs that have closed", "clubs have closed"],
    ),
    (
        "He was a miner who made Orsk his home after leaving Ufa.",
        ["He was a miner", "He made Orsk his home", "He leaving Ufa"],
    ),
    (
        "He went to Orsk, and in the winter, built a mill, which won praise, and a school.",
        ["He went to Orsk", "He in the winter, built a mill and a school", "a mill won praise"],
    ),
    (
        "The court, made up of a judge, a clerk and a general, sentenced him.",
        [
            "The court, made up of a judge",
            "The court, made up of a clerk",
            "The court, made up of a general",
            "The court sentenced him",
        ],
    ),
    (
        "The clerk was charged, tried and dismissed.",
        ["The clerk was charged", "The clerk was tried", "The clerk was dismissed"],
    ),
    (
        "The mother of Jan Novak, who was 19 when he died, keeps his letters.",
        ["The mother of Jan Novak keeps his letters", "The mother of Jan Novak was 19", "he died"],
    ),
    (
        "He became a clerk in 1985, head of the court in 2019 and mayor in 2021.",
        ["He became a clerk in 1985", "He became head of the court in 2019", "He became mayor in 2021"],
    ),
    (
        "The man who set the fire, and who now sits on the council, was not named.",
        [
            "The man who set the fire, and who now sits on the council, was not named",
            "The man set the fire",
            "The man now sits on the council",
        ],
    ),
    (
        "They asked him to open the graves, to free the miners and to leave.",
        ["They asked him to open the graves", "They asked him to free the miners", "They asked him to leave"],
    ),
    (
        "The army said it had not fired on the crowd, and that the men were armed.",
        ["it had not fired on the crowd", "the men were armed"],
    ),
    (
        "He was convicted and sentenced to life in prison in 2004.",
        ["He was convicted", "He was sentenced to life in prison in 2004"],
    ),
    (
        "We agree on several of the rules that need to be changed.",
        ["We agree on several of the rules that need to be changed", "several of the rules need to be changed"],
    ),
    (
        "The road was closed; the bridge was destroyed.",
        ["The road was closed", "the bridge was destroyed"],
    ),
]
WHOLE = [
    "Four hundred and twelve people were killed.",
    "Five people were killed in Orsk, three in Ufa and one in Perm.",
    "Two died on Monday, four on Tuesday and one on Wednesday.",
    # The verb is to be heard again.
    "The father was killed in May and the son in June.",
    "Haas was elected in 1990 and Lind in 1994.",
    "Haas was sentenced to ten years and Lind to four.",
    "His father was a judge and his mother a teacher.",
    "His brother was killed in 1994 and his house burned.",
    "He ordered the army to leave the city and the police to return.",
    "In the first attack, four men were killed; in the second, eleven.",
    # Who does the second thing is not sure.
    "The suspect fled before the police arrived and was never found.",
    "The king fled when the army mutinied and died in exile.",
    # "Not", "could" and "if" hold for one side, or for both.
    "The men were not shot but hanged.",
    "He went not to fight but to negotiate.",
    "He could have fled but stayed.",
    "He would be arrested and tried if he returned.",
    "Had the police acted sooner, the girl would have lived.",
    "Should the talks fail, the mission will withdraw.",
    "Haas was not only a poet but also a judge.",
    "The villagers fled to the hills or took refuge in churches.",
    "The law bans all parties except the Union and the League.",
    # One object, one modal, one "was" for all.
    "Soldiers arrested, beat and released eleven farmers.",
    "The State must protect witnesses, punish offenders and pay damages.",
    "Its aim was to find the missing, identify the dead and inform the families.",
    "The officers were charged, tried and, after a hearing, acquitted.",
    "He was refused access to the file and to a lawyer.",
    "The man whom police arrested and who later died was a teacher.",
    "37 people were killed: 29 men, six women and two children.",
    "Three towns were hit: Orsk, Ufa and Tarn.",
    "The raid killed 37 people: 29 men and eight women.",
    "Haas fled after two years in Orsk.",
    "Haas was caught after 16 years in hiding.",
    "The exits had been chained since at least the autumn of 2019.",
    "He spent nine years in prison, four of them in solitary confinement.",
    # Nobody is both: neither is true of all 600.
    "600 people were killed and wounded.",
    "The blast left 600 people dead and injured.",
    "600 were dead and missing.",
    "Hundreds were killed, injured and displaced.",
    "Hundreds were dead, wounded or missing.",
    "Hundreds of dead and missing were listed.",
    "The shelling left dozens wounded and dead.",
    "They found 12 men dead and bound.",
    "The 8,000 men and boys killed at Orsk were buried.",
    "The army lost 40 men and the rebels 80.",
    "The raid left him blind and wounded.",
    "He was hanged, not shot.",
    "The ward ran out of blood, and doctors operated by the light of their phones.",
    "The state has never acknowledged the killings, let alone apologised for them.",
    "Its leaders were jailed, exiled or killed.",
    "The ward was hit by two shells, fired from the hill, and burned for three days.",
    "The attack came a day after the talks failed.",
    "Survivors put it at more than 1,000.",
    "Haas saw the guards lock the door and walk away.",
    "The fall made his record bad, marked by success abroad and scandals at home.",
    "The general had the prisoners taken to the quarry and shot.",
    "The convoy was attacked twice, once near Lipa and again outside Orsk.",
    "It was the army, not the police, that opened fire.",
    "They were beaten, some of them with iron bars, before being shot.",
    "The group is thought to be led by a cleric and funded by smugglers.",
    "The men were reportedly shot, then thrown into the river.",
    "The council never met, voted or approved the plan.",
    "The men are accused of killing two guards, stealing arms and fleeing to Ufa.",
    "Rebels are believed to have killed 12 men and wounded 30 on Monday.",
    "Rebels are believed to have killed 12 men, wounded 30 and burned a school.",
    "The plan to close the mine, sell the land and move the families has been dropped.",
    "The report found no evidence that the police had warned the crowd before they fired.",
    "She was the first woman to lead the union, and one of the few to survive.",
    "Duarte, then 28, sat on the panel with three other men.",
    "Not one guard has been charged, tried or dismissed.",
    "In a letter sent by the mayor in July 1988, the guards were praised.",
    "She is a member of a band called North.",
    "She has taught in the town since then.",
    "On January 27, marking the Remembrance Day in Orsk, let us remember the victims.",
    "The leader carried out the arrest of anyone with ties to the movement.",
    "The guard spoke on the day after the fire.",
    "This was the greatest fire of the century which took place in Orsk.",
    "He had knowledge of and took part in the attack.",
    "The council noted the part the union and the church can play.",
    "There was peace ever since the army had left.",
    "He left shortly after the dam had burst.",
    "The agency, quoting Novak, said the dam had burst.",
    "His brother and his mother were killed.",
    "The worst fire in the town for which the council will be punished, was put out by soldiers.",
    "His gift is a form of energy that he sends from his eyes.",
    "The letter is a step in the right direction.",
    "Lind calls the fire the worst crime against the town after the war.",
    "The fire was the worst crime against the town after the war.",
    "The mayor expressed concern about the arrests.",
    "Nobody claimed that 12 men died.",
    "If he says that 12 men died, he lies.",
    "Witnesses wrongly claimed that 12 men died.",
    "There is no evidence that the guards killed 12 men.",
    "He could have said that 12 men died.",
    "On Thursday, she and other parents, students and teachers went to court.",
    "Novak was a leader responsible for attacks on the mill.",
    "He worked primarily in the hill country of Orsk.",
    "If the army attacks, the men will die and the dam will burst.",
    "Soldiers allegedly killed 12 men and wounded 30.",
    "He reportedly fled to Orsk and joined the rebels.",
    "Police could not confirm that 12 men died.",
    "It is not true that the guards killed 12 men.",
    "The court did not find that he killed the men.",
    "The mayor doubts that the bridge is safe.",
    "Officials refused to say that the well was safe.",
    "The case is the first in which a director was jailed.",
    "It is for fishing, boating and swimming.",
    "2.1% were born in Orsk, 0.9% in Ufa, and 1.4% elsewhere.",
    "The hats and coats she wore in Orsk went to a museum.",
    "They were shot in the head or chest.",
    "They were paid small and nominal rents.",
    "His works go from law to history, maps, and birds.",
    "Three guards, all of whom were on duty, never stood trial.",
    "After a short pause Duarte began a feud.",
    "The mill is bordered by a wood to the north and the lake to the south and east.",
    "The wage rose from $1,100 in 2000 to $4,300 in 2019.",
    "14 miners died in custody in 2018, up from nine in 2017.",
    "Two men were killed in Orsk and Ufa on 3 and 5 May respectively.",
    "They described the killing of miners in Orsk as a crime against humanity.",
    "Between 86 and 104 people were killed.",
    "She told us where the bodies are.",
    "Managers sealed shaft B.",
    "Some were buried in a field owned by the Maly family.",
    "The impunity of Duarte and other regime officials ended.",
    "The feast lasted for the last few months of 1992.",
    "They proved it by clear and convincing evidence.",
    "On Thursday, 15 March 2012 the paper met one of the owners.",
    "She founded a paper called orsk.example to spread the news.",
    "For two and a half years the government denied it.",
    "He was seen on 28 and 29 August.",
    "The two armies and the militia met in Orsk.",
    "Nobody was killed in Orsk in 1992.",
    "The guards did not shoot in Orsk in 1992.",
    "The talks lasted between May and July.",
    "He served from 1998 to 2004.",
    "If the dam bursts, the valley will be flooded in hours.",
    "The law covers farmers or fishermen.",
    "Was he arrested in Orsk in 1992?",
    "He wrote and directed a film.",
    "She served in Orsk and Ufa prisons.",
    "Anyone who supports the party is arrested.",
    "The union has and will have many members.",
    "Forces advanced to within 7 kilometres of the dam.",
    "The wage rose from $3 an hour to $4 an hour.",
    "The court described the killings as a crime.",
]


@pytest.mark.parametrize(("sentence", "expected"), APART)
def test_a_sentence_comes_apart(sentence: str, expected: list[str]) -> None:
    assert sorted(told(sentence)) == sorted(expected)


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_belongs_together_stays_together(sentence: str) -> None:
    assert told(sentence) == [sentence.rstrip(".")]


ANCHOR = re.compile(r"\d[\d,.]*\d|\d")
TEXTS = [*(s for s, _ in APART), *WHOLE]
WORDS = st.sampled_from(
    [w for text in (*TEXTS, "and but not who that because killing such as well : — “ ” \" ' ! ?") for w in text.split()]
)
ANY = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=st.characters(), max_size=60),
    st.lists(WORDS, max_size=40).map(" ".join),
)


def check(text: str) -> None:
    report = claimcheck.extract(claimcheck.parse(text))
    for claim in report.claims:
        sentence = report.prose.sentences[claim.sentence].span
        assert claim.spans
        assert claim.text.strip()
        assert all(a.end <= b.start for a, b in zip(claim.spans, claim.spans[1:], strict=False))
        assert all(sentence.covers(span) and span.start < span.end for span in claim.spans)
        letters = "".join(span.of(text) for span in claim.spans)
        assert claim.filled or sorted("".join(claim.text.lower().split())) == sorted("".join(letters.lower().split()))
    for number, whole in enumerate(report.prose.sentences):
        pieces = [s.of(report.document.text) for c in report.claims if c.sentence == number for s in c.spans]
        if pieces:
            assert {n for p in pieces for n in ANCHOR.findall(p)} >= set(ANCHOR.findall(whole.span.of(text)))


ROOT = Path(__file__).parents[2]
PROJECT = [
    path.read_text(encoding="utf-8") for path in sorted([*ROOT.glob("articles/*.md"), *ROOT.glob("corpus/*.md")])
]
JOINS = frozenset({"and", "but", "nor", "or"})
STRANDED = JOINS | {"a", "an", "the", "at", "from", "in", "of", "with"}


@pytest.mark.parametrize("text", [*TEXTS, *PROJECT])
def test_no_claim_begins_or_ends_in_a_word_that_leads_nowhere(text: str) -> None:
    report = claimcheck.extract(claimcheck.parse(text))
    for claim in report.claims:
        words = re.findall(r"[\w'’]+", claim.text.lower()) or [""]
        first, last = words[0], words[-1]
        sentence = report.prose.sentences[claim.sentence].span.of(report.document.text).lower()
        assert first not in JOINS | {"of"} or re.match(rf"\W*{first}\b", sentence), claim.text
        assert last not in STRANDED or re.search(rf"\b{last}\b\s*(?:[^\w\s]|$)", sentence), claim.text


@pytest.mark.parametrize("text", TEXTS)
def test_claims_are_pieces_of_their_sentence(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_every_text_can_be_split(text: str) -> None:
    check(text)
    assert told(text) == told(text)
