"""What the constants of `ArticleReport.quality` are worth: `python tools/fluency/quality.py DATA [SET …]`.

DATA is TQCHECK_DATA. Runs all rules on each set (10 to 30 seconds a set) and prints one line a formula: AUROC of the
classes, Spearman of the scores. `halving` is 1 / (1 + penalty / 10), `power` is 2 ** (-penalty / 10).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata, spearmanr

from tqcheck.bench.convert import SETS
from tqcheck.bench.labels import Scored
from tqcheck.config import Settings
from tqcheck.jobs import job_of_records
from tqcheck.pipeline import Job, check_articles
from tqcheck.readers.bitext import Record
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack

NAMES = (
    "garbled/mslc23_zh-en:worst-best",
    "garbled/mslc23_zh-en",
    "hallucination/de-en",
    "critical/ced22_pt-en",
    "critical/ced22_en-de",
    "critical/ced21_en-zh",
    "critical/ced21_en-de",
    "critical/ced21_en-ja",
    "critical/ced21_en-cs",
    "qe/wmt22_zh-en:scores",
    "qe/wmt22_en-de:scores",
    "qe/wmt22_en-ru:scores",
)

Rows = NDArray[np.float64]  # [records, 3]: relative similarity, how surely garbled, penalty
Formula = Callable[[Rows], NDArray[np.float64]]


def _near(rows: Rows) -> NDArray[np.float64]:
    return 0.9 * np.clip(rows[:, 0], 0, 1) + 0.1 * np.clip((rows[:, 0] - 1) / 0.3, 0, 1)


FORMULAS: dict[str, Formula] = {
    "similarity × power": lambda rows: np.clip(rows[:, 0], 0, 1) * 2 ** (-rows[:, 2] / 10),
    "near × fluent × power": lambda rows: _near(rows) * (1 - rows[:, 1]) * 2 ** (-rows[:, 2] / 10),
    "near × fluent × halving": lambda rows: _near(rows) * (1 - rows[:, 1]) / (1 + rows[:, 2] / 10),
    "near × fluent × halving 20": lambda rows: _near(rows) * (1 - rows[:, 1]) / (1 + rows[:, 2] / 20),
    "near × √fluent × halving": lambda rows: _near(rows) * np.sqrt(1 - rows[:, 1]) / (1 + rows[:, 2] / 10),
    "near × fluent² × halving": lambda rows: _near(rows) * (1 - rows[:, 1]) ** 2 / (1 + rows[:, 2] / 10),
    "fluent": lambda rows: 1 - rows[:, 1],
}


def main() -> None:
    root, names = Path(sys.argv[1]), sys.argv[2:] or NAMES
    measured = {
        name: _measure([each for each in SETS[name].sampled(root) if isinstance(each, Scored)])
        for name in names
    }
    for label, formula in FORMULAS.items():
        figures = (f"{name} {figure(formula(rows)):.4f}" for name, (rows, figure) in measured.items())
        print(label, *figures, sep="\n    ")


def _measure(records: Sequence[Scored]) -> tuple[Rows, Formula]:
    """What the quality of each record is made of, and what judges a quality by the labels."""
    rules = load_pack(builtin_pack())
    articles: dict[str, list[int]] = {}
    for at, record in enumerate(records):
        articles.setdefault(record.document or record.where, []).append(at)
    rows = np.tile([1.0, 0.0, 0.0], (len(records), 1))
    with RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs}) as run:
        jobs = [_job([records[at] for at in members]) for members in articles.values()]
        for members, report in zip(articles.values(), check_articles(jobs, rules, run), strict=True):
            for index, at in enumerate(members):
                pair = str(index)
                penalty = sum(int(finding.severity) for finding in report.findings if finding.pair == pair)
                relative = report.relative_similarity.get(pair, 1.0)
                rows[at] = relative, report.garbled.get(pair, 0.0), penalty
    if any(record.score is None for record in records):
        bad = np.array([record.is_bad for record in records])
        return rows, lambda quality: _auroc(quality[bad], quality[~bad])
    scores = [record.score for record in records]
    return rows, lambda quality: spearmanr(quality, scores).statistic


def _job(records: Sequence[Scored]) -> Job:
    first = records[0]
    pairs = [
        Record(str(i), "", each.source, each.target, each.source_lang, each.target_lang, i)
        for i, each in enumerate(records)
    ]
    return job_of_records(Path(first.where), pairs, (first.source_lang, first.target_lang))


def _auroc(bad: NDArray[np.float64], good: NDArray[np.float64]) -> float:
    ranks = rankdata(np.r_[good, bad])
    return float((ranks[: len(good)].sum() - len(good) * (len(good) + 1) / 2) / len(bad) / len(good))


if __name__ == "__main__":
    main()
