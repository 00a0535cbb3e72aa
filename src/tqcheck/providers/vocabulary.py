"""The target's words that are none. English only: for other targets no word list was found precise enough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, UnknownWord, Vocabulary
from tqcheck.model import Span
from tqcheck.names import slips, spelling
from tqcheck.names.english import is_english_word
from tqcheck.providers import Provider, Resources

# A word of plain letters, no part of an address, tag, file name, formula or word with digits.
_WORD = re.compile(
    r"(?<![\w@#/\\&.'’`~<=:-])[A-Za-z]?[a-z]{3,}(?:-[a-z]{2,})*(?![\w@/\\=_<>]|['’]\w|\.\w|-\w|:\w)"
)
# Hundredths of a bel below the commonest word: once in 30,000 words, in 100,000, and rarer than all.
_COMMON, _FREQUENT, _RARE = 450, 500, 999
USUAL = 3  # written so often, it is the article's own word


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Vocabulary]:  # noqa: ARG001
    """The unknown words of each pair's target. Raises ResourceUnavailable for a target that is not English."""
    if primary_language(article.target_language) != "en":
        raise ResourceUnavailable(
            f"No word list for {article.target_language}", "Words are looked up in English only."
        )
    copied = {
        word.lower() for pair in article.pairs for word in re.findall(r"[A-Za-z]{3,}", pair.source_text)
    }
    counts = Counter(
        word.lower() for pair in article.pairs for word in re.findall(r"[A-Za-z]{4,}", pair.target_text)
    )
    capitals = {
        word.lower()
        for pair in article.pairs
        for word in re.findall(r"\b[A-Z][A-Za-z]{2,}", pair.target_text)
    }
    skip = copied | {word for word in capitals if counts[word] > 1}
    facts = {}
    for pair in article.pairs:
        if pair.target is not None:
            facts[pair.id] = Vocabulary(tuple(_unknown(pair.target_text, skip, counts)))
    return Gathered(facts, "English")


# The longest that is looked up: the longest common word of the lists has 18 letters. What is much longer is
# an identifier, an address or a run of words.
_LONGEST = 20


def _unknown(text: str, skip: set[str], counts: Counter[str]) -> Iterator[UnknownWord]:
    for match in _WORD.finditer(text):
        written = match.group()
        if written[0].isupper() and (not _initial(text, match.start()) or "-" in written):
            continue
        start = match.start()
        for part in written.split("-"):
            span = Span(start, start + len(part))
            start += len(part) + 1
            word = part.lower()
            if 3 < len(word) <= _LONGEST and word not in skip:
                found = _judge(word, capital=part != word, usual=counts[word] >= USUAL)
                if found is not None:
                    near = tuple(each.capitalize() if part != word else each for each in found)
                    yield UnknownWord(span, near)


def _judge(word: str, *, capital: bool, usual: bool) -> tuple[str, ...] | None:
    """None for a word; otherwise what it may have been meant to be (or nothing)."""
    if spelling.is_listed(word):
        rare = not (capital or usual or is_english_word(word) or word in spelling.common())
        return (slips.slip_of(word) or None) if rare else None
    if slips.impossible(word):
        return None if usual else _meant(word)
    if spelling.is_derived(word):
        return None
    if spelling.is_compound(word):  # coop-ration is a compound in form only
        near = slips.near(word)
        slip = near and not usual and len(word) > 6 and spelling.common()[near[0]] < _FREQUENT
        return near if slip else None
    joined = slips.run_together(word)
    if joined is not None and not capital:
        return (joined,)
    meant = _meant(word)
    if not meant:
        return None if usual or capital else ()
    common_enough = spelling.common().get(meant[0], _RARE) < _COMMON
    return meant if common_enough or not (usual or capital) else None


def _meant(word: str) -> tuple[str, ...]:
    return slips.near(word) or (slips.far(word) if len(word) > 7 else ())


def _initial(text: str, at: int) -> bool:
    return bool(re.search(r"(?:^|[.!?]\s)[\s\"'“‘(]*$", text[max(0, at - 6) : at]))


PROVIDER = Provider("vocabulary", Vocabulary, gather)
