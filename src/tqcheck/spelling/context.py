"""What the words around a place make of a change there: a noisy channel (Mays, Damerau & Mercer 1991).

The gain of a change is how much likelier the n-gram model of `tqcheck.fluency` then finds the changed words and the two
tokens after them, in nats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.fluency.ngrams import NgramModel

_ORDER = 3  # of the model: a token is seen by the two after it, and sees the two before it


@dataclass(frozen=True, slots=True)
class Option:
    """Tokens that may be meant, and the gain from which they are."""

    words: tuple[str, ...]
    least: float


@dataclass(frozen=True, slots=True)
class Trial:
    """`size` tokens from `at` in the text number `text`, and what may stand there instead."""

    text: int
    at: int
    size: int
    options: tuple[Option, ...]


def better(
    model: NgramModel, texts: Sequence[Sequence[str]], trials: Sequence[Trial]
) -> list[tuple[tuple[str, ...], ...]]:
    """For each trial the options that gain enough, best first; `texts` are tokens as `tqcheck.fluency.tokens` has them."""
    windows: list[list[str]] = []
    for trial in trials:
        words = texts[trial.text]
        before, end = words[max(0, trial.at - _ORDER + 1) : trial.at], trial.at + trial.size
        after = words[end : end + _ORDER - 1]
        windows.append([*before, *words[trial.at : end], *after])
        windows += ([*before, *option.words, *after] for option in trial.options)
    rows = iter(model.log_probs(windows))
    found = []
    for trial in trials:
        start = min(trial.at, _ORDER - 1)
        # A window that ends where the text does: its end is scored as well.
        whole = trial.at + trial.size + _ORDER - 1 >= len(texts[trial.text])
        own, *others = (
            float(next(rows)[start : None if whole else -1].sum()) for _ in range(len(trial.options) + 1)
        )
        good = [
            (other - own, option.words)
            for other, option in zip(others, trial.options, strict=True)
            if other - own >= option.least
        ]
        found.append(tuple(words for _, words in sorted(good, key=lambda each: -each[0])))
    return found
