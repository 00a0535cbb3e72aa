"""What is no error because it is a name, or stands so in the source: spellers and grammars know neither.

Only findings about spelling and grammar are dropped, and the report counts them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tqcheck.documents import Pair, primary_language
from tqcheck.facts import ArticleFacts, Grammar, Names
from tqcheck.findings import confidence_of
from tqcheck.model import Category, Confidence, Span
from tqcheck.names.english import is_english_word
from tqcheck.names.entries import Entry
from tqcheck.names.text import words_of
from tqcheck.rules.apply import RuleHit

_CHECKED = {Category.GRAMMAR, Category.SPELLING}
_FIRST_UNSPACED = (
    "\u2e80"  # Han, kana and Hangul come after it: a Latin word may stand beside them without a space
)


def silence(
    hits: Sequence[RuleHit], entries: Iterable[Entry], facts: ArticleFacts, least: Confidence
) -> tuple[list[RuleHit], Counter[str]]:
    """The hits that stand, in their order, and how many of each rule were left out.

    Those below the confidence `least` are not counted: nobody would have seen them.
    """
    names = KnownNames(entries, facts)
    kept, silenced = list[RuleHit](), Counter[str]()
    for found in hits:
        if not _silent(found, names, facts):
            kept.append(found)
        elif confidence_of(found) >= least:
            silenced[found.rule.id] += 1
    return kept, silenced


class KnownNames:
    """The names of a translation that no speller need tell of: linked to the source, certain, or met twice."""

    def __init__(self, entries: Iterable[Entry], facts: ArticleFacts) -> None:
        trusted = [form for entry in entries if entry.sure for form in entry.target]
        self._places = {(place.pair, place.span) for form in trusted for place in form.places}
        self._words = {word.text for form in trusted for word in words_of(form.text) if word.capital}
        self._misspelt = {
            (pair, mention.span)
            for pair, fact in facts.by_kind.get(Names, {}).items()
            for mention in fact.target
            if mention.expected
        }

    def within(self, pair: str, text: str, mark: Span) -> bool:
        """Is what is marked nothing but a name, or words of names with their capitals?"""
        if any(id_ == pair and span.overlaps(mark) for id_, span in self._misspelt):
            return False
        if any(id_ == pair and span.contains(mark) for id_, span in self._places):
            return True
        words = words_of(mark.of(text))
        return bool(words) and all(word.text in self._words for word in words)


def _silent(found: RuleHit, names: KnownNames, facts: ArticleFacts) -> bool:
    mark, pair = found.hit.target, found.pair
    if found.rule.category not in _CHECKED or mark is None or not len(mark):
        return False
    if copied(pair, mark):
        return True
    return _about_spelling(found, facts) and names.within(pair.id, pair.target_text, mark)


def _about_spelling(found: RuleHit, facts: ArticleFacts) -> bool:
    """Is it the word itself that is called wrong, not how it agrees with others?"""
    if found.rule.category is Category.SPELLING:
        return True
    grammar = facts.by_kind.get(Grammar, {}).get(found.pair.id, Grammar())
    return any(
        match.category == Category.SPELLING.folder and match.span == found.hit.target
        for match in grammar.matches
    )


def copied(pair: Pair, mark: Span) -> bool:
    """Does what is marked in the translation stand so in the source of its pair?

    A plain word does so by chance (an, also, will are German, too), unless the word beside it does as well.
    """
    text, source = pair.target_text, pair.source_text
    marked = mark.of(text)
    if len(marked) < 2 or not source:
        return False
    if not _plain(marked, primary_language(pair.target_language)):
        return _stands_in(marked, source)
    before = [word.span.start for word in words_of(text) if word.span.end <= mark.start][-1:]
    after = [word.span.end for word in words_of(text) if word.span.start >= mark.end][:1]
    wider = [text[start : mark.end] for start in before] + [text[mark.start : end] for end in after]
    return any(_stands_in(phrase, source) for phrase in wider)


def _plain(marked: str, language: str) -> bool:
    if " " in marked or not marked.islower():
        return False
    return language != "en" or is_english_word(marked)


def _stands_in(phrase: str, source: str) -> bool:
    """Whole words of the source?"""
    at = source.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not _joined(source[at - 1 : at] + phrase[0]) and not _joined(phrase[-1] + source[end : end + 1]):
            return True
        at = source.find(phrase, at + 1)
    return False


def _joined(two: str) -> bool:
    """Two letters of one word."""
    return len(two) == 2 and two.isalnum() and max(two) < _FIRST_UNSPACED
