"""What rules may import of the engine for acronyms, institutions and numbered names."""

from __future__ import annotations

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.names.acronym.changes import AcronymChange, changes
from tqcheck.names.acronym.expansions import disagreeing, singular, truncated, two_acronyms
from tqcheck.names.acronym.spotting import source_letters
from tqcheck.names.acronym.support import Article
from tqcheck.names.middle import initials
from tqcheck.names.numbered import wars

__all__ = [
    "AcronymChange",
    "Article",
    "changes",
    "disagreeing",
    "initials",
    "read_article",
    "singular",
    "source_letters",
    "truncated",
    "two_acronyms",
    "wars",
]


def read_article(article: AlignedArticle) -> Article:
    """Both sides of an article, pair by pair, as the engine reads them."""
    return Article(
        tuple(pair.source_text if pair.source else None for pair in article.pairs),
        tuple(pair.target_text if pair.target else None for pair in article.pairs),
        primary_language(article.source_language),
    )
