"""Units that translators convert: miles and feet, pounds, acres, 斤, 亩, degrees Fahrenheit."""

from __future__ import annotations

import re
from fractions import Fraction

from tqcheck.quantities.model import Unit

# In metres, square metres, kilograms and litres (NIST SP 811; the Chinese units by the law of 1984).
_UNITS = (
    (r"square (?:feet|foot)|sq\.? ?ft|кв\.? фут\w*", "0.0929"),
    (r"square miles?", "2590000"),
    (r"feet|foot|ft|фут\w*|pieds?|pies?|Fuß", "0.3048"),
    (r"inch(?:es)?|дюйм\w*|pouces?|pulgadas?|polegadas?|Zoll", "0.0254"),
    (r"miles?|mph|mi|миль|мили|Meilen?|millas?|milhas?|miglia", "1.609"),
    (r"yards?|yd|ярд\w*", "0.9144"),
    (r"pounds?|lbs?|фунт\w*|livres|libras?", "0.4536"),
    (r"ounces?|oz|унци\w*", "0.02835"),
    (r"acres?|акр\w*", "4047"),
    (r"gallons?|галлон\w*", "3.785"),
    (r"mu", "666.7"),
)  # fmt: skip
_CHINESE = (
    ("斤", "0.5"),
    ("[亩畝]", "666.7"),
    ("里(?![面边程约斯])", "500"),
    ("坪", "3.306"),
    ("尺", "0.3333"),
)
_SPACED = tuple(
    (re.compile(rf"[\s\u00a0-]?(?:{names})(?!\w)", re.IGNORECASE), Fraction(size)) for names, size in _UNITS
)
_UNSPACED = tuple((re.compile(rf"多?{names}"), Fraction(size)) for names, size in _CHINESE)
_FAHRENHEIT = re.compile(r"\s?(?:°\s?|degrees? )(?:F\b|Fahrenheit)|\s?℉")
_PERIOD = re.compile(
    r"[\s\u00a0-]?(?:weeks?|fortnight|months?|years?|days?|hours?|minutes?|Wochen?|Monate?n?|Jahren?|Tagen?|Stunden?|Minuten?"
    r"|semaines?|mois|ans?|années?|jours?|heures?|minutes?|semanas?|mes(?:es)?|años?|días?|horas?|minutos?|anos?|dias?"
    r"|settiman[ae]|mes[ei]|ann[io]|giorn[io]|or[ae]|minut[io]|недел\w*|месяц\w*|год\w*|лет|дн\w+|день|час\w*|минут\w*"
    r"|тижн\w*|місяц\w*|рок\w*|днів|годин\w*|хвилин\w*)(?!\w)"
    r"|[\s-]?(?:周|週|个小时|個小時|个月|個月|[ヶか]月|カ月|年|天|日|小时|小時|時間|分|星期|주|개월|년|일|시간|분|أسابيع|أسبوع|أشهر|شهر|سن|عام|أيام|يوم|ساع|دقيق)",
    re.IGNORECASE,
)
# Round figures are converted to round figures: 8 feet for 2.5 m.
_TOLERANCE = Fraction(1, 20)
# The multiples of a unit that the other side may be told in: mm, cm, hectares, tonnes, 万亩.
_POWERS = tuple(Fraction(10) ** power for power in (-6, -4, -3, -2, 0, 2, 3, 4, 6))


def unit_at(text: str, end: int) -> Unit | None:
    """The unit of the figure that ends at `end`."""
    after = text[end : end + 16]
    if match := _FAHRENHEIT.match(after):
        return Unit("°F", "temperature", Fraction(5, 9), Fraction(-32))
    for pattern, size in _UNSPACED + _SPACED:
        if match := pattern.match(after):
            return Unit(match.group().strip(), "length", size)
    if match := _PERIOD.match(text, end):
        return Unit(match.group().strip(), "time")
    return None


def is_converted(si: Fraction, other: Fraction) -> bool:
    """Whether `other` may be `si` in some multiple of its unit."""
    return any(abs(si * power - other) <= _TOLERANCE * abs(other) for power in _POWERS if si * other > 0)
