"""How much of the target is copied from the source: chrF of the one against the other."""

from __future__ import annotations

from collections import Counter

from tqcheck.documents import AlignedArticle
from tqcheck.facts import Gathered, Overlap
from tqcheck.providers import Provider, Resources

# As Popović 2015 has it and sacreBLEU computes it by default (`chrF2`): character 6-grams, recall counts twice, white
# space left out. Its own code, 0.11 s to import, would cost more than the check of most articles.
_ORDER = 6
_BETA = 2


def chrf(target: str, source: str) -> float:
    """chrF2, 0..100, of `target` against `source`; 0 where either is blank."""
    left, right = "".join(target.split()), "".join(source.split())
    precision = recall = 0.0
    orders = min(_ORDER, len(left), len(right))
    for order in range(1, orders + 1):
        ours, theirs = _grams(left, order), _grams(right, order)
        shared = (ours & theirs).total()
        precision += shared / ours.total()
        recall += shared / theirs.total()
    if not precision or not recall:
        return 0.0
    # The means over the orders; their number cancels out of the harmonic mean but once.
    return 100 * (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall) / orders


def _grams(text: str, order: int) -> Counter[str]:
    return Counter(text[at : at + order] for at in range(len(text) - order + 1))


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Overlap]:  # noqa: ARG001
    """The overlap of every pair that has a target; 0 where there is no source."""
    return Gathered(
        {
            pair.id: Overlap(chrf(pair.target_text, pair.source_text))
            for pair in article.pairs
            if pair.target is not None
        },
        "chrF2",
    )


PROVIDER = Provider("overlap", Overlap, gather)
