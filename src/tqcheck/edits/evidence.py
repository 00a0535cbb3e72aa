"""How sure an error is: the tagger's doubt and what an edit gains, weighed by logistic regression.

`tools/edits/fit.py` fits the weights, one set a group of error types.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tqcheck.edits.features import FREQUENCIES, frequency
from tqcheck.edits.labels import WORD_SALAD
from tqcheck.edits.network import DATA
from tqcheck.edits.search import Error

NAMES = ("doubt", "gain", "loss", "prior", "surprise", "doubt × gain", "rare", "capital", "edge")
_MOST_GAIN = 12.0  # nats
_RARE = FREQUENCIES - 4  # less than once in a million words


def group_of(error: Error) -> str:
    """The types that are weighed alike: `WO`, `M`, `U`, `FORM`, `R`, `SPELL`, and `?` where no edit was found."""
    if error.kind == "R:SPELL":
        return "SPELL"
    if error.edit is None:
        return "ALL" if error.kind == WORD_SALAD else "?"
    if error.kind.startswith("R:WO"):
        return "WO"
    if error.kind in {"R:INFL", "R:VERB:FORM", "R:MORPH", "R:VERB"}:
        return "FORM"
    return error.kind[0]


def features(words: Sequence[str], error: Error) -> tuple[float, ...]:
    """One number for each of NAMES."""
    start, end = (error.edit.start, error.edit.end) if error.edit is not None else (error.at, error.at + 1)
    near = words[max(0, start - 1) : end + 1]
    inside = words[max(start, 1) : end]
    doubt, gain = _logit(error.probability), min(max(error.gain, -_MOST_GAIN), _MOST_GAIN) / 4
    return (
        doubt,
        max(gain, 0.0),
        min(gain, 0.0),
        _logit(error.prior),
        min(max(error.surprise, -_MOST_GAIN), _MOST_GAIN) / 4,
        (doubt + 3) * gain / 4,
        float(any(word.islower() and frequency(word) >= _RARE for word in near)),
        float(any(word[0].isupper() and word != "I" for word in inside)),
        float(any(not word[0].isalnum() for word in near)),
    )


def _logit(probability: float) -> float:
    held = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(held / (1 - held))


@cache
def weights(folder: Path = DATA) -> Mapping[str, Sequence[float]]:
    """Group → its bias, and its weights in the order of NAMES."""
    stored: dict[str, list[float]] = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    return stored


def probability(words: Sequence[str], error: Error) -> float:
    """How sure it is that there is an error."""
    own = weights().get(group_of(error))
    if own is None:
        return 0.0
    bias, *rest = own
    total = bias + sum(weight * value for weight, value in zip(rest, features(words, error), strict=True))
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
