"""Has a target name anything in the source to stand on? Only what lacks even the weakest support is an addition.

`tqcheck.names.rendering` errs on the other side: there a name counts as rendered by strong likeness alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.lexicon import SUPPORTED, english_words, stem
from tqcheck.names.acronym.initials import letters_of, spelt_out
from tqcheck.names.acronym.spotting import cyrillic_letters, source_letters
from tqcheck.names.latin import LATIN
from tqcheck.names.model import Bearer, NameKind, Spotted
from tqcheck.names.pinyin import reading
from tqcheck.names.readings import readable
from tqcheck.names.rendering import likeness
from tqcheck.names.romanise import romanise, sounds
from tqcheck.names.roots import has_root, has_word, native_forms
from tqcheck.names.sound import evidence_within
from tqcheck.names.target import TargetName
from tqcheck.names.text import fold_word, words_of


def founded(name: TargetName, source: str, spotted: Sequence[Spotted], language: str) -> bool:
    """Has the source anything that this target name may come from?

    A country, city or organisation that the tables know in both languages needs its own name or a word of its root: by
    sound, one -stan would stand for another. A Chinese person's name needs its very syllables.
    """
    known = [s.bearer for s in spotted if s.bearer]
    if any(
        _stands_for(name, bearer, known, source, language) or has_root(bearer, source, language)
        for bearer in name.bearers
    ):
        return True
    latin = {word.folded for word in words_of(source) if word.text[:1].isascii() or language in LATIN}
    hints = {fold_word(hint) for s in spotted for hint in s.hints}
    stems = {hint[:5] for hint in hints if len(hint) > 4}
    if any(w.folded in latin or w.folded in hints or w.folded[:5] in stems for w in name.words):
        return True
    if any(has_word(word.folded, source, language) for word in name.words):
        return True
    joined = "".join(word.folded for word in name.words)
    if language == "zh" and _spelt(joined, source):
        return True
    country = any(bearer.kind is NameKind.COUNTRY for bearer in name.bearers)
    # A country's own name is known, and what looks like it is not: Maan and Amman are not Oman.
    if language in LATIN or (language in _LIKELIER and not country):
        called = english_words(source, language)
        if any(called.get(stem(word.text), 0.0) >= SUPPORTED for word in name.words):
            return True
    if _of_person(joined, spotted, language) or _spells_acronym(name, source, language):
        return True
    if name.bearers and all(_listed(bearer, language) for bearer in name.bearers):
        return (
            language in _LIKELIER and not country and _sounded(joined, source, language, _LIKELIER[language])
        )
    if language == "zh" and (person := reading(name.words, source)):
        return person.share == 1
    if language in LATIN and len(name.words) > 1:
        return any(
            likeness(word, part.folded, language) > _LATIN_SAME
            for word in _source_words(source)
            for part in name.words
        )
    least = _WITHIN.get(language, 0.0) + (_OF_SEVERAL.get(language, 0.0) if len(name.words) > 1 else 0.0)
    return any(
        len(part) > 2 and _sounded(part, source, language, least)
        for part in dict.fromkeys((*(word.folded for word in name.words), joined))
    )


def _of_person(latin: str, spotted: Sequence[Spotted], language: str) -> bool:
    """Does a part of a person's name sound like it: people are called George, Victoria and Florence, too?"""
    return any(
        likeness(part, latin, language) > _OF_PEOPLE
        for person in spotted
        if person.kind is NameKind.PERSON
        for part in person.parts
    )


# What lets one random pair in 200 through (see `evidence`): an article has many people and many places.
_OF_PEOPLE = 0.7


def _spells_acronym(name: TargetName, source: str, language: str) -> bool:
    """Is it what an acronym of the source stands for: the International Olympic Committee, where that has IOC?"""
    if len(name.words) < 2 and not any(form.isupper() for b in name.bearers for form in b.english):
        return False
    words = [word.text for word in name.words]
    known = {letters_of(form) for bearer in name.bearers for form in bearer.english if form.isupper()}
    return any(
        letters in known or spelt_out(letters, words, loosely=True)
        for letters in (*source_letters(source), *cyrillic_letters(source, language))
    )


def _spelt(latin: str, source: str) -> bool:
    """Is it the pinyin of two to four characters of the source: Nanping, the city 南平, is the town 南屏, too?"""
    return latin in _readings(source)


@lru_cache(maxsize=64)
def _readings(source: str) -> frozenset[str]:
    return frozenset(
        romanise(run[at : at + size], "zh")
        for run in _HAN.findall(source)
        for size in range(2, 5)
        for at in range(len(run) - size + 1)
    )


def _stands_for(
    name: TargetName, bearer: Bearer, known: Sequence[Bearer], source: str, language: str
) -> bool:
    """The same bearer, the country of a city that is named, or the capital of a country that is named.

    One city never stands for another, though both are of one country: Beijing is China's, and so is Shanghai. But 大山,
    read Oyama, is a person where 小山 is the city.
    """
    if language == "ja" and bearer.country == "JP":
        return readable("".join(word.folded for word in name.words), source)
    if any(
        bearer.id == other.id or (bearer.id == other.country and name.text not in bearer.seats)
        for other in known
    ):
        return True
    return any(other.id == bearer.country and name.text in other.seats for other in known)


def _listed(bearer: Bearer, language: str) -> bool:
    return bearer.kind is NameKind.COUNTRY or bearer.id in native_forms(language)


# Names of other Latin languages are copied or adapted: Moscú, Moscow.
# Of a name in several words one must be nearly the same.
_LATIN_ALIKE, _LATIN_SAME = -0.15, 0.3

# Evidence per letter of the name that the likeliest stretch of a sentence gives. Below these, 1 to 2% of the names
# that do stand in the source are missed; of random names, 93% in Russian, 80 to 90% in kana and Arabic, 40% in
# Korean and 10% in Chinese fall below (measured on news translated by people).
_WITHIN = {"hi": 0.6, "ru": 0.0, "uk": 0.0, "ja": -0.3, "ar": -0.5, "ko": -0.55, "zh": -0.2}


# The same for a name whose usual spellings are not in the source: others are as common in Hindi (वूहान, वुहान).
_LIKELIER = {"ar": 1.3, "hi": 1.3}
# More than that for each part of a name in several words, which have as many chances.
_OF_SEVERAL = {"hi": 0.3, "ru": 0.3, "uk": 0.3}


def _sounded(latin: str, source: str, language: str, least: float) -> bool:
    """Does any stretch of the source sound like it, with `least` evidence per letter?"""
    if language in LATIN:
        return any(likeness(word, latin, language) > _LATIN_ALIKE for word in _source_words(source))
    if language == "ja" and (readable(latin, source) or _spelt(latin, source)):
        return True
    if any(word.text[:1].isascii() and likeness(word.text, latin, "en") > -0.3 for word in words_of(source)):
        return True
    return evidence_within(_romanised(source, language), latin, language) > least


_HAN = re.compile("[\u4e00-\u9fff]{2,}")


@lru_cache(maxsize=512)
def _source_words(source: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words_of(source) if len(word.text) > 2))


@lru_cache(maxsize=512)
def _romanised(source: str, language: str) -> str:
    text = "".join(re.findall("[ぁ-ヺー]+", source)) if language == "ja" else source
    return sounds(text, language)
