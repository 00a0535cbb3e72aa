"""How many sentences a second the fluency of a text takes, on one core: `python tests/bench_fluency_speed.py`."""

from __future__ import annotations

import time

from tqcheck.fluency.ngrams import load
from tqcheck.fluency.score import scorer
from tqcheck.fluency.tokens import split

# Some 25 words each, all of them different sentences.
SENTENCES = [
    f"The {kind} of {place} told reporters on {day} that {number} new houses would be built near the old station, "
    "and that the work on them was to begin before the end of the year."
    for kind in ("mayor", "council", "governor", "architect", "owner")
    for place in ("London", "Norwich", "Perth", "Austin", "Cork", "Leeds", "Derby", "Truro", "Ely", "Bath")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for number in (12, 40, 250, "several")
]


def main() -> None:
    start = time.process_time()
    judge = scorer("en").judge
    print(f"loaded in {time.process_time() - start:.2f} s, {len(load('en').tables[1].keys)} bigrams")
    for size in (len(SENTENCES), 40, 1):
        start = time.process_time()
        for at in range(0, len(SENTENCES), size):
            judge([split(text, "en") for text in SENTENCES[at : at + size]])
        print(f"{len(SENTENCES) / (time.process_time() - start):.0f} sentences a second, {size} at a time")


if __name__ == "__main__":
    main()
