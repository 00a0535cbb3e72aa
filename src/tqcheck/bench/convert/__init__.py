"""Public labelled sets as labelled records: one converter a set, all named in one table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from tqcheck.bench.convert import (
    clean,
    contrast,
    critical,
    garbled,
    grammar,
    hallucination,
    mqm,
    qe,
    wordqe,
)
from tqcheck.bench.convert.rows import Converter, read_rows
from tqcheck.bench.convert.sample import sample
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans, parse_labelled

Kind: TypeAlias = type[Spans] | type[Contrast] | type[Scored]


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Where a set lies under TQCHECK_DATA, what its file becomes, and how much of it is measured.

    `words` is the cap on target words (`tqcheck.bench.convert.sample`); None: all of it. `published` are figures
    of other systems and of people, in words.
    """

    path: str
    convert: Converter
    kind: Kind
    words: int | None = None
    published: str = ""

    def read(self, root: Path) -> Iterator[Labelled]:
        """All records of the set under `root`, in file order.

        Raises InputError if the file cannot be read, or a record would not be accepted from a user.
        """
        for label in self.convert(read_rows(root / self.path)):
            yield parse_labelled(json.dumps(label), f"{self.path}, record {label['id']}")

    def sampled(self, root: Path) -> tuple[Labelled, ...]:
        """The records that are measured. Raises InputError as `read` does."""
        records = tuple(self.read(root))
        return records if self.words is None else sample(records, self.words)


def _mqm(name: str, words: int | None = None, published: str = "") -> LabelledSet:
    return LabelledSet(f"mqm/mqm_{name}.jsonl.gz", mqm.system_outputs, Spans, words, published)


def _human(name: str) -> LabelledSet:
    return LabelledSet(f"mqm/mqm_{name}.jsonl.gz", mqm.human_clean, Spans)


def _clean(pair: str, words: int | None = None) -> LabelledSet:
    return LabelledSet(f"clean/clean_refs_{pair}.jsonl.gz", clean.references, Spans, words)


def _critical(name: str, words: int | None = None, published: str = "") -> LabelledSet:
    return LabelledSet(f"critical/{name}.jsonl.gz", critical.judged, Scored, words, published)


def _wordqe(pair: str, words: int) -> LabelledSet:
    return LabelledSet(f"wordqe/mlqe_{pair}.jsonl.gz", wordqe.tagged, Spans, words)


def _qe(pair: str, published: str = "") -> LabelledSet:
    return LabelledSet(f"qe/wmt22_qe_test_{pair}.jsonl.gz", qe.tagged, Spans, None, published)


def _qe_scores(pair: str, published: str = "") -> LabelledSet:
    return LabelledSet(f"qe/wmt22_qe_test_{pair}.jsonl.gz", qe.scored, Scored, None, published)


def _hallucination(flag: str) -> LabelledSet:
    convert = partial(hallucination.flagged, flag=flag)
    return LabelledSet("hallucination/halluc_de-en.jsonl.gz", convert, Scored)


