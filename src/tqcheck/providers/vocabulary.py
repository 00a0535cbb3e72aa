"""The target's faulty words. English only: for other targets no word list was found precise enough."""

from __future__ import annotations

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, Vocabulary
from tqcheck.providers import Provider, Resources
from tqcheck.spelling.own import own_words
from tqcheck.spelling.scan import faulty_words


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Vocabulary]:  # noqa: ARG001
    """The faulty words of each pair's target. Raises ResourceUnavailable for a target that is not English."""
    if primary_language(article.target_language) != "en":
        raise ResourceUnavailable(
            f"No word list for {article.target_language}", "Words are looked up in English only."
        )
    pairs = [pair for pair in article.pairs if pair.target is not None]
    texts = [pair.target_text for pair in pairs]
    own = own_words((pair.source_text for pair in article.pairs), texts)
    found = faulty_words(texts, own)
    return Gathered({pair.id: Vocabulary(words) for pair, words in zip(pairs, found, strict=True)}, "English")


PROVIDER = Provider("vocabulary", Vocabulary, gather)
