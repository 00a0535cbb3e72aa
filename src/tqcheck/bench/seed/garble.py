"""Text broken on its way: loops, scrambled words, broken lines, wrong encodings, words of the source, lost quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import SMALL_WORDS
from tqcheck.model import Span

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[^\s,.;:!?“”«»\"()\[\]—–]+(?: [^\s,.;:!?“”«»\"()\[\]—–]+)+")
# Runs of letters in scripts that put no spaces between words.
_UNSPACED_RUN = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")

_JAPANESE_WORD = re.compile(r"[\u4e00-\u9fff]{2,5}|[\u30a1-\u30fc]{3,}")


def _loops(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """A phrase again and again, as a decoder that is stuck writes it."""
    text = document.pairs[index].target
    if not document.spaced:
        runs = [m for m in _UNSPACED_RUN.finditer(text) if len(m[0]) >= 4]
        return [_looped(m.end(), m[0][-min(5, len(m[0])) :], "", rng) for m in runs]
    edits = list[Edit]()
    for clause in _CLAUSE.finditer(text):
        words = [Span(*m.span()).shift(clause.start()) for m in _WORD.finditer(clause[0])]
        size = rng.randint(2, 4)
        for first, last in zip(words, words[size - 1 :], strict=False):
            phrase = text[first.start : last.end]
            if len(phrase) >= 8 and not any(char.isdigit() or char.isupper() for char in phrase):
                edits.append(_looped(last.end, phrase, " ", rng))
    return edits


def _looped(end: int, phrase: str, space: str, rng: Random) -> Edit:
    return Edit(Span(end, end), (space + phrase) * rng.randint(2, 4))


def _shuffles(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """Four to seven words at the end of a clause in an order in which none follows its old neighbour."""
    text = document.pairs[index].target
    small = SMALL_WORDS.get(document.target_lang, frozenset())
    edits = list[Edit]()
    for clause in _CLAUSE.finditer(text) if document.spaced else ():
        words = clause[0].split(" ")[-rng.randint(4, 7) :]
        if len(words) < 4 or len({word.lower() for word in words}) < len(words):
            continue
        if any(not word.isalpha() or not word.islower() for word in words):
            continue
        start = clause.end() - len(" ".join(words))
        edits += (Edit(Span(start, clause.end()), new) for new in _scrambled(words, small, rng))
    return edits


def _scrambled(words: Sequence[str], small: frozenset[str], rng: Random) -> Iterator[str]:
    """An order that is no sentence: it ends in an article or preposition, which it did not."""
    follows = set(pairwise(words))
    for _ in range(60):
        order = list(words)
        rng.shuffle(order)
        if follows.isdisjoint(pairwise(order)) and order[-1] in small and words[-1] not in small:
            yield " ".join(order)
            return


def _breaks(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A line ends inside a word, as in text copied from a page."""
    text = document.pairs[index].target
    edits = list[Edit]()
    for match in _LETTERS.finditer(text) if document.spaced else ():
        if len(match[0]) >= 7 and match[0].islower():
            at = 2 + (match.start() * 7) % (len(match[0]) - 4)
            edits.append(Edit(Span(*match.span()), f"{match[0][:at]}\n{match[0][at:]}"))
    return edits


