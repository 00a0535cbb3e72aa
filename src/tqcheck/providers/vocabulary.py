"""The target's faulty words, in English and in languages with both a word list and an n-gram model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, UnknownWord, Vocabulary, WordFault
from tqcheck.lexicon import SUPPORTED, english_words, stem
from tqcheck.providers import Provider, Resources
from tqcheck.spelling import listed, scan
from tqcheck.spelling.own import own_words


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Vocabulary]:  # noqa: ARG001
    """The faulty words of each pair's target. Raises ResourceUnavailable for a target in another language."""
    language = primary_language(article.target_language)
    if language != "en" and language not in listed.LANGUAGES:
        raise ResourceUnavailable(
            f"No word list for {article.target_language}",
            f"Words are looked up in English and in {', '.join(listed.LANGUAGES)}.",
        )
    pairs = [pair for pair in article.pairs if pair.target is not None]
    texts = [pair.target_text for pair in pairs]
    own = own_words((pair.source_text for pair in article.pairs), texts)
    found = scan.faulty_words(texts, own) if language == "en" else listed.faulty_words(texts, own, language)
    source_language = primary_language(article.source_language)
    facts = {
        pair.id: Vocabulary(tuple(_with_source(pair, words, source_language)))
        for pair, words in zip(pairs, found, strict=True)
    }
    return Gathered(facts, "English" if language == "en" else language)


def _with_source(pair: Pair, words: Iterable[UnknownWord], language: str) -> Iterator[UnknownWord]:
    """A real word that the source has is meant; one that it lacks is a slip, if it has the other."""
    for word in words:
        if word.fault is not WordFault.REAL_WORD or not pair.source_text:
            yield word
            continue
        said = english_words(pair.source_text, language)
        written = said.get(stem(word.span.of(pair.target_text).lower()), 0.0)
        meant = said.get(stem(word.near[0].lower()), 0.0)
        if word.likely or max(written, meant) < SUPPORTED:
            yield word
        elif meant >= written:
            yield replace(word, likely=meant > written)


PROVIDER = Provider("vocabulary", Vocabulary, gather)
