"""German compounds: dreihundertfünfundzwanzig."""

from __future__ import annotations

from functools import cache

_UNITS = {w: n for n, w in enumerate("ein zwei drei vier fünf sechs sieben acht neun".split(), 1)}
_TEENS = {
    word: value
    for value, word in enumerate(
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(), 10
    )
}
_TENS = {
    word: 10 * tens
    for tens, word in enumerate("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), 2)
}
_LONGEST = 60  # neunhundertneunundneunzigtausendneunhundertneunundneunzig has 55 letters


@cache
def german(word: str) -> int | None:
    """The value of a lower-case compound, None if it is none."""
    if len(word) > _LONGEST:
        return None
    left, thousand, right = word.partition("tausend")
    if not thousand:
        return _below_thousand(word)
    thousands = 1 if not left else _below_thousand(left)
    rest = 0 if not right else _below_thousand(right.removeprefix("und"))
    return None if thousands is None or rest is None else thousands * 1000 + rest


def _below_thousand(word: str) -> int | None:
    left, hundred, right = word.partition("hundert")
    if not hundred:
        return _below_hundred(word)
    hundreds = 1 if not left else _UNITS.get(left)
    rest = 0 if not right else _below_hundred(right.removeprefix("und"))
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(word: str) -> int | None:
    for table in (_UNITS, _TENS, _TEENS):
        if word in table:
            return table[word]
    for tens, value in _TENS.items():
        if word.endswith("und" + tens):
            unit = _UNITS.get(word[: -len("und" + tens)])
            return None if unit is None else value + unit
    return None
