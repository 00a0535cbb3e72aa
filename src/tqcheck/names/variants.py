"""Two spellings or renderings of one name within one text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import word_bins
from tqcheck.names.romanise import fold
from tqcheck.names.tables import english, english_capitals
from tqcheck.names.text import fold_word, title_case, words_of


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of a name that stands beside another: `text` at `span` of text number `place`, `usual` elsewhere."""

    place: int
    span: Span
    text: str
    usual: str


# Letters that romanisations of one name disagree about; applied in turn, they make spellings of it alike.
_LOOSE = (
    ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("y", "i"), ("ie", "e"), ("ii", "i"), ("w", "v"), ("ph", "f"),
    ("ck", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("j", "i"),
)  # fmt: skip


def loose(word: str) -> str:
    """A key that Tokayev and Tokaev, Zelensky and Zelenskiy, Mohammed and Mohamed share."""
    letters = re.sub("[^a-z]", "", fold(word))
    for written, sound in _LOOSE:
        letters = letters.replace(written, sound)
    letters = re.sub(r"(.)\1", r"\1", letters)
    return re.sub(r"i(?=e|a|o|u)|(?<=[aeou])i(?=[aeou])", "", letters)


# Where names stand: (number of the text, span, the capitalised word before) of each spelling.
Places = Mapping[str, list[tuple[int, Span, str]]]


def spellings(texts: Sequence[str], entities: Mapping[tuple[int, Span], str]) -> Iterator[Variant]:
    """Names of one word that the texts spell in two ways, at each place of the rarer one.

    `entities` tell what a mention stands for in the source; two source names are never one.
    """
    places = _places(texts)
    groups: dict[str, set[str]] = defaultdict(set)
    for name in places:
        groups[loose(name)].add(name)
        for entity in _bearers([name], places, entities):
            groups[f"={entity}"].add(name)
    said = set[str]()
    for names in groups.values():
        ranked = sorted(names, key=lambda name: (-len(places[name]), -_known(name), name))
        for name in ranked[1:]:
            if name not in said and _one_name(name, ranked[0], places, entities):
                said.add(name)
                yield from (Variant(place, span, name, ranked[0]) for place, span, _ in places[name])


def _places(texts: Sequence[str]) -> Places:
    places: dict[str, list[tuple[int, Span, str]]] = defaultdict(list)
    for place, text in enumerate(texts):
        words = words_of(text)
        if title_case(words, text):
            continue
        before = ""
        for word in words:
            long = word.capital and len(word.text) > 4 and not word.text.isupper()
            if long and not is_english_word(word.text.lower()):
                places[word.text].append((place, word.span, before))
            before = word.text if word.capital else ""
    return places


def _bearers(names: Iterable[str], places: Places, entities: Mapping[tuple[int, Span], str]) -> set[str]:
    """What the mentions of these spellings stand for in the source, as far as that is known."""
    found = (entities.get((place, span)) for name in names for place, span, _ in places[name])
    return {entity for entity in found if entity}


def _known(name: str) -> int:
    return (name in english_capitals()) + (name.lower() in _frequent())


def _frequent() -> frozenset[str]:
    return frozenset(word for words in word_bins("en", "small") for word in words)


def _one_name(name: str, usual: str, places: Places, entities: Mapping[tuple[int, Span], str]) -> bool:
    """Are the two forms one name, not two that look alike?"""
    if fold_word(name) == fold_word(usual) or OSA.distance(fold(name), fold(usual)) > 2:
        return False  # an accent more or less is no other spelling
    if name.lower() + "s" == usual.lower() or usual.lower() + "s" == name.lower():
        return False
    if name[-1] != usual[-1] and {name[-1], usual[-1]} & set("ao") and len(name) != len(usual):
        return False  # Tokayev, Tokayeva
    if len(_bearers([name, usual], places, entities)) > 1:
        return False
    if loose(name) != loose(usual):
        # The source has one name for both: a slip, unless both are words of the tables (Iran, Iraqi).
        return name[0] == usual[0] and not _known(name) and (fold_word(name),) not in english()
    if _known(name) and _known(usual):
        # Both are names that English knows (Mohammed, Mohamed): only the same first name makes them one.
        first = {before for _, _, before in places[name] if before}
        return bool(first & {before for _, _, before in places[usual] if before})
    return True


# --- titles of several words

_TITLE = re.compile(
    r"[A-Z][\w’'-]*(?:(?:,? (?:and|of|on|for|the|in|to|with|between|against)(?= )|,)?(?: (?:and|of|on|for|the|in|to|with))*[ -][A-Z][\w’'-]*)+"
)
_HEADS = frozenset(
    "treaty agreement pact accord convention organization organisation plan initiative declaration act association council committee "
    "forum conference programme program framework protocol charter memorandum strategy fund bank university "
    "academy institute ministry commission festival summit project league federation union alliance partnership".split()
)
# Kinds of treaty that translators exchange for each other.
_TREATIES = dict.fromkeys(("treaty", "agreement", "pact", "accord", "deal"), "treaty")
_SMALL = frozenset("of on for the and in to with between against a an".split())
_ENDINGS = re.compile(r"(?:liness|ness|ly|ship|ies|es|s|y)$")


def titles(texts: Sequence[str]) -> Iterator[Variant]:
    """Long titles (treaties, organisations) that share their words but not their wording."""
    found: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for place, text in enumerate(texts):
        if not any(len(word.text) > 4 and not word.capital for word in words_of(text)):
            continue  # a headline: every word has a capital
        for match in _TITLE.finditer(text):
            title = re.sub(r"^(?:The|A|An|In|On|At|This|Under|Both) ", "", match.group())
            start = match.end() - len(title)
            stems = _stems(title)
            if len(stems) >= 3 and _head(title):
                found[title].append((place, Span(start, match.end())))
    ranked = sorted(found, key=lambda title: -len(found[title]))
    for at, title in enumerate(ranked):
        for usual in ranked[:at]:
            if _same_title(title, usual):
                for place, span in found[title]:
                    yield Variant(place, span, title, usual)
                break


def _stems(title: str) -> list[str]:
    words = [word.lower() for word in re.split(r"[\s,-]+", title) if word]
    plain = (_american(re.sub(r"['’]s?$", "", word)) for word in words if word not in _SMALL)
    return [_TREATIES.get(word) or _ENDINGS.sub("", word) for word in plain]


def _american(word: str) -> str:
    return word.replace("our", "or").replace("isation", "ization").replace("programme", "program")


def _head(title: str) -> str:
    words = set(re.split(r"[\s,-]+", title.lower())) & _HEADS
    return min((_TREATIES.get(word) or _american(word) for word in words), default="")


def _same_title(title: str, usual: str) -> bool:
    left, right = _stems(title), _stems(usual)
    if _head(title) != _head(usual) or _plain(title) in _plain(usual) or _plain(usual) in _plain(title):
        return False
    shared, all_ = set(left) & set(right), set(left) | set(right)
    if set(left) < set(right) or set(right) < set(left) or len(all_) < 4:
        return False  # a shorter form is no other name
    rest = all_ - shared
    if any(any(char.isdigit() for char in stem) for stem in rest):
        return False
    return (
        len(shared) >= 3
        and len(shared) / len(all_) >= 0.6
        and (not rest or _akin(set(left) - shared, set(right) - shared))
    )


def _akin(left: set[str], right: set[str]) -> bool:
    """The words that differ are derivations of each other (neighbor, neighborly), not other words."""
    return all(any(a[:4] == b[:4] for b in right) for a in left) or all(
        any(a[:4] == b[:4] for b in left) for a in right
    )


def _plain(title: str) -> str:
    """Case, commas, hyphens and British spelling make no difference of name."""
    return re.sub(r"\b(?:the|of|for|on|and)\b|[^a-z]", "", _american(title.lower()))
