"""Line breaks of a source that cut a word, number or sentence in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.documents import GIVEN, AlignedArticle, BlockKind, primary_language
from tqcheck.model import Confidence, SourceEdit, Span
from tqcheck.source_faults.edits import joined
from tqcheck.source_faults.furniture import is_page_number, running_headers
from tqcheck.source_faults.unspaced_lines import goes_on
from tqcheck.source_faults.words import UNLISTED, cuts_word, is_usual, rarity

_ENDS = re.compile(r"[.!?:;…。！？：；︰؟۔।—–-][\"'”’»“«)\]）】」』》〉]*$|[»”」』)）】》]$")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HYPHEN = re.compile(r"(?P<word>[^\W\d_]+)(?P<hyphen>[-\u2010\u00ad\u00ac])$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
# Captions and credits, whose line needs no full stop.
_CAPTION = re.compile(r"^图|^[(（]|^写真|摄|摄影|资料图|供图|来源|记者|撮影|提供$")
_NUMBERED = re.compile(r"^\d{1,3}\s*[.)、．）]|^\d{1,4}[-/年]")
# A subheading is shorter: in characters where a script has no spaces, else in words. A comma betrays a sentence too.
_LONG_LINE, _MANY_WORDS = 25, 8
# Whether an article's paragraphs end in a full stop at all: four of five others, and at least these many.
_FINISHED, _LEAST_OTHERS = 0.8, 3
# A sentence has begun; fewer are a title or a label.
_FEW_WORDS = 3
# A footer, a page number and a header may come between two lines.
_MOST_FURNITURE = 4


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """The source blocks number `first` and `second` are one sentence: `text` and `rest`, joined with `glue` when the last
    `dropped` characters (a hyphen) of the first are gone.
    """

    first: int
    second: int
    text: str
    rest: str
    glue: str
    dropped: int
    confidence: Confidence
    repair: SourceEdit | None

    @property
    def over_page(self) -> bool:
        """Whether what a page prints at its edge comes between."""
        return self.second > self.first + 1


def broken_lines(article: AlignedArticle) -> Iterator[BrokenLine]:
    """Breaks inside a sentence in the order of the source; whether they did harm, the pairs tell."""
    lines = _lines(article)
    language = primary_language(article.source_language)
    headers = running_headers([line.text for line in lines])
    for index, line in enumerate(lines):
        at = index + 1  # of the line that goes on, behind what a page prints at its edge
        while at < len(lines) and _is_furniture(lines[at].text, headers) and at - index < _MOST_FURNITURE:
            at += 1
        if at >= len(lines) or _is_furniture(line.text, headers):
            continue
        cut = _cut(line, lines[at], language, over_page=at > index + 1)
        if cut is None:
            continue
        # Subtitles are cut at commas, and each clause becomes a sentence: two of two in people's translations were wrong.
        clause = article.aligned_by == GIVEN and line.text.endswith((",", "，", "、"))
        yield BrokenLine(
            index,
            at,
            line.text,
            lines[at].text,
            cut.glue,
            cut.dropped,
            Confidence.LOW if clause else cut.confidence,
            _repair(article, index, at, cut),
        )


@dataclass(frozen=True, slots=True)
class _Cut:
    """A break inside a sentence: `glue` is what the halves are joined with, when the last `dropped` characters (a hyphen)
    of the first are gone.
    """

    confidence: Confidence
    glue: str
    dropped: int = 0


def _repair(article: AlignedArticle, index: int, at: int, cut: _Cut) -> SourceEdit | None:
    """What joins two blocks of the source file; None for records of a bitext, and where markup parts them."""
    if article.source is None or article.aligned_by == GIVEN:
        return None
    file, blocks = article.source.text, [article.source.prose[each].passage for each in range(index, at + 1)]
    if not all(block.runs for block in blocks):
        return None
    gap = Span(blocks[0].runs[-1].end, blocks[-1].runs[0].start)
    headers = {block.text for block in blocks[1:-1]}
    plain = all(
        not line or _is_furniture(line, headers) for line in map(str.strip, gap.of(file).splitlines())
    )
    if not plain and any(
        joined(file, one.runs[-1].end, two.runs[0].start, "") is None for one, two in pairwise(blocks)
    ):
        return None
    return SourceEdit(Span(gap.start - cut.dropped, gap.end), cut.glue)


def _is_furniture(text: str, headers: Set[str]) -> bool:
    return is_page_number(text) or text in headers


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of the source. `usual`: nearly all others end as sentences do; `tight`: no blank line parts it from the
    next, as blank lines part the others. `dense`: no blank line parts any two.
    """

    kind: BlockKind
    text: str
    usual: bool
    tight: bool
    dense: bool
    is_opening: bool  # a title or what stands below one

    @property
    def is_finished(self) -> bool:
        return _ENDS.search(self.text) is not None


