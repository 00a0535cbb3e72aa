"""Typed facts: what is expensive or shared, computed once per article and handed to the rules that ask for it.

A fact is about one pair. A rule names the fact types it `needs` and may read no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from tqcheck.documents import Pair
from tqcheck.model import Span

if TYPE_CHECKING:
    from tqcheck.names.model import NameMention
    from tqcheck.quantities.compare.change import Change
    from tqcheck.quantities.model import Quantity

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Similarity:
    """How near source and target are in meaning.

    `cosine` is the embedder's, -1..1. `typical` is what this article's own matched pairs have, `chance` what
    its shuffled pairs have: cosines differ by model and language pair and mean nothing by themselves.
    `moved`: a sentence of the pair is far from the other side, and near to a sentence in another place.
    `translates`: of which pair the target translates the source: 0 its own, as far as can be told, -1 the pair
    before, 1 the pair after.
    """

    cosine: float
    typical: float = 0.75
    chance: float = 0.15
    moved: bool = False
    translates: int = 0

    @property
    def relative(self) -> float:
        """1 for a pair as near as the article's typical pair, 0 for one as far as two shuffled sentences."""
        return self.relative_of(self.cosine)

    def relative_of(self, cosine: float) -> float:
        """The same for another cosine of this article."""
        return (cosine - self.chance) / max(self.typical - self.chance, 1e-6)


