"""What the dictionaries of Russian and Ukrainian make of a word: its lemmas, and whether it is a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

from tqcheck.names.model import NameKind

_NAMES = ("Surn", "Name", "Patr", "Geox")  # pymorphy's grammemes for names
_DICTIONARIES = {"ru": "pymorphy3_dicts_ru", "uk": "pymorphy3_dicts_uk"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a dictionary makes of a word: its lemmas, names first; what it names.

    `share`: how much of its use is as a name. `unknown`: no dictionary has it, so that the lemmas are guesses.
    `surname`: it may be one. Without a dictionary nothing is known and nothing is unknown.
    """

    lemmas: tuple[str, ...] = ()
    kind: NameKind = NameKind.OTHER
    share: float = 0.0
    unknown: bool = False
    surname: bool = False

    @property
    def certain(self) -> bool:
        """It is a name rather than a word."""
        return self.share > 0.5


@lru_cache(maxsize=16384)
def reading(word: str, language: str) -> Reading:
    """The reading of a word in Russian or, where its dictionary is installed, Ukrainian; an empty one elsewhere."""
    morphology = _morphology(language)
    if morphology is None:
        return Reading()
    shares = dict.fromkeys(_NAMES, 0.0)
    names, others = list[str](), list[str]()
    total, listed_once = 0.0, False
    for parse in morphology.parse(word):
        named = [grammeme for grammeme in _NAMES if grammeme in parse.tag.grammemes]
        listed = type(parse.methods_stack[0][0]).__name__ == "DictionaryAnalyzer"
        (names if named else others).append(parse.normal_form)
        total += parse.score
        listed_once = listed_once or listed
        if listed and named and "NOUN" in parse.tag.grammemes:
            shares[named[0]] += parse.score
    sure = sum(shares.values())
    kind = NameKind.PLACE if shares["Geox"] > sure / 2 else NameKind.PERSON if sure else NameKind.OTHER
    lemmas = tuple(dict.fromkeys([*names, *others]))
    share = sure / total if total and len(word) > 3 else 0.0
    return Reading(lemmas, kind, share, not listed_once, shares["Surn"] > 0)


@cache
def knows(language: str) -> bool:
    """Is there a dictionary of the language?"""
    return language in _DICTIONARIES and find_spec(_DICTIONARIES[language]) is not None


@cache
def _morphology(language: str) -> Any:
    if not knows(language):
        return None
    from pymorphy3 import MorphAnalyzer  # a quarter of a second

    return MorphAnalyzer(lang=language)
