"""From what was marked to hits: the same for every rule that passes on the findings of a grammar engine, the tagger or a
search for gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.documents import LIKELY_ALIGNED, Pair
from tqcheck.facts import Edits, Gap, Grammar, WordEdit
from tqcheck.model import Confidence, Hit, Severity, Side

# A report shows a handful.
_MOST_SUGGESTIONS = 3
# `tools/edits/fit.py` puts one half where published translations have as many errors of a group as may be shown by default.
_SHOWN = 0.5
_LONGEST = 60  # characters of a phrase that a message repeats


def engine_hits(grammar: Grammar, engine: str, *categories: str) -> Iterator[Hit]:
    """What `engine` ("languagetool", "harper") marked of some categories.

    In a language on which nobody has measured the engine, of low confidence.
    """
    for match in grammar.of(engine, *categories):
        yield Hit(
            match.message.rstrip(),
            target=match.span,
            suggestions=match.replacements[:_MOST_SUGGESTIONS],
            severity=Severity.parse(match.severity),
            confidence=None if grammar.measured else Confidence.LOW,
        )


def likely_edits(edits: Edits, *kinds: str) -> Iterator[tuple[WordEdit, Confidence | None]]:
    """The edits of some ERRANT types ("R:WO", or "U:" for all that begin so).

    With each its confidence where it is not that of the rule: low, unless it is as sure as one half.
    """
    for edit in edits.edits:
        if any(edit.kind == kind or (kind.endswith(":") and edit.kind.startswith(kind)) for kind in kinds):
            yield edit, None if edit.probability >= _SHOWN else Confidence.LOW


def edit_hits(text: str, edits: Edits, message: str, *kinds: str) -> Iterator[Hit]:
    """The edits of some types that say what to write instead; `message` has places for {marked} and {replacement}."""
    for edit, confidence in likely_edits(edits, *kinds):
        if edit.replacement is not None:
            yield Hit(
                message.format(marked=edit.span.of(text), replacement=edit.replacement),
                target=edit.span,
                suggestions=(edit.replacement,),
                confidence=confidence,
            )


def gap_hits(pair: Pair, side: Side, gaps: Iterable[Gap], message: str, least: float) -> Iterator[Hit]:
    """The gaps of one side of a pair; `message` has a place for {phrase}. Of low confidence below a probability of `least`."""
    text = pair.source_text if side is Side.SOURCE else pair.target_text
    for gap in gaps:
        phrase = gap.span.of(text)
        shown = phrase if len(phrase) <= _LONGEST else f"{phrase[:_LONGEST].rstrip()}…"
        doubtful = gap.probability < least or pair.confidence < LIKELY_ALIGNED
        yield Hit(
            message.format(phrase=shown),
            target=gap.span if side is Side.TARGET else None,
            source=gap.span if side is Side.SOURCE else None,
            confidence=Confidence.LOW if doubtful else None,
        )
