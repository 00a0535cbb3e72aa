"""The English sentences that the tagger of `tqcheck.edits` is trained on."""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

from tqcheck.edits.tokens import texts, tokenise

# Collections whose licence forbids it.
LEFT_OUT = ("um-corpus", "bsd", "translation2019zh")
# Short or of one kind: only a part of them is read.
SHARE = {"multi30k-captions": 0.35, "3am-captions": 0.35, "bible": 0.2, "tatoeba": 0.8, "tanaka": 0.7}
LEAST, MOST = 3, 70  # tokens
HELD_OUT = 40  # one in so many sentences, by hash


def sentences(folder: Path) -> Iterator[str]:
    """Each sentence once, of the collections that may be used, in the order of the files."""
    seen = set[str]()
    for path in sorted(folder.glob("train_*-en.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                _, english, origin = line.rstrip("\n").split("\t")
                if english in seen or origin.startswith(LEFT_OUT):
                    continue
                seen.add(english)
                if zlib.crc32(english.encode()) % 1000 < 1000 * SHARE.get(origin, 1):
                    yield english


def read(folder: Path) -> tuple[list[list[str]], list[list[str]]]:
    """The tokens of the sentences to train on, shuffled, and of those held out."""
    training, held_out = [], []
    for sentence in sentences(folder):
        spans = tokenise(sentence)
        if len(spans) < LEAST or not any(char.islower() for char in sentence):
            continue
        tokens = texts(sentence, spans)[:MOST]
        into = held_out if zlib.crc32(sentence[::-1].encode()) % HELD_OUT == 0 else training
        into.append(tokens)
    random.Random(1).shuffle(training)
    return training, held_out
