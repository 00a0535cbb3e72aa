"""Chinese: the longest entry of the tables at each place, and foreign names by their dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.romanise import is_han
from tqcheck.names.sound import evidence
from tqcheck.names.tables import han_names, native
from tqcheck.names.text import fold_word

# Evidence that a gloss is the sound of the characters: 1 random pair in 200 passes.
PHONETIC = 0.7

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8})+")
_LONGEST = 12


def chinese_names(text: str) -> Iterator[Spotted]:
    """Dotted names of foreigners, and elsewhere the longest form that a table has, from left to right."""
    dotted = [_trimmed(text, Span(*match.span())) for match in _DOTTED.finditer(text)]
    for span in dotted:
        parts = tuple(re.split("[·•・‧]", span.of(text)))
        yield Spotted(span, span.of(text), span.of(text), NameKind.PERSON, certain=True, parts=parts)
    at = 0
    while at < len(text):
        form = _longest(text, at)
        if form is not None and not any(form.overlaps(other) for other in dotted):
            yield _listed(text, form)
        at = at + 1 if form is None else form.end


def _trimmed(text: str, span: Span) -> Span:
    """Without the words before and after a dotted name: 经理埃伦·哈岑指出 has 埃伦·哈岑."""
    parts = re.split("[·•・‧]", span.of(text))
    first, last = parts[0], parts[-1]
    before = next((at for at in range(len(first), 0, -1) if first[at - 1] not in _IN_NAMES), 0)
    after = next((at for at, char in enumerate(last) if char not in _IN_NAMES), len(last))
    # Less than two such characters: the name is written with others, or is one with what stands beside it.
    start = span.start + (before if len(first) - before > 1 else 0)
    return Span(start, span.end - (len(last) - after if after > 1 else 0))


def _longest(text: str, at: int) -> Span | None:
    """The longest form of the tables that begins here, of two characters and more."""
    if not is_han(text[at]):
        return None
    known, glossed = native("zh"), han_names()
    for end in range(min(at + _LONGEST, len(text)), at + 1, -1):
        if text[at:end] in known or text[at:end] in glossed:
            return Span(at, end)
    return None


def _listed(text: str, span: Span) -> Spotted:
    form = span.of(text)
    bearer, name = native("zh").get(form), han_names().get(form)
    plain = name is not None and not name.ambiguous
    hints = name.words if name else ()
    if bearer is not None:
        sure = (plain or bearer.kind is not NameKind.PLACE) and not _goes_on(text, span.end, bearer)
        sure = sure and not (bearer.kind is NameKind.PLACE and _astride(text, span))
        return replace(known_name(span, form, bearer, certain=sure), hints=hints)
    sure = plain and len(form) > 2 and form[-1] != "人" and _phonetic(form)
    sure = sure and text[span.end : span.end + 1] not in _TRANSLITERATION
    return Spotted(span, form, form, certain=sure, parts=(form,), hints=hints)


# The characters that foreign names are commonly written with.
_TRANSLITERATION = frozenset(
    "阿埃艾奥巴贝比波伯布查茨达登迪蒂杜顿厄恩尔法菲费夫弗福甘戈格古哈海赫霍基吉加杰卡凯科克库夸拉莱兰朗劳勒雷里利丽列林龙鲁伦罗洛"
    "马玛曼梅蒙米莫姆穆纳娜奈尼涅努诺欧帕佩皮普奇恰切乔萨塞桑沙舍施史斯索塔泰坦汤特滕提廷图托瓦万威韦维温沃乌伍西希锡夏谢辛雅延耶伊"
    "约泽扎詹兹佐敦爾納蘭羅馬維韋烏圖湯諾歐貝達蓋"
)


# Those, and others that names beside a dot have, too.
_IN_NAMES = _TRANSLITERATION | frozenset("默安丁丹宾拜查柯森欣盖芬苏赛辛迈齐卓贾鲍麦本罕德朱乔曼哥翰逊")


def _goes_on(text: str, end: int, bearer: Bearer) -> bool:
    """Is a short form only the beginning of a longer name: 马里 in 马里尼切夫, 联合国 in 联合国国际原子能机构?"""
    following = text[end : end + 2]
    if bearer.id == "o:United Nations":
        return following in {"国际", "教科", "儿童", "难民", "开发", "环境", "人权", "粮食", "世界", "國際"}
    if bearer.kind is NameKind.PLACE and text[end - 3 : end - 2] in _TRANSLITERATION:
        return True  # 德里 in 伦敦德里
    return following[:1] in _TRANSLITERATION and text[end - 1] in _TRANSLITERATION


def _astride(text: str, span: Span) -> bool:
    """Two characters that are the end of one common word and the start of another: 衡水 in 均衡水平."""
    around = text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1]
    return len(span) == 2 and all(len(word) == 2 and rank(word, "zh", "small") is not None for word in around)


@cache
def _phonetic(form: str) -> bool:
    """Is the English name of these characters their sound (Davos), not their meaning (Pearl River Delta)?"""
    words = [fold_word(word) for word in han_names()[form].words]
    joined = {
        "".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)
    }
    return any(evidence(form, word, "zh") >= PHONETIC for word in joined)
