"""Names swapped for others of their kind, left out, misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import regex as re

from tqcheck.bench.seed.known import CYRILLIC_PEOPLE, FIRST_NAMES, HONOURS, KNOWN, PEOPLE, TITLES, UNNAMED
from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import alternation
from tqcheck.model import Span

_CAPITALISED = r"\p{Lu}\p{Ll}+(?:[-’']\p{L}+)*"
_FULL_NAME = re.compile(
    rf"(?<![\w-]){alternation(FIRST_NAMES)}(?: [A-Z]\.)?(?: (?:al-|bin |van |von |de |da |dos )?{_CAPITALISED}){{1,2}}(?![\w-])"
)
# Of a name that begins before the first name that we know, only the end would be seen.
_MORE_BEFORE = re.compile(rf"(?<!(?:^|[.!?]\s)[“\"]?)\b(?!{alternation(HONOURS)} )\p{{Lu}}[\w.’'-]* $")
_KNOWN = re.compile(rf"(?<![\w-]){alternation(name for names in KNOWN.values() for name in names)}(?![\w-])")
# A part of a longer name: "Bank of China", "South China Sea", "Paris Agreement". A capital that begins a sentence
# says nothing.
_PART_BEFORE = re.compile(r"(?<!(?:^|[.!?]\s)[“\"]?)\b\p{Lu}[\w.’'-]* (?:(?:of|the|for|&) )*$")
_PART_AFTER = re.compile(r"(?: of(?: the)?)? \p{Lu}")
_SAYS = re.compile(r"\b(?:said|says|explained|explains|warned|added|stressed|told|by|to|with|from|of|for) $")
_TITLE = re.compile(rf"(?:\b[Tt]he (?:\w+ )?{alternation(TITLES)}|\b{alternation(HONOURS)}) $")
# A preposition that goes with its place. Not of a verb that needs one: "based in".
_IN = re.compile(
    r"(?<=[a-z])(?<!\b(?:based|located|situated|born|held|live|lives|lived|living|arrive|arrived|be|been|is|are|was|were)) (?:in|at|near|from) $"
)
_KIND = {name: kind for kind, names in KNOWN.items() for name in names}


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    text: str
    kind: str  # a key of KNOWN, or "person"


def _names(document: Document, text: str) -> Iterator[_Name]:
    """Names that are surely names, whole: known places and bodies (English), and people by their first name."""
    if document.target_lang == "en":
        for match in _KNOWN.finditer(text):
            if not _PART_BEFORE.search(text[: match.start()]) and not _PART_AFTER.match(text, match.end()):
                yield _Name(Span(*match.span()), match[0], _KIND[match[0]])
    for match in _FULL_NAME.finditer(text):
        words = match[0].removesuffix("’s").removesuffix("'s")
        if (
            words not in _KIND
            and not _MORE_BEFORE.search(text[: match.start()])
            and words.split()[-1] not in UNNAMED
        ):
            yield _Name(Span(match.start(), match.start() + len(words)), words, "person")


def _swaps(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """Another name of the same kind: one of the article first, as engines mix up what they have just read."""
    text = document.pairs[index].target
    edits = list[Edit]()
    everywhere = [name for pair in document.pairs for name in _names(document, pair.target)]
    for name in _names(document, text):
        others = {other.text for other in everywhere if other.kind == name.kind}
        people = PEOPLE.get(document.source_lang, PEOPLE[""])
        if re.match(r"\p{Cyrillic}", name.text):
            people = CYRILLIC_PEOPLE
        for pool in (sorted(others), people if name.kind == "person" else KNOWN[name.kind]):
            able = [other for other in pool if _unlike(other, name.text, text)]
            if able:
                edits.append(Edit(name.span, rng.choice(able)))
                break
    return edits


def _unlike(other: str, name: str, text: str) -> bool:
    return other not in text and not (set(other.split()) & set(name.split()))


def _drops(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A place with its preposition, a member of a list, a person after a title or before an apposition."""
    text = document.pairs[index].target
    if document.target_lang != "en":
        return []
    edits = list[Edit]()
    for name in _names(document, text):
        before, after = text[: name.span.start], text[name.span.end :]
        # Who or what is named again in the sentence is not missing from it.
        if any(word in before + after for word in name.text.split() if len(word) > 2):
            continue
        lost = _person_lost(before, after) if name.kind == "person" else _place_lost(before, after)
        if lost is not None:
            edits.append(Edit(Span(name.span.start - lost[0], name.span.end + lost[1]), ""))
    return edits


def _place_lost(before: str, after: str) -> tuple[int, int] | None:
    """How much goes with the name on either side; None where what is left would not read as a sentence."""
    if (lead := _IN.search(before)) and re.match(r"[.,;]? |[.;!?]$", after):
        return len(lead[0]), 0
    if re.search(r"[a-z,] $", before) and re.match(r", [A-Z]\w+(?:, [A-Z]\w+)* and [A-Z]", after):
        return 0, 2
    if re.search(r", $", before) and re.match(r" and [A-Z]", after):
        return 2, 0
    return None


def _person_lost(before: str, after: str) -> tuple[int, int] | None:
    if after.startswith(("’", "'")):
        return None
    if _SAYS.search(before):  # "said Maria Lopez, a teacher" → "said a teacher"
        return (0, 2) if re.match(r", (?:an?|the) ", after) else None
    return (1, 0) if _TITLE.search(before) else None


def _slips(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """One letter wrong in the longest word of a name."""
    text = document.pairs[index].target
    edits = list[Edit]()
    for name in _names(document, text):
        word = max(name.text.split(), key=len)
        start = name.span.start + name.text.index(word)
        if len(word) >= 5 and word.isalpha():
            edits += (
                Edit(Span(start, start + len(word)), slip) for slip in _slip(word, rng) if slip not in text
            )
    return edits


def _slip(word: str, rng: Random) -> Iterator[str]:
    """Slips that are no other spelling of the name: doubled letters, h, vowels and k for c are left alone."""
    swaps = [
        at
        for at in range(1, len(word) - 2)
        if word[at] != word[at + 1] and not {word[at], word[at + 1]} <= set("aeiouy")
    ]
    if swaps:
        at = rng.choice(swaps)
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    sure = [
        at
        for at in range(2, len(word) - 1)
        if word[at] in _NEAR and word[at] not in word[at - 1] + word[at + 1]
    ]
    if sure:
        at = rng.choice(sure)
        yield word[:at] + rng.choice(_NEAR[word[at]]) + word[at + 1 :]
        at = rng.choice(sure)
        yield word[:at] + word[at + 1 :]


# Consonants and their neighbours on the keyboard that no romanisation takes for them.
_NEAR = {
    "b": "nv",
    "d": "fs",
    "f": "gd",
    "g": "fb",
    "l": "kp",
    "m": "nk",
    "n": "mb",
    "p": "lo",
    "r": "tf",
    "s": "da",
    "t": "rg",
    "v": "bg",
}

name_swapped = in_one_pair(_swaps)
name_dropped = in_one_pair(_drops)
name_misspelt = in_one_pair(_slips)
