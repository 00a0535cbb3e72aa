"""What foreign words are called in English: small tables learnt from translations and read from dictionaries."""

from tqcheck.lexicon.english import FUNCTION_WORDS, stem
from tqcheck.lexicon.table import LANGUAGES, SUPPORTED, english_words, is_covered, of_word, parts, surely_said

__all__ = [
    "FUNCTION_WORDS",
    "LANGUAGES",
    "SUPPORTED",
    "english_words",
    "is_covered",
    "of_word",
    "parts",
    "stem",
    "surely_said",
]
