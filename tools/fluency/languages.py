"""What the scores of tqcheck.fluency find and spare in each language: `python tools/fluency/languages.py DATA`.

Recall above one half on held-out sentences shuffled, looped and misread; false alarms on the same sentences as they are,
and on people's translations that nothing was fitted on (`retrieval/`). Sentences of six tokens or more.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from random import Random

import corpus
import garble

from tqcheck.fluency.ngrams import LANGUAGES
from tqcheck.fluency.score import HEADS, Judged, scorer
from tqcheck.fluency.tokens import split
from tqcheck.segment import sentence_spans

LEAST_TOKENS = 6
MOST = 1500  # sentences of a language
REFERENCES = ("ntrex", "flores200_devtest")
Lines = list[list[str]]


def main() -> None:
    data = Path(sys.argv[1])
    print(
        "| language | sentences | shuffled | looped | misread | clean above half | references | above half |"
    )
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for language in LANGUAGES:
        rng = Random(9)
        held_out = _lines(corpus.sentences(data, language), language)
        lines = rng.sample(held_out, min(MOST, len(held_out)))
        judge = scorer(language).judge
        ways = (garble.shuffled, garble.looping, garble.misread)
        found = [_share(judge([way(line, rng) for line in lines])) for way in ways]
        references = _lines(_references(data, language), language)
        alone = [*found, _share(judge(lines))]
        cells = [str(len(lines)), *(f"{share:.3f}" for share in alone), str(len(references))]
        print("|", " | ".join([language, *cells, f"{_share(judge(references)):.4f}"]), "|")


def _share(judged: list[Judged]) -> float:
    return sum(max(getattr(each, head) for head in HEADS) > 0.5 for each in judged) / len(judged)


def _references(data: Path, language: str) -> list[str]:
    texts: list[str] = []
    for name in REFERENCES:
        with gzip.open(data / f"retrieval/{name}.jsonl.gz", "rt", encoding="utf-8") as rows:
            texts += [text for row in rows if (text := json.loads(row).get(language))]
    return [span.of(text) for text in texts for span in sentence_spans(text, language)]


def _lines(sentences: list[str], language: str) -> Lines:
    return [line for text in sentences if len(line := split(text, language)) >= LEAST_TOKENS]


if __name__ == "__main__":
    main()
