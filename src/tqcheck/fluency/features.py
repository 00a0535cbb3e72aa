"""What tells garbled text from text as it is usually written, measured on each sentence.

Two ways to be garbled pull in opposite directions: words that nobody puts in that order are improbable, while an engine
that loops or babbles writes what is all too probable. So each is measured by itself.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tqcheck.fluency.ngrams import NgramModel, Scored
from tqcheck.fluency.tokens import fold, is_word

Floats = NDArray[np.float32]

# In the order of the columns. `slor`: log-probability in context less that of the words by themselves, a token (syntactic
# log-odds ratio, Pauls & Klein 2012), so that rare words do not count against a sentence; `worst`: the same of the worst
# window; `unseen`, `seen`: share of tokens whose bigram (trigram) with the words before is (not) unknown; `plain`: mean
# log-probability of the words by themselves, `rarest` that of the rarest quarter: babble says nothing in particular;
# `non_words`: share of words that neither text nor list has and that are no names; `again`: share of tokens that were
# among the `NEAR` before; `pairs`, `triples`: share of bigrams and trigrams that come again; `contents`: share of rarer
# words that come again; `kinds`: different tokens by all; `squeezed`: bytes after DEFLATE by bytes before; `tags`: how
# usual the word classes are in their order, mean gain of a token in nats (English; 0 elsewhere, which is normal there).
# No features, for they did not help: the share of words copied from the source (MSLC23: worst checkpoint .016, best .015),
# the worst window of `tags` and how often trigrams of classes come again (AUROC of the two checkpoints unchanged).
NAMES = (
    "slor", "worst", "unseen", "seen", "plain", "rarest", "non_words",
    "again", "pairs", "triples", "contents", "kinds", "squeezed", "letters", "tags",
)  # fmt: skip
WINDOW = 8  # tokens
NEAR = 4
# Below it a word is no function word: about the 300 commonest English words are above.
_CONTENT = -7.5


def measure(sentences: Sequence[Sequence[str]], scored: Scored) -> Floats:
    """[sentences, len(NAMES)] of sentences of at least one token, and what a model says of them."""
    starts, sizes = scored.bounds[:-1], np.diff(scored.bounds).astype(np.float32)
    gain = scored.log_prob - scored.unigram
    rows = np.zeros((len(sentences), len(NAMES)), np.float32)
    if not sentences:
        return rows
    rows[:, 0] = np.add.reduceat(gain, starts) / sizes
    rows[:, 1] = _worst(gain, scored.bounds)
    rows[:, 2] = np.add.reduceat((scored.order == 1).astype(np.float32), starts) / sizes
    rows[:, 3] = np.add.reduceat((scored.order == 3).astype(np.float32), starts) / sizes
    rows[:, 4] = np.add.reduceat(scored.unigram, starts) / sizes
    rows[:, -1] = np.add.reduceat(scored.tag_gain, starts) / sizes
    for at, sentence in enumerate(sentences):
        rows_of = slice(int(scored.bounds[at]), int(scored.bounds[at + 1]) - 1)
        rows[at, 5:-1] = _of_words(sentence, scored.unigram[rows_of], scored.known[rows_of])
    return rows


def _worst(gain: Floats, bounds: NDArray[np.int64]) -> Floats:
    """The least mean of a window within each sentence; the whole sentence's if it is shorter."""
    sums = np.concatenate([[0.0], np.cumsum(gain, dtype=np.float64)])
    at = np.arange(len(gain))
    ends = np.repeat(bounds[1:], np.diff(bounds))
    starts = np.repeat(bounds[:-1], np.diff(bounds))
    # Windows that would cross the end begin earlier.
    first = np.maximum(np.minimum(at, ends - WINDOW), starts)
    last = np.minimum(first + WINDOW, ends)
    means = (sums[last] - sums[first]) / (last - first)
    return np.minimum.reduceat(means, bounds[:-1]).astype(np.float32)


def _of_words(sentence: Sequence[str], unigram: Floats, known: NDArray[np.int8]) -> tuple[float, ...]:
    folded = [fold(token) for token in sentence]
    size = max(len(folded), 1)
    words = [at for at, token in enumerate(folded) if is_word(token)]
    strange = sum(1 for at in words if known[at] == 0 and not sentence[at][0].isupper())
    rarest = np.sort(unigram)[: max(1, size // 4)].mean() if len(unigram) else 0.0
    again = sum(1 for at in words if folded[at] in folded[max(0, at - NEAR) : at])
    pairs = list(pairwise(folded))
    triples = list(zip(folded, folded[1:], folded[2:], strict=False))
    content = [folded[at] for at in words if unigram[at] < _CONTENT]
    text = " ".join(folded).encode("utf-8", "surrogatepass")
    return (
        float(rarest),
        strange / max(len(words), 1),
        again / size,
        1 - len(set(pairs)) / max(len(pairs), 1),
        1 - len(set(triples)) / max(len(triples), 1),
        1 - len(set(content)) / max(len(content), 1),
        len(set(folded)) / size,
        len(zlib.compress(text, 1)) / max(len(text), 1),
        sum(len(folded[at]) for at in words) / max(len(words), 1),
    )


def of_texts(model: NgramModel, sentences: Sequence[Sequence[str]]) -> tuple[Scored, Floats]:
    """What the model says of sentences of at least one token each, and their features."""
    scored = model.score(sentences)
    return scored, measure(sentences, scored)
