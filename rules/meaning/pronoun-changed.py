"""He for she, or she for he, where the languages' pronouns differ too much to be compared one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    LIKELY_ALIGNED,
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
from tqcheck.api.meaning import MEASURED, pronoun_change
from tqcheck.api.names import pronouns_contradict


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    language = primary_language(pair.source.language)
    texts = pair.source_text, pair.target_text
    change = pronoun_change(*texts, language)
    if change is None or any(pronouns_contradict(*texts, (language, "en"))):
        return  # the latter is `gender-changed`
    written, wrong = change.source.of(pair.source_text), change.target.of(pair.target_text)
    ours, theirs = ("man", "woman") if change.is_woman else ("woman", "man")
    doubtful = pair.confidence < LIKELY_ALIGNED or language not in MEASURED
    yield Hit(
        f"“{wrong}” is a {ours}; the source speaks of a {theirs} (“{written}”).",
        target=change.target,
        source=change.source,
        confidence=Confidence.LOW if doubtful else None,
    )


RULE = Rule(
    id="pronoun-changed",
    summary="The translation says “he” of a woman, or “she” of a man",
    why="The person hurt writes a letter to the editor, and readers take one person for two.",
    category=Category.MEANING,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            "Nach der Sitzung hat er den Saal verlassen.",
            "After the meeting she left the hall.",
            marks=["she"],
            source_marks=["er"],
            languages="de-en",
        ),
        bad(
            "Gestern, sie war schon zu Hause, kam die Polizei.",
            "Yesterday, when he was already at home, the police came.",
            marks=["he"],
            languages="de-en",
        ),
        bad(
            "Depuis, il a vendu la maison de Nantes.",
            "She has sold the house in Nantes since then.",
            marks=["She"],
            source_marks=["il a vendu"],
            languages="fr-en",
        ),
        bad(
            "Ayer ella volvió a Sevilla.",
            "He went back to Seville yesterday.",
            marks=["He"],
            source_marks=["ella"],
            languages="es-en",
        ),
        bad(
            "No mês passado ele abriu uma padaria.",
            "She opened a bakery last month.",
            marks=["She"],
            languages="pt-en",
        ),
        bad(
            "Вчера она вернулась в Казань.",
            "He came back to Kazan yesterday.",
            marks=["He"],
            source_marks=["она"],
            languages="ru-en",
        ),
        bad(
            "Зарплату, отметил Иванов, платят вовремя.",
            "Wages are paid on time, she noted.",
            marks=["she"],
            languages="ru-en",
        ),
        bad(
            "Учора вона повернулася до Львова.",
            "Yesterday he came back to Lviv.",
            marks=["he"],
            languages="uk-en",
        ),
        bad(
            "Dodał, że most zostanie otwarty w maju.",
            "She added that the bridge will be opened in May.",
            marks=["She"],
            source_marks=["Dodał"],
            languages="pl-en",
        ),
        bad(
            "Uvedla, že most bude otevřen v květnu.",
            "He said that the bridge would open in May.",
            marks=["He"],
            source_marks=["Uvedla"],
            languages="cs-en",
        ),
        bad(
            "Mentre lui dormiva, la neve cadeva.",
            "While she slept the snow fell.",
            marks=["she"],
            languages="it-en",
        ),
        good(
            "Comprou um carro novo em março e ele quebrou logo.",
            "She bought a new car in March and it soon broke down.",
            languages="pt-en",
        ),
        good("Смотрит на дом: он пуст.", "She looks at the house: it is empty.", languages="ru-en"),
        good("Вчера она вернулась в Казань.", "She came back to Kazan yesterday.", languages="ru-en"),
        good(
            "Подруга Варламова заявила, что тот уехал.",
            "Varlamov's girlfriend says he left.",
            languages="ru-en",
        ),
        good("Aprendió mucho sobre ella.", "He learned a lot about it.", languages="es-en"),
        good("Es gibt Streit, weil er der Chefin widersprach.", "She was contradicted.", languages="de-en"),
        good("Il a fallu attendre.", "She had to wait.", languages="fr-en"),
        good("Jeder weiß, dass er gehen muss.", "Everyone knows that she has to go.", languages="de-en"),
        good("Ele é amigo da avó.", "She is a friend of his.", languages="pt-en"),
    ),
)
