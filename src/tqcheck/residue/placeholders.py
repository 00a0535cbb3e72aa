"""Placeholders of templates, empty values of programs, and the marks of tokenisers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model import Span


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`harmless`: a mark beside the words; otherwise it stands in the place of words that are lost."""

    span: Span
    kind: str
    harmless: bool = False


# What stands in the place of a word: template engines, gettext, str.format, shells, authors' gaps, scripts' empty values.
_LOST = {
    "a placeholder of a template": r"\{\{[^{}\n]{0,60}\}\}|\$\{[^{}\n]{1,60}\}|\{(?:\d{1,2}|[^\W\d]\w{1,30})\}"
    r"|%\(\w{1,30}\)[sdif]|(?<![\d%\w])(?<!\d )%(?:\d\$)?[sd](?!\w)|<%=?[^%\n]{1,60}%>"
    r"|<(?:PLACEHOLDER|[A-Z]{2,20}_[A-Z_0-9]{1,30})>|\[%[^%\n]{1,40}%\]",
    "a gap that was never filled": r"\[(?:INSERT|ENTER|ADD|YOUR|FIRST|LAST|FULL)\b[^\]\n]{0,40}\]|\[(?:NAME|TITLE|DATE|CITY|COMPANY|LINK|IMAGE|PHOTO|URL|TEXT|TBD|TBC|TODO)\]"
    r"|\[(?:NOM|NAME|NOMBRE|NOME|ИМЯ|ДАТА|DATUM|FECHA|姓名|名字|日期|名前)\]|(?<!\w)X{4,}(?!\w)|(?<!\w)(?:TODO|FIXME)(?=:|\()|(?i:lorem ipsum(?: dolor(?: sit amet)?)?)",
    "an empty value of a program": r"\[object \w{2,20}\]|(?<![\w-])NaN(?![\w-])|(?<=: )(?:undefined|null)(?=\s*(?:$|[,;|]))|^(?:undefined|null|None|N/A|NULL)$|(?:\bundefined){2,}|\bundefined undefined\b|\bnull null\b",
    "a word that the engine did not know": r"<unk>|\[UNK\]|<UNK>|\u2047|\[MASK\]|<mask>|<extra_id_\d+>|<0x[0-9A-F]{2}>",
    "a protected tag that was not put back": r"__(?:[A-Z]{2,20}_?)+\d{0,4}__|[⟦⟪]\s?\d{1,4}\s?[⟧⟫]|｟[^｠\n]{0,40}｠",
}
_MARKS = {
    "a mark of the tokeniser": r"\u2581|(?<=\w)@@(?=\s|$)|(?<=\s)##[^\W\d_]{1,12}(?!\w)|￭",
    "a mark for the begin or end of a sentence": r"</?s>|<pad>|<\|?(?:endoftext|im_start|im_end|eot_id)\|?>|<(?:bos|eos|BOS|EOS)>|\[(?:SEP|CLS|PAD)\]|(?<!\w)__[a-z]{2,3}__(?!\w)|<2[a-z]{2}>",
}
_ALL = {**_LOST, **_MARKS}
_PATTERN = re.compile("|".join(f"(?P<k{at}>{pattern})" for at, pattern in enumerate(_ALL.values())))
_KINDS = tuple(_ALL)
_CODE = re.compile(r"`[^`\n]*`|https?://\S+")


def placeholders(target: str, source: str) -> Iterator[Placeholder]:
    """What is no word of any language; code, and as many of a kind as the source has, are left alone."""
    found = list(_in(target))
    if not found:
        return
    kept = Counter(one.kind for one in _in(source))
    for one in found:
        if one.span.of(target) in source:
            kept[one.kind] -= 1
            continue
        if kept[one.kind] > 0:
            kept[one.kind] -= 1
            continue
        yield one


def _in(text: str) -> Iterator[Placeholder]:
    code = [Span(*match.span()) for match in _CODE.finditer(text)]
    for match in _PATTERN.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in code):
            kind = _KINDS[int(str(match.lastgroup)[1:])]
            yield Placeholder(span, kind, kind in _MARKS)
