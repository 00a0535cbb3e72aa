"""How the translation renders each name of an article, the commonest form first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tqcheck.facts import Names


def usual_forms(names: Iterable[Names]) -> dict[str, tuple[str, ...]]:
    """Entity → its target forms in the article, commonest first."""
    counts: dict[str, Counter[str]] = {}
    for fact in names:
        for mention in fact.target:
            if mention.entity:
                counts.setdefault(mention.entity, Counter())[mention.text] += 1
    return {id_: tuple(form for form, _ in counter.most_common()) for id_, counter in counts.items()}
