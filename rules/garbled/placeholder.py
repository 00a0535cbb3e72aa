"""A placeholder, an empty value or a tokeniser's mark: "{name} said", "undefined", "<unk>", "inter@@ national"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.residue import placeholders


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for found in placeholders(text, pair.source_text):
        yield Hit(
            f"“{found.span.of(text)}” is {found.kind}.",
            target=found.span,
            severity=Severity.MINOR if found.harmless else None,
        )


RULE = Rule(
    id="placeholder",
    summary="A placeholder, an empty value or a tokeniser's mark was left in the text",
    why="Readers see the machine, and the word that belongs there is lost.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad("Anna Lehner sagte ab.", "{{name}} called off the visit.", marks=["{{name}}"], languages="de-en"),
        bad(
            "市长昨天到达。",
            "Mayor ${mayor} arrived on {0}; %s and %(count)d followed.",
            marks=["${mayor}", "{0}", "%s", "%(count)d"],
            languages="zh-en",
        ),
        bad(
            "Мэр Орлов приехал.",
            "Mayor [INSERT NAME] came, and so did XXXX.",
            marks=["[INSERT NAME]", "XXXX"],
            languages="ru-en",
        ),
        bad("The town of Ahlen is growing.", "Die Stadt <unk> wächst.", marks=["<unk>"], languages="en-de"),
        bad("The price rose.", "Le prix : undefined", marks=["undefined"], languages="en-fr"),
        bad("The mayor spoke.", "__TAG1__市长发言⟦2⟧。", marks=["__TAG1__", "⟦2⟧"], languages="en-zh"),
        bad(
            "Международная встреча",
            "An inter@@ national ▁meeting</s>",
            marks=["@@", "▁", "</s>"],
            languages="ru-en",
        ),
        bad(
            "Die Halle ist neu.",
            "The hall is new. Lorem ipsum dolor sit amet",
            marks=["Lorem ipsum dolor sit amet"],
            languages="de-en",
        ),
        bad(
            None,
            "The ##ing of bells was heard; [object Object]",
            marks=["##ing", "[object Object]"],
            languages="und-en",
        ),
        good("Hallo {name}, %d Punkte", "Hello {name}, %d points", languages="de-en"),
        good('Er schreibt `printf("%s")`.', 'He writes `printf("%s")`.', languages="de-en"),
        good(
            "Der 30. Super Bowl",
            "Super Bowl XXX; a null result; the rule is undefined; 5 %d'entre eux; 50% started; {a, b}",
            languages="de-en",
        ),
        good("Всё равно.", "¡TODO es posible! None of it is null and void.", languages="ru-es"),
        good("张某某 {姓名}", "Mr Zhang {name}; @@ the sign; x@@y.example; C## and #1", languages="zh-en"),
    ),
)
