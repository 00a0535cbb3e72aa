"""What rules may import of the tables of meaning: negations, questions, contraries, modals."""

from tqcheck.meaning.antonyms import Reversal, reversals
from tqcheck.meaning.modality import ModalityChange, modality_change
from tqcheck.meaning.negation import NegationChange, negated_in_english, negated_in_foreign
from tqcheck.meaning.questions import became_question, became_statement

__all__ = [
    "ModalityChange",
    "NegationChange",
    "Reversal",
    "became_question",
    "became_statement",
    "modality_change",
    "negated_in_english",
    "negated_in_foreign",
    "reversals",
]
