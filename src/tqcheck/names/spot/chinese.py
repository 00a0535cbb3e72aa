"""Chinese: the longest entry of the tables at each place, and foreign names by their dots."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tqcheck.lexicon import of_word, stem
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.romanise import is_han, romanise
from tqcheck.names.spot.called import called_names
from tqcheck.names.spot.han import (
    Unlisted,
    foreign_end,
    foreign_start,
    is_family,
    listed_gain,
    unlisted_names,
)
from tqcheck.names.tables import han_forms, han_name, native

# Nats by which a name that no table has must read better than words. On published translations 1 in 100 of those
# above has no rendering in the article, most of them since the translation lacks it.
_SURELY_LONG, _SURELY_SHORT = 2.0, 3.5

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・‧][\u4e00-\u9fff]{1,8})+")
# A family name, and a given name that is withheld: 黄某某, a man surnamed Huang.
_WITHHELD = re.compile(r"(?P<family>[\u4e00-\u9fff])某{1,2}")
_WEEKDAY = re.compile("周[一二三四五六日末]")  # Zhou is a family name, too
_LONGEST = 12


def chinese_names(text: str) -> Iterator[Spotted]:
    """Dotted names of foreigners, and elsewhere the longest form that a table has, from left to right."""
    dotted = [_trimmed(text, Span(*match.span())) for match in _DOTTED.finditer(text)]
    for span in dotted:
        parts = tuple(re.split("[·•・‧]", span.of(text)))
        yield Spotted(span, span.of(text), span.of(text), NameKind.PERSON, certain=True, parts=parts)
    withheld = [Span(*match.span()) for match in _WITHHELD.finditer(text) if is_family(match["family"])]
    for span in withheld:
        family = span.of(text)[:-1].rstrip("某")
        yield Spotted(span, span.of(text), span.of(text), NameKind.PERSON, certain=True, parts=(family,))
    dotted += withheld
    known = [name for name in called_names(text, "zh") if not any(map(name.span.overlaps, dotted))]
    yield from known
    dotted += [name.span for name in known]
    dotted += [Span(*match.span()) for match in _WEEKDAY.finditer(text)]
    unlisted = [name for name in unlisted_names(text) if not any(map(name.span.overlaps, dotted))]
    for person in unlisted:
        yield _person(text, person)
    taken = (*dotted, *(person.span for person in unlisted))
    at = 0
    while at < len(text):
        form = _longest(text, at)
        if (
            form is not None
            and not any(form.overlaps(other) for other in taken)
            and not _is_word(form.of(text))
        ):
            name = _listed(text, form)
            # What stands right behind the beginning of a name may be its end: 贡山 in 高黎贡山, 宁 in 陈吉宁边走.
            beside = any(person.span.end == form.start for person in unlisted)
            yield replace(name, certain=False) if beside and name.bearer is None else name
        at = at + 1 if form is None else form.end


def _person(text: str, name: Unlisted) -> Spotted:
    form = name.span.of(text)
    parts = (form, form[name.family :], form[: name.family]) if name.family else (form,)
    sure = name.gain >= (_SURELY_LONG if len(form) > 2 else _SURELY_SHORT)
    return Spotted(name.span, form, form, NameKind.PERSON, certain=sure, parts=parts)


def _trimmed(text: str, span: Span) -> Span:
    """Without the words before and after a dotted name: 经理埃伦·哈岑指出 has 埃伦·哈岑.

    Characters that foreign names are commonly written with belong to it even where they make a word: 斯蒂芬妮·莱.
    """
    parts = re.split("[·•・‧]", span.of(text))
    first, last = parts[0], parts[-1]
    start, end = foreign_start(first), foreign_end(last)
    if match := _WHOLE.search(first):
        start = min(start, match.start())
    while start and first[start - 1] in _IN_NAMES:
        start -= 1
    while end < len(last) and last[end] in _IN_NAMES and last[end : end + 2] != "夫人":
        end += 1
    return Span(span.start + start, span.end - (len(last) - end))


# Names that begin or end with what the news has for other things.
_WHOLE = re.compile(r"(?:亚历山大|亞歷山大|大卫|大衛|理查德?|克莉丝汀|克里斯汀|天娜|路易斯?)$")


def _longest(text: str, at: int) -> Span | None:
    """The longest form of the tables that begins here, of two characters and more."""
    if not is_han(text[at]):
        return None
    known, glossed = native("zh"), han_forms()
    for end in range(min(at + _LONGEST, len(text)), at + 1, -1):
        if text[at:end] in known or text[at:end] in glossed:
            return Span(at, end)
    return None


@cache
def _is_word(form: str) -> bool:
    """Is it a word far more often than the name that a gloss has: 大桥 is a bridge, and seldom Da Qiao?"""
    name = han_name(form)
    if name is None or form in native("zh") or len(form) > 2:
        return False
    own = {stem(part) for word in name.words for part in re.split("[ -]", word)} | _SORTS
    return any(
        value >= _USUALLY
        and english not in own
        and any(is_english_word(english + end) for end in ("", "e", "s", "ed"))
        for english, value in of_word(form, "zh").items()
    )


_USUALLY = 0.5  # of a word's renderings in published translations


def _listed(text: str, span: Span) -> Spotted:
    form = span.of(text)
    bearer, name = native("zh").get(form), han_name(form)
    plain = name is not None and not name.ambiguous
    hints = _own(name.words) if name else ()
    gain = listed_gain(text, span)
    if bearer is not None:
        sure = not _goes_on(text, span, bearer)
        if bearer.kind is NameKind.COUNTRY and len(form) > 2:
            sure = sure or gain >= _SURELY_NAME  # 阿根廷 before 马球, polo
        elif bearer.kind is NameKind.COUNTRY:
            # Not 南非 in 西南非洲, nor the Royal Navy.
            sure = sure and gain >= 0 and not text.startswith("皇家", span.end)
        if bearer.kind is NameKind.PLACE:
            sure = sure and gain >= _SURELY_PLACE and (plain or (name is None and len(form) > 2))
        return replace(known_name(span, form, bearer, certain=sure), hints=hints)
    sure = plain and gain >= _SURELY_NAME and not _NO_NAME.search(form)
    sure = sure and text[span.end : span.end + 1] not in _TRANSLITERATION
    sure = sure and not (form == "金山" and text.startswith("银山", span.end))  # mountains of gold and silver
    if len(hints) > 1 and hints[0].lower() == romanise(form, "zh"):
        # 繁昌 is prosperity, but for a county; 新疆 the newspapers name often.
        sure = sure and (_of_county(text, span) or rank(form, "zh", "small") is not None)
    if _HEIGHT.fullmatch(form) and text[max(span.start - 1, 0) : span.start] in _IN_NAMES:
        sure = False  # 贡山 in 高黎贡山
    return Spotted(span, form, form, certain=sure, parts=(form,), hints=hints)


def _of_county(text: str, span: Span) -> bool:
    """Does it say before or after a short name that it is a county's?"""
    after, before = text[span.end : span.end + 1], text[: span.start][-1:]
    return len(span.of(text)) > 2 or after in _COUNTIES or before in _COUNTIES


