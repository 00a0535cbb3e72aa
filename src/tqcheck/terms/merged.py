"""Two words that became one: "cooperation and cooperation" for 合作与协作.

English that couples a word with itself is a slip, or it is a manner of speaking (more and more), a compound (meat and
meat products) or a word with two modifiers (erotic photos and photos of the author). Shown only where the source couples
two different words, of which one or both may be rendered by the word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tqcheck.lexicon import FUNCTION_WORDS, SUPPORTED, english_words, stem
from tqcheck.model import Span
from tqcheck.names.merged import coupled
from tqcheck.terms.find import tokens
from tqcheck.terms.words import alike


@dataclass(frozen=True, slots=True)
class Merged:
    """`target`: the word and itself; `source`: the two words that it stands for."""

    source: Span
    target: Span
    word: str


# After the second word more may follow that tells the two apart; only what cannot is listed.
_AFTER = (
    r"(?=[.,;:!?)”\"]|$| (?:in|on|at|into|by|about|over|since|during|under|between|among|through|and|or|but|as)\b"
    r"|(?P<more> [a-z]))(?!['’-]|,? (?:of|who|that|which)\b)"
)
_ITSELF = coupled(r"[a-z]{4,}(?: [a-z]{3,})?", before=r"(?<![\w'’-])", after=_AFTER, flags=re.IGNORECASE)
# Said twice for emphasis or by custom, whatever the source has.
_MANNER = frozenset(
    "worse place neck half side hand time year month week day hour minute mile hundred thousand million billion dozen ton tonne little "
    "fifty step bit piece page row layer wave line word door house generation round".split()
)
_COMPARED = re.compile("(?:er|ier)$")
# What joins two words. Chinese may do without.
_UNSPACED = {
    "zh": re.compile("以及|或者|[和与與及或、并並]"),
    "ja": re.compile("および|及び|ならびに|並びに|または|[とや・]"),
}
_SPACED: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "cs": "a i nebo či", "de": "und oder sowie bzw", "es": "y e o u", "fr": "et ou", "hi": "और या तथा एवं", "it": "e ed o",
        "ko": "및 또는", "nl": "en of", "pl": "i oraz lub", "pt": "e ou", "ru": "и или", "uk": "і й та або чи",
    }.items()
}  # fmt: skip
_HAN = re.compile("[\u3400-\u9fff]")
_KOREAN_AND = re.compile("(?<=.{2})(?:와|과|이나|나)$")
# Characters of Chinese or Japanese on either side of what joins them: words of two or three, and a little more.
_BESIDE = 4


def merged_words(source: str, target: str, language: str, adjectives: Collection[Span]) -> Iterator[Merged]:
    """Words of an English target coupled with themselves for two words of a source in `language` (primary subtag).

    `adjectives`: which words of the target are adjectives or verbs; a noun may be the first part of a compound.
    """
    couples: list[_Couple] | None = None
    for match in _ITSELF.finditer(target):
        word = match["one"]
        said = [part.lower() for part in word.split()]
        if not _tells(said, match, target, adjectives):
            continue
        couples = list(_coupled(source, language)) if couples is None else couples
        stems = [stem(part) for part in said]
        # One word that the source itself couples is no slip of the translation's.
        if any(couple.says_both(source, stems, language) for couple in couples):
            continue
        found = next((couple for couple in couples if couple.became(source, stems, language)), None)
        if found:
            target_span = Span(match.start("one"), match.end("two"))
            yield Merged(Span(found.one.start, found.two.end), target_span, word)


def _tells(said: Sequence[str], match: re.Match[str], target: str, adjectives: Collection[Span]) -> bool:
    """Whether the English alone looks like a slip."""
    if (
        any(word in FUNCTION_WORDS for word in said)
        or _COMPARED.search(said[0])
        or said[-1].rstrip("s") in _MANNER
    ):
        return False
    second = Span(*match.span("two"))
    if match["one"][0].isupper() and (match.start() or match["two"][0].isupper()):
        return False  # a name
    if match["two"] != target[match.end("one") :].removeprefix(" and ").removeprefix(" or ")[: len(second)]:
        return False  # the city and the city hall
    return match["more"] is None or second in adjectives


@dataclass(frozen=True, slots=True)
class _Couple:
    """What stands on either side of what joins two words, close by; `joined`: by a word or sign of its own."""

    one: Span
    two: Span
    joined: bool = True

    def became(self, source: str, stems: Sequence[str], language: str) -> bool:
        """Whether the English word may stand for both, by the lexicon's word on one at least."""
        renders = [_renders(span.of(source), stems, language) for span in (self.one, self.two)]
        return any(renders) if self.joined else all(renders)

    def says_both(self, source: str, stems: Sequence[str], language: str) -> bool:
        """Whether both sides have one word that the English word renders."""
        one, two = self.one.of(source), self.two.of(source)
        if language in _UNSPACED:
            shared = [
                one[at : at + size]
                for size in (2, 1)
                for at in range(len(one) - size + 1)
                if one[at : at + size] in two and _HAN.match(one, at)
            ]
        else:
            shared = [
                ours.of(one)
                for ours, theirs in product(tokens(one), tokens(two))
                if alike(ours.of(one), theirs.of(two), language) or _holds(ours.of(one), theirs.of(two))
            ]
        return any(_renders(word, stems, language) for word in shared)


def _renders(text: str, stems: Sequence[str], language: str) -> bool:
    english = english_words(text, language)
    return all(english.get(part, 0.0) >= SUPPORTED for part in stems)


def _holds(one: str, two: str) -> bool:
    """Whether one word begins or ends as the other does: Strom, Stromnetz; прогноз, прогнозный."""
    short, long = sorted((one.lower(), two.lower()), key=len)
    return len(short) >= 4 and (long.startswith(short[:5]) or long.endswith(short))


def _coupled(source: str, language: str) -> Iterator[_Couple]:
    if language in _UNSPACED:
        for match in _UNSPACED[language].finditer(source):
            yield from _beside(source, match.start(), match.end())
        if language == "zh":
            for at in range(2, len(source) - 1):
                if all(_HAN.match(char) for char in source[at - 2 : at + 2]):
                    yield _Couple(Span(at - 2, at), Span(at, at + 2), joined=False)
        return
    spans = tokens(source)
    joining = _SPACED.get(language, frozenset())
    for at, span in enumerate(spans):
        word = span.of(source)
        if word.lower() in joining:
            first, last = spans[max(0, at - 2) : at], spans[at + 1 : at + 3]
        elif language == "ko" and _KOREAN_AND.search(word):
            first, last = spans[at : at + 1], spans[at + 1 : at + 2]
        else:
            continue
        left, right = _unbroken(source, first[::-1]), _unbroken(source, last)
        if left and right:
            yield _Couple(Span(left[-1].start, left[0].end), Span(right[0].start, right[-1].end))


def _unbroken(source: str, spans: Sequence[Span]) -> Sequence[Span]:
    """The words up to the first that punctuation parts from the one before."""
    for at in range(1, len(spans)):
        one, two = sorted(spans[at - 1 : at + 1])
        if source[one.end : two.start].strip():
            return spans[:at]
    return spans


def _beside(source: str, start: int, end: int) -> Iterator[_Couple]:
    before = re.search(rf"\w{{2,{_BESIDE}}}$", source[:start])
    after = re.match(rf"\w{{2,{_BESIDE}}}", source[end:])
    if before and after:
        yield _Couple(Span(before.start(), start), Span(end, end + after.end()))
