"""Names in full that do not agree with their initials: in the translation itself, or held against the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA, Levenshtein

from tqcheck.model import Span
from tqcheck.names.acronym.changes import lost
from tqcheck.names.acronym.initials import SMALL, capital_runs, fits, letters_of
from tqcheck.names.acronym.spotting import acronyms
from tqcheck.names.acronym.support import Article
from tqcheck.names.acronym.table import Term, by_letters, content_stems, full_names, unjudged
from tqcheck.names.english import is_english_word
from tqcheck.names.text import words_of

# Two words are one with a slip in it from here on: Trad, Trade; Petrol, Petroleum.
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class Expansion:
    """A name in full at its place, `wanted` instead; `source` is what it stands for there."""

    span: Span
    text: str
    wanted: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Introduction:
    """An acronym beside what it is said to stand for: World Health Organization (WHO)."""

    name: Span
    text: str
    acronym: Span
    letters: str


def introductions(text: str) -> Iterator[Introduction]:
    """The acronyms in brackets after a capitalised name of two words and more."""
    runs = list(capital_runs(text))
    for acronym in acronyms(text):
        before = re.search(r"\s?[(（]\s*[\"“‘]?$", text[: acronym.span.start])
        if before is None or text[acronym.span.end : acronym.span.end + 1] not in set('),;/）”"’'):
            continue
        for start, end, words in runs:
            if end == before.start() and len(_content(words)) > 1:
                yield Introduction(Span(start, end), text[start:end], acronym.span, acronym.letters)


def disagreeing(text: str, copied: frozenset[str] = frozenset()) -> Iterator[tuple[Introduction, str]]:
    """(introduction, what is wrong) where a name lacks the word of one of its letters, or is another acronym's name.

    Foreign bodies keep their own initials, Federal Security Service (FSB): only a name whose every word has its letter,
    all but one letter used, or one that English knows by other initials is wrong for sure. `copied` are initials of the
    source: their order may be another language's.
    """
    for found in introductions(text):
        if fits(found.letters, found.text) or found.letters in unjudged():
            continue
        words = _content(re.findall(r"[^\W_]+(?:['’][^\W_]+)?", found.text))
        if _ends_with(found) or not is_english_word(words[-1].lower()):  # a person (and their party)
            continue
        if any(_same(found.text, name) for term in by_letters().get(found.letters, ()) for name in term.full):
            continue
        other = next((term for letters, term in _known_by_name(found.text) if letters != found.letters), None)
        if other is not None and _near(found.letters, other):
            yield found, f"{other.full[0]} is {other.acronyms[0]}"
        elif found.letters.isalpha() and (gap := _missing(found.letters, words)) is not None:
            if not _supplied(text, found.name.start, gap, found.letters):
                yield found, f"the name has no word for the {found.letters[gap]}"
        elif found.letters in copied and (letter := _missing_anywhere(found.letters, words)):
            yield found, f"the name has no word for the {letter}"


def _ends_with(found: Introduction) -> bool:
    """Is only the end of the capitalised words the name: British Prime Minister's Press Office (PO)?"""
    parts = found.text.split()
    return any(fits(found.letters, " ".join(parts[at:])) for at in range(1, len(parts)))


def _content(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word.lower() not in SMALL)


def _missing(letters: str, words: Sequence[str]) -> int | None:
    """Which letter has no word, where all words have one, in order, and just one letter of three and more is left."""
    initials = "".join(word[0].upper() for word in words)
    if len(letters) < 3 or len(initials) != len(letters) - 1:
        return None
    return next((at for at in range(len(letters)) if letters[:at] + letters[at + 1 :] == initials), None)


def _one_left(letters: str, words: Sequence[str]) -> bool:
    """Do the words, or those before or after an `in`, stand for all letters but one that is not the last?"""
    names = re.split(" (?:in|at|on|from|by|to) ", " ".join(words))
    return letters.isalpha() and any(
        len(_content(name.split())) > 1 and fits(letters[:at] + letters[at + 1 :], name)
        for name in (*names, " ".join(words))
        for at in range(len(letters) - 1)
    )


def _missing_anywhere(letters: str, words: Sequence[str]) -> str:
    """The one letter without a word, in whatever order the others come; else nothing."""
    left = Counter(letters)
    left.subtract(word[0].upper() for word in words)
    lacking = [letter for letter, count in left.items() if count]
    return lacking[0] if len(letters) > 2 and len(lacking) == 1 and left[lacking[0]] == 1 else ""


def _supplied(text: str, start: int, gap: int, letters: str) -> bool:
    """Has the word before the name the letter: Vietnam's News Agency (VNA), national Police Service (NPS)?"""
    if gap:
        return False
    before = words_of(text[:start])[-3:]
    return any(word.text[0].upper() == letters[0] for word in before)


def _known_by_name(name: str) -> Iterator[tuple[str, Term]]:
    key = " ".join(content_stems(name))
    for term in full_names().get(key, ()):
        for acronym in term.acronyms:
            yield letters_of(acronym), term


