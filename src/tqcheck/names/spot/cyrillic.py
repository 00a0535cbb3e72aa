"""Cyrillic: capitalised words, Russian ones by the dictionary, known names by their stems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.lexicon import english_words
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.spot.diminutives import full_names
from tqcheck.names.spot.institutions import institution, translated
from tqcheck.names.spot.slavic import Reading, knows, reading
from tqcheck.names.tables import english, native
from tqcheck.names.text import Word, all_capitals, title_case, words_of

_CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐЈЉЊЋЂЏӘҒҚҢӨҰҮҺа-яёіїєґјљњћђџәғқңөұүһʼ’']+")
_ENDINGS = re.compile(
    r"(?:ами|ями|ого|его|ої|ів|ому|ему|ыми|ими|ой|ей|ою|ею|ым|им|ом|ем|ах|ях|ам|ям|ов|ев|ых|их|ую|юю|ая|яя|[аеиоуыюяьйії])$"
)


def cyrillic_names(text: str, language: str) -> Iterator[Spotted]:
    """Known names in any case, institutions, and every other capitalised word, certain where it is no word."""
    words = words_of(text)
    shouting = all_capitals(words)
    at = 0
    while at < len(words):
        word = words[at]
        if hints := translated(word.text):
            stem = _stem(word.text)
            yield Spotted(word.span, word.text, stem, NameKind.ORGANISATION, certain=True, hints=hints)
            at += 1
            continue
        if not word.capital or not _CYRILLIC_WORD.fullmatch(word.text):
            at += 1
            continue
        size, spotted = _spotted_at(text, words, at, language, shouting=shouting)
        if spotted is not None:
            yield spotted
        at += size


def _spotted_at(
    text: str, words: tuple[Word, ...], at: int, language: str, *, shouting: bool
) -> tuple[int, Spotted | None]:
    """(number of words, name) of what begins with a capitalised word."""
    word = words[at]
    read = reading(word.text, language)
    stem = _stem(word.text) if len(word.text) > 3 else word.text.lower()
    entries = (*(read.lemmas or (word.text.lower(),)), stem)
    size, bearer = _known_phrase(words, at, _phrases(language), entries)
    if bearer is not None and bearer.kind is NameKind.PLACE and size == 1 and read.lemmas and not read.share:
        bearer = None if not read.unknown else bearer  # a word that some town is called: Бассейны, Pathein
    if bearer is not None and not (size == 1 and read.kind is NameKind.PERSON and not word.text.isupper()):
        span = Span(word.span.start, words[at + size - 1].span.end)
        sure = size > 1 or len(word.text) > 3 or word.text.isupper()
        sure = sure and not shouting and (not word.initial or language == "ru" or size > 1)
        if word.initial and size == 1 and read.lemmas and not word.text.isupper():
            sure = sure and (read.certain or read.unknown)  # Того is Togo, or a pronoun
        if bearer.kind is NameKind.PLACE:
            sure = sure and read.kind is NameKind.PLACE and read.certain
        if bearer.id == "CO" and at and words[at - 1].text.lower().startswith(("округ", "британск")):
            return size, None  # of the United States, or of Canada
        if bearer.id == "US" and at and words[at - 1].text.lower().startswith("доллар"):
            sure = False  # the currency
        return size, known_name(span, span.of(text), bearer, certain=sure)
    if shouting or len(word.text) < 3:
        return 1, None
    if (institution := _institution(text, words, at)) is not None:
        return 1, institution
    lemma = read.lemmas[0] if read.lemmas else stem
    parts = tuple(dict.fromkeys((*read.lemmas[:2], word.text.lower(), stem)))
    sure = not any(char.isupper() for char in word.text[1:]) and not lemma.endswith(_TRANSLATED_ENDINGS)
    place = _of_place(text, word, language)
    sure = (sure and _surely(text, words, at, read, language)) or bool(place)
    hints = (*place, *(full_names(word.text) if read.kind is NameKind.PERSON or read.unknown else ()))
    region = at + 1 < len(words) and words[at + 1].text.startswith(_REGIONS)
    kind = NameKind.PLACE if region and read.kind is NameKind.OTHER else read.kind
    return 1, Spotted(word.span, word.text, lemma, kind, sure, parts=parts, hints=hints)


# They end names of regions, which are translated: Подмосковье, Кубания.
_TRANSLATED_ENDINGS = ("ье", "ия", "’я", "'я")
# Adjectives of places, which English turns into nouns of its own.
_ADJECTIVE = re.compile(r"[сц][кь]к?(?:ой|ом|ому|ого|ую|ая|ое|ие|им|их|ими|ій|ою|ої|ому|і)$")


def _accompanied(text: str, words: tuple[Word, ...], at: int) -> bool:
    """Has it a neighbour with a capital inside the sentence, as given and family names have, but no acronym?"""
    return any(
        0 <= other < len(words)
        and words[other].capital
        and not words[other].text.isupper()
        and not words[other].initial
        and text[words[min(at, other)].span.end : words[max(at, other)].span.start] == " "
        for other in (at - 1, at + 1)
    )


# So much of a word's use must be as a name where it begins a sentence.
_INITIAL = 0.9


def _surely(text: str, words: tuple[Word, ...], at: int, read: Reading, language: str) -> bool:
    """Is a capitalised word a name that English takes over: a name of the dictionary, or a word of none?"""
    word = words[at]
    if text[word.span.end : word.span.end + 1] == "-":
        return False
    if not knows(language):
        plain = word.initial or _quoted(text, word.span) or title_case(words, text) or _means(word, language)
        return not plain and _accompanied(text, words, at)
    if read.certain:
        return not word.initial or read.share > _INITIAL
    if word.initial or _quoted(text, word.span):
        return False  # works have names that are translated
    if read.unknown:
        return len(word.text) > 3 and not _ADJECTIVE.search(word.text)
    if read.surname and at:
        before = words[at - 1]
        together = text[before.span.end : word.span.start] in {" ", ". ", "\u00a0"}
        return together and before.capital and reading(before.text, language).certain
    return False


def _means(word: Word, language: str) -> bool:
    """Does the lexicon translate it by a common word: the White of Білий дім, the Red of Червоний Хрест?"""
    return any(
        value >= _SOMETIMES and any(is_english_word(english + end) for end in ("", "e", "s"))
        for english, value in english_words(word.text, language).items()
    )


_SOMETIMES = 0.3  # of the lexicon's steps the one below which a rendering is far-fetched


def _of_place(text: str, word: Word, language: str) -> tuple[str, ...]:
    """What English calls the place of an adjective that is rendered by the place's name, () if it is none: московский."""
    if not _ADJECTIVE.search(word.text) or _quoted(text, word.span):
        return ()
    known = english_words(word.text, language)
    best = max(known, key=lambda each: known[each], default="")
    bearers = english().get((best,), ())
    if not bearers or known[best] < _SURELY or is_english_word(best):
        return ()
    return tuple(form for bearer in bearers for form in (*bearer.english, *bearer.seats) if " " not in form)