def _mojibake(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """UTF-8 read as the old encoding of Western (or Cyrillic) Windows: a word, or a typographic mark."""
    text = document.pairs[index].target
    encoding = "cp1251" if document.target_lang in {"ru", "uk", "bg", "be"} else "cp1252"
    edits = list[Edit]()
    for match in re.finditer(r"[^\W\d_]*[^\W\d_\x00-\x7f][^\W\d_]*|[’‘“”–—…«»]", text):
        edits.append(Edit(Span(*match.span()), _misread(match[0], encoding)))
    # The mark that the editor's keyboard made of a plain one.
    for match in re.finditer(r"(?<=\w)'(?=\w)|(?<= )-(?= )", text):
        edits.append(Edit(Span(*match.span()), _misread("’" if match[0] == "'" else "–", encoding)))
    return edits


def _misread(text: str, encoding: str) -> str:
    """Bytes that the old encoding leaves undefined become control characters, as browsers read them."""

    def char(byte: int) -> str:
        try:
            return bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            return chr(byte)

    return "".join(char(byte) for byte in text.encode())


def _leftovers(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """The source's own words in the place of a phrase, from about the same part of the sentence."""
    pair = document.pairs[index]
    source, text = pair.source or "", pair.target
    foreign = [
        span for span in _source_phrases(document, source) if span.of(source).lower() not in text.lower()
    ]
    places = list(_target_phrases(document, text, rng))
    edits = list[Edit]()
    for span in foreign:
        part = (span.start + span.end) / 2 / len(source)
        near = min(
            places, key=lambda place: abs((place.start + place.end) / 2 / len(text) - part), default=None
        )
        if near is not None:
            edits.append(Edit(near, span.of(source)))
    return edits


def _source_phrases(document: Document, source: str) -> Iterator[Span]:
    """Phrases that are no words of the target's language."""
    same_script = _script(source) == _script(" ".join(pair.target for pair in document.pairs))
    if same_script:
        # Cognates look alike: two words or three with an article or preposition of the source between or before.
        small = SMALL_WORDS.get(document.source_lang, frozenset()) - SMALL_WORDS.get(
            document.target_lang, frozenset()
        )
        for match in re.finditer(r"(?<![\w’'-])([^\W\d_]{2,5}) ([^\W\d_]{5,})(?![\w’'-])", source):
            if match[1] in small and (match[2].islower() or document.source_lang == "de"):
                yield Span(*match.span())
        return
    if document.source_lang == "ja":  # words in kanji or katakana; elsewhere nothing tells where a word ends
        yield from (Span(*match.span()) for match in _JAPANESE_WORD.finditer(source))
        return
    latin = _script(source) == "Latin"
    for run in _UNSPACED_RUN.finditer(source):
        for start in range(0, len(run[0]) - 3, 2):
            yield Span(start, start + min(4, len(run[0]) - start)).shift(run.start())
    for match in re.finditer(
        r"(?<![\w-])[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{4,}(?![\w-])", source
    ):
        # Latin letters in another script's text are a name, not the language's own.
        if not match[0][0].isupper() and (latin or not match[0].isascii()):
            yield Span(*match.span())


def _target_phrases(document: Document, text: str, rng: Random) -> Iterator[Span]:
    """Phrases of two or three plain words (characters where there are no spaces), none of them a name or figure."""
    if not document.spaced:
        for run in _UNSPACED_RUN.finditer(text):
            for start in range(0, len(run[0]) - 3, 2):
                yield Span(start, start + 3).shift(run.start())
        return
    for clause in _CLAUSE.finditer(text):
        words = [Span(*m.span()).shift(clause.start()) for m in _WORD.finditer(clause[0])]
        size = rng.randint(1, 2)
        for first, last in zip(words, words[size - 1 :], strict=False):
            phrase = text[first.start : last.end]
            if len(phrase) >= 6 and all(part.isalpha() and part.islower() for part in phrase.split()):
                yield Span(first.start, last.end)


def _script(text: str) -> str:
    """The script of most letters, where sources and targets may share one."""
    letters = [char for char in text if char.isalpha()]
    latin = sum(ord(char) < 0x250 for char in letters)
    cyrillic = sum(0x400 <= ord(char) < 0x530 for char in letters)
    return "Latin" if latin * 2 > len(letters) else "Cyrillic" if cyrillic * 2 > len(letters) else "other"


_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ("『", "』"))


def _unclosed(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """The mark that closes a quotation is gone."""
    text = document.pairs[index].target
    following = document.pairs[index + 1].target if index + 1 < len(document.pairs) else ""
    if following.lstrip().startswith(tuple('“«„「『"')):  # a quotation may open anew in each paragraph
        return []
    edits = list[Edit]()
    for opening, closing in _QUOTES:
        if opening == "“" and "„" in text:
            continue
        if text.count(opening) == text.count(closing):
            edits += (_lost(m) for m in re.finditer(rf"{opening}[^{opening}{closing}]+({closing})", text))
    if text.count('"') % 2 == 0:
        edits += (_lost(m) for m in re.finditer(r'(?<![\w.,!?])"(?=\S)[^"]+(")', text))
    return edits


def _lost(quotation: re.Match[str]) -> Edit:
    place = quotation.end() - 1
    return Edit(Span(place, place + 1), "", mark=Span(quotation.start(), place))


phrase_looped = in_one_pair(_loops, bilingual=False)
words_shuffled = in_one_pair(_shuffles, bilingual=False)
line_broken = in_one_pair(_breaks, bilingual=False)
mojibake = in_one_pair(_mojibake, bilingual=False)
untranslated_words = in_one_pair(_leftovers)
quote_unclosed = in_one_pair(_unclosed, bilingual=False)
