"""Telephone, account and serial numbers: one code each, copied digit by digit and never counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.first_look import has_digit
from tqcheck.quantities.model import Kind, Quantity, Standing

_WORDS = (
    "tel|telephone|phone|fax|mobile|call|hotline|isbn|issn|account|passport|iban|telefone?|telefonnummer|rufnummer|kontonummer"
    "|teléfono|téléphone|tél|telefono|telefoon|cuenta|compte|conto|rekeningnummer|тел|телефону?|факс|инн|огрн|снилс"
    "|сч[её]та?|рахунку|паспорта?|هاتف|حساب|फ़ोन|खाता"
)
_UNSPACED_WORDS = "电话|電話|传真|傳真|热线|熱線|手机|手機|身份证|身份證|账号|帳號|账户|銀行卡|银行卡|护照|護照|전화|계좌|여권"
_NAMED = re.compile(
    rf"(?:(?<!\w)(?:{_WORDS})|{_UNSPACED_WORDS})"
    r"(?:[\s\u00a0]?(?:number|no\.?|nr\.?|号码?|號碼?|番号|番號|번호|номер|№|n[°º]))?[.:：是为為]{0,2}[\s\u00a0]?"
    r"(?P<number>(?:[A-Z]{2}(?=\d\d[ \u00a0]?\d))?[(（]?\d[\d ()（）\u00a0・—-]{4,40}[\dX])(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
# Five groups of three and more: a number so large is told in words, unless it is round.
_GROUPS = re.compile(r"\d\d\d(?<![\d.,]\d\d\d)(?<!\d \d\d\d)(?: \d\d\d){4,}(?![.,]?\d| \d)")
_ROUND = re.compile(r"\S+(?: 000)+")
_HYPHENED = re.compile(
    r"(?<![A-Za-z\d.,/-])\d{1,8}(?:[-‑–—・]\d{1,8}){1,6}(?:[-‑]X)?(?![-‑–—・/]?[A-Za-z\d]|[.,]\d)"
)
_DATED = re.compile(r"(?:19|20)\d\d-[01]?\d-[0-3]?\d(?!\d)|(?:(?:19|20)\d\d[-‑–—・])+(?:19|20)\d\d$")
# As many digits ungrouped count nothing, unless something is counted by them: 1234567890 yuan, 123456789人.
_RUN = re.compile(
    r"(?<![A-Za-z\d.,$€£¥₽₹₩-])\d{9,32}(?![-‑]?\d|[.,]\d|[\s\u00a0]?[^\W\d_]|[\s\u00a0]?[%‰°$€£¥₽₹₩])"
)
_INTERNATIONAL = re.compile(r"\+ ?\d[\d ()\u00a0-]{7,20}\d(?!\d)")
_FEWEST = 6  # digits: phone 20 000 people
_FEWEST_ALONE = 9  # digits that no word before them calls a telephone number
_LONGEST = 100  # digits: what is longer is a table in columns, and no code
_AREA, _SUBSCRIBER = (3, 4), (7, 8)  # digits: 010-62345678, and not 5000-10000
_HINT = re.compile(r"\d[ ()（）\u00a0‑–—・-]{0,2}\d\d?[ ()（）\u00a0‑–—・-]{0,2}\d")


def find(text: str) -> Iterator[Quantity]:
    """The codes of a text with ASCII digits, in text order. Their reading is all their digits in one row."""
    if not has_digit(text) or not _HINT.search(text):
        return
    end = 0
    spans = [
        Span(*match.span("number"))
        for match in _NAMED.finditer(text)
        if sum(map(str.isdecimal, match["number"])) >= _FEWEST
    ]
    spans += [Span(*match.span()) for match in _INTERNATIONAL.finditer(text)]
    spans += [Span(*match.span()) for match in _GROUPS.finditer(text) if not _ROUND.fullmatch(match.group())]
    spans += [Span(*match.span()) for match in _HYPHENED.finditer(text) if _is_code(match.group())]
    spans += [Span(*match.span()) for match in _RUN.finditer(text) if not match.group().endswith("000")]
    for span in sorted(spans):
        if span.start >= end:
            end = span.end
            written = span.of(text)
            digits = re.sub(r"\D", "", written)
            values = (Fraction(digits),) if len(digits) <= _LONGEST else ()
            yield Quantity(span, written, values, Kind.CODE, standing=Standing.COMPARED)


def _is_code(written: str) -> bool:
    """Whether groups of digits with hyphens are a code, and no date, range or score."""
    groups = re.split("[-‑–—・]", written)
    if sum(map(len, groups)) < _FEWEST_ALONE or _DATED.match(written):
        return False
    if len(groups) > 2:
        # 6-46-46-76-79-7 are sets of tennis
        return max(map(len, groups)) > 2 and not all(group.endswith("000") for group in groups)
    area, subscriber = groups
    return len(area) in _AREA and len(subscriber) in _SUBSCRIBER and not subscriber.endswith("000")
