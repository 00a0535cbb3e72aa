"""The ledger of an article: each name once, with all its forms on both sides and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement, product

from tqcheck.documents import AlignedArticle, primary_language
from tqcheck.facts import Names
from tqcheck.names.english import is_english_word
from tqcheck.names.entries import Entry, Form, Place, Status
from tqcheck.names.identity import is_full, same_bearers
from tqcheck.names.model import NameKind
from tqcheck.names.occurrences import occurrences
from tqcheck.names.text import fold_word, key, words_of
from tqcheck.names.whole import Occurrence, Whole, bearers, is_own


def usual_forms(names: Iterable[Names]) -> dict[str, tuple[str, ...]]:
    """Entity → its target forms in the article, commonest first."""
    counts: dict[str, Counter[str]] = {}
    for fact in names:
        for mention in fact.target:
            if mention.entity:
                counts.setdefault(mention.entity, Counter())[mention.text] += 1
    return {id_: tuple(form for form, _ in counter.most_common()) for id_, counter in counts.items()}


def ledger(article: AlignedArticle, facts: Mapping[str, Names]) -> tuple[Entry, ...]:
    """The names of an article, in the order in which they are first met. `facts` are by pair id."""
    english = primary_language(article.target_language) == "en"
    entries, ids = [], Counter[str]()
    for group in same_bearers(occurrences(article, facts)):
        entry = _entry(group, english_target=english, compared=article.source is not None)
        ids[entry.id] += 1
        repeat = ids[entry.id]
        entries.append(entry if repeat == 1 else replace(entry, id=f"{entry.id}#{repeat}"))
    return tuple(entries)


def _entry(group: Sequence[Occurrence], *, english_target: bool, compared: bool) -> Entry:
    source = [one.source for one in group if one.source is not None]
    target = [one.target for one in group if one.target is not None and not one.shared]
    everything = [*source, *target]
    table = next((name.bearer for name in everything if name.bearer), "")
    name = _name(table, target or source if english_target else source or target, everything)
    missing = sum(one.lost for one in source)
    renderings = [one.target for one in group if one.target is not None]
    if not compared:
        status = Status.UNKNOWN
    elif not source and any(one.lost for one in target):
        status = Status.ADDED
    elif missing:
        status = Status.MISSING
    elif _several(group, table, english=english_target):
        status = Status.SEVERAL
    elif renderings and (source or any(one.linked for one in target)):
        status = Status.RENDERED
    else:
        status = Status.UNKNOWN
    sure = (
        bool(table)
        or any(one.certain for one in everything)
        or bool(source and target)
        or len(everything) > 1
    )
    return Entry(
        table or "-".join(key(name)) or name,
        name,
        _kind(source, target),
        status,
        _forms(source),
        _forms(target),
        missing,
        sure,
    )


def _forms(names: Iterable[Whole]) -> tuple[Form, ...]:
    places: dict[str, list[Place]] = {}
    for name in names:
        places.setdefault(name.text, []).append(Place(name.pair, name.span))
    forms = (Form(text, tuple(found)) for text, found in places.items())
    return tuple(sorted(forms, key=lambda form: -len(form.places)))


def _name(table: str, english: Sequence[Whole], everything: Sequence[Whole]) -> str:
    """What the tables call it; the fullest form of a person, the commonest of anything else."""
    if table and bearers()[table]:
        return bearers()[table][0]
    full = any(map(is_full, english))
    counts = Counter(name.text for name in english)
    best = max(
        enumerate(counts),
        key=lambda each: (
            len(words_of(each[1])) if full else 0,
            not each[1].isupper(),
            counts[each[1]],
            -each[0],
        ),
    )[1]
    if best.isascii():
        return best
    expected = (form for name in everything for form in name.expected)
    return next(expected, best)


def _kind(source: Sequence[Whole], target: Sequence[Whole]) -> NameKind:
    """The commonest kind that is known; who has a name in several words, and then a shorter one, is a person."""
    kinds = Counter(name.kind for name in (*source, *target) if name.kind is not NameKind.OTHER)
    if kinds:
        return kinds.most_common(1)[0][0]
    person = any(
        any(map(is_full, side)) and len({len(name.words) for name in side}) > 1 for side in (source, target)
    )
    return NameKind.PERSON if person else NameKind.OTHER


def _several(group: Iterable[Occurrence], table: str, *, english: bool) -> bool:
    """Does one name of the source have renderings that differ by more than inflection, case, titles and words left out?

    Two names of one bearer may each have their own: 新华社 and 新华网 are Xinhua and Xinhuanet.
    """
    if table and not english:
        return False  # the tables do not have every inflected form
    ways: dict[tuple[str, ...], set[frozenset[str]]] = {}
    for one in group:
        if one.source is not None and one.target is not None and not one.shared:
            ways.setdefault(one.source.words, set()).add(_way(one.target, table))
    return any(
        _nested(name, other) and not _nested(words, others) and not _nested(_own(words), _own(others))
        for (name, own), (other, theirs) in combinations_with_replacement(ways.items(), 2)
        for words, others in product(own, theirs)
    )


def _nested(one: Iterable[str], two: Iterable[str]) -> bool:
    """The same, or with words left out."""
    return set(one) <= set(two) or set(two) <= set(one)


def _way(name: Whole, table: str) -> frozenset[str]:
    """What tells a rendering apart from others."""
    known = (set(key(form)) for form in bearers().get(table, ()))
    if any(form.issubset(name.words) for form in known):
        return frozenset({table})
    return frozenset(map(_singular, name.words))


def _own(words: frozenset[str]) -> frozenset[str]:
    """Those that only names have, if there are any: what is called Yunnan Province and Yunnan Academy is in Yunnan."""
    return frozenset(word for word in words if not is_english_word(word)) or words


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and is_own(word) else fold_word(word)
