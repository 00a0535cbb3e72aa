"""The tables that names are looked up in; each is read once, when first asked for.

Where they come from and under which licence: `data/ORIGIN.md`; how they are made: `tools/names/`.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from tqcheck.names.model import Bearer, NameKind
from tqcheck.names.text import key

_LANGUAGES = tuple("zh ru uk ja ko de fr es pt it ar nl pl cs ro sv tr et hi el he bg sr be fa".split())
_SCRIPTS = {
    "zh": "han", "ja": "kana", "ko": "hangul", "ar": "arabic", "fa": "arabic", "hi": "devanagari", "he": "hebrew",
    "el": "greek", **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk"), "cyrillic"),
}  # fmt: skip
_CITY_COLUMNS = ("latin", "han", "cyrillic", "kana", "hangul", "arabic", "devanagari", "hebrew", "greek")


@dataclass(frozen=True, slots=True)
class HanName:
    """A proper name of CC-CEDICT: the capitalised English words of its gloss.

    `ambiguous`: the same characters are a common word too.
    """

    words: tuple[str, ...]
    ambiguous: bool


def read(name: str) -> str:
    """The text of one data file."""
    path = files("tqcheck.names") / "data" / name
    if name.endswith(".gz"):
        return gzip.decompress(path.read_bytes()).decode()
    return path.read_text(encoding="utf-8")


@cache
def pinyin() -> dict[str, str]:
    """Han character → its commonest Mandarin reading, without tone."""
    lines = (line.split("\t") for line in read("pinyin.tsv").splitlines())
    return {char: sound for sound, chars in lines for char in chars}


@cache
def _known() -> tuple[tuple[Bearer, list[str]], ...]:
    """(bearer, its cell for each of `_LANGUAGES`), the cells as they are: a run needs those of one language."""
    rows = []
    for line in read("known.tsv").splitlines():
        id_, kind, english, seats, *others = line.split("\t")
        bearer = Bearer(id_, NameKind(kind), _split(english), _split(seats), id_ if kind == "country" else "")
        rows.append((bearer, others))
    return tuple(rows)


@cache
def _cities() -> tuple[tuple[Bearer, list[str]], ...]:
    rows = []
    for line in read("cities.tsv.gz").splitlines():
        english, country, *cells = line.split("\t")
        names = _split(english)
        rows.append((Bearer(f"c:{names[0]}", NameKind.PLACE, names, country=country), cells))
    return tuple(rows)


@cache
def native(language: str) -> dict[str, Bearer]:
    """What a language calls the countries, organisations and big cities: form → bearer.

    Countries win over cities, bigger cities over smaller ones. Forms are as the language writes them.
    """
    column = _CITY_COLUMNS.index(_SCRIPTS.get(language, "latin"))
    table: dict[str, Bearer] = {}
    if language in _LANGUAGES:
        at = _LANGUAGES.index(language)
        for bearer, cells in _known():
            for form in _split(cells[at]):
                table.setdefault(form, bearer)
    for bearer, scripts in _cities():
        for form in _split(scripts[column]):
            table.setdefault(form, bearer)
        if language == "ja":
            for form in _split(scripts[_CITY_COLUMNS.index("han")]):
                table.setdefault(form, bearer)
        if column == 0:
            for form in bearer.english:
                table.setdefault(form, bearer)
    return table


@cache
def english() -> dict[tuple[str, ...], tuple[Bearer, ...]]:
    """Folded words of an English form (name, demonym, abbreviation, seat of government) → its bearers."""
    table: dict[tuple[str, ...], tuple[Bearer, ...]] = {}
    known = [bearer for bearer, _ in _known()]
    for bearer in (*known, *(bearer for bearer, _ in _cities())):
        for phrase in dict.fromkeys(map(key, bearer.english)):
            table[phrase] = (*table.get(phrase, ()), bearer)
    for bearer in known:
        for phrase in map(key, bearer.seats):
            table[phrase] = (*table.get(phrase, ()), bearer)
    table.pop((), None)
    return table


@cache
def countries() -> dict[str, Bearer]:
    """ISO code → country."""
    return {bearer.id: bearer for bearer, _ in _known() if bearer.kind is NameKind.COUNTRY}


@cache
def han_forms() -> dict[str, str]:
    """The proper names of CC-CEDICT, in both scripts → the rest of their line, which `han_name` takes apart."""
    table = {}
    for line in read("han.tsv.gz").splitlines():
        forms, _, rest = line.partition("\t")
        for form in forms.split(" "):
            table[form] = rest
    return table


@lru_cache(maxsize=1024)
def han_name(form: str) -> HanName | None:
    """The proper name that CC-CEDICT has under this form, None if it has none."""
    rest = han_forms().get(form)
    if rest is None:
        return None
    ambiguous, _, words = rest.partition("\t")
    return HanName(tuple(words.split(" ")), bool(ambiguous))


@cache
def english_words() -> frozenset[str]:
    """The lower-case words of the English spelling dictionary (American), inflected."""
    return frozenset(read("words.txt.gz").split())


@cache
def english_capitals() -> frozenset[str]:
    """Its capitalised words: names, demonyms, acronyms, with plurals."""
    return frozenset(read("capitals.txt.gz").split())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
