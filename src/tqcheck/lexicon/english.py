"""English words by their stems: what the tables hold, and what a looked-up word has to be turned into."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Words without content of their own: the tables hold no translations by them.
FUNCTION_WORDS = frozenset(
    "a about above across after again against ago all almost along already also although always am among an and any "
    "anyone anything are around as at away back be became because become been before being below between both but by "
    "can cannot come could did do does doing done down during each either else ever every few for from further get "
    "gets getting go goes going got had has have having he her here hers herself him himself his how however i if in "
    "into is it its itself just least less let like made make makes making many may me might more most much must my "
    "myself near neither never no nor not now of off often on once one ones only onto or other others our ours "
    "ourselves out over own per perhaps put quite rather really same shall she should since so some something still "
    "such take taken than that the their theirs them themselves then there therefore these they thing things this "
    "those though through throughout thus to together too took toward towards under until up upon us use used using "
    "very via was way we well went were what whatever when where whether which while who whom whose why will with "
    "within without would yet you your yours yourself s t re ve ll d m don didn doesn isn wasn aren won etc".split()
)

# base: its irregular forms. Regular ones are cut off by the rules below.
_IRREGULAR = """
arise:arose,arisen bear:bore,borne,born beat:beaten become:became begin:began,begun bend:bent bet:bets bind:bound
bite:bit,bitten blow:blew,blown break:broke,broken bring:brought broadcast:broadcasted build:built burn:burnt buy:bought
catch:caught child:children choose:chose,chosen cling:clung crisis:crises criterion:criteria datum:data deal:dealt die:died,dying
dig:dug draw:drew,drawn dream:dreamt drink:drank,drunk drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed feel:felt
fight:fought find:found flee:fled fly:flew,flown foot:feet forbid:forbade,forbidden forget:forgot,forgotten
forgive:forgave,forgiven freeze:froze,frozen give:gave,given goose:geese grind:ground grow:grew,grown hang:hung
hear:heard hide:hid,hidden hold:held keep:kept kneel:knelt know:knew,known lay:laid lead:led leap:leapt learn:learnt
leave:left lend:lent lie:lain,lying life:lives light:lit lose:lost man:men mean:meant medium:media meet:met mouse:mice
pay:paid person:people,persons phenomenon:phenomena prove:proven ride:rode,ridden ring:rang,rung rise:rose,risen
run:ran say:said,says see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shine:shone shoot:shot show:shown
shrink:shrank,shrunk sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speak:spoke,spoken spend:spent
spin:spun spring:sprang,sprung stand:stood steal:stole,stolen stick:stuck strike:struck,stricken strive:strove
swear:swore,sworn sweep:swept swim:swam,swum swing:swung teach:taught tear:tore,torn tell:told think:thought
throw:threw,thrown tooth:teeth try:tried,tries understand:understood undertake:undertook,undertaken wake:woke,woken wear:wore,worn weave:wove,woven
wife:wives win:won wind:wound withdraw:withdrew,withdrawn woman:women write:wrote,written good:better,best bad:worse,worst
"""
_BASES = {
    form: base
    for base, forms in (entry.split(":") for entry in _IRREGULAR.split())
    for form in forms.split(",")
}
_SUFFIXES = (
    "isations izations isation ization ations ation itions ition ments ment nesses ness ities ity ingly edly ably ibly "
    "ally ly ables able ibles ible ings ing ers er ors or isms ism ists ist ives ive ances ance ences ence ians ian ans an "
    "ese ish ical ics ic al ises izes ise ize"
).split()
# A cut that would leave less than this is none: `station` is no form of `st`.
_SHORTEST = 4
_VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of an English word: `announces`, `announced` and `announcement` are one.

    Coarse on purpose: derived words translate as one foreign word or the other.
    """
    word = "".join(
        char
        for char in unicodedata.normalize("NFKD", word.lower()).lower()
        if not unicodedata.combining(char)
    )
    word = re.sub("[’']s?$", "", word)
    word = _BASES.get(word, word)
    if not word.endswith(("ss", "us", "is")):
        word = re.sub("(?<=..[^aeiou])ies$", "y", word)
        word = re.sub("(?<=[sxz])es$|(?<=[cs]h)es$", "", word) if len(word) > 4 else word
        word = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    word = re.sub("(?<=..[^aeiou])ied$", "y", word)
    if len(word) > 4 and word.endswith(("ed", "ing")):
        rest = word[: -2 if word.endswith("ed") else -3]
        if len(rest) >= 3 and _VOWEL.search(rest):
            word = rest
    for _ in range(3):
        word = _trim(_cut(word))
    return word


def _cut(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return word[: -len(suffix)]
    return word


def _trim(word: str) -> str:
    """Without a final vowel, which derivation drops or changes, and without a doubled consonant."""
    if len(word) > 3 and word[-1] in "eai":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou" else word
