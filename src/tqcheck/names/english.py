"""Is it a word of the English dictionary, as it stands or inflected?"""

from __future__ import annotations

import re
from functools import lru_cache

from tqcheck.names.tables import english_words


@lru_cache(maxsize=8192)
def is_english_word(word: str) -> bool:
    """True when the lower-case word, or what it is inflected from, is in the English dictionary."""
    known = english_words()
    word = re.split("['’]", word)[0] or word
    if word in known or word in CALENDAR or len(word) == 1:
        return True
    american = (
        word.replace("isation", "ization").replace("ise", "ize").replace("our", "or").replace("tre", "ter")
    )
    stems = [american]
    for base in (word, american):
        for ending, replacements in _INFLECTIONS:
            if base.endswith(ending) and len(base) > len(ending) + 3:
                stems += (base[: -len(ending)] + replacement for replacement in replacements)
    return any(stem in known for stem in stems)


CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "christmas easter mr mrs ms dr prof st sr jr sen rep gov gen lt col sgt capt".split()
)
# What the list leaves out of what is regular; new words (-ation, -ity) are no inflections.
_INFLECTIONS = (
    ("s", ("",)), ("es", ("", "e")), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")),
    ("er", ("", "e")), ("ers", ("", "e")), ("ier", ("y",)), ("iers", ("y",)), ("est", ("", "e")), ("iest", ("y",)),
    ("ly", ("",)), ("ness", ("",)), ("men", ("man",)), ("women", ("woman",)),
)  # fmt: skip
