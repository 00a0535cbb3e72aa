"""Chinese text cut into words and names: how much better a stretch of it reads as a name than as words.

All costs are negative logarithms of shares in running text, in nats. The cheapest cut into words, and the cheapest
with a name at some place, are found by dynamic programming over each run of characters.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from tqcheck.model import Span
from tqcheck.names.frequency import word_bins
from tqcheck.names.tables import han_forms, native, read

# A name that no table has begins at one word in some 400 of news, as often a Chinese as a foreign one.
_NAME = 6.0
# A dictionary's word that is not among the commoner ones (once in a million): the mean of a long tail.
_RARE, _RARE_CHAR, _LISTED = 15.5, 12.0, 12.5
_GIVEN_UNSEEN = 9.0  # any character may be given as a name
_LONGEST_WORD, _LONGEST_FOREIGN = 8, 8
# What stands before or after people in the news; worth as much as a name is surprising.
_BESIDE = 3.0
_BEFORE = re.compile(
    r"(?:总统|主席|总理|部长|主任|教授|记者|书记|市长|省长|县长|局长|处长|科长|院长|校长|所长|站长|队长|秘书长|董事长|"
    r"总裁|经理|司长|州长|议员|大使|发言人|博士|医生|专家|导演|演员|歌手|作家|诗人|画家|律师|法官|警官|选手|球员|教练|主教练|"
    r"前锋|后卫|中场|门将|先生|女士|小姐|老师|同学|同志|村民|居民|市民|学生|男子|女子|嫌犯|被告|妻子|丈夫|儿子|女儿|父亲|母亲|"
    r"创始人|负责人|代表|委员|首相|国王|女王|王子|公主|将军|上将|外长|财长|防长|摄|文|编辑|通讯员|名叫|叫|叫做|是|和|与|及|向|由)$"
)
_PLACE_AFTER = re.compile(
    r"(?:州|省|市|县|镇|乡|村|区|岛|河|山|湖|湾|港|海峡|半岛|群岛|山脉|大学|机场|医院|教堂|大街|街|路|广场|火山|监狱|足球|俱乐部)"
)
_AFTER = re.compile(
    r"(?:说|表示|指出|认为|称|告诉|介绍|强调|透露|坦言|回忆|解释|补充|宣布|写道|先生|女士|小姐|教授|博士|主席|总统|总理|部长|主任|"
    r"书记|市长|议员|队长|老师|等人|出席|主持|会见|担任|曾|也|还|在|和|与|的)"
)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A stretch that reads as a name no table has. `gain`: nats by which the name is likelier than words.

    `family`: how many of its characters are the family name of a Chinese person, 0 in a foreign name.
    """

    span: Span
    gain: float
    family: int


@lru_cache(maxsize=512)
def unlisted_names(text: str) -> tuple[Unlisted, ...]:
    """The names of the cheapest cut that no table has, in order."""
    return tuple(name for run in _RUN.finditer(text) for name in _of_run(text, run.start(), run.end()))


def listed_gain(text: str, span: Span) -> float:
    """Nats by which the cheapest cut with the span as one word is cheaper than the cheapest without it.

    0 for a span that is not in a run of Chinese characters.
    """
    run_start = next(
        (m for m in _RUN.finditer(text) if m.start() <= span.start and span.end <= m.end()), None
    )
    if run_start is None:
        return 0.0
    run, at, end = run_start.group(), span.start - run_start.start(), span.end - run_start.start()
    forward, backward = _costs(run)
    without, _ = _costs(run, (at, end))
    own = _cost(span.of(text))
    return without[-1] - (forward[at] + (_LISTED if own is None else own) + backward[end])


_RUN = re.compile("[\u4e00-\u9fff]+")


def _of_run(text: str, start: int, end: int) -> Iterator[Unlisted]:
    run = text[start:end]
    forward, backward = _costs(run)
    whole = forward[-1]
    found = []
    for at in range(len(run)):
        for size, cost, family in _candidates(run, at):
            gain = whole - (forward[at] + cost + backward[at + size])
            if gain > -_BESIDE:
                before = _BEFORE.search(text, max(0, start + at - 4), start + at) is not None
                after = _AFTER.match(text, start + at + size) is not None
                place = not family and _PLACE_AFTER.match(text, start + at + size) is not None
                gain += _BESIDE * (before + (after or place))
            if gain > 0:
                found.append(Unlisted(Span(start + at, start + at + size), gain, family))
    taken: list[Unlisted] = []
    for name in sorted(found, key=lambda each: -each.gain):
        if not any(name.span.overlaps(other.span) for other in taken):
            taken.append(name)
    yield from sorted(taken, key=lambda each: each.span)


