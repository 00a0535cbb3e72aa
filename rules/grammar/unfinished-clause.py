"""A sentence whose every verb stands in a relative or other subordinate clause: the main clause never ends."""

from __future__ import annotations

import re
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
    is_prose_sentence,
)
from tqcheck.api.english import IRREGULAR, may_be_verb

# A main clause and n relative ones have n + 1 finite verbs. Whatever might be one by its form is counted: on 40,000
# published English sentences nothing is found with that, on sentences made for the purpose 10 of 12.
_LEAST_WORDS = 8
_NOT_PLAIN = re.compile(r"[:;!?…—–*/#<>|()\[\]\"“”«»]|\.\.| - ")
_RELATIVE = frozenset("which who whom whose".split())
_AUXILIARIES = frozenset(
    "be been being am is are was were isn't aren't wasn't weren't have has had having haven't hasn't hadn't".split()
)
_MODALS = frozenset(
    "can could will would shall should may might must cannot do does did don't doesn't didn't won't help let make".split()
)
_PASTS = frozenset(past for past, _ in IRREGULAR.values())


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    if text is None:
        return
    tokens = facts[Syntax].tokens
    for sentence in text.sentences:
        marked = sentence.of(text.text).rstrip()
        if not marked.endswith(".") or _NOT_PLAIN.search(marked) or not is_prose_sentence(text, sentence):
            continue
        own = [token for token in tokens if sentence.contains(token.span)]
        words = [token.span.of(text.text).lower().replace("’", "'") for token in own]
        if len(own) < _LEAST_WORDS or own[0].upos not in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"}:
            continue
        openers = [i for i in range(1, len(own)) if _opens(words, own, i)]
        if not openers:
            continue
        verbs = _verbs(text.text, words, own)
        if [v for v in verbs if v < openers[0]] or len(verbs) > len(openers):
            continue
        if len(verbs) == len(openers) == 1:  # "A man who knew too much.": people write so
            continue
        yield Hit(
            "The main clause has no verb: each verb of this sentence belongs to a subordinate clause.",
            target=Span(sentence.start, sentence.start + len(marked)),
        )


def _opens(words: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    """Whether a relative clause begins here."""
    if words[at] in _RELATIVE:
        return words[at + 1 : at + 2] != ["to"]
    return (
        words[at] == "that"
        and tokens[at - 1].upos in {"NOUN", "PROPN"}
        and at + 1 < len(tokens)
        and (tokens[at + 1].is_finite or tokens[at + 1].upos == "PRON")
    )


def _verbs(text: str, words: Sequence[str], tokens: Sequence[Token]) -> list[int]:
    """The finite verbs, and whatever may be one after all."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        if not (
            token.is_finite
            or token.maybe_finite
            or "'" in words[at][1:-1]
            or _may_be_one(text, words, tokens, at)
        ):
            continue
        if found and found[-1] == at - 1 and tokens[at - 1].upos == "AUX":
            continue
        found.append(at)
    return found


def _may_be_one(text: str, words: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    """Whether the form allows a verb that the tagger has taken for a participle or a noun."""
    word, token = words[at], tokens[at]
    if token.verb_form == "Inf" and words[at - 1] != "to":
        return not _MODALS.intersection(words[max(0, at - 3) : at])
    past = word in _PASTS or (word.endswith("ed") and token.upos in {"VERB", "ADJ", "NOUN"})
    if past and not _AUXILIARIES.intersection(words[max(0, at - 3) : at]):
        if token.upos == "ADJ" and tokens[at - 1].upos == "DET":
            return False
        agent = (
            words[at + 1 : at + 2] == ["by"] and not text[tokens[at + 1].span.end :].lstrip()[:1].isdigit()
        )
        return not agent
    closed = at + 1 == len(tokens) or tokens[at + 1].upos in {
        "ADP",
        "ADV",
        "DET",
        "ADJ",
        "PRON",
        "SCONJ",
        "NOUN",
        "PROPN",
        "PART",
    }
    behind = tokens[at - 1].upos in {"NOUN", "PROPN", "ADV", "PRON", "NUM"} if at else False
    return (
        behind
        and closed
        and token.upos not in {"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ"}
        and may_be_verb(word)
    )


RULE = Rule(
    id="unfinished-clause",
    summary="A main clause that never gets its verb",
    why="The reader waits for what is said of the subject, and it never comes.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Syntax,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "两国2015年签署了该协议。",
            "The agreement, which the two sides that signed it in 2015.",
            marks=["The agreement, which the two sides that signed it in 2015."],
            languages="zh-en",
        ),
        bad(
            "Министр посетил компанию, основанную в 1990 году.",
            "The company that was founded in 1990, which the minister who visited it on Monday.",
            marks=["The company that was founded in 1990, which the minister who visited it on Monday."],
            languages="ru-en",
        ),
        bad(
            "Ingenieure bauten die Brücke in zwei Jahren.",
            "The bridge over the river, which engineers who built it in two years with steel from the north.",
            marks=[
                "The bridge over the river, which engineers who built it in two years with steel from the north."
            ],
            languages="de-en",
        ),
        bad(
            "部长在会谈中表示感谢。",
            "The minister, who in the talks with the head of the port authority, which is owned by the state.",
            marks=[
                "The minister, who in the talks with the head of the port authority, which is owned by the state."
            ],
            languages="zh-en",
        ),
        bad(
            "Los ministros asistieron a la cumbre.",
            "The ministers who attended the summit in the capital, which was held in May.",
            marks=["The ministers who attended the summit in the capital, which was held in May."],
            languages="es-en",
        ),
        bad(
            "工人受雇于该厂。",
            "The workers who were employed at the plant, whose owner is a bank in the capital.",
            marks=["The workers who were employed at the plant, whose owner is a bank in the capital."],
            languages="zh-en",
        ),
        bad(
            "法院审查该法两年。",
            "The law, which in the opinion of the court that examined it for two years.",
            marks=["The law, which in the opinion of the court that examined it for two years."],
            languages="zh-en",
        ),
        bad(
            "島の住民は魚で暮らしている。",
            "The island, whose inhabitants, who live on fish.",
            marks=["The island, whose inhabitants, who live on fish."],
            languages="ja-en",
        ),
        bad(
            "Судно собрало данные.",
            "The data that were collected by the ship, which belongs to the university.",
            marks=["The data that were collected by the ship, which belongs to the university."],
            languages="ru-en",
        ),
        good(
            "两国2015年签署的协议仍然有效。",
            "The agreement, which the two sides that share a border signed in 2015, still holds.",
            languages="zh-en",
        ),
        good(
            "Те, кто живёт у моря, знают его.",
            "The people who live in the towns that lie by the sea know its ways. Workers who came from the north man the ships that leave at night.",
            languages="ru-en",
        ),
        good(
            "Ein Mann, der zu viel wusste.",
            "A man who knew far too much about the harbour.",
            languages="de-en",
        ),
        good(
            "Welche Häfen er meint, wer weiß?",
            "Which ports he means is a question that only those who were there can answer.",
            languages="de-en",
        ),
    ),
)
