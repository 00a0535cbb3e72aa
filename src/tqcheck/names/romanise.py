"""Any script to Latin letters, near enough to sound that spellings of one name resemble each other.

Not a standard romanisation: the transliteration model (`tqcheck.names.sound`) learnt what follows from here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tqcheck.names.devanagari import DEVANAGARI, romanise_devanagari

# Letters whose Unicode name is not their sound, Cyrillic of Russian, Ukrainian, Bulgarian, Serbian and Kazakh.
_CYRILLIC = dict(
    zip(
        "абвгґғдеёєжзиіїйјкқлљмнњңоөпрстћуўүұфхһцчџшщъыьэюяђә",
        "a b v g g g d e yo ye zh z i i yi y j k k l l m n n n o o p r s t c u u u u f kh h ts ch j sh shch "
        "@ y @ e yu ya d a".split(),
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىآأإؤئءپچژگڤکی",
        "a b t th j h kh d dh r z s sh s d t z @ gh f q k l m n h w y a a a a i w y @ p ch zh g v k y".split(),
        strict=True,
    )
)
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h w z h t y k k l m m n n s @ p f ts ts k r sh t".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t i f ch ps o".split(),
        strict=True,
    )
)
_LETTERS = {**_CYRILLIC, **_ARABIC, **_HEBREW, **_GREEK}

_INITIALS = "g kk n d tt r m b pp s ss @ j jj ch k t p h".split()
_MEDIALS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = "@ k k ks n nj nh t l lk lm lb ls lt lp lh m p ps t t ng t t k t p t".split()

_SILENT = "\u110b"  # the initial that stands before a vowel

_LATIN = {
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "œ": "oe",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ə": "a",
}


def fold(text: str) -> str:
    """Lower-case Latin text without diacritics: `Müller` → `muller`, `Łódź` → `lodz`."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(_LATIN.get(char, char) for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def romanise(text: str, language: str = "und") -> str:
    """Lower-case ASCII letters for a word in any script; "" where nothing is known of it.

    Han characters are read as Mandarin (their commonest reading in names) unless `language` is Japanese,
    whose kanji have no reading here.
    """
    out: list[str] = []
    folded = unicodedata.normalize("NFKC", text).lower()
    if DEVANAGARI.search(folded):
        folded = romanise_devanagari(folded)
    for at, char in enumerate(folded):
        if "a" <= char <= "z":
            out.append(char)
        elif char in _LETTERS:
            out.append(_LETTERS[char])
        elif "가" <= char <= "힣":
            code = ord(char) - 0xAC00
            out += (_INITIALS[code // 588], _MEDIALS[code % 588 // 28], _FINALS[code % 28])
        elif "\u3040" <= char <= "\u30ff":
            _kana(char, out, folded[at - 1] if at else "")
        elif is_han(char):
            if language != "ja":
                out.append(_pinyin(char))
        elif char.isalpha() or unicodedata.category(char) == "Mc":
            out.append(_other(char))
    return "".join(out).replace("@", "")


@lru_cache(maxsize=8192)
def sounds(text: str, language: str) -> str:
    """What the transliteration model compares: one letter a sound where Latin letters need two.

    Hangul falls into its letters (initial and final consonants are two kinds); all else is `romanise`d.
    """
    if language != "ko":
        return romanise(text, language)
    return "".join(
        unicodedata.normalize("NFD", char).replace(_SILENT, "")
        if "가" <= char <= "힣"
        else romanise(char, language)
        for char in unicodedata.normalize("NFC", text)
    )


def is_han(char: str) -> bool:
    """A Han character (without kana or Hangul)."""
    return (
        "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U0003ffff"
    )


def _kana(char: str, out: list[str], previous: str) -> None:
    """Append one kana; small ones change what stands before: キ+ャ kya, フ+ァ fa, ッ doubles nothing here."""
    name = unicodedata.name(char, "")
    if "LETTER" not in name or char in "っッー":
        return
    sound = name.rsplit(" ", 1)[1].lower()
    if "SMALL" in name and out and previous:
        stem = out[-1].rstrip("aeiou")
        glide = sound.startswith("y") and stem not in {"sh", "ch", "j"}
        out[-1] = stem + (sound if glide else sound.removeprefix("y"))
    elif sound == "n" or name.endswith("LETTER N"):
        out.append("n")
    else:
        out.append(
            {"si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu"}.get(
                sound, sound
            )
        )


def _pinyin(char: str) -> str:
    from tqcheck.names.tables import pinyin

    return pinyin().get(char, "")


def _other(char: str) -> str:
    """A letter of another script by its Unicode name: DEVANAGARI LETTER KA → ka; a Latin one by its base."""
    base = fold(char)
    if base.isascii():
        return base
    name = unicodedata.name(char, "")
    if "LETTER" not in name and "VOWEL SIGN" not in name:
        return ""
    sound = name.rsplit(" ", 1)[1].lower()
    return sound if sound.isalpha() else ""  # MIAO LETTER TONE-2 has none
