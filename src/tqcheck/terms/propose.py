"""Propose a glossary from a bitext: phrases that recur in the source, and what the target has where they stand.

Association is Dunning's log-likelihood ratio (1993) over pairs, strength the Dice coefficient.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from tqcheck.documents import primary_language
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank
from tqcheck.terms.find import tokens
from tqcheck.terms.phrases import Key, Phrase, phrases
from tqcheck.terms.words import citation, may_be_noun

# Half of the places of a term have its rendering at the least; below, free translations and neighbours win.
_SHARE = 0.5
_DICE = 0.4
_LIKELIHOOD = 10.83  # chi-squared, one degree of freedom, p = .001
_COMMON = 500  # hundredths of a bel: words used more than ten times in a million are everyone's
_LONGER = 0.15  # what another word of a phrase is worth: "Central Bank" is nearly as strong as "European Central Bank"
_PROVEN = 8  # places at which one word by another is no coincidence, whatever the dictionary says
_OFTEN = 0.1  # a phrase in more of the pairs than this is no term of theirs


@dataclass(frozen=True, slots=True)
class Sample:
    """One pair. `nouns`: the spans of English words that a noun phrase is made of, and whether it may end with them.

    None for a side that no tagger has read.
    """

    source: str
    target: str
    source_nouns: Mapping[Span, bool] | None = None
    target_nouns: Mapping[Span, bool] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term with its rendering: `count` pairs have both, `share` of those that have the source term."""

    source: str
    target: str
    count: int
    share: float
    likelihood: float


@dataclass(frozen=True, slots=True)
class _Side:
    """Where the phrases of a side stand, and how each is mostly written."""

    language: str
    by_pair: Sequence[frozenset[Key]]
    places: Mapping[Key, frozenset[int]]
    forms: Mapping[Key, str]


def propose(samples: Sequence[Sample], languages: tuple[str, str], least: int = 3) -> tuple[Proposal, ...]:
    """Terms of the source (`languages` are tags of source and target) that `least` pairs have, the best first."""
    source = _side(
        [sample.source for sample in samples],
        [sample.source_nouns for sample in samples],
        primary_language(languages[0]),
        least,
    )
    target = _side(
        [sample.target for sample in samples],
        [sample.target_nouns for sample in samples],
        primary_language(languages[1]),
        least,
    )
    there = {key: _best(key, source, target) for key in source.places}
    back = {key: _best(key, target, source) for key in set(filter(None, there.values()))}
    found = [
        _proposal(key, other, source, target, len(samples))
        for key, other in there.items()
        if other is not None and back[other] == key
    ]
    useful = (
        proposal
        for proposal in found
        if proposal.share >= _SHARE
        and proposal.likelihood >= _LIKELIHOOD
        and not _doubtful(proposal, *map(primary_language, languages))
        and _is_useful(proposal, primary_language(languages[0]), primary_language(languages[1]))
    )
    return tuple(sorted(useful, key=lambda proposal: (-proposal.likelihood, proposal.source)))


def _side(
    texts: Sequence[str], nouns: Sequence[Mapping[Span, bool] | None], language: str, least: int
) -> _Side:
    places: dict[Key, set[int]] = defaultdict(set)
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for at, found in enumerate(phrases(texts, language, least)):
        for phrase in found:
            if _is_nominal(phrase, texts[at], nouns[at]) and _is_noun(phrase.span.of(texts[at]), language):
                places[phrase.key].add(at)
                forms[phrase.key][phrase.span.of(texts[at])] += 1
    most = max(least, _OFTEN * len(texts))
    kept = {key: frozenset(where) for key, where in places.items() if least <= len(where) <= most}
    by_pair = [set[Key]() for _ in texts]
    for key, where in kept.items():
        for at in where:
            by_pair[at].add(key)
    return _Side(
        language,
        [frozenset(keys) for keys in by_pair],
        kept,
        {key: _usual(forms[key]) for key in kept},
    )


