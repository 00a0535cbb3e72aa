"""Challenge sets: a good translation and one that was spoiled in a known way. Pairs without difference are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages

_LANGUAGES = {
    "chinese_simple": "zh", "czech": "cs", "french": "fr", "german": "de", "hindi": "hi", "italian": "it",
    "japanese": "ja", "polish": "pl", "russian": "ru", "spanish": "es",
}  # fmt: skip
# Of the class, or of the perturbation where the class is "other".
_DEMETR = {
    "addition": "accuracy/addition",
    "empty": "accuracy/omission",
    "final_punc_removed": "fluency/punctuation",
    "first_lower": "fluency/spelling",
    "full_lower": "fluency/spelling",
    "garbled": "fluency/unintelligible",
    "gender": "accuracy/mistranslation",
    "grammar": "fluency/grammar",
    "meaning": "accuracy/mistranslation",
    "mood": "accuracy/mistranslation",
    "name": "accuracy/name",
    "negation": "accuracy/mistranslation",
    "number": "accuracy/number",
    "omission": "accuracy/omission",
    "punc_addition": "fluency/punctuation",
    "repetition": "fluency/unintelligible",
    "spelling": "fluency/spelling",
    "tense": "accuracy/mistranslation",
    "tokenized": "fluency/punctuation",
    "unrelated": "accuracy/mistranslation",
    "untranslated": "accuracy/untranslated",
}
_HWTSC = {
    "Affirmation/Negation": "accuracy/mistranslation",
    "Named Entity & Terminology": "accuracy/name",
    "Time & Date": "accuracy/number",
    "Unit Format": "accuracy/number",
}


def demetr(rows: Iterable[Row]) -> Iterator[Label]:
    """DEMETR; `kind` is class/perturbation. One of the 35 perturbations is none: there the reference stands in."""
    for row in rows:
        # "critical_id6_addition": severity, number, name.
        name = row["pert"].split("_", 2)[2]
        if name != "reference" and row["mt"] != row["mt_bad"]:
            kind = row["class"]
            yield {
                "id": f"{row['lang']}|{row['pert']}|{row['id']}",
                "source": row["src"],
                "source_lang": _LANGUAGES[row["lang"]],
                "target_lang": "en",
                "good": row["mt"],
                "bad": row["mt_bad"],
                "kind": f"{kind}/{name}",
                "category": _DEMETR[name if kind == "other" else kind],
                # The base cases leave nothing of the sentence, or put another in its place.
                "severity": "critical" if row["severity"] == "base" else row["severity"],
            }


def hwtsc(rows: Iterable[Row]) -> Iterator[Label]:
    """Huawei's challenge set of numbers, dates, names and negation; without severities."""
    for row in rows:
        phenomenon = row["phenomenon"]
        number = "accuracy/number" if phenomenon.startswith("Number") else ""
        yield from _pair(row, phenomenon, number or _HWTSC[phenomenon])


def commonmt(rows: Iterable[Row]) -> Iterator[Label]:
    """CommonMT: what only common sense disambiguates."""
    for row in rows:
        yield from _pair(row, row["type"], "accuracy/mistranslation")


def aces_units(rows: Iterable[Row]) -> Iterator[Label]:
    """The part of ACES where a figure was converted and its unit was not."""
    for row in rows:
        yield from _pair(row, row["phenomenon"], "accuracy/number")


def _pair(row: Row, kind: str, category: str) -> Iterator[Label]:
    if row["good"] != row["bad"]:
        yield {
            "id": str(row["id"]),
            **languages(row["lp"]),
            "source": row["src"],
            "good": row["good"],
            "bad": row["bad"],
            "kind": kind,
            "category": category,
        }
