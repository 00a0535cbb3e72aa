"""The rules about numbers."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.bench.convert import SETS
from tqcheck.bench.counts import Scope
from tqcheck.bench.focus.judges import clean_sets, contrasts_about
from tqcheck.bench.focus.measure import Focus
from tqcheck.bench.labels import Contrast
from tqcheck.model import Category

# The languages whose number words, dates and units the engine knows; of others it reads digits and SI units.
LANGUAGES = frozenset("zh ja ko ru uk de fr es pt it nl pl tr ar hi".split())

_INTRODUCTION = """\
The rules about numbers alone, on whole sets. "Anew": flagged with a finding that the good translation has not. The aims:
of the number, date and unit items of HW-TSC's challenge set at least .92 of the bad ones flagged and at most .04 of the
good; of ACES' unit conversions, from the languages that the engine knows, .90 and .05; of DEMETR's numbers .95 and .03;
in people's translations at most 1.0 finding per 1,000 words, of which four in five are real. These are aims of our own.
"""


def _phenomenon(record: Contrast) -> Iterable[Scope]:
    yield "kind", record.kind


def _language(record: Contrast) -> Iterable[Scope]:
    known = record.source_lang in LANGUAGES
    yield "languages", "known" if known else "other"
    if known:
        yield "language", record.source_lang


NUMBERS = Focus(
    "Numbers",
    _INTRODUCTION,
    (Category.NUMBERS,),
    {
        "challenge/hwtsc_zh-en": contrasts_about(
            Category.NUMBERS, SETS["challenge/hwtsc_zh-en"], _phenomenon
        ),
        "challenge/aces_units": contrasts_about(Category.NUMBERS, SETS["challenge/aces_units"], _language),
        "challenge/demetr": contrasts_about(Category.NUMBERS, SETS["challenge/demetr"], _language),
        **clean_sets("zh-en", "ru-en", "ja-en", "uk-en"),
    },
)
