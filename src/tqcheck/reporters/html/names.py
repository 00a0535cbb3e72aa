"""The ledger as a table: what is to be looked at first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.documents import GIVEN, Pair, is_right_to_left
from tqcheck.names.entries import Entry, Form, Status, worst_first
from tqcheck.names.model import NameKind
from tqcheck.report import ArticleReport
from tqcheck.reporters.html.view import NameForm, NamePair, NameRow, NamesTable


def names_table(key: str, report: ArticleReport) -> NamesTable:
    """The ledger of a document whose rows are `<key>p<number>`."""
    article = report.article
    rows = {
        pair.id: (f"{key}p{number}", pair_label(report, pair) or str(number))
        for number, pair in reversed(list(enumerate(article.pairs, 1)))
    }
    return NamesTable(
        tuple(
            NameRow(
                entry.name,
                "" if entry.kind is NameKind.OTHER else str(entry.kind),
                _told(entry),
                tuple(_forms(entry.source)),
                tuple(_forms(entry.target)),
                tuple(_pairs(entry, rows)),
            )
            for entry in worst_first(report.ledger)
        ),
        _language(article.source_language),
        _language(article.target_language),
    )


def pair_label(report: ArticleReport, pair: Pair) -> str:
    """The id of a given pair, where it says more than its number."""
    return pair.id if report.article.aligned_by == GIVEN and pair.id != report.name else ""


def _language(tag: str) -> tuple[str, str]:
    return tag, "rtl" if is_right_to_left(tag) else "auto"


def _told(entry: Entry) -> str:
    match entry.status:
        case Status.ADDED:
            return "not in the source"
        case Status.MISSING:
            return f"missing {entry.missing}\u00a0×" if entry.target else "missing"
        case Status.SEVERAL:
            return "several renderings"
        case _:
            return ""


def _forms(forms: Iterable[Form]) -> Iterator[NameForm]:
    return (NameForm(form.text, len(form.places)) for form in forms)


def _pairs(entry: Entry, rows: dict[str, tuple[str, str]]) -> Iterator[NamePair]:
    """Each pair once, in the order of the text."""
    source, target = (
        {place.pair for form in side for place in form.places} for side in (entry.source, entry.target)
    )
    for pair, (row, label) in reversed(rows.items()):
        if pair in source or pair in target:
            yield NamePair(row, label, gap=entry.missing > 0 and pair not in target)
