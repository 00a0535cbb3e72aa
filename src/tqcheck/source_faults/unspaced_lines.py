"""Whether a line of Chinese or Japanese goes on in the next: no space and no capital tells."""

from __future__ import annotations

import re

from tqcheck.source_faults.words import UNLISTED, cuts_han_word, is_usual, rarity

# What no line begins with (JIS X 4051, GB/T 15834): marks that close, small kana, the sign of a long vowel. The dot ・ is
# among them there, but a bullet in Japanese lists: no line goes on with it.
_NEVER_FIRST = re.compile(r"[、，。．；：！？）」』】》〉”’ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々]")
# Words that a line of Chinese cannot end with.
_UNFINISHED_ZH = re.compile(r"[的与和及在将是为对向从被把由并而且或以于]$")
# Particles, which more follows; a headline may end with them, but has no comma and is shorter.
_UNFINISHED_JA = re.compile(r"(?:[をはがのでと]|に|から|まで|より)$")
_LEAST_JA = 15
# What is joined to the word before it: を, and endings of verbs.
_JOINED_JA = re.compile(
    r"を|され|した[。、]|して|しま[しすせ]|します|れた|れる|られ|なる(?:見|予|と)|なかった|ました|てい[るたま]"
)
_LAST_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]+$")
_FIRST_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]+")
# Two are a pause, as chats write it.
_COMMA = re.compile(r"(?<![，、])[，、]$")
_LETTER = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff]")


def goes_on(text: str, rest: str, language: str) -> bool:
    """Whether a break between two lines is surely inside a sentence."""
    if language not in {"zh", "ja"}:
        return False
    if not _LETTER.match(text[-1:]):
        return bool(_COMMA.search(text) and _LETTER.match(rest))
    if _NEVER_FIRST.match(rest):
        return True
    if not _LETTER.match(rest):
        return False
    if cuts_han_word(text, rest, language) or _cuts_katakana(text, rest, language):
        return True
    if language == "zh":
        return bool(_UNFINISHED_ZH.search(text))
    long = "、" in text or len(text) >= _LEAST_JA
    return long and bool(_UNFINISHED_JA.search(text) or _JOINED_JA.match(rest))


def _cuts_katakana(text: str, rest: str, language: str) -> bool:
    left, right = _LAST_KATAKANA.search(text), _FIRST_KATAKANA.match(rest)
    if left is None or right is None or not is_usual(left[0] + right[0], language):
        return False
    return UNLISTED in {rarity(left[0], language), rarity(right[0], language)}