@dataclass(frozen=True, slots=True)
class Quantities:
    """The quantities of both sides, in text order, spans into the pair's texts, and what does not agree in them.

    Of a pair with one side nothing is compared.
    """

    source: tuple[Quantity, ...] = ()
    target: tuple[Quantity, ...] = ()
    changed: tuple[Change, ...] = ()
    missing: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class SwappedFigures:
    """Figures that stand in each other's places: for each swap the two of the source and the two of the target, in the
    order of the source.
    """

    swaps: tuple[tuple[tuple[Quantity, Quantity], tuple[Quantity, Quantity]], ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names of both sides, in text order, spans into the pair's texts; linked by the article's ledger."""

    source: tuple[NameMention, ...] = ()
    target: tuple[NameMention, ...] = ()


@dataclass(frozen=True, slots=True)
class TermMention:
    """A term of the glossary that the pair does not use as it should, or a word that the glossary forbids.

    `source` and `target` mark it in the pair's texts: a forbidden word has no `source`, a term that the target lacks
    no `target`. `wanted` are the right renderings, best first; `note` the glossary's own words. `certain`: False for
    a forbidden word of a term when no source tells whether it is meant. `other`: in the source, the term whose rendering
    stands at `target` instead.
    """

    source: Span | None
    target: Span | None
    wanted: tuple[str, ...] = ()
    note: str = ""
    certain: bool = True
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Where a pair departs from the glossary: terms rendered otherwise, forbidden words, terms not copied.

    `merged`: two terms rendered as one of them; these are not among the `missing`.
    """

    missing: tuple[TermMention, ...] = ()
    forbidden: tuple[TermMention, ...] = ()
    changed: tuple[TermMention, ...] = ()
    merged: tuple[TermMention, ...] = ()


@dataclass(frozen=True, slots=True)
class GrammarMatch:
    """What a grammar engine marked in the target, already mapped to our categories.

    `rule` is the engine's own identifier, `category` a folder name of `tqcheck.model.Category`, or "style".
    """

    span: Span
    message: str
    rule: str
    category: str
    severity: str
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The matches of the grammar engine that ran: `languagetool` or `harper`.

    `measured`: whether it is known how often they are right in the target's language.
    """

    matches: tuple[GrammarMatch, ...] = ()
    engine: str = "languagetool"
    measured: bool = True

    def of(self, engine: str, *categories: str) -> tuple[GrammarMatch, ...]:
        """The matches in some categories if that engine ran, else none: each engine has rules of its own."""
        if engine != self.engine:
            return ()
        return tuple(match for match in self.matches if match.category in categories)


@dataclass(frozen=True, slots=True)
class Token:
    """A target word with its Universal Dependencies part of speech and, for verbs, its VerbForm ("Fin" …).

    `maybe_finite`: a finite verb was nearly as likely. What is to be called verbless must have none of these.
    """

    span: Span
    upos: str
    verb_form: str = ""
    maybe_finite: bool = False

    @property
    def is_finite(self) -> bool:
        """True for a finite verb or auxiliary."""
        return self.verb_form == "Fin"


@dataclass(frozen=True, slots=True)
class Syntax:
    """The words of the target in order, punctuation and bare numerals left out."""

    tokens: tuple[Token, ...] = ()


class WordFault(StrEnum):
    """What is wrong with a word."""

    NON_WORD = "non-word"  # it is none: a slip
    COINED = "coined"  # it is none, and made as no word is made
    REAL_WORD = "real-word"  # it is one, and another was meant
    GLUED = "glued"  # two words in one
    SPLIT = "split"  # one word in two


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A target word that no dictionary knows, or that cannot be meant where it stands; no name, copied text, identifier.

    `near` is what may be meant, best first: known words at a small edit distance, two words, or one. `likely`: more than
    the words around it tells that this is meant.
    """

    span: Span
    near: tuple[str, ...] = ()
    fault: WordFault = WordFault.NON_WORD
    likely: bool = True


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The target's unknown words, and known ones that cannot be meant, in text order."""

    unknown: tuple[UnknownWord, ...] = ()


@dataclass(frozen=True, slots=True)
class WordEdit:
    """A grammatical error of the target, and the edit that heals it.

    `kind` is ERRANT's error type, `R:WO`, `M:DET`, `U:PREP`; R:INFL is a wrong form of a noun or verb. `span` marks the
    words that `replacement` stands for: of a missing word the one that it is missing before, of a superfluous one a word
    beside it too. None: no edit was found. `probability` is that of an error there.
    """

    span: Span
    kind: str
    replacement: str | None = None
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Edits:
    """The target's grammatical errors in text order, as single edits.

    `doubt`: how much the tagger doubts the target all in all, the sum over its words of -ln P(no error).
    """

    edits: tuple[WordEdit, ...] = ()
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class SentenceLanguages:
    """What each target sentence is written in.

    One (span, language tag, probability) for each sentence long enough to tell.
    """

    target: tuple[tuple[Span, str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class SupportedWord:
    """A content word, and how surely the other side has a counterpart of it: 0..1, None where nothing is known of it.

    `unsupported`: nothing there may stand for it, not even as a free translation.
    """

    span: Span
    strength: float | None
    unsupported: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """A phrase that the other side seems to have nothing for: `words` of its content words have no counterpart.

    `probability`: from one half on, of 49 that were found in human translations 30 are real, 8 arguable; there are nine in
    100,000 words.
    """

    span: Span
    words: tuple[str, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class WordSupport:
    """Which content words of either side the other one carries, and the gaps of each, in text order.

    `omitted` are gaps of the source, `added` those of the target.
    """

    source: tuple[SupportedWord, ...] = ()
    target: tuple[SupportedWord, ...] = ()
    omitted: tuple[Gap, ...] = ()
    added: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of the target is copied from the source. `chrf` is chrF (0..100) of target against source."""

    chrf: float = 0.0


@dataclass(frozen=True, slots=True)
class SentenceFluency:
    """How surely a target sentence is garbled, each 0..1: what one clean sentence in a thousand exceeds is one half.

    `order`: nobody puts its words in that order; `run` are those with the most against it. `strings`: too many of its
    words are none; `strange` are these. `babble`: it says the same, or nothing, over and over. `words`: how many it has.
    `surprise`: how much likelier chance would put its words in any order than the n-gram model puts them in theirs: nats,
    negative for an ordinary sentence.
    """

    span: Span
    words: int
    order: float = 0.0
    strings: float = 0.0
    babble: float = 0.0
    run: Span | None = None
    strange: tuple[Span, ...] = ()
    surprise: float = 0.0

    @property
    def garbled(self) -> float:
        """How surely it is garbled in one way or another."""
        return 1 - (1 - self.order) * (1 - self.strings) * (1 - self.babble)


@dataclass(frozen=True, slots=True)
class Fluency:
    """The target's sentences by how they read, without a look at the source."""

    sentences: tuple[SentenceFluency, ...] = ()

    @property
    def garbled(self) -> float:
        """That of the worst sentence, 0 without any."""
        return max((sentence.garbled for sentence in self.sentences), default=0.0)


@dataclass(frozen=True, slots=True)
class Gathered(Generic[F]):
    """A provider's answer: one fact per pair id (absent where it has nothing to say), and what made it."""

    facts: Mapping[str, F]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PairFacts:
    """The facts of one pair, as a rule sees them: only those it asked for."""

    values: Mapping[type, object] = field(default_factory=dict)
    allowed: frozenset[type] | None = None

    def __getitem__(self, kind: type[F]) -> F:
        """The fact of that type. Raises KeyError if the rule did not ask for it or the pair has none."""
        if self.allowed is not None and kind not in self.allowed:
            raise KeyError(f"{kind.__name__} is not among the facts that the rule needs")
        return cast(F, self.values[kind])

    def __contains__(self, kind: type) -> bool:
        return kind in self.values and (self.allowed is None or kind in self.allowed)

    def get(self, kind: type[F]) -> F | None:
        """The fact of that type, or None if this pair has none."""
        if kind not in self.values and (self.allowed is None or kind in self.allowed):
            return None
        return self[kind]


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All facts of an article, by type and pair id."""

    by_kind: Mapping[type, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, pair: Pair, needs: Iterable[type] | None = None) -> PairFacts:
        """The facts of one pair, limited to `needs`."""
        values = {kind: facts[pair.id] for kind, facts in self.by_kind.items() if pair.id in facts}
        return PairFacts(values, None if needs is None else frozenset(needs))

    def limited(self, needs: Iterable[type]) -> ArticleFacts:
        """Only the facts of these types."""
        return ArticleFacts({kind: self.by_kind[kind] for kind in needs if kind in self.by_kind})
