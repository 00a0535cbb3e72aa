"""What a rule may ask about English words and clauses."""

from tqcheck.syntax.agreement import Disagreement, disagreements
from tqcheck.syntax.forms import (
    IRREGULAR,
    PAST_ONLY,
    base_of_regular_past,
    base_of_third_person,
    is_only_adjective,
    may_be_verb,
    noun_number,
    past_tense,
    plural,
    singular,
    third_person,
)
from tqcheck.syntax.reflexives import Reflexive, wrong_reflexives
from tqcheck.syntax.usage import Misuse, Usage, misuses

__all__ = [
    "IRREGULAR",
    "PAST_ONLY",
    "Disagreement",
    "Misuse",
    "Reflexive",
    "Usage",
    "base_of_regular_past",
    "base_of_third_person",
    "disagreements",
    "is_only_adjective",
    "may_be_verb",
    "misuses",
    "noun_number",
    "past_tense",
    "plural",
    "singular",
    "third_person",
    "wrong_reflexives",
]
