"""Markup of Markdown, wiki text or LaTeX in running text, where the source shows none."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.residue import leftover_markup


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for span, name in leftover_markup(text, pair.source_text):
        yield Hit(f"“{span.of(text)}” is {name} that readers see.", target=span)


RULE = Rule(
    id="leftover-markup",
    summary="Markdown, wiki markup or LaTeX shows in the text",
    why="Readers see signs that were meant for a program; a chat model or a converter left them.",
    category=Category.MARKUP,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Der Hafen bleibt zu.",
            "The harbour **stays closed** for now.",
            marks=["**stays closed**"],
            languages="de-en",
        ),
        bad("Der Hafen bleibt zu.", "The harbour **stays closed.", marks=["**"], languages="de-en"),
        bad(
            "港口关闭。",
            "The [[harbour|port]] is closed; see '''here'''.",
            marks=["[[harbour|port]]", "'''"],
            languages="zh-en",
        ),
        bad(
            "Температура 30 градусов.",
            "The temperature is 30 \\times 1; \\textbf{hot}.",
            marks=["\\times", "\\textbf{hot}"],
            languages="ru-en",
        ),
        bad("The port is closed.", "Порт __закрыт__.", marks=["__закрыт__"], languages="en-ru"),
        good("Das **ist** [[so]].", "That **is** [[so]].", languages="de-en"),
        good(
            "Verdammt!", "D**n it, he said, the f**king sh** is back; 2 ** 3; ** Estimate", languages="de-en"
        ),
        good(
            None,
            "A rating of 5* or 4**; C:\\temp; rock 'n' roll; snake_case_name; __init__.py",
            languages="und-en",
        ),
    ),
)
