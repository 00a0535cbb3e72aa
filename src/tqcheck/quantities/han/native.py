"""Number words of Korean and Japanese in their own letters: 두 명, 스물한 살, 열두 번째, 이만 천사백, ふたり, みっつ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.han.lexicon import lexicon
from tqcheck.quantities.han.value import evaluate
from tqcheck.quantities.model import Quantity, Standing

_ONES = {
    word: value
    for value, words in enumerate("한|하나|첫 두|둘 세|셋 네|넷 다섯 여섯 일곱 여덟 아홉".split(), 1)
    for word in words.split("|")
}
_TENS = {
    word: 10 * value
    for value, words in enumerate("열 스물|스무 서른 마흔 쉰 예순 일흔 여든 아흔".split(), 1)
    for word in words.split("|")
}
# Two or three, and so on.
_SOME = {"한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "너댓": (4, 5), "네댓": (4, 5), "네다섯": (4, 5),
         "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8)}  # fmt: skip
_ALONE = frozenset("다섯 여섯 일곱 여덟 아홉 하나 둘 셋 넷".split())
_NATIVE = re.compile(
    rf"(?<![가-힣\d])(?:(?P<some>{'|'.join(sorted(_SOME, key=len, reverse=True))})"
    rf"|(?P<tens>{'|'.join(_TENS)})?(?P<ones>{'|'.join(sorted(_ONES, key=len, reverse=True))})?)(?P<more>여)?"
)
_SINO_DIGIT = {
    "일": "一",
    "이": "二",
    "삼": "三",
    "사": "四",
    "오": "五",
    "육": "六",
    "륙": "六",
    "칠": "七",
    "팔": "八",
    "구": "九",
}
_SINO = {**_SINO_DIGIT, "십": "十", "백": "百", "천": "千", "만": "万", "억": "亿", "조": "兆"}
_TO_HAN = str.maketrans(_SINO)
_D = "".join(_SINO_DIGIT)
_SINO_FIGURE = re.compile(
    rf"(?<![가-힣\d])(?P<some>[수몇]\s?(?=[십백천만억]))?(?P<n>(?:[{_D}]?[십백천만억조]|[{_D}](?=[만억조]))"
    rf"(?:\s?(?:[{_D}]?[십백천만억조]|[{_D}](?=[만억조])|[{_D}](?![가-힣])|[{_D}](?=[명원개년월일])))*)(?P<more>\s?여(?=\s|[명개건]))?"
)
# Words that look like numbers, unless something is counted.
_SURE_LENGTH = 3
_KANA = {
    "ふたつ": 2, "ふたり": 2, "みっつ": 3, "よっつ": 4, "いつつ": 5, "むっつ": 6, "ななつ": 7, "やっつ": 8, "ここのつ": 9,
}  # fmt: skip
_KANA_WORD = re.compile("|".join(_KANA))


def native(text: str, tag: str) -> Iterator[Quantity]:
    """The number words of the language. `tag`: its primary subtag."""
    if tag == "ja":
        for match in _KANA_WORD.finditer(text):
            yield _made(match, match.end(), (Fraction(_KANA[match.group()]),), Standing.COMPARED)
    elif tag == "ko":
        yield from _native(text)
        yield from _sino(text)


def _native(text: str) -> Iterator[Quantity]:
    counters = lexicon("ko").counters
    for match in _NATIVE.finditer(text):
        if not match.group():
            continue
        counted = counters.match(text, match.end())
        spaced = counted is not None and counted.group()[0] == " "
        if match["some"]:
            low, high = map(Fraction, _SOME[match["some"]])
            yield _made(match, match.end(), (low, high), Standing.ANSWERS, (low, high))
            continue
        value = Fraction(_TENS.get(match["tens"] or "", 0) + _ONES.get(match["ones"] or "", 0))
        last = match["ones"] or match["tens"]
        if not counted and (
            text[match.end() : match.end() + 1].strip(" ,.을를은는이가도과와의로만") or not _alone(match)
        ):
            continue
        if (
            counted
            and not spaced
            and len(match.group()) == 1
            and counted.group() in {"대", "계", "상", "개월"}
        ):
            continue  # 세대, 세계
        bounds = (value, value + 9) if match["more"] and value % 10 == 0 else None
        standing = (
            Standing.ANSWERS
            if value == 1 or not counted or last == "하나"
            else Standing.COMPARED
            if value < 10 or last == "열"
            else Standing.STATED
        )
        yield _made(match, match.end(), (value,), standing, bounds)


def _alone(match: re.Match[str]) -> bool:
    return match.group() in _ALONE or bool(match["tens"] and (match["ones"] or len(match["tens"]) > 1))


def _sino(text: str) -> Iterator[Quantity]:
    counters = lexicon("ko").counters
    for match in _SINO_FIGURE.finditer(text):
        written = match["n"].rstrip()
        end = match.start("n") + len(written)
        value = evaluate(re.sub(r"\s", "", written).translate(_TO_HAN))
        if value is None or value < 10:
            continue
        if match["some"]:
            if all(char in "십백천만억조" for char in written):
                ends = (value, 10 * value)
                yield _made(match, end, ends, Standing.COMPARED, ends)
            continue
        counted = counters.match(text, match.end()) is not None
        if not counted and len(written) < _SURE_LENGTH:
            continue
        if not counted and "가" <= text[end : end + 1] <= "힣":
            continue
        sure = counted and len(written) >= 2
        step = Fraction(10 ** (len(str(value)) - len(str(value).rstrip("0"))))
        bounds = (value, value + step) if match["more"] else None
        standing = (
            Standing.STATED if sure and len(written) > 2 else Standing.COMPARED if sure else Standing.ANSWERS
        )
        yield _made(match, end, (value,), standing, bounds)


def _made(
    match: re.Match[str],
    end: int,
    values: tuple[Fraction, ...],
    standing: Standing,
    bounds: tuple[Fraction, Fraction] | None = None,
) -> Quantity:
    span = Span(match.start(), end)
    return Quantity(span, span.of(match.string), values, standing=standing, digits=False, bounds=bounds)
