"""All public sets at once, in as many processes as asked for: what `make bench` runs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tqcheck.bench import engines
from tqcheck.bench.convert import SETS
from tqcheck.bench.focus import FOCI
from tqcheck.bench.judge import Judged, judge
from tqcheck.bench.observe import observe
from tqcheck.config import Settings
from tqcheck.pipeline import signature
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

# Figures of an engine by itself: what it is called, the file under TQCHECK_DATA, the measure.
ENGINES = {
    **{f"alignment/{name}": (f"align/align_{name}.jsonl", engines.alignment_f1) for name in ("de-fr_textberg", "zh-en_mac")},
    **{
        f"retrieval/{name}": (f"retrieval/{name}.jsonl.gz", engines.retrieval_accuracy)
        for name in ("ntrex", "flores200_devtest")
    },
    **{f"names/{pair}": (f"names/names_{pair}.tsv", engines.name_evidence_auroc) for pair in ("ar-en", "he-en", "ja-en", "ko-en", "ru-en", "zh-en")},
}  # fmt: skip
_SETTINGS = Settings(grammar="off")


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """Every set's figures, those of each focus by set and grammar engine, every engine's, and what they depend on."""

    signature: str
    sets: Mapping[str, Judged]
    foci: Mapping[str, Mapping[str, Mapping[str, Judged]]]
    engines: Mapping[str, Mapping[str, float]]


def run_all(root: Path, processes: int) -> Benchmarks:
    """Measure everything under `root` (TQCHECK_DATA). Raises InputError for a file that is missing or wrong."""
    with pool_of(processes) as pool:
        largest_first = sorted(SETS, key=lambda name: -(root / SETS[name].path).stat().st_size)
        judging = {name: pool.submit(_set, root, name) for name in largest_first}
        counting = {
            what: {
                name: {engine: pool.submit(_focused, what, root, name, engine) for engine in focus.engines}
                for name in focus.sets
            }
            for what, focus in FOCI.items()
        }
        measuring = {name: pool.submit(_engine, root, name) for name in ENGINES}
        sets = {name: judging[name].result() for name in SETS}
        foci = {
            what: {
                name: {engine: future.result() for engine, future in each.items()}
                for name, each in futures.items()
            }
            for what, futures in counting.items()
        }
        own = {name: measuring[name].result() for name in ENGINES}
    with RunResources(_SETTINGS, ()) as run:
        run.embedder  # noqa: B018 - opened, so that the signature names it
        signed = signature(run, load_pack(builtin_pack()))
    return Benchmarks(signed, sets, foci, own)


def pool_of(processes: int) -> ProcessPoolExecutor:
    """New processes of one thread each: numpy's own threads would make them three times slower."""
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


def _set(root: Path, name: str) -> Judged:
    rules = select_rules(load_pack(builtin_pack()), (), ())
    with RunResources(_SETTINGS, {kind for rule in rules for kind in rule.needs}) as run:
        (judged,) = judge(list(observe(SETS[name].sampled(root), rules, run)))
    return judged


def _focused(what: str, root: Path, name: str, engine: str) -> Judged:
    return FOCI[what].measure(root, name, engine).judged


def _engine(root: Path, name: str) -> Mapping[str, float]:
    path, measure = ENGINES[name]
    return measure(root / path)


def missing(root: Path) -> Iterator[Path]:
    """The files of the sets that are not under `root`."""
    yield from absent(root, (*(each.path for each in SETS.values()), *(path for path, _ in ENGINES.values())))


def absent(root: Path, paths: Iterable[str]) -> Iterator[Path]:
    """Those of the files that are not under `root`."""
    for path in paths:
        if not (root / path).is_file():
            yield root / path
