"""From a report to what the page shows of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from tqcheck.documents import (
    GIVEN,
    AlignedArticle,
    BlockKind,
    Document,
    Pair,
    Text,
    is_right_to_left,
    primary_language,
)
from tqcheck.facts import SupportedWord, WordSupport
from tqcheck.model import Category, Finding, Severity, Side, Span
from tqcheck.report import ArticleReport, Report, Score
from tqcheck.reporters import ReportOptions, left_out
from tqcheck.reporters.html.marks import flat_pieces
from tqcheck.reporters.html.names import names_table, pair_label
from tqcheck.reporters.html.order import moved
from tqcheck.reporters.html.view import Card, Chip, DocumentView, FileLine, Mark, Moved, Page, Prose, Row

_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def page_of(report: Report, options: ReportOptions) -> Page:
    """Everything that the page shows of a report."""
    documents = tuple(
        _document(index, document, options.rules) for index, document in enumerate(report.documents, 1)
    )
    cards = [card for document in documents for card in document.cards]
    cards.sort(key=lambda card: card.finding.harm, reverse=True)  # stable: then in order of documents
    not_run = Counter(check for document in report.documents for check in document.skipped)
    return Page(
        title=documents[0].title if len(documents) == 1 else f"{len(documents)} documents",
        version=report.version,
        signature=report.signature,
        problems=report.problems,
        documents=documents,
        cards=tuple(cards),
        chips=(*_severity_chips(cards), *_category_chips(cards)),
        counts=tuple(report.counts.items()),
        not_run=tuple(not_run.items()),
        rules=len(options.rules),
    )


def _severity_chips(cards: Iterable[Card]) -> list[Chip]:
    count = Counter(card.finding.severity for card in cards)
    return [Chip("severity", s.label, s.label, count[s]) for s in sorted(Severity, reverse=True) if count[s]]


def _category_chips(cards: Iterable[Card]) -> list[Chip]:
    count = Counter(card.finding.category for card in cards)
    return [Chip("category", c.folder, c.title, count[c]) for c in Category if count[c]]


def _document(index: int, report: ArticleReport, rules: Mapping[str, tuple[str, str]]) -> DocumentView:
    article, key = report.article, f"d{index}"
    title = report.name or article.target.path
    cards = _cards(key, title, report, rules)
    counts = Counter(card.severity for card in cards)
    return DocumentView(
        key=key,
        title=title,
        headline=_headline(article) or "/".join(PurePath(title).parts[-2:]),
        files=tuple(_files(report)),
        aligned_by="" if article.aligned_by == GIVEN or article.source is None else article.aligned_by,
        report=report,
        bilingual=any(pair.source for pair in article.pairs),
        rows=tuple(_rows(key, report, cards)),
        cards=tuple(cards),
        names=names_table(key, report),
        silenced=left_out(sum(report.silenced.values())) if report.silenced else "",
        formula=_formula(report.score, counts),
        counts=tuple((s.label, counts[s.label]) for s in sorted(Severity, reverse=True)),
    )


def _headline(article: AlignedArticle) -> str:
    """The translation's own headline, empty where it does not begin with one."""
    first = article.pairs[0].target if article.pairs else None
    return first.text.strip() if first and first.kind is BlockKind.HEADING else ""


def _files(report: ArticleReport) -> Iterator[FileLine]:
    for side, document in ((Side.SOURCE, report.article.source), (Side.TARGET, report.article.target)):
        if document is not None:
            notes = (document.encoding.upper(), *document.notes)
            name = "Source" if side is Side.SOURCE else "Translation"
            yield FileLine(name, document.path, _language_name(document.language), " · ".join(notes))


def _language_name(tag: str | None) -> str:
    name = _LANGUAGES.get(primary_language(tag))
    return f"{name} ({tag})" if name else tag or "language unknown"


def _formula(score: Score, counts: Mapping[str, int]) -> str:
    """The score's formula with its numbers in place."""
    numbers = {
        **{severity.label: counts.get(severity.label, 0) for severity in Severity},
        "words": score.words,
    }
    filled = re.sub(r"[a-z]+", lambda word: f"{numbers.get(word[0], '')} {word[0]}".strip(), Score.FORMULA)
    return f"{filled} = {score.per_1000_words}"


