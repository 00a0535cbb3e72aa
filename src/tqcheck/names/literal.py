"""Names that were translated as if they were common words: Frau Fischer, Ms fisherman; 黄石市, yellow stone city."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tqcheck.lexicon import english_words, stem
from tqcheck.model import Span
from tqcheck.names.gender import titled
from tqcheck.names.model import NameKind, NameMention, Rendered
from tqcheck.names.romanise import is_han
from tqcheck.names.text import words_of

# How surely a word must be the dictionary's for the surname: its first and middling renderings; the rest are far-fetched.
_LITERAL = 0.3
# Of one character of several, each of which must be translated, any rendering is telling.
_CHARACTER = 0.1


def translated(
    source: str, target: str, language: str, mentions: Sequence[NameMention]
) -> Iterator[tuple[Span, Span]]:
    """(name of the source, common words of an English target that translate it); `mentions` are the source's names."""
    if language in {"zh", "ja"}:
        yield from _by_character(source, target, language, mentions)
        return
    for surname, after in _surnames(source, target, language, mentions):
        match = re.compile(r"[ \u00a0](?:the )?(?P<word>[a-z]{3,})\b(?![’'-])").match(target, after)
        if match is None:
            continue
        word = stem(match["word"])
        if english_words(surname.of(source), language).get(word, 0.0) < _LITERAL:
            continue
        if word not in english_words(_without(source, surname), language):
            yield surname, Span(*match.span("word"))


def _surnames(
    source: str, target: str, language: str, mentions: Sequence[NameMention]
) -> Iterator[tuple[Span, int]]:
    """Surnames, each with the place in the target where its rendering is due: after the given name or the title."""
    theirs, ours = titled(source, language), re.findall(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?", target)
    if len(theirs) == len(ours):
        places = [match.end() for match in re.finditer(r"\b(?:Mr|Mrs|Ms|Miss)\b\.?", target)]
        for title, place in zip(theirs, places, strict=True):
            assert title.name is not None
            if " " not in title.name.of(source):
                yield title.name, place
    if language == "de":
        return  # any noun has a capital there: after a name it need not be a surname
    for mention in mentions:
        next_ = re.compile(r" (?P<name>[^\W\d_]{4,})").match(source, mention.span.end)
        given = mention.counterpart
        if next_ is None or given is None or not mention.certain or mention.rendered is not Rendered.HERE:
            continue
        copied = given.of(target)[:1].isupper() and " " not in given.of(target)
        if copied and next_["name"][0].isupper() and next_["name"][1:].islower():
            yield Span(*next_.span("name")), given.end


def _by_character(
    source: str, target: str, language: str, mentions: Sequence[NameMention]
) -> Iterator[tuple[Span, Span]]:
    """Names in Han characters of which words in a row translate each character, and nothing else renders the name."""
    words = words_of(target)
    for mention in mentions:
        core = mention.text.rstrip("市省县州区镇県")
        # Who may be a person may be no name at all: 羊棚 are sheep sheds, and Yang Peng somebody.
        if (
            mention.rendered is not Rendered.NOWHERE
            or mention.kind is not NameKind.PLACE
            or not mention.certain
        ):
            continue
        if not 2 <= len(core) <= 4 or not all(map(is_han, core)):
            continue
        meanings = [english_words(char, language) for char in core]
        other = english_words(_without(source, mention.span), language)
        for at in range(len(words) - len(core) + 1):
            row = words[at : at + len(core)]
            stems = [stem(word.text) for word in row]
            if (
                all(word.text.islower() for word in row)
                and _each(stems, meanings)
                and not set(stems) <= set(other)
            ):
                yield mention.span, Span(row[0].span.start, row[-1].span.end)
                break


def _each(stems: Sequence[str], meanings: Sequence[Mapping[str, float]]) -> bool:
    return all(meaning.get(word, 0.0) >= _CHARACTER for word, meaning in zip(stems, meanings, strict=True))


def _without(text: str, span: Span) -> str:
    return f"{text[: span.start]} {text[span.end :]}"
