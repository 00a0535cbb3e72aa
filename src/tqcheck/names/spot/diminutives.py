"""Short forms of Russian and Ukrainian given names, and the full ones that English may have for them."""

from __future__ import annotations

import re
from functools import cache

# Stems of the short forms: full names.
_SHORT = """
саш сашк сашеньк шур: Alexander Aleksandr Alexandra Aleksandra Oleksandr Oleksandra|миш мишк: Mikhail Michael Mykhailo
володь володк вов вовк вовочк: Vladimir Volodymyr|дим димк митьк: Dmitry Dmitri Dmitriy Dmytro|коль кольк микол: Nikolai Nikolay Mykola
серёж сереж сергійк: Sergei Sergey Serhii Serhiy|лёш леш лёх алёш алеш: Alexei Alexey Aleksei Oleksii|жен женьк: Yevgeny Evgeny Eugene Yevgenia Evgenia Yevhen
вань ваньк: Ivan|пет петьк: Pyotr Petr Peter Petro|паш пашк: Pavel Paul Pavlo|кост костик: Konstantin Kostiantyn|юр юрк: Yuri Yury Yurii
бор борьк: Boris Borys|гош жор: Georgy Georgi George Igor|слав: Vyacheslav Stanislav Yaroslav Viacheslav|толь толик: Anatoly Anatoli Anatolii
гриш: Grigory Hryhorii|стёп степ: Stepan|фед: Fyodor Fedor Fedir|вась васьк: Vasily Vasyl|ром ромк: Roman|лёв лёвк: Lev Leo
маш машк маруся: Maria Mariya Mary|даш дашк: Daria Darya|кат катьк катюш: Yekaterina Ekaterina Catherine Kateryna|тан таньк: Tatyana Tatiana Tetiana
лен леночк: Elena Yelena Helena Olena|ол оленьк ольк: Olga Olha|нат наташ: Natalia Natalya Nataliya|ан аньк анечк: Anna Hanna|над надьк: Nadezhda Nadiia
люб любк любаш: Lyubov Liubov|ир ирк ирочк: Irina Iryna|свет светк: Svetlana Svitlana|галь галк: Galina Halyna|люд люс людк: Lyudmila Ludmila Liudmyla
ксюш: Ksenia Xenia Oksana|наст настюх: Anastasia Anastasiya|соф сон: Sofia Sofya Sophia|лиз лизк: Elizaveta Yelizaveta Elizabeth|вер верк: Vera
рит: Margarita|полин: Polina Paulina|зин: Zinaida|тим: Timofei Timur Tymofii|вит витьк вить: Viktor Victor Vitaly
"""
_ENDINGS = frozenset((*"аыиеуяюії", "ой", "ою", "ей", "ею", "єю"))


def full_names(word: str) -> tuple[str, ...]:
    """The full names for a short form in any case, () if it is none: Саша may be Alexander or Alexandra."""
    lower = word.lower()
    stems = (lower[:-size] for size in (1, 2) if lower[-size:] in _ENDINGS)
    return next((names for stem in stems if (names := _table().get(stem))), ())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in re.split(r"[|\n]", _SHORT.strip()):
        stems, names = row.split(": ")
        for stem in stems.split():
            table[stem] = tuple(names.split())
    return table
