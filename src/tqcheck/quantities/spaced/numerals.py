"""What stands around a number in digits, and what that makes of it: −5, 1990s, 12 %, A380, 5m, 2/3, 3 times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity, Standing, Unit
from tqcheck.quantities.spaced.items import Item, scale_of, value_of
from tqcheck.quantities.tables import Language

_PERCENT = re.compile(
    r"[\s\u00a0\u202f]*(?:(?P<permille>‰|per ?mille?(?!\w)|[Pp]romill?e?(?!\w)|промилле)|-?[\s\u00a0]?%|٪"
    r"|(?:(?P<points>percentage[ -]points?|pps?(?!\w)|Prozentpunkte?n?|процентн\w+ пункт\w*|п\. ?п\.|відсотков\w+ пункт\w*"
    r"|points? de pourcentage|puntos? porcentual\w*|pontos? percentua\w*|punt[oi] percentual[ei]|procentpunt(?:en)?"
    r"|punkt\w* procentow\w*|p\. ?p\.|نقطة مئوية|نقاط مئوية)"
    r"|per ?cent(?:age)?|pct|Prozent|v\. ?H\.|процент\w*|відсот\w*|pour ?cents?|por ?ciento|por ?cento|per ?cento"
    r"|procent\w*|proc\.|في المئة|في المائة|بالمئة|بالمائة|في المية|بالمية"
    r"|प्रतिशत|फ़ीसदी|फ़ीसदी|फीसदी|परसेंट|पर्सेंट)(?!\w))",
    re.IGNORECASE,
)
# %20 and yüzde 20 in Turkish, ٪20 in Arabic.
_LEADING_PERCENT = re.compile(r"(?<!\d)[%٪]\Z|(?<!\w)yüzde\s\Z", re.IGNORECASE)
_POINT = Unit("pp", "share")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|ère|re|ème|e|de|ste|º|ª|\.º|-?(?:й|го|му|м|я|ю|е|х|ой|ый|ий|ая|ое|ые|ых|летие|летия|летию|лет\w*"
    r"|річ\w*|процентн\w+))(?!\w)"
)
_DECADE = re.compile(r"[’']?s(?!\w)|-(?:х|е|х\.)(?!\w)|er(?:[Jj]ahren?)?(?!\w)")
_NAME = re.compile(r"(?:[A-ZА-Я]-?|[^\W\d_]{2,}[-–]?|[_@/]|\d[x×]|№\s?)\Z")
# Makers and series whose numbers are names.
_SERIES = re.compile(
    r"(?<!\w)(?:Boeing|Airbus|Embraer|Tupolev|Iljuschin|Apollo|Sojus|Soyuz|Voyager|Falcon|Ariane|iPhone|iPad|iOS|Android|Galaxy|Windows"
    r"|Pixel|Xbox|PlayStation|PS|Formul[ae]|Formel|Formuła|Fórmula|Channel|Canal|Kanal|Kanał|Kanaal|Flight|Flug|Vol|Vuelo|Voo|Volo|Lot|Zug"
    r"|Route|Highway|Autobahn|Interstate|Covid|Sputnik|Peugeot|Porsche|Studio|Bundesstraße|Боинг|Аэробус|Формула)[\s\u00a0]$",
    re.IGNORECASE,
)
_INVERTED = ("тысяч ", "тисяч ", "тысяч\u00a0", "тисяч\u00a0")
# Prefixes that an identifier such as Covid-19 does not have.
_PREFIX = re.compile(
    r"(?i:\b(?:mid|pre|post|under|over|non|ex|top|age|aged|circa|late|early|sub|anti|all|the|du|de|of|minus)-\Z)"
)
# A minus belongs to its figure, and stands after no other: that would be a range.
_SIGN = re.compile(r"(?:^|(?<=[\s\u00a0(\[«„“\"':~≈=]))(?<![\d%°][\s\u00a0])[-–]\Z")
_FACTOR = re.compile(
    r"(?<!\w)(?:factor(?: of| de| van)?|Faktor|facteur(?: de)?|fator(?: de)?|fattore(?: di)?|коэффициент\w*)\s$"
)
# A list's or a note's number: "1. " and "1) " at the start of a line, (2), [3].
_MARKED = (
    (re.compile(r"(?:^|\n)[\s(\[]*$"), re.compile(r"(?:[)\]]|\.(?=\s))")),
    (re.compile(r"\[\Z"), re.compile(r"\]")),
)
_THOUSAND = 1000
_LATEST_YEAR, _EARLIEST_YEAR = 2100, 1500


def in_digits(text: str, span: Span, group: Sequence[Item], table: Language) -> Quantity:
    """The figure that a group of items means whose first is in digits."""
    first, values = group[0], value_of(group)
    alone, scale = len(group) == 1, scale_of(group)
    before, after = text[max(0, span.start - 16) : span.start], text[span.end : span.end + 40]
    last = before[-1:]
    spaced = last.isspace()  # after a word; each pattern below is tried only where it can match
    if last in {"-", "–"} and _SIGN.search(before):
        span, values = Span(span.start - 1, span.end), signed(values)
    elif spaced and table.minus.search(before):
        values = signed(values)
    if percent := percent_at(text, span, values, scale=scale):
        return percent
    numeral = text[first.start : first.end]
    kind, standing, part = Kind.NUMBER, Standing.STATED, is_part(text, span)
    if alone and before.endswith(_INVERTED):  # тысяч 100: about 100,000
        values = (*values, *(1000 * value for value in values))
    if alone and not _follows_name(before) and values[0] >= 10 and _DECADE.match(after):
        values = (*values, *decade(values[0]))
    elif (
        alone
        and not part
        and (_is_identifier(before, after) or (spaced and numeral.isdigit() and _SERIES.search(before)))
    ):
        kind, standing = Kind.CODE, Standing.COMPARED
    elif alone and len(numeral) == 4 and numeral.isdigit() and _EARLIEST_YEAR <= values[0] <= _LATEST_YEAR:
        kind = Kind.YEAR
    if not alone and group[1].start == first.end and group[1].end - group[1].start == 1:
        values = (*values, *first.values)  # 5m: million or metres
    values = (*values, *larger(text, span.end, values, table))
    if multiplied := times(text, span, values, table):
        return multiplied
    if spaced and _FACTOR.search(before):
        kind, standing = Kind.MULTIPLE, Standing.COMPARED
    elif part or first.doubtful or (alone and len(numeral) <= 2 and _is_mark(before, after, numeral)):
        standing = Standing.ANSWERS
    elif (
        spaced and values[0] == _THOUSAND and _AFTER_PER.search(before)
    ):  # 5 per 1,000: the ‰ of the other side
        standing = Standing.COMPARED
    return Quantity(span, span.of(text), values, kind, standing=standing, scale=scale)


def fractions(text: str) -> Iterator[Quantity]:
    """3/4 and 1 3/4, where they can be fractions: not 9/11, 24/7 or 1348/9. Dates answer them too."""
    for match in _FRACTION.finditer(text):
        above, below = int(match["above"]), int(match["below"])
        if above < below and below in _DENOMINATORS:
            value = int(match["whole"] or 0) + Fraction(above, below)
            sure = match["whole"] or _PART_OF.match(text, match.end())
            yield Quantity(
                Span(*match.span()),
                match.group(),
                (value,) if match["whole"] else (value, 100 * value),
                standing=Standing.COMPARED if sure else Standing.ANSWERS,
            )


_FRACTION = re.compile(
    r"(?<![\d/.,:-])(?:(?P<whole>\d{1,3})[ \u00a0])?(?P<above>\d{1,2})[/⁄](?P<below>\d{1,3})(?![\d/⁄]|[.,]\d)"
)
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100})
_PART_OF = re.compile(r"\s(?:of|der|des|d[eo’']|di|del|van|z|из|від)(?!\w)")


def signed(values: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """Below zero; the other side may say so in words that nobody reads."""
    return (*(-value for value in values), *values)


def decade(value: Fraction) -> tuple[Fraction, ...]:
    """What else the nineties or the 1990s are: 1990 and 2090, 90 of the 20th century."""
    return (value + 1900, value + 2000) if value < 100 else (value % 100, Fraction(value // 100 + 1))


def percent_at(
    text: str, span: Span, values: tuple[Fraction, ...], *, digits: bool = True, scale: int = 1
) -> Quantity | None:
    """The percentage that the figure is, if a sign or a word for it follows."""
    match = _PERCENT.match(text, span.end)
    if match is None:
        before = text[max(0, span.start - 8) : span.start]
        may_lead = before[-1:] in {"%", "٪"} or before[-1:].isspace()
        leading = _LEADING_PERCENT.search(before) if may_lead else None
        if leading is None:
            return None
        span = Span(span.start - len(leading.group()), span.end)
        return Quantity(span, span.of(text), values, Kind.PERCENT, digits=digits, scale=scale)
    span = Span(span.start, match.end())
    if match["permille"]:
        values = tuple(value / 10 for value in values)
    unit = _POINT if match["points"] else None
    return Quantity(span, span.of(text), values, Kind.PERCENT, digits=digits, scale=scale, unit=unit)


def times(
    text: str, span: Span, values: tuple[Fraction, ...], table: Language, *, digits: bool = True
) -> Quantity | None:
    """Three times as much, 3-fold: a multiple; three times alone may count."""
    match = table.times.match(text, span.end)
    if match is None or not values or values[0] > 1000:
        return None
    more = _MORE.match(text, match.end())
    fold = not match.group()[0].isspace()
    if table.into.search(text[max(0, span.start - 8) : span.start]):  # в 1,5 раза is by half as well
        span = Span(span.start, match.end())
        readings = (values[0], 100 * values[0], 100 * (values[0] - 1))
        return Quantity(
            span, span.of(text), readings, Kind.MULTIPLE, standing=Standing.COMPARED, digits=digits
        )
    span = Span(span.start, match.end())
    if more is None and not fold:
        return Quantity(span, span.of(text), values, standing=Standing.COMPARED, digits=digits)
    grown = (*values, *(value + 1 for value in values))  # three times more is four times as much to some
    return Quantity(
        span,
        span.of(text),
        grown if more is None or more["than"] else values,
        Kind.MULTIPLE,
        standing=Standing.COMPARED if more and not more["than"] else Standing.ANSWERS,
        digits=digits,
    )


_MORE = re.compile(
    r"\s(?:(?P<than>more|higher|larger|greater|bigger|faster|mehr|höher|größer|schneller|plus|más|mais|più|meer|hoger|groter|więcej|wyższ\w*"
    r"|больше|выше|більше)|as|the|so|aussi|tan|tão|zo|tak)(?!\w)",
    re.IGNORECASE,
)


def larger(text: str, end: int, values: tuple[Fraction, ...], table: Language) -> tuple[Fraction, ...]:
    """Two decades are twenty years; five per thousand, 0.5 percent."""
    if _PER_THOUSAND.match(text, end):
        return (values[0] / 10,)
    if not table.larger or (match := _NEXT_WORD.match(text, end)) is None:
        return ()
    size = table.larger.get(match[1].lower())
    return (values[0] * size,) if size else ()


_NEXT_WORD = re.compile(r"[\s\u00a0-]([^\W\d_]+)")
_PER = r"(?:per|pro|auf|for every|pour|por|par|na|на|em|su|op)"
_PER_THOUSAND = re.compile(
    rf"\s{_PER}\s(?:(?:a|one|1)\s)?(?:thousand|tausend|mille?|тысяч[уи]?|тисяч[уі]?|tysi[ąę]c\w*|duizend"
    r"|1[.,  ]?000)(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_AFTER_PER = re.compile(rf"(?<!\w){_PER}\s$", re.IGNORECASE)


def _is_identifier(before: str, after: str) -> bool:
    """Whether a number is part of a name: A380, Covid-19, 5G, 4x4, CX-5, 5th being none."""
    if _ORDINAL.match(after):
        return False
    return _follows_name(before) or bool(re.match(r"[^\W\d_]|[-/][A-ZА-Я]|_|[x×]\d|\.[A-Z]{2}", after))


def _follows_name(before: str) -> bool:
    if before[-1:].isspace() and before[-2:-1] != "№":
        return False
    return bool(_NAME.search(before)) and not _PREFIX.search(before)


def _is_mark(before: str, after: str, numeral: str) -> bool:
    if len(numeral) == 1 and before.endswith("(") and after.startswith(")"):  # two digits may be an age
        return True
    return any(left.search(before) and right.match(after) for left, right in _MARKED)


_PART_AFTER = re.compile(r"\s?[/⁄]\s?\d")
_TEN_DAYS = re.compile(r"(?:-[хи]{1,2})?\sчисл(?:ах|ам)?(?!\w)")
_PART_BEFORE = re.compile(r"\d\s?[/⁄]\s?$")


def is_part(text: str, span: Span) -> bool:
    """Half of a fraction such as 2/3, or ten days of a month (в 20-х числах); 1348/9 begins with a year."""
    if len(span) == 4 and text[span.start : span.end].isdigit():
        return False
    if _PART_AFTER.match(text, span.end) or _TEN_DAYS.match(text, span.end):
        return True
    before = text[max(0, span.start - 4) : span.start]
    return ("/" in before or "⁄" in before) and _PART_BEFORE.search(before) is not None
