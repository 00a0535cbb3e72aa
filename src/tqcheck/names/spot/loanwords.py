"""Katakana words that Japanese dictionaries have: most are no names, and English has a word of its own for them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tqcheck.names.frequency import rank
from tqcheck.names.tables import read

_LEAST, _LONGEST = 2, 12  # characters of a part of a compound


@lru_cache(maxsize=8192)
def is_loanword(run: str) -> bool:
    """Is it in the dictionary, or made of words that are (チャレンジカップ), a sound (タタタタ), or Japanese (ヒラメキ)?"""
    if re.search(r"(.{1,3})\1", run) or rank(_hiragana(run), "ja", "small") is not None:
        return True
    return all(map(_in_words, filter(None, re.split("[・＝=]", run))))


def _hiragana(run: str) -> str:
    """As a word of the language's own is usually written: ダイジョーブ is だいじょうぶ."""
    written = ""
    for char in run:
        if char == "ー":
            vowel = unicodedata.name(written[-1:], "")[-1:]
            written += {"A": "あ", "I": "い", "U": "う", "E": "い", "O": "う"}.get(vowel, "")
        else:
            written += chr(ord(char) - _APART) if "ァ" <= char <= "ヶ" else char
    return written


_APART = ord("ァ") - ord("ぁ")


def _in_words(part: str) -> bool:
    known, reached = _words(), {0}
    for at in range(len(part)):
        if at in reached:
            ends = range(at + _LEAST, min(at + _LONGEST, len(part)) + 1)
            reached |= {end for end in ends if part[at:end] in known}
    return len(part) in reached


@cache
def _words() -> frozenset[str]:
    return frozenset(read("loanwords_ja.txt.gz").split())