def _near(letters: str, term: Term) -> bool:
    """One letter between the initials, or two that changed places: a slip, and no second name of the body."""
    return any(OSA.distance(letters, letters_of(each)) == 1 for each in term.acronyms)


def _same(one: str, other: str) -> bool:
    return content_stems(one) == content_stems(other)


def two_acronyms(texts: Sequence[str | None]) -> Iterator[tuple[int, Introduction, Introduction]]:
    """(place, introduction, the earlier one) where one name is given a second acronym, a letter away from the first."""
    seen: dict[tuple[str, ...], Introduction] = {}
    for place, text in enumerate(texts):
        for found in introductions(text or ""):
            first = seen.setdefault(content_stems(found.text), found)
            if Levenshtein.distance(first.letters, found.letters) == 1 and not fits(
                found.letters, found.text
            ):
                yield place, found, first


def singular(text: str) -> Iterator[tuple[Span, str]]:
    """(span, right name) of a name in the plural that has lost its s: United Nation, United Arab Emirate."""
    for match in _singulars().finditer(text):
        yield Span(*match.span()), f"{match.group()}s"


@cache
def _singulars() -> re.Pattern[str]:
    bodies = {name for terms in full_names().values() for term in terms for name in term.full}
    plurals = sorted(
        re.escape(name[:-1])
        for name in bodies
        if re.fullmatch(r"United [\w ]+[a-z]s|[A-Z][\w ]+ (?:Nation|State|Emirate)s", name)
    )
    return re.compile(rf"\b(?:{'|'.join(plurals)})\b(?![-’']|s\b| [A-Z])")


def truncated(article: Article, at: int) -> Iterator[Expansion]:
    """Names in full from which a word is missing, or in which one is another, of what one pair's source names.

    The source's own initials tell what a name must have, and the tables what an institution is called.
    """
    source, target = article.sources[at], article.targets[at]
    if not source or not target:
        return
    runs = [(start, end, words) for start, end, words in capital_runs(target) if len(_content(words)) > 1]
    if not runs:
        return
    used = set[int]()
    for gone in lost(source, target, article.language, in_full=True):
        full = (form for form in gone.english if not form.split()[-1].isupper())  # no Hong Kong SAR
        forms = [form for form in full if len(_content(form.split())) > 2 and form[0].isupper()]
        for start, end, words in runs:
            if start in used:
                continue
            wanted = next(
                (form for form in forms if _lacks(words, form) or _breaks_off(words, target[end:], form)),
                None,
            )
            if wanted is None and gone.text == gone.english[0] and not forms:
                letters = letters_of(gone.text)
                wanted = gone.text if len(letters) > 3 and _one_left(letters, words) else None
            if wanted is not None:
                used.add(start)
                yield Expansion(Span(start, end), target[start:end], wanted, gone.span)


def _lacks(words: Sequence[str], form: str) -> bool:
    """Do the words have the form's, but not one from its middle, or are they in another order?

    What comes first is often left out, and so is a last word of few: the Security Council, the Belt and Road.
    """
    wanted, run = content_stems(form), content_stems(" ".join(words))
    size = len(wanted)
    ordered = not SMALL & set(words)  # General Assembly of the United Nations
    return any(
        _damaged(run[at : at + size], wanted, ordered=ordered) for at in range(max(1, len(run) - size + 1))
    )


# Adjectives with which no name ends.
_DANGLING = frozenset(
    "international national general special administrative federal regional european african asian american world "
    "supreme central financial economic environmental industrial agricultural".split()
)


def _breaks_off(words: Sequence[str], after: str, form: str) -> bool:
    """Does a run of capitals end with an adjective in the middle of the form, and nothing follow: the United Nations Special?"""
    wanted, run = content_stems(form), content_stems(" ".join(words))
    if run[-1] not in _DANGLING or words[-1].lower() in SMALL or re.match(r"[\w’' -]*\w", after[:2]):
        return False
    return any(run[-size:] == wanted[:size] for size in range(2, len(wanted)))


def _damaged(run: Sequence[str], wanted: Sequence[str], *, ordered: bool) -> bool:
    found = [next((at for at, other in enumerate(run) if _alike(stem, other)), None) for stem in wanted]
    places = [at for at in found if at is not None]
    lacking = len(wanted) - len(places)
    if len(places) < 2 or lacking > (2 if len(wanted) > 4 else 1) or max(places) - min(places) >= len(places):
        return False
    if places != sorted(places):
        return len(places) > 2 and not lacking and ordered
    damaged = any(at is not None and run[at] != stem for at, stem in zip(found, wanted, strict=True))
    if found[0] is None or found[-1] is None:
        return damaged or (found[0] is not None and len(places) > 2)
    return lacking > 0


def _alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) > 3
        and Levenshtein.normalized_similarity(one, other) >= _ALIKE
        and not (is_english_word(one) and is_english_word(other) and one[:4] != other[:4])
    )
