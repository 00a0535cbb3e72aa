"""Is a capitalised word a name, or a word of its own language that has a capital for another reason?

A capital tells most languages' names from other words but at the beginning of a sentence; German has them on nouns.
What decides there is what the word is called in English: a name is called itself.
"""

from __future__ import annotations

from functools import lru_cache

from tqcheck.lexicon import english_words, is_covered, stem
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank, word_list
from tqcheck.names.tables import english_capitals
from tqcheck.names.text import fold_word

# A lexicon that calls a word itself at least as often as this knows it as a name.
_ITSELF = 0.3
# The same of a word that is far commoner at home: Bundesliga, CSU.
_MOSTLY_ITSELF = 0.5


@lru_cache(maxsize=32768)
def named_itself(word: str, language: str) -> bool:
    """Does English call it by the same letters, which are no English word: Murray, Bundesliga, Graz?"""
    known = english_words(word, language)
    own = stem(fold_word(word))
    share = known.get(own, 0.0)
    if share < max(_ITSELF, *known.values(), 0.0) or is_english_word(fold_word(word)) or _ordinary(own):
        return False
    alike = sum(other >= share for other in known.values())
    return share >= _MOSTLY_ITSELF or (alike <= 3 and not _at_home(word.lower(), language))


@lru_cache(maxsize=32768)
def called_name(word: str, language: str) -> bool:
    """Is what English usually calls it a name: Petr (Peter), Parigi (Paris), Franciszek (Francis)?"""
    known = english_words(word, language)
    best = max(known.values(), default=0.0)
    usual = [each for each, share in known.items() if share >= best]
    # Dictionaries have a word or two for a name; for what has more, one may be a name by accident.
    if best < _ITSELF or len(usual) > 3 or (language in _COMPOUNDING and _compound(word.lower(), language)):
        return False
    return 2 * sum(map(_name_stem, usual)) >= len(usual)


def named_alike(word: str, language: str) -> bool:
    """Does English call it by the same letters, be they an English word, too: Trump?"""
    known = english_words(word, language)
    return known.get(stem(fold_word(word)), 0.0) >= max(_ITSELF, *known.values(), 0.0)


def _ordinary(stem_: str) -> bool:
    """Is it the stem of a dictionary word: syndrom, ramp, chas?"""
    return any(is_english_word(stem_ + ending) for ending in ("", "e", "y", "a"))


def _name_stem(stem_: str) -> bool:
    """Is it the stem of names only: pennsylv, peter?"""
    if len(stem_) < _STEM or _ordinary(stem_):
        return False
    return any(stem_.capitalize() + ending in english_capitals() for ending in _NAME_ENDINGS)


# Endings that stems lack, of names; and the fewest letters by which a stem is known.
_NAME_ENDINGS = ("", "a", "e", "i", "s", "y", "ia", "ian", "is", "an", "ania", "er", "on", "land")
_STEM = 4


def _at_home(word: str, language: str) -> bool:
    """Is it far commoner in its own language than in English, as names are not?"""
    home = rank(word, language, "small")
    return home is not None and home + _FAR < (rank(word, "en", "small") or _RAREST)


# Hundredths of a bel: names of people in the news of one country are up to 15 times as common there as in English;
# the small lists end where a word is used once in a million words.
_FAR, _RAREST = 120, 600


@lru_cache(maxsize=32768)
def unknown(word: str, language: str, *, listed: bool = False) -> bool:
    """Neither the lexicon nor (unless `listed`) the list of the commoner words has it, nor is it made of such words."""
    lower = word.lower()
    if is_covered(word, language) or (not listed and lower in word_list(language, "small")):
        return False
    return not (language in _COMPOUNDING and _compound(lower, language))


# Languages that write compounds as one word; the fewest letters of their last part, and of what is before it.
_COMPOUNDING = frozenset("de nl sv da no fi et hu".split())
_TAIL, _HEAD = 4, 3
_LONG = 11  # longer words are compounds, whatever they begin with


