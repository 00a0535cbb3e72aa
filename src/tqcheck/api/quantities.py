"""What rules may import of the quantity engine: figures compared as values, told and rewritten."""

from tqcheck.quantities.broken import Broken, across, find
from tqcheck.quantities.formats import Flaw, Foreign, foreign, foreign_dates, is_native
from tqcheck.quantities.match import LIKELY_ALIGNED, Change, ChangeKind, resemble
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.parse import parse
from tqcheck.quantities.write import factor, rewritten, told

__all__ = [
    "LIKELY_ALIGNED",
    "Broken",
    "Change",
    "ChangeKind",
    "Flaw",
    "Foreign",
    "Kind",
    "Quantity",
    "across",
    "factor",
    "find",
    "foreign",
    "foreign_dates",
    "is_native",
    "parse",
    "resemble",
    "rewritten",
    "told",
]
