"""`make bench-names`, its second half: names compared a second, the names and the ledger of an article, loading.

Not a test: nothing here passes or fails. The aims are 100,000 comparisons a second, 150 ms for an article of 1,000 words
once everything is loaded, and 300 ms of loading. Names are those of TQCHECK_DATA where it is, else those of the tables,
each against CANDIDATES others; articles are WMT's news, or other text translated by
people, where TQCHECK_DATA has it, else the sentences of tests/bench/clean.jsonl, which are fewer than 1,000 words and
counted up. Nothing comes out of a cache: no name and no
article is met twice. A language is measured in a process of its own; times are of CPU, the median of several.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

CLEAN = Path(__file__).parent / "bench" / "clean.jsonl"
WORDS = 1000  # of an article's translation
ARTICLES = 5
NAMES, CANDIDATES = 100, 1000
SOUNDS = ("ru", "zh", "ja", "ko", "ar", "he", "hi")
LANGUAGES = ("zh", "ru", "uk", "ja", "ko", "ar", "de", "fr", "es", "it", "pt")


def main(arguments: Sequence[str]) -> None:
    """Print one line a measurement; with `sound XX` or `article XX` only that one."""
    if arguments:
        print({"sound": sound, "article": article}[arguments[0]](arguments[1]), flush=True)
        return
    for kind, languages in (("sound", SOUNDS), ("article", LANGUAGES)):
        for language in languages:
            subprocess.run([sys.executable, __file__, kind, language], check=True)


def sound(language: str) -> str:
    """Comparisons a second: one name against many, and one against one."""
    from tqcheck.names.sound import evidence
    from tqcheck.names.sound_batch import evidences

    foreign, latin = _names(language)
    evidences(foreign[-1], latin, language)
    begun = time.process_time()
    for name in foreign[:NAMES]:
        evidences(name, latin, language)
    many = NAMES * len(latin) / (time.process_time() - begun)
    begun = time.process_time()
    for name in foreign[:NAMES]:
        for other in latin[:100]:
            evidence(name, other, language)
    single = NAMES * len(latin[:100]) / (time.process_time() - begun)
    return f"{language}-en {many:9,.0f} comparisons a second, one name against {len(latin)}; {single:,.0f} one by one"


def _names(language: str) -> tuple[list[str], list[str]]:
    """Foreign names, and Latin ones in letters alone, none twice and in an order of chance."""
    from tqcheck.bench.convert.names import read_names
    from tqcheck.names.romanise import fold
    from tqcheck.names.tables import native

    path = Path(os.environ.get("TQCHECK_DATA", "")) / f"names/names_{language}-en.tsv"
    if path.is_file():
        pairs = [(pair.foreign, pair.latin) for pair in read_names(path)]
    else:
        pairs = [(form, bearer.english[0]) for form, bearer in native(language).items() if bearer.english]
    latin = ("".join(char for char in fold(name) if "a" <= char <= "z") for _, name in pairs)
    sides = sorted({foreign for foreign, _ in pairs}), sorted({name for name in latin if len(name) > 1})
    for side in sides:
        Random(0).shuffle(side)
    return sides[0], sides[1][:CANDIDATES]


def article(language: str) -> str:
    """Milliseconds of loading, and of the names and the ledger of articles after that."""
    jobs = list(_articles(language))
    begun = time.process_time()
    from tqcheck.names.ledger import ledger
    from tqcheck.providers import Resources
    from tqcheck.providers.names import gather

    taken = []
    for aligned, size in jobs:
        ledger(aligned, gather(aligned, Resources()).facts)
        now = time.process_time()
        taken.append((now - begun) * 1000 * WORDS / size)
        begun = now
    # The first one reads the tables, the others need a few more entries of theirs at most.
    first, later = taken[0], median(taken[1:])
    size = jobs[0][1]
    loading = (first - later) * size / WORDS
    return (
        f"{language}-en {later:6.0f} ms for an article of {WORDS:,} words (the median of {len(taken) - 1} of about "
        f"{size}); {loading:.0f} ms of loading"
    )


def _articles(language: str):  # type: ignore[no-untyped-def]  # the types are imported here, before the clock runs
    """(article with given pairs, its words), none with a sentence of another's."""
    from tqcheck.documents import AlignedArticle, words
    from tqcheck.jobs import job_of_records

    together, size, parts = [], 0, list(_records(language))
    few = sum(1 for record in parts for _ in words(record.target)) < WORDS * ARTICLES
    aim = WORDS if not few else sum(1 for record in parts for _ in words(record.target)) // 3
    count = 0
    for record in parts:
        together.append(record)
        size += sum(1 for _ in words(record.target))
        if size >= aim:
            job = job_of_records(CLEAN, together, (language, "en"))
            assert job.source is not None
            assert job.pairs is not None
            yield AlignedArticle(job.source, job.target, job.pairs), size
            together, size, count = [], 0, count + 1
            if count == ARTICLES:
                return


def _records(language: str) -> Iterator:  # type: ignore[type-arg]
    """Sentence pairs into English, none twice."""
    from tqcheck.bench.focus.names import NAMES as FOCUS
    from tqcheck.bench.labels import Spans
    from tqcheck.readers.bitext import Record, read_bitext

    root, name = Path(os.environ.get("TQCHECK_DATA", "")), f"clean/{language}-en"
    train = root / f"train/train_{language}-en.tsv.gz"
    if root.name and name in FOCUS.sets:
        seen = FOCUS.sets[name].labelled.read(root)
        pairs = list(dict.fromkeys((r.source or "", r.target) for r in seen if isinstance(r, Spans)))
    elif root.name and train.is_file():
        with gzip.open(train, "rt", encoding="utf-8") as lines:
            rows = (line.split("\t") for line in islice(lines, 2000))
            pairs = list(dict.fromkeys((row[0], row[1]) for row in rows))
    else:
        records = read_bitext(CLEAN).records
        pairs = [(r.source or "", r.target) for r in records if r.source_lang == language]
    for at, (source, target) in enumerate(pairs):
        yield Record(str(at), None, source, target, language, "en", at)


if __name__ == "__main__":
    main(sys.argv[1:])
