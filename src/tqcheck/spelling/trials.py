"""What a word in context may be a slip of: rare, short and real words, words split in two, words glued together.

The bounds were read off 6,000 human reference translations of news (128,000 words), on which slips leave 0.2 findings in
1,000 words, half of them true, splits one and glued words four, of which three are true; of words split or glued by
chance in the same text 99% and 80% are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from tqcheck.fluency.tokens import Tokens
from tqcheck.names.tables import english_capitals, english_words
from tqcheck.spelling.context import Option, Trial
from tqcheck.spelling.distant import by_ear, distant
from tqcheck.spelling.english import is_word
from tqcheck.spelling.neighbours import Edit, Slip
from tqcheck.spelling.slips import UNLISTED, function_words, rarity, slips
from tqcheck.spelling.words import common, made_of

# Tokens that the model expects so much (log-probability, nats) are no slips.
EXPECTED = -5.5
# Least gain: of a rare or unknown word that a letter left out, doubled or swapped makes of the one meant, of another
# edit in it, of a real word, of a real word with a letter too many, and of a letter that stands alone.
_RARE, _RARE_OTHERWISE, _REAL, _REAL_ADDED, _LETTER = 5.0, 10.0, 8.0, 12.0, 8.0
# Least lead of the word meant (hundredths of a bel), in the same order; a real word is mistyped into a rarer one.
_RARE_LEAD, _OTHERWISE_LEAD, _REAL_LEAD, _ADDED_LEAD = 150, 250, 60, 150
# Least gain of a word spelt by ear.
_BY_EAR = 6.0
# A wrong letter inside a word of more than so many leaves few others that it may be (seperate), and needs less of a lead.
_LONG, _LONG_LEAD = 7, 200
# `i` is no English word.
_PRONOUN = 2.0
# Words in one or in two: two tokens made one gain by their number alone, compounds (health care, per cent) up to 5.
_JOINED, _PARTED = 6.0, 6.0
# Of two common words a compound may be made, and both be written (back yard, per cent).
_JOINED_WORDS = 12.0
# The rarest word that may be meant (hundredths of a bel), that is split, and that is glued to another.
_RAREST, _RAREST_SPLIT, _RAREST_GLUED = 560, 560, 480
# The rarest word of two letters that is no abbreviation (of, be, we), and that stands twice without a space (thethe).
_TWO_LETTERS = 300
# Endings of inflection: which form is right is a matter of grammar.
_ENDINGS = frozenset(["", "s", "d", "r", "n", "y", "es", "ed", "er", "ers"])
# A hyphen before these is left hanging on purpose: two- or three-storey.
_SUSPENDED = frozenset("and or to nor but versus".split())


def mistyped(
    text: int, tokens: Tokens, expected: Sequence[float], is_tried: Callable[[int], bool]
) -> Iterator[Trial]:
    """Words that may be slips. `expected`: the log-probabilities of the tokens; `is_tried`: by their places."""
    words = tokens.words
    for at, word in enumerate(words):
        if expected[at] > EXPECTED or not is_tried(tokens.spans[at].start) or not _stands_free(words, at):
            continue
        options = (_slips(word) or distant(word)) if word.islower() else _slips_of_capital(word)
        if options:
            yield Trial(text, at, 1, options)


def glued(text: int, tokens: Tokens, is_tried: Callable[[int], bool]) -> Iterator[Trial]:
    """Unknown words that two words make."""
    for at, word in enumerate(tokens.words):
        if is_tried(tokens.spans[at].start) and _stands_free(tokens.words, at) and (options := _parts(word)):
            yield Trial(text, at, 1, options)


def split(text: int, tokens: Tokens, source: str) -> Iterator[Trial]:
    """Two tokens that make one word, with a space between them, or a hyphen and a space."""
    words, spans = tokens.words, tokens.spans
    for at in range(len(words) - 1):
        left = words[at]
        if not (left[1:].islower() or left == "a") or not left.isascii():
            continue
        right = at + 1
        hyphen = words[right] == "-" and spans[at].end == spans[right].start and right + 1 < len(words)
        right += hyphen
        if (
            not words[right].islower()
            or len(words[right]) < 2
            or (len(left) < 2 and left != "a")
            or spans[right].start != spans[right - 1].end + 1
        ):
            continue
        if at and spans[at - 1].end == spans[at].start and words[at - 1] in "-/’'":
            continue
        if (hyphen and words[right] in _SUSPENDED) or not source[spans[right - 1].end].isspace():
            continue
        whole = left.lower() + words[right]
        if common().get(whole, UNLISTED) < _RAREST_SPLIT and whole in english_words():
            joined = left + words[right]
            apart = (
                not hyphen
                and min(len(left), len(words[right])) > 2
                and max(rarity(left.lower()), rarity(words[right])) < _RAREST_GLUED
            )
            yield Trial(text, at, right - at + 1, (Option((joined,), _JOINED_WORDS if apart else _JOINED),))


@lru_cache(maxsize=65536)
def _slips(word: str) -> tuple[Option, ...]:
    if len(word) == 1:
        return _of_letter(word)
    return tuple(
        Option((slip.meant,), gain)
        for slip in slips(word)
        if slip.rank < _RAREST
        and slip.meant in english_words()
        and (gain := _least_gain(word, slip, rarity(word) - slip.rank)) is not None
    )


@lru_cache(maxsize=65536)
def _slips_of_capital(word: str) -> tuple[Option, ...]:
    """Of a word that begins a sentence: only an unknown one, for many a name is a rare word."""
    lower = word.lower()
    if len(word) < _SHORTEST_CAPITAL or is_word(lower) or lower.capitalize() in english_capitals():
        return ()
    return tuple(
        Option((option.words[0].capitalize(),), _CAPITAL)
        for option in _slips(lower)
        if option.least <= _RARE and common()[option.words[0]] < _COMMON
    )


# A name that begins a sentence has its neighbours, too: only words used once in 10,000 are meant, and must fit well.
_SHORTEST_CAPITAL, _CAPITAL, _COMMON = 4, 8.0, 400


def _of_letter(letter: str) -> tuple[Option, ...]:
    if letter == "a":
        return ()
    if letter == "i":
        return tuple(Option((each,), _PRONOUN) for each in ("is", "in", "it"))
    meant = (slip.meant for slip in slips(letter) if slip.edit is Edit.MISSING and slip.rank < _TWO_LETTERS)
    return tuple(Option((each,), _LETTER) for each in meant if each in english_words())


def _least_gain(word: str, slip: Slip, lead: int) -> float | None:
    close = slip.edit in (Edit.MISSING, Edit.SWAPPED, Edit.DOUBLED)
    if not is_word(word):
        plural = slip.meant == f"{word}s" and not slip.meant.endswith("ss")
        if plural or word == f"{slip.meant}s":
            return None
        if close:
            return _RARE if lead >= _RARE_LEAD else None
        long = len(word) >= _LONG and not (slip.first or slip.last)
        if long and lead >= _LONG_LEAD and by_ear(word, slip) and not made_of(word):
            return _BY_EAR
        enough = _LONG_LEAD if long and len(word) > _LONG else _OTHERWISE_LEAD
        return _RARE_OTHERWISE if lead >= enough and not made_of(word) else None
    if len(word) > 3 and _inflected(word, slip.meant):
        return None
    if close:
        return _REAL if lead >= _REAL_LEAD else None
    return _REAL_ADDED if slip.edit is Edit.ADDED and not slip.first and lead >= _ADDED_LEAD else None


def _inflected(one: str, other: str) -> bool:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same > 2 and one[same:] in _ENDINGS and other[same:] in _ENDINGS


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[Option, ...]:
    if len(word) < 4 or is_word(word):
        return ()
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
    return tuple(
        Option((left,) if left == right else (left, right), _compound_gain(word))
        for left, right in cuts
        if max(common().get(left, UNLISTED), common().get(right, UNLISTED)) < _RAREST_GLUED
        and all(part in _LETTERS if len(part) == 1 else part in english_words() for part in (left, right))
        and (left != right or common()[left] < _TWO_LETTERS)
    )


def _compound_gain(word: str) -> float:
    """A word that a list has may be a compound that the dictionary lacks (barcode, takeup)."""
    return _JOINED_WORDS if rarity(word) < UNLISTED and not function_words(word) else _PARTED


_LETTERS = frozenset("ai")


def _stands_free(words: Sequence[str], at: int) -> bool:
    """Is a token no part of a compound with hyphens, and a single letter between two words, not a variable?"""
    beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    if len(words[at]) == 1:
        return len(beside) == 2 and all(
            len(word) > 1 and word.isalpha() and word.islower() for word in beside
        )
    return "-" not in beside
