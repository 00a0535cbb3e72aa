"""A few words alone that are left over from the sentence before, or that should complete it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    BlockKind,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    Span,
    Syntax,
    Token,
    bad,
    good,
)

_MOST_WORDS, _MOST_OF_MEASURE = 5, 9
_SPEECH = re.compile(r"[\"“”«»!?:…]|\.\.")
# Words that begin a fragment which people do write: answers, time and place lines, asides.
_MEANT = re.compile(
    r"(?i:^(?:yes|no|not|never|nothing|none|why|how|what|who|maybe|perhaps|apparently|thanks?|amen|hello|and|but|or|so|just|all|more|photo|source|by|via|for example)\b)"
)
_DATELINE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2})\.? \d|\d (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]|Ltd|Inc|Co|Corp|Art|No|St|Jr|Sr|Dr|Mr|Mrs) ?\.$")
# "58 percent of its target.", "1.6 times the level of last year.": what a figure before it is compared with.
_MEASURE = re.compile(
    r"(?:about |around |nearly |over |up |down |only |some )?\d[\d.,]*\s*(?:%|percent|per cent|percentage points?|times|-?fold)"
    r"\s(?:of|the|that|those|as|higher|lower|more|less|above|below|up|down|from|over)\b"
)
_STYLE = 2  # with more fragments, the author writes so: reviews, goods, diaries


@dataclass(frozen=True, slots=True)
class _Sentence:
    pair: Pair
    span: Span
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return self.span.of(self.pair.target_text)

    @property
    def has_verb(self) -> bool:
        return any(token.is_finite or token.upos in {"VERB", "AUX"} for token in self.tokens)

    @property
    def is_measure(self) -> bool:
        """A figure's comparison that stands for itself."""
        return _MEASURE.match(self.text) is not None and len(self.tokens) <= _MOST_OF_MEASURE

    @property
    def is_fragment(self) -> bool:
        if not self.tokens or not self.text.endswith(".") or self.has_verb:
            return False
        signs = (_SPEECH, _MEANT, _DATELINE, _ABBREVIATION_END)
        if any(sign.search(self.text) for sign in signs) or any(t.upos == "INTJ" for t in self.tokens):
            return False
        if len(self.tokens) > _MOST_WORDS and not self.is_measure:
            return False
        return not all(token.upos == "PROPN" for token in self.tokens)  # a signature, a place line

    @property
    def is_bare(self) -> bool:
        """Adjectives and nouns that end in a common noun, with no article, pronoun, number, comma or preposition."""
        kinds = [token.upos for token in self.tokens]
        if re.search(r"[\d,]", self.text):
            return False
        return self.text[:1].islower() or (kinds[-1] == "NOUN" and {"NOUN", "ADJ", "PROPN"}.issuperset(kinds))


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    found = [
        (sentence, confidence)
        for before, sentence in pairwise(_sentences(article, facts))
        if before is not None
        and sentence is not None
        and sentence.is_fragment
        and (confidence := _orphaned(sentence, before)) is not None
    ]
    if article.source is None and len(found) > _STYLE:
        return
    for sentence, confidence in found:
        message = (
            f"“{sentence.text}” is no sentence: it is left over from the one before, or cut off from it."
        )
        yield sentence.pair, Hit(message, target=sentence.span, confidence=confidence)


def _sentences(article: AlignedArticle, facts: ArticleFacts) -> Iterator[_Sentence | None]:
    """The sentences of the paragraphs in order, None for whatever stands between them."""
    for pair in article.pairs:
        text = pair.target
        if text is None:
            continue
        if text.kind is not BlockKind.PARAGRAPH:
            yield None
            continue
        tokens = facts.of(pair)[Syntax].tokens
        for span in text.sentences:
            yield _Sentence(pair, span, tuple(token for token in tokens if span.contains(token.span)))


def _orphaned(sentence: _Sentence, before: _Sentence) -> Confidence | None:
    """How surely a fragment is not meant as one; None where the source may have it just so."""
    source = sentence.pair.source
    # A title has no full stop either, but no verb or few words.
    cut = not _ends(before.text) and len(before.tokens) > _MOST_WORDS and before.has_verb
    bare = sentence.is_bare or sentence.is_measure
    if source is None and before.pair.source is None:  # the translation alone
        return (Confidence.HIGH if cut else Confidence.MEDIUM) if bare and before.has_verb else None
    if source is None or len(source.sentences) < len(
        sentence.pair.target.sentences if sentence.pair.target else ()
    ):  # the source has no sentence for it
        if source is not None and not cut and not _ends(source.text):
            return None  # nor is it one: a credit, a caption
        return Confidence.HIGH if sentence.is_bare or cut else Confidence.MEDIUM
    if cut and _ends(before.pair.source_text):
        return Confidence.HIGH
    return Confidence.MEDIUM if bare and not _ends(source.text) and _ends(before.pair.source_text) else None


def _ends(text: str) -> bool:
    return text.rstrip("\"'”’»」』）) ").endswith(
        (".", "!", "?", ":", ";", "。", "！", "？", "：", "；", "…", "؟", "।")
    )


RULE = DocumentRule(
    id="orphan-fragment",
    summary="A fragment stands alone that belongs to the sentence before",
    why="A line break or a misread clause left part of a sentence behind: the reader finds words without a sense.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Syntax,),
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            None,
            ["The two countries have built a new type of major-country relations.", "Relationship pattern."],
            marks=["Relationship pattern."],
            languages="und-en",
        ),
        bad(
            ["两国元首将出席庆祝建交七十五周年的活动。", None],
            ["The two heads of state will attend the celebrations of the", "Anniversary of ties."],
            marks=["Anniversary of ties."],
            languages="zh-en",
        ),
        bad(
            ["Министры обсудили новую модель отношений двух стран в регионе.", None],
            ["The ministers discussed a new model of relations.", "Regional pattern."],
            marks=["Regional pattern."],
            languages="ru-en",
        ),
        bad(
            None,
            ["The harbour handled 40,000 containers in June.", "70 percent of its capacity."],
            marks=["70 percent of its capacity."],
            languages="und-en",
        ),
        good(
            None,
            ["The harbour handled 70 percent more in June.", "70 percent of it was steel."],
            languages="und-en",
        ),
        good(
            None,
            [
                "I like this shop very much.",
                "Great choice.",
                "They are quick.",
                "Friendly staff.",
                "I come often.",
                "Fair prices.",
            ],
            languages="und-en",
        ),
        good(
            ["Wird er kommen?", "Nein. Auf keinen Fall."],
            ["Will he come?", "No. Not at all."],
            languages="de-en",
        ),
        good(
            ["Порт открылся в пятницу.", "Одесса, 11 мая."],
            ["The port opened on Friday in the", "Odesa, May 11."],
            languages="ru-en",
        ),
        good(None, ["The hall was empty when the doors opened.", "A great pity."], languages="und-en"),
        good(
            ["Он помолчал.", "Удивительно."],
            ["He was silent for a while.", "Amazing."],
            languages="ru-en",
        ),
        good(None, ["The meeting was chaired by the mayor.", "Maria Lopez, Madrid."], languages="und-en"),
    ),
)
