"""Sentences of a translation that are not in its language, one by one and in passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.facts import ArticleFacts, Overlap, PairFacts, SentenceLanguages
from tqcheck.language import UNKNOWN
from tqcheck.model import Span

# The detector's probability that is asked for. What is copied from the source has been told twice; a third language is
# an odd thing to find, and by itself mostly a sentence of names.
_COPIED, _LEFT, _THIRD = 0.5, 0.75, 0.95
_COPY = 70.0  # chrF of a pair: a copy with a word or two changed; good translations between cognates stay below 45
_QUOTED = re.compile(r"[\"“„«‘'「『《].*[\"”“»’'」』》][.!?。！？]?", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 3  # words in lower case: with fewer, a text in Latin or Cyrillic letters is names and titles
# Two sentences in a row are a quotation more often than a page that was given up.
_PASSAGE = 3
# Of the sentences whose language can be told: more of them are the whole translation.
_WHOLE = 0.8
_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ForeignSentence:
    """A sentence of the target, `span` of its pair's text, in another language than the target's (a primary subtag).

    `is_left`: in the source's; `is_copied`: it stands so in the source of its pair.
    """

    pair: Pair
    span: Span
    language: str
    is_left: bool
    is_copied: bool
    probability: float

    @property
    def is_sure(self) -> bool:
        """Whether it is told by itself, without others of its language beside it."""
        return self.is_left or self.probability >= _THIRD


@dataclass(frozen=True, slots=True)
class ForeignPassage:
    """Three or more sentences in a row in one other language; what is too short to tell may stand between them.

    `is_end`: nothing in the target's language follows. `is_whole`: next to nothing of the translation is in its language.
    """

    sentences: tuple[ForeignSentence, ...]
    is_end: bool = False
    is_whole: bool = False


def language_name(tag: str) -> str:
    """A language in English, for a message."""
    return _NAMES.get(tag, f"another language ({tag})")


def is_names(text: str) -> bool:
    """Latin or Cyrillic words of which hardly any is in lower case."""
    words = _WORD.findall(text)
    cased = [word for word in words if word.lower() != word.upper()]
    return len(cased) * 2 > len(words) and sum(word.islower() for word in cased) < _FEW


def foreign_text(
    article: AlignedArticle, facts: ArticleFacts
) -> tuple[tuple[ForeignPassage, ...], tuple[ForeignSentence, ...]]:
    """The passages of a translation that are not in its language, and the sentences outside of them.

    Needs `SentenceLanguages` and `Overlap`.
    """
    told = list(_told(article, facts))
    foreign = [sentence for sentence in told if sentence is not None]
    language, count = next(iter(Counter(each.language for each in foreign).most_common(1)), ("", 0))
    sentences = sum(len(pair.target.sentences) for pair in article.pairs if pair.target is not None)
    if count >= max(_PASSAGE, _WHOLE * len(told), sentences / 2):
        whole = tuple(each for each in foreign if each.language == language)
        return (ForeignPassage(whole, is_end=True, is_whole=True),), ()
    runs = list(_runs(told))
    passages = tuple(
        ForeignPassage(tuple(run), is_end=told[-1] is run[-1]) for run in runs if len(run) >= _PASSAGE
    )
    single = tuple(each for run in runs if len(run) < _PASSAGE for each in run if each.is_sure)
    return passages, single


def is_source(article: AlignedArticle, facts: ArticleFacts) -> bool:
    """Whether a translation is its source, word for word, where both are in one language as it seems.

    Of two variants of one language (pt-PT and pt-BR) sentences may well be the same.
    """
    if article.source is None or article.source_language != article.target_language:
        return False
    if primary_language(article.target_language) == UNKNOWN:
        return False
    pairs = [pair for pair in article.pairs if SentenceLanguages in facts.of(pair)]
    copies = sum(_plain(pair.source_text) == _plain(pair.target_text) for pair in pairs)
    return copies >= max(_PASSAGE, _WHOLE * len(pairs))


def _runs(told: Sequence[ForeignSentence | None]) -> Iterator[list[ForeignSentence]]:
    """Foreign sentences of one language with none of the target's own between them."""
    run = list[ForeignSentence]()
    for sentence in told:
        if run and (sentence is None or sentence.language != run[0].language):
            yield run
            run = []
        if sentence is not None:
            run.append(sentence)
    if run:
        yield run


def _told(article: AlignedArticle, facts: ArticleFacts) -> Iterator[ForeignSentence | None]:
    """The target's sentences in order, None for one in its own language; those of which it is not sure are left out."""
    for pair in article.pairs:
        own = facts.of(pair)
        if pair.target is not None and SentenceLanguages in own:
            yield from _of_pair(pair, own)


def _of_pair(pair: Pair, facts: PairFacts) -> Iterator[ForeignSentence | None]:
    target = primary_language(pair.target_language)
    source = primary_language(pair.source.language if pair.source else None)
    source_text = _plain(pair.source_text)
    for span, language, probability in facts[SentenceLanguages].target:
        text = span.of(pair.target_text)
        if target in {language, UNKNOWN}:
            yield None
            continue
        is_left = language == source
        is_copied = _plain(text) in source_text or facts[Overlap].chrf >= _COPY
        if is_names(text) or (not is_left and (is_copied or _QUOTED.fullmatch(text.strip()))):
            continue  # a title, or a quotation that the source has in the same language
        if probability >= (_COPIED if is_left and is_copied else _LEFT):
            yield ForeignSentence(pair, span, language, is_left, is_copied, probability)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?。！？")
