"""A whole name as a reader sees it, its words, and what renders it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from tqcheck.model import Span
from tqcheck.names.english import CALENDAR, is_english_word
from tqcheck.names.model import NameKind, NameMention
from tqcheck.names.tables import english, english_capitals
from tqcheck.names.text import fold_word, words_of


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole name at one place of one side.

    `words` tell it apart: folded, or lemmas in the language that is not English; titles are no part of it.
    `bearer` is the tables' id of a country, city or organisation. `lost`: the other side surely ought to have it, and has not.
    """

    pair: str
    span: Span
    text: str
    words: tuple[str, ...]
    kind: NameKind
    certain: bool
    bearer: str = ""
    lost: bool = False
    linked: bool = False
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name of the source, of the target, or both where the one renders the other.

    `shared`: the target's name is another occurrence's, too, and counted there.
    """

    source: Whole | None
    target: Whole | None
    shared: bool = False


def is_own(word: str) -> bool:
    """A word that only names are made of, in English: no dictionary word, month or weekday."""
    lower = word.lower()
    if lower in CALENDAR or len(word.strip(".")) < 2:
        return False
    return lower in _FAMILIES or word in english_capitals() or not is_english_word(lower)


@cache
def bearers() -> Mapping[str, tuple[str, ...]]:
    """Id → English forms, the usual one first, of the countries, cities and organisations that the tables know."""
    return {bearer.id: bearer.english for group in english().values() for bearer in group}


# What stands before a name without being part of it.
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor president chancellor premier minister secretary chairman chairwoman chair senator "
    "sen rep gov governor mayor ambassador king queen prince princess pope sir lady lord judge justice general gen "
    "colonel col captain capt major maj lieutenant lt sergeant sgt father sister brother saint st director coach sheikh "
    "sultan emperor comrade madam madame".split()
)  # fmt: skip
# What opens a sentence right before a name; some of them are names as well (Here, May, Will).
_OPENERS = frozenset(
    "a an the and but or nor so yet if as at by for from in into of off on onto out over per since than then that this "
    "these those there here where when while who whom whose which why how what with without within until till to too "
    "under upon up via both each every either neither no not nor now once only even also still just later soon today "
    "tomorrow yesterday tonight after before again although because besides despite during like near next past "
    "can could did do does had has have is are was were may might must shall should will would let let's yes".split()
)
_BEFORE = _TITLES | _OPENERS
TOGETHER = frozenset({" ", "-", ". ", "\u00a0"})  # between the parts of a name
_INNER = re.compile(r"[\s·•・‧＝=‐‑-]+")  # between the parts of what the facts take for one name
# Family names of East Asia that are English words, too.
_FAMILIES = frozenset(
    "xi ma li hu fan pan sun tan tang wan ding dong song gong park kim lee moon pang ban seo noh".split()
)
# A hyphen and small letters after two words: Yoon Jae-ho; but Angela Merkel-led.
_SECOND_SYLLABLE = re.compile(r"[-‐‑](?!(?:led|era|like|made|run|born|based|type|style)\b)[a-z]{1,5}\b")


def whole_span(text: str, span: Span, beside: Sequence[Span] = (), *, fuller: bool = False) -> Span:
    """An English name without its title, with the first word of a sentence and the second syllable of a Korean name.

    A sentence's first word may be a dictionary word as well as a name (Anna Korhonen, Xi Jinping): it belongs to the name
    where it can, and so does any such word where the name is known to be `fuller`. `beside` are other names.
    """
    words = words_of(span.of(text))
    if len(words) > 1 and (more := _SECOND_SYLLABLE.match(text, span.end)):
        span = Span(span.start, more.end())
    before = [word for word in words_of(text) if word.span.end == span.start - 1][-1:]
    for word in before:
        free = word.folded not in _BEFORE and not any(word.span.overlaps(other) for other in beside)
        apart = text[word.span.end] not in TOGETHER
        surname = word.text.lower() in _FAMILIES
        if (word.initial or fuller or surname) and word.capital and free and not apart and is_own(word.text):
            return Span(word.span.start, span.end)
    titles = list(takewhile(lambda word: word.folded in _TITLES, words))
    rest = span.of(text)[titles[-1].span.end :].lstrip(" .-\u00a0") if titles else ""
    return Span(span.end - len(rest), span.end) if rest else span


def lemmas(mention: NameMention) -> list[str]:
    """The words of a name in the language that is not English, as far as they are known without their endings."""
    lemma = mention.text if not mention.entity or mention.entity in bearers() else mention.entity
    return [fold_word(part) or part for part in _INNER.split(lemma) if part]
