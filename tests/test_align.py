"""Alignment: on an article with known beads, and its properties on random vectors."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tqcheck.align import align, comparable
from tqcheck.align_words import word_vectors
from tqcheck.documents import Bead, BlockKind, Passage, Segment
from tqcheck.embed import open_embedder
from tqcheck.embed.use import UniversalSentenceEncoder
from tqcheck.embed.windows import window_encoder
from tqcheck.model import Side
from tqcheck.readers import read
from tqcheck.segment import segment

GERMAN = [
    "Stadtrat beschließt neue Brücke",
    "Der Stadtrat von Lindenau hat am Dienstag den Bau einer neuen Brücke über die Elster beschlossen.",
    "Sie soll 48 Millionen Euro kosten und bis 2029 fertig sein.",
    "Die alte Brücke war nach einem Hochwasser gesperrt worden, weil ein Pfeiler nachgegeben hatte.",
    "Seitdem müssen Pendler einen Umweg von zwölf Kilometern fahren.",
    "Viele Händler in der Altstadt klagen über ausbleibende Kunden.",
    "Bürgermeisterin Anke Sommer sprach von einem guten Tag für die Stadt.",
    "Die Opposition hält das Vorhaben dagegen für zu teuer.",
    "Ihr Sprecher forderte, zuerst die Schulen zu sanieren.",
    "Der Baubeginn ist für kommenden April geplant.",
]
ENGLISH = [
    "City council approves new bridge",
    "The Lindenau city council voted on Tuesday to build a new bridge over the Elster river.",
    "It is to cost 48 million euros and to be finished by 2029.",
    "The old bridge had been closed after a flood because one of its piers had given way.",
    "Since then commuters have had to make a detour of twelve kilometres.",
    "Many shopkeepers in the old town complain that customers are staying away.",
    "Mayor Anke Sommer spoke of a good day for the city.",
    "The opposition, however, considers the project too expensive.",
    "Its spokesman demanded that the schools be renovated first.",
    "Construction is scheduled to begin next April.",
]
FOREIGN = "Penguins can hold their breath for more than twenty minutes while hunting for fish."


@pytest.fixture(scope="module")
def use() -> UniversalSentenceEncoder:
    encoder = open_embedder()
    assert isinstance(encoder, UniversalSentenceEncoder)
    return encoder


def segments(texts: Sequence[str]) -> list[Segment]:
    return [Segment(Passage.verbatim(text), block=0) for text in texts]


def aligned(use: UniversalSentenceEncoder, source: Sequence[str], target: Sequence[str]) -> tuple[Bead, ...]:
    vectors = use.encode(source), use.encode(target)
    return align(segments(source), segments(target), *vectors, window_encoder(use))


def links(beads: Sequence[Bead]) -> list[tuple[list[int], list[int]]]:
    return [(list(bead.source), list(bead.target)) for bead in beads]


def one_to_one(*indices: int) -> list[tuple[list[int], list[int]]]:
    return [([i], [i]) for i in indices]


def test_sentence_by_sentence(use: UniversalSentenceEncoder) -> None:
    beads = aligned(use, GERMAN, ENGLISH)
    assert links(beads) == one_to_one(*range(10))
    assert min(bead.confidence for bead in beads) > 0.5


@pytest.mark.parametrize("index", [0, 1, 3, 5, 8, 9])
def test_an_omission(use: UniversalSentenceEncoder, index: int) -> None:
    beads = aligned(use, GERMAN, ENGLISH[:index] + ENGLISH[index + 1 :])
    alone = [bead for bead in beads if not bead.target]
    assert [bead.source for bead in alone] == [(index,)]
    assert all(len(bead.source) == len(bead.target) == 1 for bead in beads if bead.target)
    if len(GERMAN[index]) > 50:  # whether a short sentence is missing is less sure
        assert alone[0].confidence > 0.7


@pytest.mark.parametrize("index", range(11))
def test_an_addition(use: UniversalSentenceEncoder, index: int) -> None:
    beads = aligned(use, GERMAN, [*ENGLISH[:index], FOREIGN, *ENGLISH[index:]])
    alone = [bead for bead in beads if not bead.source]
    assert [bead.target for bead in alone] == [(index,)]
    assert alone[0].confidence > 0.9
    assert len(beads) == 11


CZECH = [
    "Městská rada schválila nový most",
    "Městská rada v Lindenau v úterý rozhodla o stavbě nového mostu přes řeku.",
    "Most má stát 48 milionů eur a má být hotov do roku 2029.",
    "Starý most byl po povodni uzavřen, protože se propadl jeden z pilířů.",
    "Dojíždějící od té doby musí jezdit objížďkou dlouhou dvanáct kilometrů.",
    "Mnoho obchodníků ve starém městě si stěžuje, že zákazníci nechodí.",
    "Starostka mluvila o dobrém dni pro město.",
    "Opozice však považuje projekt za příliš drahý.",
]


def test_a_dictionary_helps_where_no_embedder_knows_the_language() -> None:
    target = [ENGLISH[0], FOREIGN, *ENGLISH[1:4], *ENGLISH[5:8]]
    blind = np.zeros((8, 1), np.float32)
    beads = align(segments(CZECH), segments(target), blind, blind, languages=("cs", "en"))
    expected = [([0], [0]), ([], [1]), *(([i], [i + 1]) for i in (1, 2, 3)), ([4], []), *one_to_one(5, 6, 7)]
    assert links(beads) == expected
    assert np.median([bead.confidence for bead in beads]) > 0.5
    assert max(bead.confidence for bead in beads) <= 0.8
    assert links(align(segments(CZECH), segments(target), blind, blind)) != expected


def test_words_of_both_sides_meet_in_english() -> None:
    vectors = word_vectors(["Die Brücke ist teuer."], ["Le pont coûte cher."], ("de", "fr-CA"))
    assert vectors is not None
    german, french = (side[0] / np.linalg.norm(side[0]) for side in vectors)
    assert german @ french > 0.3
    assert word_vectors(["x"], ["y"], ("xx", "en")) is None


def test_joined_and_split_sentences(use: UniversalSentenceEncoder) -> None:
    joined = f"{ENGLISH[3].rstrip('.')}, and {ENGLISH[4][0].lower()}{ENGLISH[4][1:]}"
    halves = ["The mayor, Anke Sommer, was pleased.", "She spoke of a good day for the city."]
    beads = aligned(use, GERMAN, [*ENGLISH[:3], joined, ENGLISH[5], *halves, *ENGLISH[7:]])
    expected = [
        *one_to_one(0, 1, 2),
        ([3, 4], [3]),
        ([5], [4]),
        ([6], [5, 6]),
        ([7], [7]),
        ([8], [8]),
        ([9], [9]),
    ]
    assert links(beads) == expected


def test_a_moved_paragraph_is_linked(use: UniversalSentenceEncoder) -> None:
    beads = aligned(use, GERMAN, [*ENGLISH[:1], *ENGLISH[3:9], *ENGLISH[1:3], ENGLISH[9]])
    assert all(bead.source and bead.target for bead in beads)
    assert {bead.source: bead.target for bead in beads}[1,] == (7,)
    assert [bead.target[0] for bead in beads] == sorted(bead.target[0] for bead in beads)


def test_boilerplate_around_the_article(use: UniversalSentenceEncoder) -> None:
    before = ["Sign up for our newsletter and never miss a story.", "Share this page with your friends."]
    after = [
        "All rights reserved.",
        "Contact the editors by e-mail.",
        "Terms and conditions apply to all users.",
    ]
    beads = aligned(use, GERMAN, [*before, *ENGLISH, *after])
    found = [(bead.source, bead.target) for bead in beads if bead.source]
    assert found == [((i,), (i + 2,)) for i in range(10)]


def test_a_missing_block(use: UniversalSentenceEncoder) -> None:
    beads = aligned(use, GERMAN, ENGLISH[:2] + ENGLISH[7:])
    assert links(beads) == [
        *one_to_one(0, 1),
        *(([i], []) for i in range(2, 7)),
        *(([i], [i - 5]) for i in range(7, 10)),
    ]


@pytest.mark.parametrize("start", [0, 2, 4, 7])
def test_a_block_missing_on_either_side(use: UniversalSentenceEncoder, start: int) -> None:
    """Three of ten sentences."""
    block, after = range(start, start + 3), range(start + 3, 10)
    before = one_to_one(*range(start))
    less = aligned(use, GERMAN, [*ENGLISH[:start], *ENGLISH[start + 3 :]])
    assert links(less) == [*before, *(([i], []) for i in block), *(([i], [i - 3]) for i in after)]
    more = aligned(use, [*GERMAN[:start], *GERMAN[start + 3 :]], ENGLISH)
    assert links(more) == [*before, *(([], [j]) for j in block), *(([j - 3], [j]) for j in after)]


@pytest.mark.parametrize(("start", "to"), [(0, 7), (2, 0), (2, 5), (4, 1), (7, 0), (6, 2)])
def test_a_block_moved(use: UniversalSentenceEncoder, start: int, to: int) -> None:
    order = [i for i in range(10) if not start <= i < start + 3]
    order[to:to] = range(start, start + 3)
    beads = aligned(use, GERMAN, [ENGLISH[i] for i in order])
    assert links(beads) == [([i], [place]) for place, i in enumerate(order)]


@pytest.mark.parametrize(("start", "to"), [(0, 3), (0, 10), (2, 7), (4, 0), (7, 2), (7, 10)])
def test_a_block_twice_on_either_side(use: UniversalSentenceEncoder, start: int, to: int) -> None:
    """One copy is linked, and the other stands alone, but for a sentence at its border."""
    order = [*range(to), *range(start, start + 3), *range(to, 10)]
    target = aligned(use, GERMAN, [ENGLISH[i] for i in order])
    source = aligned(use, [GERMAN[i] for i in order], ENGLISH)
    for found in (
        [(bead.source, {order[j] for j in bead.target}) for bead in target],
        [(bead.target, {order[i] for i in bead.source}) for bead in source],
    ):
        assert all(set(once) <= copies for once, copies in found)
        alone = [copies for once, copies in found if not once]
        assert len(alone) >= 2
        assert set.union(*alone) <= set(range(start, start + 3))


def test_a_translation_in_one_paragraph(use: UniversalSentenceEncoder) -> None:
    source = [Segment(Passage.verbatim(text), block) for block, text in enumerate(GERMAN)]
    beads = align(source, segments(ENGLISH), use.encode(GERMAN), use.encode(ENGLISH), window_encoder(use))
    assert links(beads) == one_to_one(*range(10))


BUDGET = (
    """# Haushalt 2025

