"""The engines' own figures, on texts small enough to know the answer."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from tqcheck.bench.convert.names import NamePair, read_names
from tqcheck.bench.engines import (
    alignment_f1,
    name_evidence_auroc,
    retrieval_accuracy,
    strict_agreement,
)
from tqcheck.errors import InputError

GERMAN = (
    "Der Hafen von Lindow wurde gestern wegen starken Windes geschlossen.",
    "Drei Fähren warten vor der Küste.",
    "Die Reederei bittet ihre Fahrgäste um Geduld, und ein Arzt ist an Bord.",
    "Am Abend soll der Sturm nachlassen.",
)
ENGLISH = (
    "The port of Lindow was closed yesterday because of strong winds.",
    "Three ferries are waiting off the coast.",
    "The shipping company asks its passengers to be patient.",
    "There is a doctor on board.",
    "The storm is expected to ease in the evening.",
)
GOLD = [[[0], [0]], [[1], [1]], [[2], [2, 3]], [[3], [4]]]


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_strict_agreement_knows_only_whole_beads_with_two_sides() -> None:
    gold = [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((), (3,))]
    found = [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,)), ((3,), (3,))]
    agreement = strict_agreement(gold, found)
    assert (agreement.right, agreement.found, agreement.gold) == (1, 3, 2)
    assert agreement.precision == pytest.approx(1 / 3)
    assert agreement.recall == pytest.approx(1 / 2)
    assert agreement.f1 == pytest.approx(2 / 5)
    assert math.isnan(strict_agreement([((2,), ())], []).f1)


def test_alignment_of_a_set_counts_its_texts_together(tmp_path: Path) -> None:
    text = {"id": "a", "lp": "de-en", "src": GERMAN, "tgt": ENGLISH, "gold": GOLD}
    wrong = text | {"id": "b", "gold": [[[0], [1]], [[1], [0]], [[2], [4]], [[3], [2, 3]]]}
    right = alignment_f1(written(tmp_path / "right.jsonl", text))
    assert right == {"precision": 1.0, "recall": 1.0, "F1": 1.0}
    half = alignment_f1(written(tmp_path / "half.jsonl", text, wrong))
    assert half["F1"] == pytest.approx(0.5)


def test_retrieval_by_language_in_both_directions(tmp_path: Path) -> None:
    # Ukrainian is not among the languages of the embedded default.
    english = (ENGLISH[0], ENGLISH[1], ENGLISH[4])
    german = (GERMAN[0], GERMAN[1], GERMAN[3])
    rows = [
        {"doc": "d", "seg": 1, "en": one, "de": other, "uk": "…"}
        for one, other in zip(english, german, strict=True)
    ]
    path = written(tmp_path / "set.jsonl", *rows)
    assert retrieval_accuracy(path) == {"de to en": 1.0, "en to de": 1.0}
    swapped = written(tmp_path / "swapped.jsonl", rows[0] | {"de": GERMAN[1]}, rows[1] | {"de": GERMAN[0]})
    assert retrieval_accuracy(swapped) == {"de to en": 0.0, "en to de": 0.0}


def test_a_sentence_that_stands_twice_is_not_found_by_luck(tmp_path: Path) -> None:
    row = {"en": ENGLISH[0], "de": GERMAN[0]}
    assert retrieval_accuracy(written(tmp_path / "set.jsonl", row, row)) == {"de to en": 0.0, "en to de": 0.0}


def test_names_are_told_from_others_by_their_sound(tmp_path: Path) -> None:
    names = tmp_path / "names_ru-en.tsv"
    lines = [
        "Марков\tmarkov\t9",
        "Фёдор\tfyodor\t1",
        "Тимур\ttimur\t2",
        "Лебедь\tlebed\t1",
        "Иванка\tivanka\t3",
    ]
    names.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert name_evidence_auroc(names) == {"AUROC": 1.0}
    crossed = tmp_path / "crossed_ru-en.tsv"
    crossed.write_text("Марков\ttimur\nТимур\tlebed\nЛебедь\tmarkov\n", encoding="utf-8")
    assert name_evidence_auroc(crossed)["AUROC"] < 0.7


def test_name_files_are_read_with_or_without_a_count(tmp_path: Path) -> None:
    path = tmp_path / "names_ko-en.tsv"
    path.write_text("알\tal\n스노우\tsnow\t4\n", encoding="utf-8")
    assert read_names(path) == (NamePair("알", "al"), NamePair("스노우", "snow", 4))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Марков markov\n", "tsv:1: not foreign, latin and a count"),
        ("Марков\tmarkov\tmany\n", "tsv:1: not foreign"),
        ("Марков\tmarkov\n", "no two names"),
        ("", "no two names"),
    ],
)
def test_a_bad_name_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "names_ru-en.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        name_evidence_auroc(path)


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"names_ru-en\.tsv: cannot be read"):
        name_evidence_auroc(tmp_path / "names_ru-en.tsv")
    with pytest.raises(InputError, match=r"align\.jsonl: cannot be read"):
        alignment_f1(tmp_path / "align.jsonl")