def _cards(key: str, title: str, report: ArticleReport, rules: Mapping[str, tuple[str, str]]) -> list[Card]:
    """The findings as cards, worst first, numbered as they are read."""
    pairs = {pair.id: (index, pair) for index, pair in reversed(list(enumerate(report.article.pairs, 1)))}

    def place(finding: Finding) -> tuple[int, int]:
        span = finding.target_span or finding.source_span
        return pairs[finding.pair][0], span.start if span else 0

    in_order = sorted(range(len(report.findings)), key=lambda index: place(report.findings[index]))
    numbers = {index: number for number, index in enumerate(in_order, 1)}
    cards = []
    for index, finding in enumerate(report.findings):
        row, pair = pairs[finding.pair]
        card_key = f"{key}f{numbers[index]}"
        summary, why = rules.get(finding.rule, ("", ""))
        marked = finding.target_span.of(pair.target_text) if finding.target_span else ""
        home = "t" if pair.target else "s" if finding.source_span and pair.source else None
        cards.append(
            Card(
                key=card_key,
                number=numbers[index],
                finding=finding,
                summary=summary,
                why=why,
                document=title,
                marked=marked,
                home=f"{card_key}{home}" if home else f"{key}p{row}",
            )
        )
    return cards


def _rows(key: str, report: ArticleReport, cards: Iterable[Card]) -> Iterator[Row]:
    article = report.article
    of_pair: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: card.number):
        of_pair.setdefault(card.finding.pair, []).append(card)
    blocks: dict[str, int] = {}
    numbers = {pair.id: number for number, pair in enumerate(article.pairs, 1)}
    elsewhere = {
        id_: Moved(f"{key}p{numbers[before.id]}", str(numbers[before.id])) if before else Moved()
        for id_, before in moved(article).items()
    }
    for number, pair in enumerate(article.pairs, 1):
        block = ("target", pair.target) if pair.target else ("source", pair.source)
        first = block[1].blocks[0] if block[1] else 0
        opens = blocks.get(block[0]) != first
        blocks[block[0]] = first
        own = tuple(of_pair.pop(pair.id, ()))
        support = report.support.get(pair.id, WordSupport())
        omitted, added = _lost(support.source), _lost(support.target)
        yield Row(
            key=f"{key}p{number}",
            number=number,
            label=pair_label(report, pair),
            opens=opens,
            source=_prose(pair, Side.SOURCE, article.source, own, omitted),
            target=_prose(pair, Side.TARGET, article.target, own, added),
            cards=own,
            lost=(
                *(span.of(pair.source_text) for span in omitted),
                *(span.of(pair.target_text) for span in added),
            ),
            moved=elsewhere.get(pair.id),
        )


def _lost(words: Iterable[SupportedWord]) -> list[Span]:
    return [word.span for word in words if word.unsupported]


def _prose(
    pair: Pair, side: Side, document: Document | None, cards: Sequence[Card], lost: Sequence[Span]
) -> Prose | None:
    text = pair.source if side is Side.SOURCE else pair.target
    if text is None:
        return None
    spans = [(card, span) for card in cards if (span := _span(card.finding, side)) is not None]
    # What marks nothing in the translation is about all of it; a source without a mark is just not meant.
    whole = [card for card in cards if side is Side.TARGET and card.finding.target_span is None]
    return Prose(
        language=text.language,
        direction="rtl" if is_right_to_left(text.language) else "auto",
        kind=text.kind.value,
        level=_level(text, document),
        marks=tuple(_marks(text.text, spans, lost)),
        whole=tuple(whole),
    )


def _span(finding: Finding, side: Side) -> Span | None:
    return finding.source_span if side is Side.SOURCE else finding.target_span


def _marks(text: str, spans: Sequence[tuple[Card, Span]], lost: Sequence[Span]) -> Iterator[Mark]:
    for piece in flat_pieces(text, [*(span for _, span in spans), *lost]):
        covers = [spans[index][0] for index in piece.covers if index < len(spans)]
        covers.sort(key=lambda card: -card.finding.severity)
        ends = tuple(spans[index][0] for index in piece.ends if index < len(spans))
        yield Mark(piece.text, tuple(covers), ends, lost=len(covers) < len(piece.covers))


def _level(text: Text, document: Document | None) -> int:
    """The level of a heading, 1 to 6; 0 for other text."""
    blocks = document.prose if document else ()
    return blocks[text.blocks[0]].level if text.blocks[0] < len(blocks) else 0
