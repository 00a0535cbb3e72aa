"""One person, treaty or organisation under two names in one article."""

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
    Names,
    Pair,
    Severity,
    Span,
    bad,
    good,
)
from tqcheck.api.names import couples, hyphenated, spellings, titles


def check(article: AlignedArticle, facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    pairs = [pair for pair in article.pairs if pair.target is not None]
    texts = [pair.target_text for pair in pairs]
    entities = {
        (place, span): name.entity
        for place, pair in enumerate(pairs)
        for name in (facts.by_kind[Names][pair.id].target if pair.id in facts.by_kind[Names] else ())
        for span in (name.span, Span(name.span.end - len(name.text.split()[-1]), name.span.end))
        if name.entity
    }
    for variant in (*spellings(texts, entities), *titles(texts), *hyphenated(texts), *couples(texts)):
        yield (
            pairs[variant.place],
            Hit(
                f"The article also writes “{variant.usual}”; one name should have one form.",
                target=variant.span,
                suggestions=(variant.usual,),
            ),
        )


RULE = DocumentRule(
    id="inconsistent-name",
    summary="One name is written in two ways in the article",
    why="Readers take two spellings for two people, two titles for two treaties.",
    category=Category.TERMINOLOGY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            ["托卡耶夫抵达北京。", "托卡耶夫说，他很高兴。", "托卡耶夫感谢主人。"],
            [
                "Mr Tokayev arrived in Beijing.",
                "He was glad, Tokaev said.",
                "Then Tokayev thanked the hosts.",
            ],
            marks=["Tokaev"],
            suggestion="Tokayev",
            languages="zh-en",
        ),
        bad(
            [None, None],
            [
                "They signed the Treaty of Good-Neighborliness, Friendship and Cooperation in 2001.",
                "The Treaty of Good-Neighborly Friendship and Cooperation was extended later.",
            ],
            marks=["Treaty of Good-Neighborly Friendship and Cooperation"],
            languages="und-en",
        ),
        bad(
            ["金正恩出席了晚宴。", "金正恩离开了。", "金正恩的女儿也来了。"],
            [
                "Kim Jong-un came to dinner.",
                "Then Kim Jong-un left.",
                "The daughter of Kim Jong Un was there.",
            ],
            marks=["Jong Un"],
            suggestion="Jong-un",
            languages="zh-en",
        ),
        bad(
            ["德国外长贝尔伯克抵达北京。", "随后贝尔伯克发表讲话。", "贝尔伯克说，她很高兴。"],
            [
                "Germany's foreign minister Annalena Bearbock arrived in Beijing.",
                "Then Baerbock gave a speech.",
                "She was glad, Baerbock said.",
            ],
            marks=["Bearbock"],
            suggestion="Baerbock",
            languages="zh-en",
        ),
        bad(
            ["中俄贸易增长。", "中俄关系良好。"],
            ["Trade grew, and Sino-Russian ties are close.", "The Russian-China relations are good."],
            marks=["Russian-China"],
            languages="zh-en",
        ),
        good(
            ["Президент Токаев приехал с женой.", "Надежда Токаева осталась дома."],
            ["President Tokayev came with his wife.", "There Nadezhda Tokayeva stayed at home."],
            languages="ru-en",
        ),
    ),
)
