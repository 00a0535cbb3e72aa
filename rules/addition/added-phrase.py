"""A phrase of the translation that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.api import (
    Category,
    Confidence,
    Gap,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Side,
    Span,
    WordSupport,
    bad,
    gap_hits,
    good,
)


@dataclass(frozen=True, slots=True)
class Options:
    """`probability`: from which on a gap is told with medium confidence; `Gap` says what one half means."""

    probability: float = 0.5


def check(pair: Pair, facts: PairFacts, options: Options) -> Iterator[Hit]:
    gaps = facts[WordSupport].added
    yield from gap_hits(
        pair, Side.TARGET, gaps, "The source has nothing for “{phrase}”.", options.probability
    )


RULE = Rule(
    id="added-phrase",
    summary="A phrase of the translation has no source",
    why="The author never said it, and it reads as if he had.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(WordSupport,),
    options=Options(),
    check=check,
    examples=(
        bad(
            "Die Bäckerei am Markt öffnet ab Montag schon um sechs Uhr.",
            "The bakery on the market square will open at six from Monday, because many customers asked for fresh bread before work.",
            WordSupport(added=(Gap(Span(62, 118), ("customers", "asked", "fresh", "bread", "work"), 0.9),)),
            marks=["because many customers asked for fresh bread before work"],
            languages="de-en",
        ),
        bad(
            "Le musée a rouvert ses portes hier matin.",
            "The museum reopened its doors yesterday morning, after long renovation works paid for by the region.",
            WordSupport(added=(Gap(Span(49, 99), ("long", "renovation", "works", "paid", "region"), 0.95),)),
            marks=["after long renovation works paid for by the region"],
            languages="fr-en",
        ),
        bad(
            "La escuela organiza un concierto benéfico en el parque.",
            "The school is organising a charity concert in the park, where musicians from the whole valley will play old folk songs.",
            WordSupport(
                added=(
                    Gap(
                        Span(56, 118), ("musicians", "whole", "valley", "play", "old", "folk", "songs"), 0.98
                    ),
                )
            ),
            marks=["where musicians from the whole valley will play old folk songs"],
            languages="es-en",
        ),
        bad(
            "Фермеры попросили правительство о помощи.",
            "The farmers asked the government for help, because drought had destroyed almost the whole maize harvest.",
            WordSupport(
                added=(Gap(Span(43, 103), ("drought", "destroyed", "whole", "maize", "harvest"), 0.98),)
            ),
            marks=["because drought had destroyed almost the whole maize harvest"],
            languages="ru-en",
        ),
        bad(
            "A fábrica vai contratar trinta trabalhadores em março.",
            "The factory will hire thirty workers in March, hoping to deliver its new electric engines earlier.",
            WordSupport(
                added=(
                    Gap(Span(47, 97), ("hoping", "deliver", "new", "electric", "engines", "earlier"), 0.97),
                )
            ),
            marks=["hoping to deliver its new electric engines earlier"],
            languages="pt-en",
        ),
        bad(
            "The library will stay closed all week.",
            "Die Bibliothek bleibt die ganze Woche geschlossen, weil Handwerker die alte Heizung austauschen.",
            WordSupport(added=(Gap(Span(51, 95), ("Handwerker", "alte", "Heizung", "austauschen"), 0.99),)),
            marks=["weil Handwerker die alte Heizung austauschen"],
            languages="en-de",
        ),
        bad(
            "The orchestra played in the town hall on Saturday.",
            "La orquesta tocó el sábado en el ayuntamiento, donde el público aplaudió durante varios minutos.",
            WordSupport(
                added=(
                    Gap(Span(47, 95), ("donde", "público", "aplaudió", "durante", "varios", "minutos"), 0.94),
                )
            ),
            marks=["donde el público aplaudió durante varios minutos"],
            languages="en-es",
        ),
        bad(
            "Il comune pianterà duecento alberi lungo il fiume.",
            "The municipality will plant two hundred trees along the river, hoping that their shade will cool the hottest streets.",
            WordSupport(added=(Gap(Span(63, 116), ("hoping", "shade", "cool", "hottest", "streets"), 0.99),)),
            marks=["hoping that their shade will cool the hottest streets"],
            languages="it-en",
        ),
        good(
            "老人们不禁感慨，时光飞逝，当年的小渔村如今已是高楼林立的大都市。",
            "The old people could not help marvelling how time flies: the little fishing village of those days is now a metropolis full of skyscrapers.",
            WordSupport(),
            languages="zh-en",
        ),
        good(
            "Das schlägt dem Fass den Boden aus, schimpfte der Trainer nach dem Schlusspfiff.",
            "That really takes the biscuit, the coach grumbled after the final whistle.",
            WordSupport(),
            languages="de-en",
        ),
        good(
            "Il pleut des cordes depuis ce matin et les rues du village sont désertes.",
            "It has been bucketing down since the morning, and nobody is out in the village.",
            WordSupport(),
            languages="fr-en",
        ),
        good(
            "Он всю жизнь бил баклуши, а теперь жалуется на судьбу.",
            "He has idled all his life, and now he complains about his fate.",
            WordSupport(),
            languages="ru-en",
        ),
        good(
            "El alcalde prometió que antes de fin de año se habrán tapado todos los baches de la avenida principal.",
            "The mayor promised that by year's end every pothole on the main avenue would be filled.",
            WordSupport(),
            languages="es-en",
        ),
        good(
            "恐れ入りますが、どうぞよろしくお願い申し上げます。ご来場をお待ちしております。",
            "Thank you very much. We look forward to seeing you.",
            WordSupport(),
            languages="ja-en",
        ),
    ),
)
