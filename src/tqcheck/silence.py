"""What is no error because it is a name, a title, code, or stands so in the source: spellers and grammars know none of them.

Only findings about spelling and grammar, and those of grammar engines, are dropped, and the report counts them.
"""

from __future__ import annotations

import re
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
_QUOTED = re.compile(
    r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘’]+)’(?!\w)|«([^«»]+)»|„([^„“”]+)[“”]|《([^《》]+)》|『([^『』]+)』"
)
_SPEECH_BEFORE = re.compile(r"[:,]\s*$")
_LONGEST_TITLE = 8  # words, where no capitals tell a title from something said
_SMALL_WORD = 4  # letters: of, and, from: in lower case in an English title
_BACKTICKS = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_CODE_TAG = re.compile(r"<(/?)(?:code|kbd|samp|tt|var|pre)\b", re.IGNORECASE)
_CODE_REACH = 2000  # characters before a place in which a code element that holds it begins
_IDENTIFIER = re.compile(r"\w_\w|\w\(\)|\w::\w|^\W*\$\w|^\W*--\w|\w/\w+\.\w|^\W*[~.]?/\w|\w=\w|[<>{}\\]")

_FIRST_UNSPACED = (
    "\u2e80"  # Han, kana and Hangul come after it: a Latin word may stand beside them without a space
)


def silence(
    hits: Sequence[RuleHit], entries: Iterable[Entry], facts: ArticleFacts, least: Confidence, file: str = ""
) -> tuple[list[RuleHit], Counter[str]]:
    """The hits that stand, in their order, and how many of each rule were left out.

    Those below the confidence `least` are not counted: nobody would have seen them. `file` is the translation's file
    as decoded, where the marks of code are that prose has lost.
    """
    names = KnownNames(entries, facts)
    kept, silenced = list[RuleHit](), Counter[str]()
    for found in hits:
        if not _silent(found, names, facts, file):
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


def _silent(found: RuleHit, names: KnownNames, facts: ArticleFacts, file: str) -> bool:
    mark, pair = found.hit.target, found.pair
    if mark is None or not len(mark):
        return False
    if found.rule.category not in _CHECKED and Grammar not in found.rule.needs:
        return False
    if copied(pair, mark) or in_title(pair, mark) or in_code(pair, mark, file):
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


def in_title(pair: Pair, mark: Span) -> bool:
    """Does what is marked stand in a quoted title? Its author wrote it so.

    English titles have capitals. Elsewhere a title begins with one, is short, ends without a mark, and no colon or
    comma announces that somebody speaks.
    """
    text = pair.target_text
    for quoted in _QUOTED.finditer(text):
        group = quoted.lastindex or 0
        if not Span(*quoted.span(group)).contains(mark):
            continue
        title = quoted.group(group)
        capitals = [word for word in words_of(title) if word.capital or len(word.text) > _SMALL_WORD]
        words = words_of(title)
        if not words or not words[0].capital or title.rstrip()[-1:] in ".,;:!?…":
            return False
        if primary_language(pair.target_language) == "en":
            return words[-1].capital and all(word.capital for word in capitals)
        return len(words) <= _LONGEST_TITLE and not _SPEECH_BEFORE.search(text[: quoted.start()])
    return False


def _token(text: str, mark: Span) -> str:
    """What is marked, as far as there is no space; empty if there is one inside."""
    if len(mark.of(text).split()) != 1:
        return ""
    before, after = text[: mark.start].split(" "), text[mark.end :].split(" ")
    return before[-1] + mark.of(text) + after[0]


def in_code(pair: Pair, mark: Span, file: str) -> bool:
    """Is what is marked code: in backticks, in a code element of the file, or an identifier by its looks?"""
    text, target = pair.target_text, pair.target
    if any(Span(*ticks.span()).contains(mark) for ticks in _BACKTICKS.finditer(text)):
        return True
    if _IDENTIFIER.search(_token(text, mark)):
        return True
    if target is None or not file:
        return False
    place = target.passage.file_span(mark)
    if file[place.start : place.start + 1] == "`" and file[place.end - 1 : place.end] == "`":
        return True  # inline code of Markdown is one unit of the file
    tags = [
        found.group(1) for found in _CODE_TAG.finditer(file, max(0, place.start - _CODE_REACH), place.start)
    ]
    return bool(tags) and not tags[-1]
