"""Whether two words are one in different inflections, language by language.

A word has keys, and two words that share one are inflections of the same word. Keys are meant for inflection alone:
"organ" is not "organization", though stemmers made for search engines say so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from tqcheck.documents import primary_language
from tqcheck.terms.english import COMPARED, english_keys, inflected

# Two words with a stem in common that differ in more letters than any ending has are derivations: Snowball's stem of
# "organisation" is that of "organ". Four letters hold -ами, -iste, -ungen's -en and an umlaut.
_ENDING = 4

_SNOWBALL = {
    "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "es": "spanish",
    "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip


def alike(word: str, other: str, language: str, *, spelt_alike: bool = False, part: str = "") -> bool:
    """True when the two are one word in different inflections (or the same word). Capitals make no difference.

    `spelt_alike`: "organisation" and "organization" are two words then. `part`: only inflections of this part of speech
    count, where they can be told: "trains" and not "trained" of a noun.
    """
    one, two = folded(word), folded(other)
    primary = primary_language(language)
    if part and not _as(part, word, other, primary):
        return False
    if one == two:
        return True
    if part in COMPARED and primary == "en":
        return True  # by what else than its degrees it would be inflected
    if not keys(one, primary) & keys(two, primary):
        return False
    if primary == "en":
        return not spelt_alike or bool({one, *inflected(one)} & {two, *inflected(two)})
    return primary not in _SNOWBALL or (_differ_in_ending(one, two) and _derivation(one) == _derivation(two))


@lru_cache(maxsize=65536)
def keys(word: str, language: str) -> frozenset[str]:
    """The keys of a word (any case) in a language (primary subtag)."""
    word = folded(word)
    find = _KEYS.get(language)
    if find is not None:
        return frozenset((word, *find(word)))
    if language in _SNOWBALL:
        if language == "pt":
            word = re.sub("[õã]es$", "ão", word)
        stems = {word, _stemmer(language).stemWord(word)}
        return frozenset(stems | {_GENDERED.sub("", word)} if language in _ROMANCE else stems)
    return frozenset((word, _plain_stem(word)))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word for comparison: NFKC, no case, no possessive, one apostrophe, е for ё."""
    word = unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("ё", "е")
    return word.removesuffix("'s").removesuffix("'") or word


def _differ_in_ending(one: str, two: str) -> bool:
    one, two = _bare(one), _bare(two)
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    return max(len(one), len(two)) - shared <= _ENDING


# Endings that make another word, of which stemmers made for search engines take no notice: presidente, presidencia.
_DERIVING = re.compile(
    "(?:[aeêâ]n[cz][ei]?a?|dade?|it[àé]|tion|ci[oó]n|ção|çõe|zion[ei]|ment|mente|ung|heit|keit|isch|ist|ista|iste|isme|ismo|ismus)"
    "(?:s|es|en|e|er|n)?$"
)
_ROMANCE = frozenset({"ca", "es", "it", "pt"})
# europeo, europeas: Snowball's Spanish takes the one for a verb.
_GENDERED = re.compile("(?<=..)(?:[oae]s?)$")


def _derivation(word: str) -> bool:
    return bool(_DERIVING.search(word))


