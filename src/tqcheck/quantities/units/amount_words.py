"""Words that are a figure and its unit in one: ساعتين, 사흘, полчаса."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files

from tqcheck.model import Span
from tqcheck.quantities.first_look import words_in, words_of
from tqcheck.quantities.model import Quantity, Standing, Unit
from tqcheck.quantities.units.names import unit_of

_PREFIXES = {"ar": "(?:[وفبلك]?ال|لل|[وفبلك])?", "he": "[ובלהכמש]{0,2}"}
_AMOUNT = re.compile(r"([\d/]+)(\D+)")


def find(text: str, tag: str) -> Iterator[Quantity]:
    """The amounts that single words tell. They answer figures, and are never reported: the other side has words, too."""
    pattern, amounts, first_words = _words(tag)
    if pattern is None or (first_words and first_words.isdisjoint(words_of(text))):
        return
    for match in pattern.finditer(text):
        value, unit = amounts[match[1].lower()]
        yield Quantity(
            Span(*match.span(1)),
            match[1],
            (value,),
            standing=Standing.ANSWERS,
            digits=False,
            unit=unit,
            whole=Span(*match.span(1)),
        )


@cache
def _words(
    tag: str,
) -> tuple[re.Pattern[str] | None, dict[str, tuple[Fraction, Unit]], frozenset[str]]:
    """The pattern of a language's words, None if it has none; what each of them tells; and the letters that any of them
    begins with, none where more may be written together with it."""
    source = files("tqcheck.quantities.units").joinpath("amount_words.toml").read_text(encoding="utf-8")
    amounts: dict[str, tuple[Fraction, Unit]] = {}
    for entry in tomllib.loads(source).get(tag, "").split():
        listed, _, told = entry.rpartition("=")
        amount = _AMOUNT.fullmatch(told)
        assert amount  # the table is ours
        for word in listed.split("|"):
            amounts[word.replace("_", " ")] = Fraction(amount[1]), unit_of(amount[2])
    if not amounts:
        return None, amounts, frozenset()
    end = "" if tag == "ko" else r"(?!\w)"  # 하루에
    options = "|".join(map(re.escape, sorted(amounts, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w){_PREFIXES.get(tag, '')}({options}){end}", re.IGNORECASE)
    joined = tag in _PREFIXES or not end
    return pattern, amounts, frozenset(() if joined else (words_in(word)[0] for word in amounts))
