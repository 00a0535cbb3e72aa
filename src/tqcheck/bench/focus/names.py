"""The rules about names and terms."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.bench.convert import SETS
from tqcheck.bench.counts import Scope
from tqcheck.bench.focus.judges import clean_sets, contrasts_about
from tqcheck.bench.focus.measure import Focus
from tqcheck.bench.labels import Contrast
from tqcheck.model import Category

_INTRODUCTION = """\
The rules about names and terms alone, on whole sets. "Anew": flagged with a finding that the good translation has not. The
aims: of HW-TSC's named entities and terms at least .80 of the bad ones flagged and at most .05 of the good; of DEMETR's
names .85 of those replaced, .80 of those removed and .04 of the good; in people's translations at most 1.0 finding per
1,000 words. These are aims of our own.
"""


def _all(_record: Contrast) -> Iterable[Scope]:
    return ()


def _perturbation(record: Contrast) -> Iterable[Scope]:
    kind = record.kind.rpartition("/")[2]
    yield "kind", kind
    yield "kind and language", f"{kind} {record.source_lang}"


NAMES = Focus(
    "Names",
    _INTRODUCTION,
    (Category.NAMES, Category.TERMINOLOGY),
    {
        "challenge/hwtsc_zh-en": contrasts_about(Category.NAMES, SETS["challenge/hwtsc_zh-en"], _all),
        "challenge/demetr": contrasts_about(Category.NAMES, SETS["challenge/demetr"], _perturbation),
        **clean_sets("zh-en", "ru-en", "ja-en", "uk-en"),
    },
)
