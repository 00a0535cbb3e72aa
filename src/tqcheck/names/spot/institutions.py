"""Institutions that Russian and Ukrainian shorten and English spells out: Минобороны, the Defence Ministry."""

from __future__ import annotations

import re
from functools import cache

# How the word begins, whatever its case, and English words of which any may render it.
_BEGINNINGS = """
минобороны міноборони: Defense Defence MoD ministry|минздрав мінздоров: Health ministry|минфин мінфін: Finance Treasury ministry
минюст мін'юст мінюст: Justice ministry|минтранс мінтранс: Transport Transportation ministry|минэнерго міненерго: Energy ministry
минобрнаук минпросвещ міносвіт: Education Science ministry|минэкономразвит минэкономик мінеконом: Economy Economic ministry
минсельхоз: Agriculture ministry|минкультур мінкульт: Culture ministry|минтруд: Labor Labour ministry
минпромторг: Industry Trade ministry|минприрод: Natural Environment ministry|минцифры мінцифр: Digital ministry
минстро: Construction ministry|минспорт мінспорт: Sport Sports ministry|минобразован: Education ministry
госдум держдум: Duma parliament lower|госдеп держдеп: State Department|госсовет: State Council
генпрокуратур генпрокурор: Prosecutor Prosecutors Attorney|генштаб: General Staff|генсек генсеком: Secretary secretary-general
росгвард: Guard Rosgvardia Rosgvardiya|нацгварди нацгвард: National Guard|нацполиц нацполіц: National Police
роспотребнадзор: Rospotrebnadzor consumer watchdog Consumer|роскомнадзор: Roskomnadzor watchdog Communications regulator
росстат: Rosstat Statistics|роскосмос: Roscosmos Roskosmos space|росгидромет: Meteorological Hydrometeorological Roshydromet weather
гидрометцентр укргидрометцентр укргідрометцентр: Hydrometeorological Hydrometcenter Meteorological weather|совбез: Security Council
совфед: Federation Council senate|центробанк центробанк: Central Bank|нацбанк: National Bank|евросоюз євросоюз: European EU Union
еврокомисси єврокоміс: European Commission|европарламент європарламент: European Parliament MEPs|кабмин кабмін: Cabinet government
следком: Investigative Committee|госбезопасност держбезпек: Security|центризбирком: Election Electoral
горсовет міськрад: City Council|облсовет облрад: Regional Oblast Council
"""
# Initials, in capitals only.
_INITIALS = """
МИД МЗС: Foreign MFA|МВД МВС: Interior Internal Home police MVD MIA|МЧС ДСНС: Emergency Emergencies EMERCOM rescue SES|ФСБ: FSB Security
ВМФ ВМС: Navy naval fleet|ВВС: Air Force BBC|ВКС: Aerospace Air|РПЦ: Church Orthodox ROC|УПЦ: Church Orthodox UOC Ukrainian|ЦИК ЦВК: Election Electoral CEC
СБУ: Security SBU SSU|РАН: Academy RAS|МГУ: University MSU|РЖД: Railways Railway RZD|РИА: RIA|ТАСС: TASS ITAR|ЦБ: Central Bank
СНБО РНБО: Security NSDC Council Defense Defence|ЦРУ ЦРУ: CIA Central|ФБР: FBI Federal|АНБ: NSA National|МХАТ: Moscow Art Academic|АС: AU African|КБР: Kabardino-Balkaria|ДНР: Donetsk DPR DNR|ЛНР: Luhansk Lugansk LPR LNR|ГИБДД ДПС: traffic police inspection Traffic
"""

# Nouns that make an adjective with a capital the name of an institution: the Agrarian Party, the High Court.
_NOUNS = """
парти парті: Party Parties|университет університет: University|министерств міністерств: Ministry Department
комитет комітет: Committee|суд: Court Tribunal|банк: Bank|театр: Theater Theatre|музе: Museum
академи академі: Academy Academic|институт інститут: Institute|агентств: Agency|комисси комісі: Commission|федераци федераці: Federation FIFA UEFA
палат: Chamber House|собрани: Assembly Parliament legislature|ассоциаци асоціаці: Association|прокуратур: Prosecutor Prosecutors Attorney
арми армі: Army|флот: Fleet Navy|стади: Stadium|аэропорт аеропорт: Airport|собор: Cathedral Council|епархи єпархі: Diocese Eparchy
"""


def institution(noun: str) -> tuple[str, ...]:
    """The English words of which any may render an institution's noun in any case, () if it is none."""
    lower = noun.lower()
    return next((hints for stem, hints in _nouns().items() if re.fullmatch(stem + _CASES, lower)), ())


_CASES = "(?:[аеиоуыюяії]|ов|ом|ем|ів|ам|ям|ах|ях|ою|ею|ей|ию|ия|ии|ій|ию|ия|ья|єю|ием|иям|иях|ями|ами)?"


# Only initials that are said as words are inflected: МХАТа.
_INFLECTED = re.compile("(?<=[А-ЯІЇЄ]{4})(?:а|у|ом|е|і)$")


def translated(word: str) -> tuple[str, ...]:
    """The English words of which any may render an institution, () if the word names none."""
    if hints := _initials().get(_INFLECTED.sub("", word)):
        return hints
    lower = word.lower().replace("’", "'")
    match = _pattern().match(lower)
    return _beginnings()[match.group()] if match else ()


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_beginnings(), key=len, reverse=True)))


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    return _rows(_BEGINNINGS)


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return _rows(_NOUNS)


@cache
def _initials() -> dict[str, tuple[str, ...]]:
    return _rows(_INITIALS)


def _rows(text: str) -> dict[str, tuple[str, ...]]:
    table = {}
    for row in filter(None, re.split(r"[|\n]", text)):
        words, english = row.split(": ")
        table.update(dict.fromkeys(words.split(), tuple(english.split())))
    return table
