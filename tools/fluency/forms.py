"""Makes the models of word classes and of letters: `python tools/fluency/forms.py DATA [language …]`.

DATA as for `build.py`, before or after which it can run; `fit.py` comes next. Needs numpy and wordfreq, and for English the
tagger that tqcheck installs. The same input gives the same tables.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

import corpus
import numpy as np
from numpy.typing import NDArray
from wordfreq import get_frequency_dict

from tqcheck.fluency import letters, tags
from tqcheck.fluency.ngrams import CLASSES, word_class, word_hash
from tqcheck.fluency.tokens import fold, is_word, split
from tqcheck.model import Span
from tqcheck.providers.syntax import tag_text

OUT = Path(__file__).resolve().parents[2] / "src/tqcheck/fluency/data"
# One text in so many is tagged: more do not change the figures that `fit.py` shows.
TAGGED = 5
# The commonest words are classes of their own: from 30 to 100 the order of shuffled words is told about as well.
OWN = 70
# Marks that are classes of their own; the others are one together, figures another.
MARKS = ",.;:\"'!?()-"
# Words of the list this frequent (in a million words) make the model of letters, in an alphabet of so many letters.
LISTED, ALPHABET = 0.03, 26

Counts = NDArray[np.float64]


def main() -> None:
    data = Path(sys.argv[1])
    for language in sys.argv[2:] or sorted(letters.LANGUAGES | tags.LANGUAGES):
        if language in letters.LANGUAGES:
            write(f"{language}-letters", of_letters(language))
        if language in tags.LANGUAGES:
            write(f"{language}-tags", tags.pack(of_tags(data, language)))


def write(name: str, arrays: dict[str, NDArray[np.generic]]) -> None:
    path = OUT / f"{name}.npz"
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    print(name, path.stat().st_size)


def of_tags(data: Path, language: str) -> tags.TagModel:
    """Classes of words, and how often one follows two others."""
    texts = [
        text
        for text, _ in corpus.texts(data, language)
        if not corpus.is_held_out(text) and crc32(text.encode()) % TAGGED == 1
    ]
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for token in tag_text(text, [Span(0, len(text))]):
            kinds[fold(token.span.of(text))][f"{token.upos}|{token.verb_form}"] += 1
    often = Counter({word: sum(found.values()) for word, found in kinds.items()})
    names = {word: found.most_common(1)[0][0] for word, found in kinds.items()}
    names |= {word: f"word {word}" for word, _ in often.most_common(OWN)}
    ids = {
        "<s>": tags.BEGIN,
        "</s>": tags.END,
        **dict(zip(CLASSES, tags.UNLISTED, strict=True)),
    }
    lines = [split(text, language) for text in texts]
    found: dict[str, int] = {}
    for written in sorted({token for line in lines for token in line}):
        folded = fold(written)
        if folded in found:
            continue
        if is_word(folded):
            # Words seen once stand for those that are not seen.
            name = names[folded] if often[folded] > 1 else ""
        else:
            name = "figure" if folded[0] == "0" else f"mark {folded}" if folded in MARKS else "mark"
        if name:
            found[folded] = ids.setdefault(name, len(ids))
    size = len(ids)
    count = np.zeros((size, size, size))
    for line in lines:
        here = [found.get(fold(token), tags.UNLISTED[CLASSES.index(word_class(token))]) for token in line]
        stream = [tags.BEGIN, tags.BEGIN, *here, tags.END]
        for trigram in zip(stream, stream[1:], stream[2:], strict=False):
            count[trigram] += 1
    two, one = count.sum(axis=0), count.sum(axis=(0, 1))
    alone = (one + 0.5) / (one + 0.5).sum()
    in_context = witten_bell(count, witten_bell(two, alone))
    hashes = np.array([word_hash(word) for word in found], np.uint32)
    keys, first = np.unique(hashes, return_index=True)
    classes = np.array(list(found.values()), np.uint8)[first]
    print(language, len(texts), "texts", size, "classes", len(keys), "words")
    return tags.TagModel(keys, classes, (np.log(in_context) - np.log(alone)).astype(np.float32))


def of_letters(language: str) -> dict[str, NDArray[np.generic]]:
    """How probable each letter of the listed words is after three others."""
    listed = get_frequency_dict(language, wordlist="large" if language == "en" else "best")
    words = [word for word, frequency in listed.items() if frequency >= LISTED * 1e-6 and word.isalpha()]
    many = Counter(letter for word in words for letter in word)
    alphabet = "".join(sorted(letter for letter, _ in many.most_common(ALPHABET)))
    ids = {letter: at for at, letter in enumerate(alphabet, letters.RESERVED)}
    size = len(alphabet) + letters.RESERVED
    count = np.zeros((size,) * 4)
    for word in words:
        here = [letters.BEGIN] * 3 + [ids.get(letter, letters.OTHER) for letter in word] + [letters.END]
        for run in zip(here, here[1:], here[2:], here[3:], strict=False):
            count[run] += 1
    three = count.sum(axis=0)
    two = three.sum(axis=0)
    one = two.sum(axis=0)
    prob = (one + 0.5) / (one + 0.5).sum()
    for level in (two, three, count):
        prob = witten_bell(level, prob)
    steps = np.rint(-np.log(prob) / letters.STEP).clip(0, 255).astype(np.uint8)
    return {"alphabet": np.array(alphabet), "log_prob": steps}


def witten_bell(count: Counts, lower: Counts) -> Counts:
    """Probabilities from counts [..., n], with those of the lower order in place of what a context has not seen (Witten & Bell 1991)."""
    total, kinds = count.sum(axis=-1, keepdims=True), (count > 0).sum(axis=-1, keepdims=True)
    mixed: Counts = np.where(total > 0, (count + kinds * lower) / np.maximum(total + kinds, 1), lower)
    return mixed


if __name__ == "__main__":
    main()
