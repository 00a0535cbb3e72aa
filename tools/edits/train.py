"""Train the tagger of `tqcheck.edits` on clean English sentences made wrong on the fly, and write its data.

    python tools/edits/train.py DATA/train [--minutes 20] [--seed 1]

The weights in the package come from three runs on two cores, of 14, 13 and 22 minutes, each resumed from the last:

    python tools/edits/train.py DATA/train --minutes 14 --out RUN1
    python tools/edits/train.py DATA/train --minutes 13 --resume RUN1 --out RUN2
    python tools/edits/train.py DATA/train --minutes 22 --seed 3 --resume RUN2 --out RUN3

The cores had other work in some of that time: how many steps a run took tells more than its length (worker 0: 1,682 in
the first, 5,964 in the second, 19,831 in the third).

Needs PyTorch (the extra `transformers`) and lemminflect. On two cores an epoch of four million tokens takes some
minutes; the learning rate falls to nothing over the minutes given, so that any length makes a finished model.
With several workers, and a length in minutes, two trainings do not give the same weights. The first training had learning
rates of 2e-3 and 3e-3; those below are for going on with `--resume`.
"""

from __future__ import annotations

import argparse
import gzip
import math
import multiprocessing
import random
import time
from collections import Counter
from pathlib import Path

import corpus
import numpy as np
import torch
from corrupt import Corrupter, labels
from paradigms import derivations, inflections
from scipy import sparse
from torch import nn
from torch.nn import functional

from tqcheck.edits import features
from tqcheck.edits.features import NUMBER, UNKNOWN, Featuriser
from tqcheck.names.frequency import word_bins

DATA = Path(__file__).resolve().parents[2] / "src" / "tqcheck" / "edits" / "data"
WIDTH, KERNEL, DILATIONS = 112, 3, (1, 2, 4, 1)
VOCABULARY = 26000
LEAST_COUNT = 3
BATCH = 1280  # tokens
RATE, RATE_TABLES = 1.6e-3, 2e-3
DERIVED_BELOW = 620  # wordfreq bin, hundredths of a bel
# So many of the rarer words are hidden in each epoch, that the endings be learnt.
HIDDEN, HIDDEN_BELOW = 0.15, 30
PART = 12000  # sentences made wrong at once


def neighbourly(training: list[list[str]], vocabulary: dict[str, int]) -> np.ndarray:
    """Word vectors to begin with, [words, WIDTH]: the singular vectors of what stands one and two words before and after.

    Shifted positive pointwise mutual information, as Levy and Goldberg 2014 have it.
    """
    near = 1200  # the commonest words, of four places each
    flat = np.array([vocabulary.get(token.lower(), 0) for tokens in training for token in [*tokens, "", ""]])
    blocks = []
    for distance in (-2, -1, 1, 2):
        word, other = flat[2:-2], flat[2 + distance : len(flat) - 2 + distance]
        chosen = (word > 1) & (other > 1) & (other < near)
        counts = sparse.csr_matrix(
            (np.ones(chosen.sum()), (word[chosen], other[chosen])), (len(vocabulary), near)
        )
        blocks.append(counts)
    table = sparse.hstack(blocks).tocsr()
    table.sum_duplicates()
    rows, columns = np.asarray(table.sum(1)).ravel(), np.asarray(table.sum(0)).ravel()
    coo = table.tocoo()
    coo.data = np.log(coo.data * rows.sum() / (rows[coo.row] * columns[coo.col])).clip(0)
    left, values, _ = randomized_svd(coo.tocsr(), WIDTH)
    vectors = left * np.sqrt(values)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    return (0.1 * math.sqrt(WIDTH) * vectors).astype(np.float32)


