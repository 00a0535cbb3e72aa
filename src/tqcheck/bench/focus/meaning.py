"""The rules about what a translation says: meaning, omission, addition, and what was left untranslated."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from tqcheck.bench.convert import SETS, LabelledSet
from tqcheck.bench.counts import Scope
from tqcheck.bench.focus.judges import clean_sets, judge_contrasts
from tqcheck.bench.focus.measure import Focus, FocusSet
from tqcheck.bench.labels import Contrast, Labelled
from tqcheck.model import Category

_INTRODUCTION = """\
The rules about meaning, omission, addition and untranslated text alone, on whole sets. "Anew": flagged with a finding that
the good translation has not. In people's translations the aim is at most 1.0 finding per 1,000 words that is major or
worse. What quality tells is under "Good against spoiled translations" (ranking: aims .90 of all, .93 of the critical ones,
.85 where words were left out) and "Scores and classes" (aims: hallucinations AUROC .95, strong and full ones .97; MCC of
quality .55 for pt-en and .45 for en-de; Spearman .30 and word MCC .20 for zh-en). These are aims of our own.
"""

_ABOUT = frozenset(
    "negation antonym question gender addition noun_removed verb_removed subj_removed adj_adv_removed pp_removed codemix "
    "shuffle_trans hypernym".split()
)
"""Of DEMETR's perturbations."""


def _perturbation(record: Contrast) -> Iterable[Scope]:
    yield "kind", record.kind.rpartition("/")[2]


def _about_meaning(record: Labelled) -> bool:
    return isinstance(record, Contrast) and record.kind.rpartition("/")[2] in _ABOUT


MEANING = Focus(
    "Meaning",
    _INTRODUCTION,
    (Category.MEANING, Category.OMISSION, Category.ADDITION, Category.UNTRANSLATED),
    {
        "challenge/demetr": FocusSet(
            LabelledSet(SETS["challenge/demetr"].path, SETS["challenge/demetr"].convert, Contrast),
            partial(judge_contrasts, scopes=_perturbation),
            _about_meaning,
        ),
        **clean_sets("zh-en", "ru-en", "ja-en", "uk-en", by_severity=True),
    },
)
