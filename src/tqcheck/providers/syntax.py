"""Parts of speech of an English target, by an averaged perceptron.

The weights are those of the package denckring-en-pos (trained on UD English-EWT; on its test split UPOS .934,
finite verbs F1 .949, by the package's own figures). Only the data file is read: importing the package itself
takes half a second. Features and inference follow Honnibal, "A good part-of-speech tagger in about 200 lines of
Python" (2013), as that package publishes them.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution

from tqcheck.documents import AlignedArticle, Text, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, Syntax, Token
from tqcheck.model import Span
from tqcheck.providers import Provider, Resources

_PACKAGE = "denckring-en-pos"
# On 9,700 published sentences, of those that the tagger alone calls verbless (mostly wrongly: 1 in 9), this margin
# of its score leaves 1 in 75, and hardly any of them has a verb.
_FINITE_MARGIN = 8.0
# The tagger was trained on words without punctuation: letters with inner apostrophes.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Tagger:
    weights: Mapping[str, Mapping[str, float]]
    tagdict: Mapping[str, str]
    classes: tuple[str, ...]

    def tag(self, words: Sequence[str]) -> Iterator[tuple[str, bool]]:
        """One "UPOS|VerbForm" label a word, and whether a finite verb was nearly as likely."""
        context = ["<s>", "<s>", *(word.lower() for word in words), "</s>", "</s>"]
        before, earlier = "<s>", "<s>"
        for index, word in enumerate(words):
            label = self.tagdict.get(context[index + 2])
            near = label is not None and label.endswith("|Fin")
            if label is None:
                label, near = self._predict(_features(word, context[index : index + 5], before, earlier))
            yield label, near or "'" in word[:-1]
            earlier, before = before, label

    def _predict(self, features: Sequence[str]) -> tuple[str, bool]:
        scores = dict.fromkeys(self.classes, 0.0)
        for feature in features:
            for label, weight in self.weights.get(feature, {}).items():
                scores[label] += weight
        best = max(self.classes, key=lambda label: (scores[label], label))
        finite = max(score for label, score in scores.items() if label.endswith("|Fin"))
        return best, finite > scores[best] - _FINITE_MARGIN


def _features(word: str, context: Sequence[str], before: str, earlier: str) -> tuple[str, ...]:
    earlier_word, previous, lower, following, later = context
    shape = "X" if word[:1].isupper() else "x"
    return (
        "bias",
        f"suf3 {lower[-3:]}",
        f"suf2 {lower[-2:]}",
        f"suf1 {lower[-1:]}",
        f"pre1 {lower[:1]}",
        f"shape {shape}",
        f"w {lower}",
        f"t-1 {before}",
        f"t-2 {earlier}",
        f"t-1t-2 {before} {earlier}",
        f"w-1 {previous}",
        f"w-2 {earlier_word}",
        f"w+1 {following}",
        f"w+2 {later}",
        f"t-1 w {before} {lower}",
    )


@cache
def _tagger() -> _Tagger:
    try:
        package = distribution(_PACKAGE)
    except PackageNotFoundError:
        raise ResourceUnavailable("The English tagger is not installed", f"pip install {_PACKAGE}") from None
    path = package.locate_file("denckring_en_pos/data/tagger.json.gz")
    with open(str(path), "rb") as file:  # noqa: PTH123 - locate_file gives a path-like of its own
        data = json.loads(gzip.decompress(file.read()))
    return _Tagger(data["weights"], data["tagdict"], tuple(sorted(data["classes"])))


def tag_text(text: str, sentences: Sequence[Span]) -> tuple[Token, ...]:
    """Tag an English text sentence by sentence."""
    tagger, tokens = _tagger(), list[Token]()
    for sentence in sentences:
        spans = [Span(*match.span()) for match in _WORD.finditer(text, sentence.start, sentence.end)]
        words = [span.of(text).replace("’", "'") for span in spans]
        for span, (label, near_finite) in zip(spans, tagger.tag(words), strict=True):
            upos, _, form = label.partition("|")
            tokens.append(Token(span, upos, "" if form == "-" else form, near_finite))
    return tuple(tokens)


def _gather(article: AlignedArticle, _resources: Resources) -> Gathered[Syntax]:
    if primary_language(article.target_language) != "en":
        raise ResourceUnavailable(
            f"No tagger for {article.target_language}", "Parts of speech are known in English only."
        )

    def syntax(text: Text) -> Syntax:
        return Syntax(tag_text(text.text, text.sentences))

    return Gathered(
        {p.id: syntax(p.target) for p in article.pairs if p.target is not None}, "UD English-EWT perceptron"
    )


PROVIDER = Provider("syntax", Syntax, _gather)
