"""A statement is asked, or a question is stated."""

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
    Span,
    bad,
    good,
    primary_language,
)
from tqcheck.api.meaning import became_question, became_statement

# Japanese and Korean ask without a mark, and with endings that other words have.
_DOUBTFUL = ("ja", "ko")
# What may follow the mark: quotation marks, brackets and white space of all kinds.
_CLOSING = "\"'”’»“」』)）]" + "".join(filter(str.isspace, map(chr, range(0x3001))))


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    texts = source, target = pair.source_text, pair.target_text
    language = primary_language(pair.source.language)
    asked = became_question(source, target, language)
    if asked:
        message = "This is a question; the source states it."
    elif primary_language(pair.target_language) == "en" and became_statement(*texts):
        message = "The source asks; this is a statement."
    else:
        return
    # A rhetorical question or a headline is rendered by a statement. Out of English what is told of human texts is, two times
    # of three, a question that the English leaves to the tone.
    doubtful = (
        not asked
        or primary_language(pair.target_language) != "en"
        or language in _DOUBTFUL
        or pair.confidence < LIKELY_ALIGNED
    )
    yield Hit(
        message,
        target=_last_mark(target),
        source=_last_mark(source),
        confidence=Confidence.LOW if doubtful else None,
    )


def _last_mark(text: str) -> Span:
    """The mark at the end of a text, before what closes a quotation."""
    end = len(text.rstrip(_CLOSING))
    return Span(max(0, end - 1), end)


RULE = Rule(
    id="question-changed",
    summary="A statement is asked, or a question is stated",
    why="The reader takes for doubtful what the source says, or for said what it doubts.",
    category=Category.MEANING,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            "会议将于周五在北京举行。",
            "Will the meeting be held in Beijing on Friday?",
            marks=["?"],
            source_marks=["。"],
            languages="zh-en",
        ),
        bad(
            "Die Brücke wurde vor zwei Jahren gebaut.",
            "Was the bridge built two years ago?",
            marks=["?"],
            source_marks=["."],
            languages="de-en",
        ),
        bad(
            "Le maire a signé le contrat hier soir.",
            "Did the mayor sign the contract last night?",
            marks=["?"],
            languages="fr-en",
        ),
        bad(
            "Los vecinos protestaron contra la obra.",
            "Did the neighbours protest against the works?",
            marks=["?"],
            languages="es-en",
        ),
        bad(
            "Компания закрыла завод в Перми.",
            "Has the company closed its plant in Perm?",
            marks=["?"],
            languages="ru-en",
        ),
        bad(
            "La squadra ha vinto la partita in trasferta.",
            "Has the team won the match away from home?",
            marks=["?"],
            languages="it-en",
        ),
        bad(
            "The minister has signed the contract.",
            "Hat der Minister den Vertrag schon unterschrieben?",
            marks=["?"],
            languages="en-de",
        ),
        bad(
            "这座大桥安全吗？",
            "The bridge is safe for heavy lorries.",
            marks=["."],
            source_marks=["？"],
            languages="zh-en",
        ),
        bad(
            "Wird der Flughafen im Herbst geschlossen?",
            "The airport will be closed in autumn.",
            marks=["."],
            languages="de-en",
        ),
        bad(
            "¿Subirán los precios del pan este año?",
            "Bread prices will rise this year.",
            marks=["."],
            source_marks=["?"],
            languages="es-en",
        ),
        good("Ob es wohl schneit?", "I wonder whether it is snowing.", languages="de-en"),
        good("能不能请您告诉我您的名字？", "Please tell me your name and address.", languages="zh-en"),
        good("我们该怎么从这里出去。", "How do we get out of here now?", languages="zh-en"),
        good("Bitte schließen Sie das Fenster.", "Could you please close the window?", languages="de-en"),
        good("Qui d'autre pourrait le jouer.", "Who else could play that part?", languages="fr-en"),
        good("Он пришёл, правда.", "He has come home today, right?", languages="ru-en"),
        good("¿Sabes? Hoy llueve mucho.", "You see, it is raining a lot today.", languages="es-en"),
        good("明日は来ますか。", "Will you come here again tomorrow?", languages="ja-en"),
        good("如何选购冰箱？", "How to choose a good refrigerator.", languages="zh-en"),
    ),
)
