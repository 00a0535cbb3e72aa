"""Is a capitalised word a name, or a word of its own language that has a capital for another reason?

A capital tells most languages' names from other words but at the beginning of a sentence; German has them on nouns.
What decides there is what the word is called in English: a name is called itself.
"""

from __future__ import annotations

from functools import lru_cache

from tqcheck.lexicon import english_words, is_covered, stem
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank, word_list
from tqcheck.names.text import fold_word

# A lexicon that calls a word itself at least as often as this knows it as a name.
_ITSELF = 0.3


@lru_cache(maxsize=32768)
def named_itself(word: str, language: str) -> bool:
    """Does English call it by the same letters, which are no English word: Murray, Bundesliga, Graz?"""
    known = english_words(word, language)
    own = stem(fold_word(word))
    best = max(known.values(), default=0.0)
    itself = known.get(own, 0.0) >= max(_ITSELF, best) and not is_english_word(fold_word(word))
    return itself and not _at_home(word.lower(), language)


def _at_home(word: str, language: str) -> bool:
    """Is it far commoner in its own language than in English, as names are not?"""
    home = rank(word, language, "small")
    return home is not None and home + _FAR < (rank(word, "en", "small") or _RAREST)


# Hundredths of a bel: names of people in the news of one country are up to 15 times as common there as in English;
# the small lists end where a word is used once in a million words.
_FAR, _RAREST = 120, 600


@lru_cache(maxsize=32768)
def unknown(word: str, language: str) -> bool:
    """Neither the lexicon nor the list of the commoner words has it, nor is it made of such words."""
    lower = word.lower()
    if is_covered(word, language) or lower in word_list(language, "small"):
        return False
    return not (language in _COMPOUNDING and _compound(lower, language))


# Languages that write compounds as one word; the fewest letters of their last part, and of what is before it.
_COMPOUNDING = frozenset("de nl sv da no fi et hu".split())
_TAIL, _HEAD = 4, 3


def _compound(word: str, language: str) -> bool:
    """Does it end in a common word: Lunisolarkalender, Fußbank?"""
    common = word_list(language, "small")
    forms = (
        word,
        *(word[: -len(ending)] for ending in ("s", "es", "n", "en", "e", "er") if word.endswith(ending)),
    )
    return any(
        form[at:] in common or is_covered(form[at:], language)
        for form in forms
        for at in range(_HEAD, len(form) - _TAIL + 1)
    )


def common_noun(word: str, language: str) -> bool:
    """A word of the language that an institution's name gives a capital: Estado, Ministère."""
    return _at_home(word.lower(), language) and not named_itself(word, language)


def own_word(word: str, language: str) -> bool:
    """A word that its language uses for something, whatever it is called in English: no name stands beside it."""
    if word.isupper() or named_itself(word, language):
        return False
    return _at_home(word.lower(), language) or is_covered(word, language)


def abroad(word: str, language: str) -> bool:
    """Is it at least as common in English as at home, as names from elsewhere and no rare forms of verbs are?"""
    lower = fold_word(word)
    english = rank(lower, "en", "large")
    home = rank(word.lower(), language, "large")
    return english is not None and (home is None or english <= home) and not is_english_word(lower)


def surely_name(word: str, language: str, *, initial: bool, supported: bool, noun_like: bool) -> bool:
    """A capitalised word of at least three letters, no acronym: is it a name where it stands?

    `supported`: a name stands beside it. `noun_like`: what is before it goes with common nouns.
    """
    if language == "de":
        if noun_like and not supported:
            return False
        return named_itself(word, language) or (
            unknown(word, language) and (supported or not _german_noun(word))
        )
    if initial:
        known = named_itself(word, language)
        return known or (unknown(word, language) and (supported or abroad(word, language)))
    return not common_noun(word, language)


# Endings that make German nouns.
_NOUN_ENDINGS = tuple(
    "ung ungen heit heiten keit keiten schaft schaften tät täten ismus ion ionen chen lein nis nisse tum ling linge "
    "ment mente anz enz ik ur thek ie ien ei eien euse or oren ant anten ent enten ist isten loge logen graf grafen "
    "innen in ern eren ieren".split()
)


def _german_noun(word: str) -> bool:
    return word.lower().endswith(_NOUN_ENDINGS)
