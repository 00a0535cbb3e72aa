"""Letters, spaces and marks out of place: glued, split, misspelt and look-alike words, small letters, lost full stops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import SMALL_WORDS
from tqcheck.confusables import CONFUSABLES
from tqcheck.model import Span

_PLAIN = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")
_VOWELS = "aeiouyаеёиоуыэюяіїє"
# Small letters of Latin that Russian has in the same form, as a keyboard left in the other layout types them, and back.
_TWINS = {letter: CONFUSABLES["Cyrillic"][letter] for letter in "aceopxy"}
_TWINS |= {twin: letter for letter, twin in _TWINS.items()}
# Zero-width space, byte order mark, a control character: what copied pages and broken exports leave.
_INVISIBLE = "\u200b\ufeff\u0008"
_END = re.compile(r"\w{2}(\.)\s*$")  # not of an abbreviation: p.m.


def _glued(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """The space between an article or preposition and the word beside it is gone."""
    text = document.pairs[index].target
    small = SMALL_WORDS.get(document.target_lang, frozenset())
    return [
        Edit(Span(match.start(), match.end(2)), match[1] + match[2])
        for match in re.finditer(r"(?<![\w'’-])([^\W\d_]{2,}) (?=([^\W\d_]{5,})(?![\w'’-]))", text)
        if match[1] in small and match[2].islower()
    ]


def _split(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A space in a word, after a vowel and two letters or more, three before its end."""
    text = document.pairs[index].target
    edits = list[Edit]()
    for match in _PLAIN.finditer(text) if document.spaced else ():
        word = match[0]
        if len(word) >= 8 and word.islower():
            cuts = [
                at for at in range(3, len(word) - 3) if word[at - 1] in _VOWELS and word[at] not in _VOWELS
            ]
            edits += (Edit(Span(*match.span()), f"{word[:at]} {word[at:]}") for at in cuts)
    return edits


def _detached(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A space before a comma or full stop, as a tokeniser leaves it."""
    if not document.spaced:
        return []
    return [
        Edit(Span(match.start(), match.end()), " " + match[0])
        for match in re.finditer(r"(?<=[^\W\d_]{2})[,.](?=\s|$)", document.pairs[index].target)
    ]


def _lowered(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A sentence begins with a small letter."""
    text = document.pairs[index].target
    match = re.match(r"[“«„\"]?([^\W\d_]{2,})", text)
    if match is None or not match[1].istitle():
        return []
    return [Edit(Span(*match.span(1)), match[1].lower())]


def _hidden(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """A character that nobody sees, within a word."""
    edits = list[Edit]()
    for match in _PLAIN.finditer(document.pairs[index].target):
        if len(match[0]) >= 5:
            at = match.start() + rng.randrange(2, len(match[0]) - 1)
            edits.append(Edit(Span(at, at), rng.choice(_INVISIBLE)))
    return edits


def _disguised(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A letter of Cyrillic among Latin ones, or the other way round, that looks like the one it stands for."""
    edits = list[Edit]()
    for match in _PLAIN.finditer(document.pairs[index].target):
        word = match[0]
        twins = [at for at, letter in enumerate(word) if letter in _TWINS]
        if len(word) >= 5 and word.islower() and 0 < len(twins) < len(word):
            at = twins[0]
            edits.append(Edit(Span(*match.span()), word[:at] + _TWINS[word[at]] + word[at + 1 :]))
    return edits


def _misspelt(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """Two letters of a long word have changed places, or one inside is lost: of so long a word none is made that is one, too."""
    edits = list[Edit]()
    for match in _PLAIN.finditer(document.pairs[index].target) if document.spaced else ():
        word = match[0]
        if len(word) < 8 or not word.islower():
            continue
        at = rng.randrange(2, len(word) - 3)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        shorter = word[:at] + word[at + 1 :]
        edits += (Edit(Span(*match.span()), new) for new in (swapped, shorter) if new != word)
    return edits


def _unended(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """The full stop at the end is gone; what it ended is marked by its last word."""
    text = document.pairs[index].target
    match = _END.search(text)
    if match is None or len(text.split()) < 6:
        return []
    start = text.rfind(" ", 0, match.start(1)) + 1
    return [Edit(Span(*match.span(1)), "", mark=Span(start, match.start(1)))]


words_glued = in_one_pair(_glued, bilingual=False)
word_split = in_one_pair(_split, bilingual=False)
punctuation_detached = in_one_pair(_detached, bilingual=False)
sentence_lowered = in_one_pair(_lowered, bilingual=False)
character_invisible = in_one_pair(_hidden, bilingual=False)
letters_disguised = in_one_pair(_disguised, bilingual=False)
word_misspelt = in_one_pair(_misspelt, bilingual=False)
end_missing = in_one_pair(_unended, bilingual=False)
