"""All that a rule may import; `tqcheck.api.quantities` and `tqcheck.api.names` are the two engines' share of it."""

from tqcheck.documents import GIVEN, AlignedArticle, BlockKind, Pair, Text, primary_language, words
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
    SwappedFigures,
    Syntax,
    Token,
    UnknownWord,
    Vocabulary,
)
from tqcheck.model import Category, Confidence, Hit, Severity, Span
from tqcheck.rules.prose import is_prose_sentence, prose_size
from tqcheck.rules.rule import DocumentRule, Example, Reads, Rule, bad, good

__all__ = [
    "GIVEN",
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
    "SwappedFigures",
    "Syntax",
    "Text",
    "Token",
    "UnknownWord",
    "Vocabulary",
    "bad",
    "good",
    "is_prose_sentence",
    "primary_language",
    "prose_size",
    "words",
]
