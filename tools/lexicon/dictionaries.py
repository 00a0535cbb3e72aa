"""Readers of the dictionaries: each yields (foreign headword, one English gloss, how many glosses it has)."""

from __future__ import annotations

import gzip
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

Entry = tuple[str, str, int]
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>|/[^/]*/")
_NUMBERED = re.compile(r"^\s*\d+\.\s*")
# Lines of a dictd entry that are no translation.
_ASIDE = re.compile(r"^\s*(Note:|Synonyms?:|see:|Antonym|\"|\()")


def freedict(package: Path, pair: str) -> Iterator[Entry]:
    """The entries of a FreeDict dictionary in its Debian package; `pair` as in `eng-ces`, English on either side."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)  # noqa: S603, S607
        stem = Path(folder) / "usr/share/dictd" / f"freedict-{pair}"
        text = gzip.decompress(stem.with_suffix(".dict.dz").read_bytes())
        index = stem.with_suffix(".index").read_text(encoding="utf-8").splitlines()
    reverse = pair.startswith("eng-")
    for span in sorted(
        {tuple(map(_number, line.split("\t")[1:3])) for line in index if not line.startswith("00")}
    ):
        lines = text[span[0] : span[0] + span[1]].decode(errors="replace").splitlines()
        if not lines:
            continue
        heads = _split(_NOTE.sub(" ", lines[0]))
        glosses = [
            gloss
            for line in lines[1:]
            if not _ASIDE.match(line)
            for gloss in _split(_NOTE.sub(" ", _NUMBERED.sub("", line).replace("~", " ")))
        ]
        for head in heads:
            for gloss in glosses:
                yield (gloss, head, len(heads)) if reverse else (head, gloss, len(glosses))


def wiktionary(path: Path) -> Iterator[Entry]:
    """The entries of `wiktionary_A-B.tsv.gz`: headword, part of speech, sense, translations."""
    reverse = path.name.startswith("wiktionary_en-")
    for line in gzip.decompress(path.read_bytes()).decode().splitlines()[1:]:
        head, _, _, translations = (*line.split("\t"), "", "", "")[:4]
        others = _split(_NOTE.sub(" ", translations))
        for other in others:
            if not re.match(
                "(alternative|obsolete|plural|feminine|masculine|misspelling|initialism) ", other
            ):
                yield (other, head, 1) if reverse else (head, other, len(others))


def cedict(path: Path) -> Iterator[Entry]:
    """The entries of CC-CEDICT: simplified and traditional form, pinyin, glosses."""
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        simplified, traditional, _, text = line.split("\t")
        glosses = [
            gloss
            for part in text.split("/")
            if not re.match(r"CL:|variant of|old variant|see |surname |used in|abbr\. for|also written", part)
            for gloss in _split(_NOTE.sub(" ", part))
        ]
        for head in dict.fromkeys((simplified, traditional)):
            for gloss in glosses:
                yield head, gloss, len(glosses)


def _split(text: str) -> list[str]:
    return [part for part in (" ".join(part.split()) for part in re.split("[,;]", text)) if part]


def _number(text: str) -> int:
    value = 0
    for char in text:
        value = value * 64 + _DIGITS.index(char)
    return value
