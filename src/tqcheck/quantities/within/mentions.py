"""One figure that is another when the article names the same thing again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.documents import primary_language
from tqcheck.quantities.model import Hedge, Kind, Quantity

_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|\.(?=\s\w)|e|er|ème|º|ª|\.º|-(?:й|го|му|м|я|ю|е|х|ой|ый|ий|ая|летие|летия|летию|летием|летии))(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# So many words, and letters in all, must be the same after the figure ("anniversary of the founding", not "km from"),
# and as many more as both have.
_WORDS, _MOST_WORDS, _LETTERS = 4, 7, 16
_BEFORE, _AFTER = re.compile(r"[\u3040-\u9fff]{5}"), re.compile(r"[\u3040-\u9fff]{2}")
_NUMBERED = re.compile("第…|…(?:周年|週年|届|屆)")
# Two capitalised words name one thing too, if it is not of those that are numbered by the dozen.
_NAME = re.compile(r"\s?((?:[^\W\d_a-zа-яß-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*(?:\s|$|(?=[^\w\s]))){2,5})")
_SERIES = re.compile(
    r"(?:Street|Avenue|Road|Floor|District|Ward|Precinct|Circuit|Division|Infantry|Regiment|Brigade|Battalion|Army|Corps|Fleet"
    r"|Squadron|Wing|Group|Air|Congress|Legislature|Amendment|Plan|Parallel|Bundestag|Straße|Armee|Avenida|Calle)\b"
)
_SPACELESS = frozenset({"zh", "ja"})
_POWERS = frozenset(Fraction(10) ** n for n in (1, 2, 3, 4, 6))
_SMALLEST_SLIP = 10  # a figure of one digit has none to exchange


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure and the place of its text among those given."""

    text: int
    figure: Quantity


@dataclass(frozen=True, slots=True)
class Changed:
    """Two mentions of one thing, the earlier and the later; `thing`: the words that both share."""

    first: Mention
    second: Mention
    thing: str


def changed_figures(texts: Sequence[tuple[str, Sequence[Quantity]]], tag: str) -> Iterator[Changed]:
    """The figures that turn into another by an exchange of digits or a slip of scale, before the same noun phrase."""
    tight = primary_language(tag) in _SPACELESS
    named = defaultdict[tuple[str, bool], list[tuple[Mention, str]]](list)
    for index, (text, figures) in enumerate(texts):
        for figure in filter(_is_plain, figures):
            ordinal = None if tight else _ORDINAL.match(text, figure.span.end)
            at = ordinal.end() if ordinal else figure.span.end
            name = _name(text, at) if ordinal else ""
            thing = _tight_thing(text, figure) if tight else name or _thing(text, at)
            if thing:
                numbered = _NUMBERED.search(thing) is not None if tight else ordinal is not None
                key = thing if tight else " ".join(thing.split()[:_WORDS])
                named[key, numbered].append((Mention(index, figure), thing))
    for (_, numbered), mentions in named.items():
        first, one = mentions[0]
        for second, other in mentions[1:]:
            alike = one.startswith(other) or other.startswith(one)
            if alike and _slipped(first.figure, second.figure, ordinal=numbered):
                yield Changed(first, second, min(one, other, key=len))
                break


def _is_plain(figure: Quantity) -> bool:
    return figure.digits and figure.clear and figure.hedge is Hedge.EXACT and figure.kind is Kind.NUMBER


def _tight_thing(text: str, figure: Quantity) -> str:
    """What a Chinese or Japanese figure counts, said before and after it: 港口建成…周年; empty if little is said."""
    before, after = (
        _BEFORE.fullmatch(text[max(0, figure.span.start - 5) : figure.span.start]),
        _AFTER.match(text, figure.span.end),
    )
    return f"{before.group()}…{after.group()}" if before and after else ""


def _thing(text: str, at: int) -> str:
    """What a figure counts, up to where its clause may end; empty if too short to be told from another thing."""
    phrase = re.split(r"[.,;:()\d]", text[at : at + 90], maxsplit=1)[0]
    words = _WORD.findall(phrase.lower())[:_MOST_WORDS]
    return " ".join(words) if len(words) >= _WORDS and sum(map(len, words)) >= _LETTERS else ""


def _name(text: str, at: int) -> str:
    """The capitalised name after an ordinal: 75th Lindholm Regatta."""
    match = _NAME.match(text, at)
    return match[1].strip().lower() if match and not _SERIES.search(match[1]) else ""


def _slipped(one: Quantity, other: Quantity, *, ordinal: bool) -> bool:
    first, second = one.value, other.value
    if not first or not second or not set(one.readings).isdisjoint(other.readings):
        return False
    if max(first / second, second / first) in _POWERS:
        return not ordinal
    exchanged = sorted(_digits(first)) == sorted(_digits(second)) and min(first, second) >= _SMALLEST_SLIP
    return exchanged and (ordinal or len(_digits(first)) > 2)


def _digits(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else ""
