"""Japanese places by what follows them: 喬木村, the village of Takagi."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted
from tqcheck.names.readings import readings

# Municipalities, and what has a name of its own and little else before it.
_PLACE = re.compile(
    r"(?<![\u4e00-\u9fff々])(?P<region>[\u4e00-\u9fff々]{2,3}[都道府県])?(?P<city>[\u4e00-\u9fff々]{1,3}[市郡])?"
    r"(?P<base>[\u4e00-\u9fff々ヶ]{2,4})"
    r"(?P<sort>市|町|村|区|県|駅|島|湾|山|川|岳|温泉|空港|海岸|署|藩|城|大社|神社|高校|大学|球場)"
)
# What looks like one, and is a word: 同市, that city; 各市町村, every municipality; 中小, 大都市.
_WORDS = re.compile(
    r"^[同各全両当本某中大小新旧都農漁山下上内外東西南北]$|^[同各全両当本某].|都市|市町|町|村|区|県|道府"
)


# How English writes what follows, joined to the name: Araicho. Other sorts are parts of the name: 鹿児島, Kagoshima.
_JOINED = {
    "町": ("cho", "machi"),
    "村": ("mura", "son"),
    "市": ("shi",),
    "区": ("ku",),
    "県": ("ken",),
    "郡": ("gun",),
}
_PART = frozenset("島湾山川岳城")


def japanese_places(text: str) -> Iterator[Spotted]:
    """Places whose names JMnedict has, each by its readings."""
    for match in _PLACE.finditer(text):
        base, sort = match["base"], match["sort"]
        if _WORDS.search(base):
            continue
        kinds, spelt = readings(base)
        whole = readings(base + sort) if sort in _PART else ("", ())
        if "p" in whole[0] or ("p" in kinds and sort not in _PART):
            joined = (name + ending for name in spelt for ending in _JOINED.get(sort, ()))
            hints = tuple(dict.fromkeys((*whole[1], *spelt, *joined)))
            yield Spotted(Span(*match.span("base")), base, base, NameKind.OTHER, certain=True, hints=hints)
