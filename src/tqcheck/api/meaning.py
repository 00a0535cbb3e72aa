"""What rules may import of the tables of meaning: negations, questions, contraries, modals, pronouns."""

from tqcheck.meaning.antonyms import Reversal, reversals
from tqcheck.meaning.modality import ModalityChange, modality_change
from tqcheck.meaning.negation import NegationChange, negated_in_english, negated_in_foreign
from tqcheck.meaning.pronouns import MEASURED, PronounChange, pronoun_change
from tqcheck.meaning.questions import became_question, became_statement
from tqcheck.meaning.sequence import sequence_reversal

__all__ = [
    "MEASURED",
    "ModalityChange",
    "NegationChange",
    "PronounChange",
    "Reversal",
    "became_question",
    "became_statement",
    "modality_change",
    "negated_in_english",
    "negated_in_foreign",
    "pronoun_change",
    "reversals",
    "sequence_reversal",
]
