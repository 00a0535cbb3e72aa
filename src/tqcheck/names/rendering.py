"""Find a source name in the target: by what the tables call it, by the words of its gloss, by its sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tqcheck.model import Span
from tqcheck.names.english import CALENDAR, is_english_word
from tqcheck.names.frequency import rank
from tqcheck.names.latin import LATIN, as_common_word, by_lexicon, spelt_alike
from tqcheck.names.model import Bearer, NameKind, Spotted
from tqcheck.names.romanise import is_han
from tqcheck.names.sound import FEW, evidence
from tqcheck.names.tables import countries, english, english_capitals
from tqcheck.names.text import Word, find, fold_word, key, words_of

Phrase = tuple[str, ...]  # folded words in a row

# Evidence in nats per letter: one random pair in 20 (Han, Hangul) to 100 passes, true pairs at 95 to 99%.
RENDERED = 0.0


def rendering(
    name: Spotted, text: str, language: str, beside: frozenset[Phrase] = frozenset()
) -> Span | None:
    """Where the target renders a source name, or None.

    `beside` are the English forms of the other names of the source sentence: a capital that is named for
    itself does not stand for its country.
    """
    words = words_of(text)
    if language in LATIN and (span := _copied(name.text, text)) is not None:
        return span
    bearer = name.bearer
    if bearer is not None:
        for form in _english_forms(bearer):
            if (span := find(words, form)) is not None:
                return span
        for seat in map(key, bearer.seats):
            if seat not in beside and (span := find(words, seat)) is not None:
                return span
    if (span := _by_gloss(name.hints, words)) is not None:
        return span
    if bearer is not None:
        own = fold_word(name.text)  # Kiev is the seat of a government, too
        words = tuple(word for word in words if word.folded == own or not _of_another(word, bearer, language))
    known = name.bearer is not None or bool(name.hints)
    least = _KNOWN.get(language, 0.0) if known else 0.0 if language in LATIN else RENDERED
    # Another country's name is none of its spellings.
    spelt = () if known and name.kind is NameKind.COUNTRY and language in _KNOWN else name.parts
    for part in reversed(spelt):
        if (span := _by_sound(part, words, language, least, known=known)) is not None:
            return span
    if language in LATIN and bearer is None:
        for part in name.parts:
            if (span := as_common_word(part, words)) is not None:
                return span
    translated = language in LATIN or (bearer is None and language in _TRANSLATED)
    if language in LATIN and bearer is not None and len(words_of(name.text)) > 1:
        words = tuple(word for word in words if word.capital)  # the States of Stati Uniti, but no state
    return by_lexicon(name.parts, words, language) if translated else None


def _copied(name: str, text: str) -> Span | None:
    """Where the text has the very name, be it behind an article: d'Adda."""
    match = re.search(rf"['’]{re.escape(name)}\b", text) if len(name) > _COPIED else None
    return Span(*match.span()) if match else None


_COPIED = 3


def forms_of(name: Spotted) -> tuple[Phrase, ...]:
    """The English forms by which the tables know a name."""
    return tuple(map(key, name.bearer.english)) if name.bearer else ()


def paraphrased(name: Spotted, text: str) -> bool:
    """A country that the article has named may be "the country", or understood with its own institutions."""
    if name.kind is NameKind.ORGANISATION and name.bearer is None and name.hints:
        return _INITIALS.search(text) is not None
    if name.kind is not NameKind.COUNTRY or name.bearer is None:
        return False
    own = _OWN.get(name.bearer.id)
    return (own is not None and own.search(text) is not None) or bool(
        re.search(r"\b(?:the|this|that|our|its) (?:country|nation)\b", text)
    )


# What an institution's name may be shortened to.
_INITIALS = re.compile(r"\b[A-Z]{3,}\b")
# Institutions of which English need not say whose they are.
_OWN = {
    "US": re.compile(
        r"\b(?:SEC|EPA|FBI|CIA|FDA|CDC|NASA|NSA|DOJ|Pentagon|Congress|Capitol|White House|Fed|Federal Reserve|federal"
        r"|(?:Justice|State|Treasury) Department|Department of (?:Justice|State|Defense))\b"
    )
}


@lru_cache(maxsize=1024)
def _english_forms(bearer: Bearer) -> tuple[Phrase, ...]:
    forms = list(bearer.english)
    if bearer.kind is NameKind.PLACE and bearer.country in countries():
        forms += [
            form for form in countries()[bearer.country].english if form.endswith(("n", "ese", "ish", "i"))
        ]
    return tuple(map(key, forms))


def _by_gloss(hints: Sequence[str], words: Sequence[Word]) -> Span | None:
    whole = {fold_word(hint) for hint in hints}
    stems = {hint[:5] for hint in whole}
    for word in words if hints else ():
        if word.folded in whole or (len(word.folded) > 3 and word.folded[:5] in stems):
            return word.span
    return None


