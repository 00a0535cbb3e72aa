"""Text that was decoded with the wrong encoding: â€™ for an apostrophe, РџСЂРё for При, 浣犲ソ for 你好."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.residue import mojibake


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for found in mojibake(text, primary_language(pair.target_language)):
        piece = found.span.of(text)
        if found.mended is None:
            yield Hit(f"“{piece}” is {found.how}.", target=found.span)
        else:
            yield Hit(
                f"“{piece}” is “{found.mended}” decoded with the wrong encoding: {found.how}.",
                target=found.span,
                suggestions=(found.mended,),
            )


RULE = Rule(
    id="mojibake",
    summary="Text was decoded with the wrong encoding",
    why="Readers see strings like â€™ instead of an apostrophe, and doubt the rest of the page.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad("It’s late.", "Câ€™est tard.", marks=["â€™"], suggestion="’", languages="en-fr"),
        bad(
            "Das Café am Markt schließt.",
            "The cafÃ© on the market square is closing.",
            marks=["Ã©"],
            suggestion="é",
            languages="de-en",
        ),
        bad(
            "部长说：“我们准备好了。”",
            "“We are ready,â€\u009d the minister said \ufffd\ufffd.",
            marks=["â€\u009d", "\ufffd\ufffd"],
            languages="zh-en",
        ),
        bad(
            "The port is closed.",
            "Порт Р·Р°РєСЂС‹С‚.",
            marks=["Р·Р°РєСЂС‹С‚"],
            suggestion="закрыт",
            languages="en-ru",
        ),
        bad(
            "The minister said so.",
            "лХМХЯРП ЯЙЮГЮК.",
            marks=["лХМХЯРП", "ЯЙЮГЮК"],
            suggestion="Министр",
            languages="en-ru",
        ),
        bad(
            "The minister said so.",
            "Ìèíèñòð ñêàçàë.",
            marks=["Ìèíèñòð", "ñêàçàë"],
            suggestion="Министр",
            languages="en-ru",
        ),
        bad(
            "Das Café am Markt",
            "The caf茅 on the market, it鈥檚 closing.",
            marks=["茅", "鈥檚"],
            suggestion="é",
            languages="de-en",
        ),
        bad(
            "The minister spoke.",
            "²¿³¤½²»°ÁË",
            marks=["²¿³¤½²»°ÁË"],
            suggestion="部长讲话了",
            languages="en-zh",
        ),
        bad("The café is new.", "Das CafŽ ist neu.", marks=["CafŽ"], suggestion="Café", languages="en-de"),
        bad("The port is new.", "п÷п╬я─я┌ новый.", marks=["п÷п╬я─я┌"], suggestion="Порт", languages="en-ru"),
        bad(None, "The caf├⌐ is new.", marks=["├⌐"], suggestion="é", languages="und-en"),
        good("Bread", "Pão", languages="en-pt"),
        good(
            "Выборы в Сан-Паулу",
            "Elections in SÃO PAULO, “Âge d’or”, 5 °C, naïve façades, Škoda, «à très vive allure», Inés",
            languages="ru-en",
        ),
        good("He said: — — —", "彼は————と言った。", languages="en-ja"),
        good("She fell silent.", "她沉默了……——……", languages="en-zh"),
        good("Only the port", "Только порт и хозяев, РС и СССР, ЁЖИК", languages="en-ru"),
        good("港口", "联通和毛利的港口，の、한국", languages="en-zh"),
        good(None, "Córdoba, Łódź and Ærø; 港口 (port), 5 ½ × 2 ± 1 ≤ 3 √2 ¬p ∂x", languages="und-en"),
    ),
)
