"""Words that are none and are one slip from a usual one: a letter lost, doubled, or taken for another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.source_faults.words import UNLISTED, rarity

# Once in a million words and more, all of the short list: of 2,500 translated sentences each from de, es, fr, pt, ru and
# zh, 0 to 4 had a word that seemed damaged, and most of these were.
_USUAL = 600
# The second best must be this much rarer, three times, or nobody knows which was meant.
_CLEARLY = 50
# Shorter words are one letter from too many others; with a capital, names are.
_SHORTEST, _SHORTEST_CAPITAL = 5, 8
# Parts of a German compound, and what may join them.
_PART, _JOINTS = 3, ("", "s", "n", "en", "es")
_WORD = re.compile(r"(?<![\w@#/.'’-])[^\W\d_]+[^\W_]*[^\W\d_](?![\w@/'’-]|\.\w)")
_ALPHABETS = {
    "de": "abcdefghijklmnopqrstuvwxyzäöü",
    "fr": "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôùûœ",
    "es": "abcdefghijklmnopqrstuvwxyzáéíñóúü",
    "it": "abcdefghijklmnopqrstuvwxyzàèéìòù",
    "pt": "abcdefghijklmnopqrstuvwxyzáâãàçéêíóôõú",
    "nl": "abcdefghijklmnopqrstuvwxyzë",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأؤإئ",
}
# What recognition makes of letters (the commonest confusions of the post-OCR literature), each way.
_OCR = (
    ("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("in", "m"), ("ri", "n"), ("nn", "m"), ("fi", "h"),
    ("n", "m"), ("a", "o"), ("g", "q"), ("c", "e"), ("e", "o"), ("u", "n"), ("v", "y"), ("h", "b"), ("f", "t"), ("l", "t"), ("i", "l"), ("s", "f"),
    ("0", "o"), ("1", "l"), ("1", "i"), ("5", "s"), ("0", "о"), ("6", "б"), ("3", "з"), ("4", "ч"),
    ("п", "н"), ("и", "п"), ("ш", "щ"), ("ь", "ъ"), ("с", "е"), ("ц", "п"), ("л", "п"), ("т", "г"), ("н", "и"),
    ("é", "e"), ("ü", "u"), ("ö", "o"), ("ä", "a"),
)  # fmt: skip


def misread(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Words that the short list lacks and that are one slip from a usual word. A capital may be a name's, except in
    German, which writes nouns with it.
    """
    if language not in _ALPHABETS:
        return
    for match in _WORD.finditer(text):
        word = match[0]
        capital = word[0].isupper()
        if (
            len(word) < (_SHORTEST_CAPITAL if capital else _SHORTEST)
            or not word[1:].islower()
            or (capital and (language != "de" or not match.start()))
        ):
            continue
        if any(char.isdigit() for char in word) and sum(char.isdigit() for char in word) > 1:
            continue
        fixed = _meant(word.lower(), language)
        if fixed is not None:
            yield Span(*match.span()), fixed.capitalize() if capital else fixed


def is_word(word: str, language: str) -> bool:
    """Whether the longest list knows a word, however rare: slow, for the few words that are in doubt."""
    return rarity(word, language) < UNLISTED


@lru_cache(maxsize=8192)
def _meant(word: str, language: str) -> str | None:
    """The word that is one slip from a word that is not in the short list; None if there is none, or more than one."""
    # The lists write ß as ss.
    if "ß" in word or rank(word, language, "small") is not None or _is_compound(word, language):
        return None
    if (
        word.endswith("ся") and rarity(word[:-1] + "ь", language) < UNLISTED
    ):  # in verse and speech also after a vowel
        return None
    found = set[tuple[int, str]]()
    for other in _slips(word, language):
        place = rank(other, language, "small")
        if place is not None and place <= _USUAL:
            found.add((place, other))
    if not found:
        return None
    best, *others = sorted(found)
    return None if others and others[0][0] < best[0] + _CLEARLY else best[1]


def _is_compound(word: str, language: str) -> bool:
    if language not in {"de", "nl"}:
        return False
    for at in range(_PART, len(word) - _PART + 1):
        head, tail = word[:at], word[at:]
        if rank(tail, language, "small") is None:
            continue
        for joint in _JOINTS:
            bare = head.removesuffix(joint)
            if head.endswith(joint) and len(bare) >= _PART and rank(bare, language, "small") is not None:
                return True
    return False


def _slips(word: str, language: str) -> Iterator[str]:
    """One letter more, one less, two exchanged, or letters that print alike. The last letter is left as it is: there
    words are inflected.
    """
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1 :]
        if at < len(word) - 2:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for letter in _ALPHABETS[language]:
            yield word[:at] + letter + word[at:]
    for letter in _ALPHABETS[language]:
        yield word[:-1] + letter + word[-1:]
    for one, other in _OCR:
        for wrong, right in ((one, other), (other, one)):
            at = word.find(wrong)
            while at >= 0:
                yield word[:at] + right + word[at + len(wrong) :]
                at = word.find(wrong, at + 1)
