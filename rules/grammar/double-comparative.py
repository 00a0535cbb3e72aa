"""A comparative or superlative made twice: “more better”, “most cheapest”."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.english import Usage, misuses

_STEMS = (
    "easi hard fast slow bigg small large strong weak cheap rich poor old young happi healthi safe nice close high low "
    "long short great simple clean clear deep wide warm cold hott heavi light busi smart wise brave quick loud quiet tough"
).split()


def _forms(ending: str) -> str:
    return "|".join(stem.removesuffix("e") + ending for stem in _STEMS)


_MORE = rf"(?P<right>better|worse|further|farther|{_forms('er')})"
_MOST = rf"(?P<right>best|worst|{_forms('est')})"

_OF_THEM = "friends|mates|buddies|children|siblings|daughters|sons|sellers|practices|men|bidders|earners"

_TABLE = (
    # "more older people": more of them; what follows tells that no noun does.
    Usage(
        rf"(?P<mark>[Mm]ore\s{_MORE})(?=[,.;!?]|\s(?:than|and|to|for|in|with|on|at|by|because|if|when|but|or|as|of)\b)(?!\s(?:and|or)\s\w+er\b)",
        "“\\g<right>” is a comparative without “more”.",
        "\\g<right>",
    ),
    Usage(
        # "most best friends": most of those who are best friends.
        rf"(?P<mark>[Mm]ost\s{_MOST})(?!-|\s(?:{_OF_THEM})\b)",
        "“\\g<right>” is a superlative without “most”.",
        "\\g<right>",
    ),
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for fault in misuses(pair.target_text, _TABLE):
        yield Hit(fault.advice, target=fault.span, suggestions=(fault.instead,))


RULE = Rule(
    id="double-comparative",
    summary="A comparative or superlative that is made twice",
    why="“More better” shows at once that nobody has proofread the text.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "新渡轮更好更快。",
            "The new ferry is more better than the old.",
            marks=["more better"],
            suggestion="better",
            languages="zh-en",
        ),
        bad(
            "Так легче.",
            "Work in the port is more easier, if it is light.",
            marks=["more easier"],
            suggestion="easier",
            languages="ru-en",
        ),
        bad(
            "Der Hafen ist der größte.",
            "It is the most biggest harbour of the country.",
            marks=["most biggest"],
            suggestion="biggest",
            languages="de-en",
        ),
        bad(
            "最も安い魚だ。",
            "He bought the most cheapest fish on the market.",
            marks=["most cheapest"],
            suggestion="cheapest",
            languages="ja-en",
        ),
        bad(
            "Es peor para todos.",
            "More worse for all, the ice is more stronger in winter than in spring.",
            marks=["More worse", "more stronger"],
            suggestion="Worse",
            languages="es-en",
        ),
        bad(
            "C'est le pire.",
            "That was the most worst year of all, and the most happiest.",
            marks=["most worst", "most happiest"],
            languages="fr-en",
        ),
        bad(
            "这条路更宽更安全。",
            "The road is more wider and more safer.",
            marks=["more wider", "more safer"],
            languages="zh-en",
        ),
        bad(
            "더 깊다.",
            "The harbour is more deeper because ships are more larger.",
            marks=["more deeper", "more larger"],
            languages="ko-en",
        ),
        good(
            None,
            "There are more older people in the town, more lower-income homes, and more cleaner fish. What is more, "
            "better ships came, most best-selling books did. The more, the better. "
            "Most best friends quarrel. Most youngest children are spoilt.",
            languages="und-en",
        ),
    ),
)