def _of_another(word: Word, bearer: Bearer, language: str) -> bool:
    """Is the word the name of some other country or city: Uzbekistan sounds like Kazakhstan, Beijing like Shanghai?"""
    bearers = english().get((word.folded,), ())
    if not word.capital or not bearers or bearer in bearers:
        return False
    if any(each.id == bearer.country and word.text in each.seats for each in bearers):
        return False  # the capital's other spelling: Kiev
    if (bearer.id, word.folded) == ("CO", "columbia"):
        return False  # the District, which most languages write as they write the country
    kinds = {bearers[0].kind, bearer.kind}
    # A city has more spellings than the tables know; its sound says more in letters than in characters.
    return NameKind.COUNTRY in kinds or (kinds == {NameKind.PLACE} and language == "zh")


# The same for a name whose usual rendering is known and is not there: in Chinese news translated by people, no other
# spelling of one is below (Mazu, Xi'an, Shantian for 山田), and no other name above.
_KNOWN = {"zh": 1.2, "ja": 1.2}


def _by_sound(part: str, words: Sequence[Word], language: str, least: float, *, known: bool) -> Span | None:
    """The best target word, or two or three in a row, that sounds like `part` by more than `least`.

    `known`: whom it names is known, so that it is no loan word.
    """
    best, where = least, None
    candidates = tuple(_candidates(words, every=language in _WITHOUT_CAPITALS and not known))
    scores = likenesses(part, [latin for _, latin, _ in candidates], language)
    for (span, latin, capital), alike in zip(candidates, scores, strict=True):
        score = alike
        if language not in LATIN and len(latin) < 4:
            score -= 0.6  # short words resemble anything
        if not capital:
            score -= 0.4
        if score > best:
            best, where = score, span
    return where


# Languages besides in which many a word that looks as a name does is translated: Отечество, the Fatherland.
_TRANSLATED = frozenset({"ar", "hi", "ru"})
# Scripts in which a loan word looks as a name does: with them any English word may be its rendering.
_WITHOUT_CAPITALS = frozenset({"hi", "ja"})


# Months by which people are called, too.
_ALSO_NAMES = frozenset(
    {"may", "june", "april", "august", "jan", "mar", "jun", "dec", "mon", "wed", "sun", "sat", "gen"}
)


def _candidates(words: Sequence[Word], *, every: bool) -> Iterator[tuple[Span, str, bool]]:
    """(span, letters, has a capital) of words that may be names, and of capitalised neighbours joined."""
    for at, word in enumerate(words):
        if word.folded in CALENDAR and word.folded not in _ALSO_NAMES:
            continue
        if not word.capital or word.initial:
            named = word.capital and ((word.folded,) in english() or word.text in english_capitals())
            rare = word.capital and rank(word.folded, "en", "small") is None  # Brunet, Wobbler
            if is_english_word(word.text.lower()) and not (named or rare or every):
                continue  # any sentence has words that sound like something
            if not word.capital:
                if len(word.folded) > 3:
                    yield word.span, word.folded, False
                continue
        joined = word.folded
        if len(joined) > 1:
            yield word.span, joined, True
        for other in words[at + 1 : at + 3]:
            if other.span.start > word.span.end + 2 * len(joined):
                break
            joined += other.folded
            yield Span(word.span.start, other.span.end), joined, True


def likenesses(source: str, latins: Sequence[str], language: str) -> list[float]:
    """`likeness` of one word of the source with each of many, in their order."""
    if len(latins) < FEW or _is_latin(source, language) or (language == "ja" and any(map(is_han, source))):
        return [likeness(source, latin, language) for latin in latins]
    from tqcheck.names.sound_batch import evidences  # numpy takes a tenth of a second to load

    forms = _han_forms(source) if language == "zh" and any(map(is_han, source)) else (source,)
    return [max(each) for each in zip(*(evidences(form, latins, language) for form in forms), strict=True)]


@lru_cache(maxsize=65536)
def likeness(source: str, latin: str, language: str) -> float:
    """Evidence that two words are one name: nats per letter, or for Latin sources a scale that is like it."""
    if _is_latin(source, language):
        return spelt_alike(source, latin, language)
    if any(map(is_han, source)):
        if language == "ja":
            return -9.0  # kanji have no reading here
        if language == "zh":
            return max(evidence(form, latin, "zh") for form in _han_forms(source))
    return evidence(source, latin, language)


def _is_latin(source: str, language: str) -> bool:
    return language in LATIN or "a" <= fold_word(source[:1]) <= "z"


def _han_forms(text: str) -> Iterator[str]:
    """The characters as they are; a Chinese person's family name, and the given name first."""
    yield text
    if len(text) > 4:  # a dotted name whose neighbours are not parted from it
        for size in range(2, min(len(text), 7)):
            yield text[:size]
            yield text[-size:]
    elif 2 <= len(text) <= 3:
        yield text[1:] + text[0]
