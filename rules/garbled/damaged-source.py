"""A word or figure of the source is damaged, and the translation copies the damage or has nothing for the word."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    SourceEdit,
    bad,
    good,
    primary_language,
)
from tqcheck.api.source_faults import damages, harm


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    if pair.source is None or pair.target is None:
        return
    language = primary_language(pair.source.language)
    languages = language, primary_language(pair.target_language)
    for damage in damages(pair.source_text, language):
        done = harm(damage, pair.source_text, pair.target_text, languages)
        if done is None:
            continue
        broken = damage.span.of(pair.source_text)
        what = "has it as it stands" if done.copied is not None else "has nothing for it"
        sure = damage.certain or done.copied is not None
        yield Hit(
            f"The source is damaged here: “{broken}” should read “{damage.fixed}” ({damage.kind}), and the translation "
            f"{what}. Repair the source and translate the sentence again.",
            target=done.copied,
            source=damage.span,
            confidence=Confidence.HIGH if sure else Confidence.MEDIUM,
            repair=(SourceEdit(pair.source.passage.file_span(damage.span), damage.fixed),),
        )


RULE = Rule(
    id="damaged-source",
    summary="A word or figure of the source is damaged, and the translation suffers from it",
    why="The fault is in the source file: mending the translation by hand leaves it to come back.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            "Die Regierumg will das Krankenhaus am Fluss schließen.",
            "The Regierumg wants to close the hospital by the river.",
            marks=["Regierumg"],
            source_marks=["Regierumg"],
            languages="de-en",
        ),
        bad(
            "Le gouvemement veut fermer la gare du village.",
            "The gouvemement wants to close the village station.",
            marks=["gouvemement"],
            languages="fr-en",
        ),
        bad(
            "El puente de madera será destrudo antes del verano.",
            "The wooden bridge will be there before summer.",
            marks=[""],
            source_marks=["destrudo"],
            languages="es-en",
        ),
        bad(
            "Правитeльство закроет мост весной.",  # a Latin e
            "Pravitelstvo will close the bridge in spring.",
            marks=[""],
            source_marks=["Правитeльство"],
            languages="ru-en",
        ),
        bad(
            "这座城市的人ロ去年增长了。",  # the kana ro
            "The city's human ro grew last year.",
            marks=[""],
            source_marks=["ロ"],
            languages="zh-en",
        ),
        bad(
            "桥梁将在2O25年完工。",
            "The bridge will be finished in 2O25.",
            marks=["2O25"],
            source_marks=["2O25"],
            languages="zh-en",
        ),
        bad(
            "Der Rat tagt im CafÃ© am Markt.",
            "The council meets at the market.",
            marks=[""],
            source_marks=["CafÃ©"],
            languages="de-en",
        ),
        # Damage that did no harm; a rare word; a name; a compound.
        good(
            "Die Regierumg will das Krankenhaus am Fluss schließen.",
            "The government wants to close the hospital by the river.",
            languages="de-en",
        ),
        good("桥梁将在2O25年完工。", "The bridge will be finished in 2025.", languages="zh-en"),
        good("Der Brückenzoll bleibt.", "The toll stays.", languages="de-en"),
        good("H2O und CO2, 10l Milch", "H2O and CO2, 10l of milk", languages="de-en"),
    ),
)
