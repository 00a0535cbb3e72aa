"""`make bench-speed`: whole processes, cold start included; prints the medians that the README quotes.

Not a test: nothing here passes or fails. Peak memory is that of the largest single process.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samples import FOLDER, Sample, samples
from tqcheck.documents import words

RUNS = 5
WORDS = 1000  # of the translation


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians of RUNS runs: seconds of wall clock and of CPU, peak memory in MB."""

    wall: float
    cpu: float
    memory: float


def measure(arguments: Sequence[str | Path]) -> Figures:
    """Run `python -m tqcheck` with these arguments, once to warm the disk cache and RUNS times counted."""
    runs = [_once(arguments) for _ in range(RUNS + 1)][1:]
    return Figures(*(statistics.median(each) for each in zip(*runs, strict=True)))


def _once(arguments: Sequence[str | Path]) -> tuple[float, float, float]:
    command = [sys.executable, "-m", "tqcheck", *map(str, arguments)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def article(chosen: Sequence[Sample], folder: Path) -> tuple[Path, Path]:
    """Text samples one after the other until the translation has WORDS words; whole paragraphs of both sides."""
    sides: tuple[list[str], list[str]] = ([], [])
    while sum(1 for text in sides[1] for _ in words(text)) < WORDS:
        for sample in chosen:
            assert sample.source is not None
            for side, path in zip(sides, (sample.source, sample.target), strict=True):
                side.append(path.read_text(encoding="utf-8"))
    paths = folder / "source.txt", folder / "target.txt"
    for side, path in zip(sides, paths, strict=True):
        path.write_text("\n\n".join(side), encoding="utf-8")
    return paths


def main() -> None:
    """Print one line a command."""
    text = [sample for sample in samples() if sample.source is not None and sample.source.suffix == ".txt"]
    with tempfile.TemporaryDirectory() as folder:
        pair = article([sample for sample in text if "zh" in sample.name], Path(folder))
        size = sum(1 for _ in words(pair[1].read_text(encoding="utf-8")))
        small = FOLDER / "zh-anniversary" / "target.txt"
        commands: tuple[tuple[str, list[str | Path]], ...] = (
            ("tqcheck --help", ["--help"]),
            (f"check, zh-en, {size} words, without LanguageTool", ["check", *pair, "--grammar", "off"]),
            (f"check, zh-en, {size} words, Harper", ["check", *pair, "--grammar", "harper"]),
            (f"check, zh-en, {size} words, as installed", ["check", *pair]),
            ("check, translation alone, one rule without grammar", ["check", small, "--select", "mojibake"]),
        )
        for name, arguments in commands:
            figures = measure(arguments)
            print(
                f"{name:58} {figures.wall:6.2f} s wall {figures.cpu:6.2f} s CPU {figures.memory:5.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
