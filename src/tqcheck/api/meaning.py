"""What rules may import of the tables of meaning: negations."""

from tqcheck.meaning.negation import NegationChange, negated_in_english, negated_in_foreign

__all__ = ["NegationChange", "negated_in_english", "negated_in_foreign"]
