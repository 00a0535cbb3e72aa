"""What an English rendering shows of a source's name: words that spotting passed over, another bearer, or no name at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tqcheck.lexicon import SUPPORTED, english_words
from tqcheck.model import Span
from tqcheck.names.locate import completed, locate
from tqcheck.names.model import NameKind
from tqcheck.names.tables import english
from tqcheck.names.text import fold_word, key, words_of
from tqcheck.names.whole import Whole, bearers

_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_PEOPLE = frozenset({"april", "august", "june", "may"})  # are called so, too
# What a place has beside its name when it is called by its kind: Yunnan Province, the Islamic Republic of Iran.
_KINDS = frozenset(
    "of the and city town village county district municipality prefecture province region state states territory oblast "
    "republic kingdom federation federal union people peoples islamic arab democratic socialist mainland island islands "
    "country".split()
)


def with_words_of(source: Whole, target: Whole, text: str, language: str, others: Sequence[Span]) -> Whole:
    """A name of the source, `text` in `language`, with those of its words that spotting has passed over.

    `others` are the other names of the text: their words are not passed over.
    """
    if source.bearer or len(source.words) >= len(target.words):
        return source
    span = completed(source.span, words_of(target.text), text, language)
    if any(span.overlaps(other) and not source.span.overlaps(other) for other in others):
        return source
    first = tuple(fold_word(part) for part in text[span.start : source.span.start].split())
    last = tuple(fold_word(part) for part in text[source.span.end : span.end].split())
    return replace(source, span=span, text=span.of(text), words=(*first, *source.words, *last))


def passed_over(target: Whole, text: str, language: str) -> Whole | None:
    """What a name renders of a source in which spotting has found nothing for it."""
    span = locate(words_of(target.text), english().get(target.words, ()), text, language)
    if span is None:
        return None
    found = span.of(text)
    words = tuple(fold_word(part) or part for part in found.split())
    return Whole(
        target.pair, span, found, words, target.kind, certain=False, bearer=target.bearer, linked=True
    )


def names_another(source: Whole, target: Whole) -> bool:
    """Is what renders a country or city more than any name of it: Deutsche Bahn, John Bolton of Bolton?"""
    if not source.bearer or source.kind not in {NameKind.COUNTRY, NameKind.PLACE}:
        return False
    words = set(target.words)
    known = [form for form in map(set, map(key, bearers()[source.bearer])) if form <= words]
    return len(target.words) > len(source.words) and not any(words - form <= _KINDS for form in known)


def named_after(source: Whole, target: Whole, text: str, language: str, others: Sequence[Span]) -> Whole:
    """A name of the source that is not the country's or city's of whom it has a word. `others` are the other names."""
    own = replace(source, bearer="", kind=NameKind.OTHER)
    more = with_words_of(own, target, text, language, others)
    if more.span != own.span:
        return more
    return replace(own, words=(*own.words, *target.words))


def dates(own: Whole | None, other: Whole | None, language: str | None) -> bool:
    """Are these weekdays and months? `own` is the name in English, `other` the one in `language`.

    周二 is spotted as Mr Zhou, and rendered as Tuesday. Of May and June a side that is sure of them is right.
    """
    if own is not None:
        surely = own.certain or (other is not None and other.certain)
        return _DATES.issuperset(own.words) and not (surely and _PEOPLE.issuperset(own.words))
    if other is None or language is None:
        return False
    meant = {word for word, share in english_words(other.text, language).items() if share >= SUPPORTED}
    return bool(meant) and meant <= _DATES - _PEOPLE
