"""Words that do not fit together: swapped, dropped, doubled, of another language, a verb that disagrees, all in no order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import SMALL_WORDS
from tqcheck.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TWO = re.compile(r"(?<![\w'’-])([^\W\d_]+) ([^\W\d_]+)(?![\w'’-])")

# A preposition after which no noun can begin by itself, and the article before it.
_DROPPABLE = {
    "en": tuple(
        f"{one} {two}" for one in "of in for at to by with from on into".split() for two in ("the", "a")
    ),
    "de": ("mit dem", "mit der", "in der", "aus dem", "nach der", "auf dem"),
    "fr": ("dans le", "dans la", "pour la", "pour le", "avec le", "sur la"),
    "es": ("en el", "en la", "de la", "con el", "para la", "por el"),
}
# Verbs by number that stand right after a noun or pronoun.
_NUMBERS = {
    "en": (
        ("is", "are"),
        ("was", "were"),
        ("has", "have"),
        ("does", "do"),
        ("believes", "believe"),
        ("says", "say"),
    ),
    "de": (("ist", "sind"), ("wird", "werden"), ("hat", "haben"), ("wurde", "wurden")),
    "fr": (("est", "sont"), ("a", "ont"), ("sera", "seront"), ("était", "étaient")),
    "es": (("es", "son"), ("está", "están"), ("ha", "han"), ("fue", "fueron")),
}
# Words of each language whose others have no such word.
_CONCEPTS = (
    {"en": "and", "de": "und", "es": "y", "ru": "и", "fr": "et"},
    {"en": "because", "de": "weil", "es": "porque", "ru": "потому", "fr": "parce"},
    {"en": "but", "de": "aber", "es": "pero", "ru": "но", "fr": "mais"},
    {"en": "year", "de": "Jahr", "es": "año", "ru": "год", "fr": "année"},
    {"en": "years", "de": "Jahre", "es": "años", "ru": "лет", "fr": "années"},
    {"en": "that", "de": "dass", "es": "que", "ru": "что", "fr": "que"},
    {"en": "with", "de": "mit", "es": "con", "ru": "с", "fr": "avec"},
    {"en": "also", "de": "auch", "es": "también", "ru": "также", "fr": "aussi"},
    {"en": "city", "de": "Stadt", "es": "ciudad", "ru": "город", "fr": "ville"},
    {"en": "between", "de": "zwischen", "es": "entre", "ru": "между", "fr": "entre"},
    {"en": "government", "de": "Regierung", "es": "gobierno", "ru": "правительство", "fr": "gouvernement"},
    {"en": "people", "de": "Leute", "es": "personas", "ru": "люди", "fr": "gens"},
    {"en": "for", "de": "für", "es": "para", "ru": "для", "fr": "pour"},
    {"en": "from", "de": "aus", "es": "desde", "ru": "из", "fr": "depuis"},
)  # fmt: skip


def _swapped(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """An article or preposition stands after the word it belongs before."""
    text = document.pairs[index].target
    small = SMALL_WORDS.get(document.target_lang, frozenset())
    edits = list[Edit]()
    for match in _pairs(text) if document.spaced else ():
        first, second = match[1], match[2]
        if first in small and second not in small and second.islower() and len(second) > 3:
            edits.append(Edit(Span(*match.span()), f"{second} {first}"))
    return edits


def _dropped(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A preposition before an article is gone; what it stood between is marked."""
    text = document.pairs[index].target
    edits = list[Edit]()
    for pair in _DROPPABLE.get(document.target_lang, ()):
        first, second = pair.split()
        for match in re.finditer(rf"(?<=[^\W\d_]) {first} (?={second} [^\W\d_])", text):
            before = text.rfind(" ", 0, match.start()) + 1
            end = match.start() + 1 + len(second)
            edits.append(Edit(Span(*match.span()), " ", mark=Span(before, end)))
    return edits


def _doubled(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """An article or preposition stands twice."""
    text = document.pairs[index].target
    small = SMALL_WORDS.get(document.target_lang, frozenset())
    return [
        Edit(Span(*match.span()), f"{match[0]} {match[0]}")
        for match in re.finditer(r"(?<=[\w,] )[^\W\d_]+(?= [^\W\d_])", text)
        if match[0] in small and document.spaced
    ]


def _disagreeing(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A verb in the singular is put in the plural, or the other way round."""
    text = document.pairs[index].target
    edits = list[Edit]()
    for one, many in _NUMBERS.get(document.target_lang, ()):
        for old, new in ((one, many), (many, one)):
            # Not after "and" or "you": either number may be right there, or a word between belongs to neither.
            pattern = rf"(?<=[^\W\d_] ){old}(?= [^\W\d_])"
            edits += (
                Edit(Span(*match.span()), new)
                for match in re.finditer(pattern, text)
                if not re.search(r"\b(?:you|I|and|or|there|und|et|y|je|ich) $", text[: match.start()])
            )
    return edits


def _foreign(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """A common word in the source's language, or in another where the source writes none of these."""
    text, target = document.pairs[index].target, document.target_lang
    language = document.source_lang
    if language == target or language not in _CONCEPTS[0]:
        language = rng.choice([each for each in ("de", "es", "fr") if each != target])
    edits = list[Edit]()
    for words in _CONCEPTS:
        if target in words and words[language] != words[target]:
            own = rf"(?<=[\w,] ){re.escape(words[target])}(?= [^\W\d_])"
            edits += (Edit(Span(*match.span()), words[language]) for match in re.finditer(own, text))
    return edits


def _disordered(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """All words of a sentence in another order; its capital and its full stop stay where they are."""
    text = document.pairs[index].target
    words = text.rstrip(" .!?").split(" ")
    if (
        not document.spaced
        or len(words) < 8
        or not text.endswith(".")
        or any('"' in w or "“" in w for w in words)
    ):
        return []
    bare = [word.strip(",;:") for word in words]
    bare[0] = bare[0][:1].lower() + bare[0][1:]
    order = list(bare)
    for _ in range(20):
        rng.shuffle(order)
        if sum(a == b for a, b in zip(order, bare, strict=True)) < 2:
            break
    new = " ".join(order)
    return [Edit(Span(0, len(text)), new[:1].upper() + new[1:] + ".")]


def _pairs(text: str) -> Sequence[re.Match[str]]:
    """Each two neighbouring words, overlapping."""
    starts = [match.start() for match in _WORD.finditer(text)]
    found = (_TWO.match(text, start) for start in starts)
    return [match for match in found if match is not None]


words_swapped = in_one_pair(_swapped, bilingual=False)
function_word_dropped = in_one_pair(_dropped, bilingual=False)
function_word_doubled = in_one_pair(_doubled, bilingual=False)
verb_disagreeing = in_one_pair(_disagreeing, bilingual=False)
foreign_word = in_one_pair(_foreign, bilingual=False)
sentence_shuffled = in_one_pair(_disordered, bilingual=False)