Der Gemeinderat von Lindenau hat am Montag den Haushalt für das kommende Jahr beschlossen.

## Einnahmen

- Grundsteuer und Gewerbesteuer
- Gebühren für Wasser und Abfall
- Zuschüsse des Landes

## Ausgaben

| Bereich | 2024 | 2025 |
|---|---|---|
| Schulen | 12,4 Mio. € | 13,1 Mio. € |
| Straßen | 8,0 Mio. € | 6,5 Mio. € |
| Feuerwehr | 2,2 Mio. € | 2,2 Mio. € |

Die Opposition stimmte dagegen. Sie hält die Kürzungen im Straßenbau für falsch.
""",
    """# Budget 2025

On Monday the municipal council of Lindenau adopted the budget for the coming year.

## Revenue

- Property tax and business tax
- Fees for water and waste
- Grants from the state

## Expenditure

| Area | 2024 | 2025 |
|---|---|---|
| Schools | €12.4m | €13.1m |
| Roads | €8.0m | €6.5m |
| Fire brigade | €2.2m | €2.2m |

The opposition voted against it. It considers the cuts in road building to be wrong.
""",
)


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("", range(0)),
        ("## Revenue\n", range(2, 3)),
        ("- Fees for water and waste\n", range(4, 5)),
        ("| Roads | €8.0m | €6.5m |\n", range(13, 16)),
        (BUDGET[1].splitlines(keepends=True)[2], range(1, 2)),
    ],
)
def test_headings_a_list_and_a_table(
    use: UniversalSentenceEncoder, tmp_path: Path, line: str, missing: range
) -> None:
    sides = list[tuple[Segment, ...]]()
    texts = BUDGET[0], BUDGET[1].replace(line, "")
    for side, text, language in zip(Side, texts, ("de", "en"), strict=True):
        file = tmp_path / f"{language}.md"
        file.write_text(text, encoding="utf-8")
        sides.append(segment(replace(read(file, side), language=language)))
    source, target = (use.encode([each.text for each in segments]) for segments in sides)
    beads = align(sides[0], sides[1], source, target, window_encoder(use), languages=("de", "en"))
    assert len(sides[0]) == 21
    assert [bead.source for bead in beads] == [(i,) for i in range(21)]
    assert [bead.source[0] for bead in beads if not bead.target] == list(missing)
    assert all(len(bead.target) < 2 for bead in beads)


def test_a_heading_is_not_joined_with_prose(use: UniversalSentenceEncoder) -> None:
    source = [
        Segment(Passage.verbatim(text), min(i, 1), BlockKind.PARAGRAPH) for i, text in enumerate(GERMAN)
    ]
    target = [Segment(Passage.verbatim(text), 1) for text in ENGLISH[1:]]
    source[0] = Segment(source[0].passage, 0, BlockKind.HEADING)
    beads = align(source, target, use.encode(GERMAN), use.encode(ENGLISH[1:]), window_encoder(use))
    assert links(beads)[0] == ([0], [])


def test_two_articles_that_do_not_belong_together(use: UniversalSentenceEncoder) -> None:
    other = [
        "Penguins can hold their breath for more than twenty minutes.",
        "They hunt for fish and krill in the cold waters of the south.",
        "In winter the males keep the eggs warm on their feet.",
        "A colony may count several hundred thousand birds.",
        "The chicks moult before they first enter the sea.",
        "Leopard seals are their most dangerous enemies.",
    ]
    vectors = use.encode(GERMAN), use.encode(ENGLISH)
    assert comparable(aligned(use, GERMAN, ENGLISH), *vectors)
    assert not comparable(aligned(use, GERMAN, other), vectors[0], use.encode(other))
    # Too little text to say so.
    assert comparable(aligned(use, GERMAN[:2], other[:2]), vectors[0][:2], use.encode(other[:2]))


def test_without_an_embedder_lengths_and_numbers_must_do() -> None:
    blank: NDArray[np.float32] = np.zeros((10, 1), np.float32)
    beads = align(segments(GERMAN), segments(ENGLISH), blank, blank)
    assert links(beads) == one_to_one(*range(10))
    assert max(bead.confidence for bead in beads) <= 0.5


def test_one_side_empty() -> None:
    blank: NDArray[np.float32] = np.zeros((0, 4), np.float32)
    one = unit(np.ones((1, 4)))
    assert align(segments(["a"]), [], one, blank) == (Bead((0,), ()),)
    assert align([], segments(["a"]), blank, one) == (Bead((), (0,)),)
    assert align([], [], blank, blank) == ()


def noisy(count: int, seed: int = 0) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Unit vectors of `count` sentences and of their translations: cosine about .7, chance 0."""
    rng = np.random.default_rng(seed)
    source = rng.normal(size=(count, 128))
    target = source + rng.normal(size=source.shape)
    return unit(source), unit(target)


