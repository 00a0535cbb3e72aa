"""A verb that does not agree with its subject, however far away that is."""

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
    Syntax,
    bad,
    good,
)
from tqcheck.api.english import disagreements


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for found in disagreements(text, facts[Syntax].tokens):
        number = "singular" if found.number == "Sing" else "plural"
        yield Hit(
            f"The subject of “{found.verb.of(text)}” is “{found.head.of(text)}”, a {number}.",
            target=found.verb,
            suggestions=(found.instead,),
        )


RULE = Rule(
    id="subject-agreement",
    summary="A verb does not agree with its subject",
    why="The farther apart the two are, the longer the reader looks for what the verb belongs to.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    needs=(Syntax,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "两国外长的电话外交有助于和平。",
            "The telephone diplomacy between the leaders make peace likelier.",
            marks=["make"],
            suggestion="makes",
            languages="zh-en",
        ),
        bad(
            "Причалы порта на севере закрыты.",
            "The piers of the harbour in the north was closed, and there is many reasons.",
            marks=["was", "is"],
            suggestion="were",
            languages="ru-en",
        ),
        bad(
            "船は港にある。",
            "They says that one of the ships are in port with a sailor who have a dog.",
            marks=["says", "are", "have"],
            suggestion="say",
            languages="ja-en",
        ),
        bad(
            "Die Preise des Hafens waren voriges Jahr niedrig.",
            "The prices of the port last year was low. There were little water. There were never a bridge.",
            marks=["was", "were", "were"],
            languages="de-en",
        ),
        bad(
            "Die Briefe, die im Keller lagen, sind alt.",
            "The letters, which was found in the cellar, are old.",
            marks=["was"],
            suggestion="were",
            languages="de-en",
        ),
        good(
            None,
            "The bank's prices last year were low, and the ships this week are late. There were little boats. The talks since "
            "the war have failed. The rich are few. He left the council with the papers, which was a mistake.",
            languages="und-en",
        ),
        good(
            None,
            "A number of ships were there. The crew were tired. They asked that he come, as if he were late. The price "
            "of oil and gas have to fall; the fish scales caught are black, and the staff on board have left.",
            languages="und-en",
        ),
        good(
            "Что делают моряки?",
            "What do the sailors of the ship have? Which boats is the captain painting? A group of men who has gone. "
            "A lot of them are here, and Sales of fish are up. The oil price hit a limit.",
            languages="ru-en",
        ),
    ),
)
