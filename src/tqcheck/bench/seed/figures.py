"""Figures written wrong, left out or made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from tqcheck.bench.seed.dates import figures_of_dates, years
from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import COMPARED, SCALES, UNITS, alternation
from tqcheck.model import Span

# With a mark in it, and nothing that makes it a date, a clock time, a version or part of another.
_GROUPED = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?![\w:/-]|[.,]\d)")
_DECIMAL = re.compile(r"(?<![\w.,:/-])\d{1,3}[.,]\d{1,2}(?=\s?[%‰°]|\s[^\W\d_]{2})(?!\s?(?:[ap]\.?m\b|Uhr))")
_ORDINAL = re.compile(r"(?<![\w.,:/-])[2-9][1-9](?=(?:st|nd|rd|th)\b)")
_SWAPPED = str.maketrans(".,", ",.")
_COUNT = r"(?<![\w.,:/$€£¥-])(?:[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d+|[3-9])(?![.,]\d)"
# A count after a determiner, before what is surely a plural.
_PLURALS = {
    "en": r"\b(?:the|these|those|their|its|our) (?=[a-z]{2,}[^\Wsui]s\b(?!['’]))",
    "de": r"\b(?:[Dd]ie|[Dd]iese|[Ii]hre) (?=[A-ZÄÖÜ][a-zäöü]{2,}(?:ungen|heiten|keiten|innen)\b)",
    "fr": r"\b(?:[Ll]es|[Cc]es|[Ll]eurs|[Ss]es) (?=[a-zà-ü]{3,}s\b)",
    "es": r"\b(?:[Ll]os|[Ll]as|[Ee]stos|[Ee]stas|[Ss]us) (?=[a-zá-ü]{3,}s\b)",
    "pt": r"\b(?:[Oo]s|[Aa]s|[Ee]stes|[Ee]stas|[Ss]eus|[Ss]uas) (?=[a-zà-ü]{3,}s\b)",
}
_NO_PLURAL = re.compile(r"(?:news|series|species|[a-z]+ics|means|headquarters|always|perhaps)\b")
# After these a count is wanted: "one of the 48", "the last six", "between 3 and".
_WANT_A_COUNT = frozenset(
    "the a an of to by or one these those other about among nearly almost last next some over only than from and first "
    "between die der den dem und les de à et los las y e os as".split()
)
_INSIDE = re.compile(r"([^\W\d_]+)\s$")


def _formats(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """Point and comma in each other's place: 1.500 and 3,5 in English."""
    text = document.pairs[index].target
    dated = set(figures_of_dates(document, text))
    return [
        Edit(span, match.group().translate(_SWAPPED))
        for pattern in (_GROUPED, _DECIMAL)
        for match in pattern.finditer(text)
        if (span := Span(*match.span())) not in dated
    ]


def _breaks(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A space in a figure: 1 ,500, 3. 5, 7 5th, 20 21."""
    text = document.pairs[index].target
    cuts = [
        *((m, at) for m in _GROUPED.finditer(text) for at in _beside(m.group(), m[1])),
        *(
            (m, at)
            for m in _DECIMAL.finditer(text)
            for at in _beside(m.group(), re.sub(r"\d", "", m.group()))
        ),
        *((m, 1) for m in _ORDINAL.finditer(text)),
        *((m, 2) for m in years(document, text)),
    ]
    return [Edit(Span(*match.span()), f"{match.group()[:at]} {match.group()[at:]}") for match, at in cuts]


def _beside(figure: str, mark: str) -> tuple[int, int]:
    return figure.index(mark), figure.index(mark) + 1


def _drops(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A count is gone, with what rounds it: "more than 48 rooms" becomes "rooms"."""
    if document.tight:
        return []
    text, language = document.pairs[index].target, document.target_lang
    dated = set(figures_of_dates(document, text))
    hedges = alternation(phrase for pair in COMPARED.get(language, ()) for phrase in pair)
    hedge = rf"(?:(?<!\w)(?i:{hedges}) )?" if language in COMPARED else ""
    scales = alternation({word for ladder in SCALES.get(language, ()) for word in ladder})
    scale = rf"(?: {scales})?" if language in SCALES else ""
    # A unit cannot stand without its figure.
    units = rf"(?!{alternation(UNITS[language])}(?!\w))" if language in UNITS else ""
    noun = r"(?=[a-z]{2,}[^\Wsui]s\b)" if language == "en" else r"(?=[^\W\d_]{4,})"
    pattern = rf"{hedge}(?P<count>{_COUNT}){scale} {units}{noun}"
    return [
        Edit(Span(*match.span()), "")
        for match in re.finditer(pattern, text)
        if Span(*match.span("count")) not in dated and _can_be_missed(text[: match.start()])
    ]


def _can_be_missed(before: str) -> bool:
    """Whether the sentence still reads well without a count after this."""
    word = _INSIDE.search(before)
    return word is not None and word[1].lower() not in _WANT_A_COUNT


def _additions(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """A count that nobody gave: "the rooms" becomes "the 48 rooms"."""
    text = document.pairs[index].target
    source = document.pairs[index].source or ""
    return list(_counts(text, source, _PLURALS.get(document.target_lang, ""), rng))


def _counts(text: str, source: str, pattern: str, rng: Random) -> Iterator[Edit]:
    for match in re.finditer(pattern, text) if pattern else ():
        if not _NO_PLURAL.match(text, match.end()):
            count = rng.choice([n for n in range(13, 100) if str(n) not in source and str(n) not in text])
            end = match.end()
            yield Edit(Span(end, end), f"{count} ", mark=Span(end, end + len(str(count))))


number_format = in_one_pair(_formats, bilingual=False)
number_broken = in_one_pair(_breaks, bilingual=False)
number_dropped = in_one_pair(_drops)
number_added = in_one_pair(_additions)
