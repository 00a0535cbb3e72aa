"""What a grammar engine says, in code points, and how many short texts share one request."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

SEPARATOR = "\n\n"
"""LanguageTool ends a paragraph, and so a sentence, at an empty line, in every language."""


class RequestError(Exception):
    """An engine did not answer, or not as it should."""


@dataclass(frozen=True, slots=True)
class GrammarMatch:
    """One thing that an engine marked.

    `start` and `end` are code points of the text that was checked. `rule_id` and `category_id` are the
    engine's own; `issue_type` is an ITS 2.0 localization quality issue type (`grammar`, `misspelling`,
    `typographical` …). `replacements` are for exactly the marked text. `engine` is `languagetool` or `harper`.
    """

    start: int
    end: int
    message: str
    rule_id: str
    category_id: str
    issue_type: str
    replacements: tuple[str, ...]
    engine: str


class CodeUnits:
    """Leads UTF-16 code units, which Java counts, to the code points of a text, which Python counts."""

    def __init__(self, text: str) -> None:
        self._astral = [at for at, char in enumerate(text) if char > "\uffff"]
        self._units = [at + before for before, at in enumerate(self._astral)]
        self._length = len(text)

    def code_point(self, unit: int) -> int:
        """The code point at a code unit; inside a surrogate pair, the character's own."""
        before = bisect_right(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._astral[before - 1]
        return min(unit - before + (before > 0 and self._units[before - 1] == unit), self._length)

    def after(self, unit: int) -> int:
        """The end that covers everything before a code unit: inside a surrogate pair, after the character."""
        return min(self.code_point(unit) + (unit - 1 in self._units), self._length)


@dataclass(frozen=True, slots=True)
class Batch:
    """Several texts as one; `first` is the index of the first of them."""

    first: int
    starts: tuple[int, ...]
    text: str

    def place(self, start: int, end: int) -> tuple[int, int, int] | None:
        """(index, start, end) of a span of `text` in the text it lies in; None if it is not inside one."""
        at = bisect_right(self.starts, start) - 1
        own_end = self.starts[at + 1] - len(SEPARATOR) if at + 1 < len(self.starts) else len(self.text)
        if end > own_end:
            return None
        return self.first + at, start - self.starts[at], end - self.starts[at]


def batches(texts: Sequence[str], limit: int) -> Iterator[Batch]:
    """Join texts, in order, into batches of at most `limit` code points (a longer text is one by itself)."""
    first, size = 0, 0
    for index, text in enumerate(texts):
        grown = size + len(text) + (len(SEPARATOR) if index > first else 0)
        if index > first and grown > limit:
            yield _batch(texts, first, index)
            first, grown = index, len(text)
        size = grown
    if first < len(texts):
        yield _batch(texts, first, len(texts))


def _batch(texts: Sequence[str], first: int, end: int) -> Batch:
    sizes = (len(text) + len(SEPARATOR) for text in texts[first : end - 1])
    return Batch(first, tuple(accumulate(sizes, initial=0)), SEPARATOR.join(texts[first:end]))
