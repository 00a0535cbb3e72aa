"""A page that was translated in part, or into another language than it should be: one finding for all its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Overlap,
    Pair,
    SentenceLanguages,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.untranslated import ForeignPassage, foreign_text, is_source, language_name

_QUOTED = 60  # characters of the last sentence that are named


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    target = language_name(primary_language(article.target_language))
    for passage in foreign_text(article, facts)[0]:
        first = passage.sentences[0]
        yield first.pair, Hit(_message(passage, target), target=first.span, explains=_explained(passage))
    if is_source(article, facts):
        pair = next(pair for pair in article.pairs if pair.target is not None)
        assert pair.target is not None
        yield (
            pair,
            Hit(
                f"The translation is its source, word for word; both are in {target}.",
                target=pair.target.sentences[0],
            ),
        )


def _explained(passage: ForeignPassage) -> tuple[str, ...]:
    """The pairs of which no sentence, as far as can be told, is in the target's language."""
    found = Counter(each.pair.id for each in passage.sentences)
    pairs = {each.pair.id: each.pair for each in passage.sentences}
    return tuple(
        id_ for id_, pair in pairs.items() if pair.target and found[id_] == len(pair.target.sentences)
    )


def _message(passage: ForeignPassage, target: str) -> str:
    first, last = passage.sentences[0], passage.sentences[-1]
    name, count = language_name(first.language), len(passage.sentences)
    if passage.is_whole:
        return f"The whole translation is in {name}, not in {target}."
    says = f"was left in {name}" if first.is_left else f"is in {name}"
    if passage.is_end:
        return f"From here to its end the translation {says}: {count} sentences."
    text = last.span.of(last.pair.target_text)
    end = text if len(text) <= _QUOTED else text[:_QUOTED].rstrip() + "…"
    return f"From here on the translation {says}, {count} sentences, up to “{end}”."


RULE = DocumentRule(
    id="untranslated-passage",
    summary="Several sentences in a row, or all, are not in the language of the translation",
    why="The engine gave up, or a wrong file was taken: one fault, however many sentences there are.",
    category=Category.UNTRANSLATED,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    needs=(SentenceLanguages, Overlap),
    covers=True,
    check=check,
    examples=(
        bad(
            [
                "Das Schwimmbad öffnet im Mai wieder.",
                "Die Becken wurden im Winter neu gefliest.",
                "Der Eintritt kostet künftig einen Euro mehr.",
                "Kinder zahlen so viel wie bisher.",
            ],
            [
                "The swimming pool will reopen in May.",
                "Die Becken wurden im Winter neu gefliest.",
                "Der Eintritt kostet künftig einen Euro mehr.",
                "Kinder zahlen so viel wie bisher.",
            ],
            marks=["Die Becken wurden im Winter neu gefliest."],
            languages="de-en",
        ),
        bad(
            [
                "游泳馆将于五月重新开放。",
                "水池在冬天重新铺了瓷砖。",
                "门票今后将上涨八元。",
                "儿童票价保持不变。",
            ],
            [
                "The pool will reopen in May.",
                "水池在冬天重新铺了瓷砖。",
                "门票今后将上涨八元。",
                "儿童票价保持不变。",
            ],
            marks=["水池在冬天重新铺了瓷砖。"],
            languages="zh-en",
        ),
        bad(
            [
                "Бассейн откроется в мае.",
                "Билеты подорожают на десять рублей.",
                "Дети платят столько же, сколько раньше.",
            ],
            [
                "Бассейн откроется в мае.",
                "Билеты подорожают на десять рублей.",
                "Дети платят столько же, сколько раньше.",
            ],
            marks=["Бассейн откроется в мае."],
            languages="ru-en",
        ),
        bad(
            ["泳池将重新开放。", "门票今后将上涨八元。", "儿童票价保持不变。"],
            [
                "Das Schwimmbad öffnet im Mai wieder.",
                "Der Eintritt kostet künftig einen Euro mehr.",
                "Kinder zahlen so viel wie bisher.",
            ],
            marks=["Das Schwimmbad öffnet im Mai wieder."],
            languages="zh-en",
        ),
        bad(
            [
                "La piscine rouvrira au mois de mai.",
                "Les bassins ont été carrelés pendant l’hiver.",
                "L’entrée coûtera désormais un euro de plus.",
                "Les enfants paieront autant qu’avant.",
                "Le maire en est très content.",
            ],
            [
                "La piscine rouvrira au mois de mai.",
                "Les bassins ont été carrelés pendant l’hiver.",
                "L’entrée coûtera désormais un euro de plus.",
                "Children will pay the same as before.",
                "The mayor is very happy about it.",
            ],
            marks=["La piscine rouvrira au mois de mai."],
            languages="fr-en",
        ),
        bad(
            None,
            [
                "The swimming pool will reopen in May.",
                "Los vasos fueron alicatados durante el invierno.",
                "La entrada costará a partir de ahora un euro más.",
                "Los niños pagarán lo mismo que antes.",
                "The mayor is very happy about it.",
            ],
            marks=["Los vasos fueron alicatados durante el invierno."],
            languages="und-en",
        ),
        bad(
            [
                "The swimming pool will reopen in May.",
                "The basins were tiled during the winter.",
                "Children will pay the same as before.",
            ],
            [
                "Das Schwimmbad wird im Mai wieder eröffnet.",
                "Die Becken wurden im Winter neu gefliest.",
                "Kinder werden so viel zahlen wie bisher.",
            ],
            marks=["Das Schwimmbad wird im Mai wieder eröffnet."],
            languages="en-fr",
        ),
        bad(
            ["プールは五月に再び開く。", "冬の間にタイルが張り替えられた。", "入場料は百円高くなる。"],
            ["プールは五月に再び開く。", "冬の間にタイルが張り替えられた。", "入場料は百円高くなる。"],
            marks=["プールは五月に再び開く。"],
            languages="ja-ja",
        ),
        good(
            [
                "Das Schwimmbad öffnet im Mai wieder.",
                "Die Becken wurden im Winter neu gefliest.",
                "Der Eintritt kostet künftig einen Euro mehr.",
            ],
            [
                "The swimming pool will reopen in May.",
                "Die Becken wurden im Winter neu gefliest.",
                "Der Eintritt kostet künftig einen Euro mehr.",
            ],
            languages="de-en",
        ),
        good(
            [
                "Der Chor singt drei Lieder:",
                "„Liberté, toi que j’ai tant aimée“",
                "„Chantons pour nos frères“",
                "„Adieu, mon doux pays“",
            ],
            [
                "The choir sings three songs:",
                "“Liberté, toi que j’ai tant aimée”",
                "“Chantons pour nos frères”",
                "“Adieu, mon doux pays”",
            ],
            languages="de-en",
        ),
        good(
            ["O comboio parte às nove.", "A viagem dura duas horas.", "O bilhete custa dez euros."],
            ["O comboio parte às nove.", "A viagem dura duas horas.", "O bilhete custa dez euros."],
            languages="pt-pt-BR",
        ),
    ),
)
