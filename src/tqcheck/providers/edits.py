"""Grammatical errors of an English target, by the likeliest single edit (`tqcheck.edits`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqcheck.documents import AlignedArticle, BlockKind, primary_language
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Edits, Gathered, WordEdit
from tqcheck.providers import Provider, Resources

if TYPE_CHECKING:
    from tqcheck.spelling.own import OwnWords

_PROSE = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM}


def gather(article: AlignedArticle, _resources: Resources) -> Gathered[Edits]:
    """The errors of each pair's target. Raises ResourceUnavailable for a target that is not English."""
    if primary_language(article.target_language) != "en":
        raise ResourceUnavailable(
            f"No tagger of errors for {article.target_language}", "Single edits are known in English only."
        )
    from tqcheck.edits.find import find_edits
    from tqcheck.spelling.own import own_words

    if not _has_weights():
        raise ResourceUnavailable("The tagger's weights are not there", "Run tools/edits/train.py.")

    targets = [(pair.id, pair.target) for pair in article.pairs if pair.target is not None]
    sentences = [
        (pair, text.text, span) for pair, text in targets if text.kind in _PROSE for span in text.sentences
    ]
    found = find_edits([(text, span) for _, text, span in sentences])
    by_pair: dict[str, list[WordEdit]] = {pair: [] for pair, _ in targets}
    doubt = defaultdict[str, float](float)
    own = own_words((pair.source_text for pair in article.pairs), (text.text for _, text in targets))
    for (pair, text, _), read in zip(sentences, found, strict=True):
        by_pair[pair] += (edit for edit in read.edits if not _is_meant(edit, text, own))
        doubt[pair] += read.doubt
    facts = {pair: Edits(tuple(edits), doubt[pair]) for pair, edits in by_pair.items()}
    return Gathered(facts, "MiniLM tagger")


def _has_weights() -> bool:
    from tqcheck.edits.network import DATA

    return (DATA / "tagger_en.npz").is_file()


def _is_meant(edit: WordEdit, text: str, own: OwnWords) -> bool:
    """Whether what seems misspelt is a word of the source, one that the article writes again and again, or made of a common word
    with an ending or prefix (undock, truer).
    """
    if edit.kind != "R:SPELL":
        return False
    from tqcheck.spelling.words import made_of

    word = edit.span.of(text).lower()
    return own.is_foreign(word) or bool(made_of(word))


def read_ahead(language: str | None, sentences: Sequence[str]) -> None:
    """Let the tagger read English sentences in one batch."""
    if primary_language(language) == "en" and _has_weights():
        from tqcheck.edits import find

        find.read_ahead(sentences)


PROVIDER = Provider("edits", Edits, gather, read_ahead=read_ahead)