def _usual(forms: Counter[str]) -> str:
    """The commonest form; of a word that begins sentences, the one with a small letter."""
    small = {form for form in forms if form[:1].islower()}
    return max(
        forms, key=lambda form: (form in small and 3 * forms[form] >= max(forms.values()), forms[form], form)
    )


def _is_nominal(phrase: Phrase, text: str, nouns: Mapping[Span, bool] | None) -> bool:
    if nouns is None:
        return True
    inside = [span for span in tokens(text) if phrase.span.overlaps(span)]
    return all(span in nouns for span in inside) and nouns.get(inside[-1], False)


def _is_noun(form: str, language: str) -> bool:
    """Whether a source phrase ends with a noun, where the language shows it: by a capital, by its ending."""
    last = form.rsplit(maxsplit=1)[-1]
    if language == "de":
        return last[:1].isupper() and not _GERMAN_ADJECTIVE.search(last)
    return language != "ru" or may_be_noun(last)


# Nations and cities as adjectives keep their capital: Frankfurter, Schweizer are left, being nouns too.
_GERMAN_ADJECTIVE = re.compile("isch(?:e[mnrs]?)?$")


def _doubtful(proposal: Proposal, source: str, target: str) -> bool:
    """A rendering seen a few times, of words that a dictionary has and renders by none of its words."""
    if target != "en" or proposal.count >= _PROVEN:
        return False
    from tqcheck.lexicon import english_words, is_covered, stem

    if not is_covered(proposal.source, source) or _is_name(proposal.target):
        return False
    known = english_words(proposal.source, source)
    return not any(stem(span.of(proposal.target)) in known for span in tokens(proposal.target))


def _is_name(form: str) -> bool:
    words = form.split()
    return all(word[:1].isupper() for word in words) and not all(
        is_english_word(word.lower()) for word in words
    )


def _best(key: Key, here: _Side, there: _Side) -> Key | None:
    """The phrase of the other side that stands where this one does, longer ones first."""
    together = Counter(other for at in here.places[key] for other in there.by_pair[at])
    own = len(here.places[key])
    scored = [
        (
            2 * count / (own + len(there.places[other])) * (1 + _LONGER * min(_size(other) - 1, 3)),
            count,
            other,
        )
        for other, count in together.items()
        if 2 * count / (own + len(there.places[other])) >= _DICE
    ]
    return max(scored)[2] if scored else None


def _size(key: Key) -> int:
    """Words of a phrase; two characters of Chinese are about one."""
    return len(key) if len(key) > 1 or key[0] < "\u2e80" else (len(key[0]) + 1) // 2


def _proposal(key: Key, other: Key, source: _Side, target: _Side, total: int) -> Proposal:
    here, there = source.places[key], target.places[other]
    both = len(here & there)
    return Proposal(
        citation(source.forms[key], source.language),
        target.forms[other],
        both,
        both / len(here),
        _likelihood(both, len(here) - both, len(there) - both, total - len(here | there)),
    )


def _likelihood(both: int, here: int, there: int, neither: int) -> float:
    """Dunning's G² of a two by two table; 0 where the two avoid each other."""
    total = both + here + there + neither
    rows, columns = (both + here, there + neither), (both + there, here + neither)
    if both * total <= rows[0] * columns[0]:
        return 0.0
    cells = ((both, 0, 0), (here, 0, 1), (there, 1, 0), (neither, 1, 1))
    return 2 * sum(n * log(n * total / (rows[row] * columns[column])) for n, row, column in cells if n)


def _is_useful(proposal: Proposal, source: str, target: str) -> bool:
    """No single everyday word, and nothing that is copied."""
    if set(proposal.target.casefold().split()) <= set(proposal.source.casefold().split()):
        return False
    return any(
        len(tokens(form)) > 1 or (rank(form.lower(), language, "large") or _COMMON) >= _COMMON
        for form, language in ((proposal.source, source), (proposal.target, target))
    )
