"""Make called.tsv, readings_ja.zip, kanji_ja.tsv and loanwords_ja.txt.gz in src/tqcheck/names/data; run by hand when a source changes.

    pip install jamdict_data==1.5
    python tools/names/build_asian.py [called] [readings] [kanji] [loanwords]     (all, if none is named)

`called` copies the list beside this file, written for this project. `readings` are what Japanese surnames, places and
given names in kanji are read as, from JMnedict; `kanji` what each character may be read as, from KANJIDIC; `loanwords` the
words that JMdict writes in katakana. Sources and licences: src/tqcheck/names/data/ORIGIN.md.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
import sys
import zipfile
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/tqcheck/names/data"

# What JMnedict calls its entries, and the letter that stands for it in the table.
KINDS = {"surname": "s", "place": "p", "station": "p", "given": "g", "fem": "g", "masc": "g"}
LONGEST = 4  # characters of a name; longer ones are places' and people's whole names


def called() -> list[str]:
    return sorted((HERE / "called.txt").read_text(encoding="utf-8").splitlines())


def readings(database: Path) -> list[str]:
    """Lines of form, tab, kinds, tab, readings in kana, sorted by form."""
    rows = sqlite3.connect(database).execute(
        "select k.text, y.text, r.text from NEKanji k join NEKana r on r.idseq = k.idseq "
        "join NETranslation t on t.idseq = k.idseq join NETransType y on y.tid = t.ID"
    )
    kinds: dict[str, set[str]] = defaultdict(set)
    kana: dict[str, set[str]] = defaultdict(set)
    for form, kind, reading in rows:
        if kind in KINDS and re.fullmatch(rf"[\u4e00-\u9fff々ヶケ]{{2,{LONGEST}}}", form):
            kinds[form].add(KINDS[kind])
            kana[form].add(reading)
    return [
        "\t".join((form, "".join(sorted(kinds[form])), " ".join(sorted(kana[form]))))
        for form in sorted(kinds)
    ]


def kanji(database: Path) -> list[str]:
    """Lines of character, tab, readings in hiragana without what is written behind the character.

    Of the 6,355 characters of JIS X 0208 alone, which Japanese newspapers keep to.
    """
    connection = sqlite3.connect(database)
    rows = connection.execute(
        "select c.literal, r.value from character c join rm_group g on g.cid = c.ID "
        "join reading r on r.gid = g.ID where r.r_type in ('ja_on', 'ja_kun') union all "
        "select c.literal, n.value from character c join nanori n on n.cid = c.ID"
    )
    kana: dict[str, set[str]] = defaultdict(set)
    for char, reading in rows:
        hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in reading)
        kana[char] |= {
            hiragana.replace("-", "").partition(".")[0],
            hiragana.replace("-", "").replace(".", ""),
        }
    return [
        f"{char}\t{' '.join(sorted(kana[char] - {''}))}"
        for char in sorted(kana)
        if kana[char] - {""} and _in_use(char)
    ]


def _in_use(char: str) -> bool:
    return char == char.encode("shift_jis", "ignore").decode("shift_jis")


def loanwords(database: Path) -> list[str]:
    """Words in katakana, and the commoner native ones as they are when written in katakana for emphasis."""
    connection = sqlite3.connect(database)
    words = {text for (text,) in connection.execute("select distinct text from Kana")}
    common = {
        text
        for (text,) in connection.execute("select distinct k.text from Kana k join KNP p on p.kid = k.ID")
    }
    native = {
        "".join(chr(ord(char) + 0x60) for char in text)
        for text in common
        if re.fullmatch("[ぁ-ゖ]{3,6}", text)
    }
    return sorted({text for text in words if re.fullmatch("[ァ-ヺー]{2,}", text)} | native)


def write(name: str, lines: list[str]) -> None:
    path = DATA / name
    text = "\n".join(lines) + "\n"
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    else:
        path.write_text(text, encoding="utf-8")
    print(name, len(lines), "lines", path.stat().st_size, "bytes")


def write_parts(name: str, lines: list[str]) -> None:
    """A zip of the lines, one member for every 32 characters that they may begin with: a text needs few of them."""
    parts: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        parts[f"{ord(line[0]) >> 5:x}"].append(line)
    with zipfile.ZipFile(DATA / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for part in sorted(parts):
            file.writestr(zipfile.ZipInfo(part), "\n".join(parts[part]) + "\n", zipfile.ZIP_DEFLATED, 9)
    print(name, len(lines), "lines", (DATA / name).stat().st_size, "bytes")


def main(*wanted: str) -> None:
    if not wanted or "called" in wanted:
        write("called.tsv", called())
    if wanted == ("called",):
        return
    spec = find_spec("jamdict_data")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install jamdict_data==1.5")
    database = Path(spec.origin).parent / "jamdict.db"
    if not wanted or "readings" in wanted:
        write_parts("readings_ja.zip", readings(database))
    if not wanted or "kanji" in wanted:
        write("kanji_ja.tsv", kanji(database))
    if not wanted or "loanwords" in wanted:
        write("loanwords_ja.txt.gz", loanwords(database))


if __name__ == "__main__":
    main(*sys.argv[1:])
