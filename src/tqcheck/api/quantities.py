"""What rules may import of the quantity engine: figures compared as values, told and rewritten."""

from tqcheck.quantities.broken import Broken, across, find
from tqcheck.quantities.compare.change import Change, ChangeKind, ends_alone
from tqcheck.quantities.compare.misscaled import MisspeltScale, misspelt_scale
from tqcheck.quantities.compare.runs import covering_all, in_runs, told_together
from tqcheck.quantities.dates.calendar import Date as CalendarDate
from tqcheck.quantities.dates.calendar import dates_of
from tqcheck.quantities.dates.misdated import disordered_dates, misspelt_months
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.parse import parse, reads_words
from tqcheck.quantities.within.ages import AgeMismatch, age_mismatches, ages_too_high
from tqcheck.quantities.within.conversions import WrongConversion, wrong_conversions
from tqcheck.quantities.within.malformed import Fault, malformed_numbers
from tqcheck.quantities.within.mentions import changed_figures
from tqcheck.quantities.within.shares import shares_over
from tqcheck.quantities.within.skeleton import covering
from tqcheck.quantities.within.source import said_alike
from tqcheck.quantities.within.totals import total_mismatches
from tqcheck.quantities.within.weekdays import impossible_days, two_weekdays, wrong_weekdays
from tqcheck.quantities.write.foreign import Flaw, Foreign, foreign, is_native
from tqcheck.quantities.write.foreign_dates import foreign_dates
from tqcheck.quantities.write.rewrite import factor, number, rewritten, told

__all__ = [
    "AgeMismatch",
    "Broken",
    "CalendarDate",
    "Change",
    "ChangeKind",
    "Fault",
    "Flaw",
    "Foreign",
    "Kind",
    "MisspeltScale",
    "Quantity",
    "WrongConversion",
    "across",
    "age_mismatches",
    "ages_too_high",
    "changed_figures",
    "covering",
    "covering_all",
    "dates_of",
    "disordered_dates",
    "ends_alone",
    "factor",
    "find",
    "foreign",
    "foreign_dates",
    "impossible_days",
    "in_runs",
    "is_native",
    "malformed_numbers",
    "misspelt_months",
    "misspelt_scale",
    "number",
    "parse",
    "reads_words",
    "rewritten",
    "said_alike",
    "shares_over",
    "told",
    "told_together",
    "total_mismatches",
    "two_weekdays",
    "wrong_conversions",
    "wrong_weekdays",
]
