"""A figure of the translation that is not the figure of the source, compared as values."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Quantities, Rule, Severity, bad, good
from tqcheck.api.quantities import ChangeKind, factor, misspelt_scale, told

# Beyond a million times, a scale word is missing, or it is another figure: the factor says no more than the two.
_FARTHEST = 6


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for change in facts[Quantities].changed:
        if change.kind is not ChangeKind.VALUE:
            continue
        source, target = change.source, change.target
        confidence = change.confidence(pair.confidence)
        if scale := misspelt_scale(source, target, pair.target_text, pair.target_language):
            yield Hit(
                f"“{scale.span.of(pair.target_text)}” is probably “{scale.suggestion}”: "
                f"the source says {told(source)}.",
                target=scale.span,
                source=source.span,
                suggestions=(scale.suggestion,),
                confidence=confidence,
            )
            continue
        span, fix = change.correction(pair.target_text, pair.target_language)
        yield Hit(
            f"The source says {told(source)}; the translation says {told(target)}"
            f"{_how_far(factor(source.value, target.value))}.",
            target=span,
            source=source.span,
            suggestions=() if fix is None else (fix,),
            confidence=confidence,
        )


def _how_far(power: int | None) -> str:
    if power is None or abs(power) > _FARTHEST:
        return ""
    return f", {10 ** abs(power):,} times too {'large' if power > 0 else 'small'}"


RULE = Rule(
    id="number-mismatch",
    summary="A number in the translation is not the number in the source",
    why="A wrong figure is the error readers act on.",
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad("It cost 300 euros.", "Es kostete 200 Euro.", marks=["200"], languages="en-de"),
        bad(
            "总额达到1.2万亿元。",
            "The total reached 120 billion yuan.",
            marks=["120 billion"],
            source_marks=["1.2万亿"],
            suggestion="1.2 trillion",
            languages="zh-en",
        ),
        bad(
            "Бюджет составил 3,4 млрд рублей.",
            "The budget was 3.4 million roubles.",
            marks=["3.4 million"],
            suggestion="3.4 billion",
            languages="ru-en",
        ),
        bad(
            "Le pont a coûté deux milliards d’euros.",
            "The bridge cost 2 million euros.",
            marks=["2 million"],
            suggestion="2 billion",
            languages="fr-en",
        ),
        bad(
            "町の人口は3万5千人だ。",
            "The town has 350,000 inhabitants.",
            marks=["350,000"],
            suggestion="35,000",
            languages="ja-en",
        ),
        bad(
            "زار المتحف ٤٥ ألف شخص.",
            "Some 45 million people visited the museum.",
            marks=["45 million"],
            languages="ar-en",
        ),
        bad(
            "增长8.5%。",
            "It grew by 5.8 percent.",
            marks=["5.8 percent"],
            suggestion="8.5 percent",
            languages="zh-en",
        ),
        good("1,000.5 km away", "1.000,5 km entfernt", languages="en-de"),
        good(
            "去年贸易额达3500万吨，占三分之二。",
            "Last year trade was 35 million tonnes, two thirds of it.",
            languages="zh-en",
        ),
        good(
            "Около 396 тысяч человек, в XXI веке",
            "Nearly 400,000 people in the 21st century",
            languages="ru-en",
        ),
        good("下午3点半，75周年，90年代", "At 3:30 p.m., the 75th anniversary, the 1990s", languages="zh-en"),
        good(
            "ein gutes Dutzend, anderthalb Stunden", "a good dozen, one and a half hours", languages="de-en"
        ),
        good("mil millones de euros, 2,5 billones", "a billion euros, 2.5 trillion", languages="es-en"),
    ),
)
