"""`python -m tqcheck.bench DATA FILE`: measure all public sets under DATA and write FILE (BENCHMARKS.md)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tqcheck.bench.markdown import benchmarks_markdown
from tqcheck.bench.public import missing, run_all


def main(arguments: list[str]) -> None:
    """Write the file, or end with what is missing."""
    if len(arguments) != 2:
        sys.exit("usage: python -m tqcheck.bench DATA FILE")
    root, file = map(Path, arguments)
    if absent := list(missing(root)):
        sys.exit(f"{absent[0]} is missing: DATA must be the folder with the labelled sets (TQCHECK_DATA)")
    benchmarks = run_all(root, os.cpu_count() or 1)
    file.write_text(benchmarks_markdown(benchmarks), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
