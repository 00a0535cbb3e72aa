"""The ledger: every name of an article with its renderings on both sides.

An entity is a bearer that the tables know (`KZ`, `o:United Nations`), or a source name by its lemma, or (where
there is no source) a target name. `forms` count how each side writes it, commonest first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tqcheck.facts import Names
from tqcheck.names.model import NameKind


@dataclass(frozen=True, slots=True)
class Entity:
    """One bearer in the article: how often each side writes which form, and in which pairs it stands."""

    id: str
    kind: NameKind
    source: tuple[tuple[str, int], ...]
    target: tuple[tuple[str, int], ...]
    pairs: tuple[str, ...]


def ledger(names: Mapping[str, Names]) -> tuple[Entity, ...]:
    """Every linked or certain name of an article, by pair id and its Names; in order of first appearance."""
    kinds: dict[str, NameKind] = {}
    source: dict[str, Counter[str]] = {}
    target: dict[str, Counter[str]] = {}
    pairs: dict[str, dict[str, None]] = {}
    for pair, fact in names.items():
        for mentions, counts in ((fact.source, source), (fact.target, target)):
            for mention in mentions:
                if not mention.entity:
                    continue
                kinds.setdefault(mention.entity, mention.kind)
                counts.setdefault(mention.entity, Counter())[mention.text] += 1
                pairs.setdefault(mention.entity, {})[pair] = None
    return tuple(
        Entity(id_, kind, _ranked(source.get(id_)), _ranked(target.get(id_)), tuple(pairs[id_]))
        for id_, kind in kinds.items()
    )


def _ranked(counts: Counter[str] | None) -> tuple[tuple[str, int], ...]:
    return tuple(counts.most_common()) if counts else ()


def usual_forms(names: Iterable[Names]) -> dict[str, tuple[str, ...]]:
    """Entity → its target forms in the article, commonest first."""
    counts: dict[str, Counter[str]] = {}
    for fact in names:
        for mention in fact.target:
            if mention.entity:
                counts.setdefault(mention.entity, Counter())[mention.text] += 1
    return {id_: tuple(form for form, _ in counter.most_common()) for id_, counter in counts.items()}
