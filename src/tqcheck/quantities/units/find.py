"""The unit or currency of a figure: what stands after it or before it, squared, cubed, and by the hour."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity, Standing, Unit
from tqcheck.quantities.units.names import Lexicon, meanings, prefixes, suffixes

# "5+ km", 5多公里, "5-km", "5 millones de euros".
_GAP = re.compile(
    r"\+?[多余餘来來]?(?:\s(?:consecutive|straight|whole|full|additional|extra|further|more|long|solid))?[\s\u00a0\u202f\u2009]{0,2}[-‐‑–]?(?:(?:de|di|of|من)\s|d['’])?"
)
_COUNTER = re.compile(r"[个個箇][多半]?")
# Turkish liras, чешских крон.
_NATION = re.compile(r"\s(?:[A-Z][a-z]{2,10}(?:an|ese|ish|i|ch)|[а-яіїє]{3,12}[сц]ь?ких)\s")
_OF_A_PART = re.compile(
    r"[\s\u00a0-](?:of\s)?(?:an?|the|of|une|d['’]une?|un|de|einer?n?|eines|una|di|uma?|een)[\s\u00a0]",
    re.IGNORECASE,
)
_SQUARE = re.compile(
    r"(?:(?:square|sq\.?|квадратн\w+|кв\.?|vierkante|वर्ग)[\s\u00a0-]|кв\.|квадратн|quadrat|kvadrat|neliö|négyzet|平方|제곱|평방)"
    r"[\s\u00a0]?",
    re.IGNORECASE,
)
_CUBE = re.compile(
    r"(?:(?:cubic|cu\.?|кубическ\w+|кубічн\w+|куб\.?|kubieke|घन)[\s\u00a0-]|куб\.|kubik|kuutio|köb|立方|세제곱|입방)[\s\u00a0]?",
    re.IGNORECASE,
)
_SQUARED = re.compile(
    r"\^?[²2](?!\d)|[\s\u00a0]²|[\s\u00a0-]?(?:squared|carrée?s?|cuadrad[oa]s?|quadrad[oa]s?|quadrat[oaie]|kwadratow\w+|kw\.?|kare\w{0,4}|مربع\w{0,2}"
    r"|pătra\w+|čtvereční\w*|квадратн\w+|кв\.)(?!\w)",
    re.IGNORECASE,
)
_CUBED = re.compile(
    r"\^?[³3](?!\d)|[\s\u00a0]³|[\s\u00a0-]?(?:cubed|cubes?|cúbic[oa]s?|cub[oi]|cubici|sześcienn\w+|küp\w{0,4}|مكعب\w{0,2}|krychlov\w+|кубическ\w+)(?!\w)",
    re.IGNORECASE,
)
_BROKEN_POWER = re.compile(r"\?(?!\s*(?:$|[A-ZА-Я\"”»’')]))")  # m² as m?
_PER = re.compile(
    r"[\s\u00a0]?(?:/[\s\u00a0]?|[每毎]|(?:all|à l|de l|l)['’]|(?:per|an?|each|every|pro|je|in der|die|par|por|al|alla|a la|à|в|у|за"
    r"|на|na|w|प्रति|في|بال|لكل)[\s\u00a0])(?:ال)?",
    re.IGNORECASE,
)
_PACES = frozenset({"s", "min", "h"})
# 每小时105英里, 時速60キロ, 시속 60km, saatte 60 km.
_RATE_BEFORE = re.compile(
    r"(?:(?P<h>[每毎]个?個?小?[时時]|时速|時速|시속|saatte)|(?P<min>[每毎]分[钟鐘]?|分速|분속)|(?P<s>[每毎]秒|秒速|초속|saniyede))"
    r"[\s\u00a0]?(?:行驶|行駛|速度)?(?:约|約|大约|达|達|高达|高達|超过|超過|近|最高|可达|可達|为|為|逾|在|是|最大|약|최대)?[\s\u00a0]?$",
    re.IGNORECASE,
)
# 摂氏30度, 섭씨 30도, 零下: the scale stands before the figure.
_SCALE_BEFORE = re.compile(
    r"(?:(?P<c>[摄攝摂]氏|섭씨)|(?P<f>[华華]氏|화씨))(?:温度|約|约|零下|영하|마이너스|-|−|\s)*$"
)
_POINTS = re.compile(
    r"\bpp\b|p\.p|point|punt|pont|пункт|п\. ?п|百分[点點]|ポイント|포인트|نقط|نقاط|अंक|puan|punkt",
    re.IGNORECASE,
)
_POINTS_AFTER = re.compile(r"[\s\u00a0-]?(?:-?points?|Punkte?n?|п\. ?п|포인트|ポイント)(?!\w)", re.IGNORECASE)
# Of 2019 or 1,600: a year counts nothing, unless the word is a plural.
_YEARS = re.compile(r"(?:years|лет|Jahren?|ans|années|años|anos|anni|jaar|साल)$", re.IGNORECASE)
# A day, a week, a year, an hour and half an hour by another name: they may be words without a figure on the other side.
_IN_WORDS: Mapping[str, tuple[int, ...]] = {
    "h": (24,),
    "d": (7, 365),
    "month": (12,),
    "min": (30, 60),
    "s": (60,),
}
# 400m is millions, unless it is so high.
_METRES = re.compile(
    r"m(?:/s\b|[²³]|[\s-](?:tall|long|wide|high|deep|thick|away|above|below|in (?:length|height|width|diameter|depth)|radius|run"
    r"|race|sprint|dash|hurdles|relay|freestyle|butterfly|breaststroke|backstroke|medley|final|champion)\b)"
)
_MONEY_FIRST = 9  # characters of the longest sign: 人民币, US$, and a space
_ATTACHED = frozenset({Kind.NUMBER, Kind.YEAR, Kind.MULTIPLE, Kind.CODE})


def with_unit(text: str, quantity: Quantity, tag: str) -> Quantity:
    """The quantity with its unit and `whole`. A number like a year that counts something is none."""
    if quantity.kind is Kind.PERCENT:
        points = _POINTS_AFTER.match(text, quantity.span.end)
        symbol = "pp" if points or _POINTS.search(quantity.span.of(text)) else "%"
        end = points.end() if points else quantity.span.end
        return replace(
            quantity, unit=Unit(symbol, "share", Fraction(1, 100)), whole=Span(quantity.span.start, end)
        )
    if quantity.kind not in _ATTACHED or not quantity.readings or text.endswith("第", 0, quantity.span.start):
        return quantity
    if text[quantity.span.end - 1] == "千" and (kilo := _kilo(text, quantity, suffixes(tag))):
        quantity = kilo
    if quantity.scale == 10**6 and _METRES.match(text, quantity.span.end - 1) and len(quantity.readings) > 1:
        span = Span(quantity.span.start, quantity.span.end - 1)
        quantity = replace(quantity, span=span, readings=quantity.readings[::-1], scale=1)
    unit, whole = _unit(text, quantity, tag)
    if unit is None:
        return quantity
    kind, standing = quantity.kind, quantity.standing
    if kind is Kind.CODE:  # 50km, RMB20
        hyphen = text.endswith(("-", "–"), 0, quantity.span.start)
        apart = hyphen and text[quantity.span.end : quantity.span.end + 1].isspace()  # COVID-19 ha matado
        if (whole.end == quantity.span.end or apart) and not unit.codes:
            return quantity
        standing = Standing.STATED
    elif kind is Kind.YEAR and _is_year(unit, text[quantity.span.end : whole.end]):
        return quantity
    if quantity.value in _IN_WORDS.get(unit.symbol, ()):
        standing = min(standing, Standing.COMPARED)
    kind = kind if kind is Kind.MULTIPLE else Kind.NUMBER
    return replace(quantity, unit=unit, kind=kind, whole=whole, standing=standing)


def _unit(text: str, quantity: Quantity, tag: str) -> tuple[Unit | None, Span]:
    """The unit of a figure, and where the two of them stand."""
    start, end = quantity.span.start, quantity.span.end
    unit = _inside(quantity, tag) if quantity.unit and quantity.whole is None else quantity.unit
    if first := _before(text, start, prefixes(tag)):
        unit, start = first
    if (last := _after(text, quantity, suffixes(tag))) and (unit is None or _both(unit, last[0])):
        unit, end = _refined(unit, last[0]), last[1]
        if unit.dimension == "length" and (rate := _RATE_BEFORE.search(text, max(0, start - 14), start)):
            unit, start = _speed(unit, rate.lastgroup or "h"), rate.start()
        elif unit.symbol == "°" and (scale := _SCALE_BEFORE.search(text, max(0, start - 10), start)):
            unit, start = _scale(scale), scale.start()
    return unit, Span(start, end)


def _is_year(unit: Unit, name: str) -> bool:
    """Whether four digits with such a name after them are a year all the same: 2019 год, 1500 г."""
    return (unit.symbol == "year" and not _YEARS.search(name)) or name.strip() in {"г", "р"}


def _kilo(text: str, quantity: Quantity, lexicon: Lexicon) -> Quantity | None:
    """34.538千米 is 34.538 km, and not 34.538 thousand metres."""
    end = quantity.span.end - 1
    if not quantity.digits or not text[end - 1 : end].isdigit() or lexicon.at(text, end) is None:
        return None
    span = Span(quantity.span.start, end)
    values = tuple(value / 1000 for value in quantity.readings)
    return replace(
        quantity, span=span, text=span.of(text), readings=values, scale=quantity.scale // 1000 or 1
    )


def _inside(quantity: Quantity, tag: str) -> Unit | None:
    """The unit that the figure has in it: a year and a half."""
    words = re.finditer(r"\b[^\W\d]", quantity.text)
    found = (suffixes(tag).at(quantity.text, match.start()) for match in words)
    return next((each[0] for each in found if each and each[0].dimension == "time"), quantity.unit)


def _both(first: Unit, last: Unit) -> bool:
    """Whether two names may be of one unit: US$5 million dollars, ¥500 yen."""
    return first.dimension == last.dimension and (
        first.dimension != "money" or bool(first.codes & last.codes)
    )


def _refined(first: Unit | None, last: Unit) -> Unit:
    if first is None or first.dimension != "money" or last.size != 1:
        return last
    codes = first.codes & last.codes
    return replace(first if first.symbol in codes else last, codes=codes)


def _before(text: str, start: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    end = start
    while end and start - end < 2 and text[end - 1] in " \u00a0\u202f-−":
        end -= 1
    if not end or (text[end - 1] in ",.;:)" and text[end - 2 : end - 1] not in {"s", "r"}):
        return None
    return lexicon.before(text, end, _MONEY_FIRST)


def _after(text: str, quantity: Quantity, lexicon: Lexicon) -> tuple[Unit, int] | None:
    end = quantity.span.end
    gap = _GAP.match(text, end)
    place = gap.end() if gap else end
    if quantity.scale > 1 and text.startswith(". ", end):  # 3,5 Mrd. Euro
        place = end + 2
    if 0 < quantity.value < 1 and (of_a := _OF_A_PART.match(text, end)):
        place = of_a.end()
    found = _named(text, place, lexicon)
    if found is None and (counter := _COUNTER.match(text, place)):
        found = _named(text, counter.end(), lexicon)
        if found and text[counter.end()] in "年天":  # 第二个年度
            return None
    if found is None and (nation := _NATION.match(text, end)):
        money = lexicon.at(text, nation.end())
        found, place = (money, nation.end()) if money and money[0].codes else (None, place)
    if found and _is_other(text, quantity, place, *found):
        return None
    if found is None or found[0].dimension != "length":
        return found
    unit, at = found
    if _BROKEN_POWER.match(text, at):
        return None
    if (per := _PER.match(text, at)) and (time := lexicon.at(text, per.end())) and time[0].symbol in _PACES:
        return _speed(unit, time[0].symbol), time[1]
    return unit, at


def _is_other(text: str, quantity: Quantity, place: int, unit: Unit, end: int) -> bool:
    """Whether a name means something else here: the 90s, 1985-м, 7 г. Минска, 二度, two second prizes."""
    name, gap = text[place:end], text[quantity.span.end : place]
    if unit.symbol == "°":
        return name in "度도" and not quantity.digits
    if name in {"里", "分"}:  # 千里之行, 十分
        return not quantity.digits and quantity.value in {10, 100, 1000, 10_000}
    if name == "s":
        hyphen = text.endswith("-", 0, quantity.span.start)  # the under-21s
        return not gap and (hyphen or quantity.value % 10 == 0 or quantity.kind is Kind.CODE)
    if name.lower() == "second":
        return quantity.value != 1 and "-" not in gap
    return (gap == "-" and len(name) == 1 and not name.isascii()) or (
        name == "г" and text[end : end + 1] == "."
    )


def _named(text: str, place: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """The unit named at a place, squared or cubed if it is."""
    if found := lexicon.at(text, place):
        unit, end = found
        if unit.dimension == "length":
            if power := _SQUARED.match(text, end):
                return _power(unit, 2), power.end()
            if power := _CUBED.match(text, end):
                return _power(unit, 3), power.end()
        if unit.symbol not in {"m²", "m³"}:  # 平方 alone, before 公里
            return found
    for pattern, exponent in ((_SQUARE, 2), (_CUBE, 3)):
        power = pattern.match(text, place)
        base = lexicon.at(text, power.end()) if power else None
        if base and base[0].dimension == "length":
            return _power(base[0], exponent), base[1]
    return found


def _power(unit: Unit, exponent: int) -> Unit:
    if exponent == 2:
        return Unit(f"{unit.symbol}²", "area", unit.size**2)
    return Unit(f"{unit.symbol}³", "volume", unit.size**3 * 1000)  # in litres


_SECONDS = {"s": 1, "min": 60, "h": 3600}
_SPEEDS = {"mi/h": "mph", "nmi/h": "kn"}


def _speed(unit: Unit, time: str) -> Unit:
    length = next(meaning for meaning in meanings(unit)[::-1] if meaning.dimension == "length")
    symbol = f"{length.symbol}/{time}"
    return Unit(_SPEEDS.get(symbol, symbol), "speed", length.size / _SECONDS[time])


def _scale(match: re.Match[str]) -> Unit:
    if match["c"]:
        return Unit("°C", "temperature", Fraction(1), Fraction("273.15"))
    return Unit("°F", "temperature", Fraction(5, 9), Fraction("459.67"))
