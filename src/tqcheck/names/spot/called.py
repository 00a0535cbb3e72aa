"""People, clubs and events of East Asian texts whose English name is neither their sound nor their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted
from tqcheck.names.tables import read

_COLUMNS = {"zh": 1, "ja": 2, "ko": 3}


def called_names(text: str, language: str) -> Iterator[Spotted]:
    """The names of `called.tsv` in a text of one of its languages, the longest at each place."""
    table = _table(language)
    for match in _pattern(language).finditer(text):
        form = match.group()
        kind, english = table[form]
        yield Spotted(
            Span(*match.span()), form, english, kind, True, parts=(form,), hints=tuple(english.split())
        )


@cache
def _table(language: str) -> Mapping[str, tuple[NameKind, str]]:
    """Form → (kind, English words of which any may render it)."""
    table = {}
    for line in read("called.tsv").splitlines():
        cells = line.split("\t")
        kind, english = cells[0][0], cells[0][2:]
        for form in filter(None, cells[_COLUMNS[language]].split("|")):
            table[form] = (NameKind.PERSON if kind == "p" else NameKind.OTHER, english)
    return table


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Katakana and Hangul end or begin no name inside a word: ジョコ is not in ジョコビッチ, 공자 not in 제공자."""
    forms = sorted(_table(language), key=len, reverse=True)
    alternatives = "|".join(
        rf"(?<![가-힣]){form}"
        if "가" <= form[0] <= "힣"
        else rf"(?<![ァ-ヺー]){form}(?![ァ-ヺー])"
        if "ァ" <= form[-1] <= "ヺ" or form[-1] == "ー"
        else form
        for form in map(re.escape, forms)
    )
    return re.compile(alternatives)
