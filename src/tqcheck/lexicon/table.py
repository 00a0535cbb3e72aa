"""The tables themselves: `data/xx.tsv.gz`, one foreign key a line with the English stems it is rendered by.

A table is read whole when first asked for (some 20 ms); a line's renderings are taken apart when it is looked up.
Where the tables come from: `data/ORIGIN.md`; how they are made: `tools/lexicon/`.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from tqcheck.lexicon import words

LANGUAGES = ("ar", "cs", "de", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "uk", "zh")
# What a digit of the tables stands for: the least probability of that step.
STEPS = (0.0, 0.01, 0.02, 0.035, 0.06, 0.1, 0.18, 0.3, 0.5, 0.75)
# From here on a rendering counts as support.
SUPPORTED = 0.02


def english_words(text: str, language: str) -> Mapping[str, float]:
    """English stem → the highest probability with which some word of a foreign text is rendered by it.

    Empty for a language without a table. Function words are not in it.
    """
    return _english_words(text, language.split("-", maxsplit=1)[0])


@lru_cache(maxsize=4096)
def _english_words(text: str, language: str) -> Mapping[str, float]:
    table = _table(language)
    found: dict[str, float] = {}
    for key in dict.fromkeys(words.keys(text, language, table)) if table else ():
        for rendering in table[key].split(" "):
            english, value = rendering[:-1], STEPS[int(rendering[-1])]
            if found.get(english, 0.0) < value:
                found[english] = value
    return MappingProxyType(found)


def of_word(word: str, language: str) -> Mapping[str, float]:
    """As `english_words`, for a word that the table has as it is; empty for any other."""
    row = _table(language.split("-", maxsplit=1)[0]).get(word, "")
    return {each[:-1]: STEPS[int(each[-1])] for each in row.split(" ") if each}


def parts(text: str, language: str) -> tuple[Mapping[str, float], ...]:
    """As `english_words`, for each word of two letters or more in a foreign text, or part of a compound, by itself."""
    language = language.split("-", maxsplit=1)[0]
    table = _table(language)
    found = dict.fromkeys(words.keys(text, language, table)) if table else {}
    # Of 中华人民 and 人民 the shorter says what the longer does: words that hold others are no parts.
    whole = {key for key in found if any(other != key and other in key for other in found)}
    return tuple(_english_words(key, language) for key in found if len(key) > 1 and key not in whole)


def segmented(run: str, language: str) -> list[str]:
    """A run of Chinese or Japanese characters as the words it consists of, the longest known each time."""
    return words.segmented(run, _table(language))


def is_covered(word: str, language: str) -> bool:
    """Whether the table knows a foreign word or phrase, at least in parts: only then does its silence tell anything."""
    table = _table(language.split("-", maxsplit=1)[0])
    return next(words.keys(word, language.split("-", maxsplit=1)[0], table), None) is not None


@cache
def surely_said(language: str, least: float) -> frozenset[str]:
    """The English stems that some word of a foreign language is rendered by with this probability or a higher one."""
    steps = {str(step) for step, value in enumerate(STEPS) if value >= least}
    return frozenset(
        each[:-1] for row in _table(language).values() for each in row.split(" ") if each[-1:] in steps
    )


@cache
def _table(language: str) -> Mapping[str, str]:
    if language not in LANGUAGES:
        return {}
    path = files("tqcheck.lexicon") / "data" / f"{language}.tsv.gz"
    fields = gzip.decompress(path.read_bytes()).decode().rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=True))
