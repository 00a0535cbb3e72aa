"""`make bench-speed`: the quantity engine alone, in one process: sentence pairs a second, growth with length, hard texts.

Not a test: nothing here passes or fails. Pairs are those of tests/bench/clean.jsonl, which are full of figures, each under
another name and with other digits, so that nothing comes out of a cache; and WMT's news, where TQCHECK_DATA has it. Times
are of CPU, the best of RUNS.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tqcheck.bench.focus.numbers import NUMBERS
from tqcheck.bench.labels import Spans
from tqcheck.documents import words
from tqcheck.quantities.compare.match import compare
from tqcheck.quantities.parse import parse
from tqcheck.readers.bitext import read_bitext

CLEAN = Path(__file__).parent / "bench" / "clean.jsonl"
PAIRS = 2000
RUNS = 3
LENGTH = 20_000  # characters; and ten times as many
MEGABYTE = 1_000_000
SHORT = 0.3  # seconds
HARD = (
    *(
        "7",
        "亿",
        "一",
        "万",
        "万亿",
        "百分之",
        "$",
        "-",
        "/",
        ":",
        ".",
        ", ",
        ". ",
        "٠",
        "½",
        "twenty-",
        "million ",
    ),
    *("1,", "1 ", "1.", "(1", "двадцать", "двадцать ", "1, .1-/:"),
)
# Of made-up names, none of them a number word.
_LETTERS = ("的在了和是", "аеинорст", "ابتنمي", "aeinorst")

Pair = tuple[str, str]


def pairs(language: str, count: int, seed: int) -> list[Pair]:
    """So many sentence pairs into English, none like another."""
    chance = Random(seed)
    known = [(r.source or "", r.target) for r in read_bitext(CLEAN).records if r.source_lang == language]
    chosen = (chance.choice(known) for _ in range(count))
    return [(_other_digits(source, chance), _other_digits(target, chance)) for source, target in chosen]


def _other_digits(text: str, chance: Random) -> str:
    """The text as said by somebody, with other digits in its figures."""
    letters = next((known for known in _LETTERS if not set(known).isdisjoint(text)), _LETTERS[-1])
    name = "".join(chance.choices(letters, k=8))
    return f"{name}: {re.sub(r'[1-9]', lambda _: str(chance.randint(1, 9)), text)}"


def check(some: Sequence[Pair], language: str) -> int:
    """What the engine does for pairs; the number of figures."""
    count = 0
    for source, target in some:
        sides = parse(source, language), parse(target, "en")
        compare(*sides)
        count += sum(map(len, sides))
    return count


def speed(rounds: Sequence[Sequence[Pair]], language: str) -> str:
    """Pairs a second, and what is in a pair."""
    best, count = min(_timed(some, language) for some in rounds)
    some = rounds[0]
    size = sum(1 for _, target in some for _ in words(target)) / len(some)
    return f"{len(some) / best:6,.0f} pairs a second of {size:.0f} words and {count / len(some):.1f} figures"


def _timed(some: Sequence[Pair], language: str) -> tuple[float, int]:
    begun = time.process_time()
    count = check(some, language)
    return time.process_time() - begun, count


def news(language: str) -> list[Pair]:
    """WMT's news with people's translations, none twice; nothing without TQCHECK_DATA or for another language."""
    root, name = os.environ.get("TQCHECK_DATA"), f"clean/{language}-en"
    if not root or name not in NUMBERS.sets:
        return []
    records = NUMBERS.sets[name].labelled.read(Path(root))
    return list(dict.fromkeys((r.source or "", r.target) for r in records if isinstance(r, Spans)))


def growth(language: str) -> tuple[float, float]:
    """Seconds for LENGTH characters of source with their translation, and for ten times as many."""
    some = pairs(language, LENGTH, 0)
    source, target = (" ".join(side) for side in zip(*some, strict=True))

    def taken(size: int) -> float:
        return min(
            _timed([(source[at : at + size], target[at : at + size])], language)[0] for at in range(RUNS)
        )

    return taken(LENGTH), taken(10 * LENGTH)


def main() -> None:
    """Print one line a measurement."""
    for language in ("zh", "de", "ru", "ar"):
        check(pairs(language, 50, 0), language)
        print(f"{language}-en {speed([pairs(language, PAIRS, seed) for seed in range(RUNS)], language)}")
        if some := news(language):
            print(f"      {speed([some], language)}, WMT's news")
        short, long = growth(language)
        print(
            f"      {LENGTH:,} characters {short:.3f} s, ten times as many {long / short:.1f} times as long",
            flush=True,
        )
    print("a megabyte of, as English and as Chinese (~: ten times what a tenth takes):")
    for unit in HARD:
        taken = [_long(unit, tag) for tag in ("en", "zh")]
        print(f"  {unit!r:12} {taken[0]:>8} {taken[1]:>8}", flush=True)


def _long(unit: str, language: str) -> str:
    """How long a megabyte takes; of what has a figure every few characters a tenth is enough to wait for."""
    text = (unit * (MEGABYTE // len(unit) + 1))[:MEGABYTE]
    tenth = _timed([(text[: MEGABYTE // 10], "")], language)[0]
    if tenth > SHORT:
        return f"~{10 * tenth:.1f} s"
    return f"{_timed([(text, '')], language)[0]:.2f} s"


if __name__ == "__main__":
    main()
