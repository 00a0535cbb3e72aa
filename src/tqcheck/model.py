"""The vocabulary of a check: spans, severities, categories, hits and findings.

Error categories and severity weights follow MQM (ISO 5060): minor 1, major 5, critical 25.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum


class Side(StrEnum):
    """One side of a bitext."""

    SOURCE = "source"
    TARGET = "target"


class Severity(IntEnum):
    """How much harm an error does; the value is its MQM penalty."""

    MINOR = 1
    MAJOR = 5
    CRITICAL = 25

    @property
    def label(self) -> str:
        """The name as reports and flags spell it."""
        return self.name.lower()

    @classmethod
    def parse(cls, text: str) -> Severity:
        """Read a label. Raises ValueError on another word."""
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"{text!r} is not a severity (minor, major, critical)") from None


class Confidence(IntEnum):
    """How sure a rule is that the error is there."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The name as reports and flags spell it."""
        return self.name.lower()

    @classmethod
    def parse(cls, text: str) -> Confidence:
        """Read a label. Raises ValueError on another word."""
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"{text!r} is not a confidence (low, medium, high)") from None


class Category(Enum):
    """An MQM error type; `folder` is the directory of a rule pack that holds its rules."""

    GARBLED = ("garbled", "fluency/unintelligible", "Garbled text")
    GRAMMAR = ("grammar", "fluency/grammar", "Grammar")
    SPELLING = ("spelling", "fluency/spelling", "Spelling")
    PUNCTUATION = ("punctuation", "fluency/punctuation", "Punctuation")
    INCONSISTENCY = ("inconsistency", "fluency/inconsistency", "Inconsistency")
    NUMBERS = ("numbers", "accuracy/number", "Numbers")
    NAMES = ("names", "accuracy/name", "Names")
    MEANING = ("meaning", "accuracy/mistranslation", "Mistranslation")
    OMISSION = ("omission", "accuracy/omission", "Omission")
    ADDITION = ("addition", "accuracy/addition", "Addition")
    UNTRANSLATED = ("untranslated", "accuracy/untranslated", "Untranslated")
    TERMINOLOGY = ("terminology", "terminology/inconsistent", "Terminology")
    LOCALE = ("locale", "locale/convention", "Locale")
    MARKUP = ("markup", "markup/tag", "Markup")

    def __init__(self, folder: str, mqm: str, title: str) -> None:
        self.folder = folder
        self.mqm = mqm
        self.title = title

    @classmethod
    def from_folder(cls, folder: str) -> Category:
        """The category whose rules live in `folder`. Raises ValueError if there is none."""
        for category in cls:
            if category.folder == folder:
                return category
        known = ", ".join(category.folder for category in cls)
        raise ValueError(f"{folder!r} is not a rule category ({known})")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True when the two share a code point; an empty span overlaps what it lies strictly inside."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The span moved by `by` code points."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The text that it marks."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class SourceEdit:
    """A repair of the source: `file[span]` should read `text` (of a bitext record: the record's own string)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule says: a reason and where, in offsets of the pair's two texts.

    `severity` and `confidence` are given only where this hit differs from its rule's default.
    `suggestions` are replacements for exactly the marked target text. `repair`: where the fault lies in the source, what
    to change there, in the order of the file. `explains`: of a rule that covers, the ids of the pairs of which it says it all,
    so that nothing else is told of them.
    """

    message: str
    target: Span | None = None
    source: Span | None = None
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None
    repair: tuple[SourceEdit, ...] = ()
    explains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: `text == file[span.start:span.end]`; line and column count from 1."""

    span: Span
    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """A fault of the source file and its repair: the lines `first_line` to `last_line` (from 1) read `broken` around the
    fault, line ends included, and should read `repaired`.
    """

    first_line: int
    last_line: int
    broken: str
    repaired: str
    edits: tuple[SourceEdit, ...]

    @property
    def where(self) -> str:
        """The lines in words."""
        if self.first_line == self.last_line:
            return f"line {self.first_line}"
        return f"lines {self.first_line}-{self.last_line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit stamped by the engine with its rule, place in the files and fingerprint.

    `source_span` and `target_span` index the texts of the pair; `source` and `target` the files.
    """

    fingerprint: str
    rule: str
    category: Category
    severity: Severity
    confidence: Confidence
    message: str
    pair: str
    source: Location | None
    target: Location | None
    source_span: Span | None
    target_span: Span | None
    suggestions: tuple[str, ...]
    repair: Repair | None = None  # where the fault is one of the source

    @property
    def harm(self) -> tuple[int, int]:
        """Sort key: the worst and surest first, when sorted in reverse."""
        return (self.severity, self.confidence)


def fingerprint(rule: str, source: str, target: str, marked: str, repeat: int = 0) -> str:
    """Identify a finding by what it says, not by where it stands, so that a baseline survives edits elsewhere.

    `repeat` counts earlier findings of the same rule, texts and mark, so that two are never one.
    """
    parts = (rule, _normalised(source), _normalised(target), _normalised(marked), str(repeat))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _normalised(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
