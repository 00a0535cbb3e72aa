"""`make bench-speed`: alignment of 200, 2,000 and 20,000 sentences a side, each in a process of its own, on one core.

    TQCHECK_DATA=… python tests/bench_align_speed.py             # time, growth and peak memory
    TQCHECK_DATA=… python tests/bench_align_speed.py --windows   # F1 and time by how windows get their vectors

Not a test: nothing here passes or fails. The sentences are the news of the training pairs in their order, German to
English, some left out, inserted or joined; without the labelled data those of the samples, as far as they reach.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

from samples import samples
from tqcheck.align import align
from tqcheck.bench.engines import alignment_f1
from tqcheck.documents import Passage, Segment
from tqcheck.embed import Embedder, open_embedder
from tqcheck.embed.windows import Floats, Windows, window_encoder
from tqcheck.model import Side
from tqcheck.readers import read
from tqcheck.segment import segment

STEPS = (200, 2_000, 20_000)
# Of the sentences: left out of the translation, inserted into it, joined with the next.
OMITTED, ADDED, JOINED = 0.04, 0.04, 0.06
ONE_CORE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def news(data: Path) -> Iterator[tuple[str, str]]:
    """Pairs of the shared tasks' news, article after article: German, English."""
    with gzip.open(data / "train" / "train_de-en.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        for source, target, origin in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if origin.startswith("wmt"):
                yield source, target


def damaged(pairs: Sequence[tuple[str, str]], random: Random) -> tuple[list[str], list[str]]:
    """Both sides of a translation that left out, inserted and joined some sentences."""
    source, target = [pair[0] for pair in pairs], list[str]()
    joining = False
    for _, sentence in pairs:
        chance = random.random()
        if joining:
            target[-1] += f" {sentence}"
        elif chance >= OMITTED:
            target.append(sentence)
        if OMITTED <= chance < OMITTED + ADDED:
            target.append(random.choice(pairs)[1])
        joining = chance > 1 - JOINED
    return source, target


def of_samples() -> tuple[list[Segment], list[Segment], tuple[str, str]]:
    """The sentences of all Chinese samples, one after the other."""
    source, target = list[Segment](), list[Segment]()
    for sample in samples():
        if sample.source is not None and "zh" in sample.name:
            source += segment(replace(read(sample.source, Side.SOURCE), language="zh"))
            target += segment(replace(read(sample.target, Side.TARGET), language="en"))
    return source, target, ("zh", "en")


def text(count: int, data: Path | None) -> tuple[list[Segment], list[Segment], tuple[str, str]]:
    """Both sides of `count` sentences, and their languages."""
    if data is None:
        source, target, languages = of_samples()
        return source[:count], target[:count], languages
    sides = damaged(list(islice(news(data), count)), Random(count))
    left, right = ([Segment(Passage.verbatim(line), 0) for line in side] for side in sides)
    return left, right, ("de", "en")


def step(count: int, data: Path | None) -> dict[str, float]:
    """What one process measures."""
    source, target, languages = text(count, data)
    embedder = open_embedder()
    start = time.process_time()
    vectors = embedder.encode([segment.text for segment in (*source, *target)])
    embedded, before = time.process_time(), _peak()
    left, right = vectors[: len(source)], vectors[len(source) :]
    beads = align(source, target, left, right, window_encoder(embedder), languages=languages)
    return {
        "source": len(source),
        "target": len(target),
        "beads": len(beads),
        "embedding": embedded - start,
        "alignment": time.process_time() - embedded,
        "before": before,
        "peak": _peak(),
    }


def _peak() -> float:
    """Of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Reencoded:
    """An embedder that reads each window as a new text."""

    def __init__(self, embedder: Embedder) -> None:
        self.id, self.languages, self._embedder = embedder.id, embedder.languages, embedder

    def encode(self, texts: Sequence[str]) -> Floats:
        """As the embedder does."""
        return self._embedder.encode(texts)

    def encode_windows(self, texts: Sequence[str], windows: Windows) -> Floats:
        """Vectors [len(windows), d] of runs of texts, put together with a space and encoded."""
        return self._embedder.encode([" ".join(texts[start:end]) for start, end in windows])


class Averaged:
    """An embedder that knows nothing of windows: their vectors are those of their sentences, averaged."""

    def __init__(self, embedder: Embedder) -> None:
        self.id, self.languages, self.encode = embedder.id, embedder.languages, embedder.encode


def by_windows(data: Path) -> None:
    """Print strict F1 and CPU time, embedding included, of the two labelled sets for each kind of window."""
    kinds = {
        "composed of token sums": open_embedder(),
        "re-encoded": Reencoded(open_embedder()),
        "averaged": Averaged(open_embedder()),
    }
    for name, embedder in kinds.items():
        for file in sorted((data / "align").glob("*.jsonl")):
            start = time.process_time()
            f1 = alignment_f1(file, embedder)["F1"]
            print(f"{name:24} {file.stem:24} F1 {f1:.3f} {time.process_time() - start:6.1f} s", flush=True)


def by_length() -> None:
    """Print one line a step."""
    before = 0.0
    for count in STEPS:
        command = [sys.executable, __file__, "--step", str(count)]
        done = subprocess.run(command, env=os.environ | ONE_CORE, stdout=subprocess.PIPE, check=True)
        found = json.loads(done.stdout)
        seconds = found["alignment"]
        growth = f"{seconds / before:5.1f} times" if before else "           "
        print(
            f"{found['source']:6} and {found['target']:6} sentences: embedding {found['embedding']:6.2f} s, "
            f"alignment {seconds:6.2f} s {growth}, {found['source'] / seconds:5.0f} source sentences a second, "
            f"peak {found['peak']:5.0f} MB ({found['before']:.0f} before)",
            flush=True,
        )
        before = seconds
        if found["source"] < count:
            return


def main() -> None:
    """Print the table asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--windows", action="store_true", help="compare the kinds of window vectors")
    parser.add_argument("--step", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    data = Path(os.environ["TQCHECK_DATA"]) if os.environ.get("TQCHECK_DATA") else None
    if arguments.step:
        print(json.dumps(step(arguments.step, data)))
    elif not arguments.windows:
        by_length()
    elif data is None:
        raise SystemExit("--windows needs the labelled data: set TQCHECK_DATA")
    else:
        by_windows(data)


if __name__ == "__main__":
    main()
