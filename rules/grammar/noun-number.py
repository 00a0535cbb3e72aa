"""A singular where the word before it wants a plural, or a plural where it wants a singular: “these bridge”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    Token,
    bad,
    good,
)
from tqcheck.api.english import may_be_verb, noun_number, plural, singular

# Determiners by the number that they want, and what to write for one where the noun is right.
_PLURAL = {"these": "this", "those": "that", "several": "", "many": "", "various": "", "numerous": ""}
_NUMERALS = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty".split())
_PLURAL |= dict.fromkeys(_NUMERALS, "")
_SINGULAR = {"this": "these", "a": "", "an": "", "each": "", "every": "", "another": ""}
# What may stand after the noun: nothing that would make it the first half of a compound.
_CLOSES = {"ADP", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "PART"}
# "a few", "every two weeks", "such a", "these kind of", and nouns of measure: "five foot tall", "three quarter".
_NO_HEADS = frozenset(
    "few dozen hundred thousand million billion foot pound stone kind sort type quarter half third fifth tenth time craft "
    "hertz dollars years hours minutes days weeks months miles metres meters lot lots plus per cent percent such one ones "
    "information evidence research equipment knowledge music work energy training weather traffic luggage furniture "
    "short long think thought bent left mesh dirt emojis personnel bedroom thumbs outweighs ball finish gold nil cannot software hardware money water air food fruit content material trouble people advice news police cattle front".split()
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    text, tokens = pair.target_text, facts[Syntax].tokens
    words = [token.span.of(text) for token in tokens]
    for index in range(len(words) - 1):
        wanted = _wanted(words, index)
        head = _head(text, tokens, words, index, wanted) if wanted else None
        if head is None or noun_number(words[head]) in {"", wanted}:
            continue
        yield Hit(
            f"“{words[index]}” goes with a {'plural' if wanted == 'Plur' else 'singular'}, “{words[head]}” is none.",
            target=Span(tokens[index].span.start, tokens[head].span.end),
            suggestions=tuple(_suggestions(text, tokens, words, index, head)),
        )


def _wanted(words: Sequence[str], index: int) -> str:
    """The number that a determiner asks for."""
    word, before = words[index].lower(), words[index - 1].lower() if index else ""
    if word in {"a", "an"} and before in {"such", "many", "quite"}:
        return ""
    return "Plur" if word in _PLURAL else "Sing" if word in _SINGULAR else ""


def _head(text: str, tokens: Sequence[Token], words: Sequence[str], index: int, wanted: str) -> int | None:
    """The noun next to a determiner, or behind one adjective, where nothing else can be the noun it goes with."""
    head = index + 1
    if words[head] == "few" or (
        words[index] == "A" and text[: tokens[index].span.start].rstrip("“\"‘' ")[-1:] not in {"", *".!?:\n"}
    ):
        return None  # "a few years", "Serie A clubs"
    if tokens[head].upos == "ADJ" and head + 1 < len(tokens) and tokens[head + 1].upos == "NOUN":
        head += 1
    noun = words[head]
    if (
        tokens[head].upos != "NOUN"
        or not noun.isalpha()
        or not noun.islower()
        or noun in _NO_HEADS
        or noun.endswith("ing")
    ):
        return None
    if any(text[tokens[at].span.end : tokens[at + 1].span.start] != " " for at in range(index, head)):
        return None
    behind = text[tokens[head].span.end : tokens[head].span.end + 1]
    following = tokens[head + 1] if head + 1 < len(tokens) else None
    closed = behind in {"", ",", ".", ";", ":", "!", "?", ")"} or (
        behind == " "
        and following is not None
        and following.span.start == tokens[head].span.end + 1
        and (following.upos in _CLOSES or (wanted == "Sing" and following.is_finite))
    )
    if wanted == "Plur" and (
        (behind == " " and words[index].lower() in _NUMERALS) or noun_number(plural(noun)) != "Plur"
    ):
        return None
    # "this applies", "those sell well", "a young man walks": a pronoun or another noun, and a verb.
    if not closed or (
        may_be_verb(noun)
        and not (
            behind in {".", ",", ";"} and words[index].lower() in {"several", "many"} and head == index + 1
        )
        and (
            head > index + 1
            or words[index].lower() in {"this", "these", "those", "many", "several", "each", "another"}
        )
        and not (following is not None and behind == " " and following.upos == "AUX")
    ):
        return None
    return head


def _suggestions(
    text: str, tokens: Sequence[Token], words: Sequence[str], index: int, head: int
) -> Iterator[str]:
    word, noun = words[index], words[head]
    between = text[tokens[index].span.end : tokens[head].span.start]
    yield word + between + (singular(noun) if noun_number(noun) == "Plur" else plural(noun))
    other = _PLURAL.get(word.lower()) or _SINGULAR.get(word.lower())
    if other:
        yield (other.capitalize() if word[0].isupper() else other) + between + noun


RULE = Rule(
    id="noun-number",
    summary="A singular after a word that wants a plural, or the other way round",
    why="One or several: the reader cannot tell what was meant.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    needs=(Syntax,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "这些港口很重要。",
            "Among these harbour of the north, Narvik has several reason.",
            marks=["these harbour", "several reason"],
            suggestion="these harbours",
            languages="zh-en",
        ),
        bad(
            "Он купил билет на этот паром.",
            "He bought a tickets for this small ferries.",
            marks=["a tickets", "this small ferries"],
            suggestion="a ticket",
            languages="ru-en",
        ),
        bad(
            "항구에는 많은 회사가 있다.",
            "There are many company in the port.",
            marks=["many company"],
            suggestion="many companies",
            languages="ko-en",
        ),
        good(
            None,
            "This applies to a few ports. These harbour fees rose, as many think; a members-only club of the Serie A "
            "clubs has a two-mile pier, these girls mess about, and a mother walks by every few days.",
            languages="und-en",
        ),
        good(
            "Многие верят, что эта серия закончится.",
            "Many believe this series ends here; those left behind, and several fishing boats, are five foot tall.",
            languages="ru-en",
        ),
    ),
)
