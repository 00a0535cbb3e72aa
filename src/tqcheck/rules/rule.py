"""A rule is a value: what it finds, why that matters, what it reads, how it checks, and its own examples."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from tqcheck.documents import AlignedArticle, Pair
from tqcheck.facts import ArticleFacts, PairFacts
from tqcheck.model import Category, Confidence, Hit, Severity


class Reads(StrEnum):
    """Which pairs a rule is shown."""

    TARGET = "target"  # every pair with a target, in bilingual and target-only runs
    BOTH = "both"  # pairs with both sides
    ANY = "any"  # every pair, omissions and additions too


PairCheck: TypeAlias = Callable[[Pair, PairFacts, Any], Iterable[Hit]]
ArticleCheck: TypeAlias = Callable[[AlignedArticle, ArticleFacts, Any], Iterable[tuple[Pair, Hit]]]

Side: TypeAlias = str | Sequence[str | None] | None


@dataclass(frozen=True, slots=True)
class Example:
    """One piece of text that a rule must (or must not) mark.

    `source` and `target` hold one text per pair; a text that begins with "# " is a heading, each text a
    paragraph of its own. `marks` are the exact underlined target texts in order ("" for a hit that marks
    nothing there). `languages` is "source-target". `facts` are handed over; other facts that the rule needs
    are computed for real.
    """

    source: tuple[str | None, ...]
    target: tuple[str | None, ...]
    marks: tuple[str, ...] = ()
    source_marks: tuple[str, ...] | None = None
    suggestion: str | None = None
    languages: str = "und-und"
    facts: tuple[object, ...] = ()
    comparable: bool = True

    @property
    def is_bad(self) -> bool:
        """True when the rule must find something."""
        return bool(self.marks)


def bad(
    source: Side,
    target: Side,
    *facts: object,
    marks: Sequence[str],
    source_marks: Sequence[str] | None = None,
    suggestion: str | None = None,
    languages: str = "und-und",
    comparable: bool = True,
) -> Example:
    """An example that the rule must mark, at exactly `marks` (and `source_marks`, if given).

    `suggestion` is what the first hit must suggest first; `comparable` is the aligner's word on the article.
    """
    sources, targets = _aligned(source, target)
    if not marks:
        raise ValueError("a bad example needs marks")
    wanted = None if source_marks is None else tuple(source_marks)
    return Example(sources, targets, tuple(marks), wanted, suggestion, languages, facts, comparable)


def good(source: Side, target: Side, *facts: object, languages: str = "und-und") -> Example:
    """An example that the rule must leave alone."""
    sources, targets = _aligned(source, target)
    return Example(sources, targets, languages=languages, facts=facts)


def _aligned(source: Side, target: Side) -> tuple[tuple[str | None, ...], tuple[str | None, ...]]:
    targets = (target,) if target is None or isinstance(target, str) else tuple(target)
    sources = (source,) if isinstance(source, str) else tuple(source or (None,) * len(targets))
    if len(sources) != len(targets):
        raise ValueError(f"an example has {len(sources)} source and {len(targets)} target texts")
    return sources, targets


@dataclass(frozen=True, slots=True)
class _RuleBase:
    id: str
    summary: str
    why: str
    category: Category
    severity: Severity
    confidence: Confidence
    examples: tuple[Example, ...]
    needs: tuple[type, ...] = ()
    options: Any = None
    source_languages: tuple[str, ...] = ()  # primary subtags; empty: any
    target_languages: tuple[str, ...] = ()
    enabled: bool = True  # False: only where --select names it
    covers: bool = False  # True: its finding explains whatever else is wrong in the text that it marks


@dataclass(frozen=True, slots=True)
class Rule(_RuleBase):
    """A rule about one pair. `check` is pure: it reads the pair, the facts it `needs` and its options.

    `options` is a frozen dataclass with a default for each value, or None.
    """

    check: PairCheck = field(kw_only=True)
    reads: Reads = Reads.BOTH


@dataclass(frozen=True, slots=True)
class DocumentRule(_RuleBase):
    """A rule that must see the whole article; it says for each hit which pair it stands in.

    `bilingual` rules are not run on a translation whose source is lost.
    """

    check: ArticleCheck = field(kw_only=True)
    bilingual: bool = False


AnyRule: TypeAlias = Rule | DocumentRule
