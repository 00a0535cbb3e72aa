"""Devanagari to Latin letters, near to what Hindi says: the vowel that a bare consonant carries is kept inside words.

Not a standard romanisation (ISO 15919 tells apart what names from other languages do not): see
`tqcheck.names.romanise`.
"""

from __future__ import annotations

import re
import unicodedata

DEVANAGARI = re.compile("[\u0900-\u0963\u0970-\u097f]+")

_NUKTA, _VIRAMA = "\u093c", "\u094d"
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l l v sh sh s h".split(),
        strict=True,
    )
)
_WITH_NUKTA = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "r", "ढ": "rh", "फ": "f", "य": "y", "झ": "zh"}
_VOWELS = dict(zip("अआइईउऊऋएऐऑओऔऍऎऒ", "a a i i u u ri e ai o o au e e o".split(), strict=True))
_SIGNS = dict(zip("ािीुूृेैॉोौॅॆॊ", "a i i u u ri e ai o o au e e o".split(), strict=True))
_NASAL = {"ं": "n", "ँ": "n", "ः": "h"}


_LATIN_LETTERS = dict(
    zip(
        "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड जैड".split(),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZZ",
        strict=True,
    )
)
_LETTER = re.compile("|".join(sorted(_LATIN_LETTERS, key=len, reverse=True)))
_LETTERS = re.compile(f"(?:{_LETTER.pattern})+")


def latin_initials(word: str) -> str:
    """The Latin letters that a Devanagari word spells by their names, or "": एनएसए and एन.एस.ए. are NSA."""
    parts = [part for part in word.split(".") if part]
    if not all(_LETTERS.fullmatch(part) for part in parts):
        return ""
    letters = "".join(_LATIN_LETTERS[name] for part in parts for name in _LETTER.findall(part))
    return letters if len(letters) > 2 else ""


def romanise_devanagari(text: str) -> str:
    """The text with every Devanagari word in lower-case Latin letters; anything else is left as it is.

    A word's last consonant has no vowel: राम is `ram`.
    """
    return DEVANAGARI.sub(lambda match: _word(unicodedata.normalize("NFKC", match.group())), text)


def _word(word: str) -> str:
    out: list[str] = []
    bare = False  # the last letter is a consonant that nothing has been said about yet
    for at, char in enumerate(word):
        if char in _CONSONANTS:
            if bare:
                out.append("a")
            soft = word[at + 1 : at + 2] == _NUKTA
            out.append(_WITH_NUKTA.get(char, _CONSONANTS[char]) if soft else _CONSONANTS[char])
            bare = True
        elif char in _SIGNS or char in _VOWELS:
            if bare and char in _VOWELS:
                out.append("a")
            out.append(_SIGNS.get(char) or _VOWELS[char])
            bare = False
        elif char in _NASAL:
            if bare:
                out.append("a")
            out.append(_NASAL[char])
            bare = False
        elif char == _VIRAMA:
            bare = False
    if bare and len(out) == 1:
        out.append("a")
    return "".join(out)
