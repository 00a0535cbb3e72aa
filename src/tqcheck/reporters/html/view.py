"""What the page shows, as plain values: the template only writes them down."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.model import Finding
from tqcheck.report import ArticleReport, Check, CheckStatus
from tqcheck.reporters import LINE_END


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. `key` is unique in the page; `number` counts a document's findings as they are read."""

    key: str
    number: int
    finding: Finding
    summary: str
    why: str
    document: str
    marked: str
    home: str  # the id of its mark in the text, or of its row

    @property
    def severity(self) -> str:
        """The label of its severity."""
        return self.finding.severity.label

    @property
    def where(self) -> str:
        """Line and column in the translation, or else in the source."""
        place = self.finding.target or self.finding.source
        side = "translation" if self.finding.target else "source"
        return f"{side}, line {place.line}, column {place.column}" if place else ""

    @property
    def broken(self) -> str:
        """The faulty source, its line ends shown; empty where the fault is not the source's."""
        return LINE_END.sub("⏎", self.finding.repair.broken) if self.finding.repair else ""

    @property
    def repaired(self) -> str:
        """The source as it should read; empty where the fault is not the source's."""
        return LINE_END.sub("⏎", self.finding.repair.repaired) if self.finding.repair else ""

    @property
    def label(self) -> str:
        """What a screen reader says at its mark."""
        return (
            f"Finding {self.number}, {self.severity}, {self.finding.category.title}: {self.finding.message}"
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A flat piece of text with the cards that cover it (worst first) and those whose number stands after it.

    `lost`: it belongs to a word that the other side has no counterpart of.
    """

    text: str
    cards: tuple[Card, ...]
    ends: tuple[Card, ...]
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """One side of a row; `whole`: cards about this side that mark no place in it."""

    language: str
    direction: str
    kind: str
    level: int
    marks: tuple[Mark, ...]
    whole: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a source stands that its translation has in another place: after a row, or first of all (no row)."""

    row: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair. `opens`: a new block of the article begins here. `label`: the id of a given pair.

    `lost`: the words of either side that the other has no counterpart of. `moved`: the row that its source follows, where
    that is not the order of the translation.
    """

    key: str
    number: int
    label: str
    opens: bool
    source: Prose | None
    target: Prose | None
    cards: tuple[Card, ...]
    lost: tuple[str, ...] = ()
    moved: Moved | None = None


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of a document and what was decided about it."""

    side: str
    path: str
    language: str
    notes: str


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way in which a side writes a name, and how often."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class NamePair:
    """A pair that has a name. `gap`: its source has it, and its translation should."""

    row: str
    label: str
    gap: bool


@dataclass(frozen=True, slots=True)
class NameRow:
    """A line of the ledger. `told`: what is not as it should be, empty where all is."""

    name: str
    kind: str
    told: str
    source: tuple[NameForm, ...]
    target: tuple[NameForm, ...]
    pairs: tuple[NamePair, ...]


@dataclass(frozen=True, slots=True)
class NamesTable:
    """The ledger of a document, worst first, with the languages (tag, direction) of both columns."""

    rows: tuple[NameRow, ...]
    source: tuple[str, str]
    target: tuple[str, str]

    @property
    def gist(self) -> str:
        """How many names there are and how many are to be looked at."""
        told = sum(bool(row.told) for row in self.rows)
        names = f"{len(self.rows)} name{'s' if len(self.rows) != 1 else ''}"
        return f"{names}, {told} to look at" if told else names


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document. `bilingual`: its rows have two columns. `cards` come worst first.

    `silenced` says how many findings were left out because of names; empty where there were none.
    """

    key: str
    title: str
    headline: str
    files: tuple[FileLine, ...]
    aligned_by: str
    report: ArticleReport
    bilingual: bool
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    names: NamesTable
    silenced: str
    formula: str
    counts: tuple[tuple[str, int], ...]

    @property
    def ran(self) -> tuple[Check, ...]:
        """The checks that ran."""
        return tuple(check for check in self.report.checks if check.status is CheckStatus.RAN)

    @property
    def unrelated(self) -> bool:
        """Two files that are different articles: the translation was checked alone."""
        return self.report.article.source is not None and not self.report.article.comparable


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter: what it is called, the value it filters by, how many findings it has."""

    group: str
    value: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report. `cards`: every finding, worst first. `not_run`: with the number of documents."""

    title: str
    version: str
    signature: str
    problems: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    cards: tuple[Card, ...]
    chips: tuple[Chip, ...]
    counts: tuple[tuple[str, int], ...]
    not_run: tuple[tuple[Check, int], ...]
    rules: int

    @property
    def failed(self) -> int:
        """How many documents have the verdict "fail"."""
        return sum(document.report.score.verdict == "fail" for document in self.documents)
