"""All that a rule may import."""

from tqcheck.documents import AlignedArticle, BlockKind, Pair, Text, primary_language, words
from tqcheck.facts import (
    ArticleFacts,
    Grammar,
    GrammarMatch,
    Names,
    Overlap,
    PairFacts,
    Quantities,
    SentenceLanguages,
    Similarity,
    Syntax,
    Token,
    UnknownWord,
    Vocabulary,
)
from tqcheck.model import Category, Confidence, Hit, Severity, Span
from tqcheck.rules.rule import DocumentRule, Example, Reads, Rule, bad, good

__all__ = [
    "AlignedArticle",
    "ArticleFacts",
    "BlockKind",
    "Category",
    "Confidence",
    "DocumentRule",
    "Example",
    "Grammar",
    "GrammarMatch",
    "Hit",
    "Names",
    "Overlap",
    "Pair",
    "PairFacts",
    "Quantities",
    "Reads",
    "Rule",
    "SentenceLanguages",
    "Severity",
    "Similarity",
    "Span",
    "Syntax",
    "Text",
    "Token",
    "UnknownWord",
    "Vocabulary",
    "bad",
    "good",
    "primary_language",
    "words",
]
