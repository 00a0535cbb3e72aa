"""Characters that look like others: of another alphabet, of another script, radicals for characters, 末 for 未."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tqcheck.confusables import CONFUSABLES
from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.source_faults.confusable_han import confused
from tqcheck.source_faults.words import UNLISTED, is_usual, rarity

_TO_LATIN, _TO_CYRILLIC = (str.maketrans({**CONFUSABLES[script]}) for script in ("Latin", "Cyrillic"))
_WORD = re.compile(r"[^\W\d_]{3,}")
_IS_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_IS_CYRILLIC = re.compile("[\u0400-\u052f]")
# Kangxi radicals, which PDF files have for the characters that they are part of, and the box 囗 for a mouth 口.
_RADICALS = re.compile("[\u2f00-\u2fd5]+")
_BOX = re.compile("囗")
# Kana and Han that print alike: kana alone between Han, and Han alone between katakana.
_KANA, _HAN_ALIKE = "ロカニエトハタチミーヘナセオ", "口力二工卜八夕千三一へ十七才"
_HAN = "\u3400-\u9fff"
_KANA_IN_HAN = re.compile(
    f"(?<=[{_HAN}])([{_KANA}])(?=[{_HAN}\u3041-\u309f。，、])|(?<=[{_HAN}])([{_KANA}])$"
)
_HAN_IN_KANA = re.compile(f"(?<=[\u30a1-\u30fc])([{_HAN_ALIKE}])(?=[\u30a1-\u30fc])")
_KANA_TO_HAN = dict(zip(_KANA, _HAN_ALIKE, strict=True))
_HAN_TO_KANA = dict(zip(_HAN_ALIKE, _KANA, strict=True))
# Dashes for the sign of a long vowel, katakana that print alike, and kana of half the width.
_DASHED = re.compile("[\u30a1-\u30fa\u30fc]+[—–―－‐-][\u30a1-\u30fa\u30fc—–―－‐-]*")
_DASH = re.compile("[—–―－‐-]")
_KANA_ALIKE = dict(zip("ソンシツクワコユルレウ", "ンソツシワクユコレルワ", strict=True))
_HALF_WIDTH = re.compile("[\uff66-\uff9f]+")
_ALONE_IN_HAN = re.compile(f"(?<=[{_HAN}])[\u30a1-\u30fa](?=[{_HAN}])")
_SHORTEST_KATAKANA = 4
_KATAKANA_WORD = re.compile("[\u30a1-\u30fc]+")
# How rare two characters together must be to be no word.
_NO_WORD = 700
# Once in 30,000 words and more.
_COMMON = 450


def strangers(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Words in which some characters are of a script that the word is not in."""
    for match in _RADICALS.finditer(text):
        yield Span(*match.span()), unicodedata.normalize("NFKC", match[0])
    if language in {"zh", "ja"}:
        for match in _BOX.finditer(text):
            yield Span(*match.span()), "口"
        for match in _HALF_WIDTH.finditer(text):
            yield Span(*match.span()), unicodedata.normalize("NFKC", match[0])
        yield from _kana(text, language)
        if language == "ja":
            yield from _dashed(text)
        return
    for match in _WORD.finditer(text):
        word = match[0]
        latin, cyrillic = bool(_IS_LATIN.search(word)), bool(_IS_CYRILLIC.search(word))
        if not (latin and cyrillic):
            continue
        for table, other in ((_TO_LATIN, _IS_CYRILLIC), (_TO_CYRILLIC, _IS_LATIN)):
            fixed = word.translate(table)
            listed = "ru" if other is _IS_LATIN and language not in {"uk", "bg"} else language
            if not other.search(fixed) and rarity(fixed, listed) < UNLISTED:
                yield Span(*match.span()), fixed
                break


def _kana(text: str, language: str) -> Iterator[tuple[Span, str]]:
    for match in _KANA_IN_HAN.finditer(text):
        at = match.start()
        fixed = _KANA_TO_HAN[match[0]]
        with_neighbours = (text[at - 1] + fixed, fixed + text[at + 1 : at + 2])
        if any(len(word) == 2 and is_usual(word, language) for word in with_neighbours):
            yield Span(at, at + 1), fixed
    for match in _HAN_IN_KANA.finditer(text) if language == "ja" else ():
        at = match.start()
        fixed = _HAN_TO_KANA[match[0]]
        before = text[:at][-20:]
        word = re.search(r"[\u30a1-\u30fc]*$", before)
        after = _KATAKANA_WORD.match(text, at + 1)
        whole = (word[0] if word else "") + fixed + (after[0] if after else "")
        if is_usual(whole, language):
            yield Span(at, at + 1), fixed


def _dashed(text: str) -> Iterator[tuple[Span, str]]:
    """Katakana words with a dash for the sign of a long vowel: サ—ビス."""
    for match in _DASHED.finditer(text):
        fixed = _DASH.sub("ー", match[0])
        if is_usual(fixed, "ja") and not all(
            len(part) > 1 and is_usual(part, "ja") for part in _DASH.split(match[0])
        ):
            yield Span(*match.span()), fixed


def confused_kana(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Katakana words that no list has and that one character makes usual: パソコソ for パソコン."""
    if language != "ja":
        return
    for match in _KATAKANA_WORD.finditer(text):
        word = match[0]
        if len(word) < _SHORTEST_KATAKANA or rarity(word, language) < UNLISTED:
            continue
        wholes = {
            word[:at] + _KANA_ALIKE[char] + word[at + 1 :]
            for at, char in enumerate(word)
            if char in _KANA_ALIKE
        }
        usual = [whole for whole in wholes if is_usual(whole, language)]
        if len(usual) == 1:
            yield Span(*match.span()), usual[0]


def lone_kana(text: str, language: str) -> Iterator[tuple[Span, None]]:
    """A katakana between Chinese characters of a text that has no other kana: nobody knows for what it stands."""
    if language != "zh" or re.search("[\u3041-\u309f]|[\u30a1-\u30fc]{2}", text):
        return
    for match in _ALONE_IN_HAN.finditer(text):
        yield Span(*match.span()), None


def confused_han(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Two characters of Chinese or Japanese that are no word, where one that prints alike makes them a usual one; marks the two."""
    others = confused(language)
    for at, char in enumerate(text if others else ""):
        for fixed in others.get(char, ()):
            span = _pair(text, at, fixed, language)
            if span is None or any(_is_word(text, at + low, at + high, language) for low, high in _AROUND):
                continue
            yield span, text[span.start : at] + fixed + text[at + 1 : span.end]


def _pair(text: str, at: int, fixed: str, language: str) -> Span | None:
    """The two characters that `fixed` makes a usual word; the other must not belong to a word on its own other side."""
    if _is_common(fixed + text[at + 1 : at + 2], language) and not _is_word(text, at + 1, at + 3, language):
        return Span(at, at + 2)
    if (
        at
        and _is_common(text[at - 1] + fixed, language)
        and not any(_is_word(text, at - size, at, language) for size in (2, 3))
    ):
        return Span(at - 1, at + 1)
    return None


# Where words of two to four characters begin and end that hold a character at 0.
_AROUND = ((-1, 1), (0, 2), (-2, 1), (-1, 2), (0, 3), (-3, 1), (-2, 2), (-1, 3), (0, 4))


def _is_common(word: str, language: str) -> bool:
    place = rank(word, language, "small") if len(word) == 2 else None
    return place is not None and place <= _COMMON


def _is_word(text: str, start: int, end: int, language: str) -> bool:
    return start >= 0 and end <= len(text) and rarity(text[start:end], language) <= _NO_WORD
