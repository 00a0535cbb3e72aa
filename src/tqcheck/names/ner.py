"""A neural tagger beside the rules that spot names: a spaCy pipeline, with the extra `ner` (`--ner MODEL`).

What it tells besides goes the way of all other names: it is linked, and stands in the ledger. It is never certain by
itself, so that a name of the tagger's alone is not called missing more loudly than a capitalised word is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from tqcheck.errors import ResourceUnavailable, UsageError
from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted

_EXTRA = "Install it with: pip install 'tqcheck[ner]'"
_MODEL = "Install the pipeline (python -m spacy download xx_ent_wiki_sm), or give its folder as ./folder."
# What spaCy's pipelines call things (OntoNotes, WikiNER and the other treebanks'); dates and figures are no names.
_KINDS = {
    **dict.fromkeys(("PERSON", "PER", "persName"), NameKind.PERSON),
    **dict.fromkeys(("GPE", "LOC", "FAC", "placeName", "geogName"), NameKind.PLACE),
    **dict.fromkeys(("ORG", "orgName", "NORP"), NameKind.ORGANISATION),
    **dict.fromkeys(("MISC", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"), NameKind.OTHER),
}


class Tagger(Protocol):
    """`id` is name@version; `language` the primary subtag it is made for, None for all."""

    id: str
    language: str | None

    def entities(self, text: str) -> Sequence[tuple[Span, NameKind]]:
        """The names of a text in order, none overlapping another."""
        ...


class SpacyTagger:
    """The entities of a spaCy pipeline."""

    def __init__(self, pipeline) -> None:  # type: ignore[no-untyped-def]  # spaCy is optional
        self._pipeline = pipeline
        meta = pipeline.meta
        self.id = f"{meta['lang']}_{meta['name']}@{meta['version']}"
        self.language: str | None = None if meta["lang"] == "xx" else meta["lang"]

    def entities(self, text: str) -> Sequence[tuple[Span, NameKind]]:
        """See Tagger."""
        return [
            (Span(found.start_char, found.end_char), _KINDS[found.label_])
            for found in self._pipeline(text).ents
            if found.label_ in _KINDS
        ]


def open_tagger(name: str) -> SpacyTagger:
    """Load a spaCy pipeline by its package's name or its folder, which has a path's separator in it: ./model.

    Raises UsageError for no name at all, ResourceUnavailable with what to do for one that is not there.
    """
    if not name.strip():
        raise UsageError("--ner needs the name of a spaCy pipeline or its folder, and has none")
    folder = any(separator in name for separator in filter(None, (os.sep, os.altsep)))
    try:
        import spacy
    except ImportError:
        raise ResourceUnavailable(f"the tagger {name!r} needs spaCy", _EXTRA) from None
    if not folder and not spacy.util.is_package(name):
        raise ResourceUnavailable(
            f"the tagger {name!r} cannot be loaded: no such package is installed", _MODEL
        )
    try:
        pipeline = spacy.load(Path(name).expanduser() if folder else name)
    except Exception as error:  # noqa: BLE001 - a package that is none, a folder of another kind or version
        raise ResourceUnavailable(
            f"the tagger {name!r} cannot be loaded: {str(error).splitlines()[0]}", _MODEL
        ) from None
    if "ner" not in pipeline.pipe_names:
        raise ResourceUnavailable(f"the pipeline {name!r} has no `ner`", _MODEL)
    return SpacyTagger(pipeline)


def idle(tagger: Tagger | None, language: str | None) -> str:
    """Why a tagger is of no use for names in a language, "" if it is, or if there is none."""
    if tagger is None or tagger.language in {None, language}:
        return ""
    return f"{tagger.id} was not used: it reads {tagger.language}, not {language or 'the other side'}"


def with_entities(
    spotted: Sequence[Spotted], text: str, language: str, tagger: Tagger | None
) -> tuple[Spotted, ...]:
    """The names that were spotted, and between them those that the tagger has besides, in order of place."""
    if tagger is None or idle(tagger, language):
        return tuple(spotted)
    return tuple(sorted((*spotted, *_besides(spotted, text, tagger)), key=lambda name: name.span))


def _besides(spotted: Sequence[Spotted], text: str, tagger: Tagger) -> Iterator[Spotted]:
    for span, kind in tagger.entities(text):
        if not any(span.overlaps(name.span) for name in spotted):
            written = span.of(text)
            yield Spotted(span, written, written, kind, parts=(written, *written.split()[-1:]))
