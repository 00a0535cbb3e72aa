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


def freedict(package: Path, pair: str, foreign: str | None = None) -> Iterator[Entry]:
    """The entries of a FreeDict dictionary in its Debian package; `pair` as in `eng-ces`.

    The headword is the side that is not English, or that of the language `foreign`, on whichever side it stands.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)  # noqa: S603, S607
        stem = Path(folder) / "usr/share/dictd" / f"freedict-{pair}"
        text = gzip.decompress(stem.with_suffix(".dict.dz").read_bytes())
        index = stem.with_suffix(".index").read_text(encoding="utf-8").splitlines()
    reverse = pair.startswith("eng-") if foreign is None else not pair.startswith(foreign)
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


def apertium(package: Path, name: str) -> Iterator[Entry]:
    """The single words of an Apertium bilingual dictionary in its Debian package; `name` as in `ukr-rus`.

    Needs `lt-print` (lttoolbox-dev), which prints the compiled dictionary as a transducer: from, to, read, written.
    """
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)  # noqa: S603, S607
        (compiled,) = Path(folder).rglob(f"{name}.autobil.bin")
        printed = subprocess.run(["lt-print", compiled], check=True, capture_output=True, text=True)  # noqa: S603, S607
    arcs: dict[str, list[list[str]]] = {}
    found: dict[str, dict[str, None]] = {}
    for line in printed.stdout.splitlines():
        arc = line.split("\t")
        if len(arc) >= 4:
            arcs.setdefault(arc[0], []).append(arc[1:4])
    # The words end where their tags begin: <n>, <vblex>.
    paths = [("0", "", "")]
    while paths:
        state, head, other = paths.pop()
        for to, read, written in arcs.get(state, ()):
            if read.startswith("<") or written.startswith("<"):
                found.setdefault(head, {})[other] = None
            elif re.fullmatch(r"[^\W\d_]|['’-]", read):  # single words, and no loop of digits
                paths.append((to, head + read.replace("ε", ""), other + written.replace("ε", "")))
    for head in sorted(found):
        for other in sorted(found[head]):
            yield head, other, len(found[head])


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


def written(path: Path) -> Iterator[Entry]:
    """The entries of a list of this folder: forms of one foreign word, a colon, English words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            heads, _, glosses = line.partition(":")
            for head in heads.split():
                for gloss in glosses.split():
                    yield head, gloss, len(glosses.split())


def _split(text: str) -> list[str]:
    return [part for part in (" ".join(part.split()) for part in re.split("[,;]", text)) if part]


def _number(text: str) -> int:
    value = 0
    for char in text:
        value = value * 64 + _DIGITS.index(char)
    return value
