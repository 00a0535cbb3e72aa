"""Sentences a second that the detector of single edits reads, one thread of numpy, everything loaded.

Not a test: nothing here passes or fails. Sentences are those of
tests/bench/clean.jsonl, repeated, an eighth of them with two words in each other's place.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

CLEAN = Path(__file__).parent / "bench" / "clean.jsonl"
SENTENCES = 3000


def main() -> None:
    """Print one line."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from tqcheck.edits.find import find_edits
    from tqcheck.model import Span

    found = [json.loads(line) for line in CLEAN.read_text(encoding="utf-8").splitlines()]
    texts = [str(row["target"]) for row in found if row.get("target") and row["target"].isascii()]
    texts = [_swapped(text) if at % 8 == 0 else text for at, text in enumerate(texts)]
    sentences = [(text, Span(0, len(text))) for text in (texts * (SENTENCES // len(texts) + 1))[:SENTENCES]]
    find_edits(sentences[:100])
    begun = time.process_time()
    find_edits(sentences)
    taken = time.process_time() - begun
    words = sum(len(text.split()) for text, _ in sentences) / len(sentences)
    print(f"{len(sentences) / taken:,.0f} sentences of {words:.0f} words a second")


def _swapped(text: str) -> str:
    words = text.split()
    middle = len(words) // 2
    return " ".join([*words[:middle], *reversed(words[middle : middle + 2]), *words[middle + 2 :]])


if __name__ == "__main__":
    main()
