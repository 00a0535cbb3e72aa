"""A sentence that says something else than its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.api import (
    BlockKind,
    Category,
    Confidence,
    Hit,
    Names,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Similarity,
    Span,
    bad,
    good,
    prose_size,
)
from tqcheck.api.names import NameMention, Rendered

# Relative similarity: 1 is a typical pair of the article, 0 two of its sentences that do not belong together. Of human
# translations of news (zh, ja, ru, de, fr, es, ar, ko → en) 1 in 900 is below the second, most of them really
# mistaken; of sentences put there from another article 99 in 100, of the same article 9 in 10.
_DISTANT = 0.25
# So much further it is sure, so much nearer doubtful.
_SURER, _DOUBTFUL = 0.15, 0.1
# Letters, as `prose_size` counts them: shorter texts are idioms and calls, of which vectors know little ("Hardcore",
# "Is it COVID-19?"). Of these only what is further away than any two sentences of an article is told.
_SHORT, _TINY = 35, 15


@dataclass(frozen=True, slots=True)
class Options:
    """`relative`: the relative similarity below which a sentence is distant."""

    relative: float = _DISTANT


def check(pair: Pair, facts: PairFacts, options: Options) -> Iterator[Hit]:
    similarity = facts[Similarity]
    relative, least = similarity.relative, options.relative
    if similarity.translates:
        return  # `neighbour-translated` tells what it says
    if relative >= least + _DOUBTFUL or not prose_size(pair.target_text):
        return
    steps = 3 if relative < least - _SURER else 2 if relative < least else 1
    names = [name for name in facts[Names].source if name.certain]
    # A sentence of names and titles is near nothing, and yet it may be the right one.
    steps -= sum(name.rendered is Rendered.HERE for name in facts[Names].source)
    if (
        pair.source is not None and pair.source.kind is BlockKind.HEADING
    ):  # written anew rather than translated
        steps -= 1
    size = min(prose_size(pair.source_text), prose_size(pair.target_text))
    if size < _SHORT:
        steps = min(steps, 2 if relative < 0 and size >= _TINY else 1)
    if similarity.moved:
        steps = 1
    yield Hit(
        f"This says something else than its source{_without(names)}.",
        target=Span(0, len(pair.target_text)),
        source=Span(0, len(pair.source_text)),
        confidence=Confidence(max(1, steps)),
    )


def _without(names: list[NameMention]) -> str:
    """What of the source the reader can look for in vain, in words."""
    missing = list(dict.fromkeys(name.text for name in names if name.rendered is Rendered.NOWHERE))
    if not missing:
        return ""
    listed = ", ".join(missing[:3])
    return f": nothing in it stands for {listed}"


RULE = Rule(
    id="distant-meaning",
    summary="A sentence says something else than its source",
    why="It may read well, and nobody can guess from the translation alone that it is about something else.",
    category=Category.MEANING,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Similarity, Names),
    options=Options(),
    check=check,
    examples=(
        bad(
            "Der Stadtrat hat den Haushalt für das kommende Jahr beschlossen.",
            "Those who want to learn to swim can sign up at the lake.",
            Similarity(0.12),
            marks=["Those who want to learn to swim can sign up at the lake."],
            languages="de-en",
        ),
        bad(
            "The cat has been sleeping on the sofa all day long.",
            "Le train de nuit partira avec une heure de retard.",
            Similarity(0.21),
            marks=["Le train de nuit partira avec une heure de retard."],
            languages="en-fr",
        ),
        good(
            "The cat has been sleeping on the sofa all day long.",
            "Le chat dort depuis ce matin sur le canapé.",
            Similarity(0.78),
            languages="en-fr",
        ),
        good(
            "The cat has been sleeping on the sofa all day long.",
            "— * —",
            Similarity(0.05),
            languages="en-fr",
        ),
        good(
            "Die Opposition stimmte geschlossen gegen den Haushalt.",
            "The city council passed its budget on Monday evening.",
            Similarity(0.2, translates=-1),
            languages="de-en",
        ),
        good(
            "市议会通过了明年的预算。",
            "The city council adopted the budget for the coming year.",
            Similarity(0.4, typical=0.62),
            languages="zh-en",
        ),
    ),
)
