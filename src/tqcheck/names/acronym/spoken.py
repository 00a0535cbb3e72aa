"""Acronyms as they are said: by the names of their letters (아이유, बीबीसी, Би-би-си) or as a word (ब्रिक्स, BRICS)."""

from __future__ import annotations

import re
from functools import lru_cache

from tqcheck.names.acronym.spotting import acronyms
from tqcheck.names.rendering import likeness

# What a language calls the letters of the English alphabet, from A to Z; several names of one letter parted by |.
_NAMES = {
    "ko": "에이 비 씨|시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알|아르 에스 티 유 브이|비 더블유|더블유 엑스 와이 제트|지",
    "hi": "ए बी सी डी ई|इ एफ|एफ़ जी एच आई|आइ जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू|डब्लू एक्स वाई|वाय जेड|ज़ेड",
    "ja": "エー|エイ ビー シー ディー|デー イー エフ ジー エイチ アイ ジェイ|ジェー ケイ|ケー エル エム エヌ オー ピー キュー アール エス ティー|テー ユー ブイ|ヴィ ダブリュー|ダブル エックス ワイ ゼット",
    "ru": "эй би си ди и эф джи эйч ай джей кей эл эм эн о|оу пи кью ар эс ти ю ви дабл-?ю экс|икс уай зет|зед",
    "uk": "ей бі сі ді і еф джи|джі ейч ай джей кей ел ем ен о|оу пі к'ю|кью ар ес ті ю ві дабл-?ю екс|ікс вай зет|зед",
}  # fmt: skip
# As a word, four letters and more. Of words of other meaning some 1 in 100 sounds like it (see `evidence`).
_SHORTEST, _ALIKE = 4, 0.5

# With the vowel signs of Hindi; of Japanese the katakana.
_WORD = re.compile(r"[^\W\d_ぁ-ん一-鿿][^\s\d_!-/:-@。、・।«»“”„ぁ-ん一-鿿]+")


def is_spoken(letters: str, source: str, language: str) -> bool:
    """Does the source write the letters in its own script as English says them?"""
    if (pattern := _by_letters(letters, language)) is not None and pattern.search(source.lower()):
        return True
    return len(letters) >= _SHORTEST and any(
        likeness(word, letters.lower(), language) > _ALIKE
        for word in _WORD.findall(source)
        if not word.isascii()
    )


def said_in(name: str, english: str, language: str) -> bool:
    """Is a name of the source, as केपीएमजी, an acronym of the English text by the names of its letters?"""
    for acronym in acronyms(english):
        pattern = _by_letters(acronym.letters, language)
        found = pattern.match(name.lower()) if pattern else None
        if found and 2 * len(found.group()) > len(name):  # particles may hang on to it
            return True
    return False


@lru_cache(maxsize=256)
def _by_letters(letters: str, language: str) -> re.Pattern[str] | None:
    if language not in _NAMES or not (letters.isascii() and letters.isalpha()):
        return None
    names = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _NAMES[language].split(), strict=True))
    inside = "ァ-ヺー" if language == "ja" else "^\\W\\d_"  # no part of a longer word
    return re.compile(
        f"(?<![{inside}])" + "[- .·]?".join(f"(?:{names[letter]})" for letter in letters.upper())
    )
