"""What Japanese names in kanji may be read as, in Latin letters.

Many a name has several readings, and parents invent more: what no reading explains is strange, what one explains may be
another name still.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from tqcheck.names.romanise import romanise
from tqcheck.names.tables import read


def readings(form: str) -> tuple[str, tuple[str, ...]]:
    """(kinds, readings without long vowels) of a name of kanji, ("", ()) if no table has it.

    The kinds are letters: `s` a surname, `p` a place or station, `g` a given name.
    """
    lines = _names(f"{ord(form[0]) >> 5:x}") if form else ()
    at = bisect_left(lines, form + "\t")
    if at == len(lines) or not lines[at].startswith(form + "\t"):
        return "", ()
    _, kinds, kana = lines[at].split("\t")
    return kinds, tuple(dict.fromkeys(_short(romanise(each, "ja")) for each in kana.split(" ")))


@lru_cache(maxsize=4096)
def readable(latin: str, text: str) -> bool:
    """Can a stretch of the Japanese text that has kanji be read as this folded name?

    Long vowels, voicing (-kawa, -gawa) and doubled consonants do not count: compounds change them.
    """
    wanted = _plain(latin)
    return any(_read_from(wanted, text, at) for at in range(len(text)) if _plains(text[at]))


def _read_from(wanted: str, text: str, at: int) -> bool:
    """Is the whole of `wanted` the reading of the characters from here on?"""
    reached = {0}
    for char in text[at:]:
        sounds = _plains(char)
        reached = {
            done + len(sound) for done in reached for sound in sounds if wanted.startswith(sound, done)
        }
        if len(wanted) in reached:
            return True
        if not reached:
            return False
    return False


@lru_cache(maxsize=8192)
def _plains(char: str) -> frozenset[str]:
    """The sounds of one character; half a contracted sound (しょ) is nothing by itself."""
    if char == "々":
        return _ANY
    kana = _kanji().get(char) or (char if re.fullmatch("[ぁ-ゖァ-ヺー]", char) else "")
    plain = {_plain(romanise(each, "ja")) for each in kana.split(" ")}
    plain |= {sound[:-1] for sound in plain if len(sound) > 2 and sound[-1] in "ut"}  # 学校 gakkou
    return frozenset(plain - {""})


_ANY = frozenset(first + last for first in ("", *"ksthnyrw") for last in "aiueo")


@lru_cache(maxsize=8192)
def _plain(latin: str) -> str:
    """One spelling of what sounds alike in compounds."""
    text = _short(latin)
    for written, sound in _ALIKE:
        text = text.replace(written, sound)
    return re.sub(r"([^aeiou])\1", r"\1", text)


# In this order: j and ch stand for voiced and voiceless partners of sh and t.
_ALIKE = (
    ("sh", "s"), ("tch", "s"), ("ch", "s"), ("ts", "s"), ("j", "s"), ("z", "s"), ("dz", "s"), ("d", "t"),
    ("g", "k"), ("b", "h"), ("p", "h"), ("f", "h"), ("sy", "s"), ("ty", "s"), ("m", "n"), ("wo", "o"),
)  # fmt: skip


def _short(latin: str) -> str:
    """Without the marks of long vowels: oosaka and ohsaka are osaka."""
    return re.sub(r"oh(?![aeiouy])|ou|oo", "o", re.sub(r"uu", "u", latin))


@cache
def _names(part: str) -> Sequence[str]:
    """The names whose first character is one of 32, sorted: a text needs few of them, and all take a third of a second."""
    table = _table()
    return table.read(part).decode().splitlines() if part in table.NameToInfo else ()


@cache
def _table() -> ZipFile:
    return ZipFile(BytesIO((files("tqcheck.names") / "data" / "readings_ja.zip").read_bytes()))


@cache
def _kanji() -> Mapping[str, str]:
    return dict(line.split("\t") for line in read("kanji_ja.tsv").splitlines())
