"""One term of the source under two English names in an article: "digital economy" here, "digital business" there.

Shown only where the lexicon vouches for every word: both names are of two words, one of them in common; the words in
which they differ both render one part of the term, the word in common another part; and nothing else in the sentence
accounts for the other word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.lexicon import FUNCTION_WORDS, english_words, parts, stem
from tqcheck.model import Span
from tqcheck.terms.english import american
from tqcheck.terms.find import tokens
from tqcheck.terms.phrases import phrases
from tqcheck.terms.words import folded

# Fewer places show no custom that one of them could break.
_PLACES = 3
# The least probability of the lexicon's for a word that counts as a rendering of the term.
_RENDERS = 0.06


@dataclass(frozen=True, slots=True)
class Renamed:
    """A place (the index of the pair) where a term has another name than `usual`, as the article has it mostly.

    `rarely`: only here, and the usual name three times or more.
    """

    place: int
    source: Span
    target: Span
    usual: str
    rarely: bool


@dataclass(frozen=True, slots=True)
class _Couple:
    """Two English words side by side, by their stems."""

    span: Span
    stems: tuple[str, str]


def renamed(sources: Sequence[str], targets: Sequence[str], language: str) -> list[Renamed]:
    """The terms of a source in `language` that its English translation, pair by pair, calls by two names."""
    places: dict[tuple[str, ...], dict[int, Span]] = defaultdict(dict)
    for place, found in enumerate(phrases(sources, language, _PLACES)):
        for phrase in found:
            places[phrase.key].setdefault(place, phrase.span)
    couples = [list(_couples(text)) for text in targets]
    results: dict[tuple[int, Span], tuple[int, Renamed]] = {}
    for spans in places.values():
        if len(spans) < _PLACES:
            continue
        for other in _of_term(spans, sources, targets, couples, language):
            # Of two terms of which one holds the other, the longer one is meant.
            key = (other.place, other.target)
            if key not in results or results[key][0] < len(other.source):
                results[key] = (len(other.source), other)
    return [other for _, other in sorted(results.values(), key=lambda item: (item[1].place, item[1].target))]


def _of_term(
    spans: Mapping[int, Span],
    sources: Sequence[str],
    targets: Sequence[str],
    couples: Sequence[Sequence[_Couple]],
    language: str,
) -> Iterator[Renamed]:
    first = next(iter(spans))
    rendered = [
        {english for english, value in renders.items() if value >= _RENDERS}
        for renders in parts(spans[first].of(sources[first]), language)
    ]
    counts = Counter(
        couple
        for place in spans
        for couple in {c.stems for c in couples[place]}
        if _renders(rendered, couple)
    )
    if not counts:
        return
    (usual, count), *_ = counts.most_common(1)
    if count < 2 or 2 * count < len(spans):
        return
    for place, span in spans.items():
        if usual in {couple.stems for couple in couples[place]}:
            continue
        words = {_stem(word.of(targets[place])) for word in tokens(targets[place])}
        rest = english_words(f"{sources[place][: span.start]} \n {sources[place][span.end :]}", language)
        for couple in couples[place]:
            differ = [at for at in (0, 1) if couple.stems[at] != usual[at]]
            if len(differ) != 1:
                continue
            (at,) = differ
            if (
                couple.stems[at] not in rest
                and usual[at] not in words
                and _renders(rendered, couple.stems)
                and any({usual[at], couple.stems[at]} <= part for part in rendered)
            ):
                rarely = count >= 3 and counts[couple.stems] == 1
                yield Renamed(place, span, couple.span, _form(usual, spans, targets, couples), rarely)
                break


def _renders(rendered: Sequence[set[str]], couple: tuple[str, str]) -> bool:
    """Whether two parts of a term are rendered by the two words."""
    return any(
        one is not two and couple[0] in one and couple[1] in two for one in rendered for two in rendered
    )


def _couples(text: str) -> Iterator[_Couple]:
    spans = tokens(text)
    for one, two in pairwise(spans):
        words = one.of(text), two.of(text)
        if text[one.end : two.start] in (" ", "-") and not any(
            folded(word) in FUNCTION_WORDS or len(word) < 3 for word in words
        ):
            yield _Couple(Span(one.start, two.end), (_stem(words[0]), _stem(words[1])))


def _stem(word: str) -> str:
    return stem(american(folded(word)))


def _form(
    stems: tuple[str, str],
    spans: Mapping[int, Span],
    targets: Sequence[str],
    couples: Sequence[Sequence[_Couple]],
) -> str:
    """How the article mostly writes a couple of words."""
    forms = Counter(
        couple.span.of(targets[place])
        for place in spans
        for couple in couples[place]
        if couple.stems == stems
    )
    return forms.most_common(1)[0][0]
