"""Errors planted in clean pairs: what share of them does a checker find?

One error an article; the other sentences stay as they are, so that checks which read the whole article can work.
The same pairs and seed give the same errors on every machine. Nothing here asks a rule or an engine of tqcheck what
it would find: the seeder must not measure itself.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from random import Random

from tqcheck.bench.labels import Spans
from tqcheck.bench.seed import (
    dates,
    figures,
    garble,
    grammar,
    meaning,
    names,
    numbers,
    residue,
    spelling,
    structure,
)
from tqcheck.bench.seed.model import Damage, Document, Kind, Pair, Planted, records
from tqcheck.documents import primary_language
from tqcheck.errors import UsageError
from tqcheck.model import Category, Severity
from tqcheck.readers.bitext import Record

__all__ = [
    "KINDS",
    "Damage",
    "Document",
    "Kind",
    "Pair",
    "Planted",
    "documents_of",
    "labelled",
    "records",
    "seed",
]

_NUMBER, _NAME, _MEANING = Category.NUMBERS.mqm, Category.NAMES.mqm, Category.MEANING.mqm
_OMISSION, _ADDITION, _GARBLED = Category.OMISSION.mqm, Category.ADDITION.mqm, Category.GARBLED.mqm
_GRAMMAR, _SPELLING, _PUNCTUATION = Category.GRAMMAR.mqm, Category.SPELLING.mqm, Category.PUNCTUATION.mqm
_MINOR, _MAJOR, _CRITICAL = Severity.MINOR, Severity.MAJOR, Severity.CRITICAL

KINDS: dict[str, Kind] = {
    "number-digit": Kind(_NUMBER, _MAJOR, numbers.number_digit),
    "number-scale": Kind(_NUMBER, _CRITICAL, numbers.number_scale),
    "number-unit": Kind(_NUMBER, _MAJOR, numbers.number_unit),
    "number-sign": Kind(_NUMBER, _CRITICAL, numbers.number_sign),
    "number-dropped": Kind(_NUMBER, _MAJOR, figures.number_dropped),
    "number-added": Kind(_NUMBER, _MAJOR, figures.number_added),
    "number-format": Kind(_NUMBER, _MINOR, figures.number_format),
    "number-broken": Kind(_NUMBER, _MAJOR, figures.number_broken),
    "currency-changed": Kind(_NUMBER, _CRITICAL, numbers.currency_changed),
    "date-shifted": Kind(_NUMBER, _MAJOR, dates.date_shifted),
    "time-shifted": Kind(_NUMBER, _MAJOR, dates.time_shifted),
    "weekday-wrong": Kind(_NUMBER, _MINOR, dates.weekday_wrong),
    "name-swapped": Kind(_NAME, _CRITICAL, names.name_swapped),
    "name-dropped": Kind(_NAME, _MAJOR, names.name_dropped),
    "name-misspelt": Kind(_NAME, _MINOR, names.name_misspelt),
    "negation-toggled": Kind(_MEANING, _CRITICAL, meaning.negation_toggled),
    "clause-dropped": Kind(_OMISSION, _MAJOR, meaning.clause_dropped),
    "sentence-dropped": Kind(_OMISSION, _MAJOR, structure.sentence_dropped),
    "sentence-duplicated": Kind(_ADDITION, _MAJOR, structure.sentence_duplicated),
    "sentence-moved": Kind(_MEANING, _MAJOR, structure.sentence_moved),
    "sentence-truncated": Kind(_OMISSION, _MAJOR, structure.sentence_truncated),
    "foreign-paragraph": Kind(_ADDITION, _MAJOR, structure.foreign_paragraph),
    "phrase-looped": Kind(_GARBLED, _MAJOR, garble.phrase_looped),
    "words-shuffled": Kind(_GARBLED, _MAJOR, garble.words_shuffled),
    "line-broken": Kind(_GARBLED, _MINOR, garble.line_broken),
    "mojibake": Kind(_GARBLED, _MAJOR, garble.mojibake),
    "untranslated-words": Kind(Category.UNTRANSLATED.mqm, _MAJOR, garble.untranslated_words),
    "quote-unclosed": Kind(_PUNCTUATION, _MINOR, garble.quote_unclosed),
    "sentence-shuffled": Kind(_GARBLED, _MAJOR, grammar.sentence_shuffled),
    "words-swapped": Kind(_GRAMMAR, _MINOR, grammar.words_swapped),
    "function-word-dropped": Kind(_GRAMMAR, _MINOR, grammar.function_word_dropped),
    "function-word-doubled": Kind(_GRAMMAR, _MINOR, grammar.function_word_doubled),
    "verb-disagreeing": Kind(_GRAMMAR, _MINOR, grammar.verb_disagreeing),
    "foreign-word": Kind(Category.UNTRANSLATED.mqm, _MAJOR, grammar.foreign_word),
    "words-glued": Kind(_SPELLING, _MINOR, spelling.words_glued),
    "word-split": Kind(_SPELLING, _MINOR, spelling.word_split),
    "word-misspelt": Kind(_SPELLING, _MAJOR, spelling.word_misspelt),
    "letters-disguised": Kind(_SPELLING, _MAJOR, spelling.letters_disguised),
    "sentence-lowered": Kind(_SPELLING, _MINOR, spelling.sentence_lowered),
    "punctuation-detached": Kind(_PUNCTUATION, _MINOR, spelling.punctuation_detached),
    "end-missing": Kind(_PUNCTUATION, _MINOR, spelling.end_missing),
    "character-invisible": Kind(_GARBLED, _MINOR, spelling.character_invisible),
    "placeholder": Kind(_GARBLED, _MAJOR, residue.placeholder),
    "chat-line": Kind(_GARBLED, _MAJOR, residue.chat_line),
    "boilerplate-line": Kind(_GARBLED, _MINOR, residue.boilerplate_line),
    "page-left": Kind(Category.UNTRANSLATED.mqm, _CRITICAL, structure.page_left),
}


def documents_of(
    pairs: Sequence[Record], source_lang: str | None = None, target_lang: str | None = None
) -> tuple[Document, ...]:
    """The articles of a bitext, in order of their first record. A record without a document is one by itself.

    The languages given are those of records that do not say theirs.
    """
    groups = defaultdict[str, list[Record]](list)
    for record in pairs:
        groups[f"pair {record.id}" if record.document is None else record.document].append(record)
    return tuple(
        Document(
            name,
            primary_language(group[0].source_lang or source_lang),
            primary_language(group[0].target_lang or target_lang),
            tuple(Pair(record.id, record.source, record.target) for record in group),
        )
        for name, group in groups.items()
    )


def seed(
    documents: Sequence[Document],
    number: int,
    *,
    kinds: Collection[str] = tuple(KINDS),
    per_kind: int | None = None,
) -> Iterator[Planted]:
    """Plant errors of each kind: by default one in each article, else `per_kind` for each pair of languages.

    An article takes a second error of a kind only when every other has one (each in its own copy), and none twice.
    Kinds come in the order of KINDS, pairs of languages in that of the articles. Raises UsageError for a kind that
    there is not.
    """
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise UsageError(f"there is no kind of error {unknown[0]!r}. Kinds: {', '.join(KINDS)}")
    groups = defaultdict[tuple[str, str], list[Document]](list)
    for document in documents:
        groups[document.source_lang, document.target_lang].append(document)
    for name in KINDS:
        for group in groups.values() if name in kinds else ():
            yield from _of_kind(name, group, documents, number, per_kind)


def labelled(documents: Sequence[Document], number: int, *, per_kind: int | None = None) -> Iterator[Spans]:
    """Labelled records: the articles as they are, nothing wrong in them, and then each planting."""
    for document in documents:
        yield from records(document, document.id, {})
    for planted in seed(documents, number, per_kind=per_kind):
        yield from planted.records()


def _of_kind(
    name: str, group: Sequence[Document], documents: Sequence[Document], number: int, wanted: int | None
) -> Iterator[Planted]:
    order = (
        sorted(group, key=lambda document: _chance(number, name, document.id).random()) if wanted else group
    )
    made = dict[str, list[Document]]()
    left = len(group) if wanted is None else wanted
    news = True
    while left > 0 and news:
        news = False
        for document in order[:]:
            before = made.setdefault(document.id, [])
            chance = _chance(number, name, document.id, str(len(before) + 1))
            planted = KINDS[name].plant(document, _other(document, documents, chance), chance)
            if planted is None or planted.document in before or left <= 0:
                continue
            before.append(planted.document)
            news, left = wanted is not None, left - 1
            kind = KINDS[name]
            yield replace(
                planted, kind=name, category=kind.category, severity=kind.severity, number=len(before)
            )


def _other(document: Document, documents: Sequence[Document], chance: Random) -> Document | None:
    able = {
        other.id: other
        for other in documents
        if other.id != document.id and other.target_lang == document.target_lang
    }
    return able[chance.choice(sorted(able))] if able else None


def _chance(number: int, *parts: str) -> Random:
    """A source of chance of its own for each planting, the same on every machine."""
    digest = hashlib.sha256("\x1f".join((str(number), *parts)).encode()).digest()
    return Random(int.from_bytes(digest[:8], "big"))  # noqa: S311 - no secret
