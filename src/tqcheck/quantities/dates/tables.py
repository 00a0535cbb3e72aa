"""What each language calls its months, weekdays and times of day: CLDR's names (babel), and more in `calendars/`.

In a file of `calendars/`, `months` and `weekdays` (Monday is 1) add forms to CLDR's; those in `maybe` are other words as
well and count only beside a figure. The rest is regular expressions: `o-clock` after an hour makes it a time of day,
`hour` only together with `at` before it or a part of the day, `at-hour` before one alone; `phrases` are (pattern, minutes) with {h} for an hour and
{m} for minutes, which count as often as the second says, and a third of which one must be in the text; `dayparts` stand before or after a time, and where `parts-follow` make a bare hour one (5 утра); `relative` dates
answer a day, month or year. `quarter`, `half-year` and `century` follow an ordinal; `decade-before` and `decade-after` stand beside the 90 of the 1990s.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tqcheck.quantities.first_look import words_in
from tqcheck.quantities.model import Kind

if TYPE_CHECKING:
    from babel import Locale

HAN = frozenset({"zh", "ja", "ko", "yue"})
_ORDINAL = r"(?:st|nd|rd|th|er|ère|re|ème|e|º|ª|\.|-?[а-яіїє]{1,2})?"
_NEVER = re.compile(r"(?!)")
# A word; in scripts that need it with its combining marks, which \w leaves out.
_WORD = re.compile(r"[^\W\d_]+")
_MARKED_WORD = re.compile(
    r"(?:[^\W\d_]|(?<=\w)[\u0300-\u036f\u064b-\u0652]|[\u0900-\u0963\u0971-\u0dff])(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0963\u0971-\u0dff])*"
)
APOSTROPHES = str.maketrans({"ʼ": "’", "'": "’"})
_MARKED = frozenset("ar fa ur he hi mr ne bn ta te kn ml gu pa or as si sa".split())
_SHORT = 4  # letters: "Sun", "mer.", "ago." are other words; such a form counts only beside a figure


@dataclass(frozen=True, slots=True)
class Rare:
    """A pattern that few texts match: it is tried only where one of the strings that a match must have is there."""

    pattern: re.Pattern[str]
    hints: tuple[str, ...]

    def finditer(self, text: str, lower: str) -> Iterable[re.Match[str]]:
        """The matches in a text. `lower`: the text in lower case."""
        for hint in self.hints:
            if hint in lower:
                return self.pattern.finditer(text)
        return ()


def rare(source: str, *, before: str = "", after: str = "") -> Rare:
    """A pattern in either case with its hints; `before` and `after` are put around its alternatives."""
    pattern = re.compile(f"{before}(?:{source}){after}", re.IGNORECASE)
    return Rare(pattern, tuple(_literal(option).lower() for option in _options(source)))


def _options(source: str) -> Iterator[str]:
    """The alternatives of a regular expression, those in groups left whole."""
    depth, start = 0, 0
    for at, char in enumerate(source):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            yield source[start:at]
            start = at + 1
    yield source[start:]


def _literal(option: str) -> str:
    """The longest string that a match of an alternative has: "year" of `(?:last|this) years?`; "" if there is none."""
    while (flat := re.sub(r"\((?:[^()])*\)[?*]?|\[[^\]]*\][?*+]?|\{[hm]\}", "\0", option)) != option:
        option = flat
    return max(re.split(r"\\.[?*+]?|.[?*]|[\0^$+.]", option), key=len)


@dataclass(frozen=True, slots=True)
class Name:
    """A month or weekday. `words` in lower case; `sure`: it is one wherever it stands."""

    words: str
    kind: Kind
    value: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """How one language tells dates and times.

    `names` by their first word, the longest first; `first_words`: the letters that any of them begins with. `hours` and `minutes` are number words of a clock. `order`: in what
    order a date in figures has its year, month and day ("ymd"); "" if not known. `month_first`: May 3.
    """

    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    first_words: frozenset[str] = frozenset()
    word: re.Pattern[str] = _WORD
    prefixes: re.Pattern[str] | None = None
    hours: Mapping[str, int] = field(default_factory=dict)
    minutes: Mapping[str, int] = field(default_factory=dict)
    o_clock: str = ""
    hour: str = ""
    minute: str = ""
    at: str = ""
    at_hour: str = ""
    parts_follow: bool = False
    phrases: tuple[tuple[str, int, tuple[str, ...]], ...] = ()
    dayparts: tuple[tuple[str, str], ...] = ()
    relative: tuple[tuple[Kind, Rare], ...] = ()
    periods: re.Pattern[str] = _NEVER
    before_decade: re.Pattern[str] = _NEVER
    after_decade: re.Pattern[str] = _NEVER
    order: str = ""
    month_first: bool = False
    year_first: bool = False


@cache
def calendar_of(tag: str) -> Calendar:
    """The calendar of a primary subtag; of an unknown one, empty."""
    from babel import Locale, UnknownLocaleError  # only where a text has figures

    path = files("tqcheck.quantities.dates").joinpath("calendars", f"{tag}.toml")
    known = tag.isalpha() and path.is_file()
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if known else {}
    try:
        locale = Locale.parse(tag) if tag.isalpha() else None
    except (UnknownLocaleError, ValueError):
        locale = None
    numeric = _letters(locale.date_formats["short"].pattern) if locale else ""
    long = _letters(locale.date_formats["long"].pattern) if locale else ""
    periods = "|".join(table[key] for key in ("quarter", "half-year", "century") if table.get(key))
    names = _by_first_word(_names(tag, table, locale), _word(tag))
    return Calendar(
        names=names,
        first_words=frozenset(first for name in names for first in words_in(name)[:1]),
        word=_word(tag),
        prefixes=re.compile(table["prefixes"]) if "prefixes" in table else None,
        hours=dict(_entries(table.get("hours", ""))),
        minutes=dict(_entries(table.get("minutes", ""))),
        o_clock=table.get("o-clock", ""),
        hour=table.get("hour", ""),
        minute=table.get("minute", ""),
        at=table.get("at", ""),
        at_hour=table.get("at-hour", ""),
        parts_follow=table.get("parts-follow", False),
        phrases=tuple(
            (pattern, times, tuple(hints[0].split("|")) if hints else ())
            for pattern, times, *hints in table.get("phrases", ())
        ),
        dayparts=(*_am_pm(locale), *table.get("dayparts", {}).items()),
        relative=tuple(
            (Kind(kind), _relative(words, tag in HAN)) for kind, words in table.get("relative", {}).items()
        ),
        periods=re.compile(rf"{_ORDINAL}\s?(?:{periods})(?!\w)", re.IGNORECASE) if periods else _NEVER,
        before_decade=_around(table.get("decade-before", ""), r"(?<!\w)(?:{})\s['’]?$"),
        after_decade=_around(table.get("decade-after", ""), "(?:{})"),
        order="" if tag == "en" else numeric,  # American or British
        month_first=long.find("m") < long.find("d"),
        year_first=long.startswith("y"),
    )


def _letters(pattern: str) -> str:
    """The order of the fields of a CLDR date pattern: "dmy"."""
    plain = re.sub("'[^']*'", "", pattern).lower()
    return "".join(dict.fromkeys(char for char in plain if char in "dmy"))


def _entries(text: str) -> Iterator[tuple[str, int]]:
    """`a|b=1 c_d=2` → (a, 1), (b, 1), (c d, 2)"""
    for entry in text.split():
        words, _, value = entry.rpartition("=")
        for word in words.split("|"):
            yield word.replace("_", " "), int(value)


def _names(tag: str, table: Mapping[str, str], locale: Locale | None) -> Iterator[Name]:
    """CLDR's names come last, so that a file has the last word on one."""
    if tag in HAN:  # figures with 月; weekdays are found without word boundaries
        return
    maybe = frozenset(table.get("maybe", "").split())
    for kind, key in ((Kind.MONTH, "months"), (Kind.WEEKDAY, "weekdays")):
        for words, value in _entries(table.get(key, "")):
            yield Name(words.lower(), kind, value, words not in maybe and len(words) >= _SHORT)
    if locale is None:
        return
    for kind, forms in ((Kind.MONTH, locale.months), (Kind.WEEKDAY, locale.days)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in forms[context][width].items():
                    value = number if kind is Kind.MONTH else number + 1
                    for words in _spellings(name.lower().rstrip(".॰")):
                        sure = width == "wide" and words not in maybe and not words[:1].isdigit()
                        yield Name(words, kind, value, sure)


def _spellings(words: str) -> Iterable[str]:
    """Devanagari's फ़ is one character, two, or plain फ."""
    return dict.fromkeys(
        (words, words.replace("फ़", "\u095e"), words.replace("\u095e", "फ़"), words.replace("़", ""))
    )


def _word(tag: str) -> re.Pattern[str]:
    return _MARKED_WORD if tag in _MARKED else _WORD


def _by_first_word(names: Iterable[Name], word: re.Pattern[str]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, dict[str, Name]] = {}
    for name in names:
        words = name.words.translate(APOSTROPHES)
        if first := word.match(words):
            known = found.setdefault(first.group(), {})
            known.setdefault(words, Name(words, name.kind, name.value, name.sure))
    return {
        first: tuple(sorted(known.values(), key=lambda name: -len(name.words)))
        for first, known in found.items()
    }


def _am_pm(locale: Locale | None) -> Iterator[tuple[str, str]]:
    """CLDR's names of a.m. and p.m. Latin ones only as capitals or with points: German "am Montag" is none."""
    if locale is None:
        return
    for half in ("am", "pm"):
        forms = {
            names[half]
            for context in locale.day_periods.values()
            for names in context.values()
            if len(names.get(half, "")) > 1 or not names.get(half, "a").isascii()
        }
        others = [re.escape(form) + r"(?!\w)" for form in sorted(forms) if form != half.upper()]
        yield half, "|".join([rf"(?-i:{half.upper()})(?!\w)|{half[0]}\.[\s\u00a0\u202f]?m\.", *others])


def _around(words: str, pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{}", words), re.IGNORECASE) if words else _NEVER


def _relative(words: str, han: bool) -> Rare:
    return rare(words.replace("\n", ""), before="" if han else r"(?<!\w)")