def unit(vectors: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


@pytest.mark.parametrize("chapter", [500, 2500])
@pytest.mark.parametrize("swapped", [False, True])
def test_a_long_document_keeps_its_thread_over_a_missing_chapter(chapter: int, swapped: bool) -> None:
    count = 1000 + chapter
    source, target = noisy(count)
    target = np.delete(target, np.s_[500 : 500 + chapter], axis=0)
    texts = [f"Sentence number {i} of a long report." for i in range(count)]
    sides = (segments(texts), source), (segments(texts[:1000]), target)
    (left, one), (right, two) = sides[::-1] if swapped else sides
    beads = align(left, right, one, two)
    found = {
        (bead.target, bead.source) if swapped else (bead.source, bead.target)
        for bead in beads
        if bead.source and bead.target
    }
    expected = {((i,), (i,)) for i in range(500)} | {((i + chapter,), (i,)) for i in range(500, 1000)}
    assert len(expected & found) > 990
    assert sum(not (bead.source and bead.target) for bead in beads) > chapter - 10


def test_long_chapters_in_another_order_are_linked() -> None:
    source, target = noisy(2500)
    texts = segments([f"Sentence number {i} of a long report." for i in range(2500)])
    order = [*range(1500, 2500), *range(700, 1500), *range(700)]
    beads = align(texts, texts, source, target[order])
    assert sum(bead.source == (order[bead.target[0]],) for bead in beads if bead.target) > 2450


def test_time_is_linear() -> None:
    def seconds(count: int) -> float:
        source, target = noisy(count)
        texts = segments(["A sentence of the usual length, more or less."] * count)
        start = time.process_time()
        align(texts, texts, source, target)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 8 * seconds(1000)  # 16 times were it quadratic


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 1000))
def test_every_sentence_is_in_exactly_one_bead(rows: int, columns: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    source = unit(rng.normal(size=(rows, 8))) if rows else np.zeros((0, 8), np.float32)
    target = unit(rng.normal(size=(columns, 8))) if columns else np.zeros((0, 8), np.float32)
    texts = ["word " * int(n) for n in rng.integers(1, 30, size=max(rows, columns, 1))]
    beads = align(segments(texts[:rows]), segments(texts[:columns]), source, target)
    assert sorted(i for bead in beads for i in bead.source) == list(range(rows))
    assert sorted(j for bead in beads for j in bead.target) == list(range(columns))
    for bead in beads:
        assert bead.source or bead.target
        assert all(b == a + 1 for side in (bead.source, bead.target) for a, b in pairwise(side))
        assert 0 <= bead.confidence <= 1