def _bare(word: str) -> str:
    """Without diacritics: Häuser begins as Haus does."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(_SNOWBALL[language])


# --- languages whose inflection is worth rules of its own


def _as(part: str, word: str, other: str, language: str) -> bool:
    """Whether nothing speaks against two words being inflections of one word of this part of speech."""
    if language == "en":
        possessive = part != "noun" and any(form.lower().endswith(("'s", "’s")) for form in (word, other))
        return not possessive and bool(
            {*english_keys(folded(word), part)} & {*english_keys(folded(other), part)}
        )
    if language == "de" and part == "noun":
        return word[:1].islower() or not other[:1].islower()
    if language == "ru" and folded(word) != folded(other):
        one, two = ({*_russian(folded(form), part)} for form in (word, other))
        return not one or bool(one & two)
    return True


_RUSSIAN_PARTS = {
    "noun": {"NOUN"},
    "verb": {"VERB", "INFN", "PRTF", "PRTS", "GRND"},
    "adjective": {"ADJF", "ADJS", "COMP"},
    "adverb": {"ADVB", "COMP"},
}


def _russian(word: str, part: str = "") -> Iterator[str]:
    for parse in _morphology().parse(word):
        if part and parse.tag.POS not in _RUSSIAN_PARTS[part]:
            continue
        if parse.score >= 0.1:  # below are readings that a reader would not think of
            yield parse.normal_form.replace("ё", "е")


@lru_cache(maxsize=65536)
def may_be_noun(word: str) -> bool:
    """Whether a Russian word may be a noun."""
    return any(parse.score >= 0.1 and "NOUN" in parse.tag for parse in _morphology().parse(word))


def citation(phrase: str, language: str) -> str:
    """A phrase as a dictionary has it, as far as its inflection is known: Russian up to its first noun."""
    words = phrase.split(" ")
    noun_at = next((at for at, word in enumerate(words) if may_be_noun(word)), None)
    if language != "ru" or noun_at is None:
        return phrase
    nouns = [parse for parse in _morphology().parse(words[noun_at]) if "NOUN" in parse.tag]
    number = _morphology().parse(words[noun_at - 1])[0].tag.number if noun_at else None
    noun = next((parse for parse in nouns if parse.tag.number == number), nouns[0])
    if not noun.is_known or "Surn" in noun.tag:  # who is called Пельта nobody knows
        return phrase
    agreement = {"nomn", noun.tag.number} | ({noun.tag.gender} if noun.tag.number == "sing" else set())
    for at in range(noun_at + 1):
        parse = noun if at == noun_at else _morphology().parse(words[at])[0]
        inflected = parse.inflect({"nomn", noun.tag.number} if parse is noun else agreement - {None})
        if inflected is None:
            return phrase
        words[at] = inflected.word.capitalize() if words[at][:1].isupper() else inflected.word
    return " ".join(words)


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer  # a quarter of a second

    return MorphAnalyzer(lang="ru")


# Particles that a Korean word ends in, alone or two in a row.
_PARTICLE = (
    "은|는|이|가|을|를|의|에|도|만|와|과|로|으로|에서|에게|한테|께|께서|부터|까지|보다|처럼|이나|나|이며|며|이고|고|"
    "이라고|라고|이란|란|이라는|라는|이다|인|들|마다|조차|뿐|대로|이었다|였다|입니다"
)
_PARTICLES = re.compile(rf"(?:들)?(?:{_PARTICLE}){{1,2}}$")
_SHORTEST = re.compile(rf"(?:{_PARTICLE})$")


def _korean(word: str) -> Iterator[str]:
    for pattern in (_PARTICLES, _SHORTEST):
        found = pattern.search(word)
        if found and found.start() >= 2:
            yield word[: found.start()]


# What Arabic and Hebrew write together with the next word: and, the, in, to, as, for.
_ARABIC_PREFIX = re.compile("^(?:[وف]?(?:[بك]?ال|لل|[بلك])|[وف])(?=.{3})")
_HEBREW_PREFIX = re.compile("^ו?(?:[בלמכ]|מה|שה|כש)?ה?ש?(?=.{3})")


def _arabic(word: str) -> Iterator[str]:
    word = re.sub("[\u064b-\u0652\u0640]", "", word).translate(str.maketrans("أإآى", "اااي"))
    for form in {word, _ARABIC_PREFIX.sub("", word)}:
        yield form
        yield re.sub("(?:ات|ون|ين|ان|ية|ة|ه|ها|هم|ي)$", "", form) if len(form) > 4 else form


def _hebrew(word: str) -> Iterator[str]:
    word = re.sub("[\u0591-\u05c7]", "", word)
    for form in {word, _HEBREW_PREFIX.sub("", word)}:
        yield form
        yield re.sub("(?:ים|ות|יות|י|ת|ה)$", "", form) if len(form) > 4 else form


_SLAVIC_ENDING = re.compile(
    "(?:ями|ами|ого|его|ому|ему|ими|ыми|ої|ою|ею|ові|еві|ів|їв|ях|ах|ам|ям|ий|ый|ій|ой|ая|яя|ое|ее|ые|ие|ої|их|ых|им|ым|"
    "ом|ем|єм|ех|та|то|те|ът|ят|ите|[аеєиіїйоуюьыэя])$"
)


def _cyrillic(word: str) -> Iterator[str]:
    stem = _SLAVIC_ENDING.sub("", word)
    yield stem if len(stem) >= 3 else word


def _plain_stem(word: str) -> str:
    """A language that nobody here knows: vowels and one consonant at the end may be its inflection."""
    stem = re.sub(r"[aeiouyáéíóúýąęěůāēīū]+[mnsx]?$", "", word)
    return stem if len(stem) >= 4 else word


_KEYS: dict[str, Callable[[str], Iterator[str]]] = {
    "en": english_keys, "ru": _russian, "ko": _korean, "ar": _arabic, "he": _hebrew,
    "uk": _cyrillic, "be": _cyrillic, "bg": _cyrillic, "mk": _cyrillic, "kk": _cyrillic,
}  # fmt: skip