def _lines(article: AlignedArticle) -> list[_Line]:
    source = article.source
    if source is None or not source.prose:
        return []
    blocks = source.prose
    texts = [block.passage.text.strip() for block in blocks]
    paragraphs = [
        bool(_ENDS.search(text))
        for text, block in zip(texts, blocks, strict=True)
        if block.kind is BlockKind.PARAGRAPH
    ]
    gaps = [
        source.text[one.passage.runs[-1].end : two.passage.runs[0].start].count("\n") > 1
        if one.passage.runs and two.passage.runs
        else True
        for one, two in pairwise(blocks)
    ]
    dense = article.aligned_by != GIVEN and not any(gaps)
    gaps.append(True)
    spaced = sum(gaps) >= _FINISHED * len(gaps)
    others = len(paragraphs) - 1
    return [
        _Line(
            block.kind,
            text,
            # The line itself is no witness: it has no end, or else is not asked.
            usual=others >= _LEAST_OTHERS and sum(paragraphs) >= _FINISHED * others,
            tight=spaced and not gap,
            dense=dense,
            is_opening=index == 0
            or (
                not _ENDS.search(texts[index - 1])
                and (index == 1 or blocks[index - 1].kind is BlockKind.PARAGRAPH)
            ),
        )
        for index, (block, text, gap) in enumerate(zip(blocks, texts, gaps, strict=True))
    ]


def _cut(line: _Line, following: _Line, language: str, *, over_page: bool) -> _Cut | None:
    """How surely the break between two blocks is in the middle of a sentence, and what joins them; None if it is not."""
    text, rest = line.text, following.text
    running = {BlockKind.PARAGRAPH, BlockKind.HEADING}
    if not text or not rest or following.kind is not BlockKind.PARAGRAPH or line.kind not in running:
        return None
    hyphenated = _hyphenated(text, rest, language)
    if hyphenated is not None:
        return hyphenated
    if line.is_finished:
        return None
    if text[-1].isdigit() and rest[0].isdigit():
        return None if over_page or _NUMBERED.match(rest) else _Cut(Confidence.HIGH, "")
    # Short lines between blank ones are read as headings: one with a comma may be the beginning of a sentence.
    is_title = line.kind is BlockKind.HEADING and not (
        re.search("[，、]", text) and goes_on(text, rest, language)
    )
    if is_title or not (following.is_finished or line.usual):
        return None
    confidence = _unfinished(line, following, language, over_page=over_page)
    return None if confidence is None else _Cut(confidence, _glue(text, rest, language))


def _unfinished(line: _Line, following: _Line, language: str, *, over_page: bool) -> Confidence | None:
    """How surely the second line goes on with the sentence of the first."""
    text, rest = line.text, following.text
    if rest.split()[0].islower():
        return Confidence.HIGH if len(text.split()) >= _FEW_WORDS else None
    wide = bool(_CJK.match(text[-1]) and _CJK.match(rest[0]))
    if goes_on(text, rest, language):
        return Confidence.HIGH
    long = len(text) >= _LONG_LINE or "，" in text if wide else len(text.split()) >= _MANY_WORDS
    if line.is_opening or not long:
        return None
    if line.tight:
        return Confidence.MEDIUM
    # Between blank lines it may be a caption or, where a capital could begin a sentence, anything.
    caseless = rest[0].isalpha() and rest[0].lower() == rest[0].upper()
    if over_page:
        return Confidence.MEDIUM if line.usual and caseless else None
    if not line.usual or not caseless:
        return None
    if not wide:
        return Confidence.MEDIUM
    likely = line.dense and following.is_finished and re.search("[，、]", text) and not _CAPTION.search(text)
    return Confidence.MEDIUM if likely else Confidence.LOW


def _hyphenated(text: str, rest: str, language: str) -> _Cut | None:
    """A word that the end of the line divides: “govern- / ment”, and also “well- / known”."""
    end, begin = _HYPHEN.search(text), _FIRST_WORD.match(rest)
    if end is None or begin is None or not begin[0].islower() or len(text.split()) < _FEW_WORDS:
        return None
    left, right = end["word"], begin[0]
    both = is_usual(left, language) and is_usual(right, language)
    if is_usual(left + right, language) or (not both and rarity(left + right, language) < UNLISTED):
        return _Cut(Confidence.HIGH, "", dropped=1)
    if end["hyphen"] == "-" and both:
        return _Cut(Confidence.MEDIUM, "")  # the hyphen belongs to it
    return None


def _glue(text: str, rest: str, language: str) -> str:
    """What was lost where the line was broken: a space, or nothing inside a word and between Han and kana."""
    if _UNSPACED.match(text[-1]) or _UNSPACED.match(rest[0]):
        return ""
    end, begin = _LAST_WORD.search(text), _FIRST_WORD.match(rest)
    inside = end and begin and not begin[0][0].isupper() and cuts_word(end[0], begin[0], language)
    return "" if inside else " "