@lru_cache(maxsize=1024)
def _costs(run: str, barred: tuple[int, int] | None = None) -> tuple[list[float], list[float]]:
    """(of the cheapest words before each place, of those after it), without the word at a barred place."""
    size = len(run)
    forward = [0.0] + [math.inf] * size
    pieces: list[tuple[int, int, float]] = []
    for at in range(size):
        for end in range(at + 1, min(at + _LONGEST_WORD, size) + 1):
            cost = _cost(run[at:end])
            if cost is None and end == at + 1:
                cost = _RARE_CHAR
            if cost is not None and (at, end) != barred:
                pieces.append((at, end, cost))
                forward[end] = min(forward[end], forward[at] + cost)
    backward = [math.inf] * size + [0.0]
    for at, end, cost in reversed(pieces):
        backward[at] = min(backward[at], backward[end] + cost)
    return forward, backward


def _candidates(run: str, at: int) -> Iterator[tuple[int, float, int]]:
    """(characters, cost, characters of the family name) of the names that may begin at a place."""
    chars = _chars()
    for size in (2, 1):
        family = chars.get(run[at : at + size], _NOTHING)[0]
        if family is None:
            continue
        given = run[at + size : at + size + 2]
        if given:
            yield size + 1, _NAME + family + _given(given[0], 3), size
        if len(given) == 2:
            yield size + 2, _NAME + family + _given(given[0], 1) + _given(given[1], 2), size
    cost = _NAME
    for size in range(1, min(_LONGEST_FOREIGN, len(run) - at) + 1):
        row = chars.get(run[at + size - 1], _NOTHING)
        if size > 1 and row[6] is not None:
            yield size, cost + row[6], 0
        step = row[5 if size > 1 else 4]
        if step is None:
            return
        cost += step


def foreign_end(run: str) -> int:
    """How many of the first characters read best as the end of a foreign name, before words: 布什 in 布什对此表示."""
    _, backward = _costs(run)
    return min(range(1, len(run) + 1), key=lambda at: _sounds(run[:at]) + backward[at])


def foreign_start(run: str) -> int:
    """Where the beginning of a foreign name reads best, after words: 乔治 in 美国总统乔治."""
    forward, _ = _costs(run)
    return min(range(len(run)), key=lambda at: forward[at] + _sounds(run[at:]))


def _sounds(chars: str) -> float:
    """The cost of characters as parts of a foreign name."""
    rows = (_chars().get(char, _NOTHING) for char in chars)
    return sum(min((cost for cost in row[4:] if cost is not None), default=_RARE_CHAR) for row in rows)


def is_family(char: str) -> bool:
    """Is it a family name that is common in the news?"""
    return _chars().get(char, _NOTHING)[0] is not None


def _given(char: str, column: int) -> float:
    return _chars().get(char, _NOTHING)[column] or _GIVEN_UNSEEN


_NOTHING: tuple[float | None, ...] = (None,) * 7


@cache
def _chars() -> Mapping[str, tuple[float | None, ...]]:
    """Character (or double family name) → costs as family name, given name 1, 2, alone, foreign first, inner, last."""
    rows = (line.split("\t") for line in read("han_chars.tsv").splitlines())
    return {char: tuple(int(cell) / 10 if cell else None for cell in cells) for char, *cells in rows}


def _cost(word: str) -> float | None:
    """The cost of a word of the dictionaries, None if they lack it; names that the tables know are words, too."""
    cost = _words(word[0]).get(word)
    if (
        cost is None
        and (cost := _common().get(word)) is None
        and (word in han_forms() or word in native("zh"))
    ):
        return _LISTED
    return cost


@cache
def _words(char: str) -> Mapping[str, float]:
    """Word → cost, of the dictionary's words that begin with a character: a text needs few of its 150,000."""
    common = _common()
    words: dict[str, float] = {}
    for entry in _lines().get(char, "").split():
        word, _, simplified = entry.partition("=")
        cost = common.get(word, common.get(simplified))
        if cost is not None:
            words[word] = cost
        else:
            words.setdefault(word, _RARE)
    return words


@cache
def _lines() -> Mapping[str, str]:
    return {line[0]: line for line in read("han_words.txt.gz").splitlines()}


@cache
def _common() -> Mapping[str, float]:
    """Word → cost, of the words that are used once in a million words or more."""
    return {
        word: at / 100 * math.log(10) for at, bin_ in enumerate(word_bins("zh", "small")) for word in bin_
    }
