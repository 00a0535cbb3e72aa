"""What tells a count from a word: the measure words of a language, and its idioms and names with numerals in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NEVER = "(?!)"
_LONGEST = 5  # characters of an idiom before its numeral: 八九不离十


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`counters`: what follows a count; `idioms`: words whose numerals count nothing, by their first two characters."""

    counters: re.Pattern[str]
    idioms: Mapping[str, tuple[str, ...]]

    def names(self, text: str, start: int, end: int) -> bool:
        """Whether an idiom or a name has all of the text from `start` to `end` in it."""
        return any(
            at + len(idiom) >= end and text.startswith(idiom, at)
            for at in range(max(0, start - _LONGEST), start + 1)
            for idiom in self.idioms.get(text[at : at + 2], ())
        )


@cache
def lexicon(tag: str) -> Lexicon:
    """The words of a language, Chinese ones for its other varieties."""
    name = tag if tag in {"zh", "ja", "ko"} else "zh"
    path = files("tqcheck.quantities").joinpath("languages", f"{name}.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    counters = "|".join(sorted(table.get("counters", "").split(), key=len, reverse=True)) or _NEVER
    uncounted = "|".join(table.get("uncounted", "").split()) or _NEVER
    idioms: dict[str, tuple[str, ...]] = {}
    for idiom in table.get("idioms", "").split():
        idioms[idiom[:2]] = (*idioms.get(idiom[:2], ()), idiom)
    return Lexicon(re.compile(rf"\s?(?!{uncounted})(?:{counters})"), idioms)
