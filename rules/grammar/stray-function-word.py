"""An article, possessive or preposition with nothing behind it: “of the to”, “a was”."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.english import Usage, misuses

_GAP = "Between “\\g<w>” and “\\g<x>” a word is missing, or one of them is too much."
_TOGETHER = "“\\g<w>” and “\\g<x>” do not stand together: one is too much, or a word is missing."
_PREPOSITIONS = "of|from|with|by|into|for"
_VERBS = "is|was|are|were|has|had|have|been"
# Pairs that 2.4 million words of published human translations have at most four times, slips and all.
_TABLE = (
    Usage(
        rf"(?P<mark>(?P<w>the|an|their|my|your)\s(?P<x>{_PREPOSITIONS}|to(?!\sbegin)|{_VERBS}|that|which|because))",
        _GAP,
    ),
    Usage(r"(?P<mark>(?P<w>the|an|your|my)\s(?P<x>and|or))(?!\s(?:the|an?|your|my|or)\b)", _GAP),
    Usage(
        rf"(?P<mark>(?P<w>its|our|every)\s(?P<x>{_PREPOSITIONS}|to|is|was|are|were|has|had|have|because|on|at))",
        _GAP,
    ),
    Usage(
        rf"(?<![“\"'‘]|\b(?:vitamin|group|type|class|grade|plan|point|with|hepatitis|letter|model|variable)\s)(?P<mark>(?P<w>a)\s(?P<x>of|from|with|into|in(?!\s)|{_VERBS}))",
        _GAP,
    ),
    Usage(
        r"(?P<mark>(?P<w>the|an?)\s(?P<x>(?!(?P=w)\b)(?:the|an?|this|these|those|his|their|its|my|your|he|she|they|we|it(?!\s(?:bag|girl)))))(?!\s(?:[\p{Lu}]|said\b|she\b))",
        _TOGETHER,
    ),
    Usage(
        r"(?P<mark>(?P<w>his|their|its|our|my)\s(?P<x>the|a|an|their|my|our|this|these))(?!\s\p{Lu})",
        _TOGETHER,
    ),
    Usage(r"(?P<mark>(?P<w>to|by|from|with|at|into)\s(?P<x>of))", _TOGETHER),
)


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for fault in misuses(pair.target_text, _TABLE):
        yield Hit(fault.advice, target=fault.span)


RULE = Rule(
    id="stray-function-word",
    summary="An article or preposition with nothing behind it",
    why="The word that it belongs to was lost or has strayed: the reader has to guess it.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "港口的工人举行了罢工。",
            "The workers of the of port went on a strike, and the was closed.",
            marks=["the of", "the was"],
            languages="zh-en",
        ),
        bad(
            "Капитан увидел корабль.",
            "The captain saw a the ship from his the window, and a was there.",
            marks=["a was", "a the", "his the"],
            languages="ru-en",
        ),
        bad(
            "Das Boot fuhr zur Insel.",
            "The boat went to of the island with its of passengers.",
            marks=["its of", "to of"],
            languages="de-en",
        ),
        good(
            None,
            "What I focus on is work; the bed I slept in was a la carte, vitamin a is good, and the “The” was cut. "
            "The boats are theirs and ours; the and/or clause; “the” is an article, and A and B are letters.",
            languages="und-en",
        ),
        good(
            "На следующей неделе он едет в Гаагу.",
            "Next week he goes to The Hague to take a more or less well-earned holiday of at least a week.",
            languages="ru-en",
        ),
    ),
)
