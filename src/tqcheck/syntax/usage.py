"""Faults of usage as a table: a pattern, what is wrong in the reader's words, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.model import Span


@dataclass(frozen=True, slots=True)
class Usage:
    """`pattern`: in verbose syntax, each blank written `\\s`; its group "mark", if any, is what is wrong.

    `advice` and `instead` are templates of `Match.expand`; `instead` may be empty. Letters count as they are
    written: capitals are names and headlines.
    """

    pattern: str
    advice: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Misuse:
    """What is wrong and where, with the text that should stand there (empty: not known).

    `groups`: the named groups of the pattern, for a rule that has to look a word up.
    """

    span: Span
    advice: str
    instead: str
    groups: Mapping[str, str]


# Neither part of a compound nor of a longer word.
_START, _END = r"(?<![\w'’/-])(?:", r")(?<!\w(?=[\w'’/-]))"


def misuses(text: str, table: Iterable[Usage], within: Span | None = None) -> Iterator[Misuse]:
    """What of the table stands in a text, or in a part of it."""
    start, end = (within.start, within.end) if within else (0, len(text))
    for usage in table:
        for match in _compiled(usage.pattern).finditer(text, start, end):
            group = "mark" if "mark" in match.re.groupindex else 0
            instead = match.expand(usage.instead) if usage.instead else ""
            marked = match[group]
            if marked[:1].isupper() and instead:
                instead = instead[:1].upper() + instead[1:]
            if instead != marked:
                groups = {name: found or "" for name, found in match.groupdict().items()}
                yield Misuse(Span(*match.span(group)), match.expand(usage.advice), instead, groups)


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(f"{_START}{pattern}{_END}", regex.VERBOSE)
