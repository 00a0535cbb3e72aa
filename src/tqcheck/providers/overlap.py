"""How much of the target is copied from the source: sacreBLEU's chrF2 (Popović 2015) of the one against the other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tqcheck.documents import AlignedArticle
from tqcheck.facts import Gathered, Overlap
from tqcheck.providers import Provider, Resources

if TYPE_CHECKING:
    from sacrebleu.metrics.chrf import CHRF


@cache
def _metric() -> CHRF:
    from sacrebleu.metrics.chrf import CHRF  # 0.1 s: not for articles whose sides share no script

    return CHRF()


def chrf(target: str, source: str) -> float:
    """chrF2, 0..100, of `target` against `source`; 0 where either is blank, or where they share few letters.

    Few: less than half of the target's different letters. Such a target is no copy, whatever else it shares.
    """
    letters = {char for char in target.lower() if char.isalpha()}
    if not letters or 2 * len(letters & set(source.lower())) < len(letters):
        return 0.0
    return float(_metric().sentence_score(target, [source]).score)


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
