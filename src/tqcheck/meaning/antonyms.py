"""One word for its contrary: `data/antonyms.tsv` has the pairs, the lexicon tells what the source says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tqcheck.lexicon import english_words, of_word, stem
from tqcheck.lexicon.words import UNSPACED
from tqcheck.meaning.negation import negates
from tqcheck.model import Span

# The source has a word that is rendered by the one so often and by nothing else more often, and none that is rendered by the
# other more often than by chance. Of 80,000 human translations (ten languages → en) 40 are told, some three of them rightly: the
# rest say the contrary of the contrary ("harder to cry than to laugh"), or the lexicon errs. Of 200 good machine translations none;
# of the same with one word turned into some contrary of it, as often as not one that no list has, 40.
_LIKELY, _NEVER = 0.3, 0.01
_ENGLISH = re.compile(r"[a-z]+(?:-[a-z]+)*(?![a-z]|['’]t)", re.IGNORECASE)
# More than negates a clause: "no difficulty", "not long after".
_NEGATES = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|nor|without|cannot|hardly|\w+n['’]t)\b", re.IGNORECASE
)
_FOREIGN = re.compile(r"[^\W\d_]+(?:[\u0900-\u0963]|[^\W\d_])*")
# What turns a word into its contrary as a negation does: "weniger stark" is weak, and who loses the majority has a minority.
# `*` is the rest of a word.
_TURNS = {
    "en": "less least fewer los(?:e|es|t|ing|s|ses) refus* withdr* reject* lack* declin* stop* end ended fail* hardly",
    "de": "wenig* minder verlor* verlier* verlust* weiger* verweiger* zurückzieh* zurückgezogen abzieh* abgezogen entzieh* entzogen "
    "ablehn* abgelehnt* lehn* kaum mangel* verzicht*",
    "fr": "moins perd* perte* refus* retir* peu manqu* renon* cess*",
    "es": "menos perd* pierd* pérdid* rechaz* retir* neg* nieg* poco falt* renunci*",
    "pt": "menos perd* perc* recus* retir* rejeit* pouco falt* renunci*",
    "it": "meno perd* pers[oaie] rifiut* ritir* poco manc* rinunc*",
    "ru": "менее меньше потер* теря* утра* отказ* отзыв* отозв* вывод* выве* лиш* мало покин* уступ*",
    "uk": "менш* втра* відмов* відклик* позбав* мало",
    "pl": "mniej strac* trac* utra* odm* wycof*",
    "cs": "méně ztra* ztrát* odmít* stáh* stahu*",
    "zh": "不 暂停 暫停 没那么 沒那麼 不那么 不太 失 丧 喪 丢 拒 撤 退出 少 放弃 放棄 取消 缺",
    "ja": "失 拒 撤 少な 断 欠",
    "ko": "덜 잃 거부 거절 철회 철수",
}
# The Near East is West Asia.
_REGION = re.compile(r"\b(?:near|middle|far) east(?:ern)?\b|\bwest(?:ern)? asia", re.IGNORECASE)
_OF_REGIONS = ("east", "west")
# A source word of fewer letters (characters) is one of grammar, or part of another.
_SHORTEST, _SHORTEST_UNSPACED = 4, {"zh": 1, "ja": 2}
# The longest word of languages without spaces that is looked for, in characters.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Reversal:
    """A word of the source, what it likely means, and the contrary that the translation has."""

    source: Span
    means: str
    target: Span


@dataclass(frozen=True, slots=True)
class _Contrary:
    means: str
    words: frozenset[str]  # any of these renders what is meant, or may
    stems: tuple[str, ...]
    other_stems: tuple[str, ...]  # of the contrary, and of what may render it


_Piece = tuple[Span, Mapping[str, float]]


@cache
def _contraries() -> Mapping[str, tuple[_Contrary, ...]]:
    """English word → what it is the contrary of."""
    found: dict[str, list[_Contrary]] = {}
    text = (files("tqcheck.meaning") / "data" / "antonyms.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        first, second, near_first, near_second = (field.split() for field in line.split("\t"))
        for meant, other, near, near_other in (
            (first, second, near_first, near_second),
            (second, first, near_second, near_first),
        ):
            contrary = _Contrary(
                meant[0], frozenset((*meant, *near)), _stems(meant), _stems((*other, *near_other))
            )
            for word in other:
                found.setdefault(word, []).append(contrary)
    return {word: tuple(contraries) for word, contraries in found.items()}


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem(word) for word in words))


def reversals(source: str, target: str, language: str) -> Iterator[Reversal]:
    """The English words of a translation of whose contrary alone the source speaks.

    None where either side negates, or loses, refuses or lessens another thing: "did not fall" may be what grew. `language`
    is the source's.
    """
    words = {match[0].lower(): Span(*match.span()) for match in _ENGLISH.finditer(target)}
    candidates = [
        (word, contrary)
        for word in words
        for contrary in _contraries().get(word, ())
        if not contrary.words & words.keys()
    ]
    if not candidates or negates(source, language) or _NEGATES.search(target):
        return
    known = english_words(source, language)
    pieces: list[_Piece] = []
    turns, turns_in_english = _turns(source, language), _turns(target, "en")
    names_region = bool(_REGION.search(target))
    told = set[str]()
    for word, contrary in candidates:
        if word in told or max(known.get(each, 0.0) for each in contrary.stems) < _LIKELY:
            continue
        if names_region and contrary.means in _OF_REGIONS:
            continue
        if max(known.get(each, 0.0) for each in contrary.other_stems) > _NEVER:
            continue
        pieces = pieces or _pieces(source, language)
        place = _place(pieces, contrary.stems)
        if place and not _other_than(place, turns) and not _other_than(words[word], turns_in_english):
            told.add(word)
            yield Reversal(place, contrary.means, words[word])


def _turns(text: str, language: str) -> list[Span]:
    if language not in _TURNS:
        return []
    return [Span(*match.span()) for match in _turning(language).finditer(text)]


@cache
def _turning(language: str) -> re.Pattern[str]:
    body = "|".join(_TURNS[language].replace("*", r"\w*").split())
    return re.compile(body if language in (*UNSPACED, "ko") else rf"\b(?:{body})\b", re.IGNORECASE)


def _other_than(place: Span, turns: Iterable[Span]) -> bool:
    """Whether a word that turns others stands elsewhere than at this place."""
    return any(turn.end <= place.start or place.end <= turn.start for turn in turns)


def _place(pieces: Iterable[_Piece], stems: tuple[str, ...]) -> Span | None:
    """The one piece of a source that means this; None if several do."""
    places: list[Span] = []
    for span, known in pieces:
        meant = max(known.get(each, 0.0) for each in stems)
        if meant < _LIKELY or meant < max(known.values()):
            continue
        if places and span.start >= min(place.end for place in places):
            return None  # so that few places, all within a word's length, are left to compare
        places.append(span)
    shortest = [span for span in places if not any(_inside(other, span) for other in places)]
    return shortest[0] if len(shortest) == 1 else None


def _pieces(source: str, language: str) -> list[_Piece]:
    """The parts of a source that may be words, with what they mean; not those of unknown meaning."""
    look_up = of_word if language in UNSPACED else english_words
    known = ((span, look_up(span.of(source), language)) for span in _spans(source, language))
    return [(span, meanings) for span, meanings in known if meanings]


def _spans(source: str, language: str) -> Iterator[Span]:
    for match in _FOREIGN.finditer(source):
        if language not in UNSPACED:
            if match.end() - match.start() >= _SHORTEST:
                yield Span(*match.span())
            continue
        for start in range(match.start(), match.end()):
            for end in range(start + _SHORTEST_UNSPACED[language], min(match.end(), start + _LONGEST) + 1):
                yield Span(start, end)


def _inside(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end
