"""One provider a file: it computes one fact for a whole article, in batches.

A provider module is imported only when an enabled rule needs its fact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tqcheck import facts
from tqcheck.documents import AlignedArticle
from tqcheck.facts import Gathered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tqcheck.embed import Embedder
    from tqcheck.grammar import GrammarEngine
    from tqcheck.names.ner import Tagger
    from tqcheck.terms.model import Glossary


@dataclass(frozen=True, slots=True)
class Resources:
    """What providers may share: opened once a run, or once an article where it says so.

    `embedder` and `grammar` are None where the run does without; `unavailable` says why, by name.
    `source_vectors` and `target_vectors` are this article's sentence vectors [n, d], already there when the
    article was aligned with them. `glossary` and `tagger`: None where none was given.
    """

    embedder: Embedder | None = None
    grammar: GrammarEngine | None = None
    unavailable: dict[str, str] = field(default_factory=dict)
    source_vectors: NDArray[np.float32] | None = None
    target_vectors: NDArray[np.float32] | None = None
    glossary: Glossary | None = None
    tagger: Tagger | None = None


@dataclass(frozen=True, slots=True)
class Provider:
    """`gather` computes the fact `kind` of every pair; it raises ResourceUnavailable if it cannot start.

    `name` is what `--require` and the report's checks call it. `bilingual` ones need a source. One that is not
    `wanted` in a run was not asked for, which is no skipped check. `read_ahead` is shown the target sentences of several
    articles in a language, so that it may read them in one batch.
    """

    name: str
    kind: type
    gather: Callable[[AlignedArticle, Resources], Gathered[Any]]
    bilingual: bool = False
    wanted: Callable[[Resources], bool] = lambda _: True
    read_ahead: Callable[[str | None, Sequence[str]], None] | None = None


# The one list: a fact and the module that makes it, whose PROVIDER is imported on demand.
_MODULES: dict[type, str] = {
    facts.Similarity: "tqcheck.providers.similarity",
    facts.Grammar: "tqcheck.providers.grammar",
    facts.Quantities: "tqcheck.providers.quantities",
    facts.SwappedFigures: "tqcheck.providers.swapped",
    facts.Names: "tqcheck.providers.names",
    facts.Terms: "tqcheck.providers.terms",
    facts.Vocabulary: "tqcheck.providers.vocabulary",
    facts.SentenceLanguages: "tqcheck.providers.language",
    facts.Syntax: "tqcheck.providers.syntax",
    facts.Overlap: "tqcheck.providers.overlap",
    facts.Fluency: "tqcheck.providers.fluency",
    facts.Edits: "tqcheck.providers.edits",
    facts.WordSupport: "tqcheck.providers.support",
}


def provider_of(kind: type) -> Provider:
    """The provider of a fact type. Raises KeyError for a type that is no fact."""
    provider = import_module(_MODULES[kind]).PROVIDER
    if not isinstance(provider, Provider):
        raise TypeError(f"{_MODULES[kind]}.PROVIDER is not a Provider")
    return provider


def provider_names() -> tuple[str, ...]:
    """The names that `--require` knows, sorted."""
    return tuple(sorted(provider_of(kind).name for kind in _MODULES))
