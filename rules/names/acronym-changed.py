"""An acronym that is not the one that the source has or stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    bad,
    good,
)
from tqcheck.api.acronyms import AcronymChange, changes, read_article

# Languages that write an acronym in Latin letters only to copy it, and whose translations keep it (measured). Others
# have their own: BCE is ECB.
_COPYING = frozenset({"ja", "ru", "uk", "zh"})


def check(article: AlignedArticle, _facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    read = read_article(article)
    for at, pair in enumerate(article.pairs):
        for change in changes(read, at):
            if change.lost is not None and (change.near or read.language in _COPYING):
                yield pair, _hit(change)


def _hit(change: AcronymChange) -> Hit:
    lost = change.lost
    assert lost is not None
    wanted = next((form for form in lost.english if _letters(form) == change.near), lost.english[0])
    shown = lost.text if wanted == lost.text else f"{lost.text} ({wanted})"
    return Hit(
        f"{change.acronym.text} stands for nothing in the source, which has {shown}.",
        target=change.acronym.span,
        source=lost.span,
        suggestions=(wanted,),
    )


def _letters(form: str) -> str:
    return "".join(char for char in form.upper() if char.isalnum())


RULE = DocumentRule(
    id="acronym-changed",
    summary="An acronym is not the source's",
    why="One wrong letter names another body, index or substance, or none at all.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    bilingual=True,
    target_languages=("en",),
    examples=(
        bad(
            "二月份CPI上涨了两个百分点。",
            "The CIP rose by two percentage points in February.",
            marks=["CIP"],
            source_marks=["CPI"],
            suggestion="CPI",
            languages="zh-en",
        ),
        bad(
            "ВОЗ опубликовала доклад о гриппе.",
            "The WTO has published a report on influenza.",
            marks=["WTO"],
            source_marks=["ВОЗ"],
            languages="ru-en",
        ),
        good(
            ["世界卫生组织总干事抵达。", "世卫组织感谢东道主。", "欧洲央行行长没有来。"],
            [
                "The director-general of the World Health Organization arrived.",
                "The WHO thanked its hosts.",
                "The head of the ECB did not come.",
            ],
            languages="zh-en",
        ),
        good("La BCE relève ses taux.", "The ECB is raising its rates.", languages="fr-en"),
        good("国家统计局公布数据。", "The NBS published the figures.", languages="zh-en"),
    ),
)
