"""How well the tables support true translations: `python tools/lexicon/measure.py DATA`.

For each language, over translations that no table was learnt from: the share of English content words (lower-case,
no function words) that some word of the source is rendered by, and the same for the words of another sentence.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tqcheck.lexicon import FUNCTION_WORDS, LANGUAGES, english_words, stem
from tqcheck.lexicon.table import STEPS

# A word that is not capitalised: neither a name nor a number.
_CONTENT = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'])")

_IN_DEMETR = {"cs": "czech", "pl": "polish"}


def main() -> None:
    data = Path(sys.argv[1])
    steps = STEPS[1:8]
    print("language sentences", *(f"p≥{step}" for step in steps), sep="\t")
    for language in LANGUAGES:
        pairs = list(_pairs(data, language))
        if not pairs:
            continue
        random.Random(7).shuffle(pairs)
        pairs = pairs[:1500]
        own, other, counted = [0] * len(steps), [0] * len(steps), 0
        missed: dict[str, int] = {}
        for (source, target), (_, strange) in zip(pairs, pairs[1:] + pairs[:1], strict=True):
            found = english_words(source, language)
            for tally, text in ((own, target), (other, strange)):
                for word in content(text):
                    value = found.get(stem(word), 0.0)
                    for at, step in enumerate(steps):
                        tally[at] += value >= step
                    if tally is own:
                        counted += 1
                        if value < steps[0]:
                            missed[word] = missed.get(word, 0) + 1
        shares = [f"{a / counted:.3f}/{b / counted:.3f}" for a, b in zip(own, other, strict=True)]
        print(language, len(pairs), *shares, sep="\t", flush=True)
        if "--missed" in sys.argv:
            print("   ", sorted(missed.items(), key=lambda item: -item[1])[:60])


def content(text: str) -> list[str]:
    return [word for word in _CONTENT.findall(text) if word not in FUNCTION_WORDS]


def _pairs(data: Path, language: str) -> Iterator[tuple[str, str]]:
    clean = data / "clean" / f"clean_refs_{language}-en.jsonl.gz"
    if clean.exists():
        for record in _records(clean):
            yield record["src"], record["ref"]
        return
    for record in _records(data / "retrieval" / "ntrex.jsonl.gz"):
        if record.get(language):
            yield record[language], record["en"]
    if language in _IN_DEMETR:
        records = _records(data / "challenge" / "demetr.jsonl.gz")
        yield from dict.fromkeys((r["src"], r["ref"]) for r in records if r["lang"] == _IN_DEMETR[language])


def _records(path: Path) -> Iterator[dict[str, str]]:
    return map(json.loads, gzip.decompress(path.read_bytes()).decode().splitlines())


if __name__ == "__main__":
    main()
