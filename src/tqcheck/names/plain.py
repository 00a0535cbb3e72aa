"""One spelling for what the writers of a script spell in several ways: vowel points, nasals, dots, accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Forms of one letter; the Persian ones are the Arabic ones' twins.
_LETTERS = str.maketrans("أإآٱىکیۀةёґѝς", "اااايكيههегиσ")
_POINTS = re.compile("[\u0640\u064b-\u065f\u0670\u0591-\u05c7\u0483-\u0487\u0301\u200c-\u200f]")
# A nasal before a consonant of its own class, as the dot that stands for it: अण्डा, अंडा.
_NASAL = re.compile("[ङञणनम]\u094d(?=[क-म])|ँ")
_NUKTA = "\u093c"


@lru_cache(maxsize=8192)
def plain(text: str, language: str) -> str:
    """Lower-case text in its plainest spelling; what is no letter stays."""
    if language == "hi":
        return _NASAL.sub("ं", unicodedata.normalize("NFKC", text).replace(_NUKTA, "")).lower()
    if language == "el":
        decomposed = unicodedata.normalize("NFD", text.lower())
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _POINTS.sub("", text.lower()).translate(_LETTERS)
