"""What rules may import of the lexicon: which English words render a foreign word."""

from tqcheck.lexicon import of_word, stem

__all__ = ["of_word", "stem"]
