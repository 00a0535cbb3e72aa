"""Blocks → sentences.

A sentence may end where a terminator stands with the quotes that close after it. What follows decides: a
letter of the wrong case, a verb of saying, a Japanese particle or an enumerator goes on, and so does a full
stop that belongs to an abbreviation, an initial or an ordinal.

For languages whose abbreviations we have not listed, the library sentencex must agree. It is asked without
quotation marks, since it never ends a sentence inside a quotation, and newspapers quote whole paragraphs: by
itself it misses 10 to 17 of 100 boundaries of news in the languages listed here, which we miss 1 of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from tqcheck.abbreviations import ALWAYS, BEFORE_NUMBER, OFTEN, ORDINAL_LANGUAGES, SAYING, STARTERS, UNITS
from tqcheck.documents import BlockKind, Document, Segment, primary_language
from tqcheck.model import Span


def segment(document: Document) -> tuple[Segment, ...]:
    """The sentences of a document's prose, in order, without white space at their ends.

    Every other character of a block is in exactly one of them. A heading is one sentence.
    """
    language = primary_language(document.language)
    return tuple(
        Segment(block.passage.slice(span), index, block.kind)
        for index, block in enumerate(document.prose)
        for span in (
            _whole(block.passage.text)
            if block.kind is BlockKind.HEADING
            else sentence_spans(block.passage.text, language)
        )
    )


def lines(document: Document) -> tuple[Segment, ...]:
    """The lines of a document read as segmented, in order, without white space at their ends; blank ones are none."""
    return tuple(
        Segment(block.passage.slice(span), index, block.kind)
        for index, block in enumerate(document.prose)
        for line in _LINE.finditer(block.passage.text)
        for span in _whole(block.passage.text, *line.span())
    )


_LINE = re.compile(r"[^\r\n]+")


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a paragraph; `language` is a BCP 47 tag, `und` if unknown."""
    cuts = [0, *_boundaries(text, primary_language(language)), len(text)]
    spans = list[Span]()
    for start, end in pairwise(cuts):
        for span in _whole(text, start, end):
            # Smileys, dots and stray quotes belong to the sentence before them.
            if spans and not _has_word(span.of(text)):
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
    return tuple(spans)


