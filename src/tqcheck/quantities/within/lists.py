"""Figures listed in a sentence, what each counts, and what leads over to the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from tqcheck.quantities.model import Quantity
from tqcheck.quantities.within.phrases import Complement, Phrases
from tqcheck.quantities.within.skeleton import MARK, Sentence

_NOUN, _NOUN_TIGHT = 5, 8  # words (characters in Chinese) that may name what a figure counts
_LEAD = 3  # words between "of whom" and the first part: "a mere", "there were"
LONGEST = 12  # parts: longer lists are tables
_NEAR = 60  # characters between a total and "of whom"
COMMA = re.compile(r"[,;、，；]")
_OPENED = re.compile(r"[:：(（—–]|\s-\s")
STOPS = re.compile(r"[.:()（）：。\"“”«»—–=+*/%]")
_GOES_ON = re.compile(r"[,、，]\s*\S{0,12}\s?$")


class Link(IntEnum):
    """What stands between a total and its parts, the loosest first."""

    INCLUDING = 1
    APPOSED = 2
    OF_THEM = 3
    COLON = 4
    MADE_OF = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of a list; `words`: what stands around it, itself as MARK."""

    figure: Quantity
    words: str


def link(gap: str, known: Phrases) -> tuple[Link, str] | None:
    """How a total leads over to its first part, and the few words right before that part."""
    if len(gap) > _NEAR:
        return None
    for how, pattern in (
        (Link.MADE_OF, known.made_of),
        (Link.OF_THEM, known.of_them),
        (Link.INCLUDING, known.including),
    ):
        *_, last = (None, *pattern.finditer(gap))
        if last is not None and not STOPS.search(gap, last.end()):
            return (how, gap[last.end() :]) if _is_short(gap[last.end() :], known) else None
    *_, opened = (None, *_OPENED.finditer(gap))
    if opened is None or COMMA.search(gap) or len(gap[: opened.start()].split()) > _NOUN:
        return None
    return (Link.COLON, gap[opened.end() :]) if _is_short(gap[opened.end() :], known) else None


def _is_short(words: str, known: Phrases) -> bool:
    return len(words.split()) <= _LEAD if known.spaced else len(words) <= _NOUN_TIGHT


def parts_from(
    sentence: Sentence, first: int, before: str, known: Phrases, last: int | None = None
) -> tuple[list[Part], int]:
    """The parts listed from a figure on, and the index after the last of them."""
    parts, index = list[Part](), first
    while True:
        gap = sentence.gap(index + 1)
        more = index + 1 < len(sentence.figures) and index != last and len(parts) < LONGEST
        halves = split(gap, known) if more else None
        after = halves[0] if halves else re.split(r"[,;.、，；。:：()（）]", gap, maxsplit=1)[0][:40]
        parts.append(Part(sentence.figures[index], f"{before} {MARK} {after}"))
        index += 1
        if halves is None:
            return parts, index
        before = halves[1]


def split(gap: str, known: Phrases) -> tuple[str, str] | None:
    """What stands between two parts of a list: what the first counts, and what leads to the second."""
    if len(gap) > 50 or STOPS.search(gap):
        return None
    joints = (
        [*COMMA.finditer(gap), *known.and_.finditer(gap)] if known.spaced else [*known.and_.finditer(gap)]
    )
    if not joints:
        return (gap, "") if not known.spaced and gap in {"男", "女", "胜", "平", "勝"} else None
    joints.sort(key=lambda match: match.start())
    if any(gap[one.end() : two.start()].strip() for one, two in pairwise(joints)):
        return None
    after, before = gap[: joints[0].start()].strip(), gap[joints[-1].end() :].strip()
    if any(other.search(gap) for other in (known.others, known.of_them, known.including, known.total_before)):
        return None
    if known.spaced:
        fits = len(after.split()) <= _NOUN and len(before.split()) <= 2
    else:
        fits = len(after) <= _NOUN_TIGHT and len(before) <= _NOUN_TIGHT
    return (after, before) if fits else None


def is_closed(sentence: Sentence, end: int, known: Phrases) -> bool:
    """Whether a list is over after its last figure: nothing says that more belongs to it."""
    rest = sentence.gap(end)
    clause = re.split(r"[.;:()（）。；：]", rest, maxsplit=1)[0]
    if known.others.search(rest[:40]) or (known.spaced and known.and_.search(clause)):
        return False
    return end == len(sentence.figures) or not _GOES_ON.search(rest[-16:])


def complement(parts: Sequence[Part], known: Phrases) -> Complement | None:
    """The nouns that share no member which the parts count, each part another."""
    for kinds in known.complements:
        places = [
            [index for index, noun in enumerate(kinds.nouns) if noun.search(part.words)] for part in parts
        ]
        if all(len(place) == 1 for place in places) and len({place[0] for place in places}) == len(parts):
            return kinds
    return None
