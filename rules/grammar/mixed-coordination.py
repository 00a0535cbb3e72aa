"""A noun coupled with an adjective: “multilateralism and unilateral”."""

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
    Syntax,
    bad,
    good,
    is_prose_sentence,
)
from tqcheck.api.english import is_only_adjective

# What shows that no noun follows the adjective.
_CLOSED = re.compile(r"[.,;](?!\w)| (?:of|in|between|among) (?:the|an?|our|its|their|all|both|this|these)\b")
# "He is a genius and creative", "it makes the plot a joy and colourful"
_PREDICATE = frozenset(
    "am is are was were be been being become becomes became seem seems remain remains feel feels felt looks look sound "
    "sounds find finds found make makes made keep as consider considers considered".split()
)
# Kinds of music, of books and of goods go by their adjective alone: "jazz and classical", "horror and historical", "work
# and personal".
_GENRES = frozenset(
    "jazz rock pop folk techno soul opera rap metal gospel country funk punk dance horror fantasy romance fiction thriller "
    "crime comedy drama adventure mystery satire biography poetry action".split()
)
_KINDS = frozenset(
    "classical romantic experimental personal automatic electric original organic traditional digital".split()
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    if text is None:
        return
    tokens = facts[Syntax].tokens
    words = [token.span.of(text.text) for token in tokens]
    for sentence in text.sentences:
        if not is_prose_sentence(text, sentence):
            continue
        own = [i for i, token in enumerate(tokens) if sentence.contains(token.span)]
        for at in own[2:]:
            noun, couple, word = words[at - 2], words[at - 1], words[at]
            if couple not in {"and", "or"} or not word.islower() or not noun.islower():
                continue
            # "advisory committees and federal, provincial and private bodies": a list of its own
            if tokens[at - 2].upos != "NOUN" or noun.endswith(("ing", "s")) or not is_only_adjective(word):
                continue
            if noun in _GENRES or word in _KINDS:
                continue
            span = Span(tokens[at - 2].span.start, tokens[at].span.end)
            if span.of(text.text) != f"{noun} {couple} {word}" or not _CLOSED.match(text.text, span.end):
                continue
            if at + 1 < len(tokens) and tokens[at + 1].upos == "ADJ":
                continue
            if _PREDICATE.intersection(before.lower() for before in words[max(own[0], at - 10) : at - 2]):
                continue
            yield Hit(
                f"“{noun}” is a noun and “{word}” an adjective that goes with nothing: they cannot be coupled.",
                target=span,
            )


RULE = Rule(
    id="mixed-coordination",
    summary="A noun is coupled with an adjective",
    why="The reader looks for the noun that the adjective belongs to, and there is none.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Syntax,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "双方反对单边主义，支持多边主义。",
            "Both sides oppose multilateralism and unilateral.",
            marks=["multilateralism and unilateral"],
            languages="zh-en",
        ),
        bad(
            "Война изменила экономику и общество региона.",
            "The war has changed the economy and social of the region.",
            marks=["economy and social"],
            languages="ru-en",
        ),
        bad(
            "两国将深化农业和工业合作。",
            "They will deepen cooperation in agriculture and industrial.",
            marks=["agriculture and industrial"],
            languages="zh-en",
        ),
        bad(
            "議会は治安と環境について話し合った。",
            "The council discussed security and environmental, and the mayor agreed.",
            marks=["security and environmental"],
            languages="ja-en",
        ),
        bad(
            "Der Plan fördert Innovation und Nachhaltigkeit.",
            "The plan promotes innovation and sustainable in the region.",
            marks=["innovation and sustainable"],
            languages="de-en",
        ),
        bad(
            "双方反对各种霸权或单边行为。",
            "They reject hegemony or unilateral in all its forms.",
            marks=["hegemony or unilateral"],
            languages="zh-en",
        ),
        bad(
            "Закон защищает свободу и религию.",
            "The law protects freedom and religious.",
            marks=["freedom and religious"],
            languages="ru-en",
        ),
        bad(
            "展览展示了两国的历史和文化。",
            "The exhibition shows the history and cultural of the two countries.",
            marks=["history and cultural"],
            languages="zh-en",
        ),
        bad(
            "국가는 교육과 과학을 지원한다.",
            "The state supports education and scientific.",
            marks=["education and scientific"],
            languages="ko-en",
        ),
        good(
            "双方讨论贸易和金融合作。",
            "They discussed trade and financial cooperation, and the history and cultural life of the north.",
            languages="zh-en",
        ),
        good(
            "Он гений и творческий человек.",
            "He is a genius and creative. It made the harbour a joy and useful.",
            languages="ru-en",
        ),
        good(
            "Он играет джаз и классику.",
            "He plays jazz and classical, and writes horror and historical. She has two phones, for work and personal.",
            languages="ru-en",
        ),
        good(
            "Er sprach von Recht und Moral.",
            "He spoke of law and moral, music and logic, of the town and individual, local and foreign firms.",
            languages="de-en",
        ),
        good(
            "委员会和联邦机构",
            "The board, advisory committees and federal, provincial and private bodies will meet.",
            languages="zh-en",
        ),
    ),
)