_COUNTIES = frozenset("省市州县區区镇縣鎮")


@cache
def _own(words: tuple[str, ...]) -> tuple[str, ...]:
    """Of a gloss the words that say which it is, if there are any: Xinhua, not News or Agency."""
    parts = tuple(dict.fromkeys(part for word in words for part in word.split("-")))
    return tuple(part for part in parts if part.lower() not in _SORTS) or parts


_HEIGHT = re.compile(r"..?[山河江岭峰湖岛海]")
# What many names of glosses have in common.
_SORTS = frozenset(
    "china chinese news agency province provincial autonomous region city municipality district county prefecture town "
    "township republic democratic people state states national river mountain mountains mount island islands lake sea "
    "peninsula university college company corporation group party committee party league banner new north south east west "
    "northern southern eastern western and the of".split()
)


# Nats by which a name of the tables must read better than its characters do as words: of those above, published
# translations leave 1 in 100 out; of those below, 1 in 10.
_SURELY_PLACE, _SURELY_NAME = 2.0, 6.0
# Glosses have capitals for more than names: money, months, peoples, languages, faiths.
_NO_NAME = re.compile(
    r"(?:[元金月人族语文教派党厅部社网氏方]|法郎|二战|国庆节?|时代|大陆|保护|保護)$|^(?:互联网|阿里|东亚|西亚|教皇|奥运|.*[大太].洋)$"
)


# The characters that foreign names are commonly written with.
_TRANSLITERATION = frozenset(
    "阿埃艾奥巴贝比波伯布查茨达登迪蒂杜顿厄恩尔法菲费夫弗福甘戈格古哈海赫霍基吉加杰卡凯科克库夸拉莱兰朗劳勒雷里利丽列林龙鲁伦罗洛"
    "马玛曼梅蒙米莫姆穆纳娜奈尼涅努诺欧帕佩皮普奇恰切乔萨塞桑沙舍施史斯索塔泰坦汤特滕提廷图托瓦万威韦维温沃乌伍西希锡夏谢辛雅延耶伊"
    "约泽扎詹兹佐敦爾納蘭羅馬維韋烏圖湯諾歐貝達蓋"
)


# Those, and others that names beside a dot have, too.
_IN_NAMES = _TRANSLITERATION | frozenset("默安丁丹宾拜查柯森欣盖芬苏赛辛迈齐卓贾鲍麦本罕德朱乔曼哥翰逊")


def _goes_on(text: str, span: Span, bearer: Bearer) -> bool:
    """Is a short form only the beginning of a longer name: 马里 in 马里尼切夫, 联合国 in 联合国国际原子能机构?"""
    end = span.end
    following = text[end : end + 2]
    if bearer.id == "o:United Nations":
        return following in {"国际", "教科", "儿童", "难民", "开发", "环境", "人权", "粮食", "世界", "國際"}
    if (
        bearer.kind is NameKind.PLACE
        and end - span.start == 2
        and text[: span.start][-1:] in _TRANSLITERATION
    ):
        return True  # 德里 in 伦敦德里
    return following[:1] in _TRANSLITERATION and text[end - 1] in _TRANSLITERATION
