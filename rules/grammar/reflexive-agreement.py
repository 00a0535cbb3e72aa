"""A reflexive pronoun that does not go with its subject: "the ministers blamed himself"."""

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
from tqcheck.api.english import wrong_reflexives


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for found in wrong_reflexives(text, facts[Syntax].tokens):
        number = "one" if found.number == "Sing" else "more than one"
        yield Hit(
            f"“{found.pronoun.of(text)}” goes back to “{found.head.of(text)}”, which is {number}.",
            target=found.pronoun,
            suggestions=(found.instead,),
        )


RULE = Rule(
    id="reflexive-agreement",
    summary="A reflexive pronoun does not go with its subject",
    why="Readers look for somebody else who may be meant.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    needs=(Syntax,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Die Soldaten versteckten sich im Wald.",
            "The soldiers had hidden himself in the wood.",
            marks=["himself"],
            suggestion="themselves",
            languages="de-en",
        ),
        bad(
            "Министры двух стран винили себя.",
            "The ministers of the two states blamed himself.",
            marks=["himself"],
            languages="ru-en",
        ),
        bad(
            "他们问自己该怎么办。",
            "They asked himself what to do.",
            marks=["himself"],
            suggestion="themselves",
            languages="zh-en",
        ),
        bad(
            "Les banques veulent se protéger.",
            "The banks want to protect itself.",
            marks=["itself"],
            languages="fr-en",
        ),
        bad(
            "我々は自らを守った。",
            "We protected itself well.",
            marks=["itself"],
            suggestion="ourselves",
            languages="ja-en",
        ),
        bad(
            "Ella se llama médica.",
            "She calls themselves a doctor.",
            marks=["themselves"],
            suggestion="herself",
            languages="es-en",
        ),
        bad(
            None,
            "Many voters have not forgiven herself.",
            marks=["herself"],
            languages="und-en",
        ),
        bad(
            "Diese Mädchen wuschen sich.",
            "These girls washed herself.",
            marks=["herself"],
            suggestion="themselves",
            languages="de-en",
        ),
        good(
            "Wer sich schützt",
            "They saw the king himself, and the men like himself; the ships told of the sea itself. They made him blame himself. "
            "Each pupil taught themselves. The team found themselves alone. Anna hurt themselves.",
            languages="de-en",
        ),
        good(
            "Они сами",
            "The ministers blamed themselves; it sells itself. The bank, whose owners pay, protects itself. The girls let the cat wash itself.",
            languages="ru-en",
        ),
    ),
)
