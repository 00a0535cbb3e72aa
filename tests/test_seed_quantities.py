"""Planted errors of figures: what each planter makes of a sentence, and what it leaves alone."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bench.seed import Document, Pair
from tqcheck.bench.seed.dates import time_shifted, weekday_wrong
from tqcheck.bench.seed.figures import number_added, number_broken, number_dropped, number_format
from tqcheck.bench.seed.model import Planter
from tqcheck.bench.seed.numbers import currency_changed

PLANTERS: dict[str, Planter] = {
    "currency-changed": currency_changed,
    "time-shifted": time_shifted,
    "weekday-wrong": weekday_wrong,
    "number-format": number_format,
    "number-broken": number_broken,
    "number-dropped": number_dropped,
    "number-added": number_added,
}
SOURCE = "Die Regierung hat den Plan der Opposition nach Angaben des Ministers nicht gebilligt."


def outcomes(kind: str, language: str, target: str, source: str | None = SOURCE) -> set[str]:
    article = Document("d", "de" if language != "de" else "en", language, (Pair("1", source, target),))
    planted = (PLANTERS[kind](article, None, Random(seed)) for seed in range(60))
    return {each.document.pairs[0].target for each in planted if each is not None}


# kind, target language, clean sentence, what every outcome looks like, how many different ones there must be at least
PLANTED = [
    ("currency-changed", "en", "It cost 4.5 billion yuan.", r"It cost 4\.5 billion (dollars|yen)\.", 2),
    ("currency-changed", "en", "They paid $500 for 3 kilometers.", r"They paid €500 for 3 kilometers\.", 1),
    ("currency-changed", "ru", "Дом стоит 300 рублей.", r"Дом стоит 300 долларов\.", 1),
    ("time-shifted", "en", "It left at 9:40 p.m. on Tuesday.", r"It left at 9:40 a\.m\. on Tuesday\.", 1),
    ("time-shifted", "en", "It left at 7 PM.", r"It left at 7 AM\.", 1),
    ("time-shifted", "en", "They met at 15:30.", r"They met at 03:30\.", 1),
    ("time-shifted", "en", "They met at 8 in the morning.", r"They met at 8 in the evening\.", 1),
    ("time-shifted", "de", "Sie kam um 15 Uhr an.", r"Sie kam um 03 Uhr an\.", 1),
    ("time-shifted", "de", "Sie kam um 8 Uhr abends an.", r"Sie kam um 8 Uhr morgens an\.", 1),
    ("time-shifted", "ru", "Он пришёл в 7 часов вечера.", r"Он пришёл в 7 часов утра\.", 1),
    ("time-shifted", "zh", "会议下午3点开始。", r"会议上午3点开始。", 1),
    ("time-shifted", "ko", "회의는 오전 9시에 시작한다.", r"회의는 오후 9시에 시작한다\.", 1),
    (
        "weekday-wrong",
        "en",
        "On Friday, March 5, 2021, it began.",
        r"On (?!Friday)\w+day, March 5, 2021, it began\.",
        6,
    ),
    (
        "weekday-wrong",
        "en",
        "It began on 5 March 2021 (Friday).",
        r"It began on 5 March 2021 \((?!Friday)\w+day\)\.",
        6,
    ),
    (
        "weekday-wrong",
        "de",
        "Es begann am Freitag, dem 5. März 2021.",
        r"Es begann am (?!Freitag)\w+, dem 5\. März 2021\.",
        6,
    ),
    (
        "weekday-wrong",
        "ja",
        "2021年3月5日（金曜日）に始まった。",
        r"2021年3月5日（[月火水木土日]曜日）に始まった。",
        6,
    ),
    ("weekday-wrong", "zh", "会议于2021年3月5日星期五开始。", r"会议于2021年3月5日星期[一二三四六]开始。", 5),
    ("number-format", "en", "It has 1,500 seats.", r"It has 1\.500 seats\.", 1),
    ("number-format", "en", "It grew 3.5 percent.", r"It grew 3,5 percent\.", 1),
    ("number-format", "de", "Es kostet 1.250 Euro.", r"Es kostet 1,250 Euro\.", 1),
    ("number-broken", "en", "It has 1,500 seats.", r"It has 1( ,|, )500 seats\.", 2),
    ("number-broken", "en", "It is the 75th anniversary.", r"It is the 7 5th anniversary\.", 1),
    ("number-broken", "en", "It began in 2021.", r"It began in 20 21\.", 1),
    ("number-broken", "en", "It grew 3.5 percent.", r"It grew 3( \.|\. )5 percent\.", 2),
    ("number-dropped", "en", "It will have 48 rooms.", r"It will have rooms\.", 1),
    ("number-dropped", "en", "It drew more than 3 million visitors.", r"It drew visitors\.", 1),
    ("number-dropped", "de", "Es kamen mehr als 1.200 Gäste.", r"Es kamen Gäste\.", 1),
    ("number-added", "en", "They repaired the rooms.", r"They repaired the [1-9]\d rooms\.", 30),
    ("number-added", "fr", "Il a réparé les chambres.", r"Il a réparé les [1-9]\d chambres\.", 30),
]

LEFT_ALONE = [
    ("currency-changed", "en", "It is 5 kilometers long and 3 percent wide."),
    ("time-shifted", "en", "They won 3:1 and left at noon, at 12:05."),
    ("time-shifted", "en", "It took 2:21:30 in a race of 15 rounds."),
    ("weekday-wrong", "en", "It began on Friday, March 5."),
    ("weekday-wrong", "en", "It began on Friday, and in March 2021 it ended."),
    ("number-format", "en", "It is version 2.0.1, written on 12.05.2021 at 3.30 p.m."),
    ("number-format", "en", "It has 48 rooms."),
    ("number-broken", "en", "It has 48 rooms and 3 doors."),
    ("number-dropped", "en", "It is 80 kilometers long, up 5 percent, and cost $300."),
    ("number-dropped", "en", "One of the 48 rooms was shut in 2019."),
    ("number-dropped", "zh", "它有48个房间。"),
    ("number-added", "en", "The news is that the room has a window."),
    ("number-added", "ru", "Они починили комнаты."),
]


@pytest.mark.parametrize(
    ("kind", "language", "clean", "pattern", "least"), PLANTED, ids=lambda value: str(value)[:40]
)
def test_a_figure_is_spoilt_as_its_kind_says(
    kind: str, language: str, clean: str, pattern: str, least: int
) -> None:
    found = outcomes(kind, language, clean)
    assert len(found) >= least
    assert [text for text in found if not re.fullmatch(pattern, text)] == []
    assert clean not in found


@pytest.mark.parametrize(("kind", "language", "clean"), LEFT_ALONE, ids=lambda value: str(value)[:40])
def test_what_cannot_be_spoilt_is_left_alone(kind: str, language: str, clean: str) -> None:
    assert outcomes(kind, language, clean) == set()


@pytest.mark.parametrize("kind", PLANTERS)
def test_without_a_source_only_what_the_text_itself_shows(kind: str) -> None:
    able = any(outcomes(of, language, clean, None) for of, language, clean, *_ in PLANTED if of == kind)
    assert able == (kind in {"weekday-wrong", "number-format", "number-broken"})


_ANY = st.text(st.sampled_from("ab Éя不ア로٣1235.,:-’%€$() pmPM月日年上午thes"), max_size=50)


@given(
    kind=st.sampled_from(sorted(PLANTERS)),
    text=_ANY | st.sampled_from([clean for _, _, clean, *_ in PLANTED]),
    language=st.sampled_from("en de fr ru zh ja ko ar und".split()),
    number=st.integers(0, 2**32),
)
def test_one_change_where_it_is_marked(kind: str, text: str, language: str, number: int) -> None:
    article = Document("d", "es", language, (Pair("1", "Hay 12 casas.", text),))
    planted = PLANTERS[kind](article, None, Random(number))
    assert planted == PLANTERS[kind](article, None, Random(number))
    if planted is None:
        return
    after = planted.document.pairs[0].target
    (damage,) = planted.damage
    assert after != text
    if damage.span is not None:
        assert after.startswith(text[: damage.span.start])
        assert text.endswith(after[damage.span.end :].lstrip(" "))
