"""A punctuation mark in the middle of a phrase, where none belongs."""

from __future__ import annotations

import re
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
    Span,
    bad,
    good,
    primary_language,
)

# Marks that no language puts there: a tilde, underscore, circumflex or at sign at the end of a word, and ! or ? before
# a word in lower case.
_ANYWHERE = re.compile(
    r"(?<=[^\W\d_])(?P<odd>[~^_@])(?=\s[^\W\d_])|(?<![^\W\d_])[a-zß-ÿа-я]{2,}(?P<shout>[!?])(?=\s[a-zß-ÿа-я])"
)
# English: a word that leads to the next one, and a mark between the two. "Of" and "into" may end a clause before a comma,
# "on" and "off" stand before a hyphen.
_LEADS = re.compile(
    r"(?<![\w’'.\-])(?:(?:the|an?|whose|my|their|our)(?P<mark>[,;:.!?-])|(?:and|at|to|by|with|for|from|of|into)(?P<strong>[;.:-])|"
    r"(?:in|on|is|are|was|were|has|will|be)(?P<pause>[;.]))(?=\s[a-z])"
)
# A full stop, and the sentence goes on. Abbreviations are short, but for a few.
_GOES_ON = re.compile(
    r"(?<![\w’'.\-&@/])(?!approx|corp|dept|incl|prof|univ|vols|assoc|govt|intl|resp|spec|figs|illus|introd)[a-z]{4,}"
    r"(?P<stop>\.)(?=\s[a-z]{2,}\b)"
)
# What hangs on a hyphen goes on after "and", "or", "to": short- and long-term.
_HYPHEN = re.compile(
    r"(?<=[a-z]{3})(?P<hyphen>-)(?=\s(?!and|or|to|but|und|oder|bis|et|ou|y|o|nor|versus)[a-z]{2})"
)
_SENTENCE_MARKS = {"!": "!！", "?": "?？؟"}


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    english = primary_language(pair.target_language) == "en"
    for pattern in (_ANYWHERE, _LEADS, _GOES_ON, _HYPHEN) if english else (_ANYWHERE,):
        for match in pattern.finditer(text):
            at = match.start(match.lastgroup or 0)
            mark = text[at]
            if any(other in pair.source_text for other in _SENTENCE_MARKS.get(mark, "")):
                continue
            if mark in "~^_@" and mark in pair.source_text:
                continue
            if text.count(mark) > 1 and mark in "_~^@":
                continue  # emphasis or a notation
            yield Hit(f"The mark “{mark}” does not belong here.", target=Span(at, at + 1), suggestions=("",))


RULE = Rule(
    id="stray-punctuation",
    summary="A punctuation mark inside a phrase",
    why="The reader stops where the sentence goes on.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad("Der Hafen bleibt zu.", "The port will stay_ closed.", marks=["_"], languages="de-en"),
        bad("港口仍然关闭。", "They left the; port of- their own will.", marks=[";", "-"], languages="zh-en"),
        bad(
            "The port is closed.",
            "Der alte~ Hafen ist leider! geschlossen.",
            marks=["~", "!"],
            languages="en-de",
        ),
        good(
            "„Warum?“, fragte er; kurz- und langfristig, ja!",
            "Why? he asked; short- and long-term, yes! said she, looking on, and _so_ on.",
            languages="de-en",
        ),
        good(None, "Yahoo! said so on Monday, “Really!” he said. 5^ 3 and x_ 1", languages="und-en"),
    ),
)
