"""What is opened once a run and shared by its articles: the embedder and the grammar engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING

from tqcheck.config import Settings
from tqcheck.documents import Document, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Grammar, Names
from tqcheck.providers import Resources

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tqcheck.embed import Embedder
    from tqcheck.embed.windows import WindowEncoder
    from tqcheck.grammar import GrammarEngine
    from tqcheck.names.ner import Tagger
    from tqcheck.terms.model import Glossary


class RunResources(AbstractContextManager["RunResources"]):
    """Opens things when they are first needed; the grammar server starts in the background at once.

    The glossaries are read first of all: what is wrong with them is a ConfigError. `kinds` are the fact types that the run's rules need: what none of them needs is never started.
    """

    def __init__(self, settings: Settings, kinds: Iterable[type]) -> None:
        self.settings = settings
        self._embedder: Embedder | None = None
        self._embedder_missing: ResourceUnavailable | None = None
        self._grammar: GrammarEngine | None = None
        self.glossary: Glossary | None = None
        self.tagger: Tagger | None = None
        if settings.ner is not None and Names in set(kinds):
            from tqcheck.names.ner import open_tagger

            self.tagger = open_tagger(settings.ner)
        if settings.glossary:
            from tqcheck.terms.load import load_glossaries

            self.glossary = load_glossaries(settings.glossary)
        if Grammar in set(kinds) and settings.grammar != "off":
            from tqcheck.grammar import GrammarEngine

            self._grammar = GrammarEngine(settings.grammar, settings.languagetool_url)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._grammar is not None:
            self._grammar.close()

    @property
    def embedder(self) -> Embedder | None:
        """The embedder, opened on first use; None if it cannot be had."""
        if self._embedder is None and self._embedder_missing is None:
            from tqcheck.embed import open_embedder

            settings = self.settings
            try:
                # A configuration may come with the repository that is checked: it alone makes nothing be fetched.
                self._embedder = open_embedder(
                    settings.embedder, settings.embedder_options, download=settings.by_flag("embedder")
                )
            except ResourceUnavailable as error:
                self._embedder_missing = error
        return self._embedder

    def needed_embedder(self) -> Embedder:
        """The embedder. Raises ResourceUnavailable if it cannot be had."""
        if self.embedder is None:
            raise self._embedder_missing or ResourceUnavailable("No embedder", "")
        return self.embedder

    @property
    def embedder_id(self) -> str:
        """The id of the embedder that was used, "none" before or without one."""
        return self._embedder.id if self._embedder else "none"

    @property
    def embedder_note(self) -> str | None:
        """What the embedder has to tell of the texts that it read, if anything."""
        from tqcheck.embed import TellsNote

        return self._embedder.note if isinstance(self._embedder, TellsNote) else None

    @property
    def grammar_id(self) -> str:
        """The grammar engine that was used, "none" without one."""
        return self._grammar.id if self._grammar else "none"

    def embeds(self, source: Document | None, target: Document) -> bool:
        """Whether the embedder is good for both languages."""
        return source is not None and self.why_not_embedded(source, target) is None

    def why_not_embedded(self, source: Document, target: Document) -> str | None:
        """The reason why these languages cannot be embedded, or None."""
        embedder = self.embedder
        if embedder is None:
            return str(self._embedder_missing)
        tags = [primary_language(document.language) for document in (source, target)]
        unknown = [tag for tag in tags if embedder.languages and tag not in embedder.languages]
        if not unknown:
            return None
        return f"the embedder {embedder.id} does not know {' and '.join(unknown)}; --embedder names another"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Vectors [len(texts), d] of the texts. Raises ResourceUnavailable without an embedder."""
        return self.needed_embedder().encode(texts)

    @property
    def windows(self) -> WindowEncoder | None:
        """How the embedder encodes runs of sentences, None if it has no way of its own."""
        from tqcheck.embed.windows import window_encoder

        return None if self.embedder is None else window_encoder(self.embedder)

    def for_article(
        self, source_vectors: NDArray[np.float32] | None, target_vectors: NDArray[np.float32] | None
    ) -> Resources:
        """What the providers of one article may use."""
        unavailable = {}
        if self._embedder_missing is not None:
            unavailable["embedder"] = str(self._embedder_missing)
        return Resources(
            embedder=self._embedder,
            grammar=self._grammar,
            unavailable=unavailable,
            source_vectors=source_vectors,
            target_vectors=target_vectors,
            glossary=self.glossary,
            tagger=self.tagger,
        )
