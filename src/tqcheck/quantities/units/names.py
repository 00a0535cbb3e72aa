"""The names of units and money in each language: the project's own tables, and CLDR's through babel."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from tqcheck.quantities.model import Unit

# What a name must not run into: letters and digits of scripts that write words apart, and the marks that belong to them.
_JOINED = re.compile(
    "[^\\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\u0300-\u036f\u064b-\u0652\u0900-\u0963\u200d]"
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]$")
_MORE = re.compile("[\\w\u0300-\u036f\u064b-\u0652\u0900-\u0963]{0,4}")
_POWER_SIGN = re.compile(r"\^?[²³23](?!\d)|\?")
_PUNCTUATION = re.compile(r"\s*(?:[^\w\s-]|$)")
_OPTIONS = re.compile(r"\(([^()]*)\)")
# Languages that inflect the names of CLDR further: its forms' common beginning may take other endings.
_FIXED = frozenset("en fr es pt it nl zh ja ko vi id th ms hi ur mr ta he".split())
_VARIANTS = {"zh": ("zh_Hant",), "en": ("en_GB",), "pt": ("pt_PT",), "sr": ("sr_Latn",)}
_SHORTEST_STEM = 5
# CLDR's short names that are words besides, or say too little.
_NO_NAMES = frozenset(
    "in a an as at am is mi pt st min. no de do da to os es on en и с в к о у г. р.".split()
)
_NOT_CODES = frozenset("TOP CUP SOS PEN MAD COP GEL AMD MOP".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a unit. `stem`: up to four letters may follow; `last`: punctuation must; `unlike`: these must not."""

    unit: Unit
    stem: bool = False
    last: bool = False
    unlike: str = ""


class Lexicon:
    """Names found at a place of a text, the longest first, in constant time."""

    def __init__(self, symbols: Mapping[str, Name], names: Mapping[str, Name]) -> None:
        """`symbols` are written as they stand, `names` (in lower case) in any case."""
        self._symbols, self._names = symbols, names
        lengths: dict[str, set[int]] = {}
        for name in (*symbols, *names):
            lengths.setdefault(_lower(name[:2]), set()).add(len(name))
        self._ends = frozenset(name[-1] for name in symbols)
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def at(self, text: str, start: int) -> tuple[Unit, int] | None:
        """The unit whose name starts here, and where the name ends."""
        begin = _lower(text[start : start + 2])
        for length in (
            *self._lengths.get(begin, ()),
            *(self._lengths.get(begin[:1], ()) if begin[1:] else ()),
        ):
            part = text[start : start + length]
            name = self._symbols.get(part) or self._names.get(_lower(part) if length > 1 else part)
            if name and len(part) == length and (end := _end(text, start + length, name)):
                return name.unit, end
        return None

    def before(self, text: str, end: int, longest: int = 8) -> tuple[Unit, int] | None:
        """The unit whose symbol ends here, and where it starts."""
        if not end or text[end - 1] not in self._ends:
            return None
        for start in range(max(0, end - longest), end):
            name = self._symbols.get(text[start:end])
            if name and not (start and text[start].isalnum() and _JOINED.match(text, start - 1)):
                return name.unit, start
        return None


def _end(text: str, end: int, name: Name) -> int:
    """Where a name that reaches to `end` ends, 0 if it is another word there."""
    if name.last:
        return end if _PUNCTUATION.match(text, end) else 0
    if name.stem and (more := _MORE.match(text, end)):
        end = more.end()
    if (
        text[end : end + 1] in {"'", "’"}
        and text[end - 1] in "lLdst"
        and not text[end - 2 : end - 1].isalpha()
    ):
        return 0  # l'année
    if name.unlike and text[end : end + 1] and text[end] in name.unlike:
        return 0
    if name.unit.dimension == "length" and (sign := _POWER_SIGN.match(text, end)):
        broken = sign.group() == "?" and re.match(r"\?\s*[^\W\dA-ZА-Я]", text[end : end + 4])  # m² as m?
        return 0 if broken else end
    if _UNSPACED.search(text, end - 1, end) or not text[end - 1].isalnum():
        return end
    return 0 if _JOINED.match(text, end) else end


@cache
def suffixes(tag: str) -> Lexicon:
    """What may stand after a figure in a language."""
    symbols = {name: Name(unit) for sign, unit in _signs().items() for name in (sign,)}
    symbols |= {code: Name(unit) for code, unit in _codes().items()}
    names: dict[str, Name] = {}
    for section, entry in _table().items():
        unit = _units()[section][0]
        symbols |= {symbol: Name(unit) for symbol in entry.get("symbols", "").split("|") if symbol}
        names |= dict(_entries(entry.get(tag, ""), unit))
    cldr = _cldr(tag)
    names = {**cldr, **names}
    for line in _money_table()["names"].get(tag, "").split():
        listed, _, codes = line.rpartition("=")
        for key, name in _entries(listed, _money(codes)):
            known = names.get(key)
            if known and known.unit.dimension != "money":  # pounds, of mass or money
                names[key] = replace(known, unit=replace(known.unit, codes=name.unit.codes))
            else:
                names[key] = name
    return Lexicon(symbols, {key: name for key, name in names.items() if key})


@cache
def prefixes(tag: str) -> Lexicon:
    """What may stand before a figure: money."""
    signs = {sign: Name(unit) for sign, unit in {**_codes(), **_signs()}.items()}
    for line in _money_table()["before"].get(tag, "").split():
        sign, _, codes = line.rpartition("=")
        signs[sign] = Name(_money(codes))
    return Lexicon(signs, {})


