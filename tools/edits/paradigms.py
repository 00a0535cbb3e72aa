"""Inflections and derivations of the vocabulary: what one form of a word may be mistaken for.

The inflections are those of lemminflect (MIT), whose table is made from the SPECIALIST Lexicon of the U.S. National
Library of Medicine (free to use with acknowledgement). Derivations are found in the vocabulary itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

_TAGS = ("VB", "VBZ", "VBD", "VBN", "VBG")
# Endings that make one part of speech of another.
_ENDINGS = (
    "al ial ical ic ous ious ive ative able ible ful less ly ally ity ness ment tion ation ion sion ance ence ant ent "
    "er or ist ism ian an ary ory ure age y e ed ing ize ise ship hood"
).split()
_LEAST_STEM = 4
_LEAST_PAIRS = 6  # a pair of endings that so many words share is no chance


def inflections(vocabulary: Collection[str]) -> list[tuple[str, ...]]:
    """Rows in the order of `tqcheck.edits.labels.FORMS`, empty where there is none: verbs have five, nouns the first two."""
    import lemminflect

    rows = dict[tuple[str, ...], None]()
    for word in sorted(vocabulary):
        if not word.isalpha() or len(word) < 2:
            continue
        lemmas = lemminflect.getAllLemmas(word)
        for lemma in lemmas.get("VERB", ()):
            known = lemminflect.getAllInflections(lemma, upos="VERB")
            forms = tuple(known.get(tag, ("",))[0] for tag in _TAGS)
            if all(forms) and sum(form in vocabulary for form in forms) >= 2:
                rows[forms] = None
        for lemma in lemmas.get("NOUN", ()):
            known = lemminflect.getAllInflections(lemma, upos="NOUN")
            plural = known.get("NNS", ("",))[0]
            if plural and plural != lemma and lemma in vocabulary and plural in vocabulary:
                rows[(lemma, plural, "", "", "")] = None
    return list(rows)


def derivations(
    vocabulary: Collection[str], related: Collection[tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Word → words of the same stem with another ending of the list, inflections left out."""
    same = {(one, other) for row in related for one in row for other in row}
    stems = defaultdict(set[tuple[str, str]])
    for word in vocabulary:
        if not word.isalpha() or len(word) < _LEAST_STEM:
            continue
        stems[word].add((word, ""))
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
                stems[word.removesuffix(ending)].add((word, ending))
    pairs = Counter[tuple[str, str]]()
    found = list[tuple[str, str, tuple[str, str]]]()
    for words in stems.values():
        for one, ending in words:
            for other, otherwise in words:
                if one != other and (one, other) not in same:
                    found.append((one, other, (ending, otherwise)))
                    pairs[(ending, otherwise)] += 1
    result = defaultdict(set[str])
    for one, other, endings in found:
        if pairs[endings] >= _LEAST_PAIRS:
            result[one].add(other)
    return {word: tuple(sorted(others)) for word, others in sorted(result.items())}
