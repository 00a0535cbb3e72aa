"""Characters that were lost: a box, a diamond or a question mark stands where a letter was, with the one that it can have been.

Fonts without the character print □ or ■, decoders put U+FFFD for bytes that they cannot read, and encoders "?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from tqcheck.model import Span
from tqcheck.names.frequency import rank, word_bins
from tqcheck.source_faults.words import UNLISTED, rarity

_HAN = "\u3400-\u9fff"
_KATAKANA = "\u30a1-\u30fa\u30fc"
# U+FFFD is never meant. The others are boxes to tick, bullets and ends of questions too.
_BOXES = "□■◆▯▢"
MARKS = f"\ufffd{_BOXES}〓"
"""What stands for a lost character and for nothing else in running text; "?" may, too."""
_MARK = f"[{MARKS}?]"
# A letter of an alphabet that writes spaces.
_LETTER = f"[^\\W\\d_\u3040-\u30ff{_HAN}]"
_DAMAGED_WORD = re.compile(
    f"(?<![\\w@#/.=&{{])(?:{_LETTER}|['’-])*(?:(?:\ufffd{{1,3}}|(?<={_LETTER})[{_BOXES}]{{1,3}}(?={_LETTER})"
    f"|(?<={_LETTER})\\?{{1,2}}(?={_LETTER}))(?:{_LETTER}|['’-])*)+(?![\\w@#/=&]|\\.\\w)"
)
# The mark with a space on each side, as tokenizers leave it: "milit � rische".
_SPACED_WORD = re.compile(f"(?<![\\w.-]){_LETTER}+ [\ufffd□]{{1,2}} {_LETTER}+(?![\\w-])")
# Three bytes make a Chinese character, and each may have become a mark.
_IN_HAN = re.compile(f"\ufffd{{1,3}}|(?<=[{_HAN}])(?:[{_BOXES}〓]|\\?)(?=[{_HAN}])")
_DOT = re.compile(f"(?<=[{_HAN}])\\?(?=[{_HAN}])")
_KATAKANA_DOT = re.compile(f"(?<=[{_KATAKANA}]{{2}})\\?(?=[{_KATAKANA}]{{2}})")
# Letters that old encodings and poor fonts lack, the likeliest in each language, and after them any of its letters.
_RARE_LETTERS = {
    "de": "äöüß",
    "fr": "éèêàâçîïôûùëœ'",
    "es": "áéíóúñü",
    "it": "àèéìòù'",
    "pt": "ãõáéíóúâêôçà",
    "nl": "ëïéè'",
    "en": "'é",
    "sv": "åäöé",
    "da": "æøåé",
    "nb": "æøåé",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "ro": "ăâîșşțţ",
    "tr": "çğıöşü",
    "hu": "áéíóöőúüű",
    "fi": "äöå",
}
_LETTERS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأؤإئ",
}
# Among them those that fonts have in one glyph, which copying from a PDF file loses.
_SINGLE = (*"abcdefghijklmnopqrstuvwxyz", "fi", "fl", "ff", "ffi", "ffl")
# The sign of stress and the hyphen that a line may end with are seen nowhere else.
_NOTHING = ("",)
# The word that is meant must be this much more usual than the next: three times, of Chinese words ten.
_CLEARLY, _FAR = 50, 100
# Once in 30,000 words and more: a word of three characters.
_COMMON = 450
# Such short parts of one text are the boxes of a form: 男□女□.
_TICKED = 4
# Characters of a name around its dot.
_NAME = 4
# Who asks, uses one of these; so the mark is what it seems.
_ASKING = re.compile(r"[吗嗎呢么麼谁誰什怎何哪几幾多否吧啊呀难难道您你]|(.)[不没]\1")
# Characters that foreign names are written with; a dot stands between first and last name.
_TRANSCRIBING = frozenset(
    "阿约翰埃艾爱安昂奥澳巴拜班邦保堡鲍贝本比彼毕宾波伯博布查柴达戴丹道德登邓迪蒂丁东杜顿多厄恩尔法范菲费芬夫弗佛福富伽盖甘冈高戈格葛贡古"
    "哈海汉罕赫亨胡华怀惠霍基吉加贾简杰金津卡凯坎康考柯科可克肯孔库奎拉莱赖兰朗劳勒雷蕾里丽利莉立连列林琳刘柳龙隆卢鲁路伦罗洛吕马玛迈麦曼"
    "芒梅门蒙米密明缪摩莫默姆穆拿纳娜南瑙内尼妮涅宁纽努诺欧帕潘庞佩彭皮珀蓬平坡普奇齐钱乔切琴丘让瑞若萨塞赛桑色瑟森沙莎珊山尚绍舍申圣施什史"
    "士舒斯丝思松苏索所塔泰坦汤唐陶特滕提田铁廷通图托陀瓦万旺威薇韦维魏温文翁沃乌伍武西希锡席夏香萧肖谢辛欣兴休修许逊雅亚延扬杨耶叶伊易因"
    "英尤于泽曾扎詹张珍朱兹佐左迦黛蔡"
)


def lost(text: str, language: str) -> Iterator[tuple[Span, str | None]]:
    """Words with a mark in the place of characters; with how they should read where one word is likely and no other."""
    if not re.search(_MARK, text):
        return
    if language in {"zh", "ja"}:
        yield from _dots(text, language)
        yield from _in_han(text, language)
        return
    for match in _SPACED_WORD.finditer(text):
        fixed = _meant(match[0].replace(" ", ""), language)
        if fixed is not None:
            yield Span(*match.span()), fixed
    for match in _DAMAGED_WORD.finditer(text):
        word = match[0]
        if not re.search(_LETTER, word):
            continue  # a mark alone tells nothing of what it was
        fixed = _meant(word, language)
        if fixed is not None and not match.start():
            fixed = fixed[0].upper() + fixed[1:]
        if fixed is None and "\ufffd" not in word and _is_two_words(word, language):
            continue
        yield Span(*match.span()), fixed


def _is_two_words(word: str, language: str) -> bool:
    """Whether a mark stands between two words, and ends or parts them: “Really?yes”."""
    return all(rarity(part, language) < UNLISTED for part in re.split(_MARK, word) if part)


@lru_cache(maxsize=1024)
def _meant(word: str, language: str) -> str | None:
    """The word that has letters for the marks; None if none is known, or more than one."""
    parts = [part for part in re.split(f"({_MARK}+)", word) if part]
    marks = [at for at, part in enumerate(parts) if re.match(_MARK, part)]
    if len(marks) != 1 or len(word) < len(parts[marks[0]]) + 2:
        return None
    (at,) = marks
    alphabet = _LETTERS.get(language, "")
    likely, any_letter = _RARE_LETTERS.get(language, "" if alphabet else "é'"), alphabet or _SINGLE
    # What an encoding loses is no letter of ASCII; a font or the recognition may lose any.
    if not alphabet and parts[at][0] in "?\ufffd":
        any_letter = ""
    stages = (
        (likely, "small"),
        (likely, "large"),
        (any_letter, "small"),
        (_NOTHING, "small"),
        (any_letter, "large"),
    )
    for letters, size in stages:
        found = list[tuple[int, str]]()
        for letter in letters:
            whole = "".join((*parts[:at], letter, *parts[at + 1 :]))
            place = _place(whole, language, size)
            if place is not None:
                found.append((place, whole.upper() if word.isupper() else whole))
        if found:
            best, *others = sorted(found)
            return None if others and others[0][0] < best[0] + _CLEARLY else best[1]
    return None


def _place(word: str, language: str, size: str) -> int | None:
    """Its bin in a list, which writes ss for ß; of a word with an elided article (l'urgence) that of the word behind it."""
    word = word.lower().replace("ß", "ss")
    head, apostrophe, tail = word.replace("’", "'").rpartition("'")
    if apostrophe and language in {"fr", "it"}:
        elides = head in _ELIDED and tail[:1] in _ELIDING
        return rank(tail, language, size) if elides and len(tail) > 1 else None
    return rank(word, language, size)


_ELIDING = frozenset("aeiouyhàâéèêëîïôùûœ")
_ELIDED = frozenset("l d n s j c m t qu jusqu lorsqu puisqu un dell all dall nell sull quest".split())


# ------------------------------------------------------------------------------------------------ Chinese and Japanese


def _dots(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """The dot between the parts of a foreign name, for which “?” stands: 史密斯?布朗."""
    if language == "ja":
        for match in _KATAKANA_DOT.finditer(text):
            yield Span(*match.span()), "・"
        return
    for match in _DOT.finditer(text):
        before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 3]
        sizes = [
            sum(1 for _ in takewhile(_TRANSCRIBING.__contains__, side)) for side in (before[::-1], after)
        ]
        if min(sizes) > 0 and sum(sizes) >= _NAME:
            yield Span(*match.span()), "·"


def _in_han(text: str, language: str) -> Iterator[tuple[Span, str | None]]:
    marks = list(_IN_HAN.finditer(text))
    if _is_form(text):
        marks = [match for match in marks if match[0] not in _BOXES]
    for match in marks:
        if match[0] == "?" and _ASKING.search(text[: match.start()][-12:]):
            continue
        before = re.search(f"[{_HAN}]*$", text[: match.start()])
        after = re.match(f"[{_HAN}]*", text[match.end() :])
        left, right = (before[0] if before else "")[-3:], (after[0] if after else "")[:3]
        word = _filled(left, right, language)
        if word is None:
            yield Span(*match.span()), None
            continue
        whole, at = word
        yield Span(match.start() - at, match.end() + len(whole) - at - 1), whole


def _is_form(text: str) -> bool:
    parts = re.split(f"[{_BOXES}]+", text)[1:-1]
    return bool(parts) and all(
        len(words) <= _TICKED for part in parts for words in re.split(r"[\s，,；;：:、。]+", part)
    )


@lru_cache(maxsize=1024)
def _filled(left: str, right: str, language: str) -> tuple[str, int] | None:
    """The word that a character between two texts completes, and the character's place in it.

    Of 1,200 characters that were taken out of Chinese sentences at random such words tell one in forty, and 32 of 35
    rightly; words that begin or end with the lost character were wrong more often than not.
    """
    for size in (4, 3):
        found = [
            (place, word, at)
            for at in range(1, size - 1)
            if len(left) >= at and len(right) >= size - at - 1
            for place, word in _fitting(left[len(left) - at :], right[: size - at - 1], language)
        ]
        if not found:
            continue
        best, *others = sorted(found)
        sure = size > 3 or best[0] <= _COMMON
        return best[1:] if sure and not (others and others[0][0] < best[0] + _FAR) else None
    return None


@lru_cache(maxsize=4096)
def _fitting(begin: str, end: str, language: str) -> tuple[tuple[int, str], ...]:
    """The words of the short list that have one Chinese character between `begin` and `end`."""
    size = len(begin) + len(end) + 1
    return tuple(
        (place, word)
        for place, words in enumerate(word_bins(language, "small"))
        for word in words
        if len(word) == size
        and word.startswith(begin)
        and word.endswith(end)
        and re.match(f"[{_HAN}]", word[len(begin)])
    )
