"""Japanese people by their family names, which have one usual reading; given names have too many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted
from tqcheck.names.readings import readings
from tqcheck.names.romanise import romanise

# The commonest family names of two and three characters, in Hepburn without long vowels.
_FAMILIES = """
sato 佐藤|suzuki 鈴木|takahashi 高橋|tanaka 田中|ito 伊藤|watanabe 渡辺 渡邊 渡部|yamamoto 山本|nakamura 中村|kobayashi 小林
kato 加藤|yoshida 吉田|yamada 山田|sasaki 佐々木|yamaguchi 山口|matsumoto 松本|inoue 井上|kimura 木村|saito 斎藤 斉藤 齋藤
shimizu 清水|yamazaki yamasaki 山崎|ikeda 池田|hashimoto 橋本|abe 阿部 安倍|ishikawa 石川|yamashita 山下|nakajima 中島
ishii 石井|ogawa 小川|maeda 前田|okada 岡田|hasegawa 長谷川|fujita 藤田|goto 後藤|kondo 近藤|murakami 村上|endo 遠藤
aoki 青木|sakamoto 坂本|fukuda 福田|ota 太田|nishimura 西村|fujii 藤井|kaneko 金子|okamoto 岡本|fujiwara 藤原|miura 三浦
nakano 中野|nakagawa 中川|harada 原田|matsuda 松田|takeuchi 竹内|ono 小野|tamura 田村|nakayama 中山|wada 和田|ishida 石田
morita 森田|ueda 上田|uchida 内田|shibata 柴田|sakai 酒井|miyazaki 宮崎|yokoyama 横山|takagi 高木|ando 安藤|miyamoto 宮本
ohno ono 大野|kojima 小島|taniguchi 谷口|imai 今井|kudo 工藤|takada 高田|masuda 増田|maruyama 丸山|sugiyama 杉山
murata 村田|otsuka 大塚|arai 新井|koyama oyama 小山|hirano 平野|fujimoto 藤本|kono 河野|ueno 上野|noguchi 野口|takeda 武田
matsui 松井|sugawara 菅原|iwasaki 岩崎|kubo 久保|kinoshita 木下|sano 佐野|nomura 野村|matsuo 松尾|ichikawa 市川
kikuchi 菊地 菊池|sugimoto 杉本|furukawa 古川|onishi 大西|shimada 島田|mizuno 水野|sakurai 桜井 櫻井|yoshikawa 吉川
yamauchi 山内|nishida 西田|kitamura 北村|yasuda 安田|kawaguchi 川口|kawasaki 川崎|iida 飯田|hirata 平田|kawamura 川村 河村
nakata 中田|honda 本田|kishida 岸田|ishiba 石破|takaichi 高市|koizumi 小泉|hayashi 林田|yoshimura 吉村|matsuno 松野
nishiyama 西山|akiyama 秋山|hattori 服部|higuchi 樋口|iwata 岩田|kubota 久保田|minami 三並|morimoto 森本|nagai 永井
nakanishi 中西|oshima 大島|okubo 大久保|shimizu 志水|tsuchiya 土屋|uehara 上原|yoshioka 吉岡|hamada 浜田|matsuoka 松岡
""".replace("\n", "|")
# A given name, then a title or the end of the word. No title: a town or company may have the name (宮崎県, 山口組).
_GIVEN = r"[\u4e00-\u9fff々]{0,3}?[\u3040-\u309f\u30a0-\u30ff]{0,4}?"
_TITLES = (
    r"(?:氏|さん|容疑者|被告|教授|准教授|首相|知事|市長|町長|社長|会長|監督|選手|議員|大臣|官房長官|代表)"
)
# Anyone with a title or an age; kanji before which no other stands.
_ANYONE = re.compile(
    r"(?<![\u4e00-\u9fff々])(?P<name>(?P<kanji>[\u4e00-\u9fff々]{2,6}?)(?P<kana>(?:(?!を|たく)[ぁ-ゖ]){0,4}?|[ァ-ヺー]{0,4}?))"
    r"(?:(?:氏|さん|容疑者|被告|選手|監督|議員)|(?:元首相)?(?:（[０-９0-9]{2}）|\([0-9]{2}\)))"
)


def japanese_people(text: str) -> Iterator[Spotted]:
    """People who are called by a title or whose age is told, each by the readings of the names."""
    taken = -1
    for match in _pattern().finditer(text):
        span = Span(*match.span("name"))
        taken = span.end
        hints = _readings()[match["family"]]
        yield Spotted(span, span.of(text), match["family"], NameKind.PERSON, certain=True, hints=hints)
    for match in _ANYONE.finditer(text):
        span = Span(*match.span("name"))
        if span.start >= taken and (hints := _read(match["kanji"], match["kana"])):
            yield Spotted(span, span.of(text), span.of(text), NameKind.PERSON, certain=True, hints=hints)


def _read(kanji: str, kana: str) -> tuple[str, ...]:
    """The readings of a family name, and of what follows it as a given name; () where neither table has them."""
    for size in range(min(3, len(kanji)), 1, -1):
        kinds, family = readings(kanji[:size])
        given = kanji[size:] + kana
        if "s" not in kinds or (given and not kana and "g" not in readings(given)[0] and len(given) > 1):
            continue
        spelt = (
            (romanise(kana, "ja"),) if kana and kanji[size:] == "" else readings(given)[1] if given else ()
        )
        return (*family, *spelt)
    return ()


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """Family name → its readings."""
    table: dict[str, tuple[str, ...]] = {}
    for row in filter(str.strip, _FAMILIES.split("|")):
        words = row.split()
        latin = tuple(word for word in words if word.isascii())
        table.update({word: (*table.get(word, ()), *latin) for word in words if not word.isascii()})
    return table


@cache
def _pattern() -> re.Pattern[str]:
    families = "|".join(sorted(_readings(), key=len, reverse=True))
    return re.compile(rf"(?<![\u4e00-\u9fff々])(?P<name>(?P<family>{families}){_GIVEN}){_TITLES}")
