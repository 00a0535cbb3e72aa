"""Sentences dropped, doubled, moved or cut off; a paragraph of another article, a page that was given up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from tqcheck.bench.seed.model import Damage, Document, Edit, Pair, Planted, in_one_pair, with_target
from tqcheck.model import Side, Span

_WORD = re.compile(r"\S+")
_ENDS = ".!?…。！？؟۔\"'”’»」』)）"


def sentence_dropped(document: Document, _other: Document | None, rng: Random) -> Planted | None:
    """A sentence of the source has no translation. An article of one pair would be left with no text."""
    able = [i for i, pair in enumerate(document.pairs) if (pair.source or "").strip() and _long(document, i)]
    if not able or len(document.pairs) < 2:
        return None
    index = rng.choice(able)
    source = document.pairs[index].source or ""
    return Planted(with_target(document, index, ""), (Damage(index, Span(0, len(source)), Side.SOURCE),))


def _duplicates(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    text = document.pairs[index].target
    if not _long(document, index) or not text.rstrip().endswith(tuple(_ENDS)):
        return []
    end = len(text.rstrip())
    return [Edit(Span(end, end), (" " if document.spaced else "") + text.strip())]


def sentence_moved(document: Document, _other: Document | None, rng: Random) -> Planted | None:
    """Two neighbouring sentences have changed places."""
    able = [
        i
        for i, (one, two) in enumerate(zip(document.pairs, document.pairs[1:], strict=False))
        if one.source
        and two.source
        and one.target != two.target
        and _long(document, i)
        and _long(document, i + 1)
    ]
    if not able:
        return None
    index = rng.choice(able)
    first, second = document.pairs[index].target, document.pairs[index + 1].target
    moved = with_target(with_target(document, index, second), index + 1, first)
    return Planted(moved, (Damage(index, Span(0, len(second))), Damage(index + 1, Span(0, len(first)))))


def _truncations(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """Cut inside a phrase: the last word left is followed by no punctuation, and a fifth or more is lost."""
    text = document.pairs[index].target.rstrip()
    if not document.spaced:
        cuts = [m.start() + 1 for m in re.finditer(r"\w(?=\w)", text)]
        cuts = [cut for cut in cuts if cut >= 10 and 0.4 <= cut / len(text) <= 0.8]
        return [_cut(text, cut - 1, cut) for cut in cuts]
    spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    if len(spans) < 9:
        return []
    whole = [
        span for span in spans[4:-2] if 0.4 <= span.end / len(text) <= 0.8 and text[span.end - 1].isalnum()
    ]
    return [_cut(text, span.start, span.end) for span in whole]


def _cut(text: str, start: int, end: int) -> Edit:
    return Edit(Span(end, len(text)), "", mark=Span(start, end))


def page_left(document: Document, _other: Document | None, rng: Random) -> Planted | None:
    """From some sentence on the translation is its source: three of them or more."""
    starts = [
        i
        for i in range(1, len(document.pairs) - 2)
        if all((pair.source or "").strip() for pair in document.pairs[i:])
    ]
    if not starts or document.source_lang == document.target_lang:
        return None
    start = rng.choice(starts)
    left = document
    for index, pair in enumerate(document.pairs[start:], start):
        left = with_target(left, index, pair.source or "")
    damage = (
        Damage(index, Span(0, len(left.pairs[index].target))) for index in range(start, len(left.pairs))
    )
    return Planted(left, tuple(damage))


def foreign_paragraph(document: Document, other: Document | None, rng: Random) -> Planted | None:
    """Two sentences of another article stand between two of this one."""
    if other is None:
        return None
    taken = [pair.target for pair in other.pairs if pair.target.strip()]
    own = {pair.target for pair in document.pairs}
    if len(taken) < 2 or own & set(taken):
        return None
    start = rng.randrange(len(taken) - 1)
    at = rng.randrange(1, len(document.pairs) + 1)
    ids = {pair.id for pair in document.pairs}
    source = None if all(pair.source is None for pair in document.pairs) else ""
    names = [name for name in (f"foreign{n}" for n in range(1, len(ids) + 3)) if name not in ids]
    strangers = tuple(
        Pair(name, source, text) for name, text in zip(names, taken[start : start + 2], strict=False)
    )
    pairs = (*document.pairs[:at], *strangers, *document.pairs[at:])
    return Planted(
        Document(document.id, document.source_lang, document.target_lang, pairs),
        tuple(Damage(at + i, Span(0, len(pair.target))) for i, pair in enumerate(strangers)),
    )


def _long(document: Document, index: int) -> bool:
    """Long enough to be a statement: a short cry may well stand twice, or be left out."""
    text = document.pairs[index].target
    return len(text.split()) >= 6 if document.spaced else len(text) >= 12


sentence_duplicated = in_one_pair(_duplicates, bilingual=False)
sentence_truncated = in_one_pair(_truncations, bilingual=False)