def meanings(unit: Unit) -> tuple[Unit, ...]:
    """The units that a name can mean: a US and an imperial gallon, kilometres and kilograms for キロ."""
    known = _units().get(unit.symbol)
    if not known or unit.dimension == "money":
        return (unit,)
    return tuple(replace(meaning, codes=unit.codes) for meaning in known)


def unit_of(symbol: str) -> Unit:
    """What a symbol of the table usually means. Raises KeyError for an unknown one."""
    return _units()[symbol][0]


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("tqcheck.quantities.units").joinpath("units.toml").read_text(encoding="utf-8"))


@cache
def _money_table() -> dict[str, dict[str, str]]:
    return tomllib.loads(
        files("tqcheck.quantities.units").joinpath("currencies.toml").read_text(encoding="utf-8")
    )


@cache
def _units() -> dict[str, tuple[Unit, ...]]:
    """By section, all that it can mean; the first is what it usually does."""
    known: dict[str, tuple[Unit, ...]] = {}
    for symbol, entry in _table().items():
        if "means" not in entry:
            sizes = entry["size"] if isinstance(entry["size"], list) else [entry["size"]]
            zero = Fraction(entry.get("zero", 0))
            known[symbol] = tuple(Unit(symbol, entry["dimension"], _fraction(size), zero) for size in sizes)
    for symbol, entry in _table().items():
        if "means" in entry:
            parts = [known[name][0] for name in entry["means"].split("|")]
            known[symbol] = (replace(parts[0], symbol=symbol), *parts)
    return known


def _fraction(size: str) -> Fraction:
    above, _, below = size.partition("/")
    return Fraction(above) / Fraction(below or "1")


def _money(codes: str) -> Unit:
    """The unit of `USD`, `dollar`, `EGP_GBP`, `cent/100`."""
    named, _, part = codes.partition("/")
    groups = _money_table()["groups"]
    all_codes = [code for name in re.split("[_ ]", named) for code in groups.get(name, name).split()]
    return Unit(all_codes[0], "money", Fraction(1, int(part or "1")), codes=frozenset(all_codes))


@cache
def _codes() -> dict[str, Unit]:
    """ISO codes as they stand in texts."""
    groups = _money_table()["groups"].values()
    return {code: _money(code) for group in groups for code in group.split() if code not in _NOT_CODES}


@cache
def _signs() -> dict[str, Unit]:
    return {sign: _money(codes) for sign, codes in _money_table()["signs"].items()}


def _entries(listed: str, unit: Unit) -> Iterator[tuple[str, Name]]:
    """`метр(,а)|inch!` → метр, метра, inch before punctuation."""
    for entry in filter(None, listed.split("|")):
        named, _, unlike = entry.partition("~")
        for form in _expanded(named.replace("_", " ")):
            plain = form.rstrip("!*")
            yield _lower(plain), Name(unit, stem=form.endswith("*"), last=form.endswith("!"), unlike=unlike)


def _expanded(form: str) -> Iterator[str]:
    match = _OPTIONS.search(form)
    if match is None:
        yield form
        return
    for option in match[1].split(","):
        yield from _expanded(form[: match.start()] + option + form[match.end() :])


def _lower(name: str) -> str:
    """In lower case, character by character."""
    return name.replace("İ", "i").lower()


def _cldr(tag: str) -> dict[str, Name]:
    """The names that CLDR has; of languages that inflect them, also what the forms of one name begin with."""
    from babel import Locale, UnknownLocaleError  # only where a text has figures

    names: dict[str, Name] = {}
    for variant in (*_VARIANTS.get(tag, ()), tag):
        try:
            names |= _names_of(Locale.parse(variant), inflected=tag not in _FIXED)
        except (UnknownLocaleError, ValueError):
            return {}
    return names


def _names_of(locale: Any, *, inflected: bool) -> dict[str, Name]:
    data: Any = locale._data  # babel.units keeps its patterns to itself
    names: dict[str, Name] = {}
    for code in sorted({code for group in _money_table()["groups"].values() for code in group.split()}):
        unit = _money(code)
        forms = [
            *dict(data["currency_names_plural"].get(code, {})).values(),
            data["currency_names"].get(code, ""),
        ]
        names |= {_lower(form): Name(unit) for form in forms if len(form) > 2}
    for section, entry in _table().items():
        unit = _units()[section][0]
        for key in filter(None, entry.get("cldr", "").split("|")):
            patterns = data["unit_patterns"].get(key, {})
            for length in ("short", "long"):
                names |= _forms(dict(patterns.get(length, {})), unit, inflected=inflected)
    return names


def _forms(patterns: Mapping[str, str], unit: Unit, *, inflected: bool) -> dict[str, Name]:
    forms = [
        _lower(pattern[3:].strip(" \u00a0\u202f"))
        for form, pattern in patterns.items()
        if isinstance(pattern, str) and pattern.startswith("{0}") and form not in {"per", "gender"}
    ]
    forms = [form for form in forms if len(form) > 1 and form not in _NO_NAMES]
    names = {form: Name(unit) for form in forms}
    stem = _common(forms) if inflected and all(form.isalpha() for form in forms) and forms else ""
    if len(stem) >= _SHORTEST_STEM:
        names[stem] = Name(unit, stem=True)
    return names


def _common(forms: list[str]) -> str:
    first, last = min(forms), max(forms)
    length = next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), None)
    return first[:length] if length is not None else min(first, last, key=len)