def randomized_svd(table: sparse.csr_matrix, rank: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The largest singular triplets (Halko, Martinsson and Tropp 2011, two power iterations)."""
    basis = np.random.default_rng(1).standard_normal((table.shape[1], rank + 16))
    for _ in range(2):
        basis, _ = np.linalg.qr(table.T @ (table @ basis))
    projected, _ = np.linalg.qr(table @ basis)
    left, values, right = np.linalg.svd((table.T @ projected).T, full_matrices=False)
    return (projected @ left)[:, :rank], values[:rank], right[:rank]


class Tagger(nn.Module):
    """Summed embeddings, gated convolutions with residuals, a linear layer. [B, T, COLUMNS] → logits [B, T, labels]."""

    def __init__(self, words: int, classes: int) -> None:
        super().__init__()
        sizes = (
            words,
            features.ENDINGS3,
            features.ENDINGS2,
            features.BEGINNINGS3,
            len(features.SHAPES) + 1,
            features.FREQUENCIES,
        )
        self.tables = nn.ModuleList(nn.Embedding(size, WIDTH, sparse=True) for size in sizes)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in (*DILATIONS, None))
        self.convolutions = nn.ModuleList(nn.Linear(KERNEL * WIDTH, 2 * WIDTH) for _ in DILATIONS)
        self.out = nn.Linear(WIDTH, classes)
        self.drop = nn.Dropout(0.05)

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = sum(table(rows[..., column]) for column, table in enumerate(self.tables)) * mask
        x = self.drop(x)
        for dilation, norm, convolution in zip(DILATIONS, self.norms, self.convolutions, strict=False):
            y = functional.pad(norm(x) * mask, (0, 0, dilation, dilation))
            length = x.shape[1]
            y = torch.cat([y[:, at : at + length] for at in (0, dilation, 2 * dilation)], dim=-1)
            value, gate = convolution(y).chunk(2, dim=-1)
            x = x + self.drop(value * torch.sigmoid(gate)) * mask
        return self.out(self.norms[-1](x))


def batches(items: list[tuple[list[tuple[int, ...]], list[int]]], rng: random.Random):
    """Sentences of like length together, [B, T, COLUMNS] and [B, T] (-1 where there is no token), shuffled."""
    order = sorted(range(len(items)), key=lambda at: len(items[at][0]) + rng.random())
    groups, group, longest = [], [], 0
    for at in order:
        longest = max(longest, len(items[at][0]))
        if group and (len(group) + 1) * longest > BATCH:
            groups.append(group)
            group, longest = [], len(items[at][0])
        group.append(at)
    groups.append(group)
    rng.shuffle(groups)
    for group in groups:
        longest = max(len(items[at][0]) for at in group)
        rows = np.zeros((len(group), longest, features.COLUMNS), np.int64)
        gold = np.full((len(group), longest), -1, np.int64)
        for index, at in enumerate(group):
            sentence, tags = items[at]
            rows[index, : len(sentence)] = sentence
            gold[index, : len(tags)] = tags
        yield torch.from_numpy(rows), torch.from_numpy(gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", type=Path, help="a folder of data to go on from, of the same vocabulary")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)

    training, held_out = corpus.read(options.data)
    counts = Counter(token.lower() for tokens in training for token in tokens if not token[0].isdigit())
    known = [word for word, count in counts.most_common(VOCABULARY) if count >= LEAST_COUNT]
    vocabulary = {word: at for at, word in enumerate([UNKNOWN, NUMBER, *known])}
    bins = {word: at for at, words in enumerate(word_bins("en", "large")) for word in words}
    common = {word for word, count in counts.items() if count >= 2 and word in bins}
    rows = inflections(common)
    derived = derivations({word for word in common if bins[word] < DERIVED_BELOW}, rows)
    capitals = Counter(token for tokens in training for token in tokens[1:])
    lower = frozenset(word for word in common if capitals[word] > capitals[word.capitalize()])
    corrupter = Corrupter(rows, derived, lower, rng)
    names = labels()
    number = {name: at for at, name in enumerate(names)}
    featurise = Featuriser(vocabulary)
    rare = {vocabulary[word] for word in known if counts[word] < HIDDEN_BELOW}
    print(
        len(training),
        "sentences",
        len(vocabulary),
        "words",
        len(names),
        "labels",
        len(rows),
        "paradigms",
        len(derived),
        "derived",
        flush=True,
    )

    def numbered(tokens: list[str], tags: list[str], hide: bool) -> tuple[list[tuple[int, ...]], list[int]]:
        sentence = [featurise(token) for token in tokens]
        if hide:
            sentence = [
                (0, *row[1:]) if row[0] in rare and rng.random() < HIDDEN else row for row in sentence
            ]
        return sentence, [number[tag] for tag in tags]

    model = Tagger(len(vocabulary), len(names))
    with torch.no_grad():
        model.tables[0].weight += torch.from_numpy(neighbourly(training, vocabulary))
    if options.resume is not None:
        restore(model, options.resume)
    model.share_memory()
    print("starts", flush=True)
    held = [numbered(*corrupter(tokens), False) for tokens in held_out]
    started = time.time()

    def work(worker: int) -> None:
        """One of the processes that train the same weights, each on a part of the sentences (Hogwild)."""
        rng.seed(options.seed * 100 + worker)
        torch.manual_seed(options.seed * 100 + worker)
        own = training[worker :: options.workers]
        tables = list(model.tables.parameters())
        dense = [p for name, p in model.named_parameters() if not name.startswith("tables")]
        optimisers = (
            torch.optim.AdamW(dense, lr=RATE, weight_decay=0.01, betas=(0.9, 0.98)),
            torch.optim.SparseAdam(tables, lr=RATE_TABLES, betas=(0.9, 0.99)),
        )
        loss_of = nn.CrossEntropyLoss(ignore_index=-1)
        model.train()
        step, average, position = 0, 0.0, 0
        while time.time() - started < 60 * options.minutes:
            if position >= len(own):
                position = 0
                rng.shuffle(own)
            items = [numbered(*corrupter(tokens), True) for tokens in own[position : position + PART]]
            position += PART
            for inputs, gold in batches(items, rng):
                progress = (time.time() - started) / (60 * options.minutes)
                if progress >= 1:
                    break
                share = min(1.0, (step + 1) / 200) * 0.5 * (1 + math.cos(math.pi * progress)) + 1e-3
                for optimiser, rate in zip(optimisers, (RATE, RATE_TABLES), strict=True):
                    for group in optimiser.param_groups:
                        group["lr"] = rate * share
                mask = (gold >= 0).unsqueeze(-1).float()
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    logits = model(inputs, mask)
                loss = loss_of(logits.float().flatten(0, 1), gold.flatten())
                model.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(dense, 1.0)
                for optimiser in optimisers:
                    optimiser.step()
                step += 1
                average = 0.995 * average + 0.005 * loss.item() if step > 1 else loss.item()
            print(
                f"{(time.time() - started) / 60:.1f} min, worker {worker}, step {step}, loss {average:.4f}",
                flush=True,
            )

    if options.workers == 1:
        work(0)
    else:
        workers = [
            multiprocessing.get_context("fork").Process(target=work, args=(at,))
            for at in range(options.workers)
        ]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    report(model, held, rng)
    write(model, options.out, vocabulary, names, rows, derived)


def restore(model: Tagger, folder: Path) -> None:
    """The weights as `write` stores them."""
    stored = np.load(folder / "tagger_en.npz")

    def put(parameter: nn.Parameter, name: str, *, turned: bool = False) -> None:
        array = stored[name].astype(np.float32)
        parameter.data.copy_(torch.from_numpy(array.T if turned else array))

    for at, table in enumerate(model.tables):
        table.weight.data.copy_(
            torch.from_numpy(
                stored[f"table{at}"].astype(np.float32) * stored[f"scale{at}"].astype(np.float32)
            )
        )
    for at, convolution in enumerate(model.convolutions):
        put(convolution.weight, f"weight{at}", turned=True)
        put(convolution.bias, f"bias{at}")
    for at, norm in enumerate(model.norms):
        put(norm.weight, f"gain{at}")
        put(norm.bias, f"shift{at}")
    put(model.out.weight, "out", turned=True)
    put(model.out.bias, "out_bias")


def report(model: Tagger, held: list, rng: random.Random) -> None:
    """Detection on the held-out sentences: precision and recall of any error at one half and at nine tenths."""
    model.eval()
    scores, wrong, right = [], [], []
    with torch.no_grad():
        for inputs, gold in batches(held, rng):
            mask = (gold >= 0).unsqueeze(-1).float()
            logits = model(inputs, mask).float()
            chosen = gold >= 0
            probability = 1 - logits.softmax(-1)[..., 0]
            scores.append(probability[chosen])
            wrong.append(gold[chosen] > 0)
            right.append(logits.argmax(-1)[chosen] == gold[chosen])
    score, bad, exact = torch.cat(scores), torch.cat(wrong), torch.cat(right)
    parts = []
    for threshold in (0.5, 0.9):
        flagged = score > threshold
        parts.append(
            f"P {float((flagged & bad).sum() / flagged.sum().clamp(min=1)):.3f} R {float((flagged & bad).sum() / bad.sum()):.3f}"
        )
    parts.append(f"exact {float((exact & bad).sum() / bad.sum()):.3f}")
    print(*parts, flush=True)
    model.train()


def write(  # noqa: PLR0917 - all that is written
    model: Tagger, out: Path, vocabulary: dict[str, int], names: list[str], rows: list, derived: dict
) -> None:
    """The weights (embeddings in 8 bits with a scale a row, the rest in 16) and the tables, reproducible byte by byte."""
    out.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, np.ndarray] = {}
    for at, table in enumerate(model.tables):
        weight = table.weight.detach().numpy()
        scale = np.abs(weight).max(1, keepdims=True) / 127 + 1e-12
        arrays[f"table{at}"] = np.round(weight / scale).astype(np.int8)
        arrays[f"scale{at}"] = scale.astype(np.float16)
    for at, convolution in enumerate(model.convolutions):
        arrays[f"weight{at}"] = convolution.weight.detach().numpy().T.astype(np.float16)
        arrays[f"bias{at}"] = convolution.bias.detach().numpy().astype(np.float16)
    for at, norm in enumerate(model.norms):
        arrays[f"gain{at}"] = norm.weight.detach().numpy().astype(np.float16)
        arrays[f"shift{at}"] = norm.bias.detach().numpy().astype(np.float16)
    arrays["out"] = model.out.weight.detach().numpy().T.astype(np.float16)
    arrays["out_bias"] = model.out.bias.detach().numpy().astype(np.float16)
    arrays["dilations"] = np.array(DILATIONS, np.int8)
    np.savez_compressed(out / "tagger_en.npz", **arrays)
    lists = {
        "words_en": "\n".join(vocabulary),
        "labels_en": "\n".join(names),
        "forms_en": "\n".join("\t".join(row) for row in rows),
        "derived_en": "\n".join("\t".join((word, *others)) for word, others in derived.items()),
    }
    for name, text in lists.items():
        with gzip.GzipFile(out / f"{name}.txt.gz", "wb", mtime=0) as file:
            file.write(text.encode())


if __name__ == "__main__":
    main()
