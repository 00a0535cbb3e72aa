"""The inflections of English words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse",
    "people": "person", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf", "halves": "half",
    "shelves": "shelf", "wolves": "wolf", "thieves": "thief", "crises": "crisis", "analyses": "analysis",
    "bases": "basis", "theses": "thesis", "hypotheses": "hypothesis", "phenomena": "phenomenon", "criteria": "criterion",
    "indices": "index", "matrices": "matrix", "vertices": "vertex",
}  # fmt: skip
_VERBS = {
    "bought": "buy", "sold": "sell", "built": "build",
    "held": "hold", "led": "lead", "made": "make", "paid": "pay", "ran": "run", "said": "say", "sent": "send",
    "spent": "spend", "taught": "teach", "took": "take", "taken": "take", "told": "tell", "won": "win", "wrote": "write",
    "written": "write", "gave": "give", "given": "give", "grew": "grow", "grown": "grow", "fought": "fight", "fell": "fall",
    "fallen": "fall", "chose": "choose", "chosen": "choose", "broke": "break", "broken": "break", "drove": "drive",
    "driven": "drive", "rose": "rise", "risen": "rise", "lent": "lend", "left": "leave", "kept": "keep", "met": "meet",
    "lost": "lose", "brought": "bring", "thought": "think", "sought": "seek", "caught": "catch", "found": "find",
    "stood": "stand", "understood": "understand", "withdrew": "withdraw", "withdrawn": "withdraw", "shot": "shoot",
}  # fmt: skip
_NO_PLURAL = re.compile(r"(?:ss|us|is)$|^(?:news|series|species|means|politics|economics)$")


def english_keys(word: str, part: str = "") -> Iterator[str]:
    """What a lower-case word may be an inflection of, in its American spelling and its own."""
    ours = american(word)
    yield ours
    yield from inflected(ours, part)
    yield from map(american, inflected(word, part))


COMPARED = frozenset({"adjective", "adverb"})
"""Parts of speech that have degrees."""
_DEGREES = {
    "better": "good",
    "best": "good",
    "worse": "bad",
    "worst": "bad",
    "further": "far",
    "furthest": "far",
}


def inflected(word: str, part: str = "") -> Iterator[str]:
    """What a word may be an inflection of, but itself: a noun's or a verb's, or that of one part of speech."""
    if part in COMPARED:
        yield from base_degrees(word)
        return
    if part != "verb":
        yield from filter(None, (_PLURALS.get(word),))
    if part != "noun":
        yield from filter(None, (_VERBS.get(word),))
    if len(word) < 4:
        return
    yield from _without_s(word)
    if part != "noun":
        yield from _without_ending(word, ("ed", "ing"))


def base_degrees(word: str) -> Iterator[str]:
    """What an English word may be the comparative or superlative of."""
    if word in _DEGREES:
        yield _DEGREES[word]
    if len(word) > 4:
        yield from _without_ending(word, ("er", "est"))


def _without_s(word: str) -> Iterator[str]:
    if word.endswith("s") and not _NO_PLURAL.search(word):
        if word.endswith("ies") and len(word) > 4:
            yield word[:-3] + "y"
        if re.search(r"(?:s|x|z|ch|sh|o)es$", word):
            yield word[:-2]
        yield word[:-1]
        if word.endswith("men"):
            yield word[:-3] + "man"


def _without_ending(word: str, endings: Iterable[str]) -> Iterator[str]:
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3 or not re.search("[aeiouy]", stem):
            continue
        yield stem
        yield stem + "e"
        if ending != "ing" and stem.endswith("i"):
            yield stem[:-1] + "y"
        if stem[-1] == stem[-2] and stem[-1] not in "sz":  # planned, cancelled; but: assessed, buzzed
            yield stem[:-1]


# British and American spelling are one word to a glossary.
_BRITISH = (
    (re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"), (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"([a-z]{2,})our(s|ed|ing|able|ite|ites)?$"), r"\1or\2"), (re.compile(r"([a-z]{2,}t)re(s)?$"), r"\1er\2"),
    (re.compile(r"ence$"), "ense"), (re.compile(r"ogue(s)?$"), r"og\1"), (re.compile(r"amme(s)?$"), r"am\1"),
)  # fmt: skip


def american(word: str) -> str:
    """A lower-case word in what is mostly its American spelling: a key that both spellings share."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return word
