"""The target's faulty words, in English and in languages with both a word list and an n-gram model."""

from __future__ import annotations

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, Vocabulary
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
    facts = {pair.id: Vocabulary(words) for pair, words in zip(pairs, found, strict=True)}
    return Gathered(facts, "English" if language == "en" else language)


PROVIDER = Provider("vocabulary", Vocabulary, gather)
