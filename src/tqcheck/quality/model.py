"""How good each pair of an article is, 0..1, and what that is made of: a logistic model of few weights.

The weights are data that can be read (`data/weights.json`), fitted by `tools/quality/fit.py` on translations that people
judged, ranked or spoiled. Additive, so that what each group of features contributes can be told.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tqcheck.documents import AlignedArticle
from tqcheck.facts import ArticleFacts
from tqcheck.quality.features import features
from tqcheck.quality.signs import signs
from tqcheck.rules.apply import RuleHit

_MOST = 40.0  # log odds; beyond them nothing changes


@dataclass(frozen=True, slots=True)
class Quality:
    """The quality of a pair, 0..1, and the log odds that each group of `features` contributes, those of nothing left out.

    `value` is the logistic function of the sum of the `parts` (rounded here); "usual" is what a pair without any sign has.
    """

    value: float
    parts: Mapping[str, float] = field(default_factory=dict)
    features: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Model:
    """`usual`: the log odds of a pair without any sign; `weights` by feature, named group.feature."""

    usual: float
    weights: Mapping[str, float]

    def quality(self, features: Mapping[str, float]) -> Quality:
        """The quality of a pair with these features. Features that the model does not know count nothing."""
        parts = defaultdict[str, float](float, usual=self.usual)
        for name, value in features.items():
            parts[name.partition(".")[0]] += self.weights.get(name, 0.0) * value
        odds = max(-_MOST, min(_MOST, sum(parts.values())))
        told = {group: rounded for group, value in parts.items() if (rounded := round(value, 2))}
        return Quality(round(1 / (1 + math.exp(-odds)), 4), told, features)


@cache
def model(*, alone: bool = False) -> Model:
    """The model of the package, of pairs or of translations alone: without a source how it reads must tell all."""
    data = json.loads(files(__package__).joinpath("data/weights.json").read_text("utf-8"))
    return Model(data["usual"], data["weights without a source" if alone else "weights"])


def qualities(article: AlignedArticle, facts: ArticleFacts, hits: Iterable[RuleHit]) -> dict[str, Quality]:
    """The quality of every pair with a target, by its id. `hits`: those of all confidences."""
    return {
        pair.id: model(alone=article.source is None).quality(features(each))
        for pair, each in signs(article, facts, hits)
    }
