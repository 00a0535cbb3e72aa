"""A name of the target that is a slip away from what the source's name is called."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.model import Bearer, NameKind
from tqcheck.names.pinyin import reading
from tqcheck.names.romanise import fold
from tqcheck.names.tables import english, english_capitals
from tqcheck.names.target import TargetName
from tqcheck.names.text import Word

# Two of three syllables, three of four. Of two, one agrees by chance.
_NEARLY = 0.66


def meant_country(name: TargetName, bearer: Bearer) -> str | None:
    """The country's name that a single word was meant to be, one letter (in long names two) away; else None.

    Only countries: cities and people are spelt in many ways.
    """
    word = name.text
    if (
        bearer.kind is not NameKind.COUNTRY
        or len(name.words) != 1
        or len(word) < 5
        or _is_name(name.words[0])
    ):
        return None
    for form in bearer.english:
        slips = OSA.distance(fold(word), fold(form))
        if form[:1] == word[:1] and 0 < slips <= (1 if len(form) < 7 else 2) and not word.startswith(form):
            return form
    return None


def _is_name(word: Word) -> bool:
    written = word.text.removesuffix("s")
    known = (word.folded,) in english() or bool({word.text, written} & english_capitals())
    return known or is_english_word(word.text.lower())


def meant_person(words: Sequence[Word], source: str) -> tuple[Span, str] | None:
    """(span in a Chinese source, pinyin) of the person whose name the words nearly are; else None."""
    person = reading(words, source)
    if person is None or not _NEARLY < person.share < 1:
        return None
    return person.span, person.spelling