def _whole(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    part = text[start:end]
    if not part.strip():
        return ()
    start += len(part) - len(part.lstrip())
    return (Span(start, start + len(part.strip())),)


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


_TERMINATOR = re.compile(r"[.!?…。！？｡．؟۔।॥‼⁇⁈⁉]+(?: ?(?:\.\.+|…+))*")
_WIDE = "。！？｡．؟۔।॥"
_CLOSERS = "”’»«›‹“‘\"'」』】》〉）)]］"
_OPENERS = "“‘«»‹›„‚\"'「『【《〈（([［¿¡"
_QUOTES = str.maketrans(dict.fromkeys("“”‘«»‹›„‚\"'「」『』《》〈〉()（）[]［］【】", " "))
_BRACKETS = re.compile(
    r"\([^()]{0,200}\)|（[^（）]{0,200}）|\[[^\[\]]{0,200}\]|《[^《》]{0,100}》|【[^【】]{0,100}】"
)


def _boundaries(text: str, language: str) -> Iterator[int]:
    """Offsets at which a sentence begins, without the first."""
    stops: list[int] | None = None
    asides = [match.span() for match in _BRACKETS.finditer(text)]
    begun = 0
    for match in _TERMINATOR.finditer(text):
        end = _after_closers(text, match.end())
        start = _skip_space(text, end)
        if start >= len(text):
            return
        if _inside(asides, match.start(), end):
            continue
        before, mark = text[max(begun, match.start() - _REACH) : match.start()].lstrip(), match[0]
        if mark == "!" and before.endswith("Yahoo"):
            continue
        if not _may_break(text, mark, end, start) or _ENUMERATOR.fullmatch(before.strip(_OPENERS)):
            continue
        if _goes_on(text, match.start(), end, start, language):
            continue
        if mark == "." and not _glued(text, match.start(), start):
            if not _stop_ends(text, before, start, language):
                continue
            if language not in ALWAYS:
                stops = _sentencex(text, language) if stops is None else stops
                if not _near(stops, match.end(), _first_word(text, start)):
                    continue
        begun = start
        yield start


def _inside(asides: list[tuple[int, int]], start: int, end: int) -> bool:
    """True if start..end lies within one of the bracketed asides, which are sorted and do not overlap."""
    at = bisect_left(asides, (start, 0)) - 1
    return at >= 0 and end < asides[at][1]


_ENUMERATOR = re.compile(r"\d{1,3}|[A-Za-z]|[IVXivx]{1,5}|[一二三四五六七八九十]{1,3}|[А-Я]")


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _after_closers(text: str, at: int) -> int:
    """Where the quotes and brackets that close after a terminator end; French sets a space before one."""
    while True:
        gap = _skip_space(text, at)
        if gap < len(text) and text[gap] in _CLOSERS and _closes(text, gap):
            at = gap + 1
        else:
            return at


# Characters looked back for what a mark belongs to: longer than any quotation of several sentences.
_REACH = 4000


def _closes(text: str, at: int) -> bool:
    """True if the mark at `at` closes something, by what stands beside it and, failing that, by what is open."""
    low = max(0, at - _REACH)
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char in "”」』】》〉）)]］":
        return True
    if char in "“‘" or (char == "«" and "»" not in text[low:at]):
        # A closing “ ends a German quotation opened by „ (‚‘ within); in other languages it opens one.
        opener = {"“": "„", "‘": "‚", "«": "»"}[char]
        return text.count(opener, low, at) > text.count(char, low, at)
    if not before.isspace():
        return (
            after.isspace()
            or not after
            or not (after.isalnum() or after in _OPENERS)
            or after in _CLOSERS
            or char in "»’›"
        )
    if not after.isspace() and after:
        return char in "»›" and text.count({"»": "«", "›": "‹"}[char], low, at) > text.count(char, low, at)
    if char in "\"'":
        return text.count(char, low, at) % 2 == 1
    return char in "»›’"


def _may_break(text: str, mark: str, end: int, start: int) -> bool:
    """True if what surrounds the mark is spaced as the end of a sentence is."""
    if start > end or mark[-1] in _WIDE or _CJK.match(text[start]):
        return True
    if text[end - 1] in _CLOSERS and text[start] in _OPENERS:
        return True
    return mark == "." and _glued(text, end - 1, start)


_CJK = re.compile("[\u3001-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_GLUED_BEFORE = re.compile(r"(?:^|[\s(«“\"])[^\W\d_]+$")
_GLUED_AFTER = re.compile(r"[^\W\d_]+,?\s")


def _glued(text: str, stop: int, start: int) -> bool:
    """A space forgotten after a full stop ("the sea.The ship"), and not a name with a dot in it (Diia.Business)."""
    if start != stop + 1:
        return False
    before, after = _GLUED_BEFORE.search(text[max(0, stop - 30) : stop]), _GLUED_AFTER.match(text, start)
    if not before or not after:
        return False
    left, right = before[0].strip('\t\n («“"'), after[0]
    return len(left) > 2 and left.islower() and right[0].isupper() and right[1:].islower()


def _first_word(text: str, start: int) -> int:
    """Where the first word at or after `start` begins."""
    at = start
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at


def _goes_on(text: str, mark: int, end: int, start: int, language: str) -> bool:
    """True if what follows belongs to the same sentence."""
    closed = text[end - 1] in _CLOSERS
    following = text[start:]
    if closed and (SAYING_AFTER[language].match(following) if language in SAYING_AFTER else False):
        return True
    first = text[_first_word(text, start) : _first_word(text, start) + 2]
    if first[:1].islower() and not first[1:].isupper():
        return True
    if language == "ja" and (
        _PARTICLE.match(following) if closed else start == end and _QUOTING.match(following)
    ):
        return True
    if language == "ko" and closed and start == end:
        return True
    if language == "zh" and closed and following[0] in "的地得等之、，；：,":
        return True
    if text[start] in ",;:，；：、–—" or (text[start] == "-" and text[start + 1 : start + 2].isspace()):
        return closed or text[start] not in "–—-"
    # Dots often trail off inside a sentence; they end it only where something else says so.
    trailing = text[mark:end].strip(_CLOSERS + " ")
    return (
        set(trailing) <= set(".…。 ")
        and len(trailing) > 1 - (trailing == "…")
        and not closed
        and (start == end or bool(_CJK.match(text[start])))
    )


_PARTICLE = re.compile(
    "と(?!ころ|きに)|って|の|を|に|が|は|も(?!し)|で(?!も)|や(?!は|が)|へ|から|まで|だ(?!が)|です|など|ら|さん|より"
)
_QUOTING = re.compile("と(?!ころ|き|も|て)|って|という|など|の|に")

SAYING_AFTER = {language: re.compile(pattern) for language, pattern in SAYING.items()}
_LAST_TOKEN = re.compile(r"[^\s(«“„\"'‘’\[]+$")
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]")
_NEXT_WORD = re.compile(r"[\W_]*([^\W\d_]+)(\.?)")
_ORDINAL = re.compile(r"(?:^|[\s(–-])\d{1,2}$")
_ORDINAL_AFTER = re.compile(r"\b(?:am|der|dem|den|des|die|das|vom|zum|im|und|bis|ab|seit|beim)\s+\d+$")
_BROKEN_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}$")
_AFTER_NUMBER = re.compile(r"(?:\d|\b(?:Mio|Mrd|млн|млрд|тыс|тис))\.?\s?[^\W\d_]+$")


def _stop_ends(text: str, before: str, start: int, language: str) -> bool:
    """True unless the full stop after `before` belongs to an abbreviation, an initial or an ordinal."""
    following = _NEXT_WORD.match(text, start)
    word = following[1].lower() if following else ""
    starts = word in STARTERS.get(language, ()) and not (following and following[2] and len(word) < 3)
    number = text[_first_word(text, start) :][:1].isdigit()
    if number and _BROKEN_NUMBER.search(before):
        return False  # "7. 5 million": the rules must see it whole
    if _ORDINAL.search(before) and language in ORDINAL_LANGUAGES:
        return starts and not _ORDINAL_AFTER.search(before)
    found = _LAST_TOKEN.search(before)
    if not found or not found[0][0].isalpha():
        return True
    token = found[0].lower()
    initial = len(token) == 1 and found[0].isupper()
    if token in BEFORE_NUMBER.get(language, ()) and (number or not initial):
        return not number
    if token in UNITS and not initial and _AFTER_NUMBER.search(before):
        return not number and word not in {"сша", "рф", "оон"}
    if token in ALWAYS.get(language, ()) or token in ALWAYS["und"]:
        return False
    if token in OFTEN["und"] or token in OFTEN.get(language, ()):
        return starts or not word
    if _INITIALS.fullmatch(found[0]) and token != {"en": "i", "ru": "я", "uk": "я"}.get(language):
        return starts  # "J. Smith" and "U.S. Army" go on; "in the U.S. He said" does not
    return True


def _sentencex(text: str, language: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    neutral = text.translate(_QUOTES)
    return [boundary["end_index"] for boundary in get_sentence_boundaries(language, neutral)]


def _near(stops: list[int], low: int, high: int) -> bool:
    """True if one of the sorted `stops` lies in low..high."""
    at = bisect_left(stops, low)
    return at < len(stops) and stops[at] <= high
