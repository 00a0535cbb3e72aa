"""What rules may import of the tables of meaning: negations and questions."""

from tqcheck.meaning.negation import NegationChange, negated_in_english, negated_in_foreign
from tqcheck.meaning.questions import became_question, became_statement

__all__ = [
    "NegationChange",
    "became_question",
    "became_statement",
    "negated_in_english",
    "negated_in_foreign",
]
