"""Figures in words, in the style of another: twenty-five, пять, 三百五十. What is not said in words is in digits."""

from __future__ import annotations

import re
from fractions import Fraction

from tqcheck.documents import primary_language
from tqcheck.quantities.han.value import DIGITS
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.tables import Role
from tqcheck.quantities.tables import language as tables
from tqcheck.quantities.write.digits import decimal, digits_like
from tqcheck.quantities.write.style import style

_HAN_DIGITS = "〇一二三四五六七八九"
# 第二季度: the word after the number belongs to the figure.
_ORDINAL = re.compile("第[〇零一二两三四五六七八九十百千]+(.*)")
_HAN_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
# One and two have genders in most languages, larger numbers are one compound word or many.
_FEWEST, _MOST = 3, 12
# Whatever is larger is written with digits.
_LONGEST_HAN = 10**12


def words_like(value: Fraction, like: Quantity, language: str) -> str | None:
    """The value in words as `like` is, in digits where it is too large or no whole number; None if unsure."""
    if any(char in DIGITS for char in like.text) or like.text[:1] in {"十", "百", "千"}:
        ordinal = _ORDINAL.fullmatch(like.text)
        spelt = _han(value, like)
        return f"第{spelt}{ordinal[1]}" if ordinal and spelt else spelt
    primary = primary_language(language)
    head, _, scale = like.text.rpartition(" ")
    if like.scale > 1:  # three million
        numeral = Quantity(like.span, f"1 {scale}", like.readings, like.kind, scale=like.scale)
        return next(digits_like(value, numeral, style(language)), None) if head else None
    cardinals = dict[Fraction, str]()
    for word, entry in tables(primary).words.items():
        if entry.role is Role.CARDINAL:  # the first that a table has for a value is the plain one
            cardinals.setdefault(entry.value, word)
    written = like.text.lower()
    if cardinals.get(like.value) != written and _english(like.value, cardinals) != written:
        return None
    fewest = 2 if primary == "en" else _FEWEST
    if value.denominator != 1 or value > _MOST:
        spelt = _english(value, cardinals) if primary == "en" and like.value > _MOST else None
        return _cased(spelt, like.text) if spelt else decimal(value, style(language))
    if value < fewest or like.value < fewest or value not in cardinals:
        return None
    return _cased(cardinals[value], like.text)


def _english(value: Fraction, cardinals: dict[Fraction, str]) -> str | None:
    """twenty-five"""
    if value.denominator != 1 or not 20 < value < 100:
        return cardinals.get(value)
    tens, ones = divmod(int(value), 10)
    head, tail = cardinals.get(Fraction(10 * tens)), cardinals.get(Fraction(ones))
    if head is None or tail is None:
        return None
    return f"{head}-{tail}" if ones else head


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _han(value: Fraction, like: Quantity) -> str | None:
    """三百五十; 二〇二四 for a figure in digits alone; 百分之十."""
    if value.denominator != 1 or not 0 < value < _LONGEST_HAN:
        return None
    if like.kind is Kind.PERCENT:
        return f"百分之{_spelt(int(value))}" if like.text.startswith("百分之") else None
    if len(like.text) >= 2 and all(char in DIGITS for char in like.text):
        return "".join(_HAN_DIGITS[int(digit)] for digit in str(value))
    traditional = any(char in like.text for char in "萬億")
    text = _spelt(int(value))
    return text.replace("万", "萬").replace("亿", "億") if traditional else text


def _spelt(value: int) -> str:
    """The number in Han characters. 0 < value < 10¹²."""
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            head, tail = divmod(value, size)
            gap = "零" if 0 < tail < size // 10 else ""
            return _spelt(head) + word + (gap + _spelt(tail) if tail else "")
    text, rest, skipped = "", value, False
    for size, word in _HAN_UNITS:
        count, rest = divmod(rest, size)
        if count:
            one = "" if size == 10 and count == 1 and not text else _HAN_DIGITS[count]
            text, skipped = text + ("零" if skipped else "") + one + word, False
        elif text and rest:
            skipped = True
    return text + (("零" if skipped else "") + _HAN_DIGITS[rest] if rest else "")