# The caps together leave some 890,000 of 2.1 million target words: on one core, with BLAS held to one thread, rules
# read about 2,300 a second. Names with a colon are another label of the same texts; of the hallucinations' flags, names
# (18 of 1,685) and repetitions (46) are too rare to be measured by themselves.
SETS: dict[str, LabelledSet] = {
    "mqm/de-en_bio": _mqm("de-en_bio", 8_000),
    "mqm/en-de_ted": _mqm("en-de_ted", 5_000),
    "mqm/en-de_wmt20": _mqm("en-de_wmt20", 15_000),
    "mqm/en-de_wmt21": _mqm("en-de_wmt21", 12_000),
    "mqm/en-de_wmt22qe": _mqm("en-de_wmt22qe", 12_000),
    "mqm/en-de_wmt23": _mqm("en-de_wmt23", 15_000),
    "mqm/en-ru_wmt21": _mqm("en-ru_wmt21", 12_000),
    "mqm/en-ru_wmt22qe": _mqm("en-ru_wmt22qe", 12_000),
    "mqm/es-en_bio": _mqm("es-en_bio", 8_000),
    "mqm/fr-en_bio": _mqm("fr-en_bio", 8_000),
    "mqm/it-en_bio": _mqm("it-en_bio"),
    "mqm/pt-en_bio": _mqm("pt-en_bio", 8_000),
    "mqm/ru-en_bio": _mqm("ru-en_bio", 8_000),
    "mqm/zh-en_bio": _mqm("zh-en_bio", 8_000),
    "mqm/zh-en_ted": _mqm("zh-en_ted", 5_000),
    "mqm/zh-en_wmt20": _mqm(
        "zh-en_wmt20", 20_000, "span F1 of one rater against the others: .40 any error, .35 major"
    ),
    "mqm/zh-en_wmt21": _mqm("zh-en_wmt21", 20_000),
    "mqm/zh-en_wmt22qe": _mqm("zh-en_wmt22qe"),
    "mqm/zh-en_wmt23": _mqm(
        "zh-en_wmt23", 30_000, "span F1 of one rater against the others: .33 any error, .36 major"
    ),
    # People's translations in the MQM sets; those of zh-en wmt20 and wmt21 are in clean/zh-en.
    "clean/de-en_bio": _human("de-en_bio"),
    "clean/en-de_wmt20": _human("en-de_wmt20"),
    "clean/en-de_wmt21": _human("en-de_wmt21"),
    "clean/en-de_wmt23": _human("en-de_wmt23"),
    "clean/en-ru_wmt21": _human("en-ru_wmt21"),
    "clean/es-en_bio": _human("es-en_bio"),
    "clean/fr-en_bio": _human("fr-en_bio"),
    "clean/it-en_bio": _human("it-en_bio"),
    "clean/pt-en_bio": _human("pt-en_bio"),
    "clean/ru-en_bio": _human("ru-en_bio"),
    "clean/zh-en_bio": _human("zh-en_bio"),
    "clean/ja-en": _clean("ja-en"),
    "clean/ru-en": _clean("ru-en", 30_000),
    "clean/uk-en": _clean("uk-en", 15_000),
    "clean/zh-en": _clean("zh-en"),
    "challenge/aces_units": LabelledSet("challenge/aces_units.jsonl", contrast.aces_units, Contrast, 12_000),
    "challenge/commonmt_zh-en": LabelledSet("challenge/commonmt_zh-en.jsonl", contrast.commonmt, Contrast),
    "challenge/demetr": LabelledSet("challenge/demetr.jsonl.gz", contrast.demetr, Contrast, 60_000),
    "challenge/hwtsc_zh-en": LabelledSet("challenge/hwtsc_zh-en.jsonl", contrast.hwtsc, Contrast),
    "critical/ced21_en-cs": _critical("ced21_en-cs", 12_000),
    "critical/ced21_en-de": _critical("ced21_en-de", 12_000),
    "critical/ced21_en-ja": _critical("ced21_en-ja", 12_000),
    "critical/ced21_en-zh": _critical("ced21_en-zh", 12_000),
    "critical/ced22_en-de": _critical("ced22_en-de", 24_000, "MCC of the best constrained system: .564"),
    "critical/ced22_pt-en": _critical("ced22_pt-en", 24_000, "MCC of the best constrained system: .721"),
    "wordqe/et-en": _wordqe("et-en", 10_000),
    "wordqe/ro-en": _wordqe("ro-en", 10_000),
    "wordqe/ru-en": _wordqe("ru-en", 10_000),
    "qe/wmt22_en-de": _qe("en-de"),
    "qe/wmt22_en-ru": _qe("en-ru"),
    "qe/wmt22_zh-en": _qe("zh-en", "word MCC: official baseline .104, best .360"),
    "qe/wmt22_en-de:scores": _qe_scores("en-de"),
    "qe/wmt22_en-ru:scores": _qe_scores("en-ru"),
    "qe/wmt22_zh-en:scores": _qe_scores("zh-en", "Spearman: official baseline .164, best .369"),
    "hallucination/de-en": _hallucination("hallucination"),
    "hallucination/de-en:full": _hallucination("full_unsupport"),
    "hallucination/de-en:omission": _hallucination("omission"),
    "hallucination/de-en:strong": _hallucination("strong_unsupport"),
    "garbled/mslc23_zh-en": LabelledSet(
        "garbled/mslc23_zh-en.jsonl.gz",
        garbled.checkpoints,
        Scored,
        25_000,
    ),
    "garbled/mslc23_zh-en:worst-best": LabelledSet(
        "garbled/mslc23_zh-en.jsonl.gz",
        garbled.first_and_last,
        Scored,
        None,
        "AUROC on other articles: CometKiwi .990, XCOMET-QE .934",
    ),
    "grammar/blimp": LabelledSet("grammar/blimp.jsonl.gz", grammar.minimal_pairs, Contrast),
    "grammar/jfleg": LabelledSet("grammar/jfleg_dev.jsonl", grammar.corrections, Contrast),
}