_SURELY = 0.5  # of the lexicon's steps the one from which a rendering is the usual one


def _institution(text: str, words: tuple[Word, ...], at: int) -> Spotted | None:
    """A capitalised adjective before the noun of an institution, inside a sentence: Аграрная партия."""
    word = words[at]
    if word.initial or at + 1 == len(words) or not _ADJECTIVAL.search(word.text) or _quoted(text, word.span):
        return None
    noun = words[at + 1]
    hints = institution(noun.text) if text[word.span.end : noun.span.start] in {" ", "\u00a0"} else ()
    if not hints:
        return None
    span = Span(word.span.start, noun.span.end)
    parts = (word.text.lower(), _stem(word.text))
    return Spotted(
        span, span.of(text), _stem(word.text), NameKind.ORGANISATION, certain=True, parts=parts, hints=hints
    )


_ADJECTIVAL = re.compile(
    r"(?:[нкшчщ](?:ый|ий|ой|ая|ое|ого|ому|ым|им|ом|ую|ых|их|ые|ие|ыми|ими|і|ій|ої|а|е)|[сц]ьк\w{1,3})$"
)


def _quoted(text: str, span: Span) -> bool:
    """Inside quotation marks that hold so little that it may be a title."""
    for opening, closing in ("«»", "“”", "„“", '""'):
        start = text.rfind(opening, 0, span.start)
        same = opening == closing and text.count(opening, 0, span.start) % 2 == 0
        if start < 0 or same or (opening != closing and text.find(closing, start, span.start) >= 0):
            continue
        end = text.find(closing, span.end)
        return len(text[start : end if end > 0 else len(text)].split()) <= _TITLE
    return False


_TITLE = 6  # words


# What follows the adjective of a place: Атырауская область.
_REGIONS = ("област", "кра", "район", "округ", "губерн", "республик")


# Letters that a language does not have.
_NONE = re.compile("(?!)")
_FOREIGN_LETTERS = {
    "ru": re.compile("[іїєґўјљњћђџ]"),
    "uk": re.compile("[ыэъёўјљњћђџ]"),
    "be": re.compile("[иїєґщъјљњћђџ]"),
    "bg": re.compile("[ыэёіїєґўјљњћђџ]"),
    "sr": re.compile("[ыэъёіїєґўщюяйь]"),
    "mk": re.compile("[ыэъёіїєґўщюяйьћђ]"),
}
_SPACE = re.compile(r"[\s-]+")
_Phrases = dict[str, list[tuple[tuple[str, ...], Bearer]]]


@cache
def _phrases(language: str) -> _Phrases:
    """Known forms by their first word, or its stem where the dictionary does not help: the stems of the others."""
    table: _Phrases = {}
    foreign = _FOREIGN_LETTERS.get(language, _NONE)
    for written, bearer in native(language).items():
        form = written.lower()
        if bearer.kind is NameKind.PLACE and foreign.search(form):
            continue  # the cities' Cyrillic column does not tell one language from another
        first, *others = (form,) if form.isalpha() else _SPACE.split(form)
        entry = tuple(map(_stem, others)), bearer
        table.setdefault(first, []).append(entry)
        # Russian nouns are known by their lemmas; the adjective of a name in two words has the noun's gender.
        if (language != "ru" or others) and len(first) > 4 and (stem := _stem(first)) != first:
            table.setdefault(stem, []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _known_phrase(
    words: tuple[Word, ...], at: int, phrases: _Phrases, entries: tuple[str, ...]
) -> tuple[int, Bearer | None]:
    """(number of words, bearer) of the known form that begins here; (1, None) if there is none."""
    short = words[at].text.isupper()
    for entry in dict.fromkeys((*entries, words[at].text.lower())):
        for rest, bearer in phrases.get(entry, ()):
            following = words[at + 1 : at + 1 + len(rest)]
            if not rest and len(entry) < 4 and not short:
                continue
            if tuple(_stem(word.text) for word in following) == rest:
                return 1 + len(rest), bearer
    return 1, None


def _stem(word: str) -> str:
    """Without its ending, whatever the case."""
    return _ENDINGS.sub("", word.lower())
