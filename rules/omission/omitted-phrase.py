"""A phrase of the source that the translation leaves out."""

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
    gaps = facts[WordSupport].omitted
    yield from gap_hits(
        pair, Side.SOURCE, gaps, "The translation has nothing for “{phrase}”.", options.probability
    )


RULE = Rule(
    id="omitted-phrase",
    summary="A phrase of the source is missing from the translation",
    why="The sentence reads as if it were whole, and the reader cannot know that there was more.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(WordSupport,),
    options=Options(),
    check=check,
    examples=(
        bad(
            "图书馆将延长开放时间，并为附近学校的学生提供免费辅导课程，馆长说。",
            "The library will extend its opening hours, the director said.",
            WordSupport(
                omitted=(
                    Gap(Span(11, 28), ("并为", "附近", "学校", "学生", "提供", "免费", "辅导", "课程"), 0.96),
                )
            ),
            marks=[""],
            source_marks=["并为附近学校的学生提供免费辅导课程"],
            languages="zh-en",
        ),
        bad(
            "Le musée a rouvert ses portes hier, après trois années de travaux de rénovation financés par la région.",
            "The museum reopened its doors yesterday.",
            WordSupport(
                omitted=(
                    Gap(
                        Span(36, 102),
                        ("trois", "années", "travaux", "rénovation", "financés", "région"),
                        0.97,
                    ),
                )
            ),
            marks=[""],
            source_marks=["après trois années de travaux de rénovation financés par la région"],
            languages="fr-en",
        ),
        bad(
            "La empresa cerrará dos fábricas en el norte, donde trabajan cientos de vecinos del valle, antes del verano.",
            "The company will close two factories in the north before the summer.",
            WordSupport(
                omitted=(Gap(Span(45, 88), ("donde", "trabajan", "cientos", "vecinos", "valle"), 0.62),)
            ),
            marks=[""],
            source_marks=["donde trabajan cientos de vecinos del valle"],
            languages="es-en",
        ),
        bad(
            "Врачи советуют пожилым людям избегать прогулок в жару, пить больше воды и носить лёгкую одежду.",
            "Doctors advise elderly people to avoid walks in the heat.",
            WordSupport(
                omitted=(Gap(Span(55, 94), ("пить", "больше", "воды", "носить", "лёгкую", "одежду"), 0.97),)
            ),
            marks=[""],
            source_marks=["пить больше воды и носить лёгкую одежду"],
            languages="ru-en",
        ),
        bad(
            "Os agricultores pediram ajuda ao governo, porque a seca destruiu quase toda a colheita de milho.",
            "The farmers asked the government for help.",
            WordSupport(
                omitted=(
                    Gap(
                        Span(42, 95),
                        ("porque", "seca", "destruiu", "quase", "toda", "colheita", "milho"),
                        1.0,
                    ),
                )
            ),
            marks=[""],
            source_marks=["porque a seca destruiu quase toda a colheita de milho"],
            languages="pt-en",
        ),
        bad(
            "The mayor opened the new bridge on Friday, despite protests by residents who fear more traffic noise.",
            "Der Bürgermeister eröffnete am Freitag die neue Brücke.",
            WordSupport(
                omitted=(
                    Gap(
                        Span(43, 100), ("despite", "protests", "residents", "fear", "traffic", "noise"), 0.93
                    ),
                )
            ),
            marks=[""],
            source_marks=["despite protests by residents who fear more traffic noise"],
            languages="en-de",
        ),
        bad(
            "La biblioteca resterà chiusa tutta la settimana, perché gli operai devono sostituire il vecchio impianto di riscaldamento.",
            "The library will remain closed all week.",
            WordSupport(
                omitted=(
                    Gap(
                        Span(49, 121),
                        ("perché", "operai", "devono", "sostituire", "vecchio", "impianto", "riscaldamento"),
                        0.99,
                    ),
                )
            ),
            marks=[""],
            source_marks=["perché gli operai devono sostituire il vecchio impianto di riscaldamento"],
            languages="it-en",
        ),
        bad(
            "시장은 금요일에 새 다리를 개통했으며, 교통 소음을 걱정하는 주민들은 반대 시위를 벌였다.",
            "The mayor opened the new bridge on Friday.",
            WordSupport(
                omitted=(Gap(Span(22, 49), ("소음을", "걱정하는", "주민들은", "시위를", "벌였다"), 0.99),)
            ),
            marks=[""],
            source_marks=["교통 소음을 걱정하는 주민들은 반대 시위를 벌였다"],
            languages="ko-en",
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
