"""What the planters work on and what they return."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from tqcheck.bench.labels import Gold, Spans
from tqcheck.model import Severity, Side, Span

# Written without spaces between words: what counts words elsewhere counts characters here.
SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation. `source` is None where there is the translation alone."""

    id: str
    source: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Document:
    """A clean article: its pairs in order. Languages are primary subtags, such as `zh`."""

    id: str
    source_lang: str
    target_lang: str
    pairs: tuple[Pair, ...]

    @property
    def spaced(self) -> bool:
        """True if the target's words have spaces between them."""
        return self.target_lang not in SPACELESS

    @property
    def tight(self) -> bool:
        """True if words follow a figure without a space, as in 2019년 and 5万人."""
        return self.target_lang == "ko" or not self.spaced


@dataclass(frozen=True, slots=True)
class Damage:
    """Where something is wrong: `pair` is an index in the planted pairs.

    A span of the source where the target lacks something; None where its place in the source is not known.
    """

    pair: int
    span: Span | None
    side: Side = Side.TARGET


@dataclass(frozen=True, slots=True)
class Planted:
    """An article after the planting of one error, which shows in one pair or more."""

    document: Document
    damage: tuple[Damage, ...]
    kind: str = ""
    category: str = ""
    severity: Severity = Severity.MAJOR
    number: int = 1

    def records(self) -> tuple[Spans, ...]:
        """The article as labelled records; its id tells the kind."""
        gold: dict[int, list[Gold]] = {}
        for each in self.damage:
            gold.setdefault(each.pair, []).append(
                Gold(each.side, each.span, self.category, self.severity, kind=self.kind)
            )
        return records(self.document, f"{self.document.id}~{self.kind}-{self.number}", gold)


def records(document: Document, name: str, gold: dict[int, list[Gold]]) -> tuple[Spans, ...]:
    """Labelled records of an article under the name given; `gold` by the index of the pair."""
    return tuple(
        Spans(
            id=pair.id,
            source=pair.source,
            source_lang=document.source_lang,
            target_lang=document.target_lang,
            document=name,
            where=name,
            target=pair.target,
            gold=tuple(gold.get(index, ())),
        )
        for index, pair in enumerate(document.pairs)
    )


# A planter has the article, another article in the same target language if there is one, and its own source of
# chance. It returns None where the article gives it nothing to spoil.
Planter = Callable[[Document, Document | None, Random], Planted | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error: what it is in MQM, how bad, and how it is made."""

    category: str
    severity: Severity
    plant: Planter


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one target text: `old` is replaced by `new`.

    `mark` is what is then wrong, in offsets of the changed text (by default the new text, or what lacks in the
    source where text was only taken out).
    """

    old: Span
    new: str
    mark: Span | None = field(default=None, kw_only=True)

    def apply(self, text: str) -> str:
        """The text after the change."""
        return text[: self.old.start] + self.new + text[self.old.end :]

    def damage(self, pair: int) -> Damage:
        """What it leaves wrong."""
        if self.mark is not None:
            return Damage(pair, self.mark)
        if not self.new.strip():
            return Damage(pair, None, Side.SOURCE)
        return Damage(pair, Span(self.old.start, self.old.start + len(self.new)))


# The changes that one pair of an article would take.
Finder = Callable[[Document, int, Random], Sequence[Edit]]


def in_one_pair(find: Finder, *, bilingual: bool = True) -> Planter:
    """A planter that makes one of the changes that `find` sees in some pair.

    A `bilingual` error is one only beside the source: a wrong figure reads well.
    """

    def plant(document: Document, _other: Document | None, rng: Random) -> Planted | None:
        order = list(range(len(document.pairs)))
        rng.shuffle(order)
        for index in order:
            pair = document.pairs[index]
            if not pair.target.strip() or (bilingual and not (pair.source or "").strip()):
                continue
            edits = [edit for edit in find(document, index, rng) if edit.apply(pair.target) != pair.target]
            if edits:
                edit = rng.choice(edits)
                changed = with_target(document, index, edit.apply(pair.target))
                return Planted(changed, (edit.damage(index),))
        return None

    return plant


def with_target(document: Document, index: int, target: str) -> Document:
    """The article with another translation in one pair."""
    pair = document.pairs[index]
    pairs = list(document.pairs)
    pairs[index] = Pair(pair.id, pair.source, target)
    return Document(document.id, document.source_lang, document.target_lang, tuple(pairs))
