"""Makes the tables of tqcheck.lexicon: `python tools/lexicon/build.py DATA PACKAGES [language …]`.

DATA: a folder with `train/train_xx-en.tsv.gz` (foreign, English a line) and `lexicon/` (CC-CEDICT, Wiktionary);
PACKAGES: a folder with the Debian packages named in FREEDICT, as `apt-get download` leaves them.
Needs numpy and wordfreq. The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import align
import dictionaries
from wordfreq import get_frequency_dict

from tqcheck.lexicon import english_words, words
from tqcheck.lexicon.english import FUNCTION_WORDS, stem
from tqcheck.lexicon.table import LANGUAGES, STEPS

OUT = Path(__file__).resolve().parents[2] / "src/tqcheck/lexicon/data"
FREEDICT = {
    "ar": ("ara-eng", "eng-ara"), "cs": ("ces-eng", "eng-ces"), "es": ("spa-eng",),
    "fr": ("fra-eng",), "hi": ("eng-hin",), "it": ("ita-eng", "eng-ita"), "ja": ("jpn-eng",),
    "nl": ("nld-eng", "eng-nld"), "pl": ("pol-eng", "eng-pol"), "pt": ("por-eng",), "ru": ("eng-rus",),
}  # fmt: skip
# Dictionaries into a third language, whose own table leads on to English: many words, each at less than half its worth.
# No German-English one is read: FreeDict's is in parts under the AGPL.
PIVOTS = {
    "de": (("deu-fra", "fr"), ("deu-spa", "es")),
    "it": (("fra-ita", "fr"), ("ita-spa", "es"), ("ita-por", "pt")),
    "nl": (("nld-fra", "fr"), ("fra-nld", "fr"), ("nld-spa", "es")),
    "pl": (("pol-fra", "fr"), ("fra-pol", "fr"), ("pol-spa", "es")),
    "uk": (("ukr-rus", "ru"),),
}
APERTIUM = {"ukr-rus": "apertium-rus-ukr"}
# FreeDict's names of the languages that have pivots.
_CODE = {"de": "deu", "it": "ita", "nl": "nld", "pl": "pol"}
# Pivots come before the languages that need them; none has pivots itself.
ORDER = tuple(sorted(LANGUAGES, key=lambda language: (language in PIVOTS, language)))
# The least share of a word's pivots (by probability) that lead to an English word, and what that is worth at most.
# On NTREX it-en this supports .60 of a translation's words and .055 of another sentence's; without pivots .33.
LEAST_PIVOTED = 0.1
MOST_PIVOTED = 0.4
# How much word order is alike, for the prior of the alignment (fast_align's 4 for European languages).
DIAGONAL = {"ja": 0.5, "ko": 0.5, "hi": 0.5, "zh": 2.0}
LEAST_COUNT = 1.5
LEAST = STEPS[2]
MOST = 10
MOST_KEYS = 45_000
_ENGLISH = re.compile("[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)


def main() -> None:
    data, packages = Path(sys.argv[1]), Path(sys.argv[2])
    for language in sys.argv[3:] or ORDER:
        lines = build(language, data, packages)
        target = OUT / f"{language}.tsv.gz"
        with target.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
            file.write("".join(f"{line}\n" for line in lines).encode())
        print(language, len(lines), target.stat().st_size, flush=True)


def build(language: str, data: Path, packages: Path) -> list[str]:
    """The lines of one table."""
    entries = list(_entries(language, data, packages))
    frequency = {words.fold(word, language): value for word, value in get_frequency_dict(language).items()}
    vocabulary = _vocabulary(language, entries, frequency)
    pairs = [
        (foreign_tokens(head, language, vocabulary), english_tokens(gloss))
        for head, gloss, _ in entries
        if len(gloss.split()) <= 4
    ]
    training = data / "train" / f"train_{language}-en.tsv.gz"
    if training.exists():
        for line in gzip.decompress(training.read_bytes()).decode().splitlines():
            foreign, english = line.split("\t")[:2]
            pairs.append((foreign_tokens(foreign, language, vocabulary), english_tokens(english)))
    table: dict[str, dict[str, float]] = defaultdict(dict)
    seen: Counter[str] = Counter()
    aligned = align.links(pairs, diagonal=DIAGONAL.get(language, 4.0), least=LEAST_COUNT) if pairs else ()
    for link in aligned:
        seen[link.foreign] = link.foreign_count
        value = max(link.count / link.foreign_count, 0.5 * link.count / link.english_count)
        if value >= LEAST and wanted(link.english):
            table[link.foreign][link.english] = value
    rank: dict[str, float] = defaultdict(float)
    for head, key, gloss, value in _single(language, entries):
        rank[key] = max(rank[key], frequency.get(words.fold(head, language), 0.0))
        table[key][gloss] = max(table[key].get(gloss, 0.0), value)
    for head, key, gloss, value in _pivoted(language, packages):
        rank[key] = max(rank[key], frequency.get(words.fold(head, language), 0.0))
        table[key][gloss] = max(table[key].get(gloss, 0.0), value)
    chosen = sorted(table, key=lambda key: (-seen[key], -rank[key], key))[:MOST_KEYS]
    return [line for key in sorted(chosen) if (line := _line(key, table[key]))]


def foreign_tokens(text: str, language: str, vocabulary: frozenset[str]) -> list[str]:
    """The keys of a foreign text as the alignment counts them: each place of the text in one of them."""
    tokens = words.words(text, language)
    if language in words.UNSPACED:
        return [piece for run in tokens for piece in words.segmented(run, vocabulary)]
    return [words.root(token, language) for token in tokens]


def english_tokens(text: str) -> list[str]:
    return [word if word in FUNCTION_WORDS else stem(word) for word in _ENGLISH.findall(text.lower())]


def wanted(english: str) -> bool:
    return len(english) > 1 and english not in FUNCTION_WORDS and re.fullmatch("[a-z']+", english) is not None


def _entries(language: str, data: Path, packages: Path) -> Iterator[dictionaries.Entry]:
    for pair in FREEDICT.get(language, ()):
        yield from dictionaries.freedict(next(packages.glob(f"dict-freedict-{pair}_*.deb")), pair)
    for name in (f"{language}-en", f"en-{'cmn' if language == 'zh' else language}"):
        path = data / "lexicon" / f"wiktionary_{name}.tsv.gz"
        if path.exists():
            yield from dictionaries.wiktionary(path)
    if (written := Path(__file__).parent / f"{language}.txt").exists():
        yield from dictionaries.written(written)
    if language == "zh":
        yield from dictionaries.cedict(data / "lexicon" / "cedict_zh-en.tsv.gz")


def _vocabulary(
    language: str, entries: list[dictionaries.Entry], frequency: dict[str, float]
) -> frozenset[str]:
    """The words that Chinese and Japanese are taken apart into: what is frequent or has a plain translation."""
    if language not in words.UNSPACED:
        return frozenset()
    heads = {words.fold(head, language) for head, _, _ in entries}
    found = set(frequency) | {head for head in heads if len(head) <= 4}
    if language == "ja":
        found |= {
            run
            for head in heads
            for run in words.words(head, language)
            if len(run) <= 4 and words.is_han(run)
        }
    return frozenset(word for word in found if len(word) <= words.LONGEST)


def _single(language: str, entries: list[dictionaries.Entry]) -> Iterator[tuple[str, str, str, float]]:
    """Headwords of one word with the content words of their glosses: (headword, key, English stem, value)."""
    for head, gloss, many in entries:
        tokens = words.words(head, language)
        if language == "ja" and len(tokens) > 1 and words.is_han(tokens[0]):
            tokens = tokens[:1]  # 食べる: what is not inflected
        if len(tokens) != 1:
            continue
        key = tokens[0] if language in words.UNSPACED else words.root(tokens[0], language)
        if len(key) > words.LONGEST and language in words.UNSPACED:
            continue
        content = [token for token in english_tokens(gloss) if wanted(token)]
        if 0 < len(content) <= 4:
            value = (0.3 if many <= 3 else 0.18 if many <= 8 else 0.1) * (1.0 if len(content) == 1 else 0.35)
            for token in content:
                yield tokens[0], key, token, value


def _pivoted(language: str, packages: Path) -> Iterator[tuple[str, str, str, float]]:
    """As `_single`, by way of the words of other languages: the mean over all that render a headword."""
    found: dict[tuple[str, str], list[Mapping[str, float]]] = defaultdict(list)
    for pair, pivot in PIVOTS.get(language, ()):
        if pair in APERTIUM:
            entries = dictionaries.apertium(next(packages.glob(f"{APERTIUM[pair]}_*.deb")), pair)
        else:
            package = next(packages.glob(f"dict-freedict-{pair}_*.deb"))
            entries = dictionaries.freedict(package, pair, _CODE[language])
        for head, other, _ in dict.fromkeys(entries):
            tokens = words.words(head, language)
            if (
                len(tokens) == 1
                and len(words.words(other, pivot)) == 1
                and (via := english_words(other, pivot))
            ):
                found[tokens[0], words.root(tokens[0], language)].append(via)
    for (head, key), ways in found.items():
        shares: dict[str, float] = defaultdict(float)
        for way in ways:
            for english, value in way.items():
                shares[english] += value / len(ways)
        for english, share in shares.items():
            if share >= LEAST_PIVOTED:
                yield head, key, english, min(share, MOST_PIVOTED)


def _line(key: str, renderings: dict[str, float]) -> str:
    best = sorted(renderings.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    cells = [
        f"{english}{step}" for english, value in best if (step := sum(value >= least for least in STEPS[1:]))
    ]
    return f"{key}\t{' '.join(cells)}" if cells else ""


if __name__ == "__main__":
    main()
