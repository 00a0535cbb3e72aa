"""Where a foreign text has what an English name renders, for names that spotting passed over.

`tqcheck.names.founded` asks whether there is anything at all; this is which words it is, for a reader of the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tqcheck.lexicon import SUPPORTED, english_words, stem
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.latin import LATIN
from tqcheck.names.model import Bearer
from tqcheck.names.rendering import likeness
from tqcheck.names.romanise import romanise
from tqcheck.names.roots import native_forms, short_form
from tqcheck.names.text import Word, fold_word

# Evidence in nats per letter; a little above what links spotted names, for here every word of the text is a candidate.
_SOUNDS = {"zh": 1.0}  # any stretch of characters is one
_SOUNDS_ELSE = 0.4
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_KATAKANA = re.compile("[ァ-ヺー]{2,}")
_SHORTEST, _LONGEST = 1.3, 6  # Latin letters that a character is spelt with, over a whole name
_HAN_NAME = (2, 3, 4, 5)  # characters of a name that is spelt by sound
_ARABIC_PREFIX = re.compile("^(?:[وف])?(?:[بلك])?(?:ال|لل)?(?=.{3})")


def locate(name: Sequence[Word], bearers: Sequence[Bearer], text: str, language: str) -> Span | None:
    """The words of `text`, of a language other than English, that a name of these words renders; None if none does."""
    for bearer in bearers:
        if (span := _known(bearer, text, language)) is not None:
            return span
    candidates = tuple(_candidates(text, language))
    found = [
        span for word in name if (span := _of_word(word.text, word.folded, candidates, language)) is not None
    ]
    if not found and len(name) > 1:
        joined = "".join(word.folded for word in name)
        span = _by_sound(joined, candidates, language)
        found = [span] if span is not None else []
    return _with_noun(_together(found, text), name, text, language)


def called(phrase: str, name: Sequence[Word], language: str) -> bool:
    """Are half the words of an English name, and two at least, translations of words of the phrase?"""
    words = english_words(phrase, language)
    same = sum(words.get(stem(word.text), 0.0) >= SUPPORTED for word in name)
    return same > 1 and 2 * same >= len(name)


def completed(span: Span, name: Sequence[Word], text: str, language: str) -> Span:
    """The span with the words beside it that are words of the English name as well: Angela, before or after Merkel."""
    if language in {"zh", "ja", "ko"}:
        return span
    own = [word.folded for word in name]
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    before = [word for word in words if word.end <= span.start]
    after = [word for word in words if word.start >= span.end]
    while before and _beside(before[-1], span, text) and _one_of(before[-1].of(text), own, language):
        span = Span(before.pop().start, span.end)
    while after and _beside(span, after[0], text) and _one_of(after[0].of(text), own, language):
        span = Span(span.start, after.pop(0).end)
    return span


def copied_stretch(span: Span, text: str, foreign: str) -> Span:
    """A name with what a hyphen joins to it in both texts: Aix-la-Chapelle."""
    for match in _WORD.finditer(text, span.end):
        if text[span.end : match.start()] != "-" or text[span.start : match.end()] not in foreign:
            break
        span = Span(span.start, match.end())
    return span


def untranslated(span: Span, text: str, foreign: str) -> bool:
    """Is it a word of a sentence left in its language: two words beside it are no English, and stand so in the source?

    One is not enough: Vasco da Gama.
    """
    before = [Span(*match.span()) for match in _WORD.finditer(text, 0, span.start)]
    after = [Span(*match.span()) for match in _WORD.finditer(text, span.end)]
    strange = 0
    for words in (reversed(before), iter(after)):
        for word in islice(words, 2):
            stretch = text[min(word.start, span.start) : max(word.end, span.end)]
            letters = word.of(text)
            if stretch not in foreign or not letters.islower() or is_english_word(letters):
                break
            strange += 1
    return strange > 1


def _beside(one: Span, two: Span, text: str) -> bool:
    return text[one.end : two.start] in {" ", "-", "\u00a0"}


def _one_of(word: str, names: Sequence[str], language: str) -> bool:
    if language not in {"ar", "he", "hi"} and not word[:1].isupper():
        return False
    return fold_word(word) in names or any(
        likeness(word, name, language) > _SOUNDS_ELSE for name in names if len(name) > 2
    )


def _with_noun(span: Span | None, name: Sequence[Word], text: str, language: str) -> Span | None:
    """A Chinese name with what it is: 青岩 with 大桥 where it is Qingyan Bridge, with 湖 where it is Qingyan Lake."""
    if span is None or language != "zh":
        return span
    nouns = {stem(word.text) for word in name if is_english_word(word.text.lower())}
    for size in (1, 2, 3):
        tail = text[span.end : span.end + size]
        if nouns & {noun for noun, share in english_words(tail, language).items() if share >= SUPPORTED}:
            return Span(span.start, span.end + size)
    return span


def _known(bearer: Bearer, text: str, language: str) -> Span | None:
    forms = native_forms(language).get(bearer.id, ())
    for form in sorted(forms, key=len, reverse=True):
        pattern = re.escape(form) if language in {"zh", "ja", "ko"} else rf"\b{re.escape(form)}\b"
        if match := re.search(pattern, text):
            return Span(*match.span())
    return short_form(bearer, text, language)


def _candidates(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """(span, letters) of what may be a name: words; of Japanese, what is written by sound; of Chinese, any stretch."""
    if language == "zh":
        for run in _HAN.finditer(text):
            for start in range(run.start(), run.end()):
                for size in _HAN_NAME:
                    if start + size <= run.end():
                        yield Span(start, start + size), text[start : start + size]
        return
    for match in (_KATAKANA if language == "ja" else _WORD).finditer(text):
        start = match.start()
        if language == "ar" and (prefix := _ARABIC_PREFIX.match(match.group())):
            start += prefix.end()
        yield Span(start, match.end()), text[start : match.end()]


def _of_word(word: str, folded: str, candidates: Sequence[tuple[Span, str]], language: str) -> Span | None:
    copied = next((span for span, letters in candidates if fold_word(letters) == folded), None)
    if copied is not None or len(folded) < 3:
        return copied
    if language == "zh":
        spelt = next((span for span, letters in candidates if romanise(letters, "zh") == folded), None)
        if spelt is not None:
            return spelt
    elif language != "ja":
        wanted = stem(word)
        called = {span: english_words(letters, language).get(wanted, 0.0) for span, letters in candidates}
        best = max(called, key=called.__getitem__, default=None)
        if best is not None and called[best] >= SUPPORTED:
            return best
    return None if is_english_word(word.lower()) else _by_sound(folded, candidates, language)


def _by_sound(latin: str, candidates: Sequence[tuple[Span, str]], language: str) -> Span | None:
    least, best = _SOUNDS.get(language, _SOUNDS_ELSE), None
    if language == "zh":
        # The stretches are of every size: none need be read in parts.
        candidates = [
            (span, letters)
            for span, letters in candidates
            if _SHORTEST * len(letters) <= len(latin) <= _LONGEST * len(letters)
        ]
        from tqcheck.names.sound_batch import evidences_of  # numpy takes a tenth of a second to load

        scores = evidences_of([letters for _, letters in candidates], latin, language)
    else:
        candidates = [
            (span, letters)
            for span, letters in candidates
            if len(letters) > 1 and (language not in LATIN or letters[:1].isupper())
        ]
        scores = [likeness(letters, latin, language) for _, letters in candidates]
    for (span, _), score in zip(candidates, scores, strict=True):
        if score > least:
            least, best = score, span
    return best


def _together(found: Sequence[Span], text: str) -> Span | None:
    """The spans as one, as far as nothing but a space or small word is between them; else the last, a family name."""
    if not found:
        return None
    spans = sorted(set(found))
    whole = spans[0]
    for span in spans[1:]:
        between = text[whole.end : span.start]
        if len(between) <= _GAP and not re.search(r"[,.;:!?()。，、؛،]", between):
            whole = Span(whole.start, max(whole.end, span.end))
        else:
            return found[-1]
    return whole


_GAP = 5  # characters between the words of one name: " de la"
