"""What a sentence could be with one edit: the proposals of the tagger's labels at a token."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tqcheck.edits.labels import DELETE, FORM, FORMS, INSERT, MORPH, ORDER, REPLACE, SPELL, word_class
from tqcheck.edits.network import DATA, lines
from tqcheck.names.english import is_english_word
from tqcheck.spelling.neighbours import neighbours

_CONTENT = {"NOUN", "VERB"}  # a missing word that no closed list has
_AUXILIARIES = frozenset(
    "am is are was were be do does did have has had can could may might must shall should will would".split()
)
_NEGATIONS = frozenset("not 't don doesn didn".split())
_FLOATING = frozenset(
    "all both each only also just still already never ever often always now then even".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end` become `tokens`."""

    start: int
    end: int
    tokens: tuple[str, ...]

    def applied(self, sentence: Sequence[str]) -> list[str]:
        """The sentence with this edit."""
        return [*sentence[: self.start], *self.tokens, *sentence[self.end :]]


@dataclass(frozen=True, slots=True)
class Forms:
    """The other forms of a word: `inflected` by (word, wanted form), `derived` of the same stem."""

    inflected: Mapping[tuple[str, str], tuple[str, ...]]
    derived: Mapping[str, tuple[str, ...]]


@cache
def forms(folder: Path = DATA) -> Forms:
    """The tables of the package."""
    inflected = defaultdict[tuple[str, str], dict[str, None]](dict)
    for line in lines("forms_en", folder):
        row = line.split("\t")
        for word in filter(None, row):
            for name, form in zip(FORMS, row, strict=True):
                if form and form != word:
                    inflected[(word, name)][form] = None
    derived = (line.split("\t") for line in lines("derived_en", folder))
    return Forms(
        {key: tuple(found) for key, found in inflected.items()}, {word: tuple(o) for word, *o in derived}
    )


def candidates(sentence: Sequence[str], at: int, label: str, tables: Forms) -> Iterator[Candidate]:
    """The edits that a label at a token may mean, the likeliest first."""
    word = sentence[at]
    if label == ORDER:
        orders = (*_swaps(sentence, at), *_swaps(sentence, at - 1), *_moves(sentence, at))
        yield from (_recased(sentence, edit) for edit in orders if not _floats(sentence, edit))
    elif label == DELETE:
        yield _recased(sentence, Candidate(at, at + 1, ()))
    elif label.startswith(INSERT):
        missing = label.removeprefix(INSERT)
        if missing not in _CONTENT:
            yield _recased(sentence, Candidate(at, at + 1, (_written(missing), word)))
    elif label.startswith(REPLACE):
        yield Candidate(at, at + 1, (_like(label.removeprefix(REPLACE), word, first=at == 0),))
    elif label.startswith(FORM):
        for form in tables.inflected.get((word.lower(), label.removeprefix(FORM)), ()):
            yield Candidate(at, at + 1, (_like(form, word),))
    elif label == MORPH:
        for form in tables.derived.get(word.lower(), ()):
            yield Candidate(at, at + 1, (_like(form, word),))
    elif label == SPELL:
        for slip in neighbours("en").of(word.lower()):
            yield Candidate(at, at + 1, (_like(slip.meant, word, first=at == 0),))


def _swaps(sentence: Sequence[str], start: int) -> Iterator[Candidate]:
    """Two words that begin at `start`, each with its hyphens and clitic, with or without the comma behind it."""
    for middle in _ends(sentence, start):
        for end in _ends(sentence, middle):
            yield Candidate(start, end, (*sentence[middle:end], *sentence[start:middle]))


def _moves(sentence: Sequence[str], at: int) -> Iterator[Candidate]:
    """The word goes two or three places on or back, over words alone."""
    word = sentence[at]
    for distance in (2, 3):
        end, start = at + distance + 1, at - distance
        if end <= len(sentence) and all(other[0].isalnum() for other in sentence[at:end]):
            yield Candidate(at, end, (*sentence[at + 1 : end], word))
        if start >= 0 and all(other[0].isalnum() for other in sentence[start : at + 1]):
            yield Candidate(start, at + 1, (word, *sentence[start:at]))


def _floats(sentence: Sequence[str], edit: Candidate) -> bool:
    """Whether both orders are English: an auxiliary may stand before its subject (in questions, after “only” and “nor”), an
    adverb or quantifier before or behind one (“do not all”, “has only”), one in -ly on either side of a verb (“recently
    added”); a capital letter that names something stands behind its kind (“vitamin A”), and so does a number (“at kilometre
    30”). Of figures alone nobody knows the order.
    """
    words = [word.lower() for word in sentence[edit.start : edit.end]]
    inside = sentence[max(1, edit.start) : edit.end]
    if any(len(word) == 1 and word.isupper() and word != "I" for word in inside):
        return True
    if len(words) == 2 and any(
        _is_adverb(adverb) and verb.endswith(("ed", "ing", "en")) for adverb, verb in (words, words[::-1])
    ):
        return True
    numbered = edit.end < len(sentence) and sentence[edit.end][0].isdigit()
    if len(words) == 2 and numbered and word_class(words[0]) == "PREP" and word_class(words[1]) == "OTHER":
        return True
    if all(not word[0].isalpha() for word in words):
        return True
    if words[0] in _AUXILIARIES and edit.tokens[-1].lower() == words[0] and len(words) == 2:
        return True
    others = [word for word in words if word not in _AUXILIARIES and word not in _NEGATIONS]
    return len(others) == 1 and others[0] in _FLOATING


def _is_adverb(word: str) -> bool:
    """recently, quickly; not Italy, family or reply."""
    stem = word.removesuffix("ly")
    return word != stem and len(stem) > 3 and is_english_word(stem)


def _ends(sentence: Sequence[str], start: int) -> Iterator[int]:
    last = len(sentence) - 1
    if not (0 <= start <= last and sentence[start][0].isalnum()):
        return
    end = start + 1
    while end < last and (sentence[end] == "-" and sentence[end + 1][0].isalnum()):
        end += 2
    while end < last and sentence[end][0] == "'" and len(sentence[end]) > 1:
        end += 1
    yield end
    if end < last and sentence[end] == ",":
        yield end + 1


def _written(word: str) -> str:
    return "I" if word == "i" else word


def _like(word: str, example: str, *, first: bool = False) -> str:
    """With a capital where the example has one."""
    if word == "i":
        return "I"
    capital = example[:1].isupper() and (first or example != "I")
    return word[:1].upper() + word[1:] if capital else word


def _recased(sentence: Sequence[str], edit: Candidate) -> Candidate:
    """The capital of the sentence's first word goes to what is first now."""
    if edit.start > 0 or not sentence[0][:1].isupper():
        return edit
    tokens = list(edit.tokens)
    for at, token in enumerate(tokens):
        if token == sentence[0] and at and token[1:].islower():
            tokens[at] = token.lower()
    if not tokens:
        if len(sentence) < edit.end + 1:
            return edit
        following = sentence[edit.end]
        return Candidate(edit.start, edit.end + 1, (following[:1].upper() + following[1:],))
    tokens[0] = tokens[0][:1].upper() + tokens[0][1:]
    return Candidate(edit.start, edit.end, tuple(tokens))
