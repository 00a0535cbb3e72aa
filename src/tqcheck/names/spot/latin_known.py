"""Latin script: the names that the tables know, inflected as they may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from tqcheck.lexicon import english_words, stem
from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import word_list
from tqcheck.names.inflection import shortest
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.spot.own_words import abroad, called_name, common_noun
from tqcheck.names.tables import native
from tqcheck.names.text import Word, folded_words


def known_size(words: tuple[Word, ...], at: int, language: str) -> int:
    """How many words the known name that begins here has; 0 if none does."""
    known = _latin_forms(language)
    for size in range(min(4, len(words) - at), 0, -1):
        first, last = words[at], words[at + size - 1]
        if not last.capital and not (size > 1 and first.capital):
            continue
        if size == 2 and not last.capital and first.initial and first.folded in _DEFINITE:
            continue  # La réunion, of some people
        form = _form(words[at : at + size], known, language)
        if form is None or (size == 1 and not first.capital):
            continue
        if size == 1 and known[form].kind is NameKind.PLACE and _other_word(first, language):
            continue
        if len(form) > 3 or first.text.isupper():
            return size
    return 0


def _other_word(word: Word, language: str) -> bool:
    """Is what looks like a place an acronym, or another word that begins a sentence: Leider kam er spät?"""
    common = word.initial and common_noun(word.text, language) and not called_name(word.text, language)
    return word.text.isupper() or common


def _form(words: Sequence[Word], known: Mapping[str, Bearer], language: str) -> str | None:
    """The form under which the tables have these words, inflected as they may be."""
    exact = " ".join(word.folded for word in words)
    if exact in known:
        return exact
    cut = " ".join(shortest(word.folded, language) for word in words)
    return f"~{cut}" if f"~{cut}" in known else None


def known_at(text: str, words: tuple[Word, ...], language: str, *, shouting: bool) -> Spotted:
    """The known name that these words are; `shouting`: a headline, in which one capital tells nothing."""
    table = _latin_forms(language)
    form = _form(words, table, language) or ""
    bearer = table[form]
    span = Span(words[0].span.start, words[-1].span.end)
    single = len(words) == 1
    sure = not (single and shouting) and (len(form) > 2 or words[0].text.isupper())
    if bearer.kind is NameKind.PLACE:
        sure = sure and not words[0].text.isupper() and _called(words, bearer, language)
    sure = sure and form not in _AMBIGUOUS_LATIN
    return known_name(span, span.of(text), bearer, certain=sure)


def _called(words: Sequence[Word], bearer: Bearer, language: str) -> bool:
    """Is that city what the lexicon or its own letters say it is: no Bruxas (witches), no Essen (food)?"""
    last = words[-1].folded
    if (
        language == "de"
        and last.endswith("er")
        and is_english_word(last)
        and last in word_list("de", "small")
    ):
        return False  # Hammer is no one of Hamm
    if all(abroad(word.text, language, _SLACK) for word in words):
        return True
    names = {stem(part) for name in bearer.english for part in name.split()}
    known = english_words(" ".join(word.text for word in words), language)
    if known:
        return max(map(known.__getitem__, names & known.keys()), default=0.0) >= max(known.values())
    return not any(is_english_word(word.folded) for word in words)


# A city abroad may be named a little more often than in English, in hundredths of a bel: half as often again.
_SLACK = 20
_DEFINITE = frozenset({"la", "le", "les", "el", "los", "las", "il", "lo", "gli", "o", "os", "a", "as"})
_AMBIGUOUS_LATIN = frozenset(
    {"america", "europa", "europe", "wales", "gales", "galles", "kreml", "cremlino", "kremlin", "emirate"}
)
# Languages whose names have many cases: their tables are looked up by stems, too.
_DECLINING = frozenset("cs et fi hr hu pl ro sk tr".split())


@cache
def _latin_forms(language: str) -> dict[str, Bearer]:
    """Folded form → bearer; behind a tilde the stem of a form, for languages that decline names."""
    table: dict[str, Bearer] = {}
    for form, bearer in native(language).items():
        folded = folded_words(form)
        plain = " ".join(folded)
        table.setdefault(plain, bearer)
        if language == "de" and len(plain) > 3:
            table.setdefault(f"{plain}s", bearer)  # its genitive
            if bearer.kind is NameKind.PLACE and " " not in plain:
                table.setdefault(f"{plain.removesuffix('en')}er", bearer)  # Grazer, Bremer
        if language in _DECLINING and len(plain) > 3 and (bearer.kind is not NameKind.PLACE):
            table.setdefault("~" + " ".join(shortest(word, language) for word in folded), bearer)
    return table
