"""The rules about grammar, spelling, punctuation and garbled text: without a grammar engine, with Harper, with LanguageTool."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from tqcheck.bench.convert import SETS, LabelledSet, garbled, grammar, hallucination, mqm
from tqcheck.bench.convert.rows import Converter
from tqcheck.bench.counts import Scope
from tqcheck.bench.focus.judges import clean_sets, judge_classes, judge_contrasts, judge_marked
from tqcheck.bench.focus.measure import GRAMMAR_ENGINES, Focus, FocusSet
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans
from tqcheck.model import Category, Severity

_INTRODUCTION = """\
The rules about grammar, spelling, punctuation, markup, untranslated and garbled text alone, with each grammar engine and
without; last, what LanguageTool says by itself with the rules that it runs by default. "Anew": flagged with a finding that
the good translation has not. The aims: of DEMETR's misspelt, repeated, detached, lower-cased, swapped, shuffled, empty and
half-translated sentences .85 each with LanguageTool and .70 without; of JFLEG's sentences that all four correctors changed
.60 flagged, and .12 of the corrections; of hallucinated repetitions .95 at a precision of .90; the worst against the best
checkpoint of MSLC an AUROC of .96 without the source; in people's translations at most 1.5 findings that are major or worse
per 1,000 words. These are aims of our own.
"""

# Rules that tell of a loop, whichever its unit.
LOOPS = frozenset(
    {"repeated-phrase", "recurring-phrase", "repeated-characters", "repeated-sentence", "doubled-word"}
)

_DAMAGE = frozenset(
    "misspelled char_removed repeat2 repeat4 tokenized full_lower first_lower word_swap codemix shuffled".split()
)
"""What the aims are about, of DEMETR's perturbations; the rest of these is reported."""
_REPORTED = frozenset(
    "function_word aspect tense case conj_removed pos_shift punc_addition final_punc_removed verb_removed noun_removed "
    "subj_removed".split()
)


def _perturbation(record: Contrast) -> Iterable[Scope]:
    yield "kind", record.kind.rpartition("/")[2]


def _paradigm(record: Contrast) -> Iterable[Scope]:
    yield "kind", record.kind


def _about_language(record: Labelled) -> bool:
    return isinstance(record, Contrast) and record.kind.rpartition("/")[2] in _DAMAGE | _REPORTED


def _marked(name: str, words: int) -> FocusSet:
    return FocusSet(
        LabelledSet(f"mqm/mqm_{name}.jsonl.gz", mqm.system_outputs, Spans, words),
        partial(judge_marked, category="fluency/", least=Severity.MAJOR),
    )


def _classes(path: str, convert: Converter, rules: frozenset[str] = frozenset()) -> FocusSet:
    return FocusSet(LabelledSet(path, convert, Scored), partial(judge_classes, rules=rules))


GRAMMAR = Focus(
    "Grammar and garbled text",
    _INTRODUCTION,
    (
        Category.GRAMMAR,
        Category.GARBLED,
        Category.SPELLING,
        Category.PUNCTUATION,
        Category.INCONSISTENCY,
        Category.MARKUP,
        Category.UNTRANSLATED,
    ),
    {
        "challenge/demetr": FocusSet(
            LabelledSet(SETS["challenge/demetr"].path, SETS["challenge/demetr"].convert, Contrast),
            partial(judge_contrasts, scopes=_perturbation),
            _about_language,
        ),
        "grammar/jfleg": _classes("grammar/jfleg_dev.jsonl", grammar.learners_and_correctors),
        "grammar/blimp": FocusSet(SETS["grammar/blimp"], partial(judge_contrasts, scopes=_paradigm)),
        "garbled/mslc23_zh-en": _classes(
            "garbled/mslc23_zh-en.jsonl.gz", partial(garbled.first_and_last, alone=True)
        ),
        "hallucination/de-en": _classes(
            "hallucination/halluc_de-en.jsonl.gz", partial(hallucination.flagged, flag="repetitions"), LOOPS
        ),
        "mqm/zh-en_wmt20": _marked("zh-en_wmt20", 40_000),
        "mqm/zh-en_wmt21": _marked("zh-en_wmt21", 40_000),
        **clean_sets("zh-en", "ru-en", "ja-en", "uk-en", by_severity=True),
    },
    tuple(GRAMMAR_ENGINES),
)
