"""The translation has the contrary of a word of the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.meaning import reversals, sequence_reversal


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    language = primary_language(pair.source.language)
    texts = pair.source_text, pair.target_text
    sequence = sequence_reversal(*texts, language)
    for reversal in (*reversals(*texts, language), *([sequence] if sequence else [])):
        written, wrong = reversal.source.of(pair.source_text), reversal.target.of(pair.target_text)
        yield Hit(
            f"“{written}” is “{reversal.means}”; the translation says “{wrong}”.",
            target=reversal.target,
            source=reversal.source,
        )


RULE = Rule(
    id="meaning-reversed",
    summary="A word is rendered by its contrary",
    why="Exports that were imports, a victory that was a defeat: the sentence reads well and tells the contrary.",
    category=Category.MEANING,
    # Neither critical nor shown: good translations tell what one sells as what the other buys, a loss as what was won, and of
    # what is told of them hardly one in ten is a fault.
    severity=Severity.MAJOR,
    confidence=Confidence.LOW,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            "中国对美国的出口去年达到新高。",
            "China's imports from the United States reached a new high last year.",
            marks=["imports"],
            source_marks=["出口"],
            languages="zh-en",
        ),
        bad(
            "Die Partei hat nun die Mehrheit im Parlament.",
            "The party now has a minority in parliament.",
            marks=["minority"],
            source_marks=["Mehrheit"],
            languages="de-en",
        ),
        bad(
            "Le commerce est en hausse dans le nord du pays.",
            "Trade is up in the south of the country.",
            marks=["south"],
            source_marks=["nord"],
            languages="fr-en",
        ),
        bad(
            "La mayoría de los diputados votó a favor.",
            "A minority of the deputies voted in favour.",
            marks=["minority"],
            source_marks=["mayoría"],
            languages="es-en",
        ),
        bad(
            "Его жена работает в больнице.",
            "Her husband works in a hospital.",
            marks=["husband"],
            source_marks=["жена"],
            languages="ru-en",
        ),
        bad(
            "Зимой здесь много туристов.",
            "There are many tourists here in summer.",
            marks=["summer"],
            languages="ru-en",
        ),
        bad(
            "他买了一辆旧车。",
            "He sold an old car.",
            marks=["sold"],
            source_marks=["买"],
            languages="zh-en",
        ),
        bad(
            "Der maximale Preis wurde am Montag festgelegt.",
            "The minimum price was fixed on Monday.",
            marks=["minimum"],
            languages="de-en",
        ),
        bad(
            "Nach dem Erdbeben verließen viele die Stadt.",
            "Many people left the town before the earthquake.",
            marks=["before"],
            source_marks=["Nach dem"],
            languages="de-en",
        ),
        bad(
            "Antes del terremoto vivían aquí mil personas.",
            "A thousand people lived here after the earthquake.",
            marks=["after"],
            source_marks=["Antes"],
            languages="es-en",
        ),
        bad(
            "Самый большой остров озера необитаем.",
            "The smallest island of the lake is uninhabited.",
            marks=["smallest"],
            languages="ru-en",
        ),
        bad(
            "Le restaurant ouvre à midi.",
            "The restaurant closes at noon.",
            marks=["closes"],
            source_marks=["ouvre"],
            languages="fr-en",
        ),
        bad(
            "该地区的公共交通十分便利。",
            "Private transport is very convenient in the area.",
            marks=["Private"],
            languages="zh-en",
        ),
        good("Er ging nach Hause.", "He went home before I came.", languages="de-en"),
        good("Elle a mangé, après quoi elle est sortie.", "She ate before going out.", languages="fr-en"),
        good("Просмотр после обеда.", "Not before noon, but after lunch.", languages="ru-en"),
        good("Das ist leicht.", "There is no difficulty in that.", languages="de-en"),
        good("Die Mehrheit stimmte zu.", "Most people agreed, a minority did not.", languages="de-en"),
        good("进口和出口都在增长。", "Imports and exports are growing.", languages="zh-en"),
        good("Sie verloren nicht.", "They won the match.", languages="de-en"),
        good("Die Partei verlor die Mehrheit.", "The party now has a minority.", languages="de-en"),
        good("Le vent est moins fort.", "The wind is weak today.", languages="fr-en"),
        good("Он вернулся с Ближнего Востока.", "He came back from West Asia.", languages="ru-en"),
        good("失败是成功之母。", "Failure is the mother of success.", languages="zh-en"),
        good("El norte y el sur del país.", "The south of the country and its north.", languages="es-en"),
        good("Его брат и сестра живут здесь.", "His siblings live here.", languages="ru-en"),
        good("Le nord est pauvre.", "The northern part is poor.", languages="fr-en"),
    ),
)