def _compound(word: str, language: str) -> bool:
    """Does it end in a common word: Lunisolarkalender, Fußbank?"""
    common = word_list(language, "small")
    forms = (
        word,
        *(word[: -len(ending)] for ending in ("s", "es", "n", "en", "e", "er") if word.endswith(ending)),
    )
    return any(
        (form[at:] in common or is_covered(form[at:], language))
        and (len(form) >= _LONG or _head(form[:at], language))
        for form in forms
        for at in range(_HEAD, len(form) - _TAIL + 1)
    )


def _head(head: str, language: str) -> bool:
    """Is it a word that a compound may begin with: Fuß, but not the Sjö of Sjöberg?"""
    forms = (
        head,
        head.removesuffix("s"),
        head.removesuffix("en"),
        head.removesuffix("n"),
        f"{head}e",
        f"{head}en",
    )
    return any(form in word_list(language, "small") or is_covered(form, language) for form in forms)


def common_noun(word: str, language: str) -> bool:
    """A word of the language that an institution's name gives a capital: Estado, Ministère."""
    return _at_home(word.lower(), language) and not named_itself(word, language)


def surname_like(word: str, language: str) -> bool:
    """Is it known abroad, no compound and not far commoner at home, as surnames are that mean something: Klose?"""
    lower = word.lower()
    known = rank(fold_word(word), "en", "large") is not None and not is_english_word(fold_word(word))
    return known and not (_at_home(lower, language) or _german_noun(word) or _compound(lower, language))


def own_word(word: str, language: str) -> bool:
    """A word that its language uses for something, whatever it is called in English: no name stands beside it."""
    if word.isupper() or named_itself(word, language):
        return False
    return _at_home(word.lower(), language) or is_covered(word, language)


def abroad(word: str, language: str, slack: int = 0) -> bool:
    """Is it at least as common in English as at home, as names from elsewhere and no rare forms of verbs are?

    `slack` in hundredths of a bel: by how much it may be rarer.
    """
    lower = fold_word(word)
    english = rank(lower, "en", "large")
    home = rank(word.lower(), language, "large")
    if home is None:
        home = rank(word.lower(), language, "small")  # not every language has a long list
    return english is not None and (home is None or english <= home + slack) and not is_english_word(lower)


def surely_name(
    word: str, language: str, *, initial: bool, titled: bool, supported: bool, noun_like: bool
) -> bool:
    """A capitalised word of at least three letters, no acronym: is it a name where it stands?

    `titled`: a title or a verb of saying is before it. `supported`: or a name stands beside it.
    `noun_like`: what is before it goes with common nouns.
    """
    if language == "de":
        if noun_like and not supported:
            return False
        if named_itself(word, language) or (titled and not initial):
            return True
        if called_name(word, language) and not initial:
            return True
        # Within a sentence the commoner words that no lexicon has are names, too: Spahn, Dietz, Kaufhof.
        strange = unknown(word, language, listed=not initial)
        return strange and (supported or not (_german_noun(word) or _only_here(word, language)))
    if initial:
        if named_itself(word, language) or called_name(word, language):
            return True
        foreign = abroad(word, language)
        return (unknown(word, language) and (supported or foreign)) or (
            foreign and not is_covered(word, language)
        )
    if titled:
        return not common_noun(word, language)
    return not (common_noun(word, language) or _familiar(word, language)) or called_name(word, language)


def _familiar(word: str, language: str) -> bool:
    """A word that the lexicon has, and that is no rare one at home: Orgánica, but Périgueux."""
    home = rank(word.lower(), language, "large")
    return home is not None and home <= _FAMILIAR and own_word(word, language)


# Hundredths of a bel: used three times in a million words; rarer ones are often places that a dictionary lists.
_FAMILIAR = 550


# Endings that make German nouns.
_NOUN_ENDINGS = tuple(
    "ung ungen heit heiten keit keiten schaft schaften tät täten ismus ion ionen chen lein nis nisse tum ling linge "
    "ment mente anz enz ik ur thek ie ien ei eien euse or oren ant anten ent enten ist isten loge logen graf grafen "
    "innen in ern eren ieren".split()
)


def _only_here(word: str, language: str) -> bool:
    """Is it a word that English never has and its own language sometimes: Schemen, Lallen?"""
    return rank(fold_word(word), "en", "large") is None and rank(word.lower(), language, "large") is not None


def _german_noun(word: str) -> bool:
    return word.lower().endswith(_NOUN_ENDINGS)
