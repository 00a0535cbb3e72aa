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
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, distribution

from tqcheck.documents import AlignedArticle, Text, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, Syntax, Token
from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.providers import Provider, Resources
from tqcheck.syntax.forms import NEGATED

_PACKAGE = "denckring-en-pos"
# On 9,700 published sentences, of those that the tagger alone calls verbless (mostly wrongly: 1 in 9), this margin
# of its score leaves 1 in 75, and hardly any of them has a verb.
_FINITE_MARGIN = 8.0
# The corpus splits "hasn't" in two: as one word the tagger guesses.
_CONTRACTED = dict.fromkeys(NEGATED | {"cannot"}, "AUX|Fin")
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
            label = self.tagdict.get(context[index + 2]) or _CONTRACTED.get(context[index + 2])
            near = label is not None and label.endswith("|Fin")
            if label is None:
                label, near = self._predict(_features(word, context[index : index + 5], before, earlier))
            yield label, near
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
        tags = list(tagger.tag(words))
        kinds = [label.partition("|")[0] for label, _ in tags]
        doubted = not any(label.endswith("|Fin") for label, _ in tags)  # else it need not be looked at twice
        for index, (span, (label, near)) in enumerate(zip(spans, tags, strict=True)):
            upos, _, form = label.partition("|")
            finite = _can_be_finite(words, kinds, index, near=near) if doubted else near
            tokens.append(Token(span, upos, "" if form == "-" else form, finite))
    return tuple(tokens)


def _can_be_finite(words: Sequence[str], kinds: Sequence[str], index: int, *, near: bool) -> bool:
    """Whether a word may be a finite verb after all: `near` is the tagger's own doubt.

    It takes many a verb that its small corpus lacks for a noun ("The mats consists of cells", "Two boys wander off").
    """
    word, kind = words[index].lower(), kinds[index]
    before = kinds[index - 1] if index else ""
    if before == "ADJ" and kinds[index - 2 : index - 1] == ["NOUN"]:
        before = "NOUN"  # "the ferry terminal"
    if "'" in word[:-1]:
        stem, _, ending = word.rpartition("'")
        owner = (
            ending == "s"
            and stem not in _PRONOUNS
            and kinds[index + 1 : index + 2] not in _AFTER_IS
            and kinds[index + 1 :] != ["ADJ"]
        )
        return not owner  # it's, don't, the plan's ready; but: the plan's cost
    if not index:  # "Talks on the treaty" has no subject; "Gather the papers" needs none
        following = words[1].lower() if len(words) > 1 else ""
        bare = kind in {"NOUN", "VERB", "ADJ", "PROPN"} and following != "of" and _is_verb(word)
        return bare or (near and not word.endswith("s"))
    if word in _PAST or (index == 1 and kinds[0] == "ADV" and _is_verb(word)):  # "Finally, rely on …"
        return True
    if near or kind not in {"NOUN", "ADJ", "PROPN", "ADP", "ADV"}:
        return near
    previous = words[index - 1].lower()
    if word.endswith("s") and (
        before in {"NOUN", "PROPN", "ADV", "PRON", "X"} or previous in {"this", "that"}
    ):
        bases = (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("es") else (word[:-1],)
        return previous not in _OWNERS and any(map(_is_verb, bases))
    plural = before in {"NOUN", "PROPN"} and _PLURAL.search(previous) is not None
    return plural and _is_verb(word)


_PRONOUNS = frozenset(
    "it he she that this there here what who where how when let one everyone everything".split()
)
_AFTER_IS: tuple[list[str], ...] = ([], ["VERB"], ["DET"], ["ADV"], ["ADP"])
# Past tenses that do not look like one: a verb that the corpus hardly has, or has as another word.
_PAST = frozenset(
    "arose ate beat became began bent bet bid bit bled blew bought bred broke brought built burst came cast caught chose "
    "clung cost crept cut dealt did drank drew drove dug fed fell fled flew flung forbade forgot fought found froze "
    "gave got grew heard held hid hit hung hurt kept knelt knew laid leapt led lent let lost made meant met overcame paid "
    "put quit ran rang rode rose said sang sank sat saw sent set shone shook shot shrank shut slept slid slung sold "
    "sought spat sped spent split spoke sprang spread spun stole stood strode strove struck stuck stung swam swept swore "
    "swung taught thought threw thrust told took tore trod undertook understood upset wept went withdrew woke won wore wove "
    "wrote".split()
)
_OWNERS = frozenset("its their our your my his her whose".split())
_PLURAL = re.compile(r"[^s]s$|^(?:people|children|men|women|police|media|data)$")


_RARE = 700  # hundredths of a bel: once in ten million words (mobilizing, correlating)


@lru_cache(maxsize=8192)
def _is_verb(base: str) -> bool:
    """Whether English has the form in -ing of what would be a verb, at least once in ten million words."""
    forms = (base + "ing", base.removesuffix("e") + "ing", base + base[-1:] + "ing")
    return len(base) > 2 and any((rank(form, "en", "large") or _RARE) < _RARE for form in forms)


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
