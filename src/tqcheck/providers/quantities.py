"""The quantities of both sides of every pair."""

from __future__ import annotations

from tqcheck.documents import AlignedArticle, Text
from tqcheck.facts import Gathered, Quantities
from tqcheck.providers import Provider, Resources
from tqcheck.quantities.model import Quantity
from tqcheck.quantities.parse import parse


def _gather(article: AlignedArticle, _resources: Resources) -> Gathered[Quantities]:
    def side(text: Text | None) -> tuple[Quantity, ...]:
        return () if text is None else parse(text.text, text.language)

    return Gathered({pair.id: Quantities(side(pair.source), side(pair.target)) for pair in article.pairs})


PROVIDER = Provider("numbers", Quantities, _gather)
