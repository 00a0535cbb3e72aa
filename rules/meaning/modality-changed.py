"""What must be done may be done in the translation, or the other way round."""

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
from tqcheck.api.meaning import modality_change


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    change = modality_change(pair.source_text, pair.target_text, primary_language(pair.source.language))
    if change is None:
        return
    written, wrong = change.source.of(pair.source_text), change.target.of(pair.target_text)
    meant = "a duty" if change.is_duty else "a permission or possibility"
    yield Hit(
        f"“{written}” is {meant}; the translation says “{wrong}”.",
        target=change.target,
        source=change.source,
    )


RULE = Rule(
    id="modality-changed",
    summary="“Must” is rendered by “may”, or “may” by “must”",
    why="It makes a choice of a duty, and a duty of a choice.",
    category=Category.MEANING,
    severity=Severity.MAJOR,
    # Not shown: good translations turn a duty into what can be done (“il faut le dire”, “you can say that”), and their own
    # words for a duty are more than a table has.
    confidence=Confidence.LOW,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            "所有乘客必须出示护照。",
            "All passengers may show their passports.",
            marks=["may"],
            source_marks=["必须"],
            languages="zh-en",
        ),
        bad(
            "Die Fahrer müssen eine Gebühr zahlen.",
            "The drivers may pay a fee.",
            marks=["may"],
            source_marks=["müssen"],
            languages="de-en",
        ),
        bad(
            "Die Besucher dürfen bar zahlen.",
            "Visitors must pay in cash.",
            marks=["must"],
            source_marks=["dürfen"],
            languages="de-en",
        ),
        bad(
            "Les entreprises doivent publier leurs comptes.",
            "Companies can publish their accounts.",
            marks=["can"],
            source_marks=["doivent"],
            languages="fr-en",
        ),
        bad(
            "Los clientes pueden pagar con tarjeta.",
            "Customers have to pay by card.",
            marks=["have to"],
            source_marks=["pueden"],
            languages="es-en",
        ),
        bad(
            "Os alunos devem usar uniforme.",
            "Pupils may wear a uniform.",
            marks=["may"],
            source_marks=["devem"],
            languages="pt-en",
        ),
        bad(
            "Компании должны платить налог.",
            "Companies may pay the tax.",
            marks=["may"],
            source_marks=["должны"],
            languages="ru-en",
        ),
        bad(
            "Пассажиры могут ждать в зале.",
            "Passengers must wait in the hall.",
            marks=["must"],
            source_marks=["могут"],
            languages="ru-en",
        ),
        good("所有乘客必须出示护照。", "All passengers need to show their passports.", languages="zh-en"),
        good("Die Fahrer müssen nicht zahlen.", "The drivers may pay.", languages="de-en"),
        good("Das kann sein; wir müssen warten.", "That may be; we wait.", languages="de-en"),
        good("Je dois dire que c'est vrai.", "I may say that it is true, as I must.", languages="fr-en"),
        good("Debe llover; puede que nieve.", "It may snow.", languages="es-en"),
        good("Он, должно быть, устал.", "He may be tired.", languages="ru-en"),
        good("Muss er zahlen?", "May he pay?", languages="de-en"),
    ),
)
