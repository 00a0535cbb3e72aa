"""What rules may import of the engine that finds and repairs faults of the source."""

from tqcheck.source_faults.columns import mixed_columns
from tqcheck.source_faults.damage import damages
from tqcheck.source_faults.edits import joined
from tqcheck.source_faults.furniture import is_page_number, running_headers
from tqcheck.source_faults.harm import harm
from tqcheck.source_faults.words import UNLISTED, cuts_han_word, cuts_word, is_usual, rarity

__all__ = [
    "UNLISTED",
    "cuts_han_word",
    "cuts_word",
    "damages",
    "harm",
    "is_page_number",
    "is_usual",
    "joined",
    "mixed_columns",
    "rarity",
    "running_headers",
]
